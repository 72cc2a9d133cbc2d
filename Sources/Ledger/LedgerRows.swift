import StageKit
import TextKit

// How the rows of the ledger are read and written.

extension Ledger {
  static let columns = """
    root, path, record, size, modified, changed, inode, sha256, outcome, stage, reason, message,
    offset, transient, duration, run, chain, applied, reached, segment, start, lengths, checksum,
    measures, attempts, requeued, kept
    """

  // This is read of every document in every run.
  static let columnsForComparing = """
    root, path, record, size, modified, changed, inode, sha256, outcome, stage, reason, message,
    offset, transient, duration, run, chain, applied, reached, iif(kept IS NULL, NULL, segment),
    start, iif(kept IS NULL, NULL, lengths), checksum, NULL, attempts, requeued, kept
    """

  static func entry(_ statement: Statement) throws(LedgerError) -> LedgerEntry {
    LedgerEntry(
      key: key(statement),
      stamp: FileStamp(
        size: statement.integer(3), modified: statement.integer(4), changed: statement.integer(5),
        inode: UInt64(UInt(bitPattern: statement.integer(6)))),
      sha256: statement.text(7) ?? "",
      outcome: outcome(statement, 8), stage: statement.text(9),
      reason: statement.text(10), message: statement.text(11),
      offset: statement.optionalInteger(12), isTransient: statement.integer(13) != 0,
      duration: statement.integer(14), run: statement.integer(15), chain: statement.integer(16),
      applied: UInt64(UInt(bitPattern: statement.integer(17))), reached: statement.integer(18),
      location: try location(statement, 19),
      measures: statement.withBlob(23, DocumentMeasures.init(description:)),
      attempts: statement.integer(24), isRequeued: statement.integer(25) != 0,
      kept: statement.optionalInteger(26))
  }

  static func outcome(_ statement: Statement, _ column: Int32) -> Outcome {
    Outcome(rawValue: statement.integer(column)) ?? .quarantined
  }

  /// - Parameter column: that of the segment, which start, lengths and checksum follow.
  static func location(
    _ statement: Statement, _ column: Int32
  ) throws(LedgerError) -> SpoolLocation? {
    guard let segment = statement.optionalInteger(column),
      let lengths = statement.text(column + 2)
    else { return nil }
    return SpoolLocation(
      segment: segment, start: statement.integer(column + 1), lengths: try parseLengths(lengths),
      checksum: UInt64(UInt(bitPattern: statement.integer(column + 3))))
  }

  static func key(_ statement: Statement) -> InputKey {
    InputKey(
      root: statement.text(0) ?? "", path: statement.orderedPath(1),
      record: statement.integer(2))
  }

  func bind(_ key: InputKey, to statement: Statement) {
    statement.bind(1, key.root)
    var path: [UInt8] = []
    Self.append(orderedPath: key.path, to: &path)
    statement.bind(2, blob: path)
    statement.bind(3, key.record)
  }

  /// Appends a path as the ledger keeps it, with zeros in place of slashes.
  static func append(orderedPath path: [UInt8], to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: path)
    for index in start..<bytes.count where bytes[index] == UInt8(ascii: "/") { bytes[index] = 0 }
  }

  /// Appends the lengths of a document's parts: `812 0`.
  static func append(lengths: [Int], to bytes: inout [UInt8]) {
    for (index, length) in lengths.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      bytes.append(decimal: length)
    }
  }

  /// Reads what `append(lengths:)` wrote.
  ///
  /// - Throws: `LedgerError` for anything else, as in a damaged file.
  static func parseLengths(_ text: String) throws(LedgerError) -> [Int] {
    var lengths: [Int] = []
    var length = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "):
        lengths.append(length)
        length = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9") where length < maximumLength:
        length = length * 10 + Int(byte - UInt8(ascii: "0"))
      default: throw .damaged("a row says '\(text)' of the lengths of a document's parts")
      }
    }
    lengths.append(length)
    return lengths
  }

  /// Beyond any document, and far enough below what an `Int` holds for sums.
  private static let maximumLength = 1 << 44
}

extension Database {
  /// Calls `body` with every entry of an outcome, in the order of the output.
  func forEach(_ outcome: Outcome, _ body: (LedgerEntry) throws -> Void) throws {
    let statement = try prepare(
      """
      SELECT \(Ledger.columns) FROM documents WHERE outcome = ?1 ORDER BY root, path, record
      """)
    statement.bind(1, outcome.rawValue)
    while try statement.step() { try body(try Ledger.entry(statement)) }
  }
}

extension Statement {
  /// A path as the ledger keeps it, with zeros in place of slashes. Read of every document in every run.
  func orderedPath(_ column: Int32) -> [UInt8] {
    withBlob(column) { bytes in bytes.map { $0 == 0 ? UInt8(ascii: "/") : $0 } }
  }
}
