import StageKit
import TextKit

/// A text in a message.
struct MailText {
  var decoded: DecodedText
  var isHTML: Bool
}

/// Finds what of a message is to be read, by how its parts belong together (RFC 2046 §5).
struct MailTexts {
  /// Parts inside parts beyond this are not looked into.
  private static let maximumDepth = 10

  private let decoder: TextDecoder
  /// A text in which nothing stands, for a message that has no other.
  private(set) var blank: MailText?
  /// Why a text could not be decoded.
  private(set) var failure: StageFailure?

  init(decoder: TextDecoder) {
    self.decoder = decoder
  }

  /// The texts of a part that say something and are no attachments, in their order.
  ///
  /// - Parameter usualType: what it holds if it does not say.
  mutating func texts(
    of part: MailPart, usualType: String = "text/plain", depth: Int = 0
  ) -> [MailText] {
    guard !part.isAttachment, depth < Self.maximumDepth else { return [] }
    let type = part.declaredType ?? HeaderValue(usualType)
    if type.type == "text/plain" || type.type == "text/html" {
      return text(of: part, type).map { [$0] } ?? []
    }
    if type.type == "message/rfc822" {
      return texts(of: MailPart(part.decodedBody.span), depth: depth + 1)
    }
    guard type.type.hasPrefix("multipart/"), let boundary = type.parameter("boundary"),
      !boundary.isEmpty
    else { return [] }
    let parts = part.parts(boundary: boundary)
    let usualType = type.type == "multipart/digest" ? "message/rfc822" : "text/plain"
    switch type.type {
    // The last one is the richest, unless nothing stands in it or it cannot be read.
    case "multipart/alternative":
      return firstTexts(of: parts.reversed(), usualType, depth)
    // What follows the first one belongs to it, or is about it.
    case "multipart/related", "multipart/report", "multipart/signed":
      return firstTexts(of: parts, usualType, depth)
    default:
      var texts: [MailText] = []
      for part in parts { texts += self.texts(of: part, usualType: usualType, depth: depth + 1) }
      return texts
    }
  }

  /// The texts of the first part that has any.
  private mutating func firstTexts(
    of parts: [MailPart], _ usualType: String, _ depth: Int
  ) -> [MailText] {
    for part in parts {
      let texts = texts(of: part, usualType: usualType, depth: depth + 1)
      if !texts.isEmpty { return texts }
    }
    return []
  }

  private mutating func text(of part: MailPart, _ type: HeaderValue) -> MailText? {
    var text: MailText
    do throws(StageFailure) {
      let decoded = try decoder.decode(
        part.decodedBody.span,
        declared: type.parameter("charset").flatMap { TextEncoding(label: $0) },
        isTransmitted: true)
      text = MailText(decoded: decoded, isHTML: type.type == "text/html")
    } catch {
      failure = failure ?? error
      return nil
    }
    if type.parameter("format")?.lowercased() == "flowed", !text.isHTML {
      let deletesSpace = type.parameter("delsp")?.lowercased() == "yes"
      text.decoded.text = text.decoded.text.joiningFlowedLines(deletesSpace: deletesSpace)
    }
    guard text.isBlank else { return text }
    blank = blank ?? text
    return nil
  }

  /// The texts one after another, as HTML if one of them is.
  static func joined(_ texts: [MailText], isHTML: Bool) -> String {
    var result: [UInt8] = []
    for text in texts {
      if !result.isEmpty {
        if result.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
        result.append(UInt8(ascii: "\n"))
      }
      if isHTML, !text.isHTML {
        result.append(asHTML: text.decoded.text)
      } else if text.isHTML, texts.count > 1 {
        // A page behind the end of another one would be lost.
        let page = text.decoded.text.utf8.span
        page.extracting(page.bodyOfPage).withUnsafeBufferPointer { result.append(contentsOf: $0) }
      } else {
        result.append(contentsOf: text.decoded.text.utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Span<UInt8> {
  /// What stands between the tags `body` of a page of HTML; all of one without them.
  fileprivate var bodyOfPage: Range<Int> {
    var start = 0
    var end = count
    var position = 0
    while let tag = firstOffset(of: UInt8(ascii: "<"), in: position..<count) {
      position = tag + 1
      if start == 0, matchesIgnoringCase("<body", at: tag) {
        guard let tagEnd = firstOffset(of: UInt8(ascii: ">"), in: tag..<count) else { break }
        start = tagEnd + 1
        position = start
      } else if matchesIgnoringCase("</body", at: tag) {
        end = tag
      }
    }
    return start <= end ? start..<end : 0..<count
  }
}

extension MailText {
  /// Whether nothing stands in it but white space, and tags if it is HTML.
  fileprivate var isBlank: Bool {
    let bytes = decoded.text.utf8.span
    var isInTag = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isHTML, byte == UInt8(ascii: "<") {
        isInTag = true
      } else if isInTag {
        isInTag = byte != UInt8(ascii: ">")
      } else if isHTML, bytes.matches("&nbsp;", at: index) {
        index += 5
      } else if !byte.isASCIIWhitespace, !bytes.matches("\u{A0}", at: index) {
        return false
      } else if byte >= 0x80 {
        index += 1
      }
      index += 1
    }
    return true
  }
}

extension [UInt8] {
  /// Appends plain text as paragraphs of HTML, with its lines.
  fileprivate mutating func append(asHTML text: String) {
    append(contentsOf: "<p>".utf8)
    var lineBreaks = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") {
        lineBreaks += 1
        continue
      }
      if byte == UInt8(ascii: "\r") { continue }
      switch lineBreaks {
      case 0: break
      case 1: append(contentsOf: "<br>\n".utf8)
      default: append(contentsOf: "</p>\n<p>".utf8)
      }
      lineBreaks = 0
      switch byte {
      case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
      default: append(byte)
      }
    }
    append(contentsOf: "</p>\n".utf8)
  }
}

extension String {
  /// Text of `format=flowed` (RFC 3676) with the lines that belong to one paragraph joined: a line that
  /// ends in a space goes on in the next one that is quoted as often.
  ///
  /// - Parameter deletesSpace: whether that space is no part of the text.
  fileprivate func joiningFlowedLines(deletesSpace: Bool) -> String {
    let bytes = utf8.span
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    /// How often the line is quoted that goes on, if one does.
    var openDepth: Int?
    var position = 0
    while position < bytes.count {
      let lineEnd = bytes.firstOffset(of: UInt8(ascii: "\n"), in: position..<bytes.count)
      let next = lineEnd.map { $0 + 1 } ?? bytes.count
      var end = lineEnd ?? bytes.count
      if end > position, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      let lineBreak = end..<next
      var start = position
      while start < end, bytes[start] == UInt8(ascii: ">") { start += 1 }
      let depth = start - position
      // A space may have been put before a line that would look quoted otherwise.
      if start < end, bytes[start] == 0x20 { start += 1 }
      let line = bytes.extracting(start..<end)
      let isSignature = line.count == 3 && line.matches("-- ", at: 0)
      if openDepth != depth || isSignature {
        if openDepth != nil { result.append(UInt8(ascii: "\n")) }
        result.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: depth))
        if depth > 0, !line.isEmpty { result.append(0x20) }
      }
      let goesOn = line.count > 0 && line[line.count - 1] == 0x20 && !isSignature
      for index in 0..<line.count - (goesOn && deletesSpace ? 1 : 0) { result.append(line[index]) }
      if !goesOn { for index in lineBreak { result.append(bytes[index]) } }
      openDepth = goesOn ? depth : nil
      position = next
    }
    return String(decoding: result, as: UTF8.self)
  }
}
