import Foundation
import StageKit
import Testing
import TextKit
import Write

@Suite struct RandomRecordTests {
  @Test func recordsOfRandomDocumentsReadBackAsTheyWere() throws {
    var random = RandomDocuments(state: 41)
    for unit in OffsetUnit.allCases {
      let stage = try stage(["tokens": true, "offsets": .string(unit.rawValue)])
      var scratch = stage.makeScratch()
      for _ in 0..<80 {
        let document = random.document()
        var bytes: [UInt8] = []
        try stage.encode(document, &scratch, into: &bytes)
        #expect(bytes.firstIndex(of: UInt8(ascii: "\n")) == bytes.count - 1)
        #expect(!bytes.dropLast().contains { $0 < 0x20 })
        // Another reader than this package's own must agree that it is JSON.
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
        try expect(Value(json: bytes.span), holds: document, unit)
      }
    }
  }

  @Test func indentedRecordsHoldTheSame() throws {
    var random = RandomDocuments(state: 42)
    for _ in 0..<100 {
      let document = random.document()
      let options: Value = ["format": "json", "path": "out", "indent": 1, "tokens": true]
      #expect(try record(document, options) == record(document, ["tokens": true]))
    }
  }

  private func expect(_ record: Value, holds document: Document, _ unit: OffsetUnit) {
    #expect(record["text"]?.string == document.text)
    #expect(record["title"]?.string == document.metadata.title)
    #expect(record["notes"]?.list?.map(\.string) == document.metadata.notes)
    #expect(record["summary"]?["text"]?.string == document.summary?.text)
    #expect(record["extra"] == (document.extra.isEmpty ? nil : .object(document.extra)))
    func slices(_ ranges: [ByteRange]?) -> [String]? {
      ranges?.map { document.text.utf8.span.string($0) }
    }
    func slices(_ layer: Value?) -> [String?]? {
      layer?.list?.map { range in
        let start = range["start"]?.integer ?? range.list?.first?.integer
        let end = range["end"]?.integer ?? range.list?.last?.integer
        guard let start, let end else { return nil }
        return slice(document.text, start, end, unit)
      }
    }
    #expect(slices(record["paragraphs"]) == slices(document.paragraphs?.map(\.range)))
    #expect(slices(record["sentences"]) == slices(document.sentences))
    #expect(slices(record["tokens"]) == slices(document.tokens))
    #expect(slices(record["entities"]) == slices(document.entities?.map(\.range)))
    #expect(
      record["entities"]?.list?.map { $0["text"]?.string }
        == slices(document.entities?.map(\.range)))
  }

  /// What a reader in another language cuts out of the text.
  private func slice(_ text: String, _ start: Int, _ end: Int, _ unit: OffsetUnit) -> String {
    switch unit {
    case .bytes: String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
    case .utf16: String(decoding: Array(text.utf16)[start..<end], as: UTF16.self)
    case .codepoints:
      String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
    }
  }
}

/// Makes documents with random layers and hostile strings, the same ones for the same state.
private struct RandomDocuments: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func string() -> String {
    let pieces = [
      "a", "word ", "\"", "\\", "\n", "\r\n", "\t", "\0", "\u{1F}", "\u{7F}", "\u{2028}", "é",
      "中文", "🚀", "👩‍🚀", "e\u{301}", "\u{FEFF}", "\u{10FFFF}", "</script>", "{\"x\":[1,",
      "a long run of plain letters and spaces ",
    ]
    return (0..<Int.random(in: 0...30, using: &self)).map { _ in
      pieces[Int.random(in: pieces.indices, using: &self)]
    }.joined()
  }

  mutating func optional<T>(_ make: (inout Self) -> T) -> T? {
    Bool.random(using: &self) ? make(&self) : nil
  }

  mutating func list<T>(_ make: (inout Self) -> T) -> [T] {
    (0..<Int.random(in: 0...4, using: &self)).map { _ in make(&self) }
  }

  /// Ranges in order on scalar boundaries.
  mutating func ranges(_ text: String) -> [ByteRange] {
    var cuts = text.unicodeScalars.indices.map {
      text.utf8.distance(from: text.startIndex, to: $0)
    }
    cuts.append(text.utf8.count)
    var ranges: [ByteRange] = []
    var index = 0
    while true {
      let start = index + Int.random(in: 0...3, using: &self)
      let end = start + Int.random(in: 1...9, using: &self)
      guard end < cuts.count else { return ranges }
      ranges.append(ByteRange(cuts[start], cuts[end]))
      index = end
    }
  }

  mutating func document() -> Document {
    let path =
      Array(string().utf8) + (optional { [UInt8](repeating: 0xFF, count: 2) + [$0.byte()] } ?? [])
    let text = string() + string()
    var document = Document(
      source: DocumentSource(key: InputKey(root: string(), path: path, record: 3)), text: text)
    document.metadata.title = optional { $0.string() }
    document.metadata.byline = list { $0.string() }
    document.metadata.notes = list { $0.string() }
    document.metadata.captions = list { Metadata.Caption(text: $0.string(), credit: $0.string()) }
    document.metadata.setOrigin(of: string(), string())
    document.metadata.language = optional {
      Metadata.Language(code: $0.string(), confidence: $0.confidence())
    }
    document.paragraphs = optional { random in random.ranges(text).map { Paragraph($0) } }
    document.sentences = optional { $0.ranges(text) }
    document.tokens = optional { $0.ranges(text) }
    document.entities = optional { random in
      random.ranges(text).map { range in
        Entity(
          range, type: EntityType(rawValue: random.string()), group: random.optional { _ in 7 },
          confidence: random.optional { $0.confidence() }, titles: random.list { $0.string() },
          value: random.optional { $0.string() }, link: random.optional { $0.string() })
      }
    }
    document.groups = optional { random in
      [EntityGroup(identifier: 1, name: random.string(), type: .person, count: -1)]
    }
    document.summary = optional { random in
      Summary(
        sentences: [0, 5], text: random.string(), teaser: random.string(),
        keyPoints: random.list { $0.string() })
    }
    if Bool.random(using: &self) {
      document.setExtra(string(), .list([.string(string()), [:], 1.5, nil]))
    }
    return document
  }

  mutating func byte() -> UInt8 { UInt8.random(in: 0...255, using: &self) }

  mutating func confidence() -> Double {
    Bool.random(using: &self)
      ? Double.random(in: 0...1, using: &self)
      : Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &self))
  }
}
