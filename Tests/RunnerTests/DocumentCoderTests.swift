import StageKit
import Testing
import TextKit

@testable import Runner

/// Documents as the spool and the quarantine hold them.
@Suite struct DocumentCoderTests {
  private var document: Document {
    var document = Document(
      source: DocumentSource(
        key: InputKey(root: "wire", path: Array("a/b.txt".utf8), record: 3), byteCount: 40,
        sha256: "ab", encoding: "utf-16le"),
      text: "Zürich opens. Ships come.", form: .plain)
    document.metadata.title = "Title"
    document.metadata.addNote("a note")
    document.metadata.setOrigin(of: "title", "first line")
    document.paragraphs = [Paragraph(ByteRange(0, 26), kind: .quote)]
    document.sentences = [ByteRange(0, 14), ByteRange(15, 26)]
    document.tokens = [ByteRange(0, 7), ByteRange(8, 13), ByteRange(13, 14), ByteRange(15, 20)]
    document.entities = [
      Entity(ByteRange(0, 7), type: .geopolitical, group: 1, confidence: 0.25, titles: ["City"])
    ]
    document.groups = [
      EntityGroup(identifier: 1, name: "Zürich", type: .geopolitical, count: 1, link: "x:y")
    ]
    document.summary = Summary(sentences: [1], text: "Ships come.", teaser: nil, keyPoints: ["a"])
    document.setExtra("shout", ["words": .number(3)])
    return document
  }

  private func encoded(_ document: Document) -> [UInt8] {
    var bytes: [UInt8] = []
    var coder = DocumentCoder()
    coder.encode(document, into: &bytes)
    return bytes
  }

  @Test func comeBackWithAllThatIsInThem() throws {
    var withoutTokens = document
    withoutTokens.tokens = nil
    var withoutSentences = document
    withoutSentences.sentences = []
    let bare = Document(source: DocumentSource(key: InputKey(path: [0x61])), text: "")
    for document in [document, withoutTokens, withoutSentences, bare] {
      var coder = KeptDocumentCoder()
      var bytes: [UInt8] = []
      coder.encode(document, into: &bytes)
      let result = coder.decode(bytes.span)
      let decoded = try #require(result)
      #expect(encoded(decoded) == encoded(document))
      #expect(decoded.sentences == document.sentences && decoded.tokens == document.tokens)
      var other = DocumentCoder()
      let json = encoded(document)
      let same = other.decode(json.span)
      #expect(encoded(try #require(same)) == json)
    }
  }

  @Test func whatIsCutOffOrChangedIsNoDocumentOrAWholeOne() {
    var coder = KeptDocumentCoder()
    var bytes: [UInt8] = []
    coder.encode(document, into: &bytes)
    for count in 0..<bytes.count {
      let isNothing = coder.decode(bytes.span.extracting(0..<count)) == nil
      #expect(isNothing)
    }
    for index in 0..<min(40, bytes.count) {
      for change in [UInt8(1), 0x80, 0xFF] {
        var changed = bytes
        changed[index] ^= change
        if let document = coder.decode(changed.span) {
          #expect((document.tokens?.last?.end ?? 0) <= document.text.utf8.count)
        }
      }
    }
  }
}
