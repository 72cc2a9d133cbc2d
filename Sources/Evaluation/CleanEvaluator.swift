import Diagnostics
import StageKit
import TextKit

/// Compares the body text that is taken out of pages, and what is found out about them.
///
/// A record of the index names a page in `html`, relative to the index, and what is known of it:
/// - `text`: a file with the body text. Runs of four words are compared; precision and recall are
///   averaged over pages, F1 is made of the averages, so that long pages weigh no more than short ones.
/// - `with` and `without`: phrases that have to be in the body text and must not be. White space is
///   compared as one space.
/// - `title`, `author` (several between `;` or `,`, or in a list) and `date`: compared exactly, a
///   date by its day. An empty value says that the page has none. Beside precision and recall, the share of all pages is
///   told whose value is right, where it is right to give none if there is none.
struct CleanEvaluator: Evaluator {
  static let descriptor = EvaluatorDescriptor(
    name: "clean", summary: "body text, phrases, title, author and date of pages",
    format: [
      #"{"html": FILE, "text": FILE, "with": [PHRASE, …], "without": [PHRASE, …], "title", "author", "date"}"#,
      "all but html may be left out; files are relative to the gold file",
    ],
    stages: ["clean"])

  private static let maximumTextBytes = 64 << 20

  private let errorLimit: Int
  private var body = BodyScore()
  private var kept = Counts()
  private var removed = Counts()
  private var fields: [MetadataField: Counts] = [:]
  /// The pages of which a field is known, and those that are right in it.
  private var exactPages: [MetadataField: Counts] = [:]
  private var errors: ErrorExamples<String>

  init(_ settings: EvaluationSettings) throws(EvaluationProblem) {
    errorLimit = settings.errorLimit
    errors = ErrorExamples(limit: settings.errorLimit)
  }

  mutating func evaluate(_ path: String, with stages: StageSet) throws(EvaluationProblem) {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    try GoldRecord.forEach(of: path) { (record) throws(EvaluationProblem) in
      var document = try stages.load(folder + record.string("html"), from: record.line)
      let verdict = try stages.run("clean", on: &document, from: record.line)
      let text = verdict == .keep ? document.text : ""
      if let name = record.value["text"]?.string {
        let bytes = try GoldFile.contents(
          of: folder + name, limit: Self.maximumTextBytes, from: record.line)
        body.add(record.identifier, text, gold: String(decoding: bytes, as: UTF8.self))
      }
      comparePhrases(record, text)
      compareMetadata(record, document.metadata)
    }
  }

  private mutating func comparePhrases(_ record: GoldRecord, _ text: String) {
    let flatText = text.withSingleSpaces
    func phrases(_ key: String) -> [[UInt8]] {
      (record.value[key]?.list ?? []).compactMap(\.string).map(\.withSingleSpaces)
    }
    for phrase in phrases("with") {
      let isThere = flatText.contains(phrase)
      kept += Counts(gold: 1, found: isThere ? 1 : 0, correct: isThere ? 1 : 0)
      if !isThere { errors.add("phrases lost", Self.example(record, phrase)) }
    }
    for phrase in phrases("without") {
      let isGone = !flatText.contains(phrase)
      removed += Counts(gold: 1, found: isGone ? 1 : 0, correct: isGone ? 1 : 0)
      if !isGone { errors.add("phrases left in", Self.example(record, phrase)) }
    }
  }

  private static func example(_ record: GoldRecord, _ phrase: [UInt8]) -> String {
    "\(record.identifier): \(String(decoding: phrase, as: UTF8.self))"
  }

  private mutating func compareMetadata(_ record: GoldRecord, _ metadata: Metadata) {
    for field in MetadataField.allCases {
      guard let gold = record.value[field.rawValue] else { continue }
      let right =
        gold.list?.compactMap(\.string).flatMap { field.values(ofGold: $0) }
        ?? field.values(ofGold: gold.string ?? "")
      let found = field.values(of: metadata)
      let isRight = !right.isEmpty && right == found
      fields[field, default: Counts()] += Counts(
        gold: right.isEmpty ? 0 : 1, found: found.isEmpty ? 0 : 1, correct: isRight ? 1 : 0)
      exactPages[field, default: Counts()] += Counts(
        gold: 1, found: 1, correct: right == found ? 1 : 0)
      if right != found {
        errors.add(
          "wrong \(field.rawValue)",
          "\(record.identifier): '\(right.joined(separator: "; "))', "
            + "found '\(found.joined(separator: "; "))'")
      }
    }
  }

  func report() -> EvaluationReport {
    var lines: [String] = []
    var members: [Value.Member] = []
    func add(_ table: TextTable) { lines += (lines.isEmpty ? [] : [""]) + table.lines }
    if body.pages > 0 {
      var table = TextTable("", "pages", "precision", "recall", "F1")
      table.add(
        ["body text", "\(body.pages)"] + [body.precision, body.recall, body.f1].map(percent))
      add(table)
      members.append(Value.Member("body", body.value))
    }
    if kept.gold + removed.gold > 0 {
      var table = TextTable("", "phrases", "right", "share")
      for (name, counts) in [("kept", kept), ("removed", removed)] {
        table.add([name, "\(counts.gold)", "\(counts.correct)", percent(counts.recall)])
        members.append(
          Value.Member(
            name, ["phrases": .integer(counts.gold), "share": .share(counts.recall)]))
      }
      add(table)
    }
    if !fields.isEmpty {
      var table = TextTable.ofCounts("")
      for field in MetadataField.allCases {
        guard let counts = fields[field] else { continue }
        table.add(field.rawValue, counts)
        members.append(Value.Member(field.rawValue, .counts(counts)))
      }
      add(table)
      var exact = TextTable("", "pages", "right", "exact")
      for field in MetadataField.allCases {
        guard let counts = exactPages[field] else { continue }
        exact.add(
          [field.rawValue, "\(counts.gold)", "\(counts.correct)", percent(counts.recall)])
        members.append(
          Value.Member(
            field.rawValue + "_exact",
            ["pages": .integer(counts.gold), "share": .share(counts.recall)]))
      }
      add(exact)
    }
    return EvaluationReport(
      lines: lines + body.worstPages(errorLimit) + errors.lines(), members: members)
  }
}

/// What is known of a page, by the key of the gold record.
private enum MetadataField: String, CaseIterable {
  case title, author, date

  /// White space at the ends and doubled does not count.
  func values(ofGold text: String) -> [String] {
    switch self {
    case .author: text.split { $0 == ";" || $0 == "," }.compactMap { trimmed(String($0)) }
    case .title, .date: [text].compactMap(trimmed)
    }
  }

  func values(of metadata: Metadata) -> [String] {
    switch self {
    case .title: [metadata.title].compactMap { $0.flatMap(trimmed) }
    case .author: metadata.byline.compactMap(trimmed)
    case .date: [metadata.published.map { String($0.prefix(10)) }].compactMap { $0 }
    }
  }

  private func trimmed(_ text: String) -> String? {
    let bytes = text.withSingleSpaces
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}

/// How well the body texts of pages are found.
private struct BodyScore {
  private(set) var pages = 0
  private var precisions: [Double] = []
  private var recalls: [Double] = []
  private var f1OfPages: [(identifier: String, counts: Counts)] = []

  mutating func add(_ identifier: String, _ text: String, gold: String) {
    func runs(_ text: String) -> WordRuns {
      WordRuns(wordHashes(of: text), length: 4, takesShortTexts: true)
    }
    let counts = runs(text).counts(against: runs(gold))
    pages += 1
    f1OfPages.append((identifier, counts))
    // A page for which there is nothing has no recall, one of which nothing was found no precision.
    if let precision = counts.precision { precisions.append(precision) }
    if let recall = counts.recall { recalls.append(recall) }
  }

  var precision: Double? { mean(precisions) }
  var recall: Double? { mean(recalls) }
  var f1: Double? { harmonicMean(precision, recall) }

  private func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  var value: Value {
    [
      "pages": .integer(pages), "precision": .share(precision), "recall": .share(recall),
      "f1": .share(f1),
    ]
  }

  func worstPages(_ count: Int) -> [String] {
    guard count > 0, pages > 0 else { return [] }
    // A page without text of which none was found is as it should be.
    func place(_ page: (identifier: String, counts: Counts)) -> (Double, String) {
      (page.counts.f1 ?? 1, page.identifier)
    }
    let worst = f1OfPages.sorted { place($0) < place($1) }
    return ["", "worst pages:"]
      + worst.prefix(count).map { identifier, counts in
        "  \(percent(counts.f1))  precision \(percent(counts.precision)), "
          + "recall \(percent(counts.recall))  \(identifier)"
      }
  }
}

extension String {
  /// The bytes without white space at the ends, and with one space for any that stands between.
  /// U+00A0 is white space too, as pages are full of it.
  fileprivate var withSingleSpaces: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        if let last = bytes.last, last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
      } else if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else {
        bytes += UTF8.encode(scalar)!  // every scalar has a UTF-8 form
      }
    }
    if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return bytes
  }
}

extension [UInt8] {
  /// Whether `phrase` occurs. An empty phrase occurs everywhere.
  fileprivate func contains(_ phrase: [UInt8]) -> Bool {
    guard let first = phrase.first else { return true }
    var rest = self[...]
    while rest.count >= phrase.count, let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: phrase) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
