import Ledger
import StageKit

#if canImport(Darwin)
  import Darwin
#else
  import CSystem
  import Glibc
#endif

/// The folders that a run writes to: whether it may, and whether there is room.
extension Doctor {
  /// Somewhere a run writes.
  private struct Place {
    var subject: String
    /// The folder that must be writable, or made.
    var folder: String
    /// How many bytes of the last runs lie there, which a run that does everything anew writes again.
    var byteCount: Int
    /// What to change if it cannot be written.
    var setting: String
  }

  func checkPlaces() -> [Finding] {
    var findings: [Finding] = []
    for place in places() {
      let finding = checkFolder(place)
      if !findings.contains(finding) { findings.append(finding) }
    }
    for sink in plan.chain.sinks { findings += checkOutput(sink.output) }
    findings += checkFilesOfState()
    return findings + checkSpace()
  }

  private func places() -> [Place] {
    var places = [
      Place(
        subject: "state", folder: plan.stateDirectory, byteCount: bytesOfState(),
        setting: "run.state")
    ]
    for sink in plan.chain.sinks where !sink.output.isStandardOutput {
      let path = sink.output.path
      places.append(
        Place(
          subject: "output", folder: FileSystem.parent(of: path) ?? "/", byteCount: size(of: path),
          setting: "run.output"))
    }
    if let path = plan.metricsPath {
      places.append(
        Place(
          subject: "metrics", folder: FileSystem.parent(of: path) ?? "/", byteCount: 0,
          setting: "run.metrics"))
    }
    return places
  }

  // MARK: Writing

  private func checkFolder(_ place: Place) -> Finding {
    let existing = nearestExisting(place.folder)
    do throws(SystemError) {
      try probe(existing)
    } catch {
      return Finding(
        .error, place.subject,
        "'\(place.folder)' cannot be written: \(error.explanation); make it writable for the user "
          + "that cron runs as, or name another place with '\(place.setting)'")
    }
    if place.subject == "state", let kind = networkFileSystem(existing) {
      return Finding(
        .warning, place.subject,
        "'\(place.folder)' is on a network file system (\(kind)), where locks may not hold between "
          + "machines; name a local folder with 'run.state'")
    }
    let isThere = existing == place.folder
    return Finding(
      .ok, place.subject, "'\(place.folder)' \(isThere ? "can be written" : "can be made")")
  }

  /// Makes a file and removes it: permissions alone do not tell of quotas and read-only disks.
  private func probe(_ folder: String) throws(SystemError) {
    let path = "\(folder)/.wireroom-doctor-\(getpid())"
    do { _ = try FileHandle(path, O_WRONLY | O_CREAT | O_EXCL) }
    try FileSystem.remove(path)
  }

  private func checkOutput(_ layout: OutputLayout) -> [Finding] {
    if layout.isStandardOutput {
      return [
        Finding(
          .warning, "output", "records go to standard output, which cron sends as mail; name a file"
        )
      ]
    }
    let problem: RunProblem?
    switch (layout, FileSystem.apparentKind(layout.path)) {
    case (_, .missing), (.file, .file): return []
    case (.folder, .folder):
      do {
        let foreign = try FolderOutput.foreignFile(in: layout.path)
        problem = foreign.map { .foreignFile(folder: layout.path, file: $0) }
      } catch {
        problem = RunProblem(error)
      }
    default: problem = .outputOccupied(path: layout.path)
    }
    return problem.map { [Finding(.error, "output", $0.message)] } ?? []
  }

  /// A run by hand as another user leaves files that cron's user may not write.
  private func checkFilesOfState() -> [Finding] {
    ["lock", "ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "spool"].compactMap {
      name in
      let path = "\(plan.stateDirectory)/\(name)"
      var status = stat()
      guard stat(path, &status) == 0, access(path, R_OK | W_OK) != 0 else { return nil }
      let advice =
        status.st_uid == geteuid()
        ? "cannot be read and written; make it so with 'chmod u+rw'"
        : "belongs to another user and cannot be written; run always as the same user, and let this "
          + "one own what is in '\(plan.stateDirectory)'"
      return Finding(.error, "state", "'\(path)' \(advice)")
    }
  }

  // MARK: Room

  /// Below this even a small run may not come to its end.
  private static let leastFreeBytes = 10_000_000

  private func checkSpace() -> [Finding] {
    var disks: [(device: dev_t, places: [Place], free: Int)] = []
    for place in places() {
      var status = stat()
      let existing = nearestExisting(place.folder)
      guard stat(existing, &status) == 0, let free = freeBytes(existing) else { continue }
      if let index = disks.firstIndex(where: { $0.device == status.st_dev }) {
        disks[index].places.append(place)
      } else {
        disks.append((status.st_dev, [place], free))
      }
    }
    return disks.map { disk in
      let used = disk.places.reduce(0) { $0 + $1.byteCount }
      let folders = Set(disk.places.map(\.folder)).sorted().map { "'\($0)'" }
      return Self.space(free: disk.free, used: used, folders.joined(separator: ", "))
    }
  }

  /// - Parameter used: what a run that does everything anew writes beside what there is.
  static func space(free: Int, used: Int, _ folders: String) -> Finding {
    let figures =
      "\(free / 1_000_000) MB are free for \(folders)"
      + (used >= 1_000_000 ? ", where \(used / 1_000_000) MB are in use" : "")
    if free < used + leastFreeBytes {
      return Finding(
        .error, "disk",
        "\(figures); a run that does everything anew would not fit; free some space")
    }
    if free < 2 * (used + leastFreeBytes) {
      return Finding(.warning, "disk", "\(figures); it will soon be full; free some space")
    }
    return Finding(.ok, "disk", figures)
  }

  private func freeBytes(_ path: String) -> Int? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
  }

  private func bytesOfState() -> Int {
    let spool = plan.stateDirectory + "/spool"
    let segments = (try? FileSystem.entries(of: spool)) ?? []
    return segments.reduce(size(of: Ledger.path(in: plan.stateDirectory))) { sum, entry in
      sum + size(of: "\(spool)/\(entry.name)")
    }
  }

  private func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The path itself, or the nearest folder above it that is there.
  private func nearestExisting(_ path: String) -> String {
    var path = path
    while FileSystem.apparentKind(path) == .missing, let parent = FileSystem.parent(of: path) {
      path = parent
    }
    return FileSystem.apparentKind(path) == .missing ? "/" : path
  }

  /// The name of the network file system that a path is on; `nil` for a local disk.
  private func networkFileSystem(_ path: String) -> String? {
    #if canImport(Darwin)
      var status = statfs()
      guard statfs(path, &status) == 0 else { return nil }
      return status.f_flags & UInt32(MNT_LOCAL) == 0 ? "network" : nil
    #else
      switch file_system_kind(path) {
      case 0x6969: return "NFS"
      case 0xFF53_4D42, 0xFE53_4D42, 0x517B: return "SMB"
      case 0x0102_1997: return "9P"
      default: return nil
      }
    #endif
  }
}
