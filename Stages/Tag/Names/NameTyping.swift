import StageKit
import TextKit

/// Turns what the model finds into candidates: with finer types, and without titles in front.
///
/// Models know people, organisations, places and other names; which places are countries and cities,
/// and which other names are peoples, the lists and the forms of names tell.
struct NameTyping {
  private enum Class {
    case person
    case place
    case other
    case number(Int)

    var isPlace: Bool { if case .place = self { true } else { false } }
  }

  private let classes: [Class]
  /// Whether the model knows organisations, so that forms of names may make one of a name.
  private let knowsOrganisations: Bool
  /// Where the model has the four types whose bounds are mended.
  private let labels: NameSpans.Labels?
  private let lexicon = Lexicon.shared

  /// - Parameters:
  ///   - types: the words of the model.
  ///   - number: the number of a type in the stage's `TypeTable`.
  init(_ types: [String], number: (EntityType) -> Int) {
    knowsOrganisations = types.contains(EntityType.organisation.rawValue)
    if let person = types.firstIndex(where: { $0 == "PER" || $0 == "PERSON" }),
      let organisation = types.firstIndex(of: EntityType.organisation.rawValue),
      let place = types.firstIndex(of: "LOC"), let other = types.firstIndex(of: "MISC")
    {
      labels = NameSpans.Labels(
        person: person, organisation: organisation, place: place, other: other)
    } else {
      labels = nil
    }
    classes = types.map { type in
      switch type {
      case "PER", "PERSON": .person
      case "LOC": .place
      case "MISC": .other
      default: .number(number(EntityType(rawValue: type)))
      }
    }
  }

  /// Appends the candidates of names.
  func append(
    _ names: [NameTagger.Name], _ reading: NameReading, to candidates: inout [Candidate]
  ) {
    let text = reading.nameText
    var rule = 0
    var taken = 0
    let first = candidates.count
    for name in NameSpans(names, reading, labels).names where name.pieces.lowerBound >= taken {
      var name = name
      if let end = endOfFamilyFirm(name.pieces, text) {
        taken = end
        name.pieces = name.pieces.lowerBound..<end
        append(name, isFirm: true, reading, text, &rule, to: &candidates)
        continue
      }
      // What the model takes for one: `Vatnor Ltd and Norra plc`, `Ann Bell, Dr. Tom Holm`.
      while let end = endOfInnerFirm(name.pieces, text)
        ?? endOfInnerPerson(name, text)
      {
        var first = name
        first.pieces = name.pieces.lowerBound..<end.first
        append(first, isFirm: end.isFirm, reading, text, &rule, to: &candidates)
        name.pieces = end.next..<name.pieces.upperBound
      }
      append(name, isFirm: false, reading, text, &rule, to: &candidates)
    }
    takeShortNamesForFirms(&candidates, from: first, reading.nameText)
    if knowsOrganisations { NameContext.revise(&candidates, from: first, reading) }
  }

  private func append(
    _ name: NameSpans.Name, isFirm: Bool, _ reading: NameReading, _ text: NameText,
    _ rule: inout Int, to candidates: inout [Candidate]
  ) {
    var range = name.pieces
    while rule < reading.rules.count,
      reading.rules[rule].pieceRange.upperBound <= range.lowerBound
    { rule += 1 }
    var same: Candidate?
    if rule < reading.rules.count, reading.rules[rule].pieceRange == range {
      same = reading.rules[rule]
    }
    if let type = name.settled {
      candidates.append(Candidate(range, type: type, probability: name.probability, by: .names))
      return
    }
    if appendParts(of: range, reading, from: rule, to: &candidates) { return }
    if same?.entry ?? 0 == 0, isClauseInCapitals(range, reading.pieces) { return }
    range = withoutArticle(range, same, reading.pieces)
    range = withoutOpenBrackets(range, reading.pieces)
    var title: Range<Int>?
    let type: Int
    var nameClass = classes[name.type]
    if same?.entry ?? 0 == 0, isDateline(range, reading.pieces) { nameClass = .place }
    if let state = stateOfParty(range, reading.pieces) { (range, nameClass) = (state, .place) }
    if isFirm { nameClass = .number(NameType.organisation.number) }
    if let type = typeOfPhrase(range, same) { nameClass = .number(type.number) }
    switch classOfForm(&range, text, isPlace: nameClass.isPlace) ?? nameClass {
    case .person:
      type = NameType.person.number
      title = reading.finder.title(endingAt: range.lowerBound)
      if let inner = reading.finder.title(within: range) {
        title = (title?.lowerBound ?? inner.lowerBound)..<inner.upperBound
        range = inner.upperBound..<range.upperBound
      }
      title = withoutNames(title ?? rank(before: range, reading.pieces), text, &candidates)
    case .place where range.count == 1 && NameFinder.isFirmLikeRiver(text, range.lowerBound):
      type = NameType.organisation.number
    case .place: type = placeType(range, same, reading.pieces).number
    case .other: type = otherType(range, same, reading.pieces)
    case .number(NameType.organisation.number) where isCountry(same):
      type = NameType.country.number
    case .number(let number): type = number
    }
    candidates.append(
      Candidate(
        range, type: type, title: title, probability: name.probability, by: .names))
  }

  /// `China-Russia`: names of the lists with hyphens between are several names.
  private func appendParts(
    of range: Range<Int>, _ reading: NameReading, from rule: Int, to candidates: inout [Candidate]
  ) -> Bool {
    var next = range.lowerBound
    var index = rule
    while index < reading.rules.count {
      let part = reading.rules[index]
      let pieces = part.pieceRange
      guard part.entry > 0, pieces.lowerBound == next, pieces.upperBound <= range.upperBound else {
        return false
      }
      if pieces.upperBound == range.upperBound { break }
      let mark = reading.pieces[pieces.upperBound]
      guard mark.symbol == .hyphen, mark.gap == .none else { return false }
      next = pieces.upperBound + 1
      index += 1
    }
    guard index > rule, index < reading.rules.count else { return false }
    candidates.append(contentsOf: reading.rules[rule...index])
    return true
  }

  /// The end of a firm that is called by its people, `Bell & Sons`, `Holm & Co. Ltd`, of which a name is
  /// the beginning or the whole.
  private func endOfFamilyFirm(_ range: Range<Int>, _ text: NameText) -> Int? {
    guard knowsOrganisations else { return nil }
    let pieces = text.pieces
    let ampersand = (range.lowerBound + 1...range.upperBound).first { index in
      index + 1 < pieces.count && pieces[index].mark == UInt8(ascii: "&")
        && Self.firmEnds.contains(pieces[index + 1].hash)
    }
    guard let ampersand, !pieces[ampersand...ampersand + 1].contains(where: \.isSentenceStart)
    else {
      return nil
    }
    var end = ampersand + 2
    let legalForm =
      end + 1 < pieces.count && pieces[end].symbol == .dot && pieces[end].gap == .none
      ? end + 1 : end
    if legalForm < pieces.count, !pieces[legalForm].isSentenceStart,
      text.roles(legalForm).contains(.legalForm)
    {
      end = legalForm + 1
    }
    return range.upperBound > end ? nil : end
  }

  private static let firmEnds = FewWords(
    "Son Sons Daughter Daughters Brothers Bros Co Company Cie Partners Associates Söhne")

  /// The end of a firm inside of a name, by its legal form, and where the next name begins: behind a
  /// comma, `and`, or both. `Vatnor Co., Ltd` and `Vatnor Ltd & Sons` are one.
  private func endOfInnerFirm(
    _ range: Range<Int>, _ text: NameText
  ) -> (first: Int, next: Int, isFirm: Bool)? {
    guard knowsOrganisations, range.count > 3 else { return nil }
    let pieces = text.pieces
    for index in range.dropFirst()
    where text.roles(index).contains(.legalForm) || Self.companies.contains(pieces[index].hash) {
      var next = index + 1
      if next < range.upperBound, pieces[next].symbol == .dot, pieces[next].gap == .none {
        next += 1
      }
      let end = next
      if next < range.upperBound, pieces[next].symbol == .comma { next += 1 }
      if next < range.upperBound, [.and, .to].contains(pieces[next].symbol) { next += 1 }
      // `Vatnor Ltd. Norra` where the full stop ends a sentence, too.
      let isStopped =
        end > index + 1 && text.roles(index).contains(.legalForm) && next < range.upperBound
        && pieces[next].gap == .space
      guard next > end || isStopped, next < range.upperBound, pieces[next].isName,
        !text.roles(next).contains(.legalForm)
      else { continue }
      return (index + 1, next, true)
    }
    return nil
  }

  /// The end of a person behind whom, after a comma, the title of another stands.
  private func endOfInnerPerson(
    _ name: NameSpans.Name, _ text: NameText
  ) -> (first: Int, next: Int, isFirm: Bool)? {
    guard case .person = classes[name.type] else { return nil }
    let pieces = text.pieces
    let comma = name.pieces.dropFirst().dropLast(2).first { index in
      guard pieces[index].symbol == .comma, pieces[index + 1].isName,
        text.roles(index + 1).contains(.title)
      else { return false }
      // `Ann, Duchess of Norra` is one.
      let behind = pieces[index + 2].symbol == .dot ? index + 3 : index + 2
      return behind < name.pieces.upperBound && pieces[behind].isName
    }
    return comma.map { ($0, $0 + 1, false) }
  }

  private static let companies = FewWords("Co Company")

  /// The state in `D-Calif.`, which says whose senator somebody is.
  private func stateOfParty(_ range: Range<Int>, _ pieces: [Piece]) -> Range<Int>? {
    let state = range.lowerBound + 2
    guard range.count == 3, pieces[state - 1].symbol == .hyphen, pieces[state - 1].gap == .none,
      pieces[state].gap == .none, StateAbbreviations.parties.contains(pieces[state - 2].hash),
      StateAbbreviations.ofSenators.contains(pieces[state].hash)
        || lexicon.entry(of: pieces[state]).type == .place
    else { return nil }
    return state..<range.upperBound
  }

  /// Whether a stretch is rather a clause than a name, where a whole sentence is in capitals: with a
  /// number or a word such as `FROM` or `SAID`, or longer than names are.
  private func isClauseInCapitals(_ range: Range<Int>, _ pieces: [Piece]) -> Bool {
    guard range.count > 1 else { return false }
    func isInCapitals(_ index: Int) -> Bool {
      pieces[index].kind != .word || pieces[index].shape == .upper
        || pieces[index].shape == .initial
    }
    guard range.allSatisfy(isInCapitals) else { return false }
    var words = 0
    var isClause = false
    for index in range where pieces[index].kind != .mark {
      words += 1
      let isInner =
        pieces[index].roles.contains(.functionWord) && index > range.lowerBound
        && ![.of, .and, .the].contains(foldedSymbol(pieces[index]))
      if isInner || pieces[index].kind == .number { isClause = true }
    }
    guard isClause || words > Self.longestNameInCapitals else { return false }
    // Only then is it worth a look around.
    var start = range.lowerBound
    while start > 0, !pieces[start].isSentenceStart, isInCapitals(start) { start -= 1 }
    var end = range.upperBound
    while end < pieces.count, !pieces[end].isSentenceStart, isInCapitals(end) { end += 1 }
    let isWhole = isInCapitals(start) && (end == pieces.count || pieces[end].isSentenceStart)
    return isWhole && (isClause || (start..<end).count { pieces[$0].kind == .word } > words)
  }

  private static let longestNameInCapitals = 5

  /// What a word is in a pattern, whatever its case.
  private func foldedSymbol(_ piece: Piece) -> PatternSymbol { lexicon.entry(of: piece).symbol }

  /// `the` is no part of a name unless a list has it there: `The Hague`.
  private func withoutArticle(
    _ range: Range<Int>, _ rule: Candidate?, _ pieces: [Piece]
  ) -> Range<Int> {
    guard range.count > 1, pieces[range.lowerBound].symbol == .the, rule?.entry ?? 0 == 0 else {
      return range
    }
    return range.lowerBound + 1..<range.upperBound
  }

  /// Up to where a bracket opens or closes whose other half is not in the name: `Oslo (Reuters`.
  private func withoutOpenBrackets(_ range: Range<Int>, _ pieces: [Piece]) -> Range<Int> {
    guard range.contains(where: { Self.isBracket(pieces[$0].mark) }) else { return range }
    var opened: [Int] = []
    var broken: Int?
    for index in range {
      switch pieces[index].mark {
      case UInt8(ascii: "("), UInt8(ascii: "["): opened.append(index)
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if opened.popLast() == nil { broken = broken ?? index }
      default: break
      }
    }
    guard let cut = [opened.first, broken].compactMap({ $0 }).min() else { return range }
    if cut > range.lowerBound { return range.lowerBound..<cut }
    return range.count > 1 ? withoutOpenBrackets(cut + 1..<range.upperBound, pieces) : range
  }

  private static func isBracket(_ mark: UInt8) -> Bool {
    switch mark {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ")"), UInt8(ascii: "]"): true
    default: false
    }
  }

  /// What the form of a name makes it, whatever the model says: with a legal form, which then belongs
  /// to the name, it is a firm, and no place is called a centre or an agency.
  private func classOfForm(
    _ range: inout Range<Int>, _ text: NameText, isPlace: Bool
  ) -> Class? {
    guard knowsOrganisations else { return nil }
    if let end = text.endOfLegalForm(at: range.upperBound) {
      range = range.lowerBound..<end
    } else {
      let last = text.roles(range.upperBound - 1)
      let isFirm = last.contains(.legalForm)
      let isBody = isPlace && last.contains(.organisationTail)
      guard range.count > 1, isFirm || isBody else { return nil }
    }
    return .number(NameType.organisation.number)
  }

  /// `PORT ELLERY —`: capitals in front of a dash, with which a text begins, tell where it was written.
  private func isDateline(_ range: Range<Int>, _ pieces: [Piece]) -> Bool {
    let dash = range.upperBound
    guard range.lowerBound == 0, pieces[0].start == 0, dash + 1 < pieces.count,
      pieces[dash].kind == .mark, pieces[dash].gap == .space, pieces[dash + 1].gap == .space,
      // An em dash is no hyphen, and has three bytes.
      pieces[dash].symbol == .hyphen || pieces[dash].symbol == .other && pieces[dash].length == 3
    else { return false }
    return range.allSatisfy { pieces[$0].shape == .upper || pieces[$0].kind == .mark }
  }

  /// Countries and peoples of several words are nothing else, `Costa Rican`, nor are indexes of shares.
  private func typeOfPhrase(_ range: Range<Int>, _ rule: Candidate?) -> NameType? {
    guard let rule, rule.entry > 0, rule.pieceRange == range,
      let type = lexicon.entries[Int(rule.entry)].type
    else { return nil }
    switch type {
    case .product, .other: return type
    case .country, .nationality, .organisation: return range.count > 1 ? type : nil
    default: return nil
    }
  }

  /// Ranks and seats, which elsewhere are other things: `PC Ann Bell`, `MP Ann Bell`.
  static let ranks = FewWords("PC DC DS DI DCI DSI PCSO MP MK MLA")

  private func rank(before range: Range<Int>, _ pieces: [Piece]) -> Range<Int>? {
    let index = range.lowerBound - 1
    guard index >= 0, !pieces[index + 1].isSentenceStart, pieces[index + 1].gap == .space,
      pieces[index].shape == .upper, Self.ranks.contains(pieces[index].hash)
    else { return nil }
    return index..<index + 1
  }

  /// The title, where the name in front overlaps with it, which then is no name, or has too many words:
  /// what the lists know of `German Defence` in `German Defence Minister` is found again.
  private func withoutNames(
    _ title: Range<Int>?, _ text: NameText, _ candidates: inout [Candidate]
  ) -> Range<Int>? {
    guard let title, let last = candidates.last?.pieceRange, last.upperBound > title.lowerBound,
      last.upperBound <= title.upperBound
    else { return title }
    candidates.removeLast()
    let first = last.lowerBound
    // `Union Home Minister`: the last word of a name is none by itself.
    return first + 1 == title.lowerBound && text.roles(first).contains(.organisationTail)
      ? first..<title.upperBound : title
  }

  /// Takes `Norra` and `Norra Power` for the firm where a document has `Norra Power Ltd` and nobody and
  /// no place of that name.
  private func takeShortNamesForFirms(
    _ candidates: inout [Candidate], from first: Int, _ text: NameText
  ) {
    guard knowsOrganisations else { return }
    let pieces = text.pieces
    let organisation = Int32(NameType.organisation.number)
    let person = Int32(NameType.person.number)
    var forms: Set<UInt64> = []
    for candidate in candidates[first...] where candidate.type == organisation {
      let range = candidate.pieceRange
      guard range.count > 1, text.roles(range.upperBound - 1).contains(.legalForm) else { continue }
      var key: UInt64 = 0
      for index in range.dropLast() {
        key = PhraseTable.key(key, pieces[index].hash)
        if pieces[index].isName, pieces[index + 1].isName || pieces[index + 1].symbol == .comma {
          forms.insert(key)
        }
      }
    }
    if forms.isEmpty { return }
    // All but the first word: `George Calder Jr.`
    let surnames = Set(
      candidates[first...].lazy.filter { $0.type == person }
        .flatMap { $0.pieceRange.dropFirst().map { pieces[$0].hash } })
    let types = Set(
      [NameType.person, .place, .location, .facility].map { Int32($0.number) }
        + [Int32(Self.miscellaneous)])
    for index in first..<candidates.count where types.contains(candidates[index].type) {
      let candidate = candidates[index]
      let range = candidate.pieceRange
      let key = range.reduce(0 as UInt64) { PhraseTable.key($0, pieces[$1].hash) }
      guard forms.contains(key), candidate.title.isEmpty, candidate.entry == 0 else { continue }
      let word = range.lowerBound
      if range.count == 1 {
        let isInPlace =
          candidate.type != person && word > 0 && !pieces[word].isSentenceStart
          && text.roles(word - 1).contains(.placePreposition)
        guard !isInPlace, text.type(word) == nil, !text.roles(word).contains(.givenName),
          !surnames.contains(pieces[word].hash)
        else { continue }
      }
      candidates[index].type = organisation
    }
  }

  /// `Norway` stays a place where it acts.
  private func isCountry(_ rule: Candidate?) -> Bool {
    guard let rule, rule.entry > 0 else { return false }
    return lexicon.entries[Int(rule.entry)].type == .country
  }

  private func placeType(_ range: Range<Int>, _ rule: Candidate?, _ pieces: [Piece]) -> NameType {
    let places: [NameType] = [.place, .location, .facility]
    if let rule, let type = places.first(where: { $0.number == Int(rule.type) }) { return type }
    let last = pieces[range.upperBound - 1].roles
    if range.count > 1 {
      if last.contains(.facilityTail) { return .facility }
      if last.contains(.locationTail) { return .location }
      if pieces[range.lowerBound].roles.contains(.locationHead) { return .location }
    }
    return .place
  }

  private func otherType(_ range: Range<Int>, _ rule: Candidate?, _ pieces: [Piece]) -> Int {
    let others: [NameType] = [.nationality, .event, .language, .law, .product, .other]
    let last = pieces[range.upperBound - 1]
    if range.count == 1, lexicon.entry(of: last).type == .nationality,
      isSpoken(range.lowerBound, pieces)
    {
      return NameType.language.number
    }
    if let rule, let type = others.first(where: { $0.number == Int(rule.type) }) {
      return type.number
    }
    if lexicon.entry(of: last).type == .nationality { return NameType.nationality.number }
    if range.count > 1 {
      if last.roles.contains(.eventTail) { return NameType.event.number }
      if last.roles.contains(.lawTail) { return NameType.law.number }
    }
    return Self.miscellaneous
  }

  /// Whether the words beside the name of a people say that it is a language: `speaks Norse`, `from
  /// Norse into Gaelic`, `wrote in Norse.`, `Norse-speaking`.
  private func isSpoken(_ index: Int, _ pieces: [Piece]) -> Bool {
    func word(_ index: Int) -> UInt64? {
      guard pieces.indices.contains(index) else { return nil }
      return pieces[index].hash
    }
    func isOneOf(_ words: FewWords, _ index: Int) -> Bool {
      word(index).map(words.contains) ?? false
    }
    let next = index + 1
    let goesOn = next < pieces.count && !pieces[next].isSentenceStart
    if goesOn, pieces[next].symbol == .hyphen, pieces[next].gap == .none,
      isOneOf(Self.speakers, next + 1)
    {
      return true
    }
    if goesOn, isOneOf(Self.speakers, next), pieces[next].gap == .space { return true }
    if goesOn, pieces[next].kind != .mark, pieces[next].symbol != .and, pieces[next].gap == .space,
      !pieces[next].roles.contains(.functionWord)
    {
      // `in German hospitals`.
      return false
    }
    // `speaks Norse, Gaelic and Welsh`.
    var first = index
    while first > 1, index - first < 10, !pieces[first].isSentenceStart,
      pieces[first - 1].symbol == .and || pieces[first - 1].symbol == .comma,
      lexicon.entry(of: pieces[first - 2]).type == .nationality
    { first -= 2 }
    guard first > 0, !pieces[first].isSentenceStart else { return false }
    if isOneOf(Self.speaking, first - 1) { return true }
    guard isOneOf(Self.prepositions, first - 1), !pieces[first - 1].isSentenceStart else {
      return false
    }
    return isOneOf(Self.writing, first - 2)
  }

  private static let speakers = FewWords(
    "language languages speaking speaker speakers translation translations translator translators")
  private static let speaking = FewWords(
    "speak speaks spoke spoken speaking learn learns learned learnt learning fluent")
  private static let prepositions = FewWords("in from into")
  private static let writing = FewWords(
    """
    speak speaks spoke spoken speaking write writes wrote written writing translate translated \
    translating translates sing sings sang sung singing fluent published available said read reads
    """)

  private static let miscellaneous = TypeTable.number(of: .miscellaneous)
}
