import Diagnostics
import PipelineFile
import Runner
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let debugCommand = Command(
  name: "debug", operands: "FILE",
  summary: "carry one file through a pipeline and show what each stage changes",
  discussion: """
    Loads FILE as the pipeline's source does, carries its documents through the transforms, and shows
    after each what has changed and how long it took. Nothing is published.
    """,
  options: [
    CommandOption("--pipeline", "PIPELINE", "the pipeline file; required"),
    CommandOption("--record", "N", "only the N-th document of the file, from 1"),
    CommandOption("--json", nil, "one JSON object a step"),
    CommandOption(
      "--set", "PATH=VALUE", "set one option, such as stages.summarise.sentences=5; repeatable"),
  ],
  operandCount: 1...1, run: performDebug
)

private func performDebug(_ arguments: ParsedArguments) throws(UsageError) -> Int32 {
  let console = Console()
  guard let pipeline = arguments.value("--pipeline") else {
    console.complain("error", "'debug' needs a pipeline: wireroom debug FILE --pipeline PIPELINE")
    return ExitCode.usage.rawValue
  }
  var record: Int?
  if let text = arguments.value("--record") {
    guard let number = Int(text), number > 0 else {
      console.complain("error", "'--record' is a number from 1, not '\(text)'")
      return ExitCode.usage.rawValue
    }
    record = number
  }
  var overrides = RunOverrides()
  let file = arguments.operands[0]
  overrides.inputs = [try absoluteInput(file)]
  guard
    let plan = loadPlan(pipeline, overrides, settings: arguments.values["--set"] ?? [], console)
  else { return ExitCode.usage.rawValue }
  let carrier = DocumentCarrier(plan)
  let printer: any StepPrinter =
    arguments.switches.contains("--json") ? JSONStepPrinter() : TextStepPrinter()
  var count = 0
  var documentCount = 0
  var hasFailures = false
  func complain(_ failure: StageFailure) {
    hasFailures = true
    console.complain("error", "'\(file)': \(failure.message)")
  }
  do throws(StageFailure) {
    try carrier.list { input in
      switch input {
      case .failure(_, let failure): complain(failure)
      case .item(let item):
        documentCount += 1
        if let record, item.key.record != record { return true }
        count += 1
        do throws(StageFailure) {
          try show(item, carrier, printer)
        } catch {
          complain(error)
        }
      }
      return true
    }
  } catch {
    hasFailures = true
    if file != "-", access(file, F_OK) != 0 {
      console.complain(
        "error", "cannot read '\(file)': \(Wording.systemMessage(errno))")
    } else {
      complain(error)
    }
  }
  if count == 0, !hasFailures {
    hasFailures = true
    if let record, documentCount > 0 {
      console.complain(
        "error",
        "'\(file)' has no document \(record); the source of '\(pipeline)' finds \(documentCount) in it"
      )
    } else {
      console.complain("error", "the source of '\(pipeline)' finds no document in '\(file)'")
    }
  }
  return (hasFailures ? ExitCode.someFailed : .done).rawValue
}

/// - Throws: what kept the document from being loaded, or the failure of a stage.
private func show(
  _ item: InputItem, _ carrier: DocumentCarrier, _ printer: any StepPrinter
) throws(StageFailure) {
  var document = try carrier.load(item)
  printer.printStart(document)
  for index in carrier.labels.indices {
    let before = document
    let step = carrier.apply(index, to: &document)
    printer.printStep(step, changes(from: before, to: document))
    switch step.outcome {
    case .failed(let failure): throw failure
    case .done(.drop): return
    case .done(.keep), .passedBy, .skipped: continue
    }
  }
}

/// A layer that a stage has changed, as lines for people.
private struct Change {
  let layer: Layer
  let removed: [String]
  let added: [String]
  let count: Int
}

private func changes(from before: Document, to after: Document) -> [Change] {
  let layers: [Layer] = [
    .text, .metadata, .paragraphs, .sentences, .tokens, .entities, .groups, .summary, .extra,
  ]
  return layers.compactMap { layer in
    let unchanged = layers.filter { $0 != layer }
    // Nothing but this layer is not allowed to differ, so that a difference is one of this layer.
    guard
      after.firstUndeclaredChange(from: before, declared: unchanged) != nil
        || before.has(layer) != after.has(layer)
    else { return nil }
    let old = lines(before, layer)
    let new = lines(after, layer)
    let kept = Set(old).intersection(new)
    return Change(
      layer: layer, removed: old.filter { !kept.contains($0) },
      added: new.filter { !kept.contains($0) }, count: new.count)
  }
}

private func lines(_ document: Document, _ layer: Layer) -> [String] {
  guard document.has(layer) else { return [] }
  let text = layer == .text ? document.text : document.rendering(of: [layer])
  return text.split(separator: "\n").map(String.init)
}

// MARK: Printing

private protocol StepPrinter {
  func printStart(_ document: Document)
  func printStep(_ step: DocumentCarrier.Step, _ changes: [Change])
}

private struct TextStepPrinter: StepPrinter {
  /// How many lines of a layer are shown, and how long.
  private static let lineCount = 12
  private static let lineLength = 100

  func printStart(_ document: Document) {
    let source = document.source
    printResult(
      "\(source.key.identifier): \(source.byteCount) bytes, \(source.encoding), "
        + "read as \(document.form.rawValue)")
  }

  func printStep(_ step: DocumentCarrier.Step, _ changes: [Change]) {
    let end: String
    switch step.outcome {
    case .passedBy: end = "passed by: 'when' does not hold"
    case .skipped(let layer): end = "skipped: no \(layer)"
    case .done(.keep): end = changes.isEmpty ? "kept, nothing changed" : "kept"
    case .done(.drop(let reason)): end = "dropped: \(reason)"
    case .failed(let failure): end = "failed: \(failure.reason): \(failure.message)"
    }
    printResult("\n\(step.label) (\(microseconds(step.nanoseconds))): \(end)")
    for change in changes {
      printResult("  \(change.layer): \(change.count) now")
      show(change.removed, "  - ")
      show(change.added, "  + ")
    }
  }

  private func show(_ lines: [String], _ mark: String) {
    for line in lines.prefix(Self.lineCount) {
      let isLong = line.count > Self.lineLength
      printResult("  \(mark)\(isLong ? line.prefix(Self.lineLength - 1) + "…" : line[...])")
    }
    if lines.count > Self.lineCount {
      printResult("  \(mark)… \(lines.count - Self.lineCount) more")
    }
  }

  private func microseconds(_ nanoseconds: Int) -> String {
    nanoseconds < 10_000_000
      ? "\(oneDecimal(Double(nanoseconds) / 1000)) µs" : formatDuration(nanoseconds: nanoseconds)
  }
}

private struct JSONStepPrinter: StepPrinter {
  func printStart(_ document: Document) {
    write([
      Value.Member("document", .string(document.source.key.identifier)),
      Value.Member("bytes", .integer(document.source.byteCount)),
      Value.Member("encoding", .string(document.source.encoding)),
      Value.Member("form", .string(document.form.rawValue)),
    ])
  }

  func printStep(_ step: DocumentCarrier.Step, _ changes: [Change]) {
    var members = [
      Value.Member("stage", .string(step.label)),
      Value.Member("nanoseconds", .integer(step.nanoseconds)),
    ]
    switch step.outcome {
    case .passedBy: members.append(Value.Member("outcome", "passed_by"))
    case .skipped(let layer):
      members.append(Value.Member("outcome", "skipped"))
      members.append(Value.Member("missing", .string(layer.rawValue)))
    case .done(.keep): members.append(Value.Member("outcome", "kept"))
    case .done(.drop(let reason)):
      members.append(Value.Member("outcome", "dropped"))
      members.append(Value.Member("reason", .string(reason)))
    case .failed(let failure):
      members.append(Value.Member("outcome", "failed"))
      members.append(Value.Member("reason", .string(failure.reason)))
      members.append(Value.Member("message", .string(failure.message)))
    }
    let layers = changes.map { change in
      Value.Member(
        change.layer.rawValue,
        [
          "count": .integer(change.count), "removed": .list(change.removed.map(Value.string)),
          "added": .list(change.added.map(Value.string)),
        ])
    }
    members.append(Value.Member("changes", .object(layers)))
    write(members)
  }

  private func write(_ members: [Value.Member]) {
    var line: [UInt8] = []
    line.append(json: .object(members))
    printResult(String(decoding: line, as: UTF8.self))
  }
}
