import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A library of stages as a file, of which nothing has run.
struct LibraryFile {
  let path: String
  /// Which StageKit it was built against.
  let fingerprint: String
  /// The folder of the package that it was built from, where that is known.
  let package: String?

  /// Finds the library that a path names, or that lies in the folder of a package.
  static func find(_ path: String) throws(StageLibraryProblem) -> LibraryFile {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw StageLibraryProblem("there is no '\(path)'")
    }
    if status.st_mode & S_IFMT == S_IFREG {
      guard let fingerprint = fingerprint(of: path) else { throw noStages(path) }
      return LibraryFile(path: path, fingerprint: fingerprint, package: nil)
    }
    var found: [(file: LibraryFile, modified: Int)] = []
    for folder in ["", "/.build/release", "/.build/debug"].map({ path + $0 }) {
      for name in names(in: folder) where isLibrary(name) {
        let file = "\(folder)/\(name)"
        guard let fingerprint = fingerprint(of: file), stat(file, &status) == 0 else { continue }
        #if canImport(Darwin)
          let modified = status.st_mtimespec
        #else
          let modified = status.st_mtim
        #endif
        found.append(
          (
            LibraryFile(path: file, fingerprint: fingerprint, package: path),
            modified.tv_sec * 1_000_000_000 + modified.tv_nsec
          ))
      }
    }
    // One that fits before newer ones that do not: 'debug' may be of another program.
    let fitting = found.filter { $0.file.fingerprint == StageLibrary.ownFingerprint }
    guard let best = (fitting.isEmpty ? found : fitting).max(by: { $0.modified < $1.modified })
    else {
      throw StageLibraryProblem(
        "'\(path)' holds no library of stages: build it with 'wireroom build-stage \(path)'")
    }
    return best.file
  }

  private static func noStages(_ path: String) -> StageLibraryProblem {
    StageLibraryProblem(
      "'\(path)' is no library of stages: its target lacks the plugin StageFingerprint")
  }

  private static func isLibrary(_ name: String) -> Bool {
    name.hasPrefix("lib") && (name.hasSuffix(".so") || name.hasSuffix(".dylib"))
      && !name.hasPrefix("libStageKit.")
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted()
  }

  // MARK: The mark

  private static let mark = "stagekit-fingerprint:"

  /// `8f3c…` of `stagekit-fingerprint:8f3c…;`.
  static func value(ofMark text: String) -> String? {
    guard text.hasPrefix(mark), let end = text.firstIndex(of: ";") else { return nil }
    return String(text[text.index(text.startIndex, offsetBy: mark.utf8.count)..<end])
  }

  /// Looks for the mark in the bytes of the file.
  private static func fingerprint(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var block = [UInt8](repeating: 0, count: 1 << 18)
    let mark = Array(mark.utf8)
    // A mark may lie across two blocks: the end of each is kept for the next.
    var kept = 0
    while true {
      let count = block.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress?.advanced(by: kept), buffer.count - kept)
      }
      guard count > 0 else { return nil }
      let end = kept + count
      var start = 0
      while let first = block.span.firstOffset(of: mark[0], in: start..<end) {
        start = first + 1
        guard first + mark.count < end, block[first..<first + mark.count].elementsEqual(mark),
          let close = block.span.firstOffset(
            of: UInt8(ascii: ";"), in: first..<min(end, first + 64))
        else { continue }
        return value(ofMark: String(decoding: block[first...close], as: UTF8.self))
      }
      kept = min(64, end)
      for index in 0..<kept { block[index] = block[end - kept + index] }
    }
  }
}
