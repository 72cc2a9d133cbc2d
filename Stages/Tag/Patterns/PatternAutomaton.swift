import StageKit

/// The rules as one machine that reads symbols: the position automaton of Glushkov, with the set of
/// positions kept as bits.
///
/// Each place in a rule where a symbol stands is a position; a position is followed by others. From
/// one piece the machine reads on while any position remains, so a match of bounded length costs a
/// bounded number of steps. The sets of positions that texts lead to are few: each gets a number, a
/// state, when it is first met, so that nearly all steps are one look into a table.
struct PatternAutomaton: Sendable {
  /// A set of positions.
  struct Positions: Sendable {
    static let maximumCount = 2048
    private var words = InlineArray<32, UInt64>(repeating: 0)

    var isEmpty: Bool {
      var bits: UInt64 = 0
      for word in words.indices { bits |= words[word] }
      return bits == 0
    }

    /// 0 if there is none.
    var first: Int {
      for word in words.indices where words[word] != 0 {
        return word * 64 + words[word].trailingZeroBitCount
      }
      return 0
    }

    /// A hash that tells sets apart: two of these few have the same one less likely than a machine breaks.
    var hash: UInt64 {
      var hash: UInt64 = 0
      for word in words.indices {
        hash = (hash ^ words[word]) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
      }
      return hash
    }

    mutating func insert(_ position: Int) { insert(1 << UInt64(position % 64), in: position / 64) }

    /// Inserts the positions whose bits are set in a word.
    mutating func insert(_ bits: UInt64, in word: Int) { words[word] |= bits }

    func intersection(_ other: Positions) -> Positions {
      var both = Positions()
      for word in words.indices { both.words[word] = words[word] & other.words[word] }
      return both
    }

    func visit(_ body: (Int) -> Void) {
      for word in words.indices {
        var bits = words[word]
        while bits != 0 {
          body(word * 64 + bits.trailingZeroBitCount)
          bits &= bits - 1
        }
      }
    }
  }

  /// Positions of one word of a set.
  private struct Followers {
    var word: Int
    var bits: UInt64
  }

  /// Longer matches are cut short, which keeps the work for hostile text linear.
  static let maximumPieces = 24

  private var initial = Positions()
  private var accepting = Positions()
  /// For each symbol, the positions where it stands.
  private var standing = [Positions](
    repeating: Positions(), count: PatternSymbol.allCases.count)
  /// By position, those that may follow it, which stand side by side: in one word or two.
  private var following: [[Followers]] = []
  /// For each position, the index of its rule.
  private var rules: [Int] = []

  /// - Precondition: the rules are well formed, which a test sees to: they are part of the program.
  init(rules: [String], definitions: [(name: String, rule: String)]) {
    // Each once, with those in front of it: rules name them again and again.
    var named: [String: PatternParser.Pattern] = [:]
    for (name, rule) in definitions {
      var parser = PatternParser(rule, definitions: named)
      named[name] = parser.parse()
    }
    for (index, rule) in rules.enumerated() {
      var parser = PatternParser(rule, definitions: named)
      let fragment = add(parser.parse(), rule: index)
      for position in fragment.first { initial.insert(position) }
      for position in fragment.last { accepting.insert(position) }
    }
  }

  /// Whether a match can start with this symbol.
  func canStart(_ symbol: PatternSymbol) -> Bool {
    !initial.intersection(standing[Int(symbol.rawValue)]).isEmpty
  }

  /// The longest match.
  ///
  /// - Parameters:
  ///   - next: the symbol at an offset from the start, `nil` where the pieces end.
  ///   - mayEnd: whether a match may end before an offset.
  ///   - memory: what is known so far of the sets of positions; any that was used with this automaton.
  /// - Returns: the rule's index and the number of symbols.
  @inline(__always)
  func longestMatch(
    _ memory: inout Memory, _ next: (Int) -> PatternSymbol?, mayEnd: (Int) -> Bool
  ) -> (rule: Int, count: Int)? {
    var best: (rule: Int, count: Int)?
    var state = Memory.start
    for offset in 0..<Self.maximumPieces {
      guard let symbol = next(offset) else { break }
      let known = memory.next(state, symbol)
      state = known == Memory.unknown ? step(from: state, symbol, &memory) : known
      if state == Memory.dead { break }
      let rule = memory.acceptedRule(state)
      if rule >= 0, mayEnd(offset + 1) { best = (rule, offset + 1) }
    }
    return best
  }

  /// Finds out what comes behind a state, and remembers it.
  private func step(from state: Int, _ symbol: PatternSymbol, _ memory: inout Memory) -> Int {
    let reachable = state == Memory.start ? initial : memory.following(state)
    let current = reachable.intersection(standing[Int(symbol.rawValue)])
    if current.isEmpty {
      memory.remember(state, symbol, Memory.dead)
      return Memory.dead
    }
    if let known = memory.remember(state, symbol, current) { return known }
    // Positions are numbered rule by rule, so the lowest is of the first rule.
    let accepted = current.intersection(accepting)
    return memory.remember(
      state, symbol, current, following: follow(current),
      rule: accepted.isEmpty ? -1 : rules[accepted.first])
  }

  private func follow(_ positions: Positions) -> Positions {
    var reachable = Positions()
    positions.visit {
      for followers in following[$0] { reachable.insert(followers.bits, in: followers.word) }
    }
    return reachable
  }

  // MARK: States

  /// The sets of positions that were met and what follows them; for a worker to keep. What it holds
  /// changes no result.
  struct Memory: Sendable {
    fileprivate static let start = 0
    fileprivate static let dead = -1
    fileprivate static let unknown = -2
    private static let symbolCount = PatternSymbol.allCases.count

    private let maximumStates: Int
    /// By the hash of a set, its state.
    private var numbers = NumberTable()
    // By state; nothing has led to the start.
    private var followingSets: [Positions] = []
    private var rules: [Int16] = []
    /// By state and symbol, the next state.
    private var steps: [Int16] = []

    /// - Parameter maximumStates: where so many are met, all are forgotten.
    init(maximumStates: Int = 2000) {
      precondition((2...Int(Int16.max)).contains(maximumStates))
      self.maximumStates = maximumStates
      reset()
    }

    private mutating func reset() {
      numbers.removeAll()
      followingSets.removeAll(keepingCapacity: true)
      rules.removeAll(keepingCapacity: true)
      steps.removeAll(keepingCapacity: true)
      add(Positions(), following: Positions(), rule: -1)
    }

    @inline(__always)
    fileprivate func next(_ state: Int, _ symbol: PatternSymbol) -> Int {
      Int(steps[state &* Self.symbolCount &+ Int(symbol.rawValue)])
    }

    /// The first rule that is fulfilled, -1 if none is.
    @inline(__always)
    fileprivate func acceptedRule(_ state: Int) -> Int { Int(rules[state]) }

    /// The positions that may follow those of a state.
    fileprivate func following(_ state: Int) -> Positions { followingSets[state] }

    fileprivate mutating func remember(_ state: Int, _ symbol: PatternSymbol, _ next: Int) {
      steps[state * Self.symbolCount + Int(symbol.rawValue)] = Int16(next)
    }

    /// - Returns: the state of the positions to which a symbol leads, if it has been met.
    fileprivate mutating func remember(
      _ state: Int, _ symbol: PatternSymbol, _ positions: Positions
    ) -> Int? {
      guard let known = numbers[positions.hash] else { return nil }
      remember(state, symbol, known)
      return known
    }

    /// Adds the state of positions that have not been met.
    fileprivate mutating func remember(
      _ state: Int, _ symbol: PatternSymbol, _ positions: Positions, following: Positions, rule: Int
    ) -> Int {
      if followingSets.count == maximumStates {
        reset()
        return add(positions, following: following, rule: rule)
      }
      let added = add(positions, following: following, rule: rule)
      remember(state, symbol, added)
      return added
    }

    @discardableResult
    private mutating func add(_ positions: Positions, following: Positions, rule: Int) -> Int {
      let number = followingSets.count
      numbers[positions.hash] = number
      followingSets.append(following)
      rules.append(Int16(rule))
      for _ in 0..<Self.symbolCount { steps.append(Int16(Self.unknown)) }
      return number
    }
  }

  // MARK: Construction

  /// Where a part of a rule begins and ends. Lists, since the sets are large and these are short.
  private struct Fragment {
    var first: [Int] = []
    var last: [Int] = []
    var canBeEmpty = true
  }

  private mutating func connect(_ last: [Int], to first: [Int]) {
    for position in last {
      for follower in first {
        let (word, bit) = (follower / 64, 1 << UInt64(follower % 64) as UInt64)
        if let known = following[position].firstIndex(where: { $0.word == word }) {
          following[position][known].bits |= bit
        } else {
          following[position].append(Followers(word: word, bits: bit))
        }
      }
    }
  }

  private mutating func add(_ pattern: PatternParser.Pattern, rule: Int) -> Fragment {
    switch pattern {
    case .symbols(let symbols):
      let position = rules.count
      precondition(position < Positions.maximumCount, "the rules have too many positions")
      rules.append(rule)
      following.append([])
      for symbol in symbols { standing[Int(symbol.rawValue)].insert(position) }
      return Fragment(first: [position], last: [position], canBeEmpty: false)
    case .choice(let patterns):
      var whole = Fragment(canBeEmpty: false)
      for pattern in patterns {
        let part = add(pattern, rule: rule)
        whole.first += part.first
        whole.last += part.last
        whole.canBeEmpty = whole.canBeEmpty || part.canBeEmpty
      }
      return whole
    case .sequence(let patterns):
      var whole = Fragment()
      for pattern in patterns {
        let part = add(pattern, rule: rule)
        connect(whole.last, to: part.first)
        if whole.canBeEmpty { whole.first += part.first }
        whole.last = part.canBeEmpty ? whole.last + part.last : part.last
        whole.canBeEmpty = whole.canBeEmpty && part.canBeEmpty
      }
      return whole
    case .optional(let pattern, let repeats):
      var part = add(pattern, rule: rule)
      if repeats { connect(part.last, to: part.first) }
      part.canBeEmpty = true
      return part
    }
  }
}
