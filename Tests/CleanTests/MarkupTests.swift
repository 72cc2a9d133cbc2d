import StageKit
import Testing
import TextKit

@testable import Clean

@Suite struct MarkupTests {
  private let sentence =
    "The old bridge over the Arn was closed on Friday, because its piers had been damaged by ice."

  private func page(head: String = "", before: String = "", body: String, after: String = "")
    -> String
  {
    "<!DOCTYPE html><html lang='en'><head>\(head)</head><body>\(before)\(body)\(after)</body></html>"
  }

  @Test func takesTheArticleOutOfAPage() throws {
    let links =
      "<ul class='menu'><li><a href='/a'>News</a></li><li><a href='/b'>Sport</a></li></ul>"
    let html = page(
      before: "<header><h2>Vale Courier</h2>\(links)</header>",
      body: """
        <div class="story"><h1>Bridge closed</h1><div class="share-bar"><a href="#">Share</a></div>
        <p>\(sentence)</p><h2>What comes next</h2><p>\(sentence) <a href="/x">Buses</a> go round.</p>
        <figure><img src="a.jpg"><figcaption>The bridge. Photo: Ann Bell</figcaption></figure>
        <ul><li>\(sentence)</li></ul><blockquote><p>\(sentence)</p></blockquote>
        <aside>Related: <a href="/y">Ice on the Arn</a></aside></div>
        """,
      after:
        "<div id='comments'><p>\(sentence)</p></div><footer><p>Imprint of Vale Courier</p></footer>"
    )
    let document = try cleaned(html, .html).document
    #expect(
      document.rendering(of: [.paragraphs]) == """
        body: \(sentence)
        heading: What comes next
        body: \(sentence) Buses go round.
        list_item: \(sentence)
        quote: \(sentence)
        """)
    #expect(document.metadata.title == "Bridge closed")
    #expect(
      document.metadata.captions == [Metadata.Caption(text: "The bridge.", credit: "Ann Bell")])
  }

  @Test func trustsLinkedDataMost() throws {
    let html = page(
      head: """
        <title>Closed bridge - Vale Courier</title>
        <meta property="og:title" content="OG title"><meta property="og:site_name" content="Courier">
        <meta property="og:published_time" content="2020-01-01T00:00:00Z">
        <link rel="canonical" href="https://courier.example/bridge">
        <script type="application/ld+json">//<![CDATA[
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "no"},
        {"@type": ["NewsArticle"], "headline": "Bridge &amp; ice
        again", "datePublished": "2024-03-04T09:05:00+01:00", "dateModified": "2024-03-05",
        "author": [{"@type": "Person", "name": "Ann Bell"}, {"name": "By Tom Roe"}],
        "publisher": {"name": "Vale Courier"}, "articleSection": ["Traffic", "Ice"]}]}
        //]]></script>
        """, body: "<p>\(sentence)</p>")
    var document = try cleaned(html, .html).document
    document.metadata.language = nil
    #expect(
      document.rendering(of: [.metadata]) == """
        title: Bridge & ice again
        byline: Ann Bell, Tom Roe
        site: Vale Courier
        section: Traffic
        url: https://courier.example/bridge
        published: 2024-03-04T09:05:00+01:00
        updated: 2024-03-05
        """)
    #expect(document.metadata.origins.contains(Value.Member("published", "json-ld")))
  }

  @Test func fallsBackToWeakerSources() throws {
    let html = page(
      head: "<title>Bridge closed | Vale Courier</title><meta name='Author' content='Ann Bell'>",
      body: "<p><time datetime='2024-03-04'>yesterday</time></p><p>\(sentence)</p>")
    let metadata = try cleaned(html, .html).document.metadata
    #expect(metadata.title == "Bridge closed" && metadata.byline == ["Ann Bell"])
    #expect(metadata.published == "2024-03-04")
    #expect(metadata.origins.contains(Value.Member("published", "time element")))
  }

  @Test func entitiesSpacesAndLineBreaksBecomeText() throws {
    let html = page(
      body:
        "<p>Ice&nbsp;&amp; snow\n  lay &#8211; on\u{2028}it &shy;all.<br>One<br><br>Two &lt;b&gt;.</p>"
    )
    #expect(
      try cleaned(html, .html).document.text == "Ice & snow lay – on it all. One\n\nTwo <b>.")
  }

  static let hostilePages: [String] = [
    "", "<", "</", "<!", "<!--", "<p", "<p>text", "</p></p></div>", "<script>var a = '</p>';",
    "<script></scr</script><p>a", "<a\u{0}b>\u{0}text", "<p>\u{0}a\u{0}</p>",
    "&#0;&#xFFFFFFF;&;&#;",
    "<table><tr><td><table><p>a", "<title>", "<html><html><body><body><p>a",
    "<p class='\u{0}\u{FFFF}'>a", "<!DOCTYPE", "<![CDATA[ a ]]>", "<?xml version='1.0'?><p>a",
    "<meta property='og:title'><meta content=a><time><link rel=canonical>",
    "<script type='application/ld+json'>[[[[{]]</script><p>a",
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"name\":{}}}</script>",
    "<style><p>not text</p></style>", "<p>" + String(repeating: "<b><i>", count: 400) + "deep",
    String(repeating: "<div>", count: 100_000), String(repeating: "<a></b>", count: 20_000),
    String(repeating: "<p>a", count: 20_000),
    "<p " + String(repeating: "a=b ", count: 20_000) + ">",
    "<!--" + String(repeating: "-", count: 100_000), String(repeating: "&amp", count: 50_000),
  ]

  @Test(arguments: hostilePages.indices)
  func survivesHostilePages(_ index: Int) throws {
    let document = try cleaned(Self.hostilePages[index], .html).document
    #expect(document.firstInvalidLayer() == nil && !document.text.utf8.contains(0))
  }

  @Test func notesPagesThatAreCut() throws {
    let html = "<p>\(sentence)</p>" + String(repeating: "<div>", count: 1000)
    let document = try cleaned(html, .html).document
    #expect(document.text == sentence)
    #expect(document.metadata.notes == ["page cut: too many or too deep elements"])
  }

  @Test func namesOfElementsStayApart() {
    let names = HTMLNames()
    for tag in HTMLTag.allCases where tag != .other && tag != .text {
      let found = tag.rawValue.withCString {
        $0.withMemoryRebound(to: UInt8.self, capacity: 1) { names.tag($0) }
      }
      #expect(found == tag)
    }
  }

  static let markdown: [(String, String)] = [
    ("# Title\n\nText.", "heading: Title\nbody: Text."),
    ("Title\n===\n\nText.", "heading: Title\nbody: Text."),
    ("Two\nlines.", "body: Two lines."), ("*a* **b** _c_ `e_f`.", "body: a b c e_f."),
    ("2 * 3 * 4 and snake_case.", "body: 2 * 3 * 4 and snake_case."),
    (
      "[text](http://a.example \"t\") [x][y] <https://b.example>.",
      "body: text x https://b.example."
    ),
    ("A ![pic](a.png) here.", "body: A here."),
    ("- one\n- two\n  more\n1. three", "list_item: one\nlist_item: two more\nlist_item: three"),
    ("> quoted\n> text\n\nnot.", "quote: quoted text\nbody: not."),
    ("```swift\nlet a = *b*\n```\nAfter.", "body: let a = *b*\nbody: After."),
    ("| a | b |\n|---|:-:|\n| c | d |", "body: a b\nbody: c d"),
    ("a\n\n---\n\nb.", "body: a\nbody: b."),
    ("\\*not\\* &amp; <b>bold</b><br>x.", "body: *not* & bold x."),
    ("[1]: http://a.example\n\nText.", "body: Text."),
    (
      "Note[^1].\n\n[^1]: It was laid in 1931, they say.\n    It was mended in 1950.\n\nThe end.",
      "body: Note.\nbody: It was laid in 1931, they say. It was mended in 1950.\nbody: The end."
    ),
    ("[a]: http://a.example 'A title'\n[b]: <b.html>\n  \"Another\"\nText.", "body: Text."),
    ("[Bell]: I said so all along.", "body: [Bell]: I said so all along."),
    ("It costs ~~four~~ five ~~or six~~ euros.", "body: It costs five euros."),
    ("It ~~was closed\non Friday and~~ stays open.", "body: It stays open."),
    ("It is <del>four</del> <ins>five</ins><s> or six</s>.", "body: It is five."),
    (
      "An open ~~strike\n\nends~~ with the paragraph.",
      "body: An open strike\nbody: ends with the paragraph."
    ),
    ("From ~4 to ~5 metres, word~~gone~~s.", "body: From ~4 to ~5 metres, words."),
    ("## Head ##\nText.", "heading: Head\nbody: Text."),
    ("Unclosed [link and `code and *star.", "body: Unclosed [link and `code and star."),
  ]

  @Test(arguments: markdown)
  func readsMarkdown(_ text: String, _ expected: String) throws {
    var options = CleanOptions()
    options.findsMetadata = false
    let document = try cleaned(text, .markdown, options: options).document
    #expect(document.rendering(of: [.paragraphs]) == expected)
  }

  @Test(arguments: ["[", "![", "[a](", "` `` ", "<a ", "*", "> ", "|", "&", "\\"])
  func survivesRunsOfMarks(_ mark: String) throws {
    let text = String(repeating: mark, count: 50_000)
    let document = try cleaned("Text \(text)", .markdown).document
    #expect(document.firstInvalidLayer() == nil)
  }

  /// Found by fuzzing: a list of front matter with an empty item ended the process.
  @Test(arguments: [" ", "", " \t"]) func emptyItemsOfFrontMatterAreNoAuthors(_ end: String) throws
  {
    let text = "---\nauthors:\n-\(end)\n- Ann Bell\n-\(end)\n---\nIt rained on the coast for days."
    let document = try cleaned(text, .markdown).document
    #expect(document.metadata.byline == ["Ann Bell"])
    #expect(document.text == "It rained on the coast for days.")
  }

  @Test func readsFrontMatter() throws {
    let document = try cleaned(
      """
      ---
      title: "Bridge: closed"
      author:
        - Ann Bell
        - Tom Roe
      date: 2024-03-04
      categories: [Traffic, Ice]
      ---
      # Bridge: closed

      \(sentence)

      ![The bridge](b.jpg)
      """, .markdown
    ).document
    #expect(document.text == sentence)
    let metadata = document.metadata
    #expect(metadata.title == "Bridge: closed" && metadata.byline == ["Ann Bell", "Tom Roe"])
    #expect(metadata.published == "2024-03-04" && metadata.section == "Traffic")
    #expect(metadata.captions.map(\.text) == ["The bridge"])
  }

  private func metadata(frontMatter: String) throws -> Metadata {
    let document = try cleaned("\(frontMatter)\n\n\(sentence)\n", .markdown).document
    #expect(document.text == sentence)
    return document.metadata
  }

  static let titles: [(String, String?)] = [
    ("title: 'The mayor''s bridge'", "The mayor's bridge"),
    (#"title: "The \"old\" bridge \u2013 closed" # draft"#, "The \"old\" bridge – closed"),
    ("title: Bridge closed # draft", "Bridge closed"),
    ("title: Bridge\n  closed by\n  ice\nauthor: Ann Bell", "Bridge closed by ice"),
    ("title: \"Bridge closed\n  by ice\"", "Bridge closed by ice"),
    ("title: >-\n  Bridge closed\n  by ice\n\ndate: 2024-03-04", "Bridge closed by ice"),
    ("title: |\n  Bridge closed\ndate: 2024-03-04", "Bridge closed"),
    ("title: \"Old\" bridge closed", "\"Old\" bridge closed"),
    ("title: [Ice] on the bridge", "[Ice] on the bridge"),
    ("# by hand\n\nlayout: post\nTitle: Bridge closed", "Bridge closed"),
    ("title: ~", nil), ("title:", nil), ("title: 'Bridge", "'Bridge"),
    ("tags:\n  title: no\ntitle: Bridge closed", "Bridge closed"),
  ]

  @Test(arguments: titles)
  func frontMatterHoldsTextsAsPeopleWriteThem(_ block: String, _ title: String?) throws {
    #expect(try metadata(frontMatter: "---\n\(block)\n---").title == title)
  }

  @Test(arguments: [
    "author: {name: Ann Bell, url: 'https://a.example'}",
    "author:\n  name: Ann Bell\n  mail: a@b.c",
    "authors:\n  - name: Ann Bell\n    mail: a@b.c", "authors: [\n  \"Ann Bell\",\n]",
    "authors:\n- Ann Bell", "authors:\n  -\n    name: Ann Bell", "params:\n  author: Ann Bell",
    "authors: [{name: Ann Bell}]",
  ])
  func frontMatterNamesItsAuthorInManyForms(_ block: String) throws {
    #expect(try metadata(frontMatter: "---\n\(block)\n---").byline == ["Ann Bell"])
  }

  @Test func readsFrontMatterInTOML() throws {
    let metadata = try metadata(
      frontMatter: """
        +++
        # made by hand
        title = "Bridge \\"closed\\""
        description = \"""
        Four days
        of frost\"""
        date = 2024-03-04T09:15:00Z # in winter
        tags = [
          'ice', # and snow
          "bridges",
        ]
        categories = ['Traffic']
        [[authors]]
        name = 'Ann Bell'
        [[authors]]
        name = "Tom Roe"
        [params.extra]
        title = "no"
        +++
        """)
    #expect(metadata.title == "Bridge \"closed\"" && metadata.subtitle == "Four days of frost")
    #expect(
      metadata.published == "2024-03-04T09:15Z" || metadata.published == "2024-03-04T09:15:00Z")
    #expect(metadata.byline == ["Ann Bell", "Tom Roe"] && metadata.section == "Traffic")
  }

  @Test func textBetweenTwoRulesIsKept() throws {
    let document = try cleaned("---\n\n\(sentence)\n\n---\n\nMore.", .markdown).document
    #expect(document.text == "\(sentence)\n\nMore.")
  }

  @Test(arguments: [
    "[", "{", "\"", "'", "- ", "a: ", "{a: ", "[\n ", "- [\n", "|\n", "  a:\n", "= [",
  ])
  func survivesHostileFrontMatter(_ piece: String) throws {
    for mark in ["---", "+++"] {
      let block = "title: x\nauthor: " + String(repeating: piece, count: 5000)
      let document = try cleaned("\(mark)\n\(block)\n\(mark)\n\n\(sentence)", .markdown).document
      #expect(document.text.hasSuffix(sentence))
    }
  }

  @Test func survivesMutatedInput() throws {
    var random = SeededRandom(5)
    let seeds = [
      page(
        head: "<title>a</title><script type='application/ld+json'>{\"@type\":\"Article\"}</script>",
        body: "<article><p class='x y'>\(sentence)</p><ul><li>a<li>b</ul><br><table><td>c</article>"
      ),
      "---\ntitle: x\n---\n# a\n\n- b\n> c *d* [e](f) `g`\n\n|h|i|\n|-|-|\n```\nj\n```\n![k](l)",
      "Headline\nBy Ann Bell\nPublished: Mar 4, 2024\n\nA (Photo: B)\n\n\(sentence)\n\nVale Courier",
    ]
    let splices = [
      "<", ">", "</", "&", "\"", "\0", "\n", "*", "[", "](", "`", "é", "<div>", "\u{FFFD}",
    ]
    let context = StageContext(label: "clean", baseDirectory: "/", outputDirectory: "/")
    let stage = try CleanStage(options: CleanOptions(), context: context)
    var scratch = stage.makeScratch()
    for form in Document.Form.allCases {
      for round in 0..<150 {
        var bytes = Array(seeds[round % seeds.count].utf8)
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.removeSubrange(place..<min(bytes.count, place + 9))
          default:
            bytes.insert(contentsOf: (splices.randomElement(using: &random) ?? "").utf8, at: place)
          }
          if bytes.isEmpty { bytes = [0x20] }
        }
        let source = DocumentSource(key: InputKey(path: Array("a".utf8)))
        let text = String(decoding: bytes, as: UTF8.self)
        var document = Document(source: source, text: text, form: form)
        _ = try stage.process(&document, &scratch)
        #expect(document.firstInvalidLayer() == nil)
      }
    }
  }

  /// The text was not normalised where marks had stood between a letter and its accent.
  @Test func accentsBehindMarksOfMarkdownJoinTheirLetters() throws {
    let document = try cleaned("The caf*e*\u{301} was closed on **Friday** again.", .markdown)
      .document
    #expect(document.text.utf8.elementsEqual("The caf\u{E9} was closed on Friday again.".utf8))
  }
}
