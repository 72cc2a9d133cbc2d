import TextKit

/// Sees names again by what stands beside them and by the other names of the document: acronyms that it
/// has explained, teams that are called by their towns, bodies that bear the name of a country in front.
struct NameContext {
  private let text: NameText
  private let rules: [Candidate]
  private let finder: NameFinder
  /// The first of the candidates that are looked at, which are in the order of the text.
  private let first: Int
  /// Words with capitals in tables of results that are nothing yet.
  private var opponents: [Range<Int>] = []
  /// By their words, what turned out to be organisations that are called like places.
  private var organisations: Set<UInt64> = []

  /// Types by their numbers.
  private static let organisation = Int32(NameType.organisation.number)
  private static let person = Int32(NameType.person.number)
  private static let place = Int32(NameType.place.number)
  private static let location = Int32(NameType.location.number)
  private static let facility = Int32(NameType.facility.number)
  private static let other = Int32(NameType.other.number)
  private static let nationality = Int32(NameType.nationality.number)

  /// - Parameter first: where the names begin among the candidates.
  static func revise(
    _ candidates: inout [Candidate], from first: Int, _ reading: NameReading
  ) {
    if first == candidates.count { return }
    var context = NameContext(reading, first)
    context.removeTickers(&candidates)
    context.lengthen(&candidates)
    context.joinOverPossessives(&candidates)
    context.retype(&candidates)
    context.addExplained(&candidates)
  }

  private init(_ reading: NameReading, _ first: Int) {
    text = reading.nameText
    rules = reading.rules
    finder = reading.finder
    self.first = first
  }

  private var pieces: [Piece] {
    @inline(__always) get { text.pieces }
  }

  private func goesOn(_ index: Int) -> Bool {
    index > 0 && index < pieces.count && !pieces[index].isSentenceStart
  }

  private func isWord(_ index: Int, _ words: FewWords) -> Bool {
    goesOn(index) && words.contains(pieces[index].hash)
  }

  private func isPlace(_ candidate: Candidate) -> Bool {
    candidate.type == Self.place || candidate.type == Self.location
      || candidate.type == Self.facility
  }

  /// Countries that the lists do not have as such, but which have teams of their own.
  private static let nations = FewWords("England Scotland Wales")

  /// Whether the lists have the words of a name as a country.
  private func isCountry(_ candidate: Candidate) -> Bool {
    let range = candidate.pieceRange
    if range.count == 1, Self.nations.contains(pieces[range.lowerBound].hash) { return true }
    guard
      let phrase = text.lexicon.longestPhrase(
        pieces, from: range.lowerBound, hash: { pieces[$0].hash })
    else { return false }
    return phrase.end == range.upperBound && text.lexicon.entries[phrase.entry].type == .country
  }

  private func key(_ candidate: Candidate) -> UInt64 {
    candidate.pieceRange.reduce(0) { PhraseTable.key($0, pieces[$1].hash) }
  }

  private static let longestExchange = 2

  /// Drops the signs by which agencies give shares, `Norra Corp (NOR.O)`.
  private func removeTickers(_ candidates: inout [Candidate]) {
    guard candidates[first...].contains(where: isTicker) else { return }
    candidates[first...].removeAll(where: isTicker)
  }

  private func isTicker(_ candidate: Candidate) -> Bool {
    let end = candidate.pieceRange.upperBound
    guard candidate.pieces.count == 1, goesOn(end + 2), goesOn(end - 1),
      pieces[end].symbol == .dot, pieces[end].gap == .none, pieces[end + 1].gap == .none,
      pieces[end + 1].isName, pieces[end + 1].length <= Self.longestExchange
    else { return false }
    switch (pieces[end - 2].mark, pieces[end + 2].mark) {
    case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "<"), UInt8(ascii: ">")): return true
    default: return false
    }
  }

  // MARK: Bodies of a country

  /// Joins `Norwegian` and `Ministry of Ponds`, and takes what a rule makes of `Oslo` and `Building Group`
  /// that the model has passed over.
  private func lengthen(_ candidates: inout [Candidate]) {
    var removed: [Int] = []
    var rule = 0
    for index in first..<candidates.count {
      let candidate = candidates[index]
      let range = candidate.pieceRange
      guard candidate.type == Self.nationality || isPlace(candidate), candidate.title.isEmpty,
        goesOn(range.upperBound), pieces[range.upperBound].isName,
        pieces[range.upperBound].gap == .space
      else { continue }
      if index + 1 < candidates.count,
        candidates[index + 1].pieceRange.lowerBound == range.upperBound
      {
        let body = candidates[index + 1]
        guard body.type == Self.organisation, isBody(body.pieceRange) else { continue }
        candidates[index + 1].pieces = candidate.pieces.lowerBound..<body.pieces.upperBound
        candidates[index + 1].probability = least(candidate.probability, body.probability)
        removed.append(index)
        continue
      }
      while rule < rules.count, rules[rule].pieces.lowerBound < candidate.pieces.lowerBound {
        rule += 1
      }
      guard rule < rules.count, rules[rule].pieces.lowerBound == candidate.pieces.lowerBound,
        rules[rule].type == Self.organisation,
        rules[rule].pieces.upperBound > candidate.pieces.upperBound,
        index + 1 == candidates.count
          || candidates[index + 1].pieces.lowerBound >= rules[rule].pieces.upperBound,
        isBody(rules[rule].pieceRange)
      else { continue }
      candidates[index].pieces = rules[rule].pieces
      candidates[index].type = Self.organisation
    }
    for index in removed.reversed() { candidates.remove(at: index) }
  }

  /// Whose court, college or match something may be.
  private static let owners = FewWords(
    """
    Magistrate Magistrates Women Men Children People Attorney Prosecutor Governor King Queen Workers \
    Farmers Teachers Veterans Ladies Students Coroner
    """)
  private static let saints = FewWords("St Saint")

  /// Joins `Vatn Magistrate` and `Court` over `'s`, `St Ida` and `Primary School`.
  private func joinOverPossessives(_ candidates: inout [Candidate]) {
    var removed: [Int] = []
    for index in first..<candidates.count {
      let range = candidates[index].pieceRange
      var next = range.upperBound
      guard goesOn(next), pieces[next].symbol == .apostrophe, pieces[next].gap == .none,
        Self.owners.contains(pieces[next - 1].hash)
          || Self.saints.contains(pieces[range.lowerBound].hash) && range.count < 5
      else { continue }
      next += 1
      if goesOn(next), pieces[next].gap == .none { next += 1 }
      let start = next
      while goesOn(next), next - start < 4, pieces[next].shape == .capitalised,
        pieces[next].gap == .space, !text.isTaken[next]
      {
        next += 1
      }
      guard next > start else { continue }
      let last = text.roles(next - 1)
      let isOrganisation = last.contains(.organisationTail)
      guard isOrganisation || last.contains(.facilityTail) else { continue }
      let type = isOrganisation ? Self.organisation : Self.facility
      var other = index + 1
      while other < candidates.count, candidates[other].pieceRange.lowerBound < next { other += 1 }
      if other > index + 1 {
        // One name at most, which ends there, too.
        guard other == index + 2, candidates[index + 1].pieceRange.upperBound == next else {
          continue
        }
        removed.append(index + 1)
      }
      candidates[index].pieces = candidates[index].pieces.lowerBound..<Int32(next)
      candidates[index].type = type
      candidates[index].title = 0..<0
    }
    for index in removed.reversed() { candidates.remove(at: index) }
  }

  private func least(_ first: Float?, _ second: Float?) -> Float? {
    guard let first, let second else { return nil }
    return min(first, second)
  }

  private static let parties = FewWords("Party")

  /// Whether a name is of what a country has by its form.
  private func isBody(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    return text.roles(last).contains(.organisationTail)
      && !Self.parties.contains(pieces[last].hash)
      || range.count > 2
        && range.dropLast().contains {
          text.roles($0).contains(.organisationHead) && pieces[$0 + 1].symbol == .of
        }
  }

  // MARK: Teams, firms and people

  private static let winning = FewWords(
    "beat beats defeated defeats edged thrashed routed trounced outclassed hammered swept thumped")
  private static let playing = FewWords(
    "won win wins lost lose loses drew draw draws led lead leads trailed beat beats defeated")
  private static let leaders = FewWords("coach captain manager")
  private static let athletes = FewWords(
    """
    goalkeeper striker midfielder winger quarterback linebacker pitcher playmaker fullback
    """)
  private static let games = FewWords("win victory game match draw")
  private static let opposing = FewWords("over against with")
  private static let staff = FewWords(
    """
    analyst economist strategist trader ceo CEO founder cofounder partner executive researcher \
    coordinator lecturer consultant
    """)
  private static let at = FewWords("at")
  private static let locating = FewWords("of to at Of To At")

  /// Whether the word in front makes a place of a name that is elsewhere a team's.
  private func isSomewhere(_ index: Int) -> Bool {
    guard index > 0, !pieces[index].isSentenceStart else { return false }
    return text.roles(index - 1).contains(.placePreposition) || pieces[index - 1].symbol == .the
      || Self.locating.contains(pieces[index - 1].hash)
  }

  private mutating func retype(_ candidates: inout [Candidate]) {
    for index in first..<candidates.count {
      let candidate = candidates[index]
      let start = candidate.pieceRange.lowerBound
      if isPlace(candidate) {
        if isAppositive(candidate) {
          candidates[index].type = Self.person
        } else if isFirm(candidate) {
          candidates[index].type = Self.organisation
        } else if worksAt(candidate) || isListed(candidate)
          || isTeam(index, candidates) && !isCountry(candidate)
        {
          take(index, &candidates)
        }
      } else if candidate.type == Self.person {
        if worksAt(candidate) || isFirm(candidate) || isOfSomebody(index, candidates) {
          candidates[index].type = Self.organisation
        }
      } else if candidate.type == Self.organisation {
        // Whom it has played.
        _ = isInTable(index, candidates)
        if pieces[start].shape == .upper
          ? isPersonWithInitials(candidate, candidates) : isAppositive(candidate)
        {
          candidates[index].type = Self.person
          if let title = finder.title(endingAt: start) {
            candidates[index].title = Int32(title.lowerBound)..<Int32(title.upperBound)
          }
        }
      }
    }
    guard !organisations.isEmpty else {
      settleTowns(&candidates)
      return
    }
    if organisations.count > 1 { takeRivals(&candidates) }
    for index in first..<candidates.count where isPlace(candidates[index]) {
      let range = candidates[index].pieceRange
      if !isSomewhere(range.lowerBound), organisations.contains(key(candidates[index])) {
        candidates[index].type = Self.organisation
      }
    }
  }

  private static let heads = FewWords("Mayor mayor Governor governor")

  /// Takes towns of the lists that say something, or have a mayor, for places, where no team is about.
  private func settleTowns(_ candidates: inout [Candidate]) {
    for index in first..<candidates.count where candidates[index].type == Self.organisation {
      let range = candidates[index].pieceRange
      guard range.count == 1, text.type(range.lowerBound) == .place, goesOn(range.upperBound),
        Self.heads.contains(pieces[range.upperBound].hash)
          || text.roles(range.upperBound).contains(.speechVerb)
      else { continue }
      candidates[index].type = Self.place
    }
  }

  private static let doing = FewWords(
    """
    lost lose loses won win wins drew draw draws beat play plays played host hosts lead leads led trailed \
    trail visit visits face faces meet meets manager boss fans
    """)
  private static let doneTo = FewWords("face faces faced beat beats against host hosts visit play")
  private static let to = FewWords("to")
  private static let losing = FewWords("lost lose loses fell travel traveled travelled")
  private static let who = FewWords("who")

  /// Takes more towns for teams where the document has named two by such.
  private mutating func takeRivals(_ candidates: inout [Candidate]) {
    for index in first..<candidates.count where isPlace(candidates[index]) {
      let (start, next) = (
        candidates[index].pieceRange.lowerBound, candidates[index].pieceRange.upperBound
      )
      let isSubject =
        isWord(next + 1, Self.who) && pieces[next].mark == UInt8(ascii: ",") && beginsClause(start)
      let isRival =
        isSubject || isWord(next, Self.doing) || isWord(start - 1, Self.doneTo)
        || isWord(start - 1, Self.to) && isWord(start - 2, Self.losing)
      if isRival, !isCountry(candidates[index]) { take(index, &candidates) }
    }
  }

  private mutating func take(_ index: Int, _ candidates: inout [Candidate]) {
    organisations.insert(key(candidates[index]))
    candidates[index].type = Self.organisation
  }

  /// Whether somebody is `an analyst at` what has the name, which then is neither town nor person.
  private func worksAt(_ candidate: Candidate) -> Bool {
    let start = candidate.pieceRange.lowerBound
    guard start > 1, isWord(start - 1, Self.at), Self.staff.contains(pieces[start - 2].hash),
      goesOn(start)
    else { return false }
    return candidate.type == Self.person
      || candidate.pieceRange.count == 1
        && (text.type(start) == nil || text.type(start) == .organisation)
  }

  /// Whether the lists have a name as that of an organisation and nothing in front says where.
  private func isListed(_ candidate: Candidate) -> Bool {
    let range = candidate.pieceRange
    return range.count == 1 && text.type(range.lowerBound) == .organisation
      && !isSomewhere(range.lowerBound)
  }

  private static let offices = FewWords(
    """
    director chairman chairwoman president general spokesman spokeswoman minister premier coach captain \
    lawyer wife husband son daughter brother sister widow editor governor mayor executive
    """)

  /// Whether a name stands between commas behind what somebody is: `its director, Norra Vatn, said`.
  private func isAppositive(_ candidate: Candidate) -> Bool {
    let range = candidate.pieceRange
    let comma = range.lowerBound - 1
    guard comma > 1, goesOn(range.lowerBound), pieces[comma].mark == UInt8(ascii: ","),
      goesOn(comma), Self.offices.contains(pieces[comma - 1].hash), !pieces[comma - 1].isName,
      (2...4).contains(range.count), isClosed(range.upperBound)
    else { return false }
    return range.allSatisfy {
      pieces[$0].shape != .upper && text.type($0) == nil
        && text.roles($0).isDisjoint(with: [
          .organisationTail, .organisationHead, .facilityTail, .locationTail, .legalForm,
          .administrativeTail, .genericWord, .functionWord,
        ])
    }
  }

  private static let firms = FewWords(
    """
    subsidiary unit lender airline carrier insurer retailer brewer maker automaker carmaker chipmaker \
    operator startup supplier union charity
    """)
  private static let articles = FewWords("a an the its their")
  private static let joints = FewWords("of that which based from with owned")
  private static let longestDescription = 4

  /// Whether the words behind a comma, or in front of it, say that a name which the lists do not know is a
  /// firm's: `Vatnor, a unit of`, `its parent, Vatnor,`.
  private func isFirm(_ candidate: Candidate) -> Bool {
    let range = candidate.pieceRange
    let isBehindComma =
      goesOn(range.lowerBound) && pieces[range.lowerBound - 1].mark == UInt8(ascii: ",")
    let isBeforeComma =
      goesOn(range.upperBound) && pieces[range.upperBound].mark == UInt8(ascii: ",")
    guard isBehindComma || isBeforeComma, candidate.title.isEmpty, range.count < 4,
      text.type(range.lowerBound) == nil,
      range.allSatisfy({
        !text.roles($0).contains(.givenName) && pieces[$0].shape != .initial
      })
    else { return false }
    let comma = range.lowerBound - 1
    if comma > 1, goesOn(comma), isBehindComma, Self.firms.contains(pieces[comma - 1].hash),
      isClosed(range.upperBound)
    {
      return true
    }
    var index = range.upperBound + 1
    guard isBeforeComma, isWord(index, Self.articles) else { return false }
    let last = index + Self.longestDescription
    index += 1
    while index < last, goesOn(index), pieces[index].kind == .word {
      if Self.firms.contains(pieces[index].hash) {
        let next = index + 1
        return !goesOn(next) || pieces[next].mark == UInt8(ascii: ",")
          || pieces[next].symbol == .dot || pieces[next].symbol == .of
          || Self.joints.contains(pieces[next].hash)
      }
      index += 1
    }
    return false
  }

  /// Whether somebody is of what has a name: `Ann Bell of Vatnor`, unless it begins with a given name.
  private func isOfSomebody(_ index: Int, _ candidates: [Candidate]) -> Bool {
    let start = candidates[index].pieceRange.lowerBound
    guard index > first, goesOn(start), pieces[start - 1].symbol == .of,
      candidates[index].title.isEmpty, !text.roles(start).contains(.givenName)
    else { return false }
    let somebody = candidates[index - 1]
    return somebody.type == Self.person && somebody.pieces.count > 1
      && somebody.pieceRange.upperBound == start - 1
  }

  private func isClosed(_ index: Int) -> Bool {
    guard goesOn(index) else { return true }
    return pieces[index].mark == UInt8(ascii: ",") || pieces[index].symbol == .dot
      || text.roles(index).contains(.speechVerb)
  }

  private func isInLowerCase(_ index: Int) -> Bool {
    pieces[index].kind == .word && !pieces[index].isName
  }

  /// Whether a town, by the words beside it, is a team.
  private mutating func isTeam(_ index: Int, _ candidates: [Candidate]) -> Bool {
    let range = candidates[index].pieceRange
    let next = range.upperBound
    if goesOn(next), isInLowerCase(next) {
      if Self.winning.contains(pieces[next].hash),
        let other = name(behind: index, at: next + 1, candidates),
        isPlace(other) || other.type == Self.organisation
      {
        return true
      }
      if Self.playing.contains(pieces[next].hash), isScore(next + 1) { return true }
      if Self.plural.contains(pieces[next].hash), beginsClause(range.lowerBound) { return true }
      if Self.versus.contains(pieces[next].hash), goesOn(next + 1) {
        return pieces[next + 1].isName
      }
      if Self.athletes.contains(pieces[next].hash) { return true }
      if Self.leaders.contains(pieces[next].hash),
        name(behind: index, at: next + 1, candidates)?.type == Self.person
      {
        return true
      }
      if Self.losing.contains(pieces[next].hash), isWord(next + 1, Self.to),
        let other = name(behind: index, at: next + 2, candidates),
        isPlace(other) || other.type == Self.organisation
      {
        return true
      }
    } else if isInTable(index, candidates) {
      return true
    }
    let start = range.lowerBound
    guard start > 1, goesOn(start), goesOn(start - 1), isInLowerCase(start - 1) else {
      return false
    }
    if Self.winning.contains(pieces[start - 1].hash), isScore(next) { return true }
    if Self.winning.contains(pieces[start - 1].hash), index > first {
      let other = candidates[index - 1]
      return other.pieceRange.upperBound == start - 1
        && (isPlace(other) || other.type == Self.organisation) && !isCountry(other)
    }
    if Self.versus.contains(pieces[start - 1].hash) { return pieces[start - 2].isName }
    return Self.opposing.contains(pieces[start - 1].hash)
      && Self.games.contains(pieces[start - 2].hash)
  }

  /// What British papers say of teams, but not of towns.
  private static let plural = FewWords("are were have host play face visit travel meet")
  private static let versus = FewWords("v vs")
  private static let openers = FewWords("while but when where if that after before")

  private func beginsClause(_ index: Int) -> Bool {
    index == 0 || pieces[index].isSentenceStart || Self.openers.contains(pieces[index - 1].hash)
  }

  private func name(behind index: Int, at start: Int, _ candidates: [Candidate]) -> Candidate? {
    guard index + 1 < candidates.count, goesOn(start) else { return nil }
    let begins = candidates[index + 1].pieceRange.lowerBound
    return begins == start || begins == start + 1 && pieces[start].symbol == .the
      ? candidates[index + 1] : nil
  }

  private static let highestScore = 3

  /// `3-1`
  private func isScore(_ index: Int) -> Bool {
    goesOn(index + 2) && isPoints(index) && pieces[index + 1].symbol == .hyphen
      && pieces[index + 1].gap == .none && isPoints(index + 2) && pieces[index + 2].gap == .none
  }

  private func isPoints(_ index: Int) -> Bool {
    goesOn(index) && pieces[index].kind == .number && pieces[index].length <= Self.highestScore
  }

  /// `Norra 2 Vatnor 1`, or four numbers behind.
  private mutating func isInTable(_ index: Int, _ candidates: [Candidate]) -> Bool {
    let end = candidates[index].pieceRange.upperBound
    guard isPoints(end), pieces[end].gap == .space else { return false }
    if (end + 1...end + 3).allSatisfy({ isPoints($0) && pieces[$0].gap == .space }) { return true }
    func ends(_ index: Int) -> Bool { !goesOn(index) || pieces[index].kind == .mark }
    var points = end + 1
    while points - end < Self.longestTeam, goesOn(points), pieces[points].isName,
      pieces[points].gap == .space
    {
      points += 1
    }
    if points > end + 1, isPoints(points), ends(points + 1) {
      opponents.append(end + 1..<points)
      return true
    }
    let start = candidates[index].pieceRange.lowerBound
    guard goesOn(start), start > 1, isPoints(start - 1), ends(end + 1), pieces[start - 2].isName
    else { return false }
    var before = start - 2
    while start - before < Self.longestTeam, goesOn(before), pieces[before - 1].isName,
      pieces[before].gap == .space
    {
      before -= 1
    }
    opponents.append(before..<start - 1)
    return true
  }

  private static let longestTeam = 4

  private static let clubs = FewWords(
    "FC AC AS SC SV FK SK RB RC CD UD SD CF TV PT AB CK DP DB TD LG GM GE HP BT US UK EU UN")

  /// `AB Holm` who said something, or whose surname somebody has.
  private func isPersonWithInitials(_ candidate: Candidate, _ candidates: [Candidate]) -> Bool {
    let range = candidate.pieceRange
    let (start, next) = (range.lowerBound, range.upperBound)
    guard range.count == 2, pieces[start].length == 2, pieces[start].entry == 0,
      pieces[start + 1].shape == .capitalised, pieces[start + 1].gap == .space,
      text.type(start + 1) == nil, !Self.clubs.contains(pieces[start].hash),
      text.roles(start + 1).isDisjoint(with: [
        .organisationTail, .facilityTail, .locationTail, .genericWord, .legalForm, .eventTail,
      ])
    else { return false }
    if goesOn(next), text.roles(next).contains(.speechVerb) { return true }
    if goesOn(start), text.roles(start - 1).contains(.title) { return true }
    return candidates[first...].contains {
      $0.type == Self.person && pieces[$0.pieceRange.upperBound - 1].hash == pieces[start + 1].hash
    }
  }

  // MARK: Letters

  /// The codes of countries that stand in brackets behind athletes.
  private static let codes = FewWords(
    """
    AFG ALB ALG AND ANG ARG ARM AUS AUT AZE BAH BAN BAR BDI BEL BEN BER BHU BIH BLR BOL BOT BRA BRN BUL \
    BUR CAF CAM CAN CHA CHI CHN CIV CMR COD COL CRC CRO CUB CYP CZE DEN DEU DNK DOM ECU EGY ERI ESA ESP \
    EST ETH FIJ FIN FRA GAB GAM GBR GEO GER GHA GRE GRC GUA GUY HAI HKG HON HRV HUN INA IND IRI IRL IRQ \
    ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KOR KOS KSA KUW LAO LAT LBA LBN LTU LUX LVA MAR MAS MDA MEX MGL \
    MKD MLT MNE MOZ MRI MYA NAM NED NEP NGR NIG NLD NOR NZL OMA PAK PAN PAR PER PHI POL POR PRK PRT PUR \
    QAT ROM ROU RSA RUS RWA SAU SEN SGP SIN SLO SMR SRB SRI SUD SUI SVK SVN SWE SYR TAN THA TJK TKM TPE \
    TTO TUN TUR UAE UGA UKR URU USA UZB VEN VIE YUG ZAM ZIM
    """)

  /// Finds the countries of athletes, `Ann Bell (NOR)`, and acronyms that the document has explained or
  /// that it has as organisations as often as not.
  private func addExplained(_ candidates: inout [Candidate]) {
    var added: [Candidate] = []
    var acronyms: [UInt64: Int] = [:]
    for index in first..<candidates.count {
      let candidate = candidates[index]
      let range = candidate.pieceRange
      if candidate.type == Self.person {
        let code = range.upperBound + 1
        guard goesOn(code + 1), pieces[code - 1].mark == UInt8(ascii: "("),
          pieces[code + 1].mark == UInt8(ascii: ")"), !pieces[code].isSentenceStart,
          pieces[code].shape == .upper, Self.codes.contains(pieces[code].hash)
        else { continue }
        if index + 1 < candidates.count, candidates[index + 1].pieceRange == code..<code + 1 {
          candidates[index + 1].type = Self.place
        } else if !text.isTaken[code] {
          added.append(
            Candidate(
              code..<code + 1, type: Int(Self.place), probability: candidate.probability, by: .names
            ))
        }
      } else if candidate.type == Self.organisation, range.count == 1 {
        let isExplained =
          goesOn(range.upperBound) && pieces[range.upperBound].mark == UInt8(ascii: ")")
          && index > first && candidates[index - 1].type == Self.organisation
          && candidates[index - 1].pieceRange.upperBound == range.lowerBound - 1
        if isExplained {
          acronyms[pieces[range.lowerBound].hash, default: 0] += Self.explained
        } else if isAcronym(range.lowerBound) {
          acronyms[pieces[range.lowerBound].hash, default: 0] += 1
        }
      }
    }
    addBehindPhrases(candidates, &acronyms, &added)
    addOpponents(candidates, &added)
    if !acronyms.isEmpty {
      addAcronyms(acronyms, candidates, &added)
      retypeExplained(acronyms, &candidates)
    }
    if added.isEmpty { return }
    candidates += added
    candidates[first...].sort { $0.pieces.lowerBound < $1.pieces.lowerBound }
  }

  /// Adds the teams in tables of results that neither the model nor the lists know.
  private func addOpponents(_ candidates: [Candidate], _ added: inout [Candidate]) {
    for range in opponents {
      let isKnown = candidates[first...].contains {
        $0.pieceRange.overlaps(range)
      }
      if isKnown || range.contains(where: { text.isTaken[$0] || text.type($0) != nil }) { continue }
      added.append(
        Candidate(range, type: Int(Self.organisation), probability: Self.probability, by: .names))
    }
  }

  private static let longestMixedAcronym = 6

  /// Adds the letters in brackets behind what only the lists know: `Law and Justice (PiS)`.
  private func addBehindPhrases(
    _ candidates: [Candidate], _ acronyms: inout [UInt64: Int], _ added: inout [Candidate]
  ) {
    for rule in rules
    where rule.entry > 0 && rule.pieces.count > 1 && rule.type == Self.organisation {
      let letters = rule.pieceRange.upperBound + 1
      guard goesOn(letters + 1), pieces[letters - 1].mark == UInt8(ascii: "("),
        pieces[letters + 1].mark == UInt8(ascii: ")"), !text.isTaken[letters],
        pieces[letters].shape == .upper
          || pieces[letters].shape == .mixed
            && pieces[letters].length <= Self.longestMixedAcronym,
        text.type(letters) == nil,
        !candidates[first...].contains(where: { $0.pieceRange.contains(letters) })
      else { continue }
      acronyms[pieces[letters].hash, default: 0] += Self.explained
      added.append(
        Candidate(
          letters..<letters + 1, type: Int(Self.organisation), probability: Self.probability,
          by: .names))
    }
  }

  private static let explained = 1 << 16
  /// Of what the model has passed over.
  private static let probability: Float = 0.5

  private func isAcronym(_ index: Int) -> Bool {
    pieces[index].shape == .upper && pieces[index].length > 1
  }

  /// Takes what the text has explained for an organisation wherever it stands by itself.
  private func retypeExplained(_ acronyms: [UInt64: Int], _ candidates: inout [Candidate]) {
    for index in first..<candidates.count {
      let candidate = candidates[index]
      guard candidate.pieces.count == 1, candidate.title.isEmpty,
        candidate.type == Self.person || isPlace(candidate) || candidate.type == Self.other,
        acronyms[pieces[candidate.pieceRange.lowerBound].hash, default: 0] >= Self.explained
      else { continue }
      candidates[index].type = Self.organisation
    }
  }

  /// Adds the acronyms that the rules propose and the model has passed over.
  private func addAcronyms(
    _ acronyms: [UInt64: Int], _ candidates: [Candidate], _ added: inout [Candidate]
  ) {
    var missed: [UInt64: [Int]] = [:]
    var index = first
    var last = 0
    for rule in rules where rule.type == Self.organisation && rule.pieces.count == 1 {
      let start = rule.pieceRange.lowerBound
      // What the document explains comes behind all others, and is in no need of this.
      if start < last { break }
      last = start
      guard isAcronym(start), acronyms[pieces[start].hash] != nil else { continue }
      while index < candidates.count, candidates[index].pieceRange.upperBound <= start {
        index += 1
      }
      if index < candidates.count, candidates[index].pieceRange.lowerBound <= start { continue }
      missed[pieces[start].hash, default: []].append(start)
    }
    for (hash, starts) in missed where acronyms[hash, default: 0] >= starts.count {
      for start in starts {
        added.append(
          Candidate(
            start..<start + 1, type: Int(Self.organisation), probability: Self.probability,
            by: .names))
      }
    }
  }
}
