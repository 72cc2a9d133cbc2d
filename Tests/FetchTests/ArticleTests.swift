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
    #expect(try load("a.json", #"{"text": ""}"#).text.isEmpty)
    let failure = #expect(throws: StageFailure.self) { try load("a.json", #"{"text": {}}"#) }
    #expect(failure?.reason == "no_text")
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
