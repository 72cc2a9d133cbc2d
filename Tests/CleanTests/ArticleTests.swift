import StageKit
import Testing
import TextKit

@testable import Clean

@Suite struct ArticleTests {
  private let body = """
    The harbour of Port Vale was opened to ferries on Monday after three years of work on the quay.

    The first ship left for the islands at noon with two hundred people on board, the town said.
    """

  private func read(_ text: String) throws -> Document { try cleaned(text).document }

  @Test func takesEverythingAroundTheBody() throws {
    let document = try read(
      """
      Harbour opens; islands within an hour's reach: mayor
      Published: Mar 4, 2024 9:05 AM Updated: Mar 4, 2024 9:03 AM
      Port Vale Photo: Arn Press

      Port Vale Photo: Arn Press

      \(body)

      Vale Courier
      """)
    #expect(document.text == body)
    let metadata = document.metadata
    #expect(metadata.title == "Harbour opens; islands within an hour's reach: mayor")
    #expect(metadata.published == "2024-03-04T09:05" && metadata.updated == "2024-03-04T09:03")
    #expect(metadata.notes == ["updated precedes published"])
    #expect(metadata.captions == [Metadata.Caption(text: "Port Vale", credit: "Arn Press")])
    #expect(metadata.site == "Vale Courier")
    #expect(metadata.origins.contains(Value.Member("title", "first line")))
  }

  @Test(arguments: [
    "* * *", "==========", "- - -", "_____", "///", "#####", "———", "────────", "• • •", "+++",
    "=-=-=-=", "| | |",
  ])
  func drawnLinesLeaveTheText(_ line: String) throws {
    let parts = body.replacing("\n\n", with: "\n\n\(line)\n\n")
    #expect(try read(parts).text == body)
    var options = CleanOptions()
    options.removesBoilerplate = false
    #expect(try cleaned(parts, options: options).document.text == parts)
  }

  @Test(arguments: [
    ("========== The islands ==========", "The islands"), ("-----------The islands", "The islands"),
    ("////////////////// --------- The islands", "The islands"), ("— The islands", "— The islands"),
    ("The islands --", "The islands --"), ("* The islands *", "* The islands *"),
    ("What the f***********", "What the f***********"), ("C++", "C++"), ("...", "..."),
    ("___", "___"),
  ])
  func linesAreDrawnAroundHeadings(_ line: String, _ expected: String) throws {
    let parts = body.replacing("\n\n", with: "\n\n\(line)\n\n")
    #expect(try read(parts).text == body.replacing("\n\n", with: "\n\n\(expected)\n\n"))
  }

  @Test(arguments: ["- Advertisement -", "--- ADVERTISEMENT ---", "[Advertisement]", "* Werbung *"])
  func signsAroundBoilerplateHideNothing(_ line: String) throws {
    #expect(try read(body.replacing("\n\n", with: "\n\n\(line)\n\n")).text == body)
  }

  @Test(arguments: ["|", "•", "| | "])
  func dividersAloneLeaveTheText(_ line: String) throws {
    #expect(try read(body.replacing("\n\n", with: "\n\n\(line)\n\n")).text == body)
  }

  @Test(arguments: ["4 min", "12 min read", "5-minute read", "3 Min. Lesezeit", "7 minutos"])
  func readingTimesBelowTheHeadlineLeave(_ line: String) throws {
    #expect(try read("A headline over it all\n\n\(line)\n\n\(body)").text == body)
  }

  @Test(arguments: ["3 Ministers", "4 mining towns read", "7 minutes late"])
  func noOtherNumbersAreReadingTimes(_ line: String) {
    let isReadingTime = Boilerplate.isReadingTime(line.utf8.span)
    #expect(!isReadingTime)
  }

  @Test(arguments: ["– Ann Bell", "— Ann Bell", "—Ann Bell", "-- Ann Bell"])
  func aNameBehindADashAtTheEndSignsTheArticle(_ line: String) throws {
    let document = try read("A headline over it all\n\n\(body)\n\n\(line)")
    #expect(document.text == body)
    #expect(document.metadata.byline == ["Ann Bell"])
    #expect(document.metadata.site == nil)
  }

  @Test(arguments: [
    ("“We have waited for this for three years.”", "– Ann Bell"),
    ("Nobody knows how long it will take this time.", "– for Ann Bell"),
    ("Nobody knows how long it will take this time.", "– Port of Vale"),
  ])
  func otherLinesBehindADashStayAndAreNoSite(_ last: String, _ line: String) throws {
    let text = "\(body)\n\n\(last)\n\n\(line)"
    let document = try read("A headline over it all\n\n\(text)")
    #expect(document.text == text)
    #expect(document.metadata.byline.isEmpty && document.metadata.site == nil)
  }

  @Test func theStaffIsNotedAlsoAboveWhoseTheArticleIs() throws {
    let document = try read(
      "\(body)\n\n(Reporting by Ann Bell; Editing by Tom Roe)\n\n© Vale Courier")
    #expect(document.text == body)
    #expect(document.metadata.notes == ["(Reporting by Ann Bell; Editing by Tom Roe)"])
  }

  static let headerLines: [(String, String)] = [
    ("By Ann Bell and Tom Roe", "byline: Ann Bell, Tom Roe"),
    ("By ANN BELL, Staff Writer", "byline: ANN BELL"),
    ("By Eva van der Meer", "byline: Eva van der Meer"),
    ("By Ann Bell in Port Vale", "byline: Ann Bell"), ("Von Jörg Öhm", "byline: Jörg Öhm"),
    ("By: Ann Bell, Tom Roe & Eve Moor", "byline: Ann Bell, Tom Roe, Eve Moor"),
    ("By Ann Bell | March 4, 2024 | 4 min read", "byline: Ann Bell\npublished: 2024-03-04"),
    ("March 4, 2024 at 9:05 a.m. EST", "published: 2024-03-04T09:05-05:00"),
    ("Posted on Monday, 4 March 2024", "published: 2024-03-04"),
    ("Last updated: 2024-03-05", "updated: 2024-03-05"),
    ("Veröffentlicht am 4. März 2024, 9.05 Uhr", "published: 2024-03-04T09:05"),
    ("Published: 03/04/2024", "note: published date could be day or month first"),
    ("Section: Travel", "section: Travel"), ("Source: Arn Press", "site: Arn Press"),
    ("Author: Ann Bell", "byline: Ann Bell"), ("Share on Facebook", ""),
    ("The new quay (Arn Photo/Ann Bell)", "caption: The new quay (Arn/Ann Bell)"),
    ("The quay. Photograph: Ann Bell for Arn Press", "caption: The quay. (Ann Bell for Arn Press)"),
    ("The 24/7 quay. REUTERS/Ann Bell", "caption: The 24/7 quay. (REUTERS/Ann Bell)"),
    ("The quay. REUTERS/Ann Bell/File Photo", "caption: The quay. (REUTERS/Ann Bell/File Photo)"),
    ("The quay. [Ann Bell/AFP]", "caption: The quay. (Ann Bell/AFP)"),
    (
      "Ann Bell, Tom Roe | PTI | Mar 4, 2024",
      "byline: Ann Bell, Tom Roe\nsite: PTI\npublished: 2024-03-04"
    ),
    ("PTI | Updated: Mar 4, 2024", "site: PTI\nupdated: 2024-03-04"),
    ("Ann Bell\nPolitical Editor\n4 March 2024", "byline: Ann Bell\npublished: 2024-03-04"),
    ("By Staff Reporter", ""), ("Reuters", "site: Reuters"),
  ]

  @Test(arguments: headerLines)
  func takesHeaderLines(_ line: String, _ expected: String) throws {
    var document = try read("A headline over it all\n\n\(line)\n\n\(body)")
    #expect(document.text == body)
    #expect(document.metadata.title == "A headline over it all")
    document.metadata.title = nil
    document.metadata.language = nil
    #expect(document.rendering(of: [.metadata]) == expected)
  }

  @Test(arguments: [
    "By the river, people waited for hours.", "By noon the rain had stopped",
    "On 4 March 2024 the bridge was closed again.", "He added a photo: it showed the quay.",
    "The photo by the door was taken in 1950.", "The winner was: Ann.",
    "The army said so, writes the AFP/Arn news service.", "It is open 24/7 for AP/Reuters readers",
    "By our reporter's account it rained", "Upper Arn | 4 March 2024",
  ])
  func keepsSentencesThatLookAlike(_ line: String) throws {
    let document = try read("A headline over it all\n\n\(line)\n\n\(body)")
    #expect(document.text == "\(line)\n\n\(body)")
  }

  @Test(arguments: [
    "Read more: Ferry prices to rise", "Follow us on Twitter", "Sign up for our newsletter",
    "ADVERTISEMENT", "Share", "Related: The quay in pictures", "© Copyright 2024 Vale Courier",
  ])
  func dropsBoilerplateInTheMiddle(_ line: String) throws {
    let document = try read(body.replacing("\n\n", with: "\n\n\(line)\n\n"))
    #expect(document.text == body)
  }

  @Test func keepsEditorsNotesInTheNotes() throws {
    let document = try read("\(body)\n\nEditor's note: An earlier version named the wrong quay.")
    #expect(document.text == body)
    #expect(
      document.metadata.notes == ["Editor's note: An earlier version named the wrong quay."])
  }

  @Test(arguments: ["###", "-30-", "ENDS"])
  func dropsMarksOfTheEnd(_ mark: String) throws {
    let document = try read("\(body)\n\n\(mark)")
    #expect(document.text == body && document.metadata.site == nil)
  }

  @Test func datelinesStayAndTellTheAgency() throws {
    let text = "PORT VALE, March 4, 2024 (Arn Press) – \(body)"
    let document = try read(text)
    #expect(document.text == text)
    #expect(document.metadata.site == "Arn Press")
    #expect(document.metadata.published == "2024-03-04")
    let noYear = try read("PORT VALE, March 4 (Arn Press) — \(body)")
    #expect(noYear.metadata.site == "Arn Press" && noYear.metadata.published == nil)
  }

  @Test(arguments: [
    ("Port Vale, 4 March 2024 (AAP) - ", "AAP"), ("Port Vale, Mar 4, 2024 (PTI) ", "PTI"),
    ("PORT VALE, March 4, 2024. /TASS/. ", "TASS"), ("Port Vale, March 4, 2024 (dpa) – ", "dpa"),
    ("PORT VALE, March 4, 2024 (dpa/AFP) -- ", "dpa/AFP"), ("Upper Arn (Reuters): ", "Reuters"),
  ])
  func datelinesAreToldByTheirAgency(_ dateline: String, _ agency: String) throws {
    let text = dateline + body
    let document = try read(text)
    #expect(document.text == text && document.metadata.site == agency)
    #expect((document.metadata.published == "2024-03-04") == dateline.contains("2024"))
  }

  @Test(arguments: [
    "On 4 March 2024 (or was it the 5th) the harbour was opened.",
    "The ferry (AAP 12) came on 4 March 2024 and left again.",
    "People at the port said on 4 March 2024 (AAP) that it was open.",
  ])
  func sentencesWithDatesAreNoDatelines(_ sentence: String) throws {
    let document = try read("\(sentence)\n\n\(body)")
    #expect(document.metadata.site == nil && document.metadata.published == nil)
  }

  @Test func aFirstSentenceIsNoHeadline() throws {
    #expect(try read(body).metadata.title == nil)
    #expect(try read("A line alone").metadata.title == nil)
    #expect(try read("It ends with a full stop.\n\n\(body)").metadata.title == nil)
    #expect(try read("• An item\n\n\(body)").metadata.title == nil)
  }

  @Test func mailHeadersAreMetadata() throws {
    let document = try read(
      "Subject: Harbour opens\nFrom: Ann Bell\nDate: Mon, 4 Mar 2024 09:05:00 +0100\n\n\(body)")
    #expect(document.text == body && document.metadata.title == "Harbour opens")
    #expect(document.metadata.byline == ["Ann Bell"])
    #expect(document.metadata.published == "2024-03-04T09:05:00+01:00")
  }

  @Test func joinsWrappedLinesAndDividedWords() throws {
    let document = try read(
      """
      The harbour of Port Vale was opened to ferries on Monday after three
      years of work on the quay, which had been closed to every larger trans-
      port since the storm. The mayor called it a well-
      known place again.
      A second paragraph starts here, because the line before it had room.

        An indented third one. It is long enough to be wrapped by the author
      and ends here.
      """)
    #expect(
      document.text == """
        The harbour of Port Vale was opened to ferries on Monday after three years of work on the \
        quay, which had been closed to every larger transport since the storm. The mayor called it \
        a well-known place again.

        A second paragraph starts here, because the line before it had room.

        An indented third one. It is long enough to be wrapped by the author and ends here.
        """)
  }

  @Test func longLinesAreParagraphs() throws {
    let paragraphs = body.split(separator: "\n").map(String.init)
    let long = paragraphs.map { "\($0) And it went on like this for some more time, they said." }
    let document = try read(long.joined(separator: "\n"))
    #expect(document.text == long.joined(separator: "\n\n"))
  }

  @Test(arguments: 1...20)
  func aSecondPassChangesNothing(_ seed: UInt64) throws {
    var random = SeededRandom(seed)
    let pieces = [
      "Harbour opens", "By Ann Bell", "Published: Mar 4, 2024", "Photo: Ann Bell", "\n", "\n\n",
      "\n\n", "Vale Courier", "The ship left at noon.", "a", "B.", " – ", "Share", "Read more: x",
      "PORT VALE (Arn) – ", "• item", "- item", "1. item", "Subject: ",
      "long words to fill a line ",
      "and to wrap it at some place, ", "trans-\nport", "ÄÖ “quoted” text ", "###", "# ", "|", "\t",
      "2024-03-04", "Editor's note: ", "\u{AD}", "\u{200D}", "e\u{301}", "你好。", "Ã©", "donâ€™t ",
    ]
    let context = StageContext(label: "clean", baseDirectory: "/", outputDirectory: "/")
    let stage = try CleanStage(options: CleanOptions(), context: context)
    var scratch = stage.makeScratch()
    for form in Document.Form.allCases {
      for _ in 0..<200 {
        let count = Int.random(in: 0...24, using: &random)
        let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let source = DocumentSource(key: InputKey(path: Array("a".utf8)))
        var document = Document(source: source, text: text, form: form)
        _ = try stage.process(&document, &scratch)
        #expect(document.firstInvalidLayer() == nil)
        let once = document
        _ = try stage.process(&document, &scratch)
        #expect(document.text == once.text, "\(text.debugDescription)")
        #expect(document.metadata == once.metadata, "\(text.debugDescription)")
        #expect(document.paragraphs == once.paragraphs, "\(text.debugDescription)")
      }
    }
  }

  @Test func quotationsOfMailsAreJoinedAndSignaturesLeave() throws {
    let text = """
      The mayor answered on Friday, after the letter had been on her desk for a week or two,
      and was brief.

      > The quay will be opened in spring, as we had said, and not
      > a day later than that.
      >
      > > Who pays?

      So much for that, then.

      --
      Ann Bell
      Vale Courier
      """
    let document = try cleaned(text).document
    #expect(
      document.rendering(of: [.paragraphs]) == """
        body: The mayor answered on Friday, after the letter had been on her desk for a week or two, \
        and was brief.
        quote: The quay will be opened in spring, as we had said, and not a day later than that.
        quote: Who pays?
        body: So much for that, then.
        """)
    #expect(try cleaned("a > b\n\n>5 percent of all boats were lost.").document.text.contains(">5"))
  }

  @Test func linesOfPagesLeaveAndWhatTheyCutIsJoined() throws {
    let text = """
      The quay will be opened in spring, as the council had said, and not

      Vale Courier   Page 1

      Vale Courier   Page 2

      a day later than that. Nobody believed it.

      Page 7 of the report says otherwise.
      """
    #expect(
      try cleaned(text).document.text == """
        The quay will be opened in spring, as the council had said, and not a day later than that. \
        Nobody believed it.

        Page 7 of the report says otherwise.
        """)
    let scores =
      "Results:\n\n3\n\n4\n\nThe match went on for a long time after that, until rain fell."
    #expect(try cleaned(scores).document.text.contains("3\n\n4"))
  }

  @Test func numbersOfPagesAmidSentencesLeave() throws {
    let text = """
      The quay will be opened in spring, as the council had said, and not

      1

      a day later than that. Nobody in the town believed it.

      2

      The mayor did.
      """
    #expect(
      try cleaned(text).document.text == """
        The quay will be opened in spring, as the council had said, and not a day later than that. \
        Nobody in the town believed it.

        The mayor did.
        """)
    let footer =
      "The quay will be opened in\n\nVale Courier - Page 1\n\nPage 2 of 5\n\nspring, they say."
    #expect(try cleaned(footer).document.text == "The quay will be opened in spring, they say.")
    let figures =
      "The guests got\n\n3\n\nThe hosts got\n\n4\n\nNobody was glad, not even the hosts."
    #expect(try cleaned(figures).document.text.contains("3\n\nThe hosts"))
  }

  @Test(arguments: [
    // Lines of running text that a page ends amid a sentence.
    """
    The harbour of Port Vale was opened to ferries on Monday
    after three years of work that had cost the town more than
    anybody had thought when the first

    12

    stone was laid, and that it could pay.
    """,
    "The harbour of Port Vale was opened after years of work when the first\n\nstone was laid.",
    "“The harbour is open,” said Ann Bell. “It is ours.”\n\nThe town had waited for this for years.",
    "The harbour of Port Vale, of which the bay is a part, as is the town of Newton-on-\n\nArn, is open.",
    "The harbour of Port Vale was opened to ferries again. The town had waited for years, and who was "
      + "on board?\n\nNobody had thought of that before the first ship left the harbour.",
    "Dear all\n\nThe harbour of Port Vale was opened to ferries on Monday after years of work.",
    "PORT VALE —\n\nThe harbour was opened to ferries on Monday after three years of work on it.",
  ])
  func whatBeginsTheTextIsNoHeadline(_ text: String) throws {
    let document = try cleaned(text).document
    #expect(document.metadata.title == nil)
    #expect(
      document.text.filter { $0 != "\n" && $0 != " " } == text.filter { $0 != "\n" && $0 != " " })
  }

  @Test(arguments: ["Page 1\n\n", "> > a\n", "1\n2\n3\n4\n", "a-\nb ", "--\n"])
  func repeatedLinesCostTimeInProportion(_ line: String) throws {
    let document = try cleaned(String(repeating: line, count: 100_000)).document
    #expect(document.firstInvalidLayer() == nil)
  }

  @Test func whoWroteForTheAgencyIsANote() throws {
    let text = """
      Harbour opens

      The harbour of Port Vale was opened to ferries on Monday after three years of work.

      (Reporting by Ann Bell; Editing by Tom Roe)
      """
    let document = try cleaned(text).document
    #expect(document.metadata.notes == ["(Reporting by Ann Bell; Editing by Tom Roe)"])
    #expect(!document.text.contains("Reporting"))
  }

  /// A second pass once took the line that had come to stand first.
  @Test func aLongHeaderLineBelowOthersLeavesWithThem() throws {
    let document = try read(
      """
      Harbour opens to ferries

      Four days of feasts

      By Ann Bell

      Subject: the opening of the harbour, of which the town has spoken for years and years and \
      which came on Monday

      \(body)
      """)
    #expect(document.metadata.byline == ["Ann Bell"])
    #expect(document.text == body)
    #expect(try cleaned(document.text, metadata: document.metadata).document.text == document.text)
  }

  /// In text of a fixed width, the next line's first word often does not fit behind a line of dates.
  @Test func headerLinesOfWrappedTextStandAlone() throws {
    let document = try read(
      """
      Harbour opens to ferries, and the town of Port Vale celebrates for three days
      Published: March 4, 2024 9:05 AM GMT   Updated: March 4, 2024 10:15 AM GMT
      Photo: The quay on Sunday evening, with the first ship. (Photo by Eve Moor)

      The harbour of Port Vale was opened to ferries on Monday after three years of
      work on the quay, which had been damaged by ice, the town said.

      (Reporting by Ann Bell; Editing by Tom Roe)

      Vale Courier
      """)
    #expect(
      document.text == """
        The harbour of Port Vale was opened to ferries on Monday after three years of \
        work on the quay, which had been damaged by ice, the town said.
        """)
    let metadata = document.metadata
    #expect(metadata.published == "2024-03-04T09:05Z" && metadata.updated == "2024-03-04T10:15Z")
    #expect(
      metadata.captions == [
        Metadata.Caption(
          text: "The quay on Sunday evening, with the first ship.", credit: "Eve Moor")
      ])
    #expect(metadata.site == "Vale Courier")
    #expect(metadata.notes == ["(Reporting by Ann Bell; Editing by Tom Roe)"])
  }
}
