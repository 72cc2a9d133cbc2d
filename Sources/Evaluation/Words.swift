import TextKit

/// The words of a text as hashes, for measures that only ask whether words are the same.
///
/// A word is a run of letters, digits and underscores in any script, which is what published
/// measures take for one.
func wordHashes(of text: String, ignoringCase: Bool = false) -> [UInt64] {
  var hashes: [UInt64] = []
  var word: [UInt8] = []
  func endWord() {
    guard !word.isEmpty else { return }
    hashes.append(hashBytes(word.span))
    word.removeAll(keepingCapacity: true)
  }
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      if byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") {
        word.append(ignoringCase ? byte.lowercasedASCII : byte)
      } else {
        endWord()
      }
    } else if scalar.isWordPart {
      word += ignoringCase ? Array(scalar.properties.lowercaseMapping.utf8) : Array(scalar.utf8)
    } else {
      endWord()
    }
  }
  endWord()
  return hashes
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  fileprivate var utf8: UTF8.EncodedScalar { UTF8.encode(self)! }  // every scalar has a UTF-8 form
}

/// How often each run of `length` words occurs in a text.
struct WordRuns {
  /// In order, so that two texts can be compared in one pass.
  private let hashes: [UInt64]

  /// - Parameter takesShortTexts: whether a text of fewer words is one run of all of them.
  init(_ words: [UInt64], length: Int, takesShortTexts: Bool = false) {
    var length = length
    if takesShortTexts, words.count < length { length = max(1, words.count) }
    guard words.count >= length else {
      hashes = []
      return
    }
    hashes = (0...words.count - length).map { start in
      var hash: UInt64 = 0
      for word in words[start..<start + length] {
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      return hash
    }.sorted()
  }

  /// Counts every run as often as it occurs in both.
  func counts(against gold: WordRuns) -> Counts {
    var shared = 0
    var own = 0
    var other = 0
    while own < hashes.count, other < gold.hashes.count {
      if hashes[own] == gold.hashes[other] {
        shared += 1
        own += 1
        other += 1
      } else if hashes[own] < gold.hashes[other] {
        own += 1
      } else {
        other += 1
      }
    }
    return Counts(gold: gold.hashes.count, found: hashes.count, correct: shared)
  }
}
