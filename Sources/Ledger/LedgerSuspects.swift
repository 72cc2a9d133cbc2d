public import StageKit

extension Ledger {
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
          root: select.text(0) ?? "", path: select.orderedPath(1),
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
}
