import Dispatch

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Turns SIGINT and SIGTERM into calls: the first one of the given handler, a second one into the
/// end of the process at once.
///
/// Make it in a function that is not isolated to the main actor: the handlers run on another queue.
public final class SignalWatcher: Sendable {
  private let sources: Guarded<[any DispatchSourceSignal]>

  public init(_ handler: @escaping @Sendable (Int32) -> Void) {
    let queue = DispatchQueue(label: "wireroom.signals")
    let count = Guarded(0)
    sources = Guarded(
      [SIGINT, SIGTERM].map { number in
        // Ignored before the source is resumed; otherwise the default action ends the process.
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
        source.setEventHandler {
          let received = count.withLock { count in
            count += 1
            return count
          }
          if received > 1 { _exit(128 + number) }
          handler(number)
        }
        source.resume()
        return source
      })
  }

  /// Restores the default actions.
  public func stop() {
    sources.withLock { sources in
      for source in sources { source.cancel() }
      sources = []
    }
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}
