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
      runs.words.siftRows(weights)
      groups.sift(weights)
      batch.sift(weights)
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
    // No closures here, and no methods that only read: they would be given a copy of this structure,
    // all of it, for each run.
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
      Self.append(
        Name(
          pieces: start + position..<start + end, type: type,
          probability: chain.probability(ofName: position..<end, type: type)),
        isPerson[type] ? PeopleSideBySide(pieces: runs.pieces, listBits: runs.listBits) : nil,
        to: &names)
      position = end
    }
  }

  /// Appends a name, or the people of whom it consists.
  ///
  /// - Parameter people: what tells people apart, if it is a person.
  private static func append(
    _ name: Name, _ people: PeopleSideBySide?, to names: inout [Name]
  ) {
    var first = name.pieces.lowerBound
    if let people, name.pieces.count > 1 {
      let arePairs = people.arePairs(name.pieces)
      for index in name.pieces.dropFirst()
      where arePairs
        ? (index - first) == 2
        : people.anotherBegins(at: index, after: first, before: name.pieces.upperBound)
      {
        names.append(Name(pieces: first..<index, type: name.type, probability: name.probability))
        first = index
      }
    }
    names.append(
      Name(
        pieces: first..<name.pieces.upperBound, type: name.type, probability: name.probability))
  }
}
