public import StageKit
import TextKit

/// The texts that stages are tried on.
enum Samples {
  static func document(_ text: String, form: Document.Form = .plain) -> Document {
    Document(
      source: DocumentSource(
        key: InputKey(path: Array("conformance/example.txt".utf8)), byteCount: text.utf8.count),
      text: text, form: form)
  }

  /// Texts that break things, with what they are.
  static let hostile: [(name: String, text: String)] = [
    ("an empty text", ""),
    ("a space", " "),
    ("line breaks only", "\n\n\n"),
    ("a single full stop", "."),
    ("NULs", "\0\0 a\0b \0"),
    ("emoji only", String(repeating: "🚀👩‍👩‍👧‍👦🏳️‍🌈", count: 200)),
    // What an unpaired surrogate of a JSON text becomes.
    ("what was unpaired surrogates", "\u{FFFD}\u{FFFD} said \u{FFFD}."),
    ("one word of 20,000 letters", String(repeating: "a", count: 20_000)),
    ("5,000 full stops", String(repeating: ". ", count: 5_000)),
    ("combining marks", "e" + String(repeating: "\u{301}", count: 3_000)),
    ("Arabic", "مرحبا بالعالم. كيف حالك؟"),
    ("Chinese", "你好。世界！"),
    ("tags that are never closed", String(repeating: "<div>", count: 3_000)),
    ("changes of direction", "\u{202E}txet desrever\u{202C} and \u{200B}nothing\u{FEFF}"),
    ("the last characters there are", "\u{10FFFF} \u{FFFF} \u{E000}"),
    ("carriage returns", "One.\rTwo.\r\nThree.\u{2028}Four.\u{85}Five."),
    (
      "abbreviations, numbers and addresses",
      "Mr. Dr. Prof. U.S. a.m. e.g. 3.14.15 http://x.y/?z=1.2 @a #b $5 % 1,000.00 A.B.C."
    ),
  ]

  /// Ordinary texts.
  static let articles: [String] = (0..<40).map { number in
    var text = "Harbour bridge number \(number) reopens\n\n"
    for paragraph in 0..<(3 + number % 5) {
      text +=
        "Ann Bell of Harbour Bank said on Monday that bridge \(paragraph) cost $\(number + 1).5 million. "
      text += "“We are glad,” she added — as was Zoë Müller, 3\(number), from Zürich. "
      text += "NO LORRIES may pass before 6 a.m., the U.S. firm said.\n\n"
    }
    return text
  }
}

/// Layers that fit any text, as simple as can be: each line is a paragraph and a sentence, each run of
/// letters or other bytes between spaces a token, each token with a capital an entity. Layers that are
/// there are left alone.
public func makeSimpleLayers(_ document: inout Document, _ layers: [Layer]) {
  let text = document.text.utf8.span
  func pieces(_ range: Range<Int>, _ separates: (UInt8) -> Bool) -> [ByteRange] {
    var pieces: [ByteRange] = []
    var start = range.lowerBound
    for index in range where separates(text[index]) {
      if index > start { pieces.append(ByteRange(start, index)) }
      start = index + 1
    }
    if range.upperBound > start { pieces.append(ByteRange(start, range.upperBound)) }
    return pieces
  }
  let lines = pieces(0..<text.count) { $0 == UInt8(ascii: "\n") }
  let words = lines.flatMap { pieces($0.range, \.isASCIIWhitespace) }
  let names = words.filter { text[$0.start].isASCIIUppercase }
  for layer in layers where !document.has(layer) {
    switch layer {
    case .paragraphs: document.paragraphs = lines.map { Paragraph($0) }
    case .sentences: document.sentences = lines
    case .tokens: document.tokens = words
    case .entities:
      document.entities = names.enumerated().map { Entity($1, type: .person, group: $0 + 1) }
    case .groups:
      document.groups = names.enumerated().map { number, range in
        EntityGroup(
          identifier: number + 1, name: text.string(range), type: .person, count: 1)
      }
    case .summary:
      if document.sentences == nil { document.sentences = lines }
      document.summary = Summary(
        sentences: lines.isEmpty ? [] : [0], text: lines.first.map { text.string($0) } ?? "")
    default: break
    }
  }
}
