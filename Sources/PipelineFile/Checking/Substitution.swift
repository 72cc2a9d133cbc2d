import StageKit
import TextKit

/// Putting the values of environment variables into a text.
///
/// `${NAME}` stands for the variable's value, `${NAME:-text}` for the text if the variable is unset or
/// empty, and `$${` for `${` itself. This happens to single values after the file has been parsed, so
/// that no variable can add a key, an element or a stage.
struct Substitution {
  /// What is wrong, and the offset of the `$` in Unicode scalars.
  struct Failure: Error {
    var mistake: Mistake
    var offset: Int
  }

  let environment: (String) -> String?

  func expand(_ text: String) throws(Failure) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains("$") else { return text }
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index...].starts(with: ["$", "$", "{"] as [Unicode.Scalar]) {
        result.append(contentsOf: scalars[index + 1...index + 2])
        index += 3
      } else if scalars[index...].starts(with: ["$", "{"] as [Unicode.Scalar]) {
        index = try expandReference(scalars, at: index, into: &result)
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return String(result)
  }

  /// Expands the reference at `start` and returns the index after it.
  private func expandReference(
    _ scalars: [Unicode.Scalar], at start: Int, into result: inout String.UnicodeScalarView
  ) throws(Failure) -> Int {
    let end = scalars[start...].firstIndex(of: "}") ?? scalars.count
    func string(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }
    var index = start + 2
    while index < end, Self.isNameScalar(scalars[index], isFirst: index == start + 2) { index += 1 }
    let name = string(start + 2..<index)
    let hasDefault = scalars[index...].starts(with: [":", "-"] as [Unicode.Scalar])
    let fallback = hasDefault ? index + 2..<max(end, index + 2) : index..<index
    guard end < scalars.count, !name.isEmpty, index == end || hasDefault,
      !string(fallback).contains("${")
    else {
      let malformed = string(start..<min(end + 1, scalars.count))
      throw Failure(mistake: .malformedVariable(malformed), offset: start)
    }
    if let value = environment(name), !(value.isEmpty && hasDefault) {
      result.append(contentsOf: value.unicodeScalars)
    } else if hasDefault {
      result.append(contentsOf: scalars[fallback])
    } else {
      throw Failure(mistake: .unsetVariable(name), offset: start)
    }
    return end + 1
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    guard let byte = UInt8(exactly: scalar.value) else { return false }
    return byte.isASCIILetter || byte == UInt8(ascii: "_") || (byte.isASCIIDigit && !isFirst)
  }
}
