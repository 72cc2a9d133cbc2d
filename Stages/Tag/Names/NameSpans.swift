import StageKit
import TextKit

/// Mends where the model's names begin and end, by what parts no name in print: tight hyphens and
/// apostrophes, `&`, particles, `of` and `for` behind the head of an organisation.
struct NameSpans {
  /// A name with the bounds that it is to have.
  struct Name {
    var pieces: Range<Int>
    /// The type's index in the model's labels.
    var type: Int
    var probability: Float
    /// The number of the type in `TypeTable`, where the form of the name settles it.
    var settled: Int?
  }

  /// The indices of the model's labels; without all of them nothing is mended.
  struct Labels {
    var person: Int
    var organisation: Int
    var place: Int
    var other: Int
  }

  private let text: NameText
  private let labels: Labels
  private var found: ArraySlice<NameTagger.Name>
  private(set) var names: [Name] = []

  /// - Parameter found: names in the order of the text.
  init(_ found: [NameTagger.Name], _ reading: NameReading, _ labels: Labels?) {
    text = reading.nameText
    self.found = found[...]
    self.labels = labels ?? Labels(person: -1, organisation: -1, place: -1, other: -1)
    names.reserveCapacity(found.count)
    guard labels != nil else {
      names = found.map { Name(pieces: $0.pieces, type: $0.type, probability: $0.probability) }
      return
    }
    while let next = self.found.popFirst() {
      guard next.pieces.lowerBound >= end else { continue }
      mend(Name(pieces: next.pieces, type: next.type, probability: next.probability))
    }
    takeDatelineOfText()
  }

  private var pieces: [Piece] {
    @inline(__always) get { text.pieces }
  }

  /// Where the last name ends.
  private var end: Int { names.last?.pieces.upperBound ?? 0 }
  /// Where the next name of the model begins.
  private var nextStart: Int { found.first?.pieces.lowerBound ?? pieces.count }

  private mutating func mend(_ name: Name) {
    guard mayNeedMending(name) else {
      names.append(name)
      return
    }
    var name = name
    if let hyphen = hyphenOfBase(name) {
      let base = Name(
        pieces: name.pieces.lowerBound..<hyphen, type: labels.place, probability: name.probability)
      names.append(base)
      name.pieces = hyphen + 2..<name.pieces.upperBound
    } else if let mark = spacedDash(name) ?? innerArticle(name) {
      var first = name
      first.pieces = name.pieces.lowerBound..<mark
      mendPart(first)
      name.pieces = mark + 1..<name.pieces.upperBound
    }
    mendPart(name)
  }

  /// Whether something in a name or beside it calls for a closer look, as few names do.
  private func mayNeedMending(_ name: Name) -> Bool {
    let (start, next) = (name.pieces.lowerBound, name.pieces.upperBound)
    let (first, last) = (pieces[start], pieces[next - 1])
    let count = next - start
    if count > 2, name.type == labels.place || hyphenOfBase(name) != nil { return true }
    if count > 2, NameTyping.ranks.contains(first.hash) { return true }
    if !first.isName || last.shape == .upper || last.shape == .mixed || last.kind == .mark {
      return true
    }
    if count > 1 && (first.shape == .upper || Self.storms.contains(first.hash)) { return true }
    if count > 2 && pieces[next - 2].kind == .mark { return true }
    if goesOn(start) {
      let before = pieces[start - 1]
      if start == end || before.isName || before.mark == UInt8(ascii: "&")
        || before.symbol == .of || before.symbol == .and || before.roles.contains(.particle)
        || isFor(start - 1) || before.symbol == .comma && openingQuote(before: start) != nil
      {
        return true
      }
    }
    guard goesOn(next) else { return false }
    switch pieces[next].mark {
    case 0:
      return pieces[next].symbol == .and
        || name.type == labels.organisation && isPurpose(next)
    case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: ","),
      UInt8(ascii: "("), UInt8(ascii: ")"):
      return true
    default: return false
    }
  }

  private mutating func mendPart(_ found: Name) {
    var name = found
    mendEnd(&name)
    if isOnlyHonour(name) { return }
    dropRank(&name)
    if isAgency(name) { takeDateline(upTo: name.pieces.lowerBound - 1, name.probability) }
    if takeInverted(&name) {
      names.append(name)
      return
    }
    takeParticleInFront(&name)
    takeHeadInFront(&name)
    takeFieldInFront(&name)
    takeEvent(&name)
    if takeBehindParticles(name) || takeBehindAmpersand(&name) || takeBehindHead(name) { return }
    takeAmpersandBehind(&name)
    takeFieldsBehind(&name)
    takePurposeBehind(&name)
    if name.pieces != found.pieces, name.pieces.contains(where: { text.isTaken[$0] }) {
      name = found
    }
    names.append(name)
    appendState(behind: names.count - 1)
    if name.type == labels.person { appendStateOfParty(behind: name) }
    appendAcronym(behind: name)
  }

  // MARK: Looking around

  /// Whether there is a piece that goes on in the sentence of the one before.
  private func goesOn(_ index: Int) -> Bool {
    index < pieces.count && index > 0 && !pieces[index].isSentenceStart
  }

  private func isMark(_ index: Int, _ mark: UInt8) -> Bool {
    goesOn(index) && pieces[index].mark == mark
  }

  private func isTightWord(_ index: Int) -> Bool {
    goesOn(index) && pieces[index].kind == .word && pieces[index].gap == .none
  }

  /// Whether a word with a capital letter may be part of a name that the model has not seen as one: it is
  /// no name of the lists, no title and no small word.
  private func isFreeName(_ index: Int) -> Bool {
    index >= end && pieces[index].isName && isFree(index, before: nextStart)
  }

  private func isFree(_ index: Int, before next: Int) -> Bool {
    index < next && !text.isTaken[index] && text.type(index) == nil
      && text.roles(index).isDisjoint(with: [.title, .functionWord, .givenName])
  }

  private func has(_ range: Range<Int>, _ roles: Lexicon.Roles) -> Bool {
    range.contains { !text.roles($0).isDisjoint(with: roles) }
  }

  /// Makes one name of the last one and another; it is no likelier than either.
  private mutating func extendLast(with name: Name, as type: Int) {
    let last = names.removeLast()
    names.append(
      Name(
        pieces: last.pieces.lowerBound..<name.pieces.upperBound, type: type,
        probability: min(last.probability, name.probability), settled: last.settled))
  }

  // MARK: Ends

  /// A dash with spaces around it before the name of a country parts two names, `Vatnor Bank - Norway`;
  /// else it may be one that was meant to be tight.
  private func spacedDash(_ name: Name) -> Int? {
    guard name.type == labels.organisation, name.pieces.count > 2 else { return nil }
    let dash = name.pieces.upperBound - 2
    guard text.type(dash + 1) == .country, pieces[dash].kind == .mark, pieces[dash].gap == .space,
      pieces[dash + 1].gap == .space,
      pieces[dash].symbol == .hyphen || pieces[dash].mark == 0 && pieces[dash].length == 3
    else { return nil }
    return dash
  }

  private static let basing = FewWords("based born listed")

  /// The hyphen in `Oslo-based Norra Group`, which are two names.
  private func hyphenOfBase(_ name: Name) -> Int? {
    guard name.pieces.count > 3 else { return nil }
    return name.pieces.dropFirst().dropLast(2).first {
      pieces[$0].symbol == .hyphen && Self.basing.contains(pieces[$0 + 1].hash)
    }
  }

  /// `the` right behind a word with a capital parts two places: `In Norra | the River Vatn`.
  private func innerArticle(_ name: Name) -> Int? {
    guard name.type == labels.place, name.pieces.count > 2 else { return nil }
    return name.pieces.dropFirst().dropLast().first {
      pieces[$0].symbol == .the && !pieces[$0].isName && pieces[$0 - 1].isName
        && !text.roles($0 - 1).contains(.functionWord)
    }
  }

  /// A name ends where a word ends: `Noh Tae-on`, `Wanja Ng'ang'a`; and before what is said of the bearer
  /// in letters: `Ann Bell, M.D.`.
  private func mendEnd(_ name: inout Name) {
    var end = name.pieces.upperBound
    let start = name.pieces.lowerBound
    if end - start > 1, pieces[end - 1].symbol == .hyphen {
      let isSyllable =
        name.type == labels.person && end - start > 2 && pieces[end - 1].gap == .none
        && isTightWord(end) && end < nextStart
        && (pieces[end].length <= 5 || pieces[end].isName)
      end += isSyllable ? 1 : -1
    } else if name.type == labels.person, end - start == 2, end + 1 < nextStart,
      text.roles(start).contains(.leadingFamilyName), isMark(end, UInt8(ascii: "-")),
      pieces[end].gap == .none, isTightWord(end + 1), !pieces[end + 1].isName,
      pieces[end + 1].length <= 5, !Self.compounds.contains(pieces[end + 1].hash)
    {
      end += 2
    }
    while end + 1 < nextStart, isMark(end, UInt8(ascii: "'")), pieces[end].gap == .none,
      isTightWord(end + 1), !Self.contractions.contains(pieces[end + 1].hash)
    {
      end += 2
      // `Abu'l-Vatnor`.
      if end + 1 < nextStart, isMark(end, UInt8(ascii: "-")), pieces[end].gap == .none,
        isTightWord(end + 1), pieces[end + 1].isName
      {
        end += 2
      }
    }
    if name.type == labels.organisation, end - start > 2, isHonour(end - 1),
      has(start..<start + 1, .givenName), pieces[end - 2].shape == .capitalised
    {
      name.type = labels.person
    }
    if name.type == labels.person {
      while end - start > 1, isHonour(end - 1) {
        end -= 1
        if end - start > 1, pieces[end - 1].symbol == .comma { end -= 1 }
      }
    }
    name.pieces = start..<end
  }

  /// What stands behind a hyphen and a name without being part of it: `Park-era`.
  private static let compounds = FewWords("era led run like style type made born")
  private static let contractions = FewWords("s t d m re ve ll S T D M RE VE LL")

  /// Takes who has a seat or a rank for a person: `MP | Vatn Norra`.
  private func dropRank(_ name: inout Name) {
    let rest = name.pieces.dropFirst()
    guard name.type == labels.organisation || name.type == labels.other,
      (2...4).contains(rest.count), NameTyping.ranks.contains(pieces[name.pieces.lowerBound].hash),
      rest.allSatisfy({
        pieces[$0].isName && pieces[$0].shape != .upper && pieces[$0].gap == .space
          || pieces[$0].symbol == .hyphen || pieces[$0].gap == .none
      }),
      !has(rest, [.organisationTail, .organisationHead, .genericWord, .functionWord])
    else { return }
    name.pieces = rest
    name.type = labels.person
  }

  /// Letters behind a name for honours, degrees and seats.
  private func isHonour(_ index: Int) -> Bool {
    Self.honours.contains(pieces[index].hash) && pieces[index].shape != .plain
  }

  private static let honours = FewWords(
    "CBE OBE MBE KBE DBE GBE KC QC MP MEP MSP MD PhD SAN FRS JD DDS RN CPA Esq")

  /// Whether nothing but letters for honours was found, right behind a person.
  private func isOnlyHonour(_ name: Name) -> Bool {
    let start = name.pieces.lowerBound
    guard name.pieces.count == 1, isHonour(start), let last = names.last,
      last.type == labels.person, last.settled == nil
    else { return false }
    return last.pieces.upperBound == start
      || last.pieces.upperBound == start - 1 && isMark(start - 1, UInt8(ascii: ","))
  }

  // MARK: Senders and receivers

  /// The surname in front of the given name, as mail names its senders: `"Bell, Ann" <ann@x.org>`.
  private mutating func takeInverted(_ name: inout Name) -> Bool {
    let start = name.pieces.lowerBound
    guard name.type == labels.person, let quote = openingQuote(before: start),
      let range = invertedName(behind: quote), range.lowerBound <= start,
      range.upperBound >= name.pieces.upperBound, !range.contains(where: { text.isTaken[$0] })
    else { return false }
    // What the model took the surname for.
    while let last = names.last, last.pieces.lowerBound >= range.lowerBound { names.removeLast() }
    guard range.lowerBound >= end else { return false }
    name.pieces = range
    return true
  }

  private func openingQuote(before start: Int) -> Int? {
    var index = start
    while index > 0, start - index < 6, !pieces[index].isSentenceStart {
      index -= 1
      if pieces[index].mark == UInt8(ascii: "\"") { return index }
    }
    return nil
  }

  /// A surname, a comma and given names between quotation marks; a bracket may stand before the second.
  private func invertedName(behind quote: Int) -> Range<Int>? {
    var index = quote + 1
    guard goesOn(index), pieces[index].gap == .none, pieces[index].isName,
      !text.roles(index).contains(.functionWord)
    else { return nil }
    while goesOn(index), index - quote <= 5, pieces[index].symbol != .comma {
      let isPart =
        pieces[index].isName || isSmallParticle(index)
        || [.hyphen, .apostrophe].contains(pieces[index].symbol)
      guard isPart else { return nil }
      index += 1
    }
    guard isMark(index, UInt8(ascii: ",")), index > quote + 1 else { return nil }
    let given = index + 1
    index = given
    while goesOn(index), index - given < 4, pieces[index].isName || pieces[index].symbol == .dot {
      let isInitial = pieces[index - 1].shape == .initial
      guard pieces[index].isName ? pieces[index].gap == .space : isInitial else { return nil }
      index += 1
    }
    let isClosed = isMark(index, UInt8(ascii: "\"")) || isMark(index, UInt8(ascii: "("))
    return index > given && isClosed ? quote + 1..<index : nil
  }

  // MARK: Particles

  private func isSmallParticle(_ index: Int) -> Bool {
    !pieces[index].isName && text.roles(index).contains(.particle)
  }

  /// `Von der Leyen` at the start of a sentence.
  private func takeParticleInFront(_ name: inout Name) {
    let start = name.pieces.lowerBound
    guard name.type == labels.person, start > end, isSmallParticle(start), goesOn(start),
      pieces[start - 1].isName, text.roles(start - 1).contains(.particle)
    else { return }
    name.pieces = start - 1..<name.pieces.upperBound
  }

  /// Adds a name to the last one if both are one person with particles between: `Ida | van der Laan`.
  private mutating func takeBehindParticles(_ name: Name) -> Bool {
    let start = name.pieces.lowerBound
    guard let last = names.last, last.settled == nil, name.settled == nil,
      name.type == labels.person || last.type == labels.person, goesOn(start)
    else { return false }
    let between = last.pieces.upperBound..<start
    let particles = between.isEmpty ? start..<start + 1 : between
    guard between.count <= 3, particles.allSatisfy(isSmallParticle),
      particles.allSatisfy({ goesOn($0) && pieces[$0].gap == .space }),
      pieces[start].gap == .space,
      last.type == labels.person || last.pieces.count == 1 && last.type == labels.other
        || last.pieces.count == 1 && has(last.pieces, .givenName)
    else { return false }
    extendLast(with: name, as: labels.person)
    return true
  }

  // MARK: Ampersands

  /// Adds a name to the last one, or words with capitals to a name in front, over `&`.
  private mutating func takeBehindAmpersand(_ name: inout Name) -> Bool {
    let start = name.pieces.lowerBound
    guard start > 1, name.settled == nil, isMark(start - 1, UInt8(ascii: "&")),
      goesOn(start - 1), goesOn(start)
    else { return false }
    if let last = names.last, last.settled == nil, last.pieces.upperBound == start - 1 {
      guard mayJoin(last.pieces, last.type, name.pieces, name.type) else { return false }
      extendLast(with: name, as: typeOfPartners(last.type, name.type))
      return true
    }
    var first = start - 1
    while first > 0, start - first <= 4, isFreeName(first - 1), first == start - 1 || goesOn(first),
      pieces[first].gap == .space
    {
      first -= 1
    }
    guard first < start - 1, mayJoin(first..<start - 1, nil, name.pieces, name.type) else {
      return false
    }
    name.pieces = first..<name.pieces.upperBound
    name.type = typeOfPartners(nil, name.type)
    return false
  }

  /// Takes words with capitals behind `&` that the model has not found.
  private func takeAmpersandBehind(_ name: inout Name) {
    let ampersand = name.pieces.upperBound
    guard name.settled == nil, isMark(ampersand, UInt8(ascii: "&")) else { return }
    var end = ampersand + 1
    while end - ampersand <= 4, end < nextStart, goesOn(end), isFreeName(end),
      pieces[end].gap == .space
    { end += 1 }
    guard end > ampersand + 1, end != nextStart,
      mayJoin(name.pieces, name.type, ampersand + 1..<end, nil)
    else { return }
    name.pieces = name.pieces.lowerBound..<end
    name.type = typeOfPartners(name.type, nil)
  }

  /// Whether `&` makes one name of two; of people that are named in full and of places it does not.
  private func mayJoin(
    _ left: Range<Int>, _ leftType: Int?, _ right: Range<Int>, _ rightType: Int?
  ) -> Bool {
    func isCountry(_ range: Range<Int>) -> Bool {
      range.count == 1 && text.type(range.lowerBound) == .country
    }
    if isCountry(left) || isCountry(right) { return false }
    if leftType == labels.organisation || rightType == labels.organisation { return true }
    if leftType == labels.place || rightType == labels.place { return false }
    // `Mr Holm & Mr Reed`.
    let title = left.lowerBound - 1
    if has(left, .title) || (title >= 0 && text.roles(title).contains(.title)) { return false }
    if title > 0, pieces[title].symbol == .dot, text.roles(title - 1).contains(.title) {
      return false
    }
    func isFullName(_ range: Range<Int>, _ type: Int?) -> Bool {
      (range.count == 2 && type == labels.person)
        || (range.count > 1 && has(range.lowerBound..<range.lowerBound + 1, .givenName))
    }
    if isFullName(left, leftType) || isFullName(right, rightType) { return false }
    if isCitation(right.upperBound) { return false }
    if has(left, .givenName) && has(right, .givenName) { return false }
    if (left.count == 1 && isSurname(left.lowerBound))
      || (right.count == 1 && isSurname(right.lowerBound))
    {
      return false
    }
    return pieces[left.upperBound - 1].shape == .capitalised
      || pieces[right.lowerBound].shape == .capitalised
  }

  /// Whether a year or a number in brackets stands behind authors: `Holm & Reed, 2010`, `Holm & Reed [7]`.
  private func isCitation(_ index: Int) -> Bool {
    guard goesOn(index) else { return false }
    if pieces[index].kind == .number { return true }
    guard goesOn(index + 1), pieces[index + 1].kind == .number else { return false }
    switch pieces[index].mark {
    case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: "["): return true
    default: return false
    }
  }

  /// Whether a word is the last one of somebody's name in the document.
  private func isSurname(_ index: Int) -> Bool {
    let hash = pieces[index].hash
    func ends(_ range: Range<Int>, _ type: Int) -> Bool {
      type == labels.person && range.count > 1 && pieces[range.upperBound - 1].hash == hash
    }
    return names.contains { ends($0.pieces, $0.type) }
      || found.contains { ends($0.pieces, $0.type) }
  }

  /// Partners are a firm unless one of them is something else that has a name: `Fear & Hope`.
  private func typeOfPartners(_ left: Int?, _ right: Int?) -> Int {
    let isFirm = left == labels.organisation || right == labels.organisation
    let isWork = left == labels.other || right == labels.other
    return isWork && !isFirm ? labels.other : labels.organisation
  }

  // MARK: Organisations

  private static let purposes = FewWords("for")
  /// What may be for something in its name; a `White House` or a `Bank` is not.
  private static let purposeful = FewWords(
    """
    Agency Alliance Association Authority Board Bureau Campaign Center Centre Coalition College Commission \
    Committee Council Department Foundation Fund Institute Ministry Movement Network Office Organisation \
    Organization School Secretariat Society
    """)

  private func isFor(_ index: Int) -> Bool { Self.purposes.contains(pieces[index].hash) }

  /// `Office for` and `Department for` in front of a name belong to it.
  private func takeHeadInFront(_ name: inout Name) {
    let start = name.pieces.lowerBound
    guard start > end + 1, name.type != labels.person, goesOn(start), goesOn(start - 1),
      isFor(start - 1), isFreeName(start - 2), Self.purposeful.contains(pieces[start - 2].hash)
    else { return }
    var first = start - 2
    while start - first < 5, first > end, goesOn(first), isFreeName(first - 1),
      !pieces[first - 1].isSentenceStart, pieces[first].gap == .space
    { first -= 1 }
    name.pieces = first..<name.pieces.upperBound
    name.type = labels.organisation
  }

  /// Adds a name to the last one that ends with a head and `for`: `Vatnor Centre | for | Fair Trade`.
  private mutating func takeBehindHead(_ name: Name) -> Bool {
    let start = name.pieces.lowerBound
    guard let last = names.last, last.settled == nil, name.settled == nil,
      last.type == labels.organisation,
      name.type == labels.organisation || name.type == labels.place,
      last.pieces.upperBound == start - 1, goesOn(start), goesOn(start - 1), isFor(start - 1),
      Self.purposeful.contains(pieces[start - 2].hash),
      // `the Commission for US President Bell`.
      !goesOn(name.pieces.upperBound) || !text.roles(name.pieces.upperBound).contains(.title)
    else { return false }
    extendLast(with: name, as: last.type)
    return true
  }

  /// `Food and` in front of `Drug Administration`.
  private func takeFieldInFront(_ name: inout Name) {
    let start = name.pieces.lowerBound
    guard name.type == labels.organisation, name.pieces.count > 1, start > 1, goesOn(start),
      goesOn(start - 1), pieces[start - 1].symbol == .and, isFreeName(start - 2),
      !text.roles(start - 2).isDisjoint(with: [.genericWord, .titleModifier]),
      text.roles(name.pieces.upperBound - 1).contains(.organisationTail)
    else { return }
    var first = start - 2
    while start - first < 6, goesOn(first), isFreeName(first - 1),
      !pieces[first - 1].isSentenceStart, pieces[first].gap == .space
    { first -= 1 }
    name.pieces = first..<name.pieces.upperBound
  }

  /// Takes what a department is for: `Ministry of Farms | , Forests and Fisheries`.
  private mutating func takeFieldsBehind(_ name: inout Name) {
    guard name.type == labels.organisation, name.settled == nil, name.pieces.count > 2,
      goesOn(name.pieces.upperBound)
    else { return }
    let mark = pieces[name.pieces.upperBound].symbol
    guard mark == .comma || mark == .and,
      name.pieces.dropFirst().contains(where: {
        (pieces[$0].symbol == .of || isFor($0))
          && text.roles($0 - 1).contains(.organisationHead)
      })
    else { return }
    var index = name.pieces.upperBound
    // Fields that the model takes for names.
    var swallowed = 0
    for _ in 0..<5 {
      var next = index
      if isMark(next, UInt8(ascii: ",")) { next += 1 }
      let isLast = goesOn(next) && pieces[next].symbol == .and
      if isLast { next += 1 }
      let other = found.dropFirst(swallowed).first
      if next > index, let other, other.pieces == next..<next + 1, isFieldOfOffice(next) {
        swallowed += 1
        index = next + 1
      } else {
        let limit = other?.pieces.lowerBound ?? pieces.count
        guard next > index, isField(next, before: limit) else { return }
        index = next + 1
        while index - next < 3, isField(index, before: limit), pieces[index].gap == .space {
          index += 1
        }
        // Another organisation, or the beginning of one.
        if index == limit || has(next..<index, [.organisationHead, .organisationTail]) { return }
      }
      if isLast {
        found.removeFirst(swallowed)
        name.pieces = name.pieces.lowerBound..<index
        return
      }
    }
  }

  private func isFieldOfOffice(_ index: Int) -> Bool {
    goesOn(index) && pieces[index].shape == .capitalised && text.type(index) == nil
      && has(index..<index + 1, [.titleModifier, .genericWord])
  }

  /// Whether a word may say what a department is for; an acronym does not.
  private func isField(_ index: Int, before next: Int) -> Bool {
    goesOn(index) && isFreeWord(index, before: next)
  }

  private static let against = FewWords("for on against Against")

  /// Whether a word may say what the body in front of it is there for.
  private func isPurpose(_ index: Int) -> Bool {
    Self.against.contains(pieces[index].hash)
      && Self.purposeful.contains(pieces[index - 1].hash)
  }

  private static let longestPurpose = 14

  /// Takes what a body is there for: `Commission | on the Status of Ponds`, `Agency | for Lakes and Rivers of
  /// Norra`. What it decides on is no part of its name: `the Council on Norra`.
  private mutating func takePurposeBehind(_ name: inout Name) {
    let preposition = name.pieces.upperBound
    guard name.type == labels.organisation, name.settled == nil, goesOn(preposition),
      pieces[preposition].gap == .space, isPurpose(preposition)
    else { return }
    var index = preposition + 1
    if goesOn(index), pieces[index].symbol == .the { index += 1 }
    var end: Int?
    var swallowed = 0
    while goesOn(index), pieces[index].gap == .space, index - preposition < Self.longestPurpose {
      let next = found.dropFirst(swallowed).first
      if let next, next.pieces.lowerBound == index {
        // A place only behind `of`, and nobody.
        let isPlace = next.type == labels.place
        let isNamedFor = isFor(preposition) && index == preposition + 2
        guard next.type != labels.person, !isPlace || pieces[index - 1].symbol == .of,
          end != nil || next.type == labels.other || isNamedFor,
          pieces[index - 1].symbol != .and
        else { break }
        swallowed += 1
        index = next.pieces.upperBound
        end = index
        if isPlace { break }
      } else if isFreeWord(index, before: next?.pieces.lowerBound ?? pieces.count) {
        index += 1
        end = index
      } else if end == index, pieces[index].symbol == .of || pieces[index].symbol == .and,
        goesOn(index + 1)
      {
        index += 1
        if pieces[index].symbol == .the { index += 1 }
      } else {
        break
      }
    }
    guard let end else { return }
    while let next = found.first, next.pieces.lowerBound < end { found.removeFirst() }
    name.pieces = name.pieces.lowerBound..<end
  }

  private func isFreeWord(_ index: Int, before next: Int) -> Bool {
    pieces[index].shape == .capitalised && isFree(index, before: next)
  }

  // MARK: Ships, storms and treaties

  private static let ships = FewWords("USS USNS HMS HMAS HMCS HMNZS RMS INS")
  private static let storms = FewWords("Storm Hurricane Cyclone Typhoon")
  private static let storming = FewWords("Tropical Super Severe Winter")
  private static let treaties = FewWords("Treaty Declaration Charter Protocol Accord Accords Pact")
  private static let battles = FewWords("Battle Siege")

  /// `USS Vatnor`, `Hurricane Vatnor`, `Treaty of Vatnor`, `Battle of Vatnor`, whatever the last word
  /// looks like.
  private func takeEvent(_ name: inout Name) {
    let start = name.pieces.lowerBound
    let last = name.pieces.upperBound - 1
    if start > end, goesOn(start), Self.ships.contains(pieces[start - 1].hash) {
      name.pieces = start - 1..<last + 1
      name.settled = Self.product
    } else if name.pieces.count > 1, Self.ships.contains(pieces[start].hash) {
      name.settled = Self.product
    } else if start > end + 1, name.type == labels.place, goesOn(start), goesOn(start - 1),
      pieces[start - 1].symbol == .of
    {
      let isTreaty = Self.treaties.contains(pieces[start - 2].hash)
      guard isTreaty || Self.battles.contains(pieces[start - 2].hash) else { return }
      name.pieces = start - 2..<last + 1
      name.settled = (isTreaty ? NameType.law : NameType.event).number
    } else {
      let storm = name.pieces.count == 1 ? start - 1 : start
      guard storm >= end, storm + 1 == last, goesOn(last), pieces[last].gap == .space,
        Self.storms.contains(pieces[storm].hash), pieces[last].shape == .capitalised,
        text.type(last) == nil || text.roles(last).contains(.givenName),
        !has(last..<last + 1, [.facilityTail, .locationTail, .organisationTail, .eventTail])
      else { return }
      let isMore = storm > end && goesOn(storm) && Self.storming.contains(pieces[storm - 1].hash)
      name.pieces = (isMore ? storm - 1 : storm)..<last + 1
      name.settled = NameType.event.number
    }
  }

  private static let product = TypeTable.number(of: .product)

  // MARK: Datelines

  /// Whether a name stands in brackets before a dash, as an agency does at the head of its dispatch.
  private func isAgency(_ name: Name) -> Bool {
    let (start, next) = (name.pieces.lowerBound, name.pieces.upperBound)
    return name.type == labels.organisation && start > 1
      && pieces[start - 1].mark == UInt8(ascii: "(") && isMark(next, UInt8(ascii: ")"))
      && isDash(next + 1)
  }

  private func isDash(_ index: Int) -> Bool {
    guard goesOn(index), pieces[index].kind == .mark, pieces[index].gap == .space else {
      return false
    }
    // An em dash is no hyphen, and has three bytes.
    return pieces[index].symbol == .hyphen || pieces[index].mark == 0 && pieces[index].length == 3
  }

  /// `LITTLE ROCK, Ark. - ` and `LA PAZ - ` at the beginning of the text.
  private mutating func takeDatelineOfText() {
    guard let first = pieces.first, first.start == 0, first.shape == .upper,
      let end = endOfCapitals(0)
    else { return }
    var dash = end
    if isMark(end, UInt8(ascii: ",")), end + 1 < pieces.count,
      let state = StateAbbreviations.range(at: end + 1, pieces)
    {
      dash = isDash(state.upperBound) ? state.upperBound : state.upperBound + 1
    }
    if isDash(dash) { takeDateline(upTo: dash, Self.probabilityOfDateline) }
  }

  private static let probabilityOfDateline: Float = 0.9

  private static let longestDateline = 14

  /// Takes the capitals with which a sentence begins before an agency or a dash for a place, and the
  /// abbreviation of a state behind them.
  private mutating func takeDateline(upTo limit: Int, _ probability: Float) {
    var start = limit - 1
    while start > 0, limit - start < Self.longestDateline, !pieces[start].isSentenceStart {
      start -= 1
    }
    guard start >= 0, start == 0 || pieces[start].isSentenceStart,
      let end = endOfCapitals(start), end <= limit,
      end == limit || pieces[end].mark == UInt8(ascii: ",")
    else { return }
    var state: Range<Int>?
    if end < limit, end + 1 < limit { state = StateAbbreviations.range(at: end + 1, pieces) }
    let last = state?.upperBound ?? end
    let index = names.firstIndex { $0.pieces.upperBound > start } ?? names.count
    var next = index
    while next < names.count, names[next].pieces.lowerBound < last { next += 1 }
    // A name that goes on behind is left alone.
    if next > index, names[next - 1].pieces.upperBound > last { return }
    let place = NameType.place.number
    let found = names[index..<next].lazy.map(\.probability).max() ?? probability
    let dateline = ([start..<end] + (state.map { [$0] } ?? [])).map {
      Name(pieces: $0, type: labels.place, probability: found, settled: place)
    }
    names.replaceSubrange(index..<next, with: dateline)
  }

  /// The end of a place in capitals, `PORT-AU-PRINCE`, `ST. PETERSBURG`.
  private func endOfCapitals(_ start: Int) -> Int? {
    var end = start
    while end < pieces.count, end == start || goesOn(end), end - start < 7,
      pieces[end].shape == .upper || end > start && pieces[end].kind == .mark
    {
      if pieces[end].kind == .mark {
        let joins =
          pieces[end].gap == .none
          && [.hyphen, .apostrophe, .dot].contains(pieces[end].symbol)
        guard joins, goesOn(end + 1), pieces[end + 1].shape == .upper else { break }
      }
      end += 1
    }
    guard end > start, pieces[end - 1].end - pieces[start].start > 2, !text.isTaken[start] else {
      return nil
    }
    return end
  }

  // MARK: What stands behind a name

  /// Adds the state in `Ellborough, Ala.`, of which the model knows little.
  private mutating func appendState(behind index: Int) {
    let comma = names[index].pieces.upperBound
    guard isMark(comma, UInt8(ascii: ",")), pieces[comma].gap == .none, goesOn(comma + 1),
      let state = StateAbbreviations.range(at: comma + 1, pieces)
    else { return }
    if names[index].type == labels.person {
      // `Ann Bell, Miss. Holm`; towns may look like people, but not like that.
      guard names[index].settled == nil, !has(names[index].pieces, .givenName) else { return }
      names[index].settled = NameType.place.number
    }
    while let next = found.first, next.pieces.lowerBound < state.upperBound { found.removeFirst() }
    names.append(
      Name(
        pieces: state, type: labels.place, probability: names[index].probability,
        settled: NameType.place.number))
  }

  /// Adds the state that somebody is from behind the letter of a party: `Ann Bell, D-Calif.`.
  private mutating func appendStateOfParty(behind name: Name) {
    let letter = name.pieces.upperBound + 1
    guard isMark(letter - 1, UInt8(ascii: ",")) || isMark(letter - 1, UInt8(ascii: "(")),
      goesOn(letter), StateAbbreviations.parties.contains(pieces[letter].hash),
      isMark(letter + 1, UInt8(ascii: "-")), pieces[letter + 1].gap == .none,
      isTightWord(letter + 2), letter + 2 < nextStart,
      let state = StateAbbreviations.range(at: letter + 2, pieces)
    else { return }
    names.append(
      Name(
        pieces: state, type: labels.place, probability: name.probability,
        settled: NameType.place.number))
  }

  private static let longestMixedAcronym = 6

  /// Takes the letters in `Vatnor Art Museum (VAM)` for the same kind of thing.
  private mutating func appendAcronym(behind name: Name) {
    let acronym = name.pieces.upperBound + 1
    guard name.type == labels.organisation, name.settled == nil, name.pieces.count > 1,
      isMark(acronym - 1, UInt8(ascii: "(")), isMark(acronym + 1, UInt8(ascii: ")")),
      isTightWord(acronym), pieces[acronym].isName, pieces[acronym].length <= 10,
      text.type(acronym) == nil
    else { return }
    // `Norra Office of Waters (Norow)`
    let isWord = pieces[acronym].shape == .capitalised
    if isWord {
      guard let next = found.first, next.pieces == acronym..<acronym + 1,
        next.type == labels.person, !has(next.pieces, .givenName)
      else { return }
    }
    var acronymName = Name(
      pieces: acronym..<acronym + 1, type: labels.organisation, probability: name.probability)
    if nextStart == acronym {
      guard let next = found.first, next.pieces == acronymName.pieces else { return }
      acronymName.probability = next.probability
      found.removeFirst()
    } else if text.isTaken[acronym] || nextStart <= acronym
      || pieces[acronym].shape == .mixed && pieces[acronym].length > Self.longestMixedAcronym
    {
      return
    }
    names.append(acronymName)
  }
}

/// The abbreviations of American states that newspapers set behind a town or a party.
enum StateAbbreviations {
  /// The letters of parties in front of the state of a senator: `D-Calif.`.
  static let parties = FewWords("D R I")
  /// The states of the United States; pieces are hashed without full stops.
  static let ofSenators = FewWords(american + " " + americanLetters + " WVa")

  private static let american = """
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev \
    Okla Ore Pa Tenn Vt Va Wash Wis Wyo
    """
  private static let americanLetters = "NH NJ NM NY NC ND RI SC SD"
  /// Written with one full stop at the end.
  private static let words = FewWords(american + " Ont Que Alta Sask")
  /// Written with full stops between.
  private static let letters = FewWords(americanLetters + " DC BC")
  private static let west = FewWords("W")
  private static let virginia = FewWords("Va")

  /// The pieces of an abbreviation, without a full stop that is a piece of its own.
  static func range(at index: Int, _ pieces: [Piece]) -> Range<Int>? {
    let piece = pieces[index]
    guard piece.isName else { return nil }
    func hasDot(_ index: Int) -> Bool {
      index < pieces.count && pieces[index].symbol == .dot && pieces[index].gap == .none
    }
    if letters.contains(piece.hash) && piece.length > 2 { return index..<index + 1 }
    guard hasDot(index + 1) else { return nil }
    if words.contains(piece.hash) { return index..<index + 1 }
    if west.contains(piece.hash), hasDot(index + 3), virginia.contains(pieces[index + 2].hash) {
      return index..<index + 3
    }
    return nil
  }
}
