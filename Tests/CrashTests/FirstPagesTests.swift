import Foundation
import TestSupport
import Testing

/// libxml2 makes itself ready when it is first used. It must not do so in two threads at once, which then
/// wait for each other for ever.
@Suite(.serialized) struct FirstPagesTests {
  private static let secondsAtMost = 120

  @Test func allWorkersMayMeetTheirFirstPageAtOnce() throws {
    let workplace = try Workplace(isInMemory: true)
    try workplace.write(
      "p.yaml", "stages: [fetch: {paths: [in]}, clean, write: {path: records.jsonl}]\n")
    for number in 0..<16 {
      try workplace.write(
        "in/\(number).html",
        "<html><head><title>Ship \(number)</title></head><body><p>It came in.</p></body></html>")
    }
    for _ in 0..<(Scale.isLong ? 50 : 4) {
      let runs = try (0..<4).map { number in
        try workplace.start([
          "run", "p.yaml", "--workers", "8", "--output", "\(number)", "--fresh", "--quiet",
        ])
      }
      let deadline = ContinuousClock.now + .seconds(Self.secondsAtMost)
      while runs.contains(where: { $0.process.isRunning }), ContinuousClock.now < deadline {
        usleep(5000)
      }
      for run in runs where run.process.isRunning { kill(run.identifier, SIGKILL) }
      let results = try runs.map { try $0.wait() }
      #expect(results.allSatisfy { $0.code == 0 }, "\(results)")
    }
  }
}
