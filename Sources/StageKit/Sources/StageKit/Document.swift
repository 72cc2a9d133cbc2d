public import TextKit

/// Which input a document comes from. Its order is the order of the published output.
public struct InputKey: Sendable, Hashable, Comparable {
  /// The label of the root that the path is relative to; empty where there is only one root.
  public var root: String
  /// The path relative to the root, as the file system holds it, which need not be UTF-8.
  public var path: [UInt8]
  /// 0 for a file that is one document; 1 for the first record of a file of many.
  public var record: Int

  /// Makes a key.
  public init(root: String = "", path: [UInt8], record: Int = 0) {
    self.root = root
    self.path = path
    self.record = record
  }

  /// By root, then by path with `/` before every other byte (so that a folder's contents stay
  /// together), then by record.
  public static func < (left: InputKey, right: InputKey) -> Bool {
    if left.root != right.root {
      return left.root.utf8.lexicographicallyPrecedes(right.root.utf8)
    }
    if left.path != right.path {
      return left.path.lexicographicallyPrecedes(right.path) { sortValue($0) < sortValue($1) }
    }
    return left.record < right.record
  }

  private static func sortValue(_ byte: UInt8) -> UInt8 {
    byte == UInt8(ascii: "/") ? 0 : byte
  }

  /// The stable identifier of the document in the record: `path`, `root/path` or `path#record`.
  /// `#`, `%`, control characters and bytes that are not UTF-8 are percent-encoded.
  public var identifier: String {
    var bytes: [UInt8] = []
    if !root.isEmpty {
      Self.appendEncoded(Array(root.utf8), to: &bytes)
      bytes.append(UInt8(ascii: "/"))
    }
    Self.appendEncoded(path, to: &bytes)
    if record > 0 {
      bytes.append(UInt8(ascii: "#"))
      bytes.append(decimal: record)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path in printable form, encoded as in `identifier`.
  public var displayPath: String {
    var bytes: [UInt8] = []
    Self.appendEncoded(path, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func appendEncoded(_ path: [UInt8], to bytes: inout [UInt8]) {
    let isValid = String(validating: path, as: UTF8.self) != nil
    for byte in path {
      let mustEncode =
        byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%") || byte < 0x20 || byte == 0x7F
        || (byte >= 0x80 && !isValid)
      guard mustEncode else {
        bytes.append(byte)
        continue
      }
      appendEncoded(byte, to: &bytes)
    }
  }

  static func appendEncoded(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "%"))
    for digit in [byte >> 4, byte & 0x0F] {
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}

/// What a document's bytes were before any stage changed them.
public struct DocumentSource: Sendable, Equatable {
  /// Which input the document comes from.
  public var key: InputKey
  /// The number of bytes, after decompression.
  public var byteCount: Int
  /// SHA-256 of those bytes in lower-case hexadecimal digits.
  public var sha256: String
  /// The character encoding that they were read in, by its IANA name in lower case.
  public var encoding: String

  /// Describes the bytes of a document.
  public init(key: InputKey, byteCount: Int = 0, sha256: String = "", encoding: String = "utf-8") {
    self.key = key
    self.byteCount = byteCount
    self.sha256 = sha256
    self.encoding = encoding
  }
}

/// One article on its way through the stages.
public struct Document: Sendable {
  /// How the text is to be read at this moment. Cleaning leaves `plain`.
  public enum Form: String, Sendable, CaseIterable {
    case plain
    case markdown
    case html
  }

  /// What the bytes were before any stage changed them.
  public var source: DocumentSource
  /// The text as it is now. Sources set it to the decoded input; cleaning replaces it.
  ///
  /// Every layer refers to this text by byte offsets; `replaceText` discards them.
  public private(set) var text: String
  /// How `text` is to be read.
  public var form: Form
  /// Where the bytes of `text` stand in the raw bytes of the document, after decompression; `nil`
  /// where nobody asks for it, and where the text is not a part of these bytes.
  public var rawOffsets: OffsetMap?
  /// What describes the article as a whole.
  public var metadata = Metadata()

  // Layers: `nil` until a stage writes them.
  /// In order, without overlap.
  public var paragraphs: [Paragraph]?
  /// In order, without overlap, inside of paragraphs.
  public var sentences: [ByteRange]?
  /// In order, without overlap, inside of sentences.
  public var tokens: [ByteRange]?
  /// In order, without overlap.
  public var entities: [Entity]?
  /// By identifier.
  public var groups: [EntityGroup]?
  /// The summary, once a stage has made one.
  public var summary: Summary?
  /// Values of stages of users' own, by the label of the stage, in the order of writing.
  public private(set) var extra: [Value.Member] = []

  /// Makes a document without metadata and layers.
  public init(source: DocumentSource, text: String, form: Form = .plain) {
    self.source = source
    self.text = text
    self.form = form
  }

  /// Replaces the text. All layers refer to the old one, so they are discarded, and so is
  /// `rawOffsets`.
  public mutating func replaceText(_ text: String, form: Form = .plain) {
    self.text = text
    self.form = form
    rawOffsets = nil
    paragraphs = nil
    sentences = nil
    tokens = nil
    entities = nil
    groups = nil
    summary = nil
  }

  /// Sets the value that stands under `extra` and `label` in the record.
  public mutating func setExtra(_ label: String, _ value: Value) {
    if let index = extra.firstIndex(where: { $0.key == label }) {
      extra[index].value = value
    } else {
      extra.append(Value.Member(label, value))
    }
  }

  /// The layers that some stage has written, without `text` and `metadata`.
  public var writtenLayers: Set<Layer> {
    var layers: Set<Layer> = []
    if paragraphs != nil { layers.insert(.paragraphs) }
    if sentences != nil { layers.insert(.sentences) }
    if tokens != nil { layers.insert(.tokens) }
    if entities != nil { layers.insert(.entities) }
    if groups != nil { layers.insert(.groups) }
    if summary != nil { layers.insert(.summary) }
    if !extra.isEmpty { layers.insert(.extra) }
    return layers
  }

  /// Whether this layer is there. `text` and `metadata` always are.
  public func has(_ layer: Layer) -> Bool {
    switch layer {
    case .text, .metadata: true
    case .paragraphs: paragraphs != nil
    case .sentences: sentences != nil
    case .tokens: tokens != nil
    case .entities: entities != nil
    case .groups: groups != nil
    case .summary: summary != nil
    default: !extra.isEmpty
    }
  }
}
