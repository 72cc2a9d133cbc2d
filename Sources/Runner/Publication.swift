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
  var documents: PublishedDocuments
}

/// What there is to know of all documents at once, gathered in the one walk through the ledger that
/// publishing takes.
struct PublishedDocuments {
  private(set) var counts: [Outcome: Int] = [:]
  /// Those that may come out otherwise the next time.
  private(set) var uncertain: [(document: InputKey, reason: String)] = []
  /// What the quarantine keeps for them.
  private(set) var quarantined: Set<String> = []

  mutating func add(_ document: DocumentOutline) {
    counts[document.outcome, default: 0] += 1
    guard document.outcome == .quarantined else { return }
    quarantined.insert(QuarantineStore.name(of: document.key))
    // What failed for a passing reason, and what was cut off from outside.
    if document.isTransient || ["timeout", "poisonous"].contains(document.reason) {
      uncertain.append((document.key, document.reason ?? ""))
    }
  }
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
    // From here on the ledger holds just what is published, and nothing else is needed of the spool.
    try ledger.transaction { () throws(LedgerError) in
      try ledger.setFact(Self.pendingFact, "1")
      try ledger.removeVanished()
    }
    let tidying = Tidying()
    defer { try? tidying.finish() }
    tidying.removeSegments(of: spool, except: try ledger.segmentsInUse())
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
        try file.write(manifest.encode(summaries, published.documents))
        moves.append(file.move)
      }
      try progress(published.documents.counts[.written, default: 0])
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
    try quarantine.removeAll(except: published.documents.quarantined)
    try tidying.finish()
    // Last, so that the next run tidies up if this one is cut off before.
    try ledger.setFact(Self.pendingFact, nil)
    return published
  }

  private func write(
    _ outputs: [any Output], _ progress: (Int) throws(RunProblem) -> Void
  ) throws -> Published {
    var parts = parts
    try parts.learn(ledger.allChains())
    var copier = RecordCopier(SpoolReader(spool), outputs, parts)
    var documents = PublishedDocuments()
    try ledger.forEachOutline { document in
      documents.add(document)
      guard document.outcome == .written else { return }
      // One without a place counts as damaged.
      let location = document.location ?? SpoolLocation(start: 0, lengths: [], checksum: 0)
      if copier.take(document, at: location) { return }
      try copier.write(ledger)
      try progress(copier.documentCount)
      _ = copier.take(document, at: location)
    }
    try copier.write(ledger)
    if let damaged = copier.damaged {
      throw RunProblem.damagedSpool(path: spool.path(damaged.segment), offset: damaged.start)
    }
    return Published(
      byteCount: copier.byteCount, missing: copier.missing, documents: documents)
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
