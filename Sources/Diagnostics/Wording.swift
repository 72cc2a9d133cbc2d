#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The building blocks of messages, so that all of them read alike.
public enum Wording {
  /// A name or value in quotes, cut after forty characters.
  public static func quote(_ text: some StringProtocol) -> String {
    let longest = 40
    let end = text.unicodeScalars.index(
      text.startIndex, offsetBy: longest, limitedBy: text.endIndex)
    guard let end, end < text.endIndex else { return "'\(text)'" }
    return "'\(text[..<end])…'"
  }

  /// `'a', 'b' and 'c'`.
  public static func list(_ names: [String], _ conjunction: String = "and") -> String {
    let quoted = names.map { quote($0) }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return "\(quoted.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }

  /// What to add to a message about an unknown name: the name that was probably meant, or else all
  /// that there are if they are few; empty if there are many.
  public static func suggestion(for name: String, among candidates: [String]) -> String {
    if let nearest = nearestName(to: name, among: candidates) {
      return "; did you mean '\(nearest)'?"
    }
    switch candidates.count {
    case 1: return "; there is only \(list(candidates))"
    case 2...8: return "; there are \(list(candidates))"
    default: return ""
    }
  }

  /// What the system says of an error, `errno` as a rule, in the style of our messages.
  public static func systemMessage(_ number: Int32) -> String {
    let text = String(cString: strerror(number))
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// The text with control characters escaped, so that a message is one line and cannot drive the
  /// terminal.
  public static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where isControl(scalar): result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    // Characters that turn the direction of writing can make a message show something else.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
