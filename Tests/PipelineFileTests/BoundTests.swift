import PipelineFile
import Testing

/// What a few lines could make expensive.
@Suite struct BoundTests {
  @Test func refusesAliasesThatMultiply() {
    var yaml = "x-a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
    for level in 1...20 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      yaml += "x-a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(messages(yaml) == ["6:12: error: aliases repeat more than 100000 values"])
  }

  @Test func refusesMergesThatMultiply() {
    var yaml = "x-a0: &a0 {k: 1}\n"
    for level in 1...40 {
      yaml += "x-a\(level): &a\(level) {<<: [*a\(level - 1), *a\(level - 1)], k\(level): 1}\n"
    }
    let shown = messages(yaml)
    #expect(shown.count == 1 && shown[0].hasSuffix("aliases repeat more than 100000 values"))
  }

  @Test func refusesAliasesThatDeepen() {
    var yaml = "x-a0: &a0 [1]\n"
    for level in 1...70 { yaml += "x-a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(messages(yaml) == ["63:14: error: nested more than 64 levels deep"])
  }

  @Test(arguments: [
    "[", "{", "- ", "? ", "{a: ", "[{", "- - ? ", "!!seq [", "&a [",
  ])
  func refusesDeepNesting(opening: String) {
    let count = 900_000 / opening.utf8.count
    let shown = messages(String(repeating: opening, count: count))
    #expect(shown.count == 1 && shown[0].hasSuffix("nested more than 64 levels deep"), "\(shown)")
  }

  @Test func allowsAsDeepAsItSays() {
    let depth = 63
    let yaml = "x-a: \(String(repeating: "[", count: depth))\(String(repeating: "]", count: depth))"
    #expect(
      messages(yaml) == ["1:1: error: 'stages:' is missing, the list of what the pipeline does"])
    #expect(messages(yaml.replacing("[]", with: "[[]]")).first?.hasSuffix("levels deep") == true)
  }

  @Test(arguments: ["- tag\n", "- zebra\n", "- clean\n", "- {tag: {a: b}, c: d}\n", "-\n"])
  func staysFastWithManyMistakes(line: String) {
    let count = 40_000 / line.utf8.count
    #expect(messages("stages:\n" + String(repeating: line, count: count)).count == 101)
  }

  @Test func staysFastWithManyKeys() {
    let keys = (0..<5_000).map { "key\($0): 1" }.joined(separator: ", ")
    #expect(messages(tagging("{\(keys)}")).count == 101)
  }
}
