import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file in which each worker notes the documents that it has in its hands. Where a run was cut off,
/// these are suspects: one of them may have been the cause.
///
/// The notes survive the process, not the machine, and the run does not depend on them: what cannot be
/// noted is not.
struct FlightLog: Sendable {
  // Far more than there is to be written, as a rule: what is not written takes no space.
  private static let slotSize = 1 << 16
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

    /// Notes the documents that are begun together, as many of them as there is room for.
    ///
    /// - Returns: how many were noted.
    func begin(_ keys: some Sequence<InputKey>) -> Int {
      // Of each its length, in eight bytes; then root, a zero, record, a zero, and the path. The last
      // is followed by the length 0.
      bytes.removeAll(keepingCapacity: true)
      var count = 0
      for key in keys {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: FlightLog.headSize))
        bytes.append(contentsOf: key.root.utf8)
        bytes.append(0)
        bytes.append(decimal: key.record)
        bytes.append(0)
        bytes.append(contentsOf: key.path)
        if bytes.count > FlightLog.slotSize - FlightLog.headSize {
          bytes.removeSubrange(start...)
          break
        }
        let length = bytes.count - start - FlightLog.headSize
        for index in 0..<FlightLog.headSize {
          bytes[start + index] = UInt8(truncatingIfNeeded: length >> (8 * index))
        }
        count += 1
      }
      endNotes()
      return count
    }

    /// Notes that none is in hand.
    func end() {
      bytes.removeAll(keepingCapacity: true)
      endNotes()
    }

    private func endNotes() {
      bytes.append(contentsOf: repeatElement(0, count: FlightLog.headSize))
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
    return stride(from: 0, to: bytes.count, by: Self.slotSize).flatMap { start in
      keys(bytes[start..<min(start + Self.slotSize, bytes.count)])
    }
  }

  private func keys(_ slot: ArraySlice<UInt8>) -> [InputKey] {
    var rest = slot
    var keys: [InputKey] = []
    while true {
      let head = rest.prefix(Self.headSize)
      let length = head.reversed().reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(Self.headSize)
      guard head.count == Self.headSize, length > 0, rest.count >= length else { return keys }
      let parts = rest.prefix(length).split(
        separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let record = Int(String(decoding: parts[1], as: UTF8.self)) else {
        return keys
      }
      keys.append(
        InputKey(
          root: String(decoding: parts[0], as: UTF8.self), path: Array(parts[2]), record: record))
      rest = rest.dropFirst(length)
    }
  }

  /// Removes the notes, once what they say is in the ledger, or all documents are done.
  func remove() throws(SystemError) {
    try FileSystem.remove(path)
  }
}
