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

    /// The same in lower case, as hasty writers have it.
    func inLowerCase(_ weight: Float) -> Document {
      let bytes = document.text.utf8.map(\.lowercasedASCII)
      var copy = self
      copy.document = StageKit.Document(
        source: document.source, text: String(decoding: bytes, as: UTF8.self))
      copy.document.sentences = document.sentences
      copy.weight = self.weight * weight
      return copy
    }
  }

  let labels: ChainLabels
  private(set) var documents: [Document] = []
  /// Documents in lower case, which are learnt from beside the others, but tell nothing of how words
  /// are written.
  private(set) var hastyDocuments: [Document] = []
  private(set) var byteCount = 0

  init(labels: ChainLabels) {
    self.labels = labels
  }

  /// - Parameters:
  ///   - weights: `PART=WEIGHT`, by file.
  ///   - lowerCase: the same, for the files that are taken in lower case, too.
  init(
    _ paths: [String], weights: [String] = [], lowerCase: [String] = [],
    labels known: ChainLabels? = nil
  ) throws(EvaluationProblem) {
    var read: [(path: String, records: [Record])] = []
    var types: Set<String> = []
    for path in paths {
      let records = try Self.records(of: path)
      for record in records { for entity in record.entities { types.insert(entity.type.rawValue) } }
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
      if let type = types.sorted().first(where: { !ChainLabels.isType($0) }) {
        throw EvaluationProblem("the type '\(type)' is not made of capitals, digits and '_'")
      }
      labels = ChainLabels(types: types.sorted())
    }
    for (path, records) in read {
      let weight = try Self.weight(of: path, weights, of: "weights") ?? 1
      let hastyWeight = try Self.weight(of: path, lowerCase, of: "lower_case")
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
        byteCount += record.document.text.utf8.count
        let document = Document(
          document: record.document, names: names, weight: weight, outside: outside)
        documents.append(document)
        if let hastyWeight { hastyDocuments.append(document.inLowerCase(hastyWeight)) }
      }
    }
  }

  private typealias Record = (document: StageKit.Document, entities: [Entity])

  /// The documents of a file of tokens, whose text is as in print, or of a file of spans, whose
  /// sentences are those that it names, else its lines.
  private static func records(of path: String) throws(EvaluationProblem) -> [Record] {
    var records: [Record] = []
    if path.hasSuffix(".jsonl") {
      try GoldRecord.forEach(of: path) { (record) throws(EvaluationProblem) in
        var document = try record.document()
        document.sentences =
          try record.ranges("sentences", in: document.text) ?? lines(of: document.text)
        records.append((document, try record.entities(in: document.text)))
      }
    } else {
      try TokenFile.forEach(of: path, joining: .printed) { (record) throws(EvaluationProblem) in
        records.append((record.document, record.entities))
      }
    }
    return records
  }

  private static func lines(of text: String) -> [ByteRange] {
    var lines: [ByteRange] = []
    var start = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !line.isEmpty { lines.append(ByteRange(start, start + line.count)) }
      start += line.count + 1
    }
    return lines
  }

  private static func weight(
    of path: String, _ weights: [String], of option: String
  ) throws(EvaluationProblem) -> Float? {
    var weight: Float?
    for setting in weights {
      guard let equals = setting.lastIndex(of: "="),
        let value = Float(setting[setting.index(after: equals)...]), value >= 0, value <= 100
      else {
        throw EvaluationProblem("'\(setting)' in '\(option)' is not PART=WEIGHT, such as voa=0.5")
      }
      if path.contains(setting[..<equals]) { weight = value }
    }
    return weight
  }
}
