#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FileSystem {
  /// Writes a small file so that readers see the old content or the new, never a part: beside its
  /// place, made durable, then renamed.
  static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    let parent = parent(of: path) ?? "/"
    try makeFolders(parent)
    let temporaryPath = "\(parent)/.\(name(of: path)).wireroom-new"
    do throws(SystemError) {
      let handle = try FileHandle(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC)
      try handle.write(bytes)
      try handle.synchronise()
      try rename(temporaryPath, to: path)
      try synchroniseFolder(parent)
    } catch {
      unlink(temporaryPath)
      throw error
    }
  }
}
