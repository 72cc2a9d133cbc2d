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
