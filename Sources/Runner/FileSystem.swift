import Diagnostics
import StageKit

#if canImport(Darwin)
  import Darwin
#else
  import CSystem
  import Glibc
#endif

/// A failed call of the operating system.
public struct SystemError: Error, Sendable, Equatable {
  /// What was tried, such as `write`.
  public let operation: String
  public let path: String
  /// The value of `errno`.
  public let code: Int32

  /// Describes a failed call.
  public init(operation: String, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// What the system calls the error, in lower case.
  public var explanation: String { Wording.systemMessage(code) }
}

/// The few operations on files that running and publishing need.
enum FileSystem {
  enum Kind { case missing, file, folder, other }

  /// What stands at a path; a symbolic link counts as what it leads to.
  static func kind(_ path: String) throws(SystemError) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return .missing }
      throw SystemError(operation: "look at", path: path, code: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The number of what stands at a path; 0 if there is nothing.
  static func inode(of path: String) throws(SystemError) -> UInt64 {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return 0 }
      throw SystemError(operation: "look at", path: path, code: errno)
    }
    return UInt64(status.st_ino)
  }

  /// Size, times and number of a file; `nil` if there is none.
  static func stamp(of path: String) -> FileStamp? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileStamp(
      size: Int(status.st_size), modified: status.modificationNanoseconds,
      changed: status.changeNanoseconds, inode: UInt64(status.st_ino))
  }

  /// Puts a file with this content in place, in one step and durably.
  static func writeDurably(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let temporaryPath = path + ".wireroom-new"
    let handle = try FileHandle(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC)
    try handle.write(bytes)
    try handle.synchronise()
    try rename(temporaryPath, to: path)
    try synchroniseFolder(parent(of: path) ?? "/")
  }

  /// All bytes of a file; `nil` if there is none.
  static func contents(of path: String) throws(SystemError) -> [UInt8]? {
    var bytes: [UInt8] = []
    do {
      try FileHandle(path, O_RDONLY).forEachBlock { bytes.append(contentsOf: $0) }
      return bytes
    } catch let error as SystemError {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw error
    } catch {
      return nil
    }
  }

  /// The same for looking only: what cannot be told counts as `other`.
  static func apparentKind(_ path: String) -> Kind {
    (try? kind(path)) ?? .other
  }

  /// Makes a folder and those above it, where they are missing.
  static func makeFolders(_ path: String) throws(SystemError) {
    var code = makeFolder(path)
    if code == ENOENT, let parent = parent(of: path) {
      try makeFolders(parent)
      code = makeFolder(path)
    }
    if code == EEXIST, try kind(path) == .folder { return }
    guard code == 0 else { throw SystemError(operation: "make folder", path: path, code: code) }
  }

  private static func makeFolder(_ path: String) -> Int32 { mkdir(path, 0o777) == 0 ? 0 : errno }

  /// The path without its last component; `nil` for `/` and for a single name.
  static func parent(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else {
      return nil
    }
    return String(path[..<slash])
  }

  /// The last component of a path.
  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  static func rename(_ from: String, to: String) throws(SystemError) {
    #if canImport(Darwin)
      let code = Darwin.rename(from, to)
    #else
      let code = Glibc.rename(from, to)
    #endif
    guard code == 0 else { throw SystemError(operation: "rename", path: to, code: errno) }
  }

  /// Puts each of two folders in the place of the other in one step.
  static func exchange(_ first: String, _ second: String) throws(SystemError) {
    #if canImport(Darwin)
      let code = renamex_np(first, second, UInt32(RENAME_SWAP))
    #else
      let code = renameat2(AT_FDCWD, first, AT_FDCWD, second, 1 << 1)  // RENAME_EXCHANGE
    #endif
    guard code == 0 else { throw SystemError(operation: "exchange", path: second, code: errno) }
  }

  /// Removes a file if it is there.
  static func remove(_ path: String) throws(SystemError) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw SystemError(operation: "remove", path: path, code: errno)
    }
  }

  /// The path with symbolic links followed as far as it exists.
  static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      // A path that is not UTF-8 would be another one as text; the system follows the links itself.
      return String(validatingCString: real) ?? path
    }
    guard let parent = parent(of: path) else { return path }
    return resolved(parent) + "/" + name(of: path)
  }

  /// Removes a folder and all that is in it; links are removed, not followed.
  static func removeTree(_ path: String) throws(SystemError) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR { return try remove(path) }
    for entry in try entries(of: path) {
      let child = path + "/" + entry.name
      if entry.isFolder { try removeTree(child) } else { try remove(child) }
    }
    guard rmdir(path) == 0 || errno == ENOENT else {
      throw SystemError(operation: "remove", path: path, code: errno)
    }
  }

  /// The names in a folder with whether each is a folder, in no order; none if it is missing.
  static func entries(of path: String) throws(SystemError) -> [(name: String, isFolder: Bool)] {
    guard let folder = opendir(path) else {
      if errno == ENOENT { return [] }
      throw SystemError(operation: "read folder", path: path, code: errno)
    }
    defer { closedir(folder) }
    var entries: [(name: String, isFolder: Bool)] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        if errno == 0 { return entries }
        throw SystemError(operation: "read folder", path: path, code: errno)
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      var isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      if entry.pointee.d_type == UInt8(DT_UNKNOWN) {
        var status = stat()
        isFolder = lstat(path + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      }
      entries.append((name, isFolder))
    }
  }

  /// Makes a rename in a folder survive a loss of power.
  static func synchroniseFolder(_ path: String) throws(SystemError) {
    try FileHandle(path, O_RDONLY).synchronise()
  }

  /// Makes everything below a folder survive a loss of power.
  static func synchroniseFileSystem(of path: String) throws(SystemError) {
    let handle = try FileHandle(path, O_RDONLY)
    #if canImport(Darwin)
      sync()
      try handle.synchronise()
    #else
      guard syncfs(handle.descriptor) == 0 else {
        throw SystemError(operation: "sync", path: path, code: errno)
      }
    #endif
  }
}

extension stat {
  /// Nanoseconds since 1970.
  var modificationNanoseconds: Int {
    #if canImport(Darwin)
      return st_mtimespec.tv_sec * 1_000_000_000 + st_mtimespec.tv_nsec
    #else
      return st_mtim.tv_sec * 1_000_000_000 + st_mtim.tv_nsec
    #endif
  }

  /// Nanoseconds since 1970 of the last change of content or attributes.
  var changeNanoseconds: Int {
    #if canImport(Darwin)
      return st_ctimespec.tv_sec * 1_000_000_000 + st_ctimespec.tv_nsec
    #else
      return st_ctim.tv_sec * 1_000_000_000 + st_ctim.tv_nsec
    #endif
  }
}
