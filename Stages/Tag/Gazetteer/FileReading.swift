#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file could not be read.
struct FileProblem: Error {
  var message: String
}

/// Reads a whole file.
///
/// - Parameter limit: the largest size in bytes.
func readFile(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
  // A pipe would wait for somebody to write.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw FileProblem(message: lastErrorText()) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileProblem(message: lastErrorText()) }
  guard status.st_mode & S_IFMT == S_IFREG else { throw FileProblem(message: "it is no file") }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 20)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { throw FileProblem(message: lastErrorText()) }
    if count == 0 { return bytes }
    bytes.append(contentsOf: chunk[..<count])
    if bytes.count > limit { throw FileProblem(message: "it is larger than \(limit) bytes") }
  }
}

private func lastErrorText() -> String {
  String(cString: strerror(errno)).lowercased()
}
