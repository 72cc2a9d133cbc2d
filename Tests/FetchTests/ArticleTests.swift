import StageKit
import Testing
import TextKit

@testable import Fetch

@Suite struct ArticleTests {
  private func originsOf(_ document: Document) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: document.metadata.origins.map { ($0.key, $0.value.string ?? "") })
  }

  @Test func readsTheUsualNamesOfJSON() throws {
    let document = try load(
      "a.json",
      """
      {"headline": " Ferry\\nlate ", "body": "It left late.", "authors": ["Ann Bell", {"name": "Bo Lind"}],
       "date": "2023-09-19T12:12:00+0800", "date_modified": "2023-09-20", "link": "https://wire.example/1",
       "category": "Travel", "lang": "en-GB", "source": {"name": "Orrin Wire"}, "standfirst": "Fog again",
       "id": 5}
      """)
    #expect(document.text == "It left late." && document.form == .plain)
    let metadata = document.metadata
    #expect(metadata.title == "Ferry late" && metadata.byline == ["Ann Bell", "Bo Lind"])
    #expect(metadata.published == "2023-09-19T12:12:00+08:00" && metadata.updated == "2023-09-20")
    #expect(metadata.url == "https://wire.example/1" && metadata.section == "Travel")
    #expect(metadata.language == .init(code: "en", confidence: 1))
    #expect(metadata.site == "Orrin Wire" && metadata.subtitle == "Fog again")
    #expect(metadata.notes.isEmpty)
    let origins = originsOf(document)
    #expect(origins["title"] == "json field 'headline'" && origins["text"] == "json field 'body'")
  }

  @Test func readsTheFieldsThatTheUserNames() throws {
    let json = """
      {"data": {"full": ["One.", "Two."], "head": "Late", "by": "Ann Bell"}, "text": "no",
       "a.b": "dotted", "title": "no"}
      """
    let document = try load("a.json", json) {
      $0.fields = [
        "text": "data.full", "title": "data.head", "byline": "data.by", "section": "a.b",
      ]
    }
    #expect(document.text == "One.\n\nTwo." && document.metadata.title == "Late")
    #expect(document.metadata.byline == ["Ann Bell"] && document.metadata.section == "dotted")
    let second = try load("a.json", json) { $0.fields = ["text": "data.full.1", "title": "none"] }
    #expect(second.text == "Two." && second.metadata.title == nil)
    let markdown = try load("a.json", json) { $0.fields = ["markdown": "text"] }
    #expect(markdown.form == .markdown)
  }

  @Test func recognisesMarkupInJSON() throws {
    #expect(try load("a.json", #"{"text": "<p>It left.</p>"}"#).form == .html)
    #expect(try load("a.json", #"{"content_html": "It left."}"#).form == .html)
    #expect(try load("a.json", #"{"text": "It <b>left</b>."}"#).form == .plain)
    #expect(try load("a.json", #"{"text": "<sigh> It left."}"#).form == .plain)
    #expect(try load("a.json", #"{"x": "It left."}"#) { $0.fields = ["html": "x"] }.form == .html)
  }

  @Test func saysWhatIsWrongWithJSON() throws {
    #expect(
      throws: StageFailure(
        reason: "json", message: "not valid JSON: a value is expected", offset: 9)
    ) { try load("a.json", #"{"text": oops}"#) }
    #expect(
      throws: StageFailure(
        reason: "json", message: "an article in JSON is an object, and this is something else")
    ) { try load("a.jsonl", "5") }
    #expect(
      throws: StageFailure(
        reason: "no_text",
        message: "no text under 'story'; say where it is with 'fields: {text: …}'")
    ) { try load("a.json", #"{"text": "x"}"#) { $0.fields = ["text": "story"] } }
    #expect(try load("a.json", #"{"text": "", "html": " "}"#).text.isEmpty)
    let failure = #expect(throws: StageFailure.self) { try load("a.json", #"{"text": {}}"#) }
    #expect(failure?.reason == "no_text")
  }

  @Test(arguments: [
    #"{"text": "", "body": "It left."}"#, #"{"text": " \n", "content": ["", "It left."]}"#,
    #"{"content": null, "text": "", "html": "It left."}"#,
  ])
  func aFieldInWhichNothingStandsHidesNone(json: String) throws {
    let document = try load("a.json", json)
    #expect(document.text.collapsingWhitespace() == "It left.")
  }

  @Test func aBlankFieldIsNoMetadata() throws {
    let document = try load(
      "a.json",
      #"{"text": "x", "title": " ", "headline": "Late", "lang": "", "date": "", "pubDate": "2023-09-19", "author": [""]}"#
    )
    #expect(document.metadata.title == "Late" && document.metadata.published == "2023-09-19")
    #expect(document.metadata.byline.isEmpty && document.metadata.notes.isEmpty)
  }

  @Test func notesDatesAndLanguagesThatItDoesNotUnderstand() throws {
    let document = try load(
      "a.json", #"{"text": "x", "date": "last Tuesday", "updated": 1695, "lang": "English"}"#)
    #expect(document.metadata.published == nil && document.metadata.language == nil)
    #expect(
      document.metadata.notes == [
        "json field 'lang' holds 'English', which is not a language code",
        "json field 'date' holds 'last Tuesday', which is not a date that is understood",
        "json field 'updated' holds '1695', which is not a date that is understood",
      ])
  }

  @Test(arguments: [
    ("2023-09-19", "2023-09-19"), ("2023-09", "2023-09"),
    (" 2023-09-19T12:12 ", "2023-09-19T12:12"),
    ("2023-09-19 12:12:05", "2023-09-19T12:12:05"),
    ("2023-09-19T12:12:05.250Z", "2023-09-19T12:12:05.250Z"),
    ("2023-09-19T12:12:05+0530", "2023-09-19T12:12:05+05:30"),
    ("2023-09-19T12:12-03", "2023-09-19T12:12-03:00"),
    ("Tue, 19 Sep 2023 12:12:00 +0800", "2023-09-19T12:12:00+08:00"), ("19 Sep 2023", "2023-09-19"),
    ("Tue, 5 Sep 2023 9:05 GMT", "2023-09-05T09:05Z"),
    ("5 Sep 99 09:05:00 EST", "1999-09-05T09:05:00-05:00"),
    ("Tue, 19 Sep 2023 12:12:00 -0000", "2023-09-19T12:12:00"),
    ("29 Feb 2024 00:00 UT (UTC)", "2024-02-29T00:00Z"),
    ("Tuesday, 19-Sep-23 12:12:00 GMT", "2023-09-19T12:12:00Z"),
  ])
  func readsDates(text: String, expected: String) {
    #expect(DateText.normalised(text) == expected)
  }

  @Test(arguments: [
    "", "yesterday", "2023", "2023-13-01", "2023-02-29", "2023-09-19T25:00", "19/09/2023",
    "2023-09-19 x",
    "19 Foo 2023", "31 Sep 2023", "Tue, 19 Sep 2023 12:12 CEST", "2023-09-19T12:12+", "1695124320",
    "2023-09-",
  ])
  func doesNotGuessDates(text: String) {
    #expect(DateText.normalised(text) == nil)
  }

  @Test func readsRSS() throws {
    let document = try load(
      "a.rss",
      """
      <rss><channel><item><title>Ferry &amp; fog</title><link>https://wire.example/2</link>
      <description>Short.</description><content:encoded><![CDATA[<p>It left late.<br>Fog&nbsp;again.</p>]]></content:encoded>
      <pubDate>Tue, 19 Sep 2023 12:12:00 +0800</pubDate><dc:creator>Ann Bell</dc:creator><dc:creator>Bo Lind</dc:creator>
      <category>Travel</category><category>Fog</category></item></channel></rss>
      """)
    #expect(document.form == .html && document.text == "<p>It left late.<br>Fog&nbsp;again.</p>")
    #expect(document.metadata.title == "Ferry & fog")
    #expect(document.metadata.url == "https://wire.example/2")
    #expect(document.metadata.published == "2023-09-19T12:12:00+08:00")
    #expect(document.metadata.byline == ["Ann Bell", "Bo Lind"])
    #expect(document.metadata.section == "Travel")
    #expect(originsOf(document)["byline"] == "feed element 'dc:creator'")
  }

  @Test func readsAtom() throws {
    let document = try load(
      "a.atom",
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">Ferry &lt;b&gt;late&lt;/b&gt; &amp;amp; slow</title>
      <link rel="self" href="x"/><link href="https://wire.example/3?a=1&amp;b=2"/>
      <published>2023-09-19T12:12:00Z</published><updated>2023-09-20T08:00:00Z</updated>
      <author><name>Ann Bell</name><email>ann@wire.example</email></author><category term="Travel"/>
      <content type="xhtml"><div><p>It left.</p></div></content></entry></feed>
      """)
    #expect(document.text == "<div><p>It left.</p></div>" && document.form == .html)
    let metadata = document.metadata
    #expect(metadata.title == "Ferry late & slow" && metadata.byline == ["Ann Bell"])
    #expect(metadata.url == "https://wire.example/3?a=1&b=2" && metadata.section == "Travel")
    #expect(metadata.published == "2023-09-19T12:12:00Z")
    #expect(metadata.updated == "2023-09-20T08:00:00Z")
    let plain = try load(
      "a.atom", "<feed><entry><content type='text'>a &lt; b</content></entry></feed>")
    #expect(plain.text == "a < b" && plain.form == .plain)
  }

  @Test func takesTheFullestTextOfAFeed() throws {
    func text(_ children: String) throws -> String {
      try load("a.rss", "<rss><item>\(children)</item></rss>").text
    }
    #expect(
      try text(
        "<content:encoded><![CDATA[ \n ]]></content:encoded><description>It left.</description>")
        == "It left.")
    #expect(
      try text(
        "<description>Short.</description><content:encoded>It left late.</content:encoded>"
          + "<media:content>A picture of a ferry in fog</media:content>"
          + "<excerpt:encoded>It left late, some say.</excerpt:encoded>") == "It left late.")
    // Tags are no text.
    #expect(
      try text(
        "<content:encoded><![CDATA[<div class='very long'></div>]]></content:encoded>"
          + "<description>It left.</description>") == "It left.")
    let picture =
      "<feed><entry><content type='image/png'>iVBORw0KGgoAAAANSUhEUgAA</content><summary>It left."
      + "</summary></entry></feed>"
    #expect(try load("a.atom", picture).text == "It left.")
  }

  /// Some programs write every prefix anew.
  @Test func readsFeedsWhateverTheirPrefixesAre() throws {
    let atom = try load(
      "a.xml",
      """
      <ns0:feed xmlns:ns0="http://www.w3.org/2005/Atom"><ns0:entry><ns0:title>Late</ns0:title>
      <ns0:link href="https://wire.example/3"/><ns0:published>2023-09-19T12:12:00Z</ns0:published>
      <ns0:author><ns0:name>Ann Bell</ns0:name></ns0:author><ns0:category term="Travel"/>
      <ns1:title>Not this</ns1:title><ns0:content type="html">&lt;p&gt;It left.</ns0:content>
      </ns0:entry></ns0:feed>
      """)
    #expect(atom.text == "<p>It left." && atom.form == .html)
    #expect(atom.metadata.title == "Late" && atom.metadata.byline == ["Ann Bell"])
    #expect(atom.metadata.url == "https://wire.example/3" && atom.metadata.section == "Travel")
    #expect(atom.metadata.published == "2023-09-19T12:12:00Z")
    let rss = try load(
      "a.xml",
      "<rss><item><media:title>No</media:title><ns1:encoded>It left late.</ns1:encoded>"
        + "<description>It left.</description><ns2:creator>Ann Bell</ns2:creator>"
        + "<ns2:date>2023-09-19</ns2:date></item></rss>")
    #expect(rss.text == "It left late." && rss.metadata.title == nil)
    #expect(rss.metadata.byline == ["Ann Bell"] && rss.metadata.published == "2023-09-19")
  }

  @Test func atomIsPlainTextUnlessItSaysOtherwise() throws {
    func entry(_ children: String) throws -> Document {
      try load("a.atom", "<feed><entry>\(children)</entry></feed>")
    }
    let plain = try entry(
      "<title>a &lt;b&gt; &amp;amp; c</title><summary>x &lt; y &gt; z</summary>")
    #expect(plain.form == .plain && plain.text == "x < y > z")
    #expect(plain.metadata.title == "a <b> &amp; c")
    // What can be nothing but HTML is not shown with its tags.
    #expect(try entry("<content>&lt;p&gt;It left.&lt;/p&gt;</content>").form == .html)
    #expect(try load("a.rss", "<rss><item><description>x</description></item></rss>").form == .html)
  }

  @Test(arguments: [
    ("Ferry &amp;amp; fog", "Ferry & fog"),
    ("<![CDATA[Ferry&#8217;s &eacute;tude]]>", "Ferry’s étude"),
    ("<![CDATA[<b>Ferry</b> late]]>", "Ferry late"),
    ("&lt;i&gt;Late&lt;/i&gt;&amp;nbsp;again", "Late again"),
    ("5 &lt; 6 and 7 &gt; 6", "5 < 6 and 7 > 6"), ("AT&amp;T &bogus;", "AT&T &bogus;"),
    ("&amp;yuml;&amp;agrave;&amp;szlig;&amp;ndash;", "ÿàß–"),
  ])
  func titlesOfRSSAreHTML(markup: String, title: String) throws {
    let document = try load(
      "a.rss", "<rss><item><title>\(markup)</title><description>x</description></item></rss>")
    #expect(document.metadata.title == title)
  }

  @Test func forgivesFeedsTheirMistakes() throws {
    let document = try load(
      "a.rss",
      "<rss><item><guid>5<title>Late</title><description>It &#x201C;left&#8221; &bogus; &amp</description>"
        + "<author>ann@wire.example (Ann Bell)</author></item></rss>")
    #expect(document.metadata.title == "Late" && document.metadata.byline == ["Ann Bell"])
    #expect(document.text == "It “left” &bogus; &amp")
    let failure = #expect(throws: StageFailure.self) {
      try load("a.rss", "<rss><item><title>Late</title></item></rss>")
    }
    #expect(failure?.message == "the item holds neither content nor a description")
  }

  @Test func isNotSlowedByTagsThatNeverEnd() throws {
    let tags = String(repeating: "<a><b>", count: 20_000)
    _ = try? load("a.rss", "<rss><item>\(tags)</item></rss>")
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["<a", "<a '", "<a \"'", "<a '\"", "<a \"\"", "<a b='\""])
  func isNotSlowedByQuotesThatNeverEnd(piece: String) throws {
    // In proportion to the square of its length, this would take many minutes.
    let tags = String(repeating: piece, count: 100_000)
    let document = try load(
      "a.rss",
      "<rss><channel><item><title>t</title><description>x \(tags)\"</description></item></channel></rss>"
    )
    #expect(document.metadata.title == "t")
  }

  @Test func readsMail() throws {
    let document = try load(
      "a.mbox",
      """
      From ann@post.example Tue Sep 19
      Subject: =?utf-8?Q?F=C3=A4hre_?= =?utf-8?B?dmVyc3DDpHRldA==?= today,
       again
      From: "Bell, Ann" <ann@post.example>
      Date: Tue, 19 Sep 2023 12:12:00 +0800 (CST)
      Content-Type: multipart/alternative; boundary="b 1"

      Ignored.
      --b 1
      Content-Type: text/html

      <p>No</p>
      --b 1
      Content-Type: text/plain; charset=iso-8859-2
      Content-Transfer-Encoding: quoted-printable

      Mg=B3a =
      again.
      >From now on: 1 =3D 1
      --b 1--
      After.
      """)
    #expect(document.metadata.title == "Fähre verspätet today, again")
    #expect(document.metadata.byline == ["Bell, Ann"])
    #expect(document.metadata.published == "2023-09-19T12:12:00+08:00")
    #expect(document.text == "Mgła again.\nFrom now on: 1 = 1\n")
    #expect(document.source.encoding == "iso-8859-2" && document.form == .plain)
    #expect(originsOf(document)["title"] == "mail header 'Subject'")
  }

  @Test func readsOtherMail() throws {
    let base64 = try load(
      "a.mbox",
      "From x\nContent-Transfer-Encoding: base64\nContent-Type: text/plain; charset=utf-8\n\nRsOkaHJl\nIQ==\n"
    )
    #expect(base64.text == "Fähre!")
    let html = try load("a.mbox", "From x\nContent-Type: text/html\n\n<p>x</p>\n")
    #expect(html.form == .html && html.text == "<p>x</p>\n")
    let nested = try load(
      "a.mbox",
      "From x\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/related; boundary=c\n\n"
        + "--c\nContent-Disposition: attachment\n\nno\n--c\n\nyes\n--c--\n--a--\n")
    #expect(nested.text == "yes\n")
    let failure = #expect(throws: StageFailure.self) {
      try load("a.mbox", "From x\nContent-Type: image/png\n\nxx\n")
    }
    #expect(failure?.message == "the message holds no text")
  }

  /// A message of which every part has a body behind its header, divided by `--b`.
  private func mail(_ type: String, _ parts: String...) throws -> Document {
    try load(
      "a.mbox",
      "From x\nContent-Type: multipart/\(type); boundary=b\n\n"
        + parts.map { "--b\n\($0)\n" }.joined() + "--b--\n")
  }

  @Test func takesTheLastAlternativeThatSaysSomething() throws {
    let html = "Content-Type: text/html\n\n<p>It left.</p>"
    let blank = "Content-Type: text/html\n\n<html><body><img src=x>&nbsp;</body></html>"
    let odd = "Content-Type: text/html\n\n" + String(repeating: "\u{1}\u{2}", count: 40)
    #expect(try mail("alternative", "\n \n", html).text == "<p>It left.</p>\n")
    #expect(try mail("alternative", "\nPlain.", html).form == .html)
    #expect(try mail("alternative", "\nPlain.", blank).text == "Plain.\n")
    #expect(try mail("alternative", "\nPlain.", odd).text == "Plain.\n")
    #expect(try mail("alternative", html, "Content-Type: image/png\n\nx").form == .html)
    #expect(try mail("alternative", "\n\n").text.collapsingWhitespace().isEmpty)
  }

  @Test func takesAllTextsOfAMixedMessage() throws {
    let html = "Content-Type: text/html\n\n<p>It left.</p>"
    let image = "Content-Type: image/png\n\nxx"
    let listed = try mail("mixed", html, "\n____\nTarn <list> & more\n\nhttps://post.example")
    #expect(listed.form == .html)
    #expect(
      listed.text
        == "<p>It left.</p>\n\n<p>____<br>\nTarn &lt;list> &amp; more</p>\n<p>https://post.example</p>\n"
    )
    let divided = try mail("mixed", "\nOne.", image, "\nTwo.")
    #expect(divided.text == "One.\n\nTwo.\n" && divided.form == .plain)
    let pages = try mail(
      "mixed",
      "Content-Type: text/html\n\n<html><head><style>p{}</style></head><BODY id=a>One.</BODY></html>",
      image, "Content-Type: text/html\n\n<html><body>Two.", html)
    #expect(pages.text == "One.\n\nTwo.\n\n<p>It left.</p>\n")
    let attached = "Content-Disposition: attachment\n\nno"
    #expect(try mail("mixed", "\nOne.", attached).text == "One.\n")
    #expect(try mail("related", html, "\nno").text == "<p>It left.</p>\n")
  }

  @Test func readsMessagesInMessages() throws {
    let inner = "Subject: Inner\nContent-Type: text/plain; charset=utf-8\n\nIt left."
    let forwarded = try load(
      "a.mbox", "From x\nSubject: Fwd\nContent-Type: message/rfc822\n\n\(inner)\n")
    #expect(forwarded.text == "It left.\n" && forwarded.metadata.title == "Fwd")
    #expect(
      try mail("mixed", "\nSee:", "Content-Type: message/rfc822\n\n\(inner)").text
        == "See:\n\nIt left.\n")
    #expect(try mail("digest", "\n\(inner)", "\n\(inner)").text == "It left.\n\nIt left.\n")
  }

  @Test func aBoundaryMayStartLikeAnother() throws {
    let inner = "Content-Type: multipart/mixed; boundary=b2\n\n--b2\n\nOne.\n--b2\n\nTwo.\n--b2--"
    #expect(try mail("mixed", inner, "\nThree.").text == "One.\n\nTwo.\n\nThree.\n")
  }

  @Test func paddingEndsBase64() throws {
    let body = "RsOkaHJlIQ==\n\n_____\nTarn mailing list\n"
    let document = try load("a.mbox", "From x\nContent-Transfer-Encoding: base64\n\n" + body)
    #expect(document.text == "Fähre!")
    #expect(TransferEncoding.decodeBase64(Array("=R=sOk".utf8).span) == Array("Fä".utf8))
  }

  @Test func joinsLinesThatMailHasDivided() throws {
    let quoted = "Content-Transfer-Encoding: quoted-printable\n\nIt = \t\nleft=\n late =3D=\n"
    #expect(try load("a.mbox", "From x\n" + quoted).text == "It left late =")
    func flowed(_ body: String, _ more: String = "") throws -> String {
      try load("a.mbox", "From x\nContent-Type: text/plain; format=flowed\(more)\n\n" + body).text
    }
    #expect(
      try flowed("It \nleft \nlate.\n\n Next \n> One \n> more\n>> two \n-- \nAnn\n")
        == "It left late.\n\nNext \n> One more\n>> two \n-- \nAnn\n")
    #expect(try flowed("It le \nft.\r\nBye.\n", "; delsp=yes") == "It left.\r\nBye.\n")
  }

  @Test(arguments: [
    ("Ann Bell <a@x.example>, Bob Lee <b@y.example>", ["Ann Bell", "Bob Lee"]),
    ("\"Bell, Ann\" <a@x.example>,\n b@y.example (Lee, Bob)", ["Bell, Ann", "Lee, Bob"]),
    ("Bell, Ann <a@x.example>, Lee, Bob <b@y.example>", ["Bell, Ann", "Lee, Bob"]),
    (
      "=?utf-8?Q?Bell=2C_=C3=84nn?= <a@x.example>, =?utf-8?Q?Lee,_Bob?= <b@y.example>",
      ["Bell, Änn", "Lee, Bob"]
    ),
    ("Harbour desk", ["Harbour desk"]), ("a@x.example,", ["a@x.example"]),
  ])
  func everyoneWhoSentAMessageIsItsAuthor(header: String, names: [String]) throws {
    let document = try load("a.mbox", "From x\nFrom: \(header)\n\nIt left.\n")
    #expect(document.metadata.byline == names)
  }

  @Test func decodesEncodedWords() {
    let decoder = TextDecoder(forced: nil)
    for (header, expected) in [
      ("plain", "plain"), ("=?utf-8?q?a?=b", "ab"), ("=?utf-8?q?a?= =?utf-8?q?b?= c", "ab c"),
      ("=?utf-8?Q?=C3?= =?UTF-8?Q?=A9?=", "é"), ("=?iso-8859-2?q?=B3?= =?utf-8?b?w6k=?=", "łé"),
      ("=?utf-8?x?a?=", "=?utf-8?x?a?="), ("=?utf-8?q?a", "=?utf-8?q?a"), ("=?", "=?"),
      ("=?utf-8*en?q?a?=", "a"), ("a =?iso-2022-jp?B?GyRCJTshPBsoQg==?= b", "a セー b"),
    ] {
      #expect(EncodedWords.decode(Array(header.utf8), decoder) == expected)
    }
  }
}
