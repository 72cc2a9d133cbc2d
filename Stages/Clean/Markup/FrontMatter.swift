import StageKit
import TextKit

/// The YAML block between two lines of `---` that many Markdown files begin with.
///
/// Only what front matter holds in practice is read: `key: value` with or without quotes, and lists
/// in brackets or with dashes.
enum FrontMatter {
  /// Fills the metadata with what is known of an article.
  ///
  /// - Returns: the offset behind the block; 0 where there is none.
  static func read(_ text: Span<UInt8>, _ metadata: inout Metadata) -> Int {
    guard text.matches("---\n", at: 0), let end = end(of: text) else { return 0 }
    var key = ""
    var values: [String] = []
    var index = 4
    while index < end.start {
      let lineEnd = text.firstOffset(of: 0x0A, in: index..<text.count) ?? text.count
      let line = PlainText.trim(text, index..<lineEnd)
      let isIndented = line.lowerBound > index
      index = lineEnd + 1
      // The space may be all that stands behind the dash, and then is no part of the line.
      if line.count > 2, text.matches("- ", at: line.lowerBound), !key.isEmpty {
        values.append(unquoted(text.string(ByteRange(line.lowerBound + 2, line.upperBound))))
      } else if !isIndented, let colon = text.firstOffset(of: UInt8(ascii: ":"), in: line) {
        set(key, values, &metadata)
        key = text.string(ByteRange(line.lowerBound, colon)).lowercased()
        values = list(text.string(ByteRange(colon + 1, line.upperBound)).trimmingSpaces())
      }
    }
    set(key, values, &metadata)
    return end.next
  }

  /// Where the closing line starts, and the offset of the line after it.
  private static func end(of text: Span<UInt8>) -> (start: Int, next: Int)? {
    var index = 4
    while index < text.count {
      let lineEnd = text.firstOffset(of: 0x0A, in: index..<text.count) ?? text.count
      let line = PlainText.trim(text, index..<lineEnd)
      if line.count == 3,
        text.matches("---", at: line.lowerBound) || text.matches("...", at: line.lowerBound)
      {
        return (index, min(lineEnd + 1, text.count))
      }
      index = lineEnd + 1
    }
    return nil
  }

  private static func set(_ key: String, _ values: [String], _ metadata: inout Metadata) {
    let origin = "front matter"
    guard let first = values.first else { return }
    switch key {
    case "title", "headline": metadata.offer("title", \.title, first, from: origin)
    case "subtitle", "description": metadata.offer("subtitle", \.subtitle, first, from: origin)
    case "author", "authors", "byline":
      metadata.offer(
        byline: values.flatMap { Byline.names($0) ?? [$0] }, from: origin)
    case "date", "published", "pubdate", "publishdate":
      metadata.offer(date: first, isUpdate: false, from: origin)
    case "updated", "modified", "lastmod":
      metadata.offer(date: first, isUpdate: true, from: origin)
    case "site", "source", "publisher": metadata.offer("site", \.site, first, from: origin)
    case "section", "category", "categories":
      metadata.offer("section", \.section, first, from: origin)
    case "url", "link", "canonical": metadata.offer("url", \.url, first, from: origin)
    default: break
    }
  }

  private static func list(_ value: String) -> [String] {
    guard value.hasPrefix("["), value.hasSuffix("]") else {
      let single = unquoted(value)
      return single.isEmpty ? [] : [single]
    }
    return value.dropFirst().dropLast().split(separator: ",")
      .map { unquoted(String($0).trimmingSpaces()) }.filter { !$0.isEmpty }
  }

  private static func unquoted(_ value: String) -> String {
    guard let first = value.first, first == "\"" || first == "'", value.count >= 2,
      value.last == first
    else { return value }
    return String(value.dropFirst().dropLast())
  }
}
