package import StageKit
package import TextKit

/// Why the model has a name.
package struct NameExplanation {
  package var range: ByteRange
  /// The word of the model: `PER`.
  package var type: String
  package var confidence: Double
  /// What spoke for and against it, the strongest first: the difference of the weights for the labels
  /// of the name and for no name.
  package var reasons: [(text: String, weight: Float)]
}

extension TagStage {
  /// The names that the model finds, with what speaks for each; before gazetteers, patterns and
  /// overlaps have their say.
  package func explainNames(_ document: Document) -> [NameExplanation] {
    let text = document.text.utf8.span
    var tagger = NameTagger(model)
    var runs = NameRuns(
      words: model.words, lists: model.lists, beginnings: model.beginnings, weights: nil)
    var reading = NameReading()
    var place = SentencePlace()
    var names: [NameTagger.Name] = []
    var explanations: [NameExplanation] = []
    while place.sentence < document.sentences?.count ?? 0 {
      reading.read(document, from: &place)
      names.removeAll()
      tagger.find(reading, document, into: &names)
      reading.load(&runs, document)
      for name in names {
        guard let run = runs.runs.first(where: { $0.pieces.contains(name.pieces.lowerBound) })
        else { continue }
        var weights: [String: Float] = [:]
        for index in name.pieces {
          let isFirst = index == name.pieces.lowerBound
          let label =
            isFirst ? ChainLabels.beginning(name.type) : ChainLabels.inside(name.type)
          runs.describeFeatures(index, run, text) { description, hash in
            var row = FeatureWeights.Row(repeating: 0)
            model.weights.add(hash, to: &row)
            weights[description, default: 0] += Float(row[label] &- row[0]) * model.scale
          }
        }
        let reasons = weights.filter { abs($0.value) >= 0.05 }
          .sorted { (-abs($0.value), $0.key) < (-abs($1.value), $1.key) }
        explanations.append(
          NameExplanation(
            range: ByteRange(reading.pieces, name.pieces), type: model.labels.types[name.type],
            confidence: model.calibration.confidence(name.probability),
            reasons: reasons.map { ($0.key, $0.value) }))
      }
      runs.unload()
    }
    return explanations
  }
}

extension NameRuns {
  /// Hands over the features of a piece with what each is in words.
  func describeFeatures(
    _ index: Int, _ run: Run, _ text: Span<UInt8>, _ handle: (String, UInt64) -> Void
  ) {
    func word(_ index: Int) -> String {
      run.sentence.contains(index) ? "'\(text.string(ByteRange(pieces, index..<index + 1)))'" : "-"
    }
    for offset in NameWords.offsets {
      let features = words.features[wordNumber(index + offset, run)]
      for position in 0..<features.count(at: offset) {
        let kind = FeatureKinds.name(features.kinds[position])
        handle(
          "\(kind) of \(word(index + offset))\(FeatureKinds.place(offset))",
          featureHash(features.hashes[position], at: offset))
      }
    }
    forEachContextFeature(index, run) { kind, first, second in
      handle("\(FeatureKinds.name(kind)) at \(word(index))", featureHash(kind, first, second))
    }
  }
}

/// What the kinds of features are, in words.
enum FeatureKinds {
  static func place(_ offset: Int) -> String {
    switch offset {
    case ..<0: " (\(-offset) before)"
    case 0: ""
    default: " (\(offset) behind)"
    }
  }

  static func name(_ kind: UInt64) -> String {
    switch kind {
    case 1, 9: "word"
    case 2: "form"
    case 3, 17: "entry in the lexicon"
    case 4, 5: "class"
    case 6: "usual case"
    case 7: "role in the lexicon"
    case 8, 11...15: "ending"
    case 16: "length"
    case 21...25: "beginning"
    case 30: "forms of the words around"
    case 31, 33, 35, 37: "words before"
    case 32, 34, 36, 38: "words behind"
    case 39: "place in the sentence"
    case 40: "lower case elsewhere in the document"
    case 41: "spacing"
    case 42...48: "rules"
    case 49...51: "lists"
    case 52...55: "rest of the document"
    case 60: "place in the stretch of capitals"
    case 61, 63: "word before the stretch"
    case 62, 64: "word behind the stretch"
    case 65, 67, 68: "last word of the stretch"
    case 66, 69, 70: "first word of the stretch"
    case 71: "ends of the stretch"
    case 72, 73: "words around the stretch"
    default: "feature \(kind)"
    }
  }
}
