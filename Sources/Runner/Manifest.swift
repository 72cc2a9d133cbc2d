import Ledger
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What was published, and by what: a JSON file that is put in place after the outputs. It holds no
/// times, so that it too is the same however the output came about.
struct Manifest {
  let pipeline: String
  let identity: ChainIdentity
  /// The folder that it stands in, from which the paths of outputs are told.
  let directory: String

  /// The path of the manifest of a pipeline.
  var path: String { Self.path(of: pipeline, in: directory) }

  static func path(of pipeline: String, in directory: String) -> String {
    "\(directory)/\(pipeline).manifest.json"
  }

  func encode(_ outputs: [OutputSummary], _ documents: PublishedDocuments) -> [UInt8] {
    let counts = documents.counts
    let uncertain = documents.uncertain.map { key, reason -> Value in
      ["document": .string(key.identifier), "reason": .string(reason)]
    }
    let files = outputs.map { output -> Value in
      [
        "path": .string(relative(output.path)), "bytes": .integer(output.byteCount),
        "documents": .integer(output.documentCount), "sha256": .string(output.sha256),
      ]
    }
    let value: Value = [
      "pipeline": .string(pipeline),
      "documents": [
        "written": .integer(counts[.written, default: 0]),
        "filtered": .integer(counts[.filtered, default: 0]),
        "quarantined": .integer(counts[.quarantined, default: 0]),
      ],
      "outputs": .list(files), "uncertain": .list(uncertain), "stages": identity.value,
    ]
    var bytes: [UInt8] = []
    bytes.append(json: value)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Where the outputs stand that a manifest names, as absolute paths; none if it cannot be read.
  ///
  /// - Parameter directory: The folder that its paths are told from.
  static func outputPaths(at path: String, in directory: String) -> [String] {
    var bytes: [UInt8] = []
    try? FileHandle(path, O_RDONLY).forEachBlock { bytes.append(contentsOf: $0) }
    let outputs = (try? Value(json: bytes.span))?["outputs"]?.list ?? []
    return outputs.compactMap { output in
      output["path"]?.string.map { $0.hasPrefix("/") ? $0 : "\(directory)/\($0)" }
    }
  }

  private func relative(_ path: String) -> String {
    path.hasPrefix(directory + "/") ? String(path.dropFirst(directory.count + 1)) : path
  }
}

/// A manifest beside its place, kept from other processes like the outputs.
final class ManifestFile {
  let move: Move
  private let handle: FileHandle

  init(_ manifest: Manifest) throws {
    try FileSystem.makeFolders(manifest.directory)
    move = Move(
      from: manifest.path + ".wireroom-new", to: manifest.path, isFolder: false, inode: 0)
    handle = try FileHandle.newOutput(move.from, for: manifest.path)
  }

  /// Writes all of it, durably.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    try handle.write(bytes)
    try handle.synchronise()
  }

  func discard() { unlink(move.from) }
}

/// What the manifest says of one output.
struct OutputSummary: Sendable, Equatable {
  var path: String
  var byteCount: Int
  var documentCount: Int
  /// Of a file; of a folder, the digest of the names and contents of its files, in order.
  var sha256: String
}
