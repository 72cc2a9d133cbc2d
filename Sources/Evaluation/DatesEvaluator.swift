import StageKit
import TextKit

/// Compares the normalised values of dates and times, where their spans are found.
///
/// A record is one expression: the `sentence` that it stands in, its words in `surface`, the day of
/// publication in `doc_date`, and as ISO 8601 its value in `when`, or in `from` and `to` for an
/// interval, which is `from/to` as a value. Records with neither are passed over.
struct DatesEvaluator: Evaluator {
  static let descriptor = EvaluatorDescriptor(
    name: "dates", summary: "the values that tag gives dates and times with the right span",
    format: [
      #"{"sentence", "surface": WORDS, "doc_date", "when": ISO 8601, or "from" and "to"}"#
    ],
    stages: ["segment", "tag"])

  private struct Tally {
    var gold = 0
    var spans = 0
    var values = 0
    var correct = 0

    static func += (left: inout Tally, right: Tally) {
      left.gold += right.gold
      left.spans += right.spans
      left.values += right.values
      left.correct += right.correct
    }

    var share: Double? { Evaluation.share(correct, of: spans) }
  }

  private var points: [String: Tally] = [:]
  private var intervals = Tally()
  private var skipped = 0
  private var errors: ErrorExamples<String>

  init(_ settings: EvaluationSettings) throws(EvaluationProblem) {
    errors = ErrorExamples(limit: settings.errorLimit)
  }

  mutating func evaluate(_ path: String, with stages: StageSet) throws(EvaluationProblem) {
    try GoldRecord.forEach(of: path) { (record) throws(EvaluationProblem) in
      let surface = try record.string("surface")
      var document = Document(text: try record.string("sentence"), identifier: record.identifier)
      document.metadata.published = record.value["doc_date"]?.string
      let point = record.value["when"]?.string
      guard let value = point ?? Self.interval(record), let span = document.span(of: surface) else {
        skipped += 1
        return
      }
      try stages.run("segment", on: &document, from: record.line)
      try stages.run("tag", on: &document, from: record.line)
      let found = (document.entities ?? []).first {
        $0.range == span && ($0.type == .date || $0.type == .time)
      }
      let isRight = found?.value.map { Self.plain($0) == Self.plain(value) } ?? false
      let tally = Tally(
        gold: 1, spans: found == nil ? 0 : 1, values: found?.value == nil ? 0 : 1,
        correct: isRight ? 1 : 0)
      if point == nil {
        intervals += tally
      } else {
        points[record.value["genre"]?.string ?? "", default: Tally()] += tally
      }
      if found == nil {
        errors.add("no such span", document.excerpt(span))
      } else if !isRight {
        errors.add(
          found?.value == nil ? "no value" : "wrong value",
          "\(document.excerpt(span)) is \(value)\(found?.value.map { ", not \($0)" } ?? "")")
      }
    }
  }

  private static func interval(_ record: GoldRecord) -> String? {
    guard let from = record.value["from"]?.string, let to = record.value["to"]?.string else {
      return nil
    }
    return "\(from)/\(to)"
  }

  /// Without what means the same with and without: a `T` in front of a time, seconds that are zero.
  private static func plain(_ value: String) -> Substring {
    let time = value.hasPrefix("T") ? value.dropFirst() : value[...]
    // `T22:30:00` and `22:30:00`, but not `22:00`.
    let isLong = time.utf8.count { $0 == UInt8(ascii: ":") } == 2 && time.hasSuffix(":00")
    return isLong ? time.dropLast(3) : time
  }

  func report() -> EvaluationReport {
    var table = TextTable("", "gold", "right spans", "with value", "right", "of right spans")
    var members: [Value.Member] = []
    var sum = Tally()
    func add(_ name: String, _ tally: Tally) {
      table.add([
        name, "\(tally.gold)", "\(tally.spans)", "\(tally.values)", "\(tally.correct)",
        percent(tally.share),
      ])
      members.append(
        Value.Member(
          name,
          [
            "gold": .integer(tally.gold), "spans": .integer(tally.spans),
            "values": .integer(tally.values), "correct": .integer(tally.correct),
            "share": .share(tally.share),
          ]))
    }
    for (genre, tally) in points.sorted(by: { $0.key < $1.key }) {
      sum += tally
      if !genre.isEmpty { add(genre, tally) }
    }
    add("all", sum)
    add("intervals", intervals)
    members.append(Value.Member("skipped", .integer(skipped)))
    return EvaluationReport(
      lines: table.lines + ["", "\(skipped) without a value passed over"] + errors.lines(),
      members: members)
  }
}

extension Document {
  /// Where the words stand first.
  fileprivate func span(of words: String) -> ByteRange? {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    let start = (0...bytes.count - wanted.count).first { bytes[$0...].starts(with: wanted) }
    return start.map { ByteRange($0, $0 + wanted.count) }
  }
}
