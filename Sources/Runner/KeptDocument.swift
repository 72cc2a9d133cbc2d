import Ledger
import StageKit
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
  private var coder = KeptDocumentCoder()

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
