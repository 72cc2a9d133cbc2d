import StageKit
import TextKit

/// Finds which names of a document are of one person, organisation or place.
///
/// Each step needs a reason in the names themselves; what two readings would explain stays apart.
struct EntityGrouper {
  /// An entity with a name.
  struct Mention {
    var entity: Int
    var name: NameReader.Name
    var category: MentionCategory
    /// The number of a set in `sets`.
    var set: Int
  }

  /// A name of a person with more than one word, among those that share its last word.
  private struct FullName {
    var set: Int
    var words: Range<Int>
    /// The entity where it stands first.
    var entity: Int
    var next: Int?
  }

  /// More people of one surname than any article names; what comes after them is not compared.
  private static let maximumNamesakes = 32

  private(set) var mentions: [Mention] = []
  var sets = DisjointSets()
  private var reader = NameReader()
  private var categories: [(type: EntityType, first: UInt8, category: MentionCategory?)] = []
  private var byKey = NumberTable()
  private var byInitials = NumberTable()
  private var organisations = OrganisationNames()
  private var fullNames: [FullName] = []
  /// The newest of `fullNames` by last and by first word.
  private var bySurname = NumberTable()
  /// The first full name by its first word.
  private var byGivenName = NumberTable()
  /// The set of the one person who has a word between the first and the last, -1 for several.
  private var byMiddleName = NumberTable()
  /// The sets of people who were introduced as relatives of somebody of their surname, who keeps it.
  private var relatives: Set<Int> = []
  /// The set of whoever bears a name with a number, `Ida II`, and was mentioned last.
  private var byNumberedName = NumberTable()
  /// The newest of `fullNames` among relatives, by last word.
  private var relativeBySurname = NumberTable()
  /// By set, what a title or a given name says of a person: the raw value of `PersonGender`.
  private var genders = NumberTable()
  /// The set that was mentioned last, by surname and by given name.
  private var latestSurname = NumberTable()
  private var latestGivenName = NumberTable()

  mutating func group(_ entities: [Entity], _ text: Span<UInt8>) {
    begin()
    for index in entities.indices {
      guard let category = category(of: entities[index].type) else { continue }
      let name = reader.read(text, entities[index].range.range)
      if name.words.isEmpty { continue }
      mentions.append(Mention(entity: index, name: name, category: category, set: -1))
    }
    let words = reader.words
    for index in mentions.indices where !Self.isShortName(mentions[index], words) {
      addFullName(index, isRelative: isRelative(index, entities, text))
    }
    organisations.joinShortForms(reader, &sets)
    for index in mentions.indices {
      if Self.isShortName(mentions[index], words) {
        mentions[index].set = set(ofShortName: mentions[index], entities)
      } else if mentions[index].category == .person {
        let name = Self.personWords(mentions[index].name, words)
        if !relatives.contains(mentions[index].set) {
          latestSurname[words[name.upperBound - 1].hash] = mentions[index].set
        }
        latestGivenName[words[name.lowerBound].hash] = mentions[index].set
      } else if index > 0, isDefined(index, entities, text) {
        sets.join(mentions[index - 1].set, mentions[index].set)
      } else if mentions[index].name.isAcronym {
        explain(acronym: mentions[index])
      }
    }
  }

  /// Puts a mention into a set.
  mutating func move(_ index: Int, to set: Int) { mentions[index].set = set }

  func words(_ mention: Mention) -> ArraySlice<NameReader.Word> { reader.words[mention.name.words] }

  /// Types are few: comparing them with those that were met takes less than anything else, above all
  /// where their first letters differ.
  private mutating func category(of type: EntityType) -> MentionCategory? {
    let first = type.rawValue.utf8.first ?? 0
    for known in categories where known.first == first && known.type == type {
      return known.category
    }
    let category = MentionCategory(type)
    categories.append((type, first, category))
    return category
  }

  private mutating func begin() {
    mentions.removeAll(keepingCapacity: true)
    reader.removeAll()
    sets.removeAll()
    fullNames.removeAll(keepingCapacity: true)
    byKey.removeAll()
    byInitials.removeAll()
    organisations.removeAll()
    bySurname.removeAll()
    byGivenName.removeAll()
    byMiddleName.removeAll()
    relatives.removeAll(keepingCapacity: true)
    relativeBySurname.removeAll()
    genders.removeAll()
    byNumberedName.removeAll()
    latestSurname.removeAll()
    latestGivenName.removeAll()
  }

  private static func isShortName(_ mention: Mention, _ words: [NameReader.Word]) -> Bool {
    mention.category == .person && personWords(mention.name, words).count == 1
  }

  /// The words without `Jr` and the like at the end.
  private static func personWords(
    _ name: NameReader.Name, _ words: [NameReader.Word]
  ) -> Range<Int> {
    var end = name.words.upperBound
    while end > name.words.lowerBound + 1, words[end - 1].kind == .generation { end -= 1 }
    return name.words.lowerBound..<end
  }

  // MARK: Names that stand for themselves

  private mutating func addFullName(_ index: Int, isRelative: Bool) {
    let mention = mentions[index]
    var key = mention.name.key
    // `Germans` and `German` are one people.
    if mention.category == .nationality, let place = nationalityKey(mention.name) { key = place }
    key = self.key(key, mention.category)
    if let known = byKey[key] {
      mentions[index].set = known
      return
    }
    let set = sets.add()
    byKey[key] = set
    mentions[index].set = set
    if mention.category == .person {
      addPerson(mention.name, set, entity: mention.entity, isRelative: isRelative)
    } else if !mention.name.isAcronym {
      if mention.category == .organisation { organisations.add(mention.name.words, set) }
      let (all, large) = reader.initials(mention.name)
      if all != 0 { byInitials[all &+ mention.category.code] = set }
      if large != 0 { byInitials[large &+ mention.category.code] = set }
    }
  }

  private func nationalityKey(_ name: NameReader.Name) -> UInt64? {
    PlaceTable.shared.country(ofDemonym: name.placeKey).flatMap { $0 == 0 ? nil : UInt64($0) }
  }

  /// Adds a full name, and joins it with another that it can be a form of.
  private mutating func addPerson(
    _ name: NameReader.Name, _ set: Int, entity: Int, isRelative: Bool
  ) {
    let words = Self.personWords(name, reader.words)
    let surname = reader.words[words.upperBound - 1].hash
    if isRelative {
      relatives.insert(set)
      fullNames.append(
        FullName(set: set, words: words, entity: entity, next: relativeBySurname[surname]))
      relativeBySurname[surname] = fullNames.count - 1
      let given = reader.words[words.lowerBound].hash
      if byGivenName[given] == nil { byGivenName[given] = fullNames.count - 1 }
      return
    }
    var next = bySurname[surname]
    var seen = 0
    while let other = next, seen < Self.maximumNamesakes {
      if areForms(words, fullNames[other].words) {
        sets.join(set, fullNames[other].set)
        break
      }
      next = fullNames[other].next
      seen += 1
    }
    fullNames.append(
      FullName(set: set, words: words, entity: entity, next: bySurname[surname]))
    bySurname[surname] = fullNames.count - 1
    let given = reader.words[words.lowerBound].hash
    if byGivenName[given] == nil { byGivenName[given] = fullNames.count - 1 }
    if words.count < 3 { return }
    for word in words.dropFirst().dropLast() where reader.words[word].length > 2 {
      let middle = reader.words[word].hash
      if let known = byMiddleName[middle], known < 0 || sets.find(known) != sets.find(set) {
        byMiddleName[middle] = -1
      } else {
        byMiddleName[middle] = set
      }
    }
  }

  /// Whether two names with one last word may be of one person: `J. Bell`, `John Bell` and
  /// `John F. Bell`; `van der Laan` and `Ann van der Laan`.
  private func areForms(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    let (first, other) = (reader.words[short.lowerBound], reader.words[long.lowerBound])
    let isInitial = first.length == 1 || other.length == 1
    if first.hash == other.hash || (isInitial && first.initial == other.initial) {
      // Two middle names must not contradict each other.
      guard short.count > 2, long.count > 2 else { return true }
      let (middle, second) = (
        reader.words[short.lowerBound + 1], reader.words[long.lowerBound + 1]
      )
      return middle.initial == second.initial
        && (middle.hash == second.hash || middle.length == 1 || second.length == 1)
    }
    return zip(short.reversed(), long.reversed()).allSatisfy {
      reader.words[$0].hash == reader.words[$1].hash
    }
  }

  // MARK: Names that need another

  /// The set of a person who is named by one word: that of the full name with this surname that was
  /// mentioned last, else of the next one, else of one with this given name.
  private mutating func set(ofShortName mention: Mention, _ entities: [Entity]) -> Int {
    let word = reader.words[mention.name.words.lowerBound].hash
    if mention.name.words.count > 1 { return set(ofNumberedName: mention, word) }
    if let set = set(ofSurname: word, titled: entities[mention.entity].titles, entities) {
      return set
    }
    if let set = latestGivenName[word] { return set }
    if let name = byGivenName[word] { return fullNames[name].set }
    // `Pérez` of `Ida Pérez Holm`.
    if let set = byMiddleName[word], set >= 0 { return set }
    if let set = byNumberedName[word] { return set }
    return set(ofKey: mention.name.key, mention.category)
  }

  /// The set of `Ida II`, which is that of `Ida` where no other number was mentioned.
  private mutating func set(ofNumberedName mention: Mention, _ word: UInt64) -> Int {
    let first = mention.name.words.lowerBound
    let plain = key(reader.key(of: first..<first + 1), mention.category)
    let full = key(mention.name.key, mention.category)
    if byKey[full] == nil, byNumberedName[word] == nil, let known = byKey[plain] {
      byKey[full] = known
    }
    let set = set(ofKey: mention.name.key, mention.category)
    byNumberedName[word] = set
    return set
  }

  private func key(_ name: UInt64, _ category: MentionCategory) -> UInt64 {
    name &+ category.code &* 0x9E37_79B9_7F4A_7C15
  }

  private mutating func set(ofKey name: UInt64, _ category: MentionCategory) -> Int {
    let key = key(name, category)
    if let known = byKey[key] { return known }
    let set = sets.add()
    byKey[key] = set
    return set
  }

  private mutating func set(
    ofSurname word: UInt64, titled titles: [String], _ entities: [Entity]
  ) -> Int? {
    guard let newest = bySurname[word] else { return nil }
    var oldest = newest
    var seen = 0
    while let next = fullNames[oldest].next, seen < Self.maximumNamesakes {
      if !titles.isEmpty, entities[fullNames[oldest].entity].titles == titles {
        return fullNames[oldest].set
      }
      oldest = next
      seen += 1
    }
    if !titles.isEmpty, entities[fullNames[oldest].entity].titles == titles {
      return fullNames[oldest].set
    }
    let latest = latestSurname[word] ?? fullNames[oldest].set
    guard let gender = PersonGender(titles) else { return latest }
    let set = self.set(ofSurname: word, gender, latest: latest, entities)
    if let set, genders[UInt64(set)] == nil { genders[UInt64(set)] = gender.rawValue }
    return set
  }

  /// The set of `Mrs Harper`: of the last one of that name unless that is a man, else of another one who
  /// may be a woman, relatives too.
  private func set(
    ofSurname word: UInt64, _ gender: PersonGender, latest: Int, _ entities: [Entity]
  ) -> Int? {
    var mayBe: Int?
    var isLatestOther = false
    for start in [bySurname[word], relativeBySurname[word]] {
      var next = start
      var seen = 0
      while let index = next, seen < Self.maximumNamesakes {
        let name = fullNames[index]
        switch self.gender(of: name, entities) {
        case gender: return name.set
        case nil: mayBe = mayBe ?? name.set
        default: if name.set == latest { isLatestOther = true }
        }
        next = name.next
        seen += 1
      }
    }
    return isLatestOther ? mayBe : latest
  }

  private func gender(of name: FullName, _ entities: [Entity]) -> PersonGender? {
    if let known = genders[UInt64(name.set)] { return PersonGender(rawValue: known) }
    return PersonGender(entities[name.entity].titles)
      ?? PersonGender(givenName: reader.words[name.words.lowerBound].hash)
  }

  /// Whether somebody is said to be of somebody's family right in front, `his wife, Ida Holm`, and another
  /// one of that surname was mentioned before.
  private func isRelative(_ index: Int, _ entities: [Entity], _ text: Span<UInt8>) -> Bool {
    guard mentions[index].category == .person else { return false }
    var end = entities[mentions[index].entity].range.start
    while end > 0, text[end - 1] == UInt8(ascii: " ") || text[end - 1] == UInt8(ascii: ",") {
      end -= 1
    }
    var start = end
    while start > 0, end - start < 9, text[start - 1].isASCIILowercase { start -= 1 }
    guard end - start > 2, Self.kinship.contains(hashBytes(text.extracting(start..<end))) else {
      return false
    }
    let words = reader.words
    let surname = words[Self.personWords(mentions[index].name, words).upperBound - 1].hash
    for other in 0..<index where mentions[other].category == .person {
      let last = Self.personWords(mentions[other].name, words).upperBound - 1
      if words[last].hash == surname { return true }
    }
    return false
  }

  private static let kinship = FewWords(
    "wife husband son daughter brother sister mother father widow cousin")

  /// Whether a name of one word with several capitals stands in brackets right behind a full name of the
  /// same kind, which says what it is short for: `Vatnor Museum of Art (VaMA)`.
  private func isDefined(_ index: Int, _ entities: [Entity], _ text: Span<UInt8>) -> Bool {
    let (full, short) = (mentions[index - 1], mentions[index])
    guard short.name.hasCapitals, short.name.words.count == 1, full.category == short.category,
      full.category != .place, full.name.words.count > 1
    else { return false }
    let (end, start) = (entities[full.entity].range.end, entities[short.entity].range.start)
    let close = entities[short.entity].range.end
    return start == end + 2 && text.matches(" (", at: end) && close < text.count
      && text[close] == UInt8(ascii: ")")
  }

  /// Joins `SCO` with what has these initials.
  private mutating func explain(acronym mention: Mention) {
    let word = reader.words[mention.name.words.lowerBound].hash
    if let full = byInitials[word &+ mention.category.code] { sets.join(full, mention.set) }
  }
}
