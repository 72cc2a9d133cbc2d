import StageKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A place from which inputs are read, and which of those in it.
struct InputRoot: Sendable {
  enum Place: Sendable, Equatable {
    case standardInput
    /// An absolute path.
    case folder(String)
  }

  /// The first part of the identifiers; empty where there is only one root.
  var label: String
  var place: Place
  /// Whether everything in the folder is read, and not only what follows.
  var takesEverything = false
  /// Patterns for paths below the folder.
  var globs: [Glob] = []
  /// Names of files in the folder that are read in any case.
  var namedFiles: Set<[UInt8]> = []
}

extension InputRoot {
  /// The roots that the options or the command line name, in the order of their labels.
  static func roots(
    options: FetchOptions, context: StageContext
  ) throws(OptionProblem) -> [InputRoot] {
    if let inputs = context.inputs {
      return try roots(paths: inputs, isCommandLine: true, context)
    }
    if !options.roots.isEmpty {
      guard options.paths.isEmpty else {
        throw OptionProblem("roots", "give 'paths' or 'roots', not both")
      }
      return try roots(labelled: options.roots, context)
    }
    guard !options.paths.isEmpty else {
      throw OptionProblem("paths", "nothing to read; give files, folders or globs")
    }
    return try roots(paths: options.paths, isCommandLine: false, context)
  }

  private static func roots(
    labelled paths: [String: String], _ context: StageContext
  ) throws(OptionProblem) -> [InputRoot] {
    var roots: [InputRoot] = []
    for (label, path) in paths.sorted(by: { $0.key < $1.key }) {
      let isUsable =
        !label.isEmpty && label != "." && label != ".."
        && !label.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "/") }
      guard isUsable else {
        throw OptionProblem(
          [.key("roots"), .key(label)], "'\(label)' cannot be a label; it must be a single name")
      }
      do throws(Glob.Problem) {
        var root = try InputRoot(path: path, context)
        root.label = label
        roots.append(root)
      } catch {
        throw OptionProblem([.key("roots"), .key(label)], error.message)
      }
    }
    return try checked(roots)
  }

  /// Paths that lead into one folder make one root. The last names of several roots are their
  /// labels.
  private static func roots(
    paths: [String], isCommandLine: Bool, _ context: StageContext
  ) throws(OptionProblem) -> [InputRoot] {
    var roots: [InputRoot] = []
    var firstPaths: [String] = []
    for (index, path) in paths.enumerated() {
      do throws(Glob.Problem) {
        let root = try InputRoot(path: path, context)
        if let known = roots.firstIndex(where: { $0.place == root.place }) {
          roots[known].merge(root)
        } else {
          roots.append(root)
          firstPaths.append(path)
        }
      } catch {
        throw OptionProblem("paths", index, error.message)
      }
    }
    guard roots.count > 1 else { return roots }
    for index in roots.indices {
      roots[index].label = roots[index].lastName
      let label = roots[index].label
      if let other = roots[..<index].firstIndex(where: { $0.label == label }) {
        let advice =
          isCommandLine
          ? "name one folder that holds both" : "use 'roots' to give each a label of its own"
        throw OptionProblem(
          "paths",
          "'\(firstPaths[other])' and '\(firstPaths[index])' would both be labelled '\(label)'; "
            + advice)
      }
    }
    return try checked(roots)
  }

  private static func checked(_ roots: [InputRoot]) throws(OptionProblem) -> [InputRoot] {
    if roots.count(where: { $0.place == .standardInput }) > 1 {
      throw OptionProblem("roots", "standard input can be read only once")
    }
    return roots.sorted { $0.label.utf8.lexicographicallyPrecedes($1.label.utf8) }
  }

  /// Whether a path is a file, a folder or a glob decides what its root is. The file system is asked
  /// what it is, and nothing is opened; what is not there is found out by listing.
  private init(path: String, _ context: StageContext) throws(Glob.Problem) {
    if path == "-" {
      self.init(label: "", place: .standardInput)
      return
    }
    if path.isEmpty { throw Glob.Problem(message: "a path must not be empty") }
    let names = context.resolve(path).split(separator: "/").filter { $0 != "." }
    let absolute = "/" + names.joined(separator: "/")
    var status = stat()
    let exists = stat(absolute, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFDIR, let name = names.last {
      self.init(label: "", place: .folder("/" + names.dropLast().joined(separator: "/")))
      namedFiles = [Array(name.utf8)]
    } else if !exists, let first = names.firstIndex(where: { Glob.isPattern($0.utf8) }) {
      self.init(label: "", place: .folder("/" + names[..<first].joined(separator: "/")))
      globs = [try Glob(names[first...].joined(separator: "/"))]
    } else {
      self.init(label: "", place: .folder(absolute), takesEverything: true)
    }
  }

  private mutating func merge(_ other: InputRoot) {
    takesEverything = takesEverything || other.takesEverything
    globs += other.globs
    namedFiles.formUnion(other.namedFiles)
  }

  private var lastName: String {
    switch place {
    case .standardInput: "stdin"
    case .folder(let path): path.split(separator: "/").last.map(String.init) ?? "root"
    }
  }

  /// The absolute path of the folder, unless only files in it are read that are named.
  var folder: String? {
    guard case .folder(let folder) = place, takesEverything || !globs.isEmpty else { return nil }
    return folder
  }

  /// The absolute paths of the files that are read in any case.
  var files: [String] {
    namedFiles.map { String(decoding: filePath($0).dropLast(), as: UTF8.self) }
  }

  /// The absolute path of a file below the root, with a zero byte at the end.
  func filePath(_ path: [UInt8]) -> [UInt8] {
    guard case .folder(let folder) = place else { return [0] }
    var result: [UInt8] = []
    result.reserveCapacity(folder.utf8.count + path.count + 2)
    result.append(contentsOf: folder.utf8)
    if folder != "/" { result.append(UInt8(ascii: "/")) }
    result.append(contentsOf: path)
    result.append(0)
    return result
  }
}
