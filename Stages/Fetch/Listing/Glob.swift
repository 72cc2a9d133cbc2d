import TextKit

/// A pattern for paths, matched name by name on the way down a folder tree.
///
/// `*` stands for any run of characters and `?` for one, neither for `/`; `[a-z]` and `[!a-z]` for
/// one of a set; `**` as a whole name for any number of folders; `\` takes the next character as it
/// is. Matching by name, with the set of reachable places in the pattern as a bit mask, means that
/// no path is matched twice and that folders without possible matches are never opened.
struct Glob: Sendable {
  /// The places in the pattern that a path can have reached: bit n for "before component n".
  typealias States = UInt64

  enum Token: Sendable, Equatable {
    case byte(UInt8)
    case anyCharacter
    case anyRun
    case set([ClosedRange<UInt32>], isNegated: Bool)
  }

  enum Component: Sendable, Equatable {
    case anyDepth
    case name([Token])
  }

  /// What is wrong with a pattern.
  struct Problem: Error {
    var message: String
  }

  let components: [Component]
  /// Whether the pattern spells out how matching names end, as `*.dat` does and `drafts/*` does not.
  let spellsEnding: Bool

  /// - Parameter matchesAtAnyDepth: whether a pattern without `/` is for names in any folder.
  init(_ pattern: String, matchesAtAnyDepth: Bool = false) throws(Problem) {
    var names = pattern.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    names.removeAll { $0 == [UInt8(ascii: ".")] }
    guard let last = names.last else { throw Problem(message: "a pattern must not be empty") }
    guard names.count <= 60 else { throw Problem(message: "'\(pattern)' has too many parts") }
    if names.contains(Array("..".utf8)) {
      throw Problem(message: "'\(pattern)' holds '..', which no listed path does")
    }
    var components: [Component] = []
    if matchesAtAnyDepth, !pattern.utf8.dropLast().contains(UInt8(ascii: "/")) {
      components.append(.anyDepth)
    }
    for name in names {
      components.append(
        name == Array("**".utf8) ? .anyDepth : .name(try Self.tokens(of: name, in: pattern)))
    }
    self.components = components
    if case .name(let tokens) = components.last {
      let tail = tokens.reversed().prefix { if case .byte = $0 { true } else { false } }
      spellsEnding = tail.count == tokens.count || tail.contains(.byte(UInt8(ascii: ".")))
    } else {
      spellsEnding = last != Array("**".utf8)
    }
  }

  /// Whether a name of a path holds a character with a meaning in patterns.
  static func isPattern(_ name: some Sequence<UInt8>) -> Bool {
    name.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }
  }

  /// The places reached before any name.
  var initialStates: States { closure(1) }

  /// The places reached after one more name of the path; 0 if nothing below can match.
  func step(_ states: States, _ name: Span<UInt8>) -> States {
    var next: States = 0
    for index in components.indices where states >> UInt64(index) & 1 == 1 {
      switch components[index] {
      case .anyDepth: next |= 1 << UInt64(index)
      case .name(let tokens):
        if Self.matches(tokens, name) { next |= 1 << UInt64(index + 1) }
      }
    }
    return closure(next)
  }

  /// Whether the pattern spells out the dot that a name starts with, as `.h*` does and `*` does not.
  func spellsDot(of name: Span<UInt8>, _ states: States) -> Bool {
    for index in components.indices where states >> UInt64(index) & 1 == 1 {
      if case .name(let tokens) = components[index], tokens.first == .byte(UInt8(ascii: ".")),
        Self.matches(tokens, name)
      {
        return true
      }
    }
    return false
  }

  /// Whether the path that led to these places matches as a whole.
  func isMatch(_ states: States) -> Bool { states >> UInt64(components.count) & 1 == 1 }

  /// `**` may stand for no folder at all.
  private func closure(_ states: States) -> States {
    var states = states
    for index in components.indices
    where components[index] == .anyDepth && states >> UInt64(index) & 1 == 1 {
      states |= 1 << UInt64(index + 1)
    }
    return states
  }

  /// Going back to the last `*` only is enough, so this takes at most length × length steps.
  private static func matches(_ tokens: [Token], _ name: Span<UInt8>) -> Bool {
    var token = 0
    var position = 0
    var retry: (token: Int, position: Int)?
    while position < name.count || token < tokens.count {
      if token < tokens.count {
        if tokens[token] == .anyRun {
          retry = (token, position)
          token += 1
          continue
        }
        if position < name.count, let length = matchLength(tokens[token], name, at: position) {
          token += 1
          position += length
          continue
        }
      }
      guard let place = retry, place.position < name.count else { return false }
      retry = (place.token, place.position + 1)
      token = place.token + 1
      position = place.position + 1
    }
    return true
  }

  private static func matchLength(_ token: Token, _ name: Span<UInt8>, at position: Int) -> Int? {
    switch token {
    case .byte(let byte): return name[position] == byte ? 1 : nil
    case .anyRun: return nil
    case .anyCharacter: return name.scalar(at: position).length
    case .set(let ranges, let isNegated):
      let (scalar, length) = name.scalar(at: position)
      return ranges.contains { $0.contains(scalar) } != isNegated ? length : nil
    }
  }

  private static func tokens(of name: [UInt8], in pattern: String) throws(Problem) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < name.count {
      let byte = name[index]
      index += 1
      switch byte {
      case UInt8(ascii: "*"):
        if tokens.last != .anyRun { tokens.append(.anyRun) }
      case UInt8(ascii: "?"): tokens.append(.anyCharacter)
      case UInt8(ascii: "\\") where index < name.count:
        tokens.append(.byte(name[index]))
        index += 1
      case UInt8(ascii: "["):
        guard let (set, end) = set(in: name.span, from: index) else {
          throw Problem(message: "'\(pattern)' holds a '[' without a ']'")
        }
        tokens.append(set)
        index = end
      default: tokens.append(.byte(byte))
      }
    }
    return tokens
  }

  /// Reads the set that starts after its `[`; a `]` that comes first belongs to it.
  private static func set(in name: Span<UInt8>, from start: Int) -> (Token, end: Int)? {
    var index = start
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false
    if index < name.count, name[index] == UInt8(ascii: "!") || name[index] == UInt8(ascii: "^") {
      isNegated = true
      index += 1
    }
    let first = index
    while index < name.count {
      if name[index] == UInt8(ascii: "]"), index > first {
        return (.set(ranges, isNegated: isNegated), index + 1)
      }
      let (lower, length) = name.scalar(at: index)
      index += length
      var upper = lower
      if index + 1 < name.count, name[index] == UInt8(ascii: "-"),
        name[index + 1] != UInt8(ascii: "]")
      {
        let (scalar, length) = name.scalar(at: index + 1)
        upper = scalar
        index += 1 + length
      }
      ranges.append(min(lower, upper)...max(lower, upper))
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The character at an offset and its length; a byte that starts no character is one by itself,
  /// beyond the last number of Unicode.
  fileprivate func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = self[offset]
    let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
    guard first >= 0x80 else { return (UInt32(first), 1) }
    guard length > 1, offset + length <= count else { return (0x11_0000 + UInt32(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      guard self[index].isUTF8Continuation else { return (0x11_0000 + UInt32(first), 1) }
      value = value << 6 | UInt32(self[index] & 0x3F)
    }
    return (value, length)
  }
}
