import CXML
import StageKit
import TextKit

/// An HTML document as a flat list of its elements and texts in document order.
///
/// libxml2 reads the markup and reports it piece by piece (its SAX interface); no tree of its own is
/// built. Every node knows where its descendants end, so that all later steps are loops over the
/// list: nothing recurs, however deeply a page nests, and the buffers are reused from page to page.
struct HTMLTree {
  struct Node {
    var tag: HTMLTag
    var parent: Int32
    /// The number of the first node behind all descendants.
    var end: Int32
    /// Of a text: where its bytes are. Of an element: nothing.
    var textStart: Int32 = 0
    var textEnd: Int32 = 0
    var firstAttribute: Int32 = 0
    var attributeCount: Int32 = 0
  }

  struct Attribute {
    var name: HTMLAttribute
    var start: Int32
    var end: Int32
  }

  /// What is behind so many nodes or levels is left out. A page with more is no article; the limits
  /// bound memory and, where end tags match nothing, time.
  private static let maximumNodes = 1_000_000
  private static let maximumDepth = 512

  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  private(set) var bytes: [UInt8] = []
  /// Whether the page went beyond a limit.
  private(set) var isTruncated = false
  /// Whether this is the inside of a page alone, as the body of a feed's item or of a mail is.
  var isFragment: Bool { !source.isWholePage }
  /// Where `bytes` stand in the page, if that is asked for; those of attributes stand nowhere.
  private(set) var origins: OffsetMap?
  private var source = HTMLSource()
  private let names = HTMLNames()
  private var open: [Int32] = []
  private var parser: htmlParserCtxtPtr?

  /// Reads a page. What is not well-formed is read as browsers would, as far as libxml2 does.
  mutating func read(_ html: Span<UInt8>, tracksOrigins: Bool = false) {
    nodes.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    isTruncated = false
    _ = parserIsReady
    guard let context = htmlNewParserCtxt() else { return }
    defer { htmlFreeParserCtxt(context) }
    parser = context
    defer { parser = nil }
    let handler = context.pointee.sax
    handler?.pointee = xmlSAXHandler()
    handler?.pointee.startElement = { tree, name, attributes in
      HTMLTree.borrow(tree) { $0.startElement(name, attributes) }
    }
    handler?.pointee.endElement = { tree, _ in HTMLTree.borrow(tree) { $0.endElement() } }
    handler?.pointee.characters = { tree, text, count in
      HTMLTree.borrow(tree) { $0.addText(text, count) }
    }
    handler?.pointee.cdataBlock = { tree, text, count in
      HTMLTree.borrow(tree) { $0.addText(text, count) }
    }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    source.read(html, tracksOrigins: tracksOrigins)
    origins = tracksOrigins ? OffsetMap() : nil
    let input = source.bytes
    withUnsafeMutablePointer(to: &self) { tree in
      context.pointee.userData = UnsafeMutableRawPointer(tree)
      input.withUnsafeBytes { buffer in
        let start = buffer.assumingMemoryBound(to: CChar.self).baseAddress
        let count = Int32(clamping: buffer.count)
        xmlFreeDoc(htmlCtxtReadMemory(context, start, count, nil, "UTF-8", Int32(options)))
      }
    }
    while !open.isEmpty { endElement() }
  }

  /// libxml2 hands back the pointer that it was given in `read`, which outlives the parsing.
  private static func borrow(
    _ pointer: UnsafeMutableRawPointer?, _ body: (inout HTMLTree) -> Void
  ) {
    guard let tree = pointer?.assumingMemoryBound(to: HTMLTree.self) else { return }
    body(&tree.pointee)
  }

  private mutating func startElement(
    _ name: UnsafePointer<UInt8>?, _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard let name, !isTruncated else { return }
    guard nodes.count < Self.maximumNodes, open.count < Self.maximumDepth else { return stop() }
    var node = Node(tag: names.tag(name), parent: open.last ?? -1, end: 0)
    node.firstAttribute = Int32(attributes.count)
    if var place = list {
      // Names and values in turn; a name without a value has none.
      while let attributeName = place.pointee {
        if let known = names.attribute(attributeName) {
          let start = bytes.count
          if let value = place[1] { append(value) }
          attributes.append(
            Attribute(name: known, start: Int32(start), end: Int32(bytes.count)))
          node.attributeCount += 1
        }
        place += 2
      }
    }
    open.append(Int32(nodes.count))
    nodes.append(node)
  }

  private mutating func endElement() {
    guard let index = open.popLast() else { return }
    nodes[Int(index)].end = Int32(nodes.count)
  }

  private mutating func addText(_ text: UnsafePointer<UInt8>?, _ count: Int32) {
    guard let text, count > 0, !isTruncated else { return }
    guard bytes.count + Int(count) < Int(Int32.max) else { return stop() }
    bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
    if origins != nil { trackText(Int(count)) }
    // The parser hands over long texts and those with entities in pieces.
    if let last = nodes.indices.last, nodes[last].tag == .text,
      nodes[last].parent == open.last ?? -1,
      Int(nodes[last].textEnd) == bytes.count - Int(count)
    {
      nodes[last].textEnd = Int32(bytes.count)
      return
    }
    guard nodes.count < Self.maximumNodes else { return stop() }
    nodes.append(
      Node(
        tag: .text, parent: open.last ?? -1, end: Int32(nodes.count + 1),
        textStart: Int32(bytes.count) - count, textEnd: Int32(bytes.count)))
  }

  /// Notes where the last bytes come from.
  private mutating func trackText(_ count: Int) {
    let found = originsOfText(count)
    // Attributes stand between.
    let between = bytes.count - count - (origins?.count ?? 0)
    origins?.append(between, from: 0..<0)
    origins?.append(0..<found.count, of: found)
  }

  /// Where the last bytes come from. The parser stands behind them in what it reads, or before their
  /// last character where it hands over a long text in pieces.
  private func originsOfText(_ count: Int) -> OffsetMap {
    var found = OffsetMap()
    guard let sourceOrigins = source.origins, let input = parser?.pointee.input?.pointee else {
      return found
    }
    let text = bytes.span.extracting(bytes.count - count..<bytes.count)
    let place = Int(input.consumed) + (input.cur - input.base)
    var lastCharacter = 1
    while lastCharacter < count, text[count - lastCharacter].isUTF8Continuation {
      lastCharacter += 1
    }
    for end in [place, place + lastCharacter] where end >= count && end <= source.bytes.count {
      if source.bytes.span.extracting(end - count..<end).isEqual(to: text) {
        found.append(end - count..<end, of: sourceOrigins)
        return found
      }
    }
    // A character reference, which ends here.
    let end = min(place, source.bytes.count)
    let start = (max(0, end - Self.maximumReference)..<end).last {
      source.bytes[$0] == UInt8(ascii: "&")
    }
    let range = sourceOrigins.origin(of: (start ?? max(0, end - count))..<end)
    var index = 0
    while index < count {
      var next = index + 1
      while next < count, text[next].isUTF8Continuation { next += 1 }
      found.append(next - index, from: range)
      index = next
    }
    return found
  }

  /// The longest character reference, in bytes.
  private static let maximumReference = 40

  private mutating func append(_ text: UnsafePointer<UInt8>) {
    var count = 0
    while text[count] != 0 { count += 1 }
    bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
  }

  private mutating func stop() {
    isTruncated = true
    xmlStopParser(parser)
  }

  // MARK: Looking at nodes

  func attribute(_ name: HTMLAttribute, of node: Int) -> String? {
    guard let range = attributeRange(name, of: node) else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  func attributeRange(_ name: HTMLAttribute, of node: Int) -> Range<Int>? {
    let first = Int(nodes[node].firstAttribute)
    for index in first..<first + Int(nodes[node].attributeCount)
    where attributes[index].name == name {
      return Int(attributes[index].start)..<Int(attributes[index].end)
    }
    return nil
  }

  func textRange(of node: Int) -> Range<Int> {
    Int(nodes[node].textStart)..<Int(nodes[node].textEnd)
  }

  /// The nodes below an element, in document order.
  func descendants(of node: Int) -> Range<Int> { node + 1..<Int(nodes[node].end) }

  /// Whether an element is struck through, by its name or its own style.
  func isStruck(_ node: Int) -> Bool {
    if nodes[node].tag.isStruck { return true }
    guard nodes[node].attributeCount > 0, let style = attributeRange(.style, of: node) else {
      return false
    }
    return InlineStyle(bytes.span.extracting(style)).isStruck
  }

  /// All text below an element but what was taken back, with single spaces and none at the ends.
  func text(of node: Int) -> String { text(of: node, limit: .max) ?? "" }

  /// The same, or `nil` if it has more than so many bytes.
  func text(of node: Int, limit: Int) -> String? {
    var list = BlockList()
    var index = node + 1
    let end = Int(nodes[node].end)
    while index < end {
      guard list.openCount <= limit else { return nil }
      let tag = nodes[index].tag
      guard !isStruck(index), !tag.isCode else {
        index = Int(nodes[index].end)
        continue
      }
      switch tag {
      case .text:
        if nodes[node].tag.isCode { break }
        list.append(bytes.span.extracting(textRange(of: index)))
      case .br: list.appendSpace()
      case let tag where tag.isBlock: list.appendSpace()
      default: break
      }
      index += 1
    }
    guard list.openCount <= limit else { return nil }
    list.close(.body)
    return list.blocks.first.map(list.text) ?? ""
  }
}

/// Has libxml2 made ready once, before the first page. It makes its locks when they are first used,
/// which two workers may do at once, and then both wait for ever.
private let parserIsReady: Void = xmlInitParser()
