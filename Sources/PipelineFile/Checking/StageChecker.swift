import Diagnostics
import StageKit
import TextKit

/// Checks the entries of `stages` one by one.
struct StageChecker {
  let catalogue: Catalogue
  let substitution: Substitution
  let paths: PathChecker
  private(set) var collector = MistakeCollector()
  private var lineOfLabel: [String: Int] = [:]

  init(catalogue: Catalogue, substitution: Substitution, paths: PathChecker) {
    self.catalogue = catalogue
    self.substitution = substitution
    self.paths = paths
  }

  /// The entry, checked, or `nil` if it names no known stage. With mistakes in its options it is still
  /// good for checking the order of the stages.
  mutating func check(_ node: Node) -> StageEntry? {
    let shape = StageShape(node, catalogue)
    guard let name = shape.name else {
      let isTable = node.entries?.isEmpty == false
      collector.add(
        isTable ? .entryWithoutStage : .stageExpected(Found(node)), at: node.location)
      return nil
    }
    guard let stage = catalogue[name.key] else {
      collector.add(mistake(ofUnknownStage: name.key, node), at: name.keyLocation)
      return nil
    }
    for entry in shape.others { report(entry, beside: stage) }
    let place = OptionPlace(owner: .stage(name.key))
    let options = name.value
    if !options.isNull, options.entries == nil {
      collector.add(
        .unusableValue(place, .object(stage.options), Found(options)), at: options.location)
    }
    var checker = OptionChecker(
      substitution: substitution, paths: paths, ownerLocation: name.keyLocation)
    let value = checker.check(
      options.entries == nil ? nil : options, against: stage.options, place)
    collector.add(checker.collector.mistakes)
    return StageEntry(
      label: checkLabel(shape), type: stage.type,
      descriptor: stage.type.descriptor(decoding: value), options: value,
      condition: checkCondition(shape.condition, of: stage),
      timeout: checkTimeout(shape.timeout, of: stage), location: name.keyLocation,
      writtenOptions: options)
  }

  private func mistake(ofUnknownStage name: String, _ node: Node) -> Mistake {
    if let scalar = node.scalar, scalar.isPlain, scalar.textColumn == nil,
      let first = name.split(separator: " ").first.map(String.init), catalogue[first] != nil
    {
      return .stageRunsOn(first, text: name)
    }
    return .unknownStage(name, known: catalogue.names)
  }

  /// Says what a key is that stands where only `label`, `when` and `timeout` may.
  private mutating func report(_ entry: Node.Entry, beside stage: Catalogue.Item) {
    let name = stage.descriptor.name
    let mistake: Mistake
    if catalogue[entry.key] != nil {
      mistake = .secondStageInEntry(entry.key, first: name)
    } else if stage.options.contains(where: { $0.key == entry.key }) {
      mistake = .optionBesideStage(entry.key, stage: name)
    } else {
      mistake = .unknownKeyBesideStage(entry.key, stage: name)
    }
    collector.add(mistake, at: entry.keyLocation)
  }

  private mutating func checkLabel(_ shape: StageShape) -> String {
    let text = shape.labelText ?? ""
    let location = shape.labelLocation
    if let label = shape.label?.value {
      guard label.scalar != nil, Self.isUsable(label: text) else {
        collector.add(.unusableLabel(Found(label)), at: location)
        return text
      }
    }
    if let line = lineOfLabel[text] {
      collector.add(.duplicateLabel(text, firstLine: line), at: location)
    } else {
      lineOfLabel[text] = location?.line
    }
    return text
  }

  /// Labels stand in records, in paths of `--set` and in reports.
  private static func isUsable(label: String) -> Bool {
    !label.isEmpty
      && label.unicodeScalars.allSatisfy { scalar in
        scalar == "_" || scalar == "-" || scalar.properties.isAlphabetic
          || scalar.properties.numericType == .decimal
      }
  }

  private mutating func checkTimeout(_ entry: Node.Entry?, of stage: Catalogue.Item) -> Int? {
    guard let entry else { return nil }
    var checker = OptionChecker(
      substitution: substitution, paths: paths, ownerLocation: entry.keyLocation)
    let table = Node(content: .table([entry]), location: entry.keyLocation)
    let place = OptionPlace(owner: .stage(stage.descriptor.name))
    let value = checker.check(table, against: RunSettings.timeoutSpecifications, place)
    collector.add(checker.collector.mistakes)
    return value[entry.key]?.integer
  }

  private mutating func checkCondition(
    _ entry: Node.Entry?, of stage: Catalogue.Item
  ) -> Condition? {
    guard let entry, !entry.value.isNull else { return nil }
    if stage.descriptor.role == .source {
      collector.add(.conditionOfSource(stage.descriptor.name), at: entry.keyLocation)
      return nil
    }
    let node = entry.value
    guard let text = node.scalar?.text else {
      collector.add(.conditionIsNoText(Found(node)), at: node.location)
      return nil
    }
    do throws(ConditionFailure) {
      return try ConditionParser.parse(text, substitution)
    } catch {
      collector.add(error.mistake, at: node.location(ofCharacter: error.offset))
      return nil
    }
  }
}
