import Diagnostics
import Schedule
import StageKit
import TextKit

/// Checks the tree of a pipeline file from the top and gathers all mistakes.
struct PipelineChecker {
  let path: String
  private(set) var catalogue: Catalogue
  let substitution: Substitution
  let paths: PathChecker
  let loadPlugin: PluginLoader
  private var collector = MistakeCollector()

  init(
    path: String, catalogue: Catalogue, substitution: Substitution, paths: PathChecker,
    loadPlugin: @escaping PluginLoader
  ) {
    self.path = path
    self.catalogue = catalogue
    self.substitution = substitution
    self.paths = paths
    self.loadPlugin = loadPlugin
  }

  private var start: SourceLocation { SourceLocation(file: path, line: 1, column: 1) }

  mutating func check(
    _ bytes: [UInt8], settings: [String]
  ) throws(PipelineFileError) -> PipelineFile {
    var node: Node?
    do throws(LocatedMistake) {
      let built = try TreeBuilder.build(try SourceText(bytes, file: path))
      collector.add(built.mistakes)
      node = built.node
    } catch {
      // What comes after a mistake of this kind cannot be told.
      throw PipelineFileError(error)
    }
    if let top = node {
      loadPlugins(top.entry("plugins")?.value)
      node = apply(settings, to: top)
    }
    let file = node.flatMap { check($0) }
    if node == nil || node?.isNull == true { collector.add(.emptyFile, at: start) }
    guard let file, collector.isEmpty else {
      throw PipelineFileError(diagnostics: collector.diagnostics)
    }
    return file
  }

  private mutating func apply(_ settings: [String], to top: Node) -> Node {
    var top = top
    for (index, text) in settings.enumerated() {
      do throws(LocatedMistake) {
        try Setting(text, number: index + 1).apply(to: &top, catalogue)
      } catch {
        collector.add(error.mistake, at: error.location)
      }
    }
    return top
  }

  /// The keys that a pipeline file may have.
  static let topKeys = ["name", "run", "schedule", "plugins", "stages"]

  private mutating func check(_ top: Node) -> PipelineFile? {
    if top.isNull { return nil }
    guard let entries = top.entries else {
      collector.add(.topIsNoTable(Found(top)), at: top.location)
      return nil
    }
    let known = Self.topKeys
    var isStagesMisspelt = false
    for entry in entries where !known.contains(entry.key) {
      if entry.key.utf8.starts(with: "x-".utf8) { continue }
      if nearestName(to: entry.key, among: known) == "stages" { isStagesMisspelt = true }
      let mistake: Mistake =
        if catalogue[entry.key] != nil {
          .stageAtTop(entry.key)
        } else if RunSettings.specifications.contains(where: { $0.key == entry.key }) {
          .runSettingAtTop(entry.key)
        } else {
          .unknownKey(entry.key)
        }
      collector.add(mistake, at: entry.keyLocation)
    }
    let name = checkName(top.entry("name")?.value)
    let schedule = checkSchedule(top.entry("schedule")?.value)
    let written = top.entry("run")?.value
    let run = checkRun(written)
    guard let stages = top.entry("stages") else {
      if !isStagesMisspelt { collector.add(.stagesMissing, at: top.location) }
      return nil
    }
    return PipelineFile(
      path: path, directory: paths.directory, name: name, run: run, schedule: schedule,
      stages: checkStages(stages),
      writtenRun: written, top: top.location)
  }

  /// Adds the stages of the plugins to those that there are.
  private mutating func loadPlugins(_ node: Node?) {
    guard let node, !node.isNull else { return }
    var elements = [node]
    if case .list(let list) = node.content { elements = list }
    for element in elements {
      guard element.scalar != nil, !element.isNull else {
        collector.add(.unusablePlugins(Found(element)), at: element.location)
        continue
      }
      guard let path = collector.expand(element, substitution) else { continue }
      let isAbsolute = path.utf8.first == UInt8(ascii: "/")
      do throws(OptionProblem) {
        let stages = try loadPlugin(isAbsolute ? path : "\(paths.directory)/\(path)")
        for stage in stages where catalogue[stage.descriptor.name] != nil {
          collector.add(.pluginStageExists(stage.descriptor.name), at: element.location)
        }
        catalogue = Catalogue(catalogue.items.map(\.type) + stages)
      } catch {
        collector.add(.pluginProblem(error.message), at: element.location)
      }
    }
  }

  private mutating func checkName(_ node: Node?) -> String {
    guard let node, !node.isNull else { return defaultName }
    guard node.scalar != nil else {
      collector.add(.unusableName(Found(node)), at: node.location)
      return defaultName
    }
    guard let name = collector.expand(node, substitution) else { return defaultName }
    // The name becomes part of paths.
    let isUsable =
      !name.isEmpty && name.utf8.first != UInt8(ascii: ".")
      && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") }
    if !isUsable { collector.add(.unusableName(.text(name)), at: node.location) }
    return name
  }

  private mutating func checkSchedule(_ node: Node?) -> String? {
    guard let node, !node.isNull else { return nil }
    guard node.scalar != nil else {
      collector.add(.unusableSchedule(Found(node)), at: node.location)
      return nil
    }
    guard var text = collector.expand(node, substitution) else { return nil }
    // What is written as a block below '|' ends with a line feed.
    while let last = text.utf8.last, last == 0x0A || last == 0x20 { text.removeLast() }
    do throws(CronExpressionError) {
      _ = try CronExpression(text)
    } catch {
      collector.add(
        .scheduleProblem(error.message), at: node.location(ofCharacter: error.column - 1))
    }
    return text
  }

  private var defaultName: String {
    let file = path.utf8.split(separator: UInt8(ascii: "/")).last ?? ""[...].utf8
    let ending = file.lastIndex(of: UInt8(ascii: "."))
    return String(file[..<(ending.flatMap { $0 > file.startIndex ? $0 : nil } ?? file.endIndex)])
      ?? ""
  }

  private mutating func checkRun(_ node: Node?) -> RunSettings {
    let place = OptionPlace(owner: .run)
    if let node, !node.isNull, node.entries == nil {
      collector.add(.unusableValue(place, .object([]), Found(node)), at: node.location)
    }
    var checker = OptionChecker(
      substitution: substitution, paths: paths, ownerLocation: node?.location ?? start)
    let value = checker.check(node, against: RunSettings.specifications, place)
    collector.add(checker.collector.mistakes)
    do throws(OptionProblem) {
      return try RunSettings(decoding: value)
    } catch {
      // Unreachable unless the table and the checker disagree, which then is told, not hidden.
      let place = OptionPlace(owner: .run, path: error.path)
      collector.add(.problem(place, error.message), at: node?.location ?? start)
      return RunSettings()
    }
  }

  private mutating func checkStages(_ entry: Node.Entry) -> [StageEntry] {
    guard case .list(let nodes) = entry.value.content else {
      let isMissing = entry.value.isNull
      collector.add(
        isMissing ? .noStages : .stagesAreNoList(Found(entry.value)),
        at: isMissing ? entry.keyLocation : entry.value.location)
      return []
    }
    if nodes.isEmpty { collector.add(.noStages, at: entry.value.location) }
    var checker = StageChecker(catalogue: catalogue, substitution: substitution, paths: paths)
    let stages = nodes.compactMap { checker.check($0) }
    collector.add(checker.collector.mistakes)
    // An unknown stage may be the source or the writer that seems to be missing.
    if stages.count == nodes.count, !stages.isEmpty {
      collector.add(OrderCheck.mistakes(in: stages, catalogue))
    }
    return stages
  }
}
