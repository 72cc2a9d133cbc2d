import Foundation
import StageKit

@testable import Fetch

/// A folder that is removed when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    // Folders that a test made unreadable could not be removed.
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func write(_ name: String, _ text: String = "Some text.") throws {
    try write(name, Array(text.utf8))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/" + name, withIntermediateDirectories: true)
  }

  var context: StageContext {
    StageContext(label: "fetch", baseDirectory: path, outputDirectory: path)
  }

  func stage(_ options: (inout FetchOptions) -> Void = { _ in }) throws -> FetchStage {
    var made = FetchOptions()
    made.paths = ["."]
    options(&made)
    return try FetchStage(options: made, context: context)
  }
}

extension FetchStage {
  func listed(limit: Int = .max) throws -> [ListedInput] {
    var result: [ListedInput] = []
    try list { input in
      result.append(input)
      return result.count < limit
    }
    return result
  }

  /// What is listed, one line each: the identifier, with the reason of a failure.
  func listedNames() throws -> [String] {
    try listed().map { input -> String in
      switch input {
      case .item(let item): item.key.identifier
      case .failure(let key, let failure): "\(key.identifier): \(failure.reason)"
      }
    }
  }

  /// Every input loaded, or why it could not be.
  func loaded() throws -> [Result<Document, StageFailure>] {
    var scratch = makeScratch()
    return try listed().map { input -> Result<Document, StageFailure> in
      switch input {
      case .failure(_, let failure): return .failure(failure)
      case .item(let item):
        do throws(StageFailure) {
          return .success(try load(item, &scratch))
        } catch {
          return .failure(error)
        }
      }
    }
  }

  func documents() throws -> [Document] { try loaded().map { try $0.get() } }

  func texts() throws -> [String] { try documents().map(\.text) }
}

extension Result<Document, StageFailure> {
  var failure: StageFailure? {
    if case .failure(let failure) = self { failure } else { nil }
  }

  var text: String? { (try? get())?.text }
}

/// A document made of bytes as a file of that name would hold them.
func load(
  _ name: String, _ bytes: [UInt8], _ options: (inout FetchOptions) -> Void = { _ in }
) throws -> Document {
  let folder = try TemporaryFolder()
  try folder.write(name, bytes)
  let stage = try folder.stage {
    $0.paths = [name]
    options(&$0)
  }
  guard let first = try stage.loaded().first else {
    throw StageFailure(reason: "nothing", message: "nothing was listed")
  }
  return try first.get()
}

func load(
  _ name: String, _ text: String, _ options: (inout FetchOptions) -> Void = { _ in }
) throws -> Document {
  try load(name, Array(text.utf8), options)
}

/// Random numbers that are the same in every run (Steele, Lea and Flood's SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A gzip member that stores its content (RFC 1952 and 1951 §3.2.4).
func gzip(_ content: [UInt8]) -> [UInt8] {
  var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
  var position = 0
  repeat {
    let length = min(content.count - position, 65535)
    let isLast: UInt8 = position + length == content.count ? 1 : 0
    let size = UInt16(length)
    result += [isLast, UInt8(size & 0xFF), UInt8(size >> 8)]
    result += [UInt8(~size & 0xFF), UInt8(~size >> 8)]
    result += content[position..<position + length]
    position += length
  } while position < content.count
  var checksum: UInt32 = ~0
  for byte in content {
    checksum ^= UInt32(byte)
    for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  for number in [~checksum, UInt32(content.count)] {
    for shift in stride(from: 0, to: 32, by: 8) {
      result.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
    }
  }
  return result
}

/// A zstd frame that stores its content (RFC 8878 §3.1.1).
func zstd(_ content: [UInt8]) -> [UInt8] {
  // No size of content, no checksum, a window of 128 KiB.
  var result: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38]
  var position = 0
  repeat {
    let length = min(content.count - position, 100_000)
    let header = length << 3 | (position + length == content.count ? 1 : 0)
    for shift in [0, 8, 16] { result.append(UInt8(truncatingIfNeeded: header >> shift)) }
    result += content[position..<position + length]
    position += length
  } while position < content.count
  return result
}
