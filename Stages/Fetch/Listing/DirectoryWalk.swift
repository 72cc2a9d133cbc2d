import StageKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Walks the folders below a root, depth first, in the order of `InputKey`.
///
/// Names sorted by their bytes give that order: a key's path has `/` before every other byte, so
/// everything below `a` comes before `a.txt`. Links are followed; a folder that is its own ancestor
/// is not entered again. Only the names of the folders on the current path are in memory.
struct DirectoryWalk {
  enum Found {
    case file(FileStamp)
    case failure(StageFailure)
  }

  /// Takes what was found at a path; `false` means that no more is wanted.
  typealias Visitor = (_ path: [UInt8], _ found: Found) -> Bool

  /// Every level holds an open folder, of which a process may have about a thousand, and a piece of
  /// the stack.
  private static let maximumDepth = 128

  private let rules: ListingRules
  /// Names in the root's own folder that are taken whatever the rules say.
  private let namedFiles: Set<[UInt8]>
  /// What is left out.
  private let ownPlaces: OwnPlaces
  private var path: [UInt8] = []
  private var ancestors: [FileIdentity] = []

  init(
    rules: ListingRules, namedFiles: Set<[UInt8]> = [],
    ownPlaces: OwnPlaces = OwnPlaces(paths: [])
  ) {
    self.rules = rules
    self.namedFiles = namedFiles
    self.ownPlaces = ownPlaces
  }

  /// Walks everything below a root.
  mutating func walk(_ root: borrowing OpenFolder, _ visit: Visitor) -> Bool {
    walkFolder(root, rules.initialStates, visit)
  }

  /// Visits only the named files, in order.
  mutating func visitNamedFiles(_ root: borrowing OpenFolder, _ visit: Visitor) -> Bool {
    for name in namedFiles.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      path = name
      guard visitEntry(root, nameStart: 0, type: .unknown, rules.initialStates, visit) else {
        return false
      }
    }
    return true
  }

  private mutating func walkFolder(
    _ folder: borrowing OpenFolder, _ states: ListingRules.States, _ visit: Visitor
  ) -> Bool {
    let listing: FolderListing
    do throws(StageFailure) {
      let identity = FileIdentity(try folder.status())
      // What is in there has been listed at the ancestor already.
      if ancestors.contains(identity) || ownPlaces.contains(identity) { return true }
      listing = try FolderListing(folder)
      ancestors.append(identity)
    } catch {
      return visit(path, .failure(error))
    }
    defer { ancestors.removeLast() }

    let folderLength = path.count
    for entry in listing.entries {
      if folderLength > 0 { path.append(UInt8(ascii: "/")) }
      let nameStart = path.count
      listing.appendName(of: entry, to: &path)
      let goesOn = visitEntry(folder, nameStart: nameStart, type: entry.type, states, visit)
      path.removeLast(path.count - folderLength)
      guard goesOn else { return false }
    }
    return true
  }

  /// Visits the file or folder at `path`, whose last name starts at `nameStart`.
  private mutating func visitEntry(
    _ folder: borrowing OpenFolder, nameStart: Int, type: FolderListing.EntryType,
    _ states: ListingRules.States, _ visit: Visitor
  ) -> Bool {
    let (takesFile, below) = selection(nameStart: nameStart, type: type, states)
    if type == .folder, let below {
      return enterFolder(folder, nameStart: nameStart, below, visit)
    }
    guard takesFile || below != nil else { return true }

    var status = stat()
    let code = withName(from: nameStart) { fstatat(folder.descriptor, $0, &status, 0) }
    guard code == 0 else {
      let number = errno
      // What was removed since its folder was read is as if it had been removed before.
      if number == ENOENT && type == .file { return true }
      return visit(copyOfPath(), .failure(.link(number)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard takesFile, isNamed(nameStart) || !ownPlaces.contains(FileIdentity(status)) else {
        return true
      }
      return visit(copyOfPath(), .file(FileStamp(status)))
    case S_IFDIR:
      guard let below else { return true }
      return enterFolder(folder, nameStart: nameStart, below, visit)
    default:
      return takesFile ? visit(copyOfPath(), .failure(.notAFile)) : true
    }
  }

  /// Whether the entry is taken if it is a file, and the states below it if it is a folder that is
  /// entered.
  private func selection(
    nameStart: Int, type: FolderListing.EntryType, _ states: ListingRules.States
  ) -> (takesFile: Bool, below: ListingRules.States?) {
    if isNamed(nameStart) { return (true, nil) }
    let name = path.span.extracting(nameStart..<path.count)
    let takesFile = type != .folder && rules.takesFile(name, states)
    let mayBeFolder = type == .folder || type == .unknown
    return (takesFile, mayBeFolder ? rules.enter(name, states) : nil)
  }

  /// Whether the entry at `path` is a file that is taken in any case.
  private func isNamed(_ nameStart: Int) -> Bool {
    nameStart == 0 && !namedFiles.isEmpty && namedFiles.contains(path)
  }

  private mutating func enterFolder(
    _ parent: borrowing OpenFolder, nameStart: Int, _ states: ListingRules.States,
    _ visit: Visitor
  ) -> Bool {
    guard ancestors.count < Self.maximumDepth else {
      let message = "folders are nested more than \(Self.maximumDepth) levels deep"
      return visit(copyOfPath(), .failure(StageFailure(reason: "too_deep", message: message)))
    }
    let descriptor = withName(from: nameStart) {
      openat(parent.descriptor, $0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    do throws(StageFailure) {
      guard descriptor >= 0 else {
        let number = errno
        if number == ENOENT { return true }
        throw .system(number, "cannot read the folder")
      }
      return walkFolder(try OpenFolder(descriptor: descriptor), states, visit)
    } catch {
      return visit(copyOfPath(), .failure(error))
    }
  }

  /// Calls `body` with the last name of the path as a C string.
  private mutating func withName<Result>(
    from start: Int, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    path.append(0)
    defer { path.removeLast() }
    return path.withUnsafeBytes { bytes in
      // The buffer holds at least the terminator, so it has a base address.
      body((bytes.baseAddress! + start).assumingMemoryBound(to: CChar.self))
    }
  }

  /// A copy that shares no storage with the path, which goes on changing. (A slice of the whole array
  /// would, with all of its spare room.)
  private func copyOfPath() -> [UInt8] { path.withUnsafeBufferPointer { Array($0) } }
}
