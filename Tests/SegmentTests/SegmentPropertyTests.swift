import Segment
import StageKit
import Testing
import TextKit

@Suite struct SegmentPropertyTests {
  @Test func showsWhatItsExamplesSay() throws {
    for example in SegmentStage.descriptor.examples {
      let options = try SegmentOptions(decoding: example.options)
      let document = try segmented(example.input, options: options)
      #expect(
        document.rendering(of: SegmentStage.descriptor(for: options).writes) == example.output,
        "\(example.title)")
    }
  }

  @Test func keepsEveryRangeInPlaceOnRandomText() throws {
    let pieces = [
      "a", "I", "the", "The", "U.S.", "Mr.", "No.", "e.g.", "x.y", "don't", "’s", "'", "\"", "“",
      "”", "(", ")", "[", "]", ".", "..", "…", "!", "?", ",", ":", ";", ":)", "-", "--", "–", "5",
      "1,5", "3.5", "%", "$", "@", "a@b", "@b", "#", "#a", "http://", "www.", ".com", "/", "&", "+",
      "é", "e\u{301}", "\u{301}", "ß", "Ж", "界", "ア", "。", "？", "।", "👍🏽", "👩‍👧", "🇨🇭", "\u{200D}",
      "\u{FE0F}", "\u{200B}", "\u{FEFF}", "\u{0}", "\u{7F}", "\u{85}", "\u{10FFFF}", "•", "*", "_",
      "\t", "\r\n", "\n", "\n\n", " ", " ", " ", " ", "\u{A0}", "\u{3000}",
    ]
    var generator = SplitMix(state: 7)
    for round in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      var options = SegmentOptions()
      if round % 2 == 0 { options.maximumSentenceBytes = 64 }
      try check(text, options)
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "a", " ", ".", "a ", ". ", "a.", "aa.", "A.B.", "a@", "@a", "1.", "1-", "re-", "'", "’s",
      "\"", "(", "http://", "www.a.", "\u{301}", "👍🏽", "\u{200D}", "界", "。", "\u{0}", "[1]", "- x\n",
      "x\n", "\n", "Mr. ", "U.S. ", "! a", "x:)", "\u{A0}", "I. ", "5", "&A", "$", "• ", "1. ",
      "a) ", "\"A. ", ") ",
    ]) func needsLinearTimeForRepetitions(piece: String) throws
  {
    try check(String(repeating: piece, count: 40_000 / piece.utf8.count), SegmentOptions())
  }

  @Test func tokensDoNotDependOnWhatStandsBehindTheirParagraph() throws {
    let pieces = [
      "word", "longerwords", "fourteenletters", "Capital", "gonna", "cannot", "Canada", "a", "I",
      "R&D", "don't", "x5", "Straße", " ", " ", " ", " ", ", ", "; ", ") ", ". ", "-", "@", "_",
      ".com",
    ]
    var generator = SplitMix(state: 11)
    let context = StageContext(label: "segment", baseDirectory: "/", outputDirectory: "/")
    let stage = try SegmentStage(options: SegmentOptions(), context: context)
    var scratch = stage.makeScratch()
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      var found: [[ByteRange]?] = []
      for rest in ["", "more letters directly behind it", " @ and some more words"] {
        var document = Document(
          source: DocumentSource(key: InputKey(path: [])), text: text + rest)
        document.paragraphs = [Paragraph(ByteRange(0, text.utf8.count), kind: .body)]
        _ = try stage.process(&document, &scratch)
        found.append(document.tokens)
      }
      #expect(found[1] == found[0] && found[2] == found[0], "\(text.debugDescription)")
    }
  }

  @Test func findsNothingInNothing() throws {
    for text in ["", " ", "\n\n", "\u{A0}\u{200B}"] {
      let document = try segmented(text)
      #expect(document.paragraphs == [] && document.sentences == [] && document.tokens == [])
    }
  }

  @Test func givesTheSameTwice() throws {
    let text = "Mr. Holm didn't pay $3.50. “Why?” he asked.\n\n- one\n- two"
    let context = StageContext(label: "segment", baseDirectory: "/", outputDirectory: "/")
    let stage = try SegmentStage(options: SegmentOptions(), context: context)
    var scratch = stage.makeScratch()
    var first = Document(source: DocumentSource(key: InputKey(path: [])), text: text)
    _ = try stage.process(&first, &scratch)
    var again = first
    _ = try stage.process(&again, &scratch)
    #expect(again.paragraphs == first.paragraphs)
    #expect(again.sentences == first.sentences)
    #expect(again.tokens == first.tokens)
  }

  /// Checks that the layers fit the text and each other and that tokens leave nothing out.
  private func check(_ text: String, _ options: SegmentOptions) throws {
    let document = try segmented(text, options: options)
    let problem = document.firstInvalidLayer()
    #expect(problem == nil, "\(problem?.problem ?? "") in \(text.prefix(200).debugDescription)")
    let sentences = try #require(document.sentences)
    let tokens = try #require(document.tokens)
    let paragraphs = try #require(document.paragraphs)
    #expect(areInside(sentences, paragraphs.map(\.range)), "\(text.prefix(200).debugDescription)")
    #expect(areInside(tokens, sentences), "\(text.prefix(200).debugDescription)")
    #expect(sentences.allSatisfy { $0.count <= options.maximumSentenceBytes })

    var isCovered = [Bool](repeating: false, count: text.utf8.count)
    for token in tokens { for offset in token.range { isCovered[offset] = true } }
    var offset = 0
    var missed: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if !isCovered[offset], !scalar.properties.isWhitespace, !isInvisible(scalar) {
        missed.append(scalar)
      }
      offset += String(scalar).utf8.count
    }
    #expect(missed.isEmpty)
  }

  private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    [0x200B, 0xFEFF].contains(scalar.value)
  }

  private func areInside(_ inner: [ByteRange], _ outer: [ByteRange]) -> Bool {
    var index = 0
    for range in inner {
      while index < outer.count, outer[index].end <= range.start { index += 1 }
      guard index < outer.count, outer[index].contains(range) else { return false }
    }
    return true
  }
}

/// Steele, Lea and Flood's generator, for the same random numbers every time.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
