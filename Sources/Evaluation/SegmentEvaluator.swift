import Diagnostics
import StageKit
import TextKit

/// Compares sentences, tokens and paragraphs by exact range, once white space is cut off their ends.
struct SegmentEvaluator: Evaluator {
  static let descriptor = EvaluatorDescriptor(
    name: "segment", summary: "sentences, tokens and paragraphs, exact at both ends",
    format: [
      #"{"text", "sentences": [[start, end], …], "tokens": …, "paragraphs": …, "genre"}"#,
      "all but text and sentences may be left out; white space at the ends of a range does not count",
    ],
    stages: ["segment"])

  /// What is counted of the documents of one genre.
  private struct Tally {
    var documents = 0
    /// Documents all of whose sentences are right.
    var flawless = 0
    var sentences = Counts()
    var tokens: Counts?
    var paragraphs: Counts?

    static func += (left: inout Tally, right: Tally) {
      left.documents += right.documents
      left.flawless += right.flawless
      left.sentences += right.sentences
      if let tokens = right.tokens { left.tokens = (left.tokens ?? Counts()) + tokens }
      if let paragraphs = right.paragraphs {
        left.paragraphs = (left.paragraphs ?? Counts()) + paragraphs
      }
    }
  }

  private var tallies: [String: Tally] = [:]
  private var skipped = 0
  private var errors: ErrorExamples<String>

  init(_ settings: EvaluationSettings) throws(EvaluationProblem) {
    errors = ErrorExamples(limit: settings.errorLimit)
  }

  mutating func evaluate(_ path: String, with stages: StageSet) throws(EvaluationProblem) {
    try GoldRecord.forEach(of: path) { (record) throws(EvaluationProblem) in
      guard record.value["sentences"] != nil else {
        throw record.line.problem("member 'sentences' with a list is expected")
      }
      var document = try record.document()
      // What cannot be told by ranges, such as a case of a text that is to change, says `null`.
      guard let sentences = try record.ranges("sentences", in: document.text) else {
        skipped += 1
        return
      }
      let tokens = try record.ranges("tokens", in: document.text)
      let paragraphs = try record.ranges("paragraphs", in: document.text)
      try stages.run("segment", on: &document, from: record.line)

      var tally = Tally(documents: 1)
      let goldSentences = trimmed(sentences, in: document)
      let foundSentences = trimmed(document.sentences ?? [], in: document)
      tally.sentences = Counts(gold: goldSentences, found: foundSentences)
      if goldSentences == foundSentences { tally.flawless = 1 }
      if let tokens {
        tally.tokens = Counts(
          gold: trimmed(tokens, in: document), found: trimmed(document.tokens ?? [], in: document))
      }
      if let paragraphs {
        tally.paragraphs = Counts(
          gold: trimmed(paragraphs, in: document),
          found: trimmed((document.paragraphs ?? []).map(\.range), in: document))
      }
      tallies[record.value["genre"]?.string ?? "", default: Tally()] += tally
      collectErrors(document, goldSentences, foundSentences)
    }
  }

  private func trimmed(_ ranges: [ByteRange], in document: Document) -> Set<ByteRange> {
    let utf8 = document.text.utf8.span
    var trimmed: Set<ByteRange> = []
    trimmed.reserveCapacity(ranges.count)
    for range in ranges {
      var start = range.start
      var end = range.end
      while start < end, utf8[start].isASCIIWhitespace { start += 1 }
      while start < end, utf8[end - 1].isASCIIWhitespace { end -= 1 }
      if start < end { trimmed.insert(ByteRange(start, end)) }
    }
    return trimmed
  }

  private mutating func collectErrors(
    _ document: Document, _ gold: Set<ByteRange>, _ found: Set<ByteRange>
  ) {
    func ends(_ ranges: Set<ByteRange>) -> Set<Int> { Set(ranges.map(\.end)) }
    for end in ends(gold).subtracting(ends(found)).sorted() {
      errors.add("not split", document.excerpt(ByteRange(end, end)))
    }
    for end in ends(found).subtracting(ends(gold)).sorted() {
      errors.add("split", document.excerpt(ByteRange(end, end)))
    }
  }

  func report() -> EvaluationReport {
    var sum = Tally()
    var table = TextTable.ofCounts("")
    var genres: [Value.Member] = []
    for (genre, tally) in tallies.sorted(by: { $0.key < $1.key }) {
      sum += tally
      guard !genre.isEmpty else { continue }
      table.add("sentences, \(genre)", tally.sentences)
      if let tokens = tally.tokens { table.add("tokens, \(genre)", tokens) }
      if let paragraphs = tally.paragraphs { table.add("paragraphs, \(genre)", paragraphs) }
      genres.append(Value.Member(genre, .object(members(tally))))
    }
    table.add("sentences", sum.sentences)
    if let tokens = sum.tokens { table.add("tokens", tokens) }
    if let paragraphs = sum.paragraphs { table.add("paragraphs", paragraphs) }
    var note =
      "\(sum.flawless) of \(sum.documents) documents (\(percent(share(sum))) %) have all sentences right"
    if skipped > 0 { note += "; \(skipped) without ranges passed over" }
    var members = members(sum)
    members.append(Value.Member("skipped", .integer(skipped)))
    if !genres.isEmpty { members.append(Value.Member("genres", .object(genres))) }
    return EvaluationReport(lines: table.lines + ["", note] + errors.lines(), members: members)
  }

  private func share(_ tally: Tally) -> Double? {
    Evaluation.share(tally.flawless, of: tally.documents)
  }

  private func members(_ tally: Tally) -> [Value.Member] {
    var members = [
      Value.Member("documents", .integer(tally.documents)),
      Value.Member("flawless", .share(share(tally))),
      Value.Member("sentences", .counts(tally.sentences)),
    ]
    if let tokens = tally.tokens { members.append(Value.Member("tokens", .counts(tokens))) }
    if let paragraphs = tally.paragraphs {
      members.append(Value.Member("paragraphs", .counts(paragraphs)))
    }
    return members
  }
}
