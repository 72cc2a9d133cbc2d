import TextKit

/// What a character outside ASCII is, coarsely: by its block, which is all that cutting text needs.
enum ScalarClass {
  case letter
  case space
  /// With the ASCII byte that it means the same as, or 0.
  case mark(UInt8)

  init(_ value: UInt32) {
    switch value {
    case 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      self = .space
    case 0x2018, 0x2019, 0x02BC: self = .mark(UInt8(ascii: "'"))
    case 0x201C...0x201F: self = .mark(UInt8(ascii: "\""))
    case 0x2010...0x2013, 0x2212: self = .mark(UInt8(ascii: "-"))
    case 0xAA, 0xB5, 0xBA: self = .letter
    case 0x80...0xBF, 0xD7, 0xF7, 0x2014...0x206F, 0x20A0...0x20CF, 0x2100...0x2BFF,
      0x3001...0x3004, 0x3008...0x3030, 0xFE10...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xE000...0xF8FF, 0x1F000...0x1FAFF:
      self = .mark(0)
    default: self = .letter
    }
  }
}

/// The scalar that starts at `index` of valid UTF-8, and its length in bytes.
@inline(__always)
func decodeScalar(_ text: Span<UInt8>, _ index: Int) -> (value: UInt32, length: Int) {
  func rest(_ offset: Int) -> UInt32 { UInt32(text[index + offset] & 0x3F) }
  let first = text[index]
  switch first {
  case ..<0x80: return (UInt32(first), 1)
  case ..<0xE0: return (UInt32(first & 0x1F) << 6 | rest(1), 2)
  case ..<0xF0: return (UInt32(first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
  default: return (UInt32(first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
  }
}
