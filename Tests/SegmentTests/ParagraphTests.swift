import Segment
import StageKit
import Testing
import TextKit

@Suite struct ParagraphTests {
  @Test func dividesAtBlankLinesAndTrims() throws {
    #expect(
      try paragraphs(" \n One. \u{A0}\n \t\r\n\n  Two.\n\n\n") == ["body: One.", "body: Two."])
  }

  @Test func dividesAtLineBreaksWhereNothingIsWrapped() throws {
    let text = "The crane fell at noon.\nNobody was hurt.\nIt will be raised on Monday."
    #expect(try paragraphs(text).count == 3)
  }

  @Test func joinsHardWrappedLines() throws {
    let text = """
      The harbour master of Tarn said on Monday
      that the old crane would not be raised
      again, because nobody had asked for it in
      seven years and the pier was rotten.
      A second crane will be sold in the spring
      to whoever comes first with a good offer.

      Nobody came.
      """
    #expect(
      try paragraphs(text).map { $0.suffix(12) } == [
        "pier was rotten.".suffix(12), "a good offer.".suffix(12), "Nobody came.".suffix(12),
      ])
  }

  @Test func knowsListsByTheirNeighbours() throws {
    #expect(
      try paragraphs("Needed:\n\n- a crane\n- a pier\n\nDone.") == [
        "body: Needed:", "list_item: - a crane", "list_item: - a pier", "body: Done.",
      ])
    #expect(try paragraphs("1. Crane\n2. Pier") == ["list_item: 1. Crane", "list_item: 2. Pier"])
    #expect(try paragraphs("• Crane") == ["list_item: • Crane"])
    #expect(try paragraphs("1. Crane\n7. Pier") == ["body: 1. Crane", "body: 7. Pier"])
    #expect(try paragraphs("- he said so.\n\nThen he left.")[0] == "body: - he said so.")
  }

  @Test func takesALineForAHeadingOnlyBetweenSentences() throws {
    let body = "The old crane of the harbour fell into the water at noon on Monday."
    #expect(
      try paragraphs("\(body)\n\nWhat the mayor says\n\n\(body)")[1]
        == "heading: What the mayor says")
    #expect(try paragraphs("\(body)\n\nWhat the mayor says")[1] == "body: What the mayor says")
    #expect(try paragraphs("\(body)\n\nBy Ada Holm\n\n\(body)")[1] == "body: By Ada Holm")
    #expect(try paragraphs("Photo: Ada Holm\n\n\(body)")[0] == "caption: Photo: Ada Holm")
    #expect(try paragraphs("\(body)\n\nIt fell.\n\n\(body)")[1] == "body: It fell.")
  }

  @Test(arguments: [
    ("Photo: Ada Holm", "caption"), ("Photos: Ada Holm", "caption"),
    ("Figure 3: Cranes by age.", "caption"), ("Fig. 2a: Cranes.", "caption"),
    ("Abb. 4: Krane", "caption"), ("Cranes at noon. (Photo by Ada Holm)", "caption"),
    ("Cranes at noon [Image: Northwire]", "caption"), ("Photographs show that it fell.", "body"),
    ("Figure 3 shows: cranes fall.", "body"),
    ("Cranes fall (a photo shows it)", "body"), ("(Photo", "body"), ("Photo:", "body"),
    ("> It rained.", "quote"), (">> It rained.", "quote"), ("> ", "body"), (">5 cranes", "body"),
    (")", "body"),
  ])
  func knowsCaptionsAndQuotationsByTheirMarks(_ text: String, _ kind: String) throws {
    #expect(try segmented(text).paragraphs?.map(\.kind.rawValue) == [kind])
  }

  @Test func keepsTheParagraphsThatAreThere() throws {
    let context = StageContext(label: "segment", baseDirectory: "/", outputDirectory: "/")
    let stage = try SegmentStage(options: SegmentOptions(), context: context)
    var document = Document(
      source: DocumentSource(key: InputKey(path: [])), text: "One. Two.\n\nThree.")
    document.paragraphs = [Paragraph(ByteRange(0, 4), kind: .quote)]
    var scratch = stage.makeScratch()
    _ = try stage.process(&document, &scratch)
    #expect(document.paragraphs == [Paragraph(ByteRange(0, 4), kind: .quote)])
    #expect(document.sentences == [ByteRange(0, 4)])
    #expect(document.tokens == [ByteRange(0, 3), ByteRange(3, 4)])
  }
}
