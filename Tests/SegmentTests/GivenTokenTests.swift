import Segment
import StageKit
import Testing
import TextKit

/// Texts that are divided into tokens and sentences already are kept so.
@Suite struct GivenTokenTests {
  private func given(_ text: String) throws -> Document {
    var options = SegmentOptions()
    options.tokens = .given
    return try segmented(text, options: options)
  }

  private func parts(_ text: String) throws -> [[String]] {
    let document = try given(text)
    #expect(document.firstInvalidLayer() == nil)
    func strings(_ ranges: [ByteRange]?) -> [String] {
      (ranges ?? []).map { document.text.utf8.span.string($0) }
    }
    return [
      strings(document.paragraphs?.map(\.range)), strings(document.sentences),
      strings(document.tokens),
    ]
  }

  @Test func aLineIsASentenceAndSpacesDivideTokens() throws {
    let text = "  Dr. Holm did n't pay .\r\nWhy ?\n\n\nNo  one\tknows"
    #expect(try given(text).text == text)
    #expect(
      try parts(text) == [
        ["Dr. Holm did n't pay .\r\nWhy ?", "No  one\tknows"],
        ["Dr. Holm did n't pay .", "Why ?", "No  one\tknows"],
        ["Dr.", "Holm", "did", "n't", "pay", ".", "Why", "?", "No", "one", "knows"],
      ])
  }

  @Test(arguments: [
    "-DOCSTART-\tO\n\nAda\tB-PER\ncame\tO\n.\tO\n\nWhy\tO\n?\tO\n\n-DOCSTART-\tO\n\nNo\tO\n",
    "-DOCSTART- -X- O O\n\nAda NNP I-NP B-PER\ncame VBD B-VP O\n. . O O\n\nWhy WRB O O\n? . O O\n\n-DOCSTART- -X- O O\n\nNo DT O O",
  ])
  func columnsAreTokensWithAnnotations(_ text: String) throws {
    #expect(try given(text).text == "Ada came . Why ?\n\nNo")
    #expect(
      try parts(text) == [
        ["Ada came . Why ?", "No"], ["Ada came .", "Why ?", "No"],
        ["Ada", "came", ".", "Why", "?", "No"],
      ])
  }

  @Test func universalDependenciesSayWhereSpacesStand() throws {
    func line(_ number: String, _ form: String, _ misc: String = "_") -> String {
      "\(number)\t\(form)" + String(repeating: "\t_", count: 7) + "\t\(misc)"
    }
    let text = [
      "# newdoc id = a", "# text = It can't. No.", line("1", "It"),
      line("2-3", "can't", "SpaceAfter=No"), line("2", "ca"), line("3", "n't"), line("3.1", "do"),
      line("4", ".", "X=Y|SpaceAfter=No"), "", "# newpar", line("1", "No", "SpaceAfter=No"),
      line("2", "."), "",
    ].joined(separator: "\n")
    #expect(try given(text).text == "It can't.\n\nNo.")
    #expect(
      try parts(text) == [
        ["It can't.", "No."], ["It can't.", "No."], ["It", "can't", ".", "No", "."],
      ])
  }

  @Test func tellsWhichLineCannotBeRead() {
    let rows = String(repeating: "a\tO\n", count: 60)
    #expect(
      throws: StageFailure(
        reason: "unreadable_tokens", message: "line 61: no token in the first column")
    ) { try given(rows + "\tO\n") }
    let row = "1\ta" + String(repeating: "\t_", count: 8) + "\n"
    #expect(
      throws: StageFailure(
        reason: "unreadable_tokens",
        message: "line 61: ten columns with tabs between them are expected")
    ) { try given(String(repeating: row, count: 60) + "2\tb\n") }
  }

  /// Found by fuzzing.
  @Test func tabsBeforeALineAreNoToken() throws {
    #expect(
      try parts("They came .\n\tIt rained .\n\t\n \t a") == [
        ["They came .\n\tIt rained .", "a"], ["They came .", "It rained .", "a"],
        ["They", "came", ".", "It", "rained", ".", "a"],
      ])
  }

  @Test(arguments: ["", "\n\n", " \r\n", "# only a note", "a", "a\tb", "O", "\t\t", "-DOCSTART-"])
  func readsWhatIsHardlyThere(_ text: String) throws {
    guard let document = try? given(text) else { return }
    #expect(document.firstInvalidLayer() == nil && document.tokens != nil)
  }

  @Test func tokensOfAnEarlierStageAreKept() throws {
    var options = SegmentOptions()
    options.tokens = .given
    let context = StageContext(label: "segment", baseDirectory: "/", outputDirectory: "/")
    let stage = try SegmentStage(options: options, context: context)
    var document = Document(source: DocumentSource(key: InputKey(path: [])), text: "It rained.")
    document.paragraphs = [Paragraph(ByteRange(0, 10))]
    document.sentences = [ByteRange(0, 10)]
    document.tokens = [ByteRange(0, 10)]
    let before = document
    var scratch = stage.makeScratch()
    _ = try stage.process(&document, &scratch)
    #expect(document.firstUndeclaredChange(from: before, declared: []) == nil)
  }
}
