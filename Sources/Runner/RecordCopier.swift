import Ledger
import StageKit

/// Takes documents from the spool to the outputs. Those that lie there one behind another, as most do
/// that are done one after another, are read at once.
struct RecordCopier {
  /// As many as a processor keeps at hand while they are checked and copied.
  private static let bytesTogether = 1 << 18

  private let reader: SpoolReader
  private let outputs: [any Output]
  private var parts: RecordParts
  private var waiting: [(document: DocumentOutline, location: SpoolLocation)] = []
  private var waitingBytes = 0
  private(set) var byteCount = 0
  /// For each output, how many documents have no record for it.
  private(set) var missing: [Int]
  private(set) var documentCount = 0
  /// The first document that is not in the spool as it was written.
  private(set) var damaged: SpoolLocation?

  init(_ reader: SpoolReader, _ outputs: [any Output], _ parts: RecordParts) {
    self.reader = reader
    self.outputs = outputs
    self.parts = parts
    missing = outputs.map { _ in 0 }
  }

  /// Adds a document to those that are to be written next.
  ///
  /// - Returns: `false` if those have to be written before.
  mutating func take(_ document: DocumentOutline, at location: SpoolLocation) -> Bool {
    if let first = waiting.first?.location {
      guard location.segment == first.segment, location.start == first.start &+ waitingBytes,
        waitingBytes + location.byteCount <= Self.bytesTogether
      else { return false }
    }
    waiting.append((document, location))
    waitingBytes += location.byteCount
    return true
  }

  /// Writes what was taken. Documents that are damaged are removed from the ledger, so that they are done
  /// again.
  mutating func write(_ ledger: Ledger) throws {
    guard let first = waiting.first?.location else { return }
    try reader.read(first.segment, from: first.start, count: waitingBytes)
    var start = 0
    for (document, location) in waiting {
      if reader.holds(location, at: start) {
        try write(document, location.lengths, from: start)
        documentCount += 1
      } else {
        // At once rather than at the end: the whole spool may be lost, and memory is bounded.
        try ledger.remove(document.key)
        damaged = damaged ?? location
      }
      start += location.byteCount
    }
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
  }

  private mutating func write(
    _ document: DocumentOutline, _ lengths: [Int], from start: Int
  ) throws {
    let recordCount = lengths.count - (document.isKept ? 1 : 0)
    let buffer = reader.buffer
    for (index, part) in parts.of(document.chain, recordCount: recordCount).enumerated() {
      guard let part else {
        missing[index] += 1
        continue
      }
      let start = start + lengths[..<part].reduce(0, +)
      let record = start..<start + lengths[part]
      if !record.isEmpty {
        try outputs[index].add(document.key, buffer.span.extracting(record))
      }
      byteCount += record.count
    }
  }
}
