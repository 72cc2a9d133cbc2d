import Ledger
import PipelineFile

/// One figure of a run that differs from the last runs by more than is allowed.
public struct HealthDeviation: Sendable, Equatable, CustomStringConvertible {
  enum Unit { case count, bytes, share, rate }

  let name: String
  let now: Double
  let usual: Double
  let unit: Unit

  /// `the median length of texts is 120 bytes, usually 2410 bytes`
  public var description: String { "\(name) is \(text(now)), usually \(text(usual))" }

  private func text(_ number: Double) -> String {
    switch unit {
    case .count: "\(Int(number.rounded()))"
    case .bytes: "\(Int(number.rounded())) bytes"
    case .share: Self.oneDecimal(number * 100) + " %"
    case .rate: Self.oneDecimal(number)
    }
  }

  private static func oneDecimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// What the last runs were like that published.
struct HealthHistory {
  /// A run is compared with no more than this many.
  static let length = 20
  /// With fewer runs than this, nothing is usual yet.
  static let least = 3
  /// How far back runs with new documents are looked for.
  private static let reach = 400

  /// The numbers of articles, the latest first.
  var articles: [Double] = []
  /// The measures of runs with new documents, the latest first.
  var measures: [RunMeasures] = []

  init() {}

  /// The run under way is not complete, and so not among them.
  init(_ ledger: LedgerReader) throws(LedgerError) {
    let since = try ledger.fact(HealthCheck.sinceFact).flatMap { Int($0) } ?? 0
    for record in try ledger.runs(limit: Self.reach, onlyComplete: true)
    where record.number >= since {
      guard let summary = record.summary else { continue }
      if articles.count < Self.length {
        articles.append(Double(summary.written + summary.unchanged))
      }
      if let text = summary.measures, let measures = RunMeasures(description: text) {
        self.measures.append(measures)
      }
    }
  }
}

/// Compares a run with the last ones, so that a change of the inputs that turns cleaning to rubbish is
/// noticed before it is published.
struct HealthCheck {
  /// The run from which on runs count as usual; set when one is accepted that differs.
  static let sinceFact = "health_since"

  var settings: HealthSettings
  var history: HealthHistory

  /// - Parameters:
  ///   - articles: the number of documents in the output; `nil` if it is not known.
  ///   - measures: what the new documents are like; `nil` if there are none.
  func compare(
    articles: Int?, _ measures: RunMeasures?
  ) -> (warnings: [HealthDeviation], failures: [HealthDeviation]) {
    var warnings: [HealthDeviation] = []
    var failures: [HealthDeviation] = []
    func judge(
      _ name: String, _ unit: HealthDeviation.Unit, _ now: Double?, _ before: [Double],
      warn: Double?, fail: Double?, isBeyond: (Double, Double, Double) -> Bool
    ) {
      guard let now, before.count >= HealthHistory.least, let usual = median(before) else { return }
      let deviation = HealthDeviation(name: name, now: now, usual: usual, unit: unit)
      if let fail, isBeyond(now, usual, fail) {
        failures.append(deviation)
      } else if let warn, isBeyond(now, usual, warn) {
        warnings.append(deviation)
      }
    }

    judge(
      "the number of articles", .count, articles.map(Double.init), history.articles,
      warn: settings.articles?.warn, fail: settings.articles?.fail, isBeyond: Self.isBeyondFactor)
    guard let measures, measures.documents >= settings.minimum else { return (warnings, failures) }
    let before = history.measures.filter { $0.documents >= settings.minimum }
      .prefix(HealthHistory.length)
    judge(
      "the median length of texts", .bytes, measures.lengths.median,
      before.compactMap(\.lengths.median), warn: settings.textLength?.warn,
      fail: settings.textLength?.fail, isBeyond: Self.isBeyondFactor)
    judge(
      "the share of documents without text", .share, measures.emptyShare, before.map(\.emptyShare),
      warn: settings.empty?.warn, fail: settings.empty?.fail
    ) { now, usual, limit in now - usual > limit }
    // Where no text is left, the shares of languages say nothing.
    if measures.texts > 0 {
      let languages = before.reduce(into: Set(measures.languages.keys)) {
        $0.formUnion($1.languages.keys)
      }
      for language in languages.sorted() {
        judge(
          "the share of texts in \(language == "-" ? "no known language" : "'\(language)'")",
          .share,
          measures.share(of: language), before.map { $0.share(of: language) },
          warn: settings.languages?.warn, fail: settings.languages?.fail
        ) { now, usual, limit in abs(now - usual) > limit }
      }
    }
    judge(
      "the number of entities for each 1,000 tokens", .rate, measures.entitiesPerThousandTokens,
      before.compactMap(\.entitiesPerThousandTokens), warn: settings.entities?.warn,
      fail: settings.entities?.fail, isBeyond: Self.isBeyondFactor)
    return (warnings, failures)
  }

  /// Whether there is more than `factor` times as much as usual, or less than that part of it.
  private static func isBeyondFactor(_ now: Double, _ usual: Double, _ factor: Double) -> Bool {
    now > usual * factor || now * factor < usual
  }
}
