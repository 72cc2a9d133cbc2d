import TextKit

/// The pieces of a document as names see them: what the lexicon says of them, how far a run of
/// capitals goes, where a title stands.
struct NameText {
  /// A longer run of capitals is looked at in parts, which keeps the work linear.
  static let maximumRunPieces = 14

  let pieces: [Piece]
  let lexicon: Lexicon
  /// Whether an entity of a higher rank has a piece already, or it is a number.
  let isTaken: [Bool]
  /// As `isTaken`, without the numbers that give way to names.
  let isSettled: [Bool]

  func roles(_ index: Int) -> Lexicon.Roles { pieces[index].roles }

  func type(_ index: Int) -> NameType? { lexicon.entry(of: pieces[index]).type }

  /// Whether there is a free piece of the same sentence.
  func isOpen(_ index: Int) -> Bool {
    index < pieces.count && !isTaken[index] && pieces[index].gap != .wide
  }

  /// What the lexicon has of several words, or of one.
  struct Phrase {
    var entry: Int
    var type: NameType?
    var isTitle: Bool
    /// The index after its last piece.
    var end: Int
  }

  /// The longest phrase of the lexicon that starts at a piece.
  func phrase(at index: Int, _ text: Span<UInt8>) -> Phrase? {
    var match = lexicon.longestPhrase(pieces, from: index) { pieces[$0].hash }
    if match == nil && pieces[index].shape == .upper && pieces[index].length > 2 {
      // `NEW DELHI` at the head of a dispatch.
      match = lexicon.longestPhrase(pieces, from: index) {
        pieces[$0].shape == .upper ? text.capitalisedHash(pieces[$0]) : pieces[$0].hash
      }
    }
    guard let match, !isSettled[index..<match.end].contains(true) else { return nil }
    let entry = lexicon.entries[match.entry]
    return Phrase(
      entry: match.entry, type: entry.type, isTitle: entry.roles.contains(.title), end: match.end)
  }

  /// The end of a title that starts at a piece: `Deputy Prime Minister`, `Mr.`.
  func endOfTitle(at start: Int, _ text: Span<UInt8>) -> Int? {
    var index = start
    while roles(index).contains(.titleModifier), index - start < 5, isOpen(index + 1),
      pieces[index + 1].gap == .space || pieces[index + 1].mark == UInt8(ascii: "-")
    {
      index += 1
      if pieces[index].kind == .mark, isOpen(index + 1) { index += 1 }
    }
    while index >= start {
      if pieces[index].kind == .word, let end = endOfTitleWord(at: index, text) { return end }
      index -= 1
    }
    return nil
  }

  private func endOfTitleWord(at index: Int, _ text: Span<UInt8>) -> Int? {
    var end = index
    if let phrase = phrase(at: index, text), phrase.isTitle {
      end = phrase.end
    } else if roles(index).contains(.title) {
      end = index + 1
    } else {
      return nil
    }
    if isOpen(end), pieces[end].symbol == .dot, pieces[end].gap == .none,
      isOpen(end + 1), pieces[end + 1].isName, pieces[end - 1].length < 6
    {
      end += 1
    }
    return end
  }

  /// The end of the run of capitals, and of the small words and marks that join them, from a piece
  /// with a capital.
  func endOfRun(from start: Int, _ text: Span<UInt8>) -> Int {
    var end = start + 1
    var hasHead = startsNameWithOf(start)
    var hasOf = false
    while isOpen(end), end - start < Self.maximumRunPieces {
      let piece = pieces[end]
      let next = isOpen(end + 1) && pieces[end + 1].isName ? pieces[end + 1] : nil
      if let behind = endOfLegalForm(at: end) {
        end = behind
        break
      } else if piece.isName && piece.gap == .space {
        if roles(end).contains(.functionWord) && type(end) == nil { break }
        if !hasOf, endOfTitle(at: end, text) != nil { break }
        end += 1
      } else if [.of, .and].contains(piece.symbol), let next, next.gap == .space {
        guard hasHead, piece.symbol == .of || (hasOf && type(end + 1) == nil) else { break }
        hasOf = true
        end += 2
      } else if roles(end).contains(.particle), piece.gap == .space,
        let name = nameBehindParticles(from: end)
      {
        end = name + 1
      } else if piece.gap == .none, piece.kind == .mark {
        guard let joined = endOfJoin(at: end, from: start) else { break }
        end = joined
      } else if piece.mark == UInt8(ascii: "&"), next != nil {
        end += 2
      } else {
        break
      }
      if startsNameWithOf(end - 1) { hasHead = true }
    }
    return end
  }

  /// Whether a piece is of two or three capitals with full stops that no list has, before another word
  /// with a capital: `A.J. Bell`.
  func isInitials(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let piece = pieces[index]
    return piece.shape == .upper && piece.entry == 0 && piece.length > 3 && piece.length < 7
      && text[Int(piece.start) + 1] == UInt8(ascii: ".") && isOpen(index + 1)
      && pieces[index + 1].shape == .capitalised
  }

  /// The end of a legal form that stands behind a name, perhaps after a comma: `Vatnor, Inc`.
  func endOfLegalForm(at index: Int) -> Int? {
    guard isOpen(index) else { return nil }
    let form = pieces[index].symbol == .comma && pieces[index].gap == .none ? index + 1 : index
    guard isOpen(form), pieces[form].gap == .space, roles(form).contains(.legalForm) else {
      return nil
    }
    return form + 1
  }

  /// Whether `of` and a name may follow inside a name: `Bank of China`.
  private func startsNameWithOf(_ index: Int) -> Bool {
    !roles(index).isDisjoint(with: [.organisationHead, .administrativeHead])
  }

  /// The name behind `van der`, `bin`, `al-`.
  private func nameBehindParticles(from start: Int) -> Int? {
    var index = start
    while isOpen(index), index - start < 3 {
      if pieces[index].isName { return index }
      let isJoint = pieces[index].symbol == .hyphen && pieces[index].gap == .none
      guard isJoint || roles(index).contains(.particle) else { return nil }
      index += 1
    }
    return isOpen(index) && pieces[index].isName ? index : nil
  }

  /// Past a mark that stands tight behind a piece of a run, if it goes on: `J. Smith`, `O'Neill`,
  /// `Jean-Paul`, `Jong-un`.
  private func endOfJoin(at mark: Int, from start: Int) -> Int? {
    guard isOpen(mark + 1) else { return nil }
    let (before, after) = (pieces[mark - 1], pieces[mark + 1])
    switch pieces[mark].symbol {
    case .dot:
      let isInitial = before.shape == .initial
      return isInitial && after.isName ? mark + 2 : nil
    case .apostrophe:
      let isInside = before.shape == .initial && after.gap == .none
      let isPlural = after.gap == .space && roles(mark + 1).contains(.organisationTail)
      return (isInside || isPlural) && after.isName ? mark + 2 : nil
    case .hyphen:
      guard after.gap == .none, after.kind == .word, type(mark - 1) == nil, type(mark + 1) == nil
      else { return nil }
      let isSyllable = !after.isName && after.length <= 5 && mark - 1 > start
      return after.isName || isSyllable ? mark + 2 : nil
    default: return nil
    }
  }
}
