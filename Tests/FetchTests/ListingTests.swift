import Foundation
import StageKit
import Testing

@testable import Fetch

@Suite struct ListingTests {
  @Test func listsKnownEndingsInTheOrderOfKeys() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.txt", "a.txt", "a/z.md", "a/b/c.HTML", "a b.text", "a.txt.gz", "x.jpg", "LICENSE",
      "c.markdown", "d.htm", "e.xhtml",
    ] {
      try folder.write(name)
    }
    #expect(
      try folder.stage().listedNames() == [
        "a/b/c.HTML", "a/z.md", "a b.text", "a.txt", "a.txt.gz", "b.txt", "c.markdown", "d.htm",
        "e.xhtml",
      ])
  }

  @Test func listsRandomTreesInTheOrderOfKeys() throws {
    var random = SeededGenerator(state: 42)
    let pieces = ["a", "b", "-", ".", " ", "é", "\u{1}", "~", "A", "0", "\n"]
    for _ in 0..<12 {
      let folder = try TemporaryFolder()
      var expected: Set<String> = []
      for _ in 0..<60 {
        let names = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          "x"
            + (0..<Int.random(in: 0...3, using: &random)).map { _ in
              pieces.randomElement(using: &random) ?? "a"
            }.joined()
        }
        let path = names.joined(separator: "/") + ".txt"
        try folder.write(path)
        expected.insert(path)
      }
      var keys: [InputKey] = []
      for case .item(let item) in try folder.stage().listed() { keys.append(item.key) }
      #expect(keys == keys.sorted())
      #expect(Set(keys.map { String(decoding: $0.path, as: UTF8.self) }) == expected)
    }
  }

  @Test func listsNamesThatAreNotUTF8() throws {
    let folder = try TemporaryFolder()
    let name: [UInt8] = Array("caf".utf8) + [0xE9] + Array(".txt".utf8)
    let path = Array((folder.path + "/").utf8) + name
    let file = path.map { CChar(bitPattern: $0) } + [0]
    let descriptor = open(file, O_CREAT | O_WRONLY, 0o600)
    try #require(descriptor >= 0)
    close(descriptor)
    #expect(try folder.stage().listedNames() == ["caf%E9.txt"])
    #expect(try folder.stage().texts() == [""])
  }

  @Test func aGlobThatSpellsTheDotFindsHiddenNames() throws {
    let folder = try TemporaryFolder()
    for name in [".h.txt", ".i.txt", "h.txt", ".hd/a.txt", ".hd/.b.txt", "x/.h.txt"] {
      try folder.write(name)
    }
    #expect(try folder.stage { $0.paths = [".h*"] }.listedNames() == [".h.txt"])
    #expect(try folder.stage { $0.paths = [".h*/*"] }.listedNames() == [".hd/a.txt"])
    #expect(try folder.stage { $0.paths = ["*"] }.listedNames() == ["h.txt"])
    #expect(
      try folder.stage { $0.include = [".h.*"] }.listedNames() == [".h.txt", "x/.h.txt"])
    #expect(
      try folder.stage {
        $0.paths = [".*.txt"]
        $0.exclude = [".i.*"]
      }.listedNames() == [".h.txt"])
  }

  @Test func followsIncludeAndExclude() throws {
    let folder = try TemporaryFolder()
    for name in ["a.txt", "b.md", "x/a.txt", "x/c.dat", "x/drafts/d.txt", "y/e.txt"] {
      try folder.write(name)
    }
    #expect(try folder.stage { $0.include = ["a.txt"] }.listedNames() == ["a.txt", "x/a.txt"])
    #expect(
      try folder.stage { $0.include = ["x/**"] }.listedNames() == ["x/a.txt", "x/drafts/d.txt"])
    #expect(try folder.stage { $0.include = ["*.dat"] }.listedNames() == ["x/c.dat"])
    #expect(
      try folder.stage { $0.exclude = ["drafts", "*.md"] }.listedNames() == [
        "a.txt", "x/a.txt", "y/e.txt",
      ])
    #expect(
      try folder.stage {
        $0.include = ["**/*.txt"]
        $0.exclude = ["x/"]
      }.listedNames() == ["a.txt", "y/e.txt"])
  }

  @Test func listsHiddenNamesOnlyOnRequest() throws {
    let folder = try TemporaryFolder()
    for name in [".a.txt", ".x/b.txt", "c.txt"] { try folder.write(name) }
    #expect(try folder.stage().listedNames() == ["c.txt"])
    #expect(
      try folder.stage { $0.hidden = true }.listedNames() == [".a.txt", ".x/b.txt", "c.txt"])
  }

  @Test func staysInTheFolderWithoutRecursion() throws {
    let folder = try TemporaryFolder()
    for name in ["a.txt", "x/b.txt"] { try folder.write(name) }
    #expect(try folder.stage { $0.recursive = false }.listedNames() == ["a.txt"])
  }

  @Test func followsLinksAndLeavesLoops() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    try other.write("far.txt")
    try folder.write("a/b/near.txt")
    try folder.link("a/b/up", to: "..")
    try folder.link("a/self", to: ".")
    try folder.link("other", to: other.path)
    try folder.link("file.txt", to: "a/b/near.txt")
    #expect(
      try folder.stage().listedNames() == ["a/b/near.txt", "file.txt", "other/far.txt"])
  }

  @Test func leavesLoopsOfSeveralFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/1.txt")
    try folder.write("b/2.txt")
    try folder.link("a/to-b", to: "../b")
    try folder.link("b/to-a", to: "../a")
    #expect(
      try folder.stage().listedNames() == [
        "a/1.txt", "a/to-b/2.txt", "b/2.txt", "b/to-a/1.txt",
      ])
  }

  @Test func reportsLinksThatLeadNowhere() throws {
    let folder = try TemporaryFolder()
    try folder.link("gone.txt", to: "nothing")
    try folder.link("circle", to: "circle")
    #expect(
      try folder.stage().listedNames() == ["circle: dangling_link", "gone.txt: dangling_link"])
  }

  @Test(.enabled(if: getuid() != 0, "the system's administrator may read everything"))
  func reportsFoldersThatCannotBeRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("locked/a.txt")
    try folder.write("open/b.txt")
    chmod(folder.path + "/locked", 0)
    defer { chmod(folder.path + "/locked", 0o700) }
    #expect(try folder.stage().listedNames() == ["locked: unreadable", "open/b.txt"])
  }

  @Test(.timeLimit(.minutes(1))) func neverWaitsForPipes() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt")
    for name in ["pipe.txt", "pipe.json", "pipe.bin"] { mkfifo(folder.path + "/" + name, 0o600) }
    // What would not be listed if it were a file is not mentioned.
    #expect(
      try folder.stage().listedNames() == [
        "a.txt", "pipe.json: not_a_file", "pipe.txt: not_a_file",
      ])
    let named = try folder.stage { $0.paths = ["pipe.txt"] }
    #expect(try named.listedNames() == ["pipe.txt: not_a_file"])
    // One that took a file's place since is found out by loading.
    let stage = try folder.stage()
    let item = InputItem(key: InputKey(path: Array("pipe.txt".utf8)))
    var scratch = stage.makeScratch()
    #expect(throws: StageFailure.notAFile) { try stage.load(item, &scratch) }
  }

  @Test func reportsWhatIsTooDeep() throws {
    let folder = try TemporaryFolder()
    let deep = Array(repeating: "d", count: 140).joined(separator: "/")
    try folder.write(deep + "/a.txt")
    let names = try folder.stage().listedNames()
    #expect(names.count == 1 && names[0].hasSuffix(": too_deep"))
  }

  @Test func throwsWhereARootIsMissing() throws {
    let folder = try TemporaryFolder()
    for path in ["nothing", "nothing/*.txt"] {
      let stage = try folder.stage { $0.paths = [path] }
      let failure = #expect(throws: StageFailure.self) { try stage.listed() }
      #expect(failure?.reason == "root_unreadable")
      #expect(
        failure?.message
          == "'\(folder.path)/nothing': no such file or folder")
    }
    try folder.write("a.txt")
    let stage = try folder.stage { $0.paths = ["a.txt"] }
    try FileManager.default.removeItem(atPath: folder.path + "/a.txt")
    let failure = #expect(throws: StageFailure.self) { try stage.listed() }
    #expect(failure?.message == "'\(folder.path)': cannot find 'a.txt'")
  }

  @Test func stopsWhenNoMoreIsWanted() throws {
    let folder = try TemporaryFolder()
    for index in 0..<9 { try folder.write("x\(index)/\(index).txt") }
    try folder.write("x0/many.jsonl", "{}\n{}\n{}\n")
    for limit in 1...5 { #expect(try folder.stage().listed(limit: limit).count == limit) }
  }

  @Test func stampsFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "12345")
    guard case .item(let item) = try folder.stage().listed()[0] else {
      Issue.record("an item is expected")
      return
    }
    #expect(item.stamp.size == 5 && item.stamp.inode > 0)
    #expect(item.stamp.modified > 1_600_000_000_000_000_000)
    #expect(item.payload == nil)
  }
}
