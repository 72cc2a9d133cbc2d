#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The machine that the program runs on.
public struct LocalHost: Host {
  public init() {}

  public func run(_ command: [String], input: [UInt8]) throws(ScheduleError) -> ProgramResult {
    // Files rather than pipes: nobody ever waits for the other side to read.
    let streams = [try TemporaryFile(input), try TemporaryFile([]), try TemporaryFile([])]
    var actions = fileActions()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in zip(Int32(0)..., streams) {
      posix_spawn_file_actions_adddup2(&actions, stream.descriptor, number)
    }
    var pointers: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, command[0], &actions, nil, &pointers, environ)
    if code == ENOENT { throw .programMissing(command[0]) }
    guard code == 0 else { throw failure("run", command[0], code) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { throw failure("wait for", command[0]) }
    }
    let signal = status & 0x7F
    return ProgramResult(
      exitCode: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
      output: try streams[1].content(), errors: try streams[2].content())
  }

  public func read(_ path: String) throws(ScheduleError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw failure("open", path)
    }
    defer { close(descriptor) }
    return try readAll(descriptor, path)
  }

  public func list(_ folder: String) throws(ScheduleError) -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw failure("read folder", folder)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  public func write(_ bytes: [UInt8], to path: String) throws(ScheduleError) {
    try makeFolder(ofFile: path)
    let temporary = path + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure("write", temporary) }
    defer { close(descriptor) }
    try writeAll(bytes, descriptor, temporary)
    guard fsync(descriptor) == 0 else { throw failure("write", temporary) }
    guard rename(temporary, path) == 0 else { throw failure("write", path) }
  }

  public func remove(_ path: String) throws(ScheduleError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
  }

  /// Makes the folder that a file is to stand in, and those above it, where they are missing.
  public func makeFolder(ofFile path: String) throws(ScheduleError) {
    let folder = parent(of: path)
    if mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, folder != "/" else { throw failure("make folder", folder) }
    try makeFolder(ofFile: folder)
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw failure("make folder", folder)
    }
  }

  private func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else {
      return "/"
    }
    return String(path[..<slash])
  }
}

/// A file without a name, which goes when it is closed.
private final class TemporaryFile {
  private let stream: UnsafeMutablePointer<FILE>

  /// Holds the bytes, and stands at its beginning.
  init(_ bytes: [UInt8]) throws(ScheduleError) {
    guard let stream = tmpfile() else { throw failure("make a temporary file in", "/tmp") }
    self.stream = stream
    try writeAll(bytes, fileno(stream), "a temporary file")
    lseek(fileno(stream), 0, SEEK_SET)
  }

  deinit {
    fclose(stream)
  }

  var descriptor: Int32 { fileno(stream) }

  func content() throws(ScheduleError) -> [UInt8] {
    lseek(descriptor, 0, SEEK_SET)
    return try readAll(descriptor, "a temporary file")
  }
}

private func readAll(_ descriptor: Int32, _ path: String) throws(ScheduleError) -> [UInt8] {
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 16_384)
  while true {
    let count = read(descriptor, &block, block.count)
    if count == 0 { return bytes }
    if count > 0 {
      bytes += block[..<count]
    } else if errno != EINTR {
      throw failure("read", path)
    }
  }
}

private func writeAll(
  _ bytes: [UInt8], _ descriptor: Int32, _ path: String
) throws(ScheduleError) {
  var done = 0
  while done < bytes.count {
    let count = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      done += count
    } else if errno != EINTR {
      throw failure("write", path)
    }
  }
}

private func failure(_ operation: String, _ path: String, _ code: Int32 = errno) -> ScheduleError {
  let text = String(cString: strerror(code))
  return .system(
    operation: operation, path: path, explanation: text.prefix(1).lowercased() + text.dropFirst())
}

#if canImport(Darwin)
  private func fileActions() -> posix_spawn_file_actions_t? { nil }
#else
  private func fileActions() -> posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
#endif
