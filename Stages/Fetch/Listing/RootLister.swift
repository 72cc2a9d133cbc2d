import StageKit
import TextKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lists the inputs of one root, and divides files of many articles into records on the way.
struct RootLister {
  /// Takes one input; `false` means that no more are wanted.
  typealias Deliver = (ListedInput) -> Bool

  private let root: InputRoot
  private let rules: ListingRules
  private let split: SplitOptions
  private let limit: Int
  /// The encoding of all inputs, if the user names one.
  private let encoding: TextEncoding?
  private let ownPlaces: OwnPlaces
  private let isWanted: () -> Bool

  /// - Parameters:
  ///   - ownPlaces: what is left out.
  ///   - isWanted: asked while there is nothing to read; `false` ends the listing.
  init(
    root: InputRoot, stage: FetchStage, ownPlaces: OwnPlaces, isWanted: @escaping () -> Bool
  ) {
    self.root = root
    self.ownPlaces = ownPlaces
    self.isWanted = isWanted
    var rules = stage.rules
    rules.takesEverything = root.takesEverything
    rules.globs = root.globs
    self.rules = rules
    split = stage.split
    limit = stage.limit
    encoding = stage.encoding
  }

  /// - Returns: `false` if no more inputs are wanted.
  /// - Throws: `root_unreadable`.
  func list(_ deliver: Deliver) throws(StageFailure) -> Bool {
    guard case .folder(let path) = root.place else { return listStandardInput(deliver) }
    do throws(StageFailure) {
      let folder = try OpenFolder(path: path)
      for name in root.namedFiles where !exists(root.filePath(name)) {
        let message = "cannot find '\(String(decoding: name, as: UTF8.self))'"
        throw StageFailure(reason: "", message: message)
      }
      var walk = DirectoryWalk(
        rules: rules, namedFiles: root.namedFiles, ownPlaces: ownPlaces)
      let visit: DirectoryWalk.Visitor = { path, found in visitEntry(path, found, deliver) }
      guard root.takesEverything || !root.globs.isEmpty else {
        return walk.visitNamedFiles(folder, visit)
      }
      return walk.walk(folder, visit)
    } catch {
      throw StageFailure(
        reason: "root_unreadable", message: "'\(path)': \(error.message)",
        isTransient: error.isTransient)
    }
  }

  /// - Parameter path: ends with a zero byte.
  private func exists(_ path: [UInt8]) -> Bool {
    path.withUnsafeBytes { bytes in
      // The path holds at least its terminator, so it has a base address.
      access(bytes.baseAddress!.assumingMemoryBound(to: CChar.self), F_OK) == 0
    }
  }

  private func visitEntry(
    _ path: [UInt8], _ found: DirectoryWalk.Found, _ deliver: Deliver
  ) -> Bool {
    let key = InputKey(root: root.label, path: path)
    switch found {
    case .failure(let failure): return deliver(.failure(key, failure))
    case .file(let stamp):
      let item = InputItem(key: key, stamp: stamp)
      let type = FileType(name: path.span)
      let plan = ReadingPlan(for: type, split: split)
      if case .whole(let kind) = plan { return deliver(.item(item.tagged(ItemTag(kind)))) }
      do throws(StageFailure) {
        let file = try OpenFile(path: root.filePath(path))
        _ = try file.regularSize()
        let reader = ByteReader(file, expected: Compression(name: path.span))
        return try readInside(reader, plan, type, item, deliver)
      } catch {
        return deliver(.failure(key, error))
      }
    }
  }

  private func listStandardInput(_ deliver: Deliver) -> Bool {
    // Whoever wants no more while nothing comes is not told either that nothing came.
    func deliverIfWanted(_ input: ListedInput) -> Bool { isWanted() && deliver(input) }
    let key = InputKey(root: root.label, path: Array("stdin".utf8))
    do throws(StageFailure) {
      let reader = ByteReader(
        try OpenFile(standardInput: ()), expected: nil, isWanted: isWanted)
      var plan = ReadingPlan(for: nil, split: split)
      if plan == .whole(.text), split.format == .auto { plan = .undecided(.anything) }
      return try readInside(reader, plan, nil, InputItem(key: key), deliverIfWanted)
    } catch {
      return deliverIfWanted(.failure(key, error))
    }
  }

  /// Looks into a file, and divides it if it holds many articles.
  ///
  /// - Throws: a failure of the file as a whole.
  private func readInside(
    _ reader: ByteReader, _ plan: ReadingPlan, _ type: FileType?, _ item: InputItem,
    _ deliver: Deliver
  ) throws(StageFailure) -> Bool {
    var plan = plan
    if case .undecided(let unknown) = plan {
      try reader.require(ReadingPlan.sniffedBytes)
      var head = reader.head
      if wideEncoding(head.span) != nil {
        let decoder = TextDecoder(forced: encoding)
        head = Array(try decoder.decode(head.span).text.utf8)
      }
      plan = ReadingPlan(unknown, sniffing: head.span)
    }
    switch plan {
    case .records(let format): return try listRecords(reader, format, type, item, deliver)
    case .whole(let kind):
      var item = item.tagged(ItemTag(kind))
      // What has been read from standard input cannot be read again.
      if root.place == .standardInput { item.payload = try readAll(reader) }
      return deliver(.item(item))
    case .undecided: return true
    }
  }

  /// The encoding of a file in which characters take two bytes or more each, so that it cannot be
  /// looked through byte by byte.
  private func wideEncoding(_ head: Span<UInt8>) -> TextEncoding? {
    let found =
      TextDecoder.byteOrderMark(head)?.encoding ?? encoding ?? ControlBytes(head).utf16
    return found.flatMap { $0.unitSize > 1 ? $0 : nil }
  }

  private func readAll(_ reader: ByteReader) throws(StageFailure) -> [UInt8] {
    var record = RecordBuffer(limit: limit)
    while try reader.require(1) > 0 { record.take(reader.available, from: reader) }
    if record.isTooLarge { throw .tooLarge(limit: limit) }
    return record.bytes
  }

  private func listRecords(
    _ reader: ByteReader, _ format: RecordFormat, _ type: FileType?, _ item: InputItem,
    _ deliver: Deliver
  ) throws(StageFailure) -> Bool {
    try reader.require(ReadingPlan.sniffedBytes)
    let head = reader.head
    if let encoding = wideEncoding(head.span) {
      throw StageFailure(
        reason: "encoding",
        message: "a file of many articles cannot be divided in \(encoding.rawValue); "
          + "convert it to utf-8")
    }
    if let (_, length) = TextDecoder.byteOrderMark(head.span) { reader.skip(length) }
    let declared = format == .feed ? TextEncoding(declaredIn: head.span) : nil
    let tag = ItemTag(format.contentKind(in: type), declaredEncoding: declared)
    var item = item.tagged(tag)
    var splitter = format.makeSplitter()
    var record = RecordBuffer(limit: limit)
    while true {
      item.key.record += 1
      record.clear()
      do throws(StageFailure) {
        guard try splitter.next(reader, into: &record) else { return true }
      } catch {
        // Nothing more can be had of this file; what came before stays.
        return deliver(.failure(item.key, error))
      }
      if record.isTooLarge {
        guard deliver(.failure(item.key, .tooLarge(limit: limit))) else { return false }
      } else {
        // A copy of the right size: the buffer is larger and goes on being used.
        item.payload = Array(record.bytes[...])
        guard deliver(.item(item)) else { return false }
      }
    }
  }
}

extension InputItem {
  fileprivate func tagged(_ tag: ItemTag) -> InputItem {
    var item = self
    item.tag = tag.rawValue
    return item
  }
}
