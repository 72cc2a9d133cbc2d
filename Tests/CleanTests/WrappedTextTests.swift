import StageKit
import Testing
import TextKit

@testable import Clean

/// Which lines of plain text make up a paragraph.
@Suite struct WrappedTextTests {
  private func paragraphs(_ text: String) throws -> [String] {
    let document = try cleaned(text).document
    return (document.paragraphs ?? []).map { document.text.utf8.span.string($0.range) }
  }

  @Test(arguments: [
    // Thirty characters a line.
    """
    港口市议会星期二投票决定关闭河上的旧桥，因为这座桥已经不再适
    合货车通行。市长表示，这对全市居民来说是悲伤的一天，但是安全
    比什么都重要，大家必须理解这一决定。
    """,
    // A full stop may come to stand first.
    """
    港口市議会は火曜日に川に架かる古い橋を閉鎖することを決めた
    。市長は、町にとって悲しい日だと述べたが、安全が何よりも大
    切だと強調した。
    """,
  ])
  func joinsChineseAndJapaneseWithoutSpaces(_ text: String) throws {
    #expect(try paragraphs(text) == [text.replacing("\n", with: "")])
  }

  @Test func keepsChineseParagraphsOfOneLineApart() throws {
    let lines = [
      "港口市议会星期二投票决定关闭河上的旧桥。", "市长表示，这对全市居民来说是悲伤的一天，但是安全更重要。", "工程将于五月开始。",
    ]
    #expect(try paragraphs(lines.joined(separator: "\n")) == lines)
  }

  @Test func aSpaceJoinsKoreanAndMixedLines() throws {
    let korean = """
      항구 시의회는 화요일에 더 이상 트럭이 다닐 수 없게 된 오래된
      다리를 닫기로 결정했다고 밝혔으며 시장은 슬픈 날이라고 말했다고
      전했다.
      """
    #expect(try paragraphs(korean) == [korean.replacing("\n", with: " ")])
    let english = """
      The council wrote on its poster that the Chinese name of the bridge is 大桥
      which means nothing but large bridge, as the teacher of the school told us.
      """
    #expect(try paragraphs(english) == [english.replacing("\n", with: " ")])
    // Counted by characters, as some programs do.
    let names = """
      The council and its chairman Wang Dawei (王大伟), the Ministry of
      Bridges (桥梁部) in Port Vale and the office of the harbour master
      (港务局) wrote that Dawei’s bridge is to be closed in the spring.
      """
    #expect(try paragraphs(names) == [names.replacing("\n", with: " ")])
  }

  @Test(arguments: [
    // An interview.
    """
    BELL: When will the ferry run again? People in the north have waited for weeks, as you know.
    ROE: In May.
    BELL: And who pays for it?
    """,
    // A list behind an announcement.
    """
    The council has given leave to these firms to run a ferry across the Arn until the autumn:
    Arn Boats
    Northern Lines
    Roe and Sons
    """,
    // An address.
    """
    Ministry of Bridges, Ferries and Inland Harbours of the Arn Valley
    Harbour Street 12
    Port Vale
    """,
    // A chat.
    """
    ann: does anybody know whether the bridge is going to be open on monday morning
    tom: no
    ann: what a pity
    """,
    "Rain is expected on the coast until Thursday, with strong winds from the west.\nDry inland.",
  ])
  func theLongestLineSwallowsNoOther(_ text: String) throws {
    let lines = text.split(separator: "\n").map(String.init)
    #expect(try paragraphs(text) == lines)
    // Spaces that nobody sees change nothing.
    #expect(try paragraphs(lines.map { $0 + "      " }.joined(separator: "\n")) == lines)
  }

  @Test func twoLinesAreEnoughWhereASentenceGoesOn() throws {
    let text = """
      The ferry to the islands has been out of service since Monday, when
      it struck a rock. Nobody was hurt.
      """
    #expect(try paragraphs(text) == [text.replacing("\n", with: " ")])
    let polish = """
      Prom na wyspy nie kursuje od poniedziałku, kiedy uderzył w skałę i
      łódź zaczęła nabierać wody.
      """
    #expect(try paragraphs(polish) == [polish.replacing("\n", with: " ")])
  }

  @Test func aWideTitleDoesNotHideThatTheTextIsWrapped() throws {
    let document = try cleaned(
      """
      Ferry to the islands out of service for weeks after it struck a rock in the fog on Monday

      The ferry to the islands has been out of service since Monday,
      when it struck a rock in the fog, the company said on Friday.
      The Northern Star was built in 1964 and has been repaired in
      Tarn. Nobody was hurt.
      """
    ).document
    #expect(document.paragraphs?.count == 1)
    #expect(document.metadata.title?.hasPrefix("Ferry to the islands out") == true)
  }

  /// One line in ten may be longer than any that is wrapped, wherever it stands.
  @Test(arguments: [0, 1, 2, 5], [false, true])
  func aFewLongLinesDoNotHideThatTheTextIsWrapped(_ count: Int, standFirst: Bool) throws {
    let wrapped = """
      The ferry to the islands has been out of service since Monday, when
      a crack was found in its bow, and it will not sail again before the
      end of the month, said the harbour board. Until then a small boat of
      the coast guard will bring food and letters across three times a day
      if the weather allows it, and nobody is to be charged for a passage.
      The board had been warned in autumn, but the repair was put off when
      the winter came early and the ice made it hard to reach the dry dock
      at Port Vale, where two other ships have been waiting for some weeks
      because the men who know how to mend them are at work on the bridge,
      which was closed on the same Monday and will be needed much sooner.
      In the town, nobody remembers a year in which so much broke at once,
      and the mayor has asked the county for help with the cost of it all.
      """
    let long = String(repeating: "The harbour board met on Tuesday and left on Friday. ", count: 3)
    let lines = Array(repeating: long, count: count).joined(separator: "\n")
    let parts = (standFirst ? [lines, wrapped] : [wrapped, lines]).filter { !$0.isEmpty }
    let document = try cleaned(parts.joined(separator: "\n\n")).document
    #expect(document.text.contains("since Monday, when a crack") == (count <= 1))
  }

  @Test func titlesAreNotJoinedWithBylinesAndRules() throws {
    let body = """
      The ferry to the islands has been out of service since Monday,
      when it struck a rock in the fog, the company said on Friday.
      """
    for head in [
      "Ferry out of service\nby Ann Bell",
      "Ferry out of service\n====================\nBy Ann Bell",
      "Ferry out of service\n\nBy Ann Bell\n----------------------------------------------------",
    ] {
      let document = try cleaned("\(head)\n\n\(body)").document
      #expect(document.metadata.title == "Ferry out of service", "\(head)")
      #expect(document.metadata.byline == ["Ann Bell"], "\(head)")
      #expect(document.text == body.replacing("\n", with: " "), "\(head)")
    }
  }

  @Test func textThatIsIndentedThroughoutIsJoined() throws {
    let text = """
          The ferry to the islands has been out of service since
          Monday, when it struck a rock in the fog, the company
          said on Friday.
            A new paragraph begins deeper, and it goes on below
          in the same way.
      """
    #expect(
      try paragraphs(text) == [
        "The ferry to the islands has been out of service since Monday, when it struck a rock in "
          + "the fog, the company said on Friday.",
        "A new paragraph begins deeper, and it goes on below in the same way.",
      ])
  }

  @Test(arguments: [
    """
    Die alte Brücke über den Arn wird nach Angaben der Stadtverwaltung im
    Frühjahr geschlossen. Die Bürgermeisterin sprach am Montag von einem
    Trauertag.
    """,
    """
    سيغلق الجسر القديم فوق النهر في شهر أيار لأنه لم يعد يتحمل الشاحنات
    وقالت رئيسة البلدية إن هذا يوم حزين لجميع سكان المدينة ولكن السلامة
    أهم من كل شيء.
    """,
  ])
  func linesThatBeginWithoutSmallLettersAreJoined(_ text: String) throws {
    #expect(try paragraphs(text) == [text.replacing("\n", with: " ")])
  }

  @Test func itemsOfListsAreJoinedBelowTheirMarks() throws {
    let text = """
      The town needs:

      - a ferry that can take lorries across the Arn in winter,
        when the ice is thick, and that does not cost more than
        the old one
      - a quay
      """
    #expect(
      try paragraphs(text) == [
        "The town needs:",
        "- a ferry that can take lorries across the Arn in winter, when the ice is thick, and that "
          + "does not cost more than the old one", "- a quay",
      ])
  }

  @Test func addressesKeepTheHyphensThatTheyAreBrokenAt() throws {
    let text = """
      The council has put the plans of the new bridge on its pages, at
      https://www.vale.example/plans/bridges/the-new-bridge-over-the-
      arn-and-what-it-costs for all who want to read them.
      """
    #expect(
      try paragraphs(text) == [text.replacing("-\n", with: "-").replacing("\n", with: " ")])
  }

  /// The first line once became the title, and the name was cut in two paragraphs.
  @Test func dividedWordsGoOnWhereverTheyStand() throws {
    let document = try cleaned(
      """
      The harbour's equip-
      ment was old when the ferry of Newton-on-
      Arn came in for the first time in the year of
      the great storm, and the minister's state-
      ment was no help to the well-
      known captain, who had gone to sea month-
      ly and was the pre-
      sident of the town's club of presidents.
      """
    ).document
    #expect(document.metadata.title == nil)
    #expect(
      document.text == """
        The harbour's equipment was old when the ferry of Newton-on-Arn came in for the first time \
        in the year of the great storm, and the minister's statement was no help to the well-known \
        captain, who had gone to sea monthly and was the president of the town's club of presidents.
        """)
  }

  @Test func compoundsKeepTheirHyphensAndPrefixesLoseThem() throws {
    let text = """
      The harbour master of Port Vale, who is 54-
      year-old and has a twelve-
      year-old daughter, will pro-
      vide a boat for the pro-
      harbour party in the years 2023-
      2024, as was ex-
      pected by all who know the old man of the sea.
      """
    #expect(
      try paragraphs(text) == [
        """
        The harbour master of Port Vale, who is 54-year-old and has a twelve-year-old daughter, will \
        provide a boat for the pro-harbour party in the years 2023-2024, as was expected by all who \
        know the old man of the sea.
        """
      ])
  }

  @Test func dashesAndNumbersAmidSentencesBeginNoItems() throws {
    let text = """
      The ferry to the islands is out of service since it struck a
      - rather well-known - rock in the fog. Of all boats there are
      12. The others have sunk in the course of the long winter.
      """
    #expect(try paragraphs(text) == [text.replacing("\n", with: " ")])
    let list = """
      The town needs these things, and all of them before the spring
      - a ferry that can take lorries
      - a quay
      """
    #expect(try paragraphs(list).count == 3)
  }

  @Test func interviewsInWrappedTextKeepTheirSpeakers() throws {
    let text = """
      Ten questions on the ferry

      BELL: When will the ferry run again, and who is going to
      pay for all the repairs that the divers say are needed?
      ROE: In May, if the weather allows it. The town will pay,
      as it has always done.
      """
    #expect(try paragraphs(text).map { String($0.prefix(5)) } == ["BELL:", "ROE: "])
  }
}
