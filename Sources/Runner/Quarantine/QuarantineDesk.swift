public import Ledger
import StageKit

/// A document in quarantine: what the ledger says of it, and what copies there are.
public struct QuarantinedDocument: Sendable, Equatable {
  public var entry: LedgerEntry
  /// `nil` where no copies were kept.
  public var copies: QuarantineCase?
}

/// Looks at and changes the quarantine of a pipeline between its runs.
public struct QuarantineDesk {
  private let stateDirectory: String
  private let store: QuarantineStore

  public init(stateDirectory: String) {
    self.stateDirectory = stateDirectory
    store = QuarantineStore(stateDirectory: stateDirectory)
  }

  /// Which documents are meant.
  public struct Selection: Sendable {
    /// Identifiers; all documents if `nil`.
    public var identifiers: Set<String>?
    public var stage: String?
    public var reason: String?

    public init(identifiers: Set<String>? = nil, stage: String? = nil, reason: String? = nil) {
      self.identifiers = identifiers
      self.stage = stage
      self.reason = reason
    }

    func contains(_ entry: LedgerEntry) -> Bool {
      identifiers?.contains(entry.key.identifier) != false && (stage ?? entry.stage) == entry.stage
        && (reason ?? entry.reason) == entry.reason
    }
  }

  /// Calls `body` with each document that is meant, in the order of the output.
  public func forEach(
    _ selection: Selection, _ body: (QuarantinedDocument) throws -> Void
  ) throws(RunProblem) {
    do {
      guard let ledger = try LedgerReader(path: Ledger.path(in: stateDirectory)) else { return }
      try ledger.forEach(.quarantined) { entry in
        guard selection.contains(entry) else { return }
        try body(QuarantinedDocument(entry: entry, copies: try store.read(entry.key)))
      }
    } catch {
      throw RunProblem(error)
    }
  }

  /// Has the next run try documents again though nothing has changed.
  ///
  /// - Returns: how many.
  public func requeue(_ selection: Selection) throws(RunProblem) -> Int {
    try change(selection) { ledger, key throws(LedgerError) in try ledger.requeue(key) }
  }

  /// Gives documents up: their copies are removed, and they count as filtered until their bytes or
  /// the stage change.
  ///
  /// - Returns: how many.
  public func drop(_ selection: Selection) throws(RunProblem) -> Int {
    try change(selection) { ledger, key throws(LedgerError) in
      try ledger.setFiltered(key, reason: "dropped_from_quarantine")
      // The manifest counts them.
      try ledger.setFact(Publication.pendingFact, "1")
    }
  }

  private func change(
    _ selection: Selection, _ body: (Ledger, InputKey) throws(LedgerError) -> Void
  ) throws(RunProblem) -> Int {
    do {
      let ledgerPath = Ledger.path(in: stateDirectory)
      guard try FileSystem.kind(ledgerPath) != .missing else { return 0 }
      let lockPath = stateDirectory + "/lock"
      guard let lock = try ProcessLock.acquire(lockPath) else {
        throw RunProblem.locked(path: lockPath)
      }
      let ledger = try Ledger(path: ledgerPath)
      var keys: [InputKey] = []
      try ledger.forEach(.quarantined) { entry in
        if selection.contains(entry) { keys.append(entry.key) }
      }
      try ledger.transaction { () throws(LedgerError) in
        for key in keys { try body(ledger, key) }
      }
      try store.removeAll(except: ledger.quarantinedNames())
      _ = consume lock
      return keys.count
    } catch {
      throw RunProblem(error)
    }
  }
}
