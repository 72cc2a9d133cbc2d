import Diagnostics
import PipelineFile
import StageKit
import Testing
import TextKit

/// What files mean that are right.
@Suite struct PipelineFileTests {
  @Test func readsAWholeFile() throws {
    let file = try parse(
      """
      # What the evening desk runs.
      name: evening
      run: {workers: 4, output: out, state: .wireroom/evening, memory: 16 MB}
      x-notes: [anything, {at: all}]
      stages:
        - fetch: {paths: [], max_bytes: 512 KiB}
        - clean                       # bare word
        - segment: {max_sentence_bytes: 100}
          label: split
          when: language == en
        - write: {path: records.jsonl}
      """)
    #expect(file.name == "evening")
    #expect(file.path == "Pipelines/p.yaml")
    #expect(file.directory == "/")
    var run = RunSettings()
    run.workers = 4
    run.output = "out"
    run.state = ".wireroom/evening"
    run.memory = 16_000_000
    #expect(file.run == run)
    #expect(file.stages.map(\.label) == ["fetch", "clean", "split", "write"])
    #expect(file.stages.map { $0.type.descriptor.name } == ["fetch", "clean", "segment", "write"])
    #expect(file.stages[0].options == ["paths": [], "roots": [:], "max_bytes": 524_288])
    #expect(file.stages[2].options == ["max_sentence_bytes": 100])
    #expect(file.stages[2].condition?.description == #"language == "en""#)
    #expect(file.stages[1].condition == nil)
    #expect(file.stages[2].location.description == "Pipelines/p.yaml:8:5")
  }

  @Test func fillsInEverythingThatIsLeftOut() throws {
    let file = try parse("stages: [fetch, segment, tag, write: {path: x}]")
    #expect(file.name == "p")
    #expect(file.run == RunSettings())
    #expect(
      file.stages[2].options == [
        "title": "untitled", "note": nil, "share": 0.5, "loud": false, "limit": nil,
        "colour": "red", "names": nil, "words": [], "rule": nil, "rules": [],
      ])
  }

  @Test(
    arguments: [
      ("title: 2023", "title", Value.string("2023")), ("title: no", "title", "no"),
      ("title: '~'", "title", "~"), ("title: ~", "title", "untitled"),
      ("title: null", "title", "untitled"), ("title:", "title", "untitled"),
      ("title: ''", "title", ""), ("title: !!str null", "title", "null"),
      ("title: 1.50", "title", "1.50"), ("note: true", "note", "true"),
      ("loud: true", "loud", true), ("loud: 'false'", "loud", false),
      ("limit: +7", "limit", 7), ("limit: 007", "limit", 7), ("share: 1", "share", .number(1)),
      ("share: 2.5e-1", "share", 0.25), ("colour: none", "colour", "none"),
      ("words: one", "words", ["one"]), ("words: [1, no, 'x y']", "words", ["1", "no", "x y"]),
      ("words: null", "words", []), ("words: []", "words", []),
      ("rule: {pattern: a}", "rule", ["pattern": "a", "depth": 1]),
      ("rules: {depth: 2, pattern: a}", "rules", [["pattern": "a", "depth": 2]]),
      ("title: \"tab\\tand \\u00e9\"", "title", "tab\tand é"),
      ("title: 'it''s'", "title", "it's"),
      ("title: >-\n      one\n      two\n\n      three", "title", "one two\nthree"),
      ("title: |\n      one\n        two", "title", "one\n  two\n"),
      ("title: a plain\n      one of two lines", "title", "a plain one of two lines"),
      ("title: a # comment", "title", "a"), ("title: a#b", "title", "a#b"),
    ] as [(String, String, Value)])
  func readsScalarsAsTheOptionWantsThem(line: String, key: String, value: Value) throws {
    #expect(try tagOptions("\n    \(line)")[key] == value)
  }

  @Test(arguments: [
    ("4096", 4096), ("16 MB", 16_000_000), ("512KiB", 524_288), ("1.5 kb", 1500), ("2 b", 2),
    ("0.5 MiB", 524_288), ("1 gb", 1_000_000_000), ("'7 KB'", 7000),
  ])
  func readsByteCounts(written: String, count: Int) throws {
    let file = try parse("stages: [fetch: {max_bytes: \(written)}, write: {path: x}]")
    #expect(file.stages[0].options["max_bytes"] == .integer(count))
  }

  @Test(arguments: ["1,5 MB", "-1", "1e3", "0x10", "1 MB MB", ". MB", "9999999999 TB", "1.5"])
  func refusesOtherByteCounts(written: String) {
    let shown = messages("stages: [fetch: {max_bytes: '\(written)'}, write: {path: x}]")
    #expect(shown.count == 1)
    #expect(shown.first?.contains("must be a number of bytes from 1 to 1 GB") == true)
  }

  @Test func aStageMayHaveALimitOfTime() throws {
    let file = try parse(
      "stages: [fetch: {paths: []}, {clean: {}, timeout: 1m 30s}, {segment: , timeout: }, write: {path: x}]"
    )
    #expect(file.stages.map(\.timeout) == [nil, 90, nil, nil])
    #expect(
      messages("stages: [fetch: {paths: []}, {clean: {}, timeout: soon}, write: {path: x}]")
        == [
          "1:51: error: 'timeout' of stage 'clean' must be a length of time from 1s to 1d, not 'soon'; "
            + "units are s, m, h and d, as in 1h 30m"
        ])
    #expect(
      messages("stages: [fetch: {paths: []}, clean: {timeout: 3s}, write: {path: x}]")
        == [
          "1:38: error: 'timeout' is no option; put it beside 'clean', indented as far as 'clean:'"
        ])
  }

  @Test func sortsFreeKeysAndKeepsOthersInTheOrderOfTheTable() throws {
    let yaml = "stages: [fetch: {roots: {b: x, a: y}, paths: []}, write: {path: x}]"
    let options = try parse(yaml).stages[0].options
    #expect(options.members?.map(\.key) == ["paths", "roots", "max_bytes"])
    #expect(options["roots"] == ["a": "y", "b": "x"])
  }

  @Test func resolvesAnchorsAndMergesTables() throws {
    let file = try parse(
      """
      x-one: &one {title: first, share: 0.1}
      x-two: &two {title: second, limit: 2}
      x-words: &words [a, b]
      stages:
        - fetch
        - segment
        - tag:
            <<: [*one, *two]
            share: 0.2
            words: *words
        - {tag: *two, label: again}
        - tag: {note: x, <<: *one}
          label: third
        - write: {path: x}
      """)
    let merged = file.stages[2].options
    #expect(merged["title"] == "first" && merged["share"] == 0.2 && merged["limit"] == 2)
    #expect(merged["words"] == ["a", "b"])
    #expect(file.stages[3].options["title"] == "second")
    #expect(file.stages[4].options["title"] == "first" && file.stages[4].options["note"] == "x")
  }

  @Test func keepsAQuotedMergeKeyAKey() {
    #expect(
      messages(tagging("{'<<': x}")) == [
        "4:9: error: unknown option '<<' for stage 'tag'"
      ])
  }

  @Test func meansTheSameInAnySpelling() throws {
    let flow = try tagOptions("{words: [a], title: b}")
    let block = try tagOptions("\n    title: 'b'   # x\n    words:\n    - a\n    note: ~")
    #expect(flow == block)
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}", "---\n", "%YAML 1.1\n---\n"])
  func readsAnyLineEndsAndBeginnings(lineEnd: String, start: String) throws {
    let yaml =
      start + "stages:\n- fetch\n- segment\n- tag:\n    title: a\n- write: {path: x}\n...\n"
    let file = try parse(yaml.replacing("\n", with: lineEnd))
    #expect(file.stages[2].options["title"] == "a")
    let lines = start.count { $0 == "\n" }
    #expect(file.stages[2].location(of: [.key("title")]).line == 5 + lines)
  }

  @Test func locatesProblemsThatAStageFinds() throws {
    let file = try parse(
      tagging("\n    title: x\n    words: [a,\n      b]\n    rule: {pattern: c}\n    note:"))
    let tag = file.stages[2]
    func place(_ steps: OptionProblem.Step...) -> String {
      let location = tag.location(of: steps)
      return "\(location.line):\(location.column)"
    }
    #expect(place() == "4:3")
    #expect(place(.key("title")) == "5:12")
    #expect(place(.key("words"), .index(1)) == "7:7")
    #expect(place(.key("words"), .index(7)) == "6:12")
    #expect(place(.key("rule"), .key("pattern")) == "8:21")
    #expect(place(.key("rule"), .key("depth")) == "8:11")
    #expect(place(.key("note")) == "9:5")
    #expect(place(.key("share")) == "4:3")
    #expect(
      tag.diagnostic(for: OptionProblem("words", 0, "'a' is not a word")).rendered()
        == "Pipelines/p.yaml:6:13: error: 'words[0]' of stage 'tag': 'a' is not a word")
    #expect(
      tag.diagnostic(for: OptionProblem([], "these do not go together")).rendered()
        == "Pipelines/p.yaml:4:3: error: stage 'tag': these do not go together")
  }

  @Test func locatesASingleValueThatStandsForAList() throws {
    let tag = try parse(tagging("{words: a}")).stages[2]
    #expect(tag.location(of: [.key("words"), .index(0)]).column == 16)
  }

  @Test func locatesRunSettings() throws {
    let file = try parse("run: {output: x}\nstages: [fetch, write: {path: x}]")
    #expect(file.location(ofRunSetting: "output").column == 15)
    #expect(file.location(ofRunSetting: "state").description == "Pipelines/p.yaml:1:6")
  }
}
