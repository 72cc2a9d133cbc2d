public import StageKit

/// Finds files, divides those that hold many articles, and loads each article as a document.
public struct FetchStage: SourceStage {
  /// Reused buffers, and what decodes text.
  public struct Scratch {
    let loader = FileLoader()
    let decoder: TextDecoder
  }

  public static let descriptor = StageDescriptor(
    name: "fetch", summary: "reads articles from files, folders and standard input",
    role: .source, version: 3, writes: [.text, .metadata])

  let roots: [InputRoot]
  private let ownPaths: [String]

  public var rootPaths: [String] {
    roots.map { root in
      switch root.place {
      case .standardInput: "-"
      case .folder(let path): path
      }
    }
  }
  let rules: ListingRules
  let split: SplitOptions
  let limit: Int
  let fields: FieldMapping
  let encoding: TextEncoding?

  public init(options: FetchOptions, context: StageContext) throws(OptionProblem) {
    roots = try InputRoot.roots(options: options, context: context)
    ownPaths = context.ownPaths
    let ownPlaces = OwnPlaces(paths: ownPaths)
    // Who names a file on the command line, such as a copy in quarantine, means that one.
    let paths = roots.flatMap { ($0.folder.map { [$0] } ?? []) }
    let files = context.inputs == nil ? roots.flatMap(\.files) : []
    for path in paths + files where ownPlaces.hold(path) {
      throw OptionProblem(
        options.roots.isEmpty ? "paths" : "roots",
        "'\(path)' is written by this pipeline itself, so that it cannot be an input of it; name "
          + "another place for one of the two")
    }
    rules = ListingRules(
      takesEverything: false, globs: [],
      include: try Self.globs("include", options.include),
      exclude: try Self.globs("exclude", options.exclude),
      isRecursive: options.recursive, takesHidden: options.hidden)
    split = options.split ?? SplitOptions()
    if let separator = split.separator, separator.collapsingWhitespace().isEmpty {
      throw OptionProblem(
        [.key("split"), .key("separator")], "a line with something in it is expected")
    }
    guard split.separator == nil || split.format == .auto else {
      throw OptionProblem(
        [.key("split"), .key("separator")],
        "'format: \(split.format.rawValue)' says how files are divided; leave one of both out")
    }
    limit = options.maximumBytes
    fields = try FieldMapping(options.fields)
    guard options.encoding != "auto" else {
      encoding = nil
      return
    }
    guard let known = TextEncoding(label: options.encoding) else {
      throw OptionProblem("encoding", "unknown encoding '\(options.encoding)'")
    }
    encoding = known
  }

  public func makeScratch() -> Scratch {
    Scratch(decoder: TextDecoder(forced: encoding))
  }

  public func list(_ deliver: (ListedInput) -> Bool) throws(StageFailure) {
    try list(while: { true }, deliver)
  }

  public func list(
    while isWanted: () -> Bool, _ deliver: (ListedInput) -> Bool
  ) throws(StageFailure) {
    let ownPlaces = OwnPlaces(paths: ownPaths)
    let result = withoutActuallyEscaping(isWanted) { isWanted in
      Result { () throws(StageFailure) in
        for root in roots {
          let lister = RootLister(
            root: root, stage: self, ownPlaces: ownPlaces, isWanted: isWanted)
          guard try lister.list(deliver) else { return }
        }
      }
    }
    try result.get()
  }

  public func load(
    _ input: InputItem, _ scratch: inout Scratch
  ) throws(StageFailure) -> Document {
    let tag = ItemTag(rawValue: input.tag)
    scratch.decoder.tracksOrigins = input.needsRawOffsets
    if let payload = input.payload {
      return try document(of: payload.span, input.key, tag, scratch.decoder)
    }
    guard let root = roots.first(where: { $0.label == input.key.root }) else {
      throw StageFailure(reason: "vanished", message: "no root is labelled '\(input.key.root)'")
    }
    let loader = scratch.loader
    try loader.load(
      path: root.filePath(input.key.path), limit: limit,
      expected: Compression(name: input.key.path.span))
    let content = loader.content
    return try document(
      of: content.span.extracting(0..<loader.count), input.key, tag, scratch.decoder)
  }

  public func filePath(of key: InputKey) -> [UInt8]? {
    guard let root = roots.first(where: { $0.label == key.root }), root.place != .standardInput
    else { return nil }
    // Without the zero that ends it for the system.
    return root.filePath(key.path).dropLast()
  }

  private func document(
    of bytes: Span<UInt8>, _ key: InputKey, _ tag: ItemTag, _ decoder: TextDecoder
  ) throws(StageFailure) -> Document {
    var source = DocumentSource(key: key, byteCount: bytes.count, sha256: sha256(bytes))
    if tag.kind == .message {
      return try Document(message: bytes, source: source, decoder: decoder)
    }
    let declared =
      tag.kind == .html ? TextEncoding(declaredIn: bytes) : tag.declaredEncoding
    let decoded = try decoder.decode(bytes, declared: declared)
    source.encoding = decoded.encoding.rawValue
    var document: Document
    switch tag.kind {
    case .text, .message: document = Document(source: source, decoded)
    case .markdown: document = Document(source: source, decoded, form: .markdown)
    case .html: document = Document(source: source, decoded, form: .html)
    case .json: document = try Document(json: decoded, source: source, fields: fields)
    case .feedItem: document = try Document(feedItem: decoded, source: source)
    }
    if let note = decoded.note { document.metadata.addNote(note) }
    return document
  }

  private static func globs(
    _ key: String, _ patterns: [String]
  ) throws(OptionProblem) -> [Glob] {
    var globs: [Glob] = []
    for (index, pattern) in patterns.enumerated() {
      do throws(Glob.Problem) {
        globs.append(try Glob(pattern, matchesAtAnyDepth: true))
      } catch {
        throw OptionProblem(key, index, error.message)
      }
    }
    return globs
  }
}

extension Document {
  /// A document whose text is all of its bytes.
  fileprivate init(source: DocumentSource, _ decoded: DecodedText, form: Form = .plain) {
    self.init(source: source, text: decoded.text, form: form)
    rawOffsets = decoded.origins
  }
}
