import StageKit
import TextKit

/// Compares summaries with those that people wrote, by ROUGE: F1 over words (ROUGE-1) and pairs of
/// words (ROUGE-2), in lower case, not stemmed, the best over a document's references, averaged over
/// documents.
struct SummariseEvaluator: Evaluator {
  static let descriptor = EvaluatorDescriptor(
    name: "summarise", summary: "summaries by ROUGE, beside the first sentences of the text",
    format: [
      #"{"text", "reference": TEXT, or "references": [TEXT, …]}"#
    ],
    stages: ["segment", "summarise"])

  /// Sums over documents.
  private struct Score {
    var rouge1 = 0.0
    var rouge2 = 0.0
    var bytes = 0

    mutating func add(_ summary: String, _ references: [[UInt64]]) {
      let words = wordHashes(of: summary, ignoringCase: true)
      func best(_ length: Int) -> Double {
        let runs = WordRuns(words, length: length)
        // Texts that are too short for a run of words have none in common.
        return references.map { runs.counts(against: WordRuns($0, length: length)).f1 ?? 0 }.max()
          ?? 0
      }
      rouge1 += best(1)
      rouge2 += best(2)
      bytes += summary.utf8.count
    }
  }

  let stageSettings: [String]
  private let sentenceCount: Int
  private var documents = 0
  private var summaries = Score()
  private var leads = Score()

  init(_ settings: EvaluationSettings) throws(EvaluationProblem) {
    sentenceCount = settings.sentenceCount
    stageSettings = ["summarise.sentences=\(settings.sentenceCount)"]
  }

  mutating func evaluate(_ path: String, with stages: StageSet) throws(EvaluationProblem) {
    try GoldRecord.forEach(of: path) { (record) throws(EvaluationProblem) in
      let references = try references(of: record)
      var document = try record.document()
      try stages.run("segment", on: &document, from: record.line)
      try stages.run("summarise", on: &document, from: record.line)
      documents += 1
      summaries.add(document.summary?.text ?? "", references)
      leads.add(lead(of: document), references)
    }
  }

  /// The first sentences, without those that are too short to be more than a title or a place.
  private func lead(of document: Document) -> String {
    var lead: [String] = []
    for range in document.sentences ?? [] where lead.count < sentenceCount {
      let sentence = document.text.utf8.span.string(range)
      if wordHashes(of: sentence).count >= 5 { lead.append(sentence) }
    }
    return lead.joined(separator: " ")
  }

  /// The members `reference`, `references` and `human_references`.
  private func references(of record: GoldRecord) throws(EvaluationProblem) -> [[UInt64]] {
    var texts: [String] = []
    if let text = record.value["reference"]?.string { texts.append(text) }
    for key in ["references", "human_references"] {
      texts += (record.value[key]?.list ?? []).compactMap(\.string)
    }
    guard !texts.isEmpty else {
      throw record.line.problem(
        "member 'reference' with a string or 'references' with a list is expected")
    }
    return texts.map { wordHashes(of: $0, ignoringCase: true) }
  }

  func report() -> EvaluationReport {
    var table = TextTable("", "documents", "ROUGE-1", "ROUGE-2", "bytes")
    var members = [
      Value.Member("documents", .integer(documents)),
      Value.Member("sentences", .integer(sentenceCount)),
    ]
    let count = Double(max(1, documents))
    for (name, score) in [("summarise", summaries), ("lead", leads)] {
      table.add([
        name, "\(documents)", percent(score.rouge1 / count), percent(score.rouge2 / count),
        "\(score.bytes / max(1, documents))",
      ])
      members.append(
        Value.Member(
          name,
          ["rouge1": .share(score.rouge1 / count), "rouge2": .share(score.rouge2 / count)]))
    }
    return EvaluationReport(lines: table.lines, members: members)
  }
}
