import Ledger
import StageKit
import TextKit

/// What a stage of a chain is, as far as its results depend on it.
struct StageIdentity: Sendable, Equatable {
  var label: String
  var name: String
  var version: Int
  /// The options that results depend on, normalised, and hashes of the files that they name.
  var options: Value
  /// The condition, as it stands in the pipeline file.
  var condition: String?
}

extension StageIdentity {
  /// Says that the source keeps where texts stand in their files: documents that were kept without
  /// that are of no use.
  mutating func addRawOffsets() {
    options = .object((options.members ?? []) + [Value.Member("raw_offsets", true)])
  }
}

/// What all stages of a chain are. Two equal chains make the same of the same document.
struct ChainIdentity: Sendable, Equatable {
  var stages: [StageIdentity]

  /// All of it as a list of objects.
  var value: Value {
    .list(
      stages.map { stage in
        [
          "label": .string(stage.label), "name": .string(stage.name),
          "version": .integer(stage.version), "options": stage.options,
          "when": stage.condition.map(Value.string) ?? .null,
        ]
      })
  }

  /// The form that the ledger keeps.
  var description: String {
    var bytes: [UInt8] = []
    bytes.append(json: value)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ChainIdentity {
  /// Reads what `description` wrote; `nil` for anything else.
  init?(description: String) {
    guard let stages = try? Value(json: description.utf8.span).list else { return nil }
    self.stages = []
    for stage in stages {
      guard let label = stage["label"]?.string, let name = stage["name"]?.string,
        let version = stage["version"]?.integer, let options = stage["options"]
      else { return nil }
      self.stages.append(
        StageIdentity(
          label: label, name: name, version: version, options: options,
          condition: stage["when"]?.string))
    }
  }
}

/// What differs between the chain that documents were made with and the one at hand, and so which
/// documents have to be made anew.
struct ChainComparison: Sendable {
  /// A bit for each stage whose results may differ, lowest first.
  private var changed: UInt64 = 0
  /// The index of the first stage at which the chains have different stages, or other conditions:
  /// every document that came that far is concerned.
  private var firstBranch = Int.max
  /// What differs, by the index of the stage: `tag 3 → 4`, `summarise.sentences 3 → 5`.
  private var differences: [Int: String] = [:]

  init(old: ChainIdentity, new: ChainIdentity) {
    for (index, (old, new)) in zip(old.stages, new.stages).enumerated() {
      if old.label != new.label || old.name != new.name {
        branch(at: index, "stage '\(old.label)' → '\(new.label)'")
        return
      }
      if old.condition != new.condition {
        branch(
          at: index, "\(new.label).when \(old.condition ?? "none") → \(new.condition ?? "none")")
        return
      }
      if old.version != new.version {
        note(index, "\(new.label) \(old.version) → \(new.version)")
      }
      for difference in Self.differences(old.options, new.options, below: new.label) {
        note(index, difference)
      }
    }
    if old.stages.count != new.stages.count {
      let count = min(old.stages.count, new.stages.count)
      branch(at: count - 1, "\(old.stages.count) → \(new.stages.count) stages")
    }
  }

  /// Whether the old result still stands.
  func isCurrent(_ entry: LedgerEntry) -> Bool {
    entry.applied & changed == 0 && entry.reached < firstBranch
  }

  /// Whether what was kept behind a stage still stands.
  func isCurrent(_ entry: LedgerEntry, upTo stage: Int) -> Bool {
    let earlier = (UInt64(2) << UInt64(min(stage, 62))) - 1
    return entry.applied & changed & earlier == 0 && firstBranch > stage
  }

  /// Why the document has to be made anew, or `nil` if it need not.
  func reason(_ entry: LedgerEntry) -> String? {
    if isCurrent(entry) { return nil }
    let indexes = differences.keys.sorted().filter { index in
      index >= firstBranch || entry.applied & (1 << UInt64(min(index, 63))) != 0
    }
    return indexes.compactMap { differences[$0] }.joined(separator: ", ")
  }

  private mutating func branch(at index: Int, _ difference: String) {
    firstBranch = index
    differences[index] = difference
  }

  private mutating func note(_ index: Int, _ difference: String) {
    // Chains are far shorter; were one longer, its last stages would share a bit.
    changed |= 1 << UInt64(min(index, 63))
    differences[index] = differences[index].map { "\($0), \(difference)" } ?? difference
  }

  /// `summarise.sentences 3 → 5` for every value that differs.
  static func differences(_ old: Value, _ new: Value, below path: String) -> [String] {
    if old == new { return [] }
    if let oldMembers = old.members, let newMembers = new.members {
      // A file that an option names: its path and a hash of its content.
      if let name = new["path"]?.string, old["path"]?.string == name, new["hash"] != nil {
        return old["hash"] == new["hash"] ? [] : ["\(path) '\(name)' changed"]
      }
      var keys = newMembers.map(\.key)
      for member in oldMembers where !keys.contains(member.key) { keys.append(member.key) }
      return keys.flatMap { key in
        // What a stage adds of its own stands beside its options.
        differences(
          old[key] ?? .null, new[key] ?? .null, below: key == "identity" ? path : "\(path).\(key)")
      }
    }
    if let oldElements = old.list, let newElements = new.list,
      oldElements.count == newElements.count
    {
      return oldElements.indices.flatMap { index in
        differences(oldElements[index], newElements[index], below: "\(path)[\(index)]")
      }
    }
    // The ledger keeps the JSON, in which a number may have lost its fraction: 0.0 is 0.
    let texts = (json(old), json(new))
    if texts.0 == texts.1 { return [] }
    if isHash(old), isHash(new) { return ["\(path) changed"] }
    return ["\(path) \(short(texts.0)) → \(short(texts.1))"]
  }

  /// Whether a value says nothing to people but that it is another one.
  private static func isHash(_ value: Value) -> Bool {
    guard let digits = value.string?.utf8, digits.count >= 12 else { return false }
    return digits.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  private static func json(_ value: Value) -> String {
    var bytes: [UInt8] = []
    bytes.append(json: value)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func short(_ text: String) -> String {
    text.utf8.count <= 40 ? text : String(text.prefix(37)) + "…"
  }
}
