import Segment
import StageKit
import Summarise
import Testing
import TextKit

@Suite struct SummariseTests {
  private let context = StageContext(label: "x", baseDirectory: "/", outputDirectory: "/")

  /// A story of five sentences, the second of which repeats the first.
  private let story = """
    The harbour of Tarn will buy two new cranes, the harbour council decided on Monday. The council \
    of the harbour of Tarn decided to buy two new cranes on Monday. It rained a little in the \
    morning but the afternoon was dry and warm. The cranes will cost the harbour nine million \
    crowns, which the council will have to borrow. A sailor slept through all of it in the shade.
    """

  private func segmented(_ text: String) throws -> Document {
    let stage = try SegmentStage(options: SegmentOptions(), context: context)
    var scratch = stage.makeScratch()
    var document = Document(source: DocumentSource(key: InputKey(path: [])), text: text)
    _ = try stage.process(&document, &scratch)
    return document
  }

  private func summary(
    of document: Document, sentences: Int = 3, maximumBytes: Int? = nil
  ) throws -> Summary {
    var options = SummariseOptions()
    options.sentenceCount = sentences
    options.maximumBytes = maximumBytes
    let stage = try SummariseStage(options: options, context: context)
    var scratch = stage.makeScratch()
    var document = document
    _ = try stage.process(&document, &scratch)
    #expect(document.firstInvalidLayer() == nil)
    return try #require(document.summary)
  }

  @Test(arguments: ["TARN, May 4 (AP) --", "TARN (Reuters) –", "TARN (AP)"])
  func aDatelineIsNoSentenceOfTheSummary(_ dateline: String) throws {
    let document = try segmented("\(dateline) \(story)")
    let first = try #require(document.sentences?.first)
    try #require(document.text.utf8.span.string(first) == dateline)
    for count in 1...5 {
      #expect(try !summary(of: document, sentences: count).sentences.contains(0))
    }
  }

  @Test(arguments: ["Tarn Rovers 2-1 Ellborough City", "P W D L Pts", "From Ann Bell, Tarn"])
  func aLineWithoutAnEndIsNoSentenceOfTheSummary(_ line: String) throws {
    let document = try segmented("\(line)\n\n\(story)")
    let first = try #require(document.sentences?.first)
    try #require(document.text.utf8.span.string(first) == line)
    for count in 1...5 {
      #expect(try !summary(of: document, sentences: count).sentences.contains(0))
    }
    #expect(try summary(of: segmented(line)).sentences == [0])
  }

  @Test func showsWhatItsExamplesSay() throws {
    for example in SummariseStage.descriptor.examples {
      let stage = try SummariseStage(
        options: SummariseOptions(decoding: example.options), context: context)
      var scratch = stage.makeScratch()
      var document = try segmented(example.input)
      _ = try stage.process(&document, &scratch)
      #expect(document.rendering(of: SummariseStage.descriptor.writes) == example.output)
    }
  }

  @Test func avoidsRepetition() throws {
    #expect(try summary(of: segmented(story), sentences: 2).sentences == [0, 3])
  }

  @Test func saysNothingTwice() throws {
    let twice = try segmented(
      "The harbour was closed on Monday. The harbour was closed on Monday.\n\nIt is. It is. So it was."
    )
    #expect(try summary(of: twice, sentences: 5).sentences == [0, 2, 4])
    #expect(try summary(of: segmented(story), sentences: 5).sentences == [0, 2, 3, 4])
  }

  @Test func putsNoSpaceBetweenSentencesThatTouch() throws {
    var document = try segmented(
      "港は月曜日に閉鎖された。雨が降った。船は沖で待っていた。\n\n市長は橋を渡った。")
    document.metadata.language = .init(code: "ja", confidence: 1)
    try #require(document.sentences?.count == 4)
    #expect(
      try summary(of: document, sentences: 4).text
        == "港は月曜日に閉鎖された。雨が降った。船は沖で待っていた。市長は橋を渡った。")
  }

  @Test func takesAllSentencesOfAShortText() throws {
    let summary = try summary(of: segmented("It rained.\n\nNobody minded."))
    #expect(summary == Summary(sentences: [0, 1], text: "It rained. Nobody minded."))
  }

  @Test func givesAnEmptySummaryOfNothing() throws {
    #expect(try summary(of: segmented("")) == Summary(sentences: [], text: ""))
    let bare = Document(source: DocumentSource(key: InputKey(path: [])), text: "It rained.")
    #expect(try summary(of: bare) == Summary(sentences: [], text: ""))
  }

  @Test func leavesOutHeadingsCaptionsAndLists() throws {
    var document = try segmented("The council of Tarn\n\nIt rained on the council.\n\nCouncil tea")
    var paragraphs = try #require(document.paragraphs)
    paragraphs[0].kind = .heading
    paragraphs[2].kind = .caption
    document.paragraphs = paragraphs
    #expect(try summary(of: document).sentences == [1])
  }

  @Test func takesHeadingsWhereThereIsNothingElse() throws {
    var document = try segmented("The council of Tarn")
    document.paragraphs = document.paragraphs?.map { Paragraph($0.range, kind: .heading) }
    #expect(try summary(of: document).text == "The council of Tarn")
  }

  @Test func keepsWithinTheByteLimit() throws {
    // Without the sentence that says the same again.
    let repetition = try #require(story.firstRange(of: "The council of the harbour of Tarn"))
    var story = story
    story.replaceSubrange(repetition, with: "A committee of three")
    let document = try segmented(story)
    let whole = try summary(of: document, sentences: 5)
    #expect(whole.text == story)
    for limit in [1, 45, 46, 80, 84, 150, 200, 300] {
      let shorter = try summary(of: document, sentences: 5, maximumBytes: limit)
      #expect(shorter.text.utf8.count <= limit)
      // The shortest sentence has 46 bytes.
      #expect(shorter.sentences.isEmpty == (limit < 46))
    }
  }

  @Test func prefersTheWordsOfTheTitle() throws {
    var document = try segmented(story)
    let plain = try summary(of: document, sentences: 2)
    document.metadata.title = "Sailor slept in the shade"
    let titled = try summary(of: document, sentences: 2)
    #expect(!plain.sentences.contains(4))
    #expect(titled.sentences.contains(4))
  }

  @Test func putsSpacesForLineBreaksInSentences() throws {
    var document = Document(
      source: DocumentSource(key: InputKey(path: [])), text: "It\nrained.")
    document.sentences = [ByteRange(0, 10)]
    document.tokens = [ByteRange(0, 2), ByteRange(3, 9), ByteRange(9, 10)]
    #expect(try summary(of: document).text == "It rained.")
  }

  @Test(arguments: ["de", "zh", nil]) func needsNoStopWords(language: String?) throws {
    var document = try segmented(
      language == "zh"
        ? "港口委员会决定购买起重机。下雨了。起重机的价格很高，港口必须借钱。水手睡着了。"
        : """
        Der Hafen von Tarn kauft zwei neue Kräne. Am Morgen regnete es ein wenig, später nicht. Die \
        neuen Kräne kosten den Hafen neun Millionen Kronen. Ein Matrose schlief im Schatten.
        """)
    document.metadata.language = language.map { Metadata.Language(code: $0, confidence: 1) }
    #expect(try summary(of: document, sentences: 2).sentences == [0, 2])
  }

  @Test func givesTheSameWithUsedScratchSpace() throws {
    let stage = try SummariseStage(options: SummariseOptions(), context: context)
    var scratch = stage.makeScratch()
    var fresh: [Summary?] = []
    var reused: [Summary?] = []
    for text in [story, "Cranes.", "", String(repeating: story + "\n\n", count: 60), story] {
      var document = try segmented(text)
      _ = try stage.process(&document, &scratch)
      reused.append(document.summary)
      fresh.append(try summary(of: document))
    }
    #expect(reused == fresh)
  }

  @Test(.timeLimit(.minutes(1))) func looksAtABoundedNumberOfSentences() throws {
    let text = (0..<5000).map { "Word\($0) and crane\($0 % 7) went by." }.joined(separator: " ")
    let summary = try summary(of: segmented(text), sentences: 50)
    #expect(summary.sentences.count == 50)
    #expect(try #require(summary.sentences.last) < 200)
  }
}
