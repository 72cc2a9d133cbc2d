import Foundation
import StageKit
import Testing

@testable import Ledger

@Suite struct MigrationTests {
  /// A ledger as the first version made it.
  private func oldLedger() throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "old-\(UUID()).sqlite").path
    let database = try Database(path: path)
    try database.execute(
      """
      CREATE TABLE runs (
        id INTEGER PRIMARY KEY, started INTEGER NOT NULL, ended INTEGER, exit_code INTEGER,
        chain INTEGER NOT NULL, workers INTEGER NOT NULL, written INTEGER, unchanged INTEGER,
        filtered INTEGER, failed INTEGER, pending INTEGER, vanished INTEGER, bytes INTEGER,
        duration INTEGER, measures TEXT) STRICT;
      CREATE TABLE chains (id INTEGER PRIMARY KEY, description TEXT NOT NULL UNIQUE) STRICT;
      CREATE TABLE documents (
        root TEXT NOT NULL, path BLOB NOT NULL, record INTEGER NOT NULL,
        size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
        inode INTEGER NOT NULL, sha256 TEXT NOT NULL, outcome INTEGER NOT NULL,
        stage TEXT, reason TEXT, message TEXT, offset INTEGER, transient INTEGER NOT NULL,
        duration INTEGER NOT NULL, run INTEGER NOT NULL, chain INTEGER NOT NULL,
        applied INTEGER NOT NULL, reached INTEGER NOT NULL,
        segment INTEGER, start INTEGER, lengths TEXT, checksum INTEGER, measures TEXT,
        PRIMARY KEY (root, path, record)) STRICT, WITHOUT ROWID;
      CREATE TABLE vanished (
        root TEXT NOT NULL, path BLOB NOT NULL, record INTEGER NOT NULL,
        PRIMARY KEY (root, path, record)) STRICT, WITHOUT ROWID;
      CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
      PRAGMA user_version = 1;
      INSERT INTO runs VALUES (1, 10, 20, 1, 1, 2, 3, 4, 5, 6, 0, 0, 99, 1000, NULL);
      INSERT INTO documents VALUES ('', x'61', 0, 3, 4, 5, 6, 'ab', 3, 'tag', 'bad', 'it is bad',
        NULL, 0, 7, 1, 1, 3, 1, NULL, NULL, NULL, NULL, NULL);
      """)
    return path
  }

  @Test func bringsAnOldLedgerUpToDateWithAllThatIsInIt() throws {
    let path = try oldLedger()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let ledger = try Ledger(path: path)
    let entry = try #require(try ledger.entries(after: nil, limit: 5).first)
    #expect(entry.outcome == .quarantined && entry.stage == "tag" && entry.attempts == 1)
    #expect(!entry.isRequeued && entry.kept == nil)
    let run = try #require(try LedgerReader(path: path)?.runs(limit: 5).first)
    #expect(run.summary?.quarantined == 6 && run.summary?.written == 3)
    // Once is enough.
    #expect(try Ledger(path: path).documentCount() == 1)
  }

  @Test func anOldLedgerIsOnlyReadOnceARunHasBroughtItUpToDate() throws {
    let path = try oldLedger()
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect {
      try LedgerReader(path: path)
    } throws: { error in
      (error as? LedgerError)?.message.hasSuffix("the next run brings it up to date") == true
    }
  }

  /// As the plan of a run does, which may come first after an update.
  @Test func anOldLedgerIsLookedAtInACopy() throws {
    let path = try oldLedger()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let ledger = try Ledger(reading: path)
    #expect(try ledger.entries(after: nil, limit: 5).map(\.attempts) == [1])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }
}
