import Ledger
import StageKit
import StageProtocol
import TextKit

/// A document on its way, with how far it has come.
struct Resumption: Sendable {
  var document: Document
  /// The index in the chain of the last stage that it has passed.
  var stage: Int
  /// A bit for each stage, as in the ledger.
  var applied: UInt64
}

/// Where in the spool a document lies as it was behind a stage.
struct KeptDocument: Sendable, Equatable {
  /// That of the whole entry; the document is the last part.
  var location: SpoolLocation
  /// The index of the stage.
  var stage: Int
  /// A bit for each stage up to that one.
  var applied: UInt64

  init(location: SpoolLocation, stage: Int, applied: UInt64) {
    self.location = location
    self.stage = stage
    self.applied = applied
  }

  /// - Returns: `nil` if nothing was kept.
  init?(_ entry: LedgerEntry) {
    guard let stage = entry.kept, let location = entry.location else { return nil }
    self.location = location
    self.stage = stage
    applied = entry.applied & ((2 << UInt64(min(stage, 62))) - 1)
  }
}

/// Reads documents back that were kept.
final class KeptDocumentReader {
  private let reader: SpoolReader?
  private var coder = DocumentCoder()

  init(_ spool: Spool?) {
    reader = spool.map(SpoolReader.init)
  }

  /// - Returns: `nil` if it is not there as it was written; then the input has to be loaded.
  func resume(_ kept: KeptDocument, _ key: InputKey) -> Resumption? {
    guard let reader, (try? reader.read(kept.location)) == true,
      let length = kept.location.lengths.last
    else { return nil }
    let end = kept.location.byteCount
    let bytes = reader.buffer
    guard var document = coder.decode(bytes.span.extracting(end - length..<end)) else {
      return nil
    }
    // The encoded one need not have all bytes of a path that is not UTF-8.
    document.source.key = key
    return Resumption(document: document, stage: kept.stage, applied: kept.applied)
  }
}

/// Documents as they lie in the spool and in quarantine: the object that external stages get too, with
/// all layers.
///
/// A value is reused from document to document by one thread.
struct DocumentCoder {
  private static let layers: [Layer] = [
    .paragraphs, .sentences, .tokens, .entities, .groups, .summary, .extra,
  ]

  private var writer = DocumentWriter(.request, layers: layers, offsets: .bytes)
  private var reader = DocumentReader(offsets: .bytes)
  private var members: [UInt8] = []

  /// Appends all that a document holds, from which `decode` makes it again.
  mutating func encode(_ document: Document, into buffer: inout [UInt8]) {
    members.removeAll(keepingCapacity: true)
    writer.append(document, to: &members)
    buffer.append(UInt8(ascii: "{"))
    buffer.append(contentsOf: members.dropFirst())
    buffer.append(UInt8(ascii: "}"))
  }

  /// - Returns: `nil` for anything that `encode` has not written.
  mutating func decode(_ bytes: Span<UInt8>) -> Document? {
    guard let value = try? Value(json: bytes) else { return nil }
    return decode(value)
  }

  mutating func decode(_ value: Value) -> Document? {
    try? reader.document(from: value)
  }
}
