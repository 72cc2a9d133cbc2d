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
}
