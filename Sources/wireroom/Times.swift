#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Moments as people and programs read them, without Foundation.

/// `2026-03-04 03:15:00 CET`: the local time with its zone.
///
/// - Parameter seconds: since 1970.
func localTime(_ seconds: Int) -> String {
  var moment = time_t(seconds)
  var parts = tm()
  tzset()
  localtime_r(&moment, &parts)
  return formatted(parts, "%Y-%m-%d %H:%M:%S %Z")
}

/// `2026-03-04T02:15:00Z`: the same in Universal Time, after ISO 8601.
func universalTime(_ seconds: Int) -> String {
  var moment = time_t(seconds)
  var parts = tm()
  gmtime_r(&moment, &parts)
  return formatted(parts, "%Y-%m-%dT%H:%M:%SZ")
}

private func formatted(_ parts: tm, _ format: String) -> String {
  var parts = parts
  var buffer = [CChar](repeating: 0, count: 128)
  let count = strftime(&buffer, buffer.count, format, &parts)
  return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
}
