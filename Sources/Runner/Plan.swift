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
    let output = overrides.output ?? absolute(file.run.output, from: file.directory)
    let state = Self.stateDirectory(of: file, overrides)
    let metrics = file.run.metrics.map { absolute($0, from: output) }
    var places = Places()
    _ = places.add(
      "the pipeline file", "\(file.directory)/\(FileSystem.name(of: file.path))")
    var source: (label: String, stage: any SourceStage)?
    var transforms: [Chain.Transform] = []
    var sinks: [Chain.Sink] = []
    var diagnostics: [Diagnostic] = []
    for (name, path, setting) in [
      ("the manifest", Manifest.path(of: file.name, in: output), "output"),
      ("the state folder", state, "state"),
    ] {
      if let problem = places.add(name, path) {
        diagnostics.append(
          Diagnostic(.error, at: file.location(ofRunSetting: setting), problem))
      }
    }
    var identities: [StageIdentity] = []
    // The source comes last, to be told of the places that the others write to.
    for entry in file.stages.dropFirst() + file.stages.prefix(1) {
      var context = StageContext(
        label: entry.label, baseDirectory: file.directory, outputDirectory: output,
        inputs: overrides.inputs)
      // A place that is wrong is wrong for the source too, which need not be told twice.
      if entry.descriptor.role == .source, diagnostics.isEmpty {
        context.ownPaths = Self.ownPaths(
          state: state, manifest: Manifest.path(of: file.name, in: output), metrics: metrics,
          outputs: sinks.map(\.output))
      }
      let stage: any Stage
      do throws(OptionProblem) {
        stage = try makeStage(entry.type, entry.options, context)
      } catch {
        diagnostics.append(entry.diagnostic(for: error))
        continue
      }
      let descriptor = entry.descriptor
      identities.append(
        StageIdentity(
          label: entry.label, name: descriptor.name, version: descriptor.version,
          options: identityOptions(entry.options, stage, context),
          condition: entry.condition?.description))
      switch stage {
      case let stage as any SourceStage: source = (entry.label, stage)
      case let stage as any TransformStage:
        transforms.append(
          Chain.Transform(
            label: entry.label, stage: stage, descriptor: descriptor, condition: entry.condition))
      case let stage as any SinkStage:
        let sink = Chain.Sink(label: entry.label, stage: stage, condition: entry.condition)
        if sink.output.isStandardOutput {
          if sinks.contains(where: { $0.output.isStandardOutput }) {
            diagnostics.append(
              entry.diagnostic(
                for: OptionProblem("path", "two outputs cannot both go to standard output")))
          }
        } else if let problem = places.add("the output", sink.output.path) {
          diagnostics.append(entry.diagnostic(for: OptionProblem("path", problem)))
        }
        sinks.append(sink)
      default: preconditionFailure("stage '\(descriptor.name)' conforms to none of the roles")
      }
    }
    if let metrics, let problem = places.add("the metrics", metrics) {
      diagnostics.append(
        Diagnostic(.error, at: file.location(ofRunSetting: "metrics"), problem))
    }
    if !identities.isEmpty { identities.insert(identities.removeLast(), at: 0) }
    diagnostics.sort { first, second in
      guard let first = first.location, let second = second.location else { return false }
      return first < second
    }
    guard diagnostics.isEmpty, let source else {
      throw PipelineFileError(diagnostics: diagnostics)
    }
    let chain = Chain(
      sourceLabel: source.label, source: source.stage, transforms: transforms, sinks: sinks)
    if chain.needsRawOffsets { identities[0].addRawOffsets() }
    self.init(
      name: file.name, chain: chain,
      identity: ChainIdentity(stages: identities), outputDirectory: output,
      stateDirectory: state,
      workers: overrides.workers ?? file.run.workers ?? availableProcessors())
    settings = file.run
    stageTimeouts = chain.labels.map { label in
      file.stages.first { $0.label == label }?.timeout
    }
    limits = TimeLimits(file)
    notification = Notification(file)
    metricsPath = metrics
    if let text = file.run.failIf {
      guard let rule = FailureRule(text) else {
        throw PipelineFileError(diagnostics: [
          Diagnostic(
            .error, at: file.location(ofRunSetting: "fail_if"),
            "'fail_if' is like 'failed > 2%' or 'failed > 10', not '\(text)'")
        ])
      }
      failureRule = rule
    }
    try setKeptStage(file)
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

  /// What a run writes, and the next one does not read.
  private static func ownPaths(
    state: String, manifest: String, metrics: String?, outputs: [OutputLayout]
  ) -> [String] {
    var paths = [state, manifest]
    if let metrics, (try? Metrics.mayReplace(metrics)) == true { paths.append(metrics) }
    // Without a manifest, or its being about to come, a file in the place of an output may be anything:
    // it would be replaced, so that the lister has to complain of it if it is among the inputs.
    let hasPublished =
      FileSystem.apparentKind(manifest) != .missing || Journal(directory: state).isPending
    for output in outputs where !output.isStandardOutput {
      switch output {
      case .file(let path): if hasPublished { paths.append(path) }
      case .folder(let path, _): paths += [path, path + ".wireroom-new"]
      }
    }
    return paths
  }

  /// Finds the stage behind which documents are to be kept.
  private mutating func setKeptStage(_ file: PipelineFile) throws(PipelineFileError) {
    guard let label = settings.keep else { return }
    let labels = [chain.sourceLabel] + chain.transforms.map(\.label)
    guard let index = labels.firstIndex(of: label) else {
      throw PipelineFileError(diagnostics: [
        Diagnostic(
          .error, at: file.location(ofRunSetting: "keep"),
          "'keep' names a stage that changes documents, and '\(label)' is none of this pipeline"
            + Wording.suggestion(for: label, among: labels))
      ])
    }
    chain.keptStage = index
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

/// Opens the type of the stage, so that its options have a type.
private func makeStage<S: Stage>(
  _ type: S.Type, _ options: Value, _ context: StageContext
) throws(OptionProblem) -> any Stage {
  try S(options: S.Options(decoding: options), context: context)
}

/// What a stage's results depend on: those of its options that they depend on, and hashes of the
/// files that these name; and what the stage itself adds.
private func identityOptions(
  _ options: Value, _ stage: any Stage, _ context: StageContext
) -> Value {
  func specifications<S: Stage>(of stage: S) -> [OptionSpecification] { S.Options.specifications }
  var members = specifications(of: stage).filter(\.affectsDocuments).compactMap { specification in
    options[specification.key].map { value in
      Value.Member(specification.key, withResources(value, specification.kind, context))
    }
  }
  if stage.identity != .null { members.append(Value.Member("identity", stage.identity)) }
  return .object(members)
}

/// The value with a hash of its content beside the path of each resource.
private func withResources(_ value: Value, _ kind: OptionKind, _ context: StageContext) -> Value {
  switch (kind, value) {
  case (.path(.resource), .string(let path)):
    var hash: UInt64 = 0
    // What cannot be read the stage complains of itself.
    try? FileHandle(context.resolve(path), O_RDONLY).forEachBlock { block in
      hash = block.withMemoryRebound(to: UInt8.self) { bytes in
        hashBytes(bytes.span, seed: hash)
      }
    }
    return ["path": value, "hash": .string(String(hash, radix: 16))]
  case (.list(let kind), .list(let elements)):
    return .list(elements.map { withResources($0, kind, context) })
  case (.map(let kind), .object(let members)):
    return .object(
      members.map { Value.Member($0.key, withResources($0.value, kind, context)) })
  case (.object(let specifications), .object(let members)):
    return .object(
      members.map { member in
        guard let specification = specifications.first(where: { $0.key == member.key }) else {
          return member
        }
        return Value.Member(
          member.key, withResources(member.value, specification.kind, context))
      })
  default: return value
  }
}

private func absolute(_ path: String, from directory: String) -> String {
  plainPath(path.utf8.first == UInt8(ascii: "/") ? path : directory + "/" + path)
}
