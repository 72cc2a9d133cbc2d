import StageKit
import Testing
import TextKit

@testable import Clean

/// Bylines, dates and what stands beside articles on pages in other languages than English.
@Suite struct PageLanguagesTests {
  private static let sentence =
    "The old bridge over the Arn was closed on Friday, because its piers had been damaged by ice."

  private func page(
    _ body: String, language: String = "en", head: String = ""
  ) throws -> Document {
    let paragraphs = String(repeating: "<p>\(Self.sentence)</p>", count: 6)
    let html = """
      <html lang="\(language)"><head>\(head)</head>
      <body>\(body.replacing("BODY", with: paragraphs))</body></html>
      """
    return try cleaned(html, .html).document
  }

  private func text(_ body: String) throws -> String { try page(body).text }

  // MARK: Authors

  @Test(arguments: [
    ("de", "Ein Beitrag von Ann Bell", ["Ann Bell"]), ("de", "Interview: Ann Bell", ["Ann Bell"]),
    ("de", "Von unserer Redakteurin Ann Bell", ["Ann Bell"]),
    ("de", "Gespeichert von Ann Bell am/um Mi, 05.11.2014 - 17:20", ["Ann Bell"]),
    ("fr", "Publié par Anne Le Goff, le 12/03/2021", ["Anne Le Goff"]),
    ("fr", "Propos recueillis par Anne Bell", ["Anne Bell"]),
    ("fr", "Auteur : Anne Bell", ["Anne Bell"]),
    ("fr", "Par Anne Bell avec AFP", ["Anne Bell", "AFP"]),
    ("es", "Escrito por Ana del Mar", ["Ana del Mar"]),
    ("it", "Scritto da Anna Bell", ["Anna Bell"]),
    ("nl", "Door Jan de Wit", ["Jan de Wit"]), ("sv", "Av Anna Bell", ["Anna Bell"]),
    ("pl", "Autor: Jan Bell", ["Jan Bell"]), ("ru", "Автор: Иван Белов", ["Иван Белов"]),
    ("tr", "Yazan: Ali Kaya", ["Ali Kaya"]), ("zh", "作者：林晓梅", ["林晓梅"]),
    ("zh", "发布时间：2021年3月12日　作者：林晓梅　来源：北方日报", ["林晓梅"]), ("ja", "文・山本花子", ["山本花子"]),
    ("en", "Guest post by Ann Bell", ["Ann Bell"]),
    ("en", "Ann Bell, Science Editor", ["Ann Bell"]),
    ("en", "Story by Ann Bell, photographs by Tom Roe", ["Ann Bell"]),
    ("de", "Port Vale, 31.03.2020. Von Ann Bell", ["Ann Bell"]),
    ("de", "Veröffentlicht von Klabauter", ["Klabauter"]),
    ("en", "Posted by <a href='/u/annb'>annb</a>", ["annb"]), ("it", "Da Anna Bell", ["Anna Bell"]),
    ("pt", "Por Ana Bell, G9 — Port Vale", ["Ana Bell"]),
  ])
  func bylinesAreReadInManyLanguages(
    _ language: String, _ line: String, _ expected: [String]
  ) throws {
    let found = try page("<h1>Ice closes the bridge</h1><p>\(line)</p>BODY", language: language)
    #expect(found.metadata.byline == expected)
  }

  @Test(arguments: [
    ("en", "Door County Fair"), ("en", "Av Bell"), ("ar", "آخر تحديث: 13/3/2021"),
    ("zh", "来源： 北方新闻网 2021-03-12"), ("de", "Text: 12 Seiten"), ("en", "Posted by annb"),
  ])
  func otherLinesNameNobody(_ language: String, _ line: String) throws {
    let found = try page("<h1>Ice closes the bridge</h1><p>\(line)</p>BODY", language: language)
    #expect(found.metadata.byline.isEmpty)
  }

  @Test(arguments: [
    "Verkehrsministerium", "Ministerium für Verkehr", "Stadt Vale", "Super User", "Onlineredaktion",
  ])
  func officesAreNoAuthors(_ name: String) throws {
    let head = "<meta name='author' content='\(name)'>"
    #expect(try page("BODY", language: "de", head: head).metadata.byline.isEmpty)
  }

  @Test(arguments: [
    "<ul class='author'><li><a href='/p'>Ann Bell</a> <span>Reporter</span></li></ul>",
    "<span class='autor'>Von unserer Mitarbeiterin Ann Bell</span>",
  ])
  func theRoleBesideAnAuthorIsLeftOut(_ markup: String) throws {
    let found = try page("<h1>Ice closes the bridge</h1>\(markup)BODY", language: "de")
    #expect(found.metadata.byline == ["Ann Bell"])
  }

  @Test func theOrganisationBehindANameInCapitalsIsLeftOut() {
    #expect(AuthorNames.read("By ANN BELL Vale Courier Staff Writer") == ["ANN BELL"])
    #expect(AuthorNames.read("ANN BELL") == ["ANN BELL"])
    #expect(AuthorNames.read("ANN MARIE McDONALD") == ["ANN MARIE McDONALD"])
    #expect(AuthorNames.read("J. R. Bell") == ["J. R. Bell"])
  }

  // MARK: Dates

  @Test(arguments: [
    ("fr", "<p class='date'>Mis à jour le 13 mars 2021, publié le 12 mars 2021</p>", "2021-03-12"),
    ("es", "<p>Actualizado: 13 mar 2021. Publicado: 12 mar 2021</p>", "2021-03-12"),
    ("fr", "<p>le 03/04/2021</p>", "2021-04-03"), ("en-US", "<p>03/04/2021</p>", "2021-03-04"),
    ("sv", "<p>Publicerad: 12 maj 2021</p>", "2021-05-12"),
    ("zh", "<p>发布时间：2021年3月12日　作者：林晓梅　来源：北方日报</p>", "2021-03-12"),
    (
      "de", "<p>Dieser Beitrag wurde am Freitag, 12. März 2010 um 14:30 Uhr veröffentlicht.</p>",
      "2010-03-12T14:30"
    ),
  ])
  func datesAreReadInManyLanguages(
    _ language: String, _ line: String, _ expected: String
  ) throws {
    let found = try page("<h1>Ice closes the bridge</h1>\(line)BODY", language: language)
    #expect(found.metadata.published == expected)
  }

  @Test func aDateOfPublicationIsNearerThanThatOfToday() throws {
    let found = try page(
      """
      <div>Heute ist Montag, der 5. Oktober 2020</div><h1>Ice closes the bridge</h1>
      <div><b>Termin:</b> 13.12.2020</div><p>Veröffentlicht am 2. Oktober 2020</p>BODY
      """, language: "de")
    #expect(found.metadata.published == "2020-10-02")
  }

  @Test(arguments: [
    ("<link rel='canonical' href='https://courier.example/2021/mar/09/ice'>", "2021-03-09"),
    ("<link rel='canonical' href='https://courier.example/ice-20210309.html'>", "2021-03-09"),
    ("<link rel='canonical' href='https://courier.example/ice-202103091.html'>", nil),
    ("<meta name='DC.date.created' content='2021-03-09'>", "2021-03-09"),
    ("<meta name='citation_online_date' content='2021/03/09'>", "2021-03-09"),
  ])
  func theHeadOfAPageTellsItsDate(_ head: String, _ expected: String?) throws {
    #expect(try page("<h1>Ice</h1>BODY", head: head).metadata.published == expected)
  }

  @Test func countlessCaptionsAndAuthorsAreNotKept() throws {
    let captions = (0..<1_500).map { "<figure><img><figcaption>Ice \($0)</figcaption></figure>" }
    let found = try page("BODY\(captions.joined())BODY").metadata
    #expect(found.captions.count == 1_000)
    let letters = Array("abcdefghij")
    let authors = (0..<100).map {
      "<meta name='author' content='Ann B\(letters[$0 / 10])\(letters[$0 % 10])ll'>"
    }
    #expect(try page("BODY", head: authors.joined()).metadata.byline.count == 64)
  }

  // MARK: What stands beside an article

  @Test(arguments: [
    "<p>Lees ook: the frost of 1963</p>", "<p>Читайте также: the frost of 1963</p>",
    "<p>Teilen</p>", "<p>Поделиться</p>", "<p>Schlagworte: ice, bridges</p>",
    "<p>责任编辑：林晓梅</p>", "<p>Original-Content von: Arn Ferries</p>",
    "<p>© RIPRODUZIONE RISERVATA</p>", "<p>12 marzo 2021 (modifica il 13 marzo 2021 | 09:15)</p>",
    "<div class='page-links'>Pages: one, two and three of them</div>",
    "<span class='mw-editsection'>edit this section of the page</span>",
    "<p class='postmetadata alt'>Was laid down somewhere in the archive of the blog.</p>",
    "<div id='leserkommentare'><p>How very typical of them, says a reader who was there.</p></div>",
    "<div><h3>Читайте также</h3><ul><li><a href='/x'>The frost of 1963</a></li></ul></div>",
    "<div><h3>اقرأ أيضا</h3><ul><li><a href='/x'>The frost of 1963</a></li></ul></div>",
    "<p>La suite est réservée aux abonnés.</p>",
    "<p>AFP / ANN BELL</p>", "<p>© dpa/Ann Bell</p>", "<p>Release Date:</p>",
    "<p>Category : Ice</p>", "<p>Wir respektieren deine Privatsphäre.</p>",
    "<span class='post-ratings'>(No ratings yet)</span>",
    "<p>Hier wurde mit Ihrer Zustimmung ein Inhalt eingebunden.</p>",
    "<p>Dieser Beitrag wurde am 4. März unter Eis abgelegt.</p>",
  ])
  func otherTextsAreLeftOut(_ markup: String) throws {
    let expected = Array(repeating: Self.sentence, count: 6).joined(separator: "\n\n")
    #expect(
      try text("<article><h1>Ice</h1>BODY\(markup)<p>\(Self.sentence)</p></article>")
        == expected + "\n\n" + Self.sentence)
  }

  @Test(arguments: [
    "Nach oben hin wird die Luft über dem Eis dünner.", "Teilen will der Wirt den Gewinn nicht.",
    "AFP / dpa", "The AFP/Getty pictures show Ann Bell.",
    "Published in 1924, the novel about the bridge made its author rich.",
  ])
  func sentencesThatBeginLikeOtherTextsStay(_ sentence: String) throws {
    #expect(try text("BODY<p>\(sentence)</p><p>\(Self.sentence)</p>").contains(sentence))
  }

  @Test func aShortArticleIsFoundBesideALongerFoot() throws {
    let found = try page(
      """
      <main><article><h1>Bridge closed</h1><p>The bridge over the Arn is closed on Monday.</p></article>
      </main><footer><p>\(Self.sentence) \(Self.sentence)</p></footer>
      """)
    #expect(found.text == "The bridge over the Arn is closed on Monday.")
  }

  @Test func theIntroductionInTheHeadOfAnArticleStays() throws {
    let introduction =
      "Two engineers went out at night with lamps, and came back with bad news for all."
    let found = try page(
      """
      <article><header><h1>Ice closes the bridge</h1><p class='excerpt'>\(introduction)</p>
      <p>6 min read</p></header>BODY</article>
      """)
    #expect(found.text.hasPrefix(introduction + "\n\nThe old bridge"))
  }

  @Test func aReadingTimeGluedToADateIsLeftOut() throws {
    let found = try page(
      "<article><h1>Ice</h1><p><span>5 min read</span><span>Sep 14, 2021</span></p>BODY</article>")
    #expect(found.text.hasPrefix("The old bridge"))
  }

  @Test func aHeadingNamedLikeAMenuStays() throws {
    #expect(
      try text("<h1>Ice</h1>BODY<h3 id='nav_1'>Power from the roof</h3>BODY").contains("the roof"))
  }

  @Test func aShortColumnBesideTheArticleIsLeftOut() throws {
    let found = try page(
      """
      <div id="all"><div id="left"><h1>Ice closes the bridge</h1>BODYBODY</div>
      <div id="right"><h4>Give!</h4><p>With ten crowns a month you help us to keep it open.</p></div></div>
      """)
    #expect(!found.text.contains("ten crowns"))
    #expect(found.text.hasPrefix("The old bridge"))
  }
}
