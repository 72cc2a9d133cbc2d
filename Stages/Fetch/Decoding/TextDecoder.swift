import StageKit
import TextKit

/// Text that was bytes.
struct DecodedText {
  var text: String
  var encoding: TextEncoding
  /// The number of bytes that meant nothing and became U+FFFD.
  var replacedBytes = 0
  /// Where the text stands in the bytes, if that was asked for.
  var origins: OffsetMap?

  /// What a reader of the record should know, if anything.
  var note: String? {
    switch replacedBytes {
    case 0: nil
    case 1: "replaced 1 byte that is not valid \(encoding.rawValue)"
    default: "replaced \(replacedBytes) bytes that are not valid \(encoding.rawValue)"
    }
  }
}

/// Finds out in what encoding bytes are text, and makes it text. One for each worker.
///
/// In this order: a byte order mark; what the user says; zero bytes as only UTF-16 has them; valid
/// UTF-8; UTF-8 with a few wrong bytes; what the document declares, if that fits; what a
/// statistical detector says; windows-1252. Valid UTF-8 comes before the declaration because text
/// of another encoding is next to never valid by accident, while wrong declarations abound.
final class TextDecoder {
  private let forced: TextEncoding?
  private var converter: EncodingConverter?
  private lazy var detector = EncodingDetector()
  /// Whether texts are to come with where they stand in their bytes.
  var tracksOrigins = false

  /// - Parameter forced: the encoding of all inputs, if the user names one.
  init(forced: TextEncoding?) {
    self.forced = forced
  }

  /// - Parameters:
  ///   - declared: the encoding that the document, or what it came in, says that it has.
  ///   - isTransmitted: whether that was said by what carried the text, as mail does, and not by an
  ///     author. The user's word is about files and does not change it.
  /// - Throws: `binary` for what is no text.
  func decode(
    _ bytes: Span<UInt8>, declared: TextEncoding? = nil, isTransmitted: Bool = false
  ) throws(StageFailure) -> DecodedText {
    if let (encoding, length) = Self.byteOrderMark(bytes) {
      var decoded = decode(bytes.extracting(length..<bytes.count), in: encoding)
      decoded.origins = decoded.origins?.composed(
        with: OffsetMap(copyOf: bytes.count - length, from: length))
      return decoded
    }
    if let forced, declared == nil || !isTransmitted { return decode(bytes, in: forced) }

    let controls = ControlBytes(bytes)
    if let encoding = controls.utf16 { return decode(bytes, in: encoding) }
    if controls.areBinary {
      throw StageFailure(
        reason: "binary", message: "not a text: many bytes are control characters")
    }
    if let text = String(validUTF8: bytes) {
      if controls.escapes > 0, bytes.isASCII, let encoding = declared ?? detector.detect(bytes),
        encoding.isSevenBit
      {
        return decode(bytes, in: encoding)
      }
      return DecodedText(text: text, encoding: .utf8, origins: identity(bytes.count))
    }
    let repaired = RepairedUTF8(bytes, tracksOrigins: tracksOrigins)
    if repaired.sequences > repaired.replacedBytes { return repaired.decodedText }
    if let declared, declared.unitSize == 1, declared != .utf8 {
      let decoded = decode(bytes, in: declared)
      if decoded.replacedBytes <= bytes.count / 100 { return decoded }
    }
    return decode(bytes, in: detector.detect(bytes) ?? .windows1252)
  }

  /// Decodes bytes of a known encoding.
  private func decode(_ bytes: Span<UInt8>, in encoding: TextEncoding) -> DecodedText {
    if encoding == .utf8 {
      if let text = String(validUTF8: bytes) {
        return DecodedText(text: text, encoding: .utf8, origins: identity(bytes.count))
      }
      return RepairedUTF8(bytes, tracksOrigins: tracksOrigins).decodedText
    }
    if converter?.encoding != encoding { converter = EncodingConverter(encoding) }
    // A system that lacks the converter still can read what is ASCII in it.
    return converter?.convert(bytes, tracksOrigins: tracksOrigins)
      ?? RepairedUTF8(bytes, tracksOrigins: tracksOrigins).decodedText
  }

  private func identity(_ count: Int) -> OffsetMap? {
    tracksOrigins ? OffsetMap(copyOf: count) : nil
  }

  /// The encoding that the first bytes announce, and how many they are.
  static func byteOrderMark(_ bytes: Span<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    func starts(_ mark: UInt8...) -> Bool {
      guard bytes.count >= mark.count else { return false }
      for index in mark.indices where bytes[index] != mark[index] { return false }
      return true
    }
    if bytes.count < 2 || bytes[0] < 0xEF && bytes[0] != 0 { return nil }
    if starts(0xEF, 0xBB, 0xBF) { return (.utf8, 3) }
    if starts(0xFF, 0xFE, 0, 0) { return (.utf32LittleEndian, 4) }
    if starts(0, 0, 0xFE, 0xFF) { return (.utf32BigEndian, 4) }
    if starts(0xFF, 0xFE) { return (.utf16LittleEndian, 2) }
    if starts(0xFE, 0xFF) { return (.utf16BigEndian, 2) }
    return nil
  }
}

/// UTF-8 with what is not valid replaced by U+FFFD.
struct RepairedUTF8 {
  private var bytes: [UInt8] = []
  private(set) var replacedBytes = 0
  /// How many valid sequences of several bytes there are, which hardly occur in other encodings.
  private(set) var sequences = 0
  private var origins: OffsetMap?

  init(_ source: Span<UInt8>, tracksOrigins: Bool = false) {
    origins = tracksOrigins ? OffsetMap() : nil
    bytes.reserveCapacity(source.count + 64)
    var start = 0
    while start < source.count {
      let rest = source.extracting(start..<source.count)
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: rest)
        append(rest)
        origins?.append(rest.count, from: start..<source.count)
        break
      } catch {
        append(rest.extracting(0..<error.byteOffsets.lowerBound))
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        let bad = start + error.byteOffsets.lowerBound..<start + error.byteOffsets.upperBound
        origins?.append(bad.lowerBound - start, from: start..<bad.lowerBound)
        origins?.append(3, from: bad)
        replacedBytes += error.byteOffsets.count
        start += error.byteOffsets.upperBound
      }
    }
  }

  private mutating func append(_ valid: Span<UInt8>) {
    for index in valid.indices {
      let byte = valid[index]
      bytes.append(byte)
      if byte >= 0xC0 { sequences += 1 }
    }
  }

  var decodedText: DecodedText {
    DecodedText(
      text: String(decoding: bytes, as: UTF8.self), encoding: .utf8, replacedBytes: replacedBytes,
      origins: origins)
  }
}
