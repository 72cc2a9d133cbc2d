import Foundation
import StageKit
import StageProtocol
import Testing
import TextKit

@Suite struct DocumentTests {
  static let allLayers: [Layer] = [
    .text, .metadata, .paragraphs, .sentences, .tokens, .entities, .groups, .summary, .extra,
  ]

  private func expectSame(_ one: Document, _ other: Document) {
    #expect(one.source == other.source)
    #expect(one.text.utf8.elementsEqual(other.text.utf8) && one.form == other.form)
    #expect(one.metadata == other.metadata)
    #expect(one.paragraphs == other.paragraphs)
    #expect(one.sentences == other.sentences)
    #expect(one.tokens == other.tokens)
    #expect(one.entities == other.entities)
    #expect(one.groups == other.groups)
    #expect(one.summary == other.summary)
    #expect(one.extra == other.extra)
  }

  private func message(
    _ document: Document, _ purpose: DocumentWriter.Purpose, _ unit: OffsetUnit
  ) throws -> Value {
    var writer = DocumentWriter(purpose, layers: Self.allLayers, offsets: unit)
    var bytes = Array("{\"seq\":0".utf8)
    writer.append(document, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
    #expect(!bytes.contains { $0 < 0x20 })
    // Another reader than this package's own must agree that it is JSON.
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
    return try Value(json: bytes.span)
  }

  @Test(arguments: OffsetUnit.allCases) func requestsCarryWholeDocuments(_ unit: OffsetUnit) throws
  {
    var random = RandomDocuments(seed: 51)
    var reader = DocumentReader(offsets: unit)
    for _ in 0..<150 {
      let document = random.document()
      expectSame(try reader.document(from: message(document, .request, unit)), document)
    }
  }

  @Test func requestsCarryRawOffsetsWhereTheyAreKept() throws {
    var document = Document(source: DocumentSource(key: InputKey(path: [0x61])), text: "a & bé")
    var reader = DocumentReader(offsets: .codepoints)
    #expect(try reader.document(from: message(document, .request, .codepoints)).rawOffsets == nil)
    var map = OffsetMap(copyOf: 2, from: 3)
    map.append(1, from: 5..<10)
    map.append(4, from: 10..<14)
    document.rawOffsets = map
    #expect(try reader.document(from: message(document, .request, .codepoints)).rawOffsets == map)
    for wrong in ["[[1,0,7]]", "[[0,0,2],[0,2,7]]", "[[0,7]]", "[[0,9,2]]", "[]"] {
      let request = try Value(json: Array("{\"text\":\"a b\",\"raw_offsets\":\(wrong)}".utf8).span)
      #expect(throws: MessageProblem.self) { try reader.document(from: request) }
    }
  }

  @Test(arguments: OffsetUnit.allCases) func answersTurnOneDocumentIntoAnother(
    _ unit: OffsetUnit
  ) throws {
    var random = RandomDocuments(seed: 52)
    var reader = DocumentReader(offsets: unit)
    for _ in 0..<150 {
      let wanted = random.document()
      // Values under 'extra' are only ever added.
      var document = Document(source: wanted.source, text: "before")
      document.sentences = [ByteRange(0, 6)]
      document.metadata.title = "before"
      document.metadata.setOrigin(of: "title", "before")
      let answer = try message(wanted, .answer, unit)
      #expect(try reader.apply(answer, to: &document, declared: Self.allLayers) == .keep)
      expectSame(document, wanted)
    }
  }

  private func apply(
    _ answer: String, _ declared: [Layer] = allLayers, text: String = "Zoë came. She left."
  ) throws -> (Verdict, Document) {
    var document = Document(
      source: DocumentSource(key: InputKey(path: Array("a.txt".utf8))), text: text)
    document.tokens = [ByteRange(0, 4)]
    var reader = DocumentReader(offsets: .codepoints)
    let value = try Value(json: answer.utf8.span)
    let verdict = try reader.apply(value, to: &document, declared: declared)
    return (verdict, document)
  }

  @Test func anEmptyAnswerKeepsTheDocumentAsItIs() throws {
    let (verdict, document) = try apply(#"{"seq": 0}"#)
    #expect(verdict == .keep && document.tokens == [ByteRange(0, 4)])
  }

  @Test func answersCountInTheAgreedUnit() throws {
    let (_, document) = try apply(#"{"entities": [{"start": 0, "end": 3, "type": "PERSON"}]}"#)
    #expect(document.entities == [Entity(ByteRange(0, 4), type: .person)])
    let (_, pairs) = try apply(#"{"sentences": [[0, 9], [10, 19]]}"#)
    #expect(pairs.sentences == [ByteRange(0, 10), ByteRange(11, 20)])
  }

  @Test func anotherTextDiscardsTheLayersAndTheSameTextDoesNot() throws {
    #expect(try apply(#"{"text": "Other"}"#).1.tokens == nil)
    #expect(try apply(#"{"text": "Zoë came. She left."}"#).1.tokens != nil)
    let (_, both) = try apply(#"{"sentences": [[0, 5]], "text": "Other"}"#)
    #expect(both.sentences == [ByteRange(0, 5)] && both.tokens == nil)
  }

  @Test func requestsLeaveOutWhatIsNotKnown() throws {
    var document = Document(source: DocumentSource(key: InputKey(path: [97])), text: "It rained.")
    document.metadata.title = "Rain"
    var message: [UInt8] = []
    var writer = DocumentWriter(.request, layers: [.tokens, .entities], offsets: .codepoints)
    writer.append(document, to: &message)
    let text = String(decoding: message, as: UTF8.self)
    #expect(text.contains(#","title":"Rain""#))
    #expect(!text.contains("null"), "\(text)")
  }

  @Test func nullTakesALayerAway() throws {
    #expect(try apply(#"{"tokens": null}"#).1.tokens == nil)
  }

  @Test func dropsAndFailuresAreTold() throws {
    #expect(try apply(#"{"drop": "too_short"}"#).0 == .drop(reason: "too_short"))
    #expect(
      throws: StageFailure(
        reason: "no_model", message: "no model for 'xx'", offset: 3, isTransient: true)
    ) {
      try apply(
        #"{"failure": {"reason": "no_model", "message": "no model for 'xx'", "offset": 3, "transient": true}}"#
      )
    }
    #expect(throws: StageFailure(reason: "failed", message: "no luck")) {
      try apply(#"{"failure": "no luck"}"#)
    }
  }

  @Test(arguments: [
    ("[1]", "an object is expected"),
    (
      #"{"sentences": [[0, 99]]}"#,
      "sentences[0][1]: 99 is no place in the text, counted in codepoints"
    ),
    (
      #"{"sentences": [[-1, 2]]}"#,
      "sentences[0][0]: -1 is no place in the text, counted in codepoints"
    ),
    (#"{"sentences": [[3, 2]]}"#, "sentences[0]: it ends before it starts"),
    (#"{"sentences": [[3]]}"#, "sentences[0]: two numbers are expected"),
    (#"{"sentences": {"start": 1}}"#, "sentences: a list is expected"),
    (#"{"entities": [{"start": 0, "end": 3}]}"#, "entities[0]: 'type' is missing"),
    (
      #"{"entities": [{"start": 0.5, "end": 3, "type": "X"}]}"#,
      "entities[0].start: a whole number is expected"
    ),
    (
      #"{"paragraphs": [{"start": 0, "end": 3, "kind": "x"}]}"#,
      "paragraphs[0].kind: one of heading, body, caption, list_item, quote is expected"
    ),
    (#"{"summary": {"sentences": [0]}}"#, "summary: 'text' is missing"),
    (#"{"byline": "Ann"}"#, "byline: a list is expected"),
    (#"{"captions": [{}]}"#, "captions[0]: 'text' is missing"),
    (#"{"sumary": 1}"#, "sumary: an answer has no such member"),
    (
      #"{"drop": "Too short"}"#, "drop: a word in 'snake_case' is expected, at most 64 letters long"
    ),
    (#"{"form": "rtf", "text": "x"}"#, "form: one of plain, markdown, html is expected"),
  ])
  func mistakesInAnswersAreLocated(_ answer: String, _ problem: String) {
    #expect(
      throws: StageFailure(
        reason: "bad_answer", message: "the program's answer is wrong: \(problem)")
    ) { try apply(answer) }
  }

  @Test func layersThatAreNotDeclaredCannotBeWritten() {
    #expect(
      throws: StageFailure(
        reason: "undeclared_layer",
        message: "the program wrote 'title', but does not declare to write metadata")
    ) { try apply(#"{"title": "x"}"#, [.extra]) }
    #expect(throws: StageFailure.self) { try apply(#"{"tokens": null}"#, [.extra]) }
    #expect(throws: StageFailure.self) { try apply(#"{"text": "x"}"#, [.extra]) }
  }

  @Test func aRequestNeedsNoMoreThanAText() throws {
    var reader = DocumentReader(offsets: .codepoints)
    let value = try Value(
      json: #"{"id": "b%23/ü.txt#12", "text": "It rained.", "mood": 1}"#.utf8.span)
    let document = try reader.document(from: value)
    #expect(document.source.key == InputKey(path: Array("b#/ü.txt".utf8), record: 12))
    #expect(document.source.key.identifier == "b%23/ü.txt#12")
    #expect(throws: MessageProblem("", "'text' is missing")) {
      try reader.document(from: ["id": "a"])
    }
  }
}
