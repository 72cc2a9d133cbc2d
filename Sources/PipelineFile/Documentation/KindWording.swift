import Diagnostics
import StageKit
import TextKit

extension OptionKind {
  /// What a value of this kind is, as a phrase: `a whole number from 1 to 10`.
  var phrase: String {
    switch self {
    case .boolean: "true or false"
    case .integer(let range):
      "a whole number" + Self.bounds(range, least: Int.min, greatest: Int.max) { "\($0)" }
    case .number(let range):
      "a number"
        + Self.bounds(
          range, least: -Double.greatestFiniteMagnitude, greatest: Double.greatestFiniteMagnitude
        ) { Value.number($0).yaml }
    case .string: "text"
    case .path(.input), .path(.output): "a path"
    case .path(.resource): "the path of a file"
    case .byteCount(let range):
      "a number of bytes"
        + Self.bounds(range, least: 0, greatest: Int.max) { ScalarReading.text(ofByteCount: $0) }
    case .duration(let range):
      "a length of time"
        + Self.bounds(range, least: 0, greatest: Int.max) { ScalarReading.text(ofDuration: $0) }
    case .choice(let words): Wording.list(words, "or")
    case .list(let element): "a list; each element: \(element.phrase)"
    case .map(let element): "keys of your own; each value: \(element.phrase)"
    case .object: "keys with values"
    }
  }

  private static func bounds<Bound: Comparable>(
    _ range: ClosedRange<Bound>, least: Bound, greatest: Bound, _ text: (Bound) -> String
  ) -> String {
    switch (range.lowerBound > least, range.upperBound < greatest) {
    case (true, true): " from \(text(range.lowerBound)) to \(text(range.upperBound))"
    case (true, false): " of at least \(text(range.lowerBound))"
    case (false, true): " of at most \(text(range.upperBound))"
    case (false, false): ""
    }
  }
}

extension OptionSpecification {
  /// The default as it would be written in a pipeline file, or `nil` where there is none.
  var writtenDefault: String? {
    switch (kind, defaultValue) {
    case (_, .null): nil
    case (.byteCount, .integer(let count)): ScalarReading.text(ofByteCount: count)
    case (.duration, .integer(let seconds)): ScalarReading.text(ofDuration: seconds)
    default: defaultValue.yaml
    }
  }
}

extension Value {
  /// The value in one line of YAML.
  var yaml: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .integer(let integer): "\(integer)"
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .string(let text): Self.yaml(text)
    case .list(let elements): "[\(elements.map(\.yaml).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\(Self.yaml($0.key)): \($0.value.yaml)" }.joined(separator: ", "))}"
    }
  }

  /// A text without quotes if it then reads as itself.
  private static func yaml(_ text: String) -> String {
    let isPlain =
      text.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "_-./ ".utf8.contains($0) }
      && text.utf8.first.map { $0.isASCIILetter || $0 == UInt8(ascii: ".") } ?? false
      && text.utf8.last != UInt8(ascii: " ")
    if isPlain, !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased()) {
      return text
    }
    var quoted: [UInt8] = []
    quoted.append(json: text)
    return String(decoding: quoted, as: UTF8.self)
  }
}
