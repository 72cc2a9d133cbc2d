import Diagnostics
import Foundation
import PipelineFile
import StageKit
import Testing

/// Files on disk: finding, refusing, and the paths in them.
@Suite final class FileTests {
  private let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "wireroom-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ name: String, _ content: Data) throws -> String {
    let path = "\(folder)/\(name)"
    try content.write(to: URL(filePath: path))
    return path
  }

  private func load(_ path: String) -> [String] {
    do throws(PipelineFileError) {
      _ = try PipelineFile.load(path: path, stages: fakeStages, environment: { _ in nil })
      return []
    } catch {
      return error.diagnostics.map { $0.rendered().replacing(folder, with: "F") }
    }
  }

  @Test func loadsAFileAndKnowsItsFolder() throws {
    let path = try write("daily.news.yaml", Data("stages: [fetch, write: {path: x}]".utf8))
    let file = try PipelineFile.load(path: path, stages: fakeStages, environment: { _ in nil })
    #expect(file.name == "daily.news" && file.directory == folder && file.path == path)
  }

  @Test func saysWhyAFileCannotBeRead() throws {
    #expect(load("\(folder)/a.yaml") == ["error: there is no file 'F/a.yaml'"])
    #expect(load(folder) == ["error: 'F' is a folder; name a pipeline file in it"])
    let file = try write("b", Data())
    #expect(load("\(file)/c") == ["error: cannot read 'F/b/c': not a directory"])
    #expect(load("a\0b") == ["error: there is no file 'a\\u{0}b'"])
  }

  @Test func neverWaitsForPipesAndDevices() {
    #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
    let special = "is no regular file; a pipeline cannot be read from a pipe or a device"
    #expect(load("\(folder)/pipe") == ["error: 'F/pipe' \(special)"])
    #expect(load("/dev/zero") == ["error: '/dev/zero' \(special)"])
  }

  @Test func refusesLargeFilesWithoutReadingThem() throws {
    let path = try write("large.yaml", Data())
    #expect(truncate(path, 1_000_000_000_000) == 0)
    let message =
      "F/large.yaml:1:1: error: the file is larger than 1 MB, so it cannot be a pipeline file"
    #expect(load(path) == [message])
    #expect(truncate(path, 1_000_001) == 0)
    #expect(load(path) == [message])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "1:1: error: the file is in UTF-16; save it as UTF-8"),
      ([0xFE, 0xFF, 0x00, 0x61], "1:1: error: the file is in UTF-16; save it as UTF-8"),
      (
        [0x61, 0x0A, 0xC3, 0xA9, 0xE9, 0x62],
        "2:2: error: the byte 0xE9 is not valid UTF-8; save the file as UTF-8"
      ),
      (
        [0x61, 0x0D, 0x0A, 0xC3],
        "2:1: error: the byte 0xC3 is not valid UTF-8; save the file as UTF-8"
      ),
      (
        [0x61, 0x00],
        "1:2: error: the file holds a NUL byte here, so it is binary or not in UTF-8"
      ),
    ] as [([UInt8], String)])
  func refusesWhatIsNoText(bytes: [UInt8], message: String) throws {
    let path = try write("a.yaml", Data(bytes))
    #expect(load(path) == ["F/a.yaml:\(message)"])
  }

  @Test func looksForInputsAndResources() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/in[1]/deep", withIntermediateDirectories: true)
    _ = try write("names.txt", Data())
    func check(_ options: String, _ names: String = "names.txt", overridden: Bool = false)
      -> [String]
    {
      messages(
        "stages:\n- fetch: {paths: \(options)}\n- segment\n- tag: {names: \(names)}\n- write: {path: /no/where}",
        directory: folder, inputsAreOverridden: overridden
      ).map { $0.replacing(folder, with: "F") }
    }
    for path in [
      "-", "names.txt", "'in[1]'", "'in[1]/deep'", "'*.txt'", "'**/*.txt'", "/tmp", "'/*.txt'",
      "'./[a-z]*'",
    ] {
      #expect(check("[\(path)]") == [])
    }
    #expect(
      check("[names.txt, 'nowhere/*.txt']") == [
        "2:30: error: 'paths[1]' of stage 'fetch': 'F/nowhere' does not exist; paths start from the folder of the pipeline file"
      ])
    #expect(check("nowhere", overridden: true) == [])
    #expect(
      check("~/news") == [
        "2:18: error: 'paths' of stage 'fetch': 'F/~/news' does not exist; '~' is not expanded, write '${HOME}'"
      ])
    #expect(
      check("[]", "'in[1]'") == [
        "4:16: error: 'names' of stage 'tag': 'F/in[1]' is a folder, not a file"
      ])
    #expect(
      check("[]", "'*.txt'", overridden: true) == [
        "4:16: error: 'names' of stage 'tag': 'F/*.txt' does not exist; paths start from the folder of the pipeline file"
      ])
  }

  @Test func saysWhatMayNotBeRead() throws {
    // Nothing is hidden from the superuser.
    guard geteuid() != 0 else { return }
    let path = try write("secret.yaml", Data("stages: []".utf8))
    #expect(chmod(path, 0) == 0)
    #expect(load(path) == ["error: cannot read 'F/secret.yaml': permission denied"])
    #expect(
      messages(tagging("{names: \(path)}")).map { $0.replacing(folder, with: "F") }
        == ["4:16: error: 'names' of stage 'tag': 'F/secret.yaml' may not be read"])
  }
}
