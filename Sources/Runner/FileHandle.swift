#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

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

  /// Keeps the file or folder for this process until the handle is gone.
  ///
  /// - Returns: `false` if another process has it, or if it is no longer what stands at the path.
  func claim() throws(SystemError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK { return false }
      // Some file systems have no locks.
      break
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw SystemError(operation: "look at", path: path, code: errno)
    }
    return try FileSystem.inode(of: path) == UInt64(status.st_ino)
  }

  /// Lets the same users read and write it that may do so with what stands at a path, if anything does.
  func takeMode(of path: String) {
    var status = stat()
    if stat(path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  /// Makes the file empty.
  func truncate() throws(SystemError) {
    while ftruncate(descriptor, 0) != 0 {
      if errno == EINTR { continue }
      throw SystemError(operation: "empty", path: path, code: errno)
    }
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

  /// Has the disk take what is written straight from memory, past the system's cache, where the file
  /// system can do so. Memory and lengths have to be multiples of what disks ask for.
  func setDirect(_ isDirect: Bool) {
    #if os(Linux)
      let flags = fcntl(descriptor, F_GETFL)
      if flags < 0 { return }
      _ = fcntl(descriptor, F_SETFL, isDirect ? flags | __O_DIRECT : flags & ~__O_DIRECT)
    #endif
  }

  private var isDirect: Bool {
    #if os(Linux)
      let flags = fcntl(descriptor, F_GETFL)
      return flags >= 0 && flags & __O_DIRECT != 0
    #else
      return false
    #endif
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
        // After a part of a block, or where the disk asks for more than the file system has said.
        if errno == EINVAL, isDirect {
          setDirect(false)
          continue
        }
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

  /// Fills `buffer` from `offset` on, as far as the file goes.
  ///
  /// - Returns: how many bytes there were.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    var done = 0
    while done < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(offset + done))
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(operation: "read", path: path, code: errno)
      }
      if count == 0 { break }
      done += count
    }
    return done
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
