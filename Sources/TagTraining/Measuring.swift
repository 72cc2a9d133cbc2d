import Evaluation
import StageKit
import Tag
import TextKit

/// What a model finds in a corpus.
struct Measurement {
  /// The share of names with right bounds and type (F1), piece by piece.
  var score: Double
  /// The names that were found: how likely the model has each, and whether it is right.
  var found: [(probability: Float, isRight: Bool)]
}

func measure(
  _ parts: NameModel.Parts, on corpus: Corpus
) throws(EvaluationProblem) -> Measurement {
  let model: NameModel
  do throws(NameModel.Problem) {
    model = try NameModel(ModelMemory(NameModel.bytes(of: parts)))
  } catch {
    throw EvaluationProblem("the model that was made cannot be read: \(error.message)")
  }
  var tagger = NameTagger(model)
  var reading = NameReading()
  var right = 0
  var found: [(probability: Float, isRight: Bool)] = []
  var gold = 0
  var names: [NameTagger.Name] = []
  // A file says nothing of types that it never names.
  let types = Set(corpus.documents.flatMap { $0.names.map(\.type) })
  for document in corpus.documents {
    gold += document.names.count
    var place = SentencePlace()
    while place.sentence < document.document.sentences?.count ?? 0 {
      reading.read(document.document, from: &place)
      names.removeAll(keepingCapacity: true)
      tagger.find(reading, document.document, into: &names)
      for name in names where types.contains(name.type) {

        let start = Int(reading.pieces[name.pieces.lowerBound].start)
        let end = Int(reading.pieces[name.pieces.upperBound - 1].end)
        let isRight = document.names.contains {
          $0.range.start == start && $0.range.end == end && $0.type == name.type
        }
        if isRight { right += 1 }
        found.append((name.probability, isRight))
      }
    }
  }
  let total = found.count + gold
  return Measurement(score: total == 0 ? 0 : Double(2 * right) / Double(total), found: found)
}

/// Fits confidences to what was found right, by Newton's method on the logistic likelihood.
func calibration(_ found: [(probability: Float, isRight: Bool)]) -> Calibration {
  var slope = 1.0
  var offset = 0.0
  // Fewer names tell nothing.
  guard found.count >= 50 else { return Calibration() }
  for _ in 0..<100 {
    var gradient = (slope: -1e-3 * (slope - 1), offset: 0.0)
    var curvature = (slope: 1e-3, mixed: 0.0, offset: 1e-6)
    for (probability, isRight) in found {
      let logOdds = Double(Calibration.logOdds(probability))
      let score = Float(-(slope * logOdds + offset))
      let expected = 1 / (1 + Double(exponential(SIMD16(repeating: score))[0]))
      let miss = (isRight ? 1 : 0) - expected
      let weight = expected * (1 - expected)
      gradient.slope += miss * logOdds
      gradient.offset += miss
      curvature.slope += weight * logOdds * logOdds
      curvature.mixed += weight * logOdds
      curvature.offset += weight
    }
    let determinant = curvature.slope * curvature.offset - curvature.mixed * curvature.mixed
    let slopeStep =
      (gradient.slope * curvature.offset - gradient.offset * curvature.mixed) / determinant
    let offsetStep =
      (gradient.offset * curvature.slope - gradient.slope * curvature.mixed) / determinant
    // Where most names are far from the middle, a whole step leads beyond all of them.
    let part = min(1, 0.25 / max(abs(slopeStep), abs(offsetStep) / 2, 1e-9))
    slope += part * slopeStep
    offset += part * offsetStep
  }
  // A fit that is no fit is none.
  guard (0.05...20).contains(slope), abs(offset) < 20 else { return Calibration() }
  return Calibration(slope: Float(slope), offset: Float(offset))
}
