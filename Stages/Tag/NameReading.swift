package import StageKit
import TextKit

/// What comes before the model: the pieces of a document, the gazetteers' phrases, the patterns, and
/// the names that lists and rules find; for a worker to keep.
package struct NameReading {
  /// A longer part of a sentence is cut.
  private static let maximumSentenceBytes = NameRuns.maximumPieces / 2

  package private(set) var pieces: [Piece] = []
  /// What is kept of gazetteers and patterns.
  var resolution = OverlapResolution()
  var candidates: [Candidate] = []
  /// Numbers, and months beside names, which give way to names: `Channel 4 News`, `April Jones`.
  private(set) var numbers: [Candidate] = []
  /// The names by lists and rules, in order.
  package private(set) var rules: [Candidate] = []
  private var patternMemory = PatternAutomaton.Memory()
  private(set) var finder = NameFinder()
  /// The pieces as the rules see them.
  private(set) var nameText = NameText(pieces: [], lexicon: .shared, isTaken: [], isSettled: [])
  private let lexicon = Lexicon.shared

  package init() {}

  /// Reads as many sentences as are looked at together.
  ///
  /// - Parameter next: the sentence to begin with; afterwards the one to go on with.
  package mutating func read(
    _ document: Document, from next: inout SentencePlace, gazetteer: UserGazetteer = UserGazetteer()
  ) {
    let text = document.text.utf8.span
    let sentences = document.sentences ?? []
    let scanner = PieceScanner(lexicon: lexicon)
    // Let go of first, so that the memory of the pieces is used again.
    nameText = NameText(pieces: [], lexicon: lexicon, isTaken: [], isSettled: [])
    pieces.removeAll(keepingCapacity: true)
    while next.sentence < sentences.count, pieces.count < NameRuns.maximumPieces / 2 {
      let range = sentences[next.sentence]
      let start = max(range.start, next.offset)
      var end = range.end
      if end - start > Self.maximumSentenceBytes {
        end = start + Self.maximumSentenceBytes
        while end > start, !text[end - 1].isASCIIWhitespace { end -= 1 }
        if end == start {
          end = start + Self.maximumSentenceBytes
          while text[end].isUTF8Continuation { end -= 1 }
        }
      }
      scanner.scan(text, start..<end, into: &pieces)
      if end == range.end { next.sentence += 1 }
      next.offset = end
    }
    resolution.begin(pieceCount: pieces.count)
    gazetteer.find(pieces, text, into: &candidates)
    resolution.accept(&candidates, pieces)
    PatternFinder.shared.find(pieces, text, &patternMemory, into: &candidates)
    findRules(text)
  }

  /// Sorts the patterns into those that names give way to and numbers, and asks the rules.
  private mutating func findRules(_ text: Span<UInt8>) {
    numbers.removeAll(keepingCapacity: true)
    let pieces = pieces
    var kept = 0
    for index in candidates.indices {
      if Self.givesWay(candidates[index], pieces) {
        numbers.append(candidates[index])
      } else {
        candidates[kept] = candidates[index]
        kept += 1
      }
    }
    candidates.removeSubrange(kept...)
    resolution.accept(&candidates, pieces)
    var isTaken = resolution.isTaken
    for number in numbers { for index in number.pieceRange { isTaken[index] = true } }
    nameText = NameText(
      pieces: pieces, lexicon: lexicon, isTaken: isTaken, isSettled: resolution.isTaken)
    rules.removeAll(keepingCapacity: true)
    finder.find(nameText, text, into: &rules)
    finder.findRemembered(nameText, into: &rules)
  }

  private static let cardinal = Int32(TypeTable.number(of: .cardinal))
  private static let ordinal = Int32(TypeTable.number(of: .ordinal))

  /// Whether names come before a pattern: before bare numbers, and before a bare month that may be
  /// somebody's name (`April Jones`, `Mr March`).
  private static func givesWay(_ candidate: Candidate, _ pieces: [Piece]) -> Bool {
    if candidate.type == cardinal || candidate.type == ordinal { return true }
    let index = Int(candidate.pieces.lowerBound)
    guard candidate.pieces.count == 1, pieces[index].symbol == .month else { return false }
    if index > 0, !pieces[index].isSentenceStart {
      let previous = pieces[index - 1]
      if previous.roles.contains(.datePreposition) || previous.symbol == .relative { return false }
      let isCalled = previous.roles.contains(.title) || previous.roles.contains(.givenName)
      if isCalled && previous.isName && pieces[index].gap == .space { return true }
    }
    let next = index + 1
    guard next < pieces.count, pieces[next].isName, pieces[next].gap == .space,
      !pieces[next].isSentenceStart
    else { return false }
    // `a June Ukraine report`
    return Lexicon.shared.entry(of: pieces[next]).type == nil
  }

  /// Takes the model's names, then those of the lists, then the numbers, as far as they are free.
  mutating func finish(_ names: inout [Candidate]) {
    let (pieces, lexicon) = (pieces, lexicon)
    names.removeAll { Self.isPronoun($0.pieceRange, pieces, lexicon) }
    preferPhrases(in: &names)
    resolution.accept(&names, pieces)
    // What the lists name, where the model sees no name.
    for rule in rules
    where rule.entry > 0 && !Self.isPronoun(rule.pieceRange, pieces, lexicon) {
      candidates.append(rule)
    }
    resolution.accept(&candidates, pieces)
    resolution.accept(&numbers, pieces)
    resolution.finish()
  }

  /// Lets what the lists have in several words take the place of names inside of it: `South Koreans`
  /// of `Koreans`, `Antigua and Barbuda` of two.
  private func preferPhrases(in names: inout [Candidate]) {
    var first = 0
    for rule in rules where rule.entry > 0 && rule.pieces.count > 1 {
      while first < names.count, names[first].pieces.upperBound <= rule.pieces.lowerBound {
        first += 1
      }
      var end = first
      while end < names.count, names[end].pieces.lowerBound < rule.pieces.upperBound { end += 1 }
      guard end > first, names[first].pieces != rule.pieces,
        names[first].pieces.lowerBound >= rule.pieces.lowerBound,
        names[end - 1].pieces.upperBound <= rule.pieces.upperBound
      else { continue }
      // `The Gambia`, where the article has a capital by its place.
      if pieces[Int(rule.pieces.lowerBound)].isSentenceStart,
        names[first].pieces.count + 1 == rule.pieces.count,
        lexicon.entry(of: pieces[Int(rule.pieces.lowerBound)]).symbol == .the
      {
        continue
      }
      var phrase = rule
      phrase.probability = names[first..<end].lazy.compactMap(\.probability).max()
      names.replaceSubrange(first..<end, with: CollectionOfOne(phrase))
    }
  }

  /// Whether what may be a name may be a pronoun, since the words beside it are in capitals, too: `A
  /// THREAT FOR US`.
  private static func isPronoun(
    _ range: Range<Int>, _ pieces: [Piece], _ lexicon: Lexicon
  ) -> Bool {
    let index = range.lowerBound
    guard range.count == 1, index > 0, !pieces[index].isSentenceStart,
      pieces[index - 1].shape == .upper, pronouns.contains(pieces[index].hash)
    else { return false }
    let isBehindArticle = lexicon.entry(of: pieces[index - 1]).symbol == .the
    let next = index + 1
    let goesOn = next < pieces.count && !pieces[next].isSentenceStart && pieces[next].kind == .word
    return !isBehindArticle && (!goesOn || pieces[next].shape == .upper)
  }

  private static let pronouns = FewWords("US WHO")

  /// Names that users' own lists and patterns have left free.
  package func load(_ runs: inout NameRuns, _ document: Document) {
    runs.load(
      pieces, isTaken: resolution.isTaken, rules: rules, document.text.utf8.span, lexicon)
  }
}

/// Where a reading goes on.
package struct SentencePlace {
  package var sentence = 0
  package var offset = 0
  package init() {}
}
