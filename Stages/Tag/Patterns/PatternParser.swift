import TextKit

/// Reads the notation of `PatternRules` into a tree.
struct PatternParser {
  indirect enum Pattern {
    /// One piece with any of these symbols.
    case symbols(Set<PatternSymbol>)
    case sequence([Pattern])
    case choice([Pattern])
    case optional(Pattern, repeats: Bool)
  }

  private let definitions: [String: Pattern]
  private var words: [Substring] = []
  private var next = 0

  /// - Parameter definitions: what the words that are no symbols stand for.
  init(_ rule: String, definitions: [String: Pattern]) {
    self.definitions = definitions
    var rest = rule[...]
    while let first = rest.utf8.first {
      var length = 1
      if first.isWordByte { length = rest.utf8.prefix { $0.isWordByte }.count }
      if first > 0x20 { words.append(rest.prefix(length)) }
      rest = rest.dropFirst(length)
    }
  }

  /// - Precondition: the rule is well formed.
  mutating func parse() -> Pattern {
    let pattern = parseChoice()
    precondition(next == words.count, "a rule has '\(words[next])' where none is expected")
    return pattern
  }

  private var word: Substring? { next < words.count ? words[next] : nil }

  private mutating func parseChoice() -> Pattern {
    var alternatives = [parseSequence()]
    while word == "|" {
      next += 1
      alternatives.append(parseSequence())
    }
    if alternatives.count == 1 { return alternatives[0] }
    var union: Set<PatternSymbol> = []
    for case .symbols(let set) in alternatives { union.formUnion(set) }
    let others = alternatives.filter { if case .symbols = $0 { false } else { true } }
    if others.isEmpty { return .symbols(union) }
    return .choice(union.isEmpty ? others : [.symbols(union)] + others)
  }

  private mutating func parseSequence() -> Pattern {
    var parts: [Pattern] = []
    while let word, word != "|", word != ")" {
      next += 1
      var part: Pattern
      if word == "(" {
        part = parseChoice()
        precondition(self.word == ")", "a rule lacks ')'")
        next += 1
      } else if let symbol = PatternSymbol.named[String(word)] {
        part = .symbols([symbol])
      } else {
        guard let definition = definitions[String(word)] else {
          preconditionFailure("a rule names '\(word)', which is neither symbol nor definition")
        }
        part = definition
      }
      if self.word == "?" || self.word == "*" {
        part = .optional(part, repeats: self.word == "*")
        next += 1
      }
      parts.append(part)
    }
    precondition(!parts.isEmpty, "a rule has nothing where a symbol is expected")
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool { isASCIILetter || isASCIIDigit }
}
