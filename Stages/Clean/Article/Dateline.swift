import StageKit
import TextKit

/// The beginning of agency copy: `PORT VALE, Sept 19 (Reuters) – `.
///
/// It stays in the text, because its place belongs to what the article says. The agency becomes the
/// site, and a full date the date of publication, where nothing better is known.
enum Dateline {
  private static let maximumLength = 90

  static func read(_ paragraph: Span<UInt8>, _ metadata: inout Metadata) {
    guard let end = dashOffset(paragraph), paragraph[0].isASCIIUppercase || paragraph[0] == 0x28,
      startsWithPlace(paragraph)
    else { return }
    if let open = paragraph.firstOffset(of: UInt8(ascii: "("), in: 0..<end),
      let close = paragraph.firstOffset(of: UInt8(ascii: ")"), in: open..<end), close > open + 1,
      paragraph[open + 1].isASCIIUppercase
    {
      let agency = paragraph.string(ByteRange(open + 1, close))
      metadata.offer("site", \.site, agency, from: "dateline")
    }
    let head = paragraph.extracting(0..<end)
    if let match = DateReader.first(in: head), case .date = match.outcome {
      metadata.offer(date: match.outcome, isUpdate: false, from: "dateline")
    }
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
}
