/// The record of every input and every run of one pipeline, in an SQLite file.
///
/// What became of a document is kept from run to run, so that the next run does only what is new or
/// changed, and one that follows a crash goes on where that ended. One thread at a time may use it.
public final class Ledger {
  /// The version of the tables; kept in the file as `user_version`.
  static var schemaVersion: Int { migrations.count }

  let database: Database
  // What is asked for every document is prepared once.
  let upsert: Statement
  var upsertBytes = RowBytes()
  let updateStamp: Statement
  let insertVanished: Statement
  let selectPage: Statement

  /// Where the ledger of a pipeline stands.
  ///
  /// - Parameter stateDirectory: the pipeline's state folder.
  public static func path(in stateDirectory: String) -> String {
    stateDirectory + "/ledger.sqlite"
  }

  /// Opens the ledger at `path`, or makes it.
  ///
  /// - Throws: `LedgerError` where the file is no ledger, is damaged, or was made by a newer version.
  public convenience init(path: String) throws(LedgerError) {
    let database = try Database(path: path)
    // Readers may look while a run writes; a crash of the machine may lose the last transactions,
    // which only means that their documents are done again.
    try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
    try Self.migrate(database, path)
    try self.init(database)
  }

  /// Opens the ledger at `path` to look at it: the file stays as it is, and what others write from now
  /// on is not seen. Where there is none, it is an empty one; one that an older version has made is
  /// brought up to date in a copy.
  ///
  /// - Throws: `LedgerError` where the file is no ledger, is damaged, or was made by a newer version.
  public convenience init(reading path: String) throws(LedgerError) {
    var database = try Database(path: ":memory:")
    if fileExists(path) {
      let (file, version) = try Database.reading(path)
      if version == Self.schemaVersion {
        database = file
      } else if version > 0 {
        // A temporary file of SQLite's own, in case it is large.
        database = try Database(path: "")
        try database.copy(from: file)
      }
    }
    try Self.migrate(database, path)
    try self.init(database)
  }

  private static func migrate(_ database: Database, _ path: String) throws(LedgerError) {
    let version = try database.integer("PRAGMA user_version") ?? 0
    try check(version, path)
    for number in version..<schemaVersion {
      // Whole or not at all: a crash amid it leaves the old version.
      try database.execute(
        "BEGIN IMMEDIATE; \(migrations[number]) PRAGMA user_version = \(number + 1); COMMIT;")
    }
  }

  private init(_ database: Database) throws(LedgerError) {
    self.database = database
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

  /// Refuses versions that no program has made, and those that this one does not know.
  static func check(_ version: Int, _ path: String) throws(LedgerError) {
    guard version >= 0 else { throw .damaged("'\(path)' has the version \(version)") }
    guard version > schemaVersion else { return }
    throw LedgerError(
      code: LedgerError.otherVersion,
      message: "'\(path)' was made by a newer version of wireroom (ledger version \(version), "
        + "this program knows \(schemaVersion)); update wireroom or name another 'state'")
  }

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
}
