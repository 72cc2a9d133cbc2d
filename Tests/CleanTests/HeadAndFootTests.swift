import StageKit
import Testing
import TextKit

@testable import Clean

/// What stands above and below articles in the copy of agencies, newspapers and mails.
@Suite struct HeadAndFootTests {
  private let body = """
    The ferry to the islands has been out of service since Monday, when it struck a rock in the fog.

    Divers will look at the damage on Friday, and the company has asked for patience until then.
    """

  private func read(head: String = "", foot: String = "") throws -> Document {
    try cleaned("\(head)\n\n\(body)\n\n\(foot)").document
  }

  @Test(
    arguments: [
      ("By Ann Bell, March 4, 2024", ["Ann Bell"], "2024-03-04"),
      ("By Ann Bell and Tom Roe on 4 March 2024", ["Ann Bell", "Tom Roe"], "2024-03-04"),
      ("By ANN BELL Published 4 Mar 2024, 9:05 am", ["ANN BELL"], "2024-03-04T09:05"),
      ("Von Jörg Öhm, 4. März 2024, 18:30 Uhr", ["Jörg Öhm"], "2024-03-04T18:30"),
      ("Par Luc Morel, publié le 4 mars 2024 à 14h30", ["Luc Morel"], "2024-03-04T14:30"),
      (
        "By Ann-Marie O'Dell, Luc d'Orme & José Núñez",
        ["Ann-Marie O'Dell", "Luc d'Orme", "José Núñez"], nil
      ),
      ("By Omar al-Sharif and Maria dell'Orto", ["Omar al-Sharif", "Maria dell'Orto"], nil),
      ("By Ann Bell (ann@vale.example)", ["Ann Bell"], nil),
      ("By Ann Bell <ann@vale.example>, Tom Roe", ["Ann Bell", "Tom Roe"], nil),
      ("By Ann Bell (Arn Press) and J.R.R. Roe", ["Ann Bell", "J.R.R. Roe"], nil),
      ("By Dr. Eve Moor, M.D., and Prof. Tom Roe", ["Dr. Eve Moor", "Prof. Tom Roe"], nil),
      ("By Tom Roe, Jr., and Ann Bell", ["Tom Roe Jr.", "Ann Bell"], nil),
      ("By Ann Bell and\nTom Roe", ["Ann Bell", "Tom Roe"], nil),
      ("Posted by Ann Bell on March 4, 2024", ["Ann Bell"], "2024-03-04"),
      ("4 March 2024, by Ann Bell", ["Ann Bell"], "2024-03-04"),
      ("March 4, 2024 By Ann Bell", ["Ann Bell"], "2024-03-04"),
      ("Von Ann Bell, dpa", ["Ann Bell", "dpa"], nil),
      ("Ann Bell, Staff Writer", ["Ann Bell"], nil),
      ("By Ann Bell\n\nArn Press Sports Writer", ["Ann Bell"], nil),
      ("By Ann Bell\nCourier-Times Staff", ["Ann Bell"], nil),
      ("BYLINE: Ann Bell\nLENGTH: 455 words", ["Ann Bell"], nil),
      ("By Ann Bell,\nTom Roe and Eve Moor", ["Ann Bell", "Tom Roe", "Eve Moor"], nil),
    ] as [(String, [String], String?)])
  func readsBylines(_ line: String, _ names: [String], _ date: String?) throws {
    for gap in ["\n", "\n\n"] {
      let document = try read(head: "Ferry out of service\(gap)\(line)")
      #expect(document.metadata.title == "Ferry out of service")
      #expect(document.metadata.byline == names)
      #expect(document.metadata.published == date)
      #expect(document.metadata.subtitle == nil && document.text == body)
    }
  }

  @Test(arguments: [
    "Words by Ann Bell were cut into the stone.", "Ann Bell, the editor", "The sports writer",
    "By Friday, March 4, 2024, the ferry was back.",
    "By 4 March 2024 the ferry was back in service.",
    "Von 2024 an fährt die Fähre wieder.",
  ])
  func datesInSentencesMakeNoByline(_ line: String) throws {
    #expect(try read(head: "Ferry out of service\n\n\(line)").text == "\(line)\n\n\(body)")
  }

  @Test func creditsInOtherLanguagesAreNoCaptions() throws {
    for line in ["Crédit photo : Luc Morel", "Bildnachweis: Jörg Öhm", "Fotos: Eve Moor"] {
      let document = try read(head: "Ferry out of service\n\n\(line)")
      #expect(document.text == body && document.metadata.captions.isEmpty, "\(line)")
    }
  }

  @Test func headersOfSavedMailsAreMetadata() throws {
    let document = try read(
      head: """
        From: Ann Bell <ann@vale.example>
        Sent: Monday, March 4, 2024 9:05 AM
        To: desk@vale.example; Tom Roe
        Cc: Eve Moor
        Subject: Ferry story for tomorrow
        """)
    #expect(document.text == body)
    #expect(document.metadata.title == "Ferry story for tomorrow")
    #expect(document.metadata.byline == ["Ann Bell"])
    #expect(document.metadata.published == "2024-03-04T09:05")
    let other = try read(head: "From: \"Bell, Ann\" <ann@vale.example>\nSubject: Ferry story")
    #expect(other.metadata.byline == ["Ann Bell"] && other.text == body)
    let unnamed = try read(head: "From: ann@vale.example\nSubject: Ferry story")
    #expect(unnamed.metadata.byline.isEmpty && unnamed.text == body)
  }

  @Test(
    arguments: [
      ("FOR IMMEDIATE RELEASE", nil), ("FOR IMMEDIATE RELEASE – March 4, 2024", "2024-03-04"),
      ("PRESS RELEASE", nil), ("Pressemitteilung Nr. 12/2024", nil),
      ("EMBARGOED UNTIL 00:01 GMT, 5 March 2024", nil), ("Sperrfrist: 5. März, 10 Uhr", nil),
      ("BC-Island Ferry, 3rd Ld-Writethru", nil), ("US--Island Ferry", nil),
      ("AM-Island Ferry, Bjt", nil),
    ] as [(String, String?)])
  func whatIsAddressedToNewsroomsIsNoTitle(_ line: String, _ date: String?) throws {
    for gap in ["\n", "\n\n"] {
      let document = try read(head: "\(line)\(gap)Ferry out of service")
      #expect(document.metadata.title == "Ferry out of service")
      #expect(document.metadata.published == date)
      #expect(document.text == body)
    }
  }

  @Test(arguments: [
    "Press release angers the mayor", "PM-Wahl im Mai", "Embargo on fish ends after 12 years",
    "US-Chinese talks resume", "BBC to close its island office",
  ])
  func titlesThatLookAlikeStay(_ title: String) throws {
    #expect(try read(head: title).metadata.title == title)
  }

  @Test(arguments: ["(LEAD) Ferry out of service", "(2nd LD) Ferry out of service"])
  func tagsOfAgenciesHideNoTitle(_ line: String) throws {
    let document = try read(head: line)
    #expect(document.metadata.title == "Ferry out of service" && document.text == body)
    #expect(try read(head: "(It rained.)").metadata.title == nil)
  }

  @Test(arguments: ["3 min read", "5-minute read", "Lesezeit: 4 Minuten", "Reading time: 2 min"])
  func readingTimesAreNoSubtitles(_ line: String) throws {
    let document = try read(head: "Ferry out of service\nBy Ann Bell\nMarch 4, 2024\n\(line)")
    #expect(document.text == body && document.metadata.subtitle == nil)
    #expect(document.metadata.published == "2024-03-04")
  }

  @Test(arguments: [
    "END", "Ends", "Enditem", "(end)", "- END -", "-ENDS-", "ENDITEM", "*****", "- 30 -",
  ])
  func marksOfTheEndAreNoSites(_ mark: String) throws {
    let document = try read(head: "Ferry out of service", foot: mark)
    #expect(document.text == body && document.metadata.site == nil)
  }

  @Test(arguments: [
    "© 2024 Vale Courier. All rights reserved.", "Copyright 2024 Arn Press", "©2024 Vale Courier",
    "(c) 2024 Vale Courier. All rights reserved.", "All rights reserved.",
    "Copyright (c) 2024, Vale Courier.",
  ])
  func noticesOfCopyrightLeave(_ line: String) throws {
    let document = try read(head: "Ferry out of service", foot: line)
    #expect(document.text == body)
  }

  /// Each once became the subtitle and left the text, because it stood between a byline and the text.
  @Test(arguments: [
    "Hi Tom,", "Dear Tom", "Hello and welcome to the harbour", "Key points:", "PORT VALE",
    "TARN, England —", "Vale Courier", "Ann Bell in Tarn", "“I am sorry,” he told us",
  ])
  func linesBelowBylinesStayInTheText(_ line: String) throws {
    let text = "\(line)\n\n\(body.replacing("\n\n", with: " "))"
    let document = try cleaned("Ferry out of service\nBy Eve Moor\n4 March 2024\n\n\(text)")
      .document
    #expect(document.metadata.title == "Ferry out of service")
    #expect(document.metadata.byline == ["Eve Moor"] && document.metadata.subtitle == nil)
    #expect(document.text == text)
  }

  @Test(arguments: ["Key points:", "PORT VALE", "Vale Courier", "Dear Tom", "Tarn –"])
  func namesAndOpeningsAreNoSubtitles(_ line: String) throws {
    let document = try read(head: "Ferry out of service\n\n\(line)\n\nBy Eve Moor")
    #expect(document.metadata.byline == ["Eve Moor"] && document.metadata.subtitle == nil)
    #expect(document.text == "\(line)\n\n\(body)")
  }

  @Test func headsAreReadAlsoAboveShortParagraphs() throws {
    let short = "The ferry is out of service.\n\nIt struck a rock.\n\nNobody was hurt."
    let document = try cleaned(
      "Ferry strikes rock\n\nDivers are to look at the damage\n\nBy Ann Bell\n\n4 March 2024\n\n\(short)"
    ).document
    #expect(document.text == short)
    #expect(document.metadata.subtitle == "Divers are to look at the damage")
    #expect(document.metadata.byline == ["Ann Bell"])
    #expect(document.metadata.published == "2024-03-04")
    let verse = "O river, run\n\nPast the mill.\n\nStill."
    #expect(try cleaned("The verse\n\nBy Ann Bell\n\n\(verse)").document.text == verse)
  }

  @Test func bylinesWithoutNamesAreNoTitles() throws {
    let document = try read(head: "By Staff Writer\nFerry out of service")
    #expect(document.metadata.title == "Ferry out of service" && document.text == body)
    #expect(document.metadata.byline.isEmpty)
  }

  @Test(arguments: [
    "Dear all,\n\nBODY\n\nAnn Bell", "BODY\n\nBest Wishes", "BODY\n\nTom", "BODY\n\nABL",
  ])
  func whoSignsALetterIsNoSite(_ letter: String) throws {
    let text = letter.replacing("BODY", with: body)
    let document = try cleaned(text).document
    #expect(document.text == text && document.metadata.site == nil)
  }

  @Test func theLastLineMayNameTheAuthor() throws {
    let document = try read(head: "Ferry out of service", foot: "By Ann Bell and Tom Roe")
    #expect(document.text == body && document.metadata.byline == ["Ann Bell", "Tom Roe"])
    #expect(document.metadata.site == nil)
  }

  @Test(
    arguments: [
      ("(AFP)", "AFP", nil), ("— Reuters", "Reuters", nil), ("--AP", "AP", nil),
      ("By The Associated Press", "The Associated Press", nil),
      ("Source: Vale Courier", "Vale Courier", nil),
      ("Published in Vale Courier, March 4th, 2024", "Vale Courier", "2024-03-04"),
    ] as [(String, String, String?)])
  func theLastLineNamesTheSource(_ line: String, _ site: String, _ date: String?) throws {
    let document = try read(head: "Ferry out of service", foot: line)
    #expect(document.text == body)
    #expect(document.metadata.site == site && document.metadata.published == date)
  }

  @Test(arguments: [
    "(With inputs from agencies)", "The Arn Press contributed to this report.",
    "Arn Press writer Ann Bell in Tarn contributed to this report.",
    "Additional reporting by Ann Bell.", "--With assistance from Ann Bell and Tom Roe.",
    "(This story has not been edited by our staff and is made from a feed.)",
    "(Reporting by Ann Bell; Editing by Tom Roe)\n\n((ann.bell@arn.example; +1 555 0134))\n\n"
      + "Our Standards: The Thomson Reuters Trust Principles.",
    "Ann Bell contributed to this story.\n\n___\n\nFollow the coverage at https://arn.example/ferry",
  ])
  func creditsAtTheEndAreNotes(_ foot: String) throws {
    let document = try read(head: "Ferry out of service", foot: foot)
    #expect(document.text == body && document.metadata.site == nil)
    let note = String(foot.prefix { $0 != "\n" })
    #expect(document.metadata.notes == [note])
  }

  @Test(arguments: [
    "Published in Tarn, the book sold well in 2024.", "Source: nobody knows, and nobody asks.",
    "With assistance from the army, the ferry was raised.",
    "Additional reporting by the paper found that the rock was known.",
    "More than that is to be found at sea.", "The rain contributed to this.",
    "— Reuters has the rights", "(It rained.)",
  ])
  func lastSentencesThatLookLikeCreditsStay(_ line: String) throws {
    let document = try read(head: "Ferry out of service", foot: line)
    #expect(document.text == "\(body)\n\n\(line)" && document.metadata.site == nil)
  }

  @Test func datesWithDottedTimesAndZonesAreRead() throws {
    let document = try read(
      head: "Ferry out of service\nFirst published on Mon 4 Mar 2024 12.05 GMT")
    #expect(document.text == body && document.metadata.published == "2024-03-04T12:05Z")
  }

  @Test(arguments: [
    "Advertisement costs fell 5 percent in March from a year earlier, the agency said on Monday.",
    "Advertisements for tobacco will be banned", "Advertisement of the ferry, he said, must stop.",
    "Subscribe to nothing, the teacher told her pupils.",
    "Follow us, the rebels told the crowd on the square.",
    "Share this, she said, and broke the bread.",
    "Sign up for the army, the poster told the young men of the town.",
    "Correction: the word that no investor likes was heard again on Monday as shares fell.",
    "Watch: the minister wore a golden one to the opening of the bridge.",
    "Related: two crimes that shook the town in the same winter.",
    "More from the north came home than had ever left the island.",
    "All rights reserved for the people, the banner said.",
    "Copyright 2024 was about more than music, the lawyers wrote.",
    "“Share this,” she said.",
    "Read more about the cuts, said a sign on the wall that nobody took down.",
    "READ MORE about the flood here, said the sign.",
    "Watch: the ships that never came back are rusting here.",
    "Leave a comment, the artist told all who came to see the wall.",
  ])
  func sentencesThatBeginLikeAppealsStay(_ line: String) throws {
    let text = body.replacing("\n\n", with: "\n\n\(line)\n\n")
    #expect(try cleaned(text).document.text == text)
    let page = text.split(separator: "\n\n").map { "<p>\($0)</p>" }.joined()
    let html = "<html><body><article><h1>Ferry out of service</h1>\(page)</article></body></html>"
    #expect(try cleaned(html, .html).document.text == text)
  }

  @Test(arguments: [
    "Advertisement", "ADVERTISEMENT - CONTINUE READING BELOW", "Advertisement. Scroll to continue.",
    "Subscribe to our newsletter for more.", "Follow us on Facebook and Instagram.", "Follow us!",
    "Share this article", "Sign up for our morning briefing.", "Watch: Ferry strikes rock",
    "Related: Will the ferry run again?", "Read more about the ferry here.",
    "Watch: see how the ferry came in here.", "Read more: Ferry prices to rise, minister says",
    "More from Vale Courier", "Posted in News",
    "Correction: An earlier version of this article gave a wrong date.",
  ])
  func appealsLeave(_ line: String) throws {
    let document = try cleaned(body.replacing("\n\n", with: "\n\n\(line)\n\n")).document
    #expect(document.text == body)
  }

  @Test func lastNamesFirstAreOneAuthor() throws {
    func byline(_ values: String..., origin: String = "field 'author'") throws -> [String] {
      var known = Metadata()
      known.byline = values
      known.setOrigin(of: "byline", origin)
      return try cleaned(body, metadata: known).document.metadata.byline
    }
    #expect(try byline("Roe, Tom") == ["Tom Roe"])
    #expect(try byline("van der Meer, Eva") == ["Eva van der Meer"])
    #expect(try byline("Eva van der Meer, Tom Roe") == ["Eva van der Meer", "Tom Roe"])
    #expect(try byline("Roe, T. J.") == ["T. J. Roe"])
    #expect(try byline("García Márquez, Ana", "Roe, Tom") == ["Ana García Márquez", "Tom Roe"])
    #expect(
      try byline("García Márquez, Ana", origin: "mail header 'From'") == ["Ana García Márquez"])
    #expect(try byline("Ann Bell, Tom Roe") == ["Ann Bell", "Tom Roe"])
    #expect(try byline("Ann Bell, Reuters") == ["Ann Bell", "Reuters"])
    #expect(try byline("Reuters, AFP") == ["Reuters", "AFP"])
    #expect(try byline("Tom Roe, Jr.") == ["Tom Roe Jr."])
    let page = "---\ntitle: Ferry\nauthor: Roe, Tom\n---\n\n\(body)"
    #expect(try cleaned(page, .markdown).document.metadata.byline == ["Tom Roe"])
  }
}
