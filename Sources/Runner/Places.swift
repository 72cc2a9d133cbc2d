import StageKit

/// The places that a run writes to, with the pipeline file: none may be in the way of another, or one
/// would overwrite it.
struct Places {
  private struct Place {
    /// `the manifest`.
    let name: String
    let path: String
    let resolved: String

    func lies(in other: Place) -> Bool { resolved.hasPrefix(other.resolved + "/") }
  }

  private var places: [Place] = []

  /// Notes another place.
  ///
  /// - Returns: what is wrong, if it is at, in or around one that was noted before.
  mutating func add(_ name: String, _ path: String) -> String? {
    let place = Place(name: name, path: path, resolved: Self.resolved(path))
    defer { places.append(place) }
    for other in places {
      if place.resolved == other.resolved {
        return "\(name) and \(other.name) would overwrite each other at '\(path)'; "
          + "name another place"
      }
      if place.lies(in: other) { return Self.problem(place, in: other) }
      if other.lies(in: place) { return Self.problem(other, in: place) }
    }
    return nil
  }

  private static func problem(_ inner: Place, in outer: Place) -> String {
    "\(inner.name) '\(inner.path)' would lie in \(outer.name) '\(outer.path)', which holds nothing "
      + "else; name another place"
  }

  /// The path without links as far as it exists, and without `..` behind that.
  private static func resolved(_ path: String) -> String {
    var names: [Substring] = []
    for name in FileSystem.resolved(path).split(separator: "/") {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }
}

/// An absolute path without `.` and doubled slashes, as messages show it. `..` stays: behind a link it
/// leads elsewhere than the names tell.
public func plainPath(_ path: String) -> String {
  "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
}

extension OutputLayout {
  /// Whether the documents go to standard output, which `-` as a path asks for.
  var isStandardOutput: Bool { self == .file(path: "-") }

  /// The same with a path without `.` and doubled slashes.
  var withPlainPath: OutputLayout {
    switch self {
    case _ where isStandardOutput: self
    case .file(let path): .file(path: plainPath(path))
    case .folder(let path, let ending): .folder(path: plainPath(path), ending: ending)
    }
  }
}
