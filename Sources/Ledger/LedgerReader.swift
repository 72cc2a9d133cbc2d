import CSQLite
public import StageKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A look at a ledger that changes nothing: it neither makes nor migrates one, and it may be taken
/// while a run writes. All that one reader tells is of the same moment.
public final class LedgerReader {
  private let database: Database

  /// Opens the ledger at `path`; `nil` where there is none yet.
  ///
  /// - Throws: `LedgerError` where the file is no ledger, is damaged, or was made by a newer version.
  public init?(path: String) throws(LedgerError) {
    // Not by what SQLite says, which is the same for a missing file and one that may not be read.
    guard fileExists(path) else { return nil }
    let version: Int
    (database, version) = try Database.reading(path)
    // A run that was cut off at its very beginning leaves an empty file.
    if version == 0 { return nil }
    guard version == Ledger.schemaVersion else {
      throw LedgerError(
        code: LedgerError.otherVersion,
        message:
          "'\(path)' was made by an older version of wireroom; the next run brings it up to date")
    }
  }

  // MARK: Runs

  /// The last runs, the latest first.
  ///
  /// - Parameter onlyComplete: whether to leave out those that did not come to their end with 0 or 1.
  public func runs(limit: Int, onlyComplete: Bool = false) throws(LedgerError) -> [RunRecord] {
    let select = try database.prepare(
      """
      SELECT id, started, ended, exit_code, written, unchanged, filtered, quarantined, pending,
        vanished, bytes, duration, measures, renamed, stages FROM runs WHERE \(onlyComplete ? "exit_code IN (0, 1)" : "1")
      ORDER BY id DESC LIMIT ?1
      """)
    select.bind(1, limit)
    var runs: [RunRecord] = []
    while try select.step() {
      var run = RunRecord(number: select.integer(0), started: select.integer(1))
      if let ended = select.optionalInteger(2) {
        var summary = RunSummary(ended: ended, exitCode: select.integer(3))
        summary.written = select.integer(4)
        summary.unchanged = select.integer(5)
        summary.filtered = select.integer(6)
        summary.quarantined = select.integer(7)
        summary.pending = select.integer(8)
        summary.vanished = select.integer(9)
        summary.bytes = select.integer(10)
        summary.nanoseconds = select.integer(11)
        summary.measures = select.text(12)
        summary.renamed = select.integer(13)
        summary.stages = select.text(14)
        run.summary = summary
      }
      runs.append(run)
    }
    return runs
  }

  /// When the last run ended with 0, in seconds since 1970; `nil` if none has.
  public func lastSuccess() throws(LedgerError) -> Int? {
    try database.integer("SELECT max(ended) FROM runs WHERE exit_code = 0")
  }

  /// A remembered fact about the pipeline's state, or `nil`.
  public func fact(_ name: String) throws(LedgerError) -> String? {
    let select = try database.prepare("SELECT value FROM facts WHERE name = ?1")
    select.bind(1, name)
    return try select.step() ? select.text(0) : nil
  }

  // MARK: Documents

  /// How many documents have each outcome.
  public func counts() throws(LedgerError) -> [Outcome: Int] {
    try database.outcomeCounts()
  }

  /// Calls `body` with every entry of an outcome, in the order of the output.
  public func forEach(_ outcome: Outcome, _ body: (LedgerEntry) throws -> Void) throws {
    try database.forEach(outcome, body)
  }

  /// How many documents a run has committed.
  public func documentCount(ofRun run: Int) throws(LedgerError) -> Int {
    try database.integer("SELECT count(*) FROM documents WHERE run = \(run)") ?? 0
  }

  /// The documents whose last try failed, by stage and reason, the most frequent first.
  public func failures() throws(LedgerError) -> [FailureGroup] {
    // Beside a single 'min', SQLite takes the other columns from the row that has it.
    let select = try database.prepare(
      """
      SELECT stage, reason, count(*), min(path), root, record, message FROM documents
      WHERE outcome = \(Outcome.quarantined.rawValue) GROUP BY stage, reason
      ORDER BY count(*) DESC, stage, reason
      """)
    var groups: [FailureGroup] = []
    while try select.step() {
      groups.append(
        FailureGroup(
          stage: select.text(0) ?? "", reason: select.text(1) ?? "", count: select.integer(2),
          example: InputKey(
            root: select.text(4) ?? "", path: select.orderedPath(3),
            record: select.integer(5)),
          message: select.text(6)))
    }
    return groups
  }

  // MARK: What documents are like

  /// Calls `body` with the measures of every written document that was done after a run.
  public func forEachMeasure(
    after run: Int, _ body: (DocumentMeasures) -> Void
  ) throws(LedgerError) {
    let select = try database.prepare(
      "SELECT measures FROM documents WHERE run > ?1 AND measures IS NOT NULL")
    select.bind(1, run)
    while try select.step() {
      if let measures = select.withBlob(0, DocumentMeasures.init(description:)) { body(measures) }
    }
  }

  /// How many documents that were done after a run were dropped for a reason.
  public func filteredCount(after run: Int, reason: String) throws(LedgerError) -> Int {
    let select = try database.prepare(
      "SELECT count(*) FROM documents WHERE run > ?1 AND outcome = ?2 AND reason = ?3")
    select.bind(1, run)
    select.bind(2, Outcome.filtered.rawValue)
    select.bind(3, reason)
    return try select.step() ? select.integer(0) : 0
  }

  // MARK: Soundness

  /// What SQLite finds wrong with the file; nothing if all is well. Takes time with the file's size.
  public func damages() throws(LedgerError) -> [String] {
    let check = try database.prepare("PRAGMA integrity_check(10)")
    var damages: [String] = []
    while try check.step() { damages.append(check.text(0) ?? "") }
    return damages == ["ok"] ? [] : damages
  }

  /// The segments of the spool that documents refer to, with how many bytes each must hold at least.
  public func segmentSizes() throws(LedgerError) -> [(segment: Int, byteCount: Int)] {
    let select = try database.prepare(
      """
      SELECT segment, max(start), lengths FROM documents WHERE segment IS NOT NULL
      GROUP BY segment ORDER BY segment
      """)
    var sizes: [(segment: Int, byteCount: Int)] = []
    while try select.step() {
      let last = try Ledger.parseLengths(select.text(2) ?? "").reduce(0, +)
      let (end, isBeyond) = select.integer(1).addingReportingOverflow(last)
      sizes.append((select.integer(0), isBeyond ? .max : end))
    }
    return sizes
  }
}

/// A run as the ledger knows it.
public struct RunRecord: Sendable, Equatable {
  public var number: Int
  /// Seconds since 1970.
  public var started: Int
  /// How it ended; `nil` while it is under way, and for one that was cut off.
  public var summary: RunSummary?

  public init(number: Int, started: Int, summary: RunSummary? = nil) {
    self.number = number
    self.started = started
    self.summary = summary
  }
}

/// Documents that failed in the same stage for the same reason.
public struct FailureGroup: Sendable, Equatable {
  public var stage: String
  public var reason: String
  public var count: Int
  /// One of them.
  public var example: InputKey
  /// The message of that one.
  public var message: String?

  public init(stage: String, reason: String, count: Int, example: InputKey, message: String?) {
    self.stage = stage
    self.reason = reason
    self.count = count
    self.example = example
    self.message = message
  }
}

extension Database {
  /// Opens a file in order to look at it, as it is at this moment, and tells the version of its tables.
  ///
  /// - Throws: `LedgerError` where the file is no ledger, is damaged, or was made by a newer version.
  static func reading(_ path: String) throws(LedgerError) -> (Database, version: Int) {
    let database: Database
    let version: Int
    do throws(LedgerError) {
      (database, version) = try open(path)
    } catch {
      guard error.kind == .damage else { throw error }
      throw LedgerError(code: error.code, message: "'\(path)' is damaged or no ledger")
    }
    try Ledger.check(version, path)
    return (database, version)
  }

  private static func open(_ path: String) throws(LedgerError) -> (Database, version: Int) {
    do throws(LedgerError) {
      return try begin(Database(path: path, flags: SQLITE_OPEN_READONLY))
    } catch {
      // Where the folder may not be written, SQLite cannot make the files through which readers and
      // writers agree. They are there while a run is under way; without one, nobody writes.
      guard error.code & 0xFF == SQLITE_CANTOPEN, !fileExists(path + "-wal") else { throw error }
      return try begin(
        Database(path: immutableAddress(path), flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI))
    }
  }

  private static func begin(
    _ database: Database
  ) throws(LedgerError) -> (Database, version: Int) {
    try database.execute("BEGIN")
    return (database, try database.integer("PRAGMA user_version") ?? 0)
  }

  /// The address by which SQLite reads a file without any locks.
  private static func immutableAddress(_ path: String) -> String {
    var address = "file://"
    for scalar in path.unicodeScalars {
      switch scalar {
      case "%": address += "%25"
      case "?": address += "%3f"
      case "#": address += "%23"
      default: address.unicodeScalars.append(scalar)
      }
    }
    return address + "?immutable=1"
  }

  /// How many documents have each outcome.
  func outcomeCounts(of table: String = "documents") throws(LedgerError) -> [Outcome: Int] {
    // Without 'GROUP BY', which would sort.
    let columns = Outcome.allCases.map { "count(*) FILTER (WHERE outcome = \($0.rawValue))" }
    let statement = try prepare("SELECT \(columns.joined(separator: ", ")) FROM \(table)")
    var counts: [Outcome: Int] = [:]
    guard try statement.step() else { return counts }
    for (column, outcome) in Outcome.allCases.enumerated() {
      let count = statement.integer(Int32(column))
      if count > 0 { counts[outcome] = count }
    }
    return counts
  }
}

func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }
