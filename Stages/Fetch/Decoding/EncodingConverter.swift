import TextKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Converts one encoding to UTF-8 by the converter of the system.
final class EncodingConverter {
  let encoding: TextEncoding
  private let handle: iconv_t

  /// `nil` if the system does not know the encoding.
  init?(_ encoding: TextEncoding) {
    // What cannot be opened comes back as a pointer of all ones, or not at all.
    guard let handle = iconv_open("UTF-8", encoding.converterName), Int(bitPattern: handle) != -1
    else { return nil }
    self.encoding = encoding
    self.handle = handle
  }

  deinit {
    iconv_close(handle)
  }

  /// - Parameter tracksOrigins: whether to say where each character stands, for which they are
  ///   converted one by one.
  func convert(_ bytes: Span<UInt8>, tracksOrigins: Bool = false) -> DecodedText {
    if tracksOrigins { return convertSingly(bytes) }
    // Back to the first state, for encodings that have states.
    iconv(handle, nil, nil, nil, nil)
    var replaced = 0
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    let chunkSize = 4096
    bytes.withUnsafeBytes { input in
      // The converter does not write through this pointer, it only is declared so.
      var source = UnsafeMutablePointer(
        mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
      var sourceCount = input.count
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: chunkSize) { chunk in
        while sourceCount > 0 {
          var target = chunk.baseAddress
          var targetCount = chunkSize
          let result = iconv(handle, &source, &sourceCount, &target, &targetCount)
          let problem = result == -1 ? errno : 0
          output.append(
            contentsOf: UnsafeRawBufferPointer(
              start: chunk.baseAddress, count: chunkSize - targetCount))
          guard problem == EILSEQ || problem == EINVAL else { continue }
          // One unit that means nothing; EINVAL is one that is cut off by the end.
          let length = problem == EINVAL ? sourceCount : min(encoding.unitSize, sourceCount)
          output.append(contentsOf: [0xEF, 0xBF, 0xBD])
          replaced += length
          source = source?.advanced(by: length)
          sourceCount -= length
        }
      }
    }
    return DecodedText(
      text: String(decoding: output, as: UTF8.self), encoding: encoding, replacedBytes: replaced)
  }

  /// The most bytes that one character takes, with what switches to its alphabet before it.
  private static let maximumUnit = 16

  private func convertSingly(_ bytes: Span<UInt8>) -> DecodedText {
    iconv(handle, nil, nil, nil, nil)
    var decoded = DecodedText(text: "", encoding: encoding, origins: OffsetMap())
    var output: [UInt8] = []
    bytes.withUnsafeBytes { input in
      var index = 0
      while index < input.count {
        let (character, length) = convertOne(input, at: index)
        if let character {
          output.append(contentsOf: character)
          decoded.origins?.append(
            character.count, from: index..<index + length, isUniform: true)
        } else {
          output.append(contentsOf: [0xEF, 0xBF, 0xBD])
          decoded.origins?.append(3, from: index..<index + length)
          decoded.replacedBytes += length
        }
        index += length
      }
    }
    decoded.text = String(decoding: output, as: UTF8.self)
    return decoded
  }

  /// The character at `start`, or `nil` if there is none, and how many bytes it has: so many as the
  /// converter wants before it takes any.
  private func convertOne(
    _ input: UnsafeRawBufferPointer, at start: Int
  ) -> (character: [UInt8]?, length: Int) {
    let unit = encoding.unitSize
    var length = unit
    var output: [UInt8] = []
    while start + length <= input.count, length <= Self.maximumUnit {
      // The converter does not write through this pointer, it only is declared so.
      var source = UnsafeMutablePointer(
        mutating: input.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self))
      var sourceCount = length
      var problem: Int32 = 0
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { chunk in
        var target = chunk.baseAddress
        var targetCount = chunk.count
        let result = iconv(handle, &source, &sourceCount, &target, &targetCount)
        problem = result == -1 ? errno : 0
        output.append(
          contentsOf: UnsafeRawBufferPointer(
            start: chunk.baseAddress, count: chunk.count - targetCount))
      }
      if problem == 0 { return (output, length) }
      guard problem == EINVAL, sourceCount == length else { break }
      length += unit
    }
    return (nil, min(unit, input.count - start))
  }
}
