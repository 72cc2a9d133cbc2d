import StageKit

/// The rules as one machine that reads symbols: the position automaton of Glushkov, with the set of
/// positions kept as bits.
///
/// Each place in a rule where a symbol stands is a position; a position is followed by others. From
/// one piece the machine reads on while any position remains, so a match of bounded length costs a
/// bounded number of steps.
struct PatternAutomaton: Sendable {
  typealias Positions = SIMD16<UInt64>

  /// Longer matches are cut short, which keeps the work for hostile text linear.
  static let maximumPieces = 24

  private var initial = Positions()
  private var accepting = Positions()
  /// For each symbol, the positions where it stands.
  private var standing = [Positions](
    repeating: Positions(), count: PatternSymbol.allCases.count)
  private var following: [Positions] = []
  /// For each position, the index of its rule.
  private var rules: [Int] = []

  /// - Precondition: the rules are well formed, which a test sees to: they are part of the program.
  init(rules: [String], definitions: [(name: String, rule: String)]) {
    let named = Dictionary(uniqueKeysWithValues: definitions.map { ($0.name, $0.rule) })
    for (index, rule) in rules.enumerated() {
      var parser = PatternParser(rule, definitions: named)
      let fragment = add(parser.parse(), rule: index)
      initial |= fragment.first
      accepting |= fragment.last
    }
  }

  /// Whether a match can start with this symbol.
  func canStart(_ symbol: PatternSymbol) -> Bool {
    initial & standing[Int(symbol.rawValue)] != Positions()
  }

  /// The longest match.
  ///
  /// - Parameters:
  ///   - next: the symbol at an offset from the start, `nil` where the pieces end.
  ///   - mayEnd: whether a match may end before an offset.
  /// - Returns: the rule's index and the number of symbols.
  func longestMatch(
    _ next: (Int) -> PatternSymbol?, mayEnd: (Int) -> Bool
  ) -> (rule: Int, count: Int)? {
    var best: (rule: Int, count: Int)?
    var reachable = initial
    for offset in 0..<Self.maximumPieces {
      guard let symbol = next(offset) else { break }
      let current = reachable & standing[Int(symbol.rawValue)]
      if current == Positions() { break }
      let accepted = current & accepting
      if accepted != Positions(), mayEnd(offset + 1) {
        best = (firstRule(of: accepted), offset + 1)
      }
      reachable = Positions()
      forEach(current) { reachable |= following[$0] }
    }
    return best
  }

  /// Positions are numbered rule by rule, so the lowest is of the first rule.
  private func firstRule(of positions: Positions) -> Int {
    for word in 0..<Positions.scalarCount where positions[word] != 0 {
      return rules[word * 64 + positions[word].trailingZeroBitCount]
    }
    return 0
  }

  private func forEach(_ positions: Positions, _ body: (Int) -> Void) {
    for word in 0..<Positions.scalarCount {
      var bits = positions[word]
      while bits != 0 {
        body(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }

  // MARK: Construction

  private struct Fragment {
    var first = Positions()
    var last = Positions()
    var canBeEmpty = true
  }

  private mutating func add(_ pattern: PatternParser.Pattern, rule: Int) -> Fragment {
    switch pattern {
    case .symbols(let symbols):
      let position = rules.count
      precondition(position < Positions.scalarCount * 64, "the rules have too many positions")
      rules.append(rule)
      following.append(Positions())
      var bit = Positions()
      bit[position / 64] = 1 << UInt64(position % 64)
      for symbol in symbols { standing[Int(symbol.rawValue)] |= bit }
      return Fragment(first: bit, last: bit, canBeEmpty: false)
    case .choice(let patterns):
      var whole = Fragment(canBeEmpty: false)
      for pattern in patterns {
        let part = add(pattern, rule: rule)
        whole.first |= part.first
        whole.last |= part.last
        whole.canBeEmpty = whole.canBeEmpty || part.canBeEmpty
      }
      return whole
    case .sequence(let patterns):
      var whole = Fragment()
      for pattern in patterns {
        let part = add(pattern, rule: rule)
        forEach(whole.last) { following[$0] |= part.first }
        if whole.canBeEmpty { whole.first |= part.first }
        whole.last = part.canBeEmpty ? whole.last | part.last : part.last
        whole.canBeEmpty = whole.canBeEmpty && part.canBeEmpty
      }
      return whole
    case .optional(let pattern, let repeats):
      var part = add(pattern, rule: rule)
      if repeats { forEach(part.last) { following[$0] |= part.first } }
      part.canBeEmpty = true
      return part
    }
  }
}
