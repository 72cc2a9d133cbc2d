#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which file or folder something is, whatever links lead to it.
struct FileIdentity: Equatable {
  private let device: dev_t
  private let inode: ino_t

  init(_ status: stat) {
    device = status.st_dev
    inode = status.st_ino
  }

  /// What stands at a path; `nil` if nothing does.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

/// What the pipeline writes itself.
struct OwnPlaces {
  /// Of what is there at the moment.
  private let identities: [FileIdentity]

  init(paths: [String]) {
    identities = paths.compactMap { FileIdentity(path: $0) }
  }

  func contains(_ identity: FileIdentity) -> Bool { identities.contains(identity) }

  /// Whether the path is one of them, or lies in one.
  func hold(_ path: String) -> Bool {
    guard !identities.isEmpty else { return false }
    var path = path
    while true {
      if let identity = FileIdentity(path: path), contains(identity) { return true }
      guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return false }
      path = String(path[..<slash])
    }
  }
}
