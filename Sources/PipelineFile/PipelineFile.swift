public import Diagnostics
public import StageKit

/// A pipeline file: read, checked, nothing touched.
public struct PipelineFile: Sendable {
  /// The path as the user named it.
  public let path: String
  /// The absolute folder of the file, which relative paths in it start from.
  public let directory: String
  /// The name that the file gives the pipeline; by default the file's name without its ending.
  public let name: String
  public let run: RunSettings
  /// When the pipeline is to be run by itself: a cron expression, checked.
  public let schedule: String?
  /// In the order of the file: one source, then transforms and sinks.
  public let stages: [StageEntry]
  let writtenRun: Node?
  let top: SourceLocation

  /// The place of a run setting's value, or the nearest place that is in the file.
  public func location(ofRunSetting key: String) -> SourceLocation {
    StageEntry.location(of: [.key(key)], in: writtenRun, or: writtenRun?.location ?? top)
  }
}

/// All that is wrong with a pipeline file.
public struct PipelineFileError: Error, Sendable, Equatable {
  /// One or more, by place.
  public let diagnostics: [Diagnostic]

  /// - Parameter diagnostics: in any order.
  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.sorted { first, second in
      guard let first = first.location, let second = second.location else { return false }
      return first < second
    }
  }

  init(_ mistake: LocatedMistake) {
    diagnostics = [Diagnostic(at: mistake.location, mistake.mistake.message)]
  }
}

/// Loads the stages of a library that was built elsewhere, by its absolute path; what is wrong with it is
/// the message of the error.
public typealias PluginLoader = (_ path: String) throws(OptionProblem) -> [any Stage.Type]

extension PipelineFile {
  /// Reads and checks a pipeline file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - stages: the stages that there are.
  ///   - environment: the value of an environment variable, or `nil` if it is not set.
  ///   - settings: the arguments of `--set`, such as `stages.summarise.sentences=5`.
  ///   - inputsAreOverridden: whether other inputs are read in place of those of the file, so that
  ///     those need not exist.
  ///   - loadPlugin: loads what `plugins` names.
  /// - Throws: all mistakes.
  public static func load(
    path: String, stages: [any Stage.Type], environment: @escaping (String) -> String?,
    settings: [String] = [], inputsAreOverridden: Bool = false,
    loadPlugin: @escaping PluginLoader = noPlugins
  ) throws(PipelineFileError) -> PipelineFile {
    let contents: FileContents
    do throws(LocatedMistake) {
      contents = try FileContents(reading: path)
    } catch {
      throw PipelineFileError(error)
    }
    return try parse(
      contents.bytes, path: path, directory: contents.directory, stages: stages,
      environment: environment, settings: settings, inputsAreOverridden: inputsAreOverridden,
      loadPlugin: loadPlugin)
  }

  /// Checks the bytes of a pipeline file.
  ///
  /// - Parameters:
  ///   - bytes: the content of the file.
  ///   - path: the file's path as it is shown in messages; its name is the pipeline's default name.
  ///   - directory: the absolute folder that relative paths start from.
  ///   - directoryPhrase: what that folder is, for messages.
  /// - Throws: all mistakes.
  public static func parse(
    _ bytes: [UInt8], path: String, directory: String,
    directoryPhrase: String = "the folder of the pipeline file", stages: [any Stage.Type],
    environment: @escaping (String) -> String? = { _ in nil }, settings: [String] = [],
    inputsAreOverridden: Bool = false, loadPlugin: @escaping PluginLoader = noPlugins
  ) throws(PipelineFileError) -> PipelineFile {
    var checker = PipelineChecker(
      path: path, catalogue: Catalogue(stages),
      substitution: Substitution(environment: environment),
      paths: PathChecker(
        directory: directory, directoryPhrase: directoryPhrase,
        inputsAreOverridden: inputsAreOverridden),
      loadPlugin: loadPlugin)
    return try checker.check(bytes, settings: settings)
  }

  /// Refuses all plugins, where there is nothing to load them with.
  public static func noPlugins(_: String) throws(OptionProblem) -> [any Stage.Type] {
    throw OptionProblem("plugins", "plugins cannot be used here")
  }
}
