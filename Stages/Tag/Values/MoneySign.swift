import TextKit

/// The signs of currencies that letters beside them tell apart: `HK$`, `$US`, `E£`, `GH₵`.
enum MoneySign {
  /// Whether letters are known to stand at a sign.
  static func isPrefix(_ letters: Piece, of sign: Piece, _ text: Span<UInt8>) -> Bool {
    let start = Int(sign.start)
    if sign.mark == UInt8(ascii: "$") {
      return text.matchesAny(
        [
          "US", "A", "AU", "C", "CA", "HK", "NZ", "S", "R", "NT", "J", "TT", "EC", "Z", "N", "G",
          "B",
          "BZ", "FJ", "MX", "Mex",
        ], letters)
    }
    if text.matches("£", at: start) { return text.matchesAny(["E"], letters) }
    if text.matches("¥", at: start) { return text.matchesAny(["CN", "JP"], letters) }
    if text.matches("₵", at: start) || text.matches("¢", at: start) {
      return text.matchesAny(["GH"], letters)
    }
    return false
  }

  /// The code of ISO 4217; `nil` where letters do not tell.
  static func code(ofPrefix prefix: String) -> String? {
    switch prefix {
    case "", "US": "USD"
    case "A", "AU": "AUD"
    case "C", "CA": "CAD"
    case "HK": "HKD"
    case "NZ": "NZD"
    case "S": "SGD"
    case "R": "BRL"
    case "NT": "TWD"
    case "J": "JMD"
    case "TT": "TTD"
    case "EC": "XCD"
    case "N": "NAD"
    case "G": "GYD"
    case "BZ": "BZD"
    case "FJ": "FJD"
    case "MX", "Mex": "MXN"
    case "E": "EGP"
    case "CN": "CNY"
    case "JP": "JPY"
    case "GH": "GHS"
    default: nil
    }
  }
}
