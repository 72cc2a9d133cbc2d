import Diagnostics
import Evaluation
import PipelineFile
import Runner
import SegmentTraining
import StageCatalog
import StageKit
import TagTraining
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What can be trained. A new trainer is one line here.
let trainers: [any Trainer.Type] = [SegmentTrainer.self, TagTrainer.self]

let trainCommand = Command(
  name: "train", operands: "STAGE",
  summary: "make a model for a stage from annotated files",
  discussion: """
    Learns a model from annotated files and writes it to a file:

    \(uses)

    The same files and settings make the same model, byte for byte. Paths start from the working
    folder.

    'wireroom train STAGE --explain' tells what is learnt from which files, and all settings.
    """,
  options: [
    CommandOption("--train", "FILE", "learn from this file; repeatable"),
    CommandOption("--dev", "FILE", "measure the progress on this file; repeatable"),
    CommandOption("--out", "MODEL", "the file to write"),
    CommandOption("--set", "KEY=VALUE", "set an option of the training; repeatable"),
    CommandOption("--explain", nil, "explain the training of the stage instead"),
    CommandOption("--quiet", nil, "say nothing unless something goes wrong"),
  ],
  operandCount: 1...1, run: performTraining
)

private func performTraining(_ arguments: ParsedArguments) -> Int32 {
  let console = Console()
  return tellingMistakes {
    let name = arguments.operands[0]
    guard let trainer = trainers.first(where: { $0.stage == name }) else {
      throw UsageError(
        message: "stage '\(name)' cannot be trained"
          + Wording.suggestion(for: name, among: trainers.map { $0.stage }))
    }
    if arguments.switches.contains("--explain") { return printResult(helpText(trainer)) }
    guard let training = arguments.values["--train"], let output = arguments.value("--out") else {
      throw UsageError(
        message: "'train' needs files to learn from and one to write: --train FILE --out MODEL")
    }
    let files = TrainingFiles(
      training: training, development: arguments.values["--dev"] ?? [], output: output)
    // Not after hours of training, and not over what cannot be had again.
    if let problem = problem(ofOutput: files) {
      throw UsageError(message: "'--out \(output)': \(problem)")
    }
    let isQuiet = arguments.switches.contains("--quiet")
    try train(trainer, files, settings: arguments.values["--set"] ?? []) { line in
      if !isQuiet { console.say(line, event: "training") }
    }
  }
}

/// Trains and puts the model in place.
func train<T: Trainer>(
  _ trainer: T.Type, _ files: TrainingFiles, settings: [String], report: (String) -> Void
) throws {
  let others = builtInStages.filter { $0.descriptor.role != .transform }
  let entry = try StandaloneStages(
    [T.stage], among: others + [TrainingStage<T>.self], settings: settings,
    prefix: "stages.\(T.stage)."
  ).entries[0]
  let model = try T.train(files, options: T.Options(decoding: entry.options), report: report)
  if let reason = write(model, to: files.output) {
    throw EvaluationProblem("'\(files.output)' cannot be written: \(reason)")
  }
  report("\(files.output): \(formatBytes(model.count))")
}

/// Why the model cannot be put where it is wanted; `nil` if it can, as far as can be told before.
func problem(ofOutput files: TrainingFiles) -> String? {
  let output = files.output
  if output.isEmpty || output.hasSuffix("/") { return "this is no name of a file" }
  if let status = status(of: output) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return "this is a folder; name a file in it"
    default: return "this is no regular file"
    }
  }
  let slash = output.utf8.lastIndex(of: UInt8(ascii: "/"))
  let folder = slash.map { $0 == output.startIndex ? "/" : String(output[..<$0]) } ?? "."
  guard access(folder, W_OK | X_OK) == 0 else {
    return "cannot be written: \(Wording.systemMessage(errno))"
  }
  // What stands beside the model meanwhile is in the way of files as well.
  for path in TrainingFiles.endings.map({ output + $0 }) {
    guard let written = status(of: path) else { continue }
    for read in files.training + files.development {
      if let status = status(of: read), status.st_ino == written.st_ino,
        status.st_dev == written.st_dev
      {
        return "the training reads '\(read)', which this would overwrite"
      }
    }
  }
  return nil
}

private func status(of path: String) -> stat? {
  var status = stat()
  return stat(path, &status) == 0 ? status : nil
}

/// Puts the bytes in place at once, so that nobody ever sees half a model.
///
/// - Returns: why that is not possible; `nil` if it is done.
private func write(_ bytes: [UInt8], to path: String) -> String? {
  let partial = path + ".partial"
  let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { return Wording.systemMessage(errno) }
  var isWritten = bytes.withUnsafeBytes { buffer in
    var rest = buffer
    while rest.count > 0 {
      let written = write(descriptor, rest.baseAddress, rest.count)
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    return true
  }
  isWritten = isWritten && fsync(descriptor) == 0
  isWritten = close(descriptor) == 0 && isWritten
  isWritten = isWritten && rename(partial, path) == 0
  guard !isWritten else { return nil }
  let reason = Wording.systemMessage(errno)
  unlink(partial)
  return reason
}

/// What becomes of the models, a line a stage.
private var uses: String {
  trainers.map { "  \($0.stage): \($0.use)" }.joined(separator: "\n")
}

func helpText<T: Trainer>(_ trainer: T.Type) -> String {
  PipelineFile.helpText(for: TrainingStage<T>.self)
}

/// A training in the place of the stage that it serves, so that its options are read, checked and
/// explained like those of any stage.
private struct TrainingStage<T: Trainer>: TransformStage {
  static var descriptor: StageDescriptor {
    StageDescriptor(name: T.stage, summary: T.summary, role: .transform, version: 1)
  }

  init(options: T.Options, context: StageContext) throws(OptionProblem) {}

  func process(_ document: inout Document, _ scratch: inout Void) throws(StageFailure) -> Verdict {
    .keep
  }
}
