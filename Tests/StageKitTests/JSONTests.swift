import StageKit
import Testing
import TextKit

@Suite struct JSONTests {
  private func read(_ text: String) throws -> Value {
    try Value(json: Array(text.utf8).span)
  }

  private func write(_ value: Value) -> String {
    var bytes: [UInt8] = []
    bytes.append(json: value)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "null", "true", "false", "0", "-7", "9223372036854775807", "-9223372036854775808", "1.5",
    "\"\"", "\"a\\\"b\\\\c\"", "[]", "[1,2,[3]]", "{}", "{\"a\":{\"b\":[]},\"c\":\"d\"}",
    "\"\\u0000\\u001f\\n\\t\\r\\b\\f\"", "\"Zürich 👩‍🚀 «x»\"",
  ])
  func writesBackWhatItRead(_ text: String) throws {
    #expect(write(try read(text)) == text)
  }

  @Test func decodesEscapesAndSurrogatePairs() throws {
    #expect(try read(#""\ud83d\ude80\u00e9\/""#) == "🚀é/")
  }

  @Test func replacesUnpairedSurrogates() throws {
    #expect(try read(#""a\ud83dz""#) == "a\u{FFFD}z")
    #expect(try read(#""\ude80""#) == "\u{FFFD}")
    #expect(try read(#""\ud83d\u0041""#) == "\u{FFFD}A")
  }

  @Test(arguments: [
    ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("01", 0), ("1.", 2), ("-", 1), ("\"a", 2),
    ("\"\n\"", 1), ("\"\\x\"", 2), ("\"\\u12\"", 3), ("tru", 0), ("1 2", 2), ("[1 2]", 3),
    ("{a:1}", 1), ("\u{FEFF}1", 0),
  ])
  func saysWhereATextIsWrong(_ text: String, _ offset: Int) {
    do throws(JSONError) {
      _ = try Value(json: Array(text.utf8).span)
      Issue.record("'\(text)' was read")
    } catch {
      #expect(error.offset == offset, "\(error)")
    }
  }

  @Test func readsOrRefusesNumbersThatDoNotFit() throws {
    #expect(try read("18446744073709551615") == .number(18_446_744_073_709_551_616))
    #expect(try read("1e999") == .number(.infinity))
    for text in ["18446744073709551615", "-9223372036854775809", "1e999", "-1e999"] {
      #expect(throws: JSONError.self) {
        try Value(json: Array(text.utf8).span, refusingLargeNumbers: true)
      }
    }
    for text in ["9223372036854775807", "-9223372036854775808", "1e308", "1e20", "0.1"] {
      #expect(throws: Never.self) {
        try Value(json: Array(text.utf8).span, refusingLargeNumbers: true)
      }
    }
  }

  @Test func refusesDeepNestingInsteadOfOverflowing() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try read(deep) }
    #expect(throws: Never.self) {
      try read(String(repeating: "[", count: 128) + String(repeating: "]", count: 128))
    }
  }

  @Test func neverCrashesOnRandomBytes() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array(#"{}[]",:\u0123456789truefalsn.eE+-"#.utf8) + [0, 0x80, 0xC3, 0xFF, 0x20]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        alphabet.randomElement(using: &random)!
      }
      if let value = try? Value(json: bytes.span) {
        #expect(throws: Never.self) { try read(write(value)) }
      }
    }
  }

  @Test(arguments: [
    0, 1, 9, 10, 99, 100, 12345, 999_999_999, 1_000_000_000, Int.max, Int.min, -1,
    1_000_000_000_000_000_000, 999_999_999_999_999_999,
  ])
  func writesDecimalNumbers(_ number: Int) {
    var bytes: [UInt8] = []
    bytes.append(decimal: number)
    #expect(String(decoding: bytes, as: UTF8.self) == String(number))
  }

  @Test func escapesAtEveryPositionOfALongString() throws {
    for position in 0..<70 {
      for special in ["\"", "\\", "\n", "\u{1}", "é", "🚀"] {
        let plain = String(repeating: "x", count: position)
        let text = plain + special + String(repeating: "y", count: 40)
        #expect(try read(write(.string(text))) == .string(text))
      }
    }
  }
}
