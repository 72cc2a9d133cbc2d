public import Evaluation
public import StageKit
import Tag

/// Trains the model of names that stage `tag` reads.
public enum TagTrainer: Trainer {
  public static let stage = "tag"
  public static let summary =
    "learns names from files of tokens (a token, a tab and O, B-TYPE or I-TYPE a line) "
    + "or of spans (.jsonl)"
  public static let use = "a model that the option 'model' of the stage can name"

  public struct Options: StageOptions {
    public var rounds = 6
    public var rate = 0.05
    public var regularisation = 8.0
    public var minimumCount = 2
    public var clusters = 512
    public var weights: [String] = []
    public var lowerCase: [String] = []
    public var lists: [String] = []
    public var vectors: String?
    public var margin = 0.0

    public init() {}

    public static var fields: [OptionField<Options>] {
      [
        .integer(
          "rounds", \.rounds, in: 1...100, help: "how often the training files are gone through"),
        .number("rate", \.rate, in: 0.001...10, help: "how fast weights change (AdaGrad)"),
        .number(
          "regularisation", \.regularisation, in: 0...100,
          help: "how strongly weights are held near 0"),
        .number(
          "margin", \.margin, in: 0...10,
          help: "by how much right labels are to be likelier than each wrong one"),
        .integer(
          "minimum_count", \.minimumCount, in: 1...1000,
          help: "features that occur less often are left out"),
        .integer(
          "clusters", \.clusters, in: 0...4096,
          help: "how many classes of words are made; 0 for none"),
        .strings(
          "weights", \.weights,
          help: "PART=WEIGHT: files with PART in their path count so much; 1 if not named"),
        .strings(
          "lower_case", \.lowerCase,
          help: "PART=WEIGHT: files with PART in their path are also learnt from in lower case"),
        .strings(
          "lists", \.lists, of: .path(.resource),
          help: "files with a phrase a line that features tell of; up to four"),
        .path(
          "vectors", \.vectors, use: .resource,
          help: "a file with a word and its vector a line, frequent words first, as GloVe has them"),
      ]
    }
  }

  public static func train(
    _ files: TrainingFiles, options: Options, report: (String) -> Void
  ) throws(EvaluationProblem) -> [UInt8] {
    var corpus = try Corpus(
      files.training, weights: options.weights, lowerCase: options.lowerCase)
    report("\(corpus.documents.count) documents, \(corpus.byteCount) bytes")
    let knowledge = try Knowledge(corpus, options, report)
    let training = ExampleSet(corpus, knowledge, minimumCount: options.minimumCount)
    report(
      "\(training.runCount) runs, \(training.pieceCount) pieces, \(training.features.count) features"
    )
    guard training.pieceCount > 0 else {
      throw EvaluationProblem("no word in the training files begins with a capital letter")
    }
    corpus = Corpus(labels: corpus.labels)
    var development: [(String, Corpus)] = []
    for path in files.development {
      development.append((path, try Corpus([path], labels: corpus.labels)))
    }
    var trainer = ChainTrainer(training, options)
    var parts = trainer.parts(knowledge)
    var found: [(probability: Float, isRight: Bool)] = []
    let checkpointPath = files.output + ".training"
    let fingerprint = trainer.fingerprint
    var finished = 0
    if let checkpoint = Checkpoint(
      checkpointPath, fingerprint: fingerprint, count: trainer.numberCount),
      checkpoint.round < options.rounds
    {
      trainer.goOn(after: checkpoint.round, with: checkpoint.numbers)
      finished = checkpoint.round
      report("going on after round \(finished)")
    }
    for round in finished + 1...options.rounds {
      trainer.trainRound()
      try Checkpoint(fingerprint: fingerprint, round: round, numbers: trainer.numbers)
        .write(to: checkpointPath)
      parts = trainer.parts(knowledge)
      found = []
      var line = "round \(round): loss \(decimal(trainer.loss / Double(training.pieceCount), 4))"
      for (path, corpus) in development {
        let measurement = try measure(parts, on: corpus)
        found += measurement.found
        let name = path.split(separator: "/").suffix(2).joined(separator: "/")
        line += ", \(name) \(decimal(measurement.score * 100, 2))"
      }
      report(line)
    }
    parts.calibration = calibration(found)
    removeFile(checkpointPath)
    return NameModel.bytes(of: parts)
  }
}

func decimal(_ value: Double, _ places: Int) -> String {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let number = Int((abs(value) * scale).rounded())
  let digits = String(number % Int(scale))
  let zeros = String(repeating: "0", count: places - digits.count)
  return "\(value < 0 ? "-" : "")\(number / Int(scale)).\(zeros)\(digits)"
}
