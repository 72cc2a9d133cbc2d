import Diagnostics
import StageKit
import TextKit

/// Compares entities by exact span and type.
struct TagEvaluator: Evaluator {
  static let descriptor = EvaluatorDescriptor(
    name: "tag", summary: "entities, exact in span and type",
    format: [
      #"{"text", "entities": [[start, end, TYPE], …]} in a file that ends in .jsonl"#,
      "or lines of token, tab and O, B-TYPE or I-TYPE in any other, which are tagged as tokenised",
    ],
    stages: ["segment", "tag"])

  private let settings: EvaluationSettings
  private var documents = 0
  private var counts: [EntityType: Counts] = [:]
  private var errors: ErrorExamples<ErrorKind>

  init(_ settings: EvaluationSettings) throws(EvaluationProblem) {
    self.settings = settings
    // The other scheme has whatever types the files and the gazetteers have.
    if settings.scheme == .conll4, let types = settings.types {
      let known = ["PER", "ORG", "LOC", "MISC"]
      if let unknown = types.first(where: { !known.contains($0) }) {
        throw EvaluationProblem(
          "'--types': the scheme conll4 has no type '\(unknown)'; it has "
            + "\(Wording.list(known, "and")), and '--scheme ontonotes' has all others")
      }
    }
    errors = ErrorExamples(limit: settings.errorLimit)
  }

  mutating func evaluate(_ path: String, with stages: StageSet) throws(EvaluationProblem) {
    if path.hasSuffix(".jsonl") || path.hasSuffix(".json") {
      try GoldRecord.forEach(of: path) { (record) throws(EvaluationProblem) in
        var document = try record.document()
        let gold = try record.entities(in: document.text)
        try stages.run("segment", on: &document, from: record.line)
        try stages.run("tag", on: &document, from: record.line)
        compare(document, gold)
      }
    } else {
      try TokenFile.forEach(of: path) { (record) throws(EvaluationProblem) in
        var document = record.document
        try stages.run("tag", on: &document, from: record.line)
        compare(document, record.entities)
      }
    }
  }

  /// Counts what one document has and shows where it differs from the gold standard.
  private mutating func compare(_ document: Document, _ goldEntities: [Entity]) {
    documents += 1
    let gold = typed(goldEntities)
    let found = typed(document.entities ?? [])
    for (range, type) in gold {
      counts[type, default: Counts()].gold += 1
      if found[range] == type { counts[type, default: Counts()].correct += 1 }
    }
    for type in found.values { counts[type, default: Counts()].found += 1 }
    if settings.errorLimit > 0 { collectErrors(document, gold, found) }
  }

  /// The entities by span. Of several at one span the last one counts.
  private func typed(_ entities: [Entity]) -> [ByteRange: EntityType] {
    var typed: [ByteRange: EntityType] = [:]
    for entity in entities {
      guard let type = settings.scheme == .conll4 ? entity.type.conll : entity.type else {
        continue
      }
      typed[entity.range] = type
    }
    return typed
  }

  private mutating func collectErrors(
    _ document: Document, _ gold: [ByteRange: EntityType], _ found: [ByteRange: EntityType]
  ) {
    let foundInOrder = inOrder(found)
    var explained: Set<ByteRange> = []
    for (range, type) in inOrder(gold) where found[range] != type {
      if let wrong = found[range] {
        errors.add(
          ErrorKind("mistyped", gold: type, found: wrong), document.excerpt(range))
      } else if let near = foundInOrder.first(where: { $0.key.overlaps(range) }) {
        explained.insert(near.key)
        let text = document.text.utf8.span.string(near.key)
        errors.add(
          ErrorKind("wrong bounds", gold: type),
          "\(document.excerpt(range))  (found '\(text)' as \(near.value.rawValue))")
      } else {
        errors.add(ErrorKind("missed", gold: type), document.excerpt(range))
      }
    }
    for (range, type) in foundInOrder where gold[range] == nil && !explained.contains(range) {
      errors.add(ErrorKind("spurious", found: type), document.excerpt(range))
    }
  }

  private func inOrder(
    _ entities: [ByteRange: EntityType]
  ) -> [(key: ByteRange, value: EntityType)] {
    entities.sorted { ($0.key.start, $0.key.end) < ($1.key.start, $1.key.end) }
  }

  func report() -> EvaluationReport {
    let present = counts.filter { $0.value.gold > 0 }.keys.map(\.rawValue).sorted()
    let shown = settings.types ?? present
    var table = TextTable.ofCounts("type")
    var members: [Value.Member] = []
    var sum = Counts()
    for name in shown {
      let typeCounts = counts[EntityType(rawValue: name)] ?? Counts()
      sum += typeCounts
      table.add(name, typeCounts)
      members.append(Value.Member(name, .counts(typeCounts)))
    }
    table.add("all", sum)
    let isShown = Set(shown)
    return EvaluationReport(
      lines: table.lines
        + errors.lines { kind in
          [kind.gold, kind.found].contains { $0.map { isShown.contains($0.rawValue) } ?? false }
        },
      members: [
        Value.Member("documents", .integer(documents)),
        Value.Member("types", .object(members)), Value.Member("all", .counts(sum)),
      ])
  }
}

/// In which way an entity differs from the gold standard.
private struct ErrorKind: Hashable, CustomStringConvertible {
  let name: String
  let gold: EntityType?
  let found: EntityType?

  init(_ name: String, gold: EntityType? = nil, found: EntityType? = nil) {
    self.name = name
    self.gold = gold
    self.found = found
  }

  var description: String {
    "\(name) " + [gold, found].compactMap { $0?.rawValue }.joined(separator: " as ")
  }
}

extension EntityType {
  /// The type in the scheme of CoNLL 2003; `nil` for what has no name but a form, such as dates.
  /// What is neither a person nor an organisation nor a place is miscellaneous there.
  var conll: EntityType? {
    switch self {
    case .person, EntityType(rawValue: "PER"): EntityType(rawValue: "PER")
    case .organisation: self
    case .geopolitical, .location, .facility: .location
    case .date, .time, .money, .percent, .quantity, .ordinal, .cardinal, .url, .email, .handle,
      .hashtag, .phone:
      nil
    default: .miscellaneous
    }
  }
}
