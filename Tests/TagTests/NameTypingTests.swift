import StageKit
import Testing
import TextKit

@testable import Tag

@Suite struct NameTypingTests {
  @Test(arguments: [
    ("OSLO (Reuters) - Rain fell.", "OSLO (Reuters", "GPE: OSLO"),
    ("The case (Bell [2019) ended.", "Bell [2019", "GPE: Bell"),
    ("It was (Norra) Vatnor again.", "Norra) Vatnor", "GPE: Norra"),
    ("It was (Norra Vatnor again.", "(Norra Vatnor", "GPE: Norra Vatnor"),
    ("It was Norra (South) Vatnor again.", "Norra (South) Vatnor", "GPE: Norra (South) Vatnor"),
  ])
  func cutsNamesWhereABracketIsNotClosed(
    _ text: String, _ name: String, _ expected: String
  ) throws {
    #expect(try typed(text, name, as: "LOC") == expected)
  }

  @Test(arguments: [
    ("They sued Vatnor, Inc. again.", "Vatnor", "ORG: Vatnor, Inc"),
    ("They sued Ann Bell LLC again.", "Ann Bell LLC", "ORG: Ann Bell LLC"),
    ("They sued Ann Bell GmbH again.", "Ann Bell", "ORG: Ann Bell GmbH"),
    ("They sued Ann Bell plc again.", "Ann Bell", "ORG: Ann Bell plc"),
    ("They sued Ann Bell, limited as it was.", "Ann Bell", "PERSON: Ann Bell"),
  ])
  func takesNamesWithALegalFormForFirms(
    _ text: String, _ name: String, _ expected: String
  ) throws {
    #expect(try typed(text, name, as: "PER") == expected)
  }

  @Test(arguments: [
    (
      "They sued Vatnor Ltd and Norra Water plc again.", "Vatnor Ltd and Norra Water plc",
      "ORG: Vatnor Ltd\nORG: Norra Water plc"
    ),
    (
      "They sued Vatnor Inc., Norra Corp., and Sund LLC again.",
      "Vatnor Inc., Norra Corp., and Sund LLC", "ORG: Vatnor Inc\nORG: Norra Corp\nORG: Sund LLC"
    ),
    (
      "They sued Vatnor & Co. and Norra Water again.", "Vatnor & Co. and Norra Water",
      "ORG: Vatnor & Co\nORG: Norra Water"
    ),
    ("They sued Vatnor Co., Ltd again.", "Vatnor Co., Ltd", "ORG: Vatnor Co., Ltd"),
    ("They sued Vatnor and Norra Ltd again.", "Vatnor and Norra Ltd", "ORG: Vatnor and Norra Ltd"),
  ])
  func endsFirmsAtTheirLegalForms(_ text: String, _ name: String, _ expected: String) throws {
    #expect(try typed(text, name, as: "ORG") == expected)
  }

  @Test func keepsSurnamesInFrontOfGivenNamesInHeadersOfMail() throws {
    let sender = "\"Vatnor, Ann\" <ann@vatnor.org> wrote."
    #expect(try typed(sender, "Ann", as: "PER") == "PERSON: Vatnor, Ann")
    #expect(try typed(sender, "Vatnor", as: "PER") == "PERSON: Vatnor, Ann")
    #expect(try typed(sender, [("Vatnor", "PER"), ("Ann", "PER")]) == "PERSON: Vatnor, Ann")
    #expect(try typed(sender, [("Vatnor", "LOC"), ("Ann", "PER")]) == "PERSON: Vatnor, Ann")
    #expect(
      try typed("\"O'Holm, Tom J. (Sales)\" wrote.", "Tom J", as: "PER")
        == "PERSON: O'Holm, Tom J.")
    // What is said to somebody is no name of hers.
    #expect(try typed("\"Sorry, Ann,\" said Tom.", "Ann", as: "PER") == "PERSON: Ann")
    #expect(try typed("\"Good night, Ann\" he said.", "Ann", as: "PER") == "PERSON: Ann")
  }

  @Test func endsPeopleBeforeTheTitleOfAnother() throws {
    #expect(
      try typed("They met Ann Bell, Dr. Tom Holm again.", "Ann Bell, Dr. Tom Holm", as: "PER")
        == "PERSON: Ann Bell\nPERSON: Tom Holm | Dr.")
    #expect(
      try typed("They met Ann, Duchess of Norra again.", "Ann, Duchess of Norra", as: "PER")
        == "PERSON: Ann, Duchess of Norra")
    #expect(
      try typed("They met Ann Bell, Jr again.", "Ann Bell, Jr", as: "PER") == "PERSON: Ann Bell, Jr"
    )
  }

  @Test(arguments: [
    ("Ann Bell, D-Calif, left.", "D-Calif", "GPE: Calif"),
    ("Ann Bell (R-Texas) left.", "R-Texas", "GPE: Texas"),
    ("It was D-Day again.", "D-Day", "ORG: D-Day"),
  ])
  func takesTheStateBehindAPartyForAPlace(
    _ text: String, _ name: String, _ expected: String
  ) throws {
    #expect(try typed(text, name, as: "ORG") == expected)
  }

  @Test(arguments: [
    ("HEAVY RAIN DROVE 300 PEOPLE FROM HOME.", "HEAVY RAIN DROVE 300 PEOPLE FROM", ""),
    ("ANN BELL TOLD NORRA COUNCIL.", "ANN BELL TOLD NORRA", ""),
    ("THE PORT OF NORRA VATNOR CLOSED.", "PORT OF NORRA VATNOR", "MISC: PORT OF NORRA VATNOR"),
    ("The NORRA TOLD VATNOR show closed.", "NORRA TOLD VATNOR", "MISC: NORRA TOLD VATNOR"),
  ])
  func leavesClausesInCapitalsAlone(_ text: String, _ name: String, _ expected: String) throws {
    #expect(try typed(text, name, as: "MISC") == expected)
  }

  @Test(arguments: [
    ("PORT VATNOR — Rain fell.", "GPE: PORT VATNOR"),
    ("PORT VATNOR - Rain fell.", "GPE: PORT VATNOR"),
    ("PORT VATNOR – Rain fell.", "GPE: PORT VATNOR"),
    ("PORT VATNOR “came” in.", "ORG: PORT VATNOR"),
    ("PORT VATNOR sank.", "ORG: PORT VATNOR"),
  ])
  func takesCapitalsBeforeTheFirstDashForAPlace(_ text: String, _ expected: String) throws {
    #expect(try typed(text, "PORT VATNOR", as: "ORG") == expected)
    #expect(try typed("Ann: " + text, "PORT VATNOR", as: "ORG") == "ORG: PORT VATNOR")
  }

  @Test func takesNoPlaceForACentreOrAnAgency() throws {
    let text = "The Vatnor Hurricane Center near Vatnor Bridge warned Center and Vatnor."
    let center = "Vatnor Hurricane Center"
    #expect(try typed(text, center, as: "LOC") == "ORG: \(center)")
    #expect(try typed(text, center, as: "MISC") == "MISC: \(center)")
    #expect(try typed(text, "Vatnor Bridge", as: "LOC") == "FAC: Vatnor Bridge")
    #expect(try typed("They warned Center and Vatnor.", "Vatnor", as: "LOC") == "GPE: Vatnor")
  }

  @Test func takesCountriesThatActForPlaces() throws {
    let text = "Talks between Norway and Vatnor ended."
    #expect(try typed(text, "Norway", as: "ORG") == "GPE: Norway")
    #expect(try typed(text, "Vatnor", as: "ORG") == "ORG: Vatnor")
  }

  /// A model that knows no organisations decides alone.
  @Test func leavesModelsWithoutOrganisationsAlone() {
    let document = makeDocument("They sued Ann Bell LLC again.")
    var reading = NameReading()
    var place = SentencePlace()
    reading.read(document, from: &place)
    var candidates: [Candidate] = []
    NameTyping(["PER"], number: TypeTable.number).append(
      [NameTagger.Name(pieces: 2..<5, type: 0, probability: 0.9)], reading, to: &candidates)
    #expect(candidates.map(\.entityType) == [.person])
  }

  // MARK: Where names begin and end

  @Test(arguments: [
    ("Han Mu-in left.", "Han Mu-", "PERSON: Han Mu-in"),
    ("Han Mu-in left.", "Han Mu", "PERSON: Han Mu-in"),
    ("A Han Mu-era law.", "Han Mu", "PERSON: Han Mu"),
    ("An Ann Bell-like voice.", "Ann Bell", "PERSON: Ann Bell"),
    ("It was Vatnor- and more.", "Vatnor-", "PERSON: Vatnor"),
    ("Wanja Ng'ang'a left.", "Wanja Ng", "PERSON: Wanja Ng'ang'a"),
    ("Then Abu’l-Norra left.", "Abu", "PERSON: Abu’l-Norra"),
    ("Wanja Thiong’o left.", "Wanja Thiong", "PERSON: Wanja Thiong’o"),
    ("Ann Bell's left.", "Ann Bell", "PERSON: Ann Bell"),
    ("Ann Bell'll go.", "Ann Bell", "PERSON: Ann Bell"),
  ])
  func endsNamesWhereWordsEnd(_ text: String, _ name: String, _ expected: String) throws {
    #expect(try typed(text, name, as: "PER") == expected)
  }

  @Test func leavesHonoursOutOfNames() throws {
    #expect(try typed("Ann Bell CBE left.", "Ann Bell CBE", as: "PER") == "PERSON: Ann Bell")
    #expect(try typed("Ann Bell, M.D., left.", "Ann Bell, M.D.", as: "PER") == "PERSON: Ann Bell")
    #expect(
      try typed("Ann Bell, SAN, left.", [("Ann Bell", "PER"), ("SAN", "LOC")])
        == "PERSON: Ann Bell")
    #expect(
      try typed("They left Norra, KC and all.", [("Norra", "LOC"), ("KC", "LOC")])
        == "GPE: Norra\nGPE: KC")
  }

  @Test func joinsPeopleOverParticles() throws {
    #expect(
      try typed("It was Ida van der Laan.", [("Ida", "PER"), ("Laan", "LOC")])
        == "PERSON: Ida van der Laan")
    #expect(
      try typed("It was Ida von Laan.", [("Ida", "PER"), ("von Laan", "PER")])
        == "PERSON: Ida von Laan")
    #expect(try typed("Von der Laan left.", "der Laan", as: "PER") == "PERSON: Von der Laan")
    #expect(
      try typed("It was Ida with Laan.", [("Ida", "PER"), ("Laan", "LOC")])
        == "PERSON: Ida\nGPE: Laan")
  }

  @Test(arguments: [
    ("It was Holm & Reed again.", [("Holm", "PER"), ("Reed", "PER")], "ORG: Holm & Reed"),
    ("It was Holm & Reed again.", [("Holm", "PER")], "ORG: Holm & Reed"),
    ("Holm & Reed again.", [("Reed", "PER")], "ORG: Holm & Reed"),
    (
      "It was NORA & Haiti again.", [("NORA", "ORG"), ("Haiti", "LOC")],
      "ORG: NORA\nGPE: Haiti"
    ),
    ("Fear & Fog again.", [("Fear", "MISC"), ("Fog", "MISC")], "MISC: Fear & Fog"),
    (
      "It was Ann Bell & Tom Holm again.", [("Ann Bell", "PER"), ("Tom Holm", "PER")],
      "PERSON: Ann Bell\nPERSON: Tom Holm"
    ),
    (
      "Ida Reed left. It was Holm & Reed again.",
      [("Ida Reed", "PER"), ("Holm", "PER"), ("Reed", "PER")],
      "PERSON: Ida Reed\nPERSON: Holm\nPERSON: Reed"
    ),
    (
      "It was Holm & Lil Reed again.", [("Holm", "PER"), ("Lil Reed", "PER")],
      "PERSON: Holm\nPERSON: Lil Reed"
    ),
    (
      "It was said (Holm & Reed, 2010).", [("Holm", "PER"), ("Reed", "PER")],
      "PERSON: Holm\nPERSON: Reed"
    ),
    (
      "It was Norra & Vatnor again.", [("Norra", "LOC"), ("Vatnor", "LOC")],
      "GPE: Norra\nGPE: Vatnor"
    ),
  ])
  func joinsPartnersOverAmpersands(
    _ text: String, _ names: [(String, String)], _ expected: String
  ) throws {
    #expect(try typed(text, names.map { (text: $0.0, type: $0.1) }) == expected)
  }

  @Test(arguments: [
    (
      "The Ministry of Farming, Ponds and Lakes left.", "Ministry of Farming",
      "ORG: Ministry of Farming, Ponds and Lakes"
    ),
    (
      "The Department for Jobs and Pensions left.", "Department for Jobs",
      "ORG: Department for Jobs and Pensions"
    ),
    (
      "The Ministry of Farming, Norway and others left.", "Ministry of Farming",
      "ORG: Ministry of Farming"
    ),
    (
      "The Ministry of Farming and Vatnor Bank left.", "Ministry of Farming",
      "ORG: Ministry of Farming"
    ),
    (
      "The Ministry of Farming, Ann Bell and others left.", "Ministry of Farming",
      "ORG: Ministry of Farming"
    ),
    ("The Food and Farm Agency left.", "Farm Agency", "ORG: Food and Farm Agency"),
    ("The Lake Trade and Farm Agency left.", "Farm Agency", "ORG: Lake Trade and Farm Agency"),
    ("The King and Farm Agency left.", "Farm Agency", "ORG: Farm Agency"),
    ("The Office for Lake Studies left.", "Lake Studies", "ORG: Office for Lake Studies"),
    ("Loud Office for Lake Studies men left.", "Lake Studies", "ORG: Office for Lake Studies"),
    ("They left the House for Lake Studies again.", "Lake Studies", "ORG: Lake Studies"),
    ("The Alliance of Lakes and LAKA left.", "Alliance of Lakes", "ORG: Alliance of Lakes"),
    ("They asked for Lake Studies again.", "Lake Studies", "ORG: Lake Studies"),
  ])
  func takesFieldsOfDepartmentsIntoTheirNames(
    _ text: String, _ name: String, _ expected: String
  ) throws {
    #expect(try typed(text, name, as: "ORG") == expected)
  }

  @Test func joinsWhatAHeadIsForWithItsName() throws {
    #expect(
      try typed("The Lake Centre for Vatnor left.", [("Lake Centre", "ORG"), ("Vatnor", "LOC")])
        == "ORG: Lake Centre for Vatnor")
    #expect(
      try typed(
        "The Lake Centre for Vatnor President Ann Bell left.",
        [("Lake Centre", "ORG"), ("Vatnor", "LOC")])
        == "ORG: Lake Centre\nGPE: Vatnor")
    #expect(
      try typed("He left Lake Motors for Vatnor.", [("Lake Motors", "ORG"), ("Vatnor", "ORG")])
        == "ORG: Lake Motors\nORG: Vatnor")
  }

  @Test(arguments: [
    ("The USS Ann Bell sank.", "Ann Bell", "PER", "PRODUCT: USS Ann Bell"),
    ("The USS Ann Bell sank.", "USS Ann Bell", "PER", "PRODUCT: USS Ann Bell"),
    ("Tropical Storm Ida came.", "Ida", "PER", "EVENT: Tropical Storm Ida"),
    ("Typhoon Vatnor came.", "Typhoon Vatnor", "ORG", "EVENT: Typhoon Vatnor"),
    ("Storm Lake is near.", "Storm Lake", "LOC", "LOC: Storm Lake"),
    ("The Treaty of Vatnor held.", "Vatnor", "LOC", "LAW: Treaty of Vatnor"),
    ("The Battle of Vatnor began.", "Vatnor", "LOC", "EVENT: Battle of Vatnor"),
    ("The people of Vatnor left.", "Vatnor", "LOC", "GPE: Vatnor"),
  ])
  func knowsShipsStormsAndTreatiesByTheirFirstWord(
    _ text: String, _ name: String, _ type: String, _ expected: String
  ) throws {
    #expect(try typed(text, name, as: type) == expected)
  }

  @Test func partsCountriesFromNamesAtSpacedDashes() throws {
    #expect(
      try typed("The Vatnor Bank - Norway said.", "Vatnor Bank - Norway", as: "ORG")
        == "ORG: Vatnor Bank\nGPE: Norway")
    #expect(
      try typed("They left Norra – Vatnor Union.", "Norra – Vatnor Union", as: "ORG")
        == "ORG: Norra – Vatnor Union")
  }

  @Test(arguments: [
    ("A man from Vatnor, Ala., left.", "GPE: Vatnor\nGPE: Ala"),
    ("A man from Vatnor, N.Y., left.", "GPE: Vatnor\nGPE: N.Y."),
    ("A man from Vatnor, W.Va., left.", "GPE: Vatnor\nGPE: W.Va"),
    ("A man from Vatnor, Ont. left.", "GPE: Vatnor\nGPE: Ont"),
    ("A man from Vatnor, Will. left.", "GPE: Vatnor"),
    ("A man from Vatnor, Ore and tin.", "GPE: Vatnor"),
  ])
  func findsAbbreviationsOfStatesBehindTowns(_ text: String, _ expected: String) throws {
    #expect(try typed(text, "Vatnor", as: "LOC") == expected)
  }

  @Test func findsTheStateBehindAParty() throws {
    #expect(
      try typed("Sen. Ann Bell, D-Calif., left.", "Ann Bell", as: "PER")
        == "PERSON: Ann Bell | Sen.\nGPE: Calif")
    #expect(
      try typed("Sen. Ann Bell (R-Mont.) left.", "Ann Bell", as: "PER")
        == "PERSON: Ann Bell | Sen.\nGPE: Mont")
    #expect(
      try typed("Sen. Ann Bell, D-Day, left.", "Ann Bell", as: "PER")
        == "PERSON: Ann Bell | Sen.")
  }

  @Test func takesNoPersonForATownBeforeAState() throws {
    #expect(
      try typed("They met Ann Bell, Miss. Holm left.", "Ann Bell", as: "PER") == "PERSON: Ann Bell")
    #expect(
      try typed("He came from Vatnor, Nev., alone.", [("Vatnor", "PER"), ("Nev", "PER")])
        == "GPE: Vatnor\nGPE: Nev")
  }

  @Test func takesLettersInBracketsForWhatTheyExplain() throws {
    #expect(
      try typed(
        "The Vatnor Art Museum (VaAM) opened.", [("Vatnor Art Museum", "ORG"), ("VaAM", "PER")])
        == "ORG: Vatnor Art Museum\nORG: VaAM")
    #expect(
      try typed("The Vatnor Party (UK) left.", [("Vatnor Party", "ORG"), ("UK", "LOC")])
        == "ORG: Vatnor Party\nGPE: UK")
    // Also letters that the model has passed over.
    #expect(
      try typed("The Bank of Vatnor (BoV) fell.", "Bank of Vatnor", as: "ORG")
        == "ORG: Bank of Vatnor\nORG: BoV")
    #expect(
      try typed("The Vatnor Art Museum (VAM) fell.", "Vatnor Art Museum", as: "ORG")
        == "ORG: Vatnor Art Museum\nORG: VAM")
    #expect(
      try typed("The Vatnor Art Museum (closed) fell.", "Vatnor Art Museum", as: "ORG")
        == "ORG: Vatnor Art Museum")
  }

  @Test(
    arguments: [
      (
        "VATN ROCK, Ark. (Norra) — Rain fell.", [("Norra", "ORG")],
        "GPE: VATN ROCK\nGPE: Ark\nORG: Norra"
      ),
      (
        "Old news.\nVATN ROCK, La. (Norra) - Rain fell.", [("VATN", "ORG"), ("Norra", "ORG")],
        "GPE: VATN ROCK\nGPE: La\nORG: Norra"
      ),
      ("VATN-AU-PORT (Norra) - Rain fell.", [("Norra", "ORG")], "GPE: VATN-AU-PORT\nORG: Norra"),
      ("VATN ROCK, Ark. - Rain fell.", [("VATN", "PER")], "GPE: VATN ROCK\nGPE: Ark"),
      ("LA VATN — Rain fell.", [("LA", "LOC")], "GPE: LA VATN"),
      // Without a dash, or amid a sentence, capitals are no place.
      ("VATN ROCK (Norra) fell.", [("Norra", "ORG")], "ORG: Norra"),
      ("The VATN (Norra) - it fell.", [("Norra", "ORG")], "ORG: Norra"),
    ] as [(String, [(text: String, type: String)], String)])
  func knowsWhereADispatchWasWritten(
    _ text: String, _ names: [(text: String, type: String)], _ expected: String
  ) throws {
    #expect(try typed(text, names) == expected)
  }

  @Test(
    arguments: [
      (
        "The Vatnor Commission on the Status of Ponds met.", [("Vatnor Commission", "ORG")],
        "ORG: Vatnor Commission on the Status of Ponds"
      ),
      (
        "The Vatnor Commission Against Corruption met.", [("Vatnor Commission", "ORG")],
        "ORG: Vatnor Commission Against Corruption"
      ),
      (
        "The Vatnor Agency for Boating and Rainfall of Norra met.",
        [("Vatnor Agency", "ORG"), ("Norra", "LOC")],
        "ORG: Vatnor Agency for Boating and Rainfall of Norra"
      ),
      (
        "The Vatnor Committee for the Red Pond met.",
        [("Vatnor Committee", "ORG"), ("Red Pond", "ORG")],
        "ORG: Vatnor Committee for the Red Pond"
      ),
      // What it decides on is no part of its name.
      (
        "The Vatnor Council on Norra met.", [("Vatnor Council", "ORG"), ("Norra", "LOC")],
        "ORG: Vatnor Council\nGPE: Norra"
      ),
      (
        "The Vatnor Council on Ida Holm met.", [("Vatnor Council", "ORG"), ("Ida Holm", "PER")],
        "ORG: Vatnor Council\nPERSON: Ida Holm"
      ),
      ("The Vatnor Council on Monday met.", [("Vatnor Council", "ORG")], "ORG: Vatnor Council"),
    ] as [(String, [(text: String, type: String)], String)])
  func takesWhatABodyIsThereForIntoItsName(
    _ text: String, _ names: [(text: String, type: String)], _ expected: String
  ) throws {
    #expect(try typed(text, names) == expected)
  }

  @Test func takesFieldsOfAMinistryThatLookLikeNamesIntoItsName() throws {
    #expect(
      try typed(
        "The Ministry of Land, Rails, Transport and Boating met.",
        [("Ministry of Land", "ORG"), ("Transport", "ORG")])
        == "ORG: Ministry of Land, Rails, Transport and Boating")
    #expect(
      try typed(
        "The Ministry of Land, Vatnor and Norra met.",
        [("Ministry of Land", "ORG"), ("Vatnor", "ORG"), ("Norra", "LOC")])
        == "ORG: Ministry of Land\nORG: Vatnor\nGPE: Norra")
  }

  @Test func partsPlacesAtAnArticle() throws {
    #expect(
      try typed("In Vatnshire the River Norra rose.", "Vatnshire the River Norra", as: "LOC")
        == "GPE: Vatnshire\nLOC: River Norra")
    #expect(
      try typed("In Vatn on the Hill rain fell.", "Vatn on the Hill", as: "LOC")
        == "GPE: Vatn on the Hill")
  }

  @Test func takesMembersOfParliamentForPeople() throws {
    #expect(
      try typed("But MP Vatn Norra left.", "MP Vatn Norra", as: "ORG") == "PERSON: Vatn Norra | MP")
    #expect(
      try typed("But MP Norra Group left.", "MP Norra Group", as: "ORG") == "ORG: MP Norra Group")
    #expect(
      try typed("But Madam Vatn Norra left.", "Vatn Norra", as: "PER")
        == "PERSON: Vatn Norra | Madam")
  }

  @Test func partsNamesAtWhereTheyAreBased() throws {
    #expect(
      try typed("The Vatn Sund-based Norra Group met.", "Vatn Sund-based Norra Group", as: "ORG")
        == "GPE: Vatn Sund\nORG: Norra Group")
    #expect(
      try typed("The Vatn-Norra Group met.", "Vatn-Norra Group", as: "ORG")
        == "ORG: Vatn-Norra Group")
  }

  @Test func takesNobodyWithHonoursForAFirm() throws {
    #expect(
      try typed("They met Ann Bell SAN, a lawyer.", "Ann Bell SAN", as: "ORG") == "PERSON: Ann Bell"
    )
    #expect(
      try typed("They met Vatnor Norra SAN again.", "Vatnor Norra SAN", as: "ORG")
        == "ORG: Vatnor Norra SAN")
  }

  @Test(arguments: [
    ("Norra said that Amazon rose.", "Amazon", "ORG: Amazon"),
    ("The towns on the Amazon rose.", "Amazon", "LOC: Amazon"),
    ("Much of Amazon rainforest fell.", "Amazon", "LOC: Amazon"),
  ])
  func tellsAFirmFromTheRiver(_ text: String, _ name: String, _ expected: String) throws {
    #expect(try typed(text, name, as: "LOC") == expected)
  }

  @Test(arguments: [
    ("The DAX rose.", "DAX", "MISC: DAX"),
    ("An Airbus A380 fell.", "Airbus A380", "PRODUCT: Airbus A380"),
    ("The Law and Justice party lost.", "Law and Justice", "ORG: Law and Justice"),
  ])
  func takesIndexesCraftsAndPartiesForThemselves(
    _ text: String, _ name: String, _ expected: String
  ) throws {
    #expect(try typed(text, name, as: "PER") == expected)
  }

  @Test func takesTheShortNameOfAFirmForTheFirm() throws {
    let text = "They sued Norra Power Ltd today. Norra Power lost. Norra fell. Ann Bell left."
    #expect(
      try typed(
        text,
        [("Norra Power Ltd", "ORG"), ("Norra Power", "LOC"), ("Norra", "PER"), ("Ann Bell", "PER")]
      ) == "ORG: Norra Power Ltd\nORG: Norra Power\nORG: Norra\nPERSON: Ann Bell")
    // But for people and places of that name.
    #expect(
      try typed(
        "They sued Bell Power Ltd today. Bell fell. Ann Bell left.",
        [("Bell Power Ltd", "ORG"), ("Bell", "PER"), ("Ann Bell", "PER")])
        == "ORG: Bell Power Ltd\nPERSON: Bell\nPERSON: Ann Bell")
    #expect(
      try typed(
        "They sued Norway Power Ltd today. Norway fell.",
        [("Norway Power Ltd", "ORG"), ("Norway", "LOC")])
        == "ORG: Norway Power Ltd\nGPE: Norway")
    #expect(
      try typed(
        "They sued Norra Power Ltd today. Rain fell in Norra.",
        [("Norra Power Ltd", "ORG"), ("Norra", "LOC")])
        == "ORG: Norra Power Ltd\nGPE: Norra")
  }

  @Test func endsFirmsBehindAFullStop() throws {
    #expect(
      try typed("They sued Norra Ltd. Vatnor fell.", "Norra Ltd. Vatnor", as: "ORG")
        == "ORG: Norra Ltd\nORG: Vatnor")
  }

  @Test(arguments: [
    ("She speaks Norwegian.", "LANGUAGE"), ("She wrote in Norwegian and left.", "LANGUAGE"),
    ("It was translated from Norwegian into Latin.", "LANGUAGE"),
    ("It is a Norwegian-language paper.", "LANGUAGE"),
    ("The Norwegian language lives.", "LANGUAGE"),
    ("She speaks Danish, Welsh and Norwegian.", "LANGUAGE"),
    ("She wrote in Norwegian papers.", "NORP"), ("The Norwegian speaks.", "NORP"),
  ])
  func knowsLanguagesByTheWordsBesideThem(_ text: String, _ type: String) throws {
    #expect(try typed(text, "Norwegian", as: "MISC") == "\(type): Norwegian")
  }

  @Test func keepsTitlesOutOfNamesInFront() throws {
    #expect(
      try typed("He met DS Ann Bell again.", [("DS", "ORG"), ("Ann Bell", "PER")])
        == "PERSON: Ann Bell | DS")
    #expect(
      try typed(
        "The Union Home Minister Ann Bell left.", [("Union Home", "ORG"), ("Ann Bell", "PER")])
        == "PERSON: Ann Bell | Union Home Minister")
  }

  @Test func leavesNamesInFrontOfTitlesAlone() throws {
    #expect(
      try typed(
        "The Vatnor Union chairman Ann Bell left.", [("Vatnor Union", "ORG"), ("Ann Bell", "PER")])
        == "ORG: Vatnor Union\nPERSON: Ann Bell | chairman")
    #expect(
      try typed(
        "The German Defence Minister Ann Bell left.",
        [("German Defence", "ORG"), ("Ann Bell", "PER")])
        == "PERSON: Ann Bell | Defence Minister")
  }

  @Test func takesCountriesAndPeoplesOfSeveralWordsForThemselves() throws {
    #expect(try typed("He left South Korea again.", "South Korea", as: "LOC") == "GPE: South Korea")
    #expect(try typed("The Sri Lankan left.", "Sri Lankan", as: "ORG") == "NORP: Sri Lankan")
    #expect(try typed("He left Ivory Coast again.", "Ivory Coast", as: "LOC") == "GPE: Ivory Coast")
    #expect(
      try typed("He left South Vatnor again.", "South Vatnor", as: "LOC") == "LOC: South Vatnor")
  }

  @Test func prefersPhrasesOfTheListsToNamesInside() {
    /// What is kept of names of the model, by their words.
    func kept(_ text: String, _ names: [Range<Int>]) -> [String] {
      let document = makeDocument(text)
      let bytes = document.text.utf8.span
      var reading = NameReading()
      var place = SentencePlace()
      reading.read(document, from: &place)
      var candidates = names.map {
        Candidate($0, type: NameType.organisation.number, probability: 0.5, by: .names)
      }
      reading.finish(&candidates)
      return reading.resolution.accepted.map {
        "\($0.entityType.rawValue): \(bytes.string(ByteRange(reading.pieces, $0.pieceRange)))"
      }
    }
    #expect(kept("The South Koreans left.", [2..<3]) == ["NORP: South Koreans"])
    #expect(
      kept("In Antigua and Barbuda rain fell.", [1..<2, 3..<4]) == ["GPE: Antigua and Barbuda"])
    // An article with a capital by its place is none of the phrase.
    #expect(kept("The Gambia won.", [1..<2]) == ["ORG: Gambia"])
    #expect(kept("Then The Hague won.", [2..<3]) == ["GPE: The Hague"])
    // A name that goes on beyond the phrase is another.
    #expect(kept("The South Korean Lake Bank left.", [2..<5]) == ["ORG: Korean Lake Bank"])
    #expect(kept("The South Korean Lake Bank left.", [1..<5]) == ["ORG: South Korean Lake Bank"])
    // Numbers are parts of phrases, and forms do not hide what the lists know.
    #expect(kept("A Boeing 747 left.", [1..<2]) == ["PRODUCT: Boeing 747"])
    #expect(kept("The Palestinian Authority left.", [1..<2]) == ["ORG: Palestinian Authority"])
    #expect(kept("Then Windows 11 left.", []) == ["PRODUCT: Windows 11"])
  }
}
