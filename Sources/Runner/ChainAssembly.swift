import Diagnostics
import PipelineFile
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where a run writes, beside what its stages name.
struct RunPlaces {
  /// The folder that relative outputs start from.
  let output: String
  let state: String
  let manifest: String
  let metrics: String?

  init(_ file: PipelineFile, _ overrides: RunOverrides) {
    let output = overrides.output ?? absolute(file.run.output, from: file.directory)
    self.output = output
    state = Plan.stateDirectory(of: file, overrides)
    manifest = Manifest.path(of: file.name, in: output)
    metrics = file.run.metrics.map { absolute($0, from: output) }
  }

  /// What a run with these outputs writes, and the next one does not read.
  func ownPaths(_ outputs: [OutputLayout]) -> [String] {
    var paths = [state, manifest]
    if let metrics, (try? Metrics.mayReplace(metrics)) == true { paths.append(metrics) }
    // What no manifest names, and no move that is about to come, may be anything: it would be replaced,
    // so that the lister has to complain of it if it is among the inputs.
    let published = Set(
      (Manifest.outputPaths(at: manifest, in: self.output) + Journal(directory: state).places)
        .map(FileSystem.resolved))
    for output in outputs where !output.isStandardOutput {
      switch output {
      case .file(let path):
        if published.contains(FileSystem.resolved(path)) { paths.append(path) }
      case .folder(let path, _): paths += [path, path + ".wireroom-new"]
      }
    }
    return paths
  }
}

/// Makes the stages of a pipeline file, and collects all that is wrong with them and with the places they
/// write to.
struct ChainAssembly {
  private let file: PipelineFile
  private let run: RunPlaces
  private let inputs: [String]?
  private var places = Places()
  private(set) var diagnostics: [Diagnostic] = []
  private var source: (label: String, stage: any SourceStage)?
  private var transforms: [Chain.Transform] = []
  private var sinks: [Chain.Sink] = []
  /// Those of the transforms and sinks, in order.
  private var identities: [StageIdentity] = []
  private var sourceIdentity: StageIdentity?

  /// - Parameter inputs: What to read in place of what the pipeline file says.
  init(_ file: PipelineFile, _ run: RunPlaces, inputs: [String]?) {
    self.file = file
    self.run = run
    self.inputs = inputs
    _ = places.add("the pipeline file", "\(file.directory)/\(FileSystem.name(of: file.path))")
    addPlace("the manifest", run.manifest, setting: "output")
    addPlace("the state folder", run.state, setting: "state")
    for entry in file.stages where entry.descriptor.role != .source { add(entry) }
    // The source comes last, to be told of the places that the others write to.
    for entry in file.stages where entry.descriptor.role == .source { add(entry) }
    if let metrics = run.metrics { addPlace("the metrics", metrics, setting: "metrics") }
  }

  /// The stages, and what they are; to be used where there are no diagnostics.
  var chain: (Chain, ChainIdentity)? {
    guard let source, var sourceIdentity else { return nil }
    let chain = Chain(
      sourceLabel: source.label, source: source.stage, transforms: transforms, sinks: sinks)
    if chain.needsRawOffsets { sourceIdentity.addRawOffsets() }
    return (chain, ChainIdentity(stages: [sourceIdentity] + identities))
  }

  private mutating func addPlace(_ name: String, _ path: String, setting: String) {
    guard let problem = places.add(name, path) else { return }
    diagnostics.append(Diagnostic(.error, at: file.location(ofRunSetting: setting), problem))
  }

  private mutating func add(_ entry: StageEntry) {
    var context = StageContext(
      label: entry.label, baseDirectory: file.directory, outputDirectory: run.output,
      inputs: inputs)
    // A place that is wrong is wrong for the source too, which need not be told twice.
    if entry.descriptor.role == .source, diagnostics.isEmpty {
      context.ownPaths = run.ownPaths(sinks.map(\.output))
    }
    let stage: any Stage
    do throws(OptionProblem) {
      stage = try makeStage(entry.type, entry.options, context)
    } catch {
      diagnostics.append(entry.diagnostic(for: error))
      return
    }
    let identity = StageIdentity(
      label: entry.label, name: entry.descriptor.name, version: entry.descriptor.version,
      options: identityOptions(entry.options, stage, context),
      condition: entry.condition?.description)
    switch stage {
    case let stage as any SourceStage:
      source = (entry.label, stage)
      sourceIdentity = identity
    case let stage as any TransformStage:
      transforms.append(
        Chain.Transform(
          label: entry.label, stage: stage, descriptor: entry.descriptor,
          condition: entry.condition))
      identities.append(identity)
    case let stage as any SinkStage:
      add(Chain.Sink(label: entry.label, stage: stage, condition: entry.condition), of: entry)
      identities.append(identity)
    default:
      preconditionFailure("stage '\(entry.descriptor.name)' conforms to none of the roles")
    }
  }

  private mutating func add(_ sink: Chain.Sink, of entry: StageEntry) {
    if !sink.output.isStandardOutput {
      if let problem = places.add("the output", sink.output.path) {
        diagnostics.append(entry.diagnostic(for: OptionProblem("path", problem)))
      }
    } else if sinks.contains(where: { $0.output.isStandardOutput }) {
      diagnostics.append(
        entry.diagnostic(
          for: OptionProblem("path", "two outputs cannot both go to standard output")))
    }
    sinks.append(sink)
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
