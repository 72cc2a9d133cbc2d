import Diagnostics
import Ledger
import PipelineFile
import Runner
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let runCommand = Command(
  name: "run", operands: "PIPELINE [INPUT…]",
  summary: "run a pipeline over its inputs",
  discussion: """
    Runs the pipeline file PIPELINE. Inputs named here take the place of those in the file; '-' is
    standard input. What the run leaves is put in place at its end, all at once; a run that is
    stopped or fails leaves the last output as it was. Messages go to standard error.
    """,
  options: inputOptions + [
    CommandOption("--quiet", nil, "say nothing unless something goes wrong"),
    CommandOption("--verbose", nil, "name every failed document, and the time each stage took"),
    CommandOption("--log", "FORMAT", "text or json: one JSON object a line"),
    CommandOption(
      "--accept-health", nil,
      "publish though the run differs from the last ones, and measure the next by it"),
  ],
  operandCount: 1...Int.max, run: performRun
)

private func performRun(_ arguments: ParsedArguments) -> Int32 {
  let console: Console
  do throws(UsageError) {
    console = try makeConsole(arguments)
  } catch {
    Console().complain("error", error.message)
    return ExitCode.usage.rawValue
  }
  guard var plan = makePlan(arguments, console) else { return ExitCode.usage.rawValue }
  plan.isolationCommand = isolationCommand(Array(CommandLine.arguments.dropFirst(2)))

  let run = PipelineRun(plan, observer: FailurePrinter(console))
  let signals = SignalWatcher { number in
    run.interrupt(signal: number)
    console.complain(
      "warning", "stopping after the documents in flight; once more to stop at once")
  }
  let display = console.verbosity == .quiet ? nil : ProgressDisplay(console, run)
  let report = run.run()
  display?.stop()
  signals.stop()
  summarise(report, console)
  if report.exitCode != .done { plan.notification.map { notify($0, of: report, console) } }
  return report.exitCode.rawValue
}

private func makeConsole(_ arguments: ParsedArguments) throws(UsageError) -> Console {
  let isQuiet = arguments.switches.contains("--quiet")
  let isVerbose = arguments.switches.contains("--verbose")
  if isQuiet && isVerbose {
    throw UsageError(message: "'--quiet' and '--verbose' contradict each other")
  }
  var format = Console.Format.text
  if let name = arguments.value("--log") {
    guard let known = Console.Format(rawValue: name) else {
      throw UsageError(message: "'--log' is text or json, not '\(name)'")
    }
    format = known
  }
  return Console(verbosity: isQuiet ? .quiet : isVerbose ? .verbose : .normal, format: format)
}

/// Names failed documents as they come: all of them under `--verbose`, else the first few. Under
/// `--quiet` none: there the causes at the end have to do.
private final class FailurePrinter: RunObserver {
  private static let limit = 10
  private let console: Console
  private let count = Guarded(0)

  init(_ console: Console) {
    self.console = console
  }

  func documentDidFail(_ entry: LedgerEntry) {
    if console.verbosity == .quiet, console.format == .text { return }
    let number = count.withLock { count in
      count += 1
      return count
    }
    guard number <= Self.limit || console.verbosity == .verbose || console.format == .json else {
      return
    }
    let place = entry.offset.map { " at byte \($0)" } ?? ""
    console.complain(
      "warning",
      "'\(entry.key.identifier)' failed in stage '\(entry.stage ?? "")': "
        + Wording.printable(entry.message ?? "") + place,
      [
        Value.Member("document", .string(entry.key.identifier)),
        Value.Member("stage", .string(entry.stage ?? "")),
        Value.Member("reason", .string(entry.reason ?? "")),
        Value.Member("offset", entry.offset.map(Value.integer) ?? .null),
      ])
    if number == Self.limit, console.verbosity != .verbose, console.format == .text {
      console.say("  … further failures are only counted; '--verbose' names them", event: "note")
    }
  }
}

// MARK: The end of a run

/// The last lines: what failed or was dropped and why, the time of the stages, and the sum.
private func summarise(_ report: RunReport, _ console: Console) {
  if console.verbosity == .verbose { tellStageTimes(report, console) }
  tellCauses(report, console)
  if report.isSkipped {
    if console.verbosity != .quiet {
      console.say("skipped: another run of this pipeline is under way", event: "skipped")
    }
    // Whoever reads the log waits for the end of each run.
    if console.verbosity != .quiet, console.format == .json {
      console.say(sumLine(report), event: "end", sumFields(report))
    }
    return
  }
  for warning in report.warnings { console.complain("warning", warning) }
  if let problem = report.problem {
    console.complain("error", problem.message)
  }
  // Where nothing went wrong, '--quiet' says nothing.
  if console.verbosity != .quiet || report.exitCode != .done {
    console.say(sumLine(report), event: "end", sumFields(report))
  }
}

/// Under `--quiet`, only what failed counts, and each cause comes with the message of its example, which
/// was not told before.
private func tellCauses(_ report: RunReport, _ console: Console) {
  let isQuiet = console.verbosity == .quiet
  for cause in report.causes where !isQuiet || cause.outcome == .quarantined {
    let what = cause.outcome == .quarantined ? "failed" : "filtered"
    let message = isQuiet ? cause.message.map { ": " + Wording.printable($0) } ?? "" : ""
    console.say(
      causeLine(cause) + message, event: "cause",
      [
        Value.Member("outcome", .string(what)), Value.Member("stage", .string(cause.stage)),
        Value.Member("reason", .string(cause.reason)), Value.Member("count", .integer(cause.count)),
        Value.Member("example", .string(cause.example)),
      ])
  }
}

/// `  2 failed by 'fetch': truncated (a.txt.gz and others)`
func causeLine(_ cause: RunReport.Cause) -> String {
  let example = cause.count == 1 ? cause.example : "\(cause.example) and others"
  let what = cause.outcome == .quarantined ? "failed" : "filtered"
  return "  \(grouped(cause.count)) \(what) by '\(cause.stage)': "
    + "\(Wording.printable(cause.reason)) (\(example))"
}

private func tellStageTimes(_ report: RunReport, _ console: Console) {
  let total = max(1, report.stageNanoseconds.reduce(0) { $0 + $1.nanoseconds })
  for (label, nanoseconds) in report.stageNanoseconds {
    console.say(
      "  \(padded(label, 12)) \(formatDuration(nanoseconds: nanoseconds)) "
        + "(\(oneDecimal(Double(nanoseconds) / Double(total) * 100)) %)",
      event: "stage",
      [
        Value.Member("stage", .string(label)),
        Value.Member("seconds", .number(Double(nanoseconds / 1000) / 1e6)),
      ])
  }
}

/// `done: 16 documents = 14 written + 1 filtered + 1 quarantined; 48.2 KB in 0.03 s (…); out/news.jsonl`
func sumLine(_ report: RunReport) -> String {
  let end: String
  switch report.problem {
  case nil where report.deadlineHasPassed: end = "deadline reached"
  case nil: end = report.exitCode == .someFailed ? "done with failures" : "done"
  case .interrupted: end = "interrupted"
  default: end = "stopped"
  }
  var parts: [String] = []
  for (name, count) in [
    ("written", report.counts[.written, default: 0]), ("unchanged", report.unchanged),
    ("filtered", report.counts[.filtered, default: 0]),
    ("quarantined", report.counts[.quarantined, default: 0]), ("pending", report.pending),
  ] where count > 0 || name == "written" {
    parts.append("\(grouped(count)) \(name)")
  }
  let seconds = max(Double(report.nanoseconds) / 1e9, 1e-9)
  let done = report.counts.values.reduce(0, +)
  let speed =
    "\(grouped(Int(Double(done) / seconds)))/s, "
    + "\(formatBytes(Int(Double(report.inputBytes) / seconds)))/s"
  let vanished =
    (report.vanished > 0 ? "; \(grouped(report.vanished)) vanished" : "")
    + (report.renamed > 0 ? "; \(grouped(report.renamed)) renamed" : "")
  let outputs =
    report.outputs.isEmpty ? "nothing published" : report.outputs.joined(separator: ", ")
  return
    "\(end): \(grouped(report.listed)) document\(report.listed == 1 ? "" : "s") = "
    + "\(parts.joined(separator: " + "))\(vanished); \(formatBytes(report.inputBytes)) in "
    + "\(formatDuration(nanoseconds: report.nanoseconds)) (\(speed)); \(outputs)"
    + (report.exitCode == .done ? "" : "; exit \(report.exitCode.rawValue)")
}

private func sumFields(_ report: RunReport) -> [Value.Member] {
  [
    Value.Member("exit", .integer(Int(report.exitCode.rawValue))),
    Value.Member("documents", .integer(report.listed)),
    Value.Member("written", .integer(report.counts[.written, default: 0])),
    Value.Member("unchanged", .integer(report.unchanged)),
    Value.Member("filtered", .integer(report.counts[.filtered, default: 0])),
    Value.Member("quarantined", .integer(report.counts[.quarantined, default: 0])),
    Value.Member("pending", .integer(report.pending)),
    Value.Member("vanished", .integer(report.vanished)),
    Value.Member("renamed", .integer(report.renamed)),
    Value.Member("input_bytes", .integer(report.inputBytes)),
    Value.Member("output_bytes", .integer(report.outputBytes)),
    Value.Member("seconds", .number(Double(report.nanoseconds / 1000) / 1e6)),
    Value.Member("workers", .integer(report.workers)),
    Value.Member("outputs", .list(report.outputs.map(Value.string))),
  ]
}
