import TextKit

/// A line that states when the article was published or changed, and nothing else.
enum DateLine {
  struct Statement {
    var isUpdate: Bool
    var outcome: DateReader.Outcome
  }

  /// The dates of a line, and whether a word such as `Published` says what they are; `nil` where the
  /// line holds anything but dates and such words.
  static func read(_ line: Span<UInt8>) -> (statements: [Statement], isLabelled: Bool)? {
    guard (shortest...160).contains(line.count), mayBeDates(line) else { return nil }
    var statements: [Statement] = []
    var isLabelled = false
    var position = 0
    while let match = DateReader.first(in: line, from: position) {
      guard let gap = label(line, position..<match.range.lowerBound) else { return nil }
      isLabelled = isLabelled || gap.isLabel
      statements.append(Statement(isUpdate: gap.isUpdate, outcome: match.outcome))
      position = match.range.upperBound
    }
    guard !statements.isEmpty, label(line, position..<line.count) != nil else { return nil }
    return (statements, isLabelled)
  }

  /// Whether words of a line before a date say that it is that of publication.
  static func announcesPublication(_ words: Span<UInt8>) -> Bool {
    label(words, words.indices).map { $0.isLabel && !$0.isUpdate } ?? false
  }

  /// In bytes: `1.2.24`.
  private static let shortest = 6

  /// A quick look: whether there is a figure, and nothing before it but words that dates are
  /// written with.
  private static func mayBeDates(_ line: Span<UInt8>) -> Bool {
    let limit = min(line.count, 64)
    guard let digit = (0..<limit).first(where: { line[$0].isASCIIDigit }) else { return false }
    var end = 0
    while end < digit, line[end].isASCIILetter || line[end] >= 0x80 { end += 1 }
    if end == 0 { return true }
    let word = line.extracting(0..<end).withUnsafeBufferPointer(DateWords.pack)
    return DateWords.month(word) != nil || DateWords.isWeekday(word) || label(line, 0..<end) != nil
  }

  /// What the words of a range say of the date after them; `nil` if one of them says anything else.
  private static func label(
    _ line: Span<UInt8>, _ range: Range<Int>
  ) -> (isLabel: Bool, isUpdate: Bool)? {
    var isLabel = false
    var isUpdate = false
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound,
        line[index].isASCIILetter || line[index] >= 0xC3
          || (line[index].isUTF8Continuation && index > start)
      {
        index += 1
      }
      guard index > start else {
        if line[index].isASCIIDigit { return nil }
        index += 1
        continue
      }
      switch line.string(ByteRange(start, index)).lowercased() {
      case let word where publicationWords.contains(word): isLabel = true
      case let word where updateWords.contains(word):
        isLabel = true
        isUpdate = true
      case let word where otherWords.contains(word): break
      default: return nil
      }
    }
    return (isLabel, isUpdate)
  }

  private static let publicationWords = words(
    """
    published publish posted issued created released date pubdate sent gesendet envoyé enviado \
    veröffentlicht veröffentlichung publiziert erschienen erstellt datum publié publiée publicado \
    publicada pubblicato pubblicata gepubliceerd gepubliceerd publicerad publicerades publisert \
    offentliggjort udgivet opublikowano publikacji publikováno опубликовано yayınlanma 发布时间： \
    发布时间 发布日期： 公開日： 公開
    """)

  private static let updateWords = words(
    """
    updated update modified edited revised aktualisiert stand geändert änderung jour modifié \
    modifiée actualizado actualización aggiornato aggiornamento modifica modificato atualizado \
    bijgewerkt uppdaterad oppdatert opdateret aktualizacja aktualizováno обновлено güncelleme \
    更新时间： 更新日： 更新
    """)

  private static let otherWords = words(
    """
    first last on at time local the am vom um uhr le mis mise à el et pm beijing and – — · • il alle \
    ore zuletzt letzte las última ultima ultimo ultimi em às op om kl den h
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.utf8.split(separator: 0x20).map { String(decoding: Array($0), as: UTF8.self) })
  }
}
