package import StageKit
import TextKit

/// Labels the runs of a document by a model; for a worker to keep.
package struct NameTagger {
  package struct Name: Equatable {
    package var pieces: Range<Int>
    /// The type's index in the model's labels.
    package var type: Int
    /// How likely it is that the name has just these bounds and this type, as the model sees it.
    package var probability: Float
  }

  package var runs: NameRuns
  private let model: NameModel
  private var chain: LinearChain
  private var scores: [LinearChain.Scores] = []
  private var best: [UInt8] = []
  /// 0 for the lanes of labels, and for the others what keeps them from ever being chosen.
  private let unused: LinearChain.Scores
  /// By type, whether it is that of people.
  private let isPerson: [Bool]

  package init(_ model: NameModel) {
    self.model = model
    runs = NameRuns(
      words: model.words, classes: model.classes, lists: model.lists, beginnings: model.beginnings,
      weights: model.weights)
    isPerson = model.labels.types.map { $0 == "PER" || $0 == "PERSON" }
    chain = LinearChain(labelCount: model.labels.count, weights: model.transitions)
    var unused = LinearChain.Scores(repeating: LinearChain.never)
    for lane in 0..<model.labels.count { unused[lane] = 0 }
    self.unused = unused
  }

  /// Finds the names of a document, or of a part of it that begins with a sentence.
  package mutating func find(
    _ reading: NameReading, _ document: Document, into names: inout [Name]
  ) {
    reading.load(&runs, document)
    let text = document.text.utf8.span
    var batch = FeatureBatch()
    for run in runs.runs {
      scores.removeAll(keepingCapacity: true)
      for index in run.pieces { scores.append(score(index, run, text, &batch)) }
      chain.bestLabels(scores, into: &best)
      guard best.contains(where: { $0 != 0 }) else { continue }
      chain.weigh(scores)
      var position = 0
      while position < best.count {
        let label = Int(best[position])
        guard label != 0 else {
          position += 1
          continue
        }
        let type = ChainLabels.type(label)
        var end = position + 1
        while end < best.count, Int(best[end]) == ChainLabels.inside(type) { end += 1 }
        let start = run.pieces.lowerBound
        let probability = chain.probability(ofName: position..<end, type: type)
        var first = start + position
        for index in start + position + 1..<start + end
        where isPerson[type] && anotherPersonBegins(at: index, after: first, before: start + end) {
          names.append(Name(pieces: first..<index, type: type, probability: probability))
          first = index
        }
        names.append(Name(pieces: first..<start + end, type: type, probability: probability))
        position = end
      }
    }
    runs.unload()
  }

  /// Whether what the chain takes for one person is another one from a piece on: where line breaks are
  /// lost, people stand side by side (`Ann Bell Tomas Novak`), which the training texts hardly have.
  private func anotherPersonBegins(at index: Int, after start: Int, before end: Int) -> Bool {
    guard isGivenName(index), isWordBehindSpace(index), runs.pieces[index - 1].shape != .initial
    else { return false }
    if runs.pieces[index].hash == runs.pieces[index - 1].hash { return true }
    return index - start > 1 && index + 1 < end && isWordBehindSpace(index + 1)
      && runs.pieces[index - 1].isName && isGivenName(start) && !isGivenName(index - 1)
  }

  private func isGivenName(_ index: Int) -> Bool {
    runs.pieces[index].roles.contains(.givenName) && runs.pieces[index].length > 2
  }

  private func isWordBehindSpace(_ index: Int) -> Bool {
    let piece = runs.pieces[index]
    return piece.isName && piece.shape != .initial && piece.gap == .space
  }

  /// The scores of the labels of one piece.
  @inline(__always)
  private mutating func score(
    _ index: Int, _ run: NameRuns.Run, _ text: Span<UInt8>, _ batch: inout FeatureBatch
  ) -> LinearChain.Scores {
    var row = FeatureWeights.Row(repeating: 0)
    for offset in NameWords.offsets {
      row &+= runs.wordRow(index, at: offset, run, text)
    }
    let weights = model.weights
    runs.forEachContextFeature(index, run) { batch.add(featureHash($0, $1, $2), weights) }
    batch.sum(weights, into: &row)
    return LinearChain.Scores(SIMD16<Int32>(truncatingIfNeeded: row)) * model.scale + unused
  }
}
