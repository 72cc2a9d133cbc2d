import StageKit
import TextKit

/// A compression that is undone on the fly.
enum Compression: Sendable, Equatable {
  case gzip
  case zstd

  var ending: StaticString {
    switch self {
    case .gzip: ".gz"
    case .zstd: ".zst"
    }
  }

  /// The bytes that compressed data starts with.
  var magic: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B]
    case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
    }
  }

  /// By the ending of a file's name.
  init?(name: Span<UInt8>) {
    if name.matchesIgnoringCase(".gz", at: name.count - 3) {
      self = .gzip
    } else if name.matchesIgnoringCase(".zst", at: name.count - 4) {
      self = .zstd
    } else {
      return nil
    }
  }

  /// By the first bytes of a file, whatever its ending says.
  ///
  /// - Parameters:
  ///   - content: the start of the file, at least four bytes of it or all.
  ///   - expected: what the ending says; plain content under such an ending is read as it is.
  /// - Throws: `truncated` where the file ends before it can tell.
  init?(content: Span<UInt8>, expected: Compression?) throws(StageFailure) {
    for compression in [Compression.gzip, .zstd] {
      let magic = compression.magic
      var shared = 0
      while shared < min(magic.count, content.count), content[shared] == magic[shared] {
        shared += 1
      }
      if shared == magic.count {
        self = compression
        return
      }
      if shared == content.count, compression == expected { throw .truncated(compression) }
    }
    return nil
  }
}

extension StageFailure {
  static func truncated(_ compression: Compression) -> StageFailure {
    StageFailure(reason: "truncated", message: "the \(compression) data ends too soon")
  }

  static func damaged(_ compression: Compression, _ what: String) -> StageFailure {
    StageFailure(reason: "damaged", message: "the \(compression) data is damaged: \(what)")
  }
}
