public import StageKit
import TextKit

/// Chooses the sentences that say most of what an article says.
public struct SummariseStage: TransformStage {
  public static let descriptor = StageDescriptor(
    name: "summarise",
    summary: "chooses the sentences that sum up the text",
    role: .transform,
    version: 4,
    reads: [.sentences, .tokens],
    writes: [.summary],
    isIdempotent: true,
    examples: [
      StageExample(
        "the sentence that shares most with the others, without repetition",
        options: ["sentences": 2],
        input: """
          The harbour of Tarn will buy two new cranes, the harbour council decided on Monday. \
          “At last,” said a sailor. It rained. The council of the harbour will buy two new cranes. \
          The cranes will cost the harbour nine million crowns, which the council has to borrow.
          """,
        output: """
          summary: The harbour of Tarn will buy two new cranes, the harbour council decided on \
          Monday. The cranes will cost the harbour nine million crowns, which the council has to \
          borrow.
          """)
    ])

  /// What a worker reuses: tables of the document's words and sentences.
  public struct Scratch {
    var terms = TermTable()
    var ranker = SentenceRanker()
    var text: [UInt8] = []
  }

  private let options: SummariseOptions
  private let stopWords = StopWords()

  public init(options: SummariseOptions, context: StageContext) throws(OptionProblem) {
    self.options = options
  }

  public func makeScratch() -> Scratch { Scratch() }

  public func process(
    _ document: inout Document, _ scratch: inout Scratch
  ) throws(StageFailure) -> Verdict {
    let sentences = document.sentences ?? []
    scratch.ranker.collect(document, stopWords, &scratch.terms)
    let chosen = scratch.ranker.choose(
      options.sentenceCount, within: options.maximumBytes ?? .max)
    scratch.text.removeAll(keepingCapacity: true)
    let text = document.text.utf8.span
    for (place, index) in chosen.enumerated() {
      if place > 0, needsSpace(text, after: sentences[chosen[place - 1]], sentences[index]) {
        scratch.text.append(UInt8(ascii: " "))
      }
      for offset in sentences[index].range {
        // A sentence of a hard-wrapped text holds line breaks.
        scratch.text.append(text[offset].isASCIIWhitespace ? UInt8(ascii: " ") : text[offset])
      }
    }
    document.summary = Summary(
      sentences: chosen, text: String(decoding: scratch.text, as: UTF8.self))
    return .keep
  }

  /// Whether a space belongs between two sentences: not where they touch in the text, nor behind the
  /// full stops and brackets of Chinese and Japanese, which hold it in themselves.
  private func needsSpace(
    _ text: Span<UInt8>, after previous: ByteRange, _ next: ByteRange
  ) -> Bool {
    if previous.end == next.start { return false }
    let last = previous.end - 3
    return
      !(text.matches("。", at: last) || text.matches("！", at: last)
      || text.matches("？", at: last) || text.matches("」", at: last)
      || text.matches("』", at: last) || text.matches("）", at: last))
  }
}
