import TextKit

/// The words that announce who wrote an article, in the languages of the pages that have them.
enum BylineLabels {
  enum Kind {
    /// A word that sentences begin with too: `By`, `Von`.
    case short
    /// Words that leave no doubt: `Written by`, `Autor:`.
    case certain
  }

  /// The label that a text begins with, and where it ends.
  ///
  /// - Parameter language: of the page. Some labels are words of other languages: `av`, `door`.
  static func first(in text: Span<UInt8>, language: String? = nil) -> (kind: Kind, end: Int)? {
    guard !text.isEmpty else { return nil }
    if let end = certain(in: text) { return (.certain, end) }
    for label in shorts where text.matchesIgnoringCase(label, at: 0) {
      let end = label.utf8CodeUnitCount
      // `di` alone is the end of something.
      if end == text.count ? label.utf8Start[0] != UInt8(ascii: "d") : isEnd(text, end) {
        return (.short, end)
      }
    }
    guard let language else { return nil }
    for (label, languages) in foreignShorts
    where languages.contains(language) && text.matchesIgnoringCase(label, at: 0) {
      let end = label.utf8CodeUnitCount
      if end < text.count, isEnd(text, end) { return (.short, end) }
    }
    return nil
  }

  /// Where a label that leaves no doubt ends, if the text begins with one.
  static func certain(in text: Span<UInt8>) -> Int? {
    guard !text.isEmpty else { return nil }
    if let end = phrase(in: text) { return end }
    for noun in nouns[text[0].lowercasedASCII] where text.matchesIgnoringCase(noun, at: 0) {
      var end = noun.utf8CodeUnitCount
      while end < text.count, text[end] == 0x20 { end += 1 }
      if text.matches("\u{A0}", at: end) { end += 2 }
      if end < text.count, text[end] == UInt8(ascii: ":") { return end + 1 }
      if text.matches("：", at: end) { return end + 3 }
    }
    return nil
  }

  /// Where such a label of several words ends, and the colon behind it.
  static func phrase(in text: Span<UInt8>) -> Int? {
    guard !text.isEmpty else { return nil }
    for phrase in phrases[text[0].lowercasedASCII] where text.matchesIgnoringCase(phrase, at: 0) {
      let end = phrase.utf8CodeUnitCount
      if end == text.count { return end }
      if isEnd(text, end) { return text[end] == UInt8(ascii: ":") ? end + 1 : end }
    }
    return nil
  }

  /// Whether a word ends here: before white space or a colon.
  private static func isEnd(_ text: Span<UInt8>, _ index: Int) -> Bool {
    text[index].isASCIIWhitespace || text[index] == UInt8(ascii: ":")
      || text.matches("\u{A0}", at: index)
  }

  private static let shorts: [StaticString] = ["by", "von", "par", "por", "di"]

  private static let foreignShorts: [(StaticString, Set<String>)] = [
    ("av", ["sv", "no", "nb", "nn"]), ("af", ["da"]), ("door", ["nl"]), ("da", ["it"]),
  ]

  /// Followed by white space or a colon.
  private static let phrases = LiteralsByFirstByte([
    "written by", "posted by", "published by", "reported by", "submitted by", "created by",
    "contributed by", "story by", "words by", "text by", "article by", "guest post by",
    "a guest post by",
    "geschrieben von", "verfasst von", "erstellt von", "veröffentlicht von", "gespeichert von",
    "eingestellt von", "eingereicht von", "gepostet von", "publiziert von", "aufgezeichnet von",
    "text von", "beitrag von", "ein beitrag von", "gastbeitrag von", "ein gastbeitrag von",
    "artikel von", "ein artikel von", "interview von", "ein interview von", "kommentar von",
    "ein kommentar von", "eine analyse von", "analyse von", "ein bericht von", "bericht von",
    "von unserem redakteur", "von unserer redakteurin", "von unserem mitarbeiter",
    "von unserer mitarbeiterin", "von unserem korrespondenten", "von unserer korrespondentin",
    "écrit par", "Écrit par", "rédigé par", "publié par", "posté par", "propos recueillis par",
    "article de", "texte de",
    "escrito por", "publicado por", "redactado por", "texto de",
    "scritto da", "pubblicato da", "a cura di", "articolo di", "testo di",
    "geschreven door", "gepubliceerd door", "geplaatst door",
    "skriven av", "publicerad av", "skrevet av", "publisert av", "skrevet af", "dodane przez",
    "napisane przez",
  ])

  /// Followed by a colon.
  private static let nouns = LiteralsByFirstByte([
    "author", "authors", "byline", "writer", "redaktion", "autor", "autorin", "autoren",
    "autor/in", "autor*in", "verfasser", "verfasserin", "gastautor", "gastautorin", "text",
    "interview", "auteur", "auteurs", "autrice", "texte", "autora", "autores", "texto", "autore",
    "testo", "autorka", "autorzy", "tekst", "forfatter", "författare", "автор", "Автор", "авторы",
    "Авторы", "текст", "Текст", "yazan", "yazar", "作者", "撰文", "文", "記者", "记者", "著者", "執筆",
  ])
}

/// Literals by the byte that they start with: most lines are compared with none or a few of many.
struct LiteralsByFirstByte {
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
