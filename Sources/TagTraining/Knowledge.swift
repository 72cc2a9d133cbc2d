import Evaluation
import StageKit
import Tag
import TextKit

/// What is learnt of words before any weight: which ones occur inside of names, how often they are
/// written with a capital, their classes; and the lists.
struct Knowledge {
  private(set) var wordEntries: NameModel.Parts.Table = []
  private(set) var classEntries: NameModel.Parts.Table = []
  private(set) var listEntries: NameModel.Parts.Table = []
  /// The words in lower case that names may begin with.
  private(set) var beginnings = WordFilter()
  let words: HashedTable
  let classes: HashedTable
  let lists: HashedTable

  init(
    _ corpus: Corpus, _ options: TagTrainer.Options, _ report: (String) -> Void
  ) throws(EvaluationProblem) {
    var counts = WordCounts()
    counts.count(corpus)
    let lists = try NameLists(options.lists)
    var flags = counts.flags(listed: lists.words)
    for (hash, flags) in flags where flags & NameWords.Flags.beginning.rawValue != 0 {
      beginnings.insert(hash)
    }
    var shares = counts.capitalShares()
    let clusters = WordClusters.make(counts, options.clusters, report)
    var keys = Set(flags.keys)
    keys.formUnion(shares.keys)
    keys.formUnion(clusters.keys)
    for key in keys.sorted() {
      let cluster = clusters[key] ?? (0, 0)
      let packed = (shares[key] ?? 0) | (flags[key] ?? 0) << 4
      wordEntries.append(
        (
          key,
          [UInt8(cluster.fine & 0xFF), UInt8(cluster.fine >> 8), UInt8(cluster.coarse), packed]
        ))
    }
    flags = [:]
    shares = [:]
    listEntries = lists.entries
    if let path = options.vectors {
      classEntries = try GeneralClasses.entries(WordVectors(path), report)
    }
    words = HashedTable.inMemory(wordEntries, payloadSize: NameModel.wordPayload)
    classes = HashedTable.inMemory(classEntries, payloadSize: NameModel.classPayload)
    self.lists = HashedTable.inMemory(listEntries, payloadSize: NameModel.listPayload)
  }
}

/// What the pieces of a corpus are, counted.
struct WordCounts {
  /// By the hash of the word as it is written: a number from 1.
  private(set) var numbers: [UInt64: Int32] = [:]
  private(set) var hashes: [UInt64] = [0]
  private(set) var occurrences: [Int] = [0]
  /// The texts as numbers of words, 0 between sentences.
  private(set) var sequence: [Int32] = [0]

  /// By the hash of the word in lower case.
  private var lower: [UInt64: Int] = [:]
  private var capital: [UInt64: Int] = [:]
  private var insideNames: [UInt64: Int] = [:]
  private var beginnings: [UInt64: Int] = [:]
  /// Capital words that begin names, by the hash of their lower case.
  private var capitalBeginnings: [UInt64: Int] = [:]

  mutating func count(_ corpus: Corpus) {
    var scanned: [Piece] = []
    for document in corpus.documents {
      let text = document.document.text.utf8.span
      var next = 0
      for sentence in document.document.sentences ?? [] {
        scanned.removeAll(keepingCapacity: true)
        scanPieces(text, sentence.range, into: &scanned)
        for (index, piece) in scanned.enumerated() {
          let number = number(piece.hash)
          occurrences[Int(number)] += 1
          sequence.append(number)
          while next < document.names.count, document.names[next].range.end <= Int(piece.start) {
            next += 1
          }
          let isInName =
            next < document.names.count && document.names[next].range.start < Int(piece.end)
          if piece.kind == .word && piece.isName {
            if isInName, document.names[next].range.start == Int(piece.start), piece.length > 3 {
              capitalBeginnings[foldedHash(piece, text), default: 0] += 1
            }
            if index > 0, piece.shape == .capitalised || piece.shape == .initial {
              capital[foldedHash(piece, text), default: 0] += 1
            }
          } else {
            lower[piece.hash, default: 0] += 1
            if isInName {
              let begins = document.names[next].range.start >= Int(piece.start)
              if begins {
                beginnings[piece.hash, default: 0] += piece.kind == .word ? 1 : 0
              } else {
                insideNames[piece.hash, default: 0] += 1
              }
            }
          }
        }
        sequence.append(0)
      }
    }
  }

  private mutating func number(_ hash: UInt64) -> Int32 {
    if let number = numbers[hash] { return number }
    let number = Int32(hashes.count)
    numbers[hash] = number
    hashes.append(hash)
    occurrences.append(0)
    return number
  }

  /// What the words in lower case and the marks may be in names.
  ///
  /// - Parameter listed: the words of the lists, in lower case. Those that the texts have in lower case
  ///   outside of names are common words, too, and left out.
  func flags(listed: Set<UInt64>) -> [UInt64: UInt8] {
    var flags: [UInt64: UInt8] = [:]
    for (hash, count) in insideNames where count >= 3 {
      flags[hash, default: 0] |= NameWords.Flags.inside.rawValue
    }
    for (hash, count) in beginnings where count >= 2 && count * 5 >= lower[hash] ?? 0 {
      flags[hash, default: 0] |= NameWords.Flags.beginning.rawValue
    }
    // `in malaysia`, as hasty writers have it: words that are hardly anything but names.
    for (hash, count) in capitalBeginnings where count >= 5 {
      let small = (lower[hash] ?? 0) - (beginnings[hash] ?? 0)
      if count * 2 >= capital[hash] ?? 0 && small * 50 <= count {
        flags[hash, default: 0] |= NameWords.Flags.listed.rawValue
      }
    }
    for hash in listed {
      let inNames = (beginnings[hash] ?? 0) + (insideNames[hash] ?? 0)
      if lower[hash] ?? 0 <= inNames {
        flags[hash, default: 0] |= NameWords.Flags.listed.rawValue
      }
    }
    return flags
  }

  func capitalShares() -> [UInt64: UInt8] {
    var shares: [UInt64: UInt8] = [:]
    for (hash, small) in lower { shares[hash] = Self.share(capital[hash] ?? 0, small) }
    for (hash, large) in capital { shares[hash] = Self.share(large, lower[hash] ?? 0) }
    return shares
  }

  private static func share(_ large: Int, _ small: Int) -> UInt8 {
    let total = large + small
    if small == 0 { return large > 2 ? 7 : 6 }
    if large == 0 { return small > 2 ? 1 : 2 }
    return large * 10 < total ? 3 : large * 2 < total ? 4 : 5
  }
}
