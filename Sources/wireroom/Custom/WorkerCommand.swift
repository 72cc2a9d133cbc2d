import PipelineFile
import Runner
import StageKit
import StageProtocol
import TextKit

let workerCommand = Command(
  name: "worker", operands: "PIPELINE",
  summary: "run documents from standard input through a pipeline's stages",
  discussion: """
    Reads documents from standard input, a JSON object a line, carries each through the transforms of
    PIPELINE, and writes its record to standard output, so that other engines can run the chain. The
    source of PIPELINE is not used, nothing is published, and there is no ledger.

    A document needs a 'text'; 'id', 'form' (plain, markdown, html), metadata and layers may stand
    beside it, with the names of the record and ranges in code points. A document that a stage drops
    is answered by {"id": …, "drop": reason}, one that fails by {"id": …, "failure": {…}}.

    An engine that greets first, as 'wireroom help protocol' describes, gets the answers of that
    protocol in place of records: 'exec: {command: [wireroom, worker, PIPELINE]}' is a stage.
    """,
  options: [
    CommandOption(
      "--set", "PATH=VALUE", "set one option, such as stages.summarise.sentences=5; repeatable")
  ],
  operandCount: 1...1, run: performWorker
)

private func performWorker(_ arguments: ParsedArguments) -> Int32 {
  let console = Console()
  var overrides = RunOverrides()
  // Nothing is read from there: it only must not have to exist.
  overrides.inputs = ["-"]
  guard
    let plan = loadPlan(
      arguments.operands[0], overrides, settings: arguments.values["--set"] ?? [], console)
  else { return ExitCode.usage.rawValue }
  var worker = Worker(DocumentCarrier(plan), name: plan.name)
  do throws(MessageProblem) {
    let ending = try RequestServer().serve(
      greet: { (greeting) throws(MessageProblem) in try worker.greet(greeting) },
      answer: { request, members in worker.answer(request, &members) })
    switch ending {
    case .done: return ExitCode.done.rawValue
    case .inputFailed(let number):
      complain(SystemError(operation: "read", path: "standard input", code: number), console)
      return ExitCode.noInput.rawValue
    case .outputFailed(let number):
      complain(SystemError(operation: "write", path: "standard output", code: number), console)
      return ExitCode.systemFailure.rawValue
    }
  } catch {
    console.complain("error", "the engine's greeting is wrong: \(error)")
    return ExitCode.usage.rawValue
  }
}

private func complain(_ error: SystemError, _ console: Console) {
  console.complain("error", "cannot \(error.operation) \(error.path): \(error.explanation)")
}

/// What answers.
private struct Worker {
  private let carrier: DocumentCarrier
  private let name: String
  private let written: [Layer]
  private var reader = DocumentReader(offsets: .codepoints)
  /// How answers are written; `nil` for an engine that wants records.
  private var writer: DocumentWriter?
  private var record: [UInt8] = []

  init(_ carrier: DocumentCarrier, name: String) {
    self.carrier = carrier
    self.name = name
    var layers: [Layer] = []
    for layer in carrier.descriptors.flatMap(\.writes) where !layers.contains(layer) {
      layers.append(layer)
    }
    written = layers
  }

  mutating func greet(_ greeting: Value) throws(MessageProblem) -> [Value.Member] {
    let version = greeting["wireroom"]?.integer
    guard version == protocolVersion else {
      throw MessageProblem("wireroom", "version \(protocolVersion) is expected")
    }
    // What the engine does not let us write it need not be sent.
    let wanted = greeting["writes"]?.list?.compactMap { $0.string.map(Layer.init(rawValue:)) }
    let layers = written.filter { wanted?.contains($0) ?? true }
    writer = DocumentWriter(.answer, layers: layers, offsets: .codepoints)
    return [
      Value.Member("name", .string(name)),
      Value.Member("version", .integer(carrier.descriptors.reduce(0) { $0 + $1.version })),
      Value.Member("reads", []),
      Value.Member("writes", .list(layers.map { .string($0.rawValue) })),
      Value.Member("offsets", "codepoints"),
    ]
  }

  mutating func answer(_ request: Value, _ members: inout [UInt8]) {
    do throws(StageFailure) {
      var document = try read(request)
      switch try carrier.carry(&document).get() {
      case .drop(let reason):
        append(identifierOf: request, to: &members)
        members.append(",\"drop\":")
        members.append(json: reason)
      case .keep:
        if writer != nil {
          writer?.append(document, to: &members)
        } else {
          try append(recordOf: document, to: &members)
        }
      }
    } catch {
      append(identifierOf: request, to: &members)
      members.append(",\"failure\":")
      members.append(
        exactly: [
          "reason": .string(error.reason), "message": .string(error.message),
          "offset": error.offset.map(Value.integer) ?? .null,
          "transient": .bool(error.isTransient),
        ])
    }
  }

  private mutating func read(_ request: Value) throws(StageFailure) -> Document {
    do throws(MessageProblem) {
      return try reader.document(from: request)
    } catch {
      throw StageFailure(reason: "bad_request", message: "the document is wrong: \(error)")
    }
  }

  private func append(identifierOf request: Value, to members: inout [UInt8]) {
    guard writer == nil, let identifier = request["id"]?.string else { return }
    members.append(",\"id\":")
    members.append(json: identifier)
  }

  /// Appends what stands between the braces of the record.
  private mutating func append(
    recordOf document: Document, to members: inout [UInt8]
  ) throws(StageFailure) {
    record.removeAll(keepingCapacity: true)
    try carrier.encode(document, into: &record)
    while record.last == UInt8(ascii: "\n") { record.removeLast() }
    // A record over several lines has to become one line.
    if record.contains(UInt8(ascii: "\n")), let value = try? Value(json: record.span) {
      record.removeAll(keepingCapacity: true)
      record.append(json: value)
    }
    members.append(UInt8(ascii: ","))
    members.append(contentsOf: record.dropFirst().dropLast())
  }
}
