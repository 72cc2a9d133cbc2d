import Foundation
import TestSupport

/// Makes hostile pages and texts: pieces in a random order, or samples that are cut, repeated, mixed
/// and damaged. Every case follows from its seed alone, so that it can be made again.
struct Fuzzer {
  /// Whole documents that cases are made of.
  let samples: [[UInt8]]
  /// Short pieces that something is known to look for.
  let pieces: [[UInt8]]

  private static let maximumBytes = 1 << 16

  /// - Parameter seed: what tells the cases apart.
  func text(_ seed: UInt64) -> String {
    var random = SeededRandom(seed)
    var bytes: [UInt8] = []
    if samples.isEmpty || Int.random(in: 0..<3, using: &random) == 0 {
      for _ in 0..<Int.random(in: 0...200, using: &random) { append(to: &bytes, &random) }
    } else {
      bytes = samples[Int.random(in: 0..<samples.count, using: &random)]
    }
    for _ in 0..<Int.random(in: 0...12, using: &random) { mutate(&bytes, &random) }
    if bytes.count > Self.maximumBytes {
      let start = Int.random(in: 0...bytes.count - Self.maximumBytes, using: &random)
      bytes = Array(bytes[start..<start + Self.maximumBytes])
    }
    // As sources do with what is not UTF-8.
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(to bytes: inout [UInt8], _ random: inout SeededRandom) {
    guard let piece = pieces.randomElement(using: &random) else { return }
    let isRepeated = Int.random(in: 0..<40, using: &random) == 0
    for _ in 0..<(isRepeated ? Int.random(in: 2...400, using: &random) : 1) { bytes += piece }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let first = Int.random(in: 0...bytes.count, using: &random)
    let length = min(
      bytes.count - first,
      Int.random(in: 0...(1 << Int.random(in: 0...12, using: &random)), using: &random))
    let range = first..<first + length
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes.removeSubrange(range)
    case 1:
      bytes.insert(contentsOf: bytes[range], at: Int.random(in: 0...bytes.count, using: &random))
    case 2:
      guard length > 0, length < 2000 else { return }
      let part = Array(bytes[range])
      let times = Int.random(in: 1...(8000 / length), using: &random)
      var run: [UInt8] = []
      for _ in 0..<times { run += part }
      bytes.insert(contentsOf: run, at: first)
    case 3:
      for index in range.prefix(16) { bytes[index] = UInt8.random(in: 0...255, using: &random) }
    case 4:
      if !range.isEmpty { bytes[first] ^= 1 << UInt8.random(in: 0...7, using: &random) }
    case 5:
      guard let other = samples.randomElement(using: &random), !other.isEmpty else { return }
      let start = Int.random(in: 0..<other.count, using: &random)
      bytes.insert(contentsOf: other[start..<min(other.count, start + length)], at: first)
    default:
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        var part: [UInt8] = []
        append(to: &part, &random)
        bytes.insert(contentsOf: part, at: Int.random(in: 0...bytes.count, using: &random))
      }
    }
  }
}

/// How long to look for crashes, and where.
///
/// Without settings a test takes a moment and is the same every time. `FUZZ_SECONDS` makes it go on with
/// ever new cases, `FUZZ_SEED` starts elsewhere, `FUZZ_SAMPLES` names a folder of further samples, and
/// `FUZZ_CASE` does one case alone. After a crash, `FUZZ_NOTE` (default: `fuzz-NAME.txt` in the folder
/// of temporary files) tells the case.
struct FuzzSettings {
  private static let environment = ProcessInfo.processInfo.environment

  private static func number(_ name: String) -> UInt64? { environment[name].flatMap { UInt64($0) } }

  /// Calls `check` for one case after another; it gives back what is wrong.
  ///
  /// - Returns: what was wrong, with the cases; no more than a hundred.
  static func run(
    _ name: String, cases: Int, _ check: (_ seed: UInt64) throws -> String?
  ) throws -> [String] {
    if let single = number("FUZZ_CASE") {
      return try check(single).map { ["case \(single): \($0)"] } ?? []
    }
    let seconds = number("FUZZ_SECONDS").map(Int.init)
    let start = number("FUZZ_SEED") ?? 1
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds ?? 0)
    let note = seconds == nil ? nil : note(name)
    defer { note.map { _ = close($0) } }
    var problems: [String] = []
    var count: UInt64 = 0
    while seconds == nil ? count < cases : clock.now < end {
      let seed = start &+ count
      if let note { write(note, seed) }
      if let problem = try check(seed), problems.count < 100 {
        problems.append("case \(seed): \(problem)")
        if seconds != nil { print("\(name): case \(seed): \(problem)") }
      }
      count += 1
    }
    if seconds != nil { print("\(name): \(count) cases from \(start) on") }
    return problems
  }

  private static func note(_ name: String) -> Int32 {
    let path = environment["FUZZ_NOTE"] ?? NSTemporaryDirectory() + "fuzz-\(name).txt"
    return open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o644)
  }

  /// The number that is tried next stays in the file when the process dies.
  private static func write(_ note: Int32, _ seed: UInt64) {
    let text = Array("\(seed)\n".utf8)
    _ = pwrite(note, text, text.count, 0)
  }

  /// The files of a folder and those in `FUZZ_SAMPLES` whose names end so.
  static func samples(_ folders: [URL], ending: [String]) -> [[UInt8]] {
    let more = environment["FUZZ_SAMPLES"].map { [URL(filePath: $0)] } ?? []
    return (folders + more).flatMap { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.sorted().filter { name in ending.contains { name.hasSuffix($0) } }
        .compactMap { try? [UInt8](Data(contentsOf: folder.appending(path: $0))) }
    }
  }
}
