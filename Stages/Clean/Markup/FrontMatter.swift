import StageKit
import TextKit

/// The block of YAML between lines of `---`, or of TOML between lines of `+++`, that many Markdown files
/// begin with.
enum FrontMatter {
  /// Fills the metadata with what is known of an article.
  ///
  /// - Returns: the offset behind the block; 0 where there is none.
  static func read(_ text: Span<UInt8>, _ metadata: inout Metadata) -> Int {
    let first = text.firstOffset(of: 0x0A, in: 0..<text.count) ?? text.count
    let mark = PlainText.trim(text, 0..<first)
    guard mark.lowerBound == 0, mark.count == 3 else { return 0 }
    let members: [Value.Member]
    let end: (start: Int, next: Int)
    if text.matches("---", at: 0), let found = self.end(of: text, from: first, ["---", "..."]) {
      guard let read = FrontMatterYAML.read(text, first + 1..<max(first + 1, found.start)) else {
        return 0
      }
      (members, end) = (read, found)
    } else if text.matches("+++", at: 0), let found = self.end(of: text, from: first, ["+++"]) {
      (members, end) = (FrontMatterTOML.read(text, first + 1..<max(first + 1, found.start)), found)
    } else {
      return 0
    }
    for member in members { set(member, &metadata) }
    return end.next
  }

  /// Where the closing line starts, and the offset of the line after it.
  private static func end(
    of text: Span<UInt8>, from first: Int, _ marks: [StaticString]
  ) -> (start: Int, next: Int)? {
    var index = first + 1
    while index < text.count {
      let lineEnd = text.firstOffset(of: 0x0A, in: index..<text.count) ?? text.count
      let line = PlainText.trim(text, index..<lineEnd)
      if line.count == 3, marks.contains(where: { text.matches($0, at: line.lowerBound) }) {
        return (index, min(lineEnd + 1, text.count))
      }
      index = lineEnd + 1
    }
    return nil
  }

  private static func set(_ member: Value.Member, _ metadata: inout Metadata) {
    let origin = "front matter"
    let values = texts(member.value)
    switch member.key.lowercased() {
    // Where Hugo has sites keep what is their own.
    case "params": for inner in member.value.members ?? [] { set(inner, &metadata) }
    case "title", "headline": metadata.offer("title", \.title, values.first, from: origin)
    case "subtitle", "description":
      metadata.offer("subtitle", \.subtitle, values.first, from: origin)
    case "author", "authors", "byline":
      metadata.offer(
        byline: values.flatMap { Byline.names($0) ?? [$0] }, from: origin)
    case "date", "published", "pubdate", "publishdate":
      metadata.offer(date: values.first, isUpdate: false, from: origin)
    case "updated", "modified", "lastmod":
      metadata.offer(date: values.first, isUpdate: true, from: origin)
    case "site", "source", "publisher": metadata.offer("site", \.site, values.first, from: origin)
    case "section", "category", "categories":
      metadata.offer("section", \.section, values.first, from: origin)
    case "url", "link", "canonical": metadata.offer("url", \.url, values.first, from: origin)
    default: break
    }
  }

  /// The texts of a list; of an object such as `{name: Ann Bell, email: …}` its name.
  private static func texts(_ value: Value) -> [String] {
    if let list = value.list { return list.flatMap { texts($0) } }
    guard let text = (value["name"] ?? value).string else { return [] }
    var list = BlockList()
    list.append(text.utf8.span)
    list.close(.body)
    return list.blocks.map(list.text)
  }
}
