import Diagnostics
import Foundation
import StageKit
import TextKit

@testable import Evaluation

/// A folder that is gone when the test has ended.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "evaluation-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ content: String) throws -> String {
    try write(name, Array(content.utf8))
  }

  @discardableResult
  func write(_ name: String, _ content: [UInt8]) throws -> String {
    let file = path + "/" + name
    try Data(content).write(to: URL(fileURLWithPath: file))
    return file
  }
}

/// Stands for a stage; does what the test says.
struct FakeStage<Name: FakeName>: TransformStage {
  static var descriptor: StageDescriptor {
    StageDescriptor(name: Name.name, summary: "", role: .transform, version: 1)
  }

  let change: @Sendable (inout Document) throws(StageFailure) -> Verdict

  init(_ change: @escaping @Sendable (inout Document) throws(StageFailure) -> Verdict) {
    self.change = change
  }

  init(options: NoOptions, context: StageContext) throws(OptionProblem) {
    self.init { (_) throws(StageFailure) in .keep }
  }

  func process(_ document: inout Document, _ scratch: inout Void) throws(StageFailure) -> Verdict {
    try change(&document)
  }
}

protocol FakeName: Sendable { static var name: String { get } }
enum Segment: FakeName { static let name = "segment" }
enum Tag: FakeName { static let name = "tag" }
enum Clean: FakeName { static let name = "clean" }
enum Summarise: FakeName { static let name = "summarise" }

/// Finds every occurrence of words and says that they are of some type.
func tagger(_ types: [String: String]) -> FakeStage<Tag> {
  FakeStage { document in
    var entities: [Entity] = []
    let bytes = Array(document.text.utf8)
    for (word, type) in types {
      let wanted = Array(word.utf8)
      for start in bytes.indices where bytes[start...].starts(with: wanted) {
        entities.append(
          Entity(ByteRange(start, start + wanted.count), type: EntityType(rawValue: type)))
      }
    }
    document.entities = entities.sorted { $0.range.start < $1.range.start }
    return .keep
  }
}

/// Ends a sentence at every full stop, a token at every space.
let segmenter = FakeStage<Segment> { document in
  let bytes = Array(document.text.utf8)
  func pieces(_ isEnd: (Int) -> Bool) -> [ByteRange] {
    var pieces: [ByteRange] = []
    var start = 0
    for index in bytes.indices where isEnd(index) || index == bytes.count - 1 {
      pieces.append(ByteRange(start, index + 1))
      start = index + 1
    }
    return pieces
  }
  document.sentences = pieces { bytes[$0] == UInt8(ascii: ".") }
  document.tokens = pieces { bytes[$0] == UInt8(ascii: " ") }
  document.paragraphs = [Paragraph(ByteRange(0, bytes.count))]
  return .keep
}

/// A page whose text is that of the file.
private struct FakeSource: SourceStage {
  static let descriptor = StageDescriptor(name: "fetch", summary: "", role: .source, version: 1)
  let path: String
  var rootPaths: [String] { [path] }

  init(path: String) { self.path = path }
  init(options: NoOptions, context: StageContext) throws(OptionProblem) { path = "" }

  func list(_ deliver: (ListedInput) -> Bool) throws(StageFailure) {
    _ = deliver(.item(InputItem(key: InputKey(path: Array(path.utf8)))))
  }

  func load(_ input: InputItem, _ scratch: inout Void) throws(StageFailure) -> Document {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw StageFailure(reason: "vanished", message: "it is not there")
    }
    return Document(source: DocumentSource(key: input.key), text: text, form: .html)
  }
}

/// Evaluates one file.
func report<E: Evaluator>(
  _ type: E.Type, _ path: String, _ stages: [any TransformStage],
  _ change: (inout EvaluationSettings) -> Void = { _ in }
) throws -> EvaluationReport {
  var settings = EvaluationSettings()
  change(&settings)
  var evaluator = try type.init(settings)
  let set = StageSet(stages) { (path) throws(OptionProblem) in FakeSource(path: path) }
  try evaluator.evaluate(path, with: set)
  return evaluator.report()
}

/// What a problem says to the user.
func message(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return (error as? EvaluationProblem)?.diagnostic.rendered() ?? "\(error)"
  }
}
