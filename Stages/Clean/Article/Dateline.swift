import StageKit
import TextKit

/// The beginning of agency copy: `PORT VALE, Sept 19 (Reuters) – `, `Port Vale, Sept 19 (PTI) `,
/// `PORT VALE, September 19. /TASS/. `.
///
/// It stays in the text, because its place belongs to what the article says. The agency becomes the
/// site, and a full date the date of publication, where nothing better is known.
enum Dateline {
  private static let maximumLength = 90

  static func read(_ paragraph: Span<UInt8>, _ metadata: inout Metadata) {
    guard let (head, agency) = find(paragraph) else { return }
    metadata.offer("site", \.site, agency, from: "dateline")
    if let match = DateReader.first(in: paragraph.extracting(head)), case .date = match.outcome {
      metadata.offer(date: match.outcome, isUpdate: false, from: "dateline")
    }
  }

  /// Where the dateline stands, and the agency that it names.
  private static func find(_ text: Span<UInt8>) -> (head: Range<Int>, agency: String?)? {
    guard text[0].isASCIIUppercase || text[0] == UInt8(ascii: "(") || text[0] >= 0xC3 else {
      return nil
    }
    let sign = sign(text)
    if let dash = dashOffset(text), startsWithPlace(text) {
      if let sign, sign.range.upperBound <= dash,
        sign.isKnown || text[sign.range.lowerBound].isASCIIUppercase
      {
        return (0..<dash, sign.agency)
      }
      return (0..<dash, nil)
    }
    // Without capitals or a dash, only an agency that is known shows what this is.
    guard let sign, sign.isKnown, isPlaceAndDate(text, 0..<sign.range.lowerBound - 1),
      endsSign(text, sign.range.upperBound + 1)
    else { return nil }
    return (0..<sign.range.lowerBound - 1, sign.agency)
  }

  /// Where the dash that ends a dateline stands.
  private static func dashOffset(_ text: Span<UInt8>) -> Int? {
    for index in 0..<min(text.count, maximumLength) {
      if text.matches(" - ", at: index) || text.matches(" -- ", at: index)
        || text.matches(" –", at: index) || text.matches(" —", at: index)
      {
        return index
      }
    }
    return nil
  }

  /// Whether the first word is in capital letters throughout, or an agency in parentheses.
  private static func startsWithPlace(_ text: Span<UInt8>) -> Bool {
    if text[0] == UInt8(ascii: "(") { return true }
    var index = 0
    while index < text.count, text[index].isASCIIUppercase || text[index] == UInt8(ascii: ".") {
      index += 1
    }
    guard index >= 3, index < text.count else { return false }
    return text[index] == 0x20 || text[index] == UInt8(ascii: ",")
  }

  /// What stands between the first parentheses or slashes of the beginning: `(dpa/AFP)`, `/TASS/`.
  private static func sign(
    _ text: Span<UInt8>
  ) -> (agency: String, range: Range<Int>, isKnown: Bool)? {
    let limit = min(text.count, maximumLength)
    var closer = UInt8(ascii: ")")
    var open = text.firstOffset(of: UInt8(ascii: "("), in: 0..<limit)
    if open == nil {
      closer = UInt8(ascii: "/")
      open = text.firstOffset(of: closer, in: 0..<limit)
    }
    guard let open, open == 0 || text[open - 1] == 0x20,
      let close = text.firstOffset(of: closer, in: open + 1..<limit), close > open + 1
    else { return nil }
    let agency = text.string(ByteRange(open + 1, close))
    return (agency, open + 1..<close, !NewsAgencies.read(agency).isEmpty)
  }

  /// Whether there are a few words with capitals and a date without a weekday's verb or the like:
  /// `Port Vale, Jan 12, 2024 `.
  private static func isPlaceAndDate(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var words = 0
    var places = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let end = text.firstOffset(of: 0x20, in: index..<range.upperBound) ?? range.upperBound
      if end > index {
        words += 1
        let first = text[index]
        guard first.isASCIIUppercase || first.isASCIIDigit || first >= 0xC3 else { return false }
        if !first.isASCIIDigit { places += 1 }
      }
      index = end + 1
    }
    return places > 0 && words <= maximumWords
  }

  private static let maximumWords = 8

  /// Whether nothing but a mark and a space follow the agency.
  private static func endsSign(_ text: Span<UInt8>, _ end: Int) -> Bool {
    var index = end
    while index < text.count, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ":") {
      index += 1
    }
    return index < text.count && text[index] == 0x20
  }
}
