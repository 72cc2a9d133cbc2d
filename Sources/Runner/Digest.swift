import CNettle

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece.
struct Digest {
  private var context = sha256_ctx()

  init() {
    nettle_sha256_init(&context)
  }

  mutating func update(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { update($0) }
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(
      &context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
  }

  /// The digest in hexadecimal digits. Nothing may be added after it.
  mutating func finish() -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    nettle_sha256_digest(&context, bytes.count, &bytes)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
