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
  private var batch = FeatureBatch()
  private var groups = FeatureGroups()
  /// So many pieces are gathered before the first is summed up, so that memory has time to come.
  private static let piecesAtOnce = 32
  /// 0 for the lanes of labels, and for the others what keeps them from ever being chosen.
  private let unused: LinearChain.Scores
  /// By type, whether it is that of people.
  private let isPerson: [Bool]

  package init(_ model: NameModel) {
    self.model = model
    runs = NameRuns(
      words: model.words, classes: model.classes, lists: model.lists, beginnings: model.beginnings,
      keepsFeatures: false)
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
    let weights = model.weights.lookUp
    var first = 0
    while first < runs.runs.count {
      batch.removeAll()
      groups.begin()
      var end = first
      var pieces = 0
      while end < runs.runs.count, pieces < Self.piecesAtOnce {
        let run = runs.runs[end]
        runs.requestRows(run, text, weights)
        runs.gather(run, weights, into: &batch, &groups)
        pieces += run.pieces.count
        end += 1
      }
      runs.words.sumRows(weights)
      groups.sum(weights)
      var number = 0
      for index in first..<end { label(runs.runs[index], &number, weights, into: &names) }
      first = end
    }
    runs.unload()
  }

  /// Labels a run whose features were gathered.
  ///
  /// - Parameter number: the number of its first sum in the batch; afterwards that behind its last.
  private mutating func label(
    _ run: NameRuns.Run, _ number: inout Int, _ weights: FeatureLookUp,
    into names: inout [Name]
  ) {
    scores.removeAll(keepingCapacity: true)
    for index in run.pieces {
      var row = runs.sumOfWords(index, run) &+ groups.row(ofPiece: number)
      batch.add(sum: number, weights, to: &row)
      number += 1
      scores.append(
        LinearChain.Scores(SIMD16<Int32>(truncatingIfNeeded: row)) * model.scale + unused)
    }
    chain.bestLabels(scores, into: &best)
    guard best.contains(where: { $0 != 0 }) else { return }
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
}
