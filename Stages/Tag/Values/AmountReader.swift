import TextKit

/// Reads numbers, money, percentages and measures.
struct AmountReader {
  let lexicon: Lexicon

  // MARK: Numbers

  /// The one number among pieces, in digits or words, with the scale behind it; `a` counts as one
  /// where there is no other. Signs do not count.
  func number(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> DecimalAmount? {
    if let of = range.first(where: { pieces[$0].symbol == .of }), of + 1 < range.upperBound,
      pieces[of + 1].symbol == .a || pieces[of + 1].symbol == .one
    {
      // `a quarter of a million`
      guard let share = share(pieces, range.lowerBound..<of),
        let whole = number(pieces, of + 1..<range.upperBound, text)
      else { return nil }
      return whole.multiplied(by: share)?.scaled(byPowerOfTen: -3)
    }
    var digits: DecimalAmount?
    var words = NumberWords()
    var (hasArticle, hasHalf) = (false, false)
    var index = range.lowerBound
    while index < range.upperBound {
      let piece = pieces[index]
      index += 1
      switch piece.symbol {
      case .one, .count, .ordinal:
        guard digits == nil, !hasHalf, words.add(Int(lexicon.entry(of: piece).value)) else {
          return nil
        }
      case .a: hasArticle = true
      // Two numbers: `3 to 4`.
      case .to: return nil
      case .and:
        // `two and a half`
        guard let fraction = fraction(behind: index - 1, pieces, range) else { continue }
        let whole =
          digits ?? (words.isEmpty ? (hasArticle ? DecimalAmount(1) : nil) : .init(words.value))
        guard !hasHalf, let sum = whole?.adding(fraction.value) else { return nil }
        (digits, words) = (sum, NumberWords())
        index = fraction.end
      case .vulgar:
        guard words.isEmpty, !hasHalf, let fraction = fraction(piece),
          let sum = (digits ?? DecimalAmount(0)).adding(fraction)
        else { return nil }
        digits = sum
      case .half:
        // Only in front: `half a million`.
        guard digits == nil, words.isEmpty else { return nil }
        hasHalf = true
      case .scale, .suffix, .letterSuffix, .metre:
        guard let power = power(of: piece, text) else {
          guard let dozens = dozens(digits, words, hasHalf: hasHalf) else { return nil }
          (digits, words, hasHalf) = (dozens, NumberWords(), false)
          continue
        }
        if let scaled = digits?.scaled(byPowerOfTen: power) {
          digits = scaled
        } else if hasHalf {
          (digits, hasHalf) = (DecimalAmount(5).scaled(byPowerOfTen: power - 1), false)
        } else if !words.scale(byPowerOfTen: power) {
          return nil
        }
      case .scales, .fraction: return nil
      case _ where piece.kind == .number:
        guard words.isEmpty, !hasHalf else { return nil }
        if let whole = digits {
          // `2 1/2`
          guard let fraction = fraction(over: index, piece, pieces, range, text),
            let sum = whole.adding(fraction)
          else { return nil }
          digits = sum
          index += 2
          continue
        }
        var end = piece.end
        // `3 000`
        while index < range.upperBound,
          pieces[index].symbol == .thousands || pieces[index].symbol == .threeMore
        {
          end = pieces[index].end
          index += 1
        }
        guard let number = DecimalAmount(text.extracting(Int(piece.start)..<Int(end))) else {
          return nil
        }
        digits = number
      default: break
      }
    }
    if hasHalf { return DecimalAmount(5).scaled(byPowerOfTen: -1) }
    if let digits { return digits }
    if !words.isEmpty { return DecimalAmount(words.value) }
    return hasArticle ? DecimalAmount(1) : nil
  }

  /// The number with its sign.
  func signedNumber(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    guard let number = number(pieces, range, text) else { return nil }
    return sign(pieces, range) + number.description
  }

  /// What stands in front of the value of a number: `-` or nothing.
  private func sign(_ pieces: [Piece], _ range: Range<Int>) -> String {
    let isNegative = range.contains { index in
      switch pieces[index].symbol {
      case .minus, .trueMinus: true
      case .sign: pieces[index].mark == UInt8(ascii: "-")
      default: false
      }
    }
    return isNegative ? "-" : ""
  }

  /// The half or the quarter behind `and a`, and the index after it.
  private func fraction(
    behind and: Int, _ pieces: [Piece], _ range: Range<Int>
  ) -> (value: DecimalAmount, end: Int)? {
    var index = and + 1
    var hasArticle = false
    while index < range.upperBound {
      switch pieces[index].symbol {
      case .hyphen: break
      case .a where !hasArticle: hasArticle = true
      case .half where hasArticle: return (DecimalAmount(5).scaled(byPowerOfTen: -1), index + 1)
      case .quarter where hasArticle:
        return (DecimalAmount(25).scaled(byPowerOfTen: -2), index + 1)
      default: return nil
      }
      index += 1
    }
    return nil
  }

  /// The thousandths of `a quarter`, `three-fifths`; `nil` for thirds and the like, which have no end.
  private func share(_ pieces: [Piece], _ range: Range<Int>) -> UInt64? {
    guard let last = range.last else { return nil }
    let parts =
      switch pieces[last].symbol {
      case .half: 2
      case .quarter: 4
      default: Int(lexicon.entry(of: pieces[last]).value)
      }
    let count =
      switch pieces[range.lowerBound].symbol {
      case .count, .one: Int(lexicon.entry(of: pieces[range.lowerBound]).value)
      default: 1
      }
    guard [2, 4, 5, 8, 10].contains(parts), count <= parts else { return nil }
    return UInt64(count * 1000 / parts)
  }

  /// The value of `½` and the like; `nil` for thirds, which have no end.
  private func fraction(_ piece: Piece) -> DecimalAmount? {
    let value = Int(lexicon.entry(of: piece).value)
    let decimals = value < 10 ? 1 : value < 100 ? 2 : 3
    return value > 0 ? DecimalAmount(value).scaled(byPowerOfTen: -decimals) : nil
  }

  /// The value of one digit over another, of which the slash is at an index.
  private func fraction(
    over slash: Int, _ numerator: Piece, _ pieces: [Piece], _ range: Range<Int>,
    _ text: Span<UInt8>
  ) -> DecimalAmount? {
    guard slash + 1 < range.upperBound, pieces[slash].symbol == .slash else { return nil }
    let (over, under) = (text.integer(numerator), text.integer(pieces[slash + 1]))
    guard [2, 4, 5, 8].contains(under), over < under else { return nil }
    return DecimalAmount(over * 1000 / under).scaled(byPowerOfTen: -3)
  }

  /// `dozen` and what stands in front of it.
  private func dozens(
    _ digits: DecimalAmount?, _ words: NumberWords, hasHalf: Bool
  ) -> DecimalAmount? {
    if let digits { return digits.multiplied(by: 12) }
    if hasHalf { return DecimalAmount(6) }
    return DecimalAmount((words.isEmpty ? 1 : words.value) * 12)
  }

  /// The power of ten that a scale stands for; `nil` for `dozen`.
  private func power(of piece: Piece, _ text: Span<UInt8>) -> Int? {
    if piece.length == 1 {
      switch text[Int(piece.start)].lowercasedASCII {
      case UInt8(ascii: "k"): return 3
      case UInt8(ascii: "m"): return 6
      case UInt8(ascii: "b"): return 9
      case UInt8(ascii: "t"): return 12
      default: return nil
      }
    }
    let power = Int(lexicon.entry(of: piece).value)
    return power > 0 ? power : nil
  }

  // MARK: Money

  func money(_ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>) -> String? {
    var currency: String?
    var power = 0
    for index in range {
      let previous = index > range.lowerBound ? pieces[index - 1] : nil
      switch pieces[index].symbol {
      case .currencySign
      where pieces[index].mark == UInt8(ascii: "$") || previous?.symbol == .currencyPrefix:
        let next = index + 1 < range.upperBound ? pieces[index + 1] : nil
        let prefix = [previous, next].lazy.compactMap(\.self).first { $0.symbol == .currencyPrefix }
        currency = MoneySign.code(ofPrefix: prefix.map { text.string(of: $0) } ?? "")
        if currency == nil { return nil }
      case .currencySign, .currencyCode, .currencyWord, .ambiguousCurrency, .nationalCurrency:
        if previous?.symbol == .nationality {
          // `Hong Kong dollars`
          let isLong = index > range.lowerBound + 1 && pieces[index - 2].symbol == .nationality
          let people = ByteRange(pieces, (isLong ? index - 2 : index - 1)..<index)
          currency = NationalCurrencies.code(
            of: text.string(people), text.string(of: pieces[index]))
        } else {
          currency =
            lexicon.string(of: lexicon.entry(of: pieces[index]))
            ?? currencyOfLetter(pieces[index], text)
        }
        if currency == nil { return nil }
      case .cents where text.matchesAny(["pence", "p"], pieces[index]):
        (currency, power) = ("GBP", -2)
      case .cents where currency != nil: power = -2
      case .cents:
        // `35 US cents`; others may be of a dollar or of a euro.
        let code =
          lexicon.string(of: lexicon.entry(of: pieces[index]))
          ?? (previous?.symbol == .nationality
            ? previous.flatMap { NationalCurrencies.code(of: text.string(of: $0), "dollar") } : nil)
        guard let code else { return nil }
        (currency, power) = (code, -2)
      case .cent: return nil
      default: break
      }
    }
    guard let currency, let amount = number(pieces, range, text),
      !mayPartThousands(pieces, range, currency, text)
    else { return nil }
    return "\(sign(pieces, range))\(amount.scaled(byPowerOfTen: power).description) \(currency)"
  }

  /// The currency that only one country writes as a letter; pesos and pulas share the `P`, dirhams and
  /// shillings are of several countries.
  private func currencyOfLetter(_ piece: Piece, _ text: Span<UInt8>) -> String? {
    guard piece.length == 1 else { return nil }
    switch text[Int(piece.start)] {
    case UInt8(ascii: "N"): return "NGN"
    case UInt8(ascii: "R"): return "ZAR"
    default: return nil
    }
  }

  /// Whether a point may part thousands as on the Continent: before three digits and no scale. Dollars
  /// and pounds are written so in rates and at pumps (`$3.459`), never with a zero at the end.
  private func mayPartThousands(
    _ pieces: [Piece], _ range: Range<Int>, _ currency: String, _ text: Span<UInt8>
  ) -> Bool {
    guard let index = range.last(where: { pieces[$0].symbol == .decimal }),
      hasThreeDecimals(pieces[index], text)
    else { return false }
    let isScaled = (index + 1..<range.upperBound).contains { index in
      [.scale, .suffix, .letterSuffix, .metre].contains(pieces[index].symbol)
    }
    if isScaled { return false }
    let isAnglo = currency == "USD" || currency == "GBP"
    return !isAnglo || text[Int(pieces[index].end) - 1] == UInt8(ascii: "0")
  }

  /// Whether one to three digits, not a zero alone, stand before a point and three behind it.
  private func hasThreeDecimals(_ piece: Piece, _ text: Span<UInt8>) -> Bool {
    let (start, point) = (Int(piece.start), Int(piece.end) - 4)
    return point > start && point - start <= 3 && text[point] == UInt8(ascii: ".")
      && text[start] != UInt8(ascii: "0")
  }

  /// The value of a bare number; `12.000` may be twelve thousand.
  func cardinal(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    if range.count > 1, range.count < 4,
      [.ordinal, .quarter, .fraction].contains(pieces[range.upperBound - 1].symbol)
    {
      // `two quarters` may be half a year.
      if range.count == 2, text.matchesAny(["quarters"], pieces[range.upperBound - 1]) {
        return nil
      }
      return share(pieces, range).map {
        DecimalAmount(Int($0)).scaled(byPowerOfTen: -3).description
      }
    }
    return mayBeThousands(pieces, range, text) ? nil : signedNumber(pieces, range, text)
  }

  private func mayBeThousands(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> Bool {
    guard let index = range.last(where: { pieces[$0].kind == .number }),
      pieces[index].symbol == .decimal, hasThreeDecimals(pieces[index], text)
    else { return false }
    return text.matches(".000", at: Int(pieces[index].end) - 4)
  }

  // MARK: Measures

  func quantity(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    if let compound = compound(pieces, range, text) { return compound }
    // Behind the last number; `5 m` is five metres there, and not five million, but for `5m tonnes`.
    guard
      let last = range.last(where: { index in
        switch pieces[index].symbol {
        case .a:
          index + 1 == range.upperBound
            || ![.hourUnit, .period].contains(pieces[index + 1].symbol)
        case .half, .quarter: true
        case .metre: range[(index + 1)...].contains { pieces[$0].symbol == .unit }
        case let symbol: symbol.isNumeric
        }
      }), !mayBeThousands(pieces, range, text),
      let amount = number(pieces, range.lowerBound..<last + 1, text)
    else { return nil }
    var unit = ""
    var (power, isNautical, isMetric, isPer) = ("", false, false, false)
    for index in last + 1..<range.upperBound {
      let piece = pieces[index]
      let start = Int(piece.start)
      switch piece.symbol {
      case .square:
        if text.matches("sq", at: start) { power = "²" }
        if text.matches("cu", at: start) { power = "³" }
        if text.matches("nautical", at: start) { isNautical = true }
        if text.matches("metric", at: start) { isMetric = true }
      case .per, .slash, .a: isPer = true
      case .power:
        let power = text.string(of: piece)
        unit += power == "2" ? "²" : power == "3" ? "³" : power
      case .basis: unit = "bp"
      case .unit, .metre, .hourUnit, .period:
        let isSquare = index + 1 < range.upperBound && pieces[index + 1].symbol == .power
        if piece.symbol == .metre && !isPer && power.isEmpty && !isSquare
          && !CountedNouns.areMetres(index, pieces, text)
        {
          return nil
        }
        var symbol = symbol(of: piece, text)
        if isNautical && symbol == "mi" { symbol = "nmi" }
        if isMetric && symbol == "ton" { symbol = "t" }
        unit += isPer ? "/" + symbol : symbol + power
      case .degree, .degreeSign: unit = "°"
      case .temperature: unit = "°" + text.string(of: piece).prefix(1)
      // Pounds may be money or weight.
      case .ambiguousCurrency: return nil
      default: break
      }
    }
    return unit.isEmpty ? nil : "\(sign(pieces, range))\(amount.description) \(unit)"
  }

  /// `6ft 4in`, `6-foot-4`, `2lb 3oz`, `11st 4lb`, in the smaller unit.
  private func compound(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    guard range.count > 3 else { return nil }
    let numbers = range.filter { pieces[$0].kind == .number }
    guard numbers.count == 2, numbers.allSatisfy({ pieces[$0].length < 4 }) else { return nil }
    let units = range.filter { pieces[$0].symbol == .unit }.map { symbol(of: pieces[$0], text) }
    let (large, small) = (text.integer(pieces[numbers[0]]), text.integer(pieces[numbers[1]]))
    switch units {
    case ["ft", "in"] where small < 12, ["ft"] where small < 12: return "\(large * 12 + small) in"
    case ["st", "lb"] where small < 14: return "\(large * 14 + small) lb"
    case ["lb", "oz"] where small < 16: return "\(large * 16 + small) oz"
    default: return nil
    }
  }

  private func symbol(of piece: Piece, _ text: Span<UInt8>) -> String {
    switch piece.symbol {
    case .metre: "m"
    // As the Unified Code for Units of Measure has them.
    case .period:
      switch Period(rawValue: Int(lexicon.entry(of: piece).value)) {
      case .day: "d"
      case .week: "wk"
      case .month: "mo"
      case .year: "a"
      default: text.string(of: piece)
      }
    case .hourUnit:
      switch lexicon.string(of: lexicon.entry(of: piece)) {
      case "H": "h"
      case "M": "min"
      default: text.matches("h", at: Int(piece.start)) ? "h" : "s"
      }
    default: lexicon.string(of: lexicon.entry(of: piece)) ?? text.string(of: piece)
    }
  }
}
