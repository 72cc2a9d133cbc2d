import Diagnostics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Small files, read and written whole.
enum TextFile {
  /// The bytes of a file; `nil` if it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      bytes += block[..<count]
      if count < block.count { return ferror(file) == 0 ? bytes : nil }
    }
  }

  /// Replaces a file.
  ///
  /// - Returns: what went wrong; `nil` if nothing did.
  static func write(_ path: String, _ bytes: [UInt8]) -> String? {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      _ = mkdir(folder, 0o777)
    }
    guard let file = fopen(path, "w") else {
      return "cannot write '\(path)': \(Wording.systemMessage(errno))"
    }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else {
      return "cannot write '\(path)': \(Wording.systemMessage(errno))"
    }
    return nil
  }
}
