import Diagnostics
import StageKit
import TextKit

/// Compares sentences, tokens and paragraphs by exact range, once white space is cut off their ends.
///
/// If it is asked to, it has the texts cleaned before, as pipelines do: markup, the breaks of wrapped lines
/// and drawn lines leave. What is found then is compared where it stands in the text as given.
struct SegmentEvaluator: Evaluator {
  static let descriptor = EvaluatorDescriptor(
    name: "segment", summary: "sentences, tokens and paragraphs, exact at both ends",
    format: [
      #"{"text", "sentences": [[start, end], …], "tokens": …, "paragraphs": …, "genre"}"#,
      "all but text and sentences may be left out; white space at the ends of a range does not count",
    ],
    stages: ["clean", "segment"])

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
  private let cleansFirst: Bool

  init(_ settings: EvaluationSettings) throws(EvaluationProblem) {
    errors = ErrorExamples(limit: settings.errorLimit)
    cleansFirst = settings.cleansFirst
  }

  /// Titles and captions are sentences, too, and stay in the text.
  var stageSettings: [String] { cleansFirst ? ["clean.find_metadata=false"] : [] }

  mutating func evaluate(_ path: String, with stages: StageSet) throws(EvaluationProblem) {
    try GoldRecord.forEach(of: path) { (record) throws(EvaluationProblem) in
      guard record.value["sentences"] != nil else {
        throw record.line.problem("member 'sentences' with a list is expected")
      }
      let given = try record.document()
      // What cannot be told by ranges, such as a case of a text that is to change, says `null`.
      guard let sentences = try record.ranges("sentences", in: given.text) else {
        skipped += 1
        return
      }
      let tokens = try record.ranges("tokens", in: given.text)
      let paragraphs = try record.ranges("paragraphs", in: given.text)
      var document = given
      if cleansFirst { try clean(&document, with: stages, from: record.line) }
      try stages.run("segment", on: &document, from: record.line)

      func found(_ ranges: [ByteRange]?) -> Set<ByteRange> {
        let ranges = ranges ?? []
        guard let origins = document.rawOffsets else { return trimmed(ranges, in: given) }
        return trimmed(ranges.map { ByteRange(origins.origin(of: $0.range)) }, in: given)
      }
      var tally = Tally(documents: 1)
      let goldSentences = trimmed(sentences, in: given)
      let foundSentences = found(document.sentences)
      tally.sentences = Counts(gold: goldSentences, found: foundSentences)
      if goldSentences == foundSentences { tally.flawless = 1 }
      if let tokens {
        tally.tokens = Counts(gold: trimmed(tokens, in: given), found: found(document.tokens))
      }
      if let paragraphs {
        tally.paragraphs = Counts(
          gold: trimmed(paragraphs, in: given), found: found(document.paragraphs?.map(\.range)))
      }
      tallies[record.value["genre"]?.string ?? "", default: Tally()] += tally
      collectErrors(given, goldSentences, foundSentences)
    }
  }

  /// Cleans the text as it would be in a pipeline, and keeps where it stands in the one given.
  private func clean(
    _ document: inout Document, with stages: StageSet, from line: GoldLine
  ) throws(EvaluationProblem) {
    let text = document.text.utf8.span
    if text.count > 1, text[0] == UInt8(ascii: "<"), text[1].isASCIILetter { document.form = .html }
    document.rawOffsets = OffsetMap(copyOf: text.count)
    try stages.run("clean", on: &document, from: line)
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
