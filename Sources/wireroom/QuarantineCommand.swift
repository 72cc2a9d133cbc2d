import Diagnostics
import Ledger
import Runner
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let quarantineCommand = Command(
  name: "quarantine", operands: "list|show|replay|requeue|drop PIPELINE [DOCUMENT…]",
  summary: "look at the documents that no stage could handle, and try them again",
  discussion: """
    A document that a stage could not handle is in quarantine: it is left out of the output, and tried
    again when its bytes, or the version or options of a stage that it went through, have changed.

    'list' names the documents with stage, reason and message. 'show' tells all that is known of
    DOCUMENT, and where the copies of its raw input and of the document before the failing stage are.
    'replay' tries it again from the failing stage on and tells what comes of it; nothing is changed.
    What has ended a process, or never came to an end, is tried in a process of its own.
    'requeue' has the next run try it again. 'drop' gives it up: the copies are removed, and it counts
    as filtered until its bytes or a stage change.

    Documents are named by their 'id'. Without DOCUMENT, 'list' and 'replay' are for all documents, and
    the others want --all, --stage or --reason. Exits with 0; 'replay' with 1 if a document fails
    again; with 4 if DOCUMENT is not in quarantine, and with 75 if a run is under way that 'requeue' or
    'drop' would disturb.
    """,
  options: [
    CommandOption("--stage", "LABEL", "only what failed in this stage"),
    CommandOption("--reason", "WORD", "only what failed for this reason"),
    CommandOption("--all", nil, "all documents in quarantine"),
    CommandOption("--json", nil, "list, show, replay: one JSON object a document"),
    CommandOption("--print", nil, "replay: print the record of a document that passes now"),
    CommandOption("--state", "DIR", "look at the state in DIR instead of 'run.state'"),
    CommandOption("--output", "DIR", "look at the state of runs with this '--output'"),
    CommandOption(
      "--set", "PATH=VALUE", "set one option, such as run.state=/var/lib/news; repeatable"),
  ],
  operandCount: 2...Int.max, run: performQuarantine)

private let actions = ["list", "show", "replay", "requeue", "drop"]

private func performQuarantine(_ arguments: ParsedArguments) throws(UsageError) -> Int32 {
  let console = Console()
  let action = arguments.operands[0]
  let selection = try select(arguments, for: action)
  let overrides = try stateOverrides(arguments)
  var rest = arguments
  rest.operands.removeFirst()
  guard let file = loadPipelineFile(rest, console) else { return ExitCode.usage.rawValue }
  let desk = QuarantineDesk(
    stateDirectory: Plan.stateDirectory(of: file, overrides))
  do throws(RunProblem) {
    switch action {
    case "list": return try list(desk, selection, arguments, console)
    case "show": return try show(desk, selection, arguments, console)
    case "replay": return try replay(desk, selection, rest, overrides, console)
    case "requeue":
      return tell(
        try desk.requeue(selection), "to be tried again by the next run", selection, console)
    default: return tell(try desk.drop(selection), "given up", selection, console)
    }
  } catch {
    console.complain("error", error.message)
    return error.exitCode.rawValue
  }
}

/// Which documents are meant, as far as the command line is right.
private func select(
  _ arguments: ParsedArguments, for action: String
) throws(UsageError) -> QuarantineDesk.Selection {
  guard actions.contains(action) else {
    throw UsageError(
      message: "'quarantine' does not know '\(action)'" + didYouMean(action, actions)
        + "; see 'wireroom help quarantine'")
  }
  let documents = arguments.operands.dropFirst(2)
  let stage = arguments.value("--stage")
  let reason = arguments.value("--reason")
  let isAll = arguments.switches.contains("--all")
  if isAll, !documents.isEmpty {
    throw UsageError(message: "'--all' and the names of documents contradict each other")
  }
  let isNarrowed = !documents.isEmpty || stage != nil || reason != nil || isAll
  if !isNarrowed, !["list", "replay"].contains(action) {
    throw UsageError(
      message: "'quarantine \(action)' wants to know which documents: name them, or say --all, "
        + "--stage LABEL or --reason WORD")
  }
  return QuarantineDesk.Selection(
    identifiers: documents.isEmpty ? nil : Set(documents), stage: stage, reason: reason)
}

// MARK: The actions

private func list(
  _ desk: QuarantineDesk, _ selection: QuarantineDesk.Selection, _ arguments: ParsedArguments,
  _ console: Console
) throws(RunProblem) -> Int32 {
  let isJSON = arguments.switches.contains("--json")
  var found: Set<String> = []
  try desk.forEach(selection) { document in
    found.insert(document.entry.key.identifier)
    if isJSON { return printResult(encoded(value(document))) }
    let entry = document.entry
    let message = Wording.printable(entry.message ?? "")
    printResult(
      "\(entry.key.identifier)  \(entry.stage ?? ""): \(entry.reason ?? ""): \(message)")
  }
  if let code = complain(ofMissing: found, selection, console) { return code }
  if found.isEmpty, !isJSON {
    printResult(
      selection.stage == nil && selection.reason == nil
        ? "nothing is in quarantine" : "nothing of this kind is in quarantine")
  }
  return ExitCode.done.rawValue
}

private func show(
  _ desk: QuarantineDesk, _ selection: QuarantineDesk.Selection, _ arguments: ParsedArguments,
  _ console: Console
) throws(RunProblem) -> Int32 {
  let isJSON = arguments.switches.contains("--json")
  var found: Set<String> = []
  try desk.forEach(selection) { document in
    if !isJSON, !found.isEmpty { printResult("") }
    found.insert(document.entry.key.identifier)
    printResult(isJSON ? encoded(value(document)) : text(document))
  }
  return complain(ofMissing: found, selection, console) ?? ExitCode.done.rawValue
}

private func replay(
  _ desk: QuarantineDesk, _ selection: QuarantineDesk.Selection, _ arguments: ParsedArguments,
  _ overrides: RunOverrides, _ console: Console
) throws(RunProblem) -> Int32 {
  guard
    var plan = loadPlan(
      arguments.operands[0], overrides, settings: arguments.values["--set"] ?? [],
      missingInputsAreMistakes: false, console)
  else { return ExitCode.usage.rawValue }
  let shared = ["--state", "--output", "--set"].flatMap { name in
    (arguments.values[name] ?? []).flatMap { [name, $0] }
  }
  plan.isolationCommand = isolationCommand(shared + [arguments.operands[0]])
  let replay = Replay(plan)
  var hasFailed = false
  var found: Set<String> = []
  try desk.forEach(selection) { document in
    let identifier = document.entry.key.identifier
    found.insert(identifier)
    var members = [Value.Member("document", .string(identifier))]
    var line = "\(identifier)  "
    do throws(StageFailure) {
      let result = try replay.replay(document)
      hasFailed = hasFailed || result.entry.outcome == .quarantined
      members.append(Value.Member("outcome", .string("\(result.entry.outcome)")))
      switch result.entry.outcome {
      case .written: line += "passes now"
      case .filtered:
        line += "is filtered now by '\(result.entry.stage ?? "")': \(result.entry.reason ?? "")"
      case .quarantined:
        line +=
          "fails again in stage '\(result.entry.stage ?? "")': \(result.entry.message ?? "")"
      }
      members += [
        Value.Member("stage", result.entry.stage.map(Value.string) ?? .null),
        Value.Member("reason", result.entry.reason.map(Value.string) ?? .null),
        Value.Member("message", result.entry.message.map(Value.string) ?? .null),
      ]
      if arguments.switches.contains("--print") {
        for record in result.records { writeResult(record) }
        return
      }
    } catch {
      hasFailed = true
      line += "cannot be tried again: \(error.message)"
      members += [
        Value.Member("outcome", .null), Value.Member("message", .string(error.message)),
      ]
    }
    printResult(arguments.switches.contains("--json") ? encoded(.object(members)) : line)
  }
  if let code = complain(ofMissing: found, selection, console) { return code }
  return (hasFailed ? ExitCode.someFailed : .done).rawValue
}

/// Says of each document that was asked for and is not there that it is not.
private func complain(
  ofMissing found: Set<String>, _ selection: QuarantineDesk.Selection, _ console: Console
) -> Int32? {
  let missing = (selection.identifiers ?? []).subtracting(found).sorted()
  for identifier in missing {
    console.complain(
      "error",
      "'\(identifier)' is not in quarantine; 'wireroom quarantine list' names what is")
  }
  return missing.isEmpty ? nil : ExitCode.noInput.rawValue
}

private func tell(
  _ count: Int, _ what: String, _ selection: QuarantineDesk.Selection, _ console: Console
) -> Int32 {
  printResult("\(grouped(count)) document\(count == 1 ? "" : "s") \(what)")
  if let wanted = selection.identifiers?.count, count < wanted {
    console.complain(
      "error",
      "\(grouped(wanted - count)) of those named are not in quarantine; 'wireroom quarantine list' "
        + "names what is")
    return ExitCode.noInput.rawValue
  }
  return ExitCode.done.rawValue
}

// MARK: Wording

private func text(_ document: QuarantinedDocument) -> String {
  let entry = document.entry
  let copies = document.copies
  var rows = [
    ("document", entry.key.identifier), ("stage", entry.stage ?? ""),
    ("reason", entry.reason ?? ""), ("message", entry.message ?? ""),
  ]
  if let offset = entry.offset { rows.append(("at byte", "\(offset)")) }
  rows.append(("attempts", "\(entry.attempts)"))
  rows.append(("run", "\(entry.run)" + (entry.isRequeued ? ", to be tried again by the next" : "")))
  if let copies {
    rows.append(("version", "\(copies.stageVersion)"))
    rows.append(("options", encoded(copies.stageOptions)))
    if let source = copies.source { rows.append(("source", source)) }
    if let path = copies.rawPath { rows.append(("raw input", path)) }
    if let path = copies.documentPath { rows.append(("before", path)) }
  } else {
    rows.append(("copies", "none were kept"))
  }
  return rows.map { padded($0.0, 10) + " " + $0.1 }.joined(separator: "\n")
}

private func value(_ document: QuarantinedDocument) -> Value {
  let entry = document.entry
  let copies = document.copies
  func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }
  return [
    "document": .string(entry.key.identifier), "stage": text(entry.stage),
    "version": copies.map { .integer($0.stageVersion) } ?? .null,
    "options": copies?.stageOptions ?? .null, "reason": text(entry.reason),
    "message": text(entry.message), "offset": entry.offset.map(Value.integer) ?? .null,
    "attempts": .integer(entry.attempts), "run": .integer(entry.run),
    "requeued": .bool(entry.isRequeued), "source": text(copies?.source),
    "raw": text(copies?.rawPath), "before": text(copies?.documentPath),
  ]
}
