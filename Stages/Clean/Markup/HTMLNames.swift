/// The elements that are told apart; all others are `other`.
enum HTMLTag: String, CaseIterable, Sendable {
  case other
  /// Not an element but a piece of text.
  case text
  case html, head, body, title, meta, link, base
  case article, main, section, nav, aside, header, footer, figure, figcaption, address, time
  case div, p, br, hr, span, a, b, i, em, strong, blockquote, q, cite, pre, code
  case h1, h2, h3, h4, h5, h6
  case ul, ol, li, dl, dt, dd
  case table, caption, thead, tbody, tfoot, tr, td, th
  case script, style, noscript, template, form, button, select, option, textarea, input, label
  case fieldset, iframe, object, embed, svg, canvas, video, audio, picture, img, map, dialog, menu
  case center, details, summary, del, s, strike, rt, rp

  /// Whether the element starts and ends a paragraph.
  var isBlock: Bool {
    switch self {
    case .html, .body, .article, .main, .section, .nav, .aside, .header, .footer, .figure,
      .figcaption, .address, .div, .p, .hr, .blockquote, .pre, .h1, .h2, .h3, .h4, .h5, .h6, .ul,
      .ol, .li, .dl, .dt, .dd, .table, .caption, .thead, .tbody, .tfoot, .tr, .form, .fieldset,
      .center, .details, .summary, .menu, .dialog, .iframe, .video, .audio, .object:
      true
    default: false
    }
  }

  /// Whether what stands in the element is never part of an article's text. How a word is read stands above
  /// it, and would stand in it.
  var isNeverText: Bool {
    switch self {
    case .head, .script, .style, .noscript, .template, .button, .select,
      .option, .textarea, .input, .iframe, .object, .embed, .svg, .canvas, .video, .audio, .map,
      .dialog, .title, .label, .rt, .rp:
      true
    default: false
    }
  }

  /// Whether what stands in the element is for programs, not readers.
  var isCode: Bool { self == .script || self == .style || self == .noscript || self == .template }

  /// Whether what stands in the element was taken back.
  var isStruck: Bool { self == .del || self == .s || self == .strike }

  /// Whether the element is a paragraph or a list of them.
  var isParagraph: Bool {
    switch self {
    case .p, .blockquote, .pre, .li, .dt, .dd, .ul, .ol, .dl: true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}

/// The attributes that are kept.
enum HTMLAttribute: String, CaseIterable, Sendable {
  case id, `class`, itemprop, property, name, content, href, rel, datetime, type, role, hidden
  case style, lang, pubdate, title, itemtype
  case ariaHidden = "aria-hidden"
}

/// Finds elements and attributes by the bytes of their names.
struct HTMLNames: Sendable {
  private let tags: NameTable<HTMLTag>
  private let attributes: NameTable<HTMLAttribute>

  init() {
    tags = NameTable(
      HTMLTag.allCases.filter { $0 != .other && $0 != .text }
        .map { (UInt128(Self.pack($0.rawValue)), $0) })
    attributes = NameTable(
      HTMLAttribute.allCases.map { (UInt128(Self.pack($0.rawValue)), $0) })
  }

  func tag(_ name: UnsafePointer<UInt8>) -> HTMLTag { tags[UInt128(Self.pack(name))] ?? .other }

  func attribute(_ name: UnsafePointer<UInt8>) -> HTMLAttribute? {
    attributes[UInt128(Self.pack(name))]
  }

  private static func pack(_ name: String) -> UInt64 {
    var number: UInt64 = 0
    for (index, byte) in name.utf8.enumerated() { number = add(byte, at: index, to: number) }
    return number
  }

  /// `name` ends with a zero byte, as C has it.
  private static func pack(_ name: UnsafePointer<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    var index = 0
    while name[index] != 0, index < 16 {
      number = add(name[index], at: index, to: number)
      index += 1
    }
    return number
  }

  /// Eight bytes fill the number; the few longer names stay apart by what they add to it.
  private static func add(_ byte: UInt8, at index: Int, to number: UInt64) -> UInt64 {
    let lower = UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    return index < 8 ? number << 8 | lower : number &* 31 &+ lower
  }
}

/// Finds values by names that are packed into numbers, several times as fast as a dictionary, whose
/// hashing resists attacks that a table of fixed names need not fear.
struct NameTable<Value: Sendable>: Sendable {
  private var slots: [(key: UInt128, value: Value)?]
  private let shift: UInt64

  /// Of values with the same name, the first is found.
  init(_ values: [(UInt128, Value)]) {
    // A quarter full, so that most searches end at the first slot.
    let bits = Int.bitWidth - max(values.count * 4, 16).leadingZeroBitCount
    slots = Array(repeating: nil, count: 1 << bits)
    shift = UInt64(64 - bits)
    for (key, value) in values {
      var slot = slot(of: key)
      while slots[slot] != nil { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (key, value)
    }
  }

  subscript(_ key: UInt128) -> Value? {
    var slot = slot(of: key)
    while let found = slots[slot] {
      if found.key == key { return found.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func slot(of key: UInt128) -> Int {
    let folded = UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> 64) &* 31
    return Int((folded &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
