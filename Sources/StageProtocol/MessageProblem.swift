/// What is wrong with a message of the other side, and where in it.
public struct MessageProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// The way from the message to the value, such as `entities[3].start`; empty for the whole.
  public var path: String
  /// Lower case, without a full stop.
  public var message: String

  /// Makes a problem.
  public init(_ path: String, _ message: String) {
    self.path = path
    self.message = message
  }

  /// `entities[3].start: a whole number is expected`
  public var description: String { path.isEmpty ? message : "\(path): \(message)" }
}
