import TextKit

/// An element directly inside another one, in XML that need not be quite right.
///
/// This is no XML parser: it finds the few children of a feed's item, whose form is known, and
/// forgives what a parser must not, such as HTML that should have been escaped.
struct XMLElement {
  /// The search for an end tag that is missing goes to the end, so it must not happen too often.
  private static let maximumUnclosed = 16

  /// The name with its prefix.
  var name: String
  /// What stands between the name and the `>`.
  private var attributes: String
  /// What stands between the tags, as it is.
  private(set) var markup: String

  /// The name of the first element in a text.
  static func firstName(in text: String) -> String? {
    let bytes = text.utf8.span
    return nextTag(bytes, from: 0).map { bytes.string($0.name) }
  }

  /// The children of the first element in a text.
  static func children(in text: String) -> [XMLElement] {
    let bytes = text.utf8.span
    guard let outer = nextTag(bytes, from: 0), !outer.isEmpty else { return [] }
    var children: [XMLElement] = []
    var position = outer.end
    var unclosed = 0
    while unclosed < maximumUnclosed, let tag = nextTag(bytes, from: position) {
      position = tag.end
      if tag.isEnd { continue }
      var contentEnd = tag.end
      if !tag.isEmpty {
        if let closing = closing(tag, bytes) {
          contentEnd = closing.name.start - 2
          position = closing.end
        } else {
          unclosed += 1
        }
      }
      children.append(
        XMLElement(
          name: bytes.string(tag.name), attributes: bytes.string(tag.attributes),
          markup: bytes.string(ByteRange(tag.end, contentEnd))))
    }
    return children
  }

  /// The children of this element.
  var children: [XMLElement] { Self.children(in: "<x>" + markup + "</x>") }

  /// The text: CDATA sections as they are, and character references resolved outside them.
  var text: String {
    let bytes = markup.utf8.span
    var result: [UInt8] = []
    var position = 0
    while let start = Self.find("<![CDATA[", in: bytes, from: position) {
      result.append(resolvingReferencesIn: bytes, position..<start)
      let content = start + 9
      let end = Self.find("]]>", in: bytes, from: content) ?? bytes.count
      for index in content..<end { result.append(bytes[index]) }
      position = min(end + 3, bytes.count)
    }
    result.append(resolvingReferencesIn: bytes, position..<bytes.count)
    return String(decoding: result, as: UTF8.self)
  }

  /// The name without its prefix.
  var localName: Substring { name.split(separator: ":", maxSplits: 1).last ?? "" }

  /// The prefix of the name; empty where it has none.
  var prefix: Substring {
    name.firstIndex(of: ":").map { name[..<$0] } ?? ""
  }

  /// The text without tags and without the character references that are left in it, as far as it is
  /// HTML.
  ///
  /// - Parameter isHTML: whether it is taken for HTML where the element does not say what it holds.
  func line(isHTML: Bool) -> String {
    switch attribute("type") {
    case "html": text.withoutMarkup()
    case "xhtml": markup.withoutMarkup()
    case nil where isHTML: text.withoutMarkup()
    default: text
    }
  }

  /// The value of an attribute.
  func attribute(_ name: String) -> String? {
    let bytes = Array(attributes.utf8)
    var position = 0
    func skipSpace() {
      while position < bytes.count, bytes[position].isASCIIWhitespace { position += 1 }
    }
    while true {
      skipSpace()
      let start = position
      while position < bytes.count, bytes[position] != UInt8(ascii: "="),
        !bytes[position].isASCIIWhitespace
      { position += 1 }
      let found = String(decoding: bytes[start..<position], as: UTF8.self)
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
        if position >= bytes.count || found.isEmpty { return nil }
        continue
      }
      position += 1
      skipSpace()
      guard position < bytes.count,
        [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[position])
      else { return nil }
      let quote = bytes[position]
      let end = bytes[(position + 1)...].firstIndex(of: quote) ?? bytes.count
      if found == name {
        var value: [UInt8] = []
        value.append(resolvingReferencesIn: bytes.span, position + 1..<end)
        return String(decoding: value, as: UTF8.self)
      }
      position = min(end + 1, bytes.count)
    }
  }

  private struct Tag {
    var name: ByteRange
    var attributes: ByteRange
    var end: Int
    var isEnd: Bool
    var isEmpty: Bool
  }

  /// The next start or end tag, with comments, CDATA sections and instructions passed over.
  private static func nextTag(_ bytes: Span<UInt8>, from start: Int) -> Tag? {
    var position = start
    while let open = bytes.firstOffset(of: UInt8(ascii: "<"), in: position..<bytes.count) {
      if bytes.matches("<!--", at: open) {
        position = find("-->", in: bytes, from: open) ?? bytes.count
      } else if bytes.matches("<![CDATA[", at: open) {
        position = find("]]>", in: bytes, from: open) ?? bytes.count
      } else if let tag = tag(bytes, at: open) {
        return tag
      } else {
        position = open + 1
      }
    }
    return nil
  }

  private static func tag(_ bytes: Span<UInt8>, at open: Int) -> Tag? {
    let isEnd = bytes.matches("</", at: open)
    let nameStart = open + (isEnd ? 2 : 1)
    var nameEnd = nameStart
    while nameEnd < bytes.count, isPartOfName(bytes[nameEnd]) { nameEnd += 1 }
    guard nameEnd > nameStart else { return nil }
    var close = nameEnd
    var quote: UInt8?
    while close < bytes.count {
      let byte = bytes[close]
      if let current = quote {
        if byte == current { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "<") {
        // What is no tag is read again from its next byte. Stopping here keeps the sum of that in
        // proportion to the text: at most one search outside of quotes goes on, and one inside of
        // each kind.
        return nil
      }
      close += 1
    }
    guard close < bytes.count else { return nil }
    let isEmpty = close > nameEnd && bytes[close - 1] == UInt8(ascii: "/")
    return Tag(
      name: ByteRange(nameStart, nameEnd),
      attributes: ByteRange(nameEnd, close - (isEmpty ? 1 : 0)),
      end: close + 1, isEnd: isEnd, isEmpty: isEmpty)
  }

  /// The end tag of an element. Only tags of the same name count, so that HTML inside need not be
  /// balanced. An element without one is taken to hold nothing, so that its siblings are found.
  private static func closing(_ start: Tag, _ bytes: Span<UInt8>) -> Tag? {
    var depth = 1
    var position = start.end
    while let tag = nextTag(bytes, from: position) {
      if areEqual(tag.name, start.name, bytes), !tag.isEmpty {
        depth += tag.isEnd ? -1 : 1
        if depth == 0 { return tag }
      }
      position = tag.end
    }
    return nil
  }

  private static func areEqual(_ left: ByteRange, _ right: ByteRange, _ bytes: Span<UInt8>) -> Bool
  {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where bytes[left.start + index] != bytes[right.start + index] {
      return false
    }
    return true
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  private static func find(
    _ literal: StaticString, in bytes: Span<UInt8>, from start: Int
  ) -> Int? {
    var position = start
    while let found = bytes.firstOffset(of: literal.utf8Start[0], in: position..<bytes.count) {
      if bytes.matches(literal, at: found) { return found }
      position = found + 1
    }
    return nil
  }
}

extension [UInt8] {
  /// Appends a part of XML text with its character references resolved; names that XML does not
  /// know stay as they are, for HTML to resolve.
  fileprivate mutating func append(
    resolvingReferencesIn bytes: Span<UInt8>, _ range: Range<Int>, namesOfHTML: Bool = false
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes[position] == UInt8(ascii: "&"),
        let (character, length) = bytes.reference(at: position)
          ?? (namesOfHTML ? bytes.namedReference(at: position) : nil),
        position + length <= range.upperBound
      {
        append(contentsOf: Array(String(character).utf8))
        position += length
      } else {
        append(bytes[position])
        position += 1
      }
    }
  }
}

extension String {
  /// HTML of one line as plain text.
  fileprivate func withoutMarkup() -> String {
    let source = utf8.span
    var plain: [UInt8] = []
    var position = 0
    /// The first `>` that is not passed by.
    var end: Int? = -1
    while position < source.count {
      if source[position] == UInt8(ascii: "<"), let last = end, last < position {
        end = source.firstOffset(of: UInt8(ascii: ">"), in: position..<source.count)
      }
      if source[position] == UInt8(ascii: "<"), let end, position + 1 < end,
        source[position + 1].isASCIILetter || source[position + 1] == UInt8(ascii: "/")
      {
        position = end + 1
      } else {
        plain.append(source[position])
        position += 1
      }
    }
    var result: [UInt8] = []
    result.append(resolvingReferencesIn: plain.span, 0..<plain.count, namesOfHTML: true)
    return String(decoding: result, as: UTF8.self)
  }
}

/// The named references of HTML that are met in titles: those of Latin 1 and of typography.
private enum HTMLNames {
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc \
    Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve \
    Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute \
    acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde \
    ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """
  private static let others: [String: Unicode.Scalar] = [
    "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
    "ndash": "–",
    "mdash": "—", "hellip": "…", "bull": "•", "prime": "′", "euro": "€", "trade": "™",
    "lsaquo": "‹", "rsaquo": "›",
  ]
  static let longest = 8
  static let characters: [String: Unicode.Scalar] = {
    var characters = others
    for (index, name) in latin.split(separator: " ").enumerated() {
      characters[String(name)] = Unicode.Scalar(UInt8(160 + index))
    }
    // A space that does not break a line is one in a line.
    characters["nbsp"] = " "
    return characters
  }()
}

extension Span<UInt8> {
  /// The character that a name of HTML stands for, and the reference's length.
  fileprivate func namedReference(at offset: Int) -> (Character, length: Int)? {
    var end = offset + 1
    while end < count, end - offset <= HTMLNames.longest,
      self[end].isASCIILetter || self[end].isASCIIDigit
    {
      end += 1
    }
    guard end < count, self[end] == UInt8(ascii: ";"),
      let scalar = HTMLNames.characters[string(ByteRange(offset + 1, end))]
    else { return nil }
    return (Character(scalar), end + 1 - offset)
  }

  /// The character that the reference at an offset stands for, and the reference's length.
  fileprivate func reference(at offset: Int) -> (Character, length: Int)? {
    if matches("&amp;", at: offset) { return ("&", 5) }
    if matches("&lt;", at: offset) { return ("<", 4) }
    if matches("&gt;", at: offset) { return (">", 4) }
    if matches("&quot;", at: offset) { return ("\"", 6) }
    if matches("&apos;", at: offset) { return ("'", 6) }
    guard matches("&#", at: offset) else { return nil }
    var position = offset + 2
    let isHexadecimal = matchesIgnoringCase("x", at: position)
    if isHexadecimal { position += 1 }
    var value: UInt32 = 0
    let start = position
    while position < count, position - start < 8 {
      let byte = self[position].lowercasedASCII
      if byte.isASCIIDigit {
        value = value * (isHexadecimal ? 16 : 10) + UInt32(byte - UInt8(ascii: "0"))
      } else if isHexadecimal, (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte) {
        value = value * 16 + UInt32(byte - UInt8(ascii: "a") + 10)
      } else {
        break
      }
      position += 1
      if value > 0x10FFFF { return nil }
    }
    guard position > start, position < count, self[position] == UInt8(ascii: ";"), value > 0,
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (Character(scalar), position + 1 - offset)
  }
}
