import StageKit
import TextKit

/// Takes out of a list of paragraphs what is not body text, and puts it into the metadata.
///
/// Every step looks at one paragraph at a time and goes on until none is left that it would take, so
/// that reading the result again changes nothing. What the metadata already holds is never replaced;
/// a title in particular is only looked for where none is known.
struct ArticleReader {
  var findsMetadata: Bool
  var removesBoilerplate: Bool
  /// What to call the first paragraph in the record's origins; `nil` where a first paragraph cannot
  /// be a headline, as behind markup.
  var headlineOrigin: String?

  func read(_ list: inout BlockList, _ metadata: inout Metadata) {
    removeAnywhere(&list, &metadata)
    removeSignatures(&list)
    if findsMetadata {
      var first = 0
      takeHeaderLines(list, &first, &metadata)
      takeHeadline(list, &first, &metadata)
      takeHeaderLines(list, &first, &metadata)
      removeHeader(first, of: &list, metadata)
      takeScatteredLines(&list, &metadata, hasHeadline: first > 0)
      takeEdges(&list, &metadata)
      if let block = list.blocks.first {
        Dateline.read(list.bytes.span.extracting(block.range), &metadata)
      }
    }
  }

  /// Captions, labelled dates and boilerplate, wherever they stand.
  private func removeAnywhere(_ list: inout BlockList, _ metadata: inout Metadata) {
    var kept = 0
    for index in list.blocks.indices {
      var block = list.blocks[index]
      if removesBoilerplate {
        let rest = DrawnLine.rest(of: list.bytes.span.extracting(block.range))
        if rest.isEmpty { continue }
        let start = block.range.lowerBound
        block.range = start + rest.lowerBound..<start + rest.upperBound
      }
      if let found = HeaderLine.anywhere(list.bytes.span.extracting(block.range)), takes(found) {
        if case .editorsNote = found {
          metadata.addNote(list.text(block))
        } else {
          apply(found, &metadata)
        }
        continue
      }
      list.blocks[kept] = block
      kept += 1
    }
    list.blocks.removeLast(list.blocks.count - kept)
  }

  /// What is at the edges now that other lines have left, until nothing leaves.
  private func takeEdges(_ list: inout BlockList, _ metadata: inout Metadata) {
    var count = -1
    while count != list.blocks.count {
      count = list.blocks.count
      var first = 0
      takeHeaderLines(list, &first, &metadata)
      removeHeader(first, of: &list, metadata)
      takeEnd(&list, &metadata)
    }
  }

  /// Removes the first blocks but for the subtitle, which introduces the text.
  private func removeHeader(_ count: Int, of list: inout BlockList, _ metadata: Metadata) {
    let kept = list.blocks[..<count].first { block in
      Self.isSame(list.bytes.span.extracting(block.range), metadata.subtitle)
    }
    list.blocks.replaceSubrange(..<count, with: kept.map { [$0] } ?? [])
  }

  /// The source, and signatures that stood above it.
  private func takeEnd(_ list: inout BlockList, _ metadata: inout Metadata) {
    var count = -1
    while count != list.blocks.count {
      count = list.blocks.count
      takeSource(&list, &metadata)
      removeSignatures(&list)
    }
  }

  /// What stands below `--` at the end of a mail; a mail that was forwarded has several.
  private func removeSignatures(_ list: inout BlockList) {
    guard removesBoilerplate else { return }
    while let mark = list.blocks.suffix(Self.maximumSignature).lastIndex(where: {
      list.bytes.span.extracting($0.range).isEqual(to: "--".utf8.span)
    }), mark > 0,
      list.blocks[mark...].reduce(0, { $0 + $1.range.count }) <= Self.maximumSignatureBytes
    {
      list.blocks.removeSubrange(mark...)
    }
  }

  private static let maximumSignature = 10
  private static let maximumSignatureBytes = 500

  private func takes(_ found: HeaderLine) -> Bool {
    switch found {
    case .boilerplate: removesBoilerplate
    default: findsMetadata
    }
  }

  private func takeHeaderLines(_ list: BlockList, _ first: inout Int, _ metadata: inout Metadata) {
    while first < list.blocks.count {
      let line = list.bytes.span.extracting(list.blocks[first].range)
      if let found = HeaderLine.atStart(line, authors: metadata.byline) {
        for part in found { apply(part, &metadata) }
      } else if !Self.isSame(line, metadata.title) && !Self.isSame(line, metadata.subtitle)
        && !Self.isSame(line, metadata.site)
      {
        return
      }
      first += 1
    }
  }

  private func apply(_ found: HeaderLine, _ metadata: inout Metadata) {
    let origin = "text line"
    switch found {
    case .boilerplate, .editorsNote: break
    case .caption(let caption): metadata.offer(caption: caption, from: origin)
    case .byline(let names): metadata.offer(byline: names, from: origin)
    case .dates(let statements):
      for statement in statements {
        metadata.offer(date: statement.outcome, isUpdate: statement.isUpdate, from: origin)
      }
    case .title(let title): metadata.offer("title", \.title, title, from: origin)
    case .site(let site): metadata.offer("site", \.site, site, from: origin)
    case .section(let section): metadata.offer("section", \.section, section, from: origin)
    case .url(let url): metadata.offer("url", \.url, url, from: origin)
    }
  }

  private func takeHeadline(_ list: BlockList, _ first: inout Int, _ metadata: inout Metadata) {
    guard metadata.title == nil, let headlineOrigin, first + 1 < list.blocks.count else { return }
    let block = list.blocks[first]
    let line = list.bytes.span.extracting(block.range)
    guard
      block.kind == .heading || (block.kind == .body && Self.looksLikeHeadline(line))
        || (block.kind == .body && Self.looksLikeTaggedHeadline(line))
    else { return }
    // A score or a second headline may stand between, but a paragraph must follow.
    let isFollowed = list.blocks[(first + 1)...].prefix(3).contains { block in
      let next = list.bytes.span.extracting(block.range)
      return next.count > line.count || Self.endsSentence(next) || HeaderLine.atStart(next) != nil
    }
    guard isFollowed else { return }
    metadata.offer("title", \.title, list.text(block), from: headlineOrigin)
    first += 1
  }

  /// Bylines and dates between a headline and the first paragraph that stand behind other short
  /// lines, such as a second headline; the first of those is the subtitle.
  private func takeScatteredLines(
    _ list: inout BlockList, _ metadata: inout Metadata, hasHeadline: Bool
  ) {
    guard hasHeadline, headlineOrigin != nil else { return }
    let limit = min(list.blocks.count, Self.maximumHeaderLines)
    let end = list.blocks[..<limit].firstIndex { block in
      block.range.count >= Self.minimumParagraph || block.kind != .body
    }
    guard let end, end > 0, list.blocks[end].kind == .body else { return }
    // One line alone is a second headline only where there are other lines of a newspaper's head.
    guard end > 1 || metadata.origins.contains(where: { $0.value == .string("text line") }) else {
      return
    }
    var kept: [BlockList.Block] = []
    for block in list.blocks[..<end] {
      if let found = HeaderLine.atStart(list.bytes.span.extracting(block.range)) {
        for part in found { apply(part, &metadata) }
      } else {
        kept.append(block)
      }
    }
    guard kept.count < end || end == 1 else { return }
    if kept.count == 1, let block = kept.first, metadata.subtitle == nil,
      !Self.endsSentence(list.bytes.span.extracting(block.range))
    {
      metadata.offer("subtitle", \.subtitle, list.text(block), from: "second line")
      kept.removeAll()
    }
    list.blocks.replaceSubrange(..<end, with: kept)
  }

  private static let maximumHeaderLines = 7
  private static let minimumParagraph = 100

  /// Short, without a final full stop, and not the beginning of something that goes on.
  private static func looksLikeHeadline(_ line: Span<UInt8>) -> Bool {
    guard (4...240).contains(line.count) else { return false }
    let first = line[0]
    guard
      first.isASCIIUppercase || first.isASCIIDigit || first >= 0x80
        || first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return false }
    switch line[line.count - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return false
    default: break
    }
    return !line.matches("。", at: line.count - 3) && !line.matches("…", at: line.count - 3)
      && !line.matches("http", at: 0)
  }

  /// `(LEAD) Bridge to close`.
  private static func looksLikeTaggedHeadline(_ line: Span<UInt8>) -> Bool {
    guard line[0] == UInt8(ascii: "("), line.count <= 240 else { return false }
    let text = line.string(ByteRange(0, line.count))
    let title = AgencyTag.removed(text)
    return title.utf8.count < text.utf8.count && looksLikeHeadline(title.utf8.span)
  }

  private static func endsSentence(_ line: Span<UInt8>) -> Bool {
    var index = line.count
    // Quotation marks and parentheses may stand behind the full stop.
    while index > 0, index > line.count - 8 {
      index -= 1
      switch line[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), 0x80...: continue
      default: return false
      }
    }
    return false
  }

  /// The name of the publication below the last paragraph, and marks of the end.
  private func takeSource(_ list: inout BlockList, _ metadata: inout Metadata) {
    while let end = Self.endLine(list, metadata), let block = list.blocks.popLast() {
      switch end {
      case .mark: break
      case .author(let name): metadata.offer(byline: [name], from: "last line")
      case .source: metadata.offer("site", \.site, list.text(block), from: "last line")
      case .note: metadata.addNote(list.text(block))
      }
    }
  }

  private enum EndLine {
    case mark
    case author(String)
    case source
    /// Who wrote and edited the article, as agencies say at its end.
    case note
  }

  /// What the last paragraph is, if it is not part of the article.
  private static func endLine(_ list: BlockList, _ metadata: Metadata) -> EndLine? {
    guard let block = list.blocks.last, list.blocks.count > 1 else { return nil }
    // What a heading at the end stood above has left.
    if block.kind == .heading { return .mark }
    let line = list.bytes.span.extracting(block.range)
    if Boilerplate.isEndMark(line) || isSame(line, metadata.title) { return .mark }
    if block.kind == .body, metadata.byline.contains(where: { isSame(line, $0) }) { return .mark }
    if Boilerplate.isStaffNote(line) { return .note }
    let previous = list.blocks[list.blocks.count - 2]
    let before = list.bytes.span.extracting(previous.range)
    if block.kind == .body, previous.kind == .body, let name = signature(line, below: before) {
      if metadata.byline.isEmpty { return .author(name) }
      if metadata.byline.contains(name) { return .mark }
    }
    let isBehindText =
      endsSentence(before) || Boilerplate.isStaffNote(before) || Boilerplate.isEndMark(before)
    let isSource =
      isBehindText && block.kind == .body && looksLikeSource(line)
      && (metadata.site == nil || isSame(line, metadata.site))
    return isSource ? .source : nil
  }

  /// The name of a writer who signs behind a dash: `– Ann Bell`. Below a quotation, it names who is quoted.
  private static func signature(_ line: Span<UInt8>, below paragraph: Span<UInt8>) -> String? {
    guard line.count <= longestName, dashLength(line) > 0 else { return nil }
    switch paragraph[paragraph.count - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): break
    default: return nil
    }
    if paragraph[0] == UInt8(ascii: "\"") || paragraph.matches("“", at: 0)
      || paragraph.matches("„", at: 0) || paragraph.matches("«", at: 0)
    {
      return nil
    }
    let name = line.string(ByteRange(dashLength(line), line.count)).trimmingSpaces()
    return AuthorNames.read(name) == [name] && AuthorNames.isWrittenAsName(name) ? name : nil
  }

  /// In bytes.
  private static let longestName = 50

  private static func dashLength(_ line: Span<UInt8>) -> Int {
    if line.matches("–", at: 0) || line.matches("—", at: 0) { return 3 }
    return line.matches("-- ", at: 0) ? 2 : line.matches("- ", at: 0) ? 1 : 0
  }

  /// One to five words that all start with a capital letter.
  private static func looksLikeSource(_ line: Span<UInt8>) -> Bool {
    guard (2...48).contains(line.count), dashLength(line) == 0 else { return false }
    var words = 0
    var index = 0
    while index < line.count {
      let end = line.firstOffset(of: 0x20, in: index..<line.count) ?? line.count
      words += 1
      let isSmallWord =
        line.matches("of ", at: index) || line.matches("the ", at: index)
        || line.matches("and ", at: index) || line.matches("& ", at: index)
      if !line[index].isASCIIUppercase && !isSmallWord && line[index] < 0x80 { return false }
      for place in index..<end {
        let byte = line[place]
        let isNameByte =
          byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || byte == UInt8(ascii: "&")
          || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
          || (byte == UInt8(ascii: ".") && place + 1 < line.count)
        if !isNameByte { return false }
      }
      index = end + 1
    }
    return words <= 5
  }

  /// Whether a line holds this text, case and ends apart.
  static func isSame(_ line: Span<UInt8>, _ text: String?) -> Bool {
    guard let text, line.count <= text.utf8.count + 2 else { return false }
    let other = text.utf8.span
    guard other.count == line.count else { return false }
    for index in 0..<line.count where line[index].lowercasedASCII != other[index].lowercasedASCII {
      return false
    }
    return true
  }
}
