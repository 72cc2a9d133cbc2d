import Testing

/// Every mistake, word for word.
@Suite struct MessageTests {
  @Test(arguments: [
    ("{titel: x}", "4:9: error: unknown option 'titel' for stage 'tag'; did you mean 'title'?"),
    ("{zebra: x}", "4:9: error: unknown option 'zebra' for stage 'tag'"),
    (
      "{share:1}",
      "4:9: error: unknown option 'share:1' for stage 'tag'; a space is missing after ':'"
    ),
    (
      "samples", "4:8: error: what stands after stage 'tag' must be keys with values, not 'samples'"
    ),
    ("[a]", "4:8: error: what stands after stage 'tag' must be keys with values, not a list"),
    (
      "{loud: yes}",
      "4:15: error: 'loud' of stage 'tag' must be true or false, not 'yes'; write true"
    ),
    (
      "{loud: OFF}",
      "4:15: error: 'loud' of stage 'tag' must be true or false, not 'OFF'; write false"
    ),
    ("{loud: 7}", "4:15: error: 'loud' of stage 'tag' must be true or false, not '7'"),
    (
      "{share: 1.5}",
      "4:16: error: 'share' of stage 'tag' must be a number from 0 to 1, not '1.5'"
    ),
    ("{share: nan}", "4:16: error: 'share' of stage 'tag' must be a number from 0 to 1, not 'nan'"),
    (
      "{limit: 0}",
      "4:16: error: 'limit' of stage 'tag' must be a whole number of at least 1, not '0'"
    ),
    (
      "{limit: 99999999999999999999}",
      "4:16: error: 'limit' of stage 'tag' must be a whole number of at least 1, "
        + "not '99999999999999999999'"
    ),
    (
      "{limit: [1]}",
      "4:16: error: 'limit' of stage 'tag' must be a whole number of at least 1, not a list"
    ),
    (
      "{colour: gren}",
      "4:17: error: 'colour' of stage 'tag' must be 'red', 'green' or 'none', not 'gren'; "
        + "did you mean 'green'?"
    ),
    ("{title: {a: b}}", "4:16: error: 'title' of stage 'tag' must be text, not a table of keys"),
    ("{words: [a, ~]}", "4:20: error: 'words[1]' of stage 'tag' must be text, not nothing"),
    ("{rule: {}}", "4:15: error: option 'pattern' is missing in 'rule' of stage 'tag'"),
    (
      "{rules: [{pattern: a}, {pattern: b, dept: 2}]}",
      "4:44: error: unknown option 'dept' in 'rules[1]' of stage 'tag'; did you mean 'depth'?"
    ),
    (
      "{rules: [{pattern: a, depth: 10}]}",
      "4:37: error: 'rules[0].depth' of stage 'tag' must be a whole number from 0 to 9, not '10'"
    ),
    ("{names: ''}", "4:16: error: 'names' of stage 'tag': an empty path names nothing"),
    (
      #"{names: "a\0b"}"#,
      "4:16: error: 'names' of stage 'tag': a path cannot hold a NUL character"
    ),
    (
      "{names: /nowhere/names.txt}",
      "4:16: error: 'names' of stage 'tag': '/nowhere/names.txt' does not exist"
    ),
    (
      "{label: x}",
      "4:9: error: 'label' is no option; put it beside 'tag', indented as far as 'tag:'"
    ),
    (
      "{title: a, title: b}", "4:19: error: duplicate key 'title'; the first one is in line 4"
    ),
    (
      "{title: '${NOPE}'}",
      "4:17: error: the environment variable 'NOPE' is not set; "
        + "'${NOPE:-TEXT}' would give it a default"
    ),
    (
      "{title: see ${A}}", "4:20: error: between braces or brackets, '${' must stand in quotes"
    ),
    (
      "{title: 'see ${A-b}'}",
      "4:21: error: '${A-b}' is not understood; write '${NAME}', '${NAME:-TEXT}', "
        + "or '$${' for '${' itself"
    ),
    (
      "{title: '${A:-${B}}'}",
      "4:17: error: '${A:-${B}' is not understood; write '${NAME}', '${NAME:-TEXT}', "
        + "or '$${' for '${' itself"
    ),
  ])
  func tellsWhatIsWrongWithOptions(options: String, message: String) {
    #expect(messages(tagging(options)) == [message])
  }

  @Test(arguments: [
    ("", "1:1: error: the file holds nothing; it needs 'stages:' and a list of stages"),
    ("# nothing\n", "1:1: error: the file holds nothing; it needs 'stages:' and a list of stages"),
    (
      "fetch",
      "1:1: error: a pipeline file holds the keys 'name', 'run', 'schedule', 'plugins' and 'stages', not 'fetch'"
    ),
    (
      "- fetch",
      "1:1: error: a pipeline file holds the keys 'name', 'run', 'schedule', 'plugins' and 'stages', not a list; "
        + "put 'stages:' above the list"
    ),
    ("name: x", "1:1: error: 'stages:' is missing, the list of what the pipeline does"),
    ("stages:", "1:1: error: 'stages' is empty; a pipeline needs a source and a sink at least"),
    ("stages: []", "1:9: error: 'stages' is empty; a pipeline needs a source and a sink at least"),
    (
      "stages: {fetch: {}}",
      "1:9: error: 'stages' must be a list with '- ' before each stage, not a table of keys"
    ),
    (
      "\u{FEFF}stages: []",
      "1:9: error: 'stages' is empty; a pipeline needs a source and a sink at least"
    ),
    (
      "stages:\n- fetch\n- write: {path: x}\n---\nstages: []",
      "4:1: error: a second YAML document starts here; put each pipeline into a file of its own"
    ),
    (
      "a: *b",
      "1:4: error: no anchor '&b' stands above; text that starts with '*' must be in quotes"
    ),
    ("x-a: &a [*a]", "1:10: error: '*a' stands inside of '&a'"),
    ("a: \0", "1:4: error: the file holds a NUL byte here, so it is binary or not in UTF-8"),
    ("é: \u{1}", "1:4: error: the file holds the control character U+0001; remove it"),
    ("é\r\né: \u{9B}", "2:4: error: the file holds the control character U+009B; remove it"),
    ("é\r\u{FFFF}", "2:1: error: the file holds the control character U+FFFF; remove it"),
  ])
  func tellsWhatIsWrongWithTheFile(yaml: String, message: String) {
    #expect(messages(yaml) == [message])
  }

  /// Between a source and a sink.
  @Test(arguments: [
    ("segmnt", "3:3: error: unknown stage 'segmnt'; did you mean 'segment'?"),
    (
      "zebra",
      "3:3: error: unknown stage 'zebra'; there are 'fetch', 'clean', 'segment', 'tag' and 'write'"
    ),
    ("segment:{a: b}", "3:3: error: unknown stage 'segment:{a'; a space is missing after ':'"),
    (
      "[clean]",
      "3:3: error: here stands the name of a stage, alone or with its options after ':', not a list"
    ),
    (
      "",
      "3:2: error: here stands the name of a stage, alone or with its options after ':', not nothing"
    ),
    (
      "{label: x}", "3:3: error: the name of a stage is missing beside 'label', 'when' or 'timeout'"
    ),
    (
      "segment:\n  clean:",
      "4:3: error: stage 'clean' stands in the same entry as 'segment'; put '- ' before it"
    ),
    (
      "segment:\n  max_sentence_bytes: 99",
      "4:3: error: option 'max_sentence_bytes' stands beside 'segment'; "
        + "indent it deeper than 'segment:'"
    ),
    (
      "segment:\n  lable: x",
      "4:3: error: unknown key 'lable' beside stage 'segment'; did you mean 'label'?"
    ),
    (
      "{clean: {}, label: 'a b'}",
      "3:22: error: a label consists of letters, digits, '_' and '-', unlike 'a b'"
    ),
    (
      "{clean: {}, label: [a]}",
      "3:22: error: a label consists of letters, digits, '_' and '-', unlike a list"
    ),
    (
      "clean\n- clean",
      "4:3: error: a stage in line 3 is called 'clean' already; "
        + "add 'label:' and another name to this one"
    ),
    ("clean: {speed: 1}", "3:11: error: unknown option 'speed' for stage 'clean', which has none"),
    (
      "{clean: {}, when: [a]}",
      "3:21: error: a condition is text such as 'language == en', not a list"
    ),
    (
      "tag",
      "3:3: error: stage 'tag' reads sentences, but no earlier stage writes them; "
        + "put a stage that does, such as 'segment', before it"
    ),
    (
      "tag\n- segment",
      "3:3: error: stage 'tag' reads sentences, but no earlier stage writes them; "
        + "put 'segment' before it"
    ),
    (
      "{segment: {}, label: split}\n- clean\n- tag",
      "5:3: error: stage 'tag' reads sentences, but 'clean' replaces the text that they refer to; "
        + "put 'clean' before 'split'"
    ),
    (
      "{segment: {}, when: language == en}",
      "3:4: error: the condition of stage 'segment' reads metadata, but no earlier stage writes it; "
        + "put a stage that does, such as 'clean', before it"
    ),
    (
      "{fetch: {}, label: again}",
      "3:4: error: a pipeline has one source; 'again' is a second one after 'fetch'"
    ),
    (
      "clean: !pdf {}",
      "3:10: error: the tag '!pdf' means nothing here; text that starts with '!' must be in quotes"
    ),
    (
      "clean:\n    <<: 5",
      "4:9: error: after '<<' stands a table of keys, a list of those, or their aliases"
    ),
    ("clean:\n    ? [a]\n    : b", "4:7: error: a key must be a single name"),
  ])
  func tellsWhatIsWrongWithAnEntry(entry: String, message: String) {
    #expect(messages("stages:\n- fetch\n- \(entry)\n- write: {path: x}\n") == [message])
  }

  @Test(arguments: [
    (
      "clean: {}",
      [
        "4:3: error: the pipeline writes nothing; put a stage that does, such as 'write', at the end"
      ]
    ),
    (
      "write: {path: x}\n- clean",
      [
        "5:3: error: stage 'clean' stands after the last sink, so that nothing would show its work; put it before 'write'"
      ]
    ),
    ("write", ["4:3: error: option 'path' is missing for stage 'write'"]),
    ("write: {path: ~}", ["4:17: error: option 'path' is missing for stage 'write'"]),
  ])
  func tellsWhatIsWrongAtTheEnd(last: String, expected: [String]) {
    #expect(messages("stages:\n- fetch\n- segment\n- \(last)\n") == expected)
  }

  @Test(arguments: [
    (
      "- clean\n- write: {path: x}",
      "2:3: error: the pipeline has no source; put a stage that reads inputs, such as 'fetch', first"
    ),
    (
      "- fetch:\n  when: language == en\n- write: {path: x}",
      "3:3: error: source 'fetch' takes no condition, for there is no document yet; "
        + "put it beside a later stage"
    ),
    ("- clean\n- fetch\n- write: {path: x}", "3:3: error: source 'fetch' must be the first stage"),
  ])
  func tellsWhatIsWrongAtTheStart(stages: String, message: String) {
    #expect(messages("stages:\n\(stages)\n") == [message])
  }

  @Test(arguments: [
    (
      "name: a/b",
      "1:7: error: 'name' must be text without '/' that does not start with '.', not 'a/b'"
    ),
    (
      "name: [a]",
      "1:7: error: 'name' must be text without '/' that does not start with '.', not a list"
    ),
    ("stage: []", "1:1: error: unknown key 'stage'; did you mean 'stages'?"),
    ("notify: mail", "1:1: error: 'notify' belongs among the settings below 'run:'"),
    ("clean: {}", "1:1: error: stage 'clean' stands outside of the list below 'stages:'"),
    (
      "schema: 1",
      "1:1: error: unknown key 'schema'; there are 'name', 'run', 'schedule', 'plugins' and 'stages'"
    ),
    (
      "schedule: [a]",
      "1:11: error: 'schedule' is a cron expression such as '15 3 * * *', not a list"
    ),
    (
      "schedule: 15 25 * * *",
      "1:14: error: 'schedule': hour '25' is out of range; write a number from 0 to 23, where midnight is 0"
    ),
    ("run: 4", "1:6: error: 'run' must be keys with values, not '4'"),
    ("run: {wokers: 4}", "1:7: error: unknown setting 'wokers' for 'run'; did you mean 'workers'?"),
    (
      "run: {workers: 0}",
      "1:16: error: 'workers' of 'run' must be a whole number from 1 to 1024, not '0'"
    ),
    (
      "run: {memory: 64 M}",
      "1:15: error: 'memory' of 'run' must be a number of bytes from 1 MB to 1 TB, not '64 M'; "
        + "units are B, KB, MB, GB, TB, KiB, MiB, GiB, TiB"
    ),
    (
      "run: {memory: 1}",
      "1:15: error: 'memory' of 'run' must be a number of bytes from 1 MB to 1 TB, not '1'"
    ),
  ])
  func tellsWhatIsWrongAtTheTop(line: String, message: String) {
    #expect(messages("\(line)\nstages: [fetch, write: {path: x}]\n") == [message])
  }

  @Test func tellsAllMistakesAtOnceByPlace() {
    let yaml = """
      run: {workers: many}
      stages:
      - write: {path: out}
      - tag: {loud: on, titel: x}
      - fetch: {max_bytes: big}
      speed: 1
      """
    #expect(
      messages(yaml).map { $0.prefix { $0 != " " } } == [
        "1:16:", "4:3:", "4:3:", "4:15:", "4:19:", "5:3:", "5:22:", "6:1:",
      ])
  }

  @Test func tellsAMistakeThatAliasesRepeatOnce() {
    let yaml = """
      x-bad: &bad {loud: yes}
      stages:
      - fetch
      - segment
      - tag: *bad
      - {tag: *bad, label: again}
      - write: {path: out}
      """
    #expect(
      messages(yaml) == [
        "1:20: error: 'loud' of stage 'tag' must be true or false, not 'yes'; write true"
      ])
  }

  @Test func showsNoMoreThanAHundredMistakes() {
    let entries = String(repeating: "- zebra\n", count: 150)
    let shown = messages("stages:\n\(entries)")
    #expect(shown.count == 101)
    #expect(shown.last == "101:3: note: 50 more mistakes are not shown")
  }
}
