import PipelineFile
import Testing
import TextKit

@Suite struct SubstitutionTests {
  private let environment = [
    "A": "one", "EMPTY": "", "N": "3", "YAML": "{a: b}, c: [d]\n- e: f", "B_2": "${A}",
    "WORD": "and", "CODE": "en",
  ]

  @Test(
    arguments: [
      ("title: ${A}", "title", Value.string("one")), ("title: a-${A}-${A}", "title", "a-one-one"),
      ("title: ${UNSET:-two}", "title", "two"), ("title: ${EMPTY:-two}", "title", "two"),
      ("title: ${UNSET:-}", "title", "untitled"), ("title: '${UNSET:-}'", "title", ""),
      ("title: '${UNSET:-a b: c}'", "title", "a b: c"),
      ("title: ${EMPTY}", "title", "untitled"), ("title: $${A}", "title", "${A}"),
      ("title: $A $$ $", "title", "$A $$ $"), ("title: ${B_2}", "title", "${A}"),
      ("limit: ${N}", "limit", 3), ("words: ${A}", "words", ["one"]),
      ("words: ['${A}', '${EMPTY}', b]", "words", ["one", "", "b"]),
      ("title: |\n      ${A}", "title", "one\n"),
      ("title: ${YAML}", "title", "{a: b}, c: [d]\n- e: f"),
    ] as [(String, String, Value)])
  func expandsVariables(line: String, key: String, value: Value) throws {
    #expect(try tagOptions("\n    \(line)", environment: environment)[key] == value)
  }

  @Test(arguments: [
    ("title: x ${NOPE}", "5:14"), ("title: 'x ${NOPE}'", "5:15"), ("title: é${}", "5:13"),
    ("title: &a ${NOPE}", "5:15"), ("title: &a '${NOPE}'", "5:12"), ("title: ${A", "5:12"),
    ("title: ${2}", "5:12"), ("title: >\n      x ${A?}", "5:12"),
  ])
  func locatesMistakes(line: String, place: String) {
    let shown = messages(tagging("\n    \(line)"), environment: environment)
    #expect(shown.count == 1 && shown[0].hasPrefix("\(place): error: "), "\(shown)")
  }

  @Test func expandsNamesAndRunSettings() throws {
    let file = try parse(
      "name: daily-${A}\nrun:\n  workers: ${N}\nstages: [fetch, write: {path: '${A}.jsonl'}]",
      environment: environment)
    #expect(file.name == "daily-one" && file.run.workers == 3)
    #expect(file.stages[1].options["path"] == "one.jsonl")
  }

  @Test func ignoresVariablesWhereTheyAreNotUsed() throws {
    _ = try parse("x-a: ${NOPE}\nstages: [fetch, write: {path: x}] # ${NOPE}")
  }

  @Test func neverLetsAVariableBecomePartOfACondition() throws {
    func stage(_ condition: String) throws -> Condition? {
      try parse(
        "stages: [fetch, clean, {segment: ~, when: '\(condition)'}, write: {path: x}]",
        environment: environment
      ).stages[2].condition
    }
    #expect(try stage("language == ${CODE}") == .compares(.language, .equal, "en"))
    #expect(try stage(#"title contains "${YAML}""#) == .contains(.title, "{a: b}, c: [d]\n- e: f"))
    #expect(try stage("title == ${UNSET:-a b}") == .compares(.title, .equal, "a b"))
    #expect(try stage("${ON:-true}") == .always(true))
    #expect(throws: PipelineFileError.self) { try stage("true ${WORD} false") }
  }
}
