import Diagnostics
import TextKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One line of a gold file, without its line break.
public struct GoldLine: Sendable {
  /// The file as the user named it.
  public let path: String
  /// From 1.
  public let number: Int
  /// Valid UTF-8.
  public let bytes: [UInt8]

  /// A problem at this line.
  ///
  /// - Parameter offset: the byte of the line that it is about.
  public func problem(_ message: String, atByte offset: Int = 0) -> EvaluationProblem {
    let column = 1 + bytes.prefix(offset).count { !$0.isUTF8Continuation }
    return EvaluationProblem(
      at: SourceLocation(file: path, line: number, column: column), message)
  }
}

/// The files that an evaluation reads: never more than one line of them at a time in memory.
public enum GoldFile {
  /// No article and no sentence is longer; a file without line breaks must not fill the memory.
  static let maximumLineBytes = 64 << 20

  /// Hands over the lines of a file one by one, also those that are empty.
  public static func forEachLine(
    of path: String, _ body: (GoldLine) throws(EvaluationProblem) -> Void
  ) throws(EvaluationProblem) {
    let file = try InputFile(path)
    var number = 0
    var line: [UInt8] = []
    func finishLine() throws(EvaluationProblem) {
      number += 1
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
      let goldLine = GoldLine(path: path, number: number, bytes: line)
      guard String(validating: line, as: UTF8.self) != nil else {
        throw goldLine.problem("the line is not valid UTF-8")
      }
      try body(goldLine)
      line.removeAll(keepingCapacity: true)
    }
    while let block = try file.readBlock() {
      var rest = block[...]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += rest[..<end]
        try finishLine()
        rest = rest[(end + 1)...]
      }
      line += rest
      guard line.count <= maximumLineBytes else {
        throw GoldLine(path: path, number: number + 1, bytes: []).problem(
          "the line is longer than \(maximumLineBytes >> 20) MB")
      }
    }
    if !line.isEmpty { try finishLine() }
  }

  /// The whole content of a file that a line of an index names.
  ///
  /// - Parameter limit: the number of bytes that it may have.
  static func contents(
    of path: String, limit: Int, from line: GoldLine
  ) throws(EvaluationProblem) -> [UInt8] {
    do throws(EvaluationProblem) {
      let file = try InputFile(path)
      var bytes: [UInt8] = []
      while let block = try file.readBlock() {
        bytes += block
        guard bytes.count <= limit else {
          throw EvaluationProblem("'\(path)' is longer than \(limit >> 20) MB")
        }
      }
      return bytes
    } catch {
      throw line.problem(error.diagnostic.message)
    }
  }
}

/// An open file that is read from front to back and closed with its last reference.
private final class InputFile {
  private let path: String
  private let descriptor: Int32
  private var block = [UInt8](repeating: 0, count: 1 << 16)

  init(_ path: String) throws(EvaluationProblem) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(path) }
  }

  deinit { close(descriptor) }

  /// The next bytes; `nil` at the end.
  func readBlock() throws(EvaluationProblem) -> ArraySlice<UInt8>? {
    while true {
      let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { return block[..<count] }
      if count == 0 { return nil }
      if errno != EINTR { throw Self.unreadable(path) }
    }
  }

  private static func unreadable(_ path: String) -> EvaluationProblem {
    EvaluationProblem("'\(path)' cannot be read: \(Wording.systemMessage(errno))")
  }
}
