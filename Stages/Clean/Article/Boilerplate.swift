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
  private static let certain = LiteralsByFirstByte([
    "read more:", "read also:", "also read:", "read next:", "more on this story",
    "see also:", "related story", "related stories", "related article", "related topics",
    "you may also like", "you might also like", "click here to ", "click to share", "tap here to ",
    "article continues below", "story continues below", "continue reading below",
    "scroll to continue", "copyright ©", "copyright (c)", "© copyright", "leave a comment",
    "view comments", "show comments", "join the conversation",
    "this article was originally published", "watch live:", "listen to this article",
    "send us a tip", "contact the newsroom", "lesen sie auch:", "mehr zum thema", "lire aussi",
    "à lire aussi", "lea también", "leggi anche", "weiterlesen nach der anzeige",
    "this entry was posted", "filed under", "dieser beitrag wurde", "der beitrag wurde am",
    "dieser eintrag wurde", "cet article a été", "erstellt am ", "short-url:", "shortlink:",
    "permalink", "related subjects", "click to enlarge", "click image to enlarge",
    "tap to enlarge", "zum vergrößern ", "original-content von", "auf facebook teilen",
    "auf twitter teilen", "siehe auch:", "auch interessant:", "mehr dazu:", "printer friendly",
    "printer-friendly", "jump to recipe", "print recipe", "partager sur", "compartir en ",
    "condividi su", "lees ook", "lees meer", "läs också", "läs mer:", "læs også", "les også",
    "lire la suite", "leggi tutto", "leia também", "leia mais", "veja também", "saiba mais",
    "czytaj także", "czytaj też", "zobacz także", "zobacz też", "читайте также", "Читайте также",
    "© riproduzione riservata", "riproduzione riservata", "wszelkie prawa zastrzeżone",
    "tous droits réservés", "todos los derechos reservados", "tutti i diritti riservati",
    "alle rechten voorbehouden", "все права защищены", "Все права защищены", "جميع الحقوق محفوظة",
    "اقرأ أيضا", "اقرأ أيضًا", "来源：", "来源:", "发布时间", "发布日期", "责任编辑", "【责任编辑", "（责任编辑",
    "责编：", "编辑：", "上一篇", "下一篇", "相关阅读", "相关新闻", "延伸阅读", "版权所有", "関連記事",
    "あわせて読みたい", "無断転載", "our standards: the thomson reuters",
  ])

  /// Appeals that a line begins with, unless somebody in the article makes them.
  private static let appeals = LiteralsByFirstByte([
    "share on ", "share this", "share via ", "share to ", "follow us", "follow @", "like us on ",
    "join us on ", "read full", "see more:", "sign up for ", "sign up to ", "subscribe to ",
    "subscribe now", "download our app", "download the app", "get the latest ", "get our ",
    "read more about",
  ])

  /// What a line of another article begins with, unless it is a sentence.
  private static let labels = LiteralsByFirstByte([
    "related:", "recommended:", "more from ", "watch:", "posted in ",
    "categories:", "category:", "category :", "kategorien:",
    "kategorie:", "rubrik:", "tags:", "schlagworte:", "schlagwörter:", "stichworte:", "mots-clés",
    "étiquettes :", "catégorie :", "catégories :", "etiquetas:", "categoría:", "etichette:",
    "tagi:", "trefwoorden:", "теги:", "Теги:", "标签：", "タグ：",
  ])

  /// In bytes.
  private static let longestWhole = 20

  /// Whole lines, in lower case.
  private static let wholes = LiteralsByFirstByte([
    "share", "tweet", "print", "email", "e-mail", "comments", "comment", "facebook", "twitter",
    "whatsapp", "linkedin", "reddit", "pinterest", "copy link", "read more", "more", "related",
    "save", "subscribe", "newsletter", "follow", "ad", "anzeige", "werbung", "publicité",
    "loading...", "getty images", "photos", "video", "most read", "trending", "in pictures",
    "release date:", "published:", "posted:", "author:", "datum:", "autor:", "back to top",
    "teilen", "drucken", "merken", "kommentieren", "nach oben", "weiterlesen",
    "partager", "imprimer", "compartir", "imprimir", "condividi", "stampa", "udostępnij", "drukuj",
    "delen", "dela", "skriv ut", "поделиться", "Поделиться", "شارك", "分享", "シェア", "ツイート",
  ])

  private static let notes: [StaticString] = [
    "editor's note:", "editor’s note:", "editors' note:", "(editor's note:", "[editor's note:",
    "anmerkung der redaktion:",
  ]

  static func matches(_ line: Span<UInt8>) -> Bool {
    guard line.count <= 200, !line.isEmpty else { return false }
    // `- Advertisement -`, `[Advertisement]`
    if line.count > 2, isMark(line[0]), isMark(line[line.count - 1]) {
      let inner = PlainText.trim(line, 1..<line.count - 1)
      return matches(line.extracting(inner))
    }
    let first = line[0].lowercasedASCII
    if let end = begins(line, certain[first]) ?? begins(line, appeals[first]) {
      return !LineOfProse.isSpeech(line, from: end)
    }
    if let end = begins(line, labels[first]) { return !LineOfProse.isSentence(line, from: end) }
    switch first {
    case UInt8(ascii: "a") where isAdvertisement(line) || isReservation(line, at: 0): return true
    case UInt8(ascii: "c"), UInt8(ascii: "("), 0xC2: if isCopyright(line) { return true }
    default: break
    }
    guard line.count <= longestWhole else { return false }
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

  /// Behind the literal that the line begins with. One that ends in a letter must be a whole word.
  private static func begins(_ line: Span<UInt8>, _ literals: ArraySlice<StaticString>) -> Int? {
    for literal in literals where line.matchesIgnoringCase(literal, at: 0) {
      let end = literal.utf8CodeUnitCount
      if end < line.count, line[end].isASCIILetter, line[end - 1].isASCIILetter,
        !line.matchesIgnoringCase("s", at: end)
      {
        continue
      }
      return end
    }
    return nil
  }

  /// `Advertisement`, alone or with what the reader is to do about it.
  private static func isAdvertisement(_ line: Span<UInt8>) -> Bool {
    guard line.matchesIgnoringCase("advertisement", at: 0) else { return false }
    let end = "advertisement".utf8.count
    guard end + 1 < line.count else { return end == line.count || !line[end].isASCIILetter }
    if line[end] != 0x20 { return !line[end].isASCIILetter && line[end] != UInt8(ascii: ",") }
    for word: StaticString in [
      " scroll", " continue", " skip", " story", " article", " below", " advertisement",
    ] where line.matchesIgnoringCase(word, at: end) {
      return true
    }
    return !line[end + 1].isASCIILetter && !line[end + 1].isASCIIDigit
  }

  /// `All rights reserved.`, but not rights that are reserved for somebody.
  private static func isReservation(_ text: Span<UInt8>, at index: Int) -> Bool {
    guard text.matchesIgnoringCase("all rights reserved", at: index) else { return false }
    let end = index + "all rights reserved".utf8.count
    guard end + 1 < text.count, text[end] == 0x20, text[end + 1].isASCIILowercase else {
      return true
    }
    for word: StaticString in [" by ", " to ", " worldwide", " under ", " unless "]
    where text.matches(word, at: end) {
      return true
    }
    return false
  }

  /// `© 2024 Vale Courier`, `Copyright 2024 The Arn Press. All rights reserved.`
  private static func isCopyright(_ line: Span<UInt8>) -> Bool {
    var index = 0
    var isMarked = false
    for mark: StaticString in ["copyright", "©", "(c)"] {
      guard line.matchesIgnoringCase(mark, at: index) else { continue }
      // `(c)` may be the third of a list.
      if mark.utf8CodeUnitCount != 3 { isMarked = true }
      index += mark.utf8CodeUnitCount
      while index < line.count, line[index] == 0x20 || line[index] == UInt8(ascii: ",") {
        index += 1
      }
    }
    guard index > 0 else { return false }
    var end = index
    while end < line.count, line[end].isASCIIDigit { end += 1 }
    if isMarked, end - index == 4 {
      return !(end + 1 < line.count && line[end] == 0x20 && line[end + 1].isASCIILowercase)
    }
    for place in index..<line.count
    where line[place].lowercasedASCII == UInt8(ascii: "a") && isReservation(line, at: place) {
      return true
    }
    return false
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
      guard contains("all rights reserved") else { return false }
      return text.indices.contains { isReservation(text, at: $0) }
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
    ("commission", ["our links", "links on our site", "links on this"]),
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
    ("alle rechte vorbehalten", [""]),
    ("datenschutzerklärung", ["twitter", "youtube", "facebook", "inhalt"]),
    ("zustimmung", ["eingebunden", "externer inhalt", "externe inhalte", "geladen"]),
    ("personenbezogene daten", ["drittplattform", "drittanbieter"]),
    ("respektieren", ["privatsphäre"]),
    ("respect your privacy", [""]),
    ("als pdf", ["herunterladen"]),
    ("gift articles", [""]),
    ("bereits abonnent", [""]),
    ("aux abonnés", ["réserv"]),
    ("il vous reste", ["de cet article"]),
    ("suscr", ["seguir leyendo", "ya eres suscriptor"]),
    ("sigue toda la información", [""]),
    ("síguenos", ["facebook", "twitter", "instagram", "telegram"]),
    ("beitrag wurde", ["abgelegt", "rss", "trackback", "permalink"]),
    ("entry was posted", ["filed under", "rss", "bookmark", "permalink"]),
    ("what you think about this article", [""]),
  ]

  static func isEditorsNote(_ line: Span<UInt8>) -> Bool {
    for beginning in notes where line.matchesIgnoringCase(beginning, at: 0) { return true }
    return isCorrection(line)
  }

  /// `Correction: An earlier version misstated …`, but not a sentence that begins so.
  private static func isCorrection(_ line: Span<UInt8>) -> Bool {
    guard line.matchesIgnoringCase("correction:", at: 0) else { return false }
    let start = "correction:".utf8.count
    // A note says what it is about; a longer text says other things, too.
    let text = line.string(ByteRange(start, line.count)).prefix(1_000).lowercased()
    return text.isEmpty
      || [
        "version", "article", "story", "report", "stated", "incorrect", "updated", "corrected",
        "amended", "misspell", "misspelt", "misidentif", "headline", "caption", "photo", "earlier",
        "originally", "previous", "in error", "clarif", "publish", "spelling", "should have",
        " not ", "mistaken",
      ].contains(where: text.contains)
  }

  /// What agencies and newspapers say at the end of who else worked on an article:
  /// `(Reporting by Ann Bell; Editing by Tom Roe)`, `Ann Bell contributed to this report.`
  static func isStaffNote(_ line: Span<UInt8>) -> Bool {
    guard line.count <= 400 else { return false }
    var start = 0
    while start < line.count, startsStaffNote(line[start]) { start += 1 }
    guard start < line.count else { return false }
    switch line[start].lowercasedASCII {
    case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "e"), UInt8(ascii: "r"),
      UInt8(ascii: "t"), UInt8(ascii: "w"):
      break
    default: return namesContributors(line)
    }
    let isInBrackets = line[0] == UInt8(ascii: "(") || line[0] == UInt8(ascii: "[")
    for label in labelsOfStaff where line.matchesIgnoringCase(label, at: start) {
      if isInBrackets || line[line.count - 1] != UInt8(ascii: ".") { return true }
      // A sentence that begins so names more than persons.
      let names = line.string(ByteRange(start + label.utf8CodeUnitCount, line.count - 1))
      return Byline.names(names) != nil
    }
    for beginning in notesOfOrigin where line.matchesIgnoringCase(beginning, at: start) {
      return true
    }
    return namesContributors(line)
  }

  /// Brackets and dashes.
  private static func startsStaffNote(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), 0x20: true
    default: byte == 0xE2 || byte == 0x80 || byte == 0x93 || byte == 0x94
    }
  }

  private static let labelsOfStaff: [StaticString] = [
    "reporting by ", "additional reporting by ", "writing by ", "additional reporting from ",
    "editing by ", "compiled by ", "reporting and writing by ", "with assistance from ",
    "with assistance by ", "with inputs from ", "with input from ", "with additional reporting by ",
    "with reporting by ", "with agency inputs", "with files from ",
  ]
  private static let notesOfOrigin: [StaticString] = [
    "this story has not been edited by ", "this report has not been edited by ",
    "except for the headline, this ", "this is an unedited and auto-generated ",
  ]

  /// Whether the line ends by saying that somebody contributed to the report.
  private static func namesContributors(_ line: Span<UInt8>) -> Bool {
    guard line.count <= 300 else { return false }
    var end = line.count
    while end > 0, line[end - 1] == UInt8(ascii: ".") || line[end - 1] == UInt8(ascii: ")") {
      end -= 1
    }
    for ending: StaticString in [
      " contributed to this report", " contributed to this story", " contributed to this article",
      " contributed reporting", " contributed to this dispatch",
    ] where line.matchesIgnoringCase(ending, at: end - ending.utf8CodeUnitCount) {
      return true
    }
    return false
  }

  /// `Follow AP's coverage of floods at https://…`, below the last paragraph.
  static func isLinkToCoverage(_ line: Span<UInt8>) -> Bool {
    guard line.count <= 240,
      line.matches("Follow ", at: 0) || line.matches("More ", at: 0) || line.matches("AP ", at: 0)
    else { return false }
    let space = line.indices.lastIndex { line[$0] == 0x20 } ?? 0
    return line.matches("http", at: space + 1)
  }

  /// `4 min read`, `5 minutes`, `3 Min. Lesezeit`, `Lesezeit: 5 Minuten`.
  static func isReadingTime(_ text: Span<UInt8>) -> Bool {
    guard text.count <= maximumReadingTime else { return false }
    for label in labelsOfReadingTime where text.matchesIgnoringCase(label, at: 0) {
      return text.indices.contains { text[$0].isASCIIDigit }
    }
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

  /// In bytes.
  private static let maximumReadingTime = 40
  private static let labelsOfReadingTime: [StaticString] = [
    "reading time", "read time", "estimated read", "lesezeit", "temps de lecture",
    "tiempo de lectura", "tempo de leitura", "tempo di lettura", "leestijd",
  ]
  private static let minutes: [StaticString] = [
    "min", "min.", "mins", "minute", "minutes", "minuten", "minutos", "minuti",
  ]
  private static let lastWords: [StaticString] = [
    " read", " lesezeit", " lesedauer", " lectura", " lecture", " leitura", " lettura",
    " leestijd",
  ]

  /// In bytes.
  private static let maximumCopyright = 60
  private static let maximumContact = 200

  /// Marks that agencies end an article with, and whose it is: `###`, `-30-`, `(END)`, `Enditem`.
  static func isEndMark(_ line: Span<UInt8>) -> Bool {
    if line.count <= maximumCopyright, line.matches("©", at: 0) { return true }
    // Who to call, in the copy of agencies.
    if line.count <= maximumContact, line.matches("((", at: 0),
      line.matches("))", at: line.count - 2)
    {
      return true
    }
    guard (1...16).contains(line.count) else { return false }
    func isMark(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "("),
        UInt8(ascii: "_"),
        UInt8(ascii: ")"), UInt8(ascii: "/"), UInt8(ascii: "["), UInt8(ascii: "]"), 0x20:
        true
      default: false
      }
    }
    var start = 0
    var end = line.count
    while start < end, isMark(line[start]) { start += 1 }
    while end > start, isMark(line[end - 1]) { end -= 1 }
    if start == end {
      return line.count >= 3 && line[0] != UInt8(ascii: "(") && line[0] != UInt8(ascii: "[")
    }
    switch line.string(ByteRange(start, end)) {
    case "END", "ENDS", "End", "Ends", "Enditem", "ENDITEM": return true
    case "end", "ends", "30", "0": return start > 0 && end < line.count
    default: return false
    }
  }
}
