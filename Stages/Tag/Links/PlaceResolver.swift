import StageKit
import TextKit

/// Decides which place a name means where the table has several of that name.
///
/// A country or state right behind it decides (`Birmingham, Alabama`), also that it is none of the table
/// if no city of that name is there (`Paris, Texas`); else the first of the table
/// (countries before big cities before states before other cities, bigger ones first), unless the
/// document speaks of the country of another and not of that of the first.
struct PlaceResolver {
  private let table = PlaceTable.shared
  /// How often the document names a country or its people.
  private var votes: [UInt16: Int] = [:]
  /// What a set of mentions was decided to be by what stands behind one of them; `nil` for a place that
  /// is not in the table.
  private var decided: [Int: Int?] = [:]

  mutating func begin() {
    votes.removeAll(keepingCapacity: true)
    decided.removeAll(keepingCapacity: true)
  }

  /// Counts a mention of a place or a people.
  mutating func count(_ key: UInt64, _ category: MentionCategory) {
    if category == .nationality {
      if let country = table.country(ofDemonym: key), country != 0 {
        votes[country, default: 0] += 1
      }
      return
    }
    let candidates = table.places(key)
    guard let first = candidates.first else { return }
    // Names of one place only, and countries, whatever else bears their name.
    let place = table.place(first).place
    if place.kind == .country || (candidates.count == 1 && place.kind == .subdivision) {
      votes[place.country, default: 0] += 1
    }
  }

  /// Looks at two mentions that only a comma parts.
  mutating func decide(_ inner: (set: Int, key: UInt64), _ outer: (set: Int, key: UInt64)) {
    var areCities = true
    for candidate in table.places(inner.key) {
      let (number, place) = table.place(candidate)
      if place.kind != .city { areCities = false }
      guard place.kind == .city || place.kind == .subdivision else { continue }
      for candidate in table.places(outer.key) {
        let (outerNumber, around) = table.place(candidate)
        let fits =
          switch around.kind {
          case .country: around.country == place.country
          case .subdivision:
            place.kind == .city && around.subdivision != 0
              && around.subdivision == place.subdivision
          default: false
          }
        guard fits else { continue }
        if decided[inner.set] == nil { decided[inner.set] = number }
        if decided[outer.set] == nil { decided[outer.set] = outerNumber }
        return
      }
    }
    // States stand in lists, too, but no city stands in a list of states.
    let outerPlaces = table.places(outer.key).map { table.place($0).place.kind }
    if areCities, !outerPlaces.isEmpty, outerPlaces.allSatisfy({ $0 == .subdivision }) {
      if decided[inner.set] == nil { decided.updateValue(nil, forKey: inner.set) }
    }
  }

  /// The number of the place that a set of mentions with this name is of.
  func place(_ set: Int, _ key: UInt64) -> Int? {
    if let number = decided[set] { return number }
    var best: Int?
    for candidate in table.places(key) {
      let (number, place) = table.place(candidate)
      if place.kind == .language { continue }
      guard let first = best else {
        best = number
        if place.kind == .country || votes[place.country] != nil { return number }
        continue
      }
      // Subdivisions that bear the name of a big city of theirs are not another place.
      if votes[place.country] != nil, place.country != table.places[first].country { return number }
    }
    return best
  }

  func language(_ key: UInt64) -> Int? {
    for candidate in table.places(key) {
      let (number, place) = table.place(candidate)
      if place.kind == .language { return number }
    }
    return nil
  }

  func link(_ number: Int) -> String { table.link(number) }
}
