import StageKit
import TextKit

/// Gives the entities of a document their groups and links; for a worker to keep, so that its memory
/// is used again.
struct EntityEnricher {
  private var grouper = EntityGrouper()
  private var places = PlaceResolver()
  private var reader = NameReader()
  /// By set: the place that it is, and the first set of that place.
  private var placeOfSet: [Int?] = []
  private var setOfPlace = NumberTable()
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
    groups.reserveCapacity(grouper.mentions.count)
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
            link: placeOfSet[set].map { PlaceTable.shared.link($0) }))
      }
      let group = groupOfSet[set]
      groups[group].count += 1
      entities[mention.entity].group = group + 1
      if Self.isFuller(mention, than: grouper.mentions[bestMention[group]], entities) {
        bestMention[group] = index
      }
      // What a user's own list says comes first.
      if let link = entities[mention.entity].link { groups[group].link = link }
    }
    for mention in grouper.mentions where entities[mention.entity].link == nil {
      entities[mention.entity].link = groups[groupOfSet[grouper.sets.find(mention.set)]].link
    }
    for index in groups.indices {
      let mention = grouper.mentions[bestMention[index]].entity
      groups[index].name = Self.name(text, entities[mention].range)
      groups[index].type = entities[mention].type
    }
    return groups
  }

  /// Words count, then bytes; an acronym is never fuller than a name.
  private static func isFuller(
    _ mention: EntityGrouper.Mention, than other: EntityGrouper.Mention, _ entities: [Entity]
  ) -> Bool {
    if mention.name.isAcronym != other.name.isAcronym { return other.name.isAcronym }
    if mention.name.words.count != other.name.words.count {
      return mention.name.words.count > other.name.words.count
    }
    return entities[mention.entity].range.count > entities[other.entity].range.count
  }

  /// A name on one line.
  private static func name(_ text: Span<UInt8>, _ range: ByteRange) -> String {
    guard range.range.contains(where: { text[$0] < 0x20 }) else { return text.string(range) }
    var bytes: [UInt8] = []
    for index in range.range {
      let byte = text[index]
      if !byte.isASCIIWhitespace {
        bytes.append(byte)
      } else if bytes.last != UInt8(ascii: " ") {
        bytes.append(UInt8(ascii: " "))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Places

  /// Lets what stands behind a place decide which of its name it is.
  private mutating func decide(_ index: Int, _ entities: [Entity], _ text: Span<UInt8>) {
    let mention = grouper.mentions[index]
    let end = entities[mention.entity].range.end
    if text.matches(" state", at: end) || text.matches(" State", at: end) {
      // `Washington state` is not the city.
      let after = end + 6
      if after == text.count || !text[after].isASCIILetter && text[after] < 0x80,
        let state = places.subdivision(mention.name.placeKey)
      {
        settleAlone(index, .place(state))
      }
      return
    }
    guard text.matches(", ", at: end) else { return }
    let next = index + 1 < grouper.mentions.count ? grouper.mentions[index + 1] : nil
    let isNamed = next.map { entities[$0.entity].range.start == end + 2 } ?? false
    if let next, isNamed {
      guard next.category == .place else { return }
      let isInList =
        areInList(index - 1, index, entities, text)
        || areInList(index + 1, index + 2, entities, text)
      let reading = places.reading(mention.name.placeKey, next.name.placeKey, isInList: isInList)
      guard let reading else {
        // Behind a town that no table has, an abbreviation means the state all the same.
        if let key = keyOfAbbreviation(at: end + 2, text), key == next.name.placeKey,
          let state = places.state(abbreviatedAs: key)
        {
          settle(index + 1, .place(state))
        }
        return
      }
      settle(index, reading.inner)
      settle(index + 1, .place(reading.outer))
    } else if let key = keyOfAbbreviation(at: end + 2, text),
      let reading = places.reading(mention.name.placeKey, key, isInList: false)
    {
      settle(index, reading.inner)
    }
  }

  private mutating func settle(_ index: Int, _ decision: PlaceResolver.Decision) {
    if let set = places.settle(grouper.mentions[index].set, decision) {
      grouper.move(index, to: set)
    } else {
      separate(index, by: decision)
    }
  }

  /// Settles a mention of which the words beside it are no more than its own.
  private mutating func settleAlone(_ index: Int, _ decision: PlaceResolver.Decision) {
    if let set = places.set(grouper.mentions[index].set, decidedAs: decision) {
      grouper.move(index, to: set)
    } else {
      separate(index, by: decision)
    }
  }

  private mutating func separate(_ index: Int, by decision: PlaceResolver.Decision) {
    let set = grouper.sets.add()
    places.separate(set, from: grouper.mentions[index].set, by: decision)
    grouper.move(index, to: set)
  }

  /// Whether two mentions are places with no more than a comma or `and` between.
  private func areInList(
    _ left: Int, _ right: Int, _ entities: [Entity], _ text: Span<UInt8>
  ) -> Bool {
    guard left >= 0, right < grouper.mentions.count,
      grouper.mentions[left].category == .place, grouper.mentions[right].category == .place
    else { return false }
    let end = entities[grouper.mentions[left].entity].range.end
    let gap = entities[grouper.mentions[right].entity].range.start - end
    switch gap {
    case 2: return text.matches(", ", at: end)
    case 4: return text.matches(" or ", at: end)
    case 5: return text.matches(" and ", at: end)
    case 6: return text.matches(", and ", at: end)
    default: return false
    }
  }

  /// The key of an abbreviation of a state that is no entity: `Naples, Fla.`
  private mutating func keyOfAbbreviation(at start: Int, _ text: Span<UInt8>) -> UInt64? {
    guard start < text.count, text[start].isASCIIUppercase else { return nil }
    var end = start
    var hasDot = false
    while end < text.count, end - start < 6, text[end].isASCIILetter || text[end] == 0x2E {
      if text[end] == 0x2E { hasDot = true }
      end += 1
    }
    let goesOn = end < text.count && (text[end].isASCIILetter || text[end] >= 0x80)
    // `FL`, or with a full stop.
    let isPostal = end - start == 2 && text[start + 1].isASCIIUppercase
    guard !goesOn, hasDot || isPostal else { return nil }
    let key = reader.key(text.extracting(start..<end))
    return places.isState(abbreviatedAs: key) ? key : nil
  }

  /// Finds the place of each set and joins the sets of one place: `Britain` and `UK`.
  private mutating func findPlaces(_ entities: [Entity], _ text: Span<UInt8>) {
    places.begin()
    setOfPlace.removeAll()
    for index in grouper.mentions.indices {
      let mention = grouper.mentions[index]
      guard mention.category == .place || mention.category == .nationality else { continue }
      places.count(mention.name.placeKey, mention.category)
    }
    for index in grouper.mentions.indices where grouper.mentions[index].category == .place {
      decide(index, entities, text)
    }
    placeOfSet.removeAll(keepingCapacity: true)
    for mention in grouper.mentions {
      while placeOfSet.count <= mention.set { placeOfSet.append(nil) }
      guard placeOfSet[mention.set] == nil else { continue }
      switch mention.category {
      case .place: placeOfSet[mention.set] = places.place(mention.set, mention.name.placeKey)
      case .language: placeOfSet[mention.set] = places.language(mention.name.placeKey)
      default: continue
      }
      guard let place = placeOfSet[mention.set], mention.category == .place else { continue }
      if let first = setOfPlace[UInt64(place)] {
        grouper.sets.join(first, mention.set)
      } else {
        setOfPlace[UInt64(place)] = mention.set
      }
    }
    // An acronym takes the place of its full name, and the other way round.
    for set in placeOfSet.indices {
      let root = grouper.sets.find(set)
      if placeOfSet[root] == nil { placeOfSet[root] = placeOfSet[set] }
    }
  }
}
