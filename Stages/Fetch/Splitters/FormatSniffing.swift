import TextKit

/// How a file is to be read.
enum ReadingPlan: Equatable {
  /// What a file may turn out to hold.
  enum Unknown {
    case json
    case xml
    case anything
  }

  case whole(ContentKind)
  case records(RecordFormat)
  /// The beginning of the file tells.
  case undecided(Unknown)

  /// The plan for a file of a type; `nil` stands for a file whose ending says nothing.
  init(for type: FileType?, split: SplitOptions) {
    switch split.format {
    case .jsonl: self = .records(.jsonLines)
    case .json: self = .undecided(.json)
    case .mbox: self = .records(.mbox)
    case .feed: self = .records(.feed)
    case .none: self = .whole(type?.contentKind ?? .text)
    case .auto:
      switch type {
      case .text, .markdown, nil:
        let separator = split.separator.map { RecordFormat.separated(by: Array($0.utf8)) }
        self = separator.map(ReadingPlan.records) ?? .whole(type?.contentKind ?? .text)
      case .html: self = .whole(.html)
      case .json: self = .undecided(.json)
      case .jsonLines: self = .records(.jsonLines)
      case .mbox: self = .records(.mbox)
      case .xml: self = .undecided(.xml)
      case .feed: self = .records(.feed)
      }
    }
  }

  /// Decides what is undecided.
  init(_ unknown: Unknown, sniffing head: Span<UInt8>) {
    switch unknown {
    case .json: self.init(sniffingJSON: head)
    case .xml: self.init(sniffingXML: head)
    case .anything: self.init(sniffing: head)
    }
  }

  /// How much of a file is looked at.
  static let sniffedBytes = 1 << 16

  /// Finds out whether JSON is a list of articles, JSON Lines under another name, or one article.
  private init(sniffingJSON head: Span<UInt8>) {
    let start = head.offsetOfContent
    guard start < head.count, head[start] == UInt8(ascii: "[") else {
      self = head.startsWithJSONLine(at: start) ? .records(.jsonLines) : .whole(.json)
      return
    }
    self = .records(.jsonArray)
  }

  /// Finds out whether XML is a feed.
  private init(sniffingXML head: Span<UInt8>) {
    var position = head.offsetOfContent
    while let start = head.firstOffset(of: UInt8(ascii: "<"), in: position..<head.count) {
      position = start + 1
      if head.matches("<!--", at: start) {
        while position < head.count, !head.matches("-->", at: position) { position += 1 }
        continue
      }
      guard position < head.count, head[position].isASCIILetter else { continue }
      self = head.feedRoot(nameAt: position) != nil ? .records(.feed) : .whole(.html)
      return
    }
    self = .whole(.html)
  }

  /// Finds out what standard input holds.
  private init(sniffing head: Span<UInt8>) {
    let start = head.offsetOfContent
    var next = start + 1
    while next < head.count, head[next].isASCIIWhitespace { next += 1 }
    let second = next < head.count ? head[next] : 0
    if start == head.count {
      self = .whole(.text)
    } else if head[start] == UInt8(ascii: "[") && second == UInt8(ascii: "{")
      || head[start] == UInt8(ascii: "{") && second == UInt8(ascii: "\"")
    {
      self.init(sniffingJSON: head)
    } else if start == 0, head.startsWithMessage {
      self = .records(.mbox)
    } else if head.matches("<?xml", at: start)
      || head[start] == UInt8(ascii: "<") && head.feedRoot(nameAt: start + 1) != nil
    {
      self.init(sniffingXML: head)
    } else if head.matchesIgnoringCase("<!doctype html", at: start)
      || head.matchesIgnoringCase("<html", at: start)
    {
      self = .whole(.html)
    } else {
      self = .whole(.text)
    }
  }
}

extension Span<UInt8> {
  /// The offset after a byte order mark and white space.
  fileprivate var offsetOfContent: Int {
    var offset = TextDecoder.byteOrderMark(self)?.encoding == .utf8 ? 3 : 0
    while offset < count, self[offset].isASCIIWhitespace { offset += 1 }
    return offset
  }

  /// Whether the line at an offset is one whole JSON object and something follows it.
  fileprivate func startsWithJSONLine(at start: Int) -> Bool {
    guard start < count, self[start] == UInt8(ascii: "{"),
      let end = firstOffset(of: UInt8(ascii: "\n"), in: start..<count)
    else { return false }
    var last = end
    while self[last - 1].isASCIIWhitespace { last -= 1 }
    guard self[last - 1] == UInt8(ascii: "}") else { return false }
    var next = end
    while next < count, self[next].isASCIIWhitespace { next += 1 }
    guard next < count, self[next] == UInt8(ascii: "{") else { return false }
    return (try? Value(json: extracting(start..<last))) != nil
  }
}

extension FileType {
  /// How a file of this type is read if it is one document.
  fileprivate var contentKind: ContentKind {
    switch self {
    case .text, .jsonLines, .mbox: .text
    case .markdown: .markdown
    case .html, .xml, .feed: .html
    case .json: .json
    }
  }
}
