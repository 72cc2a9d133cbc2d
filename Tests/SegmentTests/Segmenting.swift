import Segment
import StageKit
import TextKit

/// Runs the stage on a text.
func segmented(
  _ text: String, language: String? = nil, options: SegmentOptions = SegmentOptions()
) throws -> Document {
  let context = StageContext(label: "segment", baseDirectory: "/", outputDirectory: "/")
  let stage = try SegmentStage(options: options, context: context)
  var document = Document(source: DocumentSource(key: InputKey(path: [])), text: text)
  document.metadata.language = language.map { Metadata.Language(code: $0, confidence: 1) }
  var scratch = stage.makeScratch()
  _ = try stage.process(&document, &scratch)
  return document
}

func sentences(_ text: String, language: String? = nil) throws -> [String] {
  let document = try segmented(text, language: language)
  return (document.sentences ?? []).map { document.text.utf8.span.string($0) }
}

/// The tokens with bars between them.
func tokens(_ text: String) throws -> String {
  let document = try segmented(text)
  return (document.tokens ?? []).map { document.text.utf8.span.string($0) }.joined(separator: "|")
}

/// The paragraphs, each after its kind.
func paragraphs(_ text: String) throws -> [String] {
  let document = try segmented(text)
  return (document.paragraphs ?? []).map {
    "\($0.kind.rawValue): \(document.text.utf8.span.string($0.range))"
  }
}
