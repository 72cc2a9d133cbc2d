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

  /// What the system calls the error, in lower case.
  public var explanation: String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// An open file that closes itself.
struct FileHandle: ~Copyable {
  let descriptor: Int32
  let path: String

  /// - Parameter flags: as for `open(2)`; the file is always closed in child processes.
  init(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws(SystemError) {
    var descriptor: Int32
    repeat {
      descriptor = open(path, flags | O_CLOEXEC, mode)
    } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw SystemError(operation: "open", path: path, code: errno) }
    self.descriptor = descriptor
    self.path = path
  }

  /// Opens a file for reading whose path need not be UTF-8.
  init(_ path: [UInt8]) throws(SystemError) {
    var descriptor: Int32
    let terminated = path.map { CChar(bitPattern: $0) } + [0]
    repeat {
      descriptor = open(terminated, O_RDONLY | O_CLOEXEC)
    } while descriptor < 0 && errno == EINTR
    self.path = String(decoding: path, as: UTF8.self)
    guard descriptor >= 0 else {
      throw SystemError(operation: "open", path: self.path, code: errno)
    }
    self.descriptor = descriptor
  }

  /// The size in bytes; `nil` for what is no file.
  var size: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  /// Writes all bytes, however many calls that takes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var rest = bytes
    while rest.count > 0 {
      #if canImport(Darwin)
        let written = Darwin.write(descriptor, rest.baseAddress, rest.count)
      #else
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
      #endif
      if written < 0 {
        if errno == EINTR { continue }
        throw SystemError(operation: "write", path: path, code: errno)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  func write(_ bytes: [UInt8]) throws(SystemError) {
    let result: Result<Void, SystemError> = bytes.withUnsafeBytes { buffer in
      Result { () throws(SystemError) in try write(buffer) }
    }
    try result.get()
  }

  /// Fills `buffer` from `offset` on.
  ///
  /// - Throws: also where the file ends before the buffer is full.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemError) {
    var done = 0
    while done < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(offset + done))
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(operation: "read", path: path, code: errno)
      }
      if count == 0 { throw SystemError(operation: "read", path: path, code: ENODATA) }
      done += count
    }
  }

  /// Reads from the start to the end, a block at a time.
  func forEachBlock(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var offset = 0
    while true {
      let count = pread(descriptor, &block, block.count, off_t(offset))
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(operation: "read", path: path, code: errno)
      }
      if count == 0 { return }
      try block.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      offset += count
    }
  }

  /// Makes sure that the content survives a loss of power.
  func synchronise() throws(SystemError) {
    while fsync(descriptor) != 0 {
      if errno == EINTR { continue }
      // Pipes and read-only file systems have nothing to make sure of.
      if errno == EINVAL || errno == EROFS { return }
      throw SystemError(operation: "sync", path: path, code: errno)
    }
  }
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
      return String(cString: real)
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
}

extension stat {
  /// Nanoseconds since 1970 of the last change of content or attributes.
  var changeNanoseconds: Int {
    #if canImport(Darwin)
      return st_ctimespec.tv_sec * 1_000_000_000 + st_ctimespec.tv_nsec
    #else
      return st_ctim.tv_sec * 1_000_000_000 + st_ctim.tv_nsec
    #endif
  }
}

/// A lock on a file that the kernel releases when its holder ends, however it ends. Child processes
/// do not inherit it. It holds on local file systems, and on NFS from version 4 on.
struct ProcessLock: ~Copyable {
  private let handle: FileHandle

  /// - Returns: `nil` if another process holds the lock.
  static func acquire(_ path: String) throws(SystemError) -> ProcessLock? {
    let handle = try FileHandle(path, O_RDWR | O_CREAT)
    while flock(handle.descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else {
        throw SystemError(operation: "lock", path: path, code: errno)
      }
      // Who only looks whether it is free shares it for a moment, which a run does not.
      guard flock(handle.descriptor, LOCK_SH | LOCK_NB) == 0 else { return nil }
      flock(handle.descriptor, LOCK_UN)
    }
    return ProcessLock(handle: handle)
  }

  private init(handle: consuming FileHandle) {
    self.handle = handle
  }

  // Closing alone is not enough: between fork and exec a child that another thread is starting has a
  // descriptor of the same open file, which would hold the lock for as long.
  deinit {
    flock(handle.descriptor, LOCK_UN)
  }
}

/// A clock that only goes forward, in nanoseconds.
public func monotonicNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// How many CPUs this process may use: its affinity and, on Linux, its control group's quota.
public func availableProcessors() -> Int {
  #if canImport(Darwin)
    return max(1, sysconf(_SC_NPROCESSORS_ONLN))
  #else
    var count = Int(affinity_count())
    if count == 0 { count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
    // «max 100000», or «150000 100000» for one and a half CPUs.
    if let handle = try? FileHandle("/sys/fs/cgroup/cpu.max", O_RDONLY) {
      var bytes = [UInt8](repeating: 0, count: 64)
      let length = read(handle.descriptor, &bytes, bytes.count)
      let fields = String(decoding: bytes.prefix(max(0, length)), as: UTF8.self)
        .split(whereSeparator: \.isWhitespace)
      if fields.count == 2, let quota = Int(fields[0]), let period = Int(fields[1]), period > 0 {
        count = min(count, max(1, (quota + period - 1) / period))
      }
    }
    return max(1, count)
  #endif
}
