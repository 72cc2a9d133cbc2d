public import StageKit

/// The record of every input and every run of one pipeline, in an SQLite file.
///
/// What became of a document is kept from run to run, so that the next run does only what is new or
/// changed, and one that follows a crash goes on where that ended. One thread at a time may use it.
public final class Ledger {
  /// The version of the tables; kept in the file as `user_version`.
  static var schemaVersion: Int { migrations.count }

  private let database: Database
  private let upsert: Statement
  private let updateStamp: Statement
  private let insertVanished: Statement
  private let selectPage: Statement

  /// Opens the ledger at `path`, or makes it.
  ///
  /// - Throws: `LedgerError` where the file is no ledger, is damaged, or was made by a newer version.
  public init(path: String) throws(LedgerError) {
    database = try Database(path: path)
    // Readers may look while a run writes; a crash of the machine may lose the last transactions,
    // which only means that their documents are done again.
    try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
    let version = try database.integer("PRAGMA user_version") ?? 0
    guard version <= Self.schemaVersion else { throw Self.newer(path, version) }
    for number in version..<Self.schemaVersion {
      // Whole or not at all: a crash amid it leaves the old version.
      try database.execute(
        "BEGIN IMMEDIATE; \(Self.migrations[number]) PRAGMA user_version = \(number + 1); COMMIT;")
    }
    upsert = try database.prepare(
      """
      INSERT OR REPLACE INTO documents (root, path, record, size, modified, changed, inode, sha256,
        outcome, stage, reason, message, offset, transient, duration, run, chain, applied, reached,
        segment, start, lengths, checksum, measures, attempts, kept)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
        ?20, ?21, ?22, ?23, ?24, ?25, ?26)
      """)
    updateStamp = try database.prepare(
      """
      UPDATE documents SET size = ?4, modified = ?5, changed = ?6, inode = ?7
      WHERE root = ?1 AND path = ?2 AND record = ?3
      """)
    insertVanished = try database.prepare(
      "INSERT OR IGNORE INTO vanished (root, path, record) VALUES (?1, ?2, ?3)")
    selectPage = try database.prepare(
      """
      SELECT \(Self.columnsForComparing) FROM documents WHERE (root, path, record) > (?1, ?2, ?3)
      ORDER BY root, path, record LIMIT ?4
      """)
  }

  static func newer(_ path: String, _ version: Int) -> LedgerError {
    LedgerError(
      code: LedgerError.otherVersion,
      message: "'\(path)' was made by a newer version of wireroom (ledger version \(version), "
        + "this program knows \(schemaVersion)); update wireroom or name another 'state'")
  }

  // How the tables came about: one element for each version, never changed once it has been released.
  // In 'path', '/' is a zero byte, so that the order of the index is the order of the output.
  private static let migrations = [
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
    """,
    """
    ALTER TABLE runs RENAME COLUMN failed TO quarantined;
    ALTER TABLE runs ADD COLUMN renamed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE runs ADD COLUMN stages TEXT;
    ALTER TABLE documents ADD COLUMN attempts INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE documents ADD COLUMN requeued INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE documents ADD COLUMN kept INTEGER;
    CREATE TABLE suspects (
      root TEXT NOT NULL, path BLOB NOT NULL, record INTEGER NOT NULL,
      PRIMARY KEY (root, path, record)) STRICT, WITHOUT ROWID;
    """,
  ]

  // MARK: Transactions

  /// Starts a transaction, which `commit` ends.
  public func beginTransaction() throws(LedgerError) {
    try database.execute("BEGIN IMMEDIATE")
  }

  /// Ends the transaction; what fails to be committed is undone.
  public func commit() throws(LedgerError) {
    do throws(LedgerError) {
      try database.execute("COMMIT")
    } catch {
      // Fails where SQLite has undone it already.
      try? database.execute("ROLLBACK")
      throw error
    }
  }

  /// Does several things as one.
  public func transaction<Result>(
    _ body: () throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result {
    try beginTransaction()
    do throws(LedgerError) {
      let result = try body()
      try commit()
      return result
    } catch {
      try? database.execute("ROLLBACK")
      throw error
    }
  }

  // MARK: Runs

  /// The number of a chain, which it gets when it is first seen.
  public func chainNumber(_ description: String) throws(LedgerError) -> Int {
    let insert = try database.prepare("INSERT OR IGNORE INTO chains (description) VALUES (?1)")
    insert.bind(1, description)
    try insert.run()
    let select = try database.prepare("SELECT id FROM chains WHERE description = ?1")
    select.bind(1, description)
    _ = try select.step()
    return select.integer(0)
  }

  /// The chains that documents of the ledger were made with, by number.
  public func chains() throws(LedgerError) -> [Int: String] {
    let select = try database.prepare(
      "SELECT id, description FROM chains WHERE id IN (SELECT DISTINCT chain FROM documents)")
    var chains: [Int: String] = [:]
    while try select.step() { chains[select.integer(0)] = select.text(1) ?? "" }
    return chains
  }

  /// Notes the start of a run.
  ///
  /// - Parameter started: seconds since 1970.
  /// - Returns: the number of the run.
  public func beginRun(started: Int, chain: Int, workers: Int) throws(LedgerError) -> Int {
    try transaction { () throws(LedgerError) in
      try database.execute("DELETE FROM vanished")
      let statement = try database.prepare(
        "INSERT INTO runs (started, chain, workers) VALUES (?1, ?2, ?3)")
      statement.bind(1, started)
      statement.bind(2, chain)
      statement.bind(3, workers)
      try statement.run()
      return database.lastInsertedRow
    }
  }

  /// Notes how a run ended.
  public func endRun(_ run: Int, _ summary: RunSummary) throws(LedgerError) {
    let update = try database.prepare(
      """
      UPDATE runs SET ended = ?2, exit_code = ?3, written = ?4, unchanged = ?5, filtered = ?6,
        quarantined = ?7, pending = ?8, vanished = ?9, bytes = ?10, duration = ?11, measures = ?12,
        renamed = ?13, stages = ?14
      WHERE id = ?1
      """)
    update.bind(1, run)
    update.bind(2, summary.ended)
    update.bind(3, summary.exitCode)
    update.bind(4, summary.written)
    update.bind(5, summary.unchanged)
    update.bind(6, summary.filtered)
    update.bind(7, summary.quarantined)
    update.bind(8, summary.pending)
    update.bind(9, summary.vanished)
    update.bind(10, summary.bytes)
    update.bind(11, summary.nanoseconds)
    update.bind(12, summary.measures)
    update.bind(13, summary.renamed)
    update.bind(14, summary.stages)
    try update.run()
  }

  // MARK: Facts

  /// A remembered fact about the pipeline's state, or `nil`.
  public func fact(_ name: String) throws(LedgerError) -> String? {
    let select = try database.prepare("SELECT value FROM facts WHERE name = ?1")
    select.bind(1, name)
    return try select.step() ? select.text(0) : nil
  }

  /// Remembers a fact, or forgets it.
  public func setFact(_ name: String, _ value: String?) throws(LedgerError) {
    guard let value else {
      let delete = try database.prepare("DELETE FROM facts WHERE name = ?1")
      delete.bind(1, name)
      return try delete.run()
    }
    let insert = try database.prepare("INSERT OR REPLACE INTO facts (name, value) VALUES (?1, ?2)")
    insert.bind(1, name)
    insert.bind(2, value)
    try insert.run()
  }

  // MARK: Documents

  /// Adds an entry, in place of an earlier one for the same input.
  public func record(_ entry: LedgerEntry) throws(LedgerError) {
    bind(entry.key, to: upsert)
    upsert.bind(4, entry.stamp.size)
    upsert.bind(5, entry.stamp.modified)
    upsert.bind(6, entry.stamp.changed)
    upsert.bind(7, Int(bitPattern: UInt(entry.stamp.inode)))
    upsert.bind(8, entry.sha256)
    upsert.bind(9, entry.outcome.rawValue)
    upsert.bind(10, entry.stage)
    upsert.bind(11, entry.reason)
    upsert.bind(12, entry.message)
    upsert.bind(13, entry.offset)
    upsert.bind(14, entry.isTransient ? 1 : 0)
    upsert.bind(15, entry.duration)
    upsert.bind(16, entry.run)
    upsert.bind(17, entry.chain)
    upsert.bind(18, Int(bitPattern: UInt(entry.applied)))
    upsert.bind(19, entry.reached)
    upsert.bind(20, entry.location?.segment)
    upsert.bind(21, entry.location?.start)
    upsert.bind(22, entry.location.map { $0.lengths.map(String.init).joined(separator: " ") })
    upsert.bind(23, entry.location.map { Int(bitPattern: UInt($0.checksum)) })
    upsert.bind(24, entry.measures?.description)
    upsert.bind(25, entry.attempts)
    upsert.bind(26, entry.kept)
    try upsert.run()
  }

  /// Notes that a file has a new stamp though its bytes are the same.
  public func setStamp(of key: InputKey, _ stamp: FileStamp) throws(LedgerError) {
    bind(key, to: updateStamp)
    updateStamp.bind(4, stamp.size)
    updateStamp.bind(5, stamp.modified)
    updateStamp.bind(6, stamp.changed)
    updateStamp.bind(7, Int(bitPattern: UInt(stamp.inode)))
    try updateStamp.run()
  }

  /// Forgets a document.
  public func remove(_ key: InputKey) throws(LedgerError) {
    let delete = try database.prepare(
      "DELETE FROM documents WHERE root = ?1 AND path = ?2 AND record = ?3")
    bind(key, to: delete)
    try delete.run()
  }

  /// Has a document tried again by the next run though nothing has changed.
  public func requeue(_ key: InputKey) throws(LedgerError) {
    let update = try database.prepare(
      "UPDATE documents SET requeued = 1 WHERE root = ?1 AND path = ?2 AND record = ?3")
    bind(key, to: update)
    try update.run()
  }

  /// Has a document count as dropped for a reason, by the stage that it failed in.
  public func setFiltered(_ key: InputKey, reason: String) throws(LedgerError) {
    let update = try database.prepare(
      """
      UPDATE documents SET outcome = ?4, reason = ?5, message = NULL, offset = NULL, transient = 0,
        requeued = 0 WHERE root = ?1 AND path = ?2 AND record = ?3
      """)
    bind(key, to: update)
    update.bind(4, Outcome.filtered.rawValue)
    update.bind(5, reason)
    try update.run()
  }

  // MARK: Suspects

  /// Notes documents that were in hand when a run was cut off.
  public func addSuspects(_ keys: [InputKey]) throws(LedgerError) {
    let insert = try database.prepare(
      "INSERT OR IGNORE INTO suspects (root, path, record) VALUES (?1, ?2, ?3)")
    try transaction { () throws(LedgerError) in
      for key in keys {
        bind(key, to: insert)
        try insert.run()
      }
    }
  }

  /// The documents that were in hand when runs were cut off, and of which is not known yet what becomes.
  public func suspects() throws(LedgerError) -> Set<InputKey> {
    let select = try database.prepare("SELECT root, path, record FROM suspects")
    var keys: Set<InputKey> = []
    while try select.step() {
      keys.insert(
        InputKey(
          root: select.text(0) ?? "", path: Self.pathFromOrdered(select.blob(1)),
          record: select.integer(2)))
    }
    return keys
  }

  public func removeSuspect(_ key: InputKey) throws(LedgerError) {
    let delete = try database.prepare(
      "DELETE FROM suspects WHERE root = ?1 AND path = ?2 AND record = ?3")
    bind(key, to: delete)
    try delete.run()
  }

  public func removeAllSuspects() throws(LedgerError) {
    try database.execute("DELETE FROM suspects")
  }

  // MARK: Vanished inputs

  /// Notes that an input is no longer there. `removeVanished` acts upon it.
  public func noteVanished(_ key: InputKey) throws(LedgerError) {
    bind(key, to: insertVanished)
    try insertVanished.run()
  }

  /// How many of the inputs noted as vanished have left their bytes to a document that a run has done:
  /// they were renamed.
  public func renamedCount(run: Int) throws(LedgerError) -> Int {
    try database.integer(
      """
      SELECT count(*) FROM vanished NATURAL JOIN documents WHERE sha256 != '' AND sha256 IN
        (SELECT sha256 FROM documents WHERE run = \(run))
      """) ?? 0
  }

  /// What is known of one document.
  public func entry(of key: InputKey) throws(LedgerError) -> LedgerEntry? {
    let select = try database.prepare(
      "SELECT \(Self.columns) FROM documents WHERE root = ?1 AND path = ?2 AND record = ?3")
    bind(key, to: select)
    return try select.step() ? Self.entry(select) : nil
  }

  /// How many documents were kept behind a stage, and how many bytes they take up in the spool.
  public func keptBytes() throws(LedgerError) -> (count: Int, total: Int) {
    let select = try database.prepare("SELECT lengths FROM documents WHERE kept IS NOT NULL")
    var sum = (count: 0, total: 0)
    while try select.step() {
      sum.count += 1
      sum.total += Self.parseLengths(select.text(0) ?? "").last ?? 0
    }
    return sum
  }

  /// Forgets the documents whose inputs were noted as vanished.
  public func removeVanished() throws(LedgerError) {
    try database.execute(
      """
      DELETE FROM documents WHERE (root, path, record) IN (SELECT root, path, record FROM vanished);
      DELETE FROM vanished;
      """)
  }

  /// How many documents the ledger holds.
  public func documentCount() throws(LedgerError) -> Int {
    try database.integer("SELECT count(*) FROM documents") ?? 0
  }

  /// How many documents were carried through the chain, and how many nanoseconds that took.
  public func durations() throws(LedgerError) -> (count: Int, total: Int) {
    let statement = try database.prepare("SELECT count(*), total(duration) FROM documents")
    return try statement.step() ? (statement.integer(0), statement.integer(1)) : (0, 0)
  }

  /// How many documents have each outcome.
  public func counts() throws(LedgerError) -> [Outcome: Int] {
    try database.outcomeCounts()
  }

  /// Up to `limit` entries that come after `key` in the order of the output, or the first ones. They
  /// lack what only publishing needs: measures, and the location unless the document was kept.
  public func entries(after key: InputKey?, limit: Int) throws(LedgerError) -> [LedgerEntry] {
    // Nothing comes before the empty path of the empty root, which no input has.
    bind(key ?? InputKey(path: [], record: -1), to: selectPage)
    selectPage.bind(4, limit)
    var entries: [LedgerEntry] = []
    entries.reserveCapacity(limit)
    while try selectPage.step() { entries.append(Self.entry(selectPage)) }
    return entries
  }

  /// Calls `body` with every entry of an outcome, in the order of the output.
  public func forEach(_ outcome: Outcome, _ body: (LedgerEntry) throws -> Void) throws {
    try database.forEach(outcome, body)
  }

  /// Calls `body` with every written document and where it lies in the spool, in the order of the
  /// output.
  public func forEachWritten(_ body: (InputKey, SpoolLocation) throws -> Void) throws {
    let statement = try database.prepare(
      """
      SELECT root, path, record, segment, lengths, start, checksum FROM documents
      WHERE outcome = ?1 ORDER BY root, path, record
      """)
    statement.bind(1, Outcome.written.rawValue)
    while try statement.step() {
      let location = SpoolLocation(
        segment: statement.integer(3), start: statement.integer(5),
        lengths: statement.text(4).map(Self.parseLengths) ?? [],
        checksum: UInt64(UInt(bitPattern: statement.integer(6))))
      try body(Self.key(statement), location)
    }
  }

  /// The segments of the spool that documents refer to.
  public func segmentsInUse() throws(LedgerError) -> Set<Int> {
    let statement = try database.prepare(
      "SELECT DISTINCT segment FROM documents WHERE segment IS NOT NULL")
    var segments: Set<Int> = []
    while try statement.step() { segments.insert(statement.integer(0)) }
    return segments
  }

  fileprivate static let columns = """
    root, path, record, size, modified, changed, inode, sha256, outcome, stage, reason, message,
    offset, transient, duration, run, chain, applied, reached, segment, start, lengths, checksum,
    measures, attempts, requeued, kept
    """

  // This is read of every document in every run.
  private static let columnsForComparing = """
    root, path, record, size, modified, changed, inode, sha256, outcome, stage, reason, message,
    offset, transient, duration, run, chain, applied, reached, iif(kept IS NULL, NULL, segment),
    start, iif(kept IS NULL, NULL, lengths), checksum, NULL, attempts, requeued, kept
    """

  fileprivate static func entry(_ statement: Statement) -> LedgerEntry {
    var location: SpoolLocation?
    if let segment = statement.optionalInteger(19), let lengths = statement.text(21) {
      location = SpoolLocation(
        segment: segment, start: statement.integer(20), lengths: parseLengths(lengths),
        checksum: UInt64(UInt(bitPattern: statement.integer(22))))
    }
    return LedgerEntry(
      key: key(statement),
      stamp: FileStamp(
        size: statement.integer(3), modified: statement.integer(4), changed: statement.integer(5),
        inode: UInt64(UInt(bitPattern: statement.integer(6)))),
      sha256: statement.text(7) ?? "",
      outcome: Outcome(rawValue: statement.integer(8)) ?? .quarantined, stage: statement.text(9),
      reason: statement.text(10), message: statement.text(11),
      offset: statement.optionalInteger(12), isTransient: statement.integer(13) != 0,
      duration: statement.integer(14), run: statement.integer(15), chain: statement.integer(16),
      applied: UInt64(UInt(bitPattern: statement.integer(17))), reached: statement.integer(18),
      location: location, measures: statement.text(23).flatMap(DocumentMeasures.init(description:)),
      attempts: statement.integer(24), isRequeued: statement.integer(25) != 0,
      kept: statement.optionalInteger(26))
  }

  private static func key(_ statement: Statement) -> InputKey {
    InputKey(
      root: statement.text(0) ?? "", path: pathFromOrdered(statement.blob(1)),
      record: statement.integer(2))
  }

  private func bind(_ key: InputKey, to statement: Statement) {
    statement.bind(1, key.root)
    statement.bind(2, blob: key.path.map { $0 == UInt8(ascii: "/") ? 0 : $0 })
    statement.bind(3, key.record)
  }

  static func pathFromOrdered(_ path: [UInt8]) -> [UInt8] {
    path.map { $0 == 0 ? UInt8(ascii: "/") : $0 }
  }

  static func parseLengths(_ text: String) -> [Int] {
    var lengths: [Int] = []
    var length = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") {
        lengths.append(length)
        length = 0
      } else {
        length = length * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    lengths.append(length)
    return lengths
  }
}

extension Database {
  /// Calls `body` with every entry of an outcome, in the order of the output.
  func forEach(_ outcome: Outcome, _ body: (LedgerEntry) throws -> Void) throws {
    let statement = try prepare(
      """
      SELECT \(Ledger.columns) FROM documents WHERE outcome = ?1 ORDER BY root, path, record
      """)
    statement.bind(1, outcome.rawValue)
    while try statement.step() { try body(Ledger.entry(statement)) }
  }
}
