import Evaluation
import StageKit
import Tag
import TextKit

/// The annotated documents of a training.
struct Corpus {
  struct Document {
    var document: StageKit.Document
    /// With the numbers of the types.
    var names: [(range: ByteRange, type: Int)]
    /// What each error in it counts.
    var weight: Float
    /// The labels that a piece outside of the names may have: more than one where the file does not
    /// name all types.
    var outside: UInt16
  }

  let labels: ChainLabels
  private(set) var documents: [Document] = []
  private(set) var tokenCount = 0

  init(labels: ChainLabels) {
    self.labels = labels
  }

  /// - Parameter weights: `PART=WEIGHT`.
  init(
    _ paths: [String], weights: [String] = [], labels known: ChainLabels? = nil
  ) throws(EvaluationProblem) {
    var read: [(path: String, records: [TokenFile.Record])] = []
    var types: Set<String> = []
    for path in paths {
      var records: [TokenFile.Record] = []
      try TokenFile.forEach(of: path) { (record) throws(EvaluationProblem) in
        records.append(record)
        for entity in record.entities { types.insert(entity.type.rawValue) }
      }
      read.append((path, records))
    }
    if let known {
      labels = known
    } else {
      guard !types.isEmpty else {
        throw EvaluationProblem("the training files name no entities")
      }
      guard types.count <= ChainLabels.maximumTypes else {
        throw EvaluationProblem(
          "the training files name \(types.count) types; a model has at most "
            + "\(ChainLabels.maximumTypes)")
      }
      labels = ChainLabels(types: types.sorted())
    }
    for (path, records) in read {
      let weight = try Self.weight(of: path, weights)
      let here = Set(records.flatMap { $0.entities.map(\.type.rawValue) })
      var outside: UInt16 = 1
      if known == nil {
        for (number, type) in labels.types.enumerated() where !here.contains(type) {
          outside |= 1 << UInt16(ChainLabels.beginning(number))
          outside |= 1 << UInt16(ChainLabels.inside(number))
        }
      }
      for record in records {
        let names = record.entities.compactMap { entity in
          labels.types.firstIndex(of: entity.type.rawValue).map { (entity.range, $0) }
        }
        tokenCount += record.document.tokens?.count ?? 0
        documents.append(
          Document(
            document: record.document, names: names, weight: weight, outside: outside))
      }
    }
  }

  private static func weight(
    of path: String, _ weights: [String]
  ) throws(EvaluationProblem) -> Float {
    var weight: Float = 1
    for setting in weights {
      guard let equals = setting.lastIndex(of: "="),
        let value = Float(setting[setting.index(after: equals)...]), value >= 0, value <= 100
      else {
        throw EvaluationProblem("'\(setting)' in 'weights' is not PART=WEIGHT, such as voa=0.5")
      }
      if path.contains(setting[..<equals]) { weight = value }
    }
    return weight
  }
}
