import Foundation
import Testing

@testable import Runner

/// Telling a command of a run that failed.
@Suite struct NotificationTests {
  private func notification(_ command: String, _ folder: TemporaryFolder) -> Runner.Notification {
    Runner.Notification(
      command: command, directory: folder.path, pipeline: folder.path + "/p.yaml", name: "a 'name'")
  }

  @Test func givesTheCommandTheSummaryAndTheEnvironment() throws {
    let folder = try TemporaryFolder()
    let command = """
      cat > summary; echo "$WIREROOM_NAME|$WIREROOM_EXIT_CODE|$WIREROOM_PIPELINE|$PWD" > variables
      test -n "$PATH"
      """
    try notification(command, folder).send("first\nlast\n", exitCode: .notPublished)
    #expect(try folder.read("summary") == "first\nlast\n")
    #expect(
      try folder.read("variables") == "a 'name'|3|\(folder.path)/p.yaml|\(folder.path)\n")
  }

  @Test(arguments: [
    ("exit 7", Runner.Notification.Failure.exited(code: 7)),
    ("no-such-command-anywhere 2> /dev/null", .exited(code: 127)),
    ("kill -9 $$", .killed(signal: 9)),
  ])
  func tellsHowTheCommandEnded(_ command: String, _ failure: Runner.Notification.Failure) throws {
    let folder = try TemporaryFolder()
    #expect(throws: failure) { try notification(command, folder).send("", exitCode: .noInput) }
  }

  @Test func cannotStartWhereTheFolderIsGone() throws {
    let folder = try TemporaryFolder()
    var gone = notification("true", folder)
    gone = Runner.Notification(
      command: "true", directory: folder.path + "/gone", pipeline: gone.pipeline, name: gone.name)
    #expect {
      try gone.send("", exitCode: .noInput)
    } throws: { error in
      (error as? Runner.Notification.Failure)?.message
        == "the command of 'run.notify' could not be started: no such file or directory"
    }
  }

  @Test func feedsMoreThanAPipeHoldsAndWhatNobodyReads() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "0123456789\n", count: 100_000)
    try notification("wc -c > count", folder).send(long, exitCode: .noInput)
    #expect(try folder.read("count").contains("1100000"))
    // One that reads nothing, or closes its input, does no harm.
    try notification("exec < /dev/null; sleep 0.05", folder).send(long, exitCode: .noInput)
  }

  @Test func endsACommandThatTakesTooLongWithAllItStarted() throws {
    let folder = try TemporaryFolder()
    var slow = notification("sleep 60 & echo $! > child; wait", folder)
    slow.limit = 1
    let start = ContinuousClock.now
    #expect(throws: Runner.Notification.Failure.tooSlow(seconds: 1)) {
      try slow.send("", exitCode: .noInput)
    }
    #expect(ContinuousClock.now - start < .seconds(10))
    let child = try #require(
      Int32(folder.read("child").trimmingCharacters(in: .whitespacesAndNewlines)))
    // A killed process may stay for a moment until it is reaped; then signals find nobody, or nobody
    // who still runs.
    var isGone = false
    for _ in 0..<200 where !isGone {
      let state = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
      isGone = kill(child, 0) != 0 || state?.contains(") Z ") == true
      usleep(10_000)
    }
    #expect(isGone)
  }

  @Test func hidesOpenFilesAndRestoresSignals() throws {
    let folder = try TemporaryFolder()
    // Not closed on its own in child processes.
    let descriptor = open(folder.path, O_RDONLY)
    defer { close(descriptor) }
    #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC == 0)
    let command =
      "for n in 3 4 5 6 7 8 9; do (true <&$n) 2> /dev/null && echo $n; done > open; true"
    try notification(command, folder).send("", exitCode: .noInput)
    #expect(try folder.read("open") == "")
    // A pipe that breaks ends a program that writes to it, whatever this process ignores.
    signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, SIG_DFL) }
    try notification("sh -c 'kill -PIPE $$; echo survived > pipe'; true", folder)
      .send("", exitCode: .noInput)
    #expect(!folder.files().contains("pipe"))
  }
}
