import StageKit
import TextKit

/// Reads texts that somebody has divided into tokens and sentences already.
///
/// Two forms are told apart by their lines. In CoNLL files a line is a token with its annotations in
/// columns, and a blank line ends a sentence: CoNLL-U with its ten columns, or any table with tabs
/// whose first column is the token, or one with spaces whose last column is a BIO tag. The text is put
/// together anew from the tokens. In all other texts a line is a sentence, with white space between
/// its tokens, and a blank line ends a paragraph; such a text stays as it is.
struct GivenTokens {
  /// The text, where it is made anew.
  private(set) var text: [UInt8]?
  private(set) var paragraphs: [Paragraph] = []
  private(set) var sentences: [ByteRange] = []
  private(set) var tokens: [ByteRange] = []

  private enum Form {
    case lines
    case columns(UInt8)
    case universalDependencies
  }

  /// So many lines tell the form.
  private static let sampleLines = 50
  private static let columnsOfUniversalDependencies = 10

  // What is being put together.
  private var sentenceStart: Int?
  private var paragraphStart: Int?
  /// Whether white space stands before the next token.
  private var isApart = false
  /// The last word that the surface form of a range, such as `3-4`, stands for.
  private var coveredUntil = 0

  /// - Throws: what is wrong with which line.
  init(_ source: Span<UInt8>) throws(StageFailure) {
    let form = Self.form(of: source)
    if case .lines = form {
      readLines(source)
      return
    }
    text = []
    var number = 0
    var start = 0
    while start < source.count {
      let end = source.firstOffset(of: UInt8(ascii: "\n"), in: start..<source.count) ?? source.count
      number += 1
      try read(Self.trimmed(source, start..<end), of: source, form, number)
      start = end + 1
    }
    endParagraph()
  }

  // MARK: - Which form

  private static func form(of source: Span<UInt8>) -> Form {
    var lines = 0
    var tabs = 0
    var tagged = 0
    var numbered = 0
    var start = 0
    while start < source.count, lines < sampleLines {
      let end = source.firstOffset(of: UInt8(ascii: "\n"), in: start..<source.count) ?? source.count
      let line = trimmed(source, start..<end)
      start = end + 1
      if line.isEmpty || isBetweenDocuments(source, line)
        || source.matches("# ", at: line.lowerBound)
      {
        continue
      }
      lines += 1
      if source.firstOffset(of: UInt8(ascii: "\t"), in: line) != nil { tabs += 1 }
      if endsInTag(source, line) { tagged += 1 }
      let columns = fields(source, line, between: UInt8(ascii: "\t"))
      if columns.count == columnsOfUniversalDependencies, source[line.lowerBound].isASCIIDigit {
        numbered += 1
      }
    }
    guard lines > 0 else { return .lines }
    if numbered == lines { return .universalDependencies }
    if tabs == lines { return .columns(UInt8(ascii: "\t")) }
    return tagged == lines ? .columns(UInt8(ascii: " ")) : .lines
  }

  /// Whether the last of several columns with spaces between them is `O`, `B-PER` or the like.
  private static func endsInTag(_ source: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let columns = fields(source, line, between: UInt8(ascii: " "))
    guard columns.count > 1, let last = columns.last else { return false }
    let first = source[last.lowerBound]
    if last.count == 1 { return first == UInt8(ascii: "O") }
    return source[last.lowerBound + 1] == UInt8(ascii: "-") && last.count > 2
      && (first == UInt8(ascii: "B") || first == UInt8(ascii: "I"))
  }

  private static func isBetweenDocuments(_ source: Span<UInt8>, _ line: Range<Int>) -> Bool {
    source.matches("-DOCSTART-", at: line.lowerBound)
  }

  // MARK: - Lines

  private mutating func readLines(_ source: Span<UInt8>) {
    var start = 0
    while start < source.count {
      let end = source.firstOffset(of: UInt8(ascii: "\n"), in: start..<source.count) ?? source.count
      var line = Self.trimmed(source, start..<end)
      while let first = line.first, source[first].isASCIIWhitespace { line.removeFirst() }
      start = end + 1
      guard !line.isEmpty else {
        paragraphStart = nil
        continue
      }
      if let paragraphStart {
        paragraphs[paragraphs.count - 1].range = ByteRange(paragraphStart, line.upperBound)
      } else {
        paragraphStart = line.lowerBound
        paragraphs.append(Paragraph(ByteRange(line.lowerBound, line.upperBound)))
      }
      sentences.append(ByteRange(line.lowerBound, line.upperBound))
      var index = line.lowerBound
      while index < line.upperBound {
        let tokenStart = index
        while index < line.upperBound, !source[index].isASCIIWhitespace { index += 1 }
        tokens.append(ByteRange(tokenStart, index))
        while index < line.upperBound, source[index].isASCIIWhitespace { index += 1 }
      }
    }
  }

  // MARK: - Columns

  private mutating func read(
    _ line: Range<Int>, of source: Span<UInt8>, _ form: Form, _ number: Int
  ) throws(StageFailure) {
    guard !line.isEmpty else { return endSentence() }
    if Self.isBetweenDocuments(source, line) { return endParagraph() }
    switch form {
    case .lines: break
    case .columns(let separator):
      // A comment, unless it has columns as tokens do.
      if source.matches("# ", at: line.lowerBound),
        source.firstOffset(of: UInt8(ascii: "\t"), in: line) == nil
      {
        return
      }
      guard let token = Self.fields(source, line, between: separator).first, !token.isEmpty else {
        throw Self.failure(number, "no token in the first column")
      }
      append(source.extracting(token))
      isApart = true
    case .universalDependencies:
      if source[line.lowerBound] == UInt8(ascii: "#") {
        if source.matches("# newpar", at: line.lowerBound)
          || source.matches("# newdoc", at: line.lowerBound)
        {
          endParagraph()
        }
        return
      }
      try readWord(line, of: source, number)
    }
  }

  /// A line of CoNLL-U.
  private mutating func readWord(
    _ line: Range<Int>, of source: Span<UInt8>, _ number: Int
  ) throws(StageFailure) {
    let fields = Self.fields(source, line, between: UInt8(ascii: "\t"))
    guard fields.count == Self.columnsOfUniversalDependencies, !fields[1].isEmpty else {
      throw Self.failure(number, "ten columns with tabs between them are expected")
    }
    // Words that are not in the text have numbers such as `8.1`.
    let bounds = source.string(ByteRange(fields[0].lowerBound, fields[0].upperBound))
      .split(separator: "-")
    guard let first = bounds.first.flatMap({ Int($0) }) else { return }
    if bounds.count == 2, let last = Int(bounds[1]) {
      coveredUntil = last
    } else if first <= coveredUntil {
      return
    }
    append(source.extracting(fields[1]))
    isApart = !Self.fields(source, fields[9], between: UInt8(ascii: "|")).contains {
      $0.count == 13 && source.matches("SpaceAfter=No", at: $0.lowerBound)
    }
  }

  private mutating func append(_ token: Span<UInt8>) {
    var bytes = text ?? []
    text = nil
    if paragraphStart == nil {
      if !bytes.isEmpty { bytes += [UInt8(ascii: "\n"), UInt8(ascii: "\n")] }
      paragraphStart = bytes.count
    } else if isApart {
      bytes.append(UInt8(ascii: " "))
    }
    let start = bytes.count
    // White space in a token, which few treebanks allow, stays.
    token.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    tokens.append(ByteRange(start, bytes.count))
    if sentenceStart == nil { sentenceStart = start }
    text = bytes
  }

  private mutating func endSentence() {
    coveredUntil = 0
    guard let start = sentenceStart, let last = tokens.last else { return }
    sentences.append(ByteRange(start, last.end))
    sentenceStart = nil
  }

  private mutating func endParagraph() {
    endSentence()
    guard let start = paragraphStart, let last = tokens.last else { return }
    paragraphs.append(Paragraph(ByteRange(start, last.end)))
    paragraphStart = nil
  }

  private static func failure(_ number: Int, _ problem: String) -> StageFailure {
    StageFailure(reason: "unreadable_tokens", message: "line \(number): \(problem)")
  }

  // MARK: - Bytes

  private static func fields(
    _ source: Span<UInt8>, _ line: Range<Int>, between separator: UInt8
  ) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = line.lowerBound
    while let end = source.firstOffset(of: separator, in: start..<line.upperBound) {
      fields.append(start..<end)
      start = end + 1
    }
    fields.append(start..<line.upperBound)
    return fields
  }

  private static func trimmed(_ source: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, source[start] == 0x20 || source[start] == 0x0D { start += 1 }
    while end > start, source[end - 1].isASCIIWhitespace { end -= 1 }
    return start..<end
  }
}
