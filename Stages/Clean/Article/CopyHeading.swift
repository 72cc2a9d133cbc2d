import TextKit

/// Lines above the title that are addressed to newsrooms: the name under which an agency files its
/// copy, and when it may be printed.
enum CopyHeading {
  /// `BC-Harbor Strike, 3rd Ld-Writethru`, `US--Harbor Strike`.
  static func isSlug(_ line: Span<UInt8>) -> Bool {
    guard (6...80).contains(line.count), line[line.count - 1] != UInt8(ascii: ".") else {
      return false
    }
    var index = 0
    while let place = line.firstOffset(of: UInt8(ascii: "W"), in: index..<line.count) {
      if line.matchesIgnoringCase("writethru", at: place) { return true }
      index = place + 1
    }
    var capitals = 0
    while capitals < line.count, line[capitals].isASCIIUppercase { capitals += 1 }
    guard (2...4).contains(capitals), capitals + 2 < line.count,
      line[capitals] == UInt8(ascii: "-")
    else { return false }
    if line[capitals + 1] == UInt8(ascii: "-") { return line[capitals + 2].isASCIIUppercase }
    guard line[capitals + 1].isASCIIUppercase else { return false }
    if line.matches("BC", at: 0) { return capitals == 2 }
    // `PM-Wahl` may begin a title.
    return capitals == 2 && (line.matches("AM", at: 0) || line.matches("PM", at: 0))
      && line.firstOffset(of: UInt8(ascii: ","), in: 0..<line.count) != nil
  }

  /// Whole lines, or what others stand behind with a mark between them.
  private static let releases: [StaticString] = [
    "for immediate release", "press release", "news release", "media release", "for release",
    "pressemitteilung", "presseinformation", "communiqué de presse", "comunicado de prensa",
    "nota de prensa", "comunicato stampa", "persbericht", "embargoed", "embargo",
  ]

  /// Beginnings of lines that state until when nothing may be published.
  private static let embargoes: [StaticString] = [
    "embargoed until", "embargoed for", "embargoed till", "embargo until", "under embargo",
    "strictly embargoed", "not for publication", "not for release", "sperrfrist",
    "hold for release",
  ]

  /// Behind the words that the line begins with, and the marks behind them, if it says how it may be
  /// published.
  static func endOfRelease(_ line: Span<UInt8>) -> Int? {
    guard line.count <= 120 else { return nil }
    let start = line[0] == UInt8(ascii: "*") || line[0] == UInt8(ascii: "(") ? 1 : 0
    for beginning in embargoes where line.matchesIgnoringCase(beginning, at: start) {
      let end = start + beginning.utf8CodeUnitCount
      let hasFigure = (end..<line.count).contains { line[$0].isASCIIDigit }
      // No date is read there: many an article came out later than it might.
      if hasFigure || end == line.count { return line.count }
    }
    for beginning in releases where line.matchesIgnoringCase(beginning, at: start) {
      var end = start + beginning.utf8CodeUnitCount
      // Dashes and bullets begin with 0xE2.
      while end < line.count, !line[end].isASCIILetter, !line[end].isASCIIDigit,
        line[end] < 0xC3 || line[end] == 0xE2
      {
        end += 1
      }
      let rest = line.extracting(end..<line.count)
      return rest.isEmpty || isNumber(rest) || DateLine.read(rest) != nil ? end : nil
    }
    return nil
  }

  /// `12/2024`, `Nr. 12`.
  private static func isNumber(_ rest: Span<UInt8>) -> Bool {
    let start =
      rest.matchesIgnoringCase("nr.", at: 0) || rest.matchesIgnoringCase("no.", at: 0) ? 3 : 0
    return !(start..<rest.count).contains { rest[$0].isASCIILetter || rest[$0] >= 0x80 }
  }
}
