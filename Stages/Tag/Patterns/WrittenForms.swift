import TextKit

/// Recognises what is made of marks rather than words: web and mail addresses, handles, hashtags,
/// telephone numbers.
struct WrittenForms {
  enum Kind: Int {
    case url
    case email
    case handle
    case hashtag
    case phone
    /// `Example.com Inc`
    case firm
  }

  let pieces: [Piece]

  /// What starts at a piece, or, for a mail address, contains it as its `@`.
  func match(
    at index: Int, _ text: Span<UInt8>
  ) -> (pieces: Range<Int>, type: Kind)? {
    switch pieces[index].symbol {
    case .colon: link(schemeBefore: index, text)
    case .www, .topLevelDomain: domain(around: index, text)
    case .at: mail(around: index, text) ?? handle(at: index, text)
    case .hash: hashtag(at: index, text)
    case .plus: internationalPhone(at: index, text)
    case .sign where pieces[index].mark == UInt8(ascii: "+"): internationalPhone(at: index, text)
    case .openParenthesis, .threeDigits, .threeMore, .thousands, .digit:
      nationalPhone(at: index, text) ?? trunkPhone(at: index, text) ?? helpline(at: index, text)
    case .padded, .fourDigits: trunkPhone(at: index, text)
    case .integer: trunkPhone(at: index, text) ?? mobilePhone(at: index, text)
    case .teen: shortPhone(at: index, text)
    case .dottedPhone: dottedPhone(at: index)
    default: nil
    }
  }

  // MARK: Addresses

  /// `https://…` around its colon.
  private func link(
    schemeBefore colon: Int, _ text: Span<UInt8>
  ) -> (pieces: Range<Int>, type: Kind)? {
    let start = Int(pieces[colon].start)
    guard colon > 0, pieces[colon].gap == .none, text.matches("://", at: start) else { return nil }
    let scheme = pieces[colon - 1]
    let isKnown = ["https", "http", "ftp"].contains { (name: StaticString) in
      scheme.length == name.utf8CodeUnitCount
        && text.matchesIgnoringCase(name, at: Int(scheme.start))
    }
    guard isKnown else { return nil }
    let end = endOfLink(from: colon, text)
    // Something must follow the slashes.
    return end > colon + 3 ? (colon - 1..<end, .url) : nil
  }

  /// `www.example.com/path` from its start, `example.com` around its last part.
  private func domain(
    around index: Int, _ text: Span<UInt8>
  ) -> (pieces: Range<Int>, type: Kind)? {
    var start = index
    while start >= 2, index - start < 12, pieces[start].gap == .none,
      pieces[start - 1].gap == .none, pieces[start].kind != .mark,
      pieces[start - 1].symbol == .dot || pieces[start - 1].symbol == .hyphen,
      pieces[start - 2].kind != .mark
    {
      start -= 2
    }
    if start > 0, pieces[start].gap == .none, pieces[start - 1].symbol == .at { return nil }
    let end = endOfLink(from: index, text)
    if end == index + 1, pieces[start].isName, let form = endOfLegalForm(at: end) {
      return (start..<form, .firm)
    }
    return end - start >= 3 ? (start..<end, .url) : nil
  }

  /// The end of a legal form, perhaps behind a comma, which makes a firm of a domain.
  private func endOfLegalForm(at index: Int) -> Int? {
    guard index < pieces.count else { return nil }
    let form = pieces[index].symbol == .comma && pieces[index].gap == .none ? index + 1 : index
    guard form < pieces.count, pieces[form].gap == .space, pieces[form].roles.contains(.legalForm)
    else { return nil }
    return form + 1
  }

  /// The piece after a link's last one.
  private func endOfLink(from start: Int, _ text: Span<UInt8>) -> Int {
    var end = start + 1
    while end < pieces.count, pieces[end].gap == .none, isLinkPart(pieces[end], text) { end += 1 }
    var opening = 0
    var closing = 0
    for index in start..<end {
      if pieces[index].mark == UInt8(ascii: "(") { opening += 1 }
      if pieces[index].mark == UInt8(ascii: ")") { closing += 1 }
    }
    // Marks at the end belong to the sentence; so does a parenthesis that was not opened inside.
    while end > start + 1 {
      let mark = pieces[end - 1].mark
      if mark == UInt8(ascii: ")") {
        if closing <= opening { break }
        closing -= 1
      } else if !".,;:!?'-([".utf8.contains(mark) || pieces[end - 1].kind != .mark {
        break
      }
      end -= 1
    }
    return end
  }

  private func isLinkPart(_ piece: Piece, _ text: Span<UInt8>) -> Bool {
    guard piece.kind == .mark else { return true }
    // Marks outside ASCII are typography around a link, never part of one.
    return text[Int(piece.start)] < 0x80 && !"<>\"`{}|\\^".utf8.contains(piece.mark)
  }

  private func mail(
    around at: Int, _ text: Span<UInt8>
  ) -> (pieces: Range<Int>, type: Kind)? {
    func joins(_ index: Int) -> Bool {
      pieces[index].kind != .mark || ".-_+%".utf8.contains(pieces[index].mark)
    }
    var start = at
    while start > 0, at - start < 24, pieces[start].gap == .none, joins(start - 1) { start -= 1 }
    while start < at, pieces[start].kind == .mark { start += 1 }
    guard start < at else { return nil }
    var end = at + 1
    var lastDot: Int?
    while end < pieces.count, end - at < 24, pieces[end].gap == .none,
      pieces[end].kind != .mark || ".-".utf8.contains(pieces[end].mark)
    {
      if pieces[end].symbol == .dot { lastDot = end }
      end += 1
    }
    while end > at + 1, pieces[end - 1].kind == .mark { end -= 1 }
    guard let lastDot = lastDot.map({ $0 < end ? $0 : end - 2 }), lastDot > at + 1,
      pieces[lastDot].symbol == .dot, pieces[lastDot + 1].kind == .word,
      pieces[lastDot + 1].length >= 2
    else { return nil }
    return (start..<end, .email)
  }

  // MARK: Handles and hashtags

  private func handle(
    at index: Int, _ text: Span<UInt8>
  ) -> (pieces: Range<Int>, type: Kind)? {
    guard startsWord(index) else { return nil }
    let end = endOfTag(from: index)
    return end > index + 1 ? (index..<end, .handle) : nil
  }

  private func hashtag(
    at index: Int, _ text: Span<UInt8>
  ) -> (pieces: Range<Int>, type: Kind)? {
    guard startsWord(index) else { return nil }
    let end = endOfTag(from: index)
    let hasLetter = pieces[index..<end].contains { $0.kind == .word }
    return hasLetter ? (index..<end, .hashtag) : nil
  }

  private func startsWord(_ index: Int) -> Bool {
    pieces[index].gap != .none || index == 0 || pieces[index - 1].kind == .mark
  }

  private func endOfTag(from start: Int) -> Int {
    var end = start + 1
    while end < pieces.count, pieces[end].gap == .none,
      pieces[end].kind != .mark || pieces[end].mark == UInt8(ascii: "_")
    {
      end += 1
    }
    return end
  }

  // MARK: Telephone numbers

  /// `+86 10 5555 0100`: 8 to 15 digits in groups.
  private func internationalPhone(
    at index: Int, _ text: Span<UInt8>
  ) -> (pieces: Range<Int>, type: Kind)? {
    guard startsWord(index) else { return nil }
    var digits = 0
    var end = index + 1
    var next = index + 1
    while next < pieces.count, next == index + 1 ? pieces[next].gap == .none : true {
      let piece = pieces[next]
      guard piece.gap != .wide else { break }
      if isDigits(piece, text) {
        guard digits + piece.length <= 15 else { break }
        digits += piece.length
        end = next + 1
      } else if !"-()".utf8.contains(piece.mark) {
        break
      }
      next += 1
    }
    return digits >= 8 ? (index..<end, .phone) : nil
  }

  /// `555-010-0199`, `(555) 010-0199`, `1-555-010-0199`.
  private func nationalPhone(
    at start: Int, _ text: Span<UInt8>
  ) -> (pieces: Range<Int>, type: Kind)? {
    guard start == 0 || pieces[start].gap != .none || pieces[start - 1].kind == .mark else {
      return nil
    }
    var index = start
    func take(_ length: Int) -> Bool {
      guard index < pieces.count, isDigits(pieces[index], text), pieces[index].length == length
      else {
        return false
      }
      index += 1
      return true
    }
    func take(_ mark: Unicode.Scalar) -> Bool {
      guard index < pieces.count, pieces[index].mark == UInt8(ascii: mark),
        index == start || pieces[index].gap == .none
      else { return false }
      index += 1
      return true
    }
    if take("(") {
      guard take(3), take(")") else { return nil }
      guard take(3), take("-") || isSpaced(index), take(4) else { return nil }
    } else if pieces[start].length == 3, isSpaced(start + 1) {
      // `555 201 0199`; no exchange begins with 0 or 1.
      guard isAreaCode(pieces[start], text), take(3), isAreaCode(pieces[index], text), take(3),
        isSpaced(index), take(4)
      else { return nil }
    } else {
      if pieces[start].length == 1 {
        guard take(1), take("-") else { return nil }
      }
      guard take(3), take("-") else { return nil }
      guard take(3), take("-"), take(4) else { return nil }
    }
    if index < pieces.count, pieces[index].gap == .none, pieces[index].symbol == .hyphen {
      return nil
    }
    return (start..<index, .phone)
  }

  private func isSpaced(_ index: Int) -> Bool {
    index < pieces.count && pieces[index].kind == .number && pieces[index].gap == .space
  }

  private func isAreaCode(_ piece: Piece, _ text: Span<UInt8>) -> Bool {
    piece.kind == .number && text[Int(piece.start)] >= UInt8(ascii: "2")
  }

  /// `020 7946 0958`, `(0161) 496 0123`, `07700 900123`, `01 99 00 12 34`: 9 to 12 digits in groups of
  /// which the first begins with the zero for calls at home; also `1300 555 019`, `1800 55 0199` and
  /// `0044 20 7946 0958`.
  private func trunkPhone(
    at start: Int, _ text: Span<UInt8>
  ) -> (pieces: Range<Int>, type: Kind)? {
    var index = start
    let hasBracket = pieces[start].symbol == .openParenthesis
    if hasBracket { index += 1 }
    guard index < pieces.count, isDigits(pieces[index], text),
      start == 0 || pieces[start].gap != .none || pieces[start - 1].kind == .mark,
      pieces[index].length <= 5
    else { return nil }
    let first = pieces[index]
    let isFree =
      text.matches("1300", at: Int(first.start)) || text.matches("1800", at: Int(first.start))
      || text.matches("1860", at: Int(first.start))
    guard
      text[Int(first.start)] == UInt8(ascii: "0") && first.length > 1 || isFree && first.length == 4
    else { return nil }
    index += 1
    if hasBracket {
      guard index < pieces.count, pieces[index].mark == UInt8(ascii: ")") else { return nil }
      index += 1
    }
    var digits = first.length
    var lengths: [Int] = []
    // One sort of joint throughout, or a hyphen behind the code only: `044-2345 6789`.
    var isHyphenated = !hasBracket && index < pieces.count && pieces[index].symbol == .hyphen
    while index < pieces.count, lengths.count < 4 {
      var next = index
      if lengths.count == 1, isHyphenated, pieces[index].symbol != .hyphen { isHyphenated = false }
      if isHyphenated {
        guard pieces[next].symbol == .hyphen, pieces[next].gap == .none else { break }
        next += 1
      }
      guard next < pieces.count, isDigits(pieces[next], text),
        pieces[next].gap == (isHyphenated ? .none : .space), pieces[next].length <= 8
      else { break }
      lengths.append(pieces[next].length)
      digits += pieces[next].length
      index = next + 1
    }
    let goesOn =
      index < pieces.count && pieces[index].gap == .none
      && (pieces[index].kind != .mark || pieces[index].symbol == .hyphen)
    let isForm: Bool =
      switch first.length {
      case _ where isFree: lengths == [3, 3] || lengths == [2, 4] || lengths == [3, 4]
      case 4...5 where text.matches("00", at: Int(first.start)):
        (10...15).contains(digits) && lengths.count > 1
      case 2: lengths == [4, 4] || lengths == [3, 4] || lengths == [2, 2, 2, 2]
      default: !lengths.isEmpty && lengths.allSatisfy { $0 > 2 } && (9...12).contains(digits)
      }
    return isForm && !goesOn ? (start..<index, .phone) : nil
  }

  /// In one word, `08035550199`: no other number begins with a zero and is so long. Of two halves,
  /// `98765 43210`, as mobile phones in India have.
  private func mobilePhone(
    at index: Int, _ text: Span<UInt8>
  ) -> (pieces: Range<Int>, type: Kind)? {
    let first = pieces[index]
    guard startsWord(index), isDigits(first, text) else { return nil }
    var end = index + 1
    if first.length == 5, text[Int(first.start)] >= UInt8(ascii: "6"), isSpaced(end),
      pieces[end].length == 5, isDigits(pieces[end], text)
    {
      end += 1
    } else if !(10...11).contains(first.length) || text[Int(first.start)] != UInt8(ascii: "0") {
      return nil
    }
    return isOpen(end) ? (index..<end, .phone) : nil
  }

  /// `13 11 14`, as helplines in Australia have; not amid other numbers.
  private func shortPhone(
    at index: Int, _ text: Span<UInt8>
  ) -> (pieces: Range<Int>, type: Kind)? {
    let end = index + 3
    guard text.matches("13", at: Int(pieces[index].start)), startsWord(index), end <= pieces.count,
      (index + 1..<end).allSatisfy({ isSpaced($0) && pieces[$0].length == 2 }),
      index == 0 || pieces[index].gap == .wide || pieces[index - 1].kind != .number, isOpen(end)
    else { return nil }
    return (index..<end, .phone)
  }

  /// The European numbers of help that begin with 116, behind a word such as `call`.
  private func helpline(
    at index: Int, _ text: Span<UInt8>
  ) -> (pieces: Range<Int>, type: Kind)? {
    guard index > 0, text.matchesAny(["116"], pieces[index]), isSpaced(index + 1),
      pieces[index + 1].length == 3, isOpen(index + 2),
      text.matchesAny(
        ["call", "Call", "dial", "Dial", "phone", "Phone", "ring", "Ring", "on", "number", "free"],
        pieces[index - 1])
    else { return nil }
    return (index..<index + 2, .phone)
  }

  /// Whether no number goes on at a piece.
  private func isOpen(_ index: Int) -> Bool {
    guard index < pieces.count else { return true }
    switch pieces[index].gap {
    case .none: return pieces[index].kind == .mark && pieces[index].symbol != .hyphen
    case .space: return pieces[index].kind != .number
    case .wide: return true
    }
  }

  private func dottedPhone(at index: Int) -> (pieces: Range<Int>, type: Kind)? {
    let isInside =
      pieces[index].gap == .none && index > 0 && pieces[index - 1].kind != .mark
      || index + 1 < pieces.count && pieces[index + 1].gap == .none
        && pieces[index + 1].kind != .mark
    return isInside ? nil : (index..<index + 1, .phone)
  }

  private func isDigits(_ piece: Piece, _ text: Span<UInt8>) -> Bool {
    guard piece.kind == .number, piece.symbol != .decimal else { return false }
    // Only numbers that long can hold commas.
    return piece.length < 5
      || text.firstOffset(of: UInt8(ascii: ","), in: Int(piece.start)..<Int(piece.end)) == nil
  }
}
