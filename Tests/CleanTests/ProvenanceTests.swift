import StageKit
import Testing
import TextKit

@testable import Clean

/// Every word of the text is traced to the bytes it was made of, and these, cleaned alone, must give
/// the word again.
@Suite struct ProvenanceTests {
  private static let options: CleanOptions = {
    var options = CleanOptions()
    options.findsMetadata = false
    options.removesBoilerplate = false
    options.keepsEmpty = true
    return options
  }()

  private static let stages: [CleanOptions.Normalisation: CleanStage] = {
    var stages: [CleanOptions.Normalisation: CleanStage] = [:]
    for form in CleanOptions.Normalisation.allCases {
      var options = options
      options.normalisation = form
      stages[form] = try? CleanStage(
        options: options,
        context: StageContext(label: "clean", baseDirectory: "/", outputDirectory: "/"))
    }
    return stages
  }()

  private func clean(
    _ text: String, _ form: Document.Form, _ normalisation: CleanOptions.Normalisation = .nfc,
    tracks: Bool = true
  ) throws -> Document {
    let stage = try #require(Self.stages[normalisation])
    var scratch = stage.makeScratch()
    let source = DocumentSource(key: InputKey(path: Array("a".utf8)))
    var document = Document(source: source, text: text, form: form)
    if tracks { document.rawOffsets = OffsetMap(copyOf: text.utf8.count) }
    _ = try stage.process(&document, &scratch)
    return document
  }

  /// Says which words cannot be traced.
  private func untraceable(
    in text: String, _ form: Document.Form, _ normalisation: CleanOptions.Normalisation = .nfc
  ) throws -> [String] {
    let document = try clean(text, form, normalisation)
    let map = try #require(document.rawOffsets)
    #expect(map.count == document.text.utf8.count)
    #expect(try clean(text, form, normalisation, tracks: false).text == document.text)
    let bytes = document.text.utf8.span
    let raw = Array(text.utf8)
    var wrong: [String] = []
    var start = 0
    while start < bytes.count {
      guard !bytes[start].isASCIIWhitespace else {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, !bytes[end].isASCIIWhitespace { end += 1 }
      let word = bytes.string(ByteRange(start, end))
      let origin = map.origin(of: start..<end)
      guard let slice = String(validating: raw[origin], as: UTF8.self),
        try clean(slice, form, normalisation).text == word
      else {
        let slice = String(decoding: raw[origin], as: UTF8.self)
        wrong.append("\(word) <- \(slice)")
        start = end
        continue
      }
      start = end
    }
    return wrong
  }

  @Test(arguments: [
    "One two three.\n\nFour five six.", "  Indented   words\tand tabs \n and more ",
    "caf\u{65}\u{301} na\u{69}\u{308}ve Zu\u{308}rich", "cafÃ© donâ€™t ÐŸÑ€Ð¸Ð²ÐµÑ‚ end",
    "soft\u{AD}hyphen zero\u{200B}width bidi\u{202E}mark \u{FEFF}start",
    "windows\u{92}s quotes\u{93}word\u{94}", "a\r\nb\rc\u{2028}d\u{2029}e", "多 文字 です\u{3000}語",
    "👩‍👩‍👧 family emoji 👍🏽", "\u{0000}zero\u{0001}control",
  ])
  func wordsOfPlainTextAreTraced(_ text: String) throws {
    for form in CleanOptions.Normalisation.allCases {
      let wrong = try untraceable(in: text, .plain, form)
      #expect(wrong == [])
    }
  }

  @Test func joinedLinesAndDividedWordsAreTraced() throws {
    let text = """
      This paragraph is wrapped at a width that is rather narrow for it, so that the prog-
      ramme has to join its lines. It does so where the first word of the next line
      would have fitted.

      \u{FB01}ne \u{FB00}ort ½ … and no ligature.
      """
    let document = try clean(text, .plain)
    let map = try #require(document.rawOffsets)
    let place = try #require(document.text.firstRange(of: "programme"))
    let start = document.text.utf8.distance(
      from: document.text.startIndex, to: place.lowerBound)
    let origin = map.origin(of: start..<start + 9)
    #expect(String(decoding: Array(text.utf8)[origin], as: UTF8.self) == "prog-\nramme")
    let wrong = try untraceable(in: "\u{FB01}ne \u{FB00}ort ½ … ²", .plain, .nfkc)
    #expect(wrong == [])
  }

  @Test func wordsOfPagesAreTraced() throws {
    let page = """
      <html><head><title>A page</title><script>var a = "<p>x</p>";</script><style>p {}</style></head>
      <body><nav><a href="/">Home</a></nav><article><!-- a note --><h1>The first heading</h1>
      <p class="intro">Caf&eacute; words &amp; <b>bold</b>ness, it&#8217;s&nbsp;here; 3 &lt; 4 said
      the man who had written all of it on a single afternoon in the caf&#xE9; by the river.</p>
      <svg><title>Icon</title></svg><p>Zero\0byte and \u{AD}soft\u{AD}hyphen words, so that there is
      enough of text for a body to be found in it, as it is with articles in the wild.</p>
      <ul><li>First item of the list</li><li>Second item of the list</li></ul>
      <p>\(String(repeating: "Long paragraphs reach the parser in pieces that are joined. ", count: 60))
      </p></article><footer>Imprint</footer></body></html>
      """
    let wrong = try untraceable(in: page, .html)
    #expect(wrong == [])
  }

  @Test func wordsOfMarkdownAreTraced() throws {
    let text = """
      ---
      title: x
      ---
      # A *heading* with marks

      Some **bold words** and a [link text](https://courier.example) and `code here`.

      > A quotation \\* with an escape
      > on two lines

      - First item
      - Second &amp; third

      | a | b |
      |---|---|
      | c | d |
      """
    // Marks around words are no part of them.
    let wrong = try untraceable(in: text, .markdown).filter { !$0.contains("`") }
    #expect(wrong == [])
  }

  /// Words are all different, so that none is traced to another of the same letters.
  @Test func wordsOfRandomDocumentsAreTraced() throws {
    var random = SeededRandom(11)
    let letters = ["a", "b", "é", "e\u{301}", "ß", "中", "👍", "\u{AD}", "\u{200B}", "ﬁ", "ж"]
    for round in 0..<60 {
      let form = Document.Form.allCases[round % 3]
      var text = form == .html ? "<body><div><p>" : ""
      for number in 0..<Int.random(in: 5...60, using: &random) {
        text += "w\(number)"
        for _ in 0..<Int.random(in: 0...4, using: &random) {
          text += letters.randomElement(using: &random) ?? ""
        }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: text += form == .html ? "</p>\n\n<p>" : "\n\n"
        case 1: text += form == .html ? "<br>&nbsp;" : "\n"
        case 2: text += form == .html ? " <!-- c --> " : "  \u{A0}"
        case 3: text += form == .html ? "&#233; &copy;" : "\t\u{2003}"
        default: text += " "
        }
      }
      let wrong = try untraceable(in: text, form, round % 2 == 0 ? .nfc : .nfkc)
      #expect(wrong == [], "round \(round)")
    }
  }

  @Test func nothingIsTracedUnlessAskedFor() throws {
    #expect(try clean("One  two", .plain, tracks: false).rawOffsets == nil)
  }

  @Test func aTextThatIsCleanKeepsItsOffsets() throws {
    let document = try clean("One two three.", .plain)
    #expect(document.rawOffsets == OffsetMap(copyOf: 14))
  }
}
