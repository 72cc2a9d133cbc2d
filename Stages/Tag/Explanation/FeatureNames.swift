import TextKit

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
    case 18...20, 26: "class in English at large"
    case 6: "usual case"
    case 7: "role in the lexicon"
    case 8, 11...15: "ending"
    case 16: "length"
    case 21...25: "beginning"
    case 30: "forms of the words around"
    case 31, 35, 37: "words before"
    case 32, 36, 38: "words behind"
    case 39: "place in the sentence"
    case 40: "lower case elsewhere in the document"
    case 42, 43, 45...47: "rules"
    case 49...51, 56: "lists"
    case 52, 53, 55: "rest of the document"
    case 60, 74, 75: "place in the stretch of capitals"
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
