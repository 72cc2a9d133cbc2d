import TextKit

/// One word or sign of a condition.
struct ConditionToken {
  enum Kind: Equatable {
    /// A word without quotes: a field, `and`, or a value.
    case word
    /// A value in quotes.
    case quoted
    /// A word that holds a variable. It is a value, whatever the variable is.
    case expanded
    /// An operator, bracket or comma.
    case sign
  }

  var kind: Kind
  var text: String
  /// In Unicode scalars, from the start of the condition.
  var offset: Int

  func isWord(_ word: String) -> Bool { kind == .word && text == word }
  func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }
}

/// A mistake in a condition, and its offset in Unicode scalars.
struct ConditionFailure: Error {
  var mistake: Mistake
  var offset: Int

  init(_ mistake: ConditionMistake, _ offset: Int) {
    self.init(.condition(mistake), offset)
  }

  init(_ mistake: Mistake, _ offset: Int) {
    self.mistake = mistake
    self.offset = offset
  }
}

/// Divides a condition into its words and signs. Variables are expanded inside of words and quotes,
/// after dividing, so that their values are always values.
struct ConditionTokens {
  private let scalars: [Unicode.Scalar]
  private let substitution: Substitution
  private var index = 0

  static func read(
    _ text: String, _ substitution: Substitution
  ) throws(ConditionFailure) -> [ConditionToken] {
    var tokens = ConditionTokens(scalars: Array(text.unicodeScalars), substitution: substitution)
    var result: [ConditionToken] = []
    while let token = try tokens.next() { result.append(token) }
    return result
  }

  private init(scalars: [Unicode.Scalar], substitution: Substitution) {
    self.scalars = scalars
    self.substitution = substitution
  }

  private mutating func next() throws(ConditionFailure) -> ConditionToken? {
    while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
    guard index < scalars.count else { return nil }
    let start = index
    switch scalars[index] {
    case "(", ")", "[", "]", ",":
      index += 1
      return ConditionToken(kind: .sign, text: String(Character(scalars[start])), offset: start)
    case "\"", "'": return try readQuoted()
    case "=", "!", "<", ">", "&", "|": return try readOperator()
    default: return try readWord()
    }
  }

  private mutating func readOperator() throws(ConditionFailure) -> ConditionToken {
    let start = index
    while index < scalars.count, index < start + 2, "=!<>&|".unicodeScalars.contains(scalars[index])
    {
      index += 1
    }
    let sign = text(start..<index)
    switch sign {
    case "==", "!=", "<", "<=", ">", ">=":
      return ConditionToken(kind: .sign, text: sign, offset: start)
    case "=": throw ConditionFailure(.singleEquals, start)
    case "&&", "&": throw ConditionFailure(.symbol(sign, word: "and"), start)
    case "||", "|": throw ConditionFailure(.symbol(sign, word: "or"), start)
    case "!": throw ConditionFailure(.symbol(sign, word: "not"), start)
    default: throw ConditionFailure(.operatorExpected(field: "", sign), start)
    }
  }

  private mutating func readQuoted() throws(ConditionFailure) -> ConditionToken {
    let start = index
    let quote = scalars[index]
    index += 1
    var content = String.UnicodeScalarView()
    while index < scalars.count, scalars[index] != quote {
      let isEscape =
        scalars[index] == "\\" && index + 1 < scalars.count
        && "\\\"'".unicodeScalars.contains(scalars[index + 1])
      if isEscape {
        index += 1
      }
      content.append(scalars[index])
      index += 1
    }
    guard index < scalars.count else { throw ConditionFailure(.unclosedQuote, start) }
    index += 1
    return ConditionToken(
      kind: .quoted, text: try expand(String(content), at: start + 1), offset: start)
  }

  private mutating func readWord() throws(ConditionFailure) -> ConditionToken {
    let start = index
    while index < scalars.count {
      let scalar = scalars[index]
      if scalars[index...].starts(with: ["$", "{"] as [Unicode.Scalar]) {
        // A default may hold anything but its end.
        while index < scalars.count, scalars[index] != "}" { index += 1 }
      } else if scalar.properties.isWhitespace || "()[],\"'=!<>&|".unicodeScalars.contains(scalar) {
        break
      }
      index = min(index + 1, scalars.count)
    }
    let word = text(start..<index)
    let expanded = try expand(word, at: start)
    return ConditionToken(
      kind: expanded == word ? .word : .expanded, text: expanded, offset: start)
  }

  private func expand(_ text: String, at start: Int) throws(ConditionFailure) -> String {
    do throws(Substitution.Failure) {
      return try substitution.expand(text)
    } catch {
      throw ConditionFailure(error.mistake, start + error.offset)
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}
