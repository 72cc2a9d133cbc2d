import TextKit

/// Reads numbers, money, percentages and measures.
struct AmountReader {
  let lexicon: Lexicon

  // MARK: Numbers

  /// The one number among pieces, in digits or words, with the scale behind it; `a` counts as one
  /// where there is no other.
  func number(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> DecimalAmount? {
    var digits: DecimalAmount?
    var words = NumberWords()
    var (hasArticle, hasHalf) = (false, false)
    for index in range {
      let piece = pieces[index]
      switch piece.symbol {
      case .one, .count, .ordinal:
        guard digits == nil, !hasHalf, words.add(Int(lexicon.entry(of: piece).value)) else {
          return nil
        }
      case .a: hasArticle = true
      case .half:
        // Only in front: `half a million`.
        guard digits == nil, words.isEmpty else { return nil }
        hasHalf = true
      case .scale, .suffix, .metre:
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
        guard digits == nil, words.isEmpty, !hasHalf,
          let number = DecimalAmount(text.extracting(Int(piece.start)..<Int(piece.end)))
        else { return nil }
        digits = number
      default: break
      }
    }
    if hasHalf { return DecimalAmount(5).scaled(byPowerOfTen: -1) }
    if let digits { return digits }
    if !words.isEmpty { return DecimalAmount(words.value) }
    return hasArticle ? DecimalAmount(1) : nil
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
      case .currencySign where pieces[index].mark == UInt8(ascii: "$"):
        currency = dollarCode(previous.map { text.string(of: $0) } ?? "")
      case .currencySign, .currencyCode, .currencyWord, .ambiguousCurrency:
        if let previous, previous.symbol == .nationality {
          currency = NationalCurrencies.code(
            of: text.string(of: previous), text.string(of: pieces[index]))
        } else {
          currency = lexicon.string(of: lexicon.entry(of: pieces[index]))
        }
        if currency == nil { return nil }
      case .cents where text.matches("pence", at: Int(pieces[index].start)):
        (currency, power) = ("GBP", -2)
      // Of a dollar or of a euro.
      case .cents, .cent: return nil
      default: break
      }
    }
    guard let currency, let amount = number(pieces, range, text) else { return nil }
    return "\(amount.scaled(byPowerOfTen: power).description) \(currency)"
  }

  /// The dollar that a prefix such as the `HK` of `HK$` makes.
  private func dollarCode(_ prefix: String) -> String {
    switch prefix {
    case "A", "AU": "AUD"
    case "C", "CA": "CAD"
    case "HK": "HKD"
    case "NZ": "NZD"
    case "S": "SGD"
    case "R": "BRL"
    case "NT": "TWD"
    default: "USD"
    }
  }

  // MARK: Measures

  func quantity(
    _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    // Behind the last number; `5 m` is five metres there, and not five million.
    guard
      let last = range.last(where: {
        let symbol = pieces[$0].symbol
        return symbol.isNumeric || symbol == .a || symbol == .half
      }), let amount = number(pieces, range.lowerBound..<last + 1, text)
    else { return nil }
    var unit = ""
    var (power, isNautical, isMetric, isPer) = ("", false, false, false)
    for index in last + 1..<range.upperBound {
      let piece = pieces[index]
      let start = Int(piece.start)
      switch piece.symbol {
      case .square:
        if text.matches("sq", at: start) { power = "²" }
        if text.matches("cubic", at: start) { power = "³" }
        if text.matches("nautical", at: start) { isNautical = true }
        if text.matches("metric", at: start) { isMetric = true }
      case .per, .slash: isPer = true
      case .unit, .metre, .hourUnit:
        var symbol = symbol(of: piece, text)
        if isNautical && symbol == "mi" { symbol = "nmi" }
        if isMetric && symbol == "ton" { symbol = "t" }
        unit += isPer ? "/" + symbol : symbol + power
      case .degree, .degreeSign: unit = "°"
      case .temperature: unit += text.string(of: piece).prefix(1)
      // Pounds may be money or weight.
      case .ambiguousCurrency: return nil
      default: break
      }
    }
    return unit.isEmpty ? nil : "\(amount.description) \(unit)"
  }

  private func symbol(of piece: Piece, _ text: Span<UInt8>) -> String {
    switch piece.symbol {
    case .metre: "m"
    case .hourUnit:
      switch lexicon.string(of: lexicon.entry(of: piece)) {
      case "H": "h"
      case "M": "min"
      default: "s"
      }
    default: lexicon.string(of: lexicon.entry(of: piece)) ?? text.string(of: piece)
    }
  }
}
