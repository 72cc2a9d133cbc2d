public import Diagnostics
public import StageKit
public import TextKit

/// A YAML file of another kind than pipeline files, with the places of its values.
public struct YAMLFile: Sendable {
  /// The path as the user named it.
  public let path: String
  /// The absolute folder of the file.
  public let directory: String
  /// What stands in it. Text without quotes is `null`, a truth value or a number if it looks like one.
  public let value: Value
  private let top: Node

  /// Reads a file.
  ///
  /// - Throws: what is wrong with it as YAML.
  public init(reading path: String) throws(PipelineFileError) {
    do throws(LocatedMistake) {
      let contents = try FileContents(reading: path)
      let built = try TreeBuilder.build(SourceText(contents.bytes, file: path))
      if let mistake = built.mistakes.first { throw mistake }
      self.path = path
      directory = contents.directory
      top = built.node ?? .nothing(at: SourceLocation(file: path, line: 1, column: 1))
      value = Self.value(of: top)
    } catch {
      throw PipelineFileError(error)
    }
  }

  /// The place of a value, or the nearest place that is in the file.
  public func location(of path: [OptionProblem.Step]) -> SourceLocation {
    StageEntry.location(of: path, in: top, or: top.location)
  }

  private static func value(of node: Node) -> Value {
    switch node.content {
    case .list(let elements): return .list(elements.map(value))
    case .table(let entries):
      return .object(entries.map { Value.Member($0.key, value(of: $0.value)) })
    case .scalar(let scalar):
      guard scalar.isPlain else { return .string(scalar.text) }
      if node.isNull { return .null }
      switch scalar.text {
      case "true": return .bool(true)
      case "false": return .bool(false)
      default: break
      }
      if let integer = ScalarReading.integer(scalar.text) { return .integer(integer) }
      if let number = ScalarReading.number(scalar.text) { return .number(number) }
      return .string(scalar.text)
    }
  }
}
