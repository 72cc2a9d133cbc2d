import Foundation
import Ledger
import PipelineFile
import StageKit
import Testing

@testable import Runner

/// What is looked at before a pipeline is left to cron.
@Suite struct DoctorTests {
  private func plan(
    _ folder: TemporaryFolder, texts: [(String, String)] = [("a", "one"), ("b", "two")],
    _ change: (inout Plan) -> Void = { _ in }
  ) -> Plan {
    var source = FakeSource()
    source.texts = texts
    var plan = makePlan(source, folder)
    change(&plan)
    return plan
  }

  /// The findings but that about the disk, whose figures are the machine's.
  private func lines(_ plan: Plan) -> [String] {
    Doctor(plan).findings().filter { $0.subject != "disk" }.map(\.line)
  }

  @Test func findsNothingWrongBeforeTheFirstRunNorAfterIt() throws {
    let folder = try TemporaryFolder()
    let plan = plan(folder) { $0.metricsPath = folder.path + "/out.prom" }
    #expect(
      lines(plan) == [
        "ok: inputs: 'memory' can be read; first comes 'a'",
        "ok: state: '\(folder.path)/state' can be made",
        "ok: output: '\(folder.path)' can be written",
        "ok: metrics: '\(folder.path)' can be written",
        "ok: lock: free; no run is under way",
        "ok: ledger: none yet; the first run makes it",
        "ok: clock: plausible",
      ])
    // It leaves nothing behind.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    _ = PipelineRun(plan, observer: SilentObserver()).run()
    #expect(
      lines(plan).suffix(4) == [
        "ok: lock: free; no run is under way", "ok: ledger: sound",
        "ok: spool: complete, 1 segment",
        "ok: clock: plausible",
      ])
    #expect(Doctor(plan).findings().contains { $0.subject == "disk" })
  }

  @Test func findsWhatIsWrongWithTheInputs() throws {
    let folder = try TemporaryFolder()
    #expect(
      lines(plan(folder, texts: [])).first
        == "error: inputs: 'memory' holds nothing to read; check the 'paths', 'include' and 'exclude' "
        + "of the source stage")
    #expect(
      lines(plan(folder, texts: []) { $0.settings.allowEmpty = true }).first?
        .hasPrefix("warning: inputs: ") == true)
    #expect(
      lines(plan(folder, texts: [("a", "unlistable")])).first
        == "warning: inputs: 'a' cannot be had: it is gone")
    var source = FakeSource()
    source.listFailure = StageFailure(reason: "unreadable", message: "'/in' cannot be read")
    #expect(
      lines(makePlan(source, folder)).first
        == "error: inputs: '/in' cannot be read; make it readable for the user that cron runs as")
    source.rootPaths = ["-"]
    #expect(
      lines(makePlan(source, folder)).first
        == "warning: inputs: standard input is read, which is empty under cron; name files")
  }

  @Test func findsFoldersThatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("state", "a file where the folder should be")
    #expect(
      lines(plan(folder)).contains(
        "error: state: '\(folder.path)/state' cannot be written: not a directory; make it writable "
          + "for the user that cron runs as, or name another place with 'run.state'"))
  }

  @Test func findsOutputsThatStandInTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.write("records/mine.txt", "not from here")
    let layouts: [OutputLayout] = [
      .folder(path: folder.path + "/records", ending: ".json"),
      .file(path: folder.path + "/records"), .file(path: "-"),
    ]
    var source = FakeSource()
    source.texts = [("a", "one")]
    let found = lines(makePlan(source, folder, outputs: layouts)).filter {
      !$0.hasPrefix("ok: ")
    }
    #expect(
      found == [
        "error: output: the output folder '\(folder.path)/records' holds 'mine.txt', which no run of "
          + "this pipeline put there; move it away or name another folder",
        "error: output: the output cannot be put at '\(folder.path)/records', because something else "
          + "stands there; move it away or name another path",
        "warning: output: records go to standard output, which cron sends as mail; name a file",
      ])
  }

  @Test func findsALockThatIsHeldAndASpoolAndALedgerThatAreDamaged() throws {
    let folder = try TemporaryFolder()
    let plan = plan(folder)
    _ = PipelineRun(plan, observer: SilentObserver()).run()
    let state = folder.path + "/state"
    do {
      let lock = try ProcessLock.acquire(state + "/lock")
      #expect(
        lines(plan).contains(
          "warning: lock: a run is under way and holds '\(state)/lock'; wait for it to end"))
      _ = consume lock
    }
    try folder.write("state/spool/1", "x")
    #expect(
      lines(plan).contains(
        "error: spool: '\(state)/spool/1' is shorter than the ledger says, so that publishing will "
          + "fail; run once with --fresh"))
    try FileManager.default.removeItem(atPath: state + "/spool/1")
    #expect(
      lines(plan).contains(
        "error: spool: '\(state)/spool/1' is missing, so that publishing will fail; run once with "
          + "--fresh"))
    try folder.write("state/ledger.sqlite", String(repeating: "no ledger. ", count: 500))
    #expect(
      lines(plan).contains(
        "error: ledger: the ledger is damaged: '\(state)/ledger.sqlite' is damaged or no ledger; the next "
          + "run sets it aside, and the one after that does everything anew"))
  }

  @Test func findsAFolderInThePlaceOfTheLock() throws {
    let folder = try TemporaryFolder()
    try folder.write("state/lock/x", "")
    let plan = plan(folder)
    #expect(
      lines(plan).contains("error: lock: cannot open '\(folder.path)/state/lock': is a directory"))
    #expect(PipelineRun(plan, observer: SilentObserver()).run().exitCode == .systemFailure)
  }

  @Test func tellsOwnFilesThatAreReadOnlyFromThoseOfOthers() throws {
    // Everything may be written by root.
    guard geteuid() != 0 else { return }
    let folder = try TemporaryFolder()
    let plan = plan(folder)
    _ = PipelineRun(plan, observer: SilentObserver()).run()
    let path = folder.path + "/state/lock"
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    #expect(
      lines(plan).contains(
        "error: state: '\(path)' cannot be read and written; make it so with 'chmod u+rw'"))
  }

  @Test func findsAClockThatWentBack() throws {
    let folder = try TemporaryFolder()
    let plan = plan(folder)
    _ = PipelineRun(plan, observer: SilentObserver()).run()
    let ledger = try Ledger(path: folder.path + "/state/ledger.sqlite")
    _ = try ledger.beginRun(started: time(nil) + 5000, chain: 1, workers: 1)
    #expect(lines(plan).last?.hasPrefix("error: clock: it stands ") == true)
    #expect(
      SystemChecks.clock(now: 1_800_000_000, lastRun: 1_800_000_060).line
        == "error: clock: it stands 60 s before the last run; set the clock, and let it be kept right "
        + "by NTP")
    #expect(SystemChecks.clock(now: 1_800_000_000, lastRun: 1_800_000_001).severity == .ok)
    #expect(SystemChecks.clock(now: 60, lastRun: nil).message.hasPrefix("it stands before 2025; "))
  }

  @Test func weighsTheFreeSpaceAgainstWhatARunWritesAnew() {
    #expect(
      Doctor.space(free: 500_000_000, used: 0, "'/a'").line
        == "ok: disk: 500 MB are free for '/a'")
    #expect(
      Doctor.space(free: 500_000_000, used: 400_000_000, "'/a'").line
        == "warning: disk: 500 MB are free for '/a', where 400 MB are in use; it will soon be full; "
        + "free some space")
    #expect(
      Doctor.space(free: 500_000_000, used: 495_000_000, "'/a'").line
        == "error: disk: 500 MB are free for '/a', where 495 MB are in use; a run that does "
        + "everything anew would not fit; free some space")
  }

  @Test(arguments: [
    (nil, true, "ok"), (nil, false, "warning"), ("Made/Up", true, "ok"), (":Made/Up", true, "ok"),
    ("Made/Down", true, "warning"), ("CET-1CEST", true, "ok"), ("UTC", false, "ok"),
    ("", false, "ok"),
  ])
  func judgesTimeZones(_ variable: String?, _ hasLocal: Bool, _ severity: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("zones/Made/Up", "a zone")
    if hasLocal { try folder.write("localtime", "a zone") }
    let finding = SystemChecks.timeZone(
      variable, database: folder.path + "/zones", local: folder.path + "/localtime")
    #expect(finding.severity.rawValue == severity, "\(finding.line)")
  }

  @Test func tellsWhereTheProgramIs() {
    #expect(SystemChecks.program("/usr/bin/wireroom").line == "ok: program: '/usr/bin/wireroom'")
    #expect(
      SystemChecks.program("/usr/local/lib/wireroom/wireroom").line
        == "ok: program: '/usr/local/lib/wireroom/wireroom'; cron finds it only by an absolute path"
    )
    #expect(SystemChecks.program("/home/me/.build/release/wireroom").severity == .warning)
    #expect(SystemChecks.program(nil).severity == .warning)
    #expect(SystemChecks.programPath()?.hasPrefix("/") == true)
  }
}
