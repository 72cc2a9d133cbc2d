import TextKit

/// Settles what numbers and the signs and letters beside them can be in a pattern.
extension Lexicon {
  /// Whether `C` or `F` is of degrees: behind a degree, behind a number with a sign, and tight behind
  /// one that is no label (`Flat 4C`, `seat 12F`).
  func isTemperature(_ piece: Piece, _ pieces: [Piece], _ text: Span<UInt8>) -> Bool {
    guard let previous = pieces.last, piece.gap != .wide else { return false }
    if previous.symbol == .degree || previous.symbol == .degreeSign { return true }
    guard previous.kind == .number, previous.symbol.isNumeric else { return false }
    guard pieces.count > 1, previous.gap != .wide else { return piece.gap == .none }
    let before = pieces[pieces.count - 2]
    if [.sign, .trueMinus, .minus].contains(before.symbol) { return true }
    guard piece.gap == .none else { return false }
    return previous.symbol == .decimal || !isLabelled(pieces, text)
  }

  /// Whether a label such as `Flat`, or a name, stands in front of the number that the pieces end with.
  func isLabelled(_ pieces: [Piece], _ text: Span<UInt8>) -> Bool {
    guard pieces.count > 1, pieces[pieces.count - 1].gap != .wide else { return false }
    let before = pieces[pieces.count - 2]
    if before.kind != .word { return false }
    let labels: [StaticString] = [
      "seat", "row", "room", "gate", "flat", "class", "unit", "section", "phase", "stage", "type",
      "level", "category", "cell", "exhibit", "number", "route", "zone", "grade", "group", "suite",
    ]
    let isLabel = labels.contains { label in
      label.utf8CodeUnitCount == before.length
        && text.matchesIgnoringCase(label, at: Int(before.start))
    }
    return before.isName && !before.isSentenceStart || isLabel
  }

  /// Whether one number, and perhaps its currency or sign, parts the next piece from `between`.
  func isBehindBetween(_ pieces: [Piece], _ text: Span<UInt8>) -> Bool {
    guard let last = pieces.last, last.symbol.isNumeric || last.symbol == .percentSign else {
      return false
    }
    var index = pieces.count - 2
    var steps = 0
    while index >= 0, steps < 4 {
      let piece = pieces[index]
      if piece.kind == .word, text.matchesAny(["between", "Between"], piece) { return true }
      let isPart =
        piece.kind == .number
        || [.sign, .trueMinus, .minus, .currencySign, .currencyPrefix, .currencyCode].contains(
          piece.symbol)
      guard isPart, !pieces[index + 1].isSentenceStart else { return false }
      index -= 1
      steps += 1
    }
    return false
  }

  /// A number that is part of a name (`G20`, `COVID-19`, `Su-35`) is none; one of four digits is a
  /// year after a word such as `in`.
  func settleNumber(
    _ piece: inout Piece, _ pieces: inout [Piece], _ text: Span<UInt8>
  ) {
    guard piece.gap != .wide, let previous = pieces.last else { return }
    if piece.gap == .none {
      if previous.kind == .word {
        if previous.symbol == .currencyCode { return }
        // `$US5`
        if pieces.count > 1, pieces[pieces.count - 2].mark == UInt8(ascii: "$"),
          previous.gap == .none,
          MoneySign.isPrefix(previous, of: pieces[pieces.count - 2], text)
        {
          pieces[pieces.count - 1].symbol = .currencyPrefix
          return
        }
        // `18h00`
        if previous.symbol == .colon { return }
        // `FY24`, `4Q23`, `5 km2`
        if previous.symbol == .fiscal && piece.length == 2 { return }
        if previous.symbol == .partLetter && previous.gap == .none
          && (piece.length == 2 || piece.symbol == .year)
        {
          return
        }
        if previous.symbol == .unit || previous.symbol == .metre,
          text.matchesAny(["2", "3"], piece), pieces.count > 1,
          pieces[pieces.count - 2].symbol.isNumeric
        {
          piece.symbol = .power
          return
        }
        if isPriced(piece, by: pieces, text) {
          pieces[pieces.count - 1].symbol = .currencyCode
          return
        }
        if previous.symbol == .fiscal && piece.symbol == .year { return }
        if let letter = partOfYear(piece, pieces, text) {
          pieces[pieces.count - 1].symbol = letter
          piece.symbol = .partNumber
        } else {
          piece.symbol = .other
        }
      } else if previous.symbol == .openParenthesis, piece.symbol == .fourDigits,
        isYearInBrackets(piece, text)
      {
        piece.symbol = .year
      } else if previous.symbol == .hyphen, previous.gap == .none, pieces.count > 1 {
        let first = pieces[pieces.count - 2]
        if piece.symbol == .fourDigits || piece.symbol == .year, areYears(first, piece, text) {
          pieces[pieces.count - 2].symbol = .year
          piece.symbol = .year
        }
        let isPattern = [
          .early, .month, .monthAbbreviation, .may, .half12, .zone, .unit,
        ].contains(first.symbol)
        if first.kind == .word && !isPattern && !first.symbol.isNumeric { piece.symbol = .other }
      }
    } else if piece.symbol == .fourDigits, text[Int(piece.start)] == UInt8(ascii: "1"),
      previous.roles.contains(.datePreposition) || Self.endsDay(pieces)
    {
      piece.symbol = .year
    } else if previous.kind == .number {
      settleThousands(&piece, behind: previous, text)
      // `R12 500`
      if piece.symbol == .threeMore, previous.gap == .none, pieces.count > 1,
        pieces[pieces.count - 2].symbol == .currencyCode
      {
        piece.symbol = .thousands
      }
    } else if piece.symbol == .fourDigits, previous.symbol == .hyphen, pieces.count > 2,
      pieces[pieces.count - 3].symbol == .openParenthesis,
      areYears(pieces[pieces.count - 2], piece, text)
    {
      // `(1756 – 1791)`
      pieces[pieces.count - 2].symbol = .year
      piece.symbol = .year
    }
  }

  /// Whether four digits behind a bracket are a year long ago: nothing else is in the brackets.
  private func isYearInBrackets(_ piece: Piece, _ text: Span<UInt8>) -> Bool {
    (1500..<1900).contains(text.integer(piece)) && text.matches(")", at: Int(piece.end))
  }

  /// Whether two numbers with a hyphen between are years of which one is long ago: `1850-1900`.
  private func areYears(_ first: Piece, _ second: Piece, _ text: Span<UInt8>) -> Bool {
    guard first.symbol == .fourDigits || first.symbol == .year else { return false }
    let (start, end) = (text.integer(first), text.integer(second))
    return start >= 1500 && end > start && end < 2100
  }

  /// Whether letters in front of a number are a currency: `N2.3 billion`, `R1,200`. Millions, parted
  /// thousands and hundredths are prices for certain; `R45` may be a road, but is none behind `cost` or
  /// before `per`.
  private func isPriced(_ piece: Piece, by pieces: [Piece], _ text: Span<UInt8>) -> Bool {
    let letters = pieces[pieces.count - 1]
    guard
      letters.gap != .none
        || pieces.count > 1 && pieces[pieces.count - 2].symbol == .openParenthesis,
      piece.symbol.isNumeric, text.matchesAny(["N", "P", "R", "Dh", "Dhs", "Sh"], letters)
    else { return false }
    if letters.length > 1 { return true }
    let beforeHundredths = piece.length > 3 ? text[Int(piece.end) - 3] : 0
    if beforeHundredths == UInt8(ascii: ".") || beforeHundredths == UInt8(ascii: ",") {
      return true
    }
    if text.matchesAny(["N", "R"], letters) {
      if text.matches(" per ", at: Int(piece.end)) { return true }
      if pieces.count > 1, letters.gap == .space,
        text.matchesAny(
          [
            "of", "for", "cost", "costs", "costing", "paid", "pay", "pays", "worth", "than",
            "least",
            "fined", "charged", "spent", "earn", "earned", "extra", "only",
          ], pieces[pieces.count - 2])
      {
        return true
      }
    }
    if piece.symbol == .integer, piece.length > 4, text[Int(piece.end) - 4] == UInt8(ascii: ",") {
      return true
    }
    let end = Int(piece.end)
    guard end < text.count else { return false }
    // `R10 000`
    if piece.length < 4, text[end] == UInt8(ascii: " "), end + 3 < text.count,
      (end + 1...end + 3).allSatisfy({ text[$0].isASCIIDigit }),
      end + 4 == text.count || !text[end + 4].isASCIIDigit && !text[end + 4].isASCIILetter
    {
      return text.matchesAny(["N", "R"], letters)
    }
    let isApart = text[end] == UInt8(ascii: " ") || text[end] == UInt8(ascii: "-")
    let scales: [StaticString] =
      isApart ? ["million", "billion", "trillion"] : ["m", "bn", "tn", "million", "billion"]
    let start = isApart ? end + 1 : end
    return scales.contains { scale in
      let after = start + scale.utf8CodeUnitCount
      return text.matches(scale, at: start)
        && (after == text.count || !text[after].isASCIILetter)
    }
  }

  /// Three digits behind a space and a short number: `3 000`, and perhaps `12 500`. A number that
  /// begins with a zero is part of that in front, and so is what a space that does not break joins.
  private func settleThousands(
    _ piece: inout Piece, behind previous: Piece, _ text: Span<UInt8>
  ) {
    let start = Int(piece.start)
    let isShort: Bool =
      switch previous.symbol {
      case .digit, .ten, .teen, .twentyFour, .thirty, .sixty, .ninety, .threeDigits:
        text[Int(previous.start)] != UInt8(ascii: "0")
      case .threeMore, .thousands: previous.length == 3
      default: false
      }
    // One space, of whatever kind.
    let gap = start - Int(previous.end)
    let isPlainSpace = gap == 1 && text[start - 1] == UInt8(ascii: " ")
    guard isShort, isPlainSpace || (2...3).contains(gap) && text[start - 1] >= 0x80 else { return }
    let isThreeDigits = piece.symbol == .threeDigits
    guard
      isThreeDigits
        || piece.length > 4 && !text[start + 3].isASCIIDigit
          && [.decimal, .integer].contains(piece.symbol)
    else { return }
    if text[start] == UInt8(ascii: "0") || !isPlainSpace || previous.symbol == .thousands {
      piece.symbol = .thousands
    } else if isThreeDigits {
      piece.symbol = .threeMore
    }
  }

  /// What the letter in front of a digit is in `Q3 2023`, `H1 2024`, `in Q4`; `the Audi Q3` is no
  /// quarter.
  private func partOfYear(
    _ piece: Piece, _ pieces: [Piece], _ text: Span<UInt8>
  ) -> PatternSymbol? {
    let letter = pieces[pieces.count - 1]
    let before = pieces.count > 1 ? pieces[pieces.count - 2] : nil
    guard letter.length == 1, piece.length == 1,
      letter.gap != .none || before?.symbol == .openParenthesis
    else { return nil }
    let count: UInt8
    switch text[Int(letter.start)] {
    case UInt8(ascii: "Q"): count = 4
    case UInt8(ascii: "H"): count = 2
    default: return nil
    }
    guard (UInt8(ascii: "1")...UInt8(ascii: "0") + count).contains(text[Int(piece.start)]) else {
      return nil
    }
    if isYearAhead(Int(piece.end), text) { return .partLetter }
    guard let before, letter.gap == .space else { return nil }
    let isDated = before.roles.contains(.datePreposition) || before.symbol == .relative
    return isDated || before.symbol == .year ? .partLetter : nil
  }

  /// Whether a year follows behind a space and perhaps `of`: ` 2023`, ` of 2023`.
  func isYearAhead(_ index: Int, _ text: Span<UInt8>) -> Bool {
    var index = index
    if text.matches(" of", at: index) { index += 3 }
    guard index + 5 <= text.count, text[index] == UInt8(ascii: " "),
      text.matches("20", at: index + 1) || text.matches("19", at: index + 1)
    else { return false }
    return text[index + 3].isASCIIDigit && text[index + 4].isASCIIDigit
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

  /// Whether a hyphen or a plus is the sign of the number or the price behind it: tight before that,
  /// and not behind what it may join with that or take from that.
  func isSign(_ piece: Piece, _ previous: Piece?, _ text: Span<UInt8>) -> Bool {
    let next = Int(piece.end)
    guard next + 1 < text.count else { return false }
    let isAmount =
      text[next].isASCIIDigit || text[next] == UInt8(ascii: "$")
      || (text[next] == UInt8(ascii: ".") && text[next + 1].isASCIIDigit)
      || text.matches("£", at: next) || text.matches("€", at: next)
      || text.matches("¥", at: next)
    guard isAmount, let previous, piece.gap != .wide else { return isAmount }
    if piece.gap == .none {
      return previous.symbol == .openParenthesis || previous.symbol == .currencySign
        || previous.mark == UInt8(ascii: "[") || previous.mark == UInt8(ascii: "\"")
    }
    return previous.kind != .number && previous.symbol != .percentSign
      && previous.symbol != .degreeSign
  }
}
