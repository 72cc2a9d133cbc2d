public import StageKit

// Inputs that are no longer there.

extension Ledger {
  /// Notes that an input is no longer there. `removeVanished` acts upon it.
  public func noteVanished(_ key: InputKey) throws(LedgerError) {
    bind(key, to: insertVanished)
    try insertVanished.run()
  }

  /// Whether inputs were noted that are no longer there.
  public func hasVanished() throws(LedgerError) -> Bool {
    try database.integer("SELECT EXISTS (SELECT 1 FROM vanished)") == 1
  }

  /// How many documents have each outcome, but for those whose inputs were noted as vanished.
  public func countsOfWhatIsLeft() throws(LedgerError) -> [Outcome: Int] {
    let gone = try database.outcomeCounts(of: "vanished NATURAL JOIN documents")
    return try counts().merging(gone) { $0 - $1 }
  }

  /// How many of the inputs noted as vanished have left their bytes to a document that a run has done:
  /// they were renamed. Of equal inputs no more were than the run has done.
  public func renamedCount(run: Int) throws(LedgerError) -> Int {
    try database.integer(
      """
      SELECT total(min(gone, done)) FROM
        (SELECT sha256, count(*) AS gone FROM vanished NATURAL JOIN documents
         WHERE sha256 != '' GROUP BY sha256)
        NATURAL JOIN
        (SELECT sha256, count(*) AS done FROM documents WHERE run = \(run) GROUP BY sha256)
      """) ?? 0
  }

  /// Forgets the documents whose inputs were noted as vanished.
  public func removeVanished() throws(LedgerError) {
    try database.execute(
      """
      DELETE FROM documents WHERE (root, path, record) IN (SELECT root, path, record FROM vanished);
      DELETE FROM vanished;
      """)
  }
}
