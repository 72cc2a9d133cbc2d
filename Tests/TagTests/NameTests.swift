import StageKit
import Tag
import Testing
import TextKit

/// What lists and rules find, before the model: an entity a line, with its title.
private func rules(_ text: String) -> (names: String, titles: [String]) {
  let document = makeDocument(text)
  let bytes = document.text.utf8.span
  var reading = NameReading()
  var place = SentencePlace()
  var lines: [String] = []
  var titles: [String] = []
  while place.sentence < document.sentences?.count ?? 0 {
    reading.read(document, from: &place)
    func string(_ pieces: Range<Int>) -> String {
      bytes.string(
        ByteRange(
          Int(reading.pieces[pieces.lowerBound].start),
          Int(reading.pieces[pieces.upperBound - 1].end)))
    }
    let inOrder = reading.rules.sorted { $0.pieceRange.lowerBound < $1.pieceRange.lowerBound }
    for rule in inOrder {
      lines.append("\(rule.entityType.rawValue): \(string(rule.pieceRange))")
      if let title = rule.titleRange { titles.append(string(title)) }
    }
  }
  return (lines.joined(separator: "\n"), titles)
}

@Suite struct NameTests {
  @Test(arguments: [
    ("Talks in China ended.", "GPE: China"),
    ("Talks in the United States ended.", "GPE: United States"),
    ("Talks in the U.S. ended.", "GPE: U.S."),
    ("Talks in the US ended.", "GPE: US"),
    ("Please tell us more.", ""),
    ("Talks in Guinea-Bissau ended.", "GPE: Guinea-Bissau"),
    ("The China-Russia talks ended.", "GPE: China\nGPE: Russia"),
    ("The China–Russia talks ended.", "GPE: China\nGPE: Russia"),
    ("Talks in New York ended.", "GPE: New York"),
    ("Talks in Côte d’Ivoire ended.", "GPE: Côte d’Ivoire"),
    ("Ships in the Black Sea sank.", "LOC: Black Sea"),
    ("Two Germans and a French cook.", "NORP: Germans\nNORP: French"),
    ("The Vatnor River rose.", "LOC: Vatnor River"),
    ("The Vatnor Province voted.", "GPE: Vatnor Province"),
    ("The Vatnor Airport closed.", "FAC: Vatnor Airport"),
    ("NEW DELHI (Wire) - rain fell.", "GPE: NEW DELHI"),
    ("A Norwegian bank fell.", "NORP: Norwegian"),
    ("A. Norra fell.", "PERSON: A. Norra"),
    // What looks like a part of the world may be a country or a people.
    ("Talks in South Korea ended.", "GPE: South Korea"),
    ("Talks in Cape Verde ended.", "GPE: Cape Verde"),
    ("Talks in the Marshall Islands ended.", "GPE: Marshall Islands"),
    ("The South Africans left.", "NORP: South Africans"),
    ("Talks in South Vatnor ended.", "LOC: South Vatnor"),
    ("Talks at South African Airways ended.", "ORG: South African Airways"),
  ])
  func findsPlacesAndPeoples(_ text: String, _ expected: String) {
    #expect(rules(text).names == expected)
  }

  @Test(arguments: [
    ("The UN and NATO met.", "ORG: UN\nORG: NATO"),
    ("The U.N. met.", "ORG: U.N."),
    ("The United Nations Security Council met.", "ORG: United Nations Security Council"),
    ("They sued Harbour Lane Ltd again.", "ORG: Harbour Lane Ltd"),
    ("They sued Harbour Lane Corp.", "ORG: Harbour Lane Corp"),
    ("They sued Harbour & Lane Inc again.", "ORG: Harbour & Lane Inc"),
    ("They sued Vatnor, Inc. again.", "ORG: Vatnor, Inc"),
    ("They sued Vatnor plc again.", "ORG: Vatnor plc"),
    ("They sued Vatnor Norra GmbH, Ann Bell said.", "ORG: Vatnor Norra GmbH\nPERSON: Ann Bell"),
    ("The Ministry of Public Works paid.", "ORG: Ministry of Public Works"),
    ("The Ministry of Trade and Industry paid.", "ORG: Ministry of Trade and Industry"),
    ("The University of Vatnor paid.", "ORG: University of Vatnor"),
    ("The Bank of China paid.", "ORG: Bank of China"),
    ("The Norwegian Fisheries Ministry paid.", "ORG: Norwegian Fisheries Ministry"),
    ("The Vatnor Workers Party won.", "ORG: Vatnor Workers Party"),
    ("The VKB sold it.", "ORG: VKB"),
    ("The CEO sold a TV.", ""),
    ("The Vatnor Teachers' Union paid.", "ORG: Vatnor Teachers' Union"),
    ("The Vatnor Digital Forum met.", "ORG: Vatnor Digital Forum"),
    ("The Vatnor Peace Treaty failed.", "LAW: Vatnor Peace Treaty"),
    ("The Vatnor Jazz Festival failed.", "EVENT: Vatnor Jazz Festival"),
    ("The Republic of Vatnor paid.", "GPE: Republic of Vatnor"),
    ("They fled al-Shabaab again.", "ORG: al-Shabaab"),
  ])
  func findsOrganisations(_ text: String, _ expected: String) {
    #expect(rules(text).names == expected)
  }

  @Test(arguments: [
    ("They met Ann Bell again.", "PERSON: Ann Bell", [String]()),
    ("They met Mr. Vatnor again.", "PERSON: Vatnor", ["Mr."]),
    ("They met Foreign Minister Ann Bell.", "PERSON: Ann Bell", ["Foreign Minister"]),
    ("They met former prime minister Ann Bell.", "PERSON: Ann Bell", ["former prime minister"]),
    ("They met Secretary of State Ann Bell.", "PERSON: Ann Bell", ["Secretary of State"]),
    ("They met John F. Vatnor again.", "PERSON: John F. Vatnor", []),
    ("They met Sean O'Vatnor again.", "PERSON: Sean O'Vatnor", []),
    ("They met Jean-Paul Vatnor again.", "PERSON: Jean-Paul Vatnor", []),
    ("They met Kim Vat-nor again.", "PERSON: Kim Vat-nor", []),
    ("They met Anna van der Vatnor again.", "PERSON: Anna van der Vatnor", []),
    ("They met Zhang Vatnor again.", "PERSON: Zhang Vatnor", []),
    ("They met Anna Paris again.", "PERSON: Anna Paris", []),
    ("Visiting Paris helped.", "GPE: Paris", []),
    ("Again Vatnor said no.", "PERSON: Vatnor", []),
    ("It rained in Vatnor again.", "GPE: Vatnor", []),
    ("They met spokeswoman Una Vatnor.", "PERSON: Una Vatnor", ["spokeswoman"]),
  ])
  func findsPeopleWithoutTheirTitles(_ text: String, _ expected: String, _ titles: [String]) throws
  {
    #expect(rules(text).names == expected)
    #expect(rules(text).titles == titles)
  }

  @Test func splitsNationalityFromTitle() throws {
    #expect(
      rules("They met Chinese Foreign Minister Zhang Wu there.").names
        == "NORP: Chinese\nPERSON: Zhang Wu")
  }

  @Test func readsTitlesThatAreOtherWordsWithACapital() {
    for title in [
      "Health Minister", "First Minister", "Electricity Minister", "Solicitor General", "Cllr",
      "Shri",
      "Baroness", "Supt",
    ] {
      let found = rules("Then \(title) Ann Bell left.")
      #expect(found.titles == [title])
      #expect(found.names == "PERSON: Ann Bell")
    }
  }

  @Test func takesTightInitialsForThoseOfAPerson() {
    #expect(rules("Then A.J. Vatnor left.").names == "PERSON: A.J. Vatnor")
    #expect(rules("Then A.J.K. Vatnor left.").names == "PERSON: A.J.K. Vatnor")
    #expect(rules("Then U.S. Vatnor left.").names == "GPE: U.S.")
    #expect(rules("Then AJ Vatnor left.").names == "ORG: AJ Vatnor")
  }

  @Test func remembersSurnamesBeforeAndAfter() throws {
    let found = rules("Vatnor spoke.\nThen Una Vatnor left.\nLater Vatnor’s aide came.").names
    #expect(found == "PERSON: Vatnor\nPERSON: Una Vatnor\nPERSON: Vatnor")
  }

  @Test func remembersLeadingFamilyNames() {
    #expect(rules("Zhang Wu spoke.\nZhang left.").names == "PERSON: Zhang Wu\nPERSON: Zhang")
  }

  @Test func remembersNothingFromOtherDocuments() {
    var reading = NameReading()
    for (text, count) in [("Una Vatnor left.", 1), ("Vatnor left.", 0)] {
      var place = SentencePlace()
      reading.read(makeDocument(text), from: &place)
      #expect(reading.rules.count == count)
    }
  }

  @Test func remembersCompaniesByTheirFirstWord() throws {
    let found = rules("They sued Vatnor Holdings again.\nIn court Vatnor won.").names
    #expect(found == "ORG: Vatnor Holdings\nORG: Vatnor")
  }

  @Test(arguments: ["'", "’"])
  func leavesPossessivesOut(_ apostrophe: String) throws {
    let found = rules("It was China\(apostrophe)s and Ann Bell\(apostrophe)s plan.").names
    #expect(found == "GPE: China\nPERSON: Ann Bell")
  }

  @Test func needsEvidenceAtTheStartOfSentences() {
    #expect(rules("Fishing is hard.\nWhile rain fell.\nThe End was near.").names == "")
  }

  @Test func trustsOnlyListsInHeadlines() {
    #expect(rules("Great Fishing Boats Sink In China Waters Again").names == "GPE: China")
  }

  @Test func linksPlaces() throws {
    let document = try tag("From China and the U.S. to Congo, Lyon and the UN.")
    let links = document.entities?.map(\.link)
    #expect(links == ["iso3166:CN", "iso3166:US", "iso3166:CD", "geonames:2996944", nil])
  }
}
