import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A hash of a file's bytes, or size and time of one that is too large to be read at each start; `nil`
/// for what is no regular file or cannot be read.
func fileHash(_ path: String) -> String? {
  // Not waiting where it is a pipe that nobody writes to.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  if status.st_size > 16 << 20 {
    #if canImport(Darwin)
      let modified = status.st_mtimespec.tv_sec
    #else
      let modified = status.st_mtim.tv_sec
    #endif
    return "\(status.st_size)-\(modified)"
  }
  var block = [UInt8](repeating: 0, count: 1 << 16)
  var hash: UInt64 = 0
  while true {
    let count = read(descriptor, &block, block.count)
    if count < 0 && errno == EINTR { continue }
    if count < 0 { return nil }
    if count == 0 { return String(hash, radix: 16) }
    hash = hashBytes(block.span.extracting(0..<count), seed: hash)
  }
}

/// Writes a line, in one call so that those of several threads do not mix.
func writeToStandardError(_ line: String) {
  var line = line
  line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
