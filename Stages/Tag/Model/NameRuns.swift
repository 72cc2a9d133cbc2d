import StageKit
import TextKit

/// Where names may stand in a document, and what the features look at there.
///
/// A run is a stretch of words with capitals and of what joins them (`of`, `-`). Outside of runs
/// nothing is a name: neither training nor tagging looks there.
package struct NameRuns {
  package struct Run {
    package var pieces: Range<Int>
    var sentence: Range<Int>
    /// Most words of the sentence have a capital, or all letters are capitals.
    var isHeadline: Bool

    /// The run and the two pieces to either side of it that the features look at.
    var surroundings: Range<Int> {
      max(
        sentence.lowerBound, pieces.lowerBound - 2)..<min(
          sentence.upperBound, pieces.upperBound + 2)
    }
  }

  package private(set) var runs: [Run] = []
  package var words: NameWords
  private let lists: HashedTable
  private let beginnings: WordFilter

  // By piece; the numbers of words are -1 until somebody asks.
  private(set) var pieces: [Piece] = []
  private var isTaken: [Bool] = []
  private var references: [NameWords.Reference] = []
  /// What the rules say: 0, or 1 + type · 2, and one more inside of a name.
  private var ruleLabels: [UInt8] = []
  private var ruleLengths: [UInt8] = []
  /// The lists that have a phrase which begins here, and those that have one which goes on here.
  private(set) var listBits: [UInt32] = []
  /// Of these, the lists that have a word by itself.
  static let listedAlone: UInt32 = 15
  /// Whether the writer spares capitals: a quarter of the sentences begin in lower case, or `i` stands
  /// alone.
  private var isHasty = false
  /// A bit for each word in lower case, by its hash.
  private var lowerCase: [UInt64] = []
  /// By number of a word, what all its mentions in the document say.
  private var memory: [SIMD8<UInt16>] = []
  private static let bloomWords = 256

  /// So many pieces are looked at together. A longer document is taken in parts, so that what a worker
  /// remembers has bounds, and so that results do not depend on what it remembers.
  package static let maximumPieces = 1 << 15

  package init(
    words: HashedTable, classes: HashedTable, lists: HashedTable, beginnings: WordFilter,
    keepsFeatures: Bool
  ) {
    self.words = NameWords(
      words, classes: classes, lists: lists, piecesAtOnce: Self.piecesAtOnce,
      keepsFeatures: keepsFeatures)
    self.lists = lists
    self.beginnings = beginnings
  }

  /// Takes a document, or a part of it that begins with a sentence.
  mutating func load(
    _ pieces: [Piece], isTaken: [Bool], rules: [Candidate], _ text: Span<UInt8>, _ lexicon: Lexicon
  ) {
    self.pieces = pieces
    self.isTaken = isTaken
    words.begin()
    runs.removeAll(keepingCapacity: true)
    Self.refill(&references, NameWords.Reference(), pieces.count)
    Self.refill(&ruleLabels, 0, pieces.count)
    Self.refill(&ruleLengths, 0, pieces.count)
    Self.refill(&listBits, 0, pieces.count)
    for rule in rules {
      let range = rule.pieceRange
      let label = 1 + UInt8(truncatingIfNeeded: rule.type) * 2
      for index in range {
        ruleLabels[index] = label + (index > range.lowerBound ? 1 : 0)
        ruleLengths[index] = UInt8(min(range.count, 6))
      }
    }
    Self.refill(&lowerCase, 0, Self.bloomWords)
    survey(text)
    findRuns(text, lexicon)
    findLists()
    remember(text, lexicon)
  }

  /// Notes the words in lower case, and whether the writer spares capitals.
  private mutating func survey(_ text: Span<UInt8>) {
    var starts = 0
    var small = 0
    var hasSmallI = false
    let (pieces, words) = (pieces, words)
    lowerCase.withUnsafeMutableBufferPointer { bits in
      for piece in pieces {
        if piece.isSentenceStart { starts &+= 1 }
        guard piece.kind == .word, piece.shape == .plain else {
          if piece.isName { words.prefetch(piece) }
          continue
        }
        let bit = Self.bit(piece.hash)
        bits[bit &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: bit & 63)
        if piece.isSentenceStart { small &+= 1 }
        if piece.length == 1, piece.gap != .none, text[Int(piece.start)] == UInt8(ascii: "i") {
          hasSmallI = true
        }
      }
    }
    isHasty = hasSmallI || small > 0 && small * 4 >= starts
  }

  /// The place of a word in `lowerCase`.
  @inline(__always)
  private static func bit(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 8) & (bloomWords * 64 - 1)
  }

  private static func refill<T>(_ array: inout [T], _ value: T, _ count: Int) {
    array.removeAll(keepingCapacity: true)
    array.append(contentsOf: repeatElement(value, count: count))
  }

  @inline(__always)
  private mutating func flags(
    _ index: Int, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> NameWords.Flags {
    if references[index].number < 0 {
      references[index] = words.reference(pieces[index], text, lexicon)
    }
    return references[index].flags
  }

  /// The number of a word that somebody has asked for before.
  @inline(__always)
  private func number(_ index: Int) -> Int { Int(references[index].number) }

  /// The number of the word at an index, the boundary's outside of the sentence.
  @inline(__always)
  func wordNumber(_ index: Int, _ run: Run) -> Int {
    run.sentence.contains(index) ? number(index) : NameWords.boundary
  }

  // MARK: Runs

  private mutating func findRuns(_ text: Span<UInt8>, _ lexicon: Lexicon) {
    var start = 0
    while start < pieces.count {
      var end = start + 1
      while end < pieces.count && !pieces[end].isSentenceStart { end += 1 }
      findRuns(start..<end, text, lexicon)
      start = end
    }
  }

  private mutating func findRuns(
    _ sentence: Range<Int>, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) {
    let firstRun = runs.count
    var capitals = 0
    var others = 0
    var index = sentence.lowerBound
    var end = sentence.lowerBound
    while index < sentence.upperBound {
      let piece = pieces[index]
      if piece.kind == .word && piece.shape == .plain {
        if piece.length > 3 { others += 1 }
        // Nearly all words end here.
        guard isHasty || beginnings.mayContain(piece.hash) else {
          index += 1
          continue
        }
      } else if piece.isName && piece.length > 3 {
        capitals += 1
      }
      guard index >= end, isAnchor(index, text, lexicon) else {
        index += 1
        continue
      }
      let start = beginning(before: index, from: max(sentence.lowerBound, end), text, lexicon)
      end = endOfRun(from: index, sentence.upperBound, text, lexicon)
      let run = Run(pieces: start..<end, sentence: sentence, isHeadline: false)
      for near in run.surroundings where !run.pieces.contains(near) { words.prefetch(pieces[near]) }
      runs.append(run)
      index += 1
    }
    let isHeadline = capitals > 3 && capitals > others * 3
    for run in firstRun..<runs.count {
      runs[run].isHeadline = isHeadline
      let surroundings = runs[run].surroundings
      for index in surroundings where references[index].number < 0 {
        words.announce(pieces[index], text)
      }
      for index in surroundings { _ = flags(index, text, lexicon) }
    }
  }

  private mutating func isAnchor(_ index: Int, _ text: Span<UInt8>, _ lexicon: Lexicon) -> Bool {
    if isTaken[index] { return false }
    let piece = pieces[index]
    if piece.isName { return !isCapitalByPlace(index) }
    guard piece.kind == .word, isHasty || beginnings.mayContain(piece.hash) else { return false }
    let flags = flags(index, text, lexicon)
    return flags.contains(.beginning) || (isHasty && flags.contains(.listed))
  }

  /// `The` and the like at the start of a sentence, before a word in lower case, are no names and are
  /// a third of all capitals.
  @inline(__always)
  private func isCapitalByPlace(_ index: Int) -> Bool {
    let piece = pieces[index]
    guard piece.isSentenceStart, piece.shape == .capitalised || piece.shape == .initial,
      piece.roles.contains(.functionWord), index + 1 < pieces.count
    else { return false }
    let next = pieces[index + 1]
    return next.kind == .word && next.shape == .plain && next.gap == .space
  }

  /// `al-Shabaab`: a particle in lower case in front belongs to the run.
  private mutating func beginning(
    before index: Int, from start: Int, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Int {
    var first = index
    if first - 2 >= start, pieces[first].gap == .none, pieces[first - 1].symbol == .hyphen,
      pieces[first - 1].gap == .none, pieces[first - 2].kind != .mark, !isTaken[first - 2]
    {
      first -= 2
    }
    while first - 1 >= start, pieces[first - 1].roles.contains(.particle), !isTaken[first - 1] {
      first -= 1
    }
    return first
  }

  /// A run goes on over up to three joining pieces.
  private mutating func endOfRun(
    from start: Int, _ limit: Int, _ text: Span<UInt8>, _ lexicon: Lexicon
  ) -> Int {
    var end = start + 1
    var index = end
    while index < limit, index - end <= 3, !isTaken[index] {
      let piece = pieces[index]
      if isAnchor(index, text, lexicon) {
        end = index + 1
      } else if piece.kind == .number {
        // `Boeing 747`, `G20`.
        end = index + 1
      } else if piece.kind == .word, piece.gap == .none, index - end == 1,
        pieces[index - 1].symbol == .hyphen, pieces[index - 1].gap == .none
      {
        // `Jong-un`.
        end = index + 1
      } else {
        if !flags(index, text, lexicon).contains(.inside) { break }
      }
      index += 1
    }
    return end
  }

  // MARK: Lists

  private mutating func findLists() {
    for run in runs {
      for index in run.pieces {
        let word = words.words[number(index)]
        var bits = word.listBits
        var key = word.listed
        var position = index
        while bits != 0 {
          let found = UInt32(bits & 0x7FFF)
          if found != 0 {
            let isLong = position > index
            listBits[index] |= found << (isLong ? 4 : 0)
            for inside in index..<position { listBits[inside + 1] |= found << 8 }
          }
          position += 1
          guard bits & 0x8000 != 0, position < run.pieces.upperBound else { break }
          key = PhraseTable.key(key, words.words[number(position)].listed)
          bits = lists.find(key)?.loadUnaligned(as: UInt16.self) ?? 0
        }
      }
    }
  }

  // MARK: What the document says elsewhere

  /// Lanes: person, organisation, place, other by the rules; behind a title or given name, before a
  /// verb of speech, behind a preposition of places, inside of a sentence.
  private func testimony(_ index: Int, _ run: Run) -> SIMD8<UInt16> {
    var lanes = SIMD8<UInt16>(repeating: 0)
    let label = ruleLabels[index]
    if label > 0, let lane = Self.lane(ofRuleType: Int(label - 1) / 2) { lanes[lane] = 1 }
    if index > run.sentence.lowerBound {
      let roles = pieces[index - 1].roles
      if !roles.isDisjoint(with: [.title, .givenName]) { lanes[4] = 1 }
      if roles.contains(.placePreposition) { lanes[6] = 1 }
      lanes[7] = 1
    }
    if index + 1 < run.sentence.upperBound, pieces[index + 1].roles.contains(.speechVerb) {
      lanes[5] = 1
    }
    return lanes
  }

  /// What the other mentions of a word with a capital say.
  @inline(__always)
  func testimonyElsewhere(_ index: Int, _ run: Run) -> SIMD8<UInt16> {
    memory[number(index)] &- testimony(index, run)
  }

  private static let lanes = TypeTable.ownTypes.map { type -> Int? in
    switch type {
    case .person: 0
    case .organisation: 1
    case .geopolitical, .location, .facility: 2
    default: 3
    }
  }

  private static func lane(ofRuleType type: Int) -> Int? { lanes[type] }

  private mutating func remember(_ text: Span<UInt8>, _ lexicon: Lexicon) {
    while memory.count < words.words.count { memory.append(SIMD8(repeating: 0)) }
    for run in runs {
      for index in run.pieces where pieces[index].isName {
        memory[number(index)] &+= testimony(index, run)
      }
    }
  }

  /// Forgets the document.
  package mutating func unload() {
    for run in runs {
      for index in run.pieces { memory[number(index)] = SIMD8(repeating: 0) }
    }
    // So that their memory is used again by whoever made them.
    pieces = []
    isTaken = []
  }

  // MARK: Features

  /// Hands over all features of a piece of a run, for training.
  package func forEachFeature(_ index: Int, _ run: Run, _ add: (UInt64) -> Void) {
    for offset in NameWords.offsets {
      let features = words.features[wordNumber(index + offset, run)]
      for position in 0..<features.count(at: offset) {
        add(featureHash(features.hashes[position], at: offset))
      }
    }
    forEachContextFeature(index, run) { add(featureHash($0, $1, $2)) }
  }

  /// So many pieces are gathered before the first is summed up, so that memory has time to come.
  static let piecesAtOnce = 32

  /// Asks for what the word of a piece of a run and those beside it say by themselves, for tagging.
  @inline(__always)
  mutating func requestRows(
    _ index: Int, _ run: Run, _ text: Span<UInt8>, _ weights: FeatureLookUp
  ) {
    for offset in NameWords.offsets {
      let other = index + offset
      if run.sentence.contains(other) {
        words.requestRow(number(other), at: offset, pieces[other], text, weights)
      } else {
        words.requestRow(NameWords.boundary, at: offset, nil, text, weights)
      }
    }
  }

  /// Gathers the features of a piece of a run that depend on more than one word: a sum, and those of
  /// groups.
  @inline(__always)
  func gather(
    _ index: Int, _ run: Run, _ weights: FeatureLookUp, into batch: inout FeatureBatch,
    _ groups: inout FeatureGroups
  ) {
    groups.beginPiece()
    forEachContextFeature(index, run) {
      batch.add(featureHash($0, $1, $2), weights)
    } wantsGroup: {
      groups.wants($0)
    } addToGroup: {
      groups.add(featureHash($0, $1, $2), weights)
    } endGroup: {
      groups.endSum()
    }
    batch.endSum()
  }

  /// The weights of a piece of a run that depend on one word each; after `requestRows` of the run, and
  /// `sumRows`.
  @inline(__always)
  func sumOfWords(_ index: Int, _ run: Run) -> FeatureWeights.Row {
    var row = FeatureWeights.Row(repeating: 0)
    for offset in NameWords.offsets {
      row &+= words.row(wordNumber(index + offset, run), at: offset)
    }
    return row
  }

  /// Hands over the features of a piece of a run that depend on more than one word: a kind (see
  /// `FeatureKinds`) and up to two values.
  @inline(__always)
  package func forEachContextFeature(_ index: Int, _ run: Run, _ add: AddFeature) {
    forEachContextFeature(index, run, add, wantsGroup: { _ in true }, addToGroup: add, endGroup: {})
  }

  package typealias AddFeature = (_ kind: UInt64, _ first: UInt64, _ second: UInt64) -> Void

  /// As above, with the features that depend on a few small values alone in groups.
  ///
  /// - Parameter wantsGroup: takes a number that stands for all these values and the group, and tells
  ///   whether its features are to be handed over.
  @inline(__always)
  private func forEachContextFeature(
    _ index: Int, _ run: Run, _ add: AddFeature, wantsGroup: (UInt64) -> Bool,
    addToGroup: AddFeature, endGroup: () -> Void
  ) {
    let piece = pieces[index]
    let word = words.words[wordNumber(index, run)]
    let before = words.words[wordNumber(index - 1, run)]
    let after = words.words[wordNumber(index + 1, run)]
    let second = words.words[wordNumber(index - 2, run)]
    let next = words.words[wordNumber(index + 2, run)]
    let shape = UInt64(word.shape)
    let shapes = UInt64(before.shape) << 24 ^ shape << 12 ^ UInt64(after.shape)
    add(30, shapes, 0)
    add(31, before.folded, word.folded)
    add(32, word.folded, after.folded)
    add(35, second.folded, before.folded)
    add(36, after.folded, next.folded)
    add(37, UInt64(before.cluster), UInt64(word.cluster) << 16 | shape)
    add(38, UInt64(after.cluster), UInt64(word.cluster) << 16 | shape)

    let first = run.sentence.lowerBound
    let isFirst =
      index == first
      || (index == first + 1 && pieces[first].kind == .mark)
      || (index > first && pieces[index - 1].mark == UInt8(ascii: "\""))
    var place = shape << 8
    place |= isFirst ? 1 : 0
    place |= run.isHeadline ? 2 : 0
    place |= isHasty ? 4 : 0
    let isLowerElsewhere: UInt64 = piece.isName && isInLowerCase(word.folded) ? 1 : 0

    // What the rules say.
    let rule = UInt64(ruleLabels[index])
    let ruleBefore = index > first ? UInt64(ruleLabels[index - 1]) : 0
    let ruleLength = UInt64(ruleLengths[index])
    add(45, rule, word.folded)
    let share = UInt64(word.capitalShare)
    let rules = rule << 11 | ruleBefore << 3 | ruleLength
    if wantsGroup(place << 24 | isLowerElsewhere << 23 | share << 19 | rules) {
      addToGroup(39, place, share)
      addToGroup(40, place, isLowerElsewhere)
      addToGroup(42, rule, 0)
      addToGroup(43, rule, ruleBefore)
      addToGroup(46, rule, place)
      addToGroup(47, rule, ruleLength)
      endGroup()
    }

    // What lists say.
    let bits = listBits[index]
    if bits != 0 {
      add(49, UInt64(bits), 0)
      add(50, UInt64(bits), rule)
      add(51, UInt64(bits), shape << 8 | UInt64(word.capitalShare))
      if index > run.pieces.lowerBound { add(56, UInt64(bits), UInt64(listBits[index - 1])) }
    }

    // What the rest of the document says.
    if piece.isName {
      let others = testimonyElsewhere(index, run)
      let bits = SIMD8<UInt16>(1, 2, 4, 8, 16, 32, 64, 128)
      var kinds = UInt64(bits.replacing(with: 0, where: others .== 0).wrappedSum())
      add(52, kinds & 15, rule)
      add(53, kinds & 0x70, rule)
      kinds &= 0x7F
      while kinds != 0 {
        let lane = kinds.trailingZeroBitCount
        add(55, UInt64(lane), UInt64(min(others[lane], 3)))
        kinds &= kinds &- 1
      }
    }
    addStretch(
      index, run, add, wantsGroup: wantsGroup, addToGroup: addToGroup, endGroup: endGroup)
  }

  private static let maximumStretch = 12

  /// Of the stretch of capitals that the piece is part of: its first and last words, and what stands
  /// before and after.
  @inline(__always)
  private func addStretch(
    _ index: Int, _ run: Run, _ add: AddFeature, wantsGroup: (UInt64) -> Bool,
    addToGroup: AddFeature, endGroup: () -> Void
  ) {
    var start = index
    let lowest = max(run.pieces.lowerBound, index - Self.maximumStretch)
    let highest = min(run.pieces.upperBound, index + Self.maximumStretch)
    while start > lowest, pieces[start - 1].isName, pieces[start].gap != .none {
      start -= 1
    }
    var end = index + 1
    while end < highest, pieces[end].isName, pieces[end].gap != .none { end += 1 }
    let before = words.words[wordNumber(start - 1, run)]
    let after = words.words[wordNumber(end, run)]
    let first = words.words[wordNumber(start, run)]
    let last = words.words[wordNumber(end - 1, run)]
    let length = UInt64(min(end - start, 5))
    let place = UInt64((index == start ? 1 : 0) | (index == end - 1 ? 2 : 0)) | length << 4
    let word = words.words[wordNumber(index, run)]
    // Where one name ends and the next one begins: `Ann Bell Tomas Novak`.
    let count = UInt64(min(index - start, 4)) << 8 | length
    let listed = UInt64(listBits[index] & 15)
    let roles = UInt64(word.roles.rawValue & 31)
    var (listedBefore, rolesBefore): (UInt64, UInt64) = (31, 99)
    if index > start {
      listedBefore = UInt64(listBits[index - 1] & 15)
      rolesBefore = UInt64(words.words[wordNumber(index - 1, run)].roles.rawValue & 31)
    }
    let lists = listed << 17 | listedBefore << 12 | roles << 7 | rolesBefore
    if wantsGroup(1 << 63 | (count << 7 | place) << 37 | UInt64(word.shape) << 21 | lists) {
      addToGroup(60, place, UInt64(word.shape))
      addToGroup(74, count, listed << 8 | listedBefore)
      addToGroup(75, count, roles << 32 | rolesBefore)
      endGroup()
    }
    add(61, before.folded, place)
    add(62, after.folded, place)
    add(63, UInt64(before.cluster), place)
    add(64, UInt64(after.cluster), place)
    if end - start > 1 {
      add(65, last.folded, 0)
      add(66, first.folded, 0)
      add(67, UInt64(last.roles.rawValue), place)
      add(68, UInt64(last.cluster), place)
      add(69, UInt64(first.cluster), place)
      add(70, UInt64(first.roles.rawValue), place)
      add(71, UInt64(first.lexiconType), UInt64(last.lexiconType) << 8 | place)
    } else {
      add(72, before.folded, after.folded)
      add(73, UInt64(before.cluster), UInt64(after.cluster))
    }
  }

  private func isInLowerCase(_ hash: UInt64) -> Bool {
    let bit = Self.bit(hash)
    return lowerCase[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }
}

/// Cuts a text into pieces, for what is learnt of words before any weight.
package func scanPieces(_ text: Span<UInt8>, _ range: Range<Int>, into pieces: inout [Piece]) {
  PieceScanner(lexicon: nil).scan(text, range, into: &pieces)
}

/// The hash of a word in lower case.
package func foldedHash(_ piece: Piece, _ text: Span<UInt8>) -> UInt64 { text.foldedHash(piece) }

/// The key of a word in the table of general classes.
package func classKey(_ piece: Piece, _ text: Span<UInt8>) -> UInt64 {
  NameWord.classKey(piece, folded: piece.isName ? text.foldedHash(piece) : piece.hash, text)
}

/// The key of a phrase that goes on with a piece, in the table of lists.
package func phraseKey(_ prefix: UInt64, _ hash: UInt64) -> UInt64 {
  PhraseTable.key(prefix, hash)
}
