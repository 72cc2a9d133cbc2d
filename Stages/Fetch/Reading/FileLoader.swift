import StageKit

/// Reads whole files, one after another, into memory that is reused.
final class FileLoader {
  /// More than this is given back after a file of that size, so that one large document does not
  /// make the worker large for good.
  private static let keptCapacity = 1 << 20

  /// What the last file held, followed by bytes without a meaning.
  private(set) var content: [UInt8] = []
  /// The length of what the last file held.
  private(set) var count = 0
  private var unpacked: [UInt8] = []
  private var decompressors: [Decompressor] = []

  /// Reads a file and undoes its compression.
  ///
  /// - Parameters:
  ///   - path: ends with a zero byte.
  ///   - expected: the compression that the name of the file speaks of.
  func load(path: [UInt8], limit: Int, expected: Compression?) throws(StageFailure) {
    if content.count > Self.keptCapacity { content = [] }
    if unpacked.count > Self.keptCapacity { unpacked = [] }
    let file = try OpenFile(path: path)
    let size = try file.regularSize()
    // What cannot be compressed grows a little by it.
    let storedLimit = limit + limit / 100 + 1000
    guard size <= storedLimit else { throw .tooLarge(limit: limit) }
    count = 0
    while true {
      // One byte more than expected: a short answer tells the end without asking again.
      Self.grow(&content, to: max(size, count) + 1)
      let wanted = content.count - count
      let length = try file.read(into: &content, count..<content.count)
      count += length
      if count > storedLimit { throw .tooLarge(limit: limit) }
      if length == 0 || (length < wanted && count >= size) { break }
    }
    let compression = try Compression(
      content: content.span.extracting(0..<count), expected: expected)
    if let compression {
      try unpack(compression, limit: limit)
    } else if count > limit {
      throw .tooLarge(limit: limit)
    }
  }

  private func unpack(_ compression: Compression, limit: Int) throws(StageFailure) {
    let decompressor = try decompressor(for: compression)
    var consumed = 0
    var produced = 0
    while true {
      // There is always room for one byte beyond the limit, which is how a bomb is noticed.
      Self.grow(&unpacked, to: min(limit + 1, max(produced * 2, count * 4, 4096)))
      let result = content.withUnsafeBytes { input in
        unpacked.withUnsafeMutableBytes { output in
          decompressor.step(
            UnsafeRawBufferPointer(rebasing: input[consumed..<count]),
            into: UnsafeMutableRawBufferPointer(rebasing: output[produced...]))
        }
      }
      let progress = try result.get()
      consumed += progress.consumed
      produced += progress.produced
      if produced > limit { throw .tooLarge(limit: limit) }
      if progress.produced == 0 && consumed == count { break }
    }
    guard decompressor.isAtEnd else { throw .truncated(compression) }
    swap(&content, &unpacked)
    count = produced
  }

  private func decompressor(for compression: Compression) throws(StageFailure) -> Decompressor {
    if let known = decompressors.first(where: { $0.compression == compression }) {
      known.reset()
      return known
    }
    let made = try Decompressor(compression)
    decompressors.append(made)
    return made
  }

  private static func grow(_ buffer: inout [UInt8], to size: Int) {
    guard buffer.count < size else { return }
    buffer.append(contentsOf: repeatElement(0, count: size - buffer.count))
  }
}
