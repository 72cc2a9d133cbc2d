import Diagnostics
import PipelineFile
import Runner
import Schedule
import StageCatalog
import StageKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let scheduleCommand = Command(
  name: "schedule", operands: "show|install|remove PIPELINE",
  summary: "have cron or systemd run a pipeline when it is due",
  discussion: """
    'show' tells when the 'schedule:' of the pipeline file is due next, and what 'install' would
    put into your crontab, or among the units of your own systemd. 'install' also replaces what it
    put there before; 'remove' takes it out. Nothing else there is touched. Runs get the PATH, LANG
    and LC_ALL of the shell in which 'install' was given.

    When clocks are changed, cron makes up for fixed times in the hour that is skipped, and takes
    those in the hour that comes twice once; where minute or hour start with '*', it follows the
    clock. systemd skips and repeats nothing, but makes up for what was due while the machine was
    off.
    """,
  options: [
    CommandOption("--cron", nil, "use the crontab (the default)"),
    CommandOption("--systemd", nil, "use a service and a timer of systemd"),
  ],
  operandCount: 2...2, run: performSchedule)

private func performSchedule(_ arguments: ParsedArguments) throws(UsageError) -> Int32 {
  let console = Console()
  let place = try Place(arguments.switches)
  let path = arguments.operands[1]
  let store = place.store
  switch arguments.operands[0] {
  case "show", "install":
    guard let run = scheduledRun(path, console) else { return ExitCode.usage.rawValue }
    return arguments.operands[0] == "show"
      ? show(run, path, store, place, console) : install(run, store, place, console)
  case "remove": return remove(absolutePath(path), store, place, console)
  case let action:
    console.complain(
      "error",
      "'schedule' does not know '\(action)'" + didYouMean(action, ["show", "install", "remove"])
        + "; see 'wireroom help schedule'")
    return ExitCode.usage.rawValue
  }
}

/// Where schedules are installed.
private struct Place {
  let scheduler: Scheduler
  let store: any ScheduleStore

  init(_ switches: Set<String>) throws(UsageError) {
    if switches.isSuperset(of: ["--cron", "--systemd"]) {
      throw UsageError(message: "'--cron' and '--systemd' contradict each other")
    }
    let host = LocalHost()
    guard switches.contains("--systemd") else {
      scheduler = .cron
      store = CrontabStore(host)
      return
    }
    // A relative folder counts for nothing, say the rules for the first variable.
    func folder(_ variable: String) -> String? {
      environmentValue(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    guard let folder = folder("XDG_CONFIG_HOME") ?? folder("HOME").map({ $0 + "/.config" }) else {
      throw UsageError(
        message: "where the units of systemd belong cannot be told, because HOME is not set to an "
          + "absolute path; set it")
    }
    scheduler = .systemd
    store = SystemdStore(host, folder: folder + "/systemd/user")
  }

  var title: String { scheduler == .cron ? "the crontab" : "systemd" }
}

// MARK: The actions

private func show(
  _ run: ScheduledRun, _ path: String, _ store: any ScheduleStore, _ place: Place,
  _ console: Console
) -> Int32 {
  var lines = ["schedule   \(run.expression.text)"]
  let times = nextTimes(run, place)
  lines += times.enumerated().map { ($0 == 0 ? "due next   " : "           ") + $1.description }
  if let zone = environmentValue("TZ") {
    lines.append("           (as TZ is '\(zone)' here; \(place.scheduler) has its own zone)")
  }
  do throws(ScheduleError) {
    let preview = try store.preview(run)
    switch try store.state(of: run) {
    case .absent: lines.append("installed  no")
    case .current: lines.append("installed  yes, as follows")
    case .outdated:
      lines.append("installed  yes, but differently; 'wireroom schedule install' replaces it by:")
    }
    printResult((lines + ["", preview]).joined(separator: "\n"))
    return ExitCode.done.rawValue
  } catch {
    printResult(lines.joined(separator: "\n"))
    console.complain("error", error.message)
    return ExitCode.systemFailure.rawValue
  }
}

private func install(
  _ run: ScheduledRun, _ store: any ScheduleStore, _ place: Place, _ console: Console
) -> Int32 {
  let before: ScheduleState
  do throws(ScheduleError) {
    if place.scheduler == .cron { try LocalHost().makeFolder(ofFile: run.log) }
    before = try store.install(run)
  } catch {
    console.complain("error", error.message)
    return ExitCode.systemFailure.rawValue
  }
  let verb =
    switch before {
    case .absent: "installed in"
    case .outdated: "replaced in"
    case .current: "already in"
    }
  let due = nextTimes(run, place).first.map { "; due next \($0)" } ?? ""
  console.say("'\(run.pipeline)' is \(verb) \(place.title)\(due)", event: "schedule")
  if place.scheduler == .systemd { warnUnlessLingering(console) }
  return ExitCode.done.rawValue
}

private func remove(
  _ pipeline: String, _ store: any ScheduleStore, _ place: Place, _ console: Console
) -> Int32 {
  do throws(ScheduleError) {
    let wasThere = try store.remove(pipeline: pipeline)
    console.say(
      wasThere
        ? "'\(pipeline)' is removed from \(place.title)" : "'\(pipeline)' is not in \(place.title)",
      event: "schedule")
    return ExitCode.done.rawValue
  } catch {
    console.complain("error", error.message)
    return ExitCode.systemFailure.rawValue
  }
}

private func nextTimes(_ run: ScheduledRun, _ place: Place) -> [DueTime] {
  run.expression.nextTimes(
    after: time(nil), count: 5, zone: .system, scheduler: place.scheduler)
}

/// systemd ends with the last session of its user, and the timers with it.
private func warnUnlessLingering(_ console: Console) {
  guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else { return }
  let user = String(cString: name)
  if access("/var/lib/systemd/linger/\(user)", F_OK) == 0 { return }
  console.complain(
    "warning",
    "the timer stops while '\(user)' is not logged in; 'loginctl enable-linger \(user)' lets it go on"
  )
}

// MARK: What is to be run

/// Reads the pipeline file and puts together how to run it; tells what is wrong and returns `nil`
/// otherwise.
private func scheduledRun(
  _ path: String, _ console: Console
) -> ScheduledRun? {
  let file: PipelineFile
  let plan: Plan
  var variables: [String] = []
  func load(_ stages: [any Stage.Type]) throws(PipelineFileError) -> PipelineFile {
    try PipelineFile.load(
      path: path, stages: stages,
      environment: { name in
        let value = getenv(name).map { String(cString: $0) }
        if value != nil, !variables.contains(name) { variables.append(name) }
        return value
      }, loadPlugin: loadPlugin)
  }
  do throws(PipelineFileError) {
    file = try load(knownStages())
    plan = try Plan(file)
    // A pipeline that names its libraries itself does without the variable.
    if environmentValue(pluginsVariable) != nil, (try? load(builtInStages)) == nil {
      variables.append(pluginsVariable)
    }
  } catch {
    for diagnostic in error.diagnostics { console.show(diagnostic) }
    return nil
  }
  guard let text = file.schedule else {
    console.complain(
      "error", "'\(path)' has no schedule; add one, such as  schedule: \"15 3 * * *\"")
    return nil
  }
  guard let program = programPath() else {
    console.complain("error", "cannot find the path of this program; call it by its path")
    return nil
  }
  let kept = ["PATH", "LANG", "LC_ALL"]
  for name in variables where !kept.contains(name) {
    if name == pluginsVariable {
      console.complain(
        "warning",
        "'\(path)' needs stages of the libraries in \(name), which a scheduler does not set; name "
          + "them under 'plugins:' in the file")
      continue
    }
    console.complain(
      "warning",
      "'\(path)' uses the environment variable '\(name)', which a scheduler does not set; "
        + "give it a default there: '${\(name):-TEXT}'")
  }
  do {
    return try ScheduledRun(
      name: plan.name, pipeline: absolutePath(path), expression: CronExpression(text),
      program: program, log: plan.stateDirectory + "/cron.log",
      environment: kept.compactMap { name in environmentValue(name).map { (name, $0) } })
  } catch let error as CronExpressionError {
    console.complain("error", "schedule '\(text)', column \(error.column): \(error.message)")
  } catch let error as ScheduleError {
    console.complain("error", error.message)
  } catch {
    console.complain("error", "\(error)")
  }
  return nil
}

/// The path of a pipeline file, the same from whichever folder it is named.
private func absolutePath(_ path: String) -> String {
  let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
  let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
  guard let absolute = realpath(folder, nil) else { return path }
  defer { free(absolute) }
  guard let parent = String(validatingCString: absolute) else { return path }
  return (parent == "/" ? "" : parent) + "/" + name
}

/// The path by which this program was called. A link is not followed: it stays where it is when the
/// next version is installed.
private func programPath() -> String? {
  let called = CommandLine.arguments[0]
  let candidates =
    called.contains("/")
    ? [absolutePath(called)]
    : (environmentValue("PATH") ?? "").split(separator: ":").map { "\($0)/\(called)" }
  return candidates.first { $0.hasPrefix("/") && access($0, X_OK) == 0 }
}

private func environmentValue(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}
