import Evaluation
import Segment
import StageKit
import TextKit

/// The documents of some files, with the sentences that people have found in them.
struct TrainingDocuments {
  private struct Item {
    var document: Document
    var sentences: [ByteRange]
  }

  private var items: [Item] = []
  private let stage: SegmentStage

  var count: Int { items.count }

  /// Reads the files: those with the ending `.conllu` as CoNLL-U, others as JSON Lines.
  init(_ paths: [String]) throws(EvaluationProblem) {
    do throws(OptionProblem) {
      stage = try SegmentStage(
        options: SegmentOptions(),
        context: StageContext(label: "segment", baseDirectory: "/", outputDirectory: "/"))
    } catch {
      throw EvaluationProblem(error.message)
    }
    for path in paths {
      if path.hasSuffix(".conllu") {
        try ConlluFile.forEach(of: path) { document, sentences in
          items.append(Item(document: document, sentences: sentences))
        }
      } else {
        try GoldRecord.forEach(of: path) { (record) throws(EvaluationProblem) in
          let document = try record.document()
          guard let sentences = try record.ranges("sentences", in: document.text) else { return }
          items.append(Item(document: document, sentences: sentences))
        }
      }
    }
  }

  /// All places where the rules leave open whether a sentence ends.
  func examples() -> ExampleSet {
    var judge = GoldJudge()
    var scratch = stage.makeScratch()
    for item in items {
      var document = item.document
      judge.sentenceEnds = Set(item.sentences.map(\.end))
      stage.segment(&document, &scratch, judgedBy: &judge)
    }
    return judge.examples
  }

  /// The F1 score of the sentences that the stage finds with this model, exact at both ends.
  func score(_ model: BoundaryModel) -> Double {
    var model = model
    var scratch = stage.makeScratch()
    var total = 0
    var right = 0
    for item in items {
      var document = item.document
      stage.segment(&document, &scratch, judgedBy: &model)
      let found = Set(document.sentences ?? [])
      total += item.sentences.count + found.count
      right += item.sentences.count { found.contains($0) }
    }
    return total == 0 ? 1 : Double(2 * right) / Double(total)
  }
}
