import StageKit
import TextKit

/// Weighs the sentences of a document and chooses some of them.
///
/// A sentence gains by standing near the beginning, by words that other sentences share, and by
/// words of the title; it loses by being very short or a quotation.
/// The best is taken, then again and again the one that is best after what it repeats of those
/// taken already is deducted (after Carbonell and Goldstein's maximal marginal relevance).
struct SentenceRanker {
  /// Later sentences are not looked at: they are hardly ever chosen, and choosing takes time in
  /// proportion to their number.
  static let maximumCandidates = 200

  // Weights, in units of the weight of standing first.
  private static let centralityWeight = 1.0
  private static let titleWeight = 0.4
  private static let repetitionWeight = 1.5
  private static let quotationPenalty = 0.2
  /// What repeats more than this of a chosen sentence says nothing that is new.
  private static let mostRepetition = 0.99
  /// The sentence with this index is worth half of the first.
  private static let positionHalf = 4.0
  /// In bytes.
  private static let longestDateline = 90
  /// In tokens; sentences with fewer lose in proportion.
  private static let fullLength = 8
  /// Where stop words are not known, words in more than this share of the sentences, and in more
  /// than so many, are taken for such.
  private static let commonShare = 0.5
  private static let leastCommon = 3

  private struct Candidate {
    /// The index of the sentence in the document.
    var sentence: Int
    var byteCount: Int
    /// The same for two sentences that are the same.
    var contentHash: UInt64
    /// Where its terms are in `terms`.
    var terms: Range<Int>
    var tokenCount: Int
    var score: Double
    /// The square of the largest share of its terms that one chosen sentence has as well: two
    /// sentences on one matter always share some words, twins share nearly all.
    var repetition = 0.0
    var isOpen = true
  }

  private var candidates: [Candidate] = []
  /// The different terms of each candidate, one candidate after another.
  private var terms: [Int32] = []
  /// For each term, the number of candidates with it.
  private var frequencies: [Int32] = []
  /// For each term, the last candidate or pass that met it.
  private var marks: [Int32] = []
  /// Sums of 1/2 + 1/3 + … 1/n, which grow like the logarithm of n and are the same everywhere.
  private let harmonics: [Double]

  init() {
    var sums = [0.0, 0.0]
    for divisor in 2...Self.maximumCandidates {
      sums.append(sums[divisor - 1] + 1 / Double(divisor))
    }
    harmonics = sums
  }

  // MARK: - Weighing

  /// Gathers the sentences that may be chosen, with their terms and scores.
  mutating func collect(_ document: Document, _ stopWords: StopWords, _ table: inout TermTable) {
    candidates.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    table.removeAll()
    let text = document.text.utf8.span
    let language = document.metadata.language?.code
    let usesStopWords = language == nil || language == "en"
    findCandidates(document)
    addTerms(document.tokens ?? [], document.sentences ?? [], text, &table) { hash in
      usesStopWords && stopWords.contains(hash)
    }
    if language != "en" { dropCommonTerms() }
    score(document.sentences ?? [], text)
    if let title = document.metadata.title { addTitle(title, &table) }
  }

  /// Takes the whole sentences of running text; all that there are if there is none.
  private mutating func findCandidates(_ document: Document) {
    let sentences = document.sentences ?? []
    let paragraphs = document.paragraphs ?? []
    let text = document.text.utf8.span
    var paragraph = 0
    for (index, range) in sentences.enumerated() {
      while paragraph < paragraphs.count, paragraphs[paragraph].range.end <= range.start {
        paragraph += 1
      }
      if paragraph < paragraphs.count {
        let whole = paragraphs[paragraph]
        if !isRunningText(whole.kind) { continue }
        if range.start == whole.range.start, range.end < whole.range.end, isDateline(text, range) {
          continue
        }
      }
      if !isEnded(text, range) { continue }
      add(index, range, text)
      if candidates.count == Self.maximumCandidates { return }
    }
    if candidates.isEmpty {
      for (index, range) in sentences.prefix(Self.maximumCandidates).enumerated() {
        add(index, range, text)
      }
    }
  }

  private mutating func add(_ index: Int, _ range: ByteRange, _ text: Span<UInt8>) {
    candidates.append(
      Candidate(
        sentence: index, byteCount: range.count,
        contentHash: hashBytes(text.extracting(range.range)), terms: 0..<0, tokenCount: 0,
        score: 0))
  }

  /// `OSLO, May 4 (AP) --`: the place and the agency before a report, which say nothing themselves.
  private func isDateline(_ text: Span<UInt8>, _ range: ByteRange) -> Bool {
    guard range.count <= Self.longestDateline, text[range.start].isASCIIUppercase,
      text.firstOffset(of: UInt8(ascii: "("), in: range.range) != nil
    else { return false }
    let last = text[range.end - 1]
    return last == UInt8(ascii: ")") || last == UInt8(ascii: "-")
      || text.matches("–", at: range.end - 3) || text.matches("—", at: range.end - 3)
  }

  /// Whether a sentence has an end mark of whatever script. Scores, names of speakers and items of
  /// agendas have none.
  private func isEnded(_ text: Span<UInt8>, _ range: ByteRange) -> Bool {
    guard range.count > 0 else { return false }
    let last = text[range.end - 1]
    return !(last.isASCIILetter || last.isASCIIDigit || last == UInt8(ascii: ","))
  }

  private func isRunningText(_ kind: Paragraph.Kind) -> Bool {
    switch kind {
    case .body, .quote: true
    case .heading, .caption, .listItem: false
    }
  }

  private mutating func addTerms(
    _ tokens: [ByteRange], _ sentences: [ByteRange], _ text: Span<UInt8>,
    _ table: inout TermTable, unless isStopWord: (UInt64) -> Bool
  ) {
    var token = 0
    for index in candidates.indices {
      let range = sentences[candidates[index].sentence]
      while token < tokens.count, tokens[token].start < range.start { token += 1 }
      let firstToken = token
      let firstTerm = terms.count
      while token < tokens.count, tokens[token].end <= range.end {
        defer { token += 1 }
        guard isWord(text, tokens[token]) else { continue }
        let hash = table.hash(text, tokens[token].range)
        if isStopWord(hash) { continue }
        let term = table.intern(hash)
        if term == frequencies.count {
          frequencies.append(0)
          marks.append(-1)
        }
        if marks[term] == Int32(index) { continue }
        marks[term] = Int32(index)
        frequencies[term] += 1
        terms.append(Int32(term))
      }
      candidates[index].terms = firstTerm..<terms.count
      candidates[index].tokenCount = token - firstToken
    }
  }

  /// Whether the token is a word or number of two bytes or more. Clitics (`'s`) and punctuation
  /// are not; beyond ASCII the latter begins with one of a few bytes.
  private func isWord(_ text: Span<UInt8>, _ token: ByteRange) -> Bool {
    guard token.count > 1 else { return false }
    let first = text[token.start]
    if first < 0x80 { return first.isASCIILetter || first.isASCIIDigit }
    if first == 0xE2 { return text[token.start + 1] != 0x80 }
    return first != 0xC2 && !(first == 0xE3 && text[token.start + 1] == 0x80)
  }

  /// Gives the words that are everywhere no weight.
  private mutating func dropCommonTerms() {
    let limit = max(Self.leastCommon, Int(Double(candidates.count) * Self.commonShare))
    for term in frequencies.indices where frequencies[term] > limit { frequencies[term] = 1 }
  }

  private mutating func score(_ sentences: [ByteRange], _ text: Span<UInt8>) {
    var highest = 0.0
    for index in candidates.indices where !candidates[index].terms.isEmpty {
      var sum = 0.0
      for term in terms[candidates[index].terms] { sum += harmonics[Int(frequencies[Int(term)])] }
      candidates[index].score = sum / Double(candidates[index].terms.count)
      highest = max(highest, candidates[index].score)
    }
    for index in candidates.indices {
      let start = sentences[candidates[index].sentence].start
      var score = 1 / (1 + Double(index) / Self.positionHalf)
      if highest > 0 { score += Self.centralityWeight * candidates[index].score / highest }
      let missing = Self.fullLength - candidates[index].tokenCount
      if missing > 0 { score -= Double(missing) / Double(Self.fullLength) }
      if beginsWithQuote(text, start) { score -= Self.quotationPenalty }
      candidates[index].score = score
    }
  }

  private func beginsWithQuote(_ text: Span<UInt8>, _ start: Int) -> Bool {
    switch text[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): true
    default:
      text.matches("“", at: start) || text.matches("‘", at: start) || text.matches("„", at: start)
        || text.matches("«", at: start) || text.matches("»", at: start)
    }
  }

  /// Adds the share of the title's known words that each sentence has.
  private mutating func addTitle(_ title: String, _ table: inout TermTable) {
    for term in marks.indices { marks[term] = -1 }
    let known = marks.count
    var found = 0
    let bytes = title.utf8.span
    var offset = 0
    while offset < bytes.count {
      var end = offset
      while end < bytes.count,
        bytes[end].isASCIILetter || bytes[end].isASCIIDigit || bytes[end] >= 0x80
      {
        end += 1
      }
      if end > offset + 1 {
        let term = table.intern(table.hash(bytes, offset..<end))
        if term < known, marks[term] < 0 {
          marks[term] = 0
          found += 1
        }
      }
      offset = end + 1
    }
    guard found > 0 else { return }
    for index in candidates.indices {
      var shared = 0
      for term in terms[candidates[index].terms] where marks[Int(term)] == 0 { shared += 1 }
      candidates[index].score += Self.titleWeight * Double(shared) / Double(found)
    }
  }

  // MARK: - Choosing

  /// The indexes of the best sentences, in the order of the text.
  ///
  /// - Parameter byteLimit: the length of the summary's text, with a space between sentences.
  mutating func choose(_ count: Int, within byteLimit: Int) -> [Int] {
    var chosen: [Int] = []
    var byteCount = 0
    while chosen.count < count, let best = bestOpenCandidate() {
      candidates[best].isOpen = false
      let length = candidates[best].byteCount + (chosen.isEmpty ? 0 : 1)
      guard length <= byteLimit - byteCount else { continue }
      byteCount += length
      chosen.append(candidates[best].sentence)
      noteRepetitions(of: best, pass: chosen.count)
    }
    return chosen.sorted()
  }

  private func bestOpenCandidate() -> Int? {
    var best: Int?
    var bestScore = -Double.infinity
    for (index, candidate) in candidates.enumerated()
    where candidate.isOpen && candidate.repetition < Self.mostRepetition {
      let score = candidate.score - Self.repetitionWeight * candidate.repetition
      if score > bestScore {
        best = index
        bestScore = score
      }
    }
    return best
  }

  /// Updates what the other candidates repeat, now that this one is chosen.
  private mutating func noteRepetitions(of chosen: Int, pass: Int) {
    // Candidates and the title have left marks from -1 to the number of candidates.
    let mark = Int32(Self.maximumCandidates + pass)
    let chosenTerms = candidates[chosen].terms
    for term in terms[chosenTerms] { marks[Int(term)] = mark }
    for index in candidates.indices where candidates[index].isOpen {
      // Terms do not tell where a sentence has none.
      if candidates[index].contentHash == candidates[chosen].contentHash {
        candidates[index].repetition = 1
      }
      let range = candidates[index].terms
      let smaller = min(range.count, chosenTerms.count)
      guard smaller > 0 else { continue }
      var shared = 0
      for term in terms[range] where marks[Int(term)] == mark { shared += 1 }
      let share = Double(shared) / Double(smaller)
      candidates[index].repetition = max(candidates[index].repetition, share * share)
    }
  }
}
