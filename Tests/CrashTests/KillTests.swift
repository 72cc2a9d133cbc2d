import Foundation
import TestSupport
import Testing

/// Runs that are killed, at any moment and again and again.
@Suite(.serialized) struct KillTests {
  /// What a run is killed at.
  private enum Moment: CaseIterable {
    /// Anywhere between the start and the likely end.
    case random
    /// When the first documents are in the spool.
    case spooling
    /// When the new output is being written.
    case publishing
    /// When the new output has taken the place of the old one.
    case published
  }

  /// What is sent; a stopped process is killed a little later.
  private static let signals = [SIGKILL, SIGKILL, SIGTERM, SIGINT, SIGSTOP]

  /// How the ledger's keys of the changing documents start, in hexadecimal digits.
  private static let changing = "changing".utf8.map { String($0, radix: 16, uppercase: true) }
    .joined()

  @Test(arguments: [false, true])
  func killedRunsLeaveNoTrace(_ isFolder: Bool) throws {
    var random = SeededRandom(Scale.seed &+ (isFolder ? 1 : 0))
    let workplace = try Workplace(isInMemory: true)
    let state = State(workplace: workplace)
    let corpus = try Corpus(workplace, files: Scale.isLong ? 560 : 100, isFolder: isFolder)
    var expected: [[String: Data]] = []
    var duration = Duration.zero
    for version in 0...1 {
      try corpus.setVersion(version)
      duration = try ContinuousClock().measure {
        expected.append(try workplace.publishedFromScratch())
      }
    }
    var killed = 0
    var histories = 0
    var version = 1
    while killed < (Scale.kills ?? 20) / 2 {
      histories += 1
      // Some histories begin with nothing, others go on from what the last one has published.
      if Bool.random(using: &random) { try? workplace.remove("work") }
      var committed = try state.committed()
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        if Int.random(in: 0..<3, using: &random) == 0 {
          version = 1 - version
          try corpus.setVersion(version)
        }
        let delay = duration * Double.random(in: 0...1, using: &random)
        let moment = Moment.allCases.randomElement(using: &random) ?? .random
        if try killRun(in: workplace, at: moment, after: delay, &random) { killed += 1 }
        try checkNothingIsLost(of: &committed, state)
        let published = workplace.published()
        let isWhole = published.isEmpty || expected.contains(published)
        #expect(isWhole, "the output is neither the old nor the new one; seed \(Scale.seed)")
      }
      let result = try workplace.run("run", "p.yaml")
      try checkNothingIsLost(of: &committed, state)
      try check(result, documents: corpus.documents[version], state)
      let isSame = workplace.published() == expected[version]
      #expect(isSame, "the output differs from that of an undisturbed run; seed \(Scale.seed)")
      let again = try workplace.run("run", "p.yaml")
      #expect(again.code == 0)
      #expect(try LastLine(again).parts["unchanged"] == corpus.documents[version])
    }
    print("killed \(killed) runs in \(histories) histories, seed \(Scale.seed)")
  }

  /// Starts a run with settings of chance and kills it; `false` if it came to its end before.
  private func killRun(
    in workplace: Workplace, at moment: Moment, after delay: Duration,
    _ random: inout SeededRandom
  ) throws -> Bool {
    let settings = [
      ["--workers", "1"], ["--workers", "3"], ["--workers", "8", "--quiet"], ["--verbose"],
      ["--log", "json"], ["--set", "run.memory=1 MB"],
    ]
    let arguments = ["run", "p.yaml"] + (settings.randomElement(using: &random) ?? [])
    let signal = Self.signals.randomElement(using: &random) ?? SIGKILL
    let watched: [String] =
      switch moment {
      case .random: []
      case .spooling: ["work/state/spool"]
      case .publishing: ["work/out/.records.jsonl.wireroom-new", "work/out/records.wireroom-new"]
      case .published: ["work/out/records.jsonl", "work/out/records"]
      }
    func stamps() -> [String] { watched.map { stamp("\(workplace.path)/\($0)") } }
    let before = stamps()
    let running = try workplace.start(arguments)
    let end = ContinuousClock.now + delay
    while running.process.isRunning,
      moment == .random ? ContinuousClock.now < end : stamps() == before
    {
      usleep(50)
    }
    kill(running.identifier, signal)
    if signal == SIGSTOP {
      usleep(2000)
      kill(running.identifier, SIGKILL)
    }
    let result = try running.wait()
    if result.messages.contains("interrupted: ") {
      #expect(try LastLine(result).addsUp)
      #expect(result.code == 128 + signal)
      #expect(try State(workplace: workplace).lastExitCode() == "\(result.code)")
    }
    return result.code >= 128
  }

  /// What tells that a file or folder was made, changed or replaced.
  private func stamp(_ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "" }
    return "\(status.st_ino) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }

  /// What was committed stays, and stays the work of the run that did it, but for what has changed.
  private func checkNothingIsLost(of committed: inout [String: String], _ state: State) throws {
    let now = try state.committed()
    let isKept = committed.allSatisfy { key, run in
      key.hasPrefix(Self.changing) || now[key] == run
    }
    #expect(isKept, "something was lost or done again; seed \(Scale.seed)")
    committed = now
  }

  private func check(_ result: Workplace.Result, documents: Int, _ state: State) throws {
    let sum = try LastLine(result)
    #expect(sum.addsUp && sum.documents == documents, "\(result.messages)")
    #expect(result.code == (sum.parts["quarantined"] == nil ? 0 : 1))
    #expect(try state.lastExitCode() == "\(result.code)")
    try state.requireTidy()
  }
}
