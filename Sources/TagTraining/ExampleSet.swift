import StageKit
import Tag
import TextKit

/// The runs of a corpus with the numbers of their features and the labels that are right.
struct ExampleSet {
  /// The hashes of the features, by number.
  private(set) var features: [UInt64] = []
  /// How often each occurs.
  private(set) var counts: [Int32] = []
  /// By piece, where its features start in `numbers`.
  private(set) var starts: [Int] = [0]
  private(set) var numbers: [UInt32] = []
  /// By piece, a bit for each label that is right.
  private(set) var allowed: [UInt16] = []
  /// By run, where its pieces start, and its weight.
  private(set) var runs: [(start: Int, weight: Float)] = []
  let labels: ChainLabels

  var runCount: Int { runs.count }
  var pieceCount: Int { allowed.count }

  init(_ corpus: Corpus, _ knowledge: Knowledge, minimumCount: Int) {
    labels = corpus.labels
    var numberOfHash: [UInt64: UInt32] = [:]
    var all: [UInt64] = []
    var allCounts: [Int32] = []
    Self.forEachRun(of: corpus, knowledge) { document, runs, run, reading in
      self.runs.append((allowed.count, document.weight))
      appendAllowed(document, run, reading.pieces)
      for index in run.pieces {
        runs.forEachFeature(index, run) { hash in
          let number = numberOfHash[hash] ?? UInt32(all.count)
          if Int(number) == all.count {
            numberOfHash[hash] = number
            all.append(hash)
            allCounts.append(0)
          }
          allCounts[Int(number)] += 1
          numbers.append(number)
        }
        starts.append(numbers.count)
      }
    }
    keep(all, allCounts, minimumCount)
  }

  /// Drops rare features.
  private mutating func keep(_ all: [UInt64], _ allCounts: [Int32], _ minimumCount: Int) {
    var renumbered = [UInt32](repeating: .max, count: all.count)
    for index in all.indices where allCounts[index] >= minimumCount {
      renumbered[index] = UInt32(features.count)
      features.append(all[index])
      counts.append(allCounts[index])
    }
    var kept = 0
    var start = 0
    for piece in 0..<allowed.count {
      let end = starts[piece + 1]
      for position in start..<end where renumbered[Int(numbers[position])] != .max {
        numbers[kept] = renumbered[Int(numbers[position])]
        kept += 1
      }
      start = end
      starts[piece + 1] = kept
    }
    numbers.removeSubrange(kept...)
  }

  static func forEachRun(
    of corpus: Corpus, _ knowledge: Knowledge,
    _ body: (Corpus.Document, NameRuns, NameRuns.Run, NameReading) -> Void
  ) {
    var reading = NameReading()
    var runs = NameRuns(
      words: knowledge.words, classes: knowledge.classes, lists: knowledge.lists,
      beginnings: knowledge.beginnings, keepsFeatures: true)
    for document in corpus.documents + corpus.hastyDocuments {
      var place = SentencePlace()
      while place.sentence < document.document.sentences?.count ?? 0 {
        reading.read(document.document, from: &place)
        reading.load(&runs, document.document)
        for run in runs.runs { body(document, runs, run, reading) }
        runs.unload()
      }
    }
  }

  private mutating func appendAllowed(
    _ document: Corpus.Document, _ run: NameRuns.Run, _ pieces: [Piece]
  ) {
    let first = pieces[run.pieces.lowerBound]
    let last = pieces[run.pieces.upperBound - 1]
    // Names are in order; the ones of this run are few.
    var index = document.names.partitioningIndex { $0.range.end > Int(first.start) }
    for position in run.pieces {
      let piece = pieces[position]
      while index < document.names.count, document.names[index].range.end <= Int(piece.start) {
        index += 1
      }
      guard index < document.names.count, document.names[index].range.start < Int(piece.end) else {
        allowed.append(document.outside)
        continue
      }
      let (range, type) = document.names[index]
      // A name that reaches beyond the run cannot be learnt, nor can its absence.
      guard range.start >= Int(first.start), range.end <= Int(last.end) else {
        allowed.append(.max)
        continue
      }
      let isFirst =
        position == run.pieces.lowerBound || Int(pieces[position - 1].end) <= range.start
      let label = isFirst ? ChainLabels.beginning(type) : ChainLabels.inside(type)
      allowed.append(1 << UInt16(label))
    }
  }
}
