import Diagnostics
import Runner
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How much is said.
enum Verbosity: Sendable { case quiet, normal, verbose }

/// Standard output, for results only.
func printResult(_ text: String) {
  writeResult(Array((text + "\n").utf8))
}

/// The same for bytes, as they are.
func writeResult(_ bytes: [UInt8]) {
  resultFailure.withLock { failure in
    guard failure == nil else { return }
    failure = bytes.withUnsafeBytes { writeAll(STDOUT_FILENO, $0) }
  }
}

/// Why results could not be written, by the first failure, after which nothing more is.
private let resultFailure = Guarded<SystemError?>(nil)

/// Says of results that were not written why they were not, and returns what to exit with where the
/// command itself wants `code`. A reader that has seen enough and goes is no failure.
func completeResults(_ code: Int32, _ console: Console) -> Int32 {
  guard let failure = resultFailure.withLock({ $0 }), failure.code != EPIPE else { return code }
  console.complain(
    "error", "cannot \(failure.operation) \(failure.path): \(failure.explanation)")
  return ExitCode.systemFailure.rawValue
}

/// Writes everything, up to the first error.
private func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> SystemError? {
  var rest = bytes
  while rest.count > 0 {
    let written = write(descriptor, rest.baseAddress, rest.count)
    if written < 0 {
      if errno == EINTR { continue }
      return SystemError(operation: "write", path: "standard output", code: errno)
    }
    rest = UnsafeRawBufferPointer(rebasing: rest[written...])
  }
  return nil
}

/// Messages have no other place to go if they cannot be written.
private func writeMessage(_ text: String) {
  var text = text
  text.withUTF8 { _ = writeAll(STDERR_FILENO, UnsafeRawBufferPointer($0)) }
}

/// Standard error: messages, logs and the progress bar, one line at a time from any thread.
struct Console: Sendable {
  enum Format: String, Sendable, CaseIterable { case text, json }

  let verbosity: Verbosity
  let format: Format
  /// Whether a person watches, who can be shown a bar that redraws itself.
  let isTerminal: Bool
  let isColoured: Bool
  /// Whether a bar stands on the last line, which the next message has to clear.
  private let barIsShown: Guarded<Bool>

  init(verbosity: Verbosity = .normal, format: Format = .text) {
    self.verbosity = verbosity
    self.format = format
    isTerminal = isatty(STDERR_FILENO) == 1 && getenv("TERM").map { strcmp($0, "dumb") } != 0
    // https://no-color.org: any value that is not empty turns colours off.
    let noColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    isColoured = isTerminal && !noColour
    barIsShown = Guarded(false)
  }

  /// The columns of the terminal.
  var width: Int {
    var size = winsize()
    return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
      ? Int(size.ws_col) : 80
  }

  /// Says something in words, and in the JSON log as an event with fields.
  func say(_ text: String, event: String, _ fields: [Value.Member] = []) {
    barIsShown.withLock { isShown in
      if isShown { writeMessage("\r\u{1B}[K") }
      isShown = false
      switch format {
      case .text: writeMessage(text + "\n")
      case .json:
        var line: [UInt8] = []
        line.append(json: .object([Value.Member("event", .string(event))] + fields))
        line.append(UInt8(ascii: "\n"))
        writeMessage(String(decoding: line, as: UTF8.self))
      }
    }
  }

  /// An error or a warning, in the usual form of compilers.
  func complain(_ severity: String, _ message: String, _ fields: [Value.Member] = []) {
    let colour = severity == "error" ? "\u{1B}[1;31m" : "\u{1B}[1;35m"
    let label = isColoured ? "\(colour)\(severity):\u{1B}[0m" : "\(severity):"
    // Of what others have written, no character drives the terminal.
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { Wording.printable(String($0)) }.joined(separator: "\n")
    say(
      "wireroom: \(label) \(text)", event: severity,
      [Value.Member("message", .string(message))] + fields)
  }

  /// A message about a place in a pipeline file.
  func show(_ diagnostic: Diagnostic) {
    say(
      diagnostic.rendered(coloured: isColoured), event: diagnostic.severity.rawValue,
      [
        Value.Member("message", .string(diagnostic.message)),
        Value.Member("file", diagnostic.location.map { .string($0.file) } ?? .null),
        Value.Member("line", diagnostic.location.map { .integer($0.line) } ?? .null),
        Value.Member("column", diagnostic.location.map { .integer($0.column) } ?? .null),
      ])
  }

  /// Draws the bar in place of the one before.
  func drawBar(_ text: String) {
    barIsShown.withLock { isShown in
      writeMessage("\r\(text)\u{1B}[K")
      isShown = true
    }
  }

  /// Takes the bar away.
  func clearBar() {
    barIsShown.withLock { isShown in
      if isShown { writeMessage("\r\u{1B}[K") }
      isShown = false
    }
  }
}
