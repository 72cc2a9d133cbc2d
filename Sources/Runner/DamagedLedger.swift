/// A ledger that cannot be read any more. It is kept, under another name, so that nothing is lost that
/// could still be got out of it, and the next run can begin a new one.
enum DamagedLedger {
  /// Gives the ledger of a state folder another name, which it returns.
  static func setAside(in directory: String) throws(SystemError) -> String {
    var number = 1
    while try FileSystem.kind(path(number, in: directory)) != .missing { number += 1 }
    let path = path(number, in: directory)
    // What SQLite keeps beside it belongs to it. The ledger itself comes last: until then, a crash
    // leaves something that the next run sets aside again.
    for ending in ["-wal", "-shm", ""] {
      let from = "\(directory)/ledger.sqlite\(ending)"
      if try FileSystem.kind(from) != .missing { try FileSystem.rename(from, to: path + ending) }
    }
    return path
  }

  private static func path(_ number: Int, in directory: String) -> String {
    "\(directory)/ledger-damaged-\(number).sqlite"
  }
}
