import Foundation
import Ledger
import StageKit
import Testing

@Suite struct LedgerReaderTests {
  /// A folder for one test, gone at its end.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger ?#%41\(UUID())")
      .path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func summary(_ exitCode: Int, written: Int = 0) -> RunSummary {
    var summary = RunSummary(ended: 1000 + exitCode, exitCode: exitCode)
    summary.written = written
    summary.unchanged = 2
    summary.filtered = 3
    summary.quarantined = 4
    summary.pending = 5
    summary.vanished = 6
    summary.bytes = 7
    summary.nanoseconds = 8
    return summary
  }

  private func entry(_ path: String, _ outcome: Outcome, reason: String? = nil) -> LedgerEntry {
    LedgerEntry(
      key: InputKey(path: Array(path.utf8)), stamp: FileStamp(), outcome: outcome,
      stage: reason.map { _ in "tag" }, reason: reason, message: reason.map { "it is \($0)" },
      run: 1)
  }

  @Test func thereIsNothingToReadBeforeTheFirstRun() throws {
    try withFolder { folder in
      let path = folder + "/ledger.sqlite"
      #expect(try LedgerReader(path: path) == nil)
      #expect(!FileManager.default.fileExists(atPath: path))
      try Data().write(to: URL(fileURLWithPath: path))
      #expect(try LedgerReader(path: path) == nil)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    }
  }

  @Test func tellsOfRunsWhileOneIsUnderWay() throws {
    try withFolder { folder in
      let ledger = try Ledger(path: folder + "/ledger.sqlite")
      for exitCode in [0, 3, 1] {
        let run = try ledger.beginRun(started: 900 + exitCode, chain: 1, workers: 2)
        try ledger.endRun(run, summary(exitCode, written: exitCode))
      }
      _ = try ledger.beginRun(started: 2000, chain: 1, workers: 2)
      // A transaction that is not committed yet neither blocks the reader nor is seen by it.
      try ledger.beginTransaction()
      try ledger.record(entry("a", .written))
      let reader = try #require(try LedgerReader(path: folder + "/ledger.sqlite"))
      #expect(
        try reader.runs(limit: 3) == [
          RunRecord(number: 4, started: 2000),
          RunRecord(number: 3, started: 901, summary: summary(1, written: 1)),
          RunRecord(number: 2, started: 903, summary: summary(3, written: 3)),
        ])
      #expect(try reader.runs(limit: 9, onlyComplete: true).map(\.number) == [3, 1])
      #expect(try reader.lastSuccess() == 1000)
      #expect(try reader.counts() == [:])
      try ledger.commit()
      // What a reader tells is of one moment.
      #expect(try reader.counts() == [:])
      let later = try #require(try LedgerReader(path: folder + "/ledger.sqlite"))
      #expect(try later.counts() == [.written: 1])
      #expect(try later.documentCount(ofRun: 1) == 1)
    }
  }

  @Test func groupsFailuresByStageAndReason() throws {
    try withFolder { folder in
      let ledger = try Ledger(path: folder + "/ledger.sqlite")
      for (path, reason) in [("x/c", "bad"), ("x/b", "bad"), ("a", "odd")] {
        try ledger.record(entry(path, .quarantined, reason: reason))
      }
      try ledger.record(entry("d", .filtered, reason: "bad"))
      let reader = try #require(try LedgerReader(path: folder + "/ledger.sqlite"))
      #expect(
        try reader.failures() == [
          FailureGroup(
            stage: "tag", reason: "bad", count: 2, example: InputKey(path: Array("x/b".utf8)),
            message: "it is bad"),
          FailureGroup(
            stage: "tag", reason: "odd", count: 1, example: InputKey(path: Array("a".utf8)),
            message: "it is odd"),
        ])
      #expect(try reader.damages() == [])
      #expect(try reader.segmentSizes().isEmpty)
    }
  }

  @Test func tellsHowLargeSegmentsMustBe() throws {
    try withFolder { folder in
      let ledger = try Ledger(path: folder + "/ledger.sqlite")
      for (path, segment, start, lengths) in [
        ("a", 1, 0, [4, 5]), ("b", 1, 90, [1, 22]), ("c", 3, 0, [0]),
      ] {
        var written = entry(path, .written)
        written.location = SpoolLocation(
          segment: segment, start: start, lengths: lengths, checksum: 0)
        try ledger.record(written)
      }
      let reader = try #require(try LedgerReader(path: folder + "/ledger.sqlite"))
      let sizes = try reader.segmentSizes()
      #expect(sizes.map(\.segment) == [1, 3])
      #expect(sizes.map(\.byteCount) == [113, 0])
    }
  }

  @Test func explainsWhatItCannotRead() throws {
    try withFolder { folder in
      let path = folder + "/ledger.sqlite"
      try Data(repeating: 0x41, count: 5000).write(to: URL(fileURLWithPath: path))
      #expect {
        try LedgerReader(path: path)
      } throws: { error in
        (error as? LedgerError)?.message
          == "'\(path)' is damaged or no ledger"
      }
      try FileManager.default.removeItem(atPath: path)
      do { _ = try Ledger(path: path) }
      // The version stands at byte 60 of the file, the most significant byte first.
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      bytes[62] = 9
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect {
        try LedgerReader(path: path)
      } throws: { error in
        (error as? LedgerError)?.message.contains("newer version of wireroom") == true
      }
    }
  }

  @Test func findsADamagedPage() throws {
    try withFolder { folder in
      let path = folder + "/ledger.sqlite"
      do {
        let ledger = try Ledger(path: path)
        for number in 0..<500 { try ledger.record(entry("document \(number)", .written)) }
      }
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      // The type of a page in the middle, which holds documents.
      bytes[bytes.count / 4096 / 2 * 4096] = 0x77
      try bytes.write(to: URL(fileURLWithPath: path))
      let reader = try #require(try LedgerReader(path: path))
      let damages = (try? reader.damages()) ?? ["it cannot be read at all"]
      #expect(!damages.isEmpty)
    }
  }
}
