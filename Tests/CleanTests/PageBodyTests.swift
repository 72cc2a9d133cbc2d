import Foundation
import StageKit
import Testing

@testable import Clean

@Suite struct PageBodyTests {
  private static let sentence =
    "The old bridge over the Arn was closed on Friday, because its piers had been damaged by ice."
  private static let other =
    "A farmer near Port Vale has grown a pumpkin that is heavier than his tractor, he says himself."

  private let article = String(repeating: "<p>\(sentence)</p>", count: 8)
  private let comments = String(repeating: "<p>\(other)</p>", count: 30)

  private func text(_ body: String, title: String = "Ice closes the bridge") throws -> String {
    let html = "<html><head><title>\(title)</title></head><body>\(body)</body></html>"
    return try cleaned(html, .html).document.text
  }

  @Test func commentsLeaveEvenWhereTheyAreLonger() throws {
    let found = try text(
      "<main><h1>Ice closes the bridge</h1>\(article)<div id='comments'>\(comments)</div></main>")
    #expect(found.contains(Self.sentence) && !found.contains(Self.other))
  }

  @Test func aForumsPageKeepsItsPosts() throws {
    let found = try text("<h1>Pumpkins</h1><div class='comment'>\(comments)</div>")
    #expect(found.contains(Self.other))
  }

  @Test(arguments: ["sidebar", "menu", "widget", "toc", "has-sidebar", "comments-open", "banner"])
  func aNameOfTheLayoutIsNotBelieved(_ name: String) throws {
    let found = try text(
      "<div class='\(name)'><h1>Ice closes the bridge</h1>\(article)</div><p>\(Self.other)</p>")
    #expect(found.contains(Self.sentence))
  }

  @Test(arguments: ["nav", "aside", "form", "header"])
  func anElementThatHoldsTheArticleIsKept(_ tag: String) throws {
    let found = try text("<\(tag)><h1>Ice closes the bridge</h1>\(article)</\(tag)>")
    #expect(found.contains(Self.sentence))
  }

  @Test func theTitlesHeadingLeavesWithTheTopicInIt() throws {
    let found = try text(
      "<main><h1><span>Traffic :</span> <span>Ice closes the bridge</span></h1>\(article)</main>")
    #expect(found.hasPrefix(Self.sentence))
    var options = CleanOptions()
    options.findsMetadata = false
    let kept = try cleaned(
      "<main><h1>Ice closes the bridge</h1>\(article)</main>", .html, options: options)
    #expect(kept.document.text.hasPrefix("Ice closes the bridge"))
  }

  @Test func advertisementsAreNoCaptions() throws {
    let figures =
      "<figure><figcaption>ANZEIGE</figcaption></figure>"
      + "<figure><figcaption>The bridge in winter</figcaption></figure>"
    let found = try cleaned(
      "<main><h1>Ice closes the bridge</h1>\(figures)\(article)</main>", .html)
    #expect(found.document.metadata.captions == [Metadata.Caption(text: "The bridge in winter")])
  }

  @Test func aHeadingThatNothingStandsBelowLeaves() throws {
    let found = try text(
      "<main><h1>Ice closes the bridge</h1>\(article)<h2>See also</h2><p>Share this</p></main>")
    #expect(found.hasSuffix(Self.sentence))
  }

  @Test func boxesOfOtherArticlesLeave() throws {
    let boxes = (1...6).map {
      "<div><h3><a href='/\($0)'>Pumpkin \($0)</a></h3><p>\(Self.other)</p></div>"
    }.joined()
    let found = try text("<h1>Ice closes the bridge</h1>\(article)<section>\(boxes)</section>")
    #expect(found.contains(Self.sentence) && !found.contains(Self.other))
  }

  @Test func aPageOfBoxesKeepsThem() throws {
    let boxes = (1...6).map {
      "<div><h3><a href='/\($0)'>Pumpkin \($0)</a></h3><p>\(Self.other)</p></div>"
    }.joined()
    #expect(try text("<section>\(boxes)</section>").contains(Self.other))
  }

  @Test(arguments: ["Related articles", "Lesen Sie auch", "Leia também", "Te puede interesar"])
  func whatARelatedHeadingOpensLeaves(_ heading: String) throws {
    let found = try text(
      "<article><h1>Ice closes the bridge</h1>\(article)<h3>\(heading)</h3><p>\(Self.other)</p></article>"
    )
    #expect(found.contains(Self.sentence) && !found.contains(Self.other))
  }

  @Test func anArticleGoesOnBehindARelatedLink() throws {
    let found = try text(
      "<article><p>\(Self.other)</p><h3>Related post</h3><p><a href='/x'>x</a></p>\(article)</article>"
    )
    #expect(found.contains(Self.sentence))
  }

  @Test func noticesOfThePageLeave() throws {
    let notice = "We use cookies to improve your experience on this website. Read more or accept."
    let found = try text("<h1>Ice closes the bridge</h1>\(article)<p>\(notice)</p>")
    #expect(!found.contains("cookies"))
    // An article about them is kept.
    #expect(try text("<h1>Cookies</h1><p>\(notice)</p>").contains("cookies"))
  }

  @Test func theIntroductionAboveTheBodyIsKept() throws {
    let found = try text(
      """
      <div><h1>Ice closes the bridge</h1><div class="x"><p>\(Self.other)</p></div></div>
      <div class="article-body">\(article)</div>
      """)
    #expect(found.hasPrefix(Self.other))
  }

  @Test func scrapsAboveTheTitleLeave() throws {
    let found = try text(
      "<article><p>Traffic</p><h1>Ice closes the bridge</h1>\(article)</article>")
    #expect(found.hasPrefix(Self.sentence))
  }

  @Test(arguments: [
    "<h3><a href='/'>Related</a></h3>", "<div class='teaser'>", "<div class='date'>By ",
    "<h2>Related</h2><b></b>", "<b></b><p>By Ann", "<a rel='author'>", "<time>",
    "<div><h3>Share</h3>", "<span class='author'>4 March 2024 ",
  ])
  func repeatedPiecesCostTimeInProportion(_ piece: String) throws {
    let html =
      "<title>Ice</title><h1>Ice</h1>" + String(repeating: "<i></i>", count: 3000)
      + String(repeating: piece, count: 3000)
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try cleaned(html, .html) }
    #expect(time < .seconds(20))
  }

  @Test func aDateBehindTheSubtitleLeavesAndTheSubtitleStays() throws {
    let found = try text(
      """
      <h1>Ice closes the bridge</h1><p class="subtitle">Four days of frost</p>
      <p>Published: March 4, 2024</p>\(article)
      """)
    #expect(found.hasPrefix("Four days of frost\n\n\(Self.sentence)"))
  }

  private let short = "<p>“At last,” she said.</p><p>It opens again in May</p>"

  /// The cells of a table spoke against the element that holds both.
  @Test(arguments: ["div", "div itemprop='articleBody'", "div class='x'", "section"])
  func aTableOfFiguresDoesNotPushTheParagraphsOut(_ element: String) throws {
    let rows = (1...20).map { row in
      "<tr>" + (1...10).map { "<td>\(row * $0)</td>" }.joined() + "</tr>"
    }.joined()
    let name = element.prefix { $0 != " " }
    let found = try text(
      """
      <article><h1>Ice closes the bridge</h1><\(element)>\(article)<table>\(rows)</table>
      <p>\(Self.other)</p></\(name)></article>
      """)
    #expect(found.components(separatedBy: Self.sentence).count == 9 && found.hasSuffix(Self.other))
    #expect(found.contains("2 4 6 8 10 12 14 16 18 20"))
  }

  @Test(arguments: ["ul", "ol"]) func shortItemsDoNotPushTheParagraphsOut(_ list: String) throws {
    let items = (1...12).map { "<li>\($0) spoons of salt</li>" }.joined()
    let found = try text(
      """
      <article><h1>Ice soup</h1><p>\(Self.sentence)</p><h2>What you need</h2><\(list)>\(items)</\(list)>
      <p>Serve cold.</p></article>
      """)
    #expect(found.hasPrefix(Self.sentence) && found.hasSuffix("12 spoons of salt\n\nServe cold."))
  }

  @Test(arguments: [
    "<article><h1>Ice closes the bridge</h1>", "<div>", "<div><h1>Ice closes the bridge</h1><div>",
  ])
  func shortParagraphsBesideALongOneAreKept(_ before: String) throws {
    let links = String(repeating: "<div><a href='/x'>Elsewhere</a></div>", count: 20)
    let found = try text("<div>\(links)</div>\(before)<p>\(Self.sentence)</p>\(short)")
    #expect(found == "\(Self.sentence)\n\n“At last,” she said.\n\nIt opens again in May")
  }

  /// The text of a feed's item or of a mail.
  @Test(arguments: ["p", "div", "li", "blockquote"])
  func theInsideOfAPageIsKeptWhole(_ tag: String) throws {
    let html = [Self.sentence, "“At last,” she said.", "Best wishes, Ann"]
      .map { "<\(tag)>\($0)</\(tag)>" }.joined()
    let found = try cleaned(html, .html).document.text
    #expect(found == "\(Self.sentence)\n\n“At last,” she said.\n\nBest wishes, Ann")
  }

  @Test func aPartOfAPageWithItsLayoutIsNotTakenWhole() throws {
    let found = try cleaned(
      "<nav><p>All of our pages</p></nav><div><p>About us</p></div><main>\(article)</main>", .html
    ).document.text
    #expect(found.hasPrefix(Self.sentence) && !found.contains("pages"))
  }

  static let takenBack: [(String, String)] = [
    ("It was <del>closed</del> <ins>opened</ins>.", "It was opened."),
    ("It cost <s>$4m</s> $5m, <strike>he</strike> she said.", "It cost $5m, she said."),
    (
      "It cost <span style='Color: red;text-decoration:line-through'>$4m</span> $5m.",
      "It cost $5m."
    ),
    ("It cost $5m<b style=\"display:none\">, not</b>.", "It cost $5m."),
  ]

  @Test(arguments: takenBack)
  func whatWasTakenBackLeaves(_ line: String, _ expected: String) throws {
    let found = try text("<h1>Ice closes the bridge</h1>\(article)<p>\(line)</p>")
    #expect(found.hasSuffix("\n\n\(expected)"))
  }

  @Test func anArticleThatIsStruckThroughAsAWholeIsKept() throws {
    #expect(try text("<h1>Ice closes the bridge</h1><del>\(article)</del>").contains(Self.sentence))
  }

  @Test(arguments: [
    "style='display:none'", "style='color: red; display : none !important;'",
    "STYLE='DISPLAY: NONE'",
    "style='visibility: hidden'", "hidden", "aria-hidden='true'",
  ])
  func hiddenTextLeaves(_ attribute: String) throws {
    let found = try text("<h1>Ice</h1>\(article)<p \(attribute)>\(Self.other)</p>")
    #expect(found.hasSuffix(Self.sentence) && !found.contains("pumpkin"))
  }

  @Test(arguments: ["style='display:block'", "style='not-display:none'", "aria-hidden='false'"])
  func shownTextStays(_ attribute: String) throws {
    #expect(try text("<h1>Ice</h1>\(article)<p \(attribute)>\(Self.other)</p>").contains("pumpkin"))
  }

  @Test func conditionsOfWordLeaveWithTheBulletsTheyHold() throws {
    let found = try text(
      """
      \(article)<p class=MsoListParagraph><![if !supportLists]><span>·&nbsp; </span><![endif]>First<o:p></o:p></p>
      <?xml:namespace prefix = o ns = "urn:x" /><![if !vml]><p>Shown.</p><![endif]>
      <p><![if !supportEmptyParas]>&nbsp;<![endif]></p><p>Last.</p>
      """)
    #expect(found.hasSuffix("\(Self.sentence)\n\nFirst\n\nShown.\n\nLast."))
  }

  @Test func howAWordIsReadIsNoText() throws {
    let found = try text(
      "\(article)<p>It runs from <ruby>東京<rp>(</rp><rt>Tokyo</rt><rp>)</rp></ruby> on.</p>")
    #expect(found.hasSuffix("It runs from 東京 on."))
  }

  static let noteMarks: [(String, String)] = [
    ("It was laid in spring.<a href='#n1'>1</a> Or so.", "It was laid in spring. Or so."),
    ("It was laid<sup><a href='#n1'>[12]</a></sup> in spring.", "It was laid in spring."),
    ("Not before 1932. <a href='#r1'>↩</a>", "Not before 1932."),
    ("It was laid, see section <a href='#s3'>3</a>.", "It was laid, see section 3."),
    ("It was laid in<a href='/1932'>1932</a>, they say.", "It was laid in1932, they say."),
  ]

  @Test(arguments: noteMarks)
  func marksOfFootnotesLeave(_ line: String, _ expected: String) throws {
    #expect(try text("\(article)<p>\(line)</p>").hasSuffix("\n\n\(expected)"))
  }

  static let captions: [String] = [
    "<div class='wp-caption'><img src='a'><p class='wp-caption-text'>LINE</p></div>",
    "<dl class='wp-caption'><dt><img src='a'></dt><dd class='wp-caption-text'>LINE</dd></dl>",
    "<div class='image'><img src='a'><button>Larger</button><div class='photo-caption'>LINE</div></div>",
    "<table class='tr-caption-container'><tr><td><img src='a'></td></tr><tr><td class='tr-caption'>LINE</td></tr></table>",
    "<amp-img><noscript><img src='a'></noscript></amp-img><p class='wp-caption-text'>LINE</p>",
    "<figure><img src='a'><figcaption>LINE</figcaption></figure>",
  ]

  @Test(arguments: captions)
  func captionsAreKnownByTheirNames(_ picture: String) throws {
    let line = "The bridge on Monday. Photo: Ann Bell"
    let picture = picture.replacing("LINE", with: line)
    let html = "<html><h1>Ice</h1><div>\(article)\(picture)<p>\(Self.other)</p></div></html>"
    let document = try cleaned(html, .html).document
    #expect(!document.text.contains("Monday") && document.text.hasSuffix(Self.other))
    #expect(
      document.metadata.captions
        == [Metadata.Caption(text: "The bridge on Monday.", credit: "Ann Bell")])
  }

  @Test func aBoxWithoutAPictureIsNoCaption() throws {
    let box = "<div><div><div class='caption'>Only today</div></div></div>"
    let document = try cleaned("<html><div>\(article)\(box)\(article)</div></html>", .html).document
    #expect(document.metadata.captions.isEmpty && !document.text.contains("today"))
  }

  /// Old pages set their titles in bold and not as headings.
  @Test func aTitleInLettersOfItsOwnIsALineOfItsOwn() throws {
    let found = try text(
      """
      <td><b>Ice closes the bridge</b><br><i>By Ann Bell</i><br><br>\(Self.sentence)<br><br>\(Self.other)</td>
      """)
    #expect(found == "\(Self.sentence)\n\n\(Self.other)")
  }
}
