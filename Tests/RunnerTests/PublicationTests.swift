import Foundation
import StageKit
import Testing
import TextKit

@testable import Runner

/// How outputs come into their places.
@Suite struct PublicationTests {
  private func run(
    _ texts: [(String, String)], _ folder: TemporaryFolder, outputs: [OutputLayout]? = nil,
    workers: Int = 2
  ) -> RunReport {
    var source = FakeSource()
    source.texts = texts
    return PipelineRun(
      makePlan(source, folder, outputs: outputs, workers: workers), observer: SilentObserver()
    ).run()
  }

  private func bothKinds(_ folder: TemporaryFolder) -> [OutputLayout] {
    [.file(path: folder.path + "/all.txt"), .folder(path: folder.path + "/tree", ending: ".out")]
  }

  @Test func theManifestTellsWhatWasPublished() throws {
    let folder = try TemporaryFolder()
    _ = run(
      [("a", "one"), ("b", "drop"), ("c", "busy"), ("d", "fail")], folder,
      outputs: bothKinds(folder))
    let manifest = try Value(json: Array(folder.read("test.manifest.json").utf8).span)
    #expect(manifest["pipeline"] == "test")
    #expect(manifest["documents"] == ["written": 1, "filtered": 1, "quarantined": 2])
    #expect(manifest["uncertain"] == [["document": "c", "reason": "busy"]])
    let outputs = try #require(manifest["outputs"]?.list)
    #expect(outputs.map { $0["path"]?.string } == ["all.txt", "tree"])
    #expect(outputs.map { $0["documents"]?.integer } == [1, 1])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sha256sum", folder.path + "/all.txt"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let printed = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(printed.hasPrefix(try #require(outputs[0]["sha256"]?.string)))
  }

  @Test func theManifestIsTheSameHoweverTheOutputCameAbout() throws {
    let texts = (0..<200).map { ("\($0 + 1000)", "text \($0)") }
    var manifests: Set<String> = []
    for workers in [1, 3] {
      let folder = try TemporaryFolder()
      if workers == 3 { _ = run(Array(texts.dropLast(50)) + [("z", "gone")], folder) }
      #expect(run(texts, folder, workers: workers).problem == nil)
      manifests.insert(try folder.read("test.manifest.json"))
    }
    #expect(manifests.count == 1)
  }

  @Test func aCrashAmidTheMovesIsRolledForward() throws {
    let folder = try TemporaryFolder()
    let outputs = bothKinds(folder)
    // After every number of moves, as if the process had been killed there.
    for done in 0...3 {
      _ = run([("a", "old\(done)")], folder, outputs: outputs)
      try folder.write(".all.txt.wireroom-new", "a|new|\n")
      try folder.write("tree.wireroom-new/a.out", "a|new|\n")
      try folder.write("tree.wireroom-new/.wireroom-files", "a.out\n")
      try folder.write("test.manifest.json.wireroom-new", "manifest \(done)")
      let moves = [
        Move(
          from: folder.path + "/.all.txt.wireroom-new", to: folder.path + "/all.txt",
          isFolder: false, inode: 0),
        Move(
          from: folder.path + "/tree.wireroom-new", to: folder.path + "/tree", isFolder: true,
          inode: try FileSystem.inode(of: folder.path + "/tree.wireroom-new")),
        Move(
          from: folder.path + "/test.manifest.json.wireroom-new",
          to: folder.path + "/test.manifest.json", isFolder: false, inode: 0),
      ]
      let journal = Journal(directory: folder.path + "/state")
      try journal.note(moves)
      for move in moves.prefix(done) { try move.perform() }
      // The next run ends what this one had begun, before it does anything else.
      var failing = FakeSource()
      failing.listFailure = StageFailure(reason: "root_unreadable", message: "it is away")
      let report = PipelineRun(
        makePlan(failing, folder, outputs: outputs), observer: SilentObserver()
      ).run()
      #expect(report.exitCode == .noInput)
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/state/publishing.json"))
      #expect(try folder.read("all.txt") == "a|new|\n")
      #expect(try folder.read("tree/a.out") == "a|new|\n")
      #expect(try folder.read("test.manifest.json") == "manifest \(done)")
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/tree.wireroom-new"))
    }
  }

  /// A move that cannot be made; the second one is possible.
  private func movesOfWhichTheFirstFails(_ folder: TemporaryFolder) throws -> [Move] {
    try folder.write("new", "new")
    try folder.write("other-new", "new")
    // A file cannot take the place of a folder.
    try folder.write("place/file", "x")
    return [
      Move(
        from: folder.path + "/new", to: folder.path + "/place", isFolder: false, inode: 0),
      Move(
        from: folder.path + "/other-new", to: folder.path + "/other", isFolder: false, inode: 0),
    ]
  }

  @Test func aSwitchThatCouldNotEvenBeginIsForgotten() throws {
    let folder = try TemporaryFolder()
    let moves = try movesOfWhichTheFirstFails(folder)
    let journal = Journal(directory: folder.path)
    #expect(throws: SystemError.self) { try journal.perform(moves) }
    #expect(!journal.isPending)
    // One that has begun has to be ended.
    #expect(throws: SystemError.self) { try journal.perform(moves.reversed()) }
    #expect(journal.isPending)
  }

  @Test func anUnfinishedSwitchOnlyBlocksThePlaceThatItIsFor() throws {
    let folder = try TemporaryFolder()
    let moves = try movesOfWhichTheFirstFails(folder)
    let journal = Journal(directory: folder.path)
    try journal.note(moves)
    #expect(throws: RunProblem.self) {
      try journal.rollForward(places: [folder.path + "/place"])
    }
    #expect(journal.isPending)
    try journal.rollForward(places: [folder.path + "/another"])
    #expect(!journal.isPending)
    #expect(folder.files() == ["other", "place/file"])
  }

  @Test func performingAMoveTwiceDoesNoHarm() throws {
    let folder = try TemporaryFolder()
    try folder.write("new/a", "new")
    try folder.write("old/a", "old")
    let move = Move(
      from: folder.path + "/new", to: folder.path + "/old", isFolder: true,
      inode: try FileSystem.inode(of: folder.path + "/new"))
    try move.perform()
    try move.perform()
    #expect(folder.files() == ["old/a"])
    #expect(try folder.read("old/a") == "new")
  }

  @Test func aPublicationThatIsGivenUpLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    // The second output cannot be made, after the first was begun.
    try folder.write("taken/file", "x")
    let report = run(
      [("a", "one")], folder,
      outputs: [.file(path: folder.path + "/all.txt"), .file(path: folder.path + "/taken")])
    #expect(report.problem == .outputOccupied(path: folder.path + "/taken"))
    #expect(folder.files() == ["taken/file"])
  }
}
