import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Something that was written beside its place and is to be put there.
struct Move: Sendable, Equatable {
  var from: String
  var to: String
  var isFolder: Bool
  /// The number of the new folder, by which it is known whether it is in its place already.
  var inode: UInt64

  /// Puts it in place. To do it again, after a crash at whatever moment, does no harm.
  func perform() throws(SystemError) {
    let parent = FileSystem.parent(of: to) ?? "/"
    // Where even the folder is gone, there is no place left to put it.
    guard try FileSystem.kind(parent) == .folder else { return }
    if isFolder {
      try exchangeFolders()
    } else if try FileSystem.kind(from) != .missing {
      try FileSystem.rename(from, to: to)
    }
    try FileSystem.synchroniseFolder(parent)
  }

  /// Whether nothing of it has been done.
  var isUndone: Bool {
    guard isFolder else { return FileSystem.apparentKind(from) == .file }
    return (try? FileSystem.inode(of: from)) == inode
      && FileSystem.apparentKind(to + ".wireroom-old") == .missing
  }

  private func exchangeFolders() throws(SystemError) {
    if try FileSystem.inode(of: to) != inode, try FileSystem.inode(of: from) == inode {
      if try FileSystem.kind(to) == .missing {
        try FileSystem.rename(from, to: to)
      } else {
        do throws(SystemError) {
          try FileSystem.exchange(from, to)
        } catch {
          // Some file systems cannot exchange: then there is a moment without the folder.
          guard error.code == EINVAL || error.code == ENOSYS || error.code == ENOTSUP else {
            throw error
          }
          try FileSystem.rename(to, to: to + ".wireroom-old")
          try FileSystem.rename(from, to: to)
        }
      }
    }
    for old in [from, to + ".wireroom-old"] where try FileSystem.kind(old) != .missing {
      try FileSystem.removeTree(old)
    }
  }
}

/// The list of moves of a publication, kept in the state folder from the moment when everything is
/// written and durable until everything is in place. If a crash comes between, the next run rolls it
/// forward: outputs that belong together are switched together.
struct Journal {
  private let path: String

  init(directory: String) {
    path = directory + "/publishing.json"
  }

  /// Whether there are moves that the next run has to perform.
  var isPending: Bool { FileSystem.apparentKind(path) != .missing }

  /// Where these put something; none if the journal cannot be read.
  var places: [String] { (try? moves())?.map(\.to) ?? [] }

  /// Notes the moves, performs them in order, and forgets them; also if the first one fails and all
  /// stands as it stood.
  func perform(_ moves: [Move]) throws {
    try note(moves)
    do {
      for move in moves { try move.perform() }
    } catch {
      if moves.first?.isUndone != false { try? FileSystem.remove(path) }
      throw error
    }
    try FileSystem.remove(path)
  }

  /// Notes the moves durably.
  func note(_ moves: [Move]) throws {
    let value = Value.list(
      moves.map { move in
        [
          "from": .string(move.from), "to": .string(move.to), "folder": .bool(move.isFolder),
          "inode": .integer(Int(bitPattern: UInt(move.inode))),
        ]
      })
    var bytes: [UInt8] = []
    bytes.append(json: value)
    try FileSystem.writeDurably(bytes, to: path)
  }

  /// Ends what a run that was cut off had begun.
  ///
  /// - Parameter places: where the pipeline puts its outputs now. What can be put in another place no
  ///   more is given up.
  func rollForward(places: Set<String>) throws {
    guard try FileSystem.kind(path) == .file else { return }
    for move in try moves() {
      do throws(SystemError) {
        try move.perform()
      } catch {
        if places.contains(move.to) { throw RunProblem.unfinishedSwitch(error) }
        try FileSystem.removeTree(move.from)
      }
    }
    try FileSystem.remove(path)
  }

  /// The journal is put in place whole; one that makes no sense was never begun to be acted upon.
  private func moves() throws -> [Move] {
    var bytes: [UInt8] = []
    try FileHandle(path, O_RDONLY).forEachBlock { bytes.append(contentsOf: $0) }
    let values = (try? Value(json: bytes.span))?.list ?? []
    return values.compactMap { Move($0) }
  }
}

extension Move {
  fileprivate init?(_ value: Value) {
    guard let from = value["from"]?.string, let to = value["to"]?.string,
      let isFolder = value["folder"]?.bool, let inode = value["inode"]?.integer
    else { return nil }
    self.init(from: from, to: to, isFolder: isFolder, inode: UInt64(UInt(bitPattern: inode)))
  }
}
