package import StageKit
import TextKit

/// Why the stage has an entity.
package struct EntityExplanation {
  package var entity: Entity
  /// Who has found it.
  package var finder: String
  /// What the built-in lists and those of the model have, what the rules propose, and what the rest of
  /// the document says; a sentence part each.
  package var evidence: [String]
  /// What spoke for and against a name of the model, the strongest first: the difference of the weights
  /// for the labels of the name and for no name.
  package var reasons: [(text: String, weight: Float)]
}

extension TagStage {
  /// The entities that `process` finds, with what speaks for each; also names that `min_confidence`
  /// leaves out.
  package func explain(_ document: Document) -> [EntityExplanation] {
    var explanations: [EntityExplanation] = []
    var explainer = EntityExplainer(model)
    var scratch = makeScratch()
    forEachReading(of: document, &scratch) { reading, names, display in
      explainer.read(document, gazetteer)
      for candidate in reading.resolution.accepted {
        let text = document.text.utf8.span
        guard let entity = display.entity(of: candidate, reading.pieces, text) else { continue }
        explanations.append(
          explainer.explain(entity, candidate, names, text))
      }
      explainer.forget()
    }
    return explanations
  }
}

/// Puts into words why there is an entity.
private struct EntityExplainer {
  private let model: NameModel
  /// As what the tagger had before it, with the words of its features.
  private var runs: NameRuns
  private var reading = NameReading()
  private var place = SentencePlace()

  init(_ model: NameModel) {
    self.model = model
    runs = NameRuns(
      words: model.words, classes: model.classes, lists: model.lists, beginnings: model.beginnings,
      keepsFeatures: true)
  }

  /// Reads the next part of the document.
  mutating func read(_ document: Document, _ gazetteer: UserGazetteer) {
    reading.read(document, from: &place, gazetteer: gazetteer)
    reading.load(&runs, document)
  }

  mutating func forget() { runs.unload() }

  func explain(
    _ entity: Entity, _ candidate: Candidate, _ names: [NameTagger.Name], _ text: Span<UInt8>
  ) -> EntityExplanation {
    let pieces = candidate.pieceRange
    var explanation = EntityExplanation(entity: entity, finder: "", evidence: [], reasons: [])
    switch candidate.recogniser {
    case .gazetteer: explanation.finder = "gazetteer of the option 'gazetteers'"
    case .patterns:
      explanation.finder = PatternFinder.shared.explanation(reading.pieces, pieces, text)
    case .names:
      let name = names.first { $0.pieces.overlaps(pieces) }
      if let name, let confidence = entity.confidence {
        explanation.finder =
          "model, as \(model.labels.types[name.type]) with confidence \(confidence)"
        explanation.reasons = reasons(name, text)
      } else {
        explanation.finder = "built-in list; the model passes over it"
      }
      explanation.evidence = evidence(name?.pieces ?? pieces, text)
    }
    return explanation
  }

  /// The features of a name with their weights.
  private func reasons(
    _ name: NameTagger.Name, _ text: Span<UInt8>
  ) -> [(text: String, weight: Float)] {
    guard let run = runs.runs.first(where: { $0.pieces.contains(name.pieces.lowerBound) }) else {
      return []
    }
    var weights: [String: Float] = [:]
    for index in name.pieces {
      let isFirst = index == name.pieces.lowerBound
      let label = isFirst ? ChainLabels.beginning(name.type) : ChainLabels.inside(name.type)
      runs.describeFeatures(index, run, text) { description, hash in
        var row = FeatureWeights.Row(repeating: 0)
        model.weights.add(hash, to: &row)
        weights[description, default: 0] += Float(row[label] &- row[0]) * model.scale
      }
    }
    return weights.filter { abs($0.value) >= 0.05 }
      .sorted { (-abs($0.value), $0.key) < (-abs($1.value), $1.key) }
      .map { ($0.key, $0.value) }
  }

  private func evidence(_ range: Range<Int>, _ text: Span<UInt8>) -> [String] {
    func quoted(_ range: Range<Int>) -> String {
      "'\(text.string(ByteRange(reading.pieces, range)))'"
    }
    var evidence: [String] = []
    for rule in reading.rules where rule.pieceRange.overlaps(range) {
      let source = rule.entry > 0 ? "list" : "rule"
      evidence.append("\(source): \(quoted(rule.pieceRange)) is \(rule.entityType.rawValue)")
    }
    for index in range {
      let roles = reading.pieces[index].roles.descriptions
      if !roles.isEmpty {
        evidence.append(
          "list: \(quoted(index..<index + 1)) is \(roles.joined(separator: ", "))")
      }
      let lists = runs.lists(at: index)
      if !lists.isEmpty {
        evidence.append(
          "list: \(quoted(index..<index + 1)) is in \(lists.joined(separator: ", ")) of the model")
      }
    }
    for index in range {
      let testimony = runs.testimonyElsewhere(index)
      if !testimony.isEmpty {
        evidence.append(
          "document: \(quoted(index..<index + 1)) elsewhere \(testimony.joined(separator: ", "))")
      }
    }
    return evidence
  }
}

extension NameRuns {
  /// Which lists of the model have a phrase that begins at a piece or goes on there.
  fileprivate func lists(at index: Int) -> [String] {
    (1...4).filter { number in
      (0..<3).contains { listBits[index] & 1 << UInt32(4 * $0 + number - 1) != 0 }
    }.map { "list \($0)" }
  }

  /// What the other mentions of a word in the document say of it.
  fileprivate func testimonyElsewhere(_ index: Int) -> [String] {
    guard pieces[index].isName, let run = runs.first(where: { $0.pieces.contains(index) }) else {
      return []
    }
    let others = testimonyElsewhere(index, run)
    let meanings = [
      "is a person by the rules", "is an organisation by the rules", "is a place by the rules",
      "is another name by the rules", "stands behind a title or given name",
      "stands before a verb of speech", "stands behind 'in' and the like",
    ]
    return meanings.indices.filter { others[$0] > 0 }.map { "\(meanings[$0]) (\(others[$0]))" }
  }
}

extension Lexicon.Roles {
  /// What a word can be, in words.
  fileprivate var descriptions: [String] {
    let all: [(Lexicon.Roles, String)] = [
      (.givenName, "a given name"), (.leadingFamilyName, "a family name that stands first"),
      (.title, "a title"), (.titleModifier, "part of titles"), (.particle, "a particle of names"),
      (.legalForm, "a legal form"), (.organisationTail, "a last word of organisations"),
      (.organisationHead, "a first word of organisations"),
      (.facilityTail, "a last word of buildings"), (.locationTail, "a last word of landscapes"),
      (.administrativeTail, "a last word of places with a government"),
      (.administrativeHead, "a first word of places with a government"),
      (.locationHead, "a first word of landscapes"), (.eventTail, "a last word of events"),
      (.lawTail, "a last word of laws"), (.notName, "hardly ever a name alone"),
      (.functionWord, "a function word"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}
