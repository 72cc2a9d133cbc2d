import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a value must be.
struct Expectation {
  let value: Value

  /// The words of which an object says more than equality.
  static let words: Set<String> = [
    "equals", "not", "contains", "lacks", "starts_with", "ends_with", "matches", "count",
    "at_least", "at_most", "about", "within", "exists",
  ]

  init(_ value: Value) {
    self.value = value
  }

  /// The object's members, if it consists of words.
  private var conditions: [Value.Member]? {
    guard let members = value.members, !members.isEmpty,
      members.allSatisfy({ Self.words.contains($0.key) })
    else { return nil }
    return members
  }

  /// What does not hold of `actual`, a line or more each; empty if all does.
  ///
  /// - Parameter name: what the value is called in messages.
  func problems(with actual: Value?, _ name: String) -> [String] {
    if let conditions {
      return conditions.flatMap { check($0, actual ?? .null, name) }
    }
    if let expected = value.members {
      guard actual?.members != nil else {
        return ["\(name): \(value.text) is expected, not \((actual ?? .null).text)"]
      }
      return expected.flatMap {
        Expectation($0.value).problems(with: actual?[$0.key], "\(name).\($0.key)")
      }
    }
    if let expected = value.list {
      guard let elements = actual?.list else {
        return ["\(name): a list is expected, not \((actual ?? .null).text)"]
      }
      if expected.count == elements.count,
        zip(expected, elements).allSatisfy({ Expectation($0).holds(of: $1) })
      {
        return []
      }
      return ["\(name): the list differs\n" + difference(expected, elements)]
    }
    if holdsPlainly(of: actual ?? .null) { return [] }
    return ["\(name): \(value.text) is expected, not \((actual ?? .null).text)"]
  }

  func holds(of actual: Value?) -> Bool { problems(with: actual, "").isEmpty }

  /// Whether a single value is the expected one; text also stands for what covers it.
  private func holdsPlainly(of actual: Value) -> Bool {
    if actual == value { return true }
    if let number = value.number, let other = actual.number { return number == other }
    // Text that looks like a number in YAML.
    if case .string(let text) = actual, value.number != nil { return text == value.text }
    if let text = value.string { return actual.coveredText == text }
    return false
  }

  private func check(_ condition: Value.Member, _ actual: Value, _ name: String) -> [String] {
    let wanted = condition.value
    let text = actual.coveredText
    func problem(_ words: String, unless holds: Bool) -> [String] {
      holds ? [] : ["\(name): \(words) \(wanted.text) is expected, not \(short(actual))"]
    }
    switch condition.key {
    case "equals": return Expectation(wanted).problems(with: actual, name)
    case "not": return problem("anything but", unless: !Expectation(wanted).holds(of: actual))
    case "contains":
      return (wanted.list ?? [wanted]).flatMap { part in
        contains(actual, part)
          ? [] : ["\(name): \(part.text) is missing in \(short(actual))"]
      }
    case "lacks":
      return (wanted.list ?? [wanted]).flatMap { part in
        contains(actual, part)
          ? ["\(name): \(part.text) must not be in \(short(actual))"] : []
      }
    case "starts_with":
      return problem("a start of", unless: text?.hasPrefix(wanted.string ?? "\0") ?? false)
    case "ends_with":
      return problem("an end of", unless: text?.hasSuffix(wanted.string ?? "\0") ?? false)
    case "matches":
      switch text.map({ matches($0, wanted.string ?? wanted.text) }) {
      case .some(nil): return ["\(name): \(wanted.text) is no regular expression"]
      case .some(let isMatch?): return problem("a match of", unless: isMatch)
      case nil: return problem("text that matches", unless: false)
      }
    case "count":
      let count = actual.list?.count ?? text?.unicodeScalars.count
      let isRight = count.map { Self.compare($0, with: wanted) }
      switch isRight {
      case .some(nil): return ["\(name): 'count' is a number or like '>= 3', not \(wanted.text)"]
      case .some(let isRight?):
        return isRight ? [] : ["\(name): \(wanted.text) are expected, not \(count ?? 0)"]
      case nil: return problem("a list with a count of", unless: false)
      }
    case "at_least": return problem("at least", unless: ordered(wanted, actual))
    case "at_most": return problem("at most", unless: ordered(actual, wanted))
    case "about":
      let distance = value["within"]?.number ?? 0
      let isNear = actual.number.flatMap { number in
        wanted.number.map { abs($0 - number) <= distance }
      }
      return problem("within \(distance) of", unless: isNear ?? false)
    case "within": return value["about"] == nil ? ["\(name): 'within' needs 'about'"] : []
    case "exists":
      return problem("for 'exists'", unless: (actual != .null) == (wanted.bool ?? true))
    default: return ["\(name): unknown word '\(condition.key)'"]
    }
  }

  private func contains(_ actual: Value, _ part: Value) -> Bool {
    if let elements = actual.list { return elements.contains { Expectation(part).holds(of: $0) } }
    guard let text = actual.coveredText else { return false }
    return Array(text.utf8).span.contains(Array((part.string ?? part.text).utf8))
  }

  private func ordered(_ first: Value, _ second: Value) -> Bool {
    if let first = first.number, let second = second.number { return first <= second }
    if let first = first.string, let second = second.string { return first <= second }
    return false
  }

  /// - Returns: `nil` if `wanted` is neither a number nor a comparison.
  private static func compare(_ count: Int, with wanted: Value) -> Bool? {
    if let number = wanted.integer { return count == number }
    guard let text = wanted.string else { return nil }
    let comparison = text.prefix { "<>=!".contains($0) }
    guard let number = Int(text.dropFirst(comparison.count).drop { $0 == " " }) else { return nil }
    switch comparison {
    case ">=": return count >= number
    case "<=": return count <= number
    case ">": return count > number
    case "<": return count < number
    case "==", "=": return count == number
    case "!=": return count != number
    default: return nil
    }
  }

  private func short(_ value: Value) -> String {
    let text = value.text
    return text.count <= 200 ? text : text.prefix(199) + "…"
  }
}

extension Span<UInt8> {
  /// Whether the bytes stand somewhere in these.
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    var start = 0
    while let place = firstOffset(of: first, in: start..<count) {
      if place + part.count > count { return false }
      if part.indices.allSatisfy({ self[place + $0] == part[$0] }) { return true }
      start = place + 1
    }
    return false
  }
}

/// Whether a POSIX extended regular expression matches somewhere; `nil` if it is none.
private func matches(_ text: String, _ pattern: String) -> Bool? {
  var expression = regex_t()
  guard regcomp(&expression, pattern, REG_EXTENDED | REG_NOSUB) == 0 else { return nil }
  defer { regfree(&expression) }
  return regexec(&expression, text, 0, nil, 0) == 0
}
