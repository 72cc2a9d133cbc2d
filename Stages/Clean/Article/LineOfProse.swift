import TextKit

/// Tells sentences of an article from appeals to its readers that begin with the same words.
enum LineOfProse {
  /// Words that appeals and links to other articles hold.
  private static let readers: Set<String> = [
    "you", "your", "our", "newsletter", "newsletters", "app", "facebook", "twitter", "instagram",
    "youtube", "whatsapp", "telegram", "linkedin", "tiktok", "podcast", "inbox", "online",
    "website", "article", "story", "video", "photos", "live",
  ]

  /// What readers are to do `here`.
  private static let doing: Set<String> = [
    "read", "see", "watch", "click", "find", "sign", "subscribe", "listen", "get", "join", "follow",
    "learn", "check", "view", "tap", "visit", "more",
  ]

  /// What is done with words by somebody who an article is about.
  private static let speaking: Set<String> = [
    "said", "says", "told", "tells", "asked", "asks", "added", "wrote", "cried", "shouted", "urged",
    "warned", "replied", "insisted", "begged", "demanded", "declared", "advised", "joked",
  ]

  private static let shortest = 5

  /// Whether the line ends as sentences do and says who spoke: `Follow us, the rebels told the crowd.`
  static func isSpeech(_ line: Span<UInt8>, from start: Int) -> Bool {
    guard lastMark(line) != nil else { return false }
    return words(line, from: start).contains { speaking.contains($0) }
  }

  /// Whether the line is a sentence, which headlines of other articles are not.
  static func isSentence(_ line: Span<UInt8>, from start: Int) -> Bool {
    guard lastMark(line) == UInt8(ascii: ".") else { return false }
    let words = words(line, from: start)
    return words.count >= shortest && !words.contains { readers.contains($0) }
      && !(words.contains("here") && words.contains { doing.contains($0) })
  }

  /// The full stop or the like that the line ends in, before any closing quotation marks.
  private static func lastMark(_ line: Span<UInt8>) -> UInt8? {
    var index = line.count
    while index > 0, index + 8 > line.count {
      index -= 1
      switch line[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return line[index]
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), 0x80...: continue
      default: return nil
      }
    }
    return nil
  }

  private static func words(_ line: Span<UInt8>, from start: Int) -> [String] {
    line.string(ByteRange(min(start, line.count), line.count)).lowercased()
      .split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
  }
}
