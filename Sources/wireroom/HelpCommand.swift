import PipelineFile
import Runner

let helpCommand = Command(
  name: "help", operands: "[COMMAND | TOPIC]",
  summary: "explain a command or a topic",
  discussion: "Topics: \(topics.map(\.name).joined(separator: ", ")).",
  options: [], operandCount: 0...1, run: performHelp
)

private let topics: [(name: String, text: @Sendable () -> String)] = [
  ("exit-codes", exitCodesHelp), ("conditions", conditionsHelp), ("tests", testsHelp),
  ("protocol", protocolHelp),
]

private func performHelp(_ arguments: ParsedArguments) -> Int32 {
  guard let subject = arguments.operands.first else {
    printResult(overview())
    return ExitCode.done.rawValue
  }
  if let command = commands.first(where: { $0.name == subject }) {
    printResult(help(for: command))
  } else if let topic = topics.first(where: { $0.name == subject }) {
    printResult(topic.text())
  } else {
    let subjects = commands.map(\.name) + topics.map(\.name)
    Console().complain("error", "no help for '\(subject)'" + didYouMean(subject, subjects))
    return ExitCode.usage.rawValue
  }
  return ExitCode.done.rawValue
}

func overview() -> String {
  let width = commands.map(\.name.utf8.count).max() ?? 0
  var lines = [
    "wireroom turns a folder of raw articles into clean, sentence-segmented, entity-tagged, "
      + "summarised records.", "",
    "usage: wireroom COMMAND …", "",
  ]
  for command in commands {
    lines.append("  \(padded(command.name, width))  \(command.summary)")
  }
  lines += [
    "",
    "For one command: wireroom help COMMAND. Topics: "
      + topics.map { "wireroom help \($0.name)" }.joined(separator: ", ") + ".",
  ]
  return lines.joined(separator: "\n")
}

func help(for command: Command) -> String {
  var lines = [
    "usage: wireroom \(command.name)\(command.options.isEmpty ? "" : " [OPTIONS]") \(command.operands)",
    "", command.discussion,
  ]
  if !command.options.isEmpty {
    let forms = command.options.map { $0.name + ($0.value.map { " " + $0 } ?? "") }
    let width = forms.map(\.utf8.count).max() ?? 0
    lines += ["", "Options:"]
    for (form, option) in zip(forms, command.options) {
      lines.append("  \(padded(form, width))  \(option.help)")
    }
  }
  return lines.joined(separator: "\n")
}

private func exitCodesHelp() -> String {
  let codes = ExitCode.allCases.map { "  \(padded("\($0.rawValue)", 3))  \($0.explanation)" }
  return (["What 'wireroom run' exits with:", ""] + codes).joined(separator: "\n")
}

private func conditionsHelp() -> String {
  """
  What can stand behind 'when:' beside a stage of a pipeline file. The stage works on the documents
  for which it holds; the others pass by.

    when: language == en
    when: language in [en, de] and not section == Sport
    when: title contains "live blog" or bytes > 100000
    when: published >= 2024-03 and byline exists

  Fields: \(Condition.Field.allCases.map(\.rawValue).joined(separator: ", ")).
  Comparisons: == != < <= > >=, 'in [a, b]', 'not in [a, b]', 'contains text', 'exists'.
  Joined by 'and', 'or', 'not' and parentheses; 'and' binds closer than 'or'.

  A comparison with a value that the document does not have is false, so that '!=' and 'not in' are
  true of it. Text is compared exactly; 'byline' holds several names, of which any one will do; dates
  are compared as far as both are given.
  """
}

private func testsHelp() -> String {
  """
  What stands in a file of cases, whose name ends in '.test.yaml', for 'wireroom test':

    pipeline: news.yaml
    environment: {NEWS: samples}         # for ${NEWS} in the pipeline file
    set: [stages.summarise.sentences=2]  # as with 'wireroom run --set'
    cases:
      - name: abbreviations end no sentence
        input: {text: "Dr. Adams came. She left.", id: a.txt}
        to: segment
        expect:
          text: {starts_with: Dr. Adams}
          sentences: [Dr. Adams came., She left.]
      - name: a sample, through the source of the pipeline
        input: {file: samples/bridge.txt}
        replace: {tag: {entities: [{start: 0, end: 11, type: GPE}]}}
        expect: {title: {contains: Harbour}, entities: {count: 1}}

  Of a case: name; input (text with form, id, metadata and layers, or file with record); from and to,
  the labels of the first and the last transform to run; replace, by label, what a stage answers in
  place of its work; expect; golden, a file that holds all of the document and that '--update' writes.

  Expected are the members of the record, by their names, and: drops: REASON, fails: REASON,
  skips: [LABEL], entity_f1: {gold: […], at_least: 0.95}. A value is compared as a whole, of an object
  only the keys that are named, an element of a layer with its text. More than equality: equals, not,
  contains, lacks, starts_with, ends_with, matches, count, at_least, at_most, about with within, exists.
  """
}

private func protocolHelp() -> String {
  """
  How a stage in another process is spoken with: one JSON object a line, requests on its standard
  input, answers on its standard output. Standard error is free for messages.

  The first line says what is wanted; the first answer says what the stage is, once it is ready:
    {"wireroom": 1, "label": "shout", "options": {…}, "reads": ["tokens"], "writes": ["extra"]}
    {"wireroom": 1, "name": "shout", "version": 3}

  Each further line is a document, with the names of its record:
    {"seq": 7, "more": 2, "id": "talks.txt", "text": "Zoë came.", "tokens": [[0, 3], [4, 8]], …}

  It is answered by one line with the same 'seq':
    {"seq": 7}                                         the document stays as it is
    {"seq": 7, "extra": {"shout": {"words": 3}}}       these members are set, the others stay
    {"seq": 7, "drop": "too_short"}                    it does not belong in the output
    {"seq": 7, "failure": {"reason": "no_model", "message": "…"}}    it is set aside

  Ranges are half-open and count code points, or what "offsets" of the first answer says: "bytes" or
  "utf16". 'more' is how many documents follow at once: answers have to be written, and flushed, when
  it is 0. A stage ends when its input does.

  All of it is in Sources/StageProtocol/README.md. 'wireroom new stage NAME --language python' makes a
  stage that speaks it.
  """
}

func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.utf8.count))
}
