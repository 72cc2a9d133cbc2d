import TextKit

/// What a written document is like, in a few figures by which runs are compared.
public struct DocumentMeasures: Sendable, Equatable {
  /// The bytes of the clean text.
  public var textBytes: Int
  /// The code of its language; `nil` if that is not known.
  public var language: String?
  /// How many tokens it has; like `entities`, `nil` where no stage has looked for both.
  public var tokens: Int?
  public var entities: Int?

  public init(textBytes: Int, language: String?, tokens: Int?, entities: Int?) {
    self.textBytes = textBytes
    self.language = language
    self.tokens = tokens
    self.entities = entities
  }
}

extension DocumentMeasures {
  /// The form that the ledger keeps: `2410 en 512 35`, with `-` for what is not known.
  var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the same.
  func append(to bytes: inout [UInt8]) {
    bytes.append(decimal: textBytes)
    bytes.append(text: " ")
    bytes.append(text: language ?? "-")
    for count in [tokens, entities] {
      bytes.append(text: " ")
      if let count { bytes.append(decimal: count) } else { bytes.append(text: "-") }
    }
  }

  /// Reads what `description` wrote; `nil` for anything else.
  init?(description: String) {
    let fields = description.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    guard fields.count == 4, let textBytes = Int(fields[0]) else { return nil }
    self.textBytes = textBytes
    language = fields[1] == "-" ? nil : fields[1]
    tokens = Int(fields[2])
    entities = Int(fields[3])
  }
}
