import Diagnostics
public import StageKit
import TextKit

extension PipelineFile {
  /// What `wireroom stages NAME` shows of a stage: what it does, its options and its examples.
  public static func helpText(for stage: any Stage.Type) -> String {
    let item = Catalogue.Item(stage)
    let descriptor = item.descriptor
    var lines = ["\(descriptor.name): \(descriptor.summary)", ""]
    lines.append("role: \(descriptor.role.rawValue)")
    for (title, layers) in [("reads", descriptor.reads), ("writes", descriptor.writes)]
    where !layers.isEmpty {
      lines.append("\(title): \(layers.map(\.rawValue).joined(separator: ", "))")
    }
    lines += ["", item.options.isEmpty ? "options: none" : "options:"]
    for row in OptionRow.rows(of: item.options) {
      let fallback = row.isRequired ? "; required" : row.fallback.map { "; default: \($0)" } ?? ""
      lines += wrap("\(row.key): \(row.kind)\(fallback)", indentedBy: 2)
      lines += wrap(row.help, indentedBy: 6)
    }
    for example in descriptor.examples {
      lines += ["", "example: \(example.title)"]
      lines += example.stageLines(descriptor.name).map { "  \($0)" }
      lines += example.sides.flatMap { side in
        ["  \(side.title):"] + side.lines.map { "    \($0)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Breaks a text into lines of at most 80 columns at spaces.
  private static func wrap(_ text: String, indentedBy spaces: Int) -> [String] {
    let indentation = String(repeating: " ", count: spaces)
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= 80 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(indentation + word)
      }
    }
    return lines
  }
}

/// An option as it is described to readers. The options inside an option are rows of their own.
struct OptionRow {
  var key: String
  var kind: String
  var isRequired: Bool
  var fallback: String?
  var help: String

  /// - Parameter prefix: what leads to the table, such as `rules[].`.
  static func rows(of options: [OptionSpecification], prefix: String = "") -> [OptionRow] {
    options.flatMap { option in
      let row = OptionRow(
        key: prefix + option.key, kind: option.kind.phrase, isRequired: option.isRequired,
        fallback: option.writtenDefault, help: option.help)
      switch option.kind {
      case .object(let inner): return [row] + rows(of: inner, prefix: row.key + ".")
      case .list(.object(let inner)): return [row] + rows(of: inner, prefix: row.key + "[].")
      case .map(.object(let inner)): return [row] + rows(of: inner, prefix: row.key + ".KEY.")
      default: return [row]
      }
    }
  }
}

extension StageExample {
  /// The entry of a pipeline file that the example uses.
  func stageLines(_ name: String) -> [String] {
    guard let members = options.members, !members.isEmpty else { return ["- \(name)"] }
    return ["- \(name):"] + members.map { "    \(Value.object([$0]).yaml.dropFirst().dropLast())" }
  }

  /// What goes in and what comes out, as lines.
  var sides: [(title: String, lines: [Substring])] {
    [("input", input), ("output", output)].map {
      ($0.0, $0.1.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }
}
