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
      let isBelowHeadline =
        first > 0
        && Self.isSame(list.bytes.span.extracting(list.blocks[first - 1].range), metadata.title)
      removeHeader(first, of: &list, metadata)
      takeScatteredLines(
        &list, &metadata, hasHeadline: first > 0, isBelowHeadline: isBelowHeadline)
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
      } else if let name = nameAboveRole(list, first, metadata) {
        metadata.offer(byline: [name], from: "text line")
      } else if !Self.isSame(line, metadata.title) && !Self.isSame(line, metadata.subtitle)
        && !Self.isSame(line, metadata.site)
      {
        return
      }
      first += 1
    }
  }

  /// The name that a line consists of below the title and above what its bearer is: `Political Editor`.
  private func nameAboveRole(_ list: BlockList, _ index: Int, _ metadata: Metadata) -> String? {
    let line = list.bytes.span.extracting(list.blocks[index].range)
    guard metadata.title != nil, metadata.byline.isEmpty, line.count <= Self.longestName,
      index + 1 < list.blocks.count, !Self.isSame(line, metadata.title),
      Byline.isRoleLine(list.bytes.span.extracting(list.blocks[index + 1].range))
    else { return nil }
    let name = list.text(list.blocks[index])
    return AuthorNames.isWrittenAsName(name) && AuthorNames.read(name) == [name] ? name : nil
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
    case .publication(let site, let date):
      metadata.offer("site", \.site, site, from: origin)
      metadata.offer(date: date, isUpdate: false, from: origin)
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
    // Lines that run on, or go on below the end of a page, are the text itself.
    guard block.lines <= Self.maximumHeadlineLines || line.count <= Self.minimumRunningText,
      !Self.isCut(line, before: list.bytes.span.extracting(list.blocks[first + 1].range))
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
  /// lines, such as a second headline, which is the subtitle if it stands right below the headline.
  private func takeScatteredLines(
    _ list: inout BlockList, _ metadata: inout Metadata, hasHeadline: Bool, isBelowHeadline: Bool
  ) {
    guard hasHeadline, headlineOrigin != nil else { return }
    let limit = min(list.blocks.count, Self.maximumHeaderLines)
    let longParagraph = list.blocks[..<limit].firstIndex { block in
      block.range.count >= Self.minimumParagraph || block.kind != .body
    }
    let end = longParagraph ?? Self.firstSentence(list, limit)
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
    guard kept.count < end || end == 1 && longParagraph != nil else { return }
    if kept.count == 1, let block = kept.first, metadata.subtitle == nil, isBelowHeadline,
      block.range == list.blocks[0].range,
      Self.looksLikeSubtitle(list.bytes.span.extracting(block.range))
    {
      metadata.offer("subtitle", \.subtitle, list.text(block), from: "second line")
      kept.removeAll()
    }
    list.blocks.replaceSubrange(..<end, with: kept)
  }

  private static let maximumHeaderLines = 7
  private static let minimumParagraph = 100
  /// More lines that were put together are a paragraph, unless they are short.
  private static let maximumHeadlineLines = 2
  private static let minimumRunningText = 120
  /// A shorter line is not one that was wrapped.
  private static let minimumCutLine = 50

  /// The first paragraph that ends like a sentence, where all are short; a second headline may end so
  /// above a byline.
  private static func firstSentence(_ list: BlockList, _ limit: Int) -> Int? {
    list.blocks[..<limit].indices.first { index in
      guard endsSentence(list.bytes.span.extracting(list.blocks[index].range)) else { return false }
      guard index == 0, list.blocks.count > 1 else { return true }
      return HeaderLine.atStart(list.bytes.span.extracting(list.blocks[1].range)) == nil
    }
  }

  /// Whether the next line goes on with this one; `iPhone` begins one, too, and some writers do
  /// without capitals.
  private static func isCut(_ line: Span<UInt8>, before next: Span<UInt8>) -> Bool {
    guard line.count >= minimumCutLine, !endsSentence(line), next[0].isASCIILowercase,
      next.count < 2 || !next[1].isASCIIUppercase
    else { return false }
    return HeaderLine.atStart(next) == nil
  }

  /// Whether a line is more than a name, a place or an agency, and introduces nothing and nobody.
  private static func looksLikeSubtitle(_ line: Span<UInt8>) -> Bool {
    if endsSentence(line) || looksLikeSource(line) || isSalutation(line) { return false }
    switch line[line.count - 1] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"): return false
    default: break
    }
    return !line.matches("–", at: line.count - 3) && !line.matches("—", at: line.count - 3)
  }

  /// `Dear all`, `Hi Ann`: the first line of a letter.
  private static func isSalutation(_ line: Span<UInt8>) -> Bool {
    guard line.count <= longestSalutation else { return false }
    var spaces = 0
    for index in line.indices where line[index] == 0x20 { spaces += 1 }
    guard spaces <= 3 else { return false }
    for beginning: StaticString in ["Dear ", "Hi ", "Hello ", "Hey ", "Liebe ", "Lieber "]
    where line.matches(beginning, at: 0) {
      return true
    }
    return false
  }

  /// In bytes.
  private static let longestSalutation = 40

  /// Short, without a final full stop, and not the beginning of something that goes on.
  private static func looksLikeHeadline(_ line: Span<UInt8>) -> Bool {
    guard (4...240).contains(line.count) else { return false }
    let first = line[0]
    guard
      first.isASCIIUppercase || first.isASCIIDigit || first >= 0x80
        || first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return false }
    switch line[line.count - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "-"):
      return false
    default: break
    }
    for mark: StaticString in ["。", "…", "–", "—"] where line.matches(mark, at: line.count - 3) {
      return false
    }
    return lastMark(line) != UInt8(ascii: ".") && !isSalutation(line)
      && !line.matches("http", at: 0)
      && !holdsSentence(line)
  }

  /// Whether a sentence ends within a line that is as long as a paragraph.
  private static func holdsSentence(_ line: Span<UInt8>) -> Bool {
    guard line.count >= minimumParagraph else { return false }
    var letters = 0
    for index in 0..<line.count - 2 {
      // What is abbreviated is shorter, or begins with a capital.
      if line[index] == UInt8(ascii: "."), letters >= 4, line[index - letters - 1] == 0x20,
        line[index + 1] == 0x20, line[index + 2].isASCIIUppercase
      {
        return true
      }
      letters = line[index].isASCIILowercase ? letters + 1 : 0
    }
    return false
  }

  /// `(LEAD) Bridge to close`.
  private static func looksLikeTaggedHeadline(_ line: Span<UInt8>) -> Bool {
    guard line[0] == UInt8(ascii: "("), line.count <= 240 else { return false }
    let text = line.string(ByteRange(0, line.count))
    let title = AgencyTag.removed(text)
    return title.utf8.count < text.utf8.count && looksLikeHeadline(title.utf8.span)
  }

  private static func endsSentence(_ line: Span<UInt8>) -> Bool { lastMark(line) != nil }

  /// The full stop, or exclamation or question mark, that a line ends in.
  private static func lastMark(_ line: Span<UInt8>) -> UInt8? {
    var index = line.count
    // Quotation marks and parentheses may stand behind the full stop.
    while index > 0, index > line.count - 8 {
      index -= 1
      switch line[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return line[index]
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), 0x80...: continue
      default: return nil
      }
    }
    return nil
  }

  /// The name of the publication below the last paragraph, and marks of the end.
  private func takeSource(_ list: inout BlockList, _ metadata: inout Metadata) {
    while let end = Self.endLine(list, metadata), let block = list.blocks.popLast() {
      switch end {
      case .mark: break
      case .authors(let names): metadata.offer(byline: names, from: "last line")
      case .source(let name): metadata.offer("site", \.site, name, from: "last line")
      case .note: metadata.addNote(list.text(block))
      }
    }
  }

  private enum EndLine {
    case mark
    case authors([String])
    case source(String)
    /// Who wrote and edited the article, as agencies say at its end.
    case note
  }

  /// What the last paragraph is, if it is not part of the article.
  private static func endLine(_ list: BlockList, _ metadata: Metadata) -> EndLine? {
    guard let block = list.blocks.last, list.blocks.count > 1 else { return nil }
    // What a heading at the end stood above has left.
    if block.kind == .heading { return .mark }
    let line = list.bytes.span.extracting(block.range)
    if Boilerplate.isEndMark(line) || Boilerplate.isLinkToCoverage(line)
      || isSame(line, metadata.title)
    {
      return .mark
    }
    if block.kind == .body, metadata.byline.contains(where: { isSame(line, $0) }) { return .mark }
    if Boilerplate.isStaffNote(line) { return .note }
    if let found = namedSource(line) {
      return metadata.site == nil || found == metadata.site ? .source(found) : .note
    }
    let signed = block.kind == .body ? Byline.read(line) : nil
    if let signed, signed.allSatisfy(NewsAgencies.contains) {
      return .source(signed.joined(separator: ", "))
    }
    let previous = list.blocks[list.blocks.count - 2]
    let before = list.bytes.span.extracting(previous.range)
    if block.kind == .body, previous.kind == .body, let name = signature(line, below: before) {
      if metadata.byline.isEmpty { return .authors([name]) }
      if metadata.byline.contains(name) { return .mark }
    }
    let isBehindText =
      endsSentence(before) || Boilerplate.isStaffNote(before) || Boilerplate.isEndMark(before)
    if isBehindText, let signed {
      if metadata.byline.isEmpty { return .authors(signed) }
      return metadata.byline == signed ? .mark : nil
    }
    let isSource =
      isBehindText && block.kind == .body && looksLikeSource(line)
      && (metadata.site == nil || isSame(line, metadata.site))
      && mayNameSource(line, hasTitle: metadata.title != nil)
      // Letters end in names.
      && !isSalutation(list.bytes.span.extracting(list.blocks[0].range))
    return isSource ? .source(list.text(block)) : nil
  }

  /// The source that a line names as such: `Source: Vale Courier`, `(AFP)`, `— Reuters`.
  private static func namedSource(_ line: Span<UInt8>) -> String? {
    if let field = HeaderLine.labelledField(line), case .site(let name) = field {
      return looksLikeSource(name.utf8.span) ? name : nil
    }
    guard line.count <= longestName else { return nil }
    let isInBrackets = line[0] == UInt8(ascii: "(") || line[0] == UInt8(ascii: "[")
    guard isInBrackets || dashLength(line) > 0 || line.matches("--", at: 0) else { return nil }
    let name = line.string(ByteRange(0, line.count)).trimming { " ()[]-–—.".contains($0) }
    return NewsAgencies.read(name).isEmpty ? nil : name
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
  static func looksLikeSource(_ line: Span<UInt8>) -> Bool {
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

  /// Whether words with capitals are none that letters end with: `Best Wishes`, and a single word is an
  /// agency, or an abbreviation below an article.
  private static func mayNameSource(_ line: Span<UInt8>, hasTitle: Bool) -> Bool {
    let words = line.string(ByteRange(0, line.count)).split(separator: " ")
    guard let first = words.first else { return false }
    if words.count == 1 {
      let isAbbreviation = (3...5).contains(line.count) && first.utf8.allSatisfy(\.isASCIIUppercase)
      return isAbbreviation && hasTitle || NewsAgencies.contains(String(first))
    }
    switch first.lowercased() {
    case "best", "regards", "kind", "warm", "yours", "sincerely", "thanks", "thank", "cheers",
      "love", "happy", "good", "merry", "god", "dear", "bye":
      return false
    default: return true
    }
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
