/// What is to be started when a pipeline is due.
public struct ScheduledRun: Sendable {
  /// The name of the pipeline.
  public let name: String
  /// The absolute path of the pipeline file. It tells one schedule from another.
  public let pipeline: String
  public let expression: CronExpression
  /// The absolute path of this program.
  let program: String
  /// The absolute path of the file to which cron adds what a run says.
  public let log: String
  /// What the run finds in its environment, because schedulers start programs with next to none.
  let environment: [(name: String, value: String)]

  /// - Throws: if one of the paths is not absolute, or any text holds a control character, for which
  ///   there is no place in a crontab.
  public init(
    name: String, pipeline: String, expression: CronExpression, program: String, log: String,
    environment: [(name: String, value: String)] = []
  ) throws(ScheduleError) {
    for path in [pipeline, program, log] where path.utf8.first != UInt8(ascii: "/") {
      throw .pathNotAbsolute(path)
    }
    for text in [name, pipeline, program, log] + environment.map(\.value)
    where text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      throw .controlCharacter(text)
    }
    self.name = name
    self.pipeline = pipeline
    self.expression = expression
    self.program = program
    self.log = log
    self.environment = environment
  }

  /// The program and its arguments.
  var command: [String] { [program, "run", "--quiet", pipeline] }
}

/// Whether all characters of a word stand for themselves in shells, crontabs and systemd units.
func isPlain(_ word: String) -> Bool {
  !word.isEmpty
    && word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ","),
        UInt8(ascii: ":"):
        true
      default: false
      }
    }
}
