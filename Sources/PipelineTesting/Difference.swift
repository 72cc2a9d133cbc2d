import TextKit

/// What differs between two lists, a line an element: `  - ` is expected and missing, `  + ` is there and
/// not expected, the neighbours of both stand between. From a longest common subsequence.
func difference(_ expected: [Value], _ actual: [Value]) -> String {
  let same = { (first: Int, second: Int) in
    Expectation(expected[first]).holds(of: actual[second])
  }
  // What is alike at both ends costs nothing.
  var start = 0
  while start < min(expected.count, actual.count), same(start, start) { start += 1 }
  var ends = (expected.count, actual.count)
  while ends.0 > start, ends.1 > start, same(ends.0 - 1, ends.1 - 1) {
    ends = (ends.0 - 1, ends.1 - 1)
  }
  let rows = ends.0 - start
  let columns = ends.1 - start
  guard rows * columns <= 4_000_000 else {
    return "  \(rows) elements differ from \(columns) others after element \(start)"
  }
  var lengths = [[Int]](repeating: [Int](repeating: 0, count: columns + 1), count: rows + 1)
  for row in (0..<rows).reversed() {
    for column in (0..<columns).reversed() {
      lengths[row][column] =
        same(start + row, start + column)
        ? lengths[row + 1][column + 1] + 1
        : max(lengths[row + 1][column], lengths[row][column + 1])
    }
  }
  var lines: [String] = []
  var row = 0
  var column = 0
  if start > 0 { lines.append("    \(shown(actual[start - 1]))") }
  while row < rows || column < columns {
    if row < rows, column < columns, same(start + row, start + column) {
      lines.append("    \(shown(actual[start + column]))")
      row += 1
      column += 1
    } else if column == columns
      || row < rows && lengths[row + 1][column] >= lengths[row][column + 1]
    {
      lines.append("  - \(shown(expected[start + row]))")
      row += 1
    } else {
      lines.append("  + \(shown(actual[start + column]))")
      column += 1
    }
  }
  if ends.1 < actual.count { lines.append("    \(shown(actual[ends.1]))") }
  return lines.joined(separator: "\n")
}

/// An element for people: what it covers, and what else is known of it.
private func shown(_ value: Value) -> String {
  guard let members = value.members else { return value.text }
  let known = members.filter { $0.value != .null && $0.value != .list([]) }
  return Value.object(known).text
}
