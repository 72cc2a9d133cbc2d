import CCrashNote
import StageKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Keeps what is said when a stage kills the process: its label, and the document that it was at. Belongs
/// to the thread that makes it.
final class CrashNote {
  private let labels: [UnsafeMutablePointer<CChar>?]
  private let watchdog: StageWatchdog?

  /// - Parameters:
  ///   - labels: those of the stages of a chain.
  ///   - watchdog: who else is to know which stage is at work.
  init(_ labels: [String], _ watchdog: StageWatchdog? = nil) {
    self.watchdog = watchdog
    // Never freed: another thread may have to tell them at any moment.
    self.labels = labels.map { strdup($0) }
    crash_note_install()
  }

  /// The source is about to load a document.
  func begin(_ key: InputKey) {
    watchdog?.enter(0)
    key.path.withUnsafeBytes { path in
      crash_note_set(
        labels.first ?? nil, path.baseAddress?.assumingMemoryBound(to: CChar.self), path.count)
    }
  }

  /// The document comes to another stage.
  func reach(_ index: Int) {
    watchdog?.enter(index)
    if labels.indices.contains(index) { crash_note_set_stage(labels[index]) }
  }

  /// No stage is at work.
  func end() {
    watchdog?.leave()
    crash_note_set_stage(nil)
  }
}
