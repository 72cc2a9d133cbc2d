import Diagnostics
public import PipelineFile
import StageKit
public import StageProtocol
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the command line says in place of the pipeline file.
public struct RunOverrides: Sendable {
  /// Files, folders or globs to read, absolute; `-` is standard input.
  public var inputs: [String]?
  /// The absolute folder that relative outputs start from.
  public var output: String?
  /// The absolute state folder.
  public var state: String?
  public var workers: Int?
  /// Whether to do everything anew, whatever the ledger says.
  public var isFresh = false
  /// Whether the inputs may be others than those of the runs before.
  public var replacesInputs = false
  /// Whether to publish however far the run differs from the last ones, and measure the next by it.
  public var acceptsHealth = false

  public init() {}
}

/// A pipeline that is ready to run: its stages are made, its resources opened. No input has been
/// touched.
public struct Plan: Sendable {
  public let name: String
  private(set) var chain: Chain
  let identity: ChainIdentity
  /// The folder that relative outputs start from, and in which the manifest stands.
  let outputDirectory: String
  /// The folder of the ledger, the spool and the lock.
  public let stateDirectory: String
  public let workers: Int
  /// What the pipeline file says of runs; the paths in it are used up already.
  var settings = RunSettings()
  var failureRule: FailureRule?
  /// Whether to do everything anew.
  var isFresh = false
  var replacesInputs = false
  var acceptsHealth = false
  /// How to start a process that carries documents for a run of this plan: one that calls
  /// `ChainServer.serve`. Without it, nothing can be isolated.
  public var isolationCommand: ChildCommand?
  /// How many seconds each stage may take for one document, by its index in the chain.
  var stageTimeouts: [Int?] = []
  /// Whether documents are carried in processes of their own.
  var isIsolated: Bool {
    settings.isolation == .process || settings.timeout != nil
      || stageTimeouts.contains { $0 != nil }
  }
  /// The limits of time that documents may run into.
  var limits = TimeLimits()
  /// The absolute path of the file for the figures of the last run.
  var metricsPath: String?
  /// Whom to tell of a run that did not end with 0.
  public private(set) var notification: Notification?

  /// Makes the stages of a pipeline file.
  ///
  /// - Throws: what the stages say of their options, all of it, located in the pipeline file.
  public init(_ file: PipelineFile, _ overrides: RunOverrides = RunOverrides())
    throws(PipelineFileError)
  {
    let places = RunPlaces(file, overrides)
    let assembly = ChainAssembly(file, places, inputs: overrides.inputs)
    var diagnostics = assembly.diagnostics
    let rule = Self.failureRule(of: file, &diagnostics)
    let keptStage = Self.keptStage(of: file, &diagnostics)
    guard diagnostics.isEmpty, let (chain, identity) = assembly.chain else {
      throw PipelineFileError(diagnostics: diagnostics)
    }
    self.init(
      name: file.name, chain: chain, identity: identity, outputDirectory: places.output,
      stateDirectory: places.state,
      workers: overrides.workers ?? file.run.workers ?? availableProcessors())
    self.chain.keptStage = keptStage
    settings = file.run
    failureRule = rule
    stageTimeouts = chain.labels.map { label in
      file.stages.first { $0.label == label }?.timeout
    }
    limits = TimeLimits(file)
    notification = Notification(file)
    metricsPath = places.metrics
    isFresh = overrides.isFresh
    replacesInputs = overrides.replacesInputs
    acceptsHealth = overrides.acceptsHealth
  }

  init(
    name: String, chain: Chain, identity: ChainIdentity, outputDirectory: String,
    stateDirectory: String, workers: Int
  ) {
    self.outputDirectory = outputDirectory
    self.name = name
    self.chain = chain
    self.identity = identity
    self.stateDirectory = stateDirectory
    self.workers = workers
  }

  /// How many documents may fail, if the file says so.
  private static func failureRule(
    of file: PipelineFile, _ diagnostics: inout [Diagnostic]
  ) -> FailureRule? {
    guard let text = file.run.failIf else { return nil }
    let rule = FailureRule(text)
    if rule == nil {
      diagnostics.append(
        Diagnostic(
          .error, at: file.location(ofRunSetting: "fail_if"),
          "'fail_if' is like 'failed > 2%' or 'failed > 10', not '\(text)'"))
    }
    return rule
  }

  /// The index of the stage behind which documents are to be kept, if the file names one.
  private static func keptStage(
    of file: PipelineFile, _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard let label = file.run.keep else { return nil }
    let labels = file.stages.filter { $0.descriptor.role != .sink }.map(\.label)
    let index = labels.firstIndex(of: label)
    if index == nil {
      diagnostics.append(
        Diagnostic(
          .error, at: file.location(ofRunSetting: "keep"),
          "'keep' names a stage that changes documents, and '\(label)' is none of this pipeline"
            + Wording.suggestion(for: label, among: labels)))
    }
    return index
  }

  /// The folder of the ledger, the spool and the lock of a pipeline. A state belongs to its outputs:
  /// where the command line moves these, it goes with them.
  public static func stateDirectory(of file: PipelineFile, _ overrides: RunOverrides) -> String {
    overrides.state ?? file.run.state.map { absolute($0, from: file.directory) }
      ?? "\(overrides.output ?? file.directory)/.wireroom/\(file.name)"
  }

  /// The absolute paths of what a run publishes.
  public var outputs: [String] { chain.sinks.map(\.output.path) }

  /// Where the manifest of the outputs stands.
  var manifestPath: String { Manifest.path(of: name, in: outputDirectory) }

  /// The roots of the inputs as the ledger keeps them. Those beside a state that stands in its usual place
  /// are told from there, so that all can be moved together.
  var rootsInState: String {
    let roots = chain.source.rootPaths.map { root in
      root.hasPrefix(stateBase) ? String(root.dropFirst(stateBase.count)) : root
    }
    return roots.joined(separator: "\n")
  }

  /// The same as absolute paths.
  func absoluteRoots(_ roots: String) -> String {
    roots.split(separator: "\n", omittingEmptySubsequences: false).map { root in
      root.hasPrefix("/") || root == "-" ? String(root) : stateBase + root
    }.joined(separator: "\n")
  }

  /// The folder above `.wireroom`, with a slash; the root folder for a state in another place.
  private var stateBase: String {
    let place = ".wireroom/\(name)"
    guard stateDirectory.hasSuffix("/" + place) else { return "/" }
    return String(stateDirectory.dropLast(place.count))
  }

  /// The number of stages.
  public var stageCount: Int { chain.labels.count }

  /// What differs between an earlier chain, as the ledger describes it, and this one.
  func comparison(with description: String) -> ChainComparison? {
    ChainIdentity(description: description).map { ChainComparison(old: $0, new: identity) }
  }
}

func absolute(_ path: String, from directory: String) -> String {
  plainPath(path.utf8.first == UInt8(ascii: "/") ? path : directory + "/" + path)
}
