import StageKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, closed when it is no longer used.
struct OpenFile: ~Copyable {
  let descriptor: Int32

  /// Opens a regular file. Anything else is refused without waiting: opening a pipe would block.
  ///
  /// - Parameter path: ends with a zero byte.
  init(path: [UInt8]) throws(StageFailure) {
    let descriptor = path.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { name in
        // The path holds at least its terminator, so it has a base address.
        open(name.baseAddress!, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      }
    }
    guard descriptor >= 0 else {
      let number = errno
      switch number {
      case ENOENT, ENOTDIR:
        throw StageFailure(reason: "vanished", message: "the file is no longer there")
      case ENXIO: throw .notAFile
      default: throw .system(number, "cannot open the file")
      }
    }
    self.descriptor = descriptor
  }

  /// Standard input under a descriptor of its own.
  init(standardInput: Void) throws(StageFailure) {
    descriptor = dup(STDIN_FILENO)
    guard descriptor >= 0 else { throw .system(errno, "cannot read standard input") }
  }

  deinit {
    close(descriptor)
  }

  /// The size of the file.
  ///
  /// - Throws: `not_a_file` if it is a folder or something special.
  func regularSize() throws(StageFailure) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno, "cannot read the file") }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    return Int(status.st_size)
  }

  /// Whether reading would not wait, be it for an error or the end.
  ///
  /// - Parameter milliseconds: how long to wait for that, at most.
  func isReady(within milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let count = poll(&request, 1, milliseconds)
    // What cannot be waited for, reading has to complain of.
    return count > 0 || count < 0 && errno != EINTR
  }

  /// Reads into a part of `buffer`.
  ///
  /// - Returns: the number of bytes; 0 at the end.
  func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(StageFailure) -> Int {
    while true {
      let (count, number) = buffer.withUnsafeMutableBytes { bytes in
        let target = UnsafeMutableRawBufferPointer(rebasing: bytes[range])
        #if canImport(Glibc)
          let count = Glibc.read(descriptor, target.baseAddress, target.count)
        #elseif canImport(Musl)
          let count = Musl.read(descriptor, target.baseAddress, target.count)
        #else
          let count = Darwin.read(descriptor, target.baseAddress, target.count)
        #endif
        return (count, errno)
      }
      if count >= 0 { return count }
      if number != EINTR { throw .system(number, "cannot read the file") }
    }
  }
}

extension FileStamp {
  init(_ status: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.init(
      size: Int(status.st_size),
      modified: Int(modified.tv_sec) &* 1_000_000_000 &+ Int(modified.tv_nsec),
      changed: Int(changed.tv_sec) &* 1_000_000_000 &+ Int(changed.tv_nsec),
      inode: UInt64(status.st_ino))
  }
}

extension StageFailure {
  /// A failure of the operating system. Refusals stay; most others may pass.
  static func system(_ number: Int32, _ action: String) -> StageFailure {
    let isRefusal = [EACCES, EPERM, ENOENT, ENOTDIR, EISDIR, ELOOP, ENAMETOOLONG].contains(number)
    return StageFailure(
      reason: isRefusal ? "unreadable" : "read_error",
      message: "\(action): \(systemMessage(number))", isTransient: !isRefusal)
  }

  /// A name in a folder that leads nowhere.
  static func link(_ number: Int32) -> StageFailure {
    guard number == ENOENT || number == ELOOP else {
      return .system(number, "cannot read the file")
    }
    return StageFailure(
      reason: "dangling_link", message: "the link leads nowhere: \(systemMessage(number))")
  }

  static var notAFile: StageFailure {
    StageFailure(
      reason: "not_a_file",
      message: "a pipe, socket or device is not read; use '-' to read standard input")
  }

  static func tooLarge(limit: Int) -> StageFailure {
    StageFailure(
      reason: "too_large",
      message: "larger than \(limit) bytes; raise 'max_bytes' to read it")
  }
}

/// What the system says of an error, in the style of our messages.
func systemMessage(_ number: Int32) -> String {
  guard let text = strerror(number) else { return "error \(number)" }
  let message = String(cString: text)
  return message.prefix(1).lowercased() + message.dropFirst()
}
