import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where the encoded documents of one sink go.
protocol Output: AnyObject {
  func add(_ key: InputKey, _ bytes: Span<UInt8>) throws
  /// Makes durable what was added, and sums it up; `nil` for what leaves nothing behind.
  func finish() throws -> OutputSummary?
  /// What is left to do after `finish`.
  var move: Move? { get throws(SystemError) }
  /// Removes what was written beside the place.
  func discard()
}

/// One file, put in place by a rename.
final class FileOutput: Output {
  private let path: String
  private let temporaryPath: String
  private let writer: BlockWriter
  private var documentCount = 0

  init(path: String) throws {
    let parent = FileSystem.parent(of: path) ?? "/"
    switch try FileSystem.kind(path) {
    case .missing, .file: break
    case .folder, .other: throw RunProblem.outputOccupied(path: path)
    }
    try FileSystem.makeFolders(parent)
    self.path = path
    temporaryPath = "\(parent)/.\(FileSystem.name(of: path)).wireroom-new"
    writer = BlockWriter(try FileHandle.newOutput(temporaryPath, for: path))
  }

  func add(_ key: InputKey, _ bytes: Span<UInt8>) throws {
    try writer.append(bytes)
    documentCount += 1
  }

  func finish() throws -> OutputSummary? {
    let (byteCount, sha256) = try writer.finish()
    return OutputSummary(
      path: path, byteCount: byteCount, documentCount: documentCount, sha256: sha256)
  }

  var move: Move? { Move(from: temporaryPath, to: path, isFolder: false, inode: 0) }

  func discard() { unlink(temporaryPath) }
}

extension FileHandle {
  /// Opens an empty file beside the place of an output, and keeps it from other processes: two runs with
  /// states of their own may have the same output.
  static func newOutput(_ path: String, for output: String) throws -> FileHandle {
    let handle = try FileHandle(path, O_WRONLY | O_CREAT)
    guard try handle.claim() else { throw RunProblem.outputBusy(path: output) }
    try handle.truncate()
    handle.takeMode(of: output)
    return handle
  }
}

/// Standard output, for `path: "-"`. A reader that has seen enough and goes is no failure.
final class StandardOutput: Output {
  private var isClosed = false

  func add(_ key: InputKey, _ bytes: Span<UInt8>) throws {
    var start = 0
    while !isClosed && start < bytes.count {
      let written = bytes.extracting(start...).withUnsafeBytes {
        write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if written >= 0 {
        start += written
      } else if errno == EPIPE {
        isClosed = true
      } else if errno != EINTR {
        throw SystemError(operation: "write", path: "standard output", code: errno)
      }
    }
  }

  func finish() -> OutputSummary? { nil }
  var move: Move? { nil }
  func discard() {}
}

/// A folder with a file for each document, exchanged for the old one in one step.
///
/// The folder holds a list of its files, by which a later run knows that it may replace it: a folder
/// with any other file in it is refused.
final class FolderOutput: Output {
  static let listName = ".wireroom-files"

  private let path: String
  private let newPath: String
  private let ending: String
  /// Held open, and so kept from other processes, until the folder is in place.
  private let folder: FileHandle
  private let list: FileHandle
  private var listBuffer: [UInt8] = []
  private var lastFolder = ""
  private var digest = Digest()
  private var byteCount = 0
  private var documentCount = 0

  init(path: String, ending: String) throws {
    self.path = path
    self.ending = ending
    newPath = path + ".wireroom-new"
    switch try FileSystem.kind(path) {
    case .missing: break
    case .folder:
      if let file = try FolderOutput.foreignFile(in: path) {
        throw RunProblem.foreignFile(folder: path, file: file)
      }
    case .file, .other: throw RunProblem.outputOccupied(path: path)
    }
    try FileSystem.makeFolders(newPath)
    folder = try FileHandle(newPath, O_RDONLY)
    guard try folder.claim() else { throw RunProblem.outputBusy(path: path) }
    // What a run that was cut off may have left.
    for entry in try FileSystem.entries(of: newPath) {
      try FileSystem.removeTree("\(newPath)/\(entry.name)")
    }
    list = try FileHandle("\(newPath)/\(Self.listName)", O_WRONLY | O_CREAT | O_TRUNC)
  }

  func add(_ key: InputKey, _ bytes: Span<UInt8>) throws {
    let name = key.outputPath(ending: ending)
    let file = "\(newPath)/\(name)"
    if let folder = FileSystem.parent(of: file), folder != lastFolder {
      try FileSystem.makeFolders(folder)
      lastFolder = folder
    }
    let handle = try FileHandle(file, O_WRONLY | O_CREAT | O_EXCL)
    try bytes.withUnsafeBytes { try handle.write($0) }
    let line = Array(name.utf8) + [UInt8(ascii: "\n")]
    digest.update(line.span)
    digest.update(bytes)
    byteCount += bytes.count
    documentCount += 1
    listBuffer += line
    if listBuffer.count >= 1 << 16 { try flushList() }
  }

  func finish() throws -> OutputSummary? {
    try flushList()
    folder.takeMode(of: path)
    try FileSystem.synchroniseFileSystem(of: newPath)
    return OutputSummary(
      path: path, byteCount: byteCount, documentCount: documentCount, sha256: digest.finish())
  }

  var move: Move? {
    get throws(SystemError) {
      Move(from: newPath, to: path, isFolder: true, inode: try FileSystem.inode(of: newPath))
    }
  }

  func discard() { try? FileSystem.removeTree(newPath) }

  private func flushList() throws {
    try list.write(listBuffer)
    listBuffer.removeAll(keepingCapacity: true)
  }

  /// How many files there are in a folder and below it.
  static func fileCount(in path: String) -> Int {
    let entries = (try? FileSystem.entries(of: path)) ?? []
    return entries.reduce(0) { $0 + ($1.isFolder ? fileCount(in: "\(path)/\($1.name)") : 1) }
  }

  /// A file in the folder that its list does not name, or `nil`.
  ///
  /// Only hashes of the listed names are kept in memory, however long the names are.
  static func foreignFile(in path: String) throws -> String? {
    let listed = try hashesOfListedNames(in: path)
    return try firstFile(in: path, below: "") { name in
      name != listName && !listed.contains(hashBytes(Array(name.utf8).span))
    }
  }

  private static func hashesOfListedNames(in path: String) throws -> Set<UInt64> {
    let listPath = "\(path)/\(listName)"
    guard try FileSystem.kind(listPath) == .file else { return [] }
    var hashes: Set<UInt64> = []
    var name: [UInt8] = []
    try FileHandle(listPath, O_RDONLY).forEachBlock { block in
      for byte in block {
        guard byte == UInt8(ascii: "\n") else {
          name.append(byte)
          continue
        }
        hashes.insert(hashBytes(name.span))
        name.removeAll(keepingCapacity: true)
      }
    }
    return hashes
  }

  private static func firstFile(
    in root: String, below folder: String, where isWanted: (String) -> Bool
  ) throws -> String? {
    for entry in try FileSystem.entries(of: folder.isEmpty ? root : "\(root)/\(folder)") {
      let name = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      if entry.isFolder {
        if let file = try firstFile(in: root, below: name, where: isWanted) { return file }
      } else if isWanted(name) {
        return name
      }
    }
    return nil
  }
}
