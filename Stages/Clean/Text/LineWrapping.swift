import StageKit
import TextKit

/// A line of plain text, without the spaces at its ends and the marks of a quotation before it.
struct PlainLine {
  /// Empty for a blank line.
  var range: Range<Int>
  /// The number of spaces before it.
  var indentation: Int
  var isQuoted: Bool
  /// Where the next line starts.
  var next: Int

  init(_ text: Span<UInt8>, at start: Int) {
    let end = text.firstOffset(of: 0x0A, in: start..<text.count) ?? text.count
    range = PlainText.trim(text, start..<end)
    indentation = range.lowerBound - start
    next = end + 1
    isQuoted = false
    if !range.isEmpty { stripQuoteMarks(text) }
  }

  /// Removes the marks of a quotation in a mail from the start: `> > `.
  private mutating func stripQuoteMarks(_ text: Span<UInt8>) {
    var start = range.lowerBound
    guard text[start] == UInt8(ascii: ">"),
      start + 1 == range.upperBound || text[start + 1] == 0x20
        || text[start + 1] == UInt8(ascii: ">")
    else { return }
    while start < range.upperBound, text[start] == UInt8(ascii: ">") || text[start] == 0x20 {
      start += 1
    }
    range = start..<range.upperBound
    isQuoted = true
  }
}

/// How the lines of a text are wrapped, and so which of them go on with a paragraph.
///
/// Widths are columns of a terminal, of which Chinese characters and their like take two. That some
/// line is the longest shows nothing; a text counts as wrapped only where lines end amid a sentence.
struct LineWrapping {
  /// The widest line of wrapped text.
  private static let maximumWidth = 100
  /// Lines of text that is narrower than this are verses, lists or addresses.
  private static let minimumWidth = 40
  /// The longest first word of a line that can have fitted into the line before if that one falls so
  /// much short of the widest.
  private static let longestWord = 12

  private let width: Int
  /// The spaces that all lines begin with.
  private let indentation: Int
  /// Whether the text is in a script of wide characters. In others, some programs count one column
  /// for each.
  private let isWide: Bool

  /// `nil` if the text is not wrapped, so that every line is a paragraph.
  init?(_ text: Span<UInt8>) {
    let script = Script(of: text)
    var lines = 0
    var longLines = 0
    var widest = 0
    var running = 0
    var common = Int.max
    var lengthBefore = 0
    /// How many lines there are at most, counted where a long one asks for it.
    var mostLines: Int?
    Self.forEachLine(text) { line, previous in
      lines += 1
      let length = Self.length(text, line, script)
      common = min(common, line.indentation)
      if length > Self.maximumWidth {
        longLines += 1
        let most = mostLines ?? Self.lineBreaks(in: text) + 1
        mostLines = most
        // Whatever follows, there will be too many of them. Most texts are told by their first lines.
        if longLines * 10 > most { return false }
      } else if line.indentation + length > widest, Self.showsWidth(text, line, script) {
        widest = line.indentation + length
      }
      if let previous, lengthBefore <= Self.maximumWidth,
        previous.indentation + lengthBefore > running,
        Self.continuesSmall(text, line.range), Self.breaksSentence(text, previous.range)
      {
        running = previous.indentation + lengthBefore
      }
      lengthBefore = length
      return true
    }
    guard lines > 1, longLines * 10 <= lines else { return nil }
    // A title may be wider than the lines that are wrapped.
    let limit = running + Self.longestWord
    if running - common >= Self.minimumWidth, widest > limit {
      widest = running
      Self.forEachLine(text) { line, _ in
        let columns = line.indentation + Self.length(text, line, script)
        if columns <= limit, columns > widest, Self.showsWidth(text, line, script) {
          widest = columns
        }
        return true
      }
    }
    isWide = script == .wide
    indentation = common
    width = widest - common
    guard (Self.minimumWidth...Self.maximumWidth).contains(width), isEvident(in: text) else {
      return nil
    }
  }

  /// What lines are measured by.
  private enum Script {
    case ascii
    /// Wide characters count once.
    case narrow
    case wide

    init(of text: Span<UInt8>) {
      guard !text.isASCII else {
        self = .ascii
        return
      }
      let sample = 0..<min(text.count, 4096)
      self = wideCharacters(text, sample) * 6 > sample.count ? .wide : .narrow
    }
  }

  /// The columns of a line, at least; or for a long one, its bytes.
  private static func length(_ text: Span<UInt8>, _ line: PlainLine, _ script: Script) -> Int {
    // No character has more than four bytes.
    if script == .ascii || line.range.count > 4 * maximumWidth { return line.range.count }
    return columns(text, line.range, countsTwice: script == .wide)
  }

  /// Not of an address alone in its line, which may be wider than all others.
  private static func showsWidth(_ text: Span<UInt8>, _ line: PlainLine, _ script: Script) -> Bool {
    script == .wide || text.firstOffset(of: 0x20, in: line.range) != nil
  }

  /// Whether `next` goes on with the paragraph of the line before it.
  ///
  /// - Parameter isFirst: whether the line before begins its paragraph.
  func continues(
    _ text: Span<UInt8>, _ line: PlainLine, _ next: PlainLine, isFirst: Bool
  ) -> Bool {
    let breaksSentence = Self.breaksSentence(text, line.range)
    if ListMarker.length(text, next.range) != nil {
      // A dash or number that a sentence goes on with stands there for want of room, too.
      let first = text[next.range.lowerBound]
      return (first == UInt8(ascii: "-") || first.isASCIIDigit) && breaksSentence
        && next.indentation == line.indentation
        && !(isFirst && ListMarker.length(text, line.range) != nil) && fills(text, line, next)
    }
    let deeper = next.indentation - indentation
    if deeper >= (Self.isWide(text, at: next.range.lowerBound) ? 1 : 2) {
      let isLevel = next.indentation == line.indentation
      let goesOn =
        if isFirst {
          ListMarker.length(text, line.range) == next.indentation - line.indentation
            || isLevel && breaksSentence && Self.continuesSmall(text, next.range)
        } else {
          isLevel
        }
      guard goesOn else { return false }
    }
    if !breaksSentence, Self.beginsWithSpeaker(text, next.range) { return false }
    if HyphenJoiner.isDivided(text, line.range, next.range),
      text[next.range.lowerBound].isASCIILowercase || isHalfFull(text, line)
    {
      return true
    }
    if breaksSentence, Self.continuesSmall(text, next.range), !isFirst || isHalfFull(text, line) {
      if !(isFirst && isByline(text, next)) { return true }
    }
    return fills(text, line, next)
  }

  // MARK: Evidence

  /// Whether lines end amid a sentence because the next word would not have fitted.
  private func isEvident(in text: Span<UInt8>) -> Bool {
    var points = 0
    var others = 0
    var fullOthers = 0
    var areCaseless = false
    var endSentences = false
    var isCertain = false
    Self.forEachLine(text) { line, previous in
      guard let previous, Self.breaksSentence(text, previous.range) else { return true }
      if Self.continuesSmall(text, line.range) {
        if isByline(text, line) { return true }
        if fills(text, previous, line) {
          isCertain = true
        } else if isHalfFull(text, previous) {
          // Who wraps lines by hand leaves room.
          points += 1
        }
      } else {
        others += 1
        guard fills(text, previous, line) else { return true }
        fullOthers += 1
        if Self.isCaseless(text, at: line.range.lowerBound) { areCaseless = true }
        if !Self.breaksSentence(text, line.range) { endSentences = true }
        if Self.isClosing(text, at: line.range.lowerBound) { isCertain = true }
      }
      return !isCertain && points < 2
    }
    if isCertain || points >= 2 { return true }
    // Capitals also begin the lines of a list, a few of which are as long as the longest.
    return fullOthers >= (areCaseless || endSentences ? 2 : 3) && fullOthers * 3 >= others * 2
  }

  private func columns(_ text: Span<UInt8>, _ line: PlainLine) -> Int {
    line.indentation - indentation + Self.columns(text, line.range)
  }

  private func isHalfFull(_ text: Span<UInt8>, _ line: PlainLine) -> Bool {
    columns(text, line) * 2 >= width
  }

  /// Whether the first word of `next` would not have fitted into the line.
  private func fills(_ text: Span<UInt8>, _ line: PlainLine, _ next: PlainLine) -> Bool {
    let room = (line.isQuoted ? width - 2 : width) - columns(text, line)
    // Some marks may not begin a line and take the character before them along.
    if isWide, Self.isIdeograph(text, at: next.range.lowerBound) { return room < 6 }
    var end = next.range.lowerBound
    while end < next.range.upperBound, text[end] != 0x20,
      !(isWide && Self.isIdeograph(text, at: end))
    {
      end += 1
    }
    return room < 1 + Self.columns(text, next.range.lowerBound..<end)
  }

  /// `by Ann Bell`, below a title.
  private func isByline(_ text: Span<UInt8>, _ line: PlainLine) -> Bool {
    text[line.range.upperBound - 1].isASCIILetter && columns(text, line) * 3 < width * 2
      && Byline.read(text.extracting(line.range)) != nil
  }

  // MARK: Lines

  /// Calls `body` with every line that is not blank and the one directly before it, if both are
  /// quoted or neither; as long as it answers that it wants more.
  @inline(__always)
  private static func forEachLine(
    _ text: Span<UInt8>, _ body: (_ line: PlainLine, _ previous: PlainLine?) -> Bool
  ) {
    var previous: PlainLine?
    var start = 0
    while start < text.count {
      let line = PlainLine(text, at: start)
      start = line.next
      if line.range.isEmpty || RuledLine.matches(text.extracting(line.range)) {
        previous = nil
        continue
      }
      guard body(line, previous?.isQuoted == line.isQuoted ? previous : nil) else { return }
      previous = line
    }
  }

  /// Whether nothing that ends a sentence, or announces what follows, is at the end of the line.
  private static func breaksSentence(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound {
      switch text[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return false
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): end -= 1
      case 0x80...:
        var start = end - 1
        while start > line.lowerBound, text[start].isUTF8Continuation { start -= 1 }
        switch mark(text, start..<end) {
        case .stop: return false
        case .closer: end = start
        case nil: return true
        }
      default: return true
      }
    }
    return false
  }

  private enum Mark { case stop, closer }

  /// What a character beyond ASCII is at the end of a sentence.
  private static func mark(_ text: Span<UInt8>, _ character: Range<Int>) -> Mark? {
    let first = text[character.lowerBound]
    let last = text[character.upperBound - 1]
    guard character.count == 3 else {
      switch (first, last) {
      case (0xC2, 0xAB), (0xC2, 0xBB): return .closer
      case (0xD8, 0x9F), (0xDB, 0x94): return .stop  // Arabic
      default: return nil
      }
    }
    switch (first, text[character.lowerBound + 1], last) {
    case (0xE2, 0x80, 0xA6), (0xE0, 0xA5, 0xA4), (0xE3, 0x80, 0x82): return .stop  // … । 。
    case (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x8E), (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x9F):
      return .stop  // ！ ． ： ？
    case (0xE2, 0x80, 0x98...0x9D), (0xEF, 0xBC, 0x89): return .closer
    case (0xE3, 0x80, 0x8B), (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F), (0xE3, 0x80, 0x91):
      return .closer  // 》 」 』 】
    default: return nil
    }
  }

  /// Whether the line begins with a small letter, and not with the name of somebody who speaks.
  private static func continuesSmall(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard isSmallLetter(text, at: line.lowerBound) else { return false }
    let end = text.firstOffset(of: 0x20, in: line) ?? line.upperBound
    return text[end - 1] != UInt8(ascii: ":")
  }

  private static func isSmallLetter(_ text: Span<UInt8>, at index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return byte.isASCIILowercase }
    // Latin, Greek and Cyrillic; the letters of Vietnamese have three bytes.
    if byte < 0xE0 {
      let value = UInt32(byte & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
      return Unicode.Scalar(value)?.properties.isLowercase ?? false
    }
    guard byte == 0xE1, text[index + 1] >= 0xB8 else { return false }
    let value = 0x1000 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
    return Unicode.Scalar(value)?.properties.isLowercase ?? false
  }

  /// Whether the line begins in a script without capitals, such as Chinese or Arabic.
  private static func isCaseless(_ text: Span<UInt8>, at index: Int) -> Bool {
    let byte = text[index]
    return byte >= 0xD6 && byte != 0xE2 && !(byte == 0xE1 && text[index + 1] >= 0xB8)
  }

  /// `HOLM: `, `Q: `, as the lines of an interview begin.
  private static func beginsWithSpeaker(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let limit = min(line.upperBound, line.lowerBound + 40)
    guard let colon = text.firstOffset(of: UInt8(ascii: ":"), in: line.lowerBound..<limit),
      colon > line.lowerBound, colon + 1 < line.upperBound, text[colon + 1] == 0x20
    else { return false }
    for index in line.lowerBound..<colon {
      let byte = text[index]
      if byte.isASCIILowercase || byte.isASCIIDigit { return false }
    }
    return true
  }

  // MARK: Characters

  private static func lineBreaks(in text: Span<UInt8>) -> Int {
    text.withUnsafeBytes { bytes in
      var count = 0
      var index = 0
      while index + 8 <= bytes.count {
        // The sum of all lanes must fit into one.
        let end = min(index + 31 * 8, bytes.count - 7)
        var lanes: UInt64 = 0
        while index < end {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          lanes &+= ByteLanes.zeros(word ^ ByteLanes.all(0x0A)) >> 7
          index += 8
        }
        count += Int((lanes &* ByteLanes.all(1)) >> 56)
      }
      while index < bytes.count {
        if bytes[index] == 0x0A { count += 1 }
        index += 1
      }
      return count
    }
  }

  /// Characters that begin with this byte or a higher one take two columns, nearly all of them.
  private static let firstWide: UInt8 = 0xE3

  private static func isWide(_ text: Span<UInt8>, at index: Int) -> Bool {
    text[index] >= firstWide
  }

  @inline(__always)
  private static func columns(
    _ text: Span<UInt8>, _ range: Range<Int>, countsTwice: Bool = true
  ) -> Int {
    text.extracting(range).withUnsafeBytes { bytes in
      var columns = bytes.count
      var index = 0
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        columns -= ((word >> 7) & ~(word >> 6) & ByteLanes.all(1)).nonzeroBitCount
        if countsTwice { columns += wideLanes(word).nonzeroBitCount }
        index += 8
      }
      while index < bytes.count {
        if bytes[index].isUTF8Continuation { columns -= 1 }
        if countsTwice, bytes[index] >= firstWide { columns += 1 }
        index += 1
      }
      return columns
    }
  }

  private static func wideCharacters(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    text.extracting(range).withUnsafeBytes { bytes in
      var count = 0
      var index = 0
      while index + 8 <= bytes.count {
        count +=
          wideLanes(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)).nonzeroBitCount
        index += 8
      }
      while index < bytes.count {
        if bytes[index] >= firstWide { count += 1 }
        index += 1
      }
      return count
    }
  }

  /// The top bit of every lane that holds the first byte of a wide character.
  @inline(__always)
  private static func wideLanes(_ word: UInt64) -> UInt64 {
    ((word & ByteLanes.all(0x7F)) &+ ByteLanes.all(0x80 - (firstWide & 0x7F))) & word
      & ByteLanes.all(0x80)
  }

  /// Marks that no line of Chinese or Japanese begins with unless it goes on.
  private static func isClosing(_ text: Span<UInt8>, at index: Int) -> Bool {
    guard text[index] == 0xE3 || text[index] == 0xEF else { return false }
    for mark: StaticString in [
      "。", "、", "，", "；", "：", "？", "！", "．", "」", "』", "】", "》", "〉", "）", "ー",
    ] where text.matches(mark, at: index) {
      return true
    }
    return false
  }

  /// Whether the words at a line break stand without a space between them.
  func joinsDirectly(_ text: Span<UInt8>, _ line: Range<Int>, _ next: Range<Int>) -> Bool {
    let before = Self.isIdeograph(lastOf: text, line)
    let behind = Self.isIdeograph(firstOf: text, next)
    return isWide ? before || behind : before && behind
  }

  /// Whether a line ends in a character of a script without spaces; quotation marks may follow it.
  private static func isIdeograph(lastOf text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound {
      var start = end - 1
      while start > line.lowerBound, text[start].isUTF8Continuation { start -= 1 }
      guard text[start] == 0xE2 else { return isIdeograph(text, at: start) }
      end = start
    }
    return false
  }

  private static func isIdeograph(firstOf text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var start = line.lowerBound
    while start + 2 < line.upperBound, text[start] == 0xE2 { start += 3 }
    return start < line.upperBound && isIdeograph(text, at: start)
  }

  /// Chinese characters, kana, and the punctuation that goes with them.
  private static func isIdeograph(_ text: Span<UInt8>, at index: Int) -> Bool {
    switch text[index] {
    // Not the letters of Korean among them, U+3130 to U+318F.
    case 0xE3:
      !(text[index + 1] == 0x84 && text[index + 2] >= 0xB0
        || text[index + 1] == 0x85 || text[index + 1] == 0x86 && text[index + 2] < 0x90)
    case 0xE4...0xE9: true
    case 0xEF: (0xA4...0xAB).contains(text[index + 1]) || (0xBC...0xBD).contains(text[index + 1])
    case 0xF0: (0xA0...0xB2).contains(text[index + 1])
    default: false
    }
  }
}

/// A line that is drawn below a title or between parts: `=======`.
enum RuledLine {
  static func matches(_ line: Span<UInt8>) -> Bool {
    guard line.count >= 4 else { return false }
    switch line[0] {
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "+"):
      break
    default: return false
    }
    for index in 1..<line.count where line[index] != line[0] { return false }
    return true
  }
}
