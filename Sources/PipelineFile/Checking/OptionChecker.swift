import Diagnostics
import StageKit
import TextKit

/// Checks the options of one stage, or the run settings, against their table.
///
/// The result holds every key of the table in the table's order, with defaults filled in, so that
/// two files that mean the same give the same options.
struct OptionChecker {
  let substitution: Substitution
  let paths: PathChecker
  /// Where a mistake is shown whose value does not stand in the file.
  let ownerLocation: SourceLocation
  private(set) var collector = MistakeCollector()

  init(substitution: Substitution, paths: PathChecker, ownerLocation: SourceLocation) {
    self.substitution = substitution
    self.paths = paths
    self.ownerLocation = ownerLocation
  }

  /// Checks a table of options; `nil` stands for one without entries.
  mutating func check(
    _ node: Node?, against table: [OptionSpecification], _ place: OptionPlace
  ) -> Value {
    let entries = node?.entries ?? []
    for entry in entries where !table.contains(where: { $0.key == entry.key }) {
      if case .stage(let name) = place.owner, place.path.isEmpty,
        StageShape.keysBesideName.contains(entry.key)
      {
        collector.add(.keyAmongOptions(entry.key, stage: name), at: entry.keyLocation)
      } else {
        collector.add(
          .unknownOption(entry.key, place, known: table.map(\.key)), at: entry.keyLocation)
      }
    }
    return .object(
      table.map { specification in
        let entry = node?.entry(specification.key)
        return Value.Member(
          specification.key,
          check(entry?.value, against: specification, place, tableLocation: node?.location))
      })
  }

  private mutating func check(
    _ node: Node?, against specification: OptionSpecification, _ place: OptionPlace,
    tableLocation: SourceLocation?
  ) -> Value {
    let key = specification.key
    if let node, !node.isNull {
      let mistakesBefore = collector.mistakes.count
      let value = check(node, as: specification.kind, place.appending(.key(key)))
      if let value { return value }
      // Either a mistake was found, or a variable is empty and so means the default.
      if collector.mistakes.count > mistakesBefore { return specification.defaultValue }
    }
    if specification.isRequired {
      let isNested = !place.path.isEmpty
      collector.add(
        .missingOption(key, place),
        at: node?.location ?? (isNested ? tableLocation : nil) ?? ownerLocation)
    }
    return specification.defaultValue
  }

  /// The value of a node that must be of this kind, or `nil` if it is not, or is empty.
  private mutating func check(_ node: Node, as kind: OptionKind, _ place: OptionPlace) -> Value? {
    switch kind {
    case .list(let element): return checkList(node, of: element, place)
    case .map(let element): return checkMap(node, of: element, place)
    case .object(let table):
      guard node.entries != nil else { return reject(node, kind, place) }
      return check(node, against: table, place)
    default:
      guard let scalar = node.scalar else { return reject(node, kind, place) }
      guard let text = collector.expand(node, substitution) else { return nil }
      if text.isEmpty, scalar.isPlain { return nil }
      return checkText(text, node, as: kind, place)
    }
  }

  private mutating func checkText(
    _ text: String, _ node: Node, as kind: OptionKind, _ place: OptionPlace
  ) -> Value? {
    switch kind {
    case .boolean:
      if text == "true" { return true }
      if text == "false" { return false }
    case .integer(let range):
      if let integer = ScalarReading.integer(text), range.contains(integer) {
        return .integer(integer)
      }
    case .number(let range):
      if let number = ScalarReading.number(text), range.contains(number) { return .number(number) }
    case .byteCount(let range):
      if let count = ScalarReading.byteCount(text), range.contains(count) {
        return .integer(count)
      }
    case .duration(let range):
      if let seconds = ScalarReading.duration(text), range.contains(seconds) {
        return .integer(seconds)
      }
    case .choice(let words):
      if words.contains(text) { return .string(text) }
    case .path(let use):
      if let mistake = paths.check(text, use) {
        collector.add(.unusablePath(place, mistake), at: node.location)
        return nil
      }
      return .string(text)
    default: return .string(text)
    }
    collector.add(.unusableValue(place, kind, .text(text)), at: node.location)
    return nil
  }

  /// A single value stands for a list of one.
  private mutating func checkList(
    _ node: Node, of element: OptionKind, _ place: OptionPlace
  ) -> Value? {
    guard case .list(let nodes) = node.content else {
      return check(node, as: element, place).map { .list([$0]) }
    }
    var values: [Value] = []
    for (index, node) in nodes.enumerated() {
      if let value = checkElement(node, as: element, place.appending(.index(index))) {
        values.append(value)
      }
    }
    return .list(values)
  }

  private mutating func checkMap(
    _ node: Node, of element: OptionKind, _ place: OptionPlace
  ) -> Value? {
    guard let entries = node.entries else { return reject(node, .map(element), place) }
    var members: [Value.Member] = []
    for entry in entries {
      if let value = checkElement(entry.value, as: element, place.appending(.key(entry.key))) {
        members.append(Value.Member(entry.key, value))
      }
    }
    // The order of free keys means nothing.
    return .object(members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
  }

  /// Elements have no default, so that one that is left open is a mistake; but one whose variable is
  /// empty is left out.
  private mutating func checkElement(
    _ node: Node, as kind: OptionKind, _ place: OptionPlace
  ) -> Value? {
    if node.isNull { return reject(node, kind, place) }
    return check(node, as: kind, place)
  }

  private mutating func reject(_ node: Node, _ kind: OptionKind, _ place: OptionPlace) -> Value? {
    collector.add(.unusableValue(place, kind, Found(node)), at: node.location)
    return nil
  }
}

extension Found {
  init(_ node: Node) {
    switch node.content {
    case .scalar(let scalar): self = node.isNull ? .nothing : .text(scalar.text)
    case .list: self = .list
    case .table: self = .table
    }
  }
}

extension MistakeCollector {
  /// The text of a scalar with its variables expanded, or `nil` after a mistake in them.
  mutating func expand(_ node: Node, _ substitution: Substitution) -> String? {
    do throws(Substitution.Failure) {
      return try substitution.expand(node.scalar?.text ?? "")
    } catch {
      add(error.mistake, at: node.location(ofCharacter: error.offset))
      return nil
    }
  }
}
