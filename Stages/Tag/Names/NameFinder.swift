import StageKit
import TextKit

/// Finds names by lists and by the form of what stands around capitals.
///
/// It remembers, for one document, the words of full names, so that `Bell` is known as a person once
/// `Ann Bell` has been named, before or after.
struct NameFinder {
  /// The raw values of types.
  private var rememberedTypes = NumberTable()
  /// Lone capitals that only memory can explain.
  private var unexplained: [Int] = []
  private var candidates: [Candidate] = []
  private var title: Range<Int>?
  /// All titles in front of names, in order.
  private var titles: [Range<Int>] = []
  /// The first piece of the sentence, and whether it is a headline, once somebody has asked.
  private var sentence: (start: Int, isHeadline: Bool?) = (0, nil)

  mutating func find(_ names: NameText, _ text: Span<UInt8>, into result: inout [Candidate]) {
    rememberedTypes.removeAll()
    unexplained.removeAll(keepingCapacity: true)
    title = nil
    titles.removeAll(keepingCapacity: true)
    swap(&candidates, &result)
    var index = 0
    while index < names.pieces.count {
      let piece = names.pieces[index]
      if piece.isSentenceStart { sentence = (index, nil) }
      if piece.kind != .word || (piece.entry == 0 && !piece.isName) || names.isTaken[index] {
        index &+= 1
        continue
      }
      index = piece.isName ? name(names, text, index) : lowerCase(names, text, index)
    }
    swap(&candidates, &result)
  }

  /// Proposes the lone capitals that a full name of the document explains; after `find`.
  func findRemembered(_ names: NameText, into result: inout [Candidate]) {
    for index in unexplained {
      if let type = rememberedType(names.pieces[index]) {
        result.append(Candidate(index..<index + 1, type: type.number, by: .names))
      }
    }
  }

  /// Where most words have a capital, or all letters are, a capital is no sign of a name.
  private mutating func isHeadline(_ names: NameText) -> Bool {
    if let known = sentence.isHeadline { return known }
    var capitals = 0
    var others = 0
    for index in sentence.start..<names.pieces.count {
      let piece = names.pieces[index]
      if index > sentence.start && piece.isSentenceStart { break }
      guard piece.kind == .word, piece.length > 3 else { continue }
      if piece.isName { capitals += 1 } else { others += 1 }
    }
    let isHeadline = capitals > 3 && capitals > others * 3
    sentence.isHeadline = isHeadline
    return isHeadline
  }

  // MARK: Steps; each returns the index to go on from

  /// A word in lower case may be a title, or start a name such as `al-Shabaab`.
  private mutating func lowerCase(_ names: NameText, _ text: Span<UInt8>, _ index: Int) -> Int {
    let roles = names.roles(index)
    if roles.contains(.particle), let phrase = names.phrase(at: index, text),
      let type = phrase.type
    {
      return emit(names, index..<phrase.end, type, entry: phrase.entry)
    }
    guard !roles.isDisjoint(with: [.title, .titleModifier]),
      let end = names.endOfTitle(at: index, text)
    else { return index + 1 }
    keep(index..<end)
    return end
  }

  private mutating func keep(_ range: Range<Int>) {
    title = range
    titles.append(range)
  }

  /// The title that stands right in front of a piece; after `find`.
  func title(endingAt index: Int) -> Range<Int>? {
    let position = titles.partitioningIndex { $0.upperBound >= index }
    guard position < titles.count, titles[position].upperBound == index else { return nil }
    // A longer one may end there, too.
    return titles[position...].last { $0.upperBound == index }
  }

  /// The title at the start of a name, if there is more than a title.
  func title(within range: Range<Int>) -> Range<Int>? {
    let position = titles.partitioningIndex { $0.upperBound > range.lowerBound }
    let inside = titles[position...].prefix { $0.upperBound < range.upperBound }
    guard let last = inside.last, titles[position].lowerBound <= range.lowerBound else {
      return nil
    }
    return range.lowerBound..<last.upperBound
  }

  private mutating func name(_ names: NameText, _ text: Span<UInt8>, _ index: Int) -> Int {
    let hasTitle = title?.upperBound == index
    let phrase = names.phrase(at: index, text)
    if phrase?.type == nil {
      if let end = names.endOfTitle(at: index, text) {
        keep(hasTitle ? (title?.lowerBound ?? index)..<end : index..<end)
        return end
      }
      if names.roles(index).contains(.functionWord) || isArticle(names, index) {
        return index + 1
      }
    }
    let run = index..<names.endOfRun(from: index, text)
    if let phrase, let type = phrase.type, phrase.end > index + 1, phrase.end >= run.upperBound {
      // `South Korea` is no location, and `Ivory Coast` none.
      return emit(names, index..<phrase.end, type, entry: phrase.entry)
    }
    if let type = typeByForm(names, run) { return emit(names, run, type) }
    if let phrase, let type = phrase.type {
      if phrase.end == index + 1, Self.isFirmLikeRiver(names, index) {
        return emit(names, index..<phrase.end, .organisation, entry: phrase.entry)
      }
      let isSurname =
        phrase.end == index + 1 && [.place, .organisation].contains(type)
        && (hasTitle || rememberedType(names.pieces[index]) == .person)
      if isSurname { return emit(names, run, .person) }
      return emit(names, index..<phrase.end, type, entry: phrase.entry)
    }
    let hasInitials = names.isInitials(index, text)
    return unlisted(names, run, hasTitle: hasTitle, hasInitials: hasInitials)
  }

  /// Whether `A` begins a sentence and is no initial: `A Norra bank`, not `A. Norra`.
  private func isArticle(_ names: NameText, _ index: Int) -> Bool {
    let piece = names.pieces[index]
    guard piece.symbol == .a, piece.isSentenceStart, index + 1 < names.pieces.count else {
      return false
    }
    return names.pieces[index + 1].gap == .space
  }

  private static let rivers = FewWords("Amazon")
  private static let lands = FewWords(
    "rainforest basin forest jungle river region delta tribe tribes deforestation")

  /// Whether a river without an article, and of which nothing is said that is said of land, is the firm
  /// that is called like it.
  static func isFirmLikeRiver(_ names: NameText, _ index: Int) -> Bool {
    let pieces = names.pieces
    guard rivers.contains(pieces[index].hash) else { return false }
    let hasArticle = index > 0 && !pieces[index].isSentenceStart && pieces[index - 1].symbol == .the
    return !hasArticle && !(index + 1 < pieces.count && lands.contains(pieces[index + 1].hash))
  }

  /// The type that first or last words give to a run of at least two words.
  private func typeByForm(_ names: NameText, _ run: Range<Int>) -> NameType? {
    guard run.count > 1 else { return nil }
    let last = names.roles(run.upperBound - 1)
    if last.contains(.organisationTail) { return .organisation }
    if last.contains(.facilityTail) { return .facility }
    if last.contains(.administrativeTail) { return .place }
    if last.contains(.locationTail) { return .location }
    for index in run.dropFirst() where names.pieces[index].symbol == .of {
      if names.roles(index - 1).contains(.organisationHead) { return .organisation }
      if names.roles(index - 1).contains(.administrativeHead) { return .place }
    }
    if last.contains(.eventTail) { return .event }
    if last.contains(.lawTail) { return .law }
    let first = names.roles(run.lowerBound)
    if first.contains(.locationHead), run.count == 2 {
      return names.type(run.lowerBound + 1) == nil ? .location : names.type(run.lowerBound + 1)
    }
    return nil
  }

  /// A run that starts with no word of the lists.
  private mutating func unlisted(
    _ names: NameText, _ run: Range<Int>, hasTitle: Bool, hasInitials: Bool
  ) -> Int {
    let first = names.pieces[run.lowerBound]
    let roles = names.roles(run.lowerBound)
    let isPerson =
      hasTitle || hasInitials || roles.contains(.givenName) || first.shape == .initial
    // Up to where a listed name begins: `Visiting Paris`. A person may be called `Paris`, but not
    // `Ukraine`.
    let end =
      run.dropFirst().first {
        isPerson
          ? names.type($0) == .country || names.type($0) == .nationality : names.type($0) != nil
      } ?? run.upperBound
    let part = run.lowerBound..<end
    if hasTitle { return emit(names, part, .person) }
    let words = part.count { names.pieces[$0].isName }
    if words > 1 {
      if isPerson || (roles.contains(.leadingFamilyName) && words <= 3) {
        return emit(names, part, .person)
      }
      if isHeadline(names) { return end }
      let isGeneric = part.contains {
        names.roles($0).contains(.genericWord) || names.pieces[$0].shape == .upper
      }
      return emit(names, part, isGeneric || words > 3 ? .organisation : .person)
    }
    if roles.contains(.notName) { return end }
    if first.shape == .upper {
      if isHeadline(names) { return end }
      if first.length <= 7 { return emit(names, part, .organisation) }
    }
    if roles.contains(.givenName) && !first.isSentenceStart { return emit(names, part, .person) }
    if let type = typeByNeighbours(names, part.lowerBound) { return emit(names, part, type) }
    unexplained.append(part.lowerBound)
    return end
  }

  /// The type that the words beside an unknown one give to it: `Vatnor said`, `in Vatnor`.
  private mutating func typeByNeighbours(_ names: NameText, _ index: Int) -> NameType? {
    guard names.pieces[index].entry == 0, !isHeadline(names) else { return nil }
    if names.isOpen(index + 1), names.roles(index + 1).contains(.speechVerb) { return .person }
    guard !names.pieces[index].isSentenceStart, index > 0 else { return nil }
    if names.roles(index - 1).contains(.speechVerb) { return .person }
    return names.roles(index - 1).contains(.placePreposition) ? .place : nil
  }

  /// Proposes a name and remembers its words.
  private mutating func emit(
    _ names: NameText, _ range: Range<Int>, _ type: NameType, entry: Int = 0
  ) -> Int {
    let hasTitle = type == .person && title?.upperBound == range.lowerBound
    candidates.append(
      Candidate(
        range, type: type.number, entry: entry, title: hasTitle ? title : nil, by: .names))
    switch type {
    case .person:
      let last = range.upperBound - 1
      remember(names, last, .person)
      if names.roles(range.lowerBound).contains(.leadingFamilyName) {
        remember(names, range.lowerBound, .person)
      }
    case .organisation where range.count > 1 && names.pieces[range.lowerBound].entry == 0:
      remember(names, range.lowerBound, .organisation)
    default: break
    }
    return range.upperBound
  }

  private mutating func remember(_ names: NameText, _ index: Int, _ type: NameType) {
    let piece = names.pieces[index]
    guard piece.isName, piece.length > 1 else { return }
    if rememberedTypes[piece.hash] == nil { rememberedTypes[piece.hash] = Int(type.rawValue) }
  }

  private func rememberedType(_ piece: Piece) -> NameType? {
    rememberedTypes[piece.hash].flatMap { NameType(rawValue: UInt8($0)) }
  }
}
