import Ledger
import PipelineFile
import StageKit
import TextKit

/// The limits of time that documents may run into. They are no part of the chain's identity: a document
/// that was done in time is not done again because of them, but one that ran into a limit is tried again
/// when that is another one.
struct TimeLimits: Sendable, Equatable {
  /// The name by which the ledger remembers them.
  static let fact = "time_limits"

  /// By the label of the stage; that of a whole document stands under no name.
  private var values: [Value.Member] = []

  init() {}

  init(_ file: PipelineFile) {
    let whole: Value = ["timeout": file.run.timeout.map(Value.integer) ?? .null]
    values = [Value.Member(Self.wholeDocument, whole)]
    for entry in file.stages {
      let limits = Self.limits(of: entry)
      if !limits.isEmpty { values.append(Value.Member(entry.label, .object(limits))) }
    }
  }

  private static let wholeDocument = ""

  /// The limit beside the stage, and those among its own options.
  private static func limits(of entry: StageEntry) -> [Value.Member] {
    func specifications<S: Stage>(of stage: S.Type) -> [OptionSpecification] {
      S.Options.specifications
    }
    var members = specifications(of: entry.type).compactMap { specification in
      guard case .duration = specification.kind, !specification.affectsDocuments,
        let value = entry.options[specification.key], value != .null
      else { return Value.Member?.none }
      // Both limits may have the same name.
      let isTaken = specification.key == "timeout" && entry.timeout != nil
      let owner = isTaken ? "\(entry.descriptor.name)." : ""
      return Value.Member(owner + specification.key, value)
    }
    if let timeout = entry.timeout { members.append(Value.Member("timeout", .integer(timeout))) }
    return members
  }

  /// The form that the ledger keeps.
  var description: String {
    var bytes: [UInt8] = []
    bytes.append(json: .object(values))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Notes them once every document has had its try with them.
  func remember(in ledger: Ledger) throws(LedgerError) {
    // Most runs change nothing, and a look is cheaper than a write.
    if try ledger.fact(Self.fact) != description { try ledger.setFact(Self.fact, description) }
  }

  /// What is different from the limits of an earlier run: `tag.timeout 5 → 60`.
  ///
  /// - Parameter known: what `description` was then; `nil` if that is not known.
  /// - Returns: by the label of the stage in which documents have run into the limit.
  func changes(since known: String?, labels: [String]) -> [String: String] {
    guard let known, known != description, let old = try? Value(json: known.utf8.span) else {
      return [:]
    }
    let new = Value.object(values)
    func difference(_ label: String, below name: String? = nil) -> String? {
      let found = ChainComparison.differences(
        old[label] ?? .object([]), new[label] ?? .object([]), below: name ?? label)
      return found.isEmpty ? nil : found.joined(separator: ", ")
    }
    let whole = difference(Self.wholeDocument, below: "run")
    var changes: [String: String] = [:]
    for label in labels {
      let parts = [whole, difference(label)].compactMap { $0 }
      if !parts.isEmpty { changes[label] = parts.joined(separator: ", ") }
    }
    return changes
  }
}

extension LedgerEntry {
  /// The reasons for which documents are set aside that no process has brought to an end.
  static let poisonous = "poisonous"
  static let timeout = "timeout"

  /// Whether it ran into a limit of time.
  var isTimeout: Bool { outcome == .quarantined && reason == Self.timeout }

  /// Whether it may end the next process too, or never let it go.
  var isDangerous: Bool { isTimeout || outcome == .quarantined && reason == Self.poisonous }
}
