import Testing

@testable import Tag

/// The same numbers on every run.
private struct Numbers {
  private var state: UInt64 = 7

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}

@Suite struct PatternMemoryTests {
  /// Symbols that follow each other in some pattern are rare among all, so most are of those few.
  private func symbols(_ numbers: inout Numbers) -> [PatternSymbol] {
    let common: [PatternSymbol] = [
      .digit, .ten, .year, .month, .hyphen, .comma, .count, .one, .scale, .the, .of, .period, .a,
      .half, .and, .currencySign, .decimal, .unit, .percentSign, .relative, .early, .ordinal,
    ]
    return (0..<1 + numbers.next(below: 30)).map { _ in
      numbers.next(below: 8) == 0
        ? PatternSymbol.allCases[numbers.next(below: PatternSymbol.allCases.count)]
        : common[numbers.next(below: common.count)]
    }
  }

  @Test func whatIsRememberedChangesNoMatch() {
    let automaton = PatternAutomaton(
      rules: PatternRules.rules.map(\.rule), definitions: PatternRules.definitions)
    var memory = PatternAutomaton.Memory()
    var shortMemory = PatternAutomaton.Memory(maximumStates: 3)
    var numbers = Numbers()
    var longest = 0
    for _ in 0..<3000 {
      let symbols = symbols(&numbers)
      let forbidden = numbers.next(below: 6)
      func match(_ memory: inout PatternAutomaton.Memory) -> [Int]? {
        automaton.longestMatch(&memory) {
          $0 < symbols.count ? symbols[$0] : nil
        } mayEnd: {
          $0 != forbidden
        }.map { [$0.rule, $0.count] }
      }
      var nothing = PatternAutomaton.Memory()
      let expected = match(&nothing)
      #expect(match(&memory) == expected)
      #expect(match(&shortMemory) == expected)
      longest = max(longest, expected?.last ?? 0)
    }
    #expect(longest > 3)
  }
}

@Suite struct NumberTableTests {
  @Test func holdsWhatADictionaryHolds() {
    var table = NumberTable()
    var numbers = Numbers()
    for round in 0..<4 {
      table.removeAll()
      var expected: [UInt64: Int] = [:]
      for _ in 0..<500 << round {
        // Few keys, of which some differ in their upper bits only.
        let key = UInt64(numbers.next(below: 300)) << UInt64(numbers.next(below: 2) * 40)
        if numbers.next(below: 3) == 0 {
          let number = numbers.next(below: 1000) - 1
          table[key] = number
          expected[key] = number
        }
        #expect(table[key] == expected[key])
      }
    }
    #expect(table[301] == nil)
  }
}
