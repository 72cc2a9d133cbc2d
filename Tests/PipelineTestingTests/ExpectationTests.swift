import Testing
import TextKit

@testable import PipelineTesting

@Suite struct ExpectationTests {
  private func problems(_ expected: Value, _ actual: Value?) -> [String] {
    Expectation(expected).problems(with: actual, "x")
  }

  @Test(
    arguments: [
      ("a", "a"), (3, 3), (3, 3.0), (nil, nil), ("a", ["text": "a", "type": "GPE"]),
      (["text": "a"], ["text": "a", "type": "GPE"]), (["a", "b"], [["text": "a"], "b"]),
      (2024, "2024"), (["contains": "b"], "abc"), (["contains": ["a", "c"]], ["a", "b", "c"]),
      (["contains": [["type": "GPE"]]], [["text": "a", "type": "GPE"]]), (["lacks": "z"], "abc"),
      (["starts_with": "ab", "ends_with": "bc"], "abc"), (["matches": "^a.c$"], "abc"),
      (["count": 2], ["a", "b"]), (["count": ">= 2"], ["a", "b"]), (["count": 3], "äöü"),
      (["at_least": 0.5, "at_most": 1], 0.75), (["at_least": "2024-03"], "2024-03-05"),
      (["about": 0.9, "within": 0.05], 0.92), (["exists": true], "a"), (["exists": false], nil),
      (["not": "a"], "b"), (["equals": ["a": 1]], ["a": 1]),
    ] as [(Value, Value)])
  func holds(_ expected: Value, _ actual: Value) {
    #expect(problems(expected, actual) == [])
  }

  @Test(
    arguments: [
      ("a", "b", #"x: "a" is expected, not "b""#),
      ("a", nil, #"x: "a" is expected, not null"#),
      (["a": 1], ["a": 2], "x.a: 1 is expected, not 2"),
      (["contains": "z"], "abc", #"x: "z" is missing in "abc""#),
      (["lacks": "b"], "abc", #"x: "b" must not be in "abc""#),
      (["count": ">= 3"], ["a"], #"x: ">= 3" are expected, not 1"#),
      (["count": "many"], ["a"], #"x: 'count' is a number or like '>= 3', not "many""#),
      (["matches": "("], "abc", #"x: "(" is no regular expression"#),
      (["matches": "^b"], "abc", #"x: a match of "^b" is expected, not "abc""#),
      (["about": 1, "within": 0.1], 2, "x: within 0.1 of 1 is expected, not 2"),
      (["a"], "a", #"x: a list is expected, not "a""#),
    ] as [(Value, Value, String)])
  func tellsWhatDoesNotHold(_ expected: Value, _ actual: Value, _ problem: String) {
    #expect(problems(expected, actual) == [problem])
  }

  @Test func listsAreComparedElementByElement() {
    let expected: Value = ["a", "b", "c", "d", "e"]
    let actual: Value = ["a", "b", "x", "c", "e"]
    #expect(
      problems(expected, actual) == [
        """
        x: the list differs
            "b"
          + "x"
            "c"
          - "d"
            "e"
        """
      ])
  }

  @Test func differencesOfRandomListsTurnOneIntoTheOther() {
    var state: UInt64 = 3
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    for _ in 0..<300 {
      let first = (0..<next(9)).map { _ in Value.integer(Int(next(4))) }
      let second = (0..<next(9)).map { _ in Value.integer(Int(next(4))) }
      if first == second { continue }
      let lines = difference(first, second).split(separator: "\n").map(String.init)
      // Neighbours that are alike stand at most once before and behind.
      let removed = lines.filter { $0.hasPrefix("  - ") }.count
      let added = lines.filter { $0.hasPrefix("  + ") }.count
      #expect(first.count - removed == second.count - added)
      #expect(removed + added > 0)
    }
  }
}
