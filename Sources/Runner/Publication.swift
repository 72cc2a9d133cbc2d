import Ledger
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Puts the documents of the spool into the outputs, in the order of their keys.
///
/// Everything is first written beside its place, made durable, and then put in place in one step:
/// readers see the old output or the new one, never a part.
struct Publication {
  /// Set in the ledger while the output may lack documents, or the spool hold what nobody needs.
  static let pendingFact = "publishing_pending"
  private static let outputsFact = "published_outputs"
  /// The roots of the inputs that the published output was made of.
  static let rootsFact = "roots"

  let ledger: Ledger
  let spool: Spool
  let quarantine: QuarantineStore
  let journal: Journal
  let manifest: Manifest
  let layouts: [OutputLayout]
  let roots: String

  /// Whether the outputs are in place as the last publication left them, and the ledger knows of
  /// nothing newer.
  func isCurrent() throws -> Bool {
    guard try ledger.fact(Self.pendingFact) == nil, !layouts.contains(where: \.isStandardOutput)
    else { return false }
    return try ledger.fact(Self.outputsFact) == describeOutputs()
  }

  /// Writes every output, then puts all in place, and the manifest after them.
  ///
  /// - Parameter progress: called from time to time with the number of documents done, before
  ///   anything is put in place; throws if publishing is to be given up.
  /// - Returns: the number of bytes of all outputs.
  func publish(progress: (Int) throws(RunProblem) -> Void) throws -> Int {
    // From here on the ledger holds just what is published.
    try ledger.transaction { () throws(LedgerError) in
      try ledger.setFact(Self.pendingFact, "1")
      try ledger.removeVanished()
    }
    var outputs: [any Output] = []
    var moves: [Move] = []
    var byteCount = 0
    do {
      for layout in layouts { outputs.append(try makeOutput(layout)) }
      byteCount = try write(outputs, progress)
      let summaries = try outputs.compactMap { try $0.finish() }
      moves = try outputs.compactMap { try $0.move }
      if !summaries.isEmpty { moves.append(try writeManifest(summaries)) }
      try progress(try ledger.counts()[.written, default: 0])
    } catch {
      for output in outputs { output.discard() }
      unlink(manifest.path + ".wireroom-new")
      throw error
    }
    if !moves.isEmpty { try journal.perform(moves) }
    try ledger.transaction { () throws(LedgerError) in
      try ledger.setFact(Self.outputsFact, describeOutputs())
      try ledger.setFact(Self.rootsFact, roots)
    }
    try spool.removeSegments(except: ledger.segmentsInUse())
    try quarantine.removeAll(except: ledger.quarantinedNames())
    // Last, so that the next run tidies up if this one is cut off before.
    try ledger.setFact(Self.pendingFact, nil)
    return byteCount
  }

  private func write(
    _ outputs: [any Output], _ progress: (Int) throws(RunProblem) -> Void
  ) throws -> Int {
    let reader = SpoolReader(spool)
    var byteCount = 0
    var done = 0
    var damaged: SpoolLocation?
    try ledger.forEachWritten { key, location in
      guard try reader.read(location) else {
        // At once rather than at the end: the whole spool may be lost, and memory is bounded.
        try ledger.remove(key)
        damaged = damaged ?? location
        return
      }
      var start = 0
      for (output, length) in zip(outputs, location.lengths) {
        if length > 0 { try output.add(key, reader.buffer[start..<start + length]) }
        start += length
      }
      byteCount += start
      done += 1
      if done & 255 == 0 { try progress(done) }
    }
    if let damaged {
      throw RunProblem.damagedSpool(path: spool.path(damaged.segment), offset: damaged.start)
    }
    return byteCount
  }

  private func writeManifest(_ summaries: [OutputSummary]) throws -> Move {
    try FileSystem.makeFolders(manifest.directory)
    let move = Move(
      from: manifest.path + ".wireroom-new", to: manifest.path, isFolder: false, inode: 0)
    let handle = try FileHandle(move.from, O_WRONLY | O_CREAT | O_TRUNC)
    try handle.write(manifest.encode(summaries, ledger))
    try handle.synchronise()
    return move
  }

  private func makeOutput(_ layout: OutputLayout) throws -> any Output {
    switch layout {
    case _ where layout.isStandardOutput: StandardOutput()
    // An output that is a link stays one: what it leads to is replaced.
    case .file(let path): try FileOutput(path: FileSystem.resolved(path))
    case .folder(let path, let ending):
      try FolderOutput(path: FileSystem.resolved(path), ending: ending)
    }
  }

  /// Paths, sizes and times of the outputs, by which a change of them is noticed.
  private func describeOutputs() -> String {
    layouts.map { layout in
      let stamped: String
      switch layout {
      case .file(let path): stamped = path
      case .folder(let path, _): stamped = "\(path)/\(FolderOutput.listName)"
      }
      var status = stat()
      guard stat(stamped, &status) == 0 else { return "\(layout) missing" }
      return "\(layout) \(status.st_size) \(status.st_ino) \(status.modificationNanoseconds)"
    }.joined(separator: "\n")
  }
}

extension OutputLayout {
  /// Whether the documents go to standard output, which `-` as a path asks for.
  var isStandardOutput: Bool {
    if case .file(let path) = self { return FileSystem.name(of: path) == "-" }
    return false
  }
}
