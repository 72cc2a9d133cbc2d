/// The service and the timer that start a pipeline in the user's own systemd.
public struct SystemdUnits: Sendable, Equatable {
  /// The file names.
  public let serviceName: String
  public let timerName: String
  /// Their contents.
  public let service: String
  public let timer: String

  /// - Throws: if systemd would refuse the path of the program.
  public init(_ run: ScheduledRun) throws(ScheduleError) {
    if run.program.utf8.contains(where: Set("'\"\\".utf8).contains) {
      throw .programUnusable(run.program)
    }
    let name = Self.name(of: run.name)
    serviceName = name + ".service"
    timerName = name + ".timer"
    let subject = escapePercent("pipeline '\(run.name)'")
    let environment = run.environment.map {
      "Environment=\(quoteForSystemd("\($0.name)=\($0.value)"))\n"
    }
    // The colon keeps systemd from replacing '$' in the arguments. Signals go to the program alone,
    // which sees to its own children.
    service = """
      \(Self.mark(run.pipeline))
      [Unit]
      Description=Run the \(subject)

      [Service]
      Type=oneshot
      ExecStart=:\(run.command.map(quoteForSystemd).joined(separator: " "))
      \(environment.joined())KillMode=mixed

      """
    // AccuracySec: by default a timer may be a minute late. Persistent: what was due while the
    // machine was off is made up for at its start.
    timer = """
      \(Self.mark(run.pipeline))
      [Unit]
      Description=When to run the \(subject)

      [Timer]
      \(run.expression.onCalendar.map { "OnCalendar=\($0)\n" }.joined())AccuracySec=1s
      Persistent=true

      [Install]
      WantedBy=timers.target

      """
  }

  /// The name of the units of a pipeline. What names of units may not hold is escaped as systemd
  /// itself does.
  static func name(of pipelineName: String) -> String {
    var result = nameStart
    for byte in pipelineName.utf8 {
      let character = Unicode.Scalar(byte)
      switch character {
      case "a"..."z", "A"..."Z", "0"..."9", "_", ".", ":", "-":
        result.unicodeScalars.append(character)
      default:
        let digits = String(byte, radix: 16)
        result += "\\x" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  /// Whether a file may be one that was made here.
  static func isUnitName(_ name: String) -> Bool {
    name.hasPrefix(nameStart) && (name.hasSuffix(".service") || name.hasSuffix(".timer"))
  }

  private static let nameStart = "wireroom-"
  private static let markStart = "# Made by 'wireroom schedule' for "

  /// The first line, which tells to which pipeline a unit belongs.
  private static func mark(_ pipeline: String) -> String { markStart + pipeline }

  /// The path of the pipeline file for which a unit was made; `nil` if another program or a person
  /// made it.
  static func pipeline(ofUnit bytes: [UInt8]) -> String? {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    guard line.starts(with: markStart.utf8) else { return nil }
    return String(decoding: line.dropFirst(markStart.utf8.count), as: UTF8.self)
  }
}

/// A word of a command or an assignment, written for a systemd unit.
func quoteForSystemd(_ word: String) -> String {
  if isPlain(word) { return word }
  var result = "\""
  for scalar in word.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { result += "\\" }
    result.unicodeScalars.append(scalar)
  }
  return escapePercent(result + "\"")
}

/// systemd takes `%` for the beginning of a specifier.
private func escapePercent(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    result.unicodeScalars.append(scalar)
    if scalar == "%" { result += "%" }
  }
  return result
}
