import Diagnostics
import StageKit
import TextKit

/// What `--set PATH=VALUE` changes in the tree of a file before it is checked.
///
/// `PATH` is `name`, `run.KEY…`, `stages.LABEL.KEY…`, `stages.LABEL.when` or `stages.LABEL.timeout`;
/// `VALUE` is YAML. A number
/// in the path names an element of a list, from 0, where the next free one is a new element. What
/// is set this way is checked like all the rest, and located at `--set`, with the number of the setting
/// as its line.
struct Setting {
  private struct Step {
    var name: String
    var location: SourceLocation
  }

  private let steps: [Step]
  private let value: Node

  /// Reads one setting.
  ///
  /// - Parameter number: its place among the settings, from 1.
  init(_ text: String, number: Int) throws(LocatedMistake) {
    func location(_ column: Int) -> SourceLocation {
      SourceLocation(file: "--set", line: number, column: column)
    }
    guard let equals = text.unicodeScalars.firstIndex(of: "="), equals != text.startIndex else {
      throw LocatedMistake(.settingWithoutValue(text), location(1))
    }
    var steps: [Step] = []
    var column = 1
    for name in text[..<equals].split(separator: ".", omittingEmptySubsequences: false) {
      steps.append(Step(name: String(name), location: location(column)))
      column += name.unicodeScalars.count + 1
    }
    self.steps = steps
    let written = String(text[text.unicodeScalars.index(after: equals)...])
    let valueLocation = location(column)
    do throws(LocatedMistake) {
      // The name of standard input would have to be in quotes, and then in quotes for the shell.
      let yaml = written == "-" ? "'-'" : written
      let source = try SourceText(Array(yaml.utf8), file: "--set")
      let (node, mistakes) = try TreeBuilder.build(source)
      if let mistake = mistakes.first { throw mistake }
      value = node?.relocated(to: valueLocation) ?? .nothing(at: valueLocation)
    } catch {
      throw LocatedMistake(error.mistake, error.location?.relocated(to: valueLocation))
    }
  }

  /// Changes the tree.
  ///
  /// - Parameter catalogue: the stages that there are.
  func apply(to top: inout Node, _ catalogue: Catalogue) throws(LocatedMistake) {
    switch (steps[0].name, steps.count) {
    case ("name", 1), ("run", 2...): try Self.set(value, at: steps[...], in: &top)
    case ("stages", 3...): try applyToStage(of: &top, catalogue)
    default:
      throw LocatedMistake(
        .settingOfNothing(steps.map(\.name).joined(separator: ".")), steps[0].location)
    }
  }

  private func applyToStage(
    of top: inout Node, _ catalogue: Catalogue
  ) throws(LocatedMistake) {
    guard let entry = top.entry("stages"), case .list(var stages) = entry.value.content else {
      return  // The file itself is wrong, which is told when it is checked.
    }
    let shapes = stages.map { StageShape($0, catalogue) }
    let label = steps[1]
    guard let index = shapes.firstIndex(where: { $0.labelText == label.name }) else {
      throw LocatedMistake(
        .settingOfUnknownStage(label.name, known: shapes.compactMap(\.labelText)), label.location)
    }
    var stage = stages[index]
    if stage.scalar != nil {
      // A bare word becomes a table, so that options can stand below it.
      let name = Node.Entry(
        key: stage.scalar?.text ?? "", keyLocation: stage.location,
        value: .nothing(at: stage.location))
      stage.content = .table([name])
    }
    switch (steps[2].name, steps.count) {
    case ("label", 3): throw LocatedMistake(.settingOfLabel, steps[2].location)
    case ("when", 3): try Self.set(value, at: steps[2...], in: &stage)
    // A stage may have an option of that name, which comes first.
    case ("timeout", 3) where !hasOption("timeout", shapes[index].name?.key, catalogue):
      try Self.set(value, at: steps[2...], in: &stage)
    default:
      guard let name = shapes[index].name else { return }
      // The steps below the label lead on from the entry that holds the options.
      let options = Step(name: name.key, location: name.keyLocation)
      try Self.set(value, at: ([options] + steps[2...])[...], in: &stage)
    }
    stages[index] = stage
    top.replace(Node(content: .list(stages), location: entry.value.location), for: entry.key)
  }

  private func hasOption(_ key: String, _ stage: String?, _ catalogue: Catalogue) -> Bool {
    stage.flatMap { catalogue[$0] }?.options.contains { $0.key == key } ?? false
  }

  private static func set(
    _ value: Node, at steps: ArraySlice<Step>, in node: inout Node
  ) throws(LocatedMistake) {
    guard let step = steps.first else {
      node = value
      return
    }
    guard !step.name.isEmpty else {
      throw LocatedMistake(.settingOfNothing(""), step.location)
    }
    let index = ScalarReading.integer(step.name)
    if node.isNull {
      node = Node(content: index == nil ? .table([]) : .list([]), location: step.location)
    }
    if let index, node.entries == nil {
      // A single value stands for a list of one.
      var elements = [node]
      if case .list(let listed) = node.content { elements = listed }
      guard 0...elements.count ~= index else {
        throw LocatedMistake(
          .settingOfNoElement(step.name, count: elements.count), step.location)
      }
      var element = index < elements.count ? elements[index] : value
      try set(value, at: steps.dropFirst(), in: &element)
      elements.replaceSubrange(index..<min(index + 1, elements.count), with: [element])
      node.content = .list(elements)
      return
    }
    guard let entries = node.entries else {
      throw LocatedMistake(.settingBelowValue(step.name), step.location)
    }
    var entry =
      entries.first { $0.key == step.name }
      ?? Node.Entry(
        key: step.name, keyLocation: step.location, value: .nothing(at: step.location))
    try set(value, at: steps.dropFirst(), in: &entry.value)
    node.replace(entry.value, for: step.name, keyLocation: entry.keyLocation)
  }
}

extension Node {
  /// Replaces the value of a key of a table, or adds it.
  fileprivate mutating func replace(
    _ value: Node, for key: String, keyLocation: SourceLocation? = nil
  ) {
    guard case .table(var entries) = content else { return }
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].value = value
    } else {
      entries.append(Entry(key: key, keyLocation: keyLocation ?? location, value: value))
    }
    content = .table(entries)
  }

  /// The same with all places counted from where the text starts in the argument.
  fileprivate func relocated(to start: SourceLocation) -> Node {
    var node = self
    node.location = location.relocated(to: start)
    switch content {
    case .scalar(var scalar):
      scalar.textColumn = scalar.textColumn.map { $0 + start.column - 1 }
      node.content = .scalar(scalar)
    case .list(let elements):
      node.content = .list(elements.map { $0.relocated(to: start) })
    case .table(let entries):
      node.content = .table(
        entries.map {
          Entry(
            key: $0.key, keyLocation: $0.keyLocation.relocated(to: start),
            value: $0.value.relocated(to: start))
        })
    }
    return node
  }
}

extension SourceLocation {
  fileprivate func relocated(to start: SourceLocation) -> SourceLocation {
    SourceLocation(
      file: start.file, line: start.line,
      column: line == 1 ? start.column + column - 1 : start.column)
  }
}
