import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file in which each worker notes the document that it has in its hands. Where a run was cut off,
/// these are suspects: one of them may have been the cause.
///
/// The notes survive the process, not the machine, and the run does not depend on them: what cannot be
/// noted is not.
struct FlightLog: Sendable {
  private static let slotSize = 8192
  private static let headSize = 8

  private let path: String

  /// - Parameter stateDirectory: the pipeline's state folder.
  init(stateDirectory: String) {
    path = stateDirectory + "/flight"
  }

  /// One worker's place in the file.
  final class Slot {
    private let handle: FileHandle
    private let offset: Int
    private var bytes: [UInt8] = []

    fileprivate init(_ path: String, _ number: Int) throws(SystemError) {
      handle = try FileHandle(path, O_WRONLY | O_CREAT)
      offset = number * FlightLog.slotSize
    }

    /// Notes the document that is begun.
    func begin(_ key: InputKey) {
      // Its length, in eight bytes; then root, a zero, record, a zero, and the path.
      bytes.removeAll(keepingCapacity: true)
      bytes.append(contentsOf: repeatElement(0, count: FlightLog.headSize))
      bytes.append(contentsOf: key.root.utf8)
      bytes.append(0)
      bytes.append(decimal: key.record)
      bytes.append(0)
      bytes.append(contentsOf: key.path)
      if bytes.count > FlightLog.slotSize { return end() }
      for index in 0..<FlightLog.headSize {
        bytes[index] = UInt8(truncatingIfNeeded: (bytes.count - FlightLog.headSize) >> (8 * index))
      }
      write()
    }

    /// Notes that none is in hand.
    func end() {
      bytes.removeAll(keepingCapacity: true)
      bytes.append(contentsOf: repeatElement(0, count: FlightLog.headSize))
      write()
    }

    private func write() {
      _ = bytes.withUnsafeBytes {
        pwrite(handle.descriptor, $0.baseAddress, $0.count, off_t(offset))
      }
    }
  }

  /// The place of a worker; `nil` if the file cannot be written.
  func slot(_ number: Int) -> Slot? { try? Slot(path, number) }

  /// The documents that were in hand when a run was cut off.
  func read() throws(SystemError) -> [InputKey] {
    let bytes = try FileSystem.contents(of: path) ?? []
    return stride(from: 0, to: bytes.count, by: Self.slotSize).compactMap { start in
      key(bytes[start..<min(start + Self.slotSize, bytes.count)])
    }
  }

  private func key(_ slot: ArraySlice<UInt8>) -> InputKey? {
    let head = slot.prefix(Self.headSize)
    let length = head.reversed().reduce(0) { $0 << 8 | Int($1) }
    let body = slot.dropFirst(Self.headSize).prefix(length)
    guard head.count == Self.headSize, length > 0, body.count == length else { return nil }
    let parts = body.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let record = Int(String(decoding: parts[1], as: UTF8.self)) else {
      return nil
    }
    return InputKey(
      root: String(decoding: parts[0], as: UTF8.self), path: Array(parts[2]), record: record)
  }

  /// Removes the notes, once what they say is in the ledger, or all documents are done.
  func remove() throws(SystemError) {
    try FileSystem.remove(path)
  }
}
