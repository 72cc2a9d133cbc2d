public import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is wrong with a library of stages.
public struct StageLibraryProblem: Error, Sendable, Equatable {
  /// Lower case, without a full stop.
  public let message: String

  /// Makes a problem.
  public init(_ message: String) {
    self.message = message
  }
}

/// Stages in a library that was built elsewhere.
public enum StageLibrary {
  /// The function of a library that hands over its stages.
  private static let entry = "wireroom_stages"

  /// Loads a library for the rest of the process.
  ///
  /// Nothing of it runs, not even what the system runs while it loads, before it is known that it was
  /// built against the StageKit that this program uses: with another one, types may have other
  /// layouts, and nothing else would notice.
  ///
  /// - Parameter path: a library; or the folder of a package, whose newest fitting library is taken.
  /// - Throws: what is wrong and what to do.
  public static func load(_ path: String) throws(StageLibraryProblem) -> [any Stage.Type] {
    let file = try LibraryFile.find(path)
    guard file.fingerprint == ownFingerprint else {
      throw mismatch(file, "")
    }
    // Everything is bound now: a function that is missing must not be found missing amid a run.
    guard let handle = dlopen(file.path, RTLD_NOW | RTLD_LOCAL) else {
      let reason = dlerror().map { String(cString: $0) } ?? "unknown error"
      // The same sources, compiled with other settings: for a sanitizer, for example.
      if reason.contains("undefined symbol") || reason.contains("ymbol not found") {
        throw mismatch(file, " with other settings (\(reason.dropPrefix("\(file.path): ")))")
      }
      throw StageLibraryProblem("'\(file.path)' cannot be loaded: \(reason)")
    }
    typealias Fingerprint = @convention(c) () -> UnsafePointer<CChar>
    typealias Entry = @convention(c) () -> UnsafeMutableRawPointer
    guard let fingerprint = function("wireroom_stagekit_fingerprint", in: handle, Fingerprint.self),
      LibraryFile.value(ofMark: String(cString: fingerprint())) == ownFingerprint
    else {
      throw StageLibraryProblem(
        "'\(file.path)' is not what it was a moment ago; try again")
    }
    guard let entry = function(entry, in: handle, Entry.self) else {
      throw StageLibraryProblem(
        "'\(file.path)' hands over no stages: it needs @_cdecl(\"\(entry)\") func … () -> "
          + "UnsafeMutableRawPointer { exportStages([MyStage.self]) }")
    }
    return importStages(entry())
  }

  /// What to say of a library that does not go together with this program.
  private static func mismatch(_ file: LibraryFile, _ detail: String) -> StageLibraryProblem {
    StageLibraryProblem(
      "'\(file.path)' was built against StageKit \(file.fingerprint)\(detail), this program has "
        + "\(ownFingerprint): rebuild it with 'wireroom build-stage \(file.package ?? "FOLDER")'")
  }

  /// Which StageKit this program was built with.
  public static var ownFingerprint: String {
    LibraryFile.value(ofMark: "\(stageKitFingerprint)") ?? ""
  }

  private static func function<Function>(
    _ name: String, in handle: UnsafeMutableRawPointer, _ type: Function.Type
  ) -> Function? {
    // The name is that of a function of this type by the contract between libraries and the program.
    dlsym(handle, name).map { unsafeBitCast($0, to: type) }
  }
}

extension String {
  /// The rest behind a prefix, or all where it does not start with that.
  fileprivate func dropPrefix(_ prefix: String) -> Substring {
    hasPrefix(prefix) ? dropFirst(prefix.count) : self[...]
  }
}
