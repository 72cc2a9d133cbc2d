import StageKit
import TextKit

/// Examples of errors, grouped by kind, no more than asked for of each.
struct ErrorExamples<Group: Hashable & CustomStringConvertible> {
  private let limit: Int
  private var groups: [Group: (count: Int, examples: [String])] = [:]

  init(limit: Int) {
    self.limit = limit
  }

  /// Counts an error and keeps the example if there is room.
  mutating func add(_ group: Group, _ example: @autoclosure () -> String) {
    guard limit > 0 else { return }
    var entry = groups.removeValue(forKey: group) ?? (0, [])
    entry.count += 1
    if entry.examples.count < limit { entry.examples.append(example()) }
    groups[group] = entry
  }

  /// The groups that are to be shown, the largest first.
  func lines(where isShown: (Group) -> Bool = { _ in true }) -> [String] {
    let shown = groups.filter { isShown($0.key) }
      .map { (name: $0.key.description, count: $0.value.count, examples: $0.value.examples) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    return shown.flatMap { group in
      ["", "\(group.name): \(group.count)"] + group.examples.map { "  " + $0 }
    }
  }
}

extension Document {
  /// A part of the text between brackets, or a place in it, with some of what stands around it, on
  /// one line.
  func excerpt(_ range: ByteRange) -> String {
    let utf8 = text.utf8.span
    let reach = 48
    var start = max(0, range.start - reach)
    while start > 0, utf8[start].isUTF8Continuation { start -= 1 }
    var end = min(utf8.count, range.end + reach)
    while end < utf8.count, utf8[end].isUTF8Continuation { end += 1 }
    let marked = range.isEmpty ? "║" : "⟦\(utf8.string(range))⟧"
    let line =
      utf8.string(ByteRange(start, range.start)) + marked
      + utf8.string(ByteRange(range.end, end))
    let flat = line.unicodeScalars.map { scalar -> Character in
      scalar == "\n" ? "¶" : scalar.value < 0x20 ? " " : Character(scalar)
    }
    return "\(source.key.identifier): \(String(flat))"
  }
}
