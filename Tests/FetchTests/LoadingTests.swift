import Foundation
import StageKit
import Testing

@testable import Fetch

@Suite struct LoadingTests {
  @Test func describesTheSource() throws {
    let document = try load("a.txt", "abc")
    #expect(document.text == "abc" && document.form == .plain)
    #expect(document.source.key == InputKey(path: Array("a.txt".utf8)))
    #expect(document.source.byteCount == 3 && document.source.encoding == "utf-8")
    #expect(
      document.source.sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func takesTheFormFromTheEnding() throws {
    #expect(try load("a.md", "x").form == .markdown)
    #expect(try load("a.markdown.gz", gzip(Array("x".utf8))).form == .markdown)
    for name in ["a.html", "a.HTM", "a.xhtml", "a.xml"] {
      #expect(try load(name, "<p>x</p>").form == .html, "\(name)")
    }
    #expect(try load("a.text", "x").form == .plain)
    #expect(try load("unknown", "x").form == .plain)
  }

  @Test func readsAnEmptyFileAsADocument() throws {
    let document = try load("a.txt", "")
    #expect(document.text.isEmpty && document.source.byteCount == 0)
  }

  @Test func readsCompressedFilesWhateverTheirEnding() throws {
    let text = String(repeating: "The harbour was closed. ", count: 20_000)
    let bytes = Array(text.utf8)
    for name in ["a.txt", "a.txt.gz", "a.txt.zst"] {
      for content in [gzip(bytes), zstd(bytes), bytes] {
        let document = try load(name, content)
        #expect(document.text == text)
        #expect(document.source.byteCount == bytes.count)
      }
    }
  }

  @Test func readsJoinedCompressedFiles() throws {
    let parts = ["One. ", "", "Two."].map { Array($0.utf8) }
    #expect(try load("a.txt.gz", parts.flatMap(gzip)).text == "One. Two.")
    #expect(try load("a.txt.gz", parts.flatMap(gzip) + [0, 0, 0]).text == "One. Two.")
    #expect(try load("a.txt.zst", parts.flatMap(zstd)).text == "One. Two.")
  }

  @Test func refusesDamagedCompression() throws {
    let whole = gzip(Array("Some text that is compressed.".utf8))
    for length in 0..<whole.count {
      let failure = #expect(throws: StageFailure.self) {
        try load("a.txt.gz", Array(whole[..<length]))
      }
      #expect(failure?.reason == "truncated", "\(length)")
    }
    let frame = zstd(Array("Some text that is compressed.".utf8))
    for length in 0..<frame.count {
      let failure = #expect(throws: StageFailure.self) {
        try load("a.txt.zst", Array(frame[..<length]))
      }
      #expect(failure?.reason == "truncated", "\(length)")
    }
    #expect(
      throws: StageFailure(
        reason: "damaged", message: "the gzip data is damaged: unknown bytes follow it")
    ) { try load("a.txt.gz", whole + [1, 2, 3]) }
    var flipped = whole
    flipped[20] ^= 0x40
    #expect(
      throws: StageFailure(
        reason: "damaged", message: "the gzip data is damaged: incorrect data check")
    ) { try load("a.txt.gz", flipped) }
  }

  @Test func survivesRandomDamage() throws {
    var random = SeededGenerator(state: 3)
    let folder = try TemporaryFolder()
    let stage = try folder.stage { $0.maximumBytes = 100_000 }
    for whole in [gzip(Array("Some text.".utf8)), zstd(Array("Some text.".utf8))] {
      for _ in 0..<150 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
        try folder.write("a.txt", bytes)
        #expect(try stage.loaded().count == 1)
      }
    }
  }

  @Test func setsLargeDocumentsAside() throws {
    let expected = StageFailure(
      reason: "too_large", message: "larger than 1000 bytes; raise 'max_bytes' to read it")
    let text = [UInt8](repeating: 0x61, count: 1001)
    let small = { (options: inout FetchOptions) in options.maximumBytes = 1000 }
    for bytes in [text, gzip(text), zstd(text)] {
      #expect(throws: expected) { try load("a.txt", bytes, small) }
    }
    let fitting = Array(text.dropLast())
    #expect(try load("a.txt", fitting, small).text.utf8.count == 1000)
    #expect(try load("a.txt", zstd(fitting), small).text.utf8.count == 1000)
  }

  @Test func doesNotUnpackBombs() throws {
    // 64 MB of zeros in blocks that repeat one byte.
    var bomb: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38]
    for index in 0..<512 {
      let header = 131_072 << 3 | 1 << 1 | (index == 511 ? 1 : 0)
      bomb += [UInt8(header & 0xFF), UInt8(header >> 8 & 0xFF), UInt8(header >> 16), 0x61]
    }
    let failure = #expect(throws: StageFailure.self) {
      try load("a.txt.zst", bomb) { $0.maximumBytes = 1_000_000 }
    }
    #expect(failure?.reason == "too_large")
  }

  @Test func saysThatAFileHasVanished() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt")
    let stage = try folder.stage()
    guard case .item(let item) = try stage.listed()[0] else { return }
    try FileManager.default.removeItem(atPath: folder.path + "/a.txt")
    var scratch = stage.makeScratch()
    #expect(
      throws: StageFailure(reason: "vanished", message: "the file is no longer there")
    ) { try stage.load(item, &scratch) }
    try folder.makeFolder("a.txt")
    let failure = #expect(throws: StageFailure.self) { try stage.load(item, &scratch) }
    #expect(failure?.reason == "not_a_file")
  }

  @Test func tellsPassingErrorsFromLastingOnes() {
    #expect(StageFailure.system(EIO, "cannot read the file").isTransient)
    #expect(StageFailure.system(EMFILE, "cannot open the file").isTransient)
    let refusal = StageFailure.system(EACCES, "cannot open the file")
    #expect(!refusal.isTransient && refusal.reason == "unreadable")
    #expect(refusal.message == "cannot open the file: permission denied")
  }

  @Test func loadsALotOfFilesWithOneScratch() throws {
    let folder = try TemporaryFolder()
    var expected: [String] = []
    for index in 100..<200 {
      let text = String(repeating: "x\(index) ", count: index % 7 * 500)
      expected.append(text)
      let bytes = Array(text.utf8)
      try folder.write("\(index).txt", [bytes, gzip(bytes), zstd(bytes)][index % 3])
    }
    #expect(try folder.stage().texts() == expected)
  }
}
