import TextKit

/// What a file holds, by its ending.
enum FileType: Sendable {
  case text
  case markdown
  case html
  case json
  case jsonLines
  case mbox
  /// A feed, or some other XML.
  case xml
  case feed

  /// The type by the ending of a file's name, without one for compression; `nil` for any other
  /// ending.
  init?(name: Span<UInt8>) {
    var end = name.count
    if let compression = Compression(name: name) { end -= compression.ending.utf8CodeUnitCount }
    var start = end
    while start > 0, name[start - 1] != UInt8(ascii: ".") { start -= 1 }
    // A leading dot makes a name hidden; it starts no ending.
    guard start > 1 else { return nil }
    func ends(_ ending: StaticString) -> Bool {
      end - start == ending.utf8CodeUnitCount && name.matchesIgnoringCase(ending, at: start)
    }
    if ends("txt") || ends("text") {
      self = .text
    } else if ends("md") || ends("markdown") {
      self = .markdown
    } else if ends("html") || ends("htm") || ends("xhtml") {
      self = .html
    } else if ends("json") {
      self = .json
    } else if ends("jsonl") || ends("ndjson") {
      self = .jsonLines
    } else if ends("mbox") {
      self = .mbox
    } else if ends("xml") {
      self = .xml
    } else if ends("rss") || ends("atom") {
      self = .feed
    } else {
      return nil
    }
  }
}

/// How a document's bytes are read.
enum ContentKind: Int, Sendable {
  case text
  case markdown
  case html
  case json
  case feedItem
  case message
}

/// What travels from listing to loading in `InputItem.tag`: the kind of content, and the encoding
/// that the file as a whole declares.
struct ItemTag {
  var kind: ContentKind
  var declaredEncoding: TextEncoding?

  init(_ kind: ContentKind, declaredEncoding: TextEncoding? = nil) {
    self.kind = kind
    self.declaredEncoding = declaredEncoding
  }

  init(rawValue: Int) {
    kind = ContentKind(rawValue: rawValue & 0xFF) ?? .text
    let number = rawValue >> 8
    declaredEncoding = number > 0 ? TextEncoding(number: number) : nil
  }

  var rawValue: Int { kind.rawValue | (declaredEncoding?.number ?? 0) << 8 }
}
