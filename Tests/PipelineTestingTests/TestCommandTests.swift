import Foundation
import TestSupport
import Testing

/// `wireroom test`, `wireroom debug` and `wireroom bench` as their users meet them.
@Suite struct TestCommandTests {
  private func workplace(_ cases: String) throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write(
      "p.yaml",
      """
      name: test
      stages:
        - fetch: {paths: ["${PLACE:-in}"]}
        - clean
        - segment
        - tag: {}
          when: language == en
        - write: {path: records.jsonl}

      """)
    try workplace.write(
      "in/a.txt",
      "Harbour reopens\n\nThe harbour was opened again by Ms. Ann Bell on Monday, and the ships that "
        + "had been waiting for weeks came in. They left in the evening.\n")
    try workplace.write("cases/p.test.yaml", "pipeline: ../p.yaml\ncases:\n" + cases)
    return workplace
  }

  @Test func casesThatHoldAreNamed() throws {
    let workplace = try workplace(
      """
        - name: sentences are told apart
          input: {text: "It rained. It snowed."}
          to: segment
          expect: {sentences: [It rained., It snowed.], entities: {exists: false}}
        - name: a file goes through the source
          input: {file: ../in/a.txt}
          expect:
            id: a.txt
            title: Harbour reopens
            sentences: {count: 2}
        - name: an empty text is dropped
          input: {text: ""}
          expect: {drops: empty}
        - name: a stage can be replaced
          input: {text: "Lisbon is large. It is a city on a river, and the sea is near."}
          replace: {tag: {entities: [{start: 0, end: 6, type: GPE}]}}
          expect:
            entities: [{type: GPE, text: Lisbon}]
            entity_f1: {gold: [{type: GPE, text: Lisbon}], at_least: 1}
        - name: a failing stage
          input: {text: "It rained."}
          replace: {tag: {failure: {reason: no_model, message: none}}}
          expect: {fails: no_model}
      """)
    let result = try workplace.run("test", "cases", "--junit", "junit.xml")
    #expect(result.code == 0, "\(result.output)\(result.messages)")
    #expect(result.output.hasPrefix("ok    sentences are told apart\n"))
    #expect(result.output.hasSuffix("5 cases hold\n"))
    #expect(result.output.contains("3 of 4 stages and branches of 'when' are run"))
    try workplace.write(
      "few.test.yaml",
      "pipeline: p.yaml\ncases: [{name: a, input: {text: \"\"}, expect: {drops: empty}}]\n")
    #expect(
      try workplace.run("test", "few.test.yaml").output.contains("  no case runs 'segment'\n"))
    let report = try String(decoding: workplace.read("junit.xml"), as: UTF8.self)
    #expect(report.contains("tests=\"5\" failures=\"0\""))
    #expect(try workplace.run("test", "cases", "--quiet").output == "")
  }

  @Test func casesThatDoNotHoldShowTheDifference() throws {
    let workplace = try workplace(
      """
        - name: wrong
          input: {text: "It rained. It snowed."}
          to: segment
          expect:
            sentences: [It rained., It hailed.]
            title: X
      """)
    let result = try workplace.run("test", "cases/p.test.yaml", "--junit", "j.xml")
    #expect(result.code == 1)
    #expect(
      result.output.hasPrefix(
        """
        wrong wrong (cases/p.test.yaml:3:
        """) || result.output.hasPrefix("wrong wrong (cases/p.test.yaml:3)"))
    #expect(result.output.contains("        - \"It hailed.\"\n        + \"It snowed.\"\n"))
    #expect(result.output.hasSuffix("1 of 1 cases do not hold\n"))
    #expect(
      try String(decoding: workplace.read("j.xml"), as: UTF8.self).contains("failures=\"1\""))
  }

  @Test(arguments: [
    ("none.yaml", "there is no file"), ("broken.yaml", "unknown stage 'clena'"),
  ])
  func aPipelineThatIsWrongIsNoCaseThatFails(_ pipeline: String, _ message: String) throws {
    let workplace = try workplace("")
    try workplace.write("broken.yaml", "stages: [fetch: {paths: [in]}, clena, write: {path: x}]\n")
    try workplace.write(
      "x.test.yaml",
      "pipeline: \(pipeline)\ncases: [{name: a, input: {text: x}, expect: {text: x}}]\n")
    let result = try workplace.run("test", "x.test.yaml", "--junit", "j.xml")
    #expect(result.code == 2)
    #expect(result.output.contains(message), "\(result.output)")
    #expect(result.output.hasSuffix("\n1 of 1 cases cannot be run\n"), "\(result.output)")
    let report = try String(decoding: workplace.read("j.xml"), as: UTF8.self)
    #expect(report.contains(#"failures="0" errors="1""#) && report.contains("<error message="))
  }

  @Test func aLabelThatThePipelineDoesNotHaveIsAMistake() throws {
    let workplace = try workplace(
      """
        - {name: a, input: {text: x}, from: claen, expect: {text: x}}
        - {name: b, input: {text: It rained.}, to: clean, expect: {text: y}}
      """)
    let result = try workplace.run("test", "cases")
    #expect(result.code == 2)
    #expect(
      result.output.hasSuffix("\n1 of 2 cases do not hold, 1 of 2 cases cannot be run\n"),
      "\(result.output)")
  }

  /// A build server would take no case for no failure.
  @Test func aFileThatIsWrongStandsInTheReport() throws {
    let workplace = try workplace("  - {name: a, inptu: {text: x}, expect: {text: x}}\n")
    try workplace.write(
      "cases/q.test.yaml",
      "pipeline: ../p.yaml\ncases: [{name: q, input: {text: ''}, expect: {drops: empty}}]\n")
    let result = try workplace.run("test", "cases", "--junit", "j.xml")
    #expect(result.code == 2)
    #expect(result.output.contains("ok    q\n"))
    let report = try String(decoding: workplace.read("j.xml"), as: UTF8.self)
    #expect(
      report.contains(
        #"<testsuite name="cases/p.test.yaml" tests="1" failures="0" errors="1" time="0.0">"#),
      "\(report)")
    #expect(report.components(separatedBy: "<testcase ").count == 3)
    #expect(report.contains("<error message=\"cases/p.test.yaml:3:"), "\(report)")
  }

  @Test func mistakesInCasesAreLocated() throws {
    let workplace = try workplace(
      """
        - name: a
          input: {text: x}
          expect: {sentence: 1}
        - name: b
          inptu: {text: x}
          expect: {text: x}
      """)
    let result = try workplace.run("test", "cases/p.test.yaml")
    #expect(result.code == 2)
    #expect(
      result.messages.contains(
        "cases/p.test.yaml:5:24: error: nothing called 'sentence' can be expected; did you mean "
          + "'sentences'?"), "\(result.messages)")
    #expect(result.messages.contains("a case has no key 'inptu'; did you mean 'input'?"))
    #expect(result.messages.contains("'input' needs a 'text' or a 'file'"))
  }

  /// A case that tests nothing would hold.
  @Test(arguments: [
    ("from: 5", "'from' is the label of a transform, not 5"),
    ("to: [clean]", "'to' is the label of a transform, not [\"clean\"]"),
    ("replace: [tag]", "'replace' is a table of labels and answers, not [\"tag\"]"),
    ("golden: 5", "'golden' is the path of a file, not 5"),
    ("expect: [text]", "'expect' is a table of what must hold, not [\"text\"]"),
    ("input: {file: ../in/a.txt, record: two}", "'record' is a number from 1, not \"two\""),
    ("input: {file: 7}", "'file' is the path of a file, not 7"),
    (
      "expect: {drops: empty}\n    golden: golden/a.json",
      "the case 'a' expects 'drops', so that there is nothing to compare with 'golden'"
    ),
    (
      "expect: {entity_f1: {gold: [{typ: GPE, text: Lisbon}], at_least: 1}}",
      "an entity of the gold has no key 'typ'; did you mean 'type'?"
    ),
    (
      "expect: {entity_f1: {gold: [{type: GPE}], at_least: 1}}",
      "an entity of the gold needs 'text'"
    ),
    (
      "expect: {entity_f1: {gold: []}}",
      "'entity_f1' needs 'gold', a list of {type, text}, and 'at_least'"
    ),
    (
      "expect: {entity_f1: {gold: [], at_least: all}}",
      "'at_least' is a number from 0 to 1, not \"all\""
    ),
  ])
  func valuesOfTheWrongTypeAreMistakes(_ line: String, _ message: String) throws {
    let input = line.hasPrefix("input") ? "" : "    input: {text: x}\n"
    let expect = line.hasPrefix("expect") ? "" : "    expect: {text: x}\n"
    let workplace = try workplace("  - name: a\n\(input)\(expect)    \(line)\n")
    let result = try workplace.run("test", "cases/p.test.yaml")
    #expect(result.code == 2)
    #expect(
      result.messages.contains("error: \(message)\n")
        && result.messages.hasPrefix("cases/p.test.yaml:"), "\(result.messages)")
  }

  @Test func debugTellsWhatIsNotThere() throws {
    let workplace = try workplace("  - {name: a, input: {text: x}, expect: {text: x}}\n")
    try workplace.write("x.jsonl", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n")
    let missing = try workplace.run("debug", "nofile", "--pipeline", "p.yaml")
    #expect(missing.code != 0)
    #expect(missing.messages.contains("'nofile'"), "\(missing.messages)")
    #expect(!missing.messages.contains("folder"), "\(missing.messages)")
    let record = try workplace.run("debug", "x.jsonl", "--record", "7", "--pipeline", "p.yaml")
    #expect(record.code == 1)
    #expect(
      record.messages.contains(
        "'x.jsonl' has no document 7; the source of 'p.yaml' finds 2 in it"), "\(record.messages)")
  }

  @Test func goldenFilesAreWrittenOnRequest() throws {
    let workplace = try workplace(
      """
        - name: whole
          input: {file: ../in/a.txt}
          golden: golden/a.json
      """)
    #expect(try workplace.run("test", "cases").code == 1)
    #expect(try workplace.run("test", "cases", "--update").code == 0)
    #expect(workplace.exists("cases/golden/a.json"))
    #expect(try workplace.run("test", "cases").code == 0)
    try workplace.write("in/a.txt", "Harbour closes\n\nMs. Ann Bell closed it. Ships went away.\n")
    let changed = try workplace.run("test", "cases")
    #expect(changed.code == 1)
    #expect(changed.output.contains("golden.title: \"Harbour reopens\" is expected"))
  }

  /// What a stage makes of a document now is what the case expects: other results break it.
  @Test(arguments: ["clean", "segment", "tag"])
  func aDocumentOfTheInputsBecomesACase(_ label: String) throws {
    let workplace = try workplace("")
    let captured = try workplace.run("test", "p.yaml", "--capture", "a.txt", "--at", label)
    #expect(captured.code == 0, "\(captured.messages)")
    try workplace.write("captured.test.yaml", captured.output)
    let result = try workplace.run("test", "captured.test.yaml")
    #expect(result.code == 0, "\(captured.output)\(result.output)\(result.messages)")
    let parts = try #require(captured.output.range(of: "    expect:\n"))
    let expected = captured.output[parts.upperBound...]
    #expect(
      expected.contains(
        label == "clean" ? "title: " : label == "tag" ? "entities: [" : "sentences: ["))
    try workplace.write(
      "broken.test.yaml",
      captured.output[..<parts.upperBound] + expected.replacingOccurrences(of: "Bell", with: "Ball")
    )
    #expect(
      try workplace.run("test", "broken.test.yaml").code == (expected.contains("Bell") ? 1 : 0))
  }

  @Test func whatCannotBecomeACaseIsTold() throws {
    let workplace = try workplace("")
    #expect(try workplace.run("test", "p.yaml", "--capture", "b.txt").code == 1)
    let result = try workplace.run("test", "p.yaml", "--capture", "a.txt", "--at", "segmnt")
    #expect(result.code == 2)
    #expect(result.messages.contains("the pipeline has no transform 'segmnt'; it has clean, "))
    #expect(result.messages.contains("did you mean 'segment'?"))
    try workplace.write("q.yaml", "stages: [fetch: {paths: [in]}, write: {path: x.jsonl}]\n")
    let nothing = try workplace.run("test", "q.yaml", "--capture", "a.txt")
    #expect(nothing.code == 2)
    #expect(
      nothing.messages
        == "wireroom: error: the pipeline has no transform, with which a case could begin\n")
  }

  @Test func debugShowsWhatEachStageChanges() throws {
    let workplace = try workplace("")
    let result = try workplace.run("debug", "in/a.txt", "--pipeline", "p.yaml")
    #expect(result.code == 0, "\(result.messages)")
    #expect(result.output.contains("clean ("))
    #expect(result.output.contains("  + title: Harbour reopens"))
    #expect(result.output.contains("  + PERSON: Ann Bell"))
    let json = try workplace.run("debug", "in/a.txt", "--pipeline", "p.yaml", "--json")
    for line in json.output.split(separator: "\n") {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
    #expect(try workplace.run("debug", "in/none.txt", "--pipeline", "p.yaml").code != 0)
  }

  /// What `wireroom help tests` shows is a file that can be run.
  @Test func theHelpShowsWhatCanStandInAFileOfCases() throws {
    let workplace = try Workplace()
    let help = try workplace.run("help", "tests")
    let lines = help.output.split(separator: "\n").filter { $0.hasPrefix("  ") }
    try workplace.write("x.test.yaml", lines.joined(separator: "\n") + "\n")
    try workplace.write(
      "news.yaml",
      """
      stages:
        - fetch: {paths: ["${NEWS}"]}
        - clean
        - segment
        - tag
        - summarise
        - write: {path: x.jsonl}

      """)
    try workplace.write(
      "samples/bridge.txt", "Harbour reopens\n\nPort Ellery has its harbour again. Ships came in.\n"
    )
    let result = try workplace.run("test", "x.test.yaml")
    #expect(result.code == 0, "\(result.output)\(result.messages)")
  }

  @Test func benchShowsWhatEachStageCosts() throws {
    let workplace = try workplace("")
    try workplace.write("in/b.txt", "Der Hafen ist wieder offen, und die Schiffe sind da.\n")
    let result = try workplace.run("bench", "p.yaml", "--rounds", "2")
    #expect(result.code == 0, "\(result.messages)")
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.prefix(6).map { $0.prefix { $0 != " " } } == [
        "stage", "(load)", "clean", "segment", "tag", "(encode)",
      ])
    #expect(result.output.contains("2 documents, "))
    #expect(result.output.contains("the slowest documents:"))
    #expect(!workplace.exists("records.jsonl"))

    let json = try workplace.run("bench", "p.yaml", "--json", "--documents", "1")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["documents"] as? Int == 1)
    let stages = try #require(object?["stages"] as? [[String: Any]])
    #expect(stages.compactMap { $0["stage"] as? String }.count == 5)
    #expect(stages.allSatisfy { ($0["nanoseconds"] as? Int).map { $0 > 0 } == true })
    #if os(Linux)
      #expect(stages.allSatisfy { ($0["allocations"] as? Int).map { $0 > 0 } == true })
      #expect(stages.allSatisfy { ($0["allocated_bytes"] as? Int).map { $0 > 100 } == true })
    #endif
    let slowest = try #require(object?["slowest"] as? [[String: Any]])
    #expect(slowest.first?["document"] as? String == "a.txt")
  }

  /// What a stage cannot handle does not end the measurement, and is told.
  @Test func benchTellsOfFailuresAndMistakes() throws {
    let workplace = try workplace("")
    try workplace.write("in/broken.txt.gz", Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1]))
    let result = try workplace.run("bench", "p.yaml")
    #expect(result.code == 0 && result.output.contains("; 1 failed"), "\(result.output)")
    let mistake = try workplace.run("bench", "p.yaml", "--rounds", "0")
    #expect(mistake.code == 2)
    #expect(
      mistake.messages
        == "wireroom: error: '--rounds' is a number from 1 to 1000, not '0'\n")
    let nothing = try workplace.run("bench", "p.yaml", "nowhere")
    #expect(nothing.code != 0 && nothing.output.isEmpty)
  }
}
