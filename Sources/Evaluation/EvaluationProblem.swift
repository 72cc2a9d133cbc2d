public import Diagnostics

/// Why an evaluation or a training cannot go on.
public struct EvaluationProblem: Error, Sendable, Equatable {
  /// What is wrong and where.
  public let diagnostic: Diagnostic

  public init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  public init(at location: SourceLocation? = nil, _ message: String) {
    self.init(Diagnostic(at: location, message))
  }
}
