#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

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
