import StageKit
import TextKit

/// Gives the entities of a document their groups and links; for a worker to keep, so that its memory
/// is used again.
struct EntityEnricher {
  private var grouper = EntityGrouper()
  private var places = PlaceResolver()
  /// By set: the place that it is, and the first set of that place.
  private var placeOfSet: [Int?] = []
  private var setOfPlace: [Int: Int] = [:]
  /// By set: the index of its group, and the best name so far.
  private var groupOfSet: [Int] = []
  private var bestMention: [Int] = []

  init() {}

  /// Sets `group` and, where none stands, `link` of the entities.
  ///
  /// - Returns: the groups in the order of their first mentions.
  mutating func enrich(_ entities: inout [Entity], _ text: Span<UInt8>) -> [EntityGroup] {
    grouper.group(entities, text)
    if grouper.mentions.isEmpty { return [] }
    findPlaces(entities, text)
    var groups: [EntityGroup] = []
    groupOfSet.removeAll(keepingCapacity: true)
    groupOfSet.append(contentsOf: repeatElement(-1, count: placeOfSet.count))
    bestMention.removeAll(keepingCapacity: true)
    for index in grouper.mentions.indices {
      let mention = grouper.mentions[index]
      let set = grouper.sets.find(mention.set)
      if groupOfSet[set] < 0 {
        groupOfSet[set] = groups.count
        bestMention.append(index)
        groups.append(
          EntityGroup(
            identifier: groups.count + 1, name: "", type: entities[mention.entity].type, count: 0,
            link: placeOfSet[set].map(places.link)))
      }
      let group = groupOfSet[set]
      groups[group].count += 1
      entities[mention.entity].group = group + 1
      if isFuller(mention, than: grouper.mentions[bestMention[group]], entities) {
        bestMention[group] = index
      }
      // What a user's own list says comes first.
      if let link = entities[mention.entity].link { groups[group].link = link }
    }
    for mention in grouper.mentions where entities[mention.entity].link == nil {
      entities[mention.entity].link = groups[groupOfSet[grouper.sets.find(mention.set)]].link
    }
    for index in groups.indices {
      let entity = entities[grouper.mentions[bestMention[index]].entity]
      groups[index].name = Self.name(text.string(entity.range))
      groups[index].type = entity.type
    }
    return groups
  }

  /// Words count, then bytes; an acronym is never fuller than a name.
  private func isFuller(
    _ mention: EntityGrouper.Mention, than other: EntityGrouper.Mention, _ entities: [Entity]
  ) -> Bool {
    if mention.name.isAcronym != other.name.isAcronym { return other.name.isAcronym }
    if mention.name.words.count != other.name.words.count {
      return mention.name.words.count > other.name.words.count
    }
    return entities[mention.entity].range.count > entities[other.entity].range.count
  }

  /// A name on one line.
  private static func name(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if !byte.isASCIIWhitespace {
        bytes.append(byte)
      } else if bytes.last != UInt8(ascii: " ") {
        bytes.append(UInt8(ascii: " "))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Places

  /// Finds the place of each set and joins the sets of one place: `Britain` and `UK`.
  private mutating func findPlaces(_ entities: [Entity], _ text: Span<UInt8>) {
    places.begin()
    setOfPlace.removeAll(keepingCapacity: true)
    for index in grouper.mentions.indices {
      let mention = grouper.mentions[index]
      guard mention.category == .place || mention.category == .nationality else { continue }
      places.count(mention.name.key, mention.category)
      guard index > 0, mention.category == .place else { continue }
      let before = grouper.mentions[index - 1]
      let gap = entities[before.entity].range.end
      guard before.category == .place, entities[mention.entity].range.start == gap + 2,
        text.matches(", ", at: gap)
      else { continue }
      places.decide((before.set, before.name.key), (mention.set, mention.name.key))
    }
    placeOfSet.removeAll(keepingCapacity: true)
    for mention in grouper.mentions {
      while placeOfSet.count <= mention.set { placeOfSet.append(nil) }
      guard placeOfSet[mention.set] == nil else { continue }
      switch mention.category {
      case .place: placeOfSet[mention.set] = places.place(mention.set, mention.name.key)
      case .language: placeOfSet[mention.set] = places.language(mention.name.key)
      default: continue
      }
      guard let place = placeOfSet[mention.set], mention.category == .place else { continue }
      if let first = setOfPlace[place] {
        grouper.sets.join(first, mention.set)
      } else {
        setOfPlace[place] = mention.set
      }
    }
    // An acronym takes the place of its full name, and the other way round.
    for set in placeOfSet.indices {
      let root = grouper.sets.find(set)
      if placeOfSet[root] == nil { placeOfSet[root] = placeOfSet[set] }
    }
  }
}
