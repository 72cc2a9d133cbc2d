import Ledger
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a publication has put in place.
struct Published {
  /// The number of bytes of all outputs.
  var byteCount: Int
  /// For each output, how many documents have no record for it.
  var missing: [Int]
}

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
  let parts: RecordParts
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
  func publish(progress: (Int) throws(RunProblem) -> Void) throws -> Published {
    // From here on the ledger holds just what is published.
    try ledger.transaction { () throws(LedgerError) in
      try ledger.setFact(Self.pendingFact, "1")
      try ledger.removeVanished()
    }
    var outputs: [any Output] = []
    var manifestFile: ManifestFile?
    let published: Published
    do {
      for layout in layouts { outputs.append(try makeOutput(layout)) }
      published = try write(outputs, progress)
      let summaries = try outputs.compactMap { try $0.finish() }
      var moves = try outputs.compactMap { try $0.move }
      if !summaries.isEmpty {
        let file = try ManifestFile(manifest)
        manifestFile = file
        try file.write(manifest.encode(summaries, ledger))
        moves.append(file.move)
      }
      try progress(try ledger.counts()[.written, default: 0])
      if !moves.isEmpty { try journal.perform(moves) }
    } catch {
      // What is only partly in place the next run puts there.
      if !journal.isPending {
        for output in outputs { output.discard() }
        manifestFile?.discard()
      }
      throw error
    }
    // The files beside their places are kept from other processes so long.
    withExtendedLifetime((outputs, manifestFile)) {}
    try ledger.transaction { () throws(LedgerError) in
      try ledger.setFact(Self.outputsFact, describeOutputs())
      try ledger.setFact(Self.rootsFact, roots)
    }
    try spool.removeSegments(except: ledger.segmentsInUse())
    try quarantine.removeAll(except: ledger.quarantinedNames())
    // Last, so that the next run tidies up if this one is cut off before.
    try ledger.setFact(Self.pendingFact, nil)
    return published
  }

  private func write(
    _ outputs: [any Output], _ progress: (Int) throws(RunProblem) -> Void
  ) throws -> Published {
    let reader = SpoolReader(spool)
    var parts = parts
    try parts.learn(ledger.allChains())
    var published = Published(byteCount: 0, missing: outputs.map { _ in 0 })
    var done = 0
    var damaged: SpoolLocation?
    try ledger.forEachWritten { key, location, chain, isKept in
      guard try reader.read(location) else {
        // At once rather than at the end: the whole spool may be lost, and memory is bounded.
        try ledger.remove(key)
        damaged = damaged ?? location
        return
      }
      let recordCount = location.lengths.count - (isKept ? 1 : 0)
      for (index, part) in parts.of(chain, recordCount: recordCount).enumerated() {
        guard let part else {
          published.missing[index] += 1
          continue
        }
        let length = location.lengths[part]
        let start = location.lengths[..<part].reduce(0, +)
        if length > 0 { try outputs[index].add(key, reader.buffer[start..<start + length]) }
        published.byteCount += length
      }
      done += 1
      if done & 255 == 0 { try progress(done) }
    }
    if let damaged {
      throw RunProblem.damagedSpool(path: spool.path(damaged.segment), offset: damaged.start)
    }
    return published
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

  /// Paths, sizes and times of the outputs and the manifest, by which a change of them is noticed.
  private func describeOutputs() -> String {
    var lines = layouts.map { layout in
      switch layout {
      case .file(let path): "\(layout) \(stamp(path))"
      case .folder(let path, _):
        "\(layout) \(stamp("\(path)/\(FolderOutput.listName)")) \(FolderOutput.fileCount(in: path))"
      }
    }
    lines.append("manifest \(stamp(manifest.path))")
    return lines.joined(separator: "\n")
  }

  private func stamp(_ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "missing" }
    return "\(status.st_size) \(status.st_ino) \(status.modificationNanoseconds)"
  }
}
