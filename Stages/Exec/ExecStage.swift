public import StageKit
import StageProtocol
public import TextKit

/// Has documents worked on by a program in another process, in whatever language.
///
/// The stage speaks the protocol that `Sources/StageProtocol/README.md` describes.
public struct ExecStage: BatchTransformStage {
  /// What one worker reuses from document to document.
  public struct Scratch {
    var writer: DocumentWriter
    var reader: DocumentReader
    var requests: [ProcessPool.Request] = []
  }

  public static let descriptor = StageDescriptor(
    name: "exec", summary: "has documents worked on by a program in another process",
    role: .transform, version: 1, writes: [.extra],
    examples: [
      StageExample(
        "a program of one line: sed answers each request by its number",
        options: [
          "command": [
            "sed", "-u",
            #"1s/.*/{"wireroom":1}/; 1!s/.*"seq":\([0-9]*\).*/{"seq":\1,"extra":{"mood":"calm"}}/"#,
          ],
          "processes": 1,
        ],
        input: "It rained.", output: #"mood: "calm""#)
    ])

  public static func descriptor(for options: ExecOptions) -> StageDescriptor {
    var descriptor = descriptor
    descriptor.reads = options.reads.map(Layer.init(rawValue:))
    descriptor.writes = options.writes.map(Layer.init(rawValue:))
    return descriptor
  }

  public let identity: Value
  public let batchSize: Int
  private let pool: ProcessPool
  private let program: ProgramGreeting

  public init(options: ExecOptions, context: StageContext) throws(OptionProblem) {
    guard let name = options.command.first, !name.isEmpty else {
      throw OptionProblem("command", "a program is expected, such as [python3, my_stage.py]")
    }
    var settings = ProcessPool.Settings()
    settings.processes = options.processes
    settings.answerMilliseconds = options.timeoutSeconds.map { $0 * 1000 }
    settings.startMilliseconds = (options.startTimeoutSeconds ?? 60) * 1000
    let shown = "'\(options.command.joined(separator: " "))'"
    let tellsAll = options.messages == .all
    let label = context.label
    do throws(StageFailure) {
      pool = try ProcessPool(
        ChildCommand(options.command, directory: context.baseDirectory), name: shown,
        greeting: [
          Value.Member("label", .string(label)),
          Value.Member(
            "options",
            .object(
              options.settings.sorted { $0.key < $1.key }
                .map { Value.Member($0.key, .string($0.value)) })),
          Value.Member("reads", .list(options.reads.map(Value.string))),
          Value.Member("writes", .list(options.writes.map(Value.string))),
        ], settings: settings,
        onError: { document, line in
          guard tellsAll else { return }
          writeToStandardError("\(label): \(document.map { "\($0): " } ?? "")\(line)\n")
        })
    } catch {
      throw OptionProblem("command", error.message)
    }
    program = try ProgramGreeting(pool.greeting, options, shown)
    var identity: [Value.Member] = [
      Value.Member("name", program.name.map(Value.string) ?? .null),
      Value.Member("version", .integer(program.version)),
    ]
    // A program that is being worked on changes more often than its version.
    for argument in options.command {
      if let hash = fileHash(context.resolve(argument)) {
        identity.append(Value.Member(argument, .string(hash)))
      }
    }
    self.identity = .object(identity)
    batchSize = options.batch
  }

  public func makeScratch() -> Scratch {
    Scratch(
      writer: DocumentWriter(.request, layers: program.reads, offsets: program.offsets),
      reader: DocumentReader(offsets: program.offsets))
  }

  public func process(
    _ documents: inout [Document], _ scratch: inout Scratch
  ) -> [Result<Verdict, StageFailure>] {
    scratch.requests.removeAll(keepingCapacity: true)
    for document in documents {
      var members: [UInt8] = []
      members.reserveCapacity(document.text.utf8.count + 512)
      scratch.writer.append(document, to: &members)
      scratch.requests.append(
        ProcessPool.Request(document: document.source.key.identifier, members: members))
    }
    let answers = pool.ask(scratch.requests)
    return documents.indices.map { index in
      switch answers[index] {
      case .failure(let failure): return .failure(failure)
      case .success(let answer):
        do throws(StageFailure) {
          return .success(
            try scratch.reader.apply(answer, to: &documents[index], declared: program.writes))
        } catch {
          return .failure(error)
        }
      }
    }
  }
}
