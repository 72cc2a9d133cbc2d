import TextKit

/// What agencies write into a title for editors and not for readers: `UPDATE 2-`, `(LEAD)`, `RPT-`.
enum AgencyTag {
  /// Words that are followed by a number, or none, and a dash.
  private static let words: [StaticString] = [
    "UPDATE", "WRAPUP", "RPT", "REFILE", "CORRECTED", "ADVISORY", "URGENT",
  ]
  /// What stands in parentheses at either end.
  private static let parentheses: [StaticString] = [
    "(LEAD)", "(2nd LD)", "(3rd LD)", "(4th LD)", "(URGENT)", "(UPDATE)", "(UPDATED)",
    "(NEWS FOCUS)",
    "(CORRECTED)", "(RECAST)",
  ]

  static func removed(_ title: String) -> String {
    var rest = title
    // Tags stand one behind the other.
    for _ in 0..<4 {
      guard let range = tag(rest.utf8.span), range.count < rest.utf8.count else { return rest }
      let bytes = Array(rest.utf8)
      let kept = bytes[..<range.lowerBound] + bytes[range.upperBound...]
      rest = String(decoding: kept, as: UTF8.self).trimmingSpaces()
    }
    return rest
  }

  private static func tag(_ title: Span<UInt8>) -> Range<Int>? {
    for tag in parentheses {
      if title.matches(tag, at: 0) { return 0..<tag.utf8CodeUnitCount }
      let start = title.count - tag.utf8CodeUnitCount
      if start > 0, title.matches(tag, at: start) { return start..<title.count }
    }
    for word in words where title.matches(word, at: 0) {
      var index = word.utf8CodeUnitCount
      if index < title.count, title[index] == 0x20 { index += 1 }
      while index < title.count, title[index].isASCIIDigit { index += 1 }
      if index < title.count, title[index] == 0x20 { index += 1 }
      guard index < title.count, title[index] == UInt8(ascii: "-") else { continue }
      return 0..<index + 1
    }
    return nil
  }
}
