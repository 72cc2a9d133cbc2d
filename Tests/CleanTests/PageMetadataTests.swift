import StageKit
import Testing
import TextKit

@testable import Clean

@Suite struct PageMetadataTests {
  private static let sentence =
    "The old bridge over the Arn was closed on Friday, because its piers had been damaged by ice."

  private func metadata(head: String = "", body: String) throws -> Metadata {
    let paragraphs = String(repeating: "<p>\(Self.sentence)</p>", count: 6)
    let html = """
      <html><head>\(head)</head><body>\(body.replacing("BODY", with: paragraphs))</body></html>
      """
    return try cleaned(html, .html).document.metadata
  }

  // MARK: Titles

  @Test func theHeadingThatRepeatsTheTitleIsTheTitleAsPrinted() throws {
    let found = try metadata(
      head: """
        <title>Ice closes the bridge - Vale Courier</title>
        <meta property="og:title" content="ICE CLOSES THE BRIDGE">
        """,
      body: "<h1><a href='/'>Vale Courier</a></h1><h2>Ice closes the bridge</h2>BODY")
    #expect(found.title == "Ice closes the bridge")
    #expect(found.origins.contains(Value.Member("title", "h2")))
  }

  @Test(arguments: [
    ("Ice on the Arn | Vale Courier", "Ice on the Arn"),
    ("Vale Courier: Ice on the Arn", "Ice on the Arn"),
    ("Ice on the Arn - Traffic - Vale Courier", "Ice on the Arn - Traffic"),
    ("Ice on the Arn – and no end", "Ice on the Arn – and no end"),
    ("Vale Courier » Blog » Ice on the Arn again", "Ice on the Arn again"),
  ])
  func titleElementsLoseTheSitesName(_ title: String, _ expected: String) throws {
    let found = try metadata(
      head: "<title>\(title)</title><meta property='og:site_name' content='Vale Courier'>",
      body: "BODY")
    #expect(found.title == expected)
  }

  @Test(arguments: [
    ("<h1>Ice closes the bridge <small>Four days of frost</small></h1>", "Ice closes the bridge"),
    (
      "<h1><span>Traffic</span><br><span>Ice closes the bridge</span></h1>", "Ice closes the bridge"
    ),
    ("<h1><span class='kicker'>Frost</span> Bridge closed by ice</h1>", "Bridge closed by ice"),
    ("<h1 class='entry-title'>Frost: ice closes the bridge</h1>", "Frost: ice closes the bridge"),
    ("<h2>[> Ice closes the bridge</h2>", "Ice closes the bridge"),
  ])
  func whatStandsBesideTheTitleInItsHeadingLeaves(_ heading: String, _ expected: String) throws {
    let found = try metadata(
      head: "<title>Ice closes the bridge</title>", body: "\(heading)BODY")
    #expect(found.title == expected)
  }

  @Test func theHeadingOfTheArticleIsTheTitleWhereNothingElseTells() throws {
    let found = try metadata(
      head: "<title>Vale Courier -</title>",
      body: "<div><h2>Menu</h2></div><article><h2>Ice closes the bridge</h2>BODY</article>")
    #expect(found.title == "Ice closes the bridge")
  }

  @Test(arguments: [
    ("UPDATE 2-Ice closes bridge", "Ice closes bridge"),
    ("(LEAD) Ice closes bridge", "Ice closes bridge"),
    ("RPT-UPDATE 1 - Ice closes bridge", "Ice closes bridge"), ("Update on ice", "Update on ice"),
    ("UPDATE", "UPDATE"),
  ])
  func agencyTagsLeaveTitles(_ title: String, _ expected: String) {
    #expect(AgencyTag.removed(title) == expected)
  }

  @Test func aHeadingOfThePathIsNotTheTitle() throws {
    let found = try metadata(
      head: """
        <title>Traffic: Ice closes the bridge</title>
        <meta property="og:title" content="Ice on the Arn: bridge closed">
        """,
      body: """
        <h1 class="breadcrumb-item">Traffic: Ice closes the bridge</h1>
        <h2>Ice on the Arn: bridge closed</h2>BODY
        """)
    #expect(found.title == "Ice on the Arn: bridge closed")
    #expect(
      try metadata(
        head: "<title>Ice closes the bridge</title>",
        body: "<h1 class='breadcrumb'>Ice closes the bridge</h1>BODY"
      ).origins.contains(Value.Member("title", "h1")))
  }

  @Test func aHeadingInThePathGivesWayToTheHeadlineOfTheArticle() throws {
    let found = try metadata(
      head: """
        <title>Ice on the Arn: bridge closed</title>
        <meta property="og:title" content="Ice on the Arn: bridge closed">
        """,
      body: """
        <div class="page-breadcrumbs"><a href="/traffic">Traffic</a>
        <h1>Ice on the Arn: bridge closed</h1></div>
        <h2 class="article-headline-kicker">Frost</h2>
        <h2 class="main-title headline-text">The bridge stays closed until spring</h2>BODY
        <h2 class="section-headline">Nobody was hurt</h2>BODY
        """)
    #expect(found.title == "The bridge stays closed until spring")
  }

  @Test func theHeadingOfABoxAboveTheArticleIsNotItsTitle() throws {
    let found = try metadata(
      head: "<title>Traffic - News - Traffic | Town of Vale</title>",
      body: """
        <article><h2>Find a bus</h2><p><a href="/find">Search</a></p>
        <h2>Ice closes the bridge over the Arn</h2>BODY</article>
        <h1>Links</h1><h1>Our partners - Traffic</h1>
        """)
    #expect(found.title == "Ice closes the bridge over the Arn")
  }

  @Test func aHeadingForSharingGivesWayToTheHeadlineThatTheMarkupNames() throws {
    let found = try metadata(
      head: """
        <title>Bridge over the Arn closed by ice | Vale Courier</title>
        <meta property="og:title" content="Bridge over the Arn closed by ice">
        <meta property="courier:headline" content="Four days of frost and no way to the mill">
        """,
      body: """
        <div class="text"><h2>Four days of frost and no way to the mill</h2>BODY
        <div class="shareArticle"><h1>Bridge over the Arn closed by ice</h1></div></div>
        """)
    #expect(found.title == "Four days of frost and no way to the mill")
  }

  @Test func whatHandsAPageOnKeepsItsHeadingWhereNoOtherHasTheTitle() throws {
    let found = try metadata(
      head: "<title>Ice closes the bridge | Vale Courier</title>",
      body: "<div class='social'><h1>Ice closes the bridge</h1></div><h2>Weather</h2>BODY")
    #expect(found.title == "Ice closes the bridge")
  }

  @Test func aHeadingInThePathIsTheTitleWhereTheArticlesDataHaveItFromThere() throws {
    let found = try metadata(
      head: """
        <meta property="og:title" content="The bridge stays closed until spring">
        <script type="application/ld+json">
        {"@type": "NewsArticle", "headline": "Ice on the Arn: bridge closed"}</script>
        """,
      body: """
        <ol class="breadcrumb"><li><h1>Ice on the Arn: bridge closed</h1></li></ol>
        <h2>The bridge stays closed until spring</h2>BODY
        """)
    #expect(found.title == "Ice on the Arn: bridge closed")
  }

  @Test func aHeadingInThePathGivesWayToAnotherHeadlineOfTheArticlesData() throws {
    let head = """
      <meta property="og:title" content="Ice on the Arn: bridge closed">
      <script type="application/ld+json">
      {"@type": "NewsArticle", "headline": "Ice on the Arn: bridge closed",
      "alternativeHeadline": "Four days of frost | The bridge stays closed until spring"}</script>
      """
    let path = "<ol class='breadcrumb'><li><h1>Ice on the Arn: bridge closed</h1></li></ol>"
    let other = "<h2>Four days of frost</h2><h2>The bridge stays closed until spring</h2>BODY"
    let found = try metadata(head: head, body: path + other)
    #expect(found.title == "The bridge stays closed until spring")
    #expect(found.subtitle == "Four days of frost")
    // The first headline is the title where it is printed above the article.
    let body = path + "<h1>Ice on the Arn: bridge closed</h1>" + other
    #expect(try metadata(head: head, body: body).title == "Ice on the Arn: bridge closed")
    #expect(try metadata(head: head, body: path + "BODY").title == "Ice on the Arn: bridge closed")
  }

  @Test(arguments: [
    ("<p class='stage-headline'>Ice closes the bridge – who pays?</p>", "p", true),
    ("<div id='headline'>Ice closes the bridge: who pays?</div>", "div", true),
    // These say not to be the headline, or are another one, or name the site, or stand with other
    // articles.
    ("<p class='headline'>Ice closes the bridge - Vale Courier</p>", "h1", false),
    ("<p class='teaser-headline'>Ice closes the bridge – who pays?</p>", "h1", false),
    ("<p class='intro'>Ice closes the bridge – who pays?</p>", "h1", false),
    ("<p class='headline'>Ice closes the bridges – who pays?</p>", "h1", false),
    (
      "<ul class='related'><li class='headline'>Ice closes the bridge – who pays?</li></ul>", "h1",
      false
    ),
  ])
  func anElementNamedHeadlineIsTheTitleWhereTheHeadingHasItsBeginning(
    _ element: String, _ origin: String, _ isInFull: Bool
  ) throws {
    let found = try metadata(
      head: "<title>Ice closes the bridge » All about the frost | Vale Courier</title>",
      body: "<header>\(element)</header><h1>Ice closes the bridge</h1>BODY")
    #expect(found.title?.hasSuffix("who pays?") == isInFull)
    #expect(found.title?.hasPrefix("Ice closes the bridge") == true)
    #expect(found.origins.contains(Value.Member("title", .string(origin))))
  }

  @Test(arguments: [
    "<h1>Ice closes <del>both bridges</del><ins>the bridge</ins></h1>",
    "<h1>Ice closes the <s>old</s> bridge</h1>",
    "<h1>Ice closes the <span style='text-decoration: line-through'>old</span> bridge</h1>",
    "<h1><del>Frost closes both bridges</del></h1><h1>Ice closes the bridge</h1>",
  ])
  func whatIsStruckThroughIsNoPartOfATitle(_ heading: String) throws {
    #expect(try metadata(body: "\(heading)BODY").title == "Ice closes the bridge")
  }

  @Test func anAddressInTheTitleElementIsNoTitle() throws {
    let found = try metadata(
      head: "<title>vale-courier.example | Traffic on the Arn</title>", body: "BODY")
    #expect(found.title == "Traffic on the Arn")
  }

  @Test(arguments: [
    "<h6>Ice closes the bridge</h6>",
    "<p><a href='/'>Back</a></p><div class='news-headline'>Ice closes the bridge</div>",
  ])
  func whatTheArticleBeginsWithIsTheTitleWhereTheTitleElementNamesASection(
    _ heading: String
  ) throws {
    let found = try metadata(
      head: "<title>vale-courier.example | Traffic</title>",
      body: "<article>\(heading)BODY</article>")
    #expect(found.title == "Ice closes the bridge")
  }

  @Test func aSecondHeadingThatTheTitleBeginsWithIsTheTitleAsPrinted() throws {
    let found = try metadata(
      head:
        "<meta property='og:title' content='The books of the winter - Eve Moor: Ice, and other stories'>",
      body: "<h1>Literature</h1><h2>The books of the winter</h2>BODY")
    #expect(found.title == "The books of the winter")
  }

  @Test func aHeadingInCapitalsGivesWayToOneInTheLettersOfTheMarkup() throws {
    let found = try metadata(
      head: "<meta property='og:title' content='Ice closes Arn bridge'>",
      body: "<h1>ICE CLOSES ARN BRIDGE</h1><h3>Ice closes Arn bridge</h3>BODY")
    #expect(found.title == "Ice closes Arn bridge")
  }

  @Test func aTitleMayNameWhatTheSiteIsCalledAfter() throws {
    let found = try metadata(
      head: """
        <title>Cross the ice - Courier 15 Sled Dogs and Winter Equipment for the Arn</title>
        <meta property='og:site_name' content='Courier'>
        """,
      body: "<h1>Courier 15 Sled Dogs for winter</h1><h3>Cross the ice</h3>BODY")
    #expect(found.title == "Courier 15 Sled Dogs for winter")
  }

  @Test func theHeadingThatHoldsTheTitleElementIsTheTitle() throws {
    let found = try metadata(
      head: "<title>New bridge over the Arn</title>",
      body: "<h2>Menu</h2><h2>Contest: New bridge over the Arn at Port Vale</h2>BODY")
    #expect(found.title == "Contest: New bridge over the Arn at Port Vale")
  }

  @Test func theOnlyHeadingNamedAsTitleIsTheTitleWhereNoOtherIsOfTheFirstLevel() throws {
    let found = try metadata(
      head: "<meta property='og:title' content='Vale: all about ice'>",
      body: "<h2 class='page-title'>Good to know</h2><h2>Questions</h2>BODY")
    #expect(found.title == "Good to know")
  }

  @Test(arguments: [
    "<h1>Ice closes the bridge</h1><p class='article-subtitle'>Four days of frost</p>",
    "<h1>Ice closes the bridge <small class='subline'>Four days of frost</small></h1>",
    "<header><h1>Ice closes the bridge</h1><div><div class='dek'><p>Four days of frost</p></div></div></header>",
  ])
  func theSecondLineBelowTheTitleIsTheSubtitle(_ header: String) throws {
    let found = try metadata(head: "<title>Ice closes the bridge</title>", body: "\(header)BODY")
    #expect(found.title == "Ice closes the bridge" && found.subtitle == "Four days of frost")
    #expect(found.origins.contains(Value.Member("subtitle", "subtitle element")))
  }

  @Test func theTitleIsNotItsOwnSubtitle() throws {
    let found = try metadata(
      head: """
        <script type="application/ld+json">{"@type": "NewsArticle",
        "headline": "Ice closes the bridge", "alternativeHeadline": "Ice closes the bridge"}</script>
        """,
      body: "<h1>Ice closes the bridge</h1>BODY")
    #expect(found.title == "Ice closes the bridge" && found.subtitle == nil)
  }

  @Test func thePlaceBehindAnOrganisationIsNoAuthor() {
    #expect(AuthorNames.read("By Ann Bell, Vale News, Port Vale") == ["Ann Bell"])
    #expect(AuthorNames.read("Ann Bell, Vale News, and Tom Roe") == ["Ann Bell", "Tom Roe"])
    #expect(AuthorNames.read("Ann Bell, MD, Tom Roe") == ["Ann Bell", "Tom Roe"])
  }

  @Test func otherTextsBelowTheTitleAreNoSubtitle() throws {
    let found = try metadata(
      body:
        "<h1>Ice closes the bridge</h1><p class='intro'>It froze.</p>BODY<p class='subtitle'>No</p>"
    )
    #expect(found.subtitle == nil)
  }

  // MARK: Authors

  @Test(arguments: [
    ("By Ann Bell and Tom Roe", ["Ann Bell", "Tom Roe"]),
    ("Von Ann Bell, Tom Roe", ["Ann Bell", "Tom Roe"]),
    ("Posted by: Ann Bell on 4 March 2024", ["Ann Bell"]), ("Ann Bell, Staff Writer", ["Ann Bell"]),
    ("Ann Bell, PhD", ["Ann Bell"]), ("https://courier.example/ann", []),
    ("ann@courier.example", []),
    ("Vale Courier GmbH", []), ("admin", []), ("Ann Bell | Vale", ["Ann Bell"]), ("", []),
    ("courier.example", []), ("J. R. Stone", ["J. R. Stone"]), ("By", []), ("Datum:", []),
  ])
  func authorValuesGiveNames(_ value: String, _ expected: [String]) {
    #expect(AuthorNames.read(value) == expected)
  }

  @Test(arguments: [
    "<p class='byline'>By <a href='/x'>Ann Bell</a></p>",
    "<a rel='author' href='/authors/ann'>Ann Bell</a>",
    "<span itemprop='author' itemscope><b itemprop='name'>Ann Bell</b></span>",
    "<span>By</span><span><b>Ann Bell</b></span>", "<p>Text: Ann Bell</p>",
    "<div><p><b>By</b></p></div><div><p>Ann Bell</p></div>",
    "<p>By&nbsp;<a href='/x'>Ann Bell</a></p>", "<p>4 March 2024 - Ann Bell</p>",
    "<p><span>&nbsp;- Redaktion: Ann Bell (press)</span></p>",
    "<p>Ann Bell | 4 March 2024, 9:05</p>",
    "<p><a href='https://courier.example/author/ann-bell'>Ann Bell</a></p>",
  ])
  func authorsAreFoundWhereThePageShowsThem(_ byline: String) throws {
    let found = try metadata(
      body: """
        <h1>Ice closes the bridge</h1>\(byline)BODY
        <div class='comments'><a rel='author' href='/u'>Tom Roe</a></div>
        """)
    #expect(found.byline == ["Ann Bell"])
  }

  @Test func linkedDataMayReferToPersons() throws {
    let found = try metadata(
      head: """
        <meta property="og:site_name" content="Vale Courier">
        <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ice",
        "author": {"@id": "#p"}, "publisher": {"name": "Vale Courier"}},
        {"@type": "Person", "@id": "#p", "name": "Ann Bell"}]}</script>
        """, body: "BODY")
    #expect(found.byline == ["Ann Bell"] && found.site == "Vale Courier")
  }

  @Test func thePersonThatThePageRefersToIsItsAuthor() throws {
    let found = try metadata(
      head: """
        <script type="application/ld+json">{"@graph": [{"@type": "WebPage", "author": {"@id": "#p"}},
        {"@type": "Person", "@id": "#q", "name": "Tom Roe"},
        {"@type": "Person", "@id": "#p", "name": "Ann Bell"}]}</script>
        """, body: "BODY")
    #expect(found.byline == ["Ann Bell"])
  }

  @Test func anAgencyBelowTheTitleStandsForAnAuthorWhereNoneIsNamed() throws {
    let line = "<h1>Ice closes the bridge</h1><p class='credit'>JIJI / AFP</p>"
    #expect(try metadata(body: "\(line)BODY").byline == ["JIJI", "AFP"])
    let head = "<meta name='author' content='Ann Bell'>"
    #expect(try metadata(head: head, body: "\(line)BODY").byline == ["Ann Bell"])
  }

  @Test func organisationsAreNoAuthors() throws {
    let found = try metadata(
      head: """
        <meta property="og:site_name" content="Vale Courier"><meta name="author" content="Vale Courier Online">
        <script type="application/ld+json">{"@type": "NewsArticle",
        "author": {"@type": "Organization", "name": "Northwire"}}</script>
        """, body: "BODY")
    #expect(found.byline.isEmpty)
  }

  @Test func thePublisherIsNoAuthor() throws {
    let found = try metadata(
      head:
        "<meta name='author' content='Northern Post'><meta name='DC.publisher' content='Northern Post'>",
      body: "BODY")
    #expect(found.byline.isEmpty)
  }

  // MARK: Dates

  @Test func theDateOfPublicationComesBeforeThatOfLinkedData() throws {
    let found = try metadata(
      head: """
        <meta property="article:published_time" content="2024-03-06T08:00:00Z">
        <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-04"}</script>
        """, body: "BODY")
    #expect(found.published == "2024-03-06T08:00:00Z")
  }

  @Test(arguments: [
    "<div itemscope itemtype='https://schema.org/Review'><i itemprop='datePublished' content='2024-03-04'></i></div>",
    "<div class='rating'>4 March 2024</div>",
    "<footer><span property='schema:dateCreated' content='2024-03-04'></span></footer>",
  ])
  func datesOfReviewsAndOfThePageAreNotThoseOfTheArticle(_ part: String) throws {
    #expect(try metadata(body: "<h1>Ice sleds for all</h1>BODY\(part)").published == nil)
  }

  @Test func theFootOfAnArticleTellsItsDate() throws {
    let found = try metadata(
      body: """
        <article><h1>Ice closes the bridge</h1>BODY
        <footer><span property='schema:dateCreated' content='2024-03-04'></span></footer></article>
        """)
    #expect(found.published == "2024-03-04")
  }

  @Test(arguments: [
    ("<link rel='canonical' href='https://courier.example/2024/03/04/ice'>", ""),
    ("", "<div class='date'>4. März 2024</div>"), ("", "<p>Erstellt am 04.03.2024 um 9:05 Uhr</p>"),
    ("", "<p class='info'>Ann Bell / 4 March 2024 / 12</p>"),
    ("", "<abbr class='published' title='2024-03-04'>yesterday</abbr>"),
    ("", "<time datetime='2024-03-04'>yesterday</time>"),
    ("", "<span property='schema:dateCreated' content='2024-03-04T12:45:46+00:00'></span>"),
  ])
  func datesAreFoundInAddressesAndOnThePage(_ head: String, _ line: String) throws {
    let found = try metadata(
      head: head,
      body: """
        <h1>Ice closes the bridge</h1>\(line)BODY
        <div class="comments"><time datetime="2024-05-01">1 May 2024</time></div>
        """)
    #expect(found.published?.prefix(10) == "2024-03-04")
  }

  @Test func survivesMutatedPages() throws {
    let html = """
      <html><head><title>Ice | Courier</title><meta name="author" content="By Ann Bell">
      <script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Ann"}]}</script>
      </head><body><nav><h2><a href="/">Courier</a></h2></nav><h1>Ice</h1>
      <p class="byline">By <a rel="author" href="/author/x">Ann Bell</a>, 4 March 2024</p>
      <div class="entry-content"><p>\(Self.sentence)</p><h3>Related</h3><ul><li><a href="/y">x</a></ul>
      </div><div class="teaser"><h4><a href="/z">Other</a></h4><p>\(Self.sentence)</p></div></body>
      """
    var random = SeededRandom(7)
    for _ in 0..<150 {
      var bytes = Array(html.utf8)
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...127, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 9))
        default: bytes.insert(contentsOf: Array("<div class='author'>".utf8), at: place)
        }
      }
      let document = try cleaned(String(decoding: bytes, as: UTF8.self), .html).document
      #expect(document.firstInvalidLayer() == nil)
    }
  }

  // MARK: Short names, signatures, credits

  @Test(arguments: [
    ("Ann", "Ann Bell", "Ann Bell"), ("Ann", "Ann was here", "Ann"), ("VCN", "VCN Info", "VCN"),
  ])
  func aFirstNameIsCompletedByTheNameThatThePageShows(
    _ name: String, _ shown: String, _ expected: String
  ) throws {
    let head = """
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ice",
      "author": {"@type": "Person", "name": "\(name)"}}</script>
      """
    let found = try metadata(head: head, body: "<aside><p>\(shown)</p></aside>BODY")
    #expect(found.byline == [expected])
  }

  @Test func aNameInLettersOfItsOwnAtTheEndSignsTheArticle() throws {
    let page = try cleaned(
      "<h1>Ice closes the bridge</h1>\(String(repeating: "<p>\(Self.sentence)</p>", count: 6))"
        + "<p><strong>Ann Bell</strong></p>", .html
    ).document
    #expect(page.metadata.byline == ["Ann Bell"])
    #expect(page.metadata.origins.contains(Value.Member("byline", "signature")))
    #expect(!page.text.contains("Ann Bell"))
    #expect(try metadata(body: "BODY<p>Ann Bell</p>").byline.isEmpty)
    #expect(try metadata(body: "BODY<p><b>More soon</b></p>").byline.isEmpty)
  }

  @Test(arguments: [("dpa", ["dpa"]), ("VC mit dpa", ["VC", "dpa"]), ("AFP/dpa", ["AFP", "dpa"])])
  func bracketsAtTheEndCreditAgencies(_ credit: String, _ expected: [String]) throws {
    #expect(try metadata(body: "BODY<p>The ice is thick. (\(credit))</p>").byline == expected)
  }

  @Test(arguments: ["see above", "in the dpa archive of winters", "Foto: dpa"])
  func otherBracketsAtTheEndCreditNobody(_ text: String) throws {
    #expect(try metadata(body: "BODY<p>The ice is thick. (\(text))</p>").byline.isEmpty)
  }

  @Test func signsWithASlashBetweenThemAreOneAuthor() throws {
    let found = try metadata(
      head: "<meta name='author' content='abl/dpa'>", body: "<h1>Ice closes the bridge</h1>BODY")
    #expect(found.byline == ["abl/dpa"])
  }

  @Test(arguments: ["Arn Border Protection", "Vale City Council", "Arn Test Kitchens"])
  func authoritiesAreNoPersons(_ name: String) throws {
    #expect(
      try metadata(head: "<meta name='author' content='\(name)'>", body: "BODY").byline.isEmpty)
  }

  @Test func softHyphensInABylineAreLeftOut() throws {
    let found = try metadata(body: "<h1>Ice closes the bridge</h1><p>By An\u{AD}na Bell</p>BODY")
    #expect(found.byline == ["Anna Bell"])
  }

  // MARK: References, exact dates, dated bylines

  private func linked(_ graph: String) throws -> Metadata {
    try metadata(
      head: """
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "Person", "@id": "#ann", "name": "Ann Bell"},
        {"@type": "Organization", "@id": "#desk", "name": "Vale Desk"}, \(graph)]}</script>
        """, body: "BODY")
  }

  static let authors: [(String, [String])] = [
    (##"[{"@id": "#ann"}, {"name": "Tom Roe"}]"##, ["Ann Bell", "Tom Roe"]),
    (##"[{"name": "Tom Roe"}, {"@id": "#ann"}]"##, ["Tom Roe", "Ann Bell"]),
    (##"[{"@id": "#eve"}, {"@id": "#ann"}]"##, ["Eve Moor", "Ann Bell"]),
    (##"{"@id": "#ann"}"##, ["Ann Bell"]),
    (##"[{"@id": "#desk"}, {"@id": "#nobody"}, "Tom Roe"]"##, ["Tom Roe"]),
    (##"{"@id": "#ann", "name": "Tom Roe"}"##, ["Tom Roe"]),
  ]

  @Test(arguments: authors)
  func authorsMayBeNamedByReference(_ author: String, _ expected: [String]) throws {
    let found = try linked(
      ##"{"@type": "Article", "author": \##(author)}, {"@type": "Person", "@id": "#eve", "name": "Eve Moor"}"##
    )
    #expect(found.byline == expected)
  }

  @Test func aPublisherMayBeNamedByReference() throws {
    #expect(
      try linked(##"{"@type": "Article", "publisher": {"@id": "#desk"}}"##).site == "Vale Desk")
    #expect(try linked(##"{"@type": "Article", "publisher": {"@id": "#ann"}}"##).site == nil)
  }

  static let dates: [(String, String)] = [
    ("<time datetime='2024-03-05T01:15:00+03:00'>5 March 2024</time>", "2024-03-05T01:15:00+03:00"),
    (
      "On <a href='#'><abbr title='2024-03-05T01:15:00+03:00'>5 March 2024</abbr></a>",
      "2024-03-05T01:15:00+03:00"
    ),
    ("<time class='updated' datetime='2024-03-06T10:00:00Z'></time>5 March 2024", "2024-03-05"),
    ("<time datetime='2024-03-05'>5 March 2024, 14:30</time>", "2024-03-05T14:30"),
    ("<time datetime='2024-03-05'>05/03/2024</time>", "2024-03-05"),
  ]

  @Test(arguments: dates, ["date", "posted-on"])
  func theExactDateInADateElementWins(_ date: (String, String), _ name: String) throws {
    let found = try metadata(body: "<h1>Ice</h1><div class='\(name)'>\(date.0)</div>BODY")
    #expect(found.published == date.1)
  }

  @Test(arguments: [
    "By Ann Bell, March 4, 2024", "By Ann Bell on 4 March 2024", "March 4, 2024, by Ann Bell",
    "Von Ann Bell, 4. März 2024, 18:30 Uhr", "By Ann Bell May 4, 2024",
  ])
  func aMonthBesideANameIsNoName(_ line: String) throws {
    for tag in ["p", "p class='byline'"] {
      let found = try metadata(body: "<h1>Ice</h1><\(tag)>\(line)</p>BODY")
      #expect(found.byline == ["Ann Bell"])
    }
  }
}
