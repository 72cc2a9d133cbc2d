import StageKit
import TextKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Asks the file system whether the paths that a pipeline reads are there. Nothing is opened.
struct PathChecker {
  /// The absolute folder that relative paths start from.
  let directory: String
  /// What that folder is, for messages.
  let directoryPhrase: String
  /// Whether other inputs are read in place of those of the file.
  let inputsAreOverridden: Bool

  func check(_ path: String, _ use: OptionKind.PathUse) -> PathMistake? {
    if path.isEmpty { return .empty }
    if path.utf8.contains(0) { return .holdsNUL }
    switch use {
    // What is read would not be there, what is written would be made.
    case .output: return Self.startsWithHome(path) ? .tilde : nil
    case .input:
      if inputsAreOverridden || path == "-" { return nil }
      return checkPresence(of: path, allowsPattern: true)
    case .resource: return checkPresence(of: path, allowsPattern: false)
    }
  }

  private func checkPresence(of path: String, allowsPattern: Bool) -> PathMistake? {
    var resolved = resolve(path)
    var status = stat()
    // A name may hold the characters of patterns, so that the path as it stands comes first.
    if allowsPattern, stat(resolved, &status) != 0 {
      resolved = resolve(Self.partBeforePattern(path))
    }
    guard stat(resolved, &status) == 0 else {
      if errno == EACCES { return .notReadable(resolved) }
      return .missing(
        resolved, startsFrom: Self.isAbsolute(path) ? nil : directoryPhrase,
        startsWithTilde: path.utf8.first == UInt8(ascii: "~"))
    }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    if isFolder, !allowsPattern { return .isFolder(resolved) }
    guard access(resolved, isFolder ? R_OK | X_OK : R_OK) == 0 else {
      return .notReadable(resolved)
    }
    return nil
  }

  private func resolve(_ path: String) -> String {
    if path.isEmpty { return directory }
    return Self.isAbsolute(path) ? path : directory + "/" + path
  }

  /// Whether a shell would put the home folder of a user for the first name: `~`, `~/x`, `~ada/x`.
  private static func startsWithHome(_ path: String) -> Bool {
    path == "~" || path.utf8.first == UInt8(ascii: "~") && path.utf8.contains(UInt8(ascii: "/"))
  }

  private static func isAbsolute(_ path: String) -> Bool {
    path.utf8.first == UInt8(ascii: "/")
  }

  /// The folder that a pattern is looked for in: all components before the first with a wildcard.
  private static func partBeforePattern(_ path: String) -> String {
    guard let wildcard = path.utf8.firstIndex(where: { "*?[{".utf8.contains($0) }) else {
      return path
    }
    guard let slash = path.utf8[..<wildcard].lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
