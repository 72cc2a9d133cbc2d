extension Ledger {
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

  /// All chains that there have been, by number.
  public func allChains() throws(LedgerError) -> [Int: String] {
    try chains(from: "chains")
  }

  /// The chains that documents of the ledger were made with, by number. Takes time with its size.
  public func chains() throws(LedgerError) -> [Int: String] {
    try chains(from: "chains WHERE id IN (SELECT DISTINCT chain FROM documents)")
  }

  private func chains(from source: String) throws(LedgerError) -> [Int: String] {
    let select = try database.prepare("SELECT id, description FROM \(source)")
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
}
