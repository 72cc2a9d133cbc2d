import Ledger
import StageKit

/// What is to be done with an input that the source has listed.
enum InputDecision: Sendable, Equatable {
  /// The earlier result stands; the input is not touched.
  case unchanged
  /// The file may have changed: load it, and carry it through the chain unless its bytes have this
  /// hash.
  case compare(sha256: String)
  /// Carry it through the chain.
  case work(WorkReason)
}

/// Why an input is worked on.
enum WorkReason: Sendable, Equatable {
  case new
  /// What of the chain has changed.
  case chainChanged(String)
  /// It ran into a limit of time, and that is another one now.
  case limitChanged(String)
  /// The last try failed for a reason that may have passed.
  case failedBefore
  /// Everything is to be done anew.
  case requested
  /// It was taken out of quarantine by hand.
  case requeued
}

/// Walks through the ledger beside the listing, which comes in the same order, and so tells for each
/// input what is known of it, and which inputs the listing no longer has.
struct InputComparison {
  private static let pageSize = 1000

  private let ledger: Ledger
  private let chain: Int
  private let comparisons: [Int: ChainComparison]
  private let firstRun: Int
  private let retriesFailures: Bool
  private let keepsVanished: Bool
  private let changedLimits: [String: String]
  /// How many entries stay as they are though they were not listed: those below folders that could
  /// not be read, and all if vanished ones are kept.
  private(set) var keptCount = 0
  /// How many entries the walk has passed.
  private(set) var knownCount = 0
  /// What the ledger knows of the input that was decided upon last.
  private(set) var known: LedgerEntry?
  /// Inputs of the ledger that the listing does not have.
  private(set) var vanished: [InputKey] = []
  /// Entries that are to go without being counted.
  private var forgotten: [InputKey] = []
  private var page: [LedgerEntry] = []
  private var index = 0
  private var lastOfPage: InputKey?
  private var isAtEnd = false
  /// The path of a folder that could not be read: what is below it has not vanished.
  private var unreadableFolder: InputKey?

  /// - Parameters:
  ///   - ledger: a connection of this walk's own.
  ///   - chain: the number of the chain at hand; documents of another one are judged by
  ///     `comparisons`.
  ///   - firstRun: the run before which results are to be disregarded; 0 where all count.
  ///   - retriesFailures: whether what failed is tried again though nothing has changed.
  ///   - keepsVanished: whether results stay though their inputs are gone.
  ///   - changedLimits: by the labels of stages, which limits of time are other ones now.
  init(
    ledger: Ledger, chain: Int, comparisons: [Int: ChainComparison], firstRun: Int,
    retriesFailures: Bool = false, keepsVanished: Bool, changedLimits: [String: String] = [:]
  ) {
    self.changedLimits = changedLimits
    self.ledger = ledger
    self.chain = chain
    self.comparisons = comparisons
    self.firstRun = firstRun
    self.retriesFailures = retriesFailures
    self.keepsVanished = keepsVanished
  }

  /// What is to be done with a listed input.
  mutating func decide(
    _ key: InputKey, _ stamp: FileStamp
  ) throws(LedgerError) -> InputDecision {
    known = try advance(to: key)
    guard let entry = known else { return .work(.new) }
    if entry.run < firstRun { return .work(.requested) }
    if entry.isRequeued { return .work(.requeued) }
    if entry.isTransient || retriesFailures && entry.outcome == .quarantined {
      return .work(.failedBefore)
    }
    if entry.chain != chain {
      guard let comparison = comparisons[entry.chain] else { return .work(.chainChanged("stages")) }
      if let reason = comparison.reason(entry) { return .work(.chainChanged(reason)) }
    }
    if entry.isTimeout, let change = entry.stage.flatMap({ changedLimits[$0] }) {
      return .work(.limitChanged(change))
    }
    // What has no stamp, such as standard input, is known only by its bytes.
    let isUntouched = entry.stamp == stamp && stamp != FileStamp()
    return isUntouched ? .unchanged : .compare(sha256: entry.sha256)
  }

  /// What was kept of the input that was decided upon last, if it is still good for the chain at hand:
  /// the file is untouched, and only later stages have changed.
  func usableKept(_ stamp: FileStamp) -> KeptDocument? {
    guard let entry = known, entry.run >= firstRun, let kept = KeptDocument(entry),
      entry.stamp == stamp, stamp != FileStamp()
    else { return nil }
    if entry.chain == chain { return kept }
    return comparisons[entry.chain]?.isCurrent(entry, upTo: kept.stage) == true ? kept : nil
  }

  /// Notes an input that the source knows of but cannot have.
  ///
  /// - Returns: whether the ledger knows it already with just this failure.
  mutating func skip(_ key: InputKey, _ failure: StageFailure) throws(LedgerError) -> Bool {
    let entry = try advance(to: key)
    unreadableFolder = key
    guard let entry, entry.run >= firstRun, !failure.isTransient else { return false }
    return entry.outcome == .quarantined && entry.chain == chain && entry.reason == failure.reason
      && entry.message == failure.message && entry.offset == failure.offset
  }

  /// Notes as vanished what comes after the last listed input.
  mutating func finish() throws(LedgerError) {
    while let entry = try current() {
      noteVanished(entry)
      index += 1
    }
  }

  /// Hands over what was noted as vanished since the last call.
  mutating func takeVanished() -> [InputKey] {
    defer { vanished.removeAll() }
    return vanished
  }

  /// Hands over what is to be forgotten without being counted.
  mutating func takeForgotten() -> [InputKey] {
    defer { forgotten.removeAll() }
    return forgotten
  }

  private mutating func advance(to key: InputKey) throws(LedgerError) -> LedgerEntry? {
    while let entry = try current() {
      if entry.key == key {
        index += 1
        return entry
      }
      guard entry.key < key else { return nil }
      noteVanished(entry)
      index += 1
    }
    return nil
  }

  private mutating func noteVanished(_ entry: LedgerEntry) {
    if isBelowUnreadableFolder(entry.key) {
      keptCount += 1
    } else if entry.sha256.isEmpty {
      // It never was a document, only something that could not be read.
      forgotten.append(entry.key)
    } else if keepsVanished {
      keptCount += 1
    } else {
      vanished.append(entry.key)
    }
  }

  private func isBelowUnreadableFolder(_ key: InputKey) -> Bool {
    guard let folder = unreadableFolder, key.root == folder.root else { return false }
    return key.path.starts(with: folder.path + [UInt8(ascii: "/")])
  }

  private mutating func current() throws(LedgerError) -> LedgerEntry? {
    if index == page.count {
      if isAtEnd { return nil }
      page = try ledger.entries(after: lastOfPage, limit: Self.pageSize)
      knownCount += page.count
      index = 0
      lastOfPage = page.last?.key
      isAtEnd = page.count < Self.pageSize
      if page.isEmpty { return nil }
    }
    return page[index]
  }
}
