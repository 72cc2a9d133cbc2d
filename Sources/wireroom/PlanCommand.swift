import Runner
import StageKit
import TextKit

let planCommand = Command(
  name: "plan", operands: "PIPELINE [INPUT…]",
  summary: "tell what a run would do, and why, without doing it",
  discussion: """
    Lists the inputs and compares them with what the last runs did. For every document that a run
    would work on it tells why: new, bytes changed, a changed stage or option, or a failure that may
    have passed. '--verbose' also names the documents that would be left as they are.
    """,
  options: inputOptions + [
    CommandOption("--verbose", nil, "name unchanged documents too"),
    CommandOption("--json", nil, "one JSON object a document, then one with the sums"),
  ],
  operandCount: 1...Int.max, run: performPlan)

private func performPlan(_ arguments: ParsedArguments) -> Int32 {
  let console = Console()
  guard let plan = makePlan(arguments, console) else { return ExitCode.usage.rawValue }
  let isJSON = arguments.switches.contains("--json")
  let isVerbose = arguments.switches.contains("--verbose")
  do throws(RunProblem) {
    let survey = try Survey(of: plan) { item in
      if isJSON {
        printResult(json(item))
      } else if item.decision != .unchanged || isVerbose {
        let word = words(item.decision)
        printResult("\(padded(word, 24))  \(item.key.identifier)")
      }
    }
    printResult(isJSON ? json(survey) : sum(survey))
    return ExitCode.done.rawValue
  } catch {
    console.complain("error", error.message)
    return error.exitCode.rawValue
  }
}

private func words(_ decision: Survey.Decision) -> String {
  switch decision {
  case .unchanged: "unchanged"
  case .unavailable: "unavailable"
  case .work(let reason): reason
  case .vanished: "vanished"
  case .renamed(let key): "renamed from \(key.identifier)"
  }
}

/// `3 of 22 documents to do: 1 bytes changed, 2 new; 19 unchanged; about 0.4 s`
private func sum(_ survey: Survey) -> String {
  let total = survey.unchangedCount + survey.counts.values.reduce(0, +)
  let reasons = survey.counts.sorted { $0.key < $1.key }.map { "\(grouped($0.value)) \($0.key)" }
  var text = "\(grouped(survey.workCount)) of \(grouped(total)) documents to do"
  if !reasons.isEmpty { text += ": " + reasons.joined(separator: ", ") }
  text += "; \(grouped(survey.unchangedCount)) unchanged"
  if survey.vanishedCount > 0 { text += "; \(grouped(survey.vanishedCount)) vanished" }
  if let nanoseconds = survey.estimatedNanoseconds, survey.workCount > 0 {
    text += "; about \(formatDuration(nanoseconds: nanoseconds))"
  }
  if let bytes = survey.estimatedKeptBytes, let all = survey.estimatedFullKeptBytes {
    text += "\n'run.keep' takes \(formatBytes(survey.keptBytes)) of the state folder now, "
    text += "about \(formatBytes(bytes)) after the run, and "
    text += "about \(formatBytes(all)) once all documents have been worked on with it"
  } else if survey.keptBytes > 0 {
    text += "\n\(formatBytes(survey.keptBytes)) of the state folder are what an earlier "
    text += "'run.keep' has left"
  }
  return text
}

private func json(_ item: Survey.Item) -> String {
  var members = [Value.Member("document", .string(item.key.identifier))]
  switch item.decision {
  case .unchanged: members.append(Value.Member("decision", "unchanged"))
  case .vanished: members.append(Value.Member("decision", "vanished"))
  case .unavailable(let message):
    members.append(Value.Member("decision", "unavailable"))
    members.append(Value.Member("message", .string(message)))
  case .work(let reason):
    members.append(Value.Member("decision", "work"))
    members.append(Value.Member("reason", .string(reason)))
  case .renamed(let key):
    members.append(Value.Member("decision", "work"))
    members.append(Value.Member("reason", "renamed"))
    members.append(Value.Member("from", .string(key.identifier)))
  }
  return encoded(.object(members))
}

private func json(_ survey: Survey) -> String {
  encoded([
    "work": .integer(survey.workCount), "unchanged": .integer(survey.unchangedCount),
    "vanished": .integer(survey.vanishedCount),
    "reasons": .object(
      survey.counts.sorted { $0.key < $1.key }.map { Value.Member($0.key, .integer($0.value)) }),
    "estimated_seconds": survey.estimatedNanoseconds.map { .number(Double($0) / 1e9) } ?? .null,
    "kept_bytes": .integer(survey.keptBytes),
    "estimated_kept_bytes": survey.estimatedKeptBytes.map(Value.integer) ?? .null,
    "estimated_full_kept_bytes": survey.estimatedFullKeptBytes.map(Value.integer) ?? .null,
  ])
}

/// The value as JSON on one line.
func encoded(_ value: Value) -> String {
  var bytes: [UInt8] = []
  bytes.append(json: value)
  return String(decoding: bytes, as: UTF8.self)
}
