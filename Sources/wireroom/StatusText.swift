import Ledger
import Runner
import Schedule
import StageKit
import TextKit

/// How a pipeline stands, for people.
///
/// - Parameter due: when the schedule of the pipeline file has it run next.
func statusText(
  _ status: PipelineStatus, name: String, stateDirectory: String, due: DueTime?
) -> String {
  let total = status.documents.values.reduce(0, +)
  var lines = [
    "pipeline   \(name)",
    "state      \(stateDirectory)",
    "now        \(runningText(status))",
    "documents  \(sumText(total, status.documents.ordered.map { ("\($0)", $1) }))",
    "published  "
      + (status.isPublicationPending
        ? "behind the ledger; the next run that ends well publishes what is done"
        : "up to date"),
  ]
  if let due { lines.append("due next   \(due)") }
  lines += ["", "last runs"]
  lines += table(status.runs.map { runCells($0, status) })
  if !status.failures.isEmpty {
    lines += ["", "in quarantine"]
    lines += status.failures.map { group in
      let example = group.example.identifier + (group.count == 1 ? "" : " and others")
      let message = group.message.map { ": \($0)" } ?? ""
      return
        "  \(grouped(group.count)) by '\(group.stage)': \(group.reason) (\(example))\(message)"
    }
  }
  if let trend = status.trend {
    let earlier = trend.earlierRuns == 1 ? "run" : "\(trend.earlierRuns) runs"
    lines += ["", "the last complete run against the median of the \(earlier) before"]
    lines += table(trendCells(trend))
  }
  return lines.joined(separator: "\n")
}

private func runningText(_ status: PipelineStatus) -> String {
  guard status.isRunning else { return "no run is under way" }
  guard let run = status.runs.first, run.summary == nil else { return "a run is under way" }
  return "a run is under way since \(localTime(run.started)), with "
    + "\(grouped(status.committedByRunUnderWay)) documents done"
}

/// `22 = 20 written + 1 filtered + 1 quarantined`, where what is nought is left out.
private func sumText(_ total: Int, _ parts: [(String, Int)]) -> String {
  let summands = parts.filter { $0.1 > 0 }.map { "\(grouped($0.1)) \($0.0)" }
  return summands.isEmpty ? "0" : "\(grouped(total)) = \(summands.joined(separator: " + "))"
}

private func runCells(_ run: RunRecord, _ status: PipelineStatus) -> [String] {
  guard let summary = run.summary else {
    let isUnderWay = status.isRunning && run == status.runs.first
    return [localTime(run.started), "-", isUnderWay ? "under way" : "cut off", ""]
  }
  let word = ExitCode(rawValue: Int32(truncatingIfNeeded: summary.exitCode))?.word
  return [
    localTime(run.started), formatDuration(nanoseconds: summary.nanoseconds),
    "\(summary.exitCode)" + (word.map { " \($0)" } ?? ""),
    sumText(summary.documents, summary.parts)
      + (summary.vanished > 0 ? "; \(grouped(summary.vanished)) vanished" : "")
      + (summary.renamed > 0 ? "; \(grouped(summary.renamed)) renamed" : ""),
  ]
}

private func trendCells(_ trend: PipelineStatus.Trend) -> [[String]] {
  func row(
    _ name: String, _ comparison: PipelineStatus.Comparison?, _ format: (Double) -> String
  ) -> [String]? {
    guard let comparison else { return nil }
    let change =
      comparison.usual == 0
      ? "" : "\(signed((comparison.last / comparison.usual - 1) * 100)) %"
    return [name, format(comparison.last), "usually \(format(comparison.usual))", change]
  }
  return [
    row("documents", trend.documents) { number in
      number == number.rounded() ? grouped(Int(number)) : oneDecimal(number)
    },
    row("quarantined", trend.quarantinedShare) { "\(oneDecimal($0 * 100)) %" },
    row("time for one", trend.nanosecondsPerDocument) { nanoseconds in
      nanoseconds < 1e6
        ? "\(oneDecimal(nanoseconds / 1e3)) µs" : "\(oneDecimal(nanoseconds / 1e6)) ms"
    },
  ].compactMap { $0 }
}

private func signed(_ number: Double) -> String {
  number >= 0 ? "+\(oneDecimal(number))" : oneDecimal(number)
}

/// The rows as lines, indented, with their columns below each other.
private func table(_ rows: [[String]]) -> [String] {
  let columnCount = rows.map(\.count).max() ?? 0
  let widths = (0..<columnCount).map { column in
    rows.map { $0[column].unicodeScalars.count }.max() ?? 0
  }
  return rows.map { row in
    var line = " "
    for (cell, width) in zip(row, widths) {
      line += " " + cell + String(repeating: " ", count: width + 1 - cell.unicodeScalars.count)
    }
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return line
  }
}

/// How a pipeline stands, for programs. `nil` for one that has not run yet.
func statusValue(
  _ status: PipelineStatus?, name: String, stateDirectory: String, due: DueTime?
) -> Value {
  var members = [
    Value.Member("pipeline", .string(name)), Value.Member("state", .string(stateDirectory)),
    Value.Member("has_run", .bool(status != nil)),
    Value.Member("next_due", due.map { .string(universalTime($0.instant)) } ?? .null),
  ]
  guard let status else { return .object(members) }
  members += [
    Value.Member("running", .bool(status.isRunning)),
    Value.Member("committed_by_run_under_way", .integer(status.committedByRunUnderWay)),
    Value.Member("publication_pending", .bool(status.isPublicationPending)),
    Value.Member(
      "documents",
      .object(status.documents.ordered.map { Value.Member("\($0)", .integer($1)) })),
    Value.Member("runs", .list(status.runs.map(runValue))),
    Value.Member(
      "failures",
      .list(
        status.failures.map { group in
          [
            "stage": .string(group.stage), "reason": .string(group.reason),
            "count": .integer(group.count), "example": .string(group.example.identifier),
            "message": group.message.map(Value.string) ?? .null,
          ]
        })),
    Value.Member("trend", status.trend.map(trendValue) ?? .null),
  ]
  return .object(members)
}

private func runValue(_ run: RunRecord) -> Value {
  var members = [
    Value.Member("run", .integer(run.number)),
    Value.Member("started", .string(universalTime(run.started))),
  ]
  guard let summary = run.summary else {
    return .object(members + [Value.Member("ended", .null)])
  }
  members += [
    Value.Member("ended", .string(universalTime(summary.ended))),
    Value.Member("exit", .integer(summary.exitCode)),
    Value.Member("seconds", .number(Double(summary.nanoseconds / 1000) / 1e6)),
    Value.Member("documents", .integer(summary.documents)),
  ]
  members += summary.parts.map { Value.Member($0, .integer($1)) }
  members += [
    Value.Member("vanished", .integer(summary.vanished)),
    Value.Member("renamed", .integer(summary.renamed)),
    Value.Member("input_bytes", .integer(summary.bytes)),
  ]
  return .object(members)
}

private func trendValue(_ trend: PipelineStatus.Trend) -> Value {
  func value(
    _ comparison: PipelineStatus.Comparison?, _ scaled: (Double) -> Double = { $0 }
  ) -> Value {
    guard let comparison else { return .null }
    return [
      "last": .number(scaled(comparison.last)), "median": .number(scaled(comparison.usual)),
    ]
  }
  return [
    "earlier_runs": .integer(trend.earlierRuns), "documents": value(trend.documents),
    "quarantined_share": value(trend.quarantinedShare),
    "seconds_per_document": value(trend.nanosecondsPerDocument) { $0.rounded() / 1e9 },
  ]
}

extension RunSummary {
  /// The documents that the run found, by what became of them.
  fileprivate var parts: [(String, Int)] {
    [
      ("written", written), ("unchanged", unchanged), ("filtered", filtered),
      ("quarantined", quarantined),
      ("pending", pending),
    ]
  }
}

extension [Outcome: Int] {
  fileprivate var ordered: [(Outcome, Int)] { Outcome.allCases.map { ($0, self[$0, default: 0]) } }
}

extension ExitCode {
  /// What it means in a word or two.
  var word: String {
    switch self {
    case .done: "done"
    case .someFailed: "some failed"
    case .usage: "wrong usage"
    case .notPublished: "not published"
    case .noInput: "no input"
    case .deadline: "deadline reached"
    case .systemFailure: "system failure"
    case .locked: "locked"
    case .interrupted: "interrupted"
    case .terminated: "terminated"
    }
  }
}
