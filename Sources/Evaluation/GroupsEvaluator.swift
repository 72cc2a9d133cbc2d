import StageKit
import TextKit

/// Compares groups of mentions of one thing by B³, over the mentions that are names.
///
/// A record has a `text` and `clusters`, each with `mentions`: `[[start, end, …], …]`. Articles in front
/// are not part of a name. What then has a small first letter, or holds a word with one that is not a
/// link between names (`of`, `the`), is no name. Of the names that both sides have at the same
/// place, only the grouping is compared.
struct GroupsEvaluator: Evaluator {
  static let descriptor = EvaluatorDescriptor(
    name: "groups", summary: "which names tag takes for one thing, by B³",
    format: [
      #"{"text", "clusters": [{"mentions": [[start, end], …]}, …]}"#
    ],
    stages: ["segment", "tag"])

  private var documents = 0
  private var names = Counts()
  private var agreement = GroupAgreement()
  /// What one reaches who puts every name into a group of its own.
  private var alone = GroupAgreement()

  init(_ settings: EvaluationSettings) throws(EvaluationProblem) {}

  mutating func evaluate(_ path: String, with stages: StageSet) throws(EvaluationProblem) {
    try GoldRecord.forEach(of: path) { (record) throws(EvaluationProblem) in
      var document = try record.document()
      var goldGroups = try goldGroups(record, document.text)
      try stages.run("segment", on: &document, from: record.line)
      try stages.run("tag", on: &document, from: record.line)
      let entities = (document.entities ?? []).filter { $0.type.conll != nil }
      let shared = Set(goldGroups.joined()).intersection(entities.map(\.range))
      documents += 1
      names += Counts(
        gold: goldGroups.reduce(0) { $0 + $1.count }, found: entities.count, correct: shared.count)

      goldGroups = goldGroups.map { $0.filter(shared.contains) }.filter { !$0.isEmpty }
      agreement.add(
        gold: goldGroups, found: foundGroups(entities.filter { shared.contains($0.range) }))
      alone.add(gold: goldGroups, found: goldGroups.joined().map { [$0] })
    }
  }

  /// An entity without a group is one of its own.
  private func foundGroups(_ entities: [Entity]) -> [[ByteRange]] {
    var groups: [Int: [ByteRange]] = [:]
    var single: [[ByteRange]] = []
    for entity in entities {
      if let group = entity.group {
        groups[group, default: []].append(entity.range)
      } else {
        single.append([entity.range])
      }
    }
    return groups.sorted { $0.key < $1.key }.map(\.value) + single
  }

  /// The names of the record. A place that is mentioned twice counts once.
  private func goldGroups(
    _ record: GoldRecord, _ text: String
  ) throws(EvaluationProblem) -> [[ByteRange]] {
    guard let clusters = record.value["clusters"]?.list else {
      throw record.line.problem("member 'clusters' with a list is expected")
    }
    var seen: Set<ByteRange> = []
    var groups: [[ByteRange]] = []
    for (index, cluster) in clusters.enumerated() {
      guard let mentions = cluster["mentions"] else {
        throw record.line.problem("element \(index + 1) of 'clusters' has no 'mentions'")
      }
      let ranges = try record.ranges(mentions, called: "mentions", in: text)
      let names = ranges.compactMap { NameShape.name(in: $0, of: text) }
        .filter { seen.insert($0).inserted }
      if !names.isEmpty { groups.append(names) }
    }
    return groups
  }

  func report() -> EvaluationReport {
    var table = TextTable("", "names", "precision", "recall", "B³ F1")
    var members = [
      Value.Member("documents", .integer(documents)), Value.Member("names", .counts(names)),
    ]
    for (name, agreement) in [("groups", agreement), ("every name alone", alone)] {
      table.add(
        [name, "\(agreement.goldMentions)"]
          + [agreement.precision, agreement.recall, agreement.f1].map(percent))
      members.append(
        Value.Member(
          name == "groups" ? name : "alone",
          [
            "names": .integer(agreement.goldMentions), "precision": .share(agreement.precision),
            "recall": .share(agreement.recall), "f1": .share(agreement.f1),
          ]))
    }
    let note = "\(names.correct) of \(names.gold) names have the span of an entity"
    return EvaluationReport(lines: table.lines + ["", note], members: members)
  }
}

/// Telling names from other mentions by their letters.
enum NameShape {
  /// The mention without articles in front, if that looks like a name.
  static func name(in range: ByteRange, of text: String) -> ByteRange? {
    let bytes = Array(text.utf8.span.string(range).utf8)
    var words = bytes.split(separator: UInt8(ascii: " "))
    while let first = words.first, ["the", "a", "an"].contains(word(first).lowercased()) {
      words.removeFirst()
    }
    guard let first = words.first, let last = words.last, startsLikeName(first) else { return nil }
    let links: Set<String> = [
      "of", "the", "and", "for", "de", "la", "von", "van", "der", "al", "’s",
    ]
    let isName = words.allSatisfy { startsLikeName($0) || links.contains(word($0)) }
    return isName
      ? ByteRange(range.start + first.startIndex, range.start + last.endIndex) : nil
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// A capital letter that is not the pronoun `I`.
  private static func startsLikeName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let scalar = word(bytes).unicodeScalars.first else { return false }
    return scalar.properties.isUppercase && !bytes.elementsEqual("I".utf8)
  }
}
