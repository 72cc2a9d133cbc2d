import StageKit
import TextKit

/// What a short line at the edge of an article is, if it is not part of the article.
enum HeaderLine {
  case boilerplate
  case caption(Metadata.Caption)
  case byline([String])
  case dates([DateLine.Statement])
  case title(String)
  case site(String)
  /// Where and when the article came out.
  case publication(String, DateReader.Outcome)
  case section(String)
  case url(String)
  case editorsNote

  /// No line longer than this, in bytes, is looked at.
  static let maximumLength = 400

  /// What a line is that may stand anywhere in the article. The answer depends on the line alone.
  static func anywhere(_ line: Span<UInt8>) -> HeaderLine? {
    if Boilerplate.isEditorsNote(line) { return .editorsNote }
    guard line.count <= maximumLength else { return nil }
    if let found = publication(line) { return found }
    if Boilerplate.matches(line) || NewsAgencies.isCredit(line) { return .boilerplate }
    if let caption = CaptionLine.read(line) { return .caption(caption) }
    if let dates = DateLine.read(line), dates.isLabelled { return .dates(dates.statements) }
    return nil
  }

  /// `Published in Vale Courier, March 4th, 2024`.
  private static func publication(_ line: Span<UInt8>) -> HeaderLine? {
    let label: StaticString = "published in "
    guard line.matchesIgnoringCase(label, at: 0), line.count <= 120,
      let date = DateReader.first(in: line, from: label.utf8CodeUnitCount)
    else { return nil }
    let name = line.string(ByteRange(label.utf8CodeUnitCount, date.range.lowerBound)).trimming {
      " ,".contains($0)
    }
    // Nothing but a full stop may follow.
    guard line.count - date.range.upperBound <= 1, ArticleReader.looksLikeSource(name.utf8.span)
    else { return nil }
    return .publication(name, date.outcome)
  }

  /// What a line before the article's first paragraph is. Parts that stand between `|` or `•` must
  /// all be such lines.
  ///
  /// - Parameter authors: names that are known, and so need no `By` before them.
  static func atStart(_ line: Span<UInt8>, authors: [String] = []) -> [HeaderLine]? {
    if let found = anywhere(line) { return [found] }
    guard line.count <= maximumLength else { return nil }
    if let field = labelledField(line) { return [field] }
    if line.count <= 80, line.matchesIgnoringCase("from our ", at: 0) { return [.boilerplate] }
    if CopyHeading.isSlug(line) || Boilerplate.isReadingTime(line) { return [.boilerplate] }
    if let end = CopyHeading.endOfRelease(line) {
      let rest = DateLine.read(line.extracting(end..<line.count))
      return rest.map { [.boilerplate, .dates($0.statements)] } ?? [.boilerplate]
    }
    if let dates = DateLine.read(line) { return [.dates(dates.statements)] }
    if let found = datedBesideOthers(line) { return found }
    if let found = parts(line, authors) { return found }
    if !authors.isEmpty, Byline.isRoleLine(line) { return [.boilerplate] }
    if Byline.isUnnamed(line) { return [.boilerplate] }
    if let agency = NewsAgencies.read(line: line) { return [.site(agency)] }
    if let name = Byline.withRole(line) { return [.byline([name])] }
    return datedByline(line) ?? Byline.read(line).map { [.byline($0)] }
  }

  /// `5 min readMarch 4, 2024`, whose parts style sets apart, and `2024-03-04 来源：…`.
  private static func datedBesideOthers(_ line: Span<UInt8>) -> [HeaderLine]? {
    guard line.count <= 120, line[0].isASCIIDigit else { return nil }
    for mark: StaticString in [" read", "来源：", "来源:"] {
      for index in 1..<line.count where line.matches(mark, at: index) {
        let end = index + mark.utf8CodeUnitCount
        let isReading = mark.utf8Start[0] == 0x20
        if isReading, !Boilerplate.isReadingTime(line.extracting(..<end)) { continue }
        let dates = PlainText.trim(line, isReading ? end..<line.count : 0..<index)
        return DateLine.read(line.extracting(dates)).map { [.boilerplate, .dates($0.statements)] }
      }
    }
    return nil
  }

  /// `By Ann Bell, March 4, 2024`, `Par Jean Dupont, publié le 4 mars 2024`, `4 March 2024, by Ann Bell`.
  private static func datedByline(_ line: Span<UInt8>) -> [HeaderLine]? {
    guard line.count <= 160 else { return nil }
    let isNameFirst = Byline.hasLabel(line)
    guard isNameFirst || (0..<min(line.count, 32)).contains(where: { line[$0].isASCIIDigit }) else {
      return nil
    }
    var index = 0
    while let space = line.firstOffset(of: 0x20, in: index..<line.count) {
      index = space + 1
      var end = space
      while end > 0, line[end - 1] == 0x20 || line[end - 1] == UInt8(ascii: ",") { end -= 1 }
      let left = line.extracting(0..<end)
      let right = line.extracting(index..<line.count)
      if isNameFirst {
        guard let dates = DateLine.read(right) else { continue }
        return Byline.read(left).map { [.byline($0), .dates(dates.statements)] }
      }
      guard Byline.hasLabel(right) else { continue }
      guard let dates = DateLine.read(left), let names = Byline.read(right) else { return nil }
      return [.dates(dates.statements), .byline(names)]
    }
    return nil
  }

  /// The parts of a line such as `Ann Bell | 19 September 2023 | 4 min read`; `nil` where it is not
  /// divided or one part is anything else.
  private static func parts(_ line: Span<UInt8>, _ authors: [String]) -> [HeaderLine]? {
    guard line.count <= 200 else { return nil }
    var found: [HeaderLine] = []
    /// The first part, if only an agency behind it can show that it holds names.
    var unlabelled: Range<Int>?
    var start = 0
    var index = 0
    while index <= line.count {
      let length = index == line.count ? 1 : dividerLength(line, at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      // Without a divider, it is not a line of parts.
      if index == line.count, start == 0 { return nil }
      let part = PlainText.trim(line, start..<index)
      if let range = unlabelled {
        // `Ann Bell | PTI | 4 March 2024`
        guard NewsAgencies.read(line: line.extracting(part)) != nil,
          let names = names(line.extracting(range))
        else { return nil }
        found.append(.byline(names))
        unlabelled = nil
      }
      if !part.isEmpty {
        if authors.contains(where: { line.extracting(part).isEqual(to: $0.utf8.span) }) {
          found.append(.byline(authors))
        } else if let finding = simplePart(line.extracting(part)) {
          found.append(finding)
        } else if start == 0 {
          unlabelled = part
        } else {
          return nil
        }
      }
      index += length
      start = index
    }
    return found.isEmpty || unlabelled != nil ? nil : found
  }

  /// Names as a byline has them, without the `By` before them.
  private static func names(_ part: Span<UInt8>) -> [String]? {
    guard let names = Byline.names(part.string(ByteRange(0, part.count))),
      names.allSatisfy(AuthorNames.isWrittenAsName)
    else { return nil }
    return names
  }

  private static func dividerLength(_ line: Span<UInt8>, at index: Int) -> Int {
    if line[index] == UInt8(ascii: "|") { return 1 }
    if line[index] < 0x80 {
      guard line[index] == 0x20 else { return 0 }
      for dash: StaticString in [" - ", " – ", " — "] where line.matches(dash, at: index) {
        return dash.utf8CodeUnitCount
      }
      return 0
    }
    return line.matches("•", at: index) ? 3 : line.matches("·", at: index) ? 2 : 0
  }

  private static func simplePart(_ part: Span<UInt8>) -> HeaderLine? {
    if let dates = DateLine.read(part) { return .dates(dates.statements) }
    if let names = Byline.read(part) { return .byline(names) }
    if Boilerplate.matches(part) || Boilerplate.isReadingTime(part) { return .boilerplate }
    if let agency = NewsAgencies.read(line: part) { return .site(agency) }
    return nil
  }

  /// `Subject: …` and its like, as in mail and agency copy.
  static func labelledField(_ line: Span<UInt8>) -> HeaderLine? {
    guard let colon = line.firstOffset(of: UInt8(ascii: ":"), in: 0..<min(line.count, 16)),
      colon + 1 < line.count, line[colon + 1] == 0x20
    else { return nil }
    let value = line.string(ByteRange(colon + 2, line.count)).trimmingSpaces()
    guard !value.isEmpty else { return nil }
    switch line.string(ByteRange(0, colon)).trimmingSpaces().lowercased() {
    case "subject", "title", "headline", "betreff", "objet", "asunto", "oggetto":
      return .title(value)
    case "from", "author", "authors", "writer", "byline", "autor", "autorin", "autoren", "auteur",
      "autrice", "autora", "autore", "autorka", "автор", "forfatter", "författare":
      return .byline(Byline.sender(value))
    case "source", "publisher", "site", "quelle": return .site(value)
    case "section", "category", "rubric": return .section(value)
    case "url", "link": return .url(value)
    case "keywords", "tags", "language", "words", "word count", "length", "slug", "edition",
      "load-date":
      return .boilerplate
    case "to", "cc", "bcc", "reply-to", "sender", "return-path", "delivered-to", "message-id",
      "in-reply-to", "organization", "organisation", "x-mailer", "user-agent", "mime-version",
      "content-type", "importance", "attachments", "an", "kopie":
      return .boilerplate
    default: return nil
    }
  }
}

extension String {
  /// Without such characters at the ends.
  func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    var part = self[...]
    while let first = part.first, isTrimmed(first) { part.removeFirst() }
    while let last = part.last, isTrimmed(last) { part.removeLast() }
    return String(part)
  }

  /// Without spaces at the ends.
  func trimmingSpaces() -> String {
    var part = self[...]
    while part.utf8.first == 0x20 { part.removeFirst() }
    while part.utf8.last == 0x20 { part.removeLast() }
    return String(part)
  }
}
