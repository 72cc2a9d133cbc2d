import StageKit
import Testing
import TextKit

@testable import Fetch

@Suite struct OriginTests {
  /// Every character of a decoded text comes from bytes that are decoded to it alone.
  private func check(_ bytes: [UInt8], forced: TextEncoding?) throws {
    let decoder = TextDecoder(forced: forced)
    let plain = try decoder.decode(bytes.span)
    #expect(plain.origins == nil)
    decoder.tracksOrigins = true
    let decoded = try decoder.decode(bytes.span)
    #expect(decoded.text == plain.text && decoded.replacedBytes == plain.replacedBytes)
    let map = try #require(decoded.origins)
    #expect(map.count == decoded.text.utf8.count)
    var offset = 0
    for scalar in decoded.text.unicodeScalars {
      let count = UTF8.width(scalar)
      let origin = map.origin(of: offset..<offset + count)
      let again = try TextDecoder(forced: decoded.encoding).decode(bytes[origin].span)
      #expect(again.text == String(scalar), "at \(offset)")
      offset += count
    }
  }

  @Test(arguments: [
    TextEncoding.windows1252, .windows1251, .utf16LittleEndian, .utf16BigEndian, .shiftJIS,
    .gb18030, .eucKR, .big5, .koi8R, .utf8,
  ])
  func charactersAreTraced(_ encoding: TextEncoding) throws {
    // ASCII and one letter of two bytes or of the upper half, as each encoding has it.
    let letter: [UInt8] =
      switch encoding {
      case .utf16LittleEndian: [0xE9, 0x00]
      case .utf16BigEndian: [0x00, 0xE9]
      case .shiftJIS: [0x82, 0xA0]
      case .gb18030, .eucKR, .big5: [0xB0, 0xA1]
      case .utf8: [0xC3, 0xA9]
      default: [0xE9]
      }
    func ascii(_ text: String) -> [UInt8] {
      switch encoding {
      case .utf16LittleEndian: text.utf8.flatMap { [$0, 0] }
      case .utf16BigEndian: text.utf8.flatMap { [0, $0] }
      default: Array(text.utf8)
      }
    }
    try check(ascii("one ") + letter + letter + ascii("two\n") + letter, forced: encoding)
  }

  @Test func aByteOrderMarkIsCounted() throws {
    try check([0xEF, 0xBB, 0xBF] + Array("one é".utf8), forced: nil)
    try check([0xFF, 0xFE, 0x61, 0x00, 0xE9, 0x00], forced: nil)
  }

  @Test func brokenBytesAreTraced() throws {
    let bytes = Array("größer und größer, ".utf8) + [0xFF] + Array("wächst é".utf8) + [0xC3]
    let decoder = TextDecoder(forced: nil)
    decoder.tracksOrigins = true
    let decoded = try decoder.decode(bytes.span)
    let map = try #require(decoded.origins)
    let text = decoded.text
    let place = try #require(text.firstIndex(of: "\u{FFFD}"))
    let offset = text.utf8.distance(from: text.startIndex, to: place)
    let bad = try #require(bytes.firstIndex(of: 0xFF))
    #expect(map.origin(of: offset..<offset + 3) == bad..<bad + 1)
    let last = text.utf8.count
    #expect(map.origin(of: last - 3..<last) == bytes.count - 1..<bytes.count)
  }
}
