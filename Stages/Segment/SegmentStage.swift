public import StageKit
import TextKit

/// Finds the paragraphs, sentences and tokens of the text.
public struct SegmentStage: TransformStage {
  public static let descriptor = StageDescriptor(
    name: "segment",
    summary: "finds paragraphs, sentences and tokens",
    role: .transform,
    version: 6,
    reads: [.text],
    writes: [.paragraphs, .sentences, .tokens],
    isIdempotent: true,
    examples: [
      StageExample(
        "abbreviations and numbers do not end a sentence",
        input: "Dr. Ada Holm paid $3.50 on Jan. 5. She didn't smile.",
        output: """
          body: Dr. Ada Holm paid $3.50 on Jan. 5. She didn't smile.
          sentence: Dr. Ada Holm paid $3.50 on Jan. 5.
          sentence: She didn't smile.
          tokens: Dr.|Ada|Holm|paid|$|3.50|on|Jan.|5|.|She|did|n't|smile|.
          """),
      StageExample(
        "a list",
        input: "The harbour needs:\n\n- two cranes\n- one well-built pier",
        output: """
          body: The harbour needs:
          list_item: - two cranes
          list_item: - one well-built pier
          sentence: The harbour needs:
          sentence: - two cranes
          sentence: - one well-built pier
          tokens: The|harbour|needs|:|-|two|cranes|-|one|well|-|built|pier
          """),
      StageExample(
        "tokens of the input, in columns", options: ["tokens": "given"],
        input: """
          Ada\tB-PER
          Holm\tI-PER
          paid\tO
          .\tO

          She\tO
          smiled\tO
          """,
        output: """
          body: Ada Holm paid . She smiled
          sentence: Ada Holm paid .
          sentence: She smiled
          tokens: Ada|Holm|paid|.|She|smiled
          text: Ada Holm paid . She smiled
          """),
    ])

  /// A text in columns is put together anew.
  public static func descriptor(for options: SegmentOptions) -> StageDescriptor {
    var descriptor = descriptor
    if options.tokens == .given { descriptor.writes.append(.text) }
    return descriptor
  }

  /// What a worker reuses: the lists of lines and of places where a sentence may end.
  public struct Scratch {
    var tokeniser: Tokeniser
    var finder = ParagraphFinder()
  }

  private let options: SegmentOptions
  private let lexicon = Lexicon()

  public init(options: SegmentOptions, context: StageContext) throws(OptionProblem) {
    self.options = options
  }

  public func makeScratch() -> Scratch {
    Scratch(tokeniser: Tokeniser(lexicon: lexicon, maximumBytes: options.maximumSentenceBytes))
  }

  public func process(
    _ document: inout Document, _ scratch: inout Scratch
  ) throws(StageFailure) -> Verdict {
    if options.tokens == .given {
      try keepTokens(&document)
      return .keep
    }
    var model = BoundaryModel.builtIn
    segment(&document, &scratch, judgedBy: &model)
    return .keep
  }

  /// Takes tokens and sentences from an earlier stage, or else from the text.
  private func keepTokens(_ document: inout Document) throws(StageFailure) {
    guard document.tokens == nil || document.sentences == nil else { return }
    let given = try GivenTokens(document.text.utf8.span)
    if let text = given.text { document.replaceText(String(decoding: text, as: UTF8.self)) }
    document.paragraphs = given.paragraphs
    document.sentences = given.sentences
    document.tokens = given.tokens
  }

  /// Finds the layers; sentences as the judge says where the rules leave it open.
  package func segment<Judge: BoundaryJudge>(
    _ document: inout Document, _ scratch: inout Scratch, judgedBy judge: inout Judge
  ) {
    var splitter = SentenceSplitter(
      lexicon: lexicon, maximumBytes: options.maximumSentenceBytes,
      language: document.metadata.language?.code)
    let givenParagraphs = document.paragraphs
    var paragraphs: [Paragraph] = []
    var tokens: [ByteRange] = []
    var sentences: [ByteRange] = []
    document.text.utf8.span.withUnsafeBufferPointer { buffer in
      let text = TextBytes(buffer, 0..<buffer.count)
      paragraphs = givenParagraphs ?? scratch.finder.paragraphs(of: text)
      let openParagraphs = WritingStyle.openParagraphs(text, paragraphs)
      // English prose has about five bytes a token; growing would copy all of them.
      tokens.reserveCapacity(buffer.count / 4 + 8)
      sentences.reserveCapacity(buffer.count / 100 + paragraphs.count)
      for paragraph in paragraphs {
        let bytes = TextBytes(buffer, paragraph.range.range)
        let first = tokens.count
        scratch.tokeniser.tokenise(bytes, into: &tokens)
        splitter.split(
          bytes, tokens, from: first, scratch.tokeniser.candidates,
          WritingStyle(bytes, openParagraphs), &judge, into: &sentences)
      }
    }
    document.paragraphs = paragraphs
    document.sentences = sentences
    document.tokens = tokens
  }
}
