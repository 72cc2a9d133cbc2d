/// Measures one stage against gold files.
public protocol Evaluator: SendableMetatype {
  static var descriptor: EvaluatorDescriptor { get }

  /// - Throws: for settings that make no sense.
  init(_ settings: EvaluationSettings) throws(EvaluationProblem)

  /// What the evaluation itself asks of the stages, as `LABEL.KEY=VALUE`.
  var stageSettings: [String] { get }

  /// Reads one gold file and runs the stages on what it holds. The file is read record by record.
  mutating func evaluate(_ path: String, with stages: StageSet) throws(EvaluationProblem)

  /// The figures of all files that were read.
  func report() -> EvaluationReport
}

extension Evaluator {
  public var stageSettings: [String] { [] }
}

/// What can be said of an evaluator without making one.
public struct EvaluatorDescriptor: Sendable {
  /// The name of the stage that it measures, or of what it measures of a stage.
  public let name: String
  /// One line that starts with a noun, without a full stop.
  public let summary: String
  /// What a gold file holds, one line each.
  public let format: [String]
  /// The stages that it runs, in the order of a pipeline.
  public let stages: [String]
}

/// What the user asked of an evaluation.
public struct EvaluationSettings: Sendable, Equatable {
  /// Which names of types are compared.
  public enum Scheme: String, Sendable, CaseIterable {
    /// PER, ORG, LOC and MISC, to which all others are mapped.
    case conll4
    /// The types as they are written on both sides.
    case ontonotes
  }

  public var scheme = Scheme.conll4
  /// The types that count; those that the gold files have, if `nil`.
  public var types: [String]?
  /// How many examples of each group of errors are shown.
  public var errorLimit = 0
  /// Whether texts are cleaned before they are segmented.
  public var cleansFirst = false
  /// How many sentences a summary has.
  public var sentenceCount = 3

  public init() {}
}

/// All evaluators. A new one is one file and one line here.
public let evaluators: [any Evaluator.Type] = [
  CleanEvaluator.self,
  SegmentEvaluator.self,
  TagEvaluator.self,
  DatesEvaluator.self,
  GroupsEvaluator.self,
  SummariseEvaluator.self,
]
