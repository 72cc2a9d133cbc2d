import Foundation
import Testing

@testable import Schedule

private func failure(_ text: String) -> ProgramResult {
  ProgramResult(exitCode: 1, errors: Array(text.utf8))
}

@Suite struct CrontabStoreTests {
  @Test func installsAndRemoves() throws {
    let host = FakeHost()
    let store = CrontabStore(host)
    let run = try makeRun()
    #expect(try store.state(of: run) == .absent)
    #expect(try store.install(run) == .absent)
    #expect(host.crontab == Array(try store.preview(run).utf8))
    #expect(try store.state(of: run) == .current)
    #expect(try store.state(of: makeRun(at: "@daily")) == .outdated)
    #expect(try store.install(makeRun(at: "@daily")) == .outdated)
    #expect(try store.remove(pipeline: run.pipeline))
    #expect(host.crontab == [])
    #expect(try !store.remove(pipeline: run.pipeline))
  }

  @Test func doesNotTouchACrontabThatIsRight() throws {
    let host = FakeHost()
    let store = CrontabStore(host)
    _ = try store.install(makeRun())
    host.commands = []
    #expect(try store.install(makeRun()) == .current)
    #expect(try !store.remove(pipeline: "/absent.yaml"))
    #expect(host.commands == ["crontab -l", "crontab -l"])
  }

  @Test func neverWritesWhatItCouldNotRead() throws {
    let host = FakeHost()
    host.crontab = Array("A=1\n".utf8)
    host.failures["crontab -l"] = failure(
      "You (ann) are not allowed to use this program (crontab)\n")
    let error = #expect(throws: ScheduleError.self) { try CrontabStore(host).install(makeRun()) }
    #expect(
      error?.message
        == "'crontab -l' failed: You (ann) are not allowed to use this program (crontab)")
    #expect(host.commands == ["crontab -l"])
  }

  @Test func tellsWhatCrontabSaysOfAWrite() throws {
    let host = FakeHost()
    host.failures["crontab -"] = failure(
      "\"-\":3: bad minute\nerrors in crontab file, can't install.\n")
    let error = #expect(throws: ScheduleError.self) { try CrontabStore(host).install(makeRun()) }
    #expect(error?.message == "'crontab -' failed: errors in crontab file, can't install.")
  }

  @Test func tellsThatCronIsNotInstalled() throws {
    let host = FakeHost()
    host.missing = ["crontab"]
    let error = #expect(throws: ScheduleError.self) { try CrontabStore(host).install(makeRun()) }
    #expect(
      error?.message
        == "'crontab' is not installed; install cron (on Debian: apt-get install cron) or use "
        + "'--systemd'")
  }
}

@Suite struct SystemdStoreTests {
  private let folder = "/home/ann/.config/systemd/user"

  @Test func installsAndRemoves() throws {
    let host = FakeHost()
    let store = SystemdStore(host, folder: folder)
    let run = try makeRun()
    #expect(try store.state(of: run) == .absent)
    #expect(try store.install(run) == .absent)
    #expect(
      host.files.keys.sorted()
        == [
          "\(folder)/timers.target.wants/wireroom-news.timer",
          "\(folder)/wireroom-news.service", "\(folder)/wireroom-news.timer",
        ])
    #expect(
      host.commands == [
        "systemctl --user show --property=Version", "systemctl --user daemon-reload",
        "systemctl --user enable --now wireroom-news.timer",
      ])
    #expect(try store.state(of: run) == .current)
    #expect(try store.install(makeRun(at: "@daily")) == .outdated)
    host.files["\(folder)/timers.target.wants/wireroom-news.timer"] = nil
    #expect(try store.state(of: makeRun(at: "@daily")) == .outdated)

    host.commands = []
    #expect(try store.remove(pipeline: run.pipeline))
    #expect(host.files.isEmpty)
    #expect(
      host.commands == [
        "systemctl --user show --property=Version",
        "systemctl --user disable --now wireroom-news.timer", "systemctl --user daemon-reload",
      ])
    #expect(try !store.remove(pipeline: run.pipeline))
  }

  @Test func changesNothingWhereSystemdDoesNotRun() throws {
    let host = FakeHost()
    let store = SystemdStore(host, folder: folder)
    host.failures["systemctl --user show --property=Version"] = failure(
      "Failed to connect to bus: No medium found\n")
    let error = #expect(throws: ScheduleError.self) { try store.install(makeRun()) }
    #expect(
      error?.message
        == "systemd does not run for this user (Failed to connect to bus: No medium found); log in "
        + "as the user, rather than by 'su' or 'sudo', or use '--cron'")
    #expect(host.files.isEmpty)
    host.missing = ["systemctl"]
    let missing = #expect(throws: ScheduleError.self) { try store.install(makeRun()) }
    #expect(missing?.message == "'systemctl' is not installed; use '--cron'")
  }

  @Test func leavesUnitsOfOthersAlone() throws {
    let host = FakeHost()
    let store = SystemdStore(host, folder: folder)
    _ = try store.install(makeRun())
    let path = "\(folder)/wireroom-news.service"
    let error = #expect(throws: ScheduleError.self) {
      try store.install(makeRun(pipeline: "/elsewhere/news.yaml"))
    }
    #expect(
      error?.message
        == "'\(path)' belongs to the pipeline '/home/ann/news.yaml', which has the same name; give "
        + "one of them another with 'name:'")
    host.files[path] = Array("[Unit]\n".utf8)
    let foreign = #expect(throws: ScheduleError.self) { try store.install(makeRun()) }
    #expect(
      foreign?.message
        == "'\(path)' was not made by wireroom; move it away or give the pipeline another name")
    #expect(try store.remove(pipeline: "/home/ann/news.yaml"))
    #expect(host.files == [path: Array("[Unit]\n".utf8)])
  }

  @Test func movesWithTheNameOfThePipeline() throws {
    let host = FakeHost()
    let store = SystemdStore(host, folder: folder)
    _ = try store.install(makeRun())
    let renamed = try makeRun(name: "desk")
    #expect(try store.state(of: renamed) == .outdated)
    host.commands = []
    #expect(try store.install(renamed) == .outdated)
    #expect(host.commands.contains("systemctl --user disable --now wireroom-news.timer"))
    #expect(
      host.files.keys.sorted() == [
        "\(folder)/timers.target.wants/wireroom-desk.timer",
        "\(folder)/wireroom-desk.service", "\(folder)/wireroom-desk.timer",
      ])
    #expect(try store.state(of: renamed) == .current)
  }
}

@Suite struct LocalHostTests {
  private let host = LocalHost()

  @Test func runsProgramsToTheirEnd() throws {
    let input = Array(repeating: UInt8(ascii: "x"), count: 300_000)
    let copied = try host.run(["cat"], input: input)
    #expect(copied.exitCode == 0 && copied.output == input && copied.errors.isEmpty)
    let failed = try host.run(["sh", "-c", "echo no >&2; exit 3"], input: [])
    #expect(failed.exitCode == 3 && failed.errors == Array("no\n".utf8))
    #expect(try host.run(["sh", "-c", "kill -9 $$"], input: []).exitCode == 137)
    #expect(throws: ScheduleError.programMissing("wireroom-is-not-this")) {
      try host.run(["wireroom-is-not-this"], input: [])
    }
  }

  @Test func keepsFiles() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "wireroom-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path() + "/a/b/unit"
    #expect(try host.read(path) == nil)
    try host.write([1, 2], to: path)
    try host.write([3], to: path)
    #expect(try host.read(path) == [3])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path() + "/a/b") == ["unit"])
    #expect(try host.list(folder.path() + "/a") == ["b"])
    #expect(try host.list(folder.path() + "/absent").isEmpty)
    try host.remove(path)
    try host.remove(path)
    #expect(try host.read(path) == nil)
    try host.write([], to: path)
    let error = #expect(throws: ScheduleError.self) { try host.write([], to: path + "/below") }
    #expect(error?.message == "cannot write '\(path)/below.new': not a directory")
  }
}
