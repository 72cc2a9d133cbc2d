import Ledger
import StageKit

/// Takes completed batches in whatever order they come: appends the encoded documents to the spool
/// and says so in the ledger, a transaction every thousand entries or every second.
struct Committer: ~Copyable {
  private static let entriesPerTransaction = 1000
  private static let nanosecondsPerTransaction = 1_000_000_000

  private let ledger: Ledger
  private let run: Int
  private let chain: Int
  private let spool: Spool
  private let suspects: Set<InputKey>
  private var segment: SegmentWriter?
  private var isMarked = false
  private var isTransactionOpen = false
  private var openEntries = 0
  private var transactionStart = 0

  /// - Parameter suspects: the documents that are so no more once the ledger says what became of them.
  init(ledger: Ledger, run: Int, chain: Int, spool: Spool, suspects: Set<InputKey>) {
    self.suspects = suspects
    self.ledger = ledger
    self.run = run
    self.chain = chain
    self.spool = spool
  }

  /// - Returns: whether the ledger was committed, with this batch and all before it.
  mutating func add(_ batch: CompletedBatch) throws(RunProblem) -> Bool {
    do {
      if !batch.entries.isEmpty { try markOutputAsBehind() }
      let start = try append(batch.bytes)
      if !isTransactionOpen {
        try ledger.beginTransaction()
        isTransactionOpen = true
        transactionStart = monotonicNanoseconds()
      }
      for var entry in batch.entries {
        entry.run = run
        entry.chain = chain
        entry.location?.segment = run
        entry.location?.start += start
        try ledger.record(entry)
        if suspects.contains(entry.key) { try ledger.removeSuspect(entry.key) }
      }
      for (key, stamp) in batch.restamped { try ledger.setStamp(of: key, stamp) }
      for key in batch.vanished + batch.forgotten { try ledger.noteVanished(key) }
      openEntries += batch.entryCount
      let isDue =
        openEntries >= Self.entriesPerTransaction
        || monotonicNanoseconds() - transactionStart >= Self.nanosecondsPerTransaction
      if isDue { try finish() }
      return isDue
    } catch {
      throw RunProblem(error)
    }
  }

  /// Commits what has not been committed yet.
  mutating func finish() throws(RunProblem) {
    guard isTransactionOpen else { return }
    isTransactionOpen = false
    openEntries = 0
    do { try ledger.commit() } catch { throw RunProblem(error) }
  }

  /// Says in the ledger, before there is anything in the spool, that the output lacks what is to
  /// come: whatever happens to this run, one that comes to its end publishes and tidies the spool.
  private mutating func markOutputAsBehind() throws {
    if isMarked { return }
    try finish()
    try ledger.setFact(Publication.pendingFact, "1")
    isMarked = true
  }

  /// The first bytes of a run make its segment.
  private mutating func append(_ bytes: [UInt8]) throws(SystemError) -> Int {
    if bytes.isEmpty { return 0 }
    if segment == nil { segment = try spool.makeSegment(run) }
    return try segment?.append(bytes) ?? 0
  }
}

extension RunProblem {
  /// The problem of the run that an error of a call is.
  init(_ error: any Error) {
    switch error {
    case let problem as RunProblem: self = problem
    case let error as SystemError: self = .system(error)
    case let error as LedgerError:
      self = .ledger(message: error.message, kind: error.kind)
    default: self = .ledger(message: "\(error)", kind: .system)
    }
  }
}
