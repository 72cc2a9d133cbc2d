import Foundation
import Ledger
import PipelineFile
import StageKit
import TextKit

@testable import Runner

/// A source of documents that exist in memory only. What happens to each stands in its text.
struct FakeSource: SourceStage {
  static let descriptor = StageDescriptor(
    name: "fake", summary: "makes documents", role: .source, version: 1, writes: [.text])

  var texts: [(path: String, text: String)] = []
  var listFailure: StageFailure?
  /// Called with the number of each input before it is handed over.
  var willList: @Sendable (Int) -> Void = { _ in }

  var rootPaths = ["memory"]
  /// Added to the times of all files, as a touch would.
  var touch = 0
  /// Called with the text of each input that is loaded.
  var willLoad: @Sendable (String) -> Void = { _ in }

  init() {}
  init(options: NoOptions, context: StageContext) throws(OptionProblem) {}

  private func stamp(_ text: String) -> FileStamp {
    let hash = Int(hashBytes(Array(text.utf8).span) >> 2)
    return FileStamp(size: text.utf8.count, modified: hash &+ touch, inode: 7)
  }

  func list(_ deliver: (ListedInput) -> Bool) throws(StageFailure) {
    for (number, input) in texts.enumerated() {
      willList(number)
      let key = InputKey(path: Array(input.path.utf8))
      let listed: ListedInput =
        input.text == "unlistable"
        ? .failure(key, StageFailure(reason: "gone", message: "it is gone"))
        : .item(
          InputItem(key: key, stamp: stamp(input.text), payload: Array(input.text.utf8)))
      if !deliver(listed) { return }
    }
    if let listFailure { throw listFailure }
  }

  func load(_ input: InputItem, _ scratch: inout Void) throws(StageFailure) -> Document {
    let text = String(decoding: input.payload ?? [], as: UTF8.self)
    willLoad(text)
    if text == "unloadable" {
      throw StageFailure(reason: "unreadable", message: "it cannot be read", offset: 3)
    }
    if text == "busy" {
      throw StageFailure(reason: "busy", message: "it is busy", isTransient: true)
    }
    return Document(
      source: DocumentSource(key: input.key, byteCount: text.utf8.count, sha256: "hash of \(text)"),
      text: text)
  }
}

/// Does to a document what its text says.
struct FakeTransform: TransformStage {
  static let descriptor = StageDescriptor(
    name: "obey", summary: "does what the text says", role: .transform, version: 1,
    reads: [.text], writes: [.sentences])

  init() {}
  init(options: NoOptions, context: StageContext) throws(OptionProblem) {}

  func process(_ document: inout Document, _ scratch: inout Void) throws(StageFailure) -> Verdict {
    switch document.text {
    case "drop": return .drop(reason: "unwanted")
    case "fail": throw StageFailure(reason: "bad", message: "it is bad")
    case "invalid": document.sentences = [ByteRange(0, 99)]
    default: document.sentences = []
    }
    return .keep
  }
}

/// Needs what nobody writes.
struct NeedyTransform: TransformStage {
  static let descriptor = StageDescriptor(
    name: "needy", summary: "needs tokens", role: .transform, version: 1, reads: [.tokens])

  init() {}
  init(options: NoOptions, context: StageContext) throws(OptionProblem) {}

  func process(_ document: inout Document, _ scratch: inout Void) throws(StageFailure) -> Verdict {
    .drop(reason: "never reached")
  }
}

/// Writes `identifier|text|notes` and a line break.
struct FakeSink: SinkStage {
  static let descriptor = StageDescriptor(
    name: "keep", summary: "keeps the text", role: .sink, version: 1, reads: [.text])

  var output: OutputLayout

  init(_ output: OutputLayout) { self.output = output }
  init(options: NoOptions, context: StageContext) throws(OptionProblem) {
    output = .file(path: context.resolveOutput("out"))
  }

  func encode(
    _ document: Document, _ scratch: inout Void, into buffer: inout [UInt8]
  ) throws(StageFailure) {
    buffer.append(text: "\(document.source.key.identifier)|\(document.text)|")
    if document.text == "unwritable" {
      throw StageFailure(reason: "unwritable", message: "it cannot be written")
    }
    buffer.append(text: document.metadata.notes.joined(separator: ";") + "\n")
  }
}

struct SilentObserver: RunObserver {
  func documentDidFail(_ entry: LedgerEntry) {}
}

/// A folder for one test, gone at its end.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "wireroom-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// All files below the folder, in order, but those of the state and the manifest.
  func files() -> [String] {
    let enumerator = FileManager.default.enumerator(atPath: path)
    return (enumerator?.allObjects as? [String] ?? [])
      .filter { name in
        let values = try? URL(fileURLWithPath: "\(path)/\(name)")
          .resourceValues(forKeys: [.isDirectoryKey])
        return values?.isDirectory == false && !name.hasPrefix("state/")
          && !name.hasSuffix(".manifest.json")
      }.sorted()
  }
}

/// A plan of a fake source, the given transforms, and sinks in the folder.
func makePlan(
  _ source: FakeSource, _ folder: TemporaryFolder,
  transforms: [any TransformStage] = [FakeTransform()],
  outputs: [OutputLayout]? = nil, workers: Int = 2, version: Int = 1, vanishLimit: Double = 1
) -> Plan {
  let layouts = outputs ?? [.file(path: folder.path + "/out.txt")]
  var plan = Plan(
    name: "test",
    chain: Chain(
      sourceLabel: "fake", source: source,
      transforms: transforms.map {
        let descriptor = type(of: $0).descriptor
        return Chain.Transform(
          label: descriptor.name, stage: $0, descriptor: descriptor, condition: nil)
      },
      sinks: layouts.map { Chain.Sink(label: "keep", stage: FakeSink($0), condition: nil) }),
    identity: ChainIdentity(
      stages: (["fake"] + transforms.map { type(of: $0).descriptor.name } + ["keep"]).map {
        StageIdentity(
          label: $0, name: $0, version: $0 == "obey" ? version : 1, options: [:], condition: nil)
      }),
    outputDirectory: folder.path, stateDirectory: folder.path + "/state", workers: workers)
  plan.settings.vanishLimit = vanishLimit
  plan.settings.retries = 0
  return plan
}
