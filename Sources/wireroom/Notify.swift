import Runner

/// Tells the command that the pipeline file names of a run that did not end with 0.
func notify(_ notification: Notification, of report: RunReport, _ console: Console) {
  do throws(Notification.Failure) {
    try notification.send(summary(of: report), exitCode: report.exitCode)
  } catch {
    console.complain("warning", error.message)
  }
}

/// What went wrong, the causes with the message of one document each, and the last line.
private func summary(of report: RunReport) -> String {
  var lines: [String] = []
  if let problem = report.problem { lines.append("error: \(problem.message)") }
  lines += report.warnings.map { "warning: \($0)" }
  lines += report.causes.map { cause in
    causeLine(cause) + (cause.message.map { ": \($0)" } ?? "")
  }
  lines.append(sumLine(report))
  return lines.joined(separator: "\n") + "\n"
}
