import Diagnostics
import Evaluation
import PipelineFile
import Runner
import StageCatalog
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let evaluateCommand = Command(
  name: "evaluate", operands: "STAGE",
  summary: "measure a stage against gold files",
  discussion: """
    Runs the stage, and those that it needs, on the texts of gold files as they are and compares:

    \(evaluators.map { explanation($0.descriptor) }.joined(separator: "\n"))

    Gold files hold one JSON object a line where nothing else is said; offsets are UTF-8 bytes. Types of
    entities are mapped: PERSON to PER; GPE, LOC and FAC to LOC; dates, amounts and addresses to none;
    all others but ORG to MISC.

    Paths start from the working folder. Speeds go to standard error. Exits with 0 whatever the figures
    are, and with 2 if a gold file cannot be read or holds nothing. '–' is the share of nothing.
    """,
  options: [
    CommandOption("--gold", "FILE", "a gold file; repeatable, the figures are those of all files"),
    CommandOption("--json", nil, "print one JSON object; shares are parts of 1, not of 100"),
    CommandOption(
      "--set", "LABEL.KEY=VALUE", "set an option of a stage, such as tag.model=my.model; repeatable"
    ),
    CommandOption("--clean", nil, "segment: clean the texts first, as a pipeline does"),
    CommandOption(
      "--scheme", "NAME",
      "tag: conll4 (default) maps all types to PER, ORG, LOC and MISC; ontonotes maps none"),
    CommandOption("--types", "A,B", "tag: the types that count (default: those in the gold files)"),
    CommandOption("--sentences", "N", "summarise: the sentences of a summary (default: 3)"),
    CommandOption("--errors", "N", "show N examples of each kind of error"),
  ],
  operandCount: 1...1, run: performEvaluation
)

private func explanation(_ evaluator: EvaluatorDescriptor) -> String {
  let lines = ["  \(padded(evaluator.name, 10))\(evaluator.summary)"]
  return (lines + evaluator.format.map { "            \($0)" }).joined(separator: "\n")
}

private func performEvaluation(_ arguments: ParsedArguments) -> Int32 {
  tellingMistakes {
    let name = arguments.operands[0]
    guard let type = evaluators.first(where: { $0.descriptor.name == name }) else {
      throw UsageError(
        message: "stage '\(name)' cannot be evaluated"
          + Wording.suggestion(for: name, among: evaluators.map { $0.descriptor.name }))
    }
    guard let paths = arguments.values["--gold"] else {
      throw UsageError(message: "'evaluate' needs a gold file: --gold FILE")
    }
    try refuseOptionsOfOthers(name, arguments)
    var evaluator = try type.init(makeSettings(arguments))
    let stages = try StandaloneStages(
      type.descriptor.stages, among: builtInStages, defaults: evaluator.stageSettings,
      settings: arguments.values["--set"] ?? [], prefix: "stages."
    ).make()
    for path in paths {
      let documents = stages.documentCount
      try evaluator.evaluate(path, with: stages)
      // Figures of nothing would look like perfect ones, or like none at all.
      if stages.documentCount == documents {
        throw EvaluationProblem("'\(path)' holds no document to be measured on")
      }
    }
    let report = evaluator.report()
    printResult(
      arguments.switches.contains("--json")
        ? json(report, name, paths) : report.lines.joined(separator: "\n"))
    for work in stages.work where work.bytes > 0 { tellSpeed(work) }
  }
}

/// Times differ from run to run, so that they are no result.
private func tellSpeed(_ work: StageSet.Work) {
  let perSecond = Double(work.bytes) / (Double(max(1, work.nanoseconds)) / 1e9)
  Console().say(
    "\(work.stage): \(formatBytes(work.bytes)) in \(formatDuration(nanoseconds: work.nanoseconds)), "
      + "\(formatBytes(Int(perSecond)))/s", event: "speed")
}

/// Options that mean something to one evaluator only.
private let ownOptions = [
  "--clean": "segment", "--scheme": "tag", "--types": "tag", "--sentences": "summarise",
]

/// A figure that an option has not changed would be taken for one that it has.
private func refuseOptionsOfOthers(_ name: String, _ arguments: ParsedArguments) throws(UsageError)
{
  for (option, owner) in ownOptions.sorted(by: { $0.key < $1.key }) where owner != name {
    if arguments.switches.contains(option) || arguments.value(option) != nil {
      throw UsageError(message: "'\(option)' is for 'evaluate \(owner)', not for '\(name)'")
    }
  }
}

private func makeSettings(_ arguments: ParsedArguments) throws(UsageError) -> EvaluationSettings {
  var settings = EvaluationSettings()
  if let name = arguments.value("--scheme") {
    guard let scheme = EvaluationSettings.Scheme(rawValue: name) else {
      throw UsageError(message: "'--scheme' is conll4 or ontonotes, not '\(name)'")
    }
    settings.scheme = scheme
  }
  if let types = arguments.value("--types") {
    var names: [String] = []
    for name in types.split(separator: ",").map(String.init) where !names.contains(name) {
      names.append(name)
    }
    guard !names.isEmpty else { throw UsageError(message: "'--types' names no type") }
    settings.types = names
  }
  settings.cleansFirst = arguments.switches.contains("--clean")
  settings.errorLimit = try arguments.number("--errors", in: 0...1_000_000) ?? 0
  settings.sentenceCount = try arguments.number("--sentences", in: 1...50) ?? 3
  return settings
}

private func json(_ report: EvaluationReport, _ stage: String, _ paths: [String]) -> String {
  var bytes: [UInt8] = []
  bytes.append(
    json: .object(
      [
        Value.Member("stage", .string(stage)),
        Value.Member("gold", .list(paths.map(Value.string))),
      ] + report.members))
  return String(decoding: bytes, as: UTF8.self)
}
