public import Diagnostics
public import StageKit
public import TextKit

/// One stage of a pipeline file, checked.
public struct StageEntry: Sendable {
  /// What the stage is called in this pipeline; no two are called the same.
  public let label: String
  public let type: any Stage.Type
  /// What the stage is with these options.
  public let descriptor: StageDescriptor
  /// Every key of the stage's table in its order, defaults filled in, byte counts as whole numbers:
  /// files that mean the same have the same options here.
  public let options: Value
  /// When the stage works on a document; always if `nil`.
  public let condition: Condition?
  /// How many seconds the stage may take for one document; `nil` for no limit.
  public let timeout: Int?
  /// The place of the stage's name.
  public let location: SourceLocation
  let writtenOptions: Node?

  /// The place of an option's value, or the nearest place that is in the file.
  public func location(of path: [OptionProblem.Step]) -> SourceLocation {
    Self.location(of: path, in: writtenOptions, or: location)
  }

  /// The message for a problem that the stage found with its options when it was made.
  public func diagnostic(for problem: OptionProblem) -> Diagnostic {
    let place = OptionPlace(owner: .stage(type.descriptor.name), path: problem.path)
    return Diagnostic(
      at: location(of: problem.path), Mistake.problem(place, problem.message).message)
  }

  static func location(
    of path: [OptionProblem.Step], in written: Node?, or outer: SourceLocation
  ) -> SourceLocation {
    guard var node = written, !node.isNull else { return outer }
    var nearest = outer
    for step in path {
      switch (step, node.content) {
      case (.key(let key), .table):
        guard let entry = node.entry(key) else { return nearest }
        node = entry.value
        // A value that is left open stands nowhere.
        nearest = node.isNull ? entry.keyLocation : node.location
      case (.index(let index), .list(let elements)):
        guard elements.indices.contains(index) else { return nearest }
        node = elements[index]
        nearest = node.location
      // A single value that stands for a list of one.
      case (.index(0), _): break
      default: return nearest
      }
    }
    return nearest
  }
}
