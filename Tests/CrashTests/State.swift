import CSQLite
import Foundation
import TestSupport
import Testing

/// The state folder of a pipeline, looked at from outside.
struct State {
  let workplace: Workplace

  private var ledgerPath: String { "\(workplace.path)/work/state/ledger.sqlite" }

  /// The first two columns of every row of a query to a copy: a look at the ledger itself would
  /// clean up behind a crash what the next run is to clean up.
  private func query(_ sql: String) throws -> [(String, String)] {
    let copy = "\(workplace.path)/copy-\(UUID()).sqlite"
    defer { for ending in ["", "-wal", "-shm"] { unlink(copy + ending) } }
    for ending in ["", "-wal", "-journal"] where access(ledgerPath + ending, F_OK) == 0 {
      try FileManager.default.copyItem(atPath: ledgerPath + ending, toPath: copy + ending)
    }
    var database: OpaquePointer?
    defer { sqlite3_close(database) }
    guard sqlite3_open(copy, &database) == SQLITE_OK else { throw LedgerUnusable(sql) }
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else {
      throw LedgerUnusable(String(cString: sqlite3_errmsg(database)))
    }
    func text(_ column: Int32) -> String {
      sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
    }
    var rows: [(String, String)] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: rows.append((text(0), text(1)))
      case SQLITE_DONE: return rows
      default: throw LedgerUnusable(String(cString: sqlite3_errmsg(database)))
      }
    }
  }

  /// The documents that are committed, each with the run that did it.
  func committed() throws -> [String: String] {
    guard FileManager.default.fileExists(atPath: ledgerPath) else { return [:] }
    // A crash may have come before the tables were made.
    guard try query("PRAGMA user_version").first?.0 != "0" else { return [:] }
    let rows = try query(
      "SELECT hex(path) || '#' || record, run FROM documents")
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// For each document in quarantine, whether it is to be tried again; nothing of those that were given up.
  func quarantined() throws -> [String] {
    try query("SELECT requeued, '' FROM documents WHERE outcome = 3").map(\.0)
  }

  /// Makes the ledger what the first version of it was.
  func makeFirstVersion() throws {
    var database: OpaquePointer?
    defer { sqlite3_close(database) }
    guard sqlite3_open(ledgerPath, &database) == SQLITE_OK,
      sqlite3_exec(
        database,
        """
        ALTER TABLE runs RENAME COLUMN quarantined TO failed;
        ALTER TABLE runs DROP COLUMN renamed;
        ALTER TABLE runs DROP COLUMN stages;
        ALTER TABLE documents DROP COLUMN attempts;
        ALTER TABLE documents DROP COLUMN requeued;
        ALTER TABLE documents DROP COLUMN kept;
        DROP TABLE suspects;
        PRAGMA user_version = 1;
        """, nil, nil, nil) == SQLITE_OK
    else { throw LedgerUnusable(String(cString: sqlite3_errmsg(database))) }
  }

  /// How the last run ended, as the ledger tells it.
  func lastExitCode() throws -> String? {
    try query("SELECT exit_code, id FROM runs ORDER BY id DESC LIMIT 1").first?.0
  }

  /// How many runs came to an end.
  func runCount() throws -> Int {
    try query("SELECT id, exit_code FROM runs WHERE exit_code IS NOT NULL").count
  }

  /// Requires that nothing is broken and nothing is left over after a run that has published.
  func requireTidy(_ comment: Comment? = nil) throws {
    let integrity = try query("PRAGMA integrity_check").map(\.0)
    #expect(integrity == ["ok"], comment)
    let used = try query(
      "SELECT DISTINCT segment, '' FROM documents WHERE segment IS NOT NULL ORDER BY segment")
    let spool = "\(workplace.path)/work/state/spool"
    let segments = (try? FileManager.default.contentsOfDirectory(atPath: spool)) ?? []
    #expect(Set(segments) == Set(used.map(\.0)), comment)
    let flight = FileManager.default.fileExists(atPath: "\(workplace.path)/work/state/flight")
    #expect(!flight, comment)
    let names = FileManager.default.enumerator(atPath: "\(workplace.path)/work")?.allObjects ?? []
    let leftOver = names.compactMap { $0 as? String }.filter {
      $0.contains("wireroom-new") || $0.contains("wireroom-old")
    }
    #expect(leftOver == [], comment)
  }
}

struct LedgerUnusable: Error {
  var message: String

  init(_ message: String) { self.message = message }
}

/// The last line of a run, read back: `done: 9 documents = 5 written + 4 unchanged; …`.
struct LastLine {
  var documents = 0
  var parts: [String: Int] = [:]

  init(_ result: Workplace.Result) throws {
    let line = try #require(result.messages.split(separator: "\n").last { $0.contains(" = ") })
    let sum = try #require(line.split(separator: ";").first).split(separator: ": ")[1]
      .replacingOccurrences(of: ",", with: "")
    let sides = sum.components(separatedBy: " = ")
    documents = try #require(Int(sides[0].split(separator: " ")[0]))
    for part in sides[1].components(separatedBy: " + ") {
      let words = part.split(separator: " ")
      let count: Int = try #require(Int(words[0]))
      parts[String(words[1])] = count
    }
  }

  /// Whether every document is accounted for.
  var addsUp: Bool { parts.values.reduce(0, +) == documents }
}
