import TextKit

/// An entry of a gazetteer as nearly all of them are written: an object whose members are strings
/// without escapes. Reading it makes no strings, so that a million of them take a fraction of a second.
struct PlainEntry {
  private(set) var phrase: Range<Int>?
  private(set) var type: Range<Int>?
  private(set) var identifier: Range<Int>?
  private(set) var caseRule: Range<Int>?

  /// - Parameter json: a line in valid UTF-8.
  /// - Returns: `nil` if it is anything else, be it right or wrong.
  init?(_ json: Span<UInt8>) {
    var index = 0
    func skipSpace() {
      while index < json.count, json[index].isASCIIWhitespace { index += 1 }
    }
    func take(_ mark: Unicode.Scalar) -> Bool {
      skipSpace()
      guard index < json.count, json[index] == UInt8(ascii: mark) else { return false }
      index += 1
      return true
    }
    func string() -> Range<Int>? {
      guard take("\"") else { return nil }
      let start = index
      while index < json.count {
        let byte = json[index]
        if byte == UInt8(ascii: "\"") {
          index += 1
          return start..<index - 1
        }
        if byte == UInt8(ascii: "\\") || byte < 0x20 { return nil }
        index += 1
      }
      return nil
    }
    func isKey(_ key: Range<Int>, _ name: StaticString) -> Bool {
      key.count == name.utf8CodeUnitCount && json.matches(name, at: key.lowerBound)
    }
    guard take("{") else { return nil }
    repeat {
      guard let key = string(), take(":"), let value = string() else { return nil }
      // Of repeated members the last one counts.
      if isKey(key, "phrase") {
        phrase = value
      } else if isKey(key, "type") {
        type = value
      } else if isKey(key, "id") {
        identifier = value
      } else if isKey(key, "case") {
        caseRule = value
      }
    } while take(",")
    guard take("}") else { return nil }
    skipSpace()
    guard index == json.count else { return nil }
  }
}
