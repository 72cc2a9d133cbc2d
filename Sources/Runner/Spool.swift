import Ledger
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder of files, called segments, that hold the encoded documents, in the order in which they
/// were completed. Each run that has something to write appends to a segment of its own.
struct Spool: Sendable {
  private let directory: String

  /// - Parameter directory: the pipeline's state folder.
  init(directory: String) {
    self.directory = directory + "/spool"
  }

  func path(_ segment: Int) -> String { "\(directory)/\(segment)" }

  /// Opens a new segment for writing.
  func makeSegment(_ segment: Int) throws(SystemError) -> SegmentWriter {
    try FileSystem.makeFolders(directory)
    return SegmentWriter(
      segment: segment, handle: try FileHandle(path(segment), O_WRONLY | O_CREAT | O_TRUNC))
  }

  /// Removes the segments that no document refers to any more.
  func removeSegments(except segments: Set<Int>) throws(SystemError) {
    for entry in try FileSystem.entries(of: directory) {
      guard let segment = Int(entry.name), !segments.contains(segment) else { continue }
      try FileSystem.remove(path(segment))
    }
  }
}

/// A segment that is being written.
struct SegmentWriter: ~Copyable {
  let segment: Int
  private let handle: FileHandle
  private var byteCount = 0

  fileprivate init(segment: Int, handle: consuming FileHandle) {
    self.segment = segment
    self.handle = handle
  }

  /// Appends bytes and returns the offset of the first.
  mutating func append(_ bytes: [UInt8]) throws(SystemError) -> Int {
    let start = byteCount
    try handle.write(bytes)
    byteCount += bytes.count
    return start
  }
}

/// Reads documents from segments, and makes sure that they are what was written.
final class SpoolReader {
  /// Runs leave few segments, and publishing reads them in turn.
  private static let openFiles = 64

  private final class SegmentFile {
    let handle: FileHandle

    init(_ path: String) throws(SystemError) {
      handle = try FileHandle(path, O_RDONLY)
    }
  }

  private let spool: Spool
  private var files: [Int: SegmentFile] = [:]
  /// The bytes that were read last, and maybe old ones behind them.
  private(set) var buffer: [UInt8] = []
  private var byteCount = 0

  init(_ spool: Spool) {
    self.spool = spool
  }

  /// Reads a document to the start of `buffer`; `false` if it is missing or damaged.
  func read(_ location: SpoolLocation) throws(SystemError) -> Bool {
    try read(location.segment, from: location.start, count: location.byteCount)
    return holds(location, at: 0)
  }

  /// Reads a part of a segment into `buffer`, as far as there is one. A damaged ledger may ask for anything.
  func read(_ segment: Int, from start: Int, count: Int) throws(SystemError) {
    byteCount = 0
    if start < 0 { return }
    do throws(SystemError) {
      let file = try open(segment)
      var count = count
      if buffer.count < count {
        count = min(count, max(0, (file.handle.size ?? 0) - start))
        buffer = Array(repeating: 0, count: max(buffer.count, count * 2))
      }
      let result: Result<Int, SystemError> = buffer.withUnsafeMutableBytes { bytes in
        Result { () throws(SystemError) in
          let part = UnsafeMutableRawBufferPointer(rebasing: bytes[..<count])
          return try file.handle.read(into: part, at: start)
        }
      }
      byteCount = try result.get()
    } catch {
      guard error.code == ENOENT else { throw error }
    }
  }

  /// Whether a document stands in `buffer` as it was written.
  func holds(_ location: SpoolLocation, at start: Int) -> Bool {
    let end = start + location.byteCount
    let bytes = buffer  // a span of a property cannot leave the access to it
    return end <= byteCount
      && hashBytes(bytes.span.extracting(start..<end)) == location.checksum
  }

  private func open(_ segment: Int) throws(SystemError) -> SegmentFile {
    if let file = files[segment] { return file }
    if files.count >= Self.openFiles { files.removeAll() }
    let file = try SegmentFile(spool.path(segment))
    files[segment] = file
    return file
  }
}
