import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A running program that answers lines with lines. One thread at a time uses it, and that thread
/// itself waits for the program: there are no others behind it.
final class ChildProcess {
  /// Why an exchange ended before all was answered.
  enum Interruption {
    /// The program is gone.
    case ended(Ending)
    case timeUp
    /// What it wrote cannot be an answer.
    case unusable(String)

    /// Whether the program was ended from outside, by a signal that programs do not send themselves.
    var isKill: Bool {
      guard case .ended(.killed(let signal, isOwn: false)) = self else { return false }
      return [SIGKILL, SIGTERM, SIGINT, SIGHUP].contains(Int32(signal))
    }
  }

  /// How a program ended.
  enum Ending {
    case exited(code: Int)
    /// - Parameter isOwn: whether it was this process that ended it.
    case killed(signal: Int, isOwn: Bool)

    /// As part of a sentence, such as `exited with code 3`.
    var description: String {
      switch self {
      case .exited(let code): "exited with code \(code)"
      case .killed(let signal, _):
        "was ended by signal \(signal) (\(String(cString: strsignal(Int32(signal)))))"
      }
    }
  }

  private static let blockSize = 1 << 16

  private let child: StartedChild
  /// Set once the system has told of the end.
  private var ending: Ending?
  private var lines: [UInt8] = []
  private var block = [UInt8](repeating: 0, count: blockSize)
  private var errorLine: [UInt8] = []
  /// The number of the next request.
  var nextNumber = 0
  /// The first and the last lines on standard error since the last `forgetErrors`, and how many there
  /// were.
  private var errors: [String] = []
  private var errorCount = 0
  /// Where a program tells why it ends: some begin with it, others end with it.
  private static let (firstErrors, lastErrors) = (2, 3)

  init(_ child: StartedChild) {
    self.child = child
  }

  deinit {
    end(within: 0)
    for descriptor in [child.input, child.inputReader, child.output, child.errors] {
      close(descriptor)
    }
  }

  func forgetErrors() {
    errors.removeAll(keepingCapacity: true)
    errorCount = 0
  }

  /// What it has said on standard error, as the end of a message; empty if nothing.
  var said: String {
    if errors.isEmpty { return "" }
    var lines = errors
    if errorCount > errors.count { lines.insert("…", at: Self.firstErrors) }
    return "; it said: " + lines.joined(separator: " / ")
  }

  /// Whether the program still runs.
  var isRunning: Bool { poll(0) == nil }

  /// Writes all of `request` while reading lines.
  ///
  /// - Parameters:
  ///   - milliseconds: how long the program may take for each line; `nil` for ever.
  ///   - onError: takes each line that it writes to its standard error.
  ///   - onLine: takes each line, and says whether it was the last one that is expected, or what is
  ///     wrong with it.
  /// - Returns: `nil` if all was answered.
  func exchange(
    _ request: [UInt8], milliseconds: Int?, onError: (String) -> Void,
    onLine: (ArraySlice<UInt8>) throws(MessageProblem) -> Bool
  ) -> Interruption? {
    lines.removeAll(keepingCapacity: true)
    var written = 0
    var scanned = 0
    var deadline = milliseconds.map { nowInMilliseconds() + $0 }
    while true {
      if written < request.count { written += write(request, from: written) }
      let ready = wait(forInput: written < request.count, until: deadline)
      if ready.errors { readErrors(onError) }
      switch ready.output ? readLines() : 0 {
      case .some(let count) where count > 0:
        do throws(MessageProblem) {
          var start = 0
          var hasAnswer = false
          while let end = lines.span.firstOffset(of: UInt8(ascii: "\n"), in: scanned..<lines.count)
          {
            let line = start..<end
            start = end + 1
            scanned = start
            if lines.span.extracting(line).isBlank { continue }
            hasAnswer = true
            if try onLine(lines[line]) {
              guard lines.span.extracting(start..<lines.count).isBlank else {
                return .unusable("it wrote more than it was asked for")
              }
              readErrors(onError)
              return nil
            }
          }
          if hasAnswer { deadline = milliseconds.map { nowInMilliseconds() + $0 } }
          lines.removeFirst(start)
          scanned = lines.count
          if lines.count > maximumLine { return .unusable("its answer does not end") }
        } catch {
          return .unusable("\(error)")
        }
        // Blank lines do not put off the end of its time.
        if lines.isEmpty, let deadline, nowInMilliseconds() >= deadline {
          readErrors(onError)
          return .timeUp
        }
        continue
      case .some: break
      case nil:
        // Its standard output is closed: it has ended, or is of no more use.
        let ending = end(within: 1000)
        readErrors(onError)
        flushErrorLine(onError)
        if case .killed(_, isOwn: true) = ending {
          return .unusable("it closed its standard output but went on running")
        }
        return .ended(ending)
      }
      // Something that it has started may hold its standard output open.
      if let ending = poll(0) {
        kill(-child.identifier, SIGKILL)
        readErrors(onError)
        flushErrorLine(onError)
        return .ended(ending)
      }
      if let deadline, nowInMilliseconds() >= deadline {
        readErrors(onError)
        return .timeUp
      }
    }
  }

  /// Closes its standard input, after which a program is expected to end by itself.
  func closeInput() {
    // Both ends, because this process holds the other one too. Replaced rather than closed, so that
    // the numbers are not taken by other files before they are closed at the end.
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard null >= 0 else { return }
    dup2(null, child.input)
    dup2(null, child.inputReader)
    for descriptor in [child.input, child.inputReader] {
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
    close(null)
  }

  /// Waits for its end, and after some time puts an end to it and to all that it has started.
  @discardableResult
  func end(within milliseconds: Int) -> Ending {
    let deadline = nowInMilliseconds() + milliseconds
    while true {
      if let ending = poll(0) {
        kill(-child.identifier, SIGKILL)
        return ending
      }
      if nowInMilliseconds() >= deadline { break }
      usleep(1000)
    }
    kill(-child.identifier, SIGKILL)
    var ending = poll(1) ?? .killed(signal: Int(SIGKILL), isOwn: true)
    // Whatever else has sent the same at this moment: it would have ended now in any case.
    if case .killed(Int(SIGKILL), _) = ending {
      ending = .killed(signal: Int(SIGKILL), isOwn: true)
      self.ending = ending
    }
    return ending
  }

  // MARK: System calls

  /// How it has ended; `nil` while it runs.
  private func poll(_ waits: Int32) -> Ending? {
    if let ending { return ending }
    var status: Int32 = 0
    var waited: pid_t
    repeat {
      waited = waitpid(child.identifier, &status, waits == 0 ? WNOHANG : 0)
    } while waited < 0 && errno == EINTR
    if waited == 0 { return nil }
    // The macros that take a status apart are not visible from Swift.
    let signal = status & 0x7F
    let ending: Ending =
      waited < 0
      ? .exited(code: -1)
      : signal == 0
        ? .exited(code: Int(status >> 8 & 0xFF)) : .killed(signal: Int(signal), isOwn: false)
    self.ending = ending
    return ending
  }

  /// Waits until something can be read, or written if that is wanted, but not for long.
  private func wait(forInput: Bool, until deadline: Int?) -> (output: Bool, errors: Bool) {
    var descriptors = [
      pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: child.errors, events: Int16(POLLIN), revents: 0),
      pollfd(fd: forInput ? child.input : -1, events: Int16(POLLOUT), revents: 0),
    ]
    // A closed standard error would be ready all the time.
    if errorsAreClosed { descriptors[1].fd = -1 }
    let slice = min(100, max(0, deadline.map { $0 - nowInMilliseconds() } ?? 100))
    #if canImport(Darwin)
      _ = Darwin.poll(&descriptors, nfds_t(descriptors.count), Int32(slice))
    #else
      _ = Glibc.poll(&descriptors, nfds_t(descriptors.count), Int32(slice))
    #endif
    return (descriptors[0].revents != 0, descriptors[1].revents != 0)
  }

  private func write(_ bytes: [UInt8], from start: Int) -> Int {
    let count = bytes.withUnsafeBytes { buffer in
      let rest = UnsafeRawBufferPointer(rebasing: buffer[start...])
      #if canImport(Darwin)
        return Darwin.write(child.input, rest.baseAddress, rest.count)
      #else
        return Glibc.write(child.input, rest.baseAddress, rest.count)
      #endif
    }
    // Whatever the error, the end of its output tells of it.
    return max(0, count)
  }

  private var errorsAreClosed = false

  /// Appends what it has written; `nil` if it has closed its standard output.
  private func readLines() -> Int? {
    var total = 0
    while true {
      let count = read(child.output, &block, block.count)
      if count == 0 { return total > 0 ? total : nil }
      if count < 0 { return total }
      lines.append(contentsOf: block[..<count])
      total += count
      if count < block.count { return total }
    }
  }

  private func readErrors(_ onError: (String) -> Void) {
    while !errorsAreClosed {
      let count = read(child.errors, &block, block.count)
      if count == 0 { errorsAreClosed = true }
      if count <= 0 { return }
      for byte in block[..<count] {
        if byte == UInt8(ascii: "\n") || errorLine.count >= 4096 { flushErrorLine(onError) }
        if byte != UInt8(ascii: "\n") { errorLine.append(byte) }
      }
    }
  }

  private func flushErrorLine(_ onError: (String) -> Void) {
    if errorLine.isEmpty { return }
    let line = String(decoding: errorLine, as: UTF8.self)
    errorLine.removeAll(keepingCapacity: true)
    errors.append(line)
    errorCount += 1
    if errors.count > Self.firstErrors + Self.lastErrors { errors.remove(at: Self.firstErrors) }
    onError(line)
  }
}
