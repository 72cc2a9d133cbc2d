import StageKit
import TextKit

/// Reads a file or standard input from front to back through a window of fixed size, decompressed.
final class ByteReader {
  private static let windowSize = 1 << 17
  private static let blockSize = 1 << 16

  private let file: OpenFile
  private let expected: Compression?
  /// Asked while the file has nothing to read; `nil` for one that always has.
  private let isWanted: (() -> Bool)?
  private var decompressor: Decompressor?
  /// Compressed bytes that have been read and not yet decompressed.
  private var block: [UInt8] = []
  private var blockRange = 0..<0
  private var hasStarted = false
  private var isFileAtEnd = false
  /// Why nothing more can be read. It is thrown once all that was read before has been used.
  private var failure: StageFailure?

  /// The window; what has a meaning in it is `start..<end`.
  private(set) var window = [UInt8](repeating: 0, count: windowSize)
  private(set) var start = 0
  private(set) var end = 0
  /// The place in the decompressed content of the byte at `start`.
  private(set) var offset = 0

  /// - Parameters:
  ///   - expected: the compression that the name of the file speaks of.
  ///   - isWanted: for a file whose content may be long in coming: asked while it is, and `false` makes
  ///     reading fail.
  init(
    _ file: consuming OpenFile, expected: Compression?, isWanted: (() -> Bool)? = nil
  ) {
    self.isWanted = isWanted
    self.file = file
    self.expected = expected
  }

  /// How many bytes are at hand.
  var available: Int { end - start }

  /// A copy of the bytes at hand.
  var head: [UInt8] { Array(window[start..<end]) }

  /// Gets at least `count` bytes at hand, up to 65536, unless the content ends before.
  ///
  /// - Returns: how many are at hand, which may be more; 0 at the end.
  /// - Throws: why there is nothing more, once nothing is at hand.
  @discardableResult
  func require(_ count: Int) throws(StageFailure) -> Int {
    if available >= count { return available }
    if start > 0 {
      window.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
      end -= start
      start = 0
    }
    while available < min(count, Self.blockSize), failure == nil {
      do throws(StageFailure) {
        guard try fill() else { break }
      } catch {
        failure = error
      }
    }
    if let failure, available == 0 { throw failure }
    return available
  }

  /// Passes over bytes that are at hand.
  func skip(_ count: Int) {
    start += count
    offset += count
  }

  /// Reads something to the end of the window.
  ///
  /// - Returns: `false` at the end of the content.
  private func fill() throws(StageFailure) -> Bool {
    if !hasStarted { try begin() }
    guard let decompressor else {
      try awaitContent()
      let length = try file.read(into: &window, end..<window.count)
      end += length
      return length > 0
    }
    while true {
      if blockRange.isEmpty && !isFileAtEnd {
        try awaitContent()
        let length = try file.read(into: &block, 0..<block.count)
        blockRange = 0..<length
        isFileAtEnd = length == 0
      }
      let result = block.withUnsafeBytes { input in
        window.withUnsafeMutableBytes { output in
          decompressor.step(
            UnsafeRawBufferPointer(rebasing: input[blockRange]),
            into: UnsafeMutableRawBufferPointer(rebasing: output[end...]))
        }
      }
      let progress = try result.get()
      blockRange = blockRange.lowerBound + progress.consumed..<blockRange.upperBound
      end += progress.produced
      if progress.produced > 0 { return true }
      if blockRange.isEmpty && isFileAtEnd {
        guard decompressor.isAtEnd else { throw .truncated(decompressor.compression) }
        return false
      }
    }
  }

  /// Returns once reading does not have to wait.
  private func awaitContent() throws(StageFailure) {
    guard let isWanted else { return }
    while !file.isReady(within: 100) {
      guard isWanted() else {
        throw StageFailure(reason: "stopped", message: "the run was stopped before it came")
      }
    }
  }

  /// Reads the first bytes and finds out whether they are compressed.
  private func begin() throws(StageFailure) {
    hasStarted = true
    // A pipe may hand over less than the four bytes that tell.
    while end < 4 {
      try awaitContent()
      let length = try file.read(into: &window, end..<Self.blockSize)
      if length == 0 { break }
      end += length
    }
    let window = window
    let content = window.span.extracting(0..<end)
    guard let compression = try Compression(content: content, expected: expected) else { return }
    decompressor = try Decompressor(compression)
    block = Array(window[0..<Self.blockSize])
    blockRange = 0..<end
    end = 0
  }
}
