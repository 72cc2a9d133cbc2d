import TextKit

/// A decimal number that is not negative, exact: `digits` × 10^`exponent`.
struct DecimalAmount: Equatable {
  private var digits: UInt64
  private var exponent: Int

  init(_ whole: Int) {
    digits = UInt64(max(whole, 0))
    exponent = 0
  }

  /// A number as English writes it: `1,234.5`, and in India `12,34,567`; apostrophes and spaces count
  /// as commas.
  ///
  /// - Returns: `nil` where commas do not stand before groups of three digits, in India pairs before
  ///   the last group, as in a decimal comma, and for numbers of more than 18 digits.
  init?(_ text: Span<UInt8>) {
    digits = 0
    exponent = 0
    var count = 0
    var groupLength: Int?
    var (hasPairs, hasThrees) = (false, false)
    var hasPoint = false
    for index in 0..<text.count {
      let byte = text[index]
      // Of the spaces and apostrophes outside ASCII, the first byte counts.
      if byte.isUTF8Continuation { continue }
      if !byte.isASCIIDigit && byte != UInt8(ascii: ".") {
        switch groupLength {
        case _ where hasPoint: return nil
        case nil where count <= 3: hasThrees = count == 3
        case 2: hasPairs = true
        case 3: hasThrees = true
        default: return nil
        }
        guard !hasPairs || !hasThrees else { return nil }
        groupLength = 0
      } else if byte == UInt8(ascii: ".") {
        guard !hasPoint, groupLength == nil || groupLength == 3 else { return nil }
        hasPoint = true
      } else {
        guard count < 18 else { return nil }
        digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
        count += 1
        if hasPoint { exponent -= 1 } else if let length = groupLength { groupLength = length + 1 }
      }
    }
    guard count > 0, hasPoint || groupLength == nil || groupLength == 3 else { return nil }
  }

  /// The number times a power of ten.
  func scaled(byPowerOfTen power: Int) -> DecimalAmount {
    var scaled = self
    scaled.exponent += power
    return scaled
  }

  /// The number times a small one; `nil` if that is too large.
  func multiplied(by factor: UInt64) -> DecimalAmount? {
    let (product, overflows) = digits.multipliedReportingOverflow(by: factor)
    if overflows { return nil }
    var multiplied = self
    multiplied.digits = product
    return multiplied
  }

  /// The sum; `nil` if it is too large.
  func adding(_ other: DecimalAmount) -> DecimalAmount? {
    let (fine, coarse) = exponent < other.exponent ? (self, other) : (other, self)
    guard coarse.exponent - fine.exponent < 18 else { return nil }
    var sum = coarse
    while sum.exponent > fine.exponent {
      guard let shifted = sum.multiplied(by: 10) else { return nil }
      sum = shifted
      sum.exponent -= 1
    }
    let (digits, overflows) = sum.digits.addingReportingOverflow(fine.digits)
    if overflows { return nil }
    sum.digits = digits
    return sum
  }

  /// The value if it is a whole number that is not huge.
  var whole: Int? {
    guard (0...6).contains(exponent), digits < 1_000_000_000 else { return nil }
    var value = Int(digits)
    for _ in 0..<exponent { value *= 10 }
    return value
  }

  /// In plain digits, without zeros that say nothing: `5200000`, `3.5`.
  var description: String {
    var bytes = Array("\(digits)".utf8)
    if digits == 0 { return "0" }
    if exponent >= 0 {
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: exponent))
    } else {
      let zeros = max(0, 1 - exponent - bytes.count)
      bytes.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: zeros), at: 0)
      let point = bytes.count + exponent
      bytes.insert(UInt8(ascii: "."), at: point)
      while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
      if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
