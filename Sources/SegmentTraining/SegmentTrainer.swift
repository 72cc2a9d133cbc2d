public import Evaluation
import Segment
public import StageKit

/// Trains the weights that tell where English sentences end, and writes the source file that compiles
/// them into the program.
public enum SegmentTrainer: Trainer {
  public static let stage = "segment"
  public static let summary =
    "learns the ends of English sentences from span files or CoNLL-U and writes Swift source"

  public static let use =
    "Swift source, compiled into the program as 'Stages/Segment/Model/BoundaryWeights.swift'"

  public struct Options: StageOptions {
    public var rounds = 20
    public var rate = 0.1
    public var decay = 0.04
    public var minimumCount = 3

    public init() {}

    public static var fields: [OptionField<Options>] {
      [
        .integer(
          "rounds", \.rounds, in: 1...1000, help: "how often the training files are gone through"),
        .number("rate", \.rate, in: 0.001...10, help: "how fast weights change (AdaGrad)"),
        .number("decay", \.decay, in: 0...1, help: "how strongly weights are drawn to 0"),
        .integer(
          "minimum_count", \.minimumCount, in: 1...1000,
          help: "features that occur less often are left out"),
      ]
    }
  }

  public static func train(
    _ files: TrainingFiles, options: Options, report: (String) -> Void
  ) throws(EvaluationProblem) -> [UInt8] {
    let documents = try TrainingDocuments(files.training)
    let examples = documents.examples()
    report("\(documents.count) documents, \(examples.count) places where a sentence may end")
    guard examples.count > 0 else {
      throw EvaluationProblem("the training files hold no place where a sentence may end")
    }
    var development: [(name: String, documents: TrainingDocuments)] = []
    for path in files.development {
      development.append((path, try TrainingDocuments([path])))
    }
    var regression = LogisticRegression(
      size: 1 << BoundaryFeatures.indexBits, examples: examples,
      minimumCount: options.minimumCount, rate: options.rate, decay: options.decay)
    for round in 1...options.rounds {
      let error = regression.trainRound(examples)
      // The first rounds are far from where it ends.
      if round * 2 > options.rounds { regression.noteWeights() }
      guard round % 5 == 0 || round == options.rounds else { continue }
      let model = BoundaryModel(weights: quantised(regression.meanWeights))
      var line = "round \(round): mean error \(decimal(error, 5))"
      for (name, documents) in development {
        line += ", \(name) \(decimal(documents.score(model) * 100, 2))"
      }
      report(line)
    }
    return BoundaryModel(weights: quantised(regression.meanWeights)).source()
  }

  private static func quantised(_ weights: [Double]) -> [Int8] {
    let largest = Double(BoundaryModel.largest)
    return weights.map { Int8(max(-largest, min(largest, ($0 * BoundaryModel.scale).rounded()))) }
  }

  private static func decimal(_ value: Double, _ places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let number = Int((value * Double(scale)).rounded())
    let digits = String(number % scale)
    return "\(number / scale)." + String(repeating: "0", count: places - digits.count) + digits
  }
}
