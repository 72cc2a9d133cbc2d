import Foundation
import StageKit
import Testing

@testable import Ledger

/// Files that SQLite can read, though they are not as they were written.
@Suite struct DamageTests {
  private func withLedger(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "damage-\(UUID()).sqlite")
      .path
    defer {
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + ending)
      }
    }
    try fill(path)
    try body(path)
  }

  private func fill(_ path: String) throws {
    let ledger = try Ledger(path: path)
    for name in ["harbour-a", "harbour-b", "harbour-c"] {
      try ledger.record(
        LedgerEntry(
          key: InputKey(path: Array(name.utf8)), stamp: FileStamp(), outcome: .written, run: 1,
          location: SpoolLocation(segment: 1, start: 0, lengths: [4], checksum: 0)))
    }
  }

  private func isDamage(_ body: () throws -> Void) -> Bool {
    do { try body() } catch { return (error as? LedgerError)?.kind == .damage }
    return false
  }

  @Test(arguments: ["4 /8", "-4", "four", "99999999999999999999999999"])
  func lengthsThatAreNoneAreDamage(_ lengths: String) throws {
    try withLedger { path in
      try Database(path: path).execute("UPDATE documents SET lengths = '\(lengths)'")
      let ledger = try Ledger(path: path)
      #expect(isDamage { try ledger.forEachOutline { _ in } })
      #expect(isDamage { try ledger.forEach(.written) { _ in } })
      #expect(isDamage { _ = try ledger.entry(of: InputKey(path: Array("harbour-b".utf8))) })
      #expect(isDamage { _ = try LedgerReader(path: path)?.segmentSizes() })
    }
  }

  @Test func aPlaceThatIsBeyondAllFilesIsTold() throws {
    try withLedger { path in
      try Database(path: path).execute("UPDATE documents SET start = \(Int.max)")
      let reader = try #require(try LedgerReader(path: path))
      #expect(try reader.segmentSizes().map(\.byteCount) == [.max])
    }
  }

  @Test func rowsInAnotherOrderAreDamage() throws {
    try withLedger { path in
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let range = try #require(bytes.range(of: Data("harbour-b".utf8)))
      bytes.replaceSubrange(range, with: Data("harbour-x".utf8))
      try bytes.write(to: URL(fileURLWithPath: path))
      let ledger = try Ledger(path: path)
      #expect(isDamage { try ledger.forEachOutline { _ in } })
      #expect(isDamage { _ = try ledger.entries(after: nil, limit: 9) })
      #expect(try LedgerReader(path: path)?.damages().isEmpty == false)
    }
  }

  @Test func aVersionBelowTheFirstIsDamage() throws {
    try withLedger { path in
      try Database(path: path).execute("PRAGMA user_version = -5")
      #expect(isDamage { _ = try Ledger(path: path) })
      #expect(isDamage { _ = try Ledger(reading: path) })
      #expect(isDamage { _ = try LedgerReader(path: path) })
    }
  }
}
