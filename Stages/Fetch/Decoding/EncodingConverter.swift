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

  func convert(_ bytes: Span<UInt8>) -> DecodedText {
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
}
