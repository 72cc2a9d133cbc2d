public import StageKit

/// What became of a document.
public enum Outcome: Int, Sendable, CaseIterable {
  /// Its record is in the output.
  case written = 1
  /// A stage dropped it, with a reason.
  case filtered = 2
  /// A stage could not handle it.
  case quarantined = 3
}

/// Where a document's encoded bytes lie in the spool.
public struct SpoolLocation: Sendable, Equatable {
  /// The number of the file: that of the run which wrote it.
  public var segment: Int
  /// The offset of the first byte.
  public var start: Int
  /// The number of bytes for each sink, in the order of the chain; they lie one after another.
  public var lengths: [Int]
  /// `hashBytes` of all of them.
  public var checksum: UInt64

  public init(segment: Int = 0, start: Int, lengths: [Int], checksum: UInt64) {
    self.segment = segment
    self.start = start
    self.lengths = lengths
    self.checksum = checksum
  }

  /// The number of bytes for all sinks.
  public var byteCount: Int { lengths.reduce(0, +) }
}

/// What publishing has to know of a document.
public struct DocumentOutline: Sendable {
  public var key: InputKey
  public var outcome: Outcome
  public var reason: String?
  public var isTransient: Bool
  /// For written documents, and for those that are kept.
  public var location: SpoolLocation?
  /// The number of the chain that it went through.
  public var chain: Int
  /// Whether its last part is what was kept of it behind a stage.
  public var isKept: Bool
}

/// One line of the ledger: an input, and what became of it.
public struct LedgerEntry: Sendable, Equatable {
  public var key: InputKey
  public var stamp: FileStamp
  /// SHA-256 of the document's bytes in hexadecimal digits; empty if they could not be read.
  public var sha256: String
  public var outcome: Outcome
  /// The label of the stage that dropped it or failed.
  public var stage: String?
  /// Why, as a short stable word.
  public var reason: String?
  /// Why, in full.
  public var message: String?
  /// The byte of the raw input at which a stage failed.
  public var offset: Int?
  /// Whether another try may succeed though nothing has changed.
  public var isTransient: Bool
  /// Nanoseconds from loading to encoding.
  public var duration: Int
  /// The run that made the entry.
  public var run: Int
  /// The number of the chain that the document went through.
  public var chain: Int
  /// A bit for each stage of the chain, lowest first: whether the document went through it.
  public var applied: UInt64
  /// The index in the chain of the last stage that was considered.
  public var reached: Int
  /// For written documents, and for those that are kept.
  public var location: SpoolLocation?
  /// For written documents.
  public var measures: DocumentMeasures?
  /// How often it was tried before it came to this, in all runs that it has failed in since it was
  /// last dealt with.
  public var attempts: Int
  /// Whether it is to be tried again though nothing has changed.
  public var isRequeued: Bool
  /// The index in the chain of the stage behind which the document was kept as it was then; its bytes
  /// are the last of the location's.
  public var kept: Int?

  public init(
    key: InputKey, stamp: FileStamp, sha256: String = "", outcome: Outcome, stage: String? = nil,
    reason: String? = nil, message: String? = nil, offset: Int? = nil, isTransient: Bool = false,
    duration: Int = 0, run: Int = 0, chain: Int = 0, applied: UInt64 = 0, reached: Int = 0,
    location: SpoolLocation? = nil, measures: DocumentMeasures? = nil, attempts: Int = 1,
    isRequeued: Bool = false, kept: Int? = nil
  ) {
    self.key = key
    self.stamp = stamp
    self.sha256 = sha256
    self.outcome = outcome
    self.stage = stage
    self.reason = reason
    self.message = message
    self.offset = offset
    self.isTransient = isTransient
    self.duration = duration
    self.run = run
    self.chain = chain
    self.applied = applied
    self.reached = reached
    self.location = location
    self.measures = measures
    self.attempts = attempts
    self.isRequeued = isRequeued
    self.kept = kept
  }
}

/// How a run ended, as the ledger keeps it.
public struct RunSummary: Sendable, Equatable {
  /// Seconds since 1970.
  public var ended: Int
  public var exitCode: Int
  public var written = 0
  public var unchanged = 0
  public var filtered = 0
  public var quarantined = 0
  public var pending = 0
  public var vanished = 0
  /// Inputs that stand under another path than before.
  public var renamed = 0
  /// The raw bytes of the documents that were done.
  public var bytes = 0
  public var nanoseconds = 0
  /// What the documents were like that it published, in the runner's own form.
  public var measures: String?
  /// The nanoseconds that each stage took, as a JSON object by their labels.
  public var stages: String?

  public init(ended: Int, exitCode: Int) {
    self.ended = ended
    self.exitCode = exitCode
  }
}
