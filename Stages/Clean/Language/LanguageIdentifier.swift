import StageKit
import TextKit

/// Tells the language of a text: by its script where that decides, otherwise by its function words
/// and its letters with marks.
///
/// Only the first 2 KB are looked at: some three hundred words. The weights are few and written by hand; a table of trained
/// ones can take their place behind the same interface.
struct LanguageIdentifier: Sendable {
  private static let sampleBytes = 2048
  /// Evidence below this is too little to name a language.
  private static let minimumScore: Float = 2.5

  private let words = FunctionWordTable()
  private let codes = LatinLanguage.allCases.map(\.code)

  /// The language of a text and how sure that is, or `nil` where there is too little to go by.
  func identify(_ text: Span<UInt8>) -> Metadata.Language? {
    var end = min(text.count, Self.sampleBytes)
    while end < text.count, text[end].isUTF8Continuation { end += 1 }
    let sample = text.extracting(0..<end)
    let letters = sample.isASCII ? LetterCounts() : LetterCounts(sample)
    if let language = letters.languageOfScript(latin: sample.count - letters.nonLatinBytes) {
      return language
    }
    return byWords(sample, letters)
  }

  private func byWords(_ text: Span<UInt8>, _ letters: LetterCounts) -> Metadata.Language? {
    var scores = letters.latinScores
    words.count(text, into: &scores)
    var best = 0
    var second = 0
    for index in scores.indices.dropFirst() {
      if scores[index] > scores[best] {
        second = best
        best = index
      } else if index != best && (second == best || scores[index] > scores[second]) {
        second = index
      }
    }
    guard scores[best] >= Self.minimumScore else { return nil }
    let rival = second == best ? 0 : scores[second]
    guard scores[best] > rival else { return nil }
    let evidence = scores[best] / (scores[best] + 2)
    let lead = 1 - rival / (scores[best] + rival + 0.001)
    let confidence = Double(min(0.99, evidence * min(1, lead * 1.35)))
    return Metadata.Language(
      code: codes[best],
      confidence: (confidence * 100).rounded() / 100)
  }
}
