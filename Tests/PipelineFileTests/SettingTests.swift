import PipelineFile
import Testing
import TextKit

@Suite struct SettingTests {
  private let yaml = """
    stages:
    - fetch
    - clean
    - segment: {max_sentence_bytes: 100}
      label: split
    - tag: {words: [a, b], rules: [{pattern: c}]}
    - write: {path: x}
    """

  private func options(_ index: Int, _ settings: String...) throws -> Value {
    try parse(yaml, settings: settings).stages[index].options
  }

  @Test func changesOptionsByTheStagesLabel() throws {
    #expect(try options(2, "stages.split.max_sentence_bytes=200")["max_sentence_bytes"] == 200)
    #expect(try options(0, "stages.fetch.max_bytes=2 KB")["max_bytes"] == 2000)
    #expect(try options(3, "stages.tag.title=a=b")["title"] == "a=b")
    #expect(try options(3, "stages.tag.words=[c, 'd e']")["words"] == ["c", "d e"])
    #expect(try options(3, "stages.tag.words=")["words"] == [])
    #expect(try options(3, "stages.tag.title=x", "stages.tag.title=y")["title"] == "y")
  }

  @Test func changesWhatIsNested() throws {
    #expect(try options(3, "stages.tag.words.1=z")["words"] == ["a", "z"])
    #expect(try options(3, "stages.tag.words.2=z")["words"] == ["a", "b", "z"])
    #expect(
      try options(3, "stages.tag.rules.0.depth=5")["rules"] == [["pattern": "c", "depth": 5]])
    #expect(
      try options(3, "stages.tag.rule.pattern=p")["rule"] == ["pattern": "p", "depth": 1])
    #expect(try options(0, "stages.fetch.roots.a=b")["roots"] == ["a": "b"])
    #expect(try options(0, "stages.fetch.paths.0=-")["paths"] == ["-"])
  }

  @Test func changesRunNameAndConditions() throws {
    let file = try parse(
      yaml, settings: ["run.workers=2", "name=other", "stages.tag.when=language == en"])
    #expect(file.run.workers == 2 && file.name == "other")
    #expect(file.stages[3].condition == .compares(.language, .equal, "en"))
    #expect(try parse(yaml, settings: ["stages.split.timeout=2m"]).stages[2].timeout == 120)
  }

  @Test(arguments: [
    (
      "workers",
      "--set:1:1: error: 'workers' is no setting; write PATH=VALUE, such as 'run.workers=2'"
    ),
    (
      "stages.tag=x",
      "--set:1:1: error: 'stages.tag' cannot be set; a path is 'name', 'run.SETTING', "
        + "'stages.LABEL.OPTION', 'stages.LABEL.when' or 'stages.LABEL.timeout'"
    ),
    (
      "stages.split..x=1",
      "--set:1:14: error: '' cannot be set; a path is 'name', 'run.SETTING', "
        + "'stages.LABEL.OPTION', 'stages.LABEL.when' or 'stages.LABEL.timeout'"
    ),
    (
      "stages.spilt.x=1", "--set:1:8: error: no stage is called 'spilt'; did you mean 'split'?"
    ),
    ("stages.tag.label=x", "--set:1:12: error: a label cannot be set, for stages are found by it"),
    (
      "stages.tag.words.5=x", "--set:1:18: error: element 5 cannot be set, for the list has 2"
    ),
    ("stages.tag.words.x=y", "--set:1:18: error: 'x' cannot stand below a single value"),
    (
      "stages.tag.titel=x",
      "--set:1:12: error: unknown option 'titel' for stage 'tag'; did you mean 'title'?"
    ),
    (
      "stages.tag.loud=yes",
      "--set:1:17: error: 'loud' of stage 'tag' must be true or false, not 'yes'; write true"
    ),
    (
      "stages.tag.words=[a, {b: c}]",
      "--set:1:22: error: 'words[1]' of stage 'tag' must be text, not a table of keys"
    ),
    (
      "stages.tag.title=*.txt",
      "--set:1:18: error: text that starts with '*' must be in quotes, such as '*.txt'"
    ),
    (
      "stages.tag.when=language = en",
      "--set:1:26: error: '=' compares nothing; write '==', or put the value in quotes"
    ),
    (
      "run.wokers=2",
      "--set:1:5: error: unknown setting 'wokers' for 'run'; did you mean 'workers'?"
    ),
  ])
  func tellsWhatIsWrong(setting: String, message: String) {
    #expect(messages(yaml, settings: [setting]) == [message])
  }

  @Test func numbersSettings() {
    let shown = messages(yaml, settings: ["run.workers=2", "run.speed=2"])
    #expect(shown.count == 1 && shown[0].hasPrefix("--set:2:5: error: unknown setting 'speed'"))
  }
}
