import Ledger
import StageKit
public import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is kept of a document that a stage could not handle, so that it can be looked at and tried
/// again.
public struct QuarantineCase: Sendable, Equatable {
  /// The stage that failed, with its version and the options that its results depend on.
  public var stage: String
  public var stageVersion: Int
  public var stageOptions: Value
  /// What the source had noted for loading it.
  public var tag: Int
  /// The absolute path of the file that it came from, in printable form.
  public var source: String?
  /// The path of the copy of the raw input; `nil` if none was kept.
  public var rawPath: String?
  /// Whether the raw input is one record of a larger file.
  public var isRecord: Bool
  /// The path of the document as it was before the failing stage; `nil` where there was none yet.
  public var documentPath: String?
}

/// The folder of copies of documents in quarantine: a folder for each, in which stand `case.json`, the
/// `raw` input, and `document.json`, the document as it was before the failing stage.
///
/// The ledger says which documents are in quarantine; what is in here without its knowledge was left by
/// a run that was cut off, and is swept away.
struct QuarantineStore: Sendable {
  /// Raw inputs beyond this are left where they are.
  private static let largestCopy = 64_000_000

  let directory: String

  /// - Parameter stateDirectory: the pipeline's state folder.
  init(stateDirectory: String) {
    directory = stateDirectory + "/quarantine"
  }

  /// The name of a document's folder.
  static func name(of key: InputKey) -> String {
    var digest = Digest()
    digest.update(Array(key.root.utf8).span)
    digest.update(([0] as [UInt8]).span)
    digest.update(key.path.span)
    digest.update(Array("\0\(key.record)".utf8).span)
    return String(digest.finish().prefix(16))
  }

  private func folder(_ key: InputKey) -> String { "\(directory)/\(Self.name(of: key))" }

  /// How many bytes all copies take up.
  func byteCount() throws(SystemError) -> Int {
    var sum = 0
    for entry in try FileSystem.entries(of: directory) where entry.isFolder {
      for file in try FileSystem.entries(of: "\(directory)/\(entry.name)") {
        sum += FileSystem.stamp(of: "\(directory)/\(entry.name)/\(file.name)")?.size ?? 0
      }
    }
    return sum
  }

  /// Keeps a document, in place of what was kept of it before.
  ///
  /// - Parameters:
  ///   - kept: what is known of it; the paths of its copies are the store's own.
  ///   - source: the path of the file that it came from.
  ///   - document: the document before the failing stage, encoded.
  ///   - room: how many bytes may be added.
  /// - Returns: the number of bytes that were added; `nil` if there is no room for them.
  func keep(
    _ item: InputItem, _ kept: QuarantineCase, _ entry: LedgerEntry, source: [UInt8]?,
    document: [UInt8]?, room: Int
  ) throws(SystemError) -> Int? {
    let size = item.payload?.count ?? sourceSize(source)
    var byteCount = (size ?? 0) + (document?.count ?? 0)
    if byteCount > room { return nil }
    let folder = folder(item.key)
    let newFolder = folder + ".wireroom-new"
    try FileSystem.removeTree(newFolder)
    try FileSystem.makeFolders(newFolder)
    let hasRaw = size == nil ? false : try copyRaw(item, source, to: newFolder + "/raw")
    if let document { try write(document, to: newFolder + "/document.json") }
    var description: [UInt8] = []
    description.append(json: value(item, kept, entry, hasRaw: hasRaw, hasDocument: document != nil))
    description.append(UInt8(ascii: "\n"))
    try write(description, to: newFolder + "/case.json")
    byteCount += description.count
    try FileSystem.removeTree(folder)
    try FileSystem.rename(newFolder, to: folder)
    return byteCount
  }

  private func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    try FileHandle(path, O_WRONLY | O_CREAT | O_TRUNC).write(bytes)
  }

  /// The size of the file that is to be copied; `nil` if none is.
  private func sourceSize(_ source: [UInt8]?) -> Int? {
    guard let source, let size = try? FileHandle(source).size, size <= Self.largestCopy else {
      return nil
    }
    return size
  }

  /// - Returns: `false` if the input cannot be read, which may be why it failed.
  private func copyRaw(
    _ item: InputItem, _ source: [UInt8]?, to path: String
  ) throws(SystemError) -> Bool {
    if let payload = item.payload {
      try write(payload, to: path)
      return true
    }
    guard let source else { return false }
    let handle = try FileHandle(path, O_WRONLY | O_CREAT | O_TRUNC)
    do {
      try FileHandle(source).forEachBlock { try handle.write($0) }
      return true
    } catch {
      if let error = error as? SystemError, error.path == path { throw error }
      try FileSystem.remove(path)
      return false
    }
  }

  private func value(
    _ item: InputItem, _ kept: QuarantineCase, _ entry: LedgerEntry, hasRaw: Bool,
    hasDocument: Bool
  ) -> Value {
    [
      "document": .string(item.key.identifier), "source": kept.source.map(Value.string) ?? .null,
      "record": .bool(item.payload != nil), "tag": .integer(item.tag),
      "stage": .string(kept.stage), "version": .integer(kept.stageVersion),
      "options": kept.stageOptions, "reason": .string(entry.reason ?? ""),
      "message": .string(entry.message ?? ""),
      "offset": entry.offset.map(Value.integer) ?? .null, "attempts": .integer(entry.attempts),
      "files": [
        "raw": hasRaw ? "raw" : .null, "document": hasDocument ? "document.json" : .null,
      ],
    ]
  }

  /// What is kept of a document; `nil` if nothing is.
  func read(_ key: InputKey) throws(SystemError) -> QuarantineCase? {
    let folder = folder(key)
    guard let bytes = try FileSystem.contents(of: folder + "/case.json"),
      let value = try? Value(json: bytes.span), let stage = value["stage"]?.string
    else { return nil }
    return QuarantineCase(
      stage: stage, stageVersion: value["version"]?.integer ?? 0,
      stageOptions: value["options"] ?? .null, tag: value["tag"]?.integer ?? 0,
      source: value["source"]?.string,
      rawPath: (value["files"]?["raw"]?.string).map { "\(folder)/\($0)" },
      isRecord: value["record"]?.bool ?? false,
      documentPath: (value["files"]?["document"]?.string).map { "\(folder)/\($0)" })
  }

  /// Removes what is kept of documents that are not in quarantine any more.
  ///
  /// - Parameter names: of those that are.
  func removeAll(except names: Set<String>) throws(SystemError) {
    for entry in try FileSystem.entries(of: directory) where !names.contains(entry.name) {
      try FileSystem.removeTree("\(directory)/\(entry.name)")
    }
  }
}
