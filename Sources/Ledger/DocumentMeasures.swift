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

  /// Reads what `description` wrote; `nil` for anything else. Done for every document of a run.
  init?(description: UnsafeRawBufferPointer) {
    var rest = description[...]
    func nextField() -> Slice<UnsafeRawBufferPointer> {
      let end = rest.firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex
      defer { rest = rest[end...].dropFirst() }
      return rest[..<end]
    }
    func number(_ field: Slice<UnsafeRawBufferPointer>) -> Int? {
      // No length comes near to what would overflow.
      guard !field.isEmpty, field.count < 18 else { return nil }
      var number = 0
      for byte in field {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return number
    }
    guard let textBytes = number(nextField()) else { return nil }
    let code = nextField()
    let tokens = nextField()
    let entities = nextField()
    guard !code.isEmpty, !entities.isEmpty, rest.isEmpty else { return nil }
    self.textBytes = textBytes
    language = code.elementsEqual("-".utf8) ? nil : String(decoding: code, as: UTF8.self)
    self.tokens = number(tokens)
    self.entities = number(entities)
  }

  init?(description: String) {
    let bytes = Array(description.utf8)
    guard let measures = bytes.withUnsafeBytes(Self.init(description:)) else { return nil }
    self = measures
  }
}
