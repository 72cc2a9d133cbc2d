import Foundation

/// How hard the tests of this target try: a little in a normal test run, and as hard as
/// `CRASH_TEST_KILLS` says under `make crash-test`.
enum Scale {
  static let kills = ProcessInfo.processInfo.environment["CRASH_TEST_KILLS"].flatMap { Int($0) }

  static var isLong: Bool { kills != nil }

  /// The seed of what is random; printed where a test fails, so that it can be tried again.
  static let seed =
    ProcessInfo.processInfo.environment["CRASH_TEST_SEED"].flatMap { UInt64($0) }
    ?? (isLong ? UInt64(Date().timeIntervalSince1970) : 1)
}
