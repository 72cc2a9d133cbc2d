import Dispatch
import Ledger
import Runner
import StageKit
import TextKit

/// Shows how far a run is: on a terminal a bar, ten times a second; elsewhere a line every ten
/// seconds.
final class ProgressDisplay: Sendable {
  private let timer: Guarded<any DispatchSourceTimer>
  private let console: Console

  init(_ console: Console, _ run: PipelineRun) {
    self.console = console
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "wireroom.progress"))
    if console.isTerminal && console.format == .text {
      timer.setEventHandler { console.drawBar(Self.bar(run.progress, width: console.width)) }
      timer.schedule(deadline: .now() + .milliseconds(300), repeating: .milliseconds(100))
    } else {
      timer.setEventHandler {
        let progress = run.progress
        console.say(Self.line(progress), event: "progress", Self.fields(progress))
      }
      timer.schedule(deadline: .now() + .seconds(10), repeating: .seconds(10))
    }
    timer.resume()
    self.timer = Guarded(timer)
  }

  func stop() {
    timer.withLock { timer in
      // Whatever is being drawn ends before the bar is cleared.
      let ended = DispatchSemaphore(value: 0)
      timer.setCancelHandler { ended.signal() }
      timer.cancel()
      ended.wait()
    }
    console.clearBar()
  }

  /// `[=====>    ] 512/1,024  820/s  3.2 MB/s  12.0 s left  1 quarantined`
  static func bar(_ progress: RunProgress, width: Int) -> String {
    if progress.phase == .publishing {
      let total = progress.counts[.written, default: 0]
      return clip("publishing \(grouped(progress.published))/\(grouped(total))", width)
    }
    let text = line(progress)
    let room = min(32, width - text.unicodeScalars.count - 4)
    guard room >= 8 else { return clip(text, width) }
    // For a moment more may be done than is listed, which is counted elsewhere.
    let share = min(1, Double(progress.done) / Double(max(1, progress.listed)))
    let filled = Int(share * Double(room))
    let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: room - filled)
    return "[\(bar)] \(text)"
  }

  /// The same in words. While inputs are still being found, the total has a `+`, and no time left is
  /// told.
  static func line(_ progress: RunProgress) -> String {
    let seconds = max(Double(progress.nanoseconds) / 1e9, 1e-9)
    let total = grouped(progress.listed) + (progress.isListingDone ? "" : "+")
    let rate = Double(progress.done) / seconds
    var parts = [
      "\(grouped(progress.done))/\(total)", "\(grouped(Int(rate)))/s",
      "\(formatBytes(Int(Double(progress.inputBytes) / seconds)))/s",
    ]
    if progress.isListingDone && rate > 0 {
      let left = Double(max(0, progress.listed - progress.done)) / rate
      parts.append("\(formatDuration(nanoseconds: Int(left * 1e9))) left")
    }
    if let quarantined = progress.counts[.quarantined] {
      parts.append("\(grouped(quarantined)) quarantined")
    }
    return parts.joined(separator: "  ")
  }

  private static func fields(_ progress: RunProgress) -> [Value.Member] {
    [
      Value.Member("listed", .integer(progress.listed)),
      Value.Member("done", .integer(progress.done)),
      Value.Member("quarantined", .integer(progress.counts[.quarantined, default: 0])),
      Value.Member("bytes", .integer(progress.inputBytes)),
      Value.Member("seconds", .number(Double(progress.nanoseconds / 1_000_000) / 1000)),
    ]
  }

  private static func clip(_ text: String, _ width: Int) -> String {
    String(text.prefix(max(0, width - 1)))
  }
}
