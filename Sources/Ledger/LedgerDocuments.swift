public import StageKit

// What became of the documents, one by one and in sum.

extension Ledger {
  // MARK: Writing

  /// Adds an entry, in place of an earlier one for the same input.
  public func record(_ entry: LedgerEntry) throws(LedgerError) {
    // Done for every document of a run, beside which all else that the ledger does is little.
    upsertBytes.removeAll()
    upsertBytes.add(1, entry.key.root)
    upsertBytes.add(2, isBlob: true) { Self.append(orderedPath: entry.key.path, to: &$0) }
    upsert.bind(3, entry.key.record)
    upsert.bind(4, entry.stamp.size)
    upsert.bind(5, entry.stamp.modified)
    upsert.bind(6, entry.stamp.changed)
    upsert.bind(7, Int(bitPattern: UInt(entry.stamp.inode)))
    upsertBytes.add(8, entry.sha256)
    upsert.bind(9, entry.outcome.rawValue)
    upsertBytes.add(10, entry.stage)
    upsertBytes.add(11, entry.reason)
    upsertBytes.add(12, entry.message)
    upsert.bind(13, entry.offset)
    upsert.bind(14, entry.isTransient ? 1 : 0)
    upsert.bind(15, entry.duration)
    upsert.bind(16, entry.run)
    upsert.bind(17, entry.chain)
    upsert.bind(18, Int(bitPattern: UInt(entry.applied)))
    upsert.bind(19, entry.reached)
    if let location = entry.location {
      upsert.bind(20, location.segment)
      upsert.bind(21, location.start)
      upsertBytes.add(22) { Self.append(lengths: location.lengths, to: &$0) }
      upsert.bind(23, Int(bitPattern: UInt(location.checksum)))
    }
    if let measures = entry.measures { upsertBytes.add(24) { measures.append(to: &$0) } }
    upsert.bind(25, entry.attempts)
    upsert.bind(26, entry.kept)
    try upsert.run(upsertBytes)
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

  // MARK: Reading

  /// What is known of one document.
  public func entry(of key: InputKey) throws(LedgerError) -> LedgerEntry? {
    let select = try database.prepare(
      "SELECT \(Self.columns) FROM documents WHERE root = ?1 AND path = ?2 AND record = ?3")
    bind(key, to: select)
    return try select.step() ? try Self.entry(select) : nil
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
    while try selectPage.step() {
      let entry = try Self.entry(selectPage)
      if let last = entries.last?.key ?? key { try Self.check(last, isBefore: entry.key) }
      entries.append(entry)
    }
    return entries
  }

  /// Calls `body` with every entry of an outcome, in the order of the output.
  public func forEach(_ outcome: Outcome, _ body: (LedgerEntry) throws -> Void) throws {
    try database.forEach(outcome, body)
  }

  /// Calls `body` with every document, in the order of the output.
  public func forEachOutline(_ body: (DocumentOutline) throws -> Void) throws {
    let statement = try database.prepare(
      """
      SELECT root, path, record, segment, start, lengths, checksum, outcome, reason, transient, chain,
        kept IS NOT NULL
      FROM documents ORDER BY root, path, record
      """)
    var last: InputKey?
    while try statement.step() {
      let key = Self.key(statement)
      if let last { try Self.check(last, isBefore: key) }
      last = key
      try body(
        DocumentOutline(
          key: key, outcome: Self.outcome(statement, 7), reason: statement.text(8),
          isTransient: statement.integer(9) != 0, location: try Self.location(statement, 3),
          chain: statement.integer(10), isKept: statement.integer(11) != 0))
    }
  }

  /// Pages whose rows lie in another order, as damaged ones may, SQLite reads without complaint; but it
  /// finds some of the rows no more, and adds them a second time.
  private static func check(_ key: InputKey, isBefore next: InputKey) throws(LedgerError) {
    guard key < next else {
      throw .damaged("the row of '\(next.identifier)' is out of order")
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

  /// How many documents were kept behind a stage, and how many bytes they take up in the spool.
  public func keptBytes() throws(LedgerError) -> (count: Int, total: Int) {
    let select = try database.prepare("SELECT lengths FROM documents WHERE kept IS NOT NULL")
    var sum = (count: 0, total: 0)
    while try select.step() {
      sum.count += 1
      sum.total += try Self.parseLengths(select.text(0) ?? "").last ?? 0
    }
    return sum
  }
}
