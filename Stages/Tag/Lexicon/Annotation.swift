import TextKit

extension Lexicon {
  /// Looks a piece up and settles what it can be in a pattern, which depends on the pieces before.
  func annotate(_ piece: inout Piece, behind pieces: inout [Piece], _ text: Span<UInt8>) {
    switch piece.kind {
    case .word: annotateWord(&piece, pieces, text)
    case .number: settleNumber(&piece, pieces, text)
    case .mark: annotateMark(&piece, &pieces)
    }
  }

  private func annotateWord(_ piece: inout Piece, _ pieces: [Piece], _ text: Span<UInt8>) {
    let previous = piece.gap != .wide ? pieces.last : nil
    let followsNumber = previous?.symbol.isNumeric == true
    var entry = entryNumber(ofWord: piece.hash)
    var isFolded = false
    if entry == 0 && piece.isName {
      entry = entryNumber(ofWord: text.foldedHash(piece))
      isFolded = entry != 0
      if entry == 0 && piece.shape == .upper && piece.length > 3 {
        entry = entryNumber(ofWord: text.capitalisedHash(piece))
      }
    }
    if entry == 0 && !(followsNumber && piece.gap == .none) { return }
    let known = entries[entry]
    piece.entry = UInt16(entry)
    piece.roles = known.roles
    piece.symbol = known.symbol
    switch known.symbol {
    case .half12 where !followsNumber: piece.symbol = .other
    case .may:
      if let previous, previous.roles.contains(.datePreposition) { piece.symbol = .month }
    default: break
    }
    // `Second Avenue`, `Seven Sisters`: only at the start of a sentence, or in `$5 Million`, is a
    // capital no sign of a name.
    let isStart =
      piece.isSentenceStart || (previous?.isSentenceStart == true && previous?.kind == .mark)
    if isFolded && !isStart {
      let isScale = followsNumber && (known.symbol == .scale || known.symbol == .percentWord)
      if !isScale { piece.symbol = .other }
    }
    guard let previous, piece.gap == .none else { return }
    if followsNumber, let tight = tightSymbol(piece, text) { piece.symbol = tight }
    if known.roles.contains(.topLevelDomain), previous.symbol == .dot, previous.gap == .none,
      pieces.count > 1
    {
      piece.symbol = .topLevelDomain
    }
  }

  /// What letters mean that stand right behind a number.
  private func tightSymbol(_ piece: Piece, _ text: Span<UInt8>) -> PatternSymbol? {
    let start = Int(piece.start)
    switch piece.length {
    case 1:
      switch text[start] {
      case UInt8(ascii: "s"): return .ordinalSuffix
      case UInt8(ascii: "k"), UInt8(ascii: "K"), UInt8(ascii: "M"), UInt8(ascii: "B"),
        UInt8(ascii: "b"), UInt8(ascii: "T"):
        return .suffix
      default: return nil
      }
    case 2:
      let isSuffix =
        text.matches("th", at: start) || text.matches("st", at: start)
        || text.matches("nd", at: start) || text.matches("rd", at: start)
      return isSuffix ? .ordinalSuffix : nil
    default: return nil
    }
  }

  /// A number that is part of a name (`G20`, `COVID-19`, `Su-35`) is none; one of four digits is a
  /// year after a word such as `in`.
  private func settleNumber(_ piece: inout Piece, _ pieces: [Piece], _ text: Span<UInt8>) {
    guard piece.gap != .wide, let previous = pieces.last else { return }
    if piece.gap == .none {
      if previous.kind == .word {
        if previous.symbol != .currencyCode { piece.symbol = .other }
      } else if previous.symbol == .hyphen, previous.gap == .none, pieces.count > 1 {
        let first = pieces[pieces.count - 2]
        let isDate = [.early, .month, .monthAbbreviation, .may].contains(first.symbol)
        if first.kind == .word && !isDate && !first.symbol.isNumeric { piece.symbol = .other }
      }
    } else if piece.symbol == .fourDigits, text[Int(piece.start)] == UInt8(ascii: "1"),
      previous.roles.contains(.datePreposition) || Self.endsDay(pieces)
    {
      piece.symbol = .year
    }
  }

  /// Whether the last pieces are a month, or a month, a day and a comma.
  private static func endsDay(_ pieces: [Piece]) -> Bool {
    func isMonth(_ index: Int) -> Bool {
      index >= 0 && PatternSymbol.months.contains(pieces[index].symbol)
    }
    let last = pieces.count - 1
    if isMonth(last) { return true }
    return pieces[last].symbol == .comma
      && (isMonth(last - 1) || (last > 1 && pieces[last - 1].kind == .number && isMonth(last - 2)))
  }

  private func annotateMark(_ piece: inout Piece, _ pieces: inout [Piece]) {
    if piece.mark == UInt8(ascii: "$") {
      if piece.gap == .none, let last = pieces.indices.last,
        pieces[last].roles.contains(.currencyPrefix)
      {
        pieces[last].symbol = .currencyPrefix
      }
    } else if piece.mark == 0 {
      piece.entry = UInt16(phrases.lookUp(piece.hash).entry)
      piece.symbol = entries[Int(piece.entry)].symbol
    }
  }
}

extension Span<UInt8> {
  /// The hash of a word in lower case.
  func foldedHash(_ piece: Piece) -> UInt64 {
    hash(piece) { _, byte in byte.lowercasedASCII }
  }

  /// The hash of a word with only its first letter a capital.
  func capitalisedHash(_ piece: Piece) -> UInt64 {
    hash(piece) { offset, byte in
      offset > 0 ? byte.lowercasedASCII : byte.isASCIILowercase ? byte & ~0x20 : byte
    }
  }

  /// As the scanner hashes: without the dots of an abbreviation, the only ones in a word.
  private func hash(_ piece: Piece, _ transform: (Int, UInt8) -> UInt8) -> UInt64 {
    let start = Int(piece.start)
    if piece.kind != .word { return piece.hash }
    if piece.length > 32 {
      let bytes = (0..<piece.length).map { transform($0, self[start + $0]) }
      return hashBytes(bytes.span)
    }
    var bytes = InlineArray<32, UInt8>(repeating: 0)
    var count = 0
    for offset in 0..<piece.length where self[start + offset] != UInt8(ascii: ".") {
      bytes[count] = transform(offset, self[start + offset])
      count += 1
    }
    return hashBytes(bytes.span.extracting(0..<count))
  }
}
