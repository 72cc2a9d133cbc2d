import StageKit
import Testing
import TextKit

@Suite struct OutputPathTests {
  private func path(_ input: String, _ record: Int = 0, root: String = "") -> String {
    InputKey(root: root, path: Array(input.utf8), record: record).outputPath(ending: ".json")
  }

  @Test func keepsOrdinaryNames() {
    #expect(path("politics/talks.txt") == "politics/talks.txt.json")
    #expect(path("feed.jsonl", 12) == "feed.jsonl#12.json")
    #expect(path("Zürich/a.b", root: "wire") == "wire/Zürich/a.b.json")
    #expect(path(".hidden/...") == ".hidden/....json")
  }

  @Test(arguments: [
    ("../../etc/passwd", "%2E%2E/%2E%2E/etc/passwd.json"), ("..", "%2E%2E.json"),
    ("a/./b", "a/%2E/b.json"), ("/etc/passwd", "%/etc/passwd.json"), ("a//b", "a/%/b.json"),
    ("a/", "a/%.json"), ("", "%.json"), ("a\0b", "a%00b.json"), ("%2E%2E/a", "%252E%252E/a.json"),
  ])
  func encodesNamesThatLeadElsewhere(_ input: String, _ expected: String) {
    #expect(path(input) == expected)
  }

  @Test func keepsFilesAndFoldersApart() {
    #expect(path("a.txt") == "a.txt.json")
    #expect(path("a.txt.json/b") == "a.txt%2Ejson/b.json")
    #expect(path(".json/b") == "%2Ejson/b.json")
  }

  @Test func cutsLongNamesAtACharacterAndKeepsThemApart() {
    let long = String(repeating: "ü", count: 200)
    let paths = [path(long + "1"), path(long + "2"), path(long + "1/x"), path("x/" + long + "1")]
    #expect(Set(paths).count == paths.count)
    for path in paths {
      for name in path.split(separator: "/") { #expect(name.utf8.count <= 255) }
      #expect(!path.contains("\u{FFFD}") && path.hasSuffix(".json") && path.contains("%-"))
    }
    // 250 bytes and the ending are the most that a file system takes.
    let longest = String(repeating: "x", count: 250)
    #expect(path(longest) == longest + ".json")
    #expect(path(longest + "x").utf8.count == 255)
  }

  @Test func publishedNamesNeverChange() {
    #expect(
      path(String(repeating: "x", count: 300))
        == String(repeating: "x", count: 216) + "%-0ca87c95ae2960615decdb050f1a92bd.json")
  }

  @Test func hashesPathsThatAreTooLongAsAWhole() {
    let deep = String(repeating: "folder/", count: 500)
    let paths = [path(deep + "a"), path(deep + "b")]
    #expect(paths[0] != paths[1])
    for path in paths { #expect(path.utf8.count == 39 && !path.contains("/")) }
  }

  @Test func differentInputsHaveDifferentPaths() {
    var random = SplitMix(state: 7)
    let pieces = [".", "..", "/", "%", "2E", "a", ".json", "#", "1", "\0", "ü", "-", "//"]
    var inputOfPath: [String: String] = [:]
    for _ in 0..<5_000 {
      let input = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        pieces[Int.random(in: pieces.indices, using: &random)]
      }.joined()
      let output = path(input)
      let earlier = inputOfPath.updateValue(input, forKey: output)
      #expect(earlier == nil || earlier == input, "'\(output)'")
      let names = output.split(separator: "/", omittingEmptySubsequences: false)
      #expect(!names.contains { $0.isEmpty || $0 == "." || $0 == ".." }, "'\(output)'")
      #expect(!names.dropLast().contains { $0.hasSuffix(".json") }, "'\(output)'")
    }
  }
}

/// A generator with a seed, so that a failure can be repeated.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
