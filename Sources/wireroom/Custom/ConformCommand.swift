import Diagnostics
import PipelineFile
import Runner
import StageCatalog
import StageConformance
import StageKit
import StageLibraries
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let conformCommand = Command(
  name: "conform", operands: "FOLDER | PIPELINE | STAGE",
  summary: "try what must hold for every stage",
  discussion: """
    Tries the stages of a library (FOLDER), the transforms of a pipeline file (PIPELINE) with their
    options there, or one stage that there is (STAGE): its examples; the same results from the same
    documents, on several workers, after others, and with fresh scratch space; idempotence where it is
    claimed; valid ranges and declared layers on hostile texts; whether memory grows over 10,000
    documents; the time for a megabyte; and that it comes to an end. Exits with 0 if all holds, else
    with 1.
    """,
  options: [
    CommandOption("--quick", nil, "leave out the text of 10 MB and the 10,000 documents"),
    CommandOption(
      "--timeout", "SECONDS", "how long a stage may take for one document; 60 if not said"),
  ],
  operandCount: 1...1, run: performConform
)

/// A stage that is to be tried.
private struct Candidate {
  let label: String
  let type: any TransformStage.Type
  let options: Value
  let directory: String
}

private func performConform(_ arguments: ParsedArguments) -> Int32 {
  let effort: Conformance.Effort = arguments.switches.contains("--quick") ? .quick : .full
  var isRight = true
  let code = tellingMistakes {
    let patience = try arguments.number("--timeout", in: 1...86_400) ?? 60
    let candidates = try candidates(arguments.operands[0])
    guard !candidates.isEmpty else {
      throw UsageError(
        message: "'\(arguments.operands[0])' has no transform, and only those can be tried")
    }
    for candidate in candidates {
      printResult("\(candidate.label):")
      isRight = try tell(report(on: candidate, effort, patience)) && isRight
    }
  }
  return code == 0 && !isRight ? ExitCode.someFailed.rawValue : code
}

private func candidates(_ operand: String) throws -> [Candidate] {
  var status = stat()
  if stat(operand, &status) == 0, operand.hasSuffix(".yaml") || operand.hasSuffix(".yml") {
    let file = try PipelineFile.load(
      path: operand, stages: knownStages(), environment: environmentVariable,
      loadPlugin: loadPlugin)
    return file.stages.compactMap { entry in
      (entry.type as? any TransformStage.Type).map {
        Candidate(
          label: entry.label, type: $0, options: entry.options, directory: file.directory)
      }
    }
  }
  let types: [any Stage.Type]
  let known = try knownStages()
  if let type = known.first(where: { $0.descriptor.name == operand }) {
    types = [type]
  } else {
    do throws(StageLibraryProblem) {
      types = try StageLibrary.load(operand)
    } catch {
      throw UsageError(message: error.message)
    }
  }
  let transforms = types.compactMap { $0 as? any TransformStage.Type }
  return transforms.map { type in
    // A stage that cannot do without options is tried as its first example has it.
    Candidate(
      label: type.descriptor.name, type: type,
      options: needsOptions(type) ? type.descriptor.examples.first?.options ?? [:] : [:],
      directory: "/")
  }
}

private func needsOptions<S: Stage>(_ type: S.Type) -> Bool {
  S.Options.specifications.contains(where: \.isRequired)
}

private func report(
  on candidate: Candidate, _ effort: Conformance.Effort, _ patience: Int
) throws -> Conformance.Report {
  func run<S: TransformStage>(_ type: S.Type) throws(UsageError) -> Conformance.Report {
    do throws(OptionProblem) {
      return try Conformance(
        of: type, options: candidate.options, directory: candidate.directory, effort: effort,
        patience: patience, prepare: prepareWithBuiltInStages
      ).run()
    } catch {
      throw UsageError(message: "stage '\(candidate.label)': \(error.message)")
    }
  }
  return try run(candidate.type)
}

/// Has the layers made by the built-in stages that write them.
private func prepareWithBuiltInStages(_ document: inout Document, _ layers: [Layer]) {
  func run<S: TransformStage>(_ type: S.Type, on document: inout Document) {
    let context = StageContext(label: S.descriptor.name, baseDirectory: "/", outputDirectory: "/")
    guard let stage = try? S(options: S.Options(decoding: [:]), context: context) else { return }
    var scratch = stage.makeScratch()
    _ = try? stage.process(&document, &scratch)
  }
  for layer in layers where !document.has(layer) {
    let writer = builtInStages.lazy.compactMap { $0 as? any TransformStage.Type }
      .first { $0.descriptor.writes.contains(layer) && !$0.descriptor.writes.contains(.text) }
    guard let writer else { continue }
    prepareWithBuiltInStages(&document, writer.descriptor.reads)
    run(writer, on: &document)
  }
  // What no stage makes, or not of this text.
  makeSimpleLayers(&document, layers)
}

/// - Returns: whether all holds.
private func tell(_ report: Conformance.Report) -> Bool {
  for finding in report.findings { printResult("  wrong: \(finding)") }
  if report.findings.isEmpty {
    for check in report.checks { printResult("  ok: \(check)") }
  }
  var measures: [String] = []
  if let nanoseconds = report.nanosecondsPerMegabyte {
    measures.append("\(formatDuration(nanoseconds: nanoseconds)) for 1 MB")
  }
  if let growth = report.memoryGrowth {
    measures.append("\(formatBytes(growth)) more memory after 9,000 documents")
  }
  if !measures.isEmpty { printResult("  \(measures.joined(separator: ", "))") }
  return report.findings.isEmpty
}
