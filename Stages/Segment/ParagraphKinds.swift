import StageKit
import TextKit

/// What a line of a list begins with.
enum ListMarker: Equatable {
  /// A character that stands for nothing else at the start of a line.
  case bullet
  /// `-`, `*` or `–`, which may also be a dash.
  case dash(UInt8)
  /// `1.` or `1)`.
  case number(Int, delimiter: UInt8)

  /// The marker at the start of a line, which a space must follow.
  init?(_ text: TextBytes, _ line: ByteRange) {
    let first = text[line.start]
    if first.isASCIIDigit {
      var value = 0
      var offset = line.start
      while text[offset].isASCIIDigit, offset < line.start + 3 {
        value = value * 10 + Int(text[offset] - UInt8(ascii: "0"))
        offset += 1
      }
      let delimiter = text[offset]
      guard delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")"),
        text[offset + 1] == UInt8(ascii: " ")
      else { return nil }
      self = .number(value, delimiter: delimiter)
      return
    }
    let (scalar, length) = text.scalar(at: line.start)
    guard text[line.start + length].isASCIIWhitespace, line.count > length else { return nil }
    switch scalar {
    case 0x2022, 0x2023, 0x2043, 0x25AA, 0x25CF, 0x25E6, 0x25A0, 0xB7: self = .bullet
    case 0x2D, 0x2A: self = .dash(first)
    case 0x2013: self = .dash(0)
    default: return nil
    }
  }

  /// Whether an item that begins with `other` may come directly before or after one with this.
  func isInOneList(with other: ListMarker) -> Bool {
    switch (self, other) {
    case (.bullet, .bullet): true
    case (.dash(let mine), .dash(let theirs)): mine == theirs
    case (.number(let mine, let myDelimiter), .number(let theirs, let theirDelimiter)):
      myDelimiter == theirDelimiter && abs(mine - theirs) == 1
    default: false
    }
  }
}

/// Tells list items, quotations, captions and headings from other paragraphs, where that is certain.
struct ParagraphKinds {
  /// In bytes: a heading is a short line.
  private static let longestHeading = 80
  /// In bytes: so are captions, if not so short.
  private static let longestCaption = 400

  let text: TextBytes

  func assign(to paragraphs: inout [Paragraph]) {
    var previous: ListMarker?
    for index in paragraphs.indices {
      let marker = ListMarker(text, paragraphs[index].range)
      if let marker {
        if marker == .bullet { paragraphs[index].kind = .listItem }
        if let previous, marker.isInOneList(with: previous) {
          paragraphs[index - 1].kind = .listItem
          paragraphs[index].kind = .listItem
        }
      }
      previous = marker
      if isQuoted(paragraphs[index].range) {
        paragraphs[index].kind = .quote
      } else if isCaption(paragraphs[index].range) {
        paragraphs[index].kind = .caption
      }
    }
    for index in paragraphs.indices.dropLast() where isHeading(paragraphs, index) {
      paragraphs[index].kind = .heading
    }
  }

  /// `> It rained.`, as mails mark what they quote.
  private func isQuoted(_ range: ByteRange) -> Bool {
    text.matches("> ", at: range.start) && range.count > 2 || text.matches(">> ", at: range.start)
  }

  /// A short paragraph that begins with a label such as `Photo:` or `Figure 3:`, or ends with a credit:
  /// `The bridge. (Photo by Ann Bell)`, `[Image: Northwire]`.
  private func isCaption(_ range: ByteRange) -> Bool {
    guard range.count <= Self.longestCaption else { return false }
    for label in Self.captionLabels where text.matches(label, at: range.start) {
      var offset = range.start + label.utf8CodeUnitCount
      // `Figure 3`, `Fig. 2a`, `Photos`
      while offset < range.end, offset < range.start + 16, Self.isOfNumber(text[offset]) {
        offset += 1
      }
      if offset < range.end, text[offset] == UInt8(ascii: ":"), offset + 1 < range.end {
        return true
      }
    }
    let last = text[range.end - 1]
    guard last == UInt8(ascii: ")") || last == UInt8(ascii: "]") else { return false }
    let open = last == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
    var offset = range.end - 1
    while offset > range.start, offset > range.end - Self.longestHeading, text[offset] != open {
      offset -= 1
    }
    guard text[offset] == open else { return false }
    return Self.credits.contains { text.matches($0, at: offset + 1) }
  }

  private static let captionLabels: [StaticString] = [
    "photo", "image", "picture", "figure", "fig.", "caption", "foto", "bild", "abbildung", "abb.",
  ]
  private static let credits: [StaticString] = [
    "photo by ", "photo: ", "photo courtesy", "photograph by ", "photograph: ", "image: ",
    "ap photo",
    "reuters photo", "foto: ", "bild: ", "picture: ",
  ]

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "s") || byte.isASCIIDigit
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  /// A short line that begins with a capital and ends without punctuation, between paragraphs that
  /// end like sentences, the one below it being clearly longer.
  private func isHeading(_ paragraphs: [Paragraph], _ index: Int) -> Bool {
    let range = paragraphs[index].range
    let next = paragraphs[index + 1]
    guard paragraphs[index].kind == .body, next.kind == .body,
      range.count <= Self.longestHeading, next.range.count >= 2 * range.count,
      isUppercase(text.scalar(at: range.start).value),
      text[range.end - 1].isASCIILetter || text[range.end - 1].isASCIIDigit
        || text[range.end - 1] >= 0x80,
      !text.endsLikeSentence(range), text.endsLikeSentence(next.range),
      // A byline or a credit.
      !text.matches("by ", at: range.start),
      text.firstOffset(of: UInt8(ascii: ":"), from: range.start, to: range.end) == range.end
    else { return false }
    return index == 0 || text.endsLikeSentence(paragraphs[index - 1].range)
  }
}
