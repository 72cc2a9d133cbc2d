import Diagnostics

/// Makes the tree of nodes of one file out of the parser's events.
///
/// Aliases become copies of what they stand for, which share its storage; how large and how deep the
/// tree would be if it were written out is bounded, so that a few lines cannot stand for millions.
struct TreeBuilder {
  static let maximumDepth = 64
  /// How many nodes aliases may add. Those that are written out are bounded by the file's size.
  static let maximumAliasedNodes = 100_000

  private struct Anchor {
    /// `nil` while the node that it names is being read.
    var node: Node?
    var size = 0
    var height = 0
  }

  /// What a finished node counts: itself and all below it, and the levels of it.
  private struct Extent {
    var size = 1
    var height = 1

    mutating func add(_ part: Extent) {
      size += part.size
      height = max(height, part.height + 1)
    }
  }

  private let parser: YAMLParser
  private let file: String
  private var anchors: [String: Anchor] = [:]
  private var aliasedNodes = 0
  private(set) var mistakes: [LocatedMistake] = []

  /// Reads a whole text.
  ///
  /// - Returns: the top node, or `nil` if the text holds none; and the mistakes beside which it could
  ///   be read.
  /// - Throws: the mistake that ends reading.
  static func build(
    _ source: SourceText
  ) throws(LocatedMistake) -> (node: Node?, mistakes: [LocatedMistake]) {
    let parser = try YAMLParser(source)
    var builder = TreeBuilder(parser: parser, file: source.file)
    let node = try builder.buildDocument()
    return (node, builder.mistakes)
  }

  private init(parser: YAMLParser, file: String) {
    self.parser = parser
    self.file = file
  }

  private mutating func buildDocument() throws(LocatedMistake) -> Node? {
    var node: Node?
    while true {
      let event = try parser.next()
      switch event.kind {
      case .streamEnd: return node
      case .other: continue
      case .documentStart:
        if node != nil { throw LocatedMistake(.severalDocuments, location(event.start)) }
      default:
        node = try build(event, depth: 1).node
      }
    }
  }

  private mutating func build(
    _ event: YAMLEvent, depth: Int
  ) throws(LocatedMistake) -> (node: Node, extent: Extent) {
    let place = location(event.start)
    if depth > Self.maximumDepth { throw LocatedMistake(.nestedTooDeeply, place) }
    if event.kind == .alias { return try expand(event, depth: depth) }
    if let tag = event.tag, !Self.isCoreTag(tag) {
      mistakes.append(LocatedMistake(.unsupportedTag(tag), place))
    }
    if let name = event.anchor { anchors[name] = Anchor() }
    var extent = Extent()
    let content: Node.Content
    switch event.kind {
    case .listStart:
      content = .list(try buildElements(depth: depth, &extent))
    case .tableStart:
      content = .table(try buildEntries(depth: depth, &extent))
    default:
      let isString = event.tag.map { $0 == "!" || $0.hasSuffix(":str") } ?? false
      content = .scalar(
        Node.Scalar(
          text: event.text, isPlain: event.isPlain && !isString, textColumn: event.textColumn))
    }
    let node = Node(content: content, location: place)
    if let name = event.anchor {
      anchors[name] = Anchor(node: node, size: extent.size, height: extent.height)
    }
    return (node, extent)
  }

  private mutating func buildElements(
    depth: Int, _ extent: inout Extent
  ) throws(LocatedMistake) -> [Node] {
    var elements: [Node] = []
    while true {
      let event = try parser.next()
      if event.kind == .listEnd { return elements }
      let element = try build(event, depth: depth + 1)
      elements.append(element.node)
      extent.add(element.extent)
    }
  }

  private mutating func buildEntries(
    depth: Int, _ extent: inout Extent
  ) throws(LocatedMistake) -> [Node.Entry] {
    var entries: [Node.Entry] = []
    var lineOfKey: [String: Int] = [:]
    var merged: [Node.Entry] = []
    while true {
      let event = try parser.next()
      if event.kind == .tableEnd { break }
      let key = try build(event, depth: depth + 1)
      let value = try build(try parser.next(), depth: depth + 1)
      extent.add(key.extent)
      extent.add(value.extent)
      guard let scalar = key.node.scalar else {
        mistakes.append(LocatedMistake(.keyIsNotAName, key.node.location))
        continue
      }
      if let line = lineOfKey[scalar.text] {
        mistakes.append(
          LocatedMistake(.duplicateKey(scalar.text, firstLine: line), key.node.location))
        continue
      }
      lineOfKey[scalar.text] = key.node.location.line
      if scalar.text == "<<", scalar.isPlain {
        collectMerged(value.node, into: &merged)
      } else {
        entries.append(
          Node.Entry(key: scalar.text, keyLocation: key.node.location, value: value.node))
      }
    }
    // Keys of the table itself win, then those of the tables that are named first.
    for entry in merged where lineOfKey.updateValue(0, forKey: entry.key) == nil {
      entries.append(entry)
    }
    return entries
  }

  /// Takes the entries of the table, or of the list of tables, that stands after `<<`.
  private mutating func collectMerged(_ node: Node, into merged: inout [Node.Entry]) {
    switch node.content {
    case .table(let entries): merged += entries
    case .list(let elements):
      for element in elements {
        if let entries = element.entries {
          merged += entries
        } else {
          mistakes.append(LocatedMistake(.mergeOfNoTable, element.location))
        }
      }
    case .scalar: mistakes.append(LocatedMistake(.mergeOfNoTable, node.location))
    }
  }

  private mutating func expand(
    _ event: YAMLEvent, depth: Int
  ) throws(LocatedMistake) -> (node: Node, extent: Extent) {
    let place = location(event.start)
    let name = event.anchor ?? ""
    guard let anchor = anchors[name] else { throw LocatedMistake(.unknownAnchor(name), place) }
    guard let node = anchor.node else { throw LocatedMistake(.aliasInsideItself(name), place) }
    if depth + anchor.height - 1 > Self.maximumDepth {
      throw LocatedMistake(.nestedTooDeeply, place)
    }
    aliasedNodes += anchor.size
    if aliasedNodes > Self.maximumAliasedNodes { throw LocatedMistake(.tooManyNodes, place) }
    return (node, Extent(size: anchor.size, height: anchor.height))
  }

  private func location(_ mark: YAMLMark) -> SourceLocation {
    SourceLocation(file: file, line: mark.line, column: mark.column)
  }

  /// The types that YAML has by itself. They are allowed and, but for `!!str`, ignored: the option
  /// says what type it wants.
  private static func isCoreTag(_ tag: String) -> Bool {
    let prefix = "tag:yaml.org,2002:"
    guard tag.hasPrefix(prefix) else { return tag == "!" }
    return ["str", "int", "float", "bool", "null", "map", "seq"].contains(
      String(tag.dropFirst(prefix.count)))
  }
}
