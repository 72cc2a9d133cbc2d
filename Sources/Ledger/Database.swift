import CSQLite

/// What SQLite says when a call fails.
public struct LedgerError: Error, Sendable, Equatable {
  /// SQLite's extended result code.
  public let code: Int32
  /// The file, and SQLite's own words.
  public let message: String
  /// What was being done, if it was a statement.
  public let statement: String?

  /// Makes an error.
  public init(code: Int32, message: String, statement: String? = nil) {
    self.code = code
    self.message = message
    self.statement = statement
  }

  /// What kind of trouble an error tells of.
  public enum Kind: Sendable, Equatable {
    /// The system refused something, or another process was in the way.
    case system
    /// The file itself is broken, or no ledger at all.
    case damage
    /// The file is sound, but made by another version.
    case version
  }

  /// What kind of trouble this is.
  public var kind: Kind {
    if code == Self.otherVersion { return .version }
    return [SQLITE_NOTADB, SQLITE_CORRUPT].contains(code & 0xFF) ? .damage : .system
  }

  /// The code of errors that are not SQLite's: a file of another version.
  static let otherVersion: Int32 = 0

  /// An error that tells of a file which SQLite can read, though it is not as this program writes it.
  static func damaged(_ message: String) -> LedgerError {
    LedgerError(code: SQLITE_CORRUPT, message: message)
  }
}

/// A connection to one SQLite file. Not to be used by two threads at once.
final class Database {
  private let handle: OpaquePointer
  private let path: String

  /// - Parameter flags: how the file is opened, as for `sqlite3_open_v2`.
  init(
    path: String, flags: Int32 = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
  ) throws(LedgerError) {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(handle)
      throw LedgerError(code: code, message: "'\(path)': \(message)")
    }
    self.handle = handle
    self.path = path
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, 30_000)
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  func execute(_ sql: String) throws(LedgerError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code, sql) }
  }

  func prepare(_ sql: String) throws(LedgerError) -> Statement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw failure(code, sql) }
    return Statement(statement, database: self)
  }

  /// The whole number in the first row of a query, if there is one.
  func integer(_ sql: String) throws(LedgerError) -> Int? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.optionalInteger(0) : nil
  }

  var lastInsertedRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// Copies all that another file holds into this one.
  func copy(from other: Database) throws(LedgerError) {
    guard let backup = sqlite3_backup_init(handle, "main", other.handle, "main") else {
      throw failure(sqlite3_extended_errcode(handle), "backup")
    }
    let code = sqlite3_backup_step(backup, -1)
    sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else { throw failure(code, "backup") }
  }

  fileprivate func failure(_ code: Int32, _ sql: String) -> LedgerError {
    LedgerError(
      code: code, message: "'\(path)': \(String(cString: sqlite3_errmsg(handle)))", statement: sql)
  }
}

/// The texts and blobs of a row, one behind another, where SQLite reads them without copies of its own.
/// Used again for row after row.
struct RowBytes {
  fileprivate struct Place {
    var index: Int32
    var start: Int
    var isBlob: Bool
  }

  fileprivate var bytes: [UInt8] = []
  fileprivate var places: [Place] = []

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// Adds the value of a parameter, which `append` writes.
  mutating func add(_ index: Int32, isBlob: Bool = false, _ append: (inout [UInt8]) -> Void) {
    places.append(Place(index: index, start: bytes.count, isBlob: isBlob))
    append(&bytes)
  }

  /// Adds the value of a parameter; without one it stays null.
  mutating func add(_ index: Int32, _ text: String?) {
    if let text { add(index) { $0.append(contentsOf: text.utf8) } }
  }
}

/// A prepared statement. Keeps its connection alive.
final class Statement {
  private let handle: OpaquePointer
  private let database: Database

  fileprivate init(_ handle: OpaquePointer, database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit {
    sqlite3_finalize(handle)
  }

  // SQLite copies what is bound, because the memory is only lent for the call.
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  func bind(_ index: Int32, _ value: Int?) {
    if let value {
      sqlite3_bind_int64(handle, index, Int64(value))
    } else {
      sqlite3_bind_null(handle, index)
    }
  }

  func bind(_ index: Int32, _ text: String?) {
    guard var text else {
      sqlite3_bind_null(handle, index)
      return
    }
    text.withUTF8 { utf8 in
      // An empty text has no address, which SQLite would take for null.
      utf8.withMemoryRebound(to: CChar.self) { bytes in
        _ = sqlite3_bind_text(
          handle, index, bytes.baseAddress ?? emptyText, Int32(bytes.count), Self.transient)
      }
    }
  }

  func bind(_ index: Int32, blob: [UInt8]) {
    _ = blob.withUnsafeBytes { bytes in
      if bytes.isEmpty {
        return sqlite3_bind_zeroblob(handle, index, 0)
      } else {
        return sqlite3_bind_blob(
          handle, index, bytes.baseAddress, Int32(bytes.count), Self.transient)
      }
    }
  }

  /// Runs a statement that returns no rows, and makes it ready for the next use.
  func run() throws(LedgerError) {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  /// Runs a statement that returns no rows with these values beside those that are bound, and forgets all
  /// of them.
  func run(_ row: borrowing RowBytes) throws(LedgerError) {
    let places = row.places
    let code = row.bytes.withUnsafeBytes { bytes in
      // An empty text has no address, which SQLite would take for null.
      let base = bytes.baseAddress ?? UnsafeRawPointer(emptyText)
      for (number, place) in places.enumerated() {
        let end = number + 1 < places.count ? places[number + 1].start : bytes.count
        let start = base + place.start
        let count = Int32(end - place.start)
        // No destructor: the bytes stay where they are until the statement has run.
        if place.isBlob {
          sqlite3_bind_blob(handle, place.index, start, count, nil)
        } else {
          sqlite3_bind_text(
            handle, place.index, start.assumingMemoryBound(to: CChar.self), count, nil)
        }
      }
      let code = sqlite3_step(handle)
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
      return code
    }
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  /// Goes to the next row; `false` after the last one.
  func step() throws(LedgerError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code:
      sqlite3_reset(handle)
      throw failure(code)
    }
  }

  func reset() {
    sqlite3_reset(handle)
  }

  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  func optionalInteger(_ column: Int32) -> Int? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : integer(column)
  }

  func text(_ column: Int32) -> String? {
    guard let bytes = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// Lends the bytes of a column, which are gone with the next step.
  func withBlob<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let count = Int(sqlite3_column_bytes(handle, column))
    guard count > 0, let bytes = sqlite3_column_blob(handle, column) else {
      return body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return body(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  private func failure(_ code: Int32) -> LedgerError {
    database.failure(code, String(cString: sqlite3_sql(handle)))
  }
}

// A constant in memory for the whole life of the program; never written to.
nonisolated(unsafe) private let emptyText: UnsafePointer<CChar> = {
  let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  pointer.pointee = 0
  return UnsafePointer(pointer)
}()
