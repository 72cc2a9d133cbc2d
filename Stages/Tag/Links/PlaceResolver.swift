import StageKit
import TextKit

/// Decides which place a name means where the table has several of that name.
///
/// A country or state right behind it decides (`Birmingham, Alabama`; `Naples, Fla.`), also that it is
/// none of the table if no city of that name is there (`Paris, Texas`); else the first of the table
/// (countries before big cities before states before other cities, bigger ones first), unless the
/// document speaks of the country of another and not of that of the first.
struct PlaceResolver {
  private let table = PlaceTable.shared
  /// How often the document names a country or its people.
  private var votes = NumberTable()
  /// What a set of mentions was decided to be by what stands behind one of them.
  private var decided: [Int: Decision] = [:]
  /// The sets of mentions that were decided otherwise than the first of their name.
  private var separated: [Separation: Int] = [:]

  /// What the place behind a name says of it.
  enum Decision: Hashable {
    case place(Int)
    /// A place that is not in the table, in that state.
    case elsewhere(Int)
  }

  private struct Separation: Hashable {
    var set: Int
    var decision: Decision
  }

  mutating func begin() {
    votes.removeAll()
    decided.removeAll(keepingCapacity: true)
    separated.removeAll(keepingCapacity: true)
  }

  /// Counts a mention of a place or a people.
  mutating func count(_ key: UInt64, _ category: MentionCategory) {
    if category == .nationality {
      if let country = table.country(ofDemonym: key), country != 0 {
        add(voteFor: country)
      }
      return
    }
    let candidates = table.places(key)
    guard let first = candidates.first else { return }
    // Names of one place only, and countries, whatever else bears their name.
    let place = table.place(first).place
    if place.kind == .country || (candidates.count == 1 && place.kind == .subdivision) {
      add(voteFor: place.country)
    }
  }

  private mutating func add(voteFor country: UInt16) {
    votes[UInt64(country)] = (votes[UInt64(country)] ?? 0) + 1
  }

  private func hasVotes(_ country: UInt16) -> Bool { votes[UInt64(country)] != nil }

  /// What two names mean that only a comma parts.
  ///
  /// - Parameter isInList: whether other places stand beside the two, as in `Rome, New York and Oslo`.
  /// - Returns: `nil` where the second tells nothing of the first.
  func reading(
    _ inner: UInt64, _ outer: UInt64, isInList: Bool
  ) -> (inner: Decision, outer: Int)? {
    let state = table.state(abbreviatedAs: outer)
    for candidate in table.places(inner) {
      let (number, place) = table.place(candidate)
      guard place.kind == .city || place.kind == .subdivision else { continue }
      if let state {
        if lies(place, in: state) { return (.place(number), state) }
        continue
      }
      for candidate in table.places(outer) {
        let outerNumber = table.place(candidate).number
        if lies(place, in: outerNumber) { return (.place(number), outerNumber) }
      }
    }
    guard let state = state ?? self.state(outer, isInList: isInList),
      mayLie(inner, in: state, isInList: isInList)
    else { return nil }
    return (.elsewhere(state), state)
  }

  private func lies(_ place: PlaceTable.Place, in outer: Int) -> Bool {
    let around = table.places[outer]
    switch around.kind {
    case .country: return around.country == place.country
    case .subdivision:
      return place.kind == .city && around.subdivision != 0
        && around.subdivision == place.subdivision
    default: return false
    }
  }

  /// The state that a name behind a comma means. What is first of all a country or a city (`Georgia`,
  /// `New York`) is a state there only if no list goes on.
  private func state(_ key: UInt64, isInList: Bool) -> Int? {
    for (position, candidate) in table.places(key).enumerated() {
      let (number, place) = table.place(candidate)
      guard place.kind == .subdivision else { continue }
      let isFirst = position == 0
      return isFirst || (!isInList && place.country == PlaceTable.unitedStates) ? number : nil
    }
    return nil
  }

  /// Whether a name that the table has elsewhere may be of a small place in a state. States stand in
  /// lists of the states of their country, and countries in lists of all sorts.
  private func mayLie(_ key: UInt64, in state: Int, isInList: Bool) -> Bool {
    var isKnown = false
    for candidate in table.places(key) {
      let place = table.place(candidate).place
      switch place.kind {
      case .city: isKnown = true
      case .subdivision where place.country == table.places[state].country: return false
      case .country where isInList: return false
      case .country: isKnown = true
      default: break
      }
    }
    return isKnown
  }

  /// Notes what a mention of a set was read as.
  ///
  /// - Returns: the set that it belongs to; `nil` if it means another place than the first of its set,
  ///   and none before it did.
  mutating func settle(_ set: Int, _ decision: Decision) -> Int? {
    guard let known = decided[set] else {
      decided[set] = decision
      return set
    }
    return known == decision ? set : separated[Separation(set: set, decision: decision)]
  }

  /// The set itself, if that was decided so, or the one that was separated from it.
  func set(_ set: Int, decidedAs decision: Decision) -> Int? {
    decided[set] == decision ? set : separated[Separation(set: set, decision: decision)]
  }

  /// Notes the set of what was read otherwise than the first of another set.
  mutating func separate(_ set: Int, from first: Int, by decision: Decision) {
    separated[Separation(set: first, decision: decision)] = set
    decided[set] = decision
  }

  /// The number of the place that a set of mentions with this name is of.
  func place(_ set: Int, _ key: UInt64) -> Int? {
    switch decided[set] {
    case .place(let number): return number
    case .elsewhere: return nil
    case nil: break
    }
    var best: Int?
    for candidate in table.places(key) {
      let (number, place) = table.place(candidate)
      if place.kind == .language { continue }
      guard let first = best else {
        best = number
        if place.kind == .country || hasVotes(place.country) { return number }
        continue
      }
      // Subdivisions that bear the name of a big city of theirs are not another place.
      if hasVotes(place.country), place.country != table.places[first].country { return number }
    }
    return best
  }

  func language(_ key: UInt64) -> Int? { first(key, of: .language) }

  /// The first state of a name.
  func subdivision(_ key: UInt64) -> Int? { first(key, of: .subdivision) }

  private func first(_ key: UInt64, of kind: PlaceTable.Place.Kind) -> Int? {
    for candidate in table.places(key) {
      let (number, place) = table.place(candidate)
      if place.kind == kind { return number }
    }
    return nil
  }

  func isState(abbreviatedAs key: UInt64) -> Bool { state(abbreviatedAs: key) != nil }

  func state(abbreviatedAs key: UInt64) -> Int? { table.state(abbreviatedAs: key) }
}
