/// A table for people: the first column to the left, the others to the right.
struct TextTable {
  private var rows: [[String]]

  init(_ header: String...) {
    rows = [header]
  }

  mutating func add(_ cells: [String]) {
    rows.append(cells)
  }

  mutating func add(_ label: String, _ counts: Counts) {
    add(
      [label, "\(counts.gold)", "\(counts.found)", "\(counts.correct)"]
        + [counts.precision, counts.recall, counts.f1].map(percent))
  }

  /// The rows as lines whose columns are aligned.
  var lines: [String] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.unicodeScalars.count)
      }
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        return column == 0 ? cell + space : space + cell
      }.joined(separator: "  ")
    }
  }

  /// The table that `Counts` fill.
  static func ofCounts(_ label: String) -> TextTable {
    TextTable(label, "gold", "found", "correct", "precision", "recall", "F1")
  }
}

/// A share of 1 in percent with two decimals, `97.03`; `–` for that of nothing.
func percent(_ share: Double?) -> String {
  guard let share else { return "–" }
  let hundredths = Int((share * 10_000).rounded())
  let decimals = hundredths % 100
  return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
}
