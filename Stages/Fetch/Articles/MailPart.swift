import TextKit

/// A message or a part of one, as MIME (RFC 2045 and 2046) divides it.
struct MailPart {
  /// Names in lower case, and values with their lines joined.
  private var headers: [(name: String, value: [UInt8])] = []
  private var body: [UInt8] = []

  init(_ message: Span<UInt8>) {
    var position = 0
    while position < message.count {
      let end = message.firstOffset(of: UInt8(ascii: "\n"), in: position..<message.count)
      var line = Self.bytes(message, position..<(end ?? message.count))
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      position = end.map { $0 + 1 } ?? message.count
      if line.isEmpty { break }
      if line[0] == 0x20 || line[0] == 0x09 {
        if !headers.isEmpty { headers[headers.count - 1].value.append(contentsOf: line) }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: line[..<colon].map(\.lowercasedASCII), as: UTF8.self)
        headers.append((name, Array(line[(colon + 1)...])))
      }
    }
    body = Self.bytes(message, position..<message.count)
  }

  /// A header's text with its encoded words decoded, or `nil` where there is none.
  func header(_ name: String, _ decoder: TextDecoder) -> String? {
    guard let value = headers.first(where: { $0.name == name })?.value else { return nil }
    return EncodedWords.decode(value, decoder)
  }

  /// The values that commas divide in a header that names people, each with its encoded words decoded.
  func addresses(_ name: String, _ decoder: TextDecoder) -> [String] {
    guard let value = headers.first(where: { $0.name == name })?.value else { return [] }
    return MailAddress.divided(value).map { EncodedWords.decode($0, decoder) }
  }

  /// What it holds; `nil` where it does not say.
  var declaredType: HeaderValue? { rawHeader("content-type").map(HeaderValue.init) }

  var isAttachment: Bool {
    HeaderValue(rawHeader("content-disposition") ?? "").type == "attachment"
  }

  /// The parts that the body consists of.
  func parts(boundary: String) -> [MailPart] {
    partRanges(boundary: Array("--".utf8) + Array(boundary.utf8)).map {
      MailPart(body.span.extracting($0))
    }
  }

  /// The body with its transfer encoding undone.
  var decodedBody: [UInt8] {
    switch HeaderValue(rawHeader("content-transfer-encoding") ?? "").type {
    case "base64": TransferEncoding.decodeBase64(body.span)
    case "quoted-printable":
      TransferEncoding.decodeQuotedPrintable(TransferEncoding.unquoteFrom(body.span).span)
    default: TransferEncoding.unquoteFrom(body.span)
    }
  }

  private func rawHeader(_ name: String) -> String? {
    headers.first { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
  }

  /// What stands between the lines that hold the boundary.
  private func partRanges(boundary: [UInt8]) -> [Range<Int>] {
    let bytes = body.span
    var ranges: [Range<Int>] = []
    var partStart: Int?
    var position = 0
    while position < bytes.count {
      let lineEnd =
        bytes.firstOffset(of: UInt8(ascii: "\n"), in: position..<bytes.count) ?? bytes.count
      let found = Self.boundary(boundary, in: bytes.extracting(position..<lineEnd))
      if found != .none {
        if let partStart, partStart < position { ranges.append(partStart..<position) }
        partStart = min(lineEnd + 1, bytes.count)
        if found == .last { return ranges }
      }
      position = lineEnd + 1
    }
    // A message that is cut off still has its last part.
    if let partStart, partStart < bytes.count { ranges.append(partStart..<bytes.count) }
    return ranges
  }

  private enum Boundary {
    case none
    case next
    case last
  }

  /// Whether a line is a boundary, and not that of a part in a part, which may start alike.
  private static func boundary(_ boundary: [UInt8], in line: Span<UInt8>) -> Boundary {
    guard line.count >= boundary.count else { return .none }
    for index in boundary.indices where line[index] != boundary[index] { return .none }
    let isLast = line.matches("--", at: boundary.count)
    for index in boundary.count + (isLast ? 2 : 0)..<line.count
    where !line[index].isASCIIWhitespace {
      return .none
    }
    return isLast ? .last : .next
  }

  private static func bytes(_ span: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    span.extracting(range).withUnsafeBufferPointer { Array($0) }
  }
}

/// A header such as `text/plain; charset="utf-8"`.
struct HeaderValue {
  /// What comes first, in lower case.
  let type: String
  private let parameters: [(name: String, value: String)]

  init(_ text: String) {
    var pieces: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ";"), !isQuoted {
        pieces.append([])
      } else {
        pieces[pieces.count - 1].append(byte)
      }
    }
    type = String(decoding: pieces[0].map(\.lowercasedASCII), as: UTF8.self)
      .collapsingWhitespace()
    parameters = pieces.dropFirst().compactMap { piece in
      guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let name = String(decoding: piece[..<equals].map(\.lowercasedASCII), as: UTF8.self)
      let value = String(decoding: piece[(equals + 1)...], as: UTF8.self)
      return (name.collapsingWhitespace(), value.collapsingWhitespace())
    }
  }

  func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }
}

/// Whom a message or a feed names as its author.
enum MailAddress {
  /// The addresses that a header holds. A comma in quotes, in a comment or in an encoded word divides
  /// nothing, nor does one before which there is no address yet, as in `Bell, Ann <ann@post.example>`.
  static func divided(_ header: [UInt8]) -> [[UInt8]] {
    var addresses: [[UInt8]] = []
    var start = 0
    var index = 0
    var isQuoted = false
    var depth = 0
    while index < header.count {
      switch header[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case _ where isQuoted: break
      case UInt8(ascii: "("), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: ">"): depth = max(0, depth - 1)
      case UInt8(ascii: "="): index = EncodedWords.endOfWord(in: header, at: index) ?? index
      case UInt8(ascii: ",") where depth == 0 && header[start..<index].contains(UInt8(ascii: "@")):
        addresses.append(Array(header[start..<index]))
        start = index + 1
      default: break
      }
      index += 1
    }
    addresses.append(Array(header[min(start, header.count)...]))
    return addresses
  }

  /// The name in `Ann Bell <ann@post.example>`, `"Bell, Ann" <ann@post.example>` or
  /// `ann@post.example (Ann Bell)`; the text itself where there is no more than that.
  static func displayName(in text: String) -> String {
    let bytes = Array(text.utf8)
    func string(_ bytes: some Sequence<UInt8>) -> String {
      String(decoding: bytes.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
        .collapsingWhitespace()
    }
    if let open = bytes.lastIndex(of: UInt8(ascii: "<")) {
      let name = string(bytes[..<open])
      if !name.isEmpty { return name }
      return string(bytes[(open + 1)...].prefix { $0 != UInt8(ascii: ">") })
    }
    if let at = bytes.firstIndex(of: UInt8(ascii: "@")),
      let open = bytes[at...].firstIndex(of: UInt8(ascii: "("))
    {
      let name = string(bytes[(open + 1)...].prefix { $0 != UInt8(ascii: ")") })
      if !name.isEmpty { return name }
    }
    return string(bytes)
  }
}
