public import StageKit

/// Makes a model of a stage from annotated files.
///
/// The same files, options and program make the same bytes, on any machine.
public protocol Trainer: SendableMetatype {
  /// What may be set; the table is shown in the help and checks what the user gives.
  associatedtype Options: StageOptions

  /// The name of the stage that reads the model.
  static var stage: String { get }

  /// One line that says what the model is and which files it is learnt from, without a full stop.
  static var summary: String { get }

  /// What becomes of the file, for the help: a clause without a full stop.
  static var use: String { get }

  /// Trains.
  ///
  /// - Parameter report: takes lines that tell of the progress, such as figures on the development
  ///   files after each round.
  /// - Returns: the bytes of the model file.
  static func train(
    _ files: TrainingFiles, options: Options, report: (String) -> Void
  ) throws(EvaluationProblem) -> [UInt8]
}

/// The files of a training, as paths that start from the working folder.
public struct TrainingFiles: Sendable, Equatable {
  /// What the model is learnt from.
  public var training: [String]
  /// What the rounds are measured on; nothing is learnt from them but when to stop.
  public var development: [String]
  /// Where the model will be written. Files with what a training needs to go on after an interruption
  /// stand beside it, with this name and an ending of their own.
  public var output: String

  /// What may stand behind the name of the model, on its way to it.
  public static let endings = ["", ".partial", ".training", ".training.partial"]

  public init(training: [String], development: [String], output: String) {
    self.training = training
    self.development = development
    self.output = output
  }
}
