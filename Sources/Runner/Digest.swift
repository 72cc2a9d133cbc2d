import CNettle

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece.
struct Digest {
  private var context = sha256_ctx()

  init() {
    nettle_sha256_init(&context)
  }

  mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
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
