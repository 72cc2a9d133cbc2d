import TextKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lines that stand beside articles and are no part of them.
enum Boilerplate {
  /// Beginnings that give a short line away, in lower case.
  private static let beginnings = LiteralsByFirstByte([
    "share on ", "share this", "share via ", "share to ", "follow us", "follow @", "like us on ",
    "join us on ", "read more:", "read more about", "read also:", "also read:", "read next:",
    "read full", "more on this story", "see also:", "see more:", "related:", "related story",
    "related stories", "related article", "related topics", "recommended:", "you may also like",
    "you might also like", "more from ", "click here to ", "click to share", "tap here to ",
    "sign up for ", "sign up to ", "subscribe to ", "subscribe now", "download our app",
    "download the app", "get the latest ", "get our ", "advertisement", "article continues below",
    "story continues below", "continue reading below", "scroll to continue", "copyright ©",
    "copyright (c)", "© copyright", "all rights reserved", "leave a comment", "view comments",
    "show comments", "join the conversation", "this article was originally published",
    "watch live:", "watch:", "listen to this article", "send us a tip", "contact the newsroom",
    "lesen sie auch:", "mehr zum thema", "lire aussi", "à lire aussi", "lea también", "leggi anche",
    "weiterlesen nach der anzeige", "this entry was posted", "posted in ", "filed under",
    "dieser beitrag wurde", "der beitrag wurde am", "dieser eintrag wurde", "cet article a été",
    "erstellt am ", "categories:", "kategorien:", "short-url:", "shortlink:",
    "permalink", "related subjects", "click to enlarge", "click image to enlarge",
    "tap to enlarge", "zum vergrößern ",
  ])

  /// Whole lines, in lower case.
  private static let wholes = LiteralsByFirstByte([
    "share", "tweet", "print", "email", "e-mail", "comments", "comment", "facebook", "twitter",
    "whatsapp", "linkedin", "reddit", "pinterest", "copy link", "read more", "more", "related",
    "save", "subscribe", "newsletter", "follow", "ad", "anzeige", "werbung", "publicité",
    "loading...", "getty images", "photos", "video", "most read", "trending", "in pictures",
  ])

  private static let notes: [StaticString] = [
    "editor's note:", "editor’s note:", "editors' note:", "(editor's note:", "correction:",
    "[editor's note:", "anmerkung der redaktion:",
  ]

  static func matches(_ line: Span<UInt8>) -> Bool {
    guard line.count <= 200, !line.isEmpty else { return false }
    // `- Advertisement -`, `[Advertisement]`
    if line.count > 2, isMark(line[0]), isMark(line[line.count - 1]) {
      let inner = PlainText.trim(line, 1..<line.count - 1)
      return matches(line.extracting(inner))
    }
    let first = line[0].lowercasedASCII
    for beginning in beginnings[first] where line.matchesIgnoringCase(beginning, at: 0) {
      return true
    }
    guard line.count <= 14 else { return false }
    for whole in wholes[first]
    where whole.utf8CodeUnitCount == line.count && line.matchesIgnoringCase(whole, at: 0) {
      return true
    }
    return false
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "|"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  /// Whether a paragraph of a page speaks of the page and not of its subject: of cookies, of
  /// subscriptions, of money that the site earns.
  static func isPageNotice(_ text: Span<UInt8>) -> Bool {
    guard text.count <= maximumNotice else { return false }
    // With a zero byte at the end, for the C library's search: it is several times as fast as a loop.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: text.count + 1) { lower in
      for index in 0..<text.count {
        lower[index] = CChar(bitPattern: text[index].lowercasedASCII)
      }
      lower[text.count] = 0
      func contains(_ words: StaticString) -> Bool {
        guard let start = lower.baseAddress else { return false }
        return words.utf8Start.withMemoryRebound(
          to: CChar.self, capacity: words.utf8CodeUnitCount + 1
        ) { strstr(start, $0) != nil }
      }
      for (first, seconds) in noticeWords where contains(first) {
        for second in seconds where contains(second) { return true }
      }
      return false
    }
  }

  private static let maximumNotice = 600

  /// Words that stand together in notices and hardly anywhere else.
  private static let noticeWords: [(StaticString, [StaticString])] = [
    (
      "cookie",
      [
        "website", "this site", "our site", "your browser", "your experience", "accept", "consent",
        "privacy", "webseite", "unsere seite", "zustimm", "akzeptier", "datenschutz", "stron",
        "navigateur", "votre exp", "nuestro sitio", "este sitio", "nosso site", "il sito",
        "deze site",
      ]
    ),
    ("affiliate", ["commission", "compensation", "advertiser", "links"]),
    ("compensation", ["when you click", "advertiser"]),
    ("provision", ["affiliate", "mit * markiert", "kaufst du", "kaufen sie", "einkauf"]),
    ("subscri", ["full story", "log in", "newsletter", "already a"]),
    ("follow ", ["on twitter", "on facebook", "on instagram", "and instagram"]),
    ("download ", ["app store", "google play", "apps for ios", "ios and android"]),
    ("email address", ["will not be published", "unsubscribe", "newsletter"]),
    (
      "newsletter",
      ["abonnier", "anmeld", "sign up", "inbox", "inscri", "suscr", "unsubscribe", "schauen sie"]
    ),
    ("opinions", ["not responsible for"]),
    ("javascript", ["enable", "aktivier", "activer"]),
    ("all rights reserved", [""]),
    ("alle rechte vorbehalten", [""]),
    ("datenschutzerklärung", ["twitter", "youtube", "facebook", "inhalt"]),
  ]

  static func isEditorsNote(_ line: Span<UInt8>) -> Bool {
    for beginning in notes where line.matchesIgnoringCase(beginning, at: 0) { return true }
    return false
  }

  /// `(Reporting by Ann Bell; Editing by Tom Roe)`.
  static func isStaffNote(_ line: Span<UInt8>) -> Bool {
    guard line.count <= 400 else { return false }
    let start = line[0] == UInt8(ascii: "(") || line[0] == UInt8(ascii: "[") ? 1 : 0
    for label: StaticString in [
      "reporting by ", "additional reporting by ", "writing by ",
      "editing by ", "compiled by ", "reporting and writing by ",
    ]
    where line.matchesIgnoringCase(label, at: start) {
      return start == 1 || line[line.count - 1] != UInt8(ascii: ".")
    }
    return false
  }

  /// `4 min read`, `5 minutes`, `3 Min. Lesezeit`.
  static func isReadingTime(_ text: Span<UInt8>) -> Bool {
    guard text.count <= maximumReadingTime else { return false }
    var index = 0
    while index < text.count, text[index].isASCIIDigit { index += 1 }
    guard (1...3).contains(index), index < text.count else { return false }
    if text[index] == 0x20 || text[index] == UInt8(ascii: "-") { index += 1 }
    let end = text.firstOffset(of: 0x20, in: index..<text.count) ?? text.count
    let isMinutes = minutes.contains {
      $0.utf8CodeUnitCount == end - index && text.matchesIgnoringCase($0, at: index)
    }
    guard isMinutes, end < text.count else { return isMinutes }
    return lastWords.contains {
      text.matchesIgnoringCase($0, at: text.count - $0.utf8CodeUnitCount)
    }
  }

  private static let maximumReadingTime = 28
  private static let minutes: [StaticString] = [
    "min", "min.", "mins", "minute", "minutes", "minuten", "minutos", "minuti",
  ]
  private static let lastWords: [StaticString] = [
    " read", " lesezeit", " lesedauer", " lectura", " lecture", " leitura", " lettura",
  ]

  /// In bytes.
  private static let maximumCopyright = 60

  /// Marks that agencies end an article with, and whose it is.
  static func isEndMark(_ line: Span<UInt8>) -> Bool {
    if line.count <= maximumCopyright, line.matches("©", at: 0) { return true }
    return switch line.count <= 8 ? line.string(ByteRange(0, line.count)) : "" {
    case "###", "# # #", "-30-", "- 30 -", "ENDS", "(END)", "***", "* * *", "(ends)", "-END-": true
    default: false
    }
  }
}

/// Literals by the byte that they start with: most lines are compared with none or a few of many.
private struct LiteralsByFirstByte {
  private let literals: [StaticString]
  private let ranges: [Range<Int>]

  init(_ literals: [StaticString]) {
    func first(_ literal: StaticString) -> UInt8 { literal.utf8Start.pointee }
    self.literals = literals.sorted { first($0) < first($1) }
    var ranges = [Range<Int>](repeating: 0..<0, count: 256)
    for (index, literal) in self.literals.enumerated() {
      let range = ranges[Int(first(literal))]
      ranges[Int(first(literal))] = (range.isEmpty ? index : range.lowerBound)..<index + 1
    }
    self.ranges = ranges
  }

  subscript(first: UInt8) -> ArraySlice<StaticString> { literals[ranges[Int(first)]] }
}
