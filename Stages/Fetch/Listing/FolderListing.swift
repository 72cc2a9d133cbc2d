import StageKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that is open for reading.
struct OpenFolder: ~Copyable {
  #if canImport(Darwin)
    fileprivate let stream: UnsafeMutablePointer<DIR>
  #else
    fileprivate let stream: OpaquePointer
  #endif

  /// Takes over the descriptor of an open folder.
  init(descriptor: Int32) throws(StageFailure) {
    guard let stream = fdopendir(descriptor) else {
      let number = errno
      close(descriptor)
      throw .system(number, "cannot read the folder")
    }
    self.stream = stream
  }

  init(path: String) throws(StageFailure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let number = errno
      // Whether that was to be a file or a folder cannot be told.
      if number == ENOENT {
        throw StageFailure(reason: "unreadable", message: "no such file or folder")
      }
      throw .system(number, "cannot read the folder")
    }
    try self.init(descriptor: descriptor)
  }

  deinit {
    closedir(stream)
  }

  var descriptor: Int32 { dirfd(stream) }

  func status() throws(StageFailure) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno, "cannot read the folder") }
    return status
  }
}

/// The names in one folder, sorted by their bytes.
struct FolderListing {
  enum EntryType: UInt8 {
    case file
    case folder
    case special
    /// A link, or a file system that does not say.
    case unknown
  }

  struct Entry {
    /// The bytes after those that all names of the folder share, so that most comparisons are of
    /// one number.
    fileprivate var prefix: UInt64 = 0
    fileprivate var start: UInt32
    fileprivate var length: UInt16
    var type: EntryType
  }

  /// All names one after another: a name is not worth an allocation.
  private var names: [UInt8] = []
  private(set) var entries: [Entry] = []

  init(_ folder: borrowing OpenFolder) throws(StageFailure) {
    while true {
      errno = 0
      guard let entry = readdir(folder.stream) else {
        if errno == 0 { break }
        throw .system(errno, "cannot read the folder")
      }
      append(entry)
    }
    sort()
  }

  func appendName(of entry: Entry, to path: inout [UInt8]) {
    let start = Int(entry.start)
    path.append(contentsOf: names[start..<start + Int(entry.length)])
  }

  private mutating func append(_ entry: UnsafeMutablePointer<dirent>) {
    // The name is longer than its declared type tells: it is read by its place, up to its end.
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
    let name = UnsafeRawPointer(entry) + offset
    let length = strlen(name.assumingMemoryBound(to: CChar.self))
    let bytes = UnsafeRawBufferPointer(start: name, count: length)
    if bytes.elementsEqual(".".utf8) || bytes.elementsEqual("..".utf8) { return }
    let type: EntryType =
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): .file
      case Int(DT_DIR): .folder
      case Int(DT_LNK), Int(DT_UNKNOWN): .unknown
      default: .special
      }
    entries.append(Entry(start: UInt32(names.count), length: UInt16(length), type: type))
    names.append(contentsOf: bytes)
  }

  private mutating func sort() {
    names.withUnsafeBytes { names in
      func bytes(_ entry: Entry) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
          rebasing: names[Int(entry.start)..<Int(entry.start) + Int(entry.length)])
      }
      guard let first = entries.first.map(bytes) else { return }
      var shared = first.count
      for entry in entries {
        let name = bytes(entry)
        var length = 0
        while length < min(shared, name.count), name[length] == first[length] { length += 1 }
        shared = length
      }
      for index in entries.indices {
        let name = bytes(entries[index])
        var prefix: UInt64 = 0
        for place in shared..<shared + 8 {
          prefix = prefix << 8 | UInt64(place < name.count ? name[place] : 0)
        }
        entries[index].prefix = prefix
      }
      entries.sort { left, right in
        if left.prefix != right.prefix { return left.prefix < right.prefix }
        return bytes(left).lexicographicallyPrecedes(bytes(right))
      }
    }
  }
}
