import Testing

@testable import Tag

@Suite struct NameContextTests {
  typealias Names = [(text: String, type: String)]

  @Test(
    arguments: [
      (
        "The Bank of Vatnor (BOV) fell. Then BOV rose, and the BOV fell.",
        [("Bank of Vatnor", "ORG")],
        "ORG: Bank of Vatnor\nORG: BOV\nORG: BOV\nORG: BOV"
      ),
      (
        "The Lake Office of Vatnor (Lavat) fell. Lavat rose.",
        [("Lake Office of Vatnor", "ORG"), ("Lavat", "PER"), ("Lavat", "PER")],
        "ORG: Lake Office of Vatnor\nORG: Lavat\nORG: Lavat"
      ),
      (
        "The Lake Office of Vatnor (Ann) fell. Ann rose.",
        [("Lake Office of Vatnor", "ORG"), ("Ann", "PER"), ("Ann", "PER")],
        "ORG: Lake Office of Vatnor\nPERSON: Ann\nPERSON: Ann"
      ),
      ("BOV fell. Then BOV rose.", [("BOV", "ORG")], "ORG: BOV\nORG: BOV"),
      ("They saw BOV fall. Then BOV rose, and the BOV fell.", [("BOV", "ORG")], "ORG: BOV"),
      ("The VUNAT fell. Then BOV rose.", [("VUNAT", "ORG")], "ORG: VUNAT"),
      ("The Law and Justice (PiS) party lost.", [("Law", "MISC")], "MISC: Law\nORG: PiS"),
    ] as [(String, Names, String)])
  func findsAcronymsThatTheDocumentHasAsOrganisations(
    _ text: String, _ names: Names, _ expected: String
  ) throws {
    #expect(try typed(text, names) == expected)
  }

  @Test(
    arguments: [
      (
        "Ann Bell (NOR) won before Ida Holm (ESP).",
        [("Ann Bell", "PER"), ("NOR", "ORG"), ("Ida Holm", "PER")],
        "PERSON: Ann Bell\nGPE: NOR\nPERSON: Ida Holm\nGPE: ESP"
      ),
      ("Ann Bell (VTN) won.", [("Ann Bell", "PER"), ("VTN", "ORG")], "PERSON: Ann Bell\nORG: VTN"),
      ("Vatnor Club (NOR) won.", [("Vatnor Club", "ORG")], "ORG: Vatnor Club\nORG: NOR"),
    ] as [(String, Names, String)])
  func knowsTheCountriesOfAthletes(_ text: String, _ names: Names, _ expected: String) throws {
    #expect(try typed(text, names) == expected)
  }

  @Test(
    arguments: [
      ("Vatnor beat Norra.", [("Vatnor", "LOC"), ("Norra", "LOC")], "ORG: Vatnor\nORG: Norra"),
      ("Vatnor won 2-1.", [("Vatnor", "LOC")], "ORG: Vatnor"),
      ("Vatnor won 2,000 prizes.", [("Vatnor", "LOC")], "GPE: Vatnor"),
      ("It was a win over Vatnor.", [("Vatnor", "LOC")], "ORG: Vatnor"),
      (
        "They saw Vatnor v Norra.", [("Vatnor", "LOC"), ("Norra", "LOC")], "ORG: Vatnor\nORG: Norra"
      ),
      (
        "They read Vatnor v. Norra.", [("Vatnor", "LOC"), ("Norra", "LOC")],
        "GPE: Vatnor\nGPE: Norra"
      ),
      (
        "Vatnor striker Ida Holm left.", [("Vatnor", "LOC"), ("Ida Holm", "PER")],
        "ORG: Vatnor\nPERSON: Ida Holm | striker"
      ),
      ("A Vatnor coach crashed.", [("Vatnor", "LOC")], "GPE: Vatnor"),
      (
        "Vatnor 2 Norra 0; Sund 1 Lien 1.", [("Vatnor", "LOC"), ("Norra", "LOC"), ("Lien", "LOC")],
        "ORG: Vatnor\nORG: Norra\nORG: Sund\nORG: Lien"
      ),
      ("Vatnor 10 5 3 2.", [("Vatnor", "LOC")], "ORG: Vatnor"),
      ("Vatnor 10 times a year.", [("Vatnor", "LOC")], "GPE: Vatnor"),
      (
        "Vatnor lost to Norra.", [("Vatnor", "LOC"), ("Norra", "LOC")],
        "ORG: Vatnor\nGPE: Norra"
      ),
      ("They beat Vatnor 2-1.", [("Vatnor", "LOC")], "ORG: Vatnor"),
      (
        "Vatnor beat Norra. Oslo, who lost, left.",
        [("Vatnor", "LOC"), ("Norra", "LOC"), ("Oslo", "LOC")],
        "ORG: Vatnor\nORG: Norra\nGPE: Oslo"
      ),
      (
        "Vatnor beat Norra.\nOslo, who lost, left.",
        [("Vatnor", "LOC"), ("Norra", "LOC"), ("Oslo", "LOC")],
        "ORG: Vatnor\nORG: Norra\nORG: Oslo"
      ),
      ("Oslo, who lost, left.", [("Oslo", "LOC")], "GPE: Oslo"),
      ("The people of Oslo, who lost, left.", [("Oslo", "LOC")], "GPE: Oslo"),
      ("They saw Arsenal lose.", [("Arsenal", "LOC")], "ORG: Arsenal"),
      ("They came from Arsenal.", [("Arsenal", "LOC")], "GPE: Arsenal"),
      ("Vatnor are third.", [("Vatnor", "LOC")], "ORG: Vatnor"),
      ("People as far away as Vatnor were ill.", [("Vatnor", "LOC")], "GPE: Vatnor"),
      ("Vatn Club 2 Hearts 2.", [("Vatn Club", "ORG")], "ORG: Vatn Club\nORG: Hearts"),
      ("The roads to Vatnor are shut.", [("Vatnor", "LOC")], "GPE: Vatnor"),
      // The others of the day, too, but not where it was.
      (
        "Vatnor beat Norra in Sund. Sund lost to Lien.",
        [("Vatnor", "LOC"), ("Norra", "LOC"), ("Sund", "LOC"), ("Sund", "LOC"), ("Lien", "LOC")],
        "ORG: Vatnor\nORG: Norra\nGPE: Sund\nORG: Sund\nORG: Lien"
      ),
      (
        "In Vatnor, Vatnor beat Norra.", [("Vatnor", "LOC"), ("Vatnor", "LOC"), ("Norra", "LOC")],
        "GPE: Vatnor\nORG: Vatnor\nORG: Norra"
      ),
      // Countries stay what they are, also where they play.
      (
        "Norway beat Iceland.", [("Norway", "LOC"), ("Iceland", "LOC")], "GPE: Norway\nGPE: Iceland"
      ),
      ("England won 2-1.", [("England", "LOC")], "GPE: England"),
      ("South Korea won 2-1.", [("South Korea", "LOC")], "GPE: South Korea"),
    ] as [(String, Names, String)])
  func takesTownsThatPlayForTeams(_ text: String, _ names: Names, _ expected: String) throws {
    #expect(try typed(text, names) == expected)
  }

  @Test(arguments: [
    ("Ida Holm, an analyst at Vatnor, left.", "Vatnor", "LOC", "ORG: Vatnor"),
    ("Ida Holm, an analyst at Vatnor, left.", "Vatnor", "PER", "ORG: Vatnor"),
    ("Ida Holm, a nurse at Vatnor, left.", "Vatnor", "LOC", "GPE: Vatnor"),
    ("Its director, Vatn Norra, left.", "Vatn Norra", "ORG", "PERSON: Vatn Norra"),
    ("Its director, Vatn Norra, left.", "Vatn Norra", "LOC", "PERSON: Vatn Norra"),
    ("Its director, Vatn College, left.", "Vatn College", "ORG", "ORG: Vatn College"),
    ("Its owner, Vatn Norra, left.", "Vatn Norra", "ORG", "ORG: Vatn Norra"),
    ("Vatnor, a unit of Norra Bank, left.", "Vatnor", "LOC", "ORG: Vatnor"),
    ("Vatnor, a holiday unit, left.", "Vatnor", "PER", "ORG: Vatnor"),
    ("Vatnor, a unit leader, left.", "Vatnor", "PER", "PERSON: Vatnor"),
    ("Its airline, Vatnor, left.", "Vatnor", "LOC", "ORG: Vatnor"),
    ("Ann Bell, a supplier, left.", "Ann Bell", "PER", "PERSON: Ann Bell"),
    ("VS Norra said so.", "VS Norra", "ORG", "PERSON: VS Norra"),
    ("Then striker VS Norra left.", "VS Norra", "ORG", "PERSON: VS Norra | striker"),
    ("FC Norra said so.", "FC Norra", "ORG", "ORG: FC Norra"),
    ("VS Norra fell.", "VS Norra", "ORG", "ORG: VS Norra"),
  ])
  func tellsFirmsAndPeopleByWhatStandsInFront(
    _ text: String, _ name: String, _ type: String, _ expected: String
  ) throws {
    #expect(try typed(text, name, as: type) == expected)
  }

  @Test(
    arguments: [
      ("The Norra Corp (NRR.O) rose.", [("Norra Corp", "ORG"), ("NRR", "ORG")], "ORG: Norra Corp"),
      (
        "The Norra Corp (NRR) rose.", [("Norra Corp", "ORG"), ("NRR", "ORG")],
        "ORG: Norra Corp\nORG: NRR"
      ),
    ] as [(String, Names, String)])
  func leavesSignsOfSharesOut(_ text: String, _ names: Names, _ expected: String) throws {
    #expect(try typed(text, names) == expected)
  }

  @Test(
    arguments: [
      (
        "The Vatn Magistrate's Court met.", [("Vatn Magistrate", "LOC")],
        "ORG: Vatn Magistrate's Court"
      ),
      (
        "The St Ida's Primary School met.", [("St Ida", "LOC"), ("Primary School", "ORG")],
        "ORG: St Ida's Primary School"
      ),
      ("The Norra's Court met.", [("Norra", "LOC")], "GPE: Norra"),
      ("The Women's cup was lost.", [("Women", "ORG")], "ORG: Women"),
    ] as [(String, Names, String)])
  func joinsWhatBelongsToAnOfficeOrASaint(
    _ text: String, _ names: Names, _ expected: String
  ) throws {
    #expect(try typed(text, names) == expected)
  }

  @Test func takesTownsThatSpeakForPlaces() throws {
    #expect(try typed("Oslo said so.", "Oslo", as: "ORG") == "GPE: Oslo")
    #expect(try typed("Then Oslo Mayor Ida Holm left.", "Oslo", as: "ORG") == "GPE: Oslo")
    #expect(try typed("Oslo lost again.", "Oslo", as: "ORG") == "ORG: Oslo")
    #expect(try typed("Vatnor said so.", "Vatnor", as: "ORG") == "ORG: Vatnor")
  }

  @Test func takesWhatSomebodyIsOfForAnOrganisation() throws {
    #expect(
      try typed("Ann Bell of Vatn Norra left.", [("Ann Bell", "PER"), ("Vatn Norra", "PER")])
        == "PERSON: Ann Bell\nORG: Vatn Norra")
    #expect(
      try typed("Ann Bell of Vatnor left.", [("Ann Bell", "PER"), ("Vatnor", "LOC")])
        == "PERSON: Ann Bell\nGPE: Vatnor")
    #expect(
      try typed("They saw Ida of Tom Holm.", [("Ida", "PER"), ("Tom Holm", "PER")])
        == "PERSON: Ida\nPERSON: Tom Holm")
  }

  @Test(
    arguments: [
      (
        "The Norwegian Ministry of Ponds met.",
        [("Norwegian", "MISC"), ("Ministry of Ponds", "ORG")],
        "ORG: Norwegian Ministry of Ponds"
      ),
      ("The Norwegian Senate met.", [("Norwegian", "MISC")], "ORG: Norwegian Senate"),
      ("The Oslo Building Group met.", [("Oslo", "LOC")], "ORG: Oslo Building Group"),
      (
        "The Norwegian Vatnor met.", [("Norwegian", "MISC"), ("Vatnor", "ORG")],
        "NORP: Norwegian\nORG: Vatnor"
      ),
      (
        "The Norwegian Lake Party met.", [("Norwegian", "MISC"), ("Lake Party", "ORG")],
        "NORP: Norwegian\nORG: Lake Party"
      ),
    ] as [(String, Names, String)])
  func joinsACountryAndItsBodies(_ text: String, _ names: Names, _ expected: String) throws {
    #expect(try typed(text, names) == expected)
  }
}
