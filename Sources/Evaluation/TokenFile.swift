public import StageKit
import TextKit

/// Token files: a token, a tab and a BIO tag a line, an empty line after each sentence.
///
/// A line `-DOCSTART-…`, `# doc…` or `# newdoc…` starts a document; in a file that does not begin with
/// one, each sentence is a document of its own. Other lines that start with `#` and have no tab are
/// comments. Where there are more than two columns, the first and the last count.
public enum TokenFile {
  /// A document made of tokens, with the entities that the tags name.
  public struct Record: Sendable {
    /// The line at which it starts.
    public let line: GoldLine
    /// The tokens joined, with line breaks between the sentences; its layers are as given.
    public let document: Document
    public let entities: [Entity]
  }

  /// How the text is made of the tokens.
  public enum Joining: Sendable {
    /// With a space between any two.
    case spaced
    /// As in print, as far as tokens tell: no space before a full stop and the like.
    case printed
  }

  /// Hands over the documents of a file one by one.
  public static func forEach(
    of path: String, joining: Joining = .spaced,
    _ body: (Record) throws(EvaluationProblem) -> Void
  ) throws(EvaluationProblem) {
    var builder = Builder(joining)
    var hasDocumentMarks = false
    var isFirst = true
    func finish() throws(EvaluationProblem) {
      if let record = builder.takeRecord() { try body(record) }
    }
    try GoldFile.forEachLine(of: path) { (line) throws(EvaluationProblem) in
      if line.bytes.allSatisfy(\.isASCIIWhitespace) {
        builder.endSentence()
        if !hasDocumentMarks { try finish() }
        return
      }
      if isDocumentMark(line) {
        if isFirst { hasDocumentMarks = true }
        builder.endSentence()
        try finish()
      } else if !isComment(line) {
        try builder.add(line)
      }
      isFirst = false
    }
    builder.endSentence()
    try finish()
  }

  private static func isDocumentMark(_ line: GoldLine) -> Bool {
    let bytes = line.bytes
    return bytes.starts(with: "-DOCSTART-".utf8)
      || (isComment(line)
        && (bytes.starts(with: "# doc".utf8) || bytes.starts(with: "# newdoc".utf8)))
  }

  /// A token `#` has a tag behind it.
  private static func isComment(_ line: GoldLine) -> Bool {
    line.bytes.first == UInt8(ascii: "#") && !line.bytes.contains(UInt8(ascii: "\t"))
  }

  /// The document that is being read.
  private struct Builder {
    private let joining: Joining
    private var spacing = PrintedSpacing()
    private var line: GoldLine?
    private var text: [UInt8] = []
    private var tokens: [ByteRange] = []
    private var sentences: [ByteRange] = []
    private var entities: [Entity] = []
    private var sentenceStart: Int?
    /// Whether the last entity goes on if the next tag says so.
    private var entityIsOpen = false

    init(_ joining: Joining) {
      self.joining = joining
    }

    mutating func add(_ line: GoldLine) throws(EvaluationProblem) {
      let bytes = line.bytes
      guard let tab = bytes.firstIndex(of: UInt8(ascii: "\t")), tab > 0,
        let lastTab = bytes.lastIndex(of: UInt8(ascii: "\t"))
      else { throw line.problem("a token, a tab and a tag are expected") }
      if self.line == nil { self.line = line }
      if sentenceStart == nil {
        if !text.isEmpty { text.append(UInt8(ascii: "\n")) }
        sentenceStart = text.count
        spacing = PrintedSpacing()
        _ = spacing.isSpaced(bytes[..<tab])
      } else if spacing.isSpaced(bytes[..<tab]) || joining == .spaced {
        text.append(UInt8(ascii: " "))
      }
      let start = text.count
      text += bytes[..<tab]
      let range = ByteRange(start, text.count)
      tokens.append(range)
      let tag = String(decoding: bytes[(lastTab + 1)...], as: UTF8.self)
      guard read(tag, range) else {
        throw line.problem(
          "unknown tag '\(tag)'; 'O', 'B-TYPE' or 'I-TYPE' is expected", atByte: lastTab + 1)
      }
    }

    private mutating func read(_ tag: String, _ range: ByteRange) -> Bool {
      if tag == "O" {
        entityIsOpen = false
        return true
      }
      guard tag.utf8.count > 2, tag.hasPrefix("B-") || tag.hasPrefix("I-") else { return false }
      let type = EntityType(rawValue: String(tag.dropFirst(2)))
      if tag.hasPrefix("I-"), entityIsOpen, let last = entities.last, last.type == type {
        entities[entities.count - 1].range = ByteRange(last.range.start, range.end)
      } else {
        entities.append(Entity(range, type: type))
      }
      entityIsOpen = true
      return true
    }

    mutating func endSentence() {
      if let start = sentenceStart { sentences.append(ByteRange(start, text.count)) }
      sentenceStart = nil
      entityIsOpen = false
    }

    /// The document up to here, if there is one; the next one begins.
    mutating func takeRecord() -> Record? {
      guard let line else { return nil }
      var document = Document(
        text: String(decoding: text, as: UTF8.self), identifier: "\(line.path):\(line.number)")
      document.paragraphs = [Paragraph(ByteRange(0, text.count))]
      document.sentences = sentences
      document.tokens = tokens
      let record = Record(line: line, document: document, entities: entities)
      self = Builder(joining)
      return record
    }
  }
}

/// Whether a space stands before each token of a sentence in print, as far as the tokens tell.
private struct PrintedSpacing {
  private static let closing: Set<String> = [
    ",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "…", "...", "''", "'", "n't", "N'T", "n’t",
  ]
  private static let opening: Set<String> = ["(", "[", "{", "$", "£", "€", "#", "``"]
  private static let suffixes: Set<String> = ["s", "S", "re", "ve", "ll", "m", "d"]

  private var isAfterOpening = true
  /// Between straight quotation marks.
  private var isQuoted = false

  mutating func isSpaced(_ bytes: ArraySlice<UInt8>) -> Bool {
    let token = String(decoding: bytes, as: UTF8.self)
    let isTight = isAfterOpening
    isAfterOpening = Self.opening.contains(token)
    if token == "\"" {
      isQuoted.toggle()
      isAfterOpening = isQuoted
      return !isTight && isQuoted
    }
    return !isTight && !Self.closing.contains(token) && !Self.isSuffix(token)
  }

  /// `'s`, `’ll`.
  private static func isSuffix(_ token: String) -> Bool {
    guard let first = token.unicodeScalars.first, first == "'" || first == "’" else { return false }
    return suffixes.contains(String(token.unicodeScalars.dropFirst()))
  }
}
