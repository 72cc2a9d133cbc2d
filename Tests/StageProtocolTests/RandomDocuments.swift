import StageKit
import TestSupport
import TextKit

/// Documents with everything that a document can hold, the same ones for the same seed.
struct RandomDocuments {
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed)
  }

  mutating func document() -> Document {
    var path: [UInt8] = (0...upTo(12)).map { _ in UInt8.random(in: 1...255, using: &random) }
    if oneIn(2) { path = Array("news/a b#%.txt".utf8) }
    var document = Document(
      source: DocumentSource(
        key: InputKey(
          root: oneIn(2) ? "" : text(6), path: path, record: oneIn(2) ? 0 : 1 + upTo(9)),
        byteCount: upTo(100_000), sha256: String(upTo(1 << 40), radix: 16),
        encoding: oneIn(2) ? "utf-8" : "windows-1252"),
      text: text(200), form: Document.Form.allCases.randomElement(using: &random) ?? .plain)
    document.metadata = metadata()
    let boundaries = boundaries(of: document.text)
    if oneIn(2) {
      document.paragraphs = ranges(boundaries).map {
        Paragraph($0, kind: Paragraph.Kind.allCases.randomElement(using: &random) ?? .body)
      }
    }
    if oneIn(2) { document.sentences = ranges(boundaries) }
    if oneIn(2) { document.tokens = ranges(boundaries) }
    if oneIn(2) {
      document.entities = ranges(boundaries).map { range in
        Entity(
          range, type: EntityType(rawValue: oneIn(2) ? "PERSON" : "Ünknown"),
          group: oneIn(2) ? nil : upTo(9), confidence: oneIn(2) ? nil : number(),
          titles: texts(), value: oneIn(2) ? nil : text(8), link: oneIn(2) ? nil : text(8))
      }
    }
    if oneIn(2) {
      document.groups = (0..<upTo(4)).map { number in
        EntityGroup(
          identifier: number + 1, name: text(9), type: .person, count: upTo(9),
          link: oneIn(2) ? nil : text(5))
      }
    }
    if oneIn(2) {
      document.summary = Summary(
        sentences: [0, 2, 5], text: text(30), teaser: oneIn(2) ? nil : text(9), keyPoints: texts())
    }
    for number in 0..<upTo(3) { document.setExtra("stage\(number)", value(depth: 3)) }
    return document
  }

  private mutating func metadata() -> Metadata {
    var metadata = Metadata()
    metadata.title = optionalText()
    metadata.subtitle = optionalText()
    metadata.byline = texts()
    metadata.site = optionalText()
    metadata.section = optionalText()
    metadata.url = optionalText()
    if oneIn(2) { metadata.language = Metadata.Language(code: text(2), confidence: number()) }
    metadata.published = optionalText()
    metadata.updated = optionalText()
    metadata.captions = (0..<upTo(3)).map { _ in
      Metadata.Caption(text: text(9), credit: optionalText())
    }
    for note in texts() { metadata.addNote(note) }
    for number in 0..<upTo(3) { metadata.setOrigin(of: "field\(number)", text(5)) }
    return metadata
  }

  private mutating func value(depth: Int) -> Value {
    switch upTo(depth > 0 ? 7 : 5) {
    case 0: .null
    case 1: .bool(oneIn(2))
    case 2: .integer(Int.random(in: .min ... .max, using: &random))
    case 3: .number(oneIn(2) ? number() : Double(upTo(1000)))
    case 4: .string(text(9))
    case 5: .list((0..<upTo(4)).map { _ in value(depth: depth - 1) })
    default:
      .object((0..<upTo(4)).map { Value.Member("key\($0)", value(depth: depth - 1)) })
    }
  }

  private mutating func text(_ length: Int) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "b", " ", ".", "\n", "\"", "\\", "\0", "\u{1F}", "\u{7F}", "é", "€", "中", "🚀", "\u{301}",
      "\u{FFFD}", "\u{2028}", "\u{200D}", "\u{10FFFF}",
    ]
    // Half of them are plain, because those take other ways.
    let count = oneIn(2) ? 5 : scalars.count
    var text = String.UnicodeScalarView()
    for _ in 0..<upTo(length + 1) { text.append(scalars[upTo(count)]) }
    return String(text)
  }

  private mutating func optionalText() -> String? { oneIn(3) ? nil : text(12) }

  private mutating func texts() -> [String] { (0..<upTo(3)).map { _ in text(8) } }

  private mutating func number() -> Double { Double.random(in: 0...1, using: &random) }

  private mutating func boundaries(of text: String) -> [Int] {
    text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
      + [text.utf8.count]
  }

  private mutating func ranges(_ boundaries: [Int]) -> [ByteRange] {
    var ranges: [ByteRange] = []
    var place = 0
    while true {
      let start = place + upTo(4)
      let end = start + 1 + upTo(6)
      guard end < boundaries.count else { return ranges }
      ranges.append(ByteRange(boundaries[start], boundaries[end]))
      place = end
    }
  }

  private mutating func upTo(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  private mutating func oneIn(_ count: Int) -> Bool { upTo(count) == 0 }
}
