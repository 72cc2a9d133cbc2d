import Diagnostics
import TextKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a pipeline file and the folder that it stands in.
struct FileContents {
  let bytes: [UInt8]
  /// Absolute.
  let directory: String

  /// - Throws: why this is no file to read, found before more than a few bytes are read: neither a
  ///   pipe nor a device nor a file of any size can hold up the program.
  init(reading path: String) throws(LocatedMistake) {
    func fail(_ code: Int32) -> LocatedMistake {
      LocatedMistake(
        code == ENOENT
          ? .fileMissing(path) : .fileUnreadable(path, reason: String(cString: strerror(code))),
        nil)
    }
    if path.utf8.contains(0) { throw fail(ENOENT) }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else {
      // What opening a socket, or a device without a driver, reports.
      throw errno == ENXIO ? LocatedMistake(.fileIsSpecial(path), nil) : fail(errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fail(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw LocatedMistake(.fileIsFolder(path), nil)
    default: throw LocatedMistake(.fileIsSpecial(path), nil)
    }
    guard status.st_size <= SourceText.maximumBytes else {
      throw LocatedMistake(.fileTooLarge, SourceLocation(file: path, line: 1, column: 1))
    }
    bytes = try Self.content(of: descriptor, fail)
    directory = try Self.folder(of: path, fail)
  }

  /// Reads no more than a little beyond what is allowed, even of a file that does not tell its size.
  /// That it is too large is found like any other flaw of its text.
  private static func content(
    of descriptor: Int32, _ fail: (Int32) -> LocatedMistake
  ) throws(LocatedMistake) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= SourceText.maximumBytes {
      let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw fail(errno) }
      if count == 0 { break }
      bytes += block[..<count]
    }
    return bytes
  }

  private static func folder(
    of path: String, _ fail: (Int32) -> LocatedMistake
  ) throws(LocatedMistake) -> String {
    var folder = "."
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = slash == path.startIndex ? "/" : String(path[..<slash])
    }
    guard let absolute = realpath(folder, nil) else { throw fail(errno) }
    defer { free(absolute) }
    guard let folder = String(validatingCString: absolute) else {
      throw LocatedMistake(
        .folderIsNotUTF8(String(cString: absolute)), SourceLocation(file: path, line: 1, column: 1))
    }
    return folder
  }
}
