internal import CTagModel
import TextKit

/// What the model says of a word, whatever stands around it: half a line of the cache, since a worker
/// looks at some ten thousand of them.
package struct NameWord {
  /// The hash of the word in lower case.
  package var folded: UInt64
  /// The hash of the word as lists and classes have it: with a capital and then lower case if it is
  /// all capitals, or if it may begin names although it has none.
  var listed: UInt64 = 0
  /// What the lexicon has for the word.
  var roles: Lexicon.Roles = []
  /// How it is written, coarsely.
  var shape: UInt16
  /// The word's class among the words that stand between the same neighbours; 0 if it is not known.
  package var cluster: UInt16 = 0
  /// What the model's lists have for the word, as they have it; 0 for nothing.
  var listBits: UInt16 = 0
  /// The type that the lexicon has for the word, 0 for none.
  var lexiconType: UInt8 = 0
  /// The share of capitals, and from the fifth bit on the flags, as the model's table has them.
  fileprivate var packed: UInt8 = 0
  /// A bit for each offset whose row is there.
  fileprivate var readyRows: UInt8 = 0

  /// How often the training texts write it with a capital inside of sentences: 0 unknown, 1 never,
  /// to 7 always.
  var capitalShare: UInt8 { packed & 15 }
  var flags: NameWords.Flags { NameWords.Flags(rawValue: packed >> 4) }

  init(folded: UInt64, shape: UInt16) {
    self.folded = folded
    self.shape = shape
  }

  /// The key of a word in the table of general classes: its hash in lower case, in which `U.S.` is not
  /// `us`.
  static func classKey(_ piece: Piece, folded: UInt64, _ text: Span<UInt8>) -> UInt64 {
    let isDotted =
      piece.kind == .word && piece.length > 2 && text[Int(piece.start) + 1] == UInt8(ascii: ".")
    return isDotted ? ~folded : folded
  }
}

/// What is asked of a word only when its weights are summed up.
struct NameWordClasses {
  /// As `NameWord.cluster`, among fewer classes.
  var coarseCluster: UInt8 = 0
  /// The word's class in English at large, whatever the training texts say of it; 0 if it is not known.
  var general: UInt16 = 0
  /// As `general`, among fewer classes.
  var coarseGeneral: UInt8 = 0
  /// As `general`, among fewest classes.
  var coarsestGeneral: UInt8 = 0
}

/// The words that the model knows, and those that the worker has met.
package struct NameWords {
  package struct Flags: OptionSet {
    package var rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A word in lower case or a mark that occurs inside of names: `of`, `&`.
    package static let inside = Flags(rawValue: 1)
    /// A word in lower case that begins names.
    package static let beginning = Flags(rawValue: 2)
    /// A word of names that hasty writers may leave in lower case: of the lists, or one that the
    /// training texts have in hardly anything but names.
    package static let listed = Flags(rawValue: 4)
  }

  /// Stands for what is before and after a sentence.
  static let boundary = 0
  static let offsets = -2...2
  /// Where there are more words when a part of a document begins, all are forgotten.
  private static let maximumWords = 1 << 15

  private let table: HashedTable
  private let classTable: HashedTable
  private let lists: HashedTable
  /// Whether to keep the features, for training, instead of the sums of their weights.
  private let keepsFeatures: Bool
  /// By number; the first is the boundary.
  package private(set) var words: [NameWord] = []
  private var classes: [NameWordClasses] = []
  /// By number; empty for tagging.
  package private(set) var features: [WordFeatures] = []
  /// By number and offset, the sums of the weights of a word's features, as far as somebody has asked;
  /// empty for training.
  private var rows: [FeatureWeights.Row] = []
  /// The rows that were asked for and are still to be reckoned, and their features.
  private var requestedRows: [Int] = []
  private var batch: FeatureBatch
  private var slots: [Slot]

  /// The number of a word, and its flags.
  struct Reference {
    /// -1 for none.
    var number: Int32 = -1
    var flags: Flags = []
  }

  private struct Slot {
    var key: UInt64 = 0
    var reference = Reference()
  }

  init(
    _ table: HashedTable, classes: HashedTable, lists: HashedTable, piecesAtOnce: Int,
    keepsFeatures: Bool
  ) {
    self.table = table
    classTable = classes
    self.lists = lists
    self.keepsFeatures = keepsFeatures
    batch = FeatureBatch(maximumSums: keepsFeatures ? 0 : piecesAtOnce * Self.offsets.count)
    slots = Array(repeating: Slot(), count: 1 << 12)
    if !keepsFeatures { rows.reserveCapacity(Self.offsets.count << 13) }
    let nothing: [UInt8] = []
    append(NameWord(folded: 1, shape: 0xFFFF), NameWordClasses(), nil, nothing.span)
  }

  /// Forgets words if there are too many for another window; the numbers given before do not hold
  /// any more.
  mutating func begin() {
    guard words.count > Self.maximumWords else { return }
    for index in slots.indices { slots[index] = Slot() }
    words.removeSubrange(1...)
    classes.removeSubrange(1...)
    if !features.isEmpty { features.removeSubrange(1...) }
    if !rows.isEmpty { rows.removeSubrange(Self.offsets.count...) }
  }

  /// Has the memory come where the number of a piece's word stands.
  @inline(__always)
  func prefetch(_ piece: Piece) {
    let place = Self.place(Self.key(piece)) & (slots.count &- 1)
    slots.withUnsafeBytes {
      wireroom_prefetch($0.baseAddress.map { $0 + place &* MemoryLayout<Slot>.stride })
    }
  }

  @inline(__always)
  private static func key(_ piece: Piece) -> UInt64 {
    piece.hash ^ (UInt64(piece.length) &* 0x9E37_79B9_7F4A_7C15)
      ^ UInt64(piece.shape.rawValue) << 8 ^ UInt64(piece.kind.rawValue) << 12
  }

  @inline(__always)
  private static func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0xD6E8_FEB8_6659_FD93) >> 40)
  }

  /// Has the memory come that `reference` will look at for a piece's word.
  @inline(__always)
  func announce(_ piece: Piece, _ text: Span<UInt8>) {
    let number = slots[slot(Self.key(piece))].reference.number
    if number < 0 {
      Self.prefetch(piece, text, table.buckets, classTable.buckets, lists.buckets)
      return
    }
    words.withUnsafeBytes {
      let place = Int(number) &* MemoryLayout<NameWord>.stride
      wireroom_prefetch($0.baseAddress.map { $0 + place })
    }
  }

  /// For a word that is new to the worker. Static, since this structure would be copied for each call.
  @inline(never)
  private static func prefetch(
    _ piece: Piece, _ text: Span<UInt8>, _ words: HashedTable.Buckets,
    _ classes: HashedTable.Buckets, _ lists: HashedTable.Buckets
  ) {
    let folded = folded(piece, text)
    words.prefetch(words.address(folded))
    classes.prefetch(classes.address(NameWord.classKey(piece, folded: folded, text)))
    // Nearly always the word is listed as it is written.
    words.prefetch(words.address(piece.hash))
    lists.prefetch(lists.address(piece.hash))
  }

  private static func folded(_ piece: Piece, _ text: Span<UInt8>) -> UInt64 {
    piece.isName ? text.foldedHash(piece) : piece.hash
  }

  /// The number and the flags of a piece's word.
  @inline(__always)
  mutating func reference(_ piece: Piece, _ text: Span<UInt8>, _ lexicon: Lexicon) -> Reference {
    let key = Self.key(piece)
    let slot = slot(key)
    let reference = slots[slot].reference
    return reference.number < 0 ? add(piece, text, lexicon, key, slot) : reference
  }

  /// The place of a word's number, or where it is to be put.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    let mask = slots.count &- 1
    var slot = Self.place(key) & mask
    while slots[slot].key != key, slots[slot].reference.number >= 0 { slot = (slot &+ 1) & mask }
    return slot
  }

  /// Few slots for few words, so that they stay in the cache.
  private mutating func growSlots() {
    let old = slots
    slots = Array(repeating: Slot(), count: slots.count * 2)
    for known in old where known.reference.number >= 0 { slots[slot(known.key)] = known }
  }

  @inline(never)
  private mutating func add(
    _ piece: Piece, _ text: Span<UInt8>, _ lexicon: Lexicon, _ key: UInt64, _ slot: Int
  ) -> Reference {
    let folded = Self.folded(piece, text)
    var word = NameWord(folded: folded, shape: Self.shape(piece, text))
    let entry = lexicon.entry(of: piece)
    word.lexiconType = entry.type.map { $0.rawValue + 1 } ?? 0
    word.roles = entry.roles
    if let payload = table.find(folded) {
      word.packed = payload.load(fromByteOffset: 3, as: UInt8.self)
    }
    var classes = NameWordClasses()
    word.listed = piece.hash
    let isShouted = piece.shape == .upper && piece.length > 3 && table.find(piece.hash) == nil
    if isShouted || (piece.shape == .plain && !word.flags.isDisjoint(with: [.beginning, .listed])) {
      word.listed = text.capitalisedHash(piece)
    }
    if let payload = table.find(word.listed) {
      word.cluster = payload.loadUnaligned(as: UInt16.self)
      classes.coarseCluster = payload.load(fromByteOffset: 2, as: UInt8.self)
    }
    if let payload = classTable.find(NameWord.classKey(piece, folded: folded, text)) {
      classes.general = payload.loadUnaligned(as: UInt16.self)
      classes.coarseGeneral = payload.load(fromByteOffset: 2, as: UInt8.self)
      classes.coarsestGeneral = payload.load(fromByteOffset: 3, as: UInt8.self)
    }
    if let payload = lists.find(word.listed) {
      word.listBits = payload.loadUnaligned(as: UInt16.self)
    }
    let reference = Reference(number: Int32(words.count), flags: word.flags)
    slots[slot] = Slot(key: key, reference: reference)
    append(word, classes, piece, text)
    if words.count * 2 > slots.count { growSlots() }
    return reference
  }

  private mutating func append(
    _ word: NameWord, _ classes: NameWordClasses, _ piece: Piece?, _ text: Span<UInt8>
  ) {
    words.append(word)
    self.classes.append(classes)
    if keepsFeatures {
      features.append(WordFeatures(word, classes, piece, text))
    } else {
      for _ in Self.offsets { rows.append(Row(repeating: 0)) }
    }
  }

  private typealias Row = FeatureWeights.Row

  /// Asks for the sum of the weights of the features that a word has for a piece at some distance
  /// before it. It is there after `sumRows`.
  ///
  /// - Parameter piece: a piece with this word; `nil` for the boundary.
  @inline(__always)
  mutating func requestRow(
    _ number: Int, at offset: Int, _ piece: @autoclosure () -> Piece?, _ text: Span<UInt8>,
    _ weights: FeatureLookUp
  ) {
    if words[number].readyRows & 1 &<< UInt8(truncatingIfNeeded: offset &+ 2) == 0 {
      gatherRow(number, at: offset, piece(), text, weights)
    } else {
      let place = number &* Self.offsets.count &+ offset &+ 2
      rows.withUnsafeBytes {
        wireroom_prefetch($0.baseAddress.map { $0 + place &* MemoryLayout<Row>.stride })
      }
    }
  }

  /// Most words are looked at from few sides, and most are new to a worker only once.
  @inline(never)
  private mutating func gatherRow(
    _ number: Int, at offset: Int, _ piece: Piece?, _ text: Span<UInt8>, _ weights: FeatureLookUp
  ) {
    WordFeatures.forEach(words[number], classes[number], piece, text, distance: abs(offset)) {
      batch.add(featureHash(featureHash($0, $1, $2), at: offset), weights)
    }
    batch.endSum()
    requestedRows.append(number * Self.offsets.count + offset + 2)
    words[number].readyRows |= 1 << UInt8(offset + 2)
  }

  /// See `FeatureBatch.sift`.
  mutating func siftRows(_ weights: FeatureLookUp) { batch.sift(weights) }

  /// Reckons the sums that were asked for; after `siftRows`.
  mutating func sumRows(_ weights: FeatureLookUp) {
    for (number, row) in requestedRows.enumerated() {
      batch.add(sum: number, weights, to: &rows[row])
    }
    requestedRows.removeAll(keepingCapacity: true)
    batch.removeAll()
  }

  /// A sum that was asked for before.
  @inline(__always)
  func row(_ number: Int, at offset: Int) -> FeatureWeights.Row {
    rows[number &* Self.offsets.count &+ offset &+ 2]
  }

  private static func shape(_ piece: Piece, _ text: Span<UInt8>) -> UInt16 {
    switch piece.kind {
    case .mark: return 0x100 | UInt16(piece.mark)
    case .number: return 0x200 | UInt16(min(piece.length, 5))
    case .word:
      let isDotted = text[Int(piece.end) - 1] == UInt8(ascii: ".")
      return UInt16(piece.shape.rawValue) | (isDotted ? 8 : 0)
    }
  }
}

/// The features of a word by itself.
package struct WordFeatures {
  package private(set) var hashes: [UInt64] = []
  /// What each is; see `FeatureKinds`.
  private(set) var kinds: [UInt64] = []
  /// So many of them count for the second piece to either side, and so many for the next one.
  private var farCount = 0
  private var nearCount = 0

  package func count(at offset: Int) -> Int {
    switch abs(offset) {
    case 0: hashes.count
    case 1: nearCount
    default: farCount
    }
  }

  init(
    _ word: NameWord, _ classes: NameWordClasses, _ piece: Piece?, _ text: Span<UInt8>
  ) {
    Self.forEach(word, classes, piece, text, distance: 2) { _, _, _ in farCount += 1 }
    Self.forEach(word, classes, piece, text, distance: 1) { _, _, _ in nearCount += 1 }
    Self.forEach(word, classes, piece, text, distance: 0) { kind, first, second in
      hashes.append(featureHash(kind, first, second))
      kinds.append(kind)
    }
  }

  /// Hands over the features that count for a piece at some distance: a kind and two values. What
  /// counts farther away comes first.
  ///
  /// - Parameter piece: a piece with this word; `nil` for the boundary.
  @inline(__always)
  static func forEach(
    _ word: NameWord, _ classes: NameWordClasses, _ piece: Piece?, _ text: Span<UInt8>,
    distance: Int, _ add: (UInt64, UInt64, UInt64) -> Void
  ) {
    let shape = UInt64(word.shape)
    add(1, word.folded, 0)
    add(2, shape, 0)
    guard let piece else { return }
    if word.lexiconType > 0 { add(3, UInt64(word.lexiconType), 0) }
    if word.cluster > 0 {
      add(4, UInt64(word.cluster), 0)
      add(5, UInt64(classes.coarseCluster), 0)
    }
    if distance > 1 { return }
    if classes.general > 0 {
      add(18, UInt64(classes.general), 0)
      add(19, UInt64(classes.coarseGeneral), 0)
      add(20, UInt64(classes.coarsestGeneral), 0)
    } else if piece.kind == .word {
      add(26, UInt64(piece.shape.rawValue), 0)
    }
    add(6, UInt64(word.capitalShare), shape)
    var roles = word.roles.rawValue
    while roles != 0 {
      add(7, UInt64(roles.trailingZeroBitCount), shape & 7)
      roles &= roles &- 1
    }
    let start = Int(piece.start)
    let end = Int(piece.end)
    if piece.kind == .word && piece.length > 3 {
      add(8, text.foldedBytes(end - 3, 3), shape & 7)
    }
    if distance > 0 { return }
    add(9, piece.hash, shape)
    guard piece.kind == .word else { return }
    for length in 1...5 where length != 3 && piece.length > length {
      add(10 + UInt64(length), text.foldedBytes(end - length, length), 0)
    }
    for length in 1...5 where piece.length > length {
      add(20 + UInt64(length), text.foldedBytes(start, length), 0)
    }
    add(16, UInt64(min(piece.length, 12)), shape)
    add(17, UInt64(word.lexiconType), shape)
  }
}

extension Span<UInt8> {
  /// Up to eight bytes as one number, ASCII letters in lower case.
  func foldedBytes(_ start: Int, _ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for offset in 0..<count { value = value << 8 | UInt64(self[start + offset].lowercasedASCII) }
    return value
  }
}

/// The hash of a feature of some kind.
@inline(__always)
package func featureHash(_ kind: UInt64, _ first: UInt64, _ second: UInt64 = 0) -> UInt64 {
  var hash = (first ^ kind &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
  hash = (hash ^ hash >> 32 ^ second) &* 0xBF58_476D_1CE4_E5B9
  hash = (hash ^ hash >> 29) &* 0x94D0_49BB_1331_11EB
  return hash ^ hash >> 32
}

/// The hash of a word's feature where the word stands beside the piece that is labelled.
@inline(__always)
package func featureHash(_ hash: UInt64, at offset: Int) -> UInt64 {
  guard offset != 0 else { return hash }
  let mixed = (hash ^ UInt64(offset + 8)) &* 0xBF58_476D_1CE4_E5B9
  return mixed ^ mixed >> 32
}
