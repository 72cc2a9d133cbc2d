import Ledger
import Testing

@testable import Runner
@testable import wireroom

@Suite struct ProgressTests {
  private func progress(listed: Int, done: Int) -> RunProgress {
    var progress = RunProgress()
    progress.listed = listed
    progress.isListingDone = true
    progress.counts[.written] = done
    progress.nanoseconds = 1_000_000_000
    return progress
  }

  @Test func theBarShowsTheShareThatIsDone() {
    let half = ProgressDisplay.bar(progress(listed: 4, done: 2), width: 80)
    #expect(half.hasPrefix("[================                ] 2/4  2/s  "), "\(half)")
    #expect(half.hasSuffix("1.0 s left"), "\(half)")
    #expect(ProgressDisplay.bar(progress(listed: 0, done: 0), width: 80).hasPrefix("[    "))
  }

  /// What is listed and what is done are counted by different threads.
  @Test func theBarIsFullWhereMoreIsDoneThanListedForAMoment() {
    let bar = ProgressDisplay.bar(progress(listed: 2, done: 3), width: 80)
    #expect(bar.hasPrefix("[================================] 3/2"), "\(bar)")
    #expect(!bar.contains("-"))
  }
}
