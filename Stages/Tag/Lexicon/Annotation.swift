import TextKit

extension Lexicon {
  /// Looks a piece up and settles what it can be in a pattern, which depends on the pieces before.
  ///
  /// - Parameter isInCapitals: whether the sentence has no letter in lower case, so that a capital is
  ///   no sign of a name.
  func annotate(
    _ piece: inout Piece, behind pieces: inout [Piece], _ text: Span<UInt8>, isInCapitals: Bool
  ) {
    switch piece.kind {
    case .word:
      annotateWord(&piece, pieces, text, isInCapitals: isInCapitals)
      switch piece.symbol {
      case .currencyWord, .ambiguousCurrency, .nationalCurrency, .cents:
        markPeople(in: &pieces, text)
      default: break
      }
    case .number: settleNumber(&piece, &pieces, text)
    case .mark: annotateMark(&piece, &pieces, text)
    }
  }

  private func annotateWord(
    _ piece: inout Piece, _ pieces: [Piece], _ text: Span<UInt8>, isInCapitals: Bool
  ) {
    var known = word(piece.hash)
    var isFolded = false
    if piece.shape == .upper && piece.length == 3, let short = shortDate(piece, text) {
      // `FEB 3`
      known = short
    } else if known.entry == 0 && piece.isName {
      known = word(text.foldedHash(piece))
      isFolded = known.entry != 0
      if known.entry == 0 && piece.shape == .upper && piece.length > 3 {
        known = word(text.capitalisedHash(piece))
      }
    }
    if known.entry == 0 && piece.gap != .none { return }
    let previous = piece.gap != .wide ? pieces.last : nil
    let followsNumber = previous?.symbol.isNumeric == true
    if known.entry == 0 && isTimeInRate(piece, pieces, text) {
      piece.symbol = .hourUnit
      return
    }
    if known.entry == 0 && !followsNumber { return }
    piece.entry = known.entry
    piece.roles = known.roles
    piece.symbol = known.symbol
    // Most names: nothing of what follows is about them.
    if known.symbol == .other && piece.gap != .none && piece.shape != .initial { return }
    switch known.symbol {
    case .half12 where !followsNumber: piece.symbol = .other
    case .temperature where piece.length == 1 && !isTemperature(piece, pieces, text):
      piece.symbol = .other
    case .relative
    where (previous?.symbol == .half || previous?.symbol == .quarter)
      && text.matches("past", at: Int(piece.start)):
      piece.symbol = .past
    case .relative where isVerb(piece, previous, text): piece.symbol = .other
    case .ordinal where isSecond(piece, pieces, text): piece.symbol = .hourUnit
    // `2.5 crores`
    case .scales where followsNumber && entries[Int(known.entry)].value > 0: piece.symbol = .scale
    case .season where isNoSeason(piece, previous, text): piece.symbol = .other
    // `plus or minus 3`
    case .minus
    where followsNumber
      || previous.map { $0.symbol == .to && text.matches("or", at: Int($0.start)) } ?? false:
      piece.symbol = .other
    case .and where isBehindBetween(pieces, text): piece.symbol = .to
    case .may:
      if let previous, previous.roles.contains(.datePreposition) { piece.symbol = .month }
    default: break
    }
    // `Second Avenue`, `Seven Sisters`: only at the start of a sentence, or in `$5 Million`, is a
    // capital no sign of a name.
    let isStart =
      piece.isSentenceStart || (previous?.isSentenceStart == true && previous?.kind == .mark)
    if isFolded && !isStart && !isInCapitals {
      let isUnit =
        switch known.symbol {
        case .scale, .percentWord: followsNumber
        case .currencyWord: followsNumber || previous?.symbol == .metre
        default: false
        }
      if known.symbol == .period {
        piece.symbol = .namedPeriod
      } else if !isUnit {
        piece.symbol = .other
      }
    } else if isStart, piece.shape == .initial, text[Int(piece.start)] == UInt8(ascii: "A") {
      // `A week ago`; the list has the `A` of `A$`.
      piece.symbol = .a
    }
    guard let previous, piece.gap == .none else { return }
    if followsNumber, let tight = tightSymbol(piece, behind: pieces, text) {
      piece.symbol = tight
    }
    if known.roles.contains(.topLevelDomain), previous.symbol == .dot, previous.gap == .none,
      pieces.count > 1
    {
      piece.symbol = .topLevelDomain
    }
  }

  /// Whether `last` says how long something goes on: `will last three weeks`, `to last a year`;
  /// `compared to last year` does not.
  private func isVerb(_ piece: Piece, _ previous: Piece?, _ text: Span<UInt8>) -> Bool {
    guard let previous, previous.kind == .word, text.matchesAny(["last"], piece) else {
      return false
    }
    let modals: [StaticString] = [
      "will", "would", "could", "may", "might", "can", "cannot", "should", "must", "ll",
    ]
    if text.matchesAny(modals, previous) { return true }
    guard text.matchesAny(["to", "not", "did"], previous) else { return false }
    let amounts: [StaticString] = [
      " a ", " an ", " two", " three", " four", " five", " six", " seven", " eight", " nine",
      " ten", " several", " some ", " about ", " around ", " at least ", " up to ", " more ",
      " nearly ",
      " for ", " until ",
    ]
    let end = Int(piece.end)
    return end + 1 < text.count && text[end + 1].isASCIIDigit
      || amounts.contains { text.matches($0, at: end) }
  }

  /// Whether `fall` is no season, as in `a fall in prices`: it is one with its year (`the fall of
  /// 2022`, `in fall 2022`) and in `last fall`, unless what falls is told.
  private func isNoSeason(_ piece: Piece, _ previous: Piece?, _ text: Span<UInt8>) -> Bool {
    guard text.matchesAny(["fall"], piece) else { return false }
    guard let previous, previous.gap != .none || piece.gap == .space else { return true }
    let end = Int(piece.end)
    switch previous.symbol {
    case .the: return !text.matches(" of", at: end) || !isYearAhead(end, text)
    case .relative, .early:
      let isTold: [StaticString] = [" in ", " of ", " from ", " to ", " by ", " for ", " was "]
      return isTold.contains { text.matches($0, at: end) }
    default:
      return !previous.roles.contains(.datePreposition) || text.matches(" of", at: end)
        || !isYearAhead(end, text)
    }
  }

  /// Whether `second` is the unit of time: in `30-second`, `one-second`, `per second`;
  /// `twenty-second` is a number.
  private func isSecond(_ piece: Piece, _ pieces: [Piece], _ text: Span<UInt8>) -> Bool {
    if let last = pieces.last, last.symbol == .per, text.matchesAny(["second"], piece) {
      return true
    }
    guard piece.gap == .none, pieces.count > 1, pieces[pieces.count - 1].symbol == .hyphen,
      pieces[pieces.count - 1].gap == .none, text.matchesAny(["second"], piece)
    else { return false }
    let amount = pieces[pieces.count - 2]
    switch amount.symbol {
    case .one: return true
    case .count: return entry(of: amount).value < 20
    default: return amount.kind == .number && amount.symbol.isNumeric
    }
  }

  /// Whether a letter is the time of a rate: `km/h`, `m/s`.
  private func isTimeInRate(_ piece: Piece, _ pieces: [Piece], _ text: Span<UInt8>) -> Bool {
    guard piece.length == 1, let slash = pieces.last, slash.symbol == .slash, slash.gap == .none,
      pieces.count > 1
    else { return false }
    let unit = pieces[pieces.count - 2].symbol
    return (unit == .unit || unit == .metre) && text.matchesAny(["h", "s"], piece)
  }

  /// Lets the words in front of a currency that say whose it is, but are no adjective of one word, be
  /// part of the pattern: `Hong Kong dollars`, `Singapore dollars`.
  private func markPeople(in pieces: inout [Piece], _ text: Span<UInt8>) {
    let last = pieces.count - 1
    guard last > 0, pieces[last].isName, pieces[last].gap == .space else { return }
    if text.matchesAny(["Singapore", "Taiwan", "CFA"], pieces[last]) {
      pieces[last].symbol = .nationality
    }
    guard last > 1, pieces[last - 1].isName, pieces[last - 1].gap == .space else { return }
    let names: [StaticString] = [
      "Hong Kong", "New Zealand", "South African", "South Korean", "North Korean", "Sri Lankan",
      "Saudi Arabian",
    ]
    let start = Int(pieces[last - 1].start)
    let isLong = names.contains {
      $0.utf8CodeUnitCount == Int(pieces[last].end) - start && text.matches($0, at: start)
    }
    guard isLong else { return }
    pieces[last - 1].symbol = .nationality
    pieces[last].symbol = .nationality
  }

  /// A month or a weekday in three capitals.
  private func shortDate(_ piece: Piece, _ text: Span<UInt8>) -> Word? {
    let word = word(text.capitalisedHash(piece))
    switch word.symbol {
    case .monthAbbreviation, .may, .weekdayAbbreviation: return word
    default: return nil
    }
  }

  /// What letters mean that stand right behind a number.
  private func tightSymbol(
    _ piece: Piece, behind pieces: [Piece], _ text: Span<UInt8>
  ) -> PatternSymbol? {
    let (start, number) = (Int(piece.start), pieces[pieces.count - 1])
    // `1080p` and `720p` are of screens.
    let arePence =
      ![.fourDigits, .year, .integer].contains(number.symbol)
      && !text.matchesAny(["720", "480", "360", "240"], number)
    switch piece.length {
    case 1:
      switch text[start] {
      case UInt8(ascii: "s"): return number.symbol == .decimal ? .hourUnit : .pluralSuffix
      case UInt8(ascii: "k"), UInt8(ascii: "K"), UInt8(ascii: "M"), UInt8(ascii: "B"),
        UInt8(ascii: "b"), UInt8(ascii: "T"):
        return .letterSuffix
      case UInt8(ascii: "Q"), UInt8(ascii: "H"): return .partLetter
      // `18h00`
      case UInt8(ascii: "h") where isMinute(start + 1, text): return .colon
      case UInt8(ascii: "p") where arePence: return .cents
      // `25c a litre`
      case UInt8(ascii: "c")
      where number.symbol == .decimal || number.length < 3 && !isLabelled(pieces, text):
        return .cents
      default: return nil
      }
    case 2:
      // `12st` is a weight, `21st` is not.
      if text.matches("st", at: start) {
        let end = Int(number.end)
        let isEleventh = number.length > 1 && text[end - 2] == UInt8(ascii: "1")
        return text[end - 1] != UInt8(ascii: "1") || isEleventh ? .unit : .ordinalSuffix
      }
      let isSuffix =
        text.matches("th", at: start) || text.matches("nd", at: start)
        || text.matches("rd", at: start)
      if isSuffix { return .ordinalSuffix }
      if text.matches("pc", at: start) || text.matches("pp", at: start) { return .percentWord }
      // `4in`
      return text.matches("in", at: start) ? .unit : nil
    default: return nil
    }
  }

  /// Whether exactly two digits stand at an index.
  private func isMinute(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard index + 2 <= text.count, text[index].isASCIIDigit, text[index + 1].isASCIIDigit else {
      return false
    }
    return index + 2 == text.count
      || !text[index + 2].isASCIIDigit && !text[index + 2].isASCIILetter
  }

  private func annotateMark(
    _ piece: inout Piece, _ pieces: inout [Piece], _ text: Span<UInt8>
  ) {
    if piece.symbol == .hyphen || piece.symbol == .plus {
      if isSign(piece, pieces.last, text) {
        piece.symbol = text.matches("\u{2212}", at: Int(piece.start)) ? .trueMinus : .sign
      }
    } else if piece.mark == UInt8(ascii: "$") {
      markPrefix(of: piece, in: &pieces, text)
    } else if piece.mark == 0 {
      piece.entry = UInt16(phrases.lookUp(piece.hash).entry)
      piece.symbol = entries[Int(piece.entry)].symbol
      switch piece.symbol {
      case .currencySign: markPrefix(of: piece, in: &pieces, text)
      // The cedis of `GH¢20`.
      case .cents where markPrefix(of: piece, in: &pieces, text): piece.symbol = .currencySign
      default: break
      }
    }
  }

  /// Lets the letters right in front of a sign of currency say which one it is: `HK$`, `E£`, `GH₵`.
  @discardableResult
  private func markPrefix(
    of sign: Piece, in pieces: inout [Piece], _ text: Span<UInt8>
  ) -> Bool {
    guard sign.gap == .none, let last = pieces.indices.last, pieces[last].kind == .word,
      MoneySign.isPrefix(pieces[last], of: sign, text)
    else { return false }
    pieces[last].symbol = .currencyPrefix
    return true
  }
}

extension Span<UInt8> {
  /// The hash of a word in lower case.
  func foldedHash(_ piece: Piece) -> UInt64 {
    if piece.kind != .word { return piece.hash }
    let start = Int(piece.start)
    // Only words of which the second character is a dot have dots.
    if piece.length > 2 && self[start + 1] == UInt8(ascii: ".") {
      return hash(piece) { _, byte in byte.lowercasedASCII }
    }
    return hashLowercased(extracting(start..<Int(piece.end)))
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
