public import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The answering end of the protocol: reads requests from one descriptor and writes answers to
/// another, until the input ends.
///
/// An engine that sends requests without a greeting is served as well, and one whose requests have no
/// `seq` gets its answers in the order of the requests.
public struct RequestServer {
  private static let blockSize = 1 << 16

  private let input: Int32
  private let output: Int32
  private let longestLine: Int

  /// - Parameters:
  ///   - input: where requests come from, by default standard input.
  ///   - output: where answers go, by default standard output; nothing else may write there.
  ///   - longestLine: the most bytes of a request; what is longer is not kept.
  public init(input: Int32 = 0, output: Int32 = 1, longestLine: Int? = nil) {
    self.input = input
    self.output = output
    self.longestLine = longestLine ?? maximumLine
  }

  /// Why no more is served.
  public enum Ending: Sendable, Equatable {
    /// The input has ended, or nobody reads the answers any more.
    case done
    /// The input cannot be read; the value of `errno`.
    case inputFailed(Int32)
    /// Answers cannot be written; the value of `errno`.
    case outputFailed(Int32)
  }

  /// Serves until the input ends or nobody reads the answers any more.
  ///
  /// - Parameters:
  ///   - greet: takes the engine's greeting, and returns the members of the answer to it.
  ///   - answer: takes a request, and appends the members of the answer, with a comma before each;
  ///     `seq` is not among them.
  /// - Throws: what is wrong with the engine's greeting.
  @discardableResult
  public func serve(
    greet: (_ greeting: Value) throws(MessageProblem) -> [Value.Member],
    answer: (_ request: Value, _ members: inout [UInt8]) -> Void
  ) throws(MessageProblem) -> Ending {
    var lines: [UInt8] = []
    var scanned = 0
    /// Whether the rest of a line that is too long is passed over.
    var isSkipping = false
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    var answers: [UInt8] = []
    var members: [UInt8] = []
    while true {
      let count = read(input, &block, block.count)
      if count < 0 {
        let number = errno
        if number == EINTR { continue }
        // A line that breaks off is no request; what was answered before is owed.
        return write(answers) ?? .inputFailed(number)
      }
      if count == 0, lines.isEmpty { return .done }
      // The last line need not end in a line break.
      lines.append(contentsOf: count > 0 ? block[..<count] : [UInt8(ascii: "\n")])
      var start = 0
      while let end = lines.span.firstOffset(of: UInt8(ascii: "\n"), in: scanned..<lines.count) {
        let line = lines.span.extracting(start..<end)
        start = end + 1
        scanned = start
        if isSkipping {
          isSkipping = false
          continue
        }
        if line.isBlank { continue }
        if line.count > longestLine {
          refuseLongLine(startingWith: line, &answers)
          continue
        }
        guard let request = Self.request(line, &answers) else { continue }
        if request[protocolKey] != nil {
          let version = Value.Member(protocolKey, .integer(protocolVersion))
          answers.append(exactly: .object([version] + (try greet(request))))
          answers.append("\n")
        } else {
          members.removeAll(keepingCapacity: true)
          answer(request, &members)
          answers.append("{")
          // Whatever it is, it is how the engine knows its request again.
          if let number = request["seq"] {
            answers.append("\"seq\":")
            answers.append(json: number)
            answers.append(contentsOf: members)
          } else {
            answers.append(contentsOf: members.dropFirst())
          }
          answers.append("}\n")
          // The engine waits for what it has sent, but not between the requests of one batch.
          if let more = request["more"]?.integer, more > 0, answers.count < Self.blockSize {
            continue
          }
        }
        if let ending = write(answers) { return ending }
        answers.removeAll(keepingCapacity: true)
      }
      if lines.count - start > longestLine, !isSkipping {
        refuseLongLine(startingWith: lines.span.extracting(start..<lines.count), &answers)
        isSkipping = true
      }
      if isSkipping { start = lines.count }
      if !answers.isEmpty, start == lines.count || count == 0 {
        if let ending = write(answers) { return ending }
        answers.removeAll(keepingCapacity: true)
      }
      if count == 0 { return .done }
      lines.removeFirst(start)
      scanned = lines.count
    }
  }

  /// Reads a request, or appends the answer to what is none.
  private static func request(_ line: Span<UInt8>, _ answers: inout [UInt8]) -> Value? {
    do throws(JSONError) {
      return try Value(json: line, refusingLargeNumbers: true)
    } catch {
      let problem = (try? Value(json: line)) == nil ? "is no JSON:" : "holds"
      answers.append("{")
      answers.append(failure: "bad_request", "the request \(problem) \(error)")
      answers.append("}\n")
      return nil
    }
  }

  private func refuseLongLine(startingWith line: Span<UInt8>, _ answers: inout [UInt8]) {
    answers.append("{")
    // Our own engine puts the number first.
    var end = 7
    while end < line.count, line[end].isASCIIDigit, end < 7 + 18 { end += 1 }
    if line.matches("{\"seq\":", at: 0), end > 7 {
      answers.append(contentsOf: "\"seq\":".utf8)
      for index in 7..<end { answers.append(line[index]) }
      answers.append(UInt8(ascii: ","))
    }
    answers.append(failure: "too_large", "the request is longer than \(longestLine) bytes")
    answers.append("}\n")
  }

  /// - Returns: why no more can be written; `nil` if all is well.
  private func write(_ bytes: [UInt8]) -> Ending? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer
      while rest.count > 0 {
        #if canImport(Darwin)
          let written = Darwin.write(output, rest.baseAddress, rest.count)
        #else
          let written = Glibc.write(output, rest.baseAddress, rest.count)
        #endif
        if written < 0 {
          let number = errno
          if number == EINTR { continue }
          return number == EPIPE ? .done : .outputFailed(number)
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
      return nil
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(failure reason: String, _ message: String) {
    append("\"failure\":")
    append(exactly: ["reason": .string(reason), "message": .string(message)])
  }
}
