import StageKit
import TextKit

/// A picture's caption with its credit: `Ships leave the bay. Photo: Ann Bell`,
/// `Ships leave the bay (AP Photo/Ann Bell)`, `Ships leave the bay. REUTERS/Ann Bell`,
/// `Ships leave the bay. [Ann Bell/AFP]`.
enum CaptionLine {
  static func read(_ line: Span<UInt8>) -> Metadata.Caption? {
    guard !line.isEmpty else { return nil }
    // A credit is not longer than this.
    var index = max(0, line.count - 140)
    // Nearly every paragraph that ends in a full stop is found to hold no credit here.
    if line[line.count - 1] == UInt8(ascii: "."),
      line.firstOffset(of: UInt8(ascii: ":"), in: index..<line.count) == nil,
      line.firstOffset(of: UInt8(ascii: "/"), in: index..<line.count) == nil
    {
      return nil
    }
    if let caption = creditedToAgency(line) { return caption }
    while index < line.count {
      let isWordStart = index == 0 || !(line[index - 1].isASCIILetter || line[index - 1] >= 0x80)
      if isWordStart, line[index].isASCIILetter, let length = marker(line, at: index),
        let caption = caption(line, marker: index..<index + length)
      {
        return caption
      }
      index += 1
    }
    return nil
  }

  /// The caption of a line that ends in an agency in capitals and a name, or in square brackets around
  /// a name and an agency.
  private static func creditedToAgency(_ line: Span<UInt8>) -> Metadata.Caption? {
    let isInBrackets = line[line.count - 1] == UInt8(ascii: "]")
    let end = line.count - (isInBrackets ? 1 : 0)
    var index = max(0, line.count - longestSign)
    while let slash = line.firstOffset(of: UInt8(ascii: "/"), in: index..<end) {
      index = slash + 1
      var start = slash
      while start > 0,
        isInBrackets ? line[start - 1] != UInt8(ascii: "[") : line[start - 1] != 0x20
      {
        start -= 1
      }
      guard start > 1 else { return nil }
      let first = line.string(ByteRange(start, slash))
      let rest = line.string(ByteRange(slash + 1, end))
      let isAgencyFirst = NewsAgencies.contains(first)
      guard
        isInBrackets
          ? isAgencyFirst || NewsAgencies.contains(rest)
          : isAgencyFirst && !first.contains(where: \.isLowercase)
      else { continue }
      // `REUTERS/Ann Bell/File Photo`
      let name = isAgencyFirst ? String(rest.prefix { $0 != "/" }) : first
      guard AuthorNames.isWrittenAsName(name), isCredit(rest) else { return nil }
      var textEnd = isInBrackets ? start - 1 : start
      while textEnd > 0, isSeparator(line[textEnd - 1]) { textEnd -= 1 }
      guard textEnd > 0 else { return nil }
      return Metadata.Caption(
        text: line.string(ByteRange(0, textEnd)), credit: "\(first)/\(rest)")
    }
    return nil
  }

  /// In bytes.
  private static let longestSign = 80

  /// The length of the words that announce a credit, or `nil`.
  private static func marker(_ line: Span<UInt8>, at start: Int) -> Int? {
    switch line[start] {
    case UInt8(ascii: "P"), UInt8(ascii: "I"), UInt8(ascii: "C"), UInt8(ascii: "F"),
      UInt8(ascii: "B"), UInt8(ascii: "p"):
      break
    default: return nil
    }
    var length = 0
    for word: StaticString in [
      "Photograph", "Photos", "Photo", "PHOTO", "Pictures", "Picture", "Images", "Image",
      "Illustration", "Bildnachweis", "Bildquelle", "Bilder", "Fotos",
      "Crédits photos", "Crédits photo", "Crédit photos", "Crédit photo", "Crédits", "Crédit",
      "Credit", "Foto", "Bild", "photo",
    ] where line.matches(word, at: start) {
      length = word.utf8CodeUnitCount
      break
    }
    guard length > 0 else { return nil }
    for word: StaticString in [" credit", " Credit", " courtesy"]
    where line.matches(word, at: start + length) {
      length += word.utf8CodeUnitCount
      break
    }
    for ending: StaticString in [" by ", " By ", " of ", ": ", ":", "/", " : ", " © "]
    where line.matches(ending, at: start + length) {
      return length + ending.utf8CodeUnitCount
    }
    return nil
  }

  private static func caption(_ line: Span<UInt8>, marker: Range<Int>) -> Metadata.Caption? {
    var credit = line.string(ByteRange(marker.upperBound, line.count)).trimmingSpaces()
    while let last = credit.last, ")].".contains(last) { credit.removeLast() }
    guard isCredit(credit) else { return nil }
    var textEnd = marker.lowerBound
    var parenthesis = textEnd
    while parenthesis > 0, textEnd - parenthesis < 24 {
      parenthesis -= 1
      let byte = line[parenthesis]
      guard byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") else { continue }
      let agency = line.string(ByteRange(parenthesis + 1, textEnd)).trimmingSpaces()
      if !agency.isEmpty { credit = "\(agency)/\(credit)" }
      textEnd = parenthesis
      break
    }
    while textEnd > 0, isSeparator(line[textEnd - 1]) { textEnd -= 1 }
    var text = line.string(ByteRange(0, textEnd))
    for dash in [" –", " —"] where text.hasSuffix(dash) { text.removeLast(dash.count) }
    for label in ["Photo: ", "Image: ", "Picture: ", "Caption: ", "Foto: ", "Bild: "]
    where text.hasPrefix(label) {
      text.removeFirst(label.count)
    }
    return Metadata.Caption(text: text, credit: credit)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ","),
      UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: "["):
      true
    default: false
    }
  }

  /// Whether this is a name or a few, and not the rest of a sentence.
  private static func isCredit(_ text: String) -> Bool {
    guard (2...100).contains(text.utf8.count) else { return false }
    var words = 0
    for word in text.split(separator: " ") {
      words += 1
      guard let first = word.first else { continue }
      if first.isLowercase {
        switch word {
        case "of", "the", "via", "for", "and", "from", "de", "van", "von", "by": break
        default: return false
        }
      }
    }
    return words <= 10 && text.first?.isLowercase == false
  }
}
