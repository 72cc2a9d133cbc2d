import TextKit

/// What is counted in millions: behind one of these, `1.5m` is no length.
enum CountedNouns {
  /// Whether the letter behind a number is a power of ten by what follows it: `2m people`, `1.5m new
  /// jobs`, `3m tonnes`, `5m euros`.
  static func follow(_ letter: Int, _ pieces: [Piece], _ text: Span<UInt8>) -> Bool {
    var index = letter + 1
    // One word may stand between, such as `registered`.
    for _ in 0..<2 {
      guard index < pieces.count, pieces[index].gap == .space, pieces[index].kind == .word else {
        return false
      }
      let piece = pieces[index]
      switch piece.symbol {
      case .currencyWord, .currencyCode, .ambiguousCurrency: return true
      case .square: return index + 1 < pieces.count && pieces[index + 1].symbol == .unit
      case .unit: return piece.length > 3
      case .nationality: break
      case .other:
        if isCounted(piece, text) { return true }
        let mayStandBetween =
          !piece.roles.contains(.functionWord) || text.matchesAny(["more", "new", "other"], piece)
        guard mayStandBetween, !isDimension(piece, text) else { return false }
      default: return false
      }
      index += 1
    }
    return false
  }

  /// Whether an `m` surely stands for metres: by what stands around, or since it stands apart as the
  /// signs of units do. In `sales of 5m` it may stand for millions.
  static func areMetres(_ metre: Int, _ pieces: [Piece], _ text: Span<UInt8>) -> Bool {
    guard metre > 0 else { return false }
    if pieces[metre].gap != .none || pieces[metre - 1].symbol == .hyphen { return true }
    let next = metre + 1
    if next < pieces.count, pieces[next].gap == .none,
      pieces[next].symbol == .hyphen || pieces[next].symbol == .slash
    {
      return true
    }
    if next < pieces.count, pieces[next].gap == .space,
      pieces[next].symbol == .per || isDimension(pieces[next], text)
    {
      return true
    }
    // `the men's 400m hurdles`.
    let distances: [StaticString] = [
      "50", "60", "100", "110", "200", "400", "800", "1000", "1,000", "1500", "1,500", "3000",
      "3,000", "5000", "5,000", "10000", "10,000",
    ]
    if text.matchesAny(distances, pieces[metre - 1]) { return true }
    // `a season's best of 2.20m`, `cleared 4.88m`.
    var before = metre - 1
    for _ in 0..<4 where before > 0 && !pieces[before].isSentenceStart {
      before -= 1
      if isFeat(pieces[before], text) { return true }
    }
    // `a 5m wall`.
    guard metre > 1, next < pieces.count, pieces[next].gap == .space else { return false }
    let noun = pieces[next]
    let growth: [StaticString] = [
      "increase", "rise", "fall", "drop", "decline", "gain", "audience", "population", "majority",
      "loss", "profit", "deal", "fine", "fund", "grant", "loan", "budget", "contract", "project",
    ]
    return pieces[metre - 2].symbol == .a && noun.kind == .word && !noun.isName
      && !noun.roles.contains(.functionWord) && !text.matchesAny(growth, noun)
  }

  /// What says of a number that it is a length.
  private static func isDimension(_ piece: Piece, _ text: Span<UInt8>) -> Bool {
    text.matchesAny(
      [
        "deep", "high", "tall", "long", "wide", "thick", "away", "below", "above", "apart",
        "underwater",
        "underground", "offshore", "downstream", "upstream", "x", "freestyle", "butterfly",
        "backstroke", "breaststroke", "medley", "hurdles", "sprint", "relay", "race", "waves",
      ], piece)
  }

  /// What is measured in metres, in front of a number.
  private static func isFeat(_ piece: Piece, _ text: Span<UInt8>) -> Bool {
    text.matchesAny(
      [
        "cleared", "clearance", "clearing", "jump", "jumped", "jumps", "leap", "leapt", "throw",
        "threw", "vault", "vaulted", "height", "heights", "distance", "elevation",
        "altitude", "depth", "depths", "length", "width", "diameter", "radius", "best", "tall",
        "tide", "swam", "ran", "dived", "ft", "feet",
      ], piece)
  }

  private static func isCounted(_ piece: Piece, _ text: Span<UInt8>) -> Bool {
    text.matchesAny(
      [
        "people", "men", "women", "children", "adults", "pensioners", "families", "households",
        "homes", "houses", "voters", "votes", "workers", "jobs", "employees", "users", "customers",
        "clients", "consumers", "shoppers", "subscribers", "members", "followers", "fans",
        "viewers",
        "readers", "listeners", "visitors", "tourists", "travellers", "travelers", "passengers",
        "drivers", "motorists", "residents", "inhabitants", "citizens", "taxpayers", "migrants",
        "immigrants", "refugees", "patients", "students", "pupils", "teachers", "farmers",
        "soldiers", "troops", "civilians", "cases", "deaths", "births", "infections", "doses",
        "tests", "jabs", "signatures", "units", "copies", "albums", "tickets", "books", "downloads",
        "streams", "views", "clicks", "messages", "emails", "calls", "accounts", "shares", "cars",
        "vehicles", "phones", "smartphones", "handsets", "devices", "computers", "bottles",
        "parcels", "meals", "eggs", "chickens", "cattle", "sheep", "animals", "items", "documents",
        "files", "businesses", "companies", "firms", "claims", "claimants", "flights", "trips",
        "journeys", "visits", "applications", "orders", "properties", "contracts", "policies",
        "policyholders", "shareholders", "investors", "transactions", "payments", "pounds",
      ], piece)
  }
}
