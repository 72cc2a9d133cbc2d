import Foundation
import StageKit
import Testing

@testable import Fetch

/// Standard input belongs to the whole process, so these tests take turns.
@Suite(.serialized) struct StandardInputTests {
  /// The documents that come of bytes on standard input.
  private func documents(
    _ bytes: [UInt8], _ options: (inout FetchOptions) -> Void = { _ in }
  ) throws -> [Result<Document, StageFailure>] {
    let folder = try TemporaryFolder()
    try folder.write("input", bytes)
    let saved = dup(STDIN_FILENO)
    let file = open(folder.path + "/input", O_RDONLY)
    dup2(file, STDIN_FILENO)
    close(file)
    defer {
      if saved >= 0 {
        dup2(saved, STDIN_FILENO)
        close(saved)
      }
    }
    return try folder.stage {
      $0.paths = ["-"]
      options(&$0)
    }.loaded()
  }

  @Test func readsOneText() throws {
    let document = try documents(Array("The ferry left.".utf8))[0].get()
    #expect(document.text == "The ferry left.")
    #expect(document.source.key.identifier == "stdin")
    #expect(try documents(gzip(Array("Packed.".utf8))).map(\.text) == ["Packed."])
    #expect(try documents([]).map(\.text) == [""])
  }

  @Test func dividesWhatHoldsManyArticles() throws {
    let lines = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n"
    let results = try documents(Array(lines.utf8))
    #expect(results.map(\.text) == ["One.", "Two."])
    #expect(try results[1].get().source.key.identifier == "stdin#2")
    let separated = try documents(Array("One.\n--\nTwo.\n".utf8)) {
      $0.split = SplitOptions()
      $0.split?.separator = "--"
    }
    #expect(separated.map(\.text) == ["One.\n", "Two.\n"])
  }

  @Test func setsLargeInputAside() throws {
    let results = try documents([UInt8](repeating: 0x61, count: 300_000)) {
      $0.maximumBytes = 1000
    }
    #expect(results.map(\.failure?.reason) == ["too_large"])
  }

  @Test func asksWhetherMoreIsWantedWhileNothingComes() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let saved = dup(STDIN_FILENO)
    dup2(ends[0], STDIN_FILENO)
    defer {
      for end in ends { close(end) }
      if saved >= 0 {
        dup2(saved, STDIN_FILENO)
        close(saved)
      }
    }
    try #require(write(ends[1], "Half an art", 11) == 11)
    let stage = try TemporaryFolder().stage { $0.paths = ["-"] }
    var questions = 0
    var delivered = 0
    let isWanted = {
      questions += 1
      return questions < 3
    }
    try stage.list(while: isWanted) { _ in
      delivered += 1
      return true
    }
    #expect(questions >= 3 && delivered == 0)
  }

  @Test func isARootAmongOthers() throws {
    let folder = try TemporaryFolder()
    let stage = try folder.stage { $0.paths = ["-", "x"] }
    #expect(stage.roots.map(\.label) == ["stdin", "x"])
  }
}
