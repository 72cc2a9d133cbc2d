import TextKit

/// What a token looks like, coarsely.
enum TokenShape: UInt8 {
  /// Before the first token, or behind the last.
  case none
  // Words.
  case small, capital, capitals, mixed, singleCapital, singleSmall, other
  /// Ends with its full stop.
  case abbreviation
  // Numbers.
  case shortNumber, longNumber, year, compoundNumber
  /// Of the web or of mail.
  case address
  // Punctuation and symbols.
  case period, mark, ellipsis, comma, colon, semicolon, dash, apostrophe
  case quote, openQuote, closeQuote, openBracket, closeBracket, angle
  /// Characters that lines are drawn with: `***`, `===`.
  case line
  case bullet, emoticon, symbol

  var isWord: Bool { rawValue >= Self.small.rawValue && rawValue <= Self.abbreviation.rawValue }
  var isNumber: Bool {
    rawValue >= Self.shortNumber.rawValue && rawValue <= Self.compoundNumber.rawValue
  }
  var isOpener: Bool {
    switch self {
    case .quote, .openQuote, .openBracket, .apostrophe, .dash, .bullet: true
    default: false
    }
  }
}

extension TextBytes {
  /// Whether the token is a quotation mark that may open; straight ones may do either.
  func opensQuotation(_ token: ByteRange) -> Bool {
    self[token.start] == UInt8(ascii: "\"") || shape(token) == .openQuote
  }

  /// Whether the token is a quotation mark, not an apostrophe, that may close.
  func closesQuotation(_ token: ByteRange) -> Bool {
    self[token.start] == UInt8(ascii: "\"")
      || token.count == 3 && matches("\u{201D}", at: token.start)
  }

  /// What the token looks like.
  func shape(_ token: ByteRange) -> TokenShape {
    let first = self[token.start]
    if first >= 0x80 { return shapeBeyondASCII(token) }
    if first.isASCIILetter { return wordShape(token, first) }
    if first.isASCIIDigit { return numberShape(token) }
    let isSingle = token.count == 1
    switch first {
    case UInt8(ascii: "."):
      return isSingle ? .period : self[token.start + 1].isASCIIDigit ? .longNumber : .ellipsis
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return .mark
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ":"): return isSingle ? .colon : .emoticon
    case UInt8(ascii: ";"): return isSingle ? .semicolon : .emoticon
    case UInt8(ascii: "-"): return token.count > 3 ? .line : .dash
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return isSingle ? .apostrophe : .quote
    case UInt8(ascii: "\""): return .quote
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return .closeBracket
    case UInt8(ascii: "<"), UInt8(ascii: ">"): return .angle
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "~"): return .line
    case UInt8(ascii: "#"), UInt8(ascii: "@"): return isSingle ? .symbol : .address
    default: return .symbol
    }
  }

  private func wordShape(_ token: ByteRange, _ first: UInt8) -> TokenShape {
    let last = self[token.end - 1]
    if last == UInt8(ascii: ".") { return .abbreviation }
    let isCapital = first.isASCIIUppercase
    if token.count == 1 { return isCapital ? .singleCapital : .singleSmall }
    if let (hasCapital, hasSmall) = casesBehindFirst(token) {
      return caseShape(isCapital, hasCapital, hasSmall)
    }
    var index = token.start + 1
    var hasCapital = false
    var hasSmall = false
    while index < token.end {
      let byte = self[index]
      if byte.isASCIIUppercase {
        hasCapital = true
      } else if byte.isASCIILowercase || byte >= 0x80 {
        hasSmall = true
      } else if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
      {
        return .address
      }
      index += 1
    }
    return caseShape(isCapital, hasCapital, hasSmall)
  }

  /// The shape of a word of at least two letters by the case of the first one and of the others.
  @inline(__always)
  private func caseShape(_ isCapital: Bool, _ hasCapital: Bool, _ hasSmall: Bool) -> TokenShape {
    if isCapital {
      if !hasCapital { return hasSmall ? .capital : .mixed }
      return hasSmall ? .mixed : .capitals
    }
    return hasCapital ? .mixed : .small
  }

  private func numberShape(_ token: ByteRange) -> TokenShape {
    for offset in token.range where !self[offset].isASCIIDigit { return .compoundNumber }
    switch token.count {
    case 1, 2: return .shortNumber
    case 4 where self[token.start] == UInt8(ascii: "1") || self[token.start] == UInt8(ascii: "2"):
      return .year
    default: return .longNumber
    }
  }

  private func shapeBeyondASCII(_ token: ByteRange) -> TokenShape {
    let (scalar, _) = scalar(at: token.start)
    switch scalar {
    case 0x2018, 0x201A, 0x201C, 0x201E: return .openQuote
    case 0x2019: return token.count == 3 ? .closeQuote : .apostrophe
    case 0x201D: return .closeQuote
    case 0xAB, 0xBB, 0x2039, 0x203A: return .quote
    case 0x2013, 0x2014, 0x2015: return .dash
    case 0x2026: return .ellipsis
    case 0x2022, 0x2023, 0x2043, 0x25AA, 0x25CF, 0x25E6, 0x25A0, 0xB7: return .bullet
    default:
      if isUppercase(scalar) { return .capital }
      return isLowercase(scalar) ? .small : scalar < 0x2000 ? .other : .symbol
    }
  }
}
