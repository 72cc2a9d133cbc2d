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
  /// Of all runs, one behind the other, at first.
  private var allScores: [LinearChain.Scores] = []
  private var allLabels: [UInt8] = []
  private var votes = DocumentVotes()
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
    allScores.removeAll(keepingCapacity: true)
    allLabels.removeAll(keepingCapacity: true)
    votes.reserve(runs.words.words.count)
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
      for index in first..<end { label(runs.runs[index], &number, weights) }
      first = end
    }
    var start = 0
    for run in runs.runs {
      let end = start + run.pieces.count
      decide(run, start..<end, into: &names)
      start = end
    }
    for run in runs.runs {
      for index in run.pieces { votes.clear(runs.wordNumber(index, run)) }
    }
    runs.unload()
  }

  /// Labels a run whose features were gathered, by what stands in it and beside it.
  ///
  /// - Parameter number: the number of its first sum in the batch; afterwards that behind its last.
  private mutating func label(
    _ run: NameRuns.Run, _ number: inout Int, _ weights: FeatureLookUp
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
    var position = 0
    for index in run.pieces {
      if Self.mayVote(runs.pieces[index]) { votes.add(runs.wordNumber(index, run), best[position]) }
      position += 1
    }
    allScores += scores
    allLabels += best
  }

  /// Whether a word is one of those that names are known by.
  private static func mayVote(_ piece: Piece) -> Bool {
    piece.isName && piece.length > 1 && !piece.roles.contains(.functionWord)
  }

  /// Labels a run once more if the other mentions of its words were labelled otherwise, and takes its
  /// names.
  ///
  /// - Parameter range: the places of its pieces among those of all runs.
  private mutating func decide(
    _ run: NameRuns.Run, _ range: Range<Int>, into names: inout [Name]
  ) {
    // No closures here: what they look at of this structure would be copied, all of it, for each run.
    var isDoubtful = false
    var hasName = false
    var place = range.lowerBound
    for index in run.pieces {
      let label = allLabels[place]
      if label != 0 { hasName = true }
      if Self.mayVote(runs.pieces[index]), votes.disagree(runs.wordNumber(index, run), label) {
        isDoubtful = true
      }
      place += 1
    }
    guard isDoubtful || hasName else { return }
    scores.removeAll(keepingCapacity: true)
    scores += allScores[range]
    if isDoubtful {
      place = range.lowerBound
      for index in run.pieces {
        if Self.mayVote(runs.pieces[index]) {
          votes.weigh(
            runs.wordNumber(index, run), allLabels[place], model.labels.count,
            into: &scores[place - range.lowerBound])
        }
        place += 1
      }
      chain.bestLabels(scores, into: &best)
    } else {
      best.removeAll(keepingCapacity: true)
      best += allLabels[range]
    }
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
      append(
        start + position..<start + end, type, chain.probability(ofName: position..<end, type: type),
        to: &names)
      position = end
    }
  }

  /// Appends a name, or the people of whom it consists.
  private func append(
    _ pieces: Range<Int>, _ type: Int, _ probability: Float, to names: inout [Name]
  ) {
    var first = pieces.lowerBound
    if isPerson[type], pieces.count > 1 {
      let arePairs = arePairs(pieces)
      for index in first + 1..<pieces.upperBound
      where arePairs
        ? (index - first) == 2
        : anotherPersonBegins(at: index, after: first, before: pieces.upperBound)
      {
        names.append(Name(pieces: first..<index, type: type, probability: probability))
        first = index
      }
    }
    names.append(Name(pieces: first..<pieces.upperBound, type: type, probability: probability))
  }

  /// Whether what the chain takes for one person are several with two names each, a list of people who
  /// came or are written to: so many words, every other one a given name.
  private func arePairs(_ pieces: Range<Int>) -> Bool {
    guard pieces.count >= 6, pieces.count.isMultiple(of: 2),
      pieces.dropFirst().allSatisfy(isWordBehindSpace)
    else { return false }
    return stride(from: pieces.lowerBound, to: pieces.upperBound, by: 2)
      .allSatisfy(isKnownGivenName)
  }

  /// Whether what the chain takes for one person is another one from a piece on: where line breaks are
  /// lost, people stand side by side (`Ann Bell Tomas Novak`), which the training texts hardly have.
  private func anotherPersonBegins(at index: Int, after start: Int, before end: Int) -> Bool {
    guard isKnownGivenName(index), isWordBehindSpace(index),
      runs.pieces[index - 1].shape != .initial
    else { return false }
    if runs.pieces[index].hash == runs.pieces[index - 1].hash { return true }
    guard index - start > 1, index + 1 < end, isWordBehindSpace(index + 1),
      runs.pieces[index - 1].isName
    else { return false }
    let isClear = isGivenName(index) && isGivenName(start) && !isGivenName(index - 1)
    return isClear || (isKnownGivenName(start) && !isKnownGivenName(index - 1))
  }

  private func isGivenName(_ index: Int) -> Bool {
    runs.pieces[index].roles.contains(.givenName) && runs.pieces[index].length > 2
  }

  /// Whether a word is a given name of the lexicon, or stands in the model's lists by itself.
  private func isKnownGivenName(_ index: Int) -> Bool {
    let isListed = runs.listBits[index] & NameRuns.listedAlone != 0
    return isGivenName(index) || (isListed && runs.pieces[index].length > 2)
  }

  private func isWordBehindSpace(_ index: Int) -> Bool {
    let piece = runs.pieces[index]
    return piece.isName && piece.shape != .initial && piece.gap == .space
  }
}
