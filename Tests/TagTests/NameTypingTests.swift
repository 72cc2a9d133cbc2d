import StageKit
import Testing
import TextKit

@testable import Tag

/// What becomes of a name that the model finds: `TYPE: text`.
private func typed(_ text: String, _ name: String, as type: String) throws -> String {
  let document = makeDocument(text)
  let bytes = document.text.utf8.span
  var reading = NameReading()
  var place = SentencePlace()
  reading.read(document, from: &place)
  let start = try #require(
    (0..<text.utf8.count).first { Array(text.utf8.dropFirst($0)).starts(with: name.utf8) })
  let end = start + name.utf8.count
  let first = try #require(reading.pieces.firstIndex { $0.start == start })
  let last = try #require(reading.pieces.firstIndex { $0.end == end })
  let types = ["LOC", "MISC", "ORG", "PER"]
  let found = NameTagger.Name(
    pieces: first..<last + 1, type: try #require(types.firstIndex(of: type)), probability: 0.9)
  var candidates: [Candidate] = []
  NameTyping(types, number: TypeTable.number).append([found], reading, to: &candidates)
  return candidates.map {
    "\($0.entityType.rawValue): \(bytes.string(ByteRange(reading.pieces, $0.pieceRange)))"
  }.joined(separator: "\n")
}

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

  @Test func endsPeopleBeforeTheTitleOfAnother() throws {
    #expect(
      try typed("They met Ann Bell, Dr. Tom Holm again.", "Ann Bell, Dr. Tom Holm", as: "PER")
        == "PERSON: Ann Bell\nPERSON: Tom Holm")
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
    #expect(try typed(text, "Vatnor", as: "LOC") == "GPE: Vatnor")
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
}
