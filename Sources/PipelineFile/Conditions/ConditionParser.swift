import StageKit
import TextKit

/// Reads a condition:
///
///     condition  = conjunction {"or" conjunction}
///     conjunction = negation {"and" negation}
///     negation   = "not" negation | "(" condition ")" | "true" | "false" | test
///     test       = "exists" field | field "exists" | field comparison value
///                | field ["not"] "in" "[" value {"," value} "]" | field ["not"] "contains" value
struct ConditionParser {
  private static let maximumDepth = 64

  private let tokens: [ConditionToken]
  /// Where the condition ends, in Unicode scalars.
  private let end: Int
  private var index = 0
  private var depth = 0

  static func parse(
    _ text: String, _ substitution: Substitution
  ) throws(ConditionFailure) -> Condition {
    let tokens = try ConditionTokens.read(text, substitution)
    guard !tokens.isEmpty else { throw ConditionFailure(.empty, 0) }
    var parser = ConditionParser(tokens: tokens, end: text.unicodeScalars.count)
    let condition = try parser.parseCondition()
    if let rest = parser.peek {
      throw ConditionFailure(.connectiveExpected(rest.text), rest.offset)
    }
    return condition
  }

  private init(tokens: [ConditionToken], end: Int) {
    self.tokens = tokens
    self.end = end
  }

  private var peek: ConditionToken? { index < tokens.count ? tokens[index] : nil }
  private var offset: Int { peek?.offset ?? end }

  private mutating func take(word: String) -> Bool {
    guard let token = peek, token.isWord(word) else { return false }
    index += 1
    return true
  }

  private mutating func take(sign: String) -> Bool {
    guard let token = peek, token.isSign(sign) else { return false }
    index += 1
    return true
  }

  private mutating func parseCondition() throws(ConditionFailure) -> Condition {
    var parts = [try parseConjunction()]
    while take(word: "or") { parts.append(try parseConjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func parseConjunction() throws(ConditionFailure) -> Condition {
    var parts = [try parseNegation()]
    while take(word: "and") { parts.append(try parseNegation()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func parseNegation() throws(ConditionFailure) -> Condition {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumDepth {
      throw ConditionFailure(ConditionMistake.nestedTooDeeply, offset)
    }
    if take(word: "not") { return .not(try parseNegation()) }
    if take(sign: "(") {
      let condition = try parseCondition()
      guard take(sign: ")") else { throw ConditionFailure(.closingExpected(peek?.text), offset) }
      return condition
    }
    if let token = peek, token.kind != .quoted, ["true", "false"].contains(token.text) {
      index += 1
      return .always(token.text == "true")
    }
    return try parseTest()
  }

  private mutating func parseTest() throws(ConditionFailure) -> Condition {
    if take(word: "exists") { return .exists(try parseField()) }
    let field = try parseField()
    if take(word: "exists") { return .exists(field) }
    let isNegated = take(word: "not")
    let operatorToken = peek
    index += 1
    let condition: Condition
    switch operatorToken.map({ [.word, .sign].contains($0.kind) ? $0.text : "" }) {
    case "in": condition = .isIn(field, try parseList(for: field))
    case "contains":
      guard field.kind != .number else {
        throw ConditionFailure(
          .operatorNotForField("contains", field: field.rawValue), operatorToken?.offset ?? end)
      }
      condition = .contains(field, try parseValue().text)
    case let sign? where !isNegated && ["==", "!=", "<", "<=", ">", ">="].contains(sign):
      condition = try parseComparison(field, sign, operatorToken?.offset ?? end)
    default:
      throw ConditionFailure(
        .operatorExpected(field: field.rawValue, operatorToken?.text), operatorToken?.offset ?? end)
    }
    return isNegated ? .not(condition) : condition
  }

  private mutating func parseComparison(
    _ field: Condition.Field, _ sign: String, _ offset: Int
  ) throws(ConditionFailure) -> Condition {
    let isNegated = sign == "!="
    let ordering = Condition.Ordering(rawValue: sign) ?? .equal
    if ordering != .equal, field.kind == .text {
      throw ConditionFailure(.operatorNotForField(sign, field: field.rawValue), offset)
    }
    let value = try parseValue()
    try check(value, for: field)
    let condition = Condition.compares(field, ordering, value.text)
    return isNegated ? .not(condition) : condition
  }

  private mutating func parseField() throws(ConditionFailure) -> Condition.Field {
    guard let token = peek, token.kind == .word,
      !["and", "or", "in", "contains"].contains(token.text)
    else { throw ConditionFailure(.fieldExpected(peek?.text), offset) }
    guard let field = Condition.Field(rawValue: token.text) else {
      throw ConditionFailure(.unknownField(token.text), token.offset)
    }
    index += 1
    return field
  }

  private mutating func parseList(for field: Condition.Field) throws(ConditionFailure) -> [String] {
    guard take(sign: "[") else { throw ConditionFailure(.listExpected(peek?.text), offset) }
    var values: [String] = []
    while true {
      let value = try parseValue()
      try check(value, for: field)
      values.append(value.text)
      if take(sign: "]") { return values }
      guard take(sign: ",") else { throw ConditionFailure(.separatorExpected(peek?.text), offset) }
    }
  }

  private mutating func parseValue() throws(ConditionFailure) -> ConditionToken {
    guard let token = peek, token.kind != .sign else {
      throw ConditionFailure(.valueExpected(peek?.text), offset)
    }
    index += 1
    return token
  }

  /// Refuses values that the field can never have.
  private func check(
    _ value: ConditionToken, for field: Condition.Field
  ) throws(ConditionFailure) {
    let text = value.text
    switch field {
    case .confidence, .bytes:
      let number = field.numberValue(text)
      if number == nil || field == .confidence && !(0...1).contains(number ?? 0) {
        throw ConditionFailure(.numberExpected(field: field.rawValue, text), value.offset)
      }
    case .published, .updated:
      if !Self.isDate(text) {
        throw ConditionFailure(.dateExpected(field: field.rawValue, text), value.offset)
      }
    case .language:
      if !(2...3).contains(text.utf8.count) || !text.utf8.allSatisfy(\.isASCIILowercase) {
        throw ConditionFailure(.languageExpected(text), value.offset)
      }
    case .form:
      if Document.Form(rawValue: text) == nil {
        throw ConditionFailure(.formExpected(text), value.offset)
      }
    default: break
    }
  }

  /// Whether a text is the beginning of a time such as `2023-09-19T12:12:00`, at least its year.
  private static func isDate(_ text: String) -> Bool {
    let shape = Array("0000-00-00T00:00:00".utf8)
    guard [4, 7, 10, 13, 16, 19].contains(text.utf8.count) else { return false }
    let hasShape = zip(text.utf8, shape).allSatisfy { byte, wanted in
      wanted == UInt8(ascii: "0") ? byte.isASCIIDigit : byte == wanted
    }
    guard hasShape else { return false }
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    func part(_ index: Int, _ range: ClosedRange<Int>) -> Bool {
      index >= parts.count || range.contains(parts[index])
    }
    // A second may be one that is put in.
    guard part(1, 1...12), part(3, 0...23), part(4, 0...59), part(5, 0...60) else { return false }
    guard parts.count > 2 else { return true }
    let (year, month) = (parts[0], parts[1])
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return part(2, 1...lengths[month - 1])
  }
}
