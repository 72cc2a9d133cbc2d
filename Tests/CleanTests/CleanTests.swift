import StageKit
import Testing
import TextKit

@testable import Clean

/// The document that is left of a text, and what the stage said of it.
func cleaned(
  _ text: String, _ form: Document.Form = .plain, options: CleanOptions = CleanOptions(),
  metadata: Metadata = Metadata()
) throws -> (document: Document, verdict: Verdict) {
  let context = StageContext(label: "clean", baseDirectory: "/", outputDirectory: "/")
  let stage = try CleanStage(options: options, context: context)
  var scratch = stage.makeScratch()
  let source = DocumentSource(key: InputKey(path: Array("a.txt".utf8)))
  var document = Document(source: source, text: text, form: form)
  document.metadata = metadata
  let verdict = try stage.process(&document, &scratch)
  return (document, verdict)
}

@Suite struct CleanTests {
  @Test(arguments: CleanStage.descriptor.examples.indices)
  func examplesShowWhatHappens(_ index: Int) throws {
    let example = CleanStage.descriptor.examples[index]
    let options = try CleanOptions(decoding: example.options)
    let document = try cleaned(example.input, example.form, options: options).document
    #expect(document.rendering(of: CleanStage.descriptor.writes) == example.output)
  }

  @Test func dropsWhatIsEmptyUnlessToldOtherwise() throws {
    #expect(try cleaned(" \n\u{200B}\n").verdict == .drop(reason: "empty"))
    var options = CleanOptions()
    options.keepsEmpty = true
    #expect(try cleaned("", options: options).verdict == .keep)
    #expect(try cleaned("<html></html>", .html).verdict == .drop(reason: "empty"))
  }

  @Test func leavesPlainForm() throws {
    for form in Document.Form.allCases {
      let document = try cleaned("Rain fell on the coast for days.", form).document
      #expect(document.form == .plain && document.text == "Rain fell on the coast for days.")
    }
  }

  @Test func keepsMetadataOfTheSource() throws {
    var known = Metadata()
    known.title = "Known title"
    known.published = "2020-01-01"
    known.language = Metadata.Language(code: "cy", confidence: 1)
    let text = """
      Another headline here
      Published: March 4, 2024

      It was the first time that the river had risen so high, and people left their houses.
      """
    let document = try cleaned(text, metadata: known).document
    #expect(document.metadata.title == "Known title")
    #expect(document.metadata.published == "2020-01-01")
    #expect(document.metadata.language?.code == "cy")
    #expect(document.text.hasPrefix("Another headline here\n\n"))
  }

  @Test func leavesEverythingInPlaceWithoutMetadataAndBoilerplate() throws {
    var options = CleanOptions()
    options.findsMetadata = false
    options.removesBoilerplate = false
    let text = "Headline\n\nBy Ann Bell\n\nShare on Facebook\n\nThe text of it all."
    let document = try cleaned(text, options: options).document
    #expect(document.text == text && document.metadata.title == nil)
  }

  /// Found by fuzzing: the first pass had left these, the second one took them.
  @Test(
    arguments: [
      (
        "<p>Privacy Overview</p><p>This site keeps some of what you tell it for a while.</p>", .html
      ),
      ("Rain fell.\n\n--\n\n--\n\nAnn Bell", .plain),
      ("It rained.\n\n--\n\nAnn Bell\n\nIt rained on.\n\nVale Courier", .plain),
      ("A mark: e\u{301}•… and no more of it.", .plain),
    ] as [(String, Document.Form)])
  func whatWasCleanedIsNotChangedAgain(_ text: String, _ form: Document.Form) throws {
    var document = try cleaned(text, form).document
    let first = document.text
    let stage = try CleanStage(
      options: CleanOptions(),
      context: StageContext(label: "clean", baseDirectory: "/", outputDirectory: "/"))
    var scratch = stage.makeScratch()
    _ = try stage.process(&document, &scratch)
    #expect(document.text == first)
  }

  /// Found by fuzzing: it depended on where the character stood.
  @Test(arguments: ["\u{200D}", "\u{200C}", "\u{AD}", "\u{200B}", "\u{0}", "\u{202E}"])
  func whatIsLeftOutBetweenSpacesLeavesOneSpace(_ invisible: String) throws {
    for count in 1...20 {
      let start = String(repeating: "x", count: count)
      let text = "\(start) \(invisible) and so on and on and on."
      #expect(try cleaned(text).document.text == "\(start) and so on and on and on.")
    }
  }

  @Test func everyRangeIsValid() throws {
    let text = "Überschrift\n\n• Ein Punkt\n\nDer Text – mit Strich – und Ende."
    let document = try cleaned(text).document
    #expect(document.firstInvalidLayer() == nil)
    #expect(document.paragraphs?.map(\.kind) == [.listItem, .body])
  }
}
