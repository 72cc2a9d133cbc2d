import TextKit

/// What the tables of places and languages say, by name.
///
/// Made by the first document that has a name to look up.
struct PlaceTable: Sendable {
  static let shared = PlaceTable()

  /// What a name may stand for.
  struct Place: Sendable {
    enum Kind: UInt8, Sendable {
      case country
      case subdivision
      case city
      case language
    }

    var kind: Kind
    /// The code of the country as two bytes; 0 for languages.
    var country: UInt16
    /// The number of the subdivision's code in `subdivisions`, of the place or of where it lies; 0
    /// if it is not known.
    var subdivision: UInt16 = 0
    /// The number in GeoNames; 0 for what has an ISO code.
    var identifier: UInt32 = 0
    /// The number of a language's code.
    var language: UInt16 = 0
  }

  private(set) var places: [Place] = []
  private var codes = [""]
  private var codeNumbers = ["": UInt16(0)]
  /// Names in the order of their hashes, and of the tables where one has several places.
  private var names: [(key: UInt64, place: Int32)] = []
  /// By the first bits of keys, where the names begin whose keys have these.
  private var starts: [UInt16] = []
  private static let startShift: UInt64 = 52
  /// The countries of demonyms, likewise.
  private var demonyms = NumberTable()

  /// The states of the United States and the provinces of Canada by their abbreviations, which mean
  /// them behind a city only.
  private var states = NumberTable()

  /// The code of the United States.
  static let unitedStates = country(ArraySlice("US".utf8))

  private init() {
    places.reserveCapacity(4400)
    names.reserveCapacity(8192)
    var reader = NameReader()
    addCountries(&reader)
    let space = UInt8(ascii: " ")
    for line in Self.places.bytes.fields(separatedBy: UInt8(ascii: "\n")) {
      let columns = line.fields(separatedBy: UInt8(ascii: "|"))
      let head = columns[0].fields(separatedBy: space)
      var place = Place(kind: .subdivision, country: 0)
      switch head[0].first {
      case UInt8(ascii: "s"):
        place.country = Self.country(head[1])
        place.subdivision = number(of: head[1].string + "-" + head[2].string)
      case UInt8(ascii: "g"):
        place.identifier = UInt32(head[1].string) ?? 0
        place.country = Self.country(head[2])
      default:
        place.kind = .city
        place.identifier = UInt32(head[1].string) ?? 0
        place.country = Self.country(head[2])
        if head.count > 3, !head[3].isEmpty {
          place.subdivision = number(of: head[2].string + "-" + head[3].string)
        }
      }
      add(place, columns.dropFirst(), &reader)
    }
    for line in Self.languageNames.bytes.fields(separatedBy: UInt8(ascii: "\n")) {
      let columns = line.fields(separatedBy: UInt8(ascii: "|"))
      let place = Place(kind: .language, country: 0, language: number(of: columns[0].string))
      add(place, columns.dropFirst(), &reader)
    }
    addAbbreviations(&reader)
    names.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    for (index, name) in names.enumerated() {
      while starts.count <= Int(name.key >> Self.startShift) { starts.append(UInt16(index)) }
    }
    while starts.count < 1 << (64 - Self.startShift) { starts.append(UInt16(names.count)) }
  }

  // MARK: Look-up

  /// The places of a name, the most likely first.
  func places(_ key: UInt64) -> Range<Int> {
    // Keys are hashes, so few of them begin alike.
    var low = Int(starts[Int(key >> Self.startShift)])
    while low < names.count, names[low].key < key { low += 1 }
    var end = low
    while end < names.count, names[end].key == key { end += 1 }
    return low..<end
  }

  /// The place of a number of the range that `places` gives.
  func place(_ index: Int) -> (number: Int, place: Place) {
    let number = Int(names[index].place)
    return (number, places[number])
  }

  func country(ofDemonym key: UInt64) -> UInt16? { demonyms[key].map { UInt16($0) } }

  /// The number of the state that an abbreviation such as `Fla.` or `FL` means behind a city.
  func state(abbreviatedAs key: UInt64) -> Int? { states[key] }

  /// As `scheme:identifier`.
  func link(_ number: Int) -> String {
    let place = places[number]
    switch place.kind {
    case .country: return "iso3166:" + Self.string(place.country)
    case .language: return "iso639:" + codes[Int(place.language)]
    case .subdivision where place.identifier == 0:
      return "iso3166-2:" + codes[Int(place.subdivision)]
    default: return "geonames:\(place.identifier)"
    }
  }

  static func string(_ country: UInt16) -> String {
    String(decoding: [UInt8(country >> 8), UInt8(country & 0xFF)], as: UTF8.self)
  }

  // MARK: Construction

  private static func country(_ code: ArraySlice<UInt8>) -> UInt16 {
    code.reduce(0) { $0 << 8 | UInt16($1) }
  }

  private mutating func number(of code: String) -> UInt16 {
    if let known = codeNumbers[code] { return known }
    let number = UInt16(codes.count)
    codes.append(code)
    codeNumbers[code] = number
    return number
  }

  private mutating func add(
    _ place: Place, _ names: some Sequence<ArraySlice<UInt8>>, _ reader: inout NameReader
  ) {
    places.append(place)
    for name in names where !name.isEmpty { add(name, places.count - 1, &reader) }
  }

  private mutating func add(_ name: ArraySlice<UInt8>, _ place: Int, _ reader: inout NameReader) {
    let key = reader.key(name.span)
    names.append((key, Int32(place)))
  }

  /// The names of the tagger's own list come first: they are the short ones.
  private mutating func addCountries(_ reader: inout NameReader) {
    let comma = UInt8(ascii: ",")
    let bar = UInt8(ascii: "|")
    var numbers: [UInt16: Int] = [:]
    for line in Lexicon.countries.bytes.fields(separatedBy: UInt8(ascii: "\n")) {
      let columns = line.fields(separatedBy: bar)
      let country = Self.country(columns[0])
      numbers[country] = places.count
      add(Place(kind: .country, country: country), columns[1].fields(separatedBy: comma), &reader)
      for demonym in columns[2].fields(separatedBy: comma) where !demonym.isEmpty {
        // The singular and, where there is one, the plural.
        let plural = demonym + [UInt8(ascii: "s")]
        let keys = (reader.key(demonym.span), reader.key(plural.span))
        for key in [keys.0, keys.1] {
          // A demonym of two countries (`Congolese`) speaks for neither.
          demonyms[key] = demonyms[key] == nil ? Int(country) : 0
        }
      }
    }
    let known = Set(names.map(\.key))
    for line in Self.countryNames.bytes.fields(separatedBy: UInt8(ascii: "\n")) {
      let columns = line.fields(separatedBy: bar)
      let country = Self.country(columns[0])
      if let number = numbers[country] {
        // `Congo` is one of two countries here and the other one there.
        for name in columns.dropFirst() where !known.contains(reader.key(name.span)) {
          add(name, number, &reader)
        }
      } else {
        add(Place(kind: .country, country: country), columns.dropFirst(), &reader)
      }
    }
  }

  private mutating func addAbbreviations(_ reader: inout NameReader) {
    for line in Self.stateAbbreviations.bytes.fields(separatedBy: UInt8(ascii: "\n")) {
      let columns = line.fields(separatedBy: UInt8(ascii: " "))
      guard
        let code = codeNumbers["US-" + columns[0].string] ?? codeNumbers["CA-" + columns[0].string],
        let number = places.firstIndex(where: {
          $0.kind == .subdivision && $0.identifier == 0 && $0.subdivision == code
        })
      else { continue }
      for name in columns { states[reader.key(name.span)] = number }
      // What is longer than a code means the state wherever it stands.
      for name in columns.dropFirst() where name.count > 4 || name.count == 4 && name.last == 0x2E {
        add(name, number, &reader)
      }
    }
  }

  /// The states of the United States and the provinces of Canada: their postal codes, and the
  /// abbreviations of newspapers.
  private static let stateAbbreviations: StaticString = """
    AL Ala.
    AK
    AZ Ariz.
    AR Ark.
    CA Calif.
    CO Colo.
    CT Conn.
    DE Del.
    FL Fla.
    GA Ga.
    HI
    ID
    IL Ill.
    IN Ind.
    IA
    KS Kan.
    KY Ky.
    LA La.
    ME
    MD Md.
    MA Mass.
    MI Mich.
    MN Minn.
    MS Miss.
    MO
    MT Mont.
    NE Neb.
    NV Nev.
    NH
    NJ
    NM
    NY
    NC
    ND
    OH
    OK Okla.
    OR Ore.
    PA Pa.
    RI
    SC
    SD
    TN Tenn.
    TX
    UT
    VT Vt.
    VA Va.
    WA Wash.
    WV W.Va.
    WI Wis.
    WY Wyo.
    DC
    AB Alta.
    BC
    MB
    NB
    NS
    ON Ont.
    QC Que.
    SK Sask.
    """
}
