import TextKit

/// What the stage knows of words and phrases: the built-in lists, merged so that one look-up a word
/// tells everything.
struct Lexicon: Sendable {
  /// What a word can be in a name.
  struct Roles: OptionSet {
    var rawValue: UInt32
    static let givenName = Roles(rawValue: 1 << 0)
    static let leadingFamilyName = Roles(rawValue: 1 << 1)
    static let title = Roles(rawValue: 1 << 2)
    static let titleModifier = Roles(rawValue: 1 << 3)
    static let particle = Roles(rawValue: 1 << 4)
    static let organisationTail = Roles(rawValue: 1 << 5)
    static let organisationHead = Roles(rawValue: 1 << 6)
    static let facilityTail = Roles(rawValue: 1 << 7)
    static let locationTail = Roles(rawValue: 1 << 8)
    static let administrativeTail = Roles(rawValue: 1 << 15)
    static let administrativeHead = Roles(rawValue: 1 << 16)
    static let eventTail = Roles(rawValue: 1 << 17)
    static let lawTail = Roles(rawValue: 1 << 18)
    static let genericWord = Roles(rawValue: 1 << 19)
    static let speechVerb = Roles(rawValue: 1 << 20)
    static let placePreposition = Roles(rawValue: 1 << 21)
    static let legalForm = Roles(rawValue: 1 << 22)
    static let locationHead = Roles(rawValue: 1 << 9)
    static let functionWord = Roles(rawValue: 1 << 10)
    static let datePreposition = Roles(rawValue: 1 << 11)
    static let notName = Roles(rawValue: 1 << 12)
    static let currencyPrefix = Roles(rawValue: 1 << 13)
    static let topLevelDomain = Roles(rawValue: 1 << 14)
  }

  struct Entry {
    var symbol = PatternSymbol.other
    var roles: Roles = []
    /// The type of what is named, if this is a name.
    var type: NameType?
    /// The number of a month, the power of ten of a scale and the like.
    var value: Int16 = 0
    /// The number of a string: the ISO 4217 code of a currency, the symbol of a unit; 0 for none.
    var string: UInt16 = 0
  }

  /// What scanning asks for each word, side by side in the memory.
  struct Word {
    fileprivate var hash: UInt64 = 0
    var roles: Roles = []
    /// 0 for a word that only begins phrases.
    var entry: UInt16 = 0
    var symbol = PatternSymbol.other
    fileprivate var beginsPhrases = false
  }

  /// Made once, by the first document that needs it: a check of a pipeline does not pay for it.
  static let shared = Lexicon()

  private(set) var phrases = PhraseTable(minimumCapacity: 8192)
  /// The first words of all phrases, for words of which nothing is known: most different words of a
  /// text, each of which would have to be waited for.
  private var beginnings = WordFilter()
  /// The first words of all phrases, in slots.
  private var words: [Word] = []
  /// Entry 0 stands for words of which nothing is known.
  private(set) var entries = [Entry()]
  private var strings = [""]
  private var pieces: [Piece] = []

  private init() {
    entries.reserveCapacity(4096)
    addPatternWords()
    addCountries()
    addNames(Self.cities, .place)
    addNames(Self.regions, .location)
    addNames(Self.organisations, .organisation)
    addNames(Self.events, .event)
    addNames(Self.languages, .language)
    addNames(Self.products, .product)
    addNames(Self.others, .other)
    for phrase in Self.peoples.bytes.fields(separatedBy: UInt8(ascii: ",")) { addDemonym(phrase) }
    for (list, role) in [
      (Self.givenNames, Roles.givenName), (Self.leadingFamilyNames, .leadingFamilyName),
      (Self.functionWords, .functionWord), (Self.datePrepositions, .datePreposition),
      (Self.speechVerbs, .speechVerb), ("in near outside from", .placePreposition),
      ("US A AU C CA HK NZ S R NT", .currencyPrefix),
      ("com org net gov edu int info co uk eu de fr ru cn in jp io", .topLevelDomain),
    ] {
      addRole(role, to: list, separatedBy: UInt8(ascii: " "))
    }
    for (list, role) in [
      (Self.titles, Roles.title), (Self.titleModifiers, .titleModifier),
      (Self.fieldsOfOffice, .titleModifier),
      (Self.particles, .particle), (Self.notNames, .notName),
      (Self.organisationTails, .organisationTail), (Self.legalForms, .organisationTail),
      (Self.legalForms, .legalForm), (Self.organisationHeads, .organisationHead),
      (Self.facilityTails, .facilityTail), (Self.locationTails, .locationTail),
      (Self.administrativeTails, .administrativeTail),
      (Self.administrativeHeads, .administrativeHead), (Self.locationHeads, .locationHead),
      (Self.eventTails, .eventTail), (Self.lawTails, .lawTail),
      (Self.genericWords, .genericWord),
    ] {
      addRole(role, to: list, separatedBy: UInt8(ascii: ","))
    }
    collectWords()
  }

  func entry(of piece: Piece) -> Entry { entries[Int(piece.entry)] }

  /// What there is on a single word, by its hash; its entry is 0 if there is nothing.
  @inline(__always)
  func word(_ hash: UInt64) -> Word {
    guard beginnings.mayContain(hash) else { return Word() }
    let mask = words.count &- 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while words[index].hash != hash, words[index].hash != 0 { index = (index &+ 1) & mask }
    return words[index]
  }

  /// The longest phrase that starts at a piece; see `PhraseTable.longestMatch`.
  @inline(__always)
  func longestPhrase(
    _ pieces: [Piece], from start: Int, hash: (Int) -> UInt64
  ) -> (entry: Int, end: Int)? {
    let first = word(hash(start))
    if first.beginsPhrases { return phrases.longestMatch(pieces, from: start, hash: hash) }
    return first.entry == 0 ? nil : (Int(first.entry), start + 1)
  }

  /// The currency, the unit and the like of an entry.
  func string(of entry: Entry) -> String? { entry.string == 0 ? nil : strings[Int(entry.string)] }

  // MARK: Construction

  /// Adds a phrase, or finds it if it is there, and changes its entry.
  private mutating func add(_ phrase: ArraySlice<UInt8>, _ update: (inout Entry) -> Void) {
    if phrase.isEmpty { return }
    pieces.removeAll(keepingCapacity: true)
    PieceScanner(lexicon: nil).scan(phrase.span, 0..<phrase.count, into: &pieces)
    let index = phrases.insert(pieces.lazy.map(\.hash), entry: entries.count)
    if let first = pieces.first {
      beginnings.insert(first.hash)
      words.append(Word(hash: first.hash, entry: pieces.count == 1 ? UInt16(index) : 0))
    }
    if index == entries.count { entries.append(Entry()) }
    update(&entries[index])
  }

  /// Puts the words, some of which were added several times, into slots with what is known of them in
  /// the end. The last ones come first, since the most frequent are among them.
  private mutating func collectWords() {
    let added = words
    words = [Word](repeating: Word(), count: 1 << 13)
    var count = 0
    for var word in added.reversed() {
      let mask = words.count - 1
      var index = Int(truncatingIfNeeded: word.hash) & mask
      while words[index].hash != 0, words[index].hash != word.hash { index = (index + 1) & mask }
      if words[index].hash == 0 { count += 1 }
      if words[index].entry != 0 { continue }
      word.roles = entries[Int(word.entry)].roles
      word.symbol = entries[Int(word.entry)].symbol
      word.beginsPhrases = phrases.lookUp(word.hash).continues
      words[index] = word
    }
    precondition(count < words.count * 4 / 5, "the lexicon has too many words for its slots")
  }

  private mutating func addNames(_ list: StaticString, _ type: NameType) {
    for phrase in list.bytes.fields(separatedBy: UInt8(ascii: ",")) {
      add(phrase) { $0.type = $0.type ?? type }
    }
  }

  private mutating func addRole(
    _ role: Roles, to list: StaticString, separatedBy separator: UInt8
  ) {
    for phrase in list.bytes.fields(separatedBy: separator) {
      add(phrase) { $0.roles.insert(role) }
      // A single word is folded when it is looked up; a phrase is not.
      guard role == .title, phrase.contains(where: { !$0.isASCIILetter }) else { continue }
      add(capitalised(phrase)) { $0.roles.insert(role) }
    }
  }

  private mutating func number(ofString string: String) -> UInt16 {
    if string.isEmpty { return 0 }
    if let known = strings.lastIndex(of: string) { return UInt16(known) }
    strings.append(string)
    return UInt16(strings.count - 1)
  }

  /// `Secretary of State` of `secretary of state`.
  private func capitalised(_ phrase: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var capitalised = phrase
    var start = phrase.startIndex
    for index in phrase.indices where !phrase[index].isASCIILetter {
      if index - start > 2 { capitalised[start] &= ~0x20 }
      start = index + 1
    }
    capitalised[start] &= ~0x20
    return capitalised
  }

  private mutating func addPatternWords() {
    for line in Self.patternWords.bytes.fields(separatedBy: UInt8(ascii: "\n")) {
      let fields = line.fields(separatedBy: UInt8(ascii: " "))
      let name = fields[0].dropLast().string
      guard let symbol = PatternSymbol.named[name] else {
        preconditionFailure("the list of pattern words names '\(name)', which is no symbol")
      }
      for field in fields.dropFirst() {
        let equals = field.firstIndex(of: UInt8(ascii: "=")) ?? field.endIndex
        let value = field[equals...].dropFirst().string
        let string = Int16(value) == nil ? number(ofString: value) : 0
        add(field[..<equals]) { entry in
          entry.symbol = symbol
          if let number = Int16(value) { entry.value = number } else { entry.string = string }
        }
      }
    }
  }

  private mutating func addCountries() {
    let comma = UInt8(ascii: ",")
    for line in Self.countries.bytes.fields(separatedBy: UInt8(ascii: "\n")) {
      let columns = line.fields(separatedBy: UInt8(ascii: "|"))
      let code = columns[0].string
      for name in columns[1].fields(separatedBy: comma) {
        add(name) { entry in
          entry.type = .country
          if code == "US" { entry.symbol = .nationality }
        }
      }
      for demonym in columns[2].fields(separatedBy: comma) { addDemonym(demonym) }
      for capital in columns[3].fields(separatedBy: comma) {
        add(capital) { $0.type = $0.type ?? .place }
      }
    }
  }

  /// Adds a demonym and, where English forms it with an `s`, its plural.
  private mutating func addDemonym(_ phrase: ArraySlice<UInt8>) {
    let describe: (inout Entry) -> Void = { entry in
      entry.type = entry.type ?? .nationality
      entry.symbol = .nationality
    }
    add(phrase, describe)
    let hasNoPlural = ["ese", "ish", "ch", "s"].contains {
      phrase.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
    if !phrase.isEmpty && !hasNoPlural { add(phrase + [UInt8(ascii: "s")], describe) }
  }
}
