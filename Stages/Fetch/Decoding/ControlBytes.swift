/// How many control bytes that have no place in text some bytes hold.
struct ControlBytes {
  /// Zero bytes at even and at odd offsets.
  private(set) var evenZeros = 0
  private(set) var oddZeros = 0
  /// Escape, which starts the sequences of 7-bit encodings.
  private(set) var escapes = 0
  private(set) var others = 0
  private let count: Int

  init(_ bytes: Span<UInt8>) {
    count = bytes.count
    bytes.withUnsafeBytes { buffer in
      var index = 0
      let space = SIMD16<UInt8>(repeating: 0x20)
      let tab = SIMD16<UInt8>(repeating: 0x09)
      let spaceCount = SIMD16<UInt8>(repeating: 5)
      while index + 16 <= buffer.count {
        let block = buffer.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        // Below space, and none of the five from tab to carriage return.
        if any((block .< space) .& ((block &- tab) .>= spaceCount)) {
          for place in index..<index + 16 { add(buffer[place], at: place) }
        }
        index += 16
      }
      while index < buffer.count {
        add(buffer[index], at: index)
        index += 1
      }
    }
  }

  private mutating func add(_ byte: UInt8, at offset: Int) {
    guard byte < 0x20, byte &- 0x09 >= 5 else { return }
    switch byte {
    case 0 where offset & 1 == 0: evenZeros += 1
    case 0: oddZeros += 1
    case 0x1B: escapes += 1
    default: others += 1
    }
  }

  /// UTF-16 that does not say so: every other byte of Western text is zero.
  var utf16: TextEncoding? {
    let (more, fewer) = (max(evenZeros, oddZeros), min(evenZeros, oddZeros))
    guard more > count / 5, fewer <= count / 100 else { return nil }
    return oddZeros > evenZeros ? .utf16LittleEndian : .utf16BigEndian
  }

  /// More than a damaged text would hold: one zero byte in 1,000, or one control byte in 50.
  var areBinary: Bool {
    let zeros = evenZeros + oddZeros
    return zeros > count / 1000 + 1 || zeros + others > count / 50 + 1
  }
}
