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

  private struct Place {
    var index: Int32
    var run: Int32
  }

  package var runs: NameRuns
  private let model: NameModel
  private var chain: LinearChain
  private var batch = FeatureBatch(maximumSums: NameRuns.piecesAtOnce)
  private var groups = FeatureGroups(maximumPieces: NameRuns.piecesAtOnce)
  /// The pieces of all runs, one behind the other, with what was reckoned for each.
  private var places: [Place] = []
  private var scores: [LinearChain.Scores] = []
  /// The labels at first.
  private var labels: [UInt8] = []
  /// The labels of one run in the end.
  private var best: [UInt8] = []
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
    places.removeAll(keepingCapacity: true)
    for run in runs.runs.indices {
      for index in runs.runs[run].pieces {
        places.append(
          Place(index: Int32(truncatingIfNeeded: index), run: Int32(truncatingIfNeeded: run)))
      }
    }
    scores.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    for first in stride(from: 0, to: places.count, by: NameRuns.piecesAtOnce) {
      score(first..<min(first + NameRuns.piecesAtOnce, places.count), document.text.utf8.span)
    }
    votes.reserve(runs.words.words.count)
    var start = 0
    for run in runs.runs {
      let end = start + run.pieces.count
      chain.appendBestLabels(scores, start..<end, to: &labels)
      for index in run.pieces {
        if Self.mayVote(runs.pieces[index]) {
          votes.add(runs.wordNumber(index, run), labels[start + index - run.pieces.lowerBound])
        }
      }
      start = end
    }
    start = 0
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

  /// Scores the labels of some pieces by what stands there and beside them.
  private mutating func score(_ range: Range<Int>, _ text: Span<UInt8>) {
    let weights = model.weights.lookUp
    batch.removeAll()
    groups.begin()
    for number in range {
      let index = Int(places[number].index)
      let run = runs.runs[Int(places[number].run)]
      runs.requestRows(index, run, text, weights)
      runs.gather(index, run, weights, into: &batch, &groups)
    }
    runs.words.siftRows(weights)
    groups.sift(weights)
    batch.sift(weights)
    runs.words.sumRows(weights)
    groups.sum(weights)
    for number in range {
      let run = runs.runs[Int(places[number].run)]
      var row = runs.sumOfWords(Int(places[number].index), run)
      row &+= groups.row(ofPiece: number - range.lowerBound)
      batch.add(sum: number - range.lowerBound, weights, to: &row)
      scores.append(
        LinearChain.Scores(SIMD16<Int32>(truncatingIfNeeded: row)) * model.scale + unused)
    }
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
      let label = labels[place]
      if label != 0 { hasName = true }
      if Self.mayVote(runs.pieces[index]), votes.disagree(runs.wordNumber(index, run), label) {
        isDoubtful = true
      }
      place += 1
    }
    guard isDoubtful || hasName else { return }
    best.removeAll(keepingCapacity: true)
    if isDoubtful {
      place = range.lowerBound
      for index in run.pieces {
        if Self.mayVote(runs.pieces[index]) {
          votes.weigh(
            runs.wordNumber(index, run), labels[place], model.labels.count, into: &scores[place])
        }
        place += 1
      }
      chain.appendBestLabels(scores, range, to: &best)
    } else {
      best += labels[range]
    }
    guard best.contains(where: { $0 != 0 }) else { return }
    chain.weigh(scores, range)
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
