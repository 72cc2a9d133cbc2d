import TextKit

/// How long runners and swimmers need: `2:03:11`, `14:22.12`, which look like times of day.
enum RaceTimes {
  /// The duration; `nil` for what is a time of day or may be one.
  static func value(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    let last = pieces[range.upperBound - 1]
    let numbers = range.filter { pieces[$0].kind == .number }
    guard numbers.count * 2 - 1 == range.count, numbers.count > 1,
      range.allSatisfy({ pieces[$0].kind == .number || pieces[$0].symbol == .colon })
    else { return nil }
    let whole = numbers.map { number in
      let bytes = Int(pieces[number].start)..<Int(pieces[number].end)
      let point = text.firstOffset(of: UInt8(ascii: "."), in: bytes) ?? bytes.upperBound
      return text.integer(bytes.lowerBound..<point)
    }
    guard whole.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    var seconds = text.string(of: last)
    if last.symbol == .decimal {
      // Two digits before the point.
      guard text[Int(last.start) + 2] == UInt8(ascii: ".") else { return nil }
      while seconds.hasSuffix("0") { seconds.removeLast() }
      if seconds.hasSuffix(".") { seconds.removeLast() }
    } else {
      // No time of day has one digit and seconds but behind `at`.
      let isLong = numbers.count == 3 && pieces[range.lowerBound].length == 1
      guard isLong && !isBehindAt(range, pieces, text) || isTold(range.lowerBound, pieces, text)
      else {
        return nil
      }
      // `in 2:03` may be hours and minutes.
      if numbers.count == 2, whole[0] < 13 { return nil }
    }
    if seconds.first == "0" { seconds.removeFirst() }
    let hours = numbers.count == 3 && whole[0] > 0 ? "\(whole[0])H" : ""
    let minutes = whole[whole.count - 2]
    let hasSeconds = seconds != "0"
    return "PT" + hours + (minutes > 0 ? "\(minutes)M" : "") + (hasSeconds ? seconds + "S" : "")
  }

  /// Whether the words in front say that this is how long something took: `in 59:42`, `clocked 59:42`.
  static func isTold(_ start: Int, _ pieces: [Piece], _ text: Span<UInt8>) -> Bool {
    guard start > 0, !pieces[start].isSentenceStart else { return false }
    return text.matchesAny(
      ["in", "In", "clocked", "clocking", "ran", "swam", "timed", "record"], pieces[start - 1])
  }

  private static func isBehindAt(
    _ range: Range<Int>, _ pieces: [Piece], _ text: Span<UInt8>
  ) -> Bool {
    range.lowerBound > 0 && text.matchesAny(["at", "At"], pieces[range.lowerBound - 1])
  }
}
