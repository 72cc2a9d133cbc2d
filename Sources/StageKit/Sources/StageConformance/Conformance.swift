public import StageKit
public import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What must hold for every transform, tried on one.
///
/// The suite is what `wireroom conform` runs, and a test of the stage's own package can run it too:
///
///     @Test func conforms() throws {
///       #expect(try Conformance(of: ShoutStage.self).run().findings.isEmpty)
///     }
public struct Conformance {
  /// How much is tried.
  public enum Effort: Sendable {
    /// A second or so: for tests that run again and again.
    case quick
    /// Also a text of 10 MB, and 10,000 documents to see whether memory grows.
    case full
  }

  /// What the suite has found.
  public struct Report: Sendable {
    /// What does not hold, each as one sentence without a full stop.
    public internal(set) var findings: [String] = []
    /// The names of what was tried, in order.
    public internal(set) var checks: [String] = []
    /// Nanoseconds for a megabyte of ordinary text; `nil` if nothing was measured.
    public internal(set) var nanosecondsPerMegabyte: Int?
    /// How many bytes the process has grown by over 10,000 documents; `nil` if nothing was measured.
    public internal(set) var memoryGrowth: Int?
  }

  /// Makes the layers that a stage reads, where they are not there yet.
  public typealias Preparation = (_ document: inout Document, _ layers: [Layer]) -> Void

  private let subject: any Subject
  private let effort: Effort
  private let prepare: Preparation
  private let patience: Int
  private let watch: Watch
  private var report = Report() {
    didSet { watch.keep(report) }
  }

  /// Makes the stage.
  ///
  /// - Parameters:
  ///   - options: the options, by key; those left out have their defaults.
  ///   - directory: the absolute folder that relative paths in the options start from.
  ///   - patience: how many seconds the stage may take for a document before it counts as one that
  ///     never comes to an end.
  ///   - prepare: makes the layers that the stage reads; by default simple ones that fit any text.
  /// - Throws: what is wrong with the options.
  public init<S: TransformStage>(
    of type: S.Type, options: Value = [:], directory: String = "/", effort: Effort = .quick,
    patience: Int = 60, prepare: @escaping Preparation = makeSimpleLayers
  ) throws(OptionProblem) {
    watch = Watch()
    subject = try StageSubject<S>(options, directory, watch)
    self.effort = effort
    self.patience = patience
    self.prepare = prepare
  }

  /// Tries everything, or until the stage does not come to an end: then a thread is left behind that
  /// is still in it, because nothing can be done about that within a process.
  public func run() -> Report {
    let job = ThreadJob(UncheckedWork { runHere() }.function)
    while !job.isDone {
      if watch.nanosecondsSinceTick > patience * 1_000_000_000 {
        var report = watch.report
        report.findings.append(
          "\(watch.place), it has not come to an end after \(patience) s")
        return report
      }
      usleep(2000)
    }
    return job.wait()
  }

  private func runHere() -> Report {
    var suite = self
    suite.checkExamples()
    suite.checkHostileTexts()
    if suite.isHopeless { return suite.report }
    suite.checkDeterminism()
    suite.checkWorkers()
    suite.checkMeasures()
    return suite.report
  }

  /// Failures that are never the fault of a document.
  private static let stagesFault: Set<String> = [
    "crashed", "timeout", "bad_answer", "cannot_start", "undeclared_layer", "invalid_layer",
    "mixed_batch",
  ]
  /// Whether a program does not answer: to wait for it again and again shows nothing more.
  private var isHopeless = false

  // MARK: The checks

  private mutating func checkExamples() {
    report.checks.append("examples")
    for example in subject.descriptor.examples {
      watch.go(to: "in the example '\(example.title)'")
      do throws(OptionProblem) {
        let other = try subject.with(options: example.options)
        var document = Samples.document(example.input, form: example.form)
        prepare(&document, other.descriptor.reads)
        _ = other.run(&document)
        let shown = document.rendering(of: other.descriptor.writes)
        if shown != example.output {
          find("the example '\(example.title)' shows '\(shown)', not '\(example.output)'")
        }
      } catch {
        find("the example '\(example.title)' has unusable options: \(error.message)")
      }
    }
  }

  /// Valid ranges, declared layers, and idempotence where it is claimed, on texts that break things.
  private mutating func checkHostileTexts() {
    report.checks.append("hostile documents, valid ranges, declared layers")
    if subject.descriptor.isIdempotent { report.checks.append("idempotence") }
    var samples = Samples.hostile
    if effort == .full {
      report.checks.append("a line of 10 MB")
      samples.append(("a line of 10 MB", String(repeating: "All on one line. ", count: 620_000)))
    }
    for (name, text) in samples {
      for form in text.utf8.count > 1 << 20 ? [.plain] : Document.Form.allCases {
        let place = "on \(name), read as \(form.rawValue)"
        watch.go(to: place)
        var document = Samples.document(text, form: form)
        prepare(&document, subject.descriptor.reads)
        let before = document
        let verdict: Verdict
        switch subject.run(&document) {
        case .success(let success): verdict = success
        case .failure(let failure):
          if Self.stagesFault.contains(failure.reason) {
            find("\(place), it fails: \(failure.message)")
          }
          if failure.reason == "timeout" || failure.reason == "cannot_start" {
            isHopeless = true
            return
          }
          continue
        }
        if let (layer, problem) = document.firstInvalidLayer() {
          find("\(place), it leaves invalid \(layer): \(problem)")
        }
        let declared = subject.descriptor.writes
        if let layer = document.firstUndeclaredChange(from: before, declared: declared) {
          find("\(place), it changes \(layer), which it does not declare")
        }
        guard subject.descriptor.isIdempotent, verdict == .keep else { continue }
        let once = document
        if subject.run(&document) != .success(.keep) || once.differs(from: document) {
          find("\(place), a second run changes what the first one made")
        }
      }
    }
  }

  /// The same from the same: with fresh scratch space, with used one, and after other documents.
  private mutating func checkDeterminism() {
    report.checks.append("determinism, also with fresh and used scratch space")
    watch.go(to: "on ordinary articles")
    let documents = preparedArticles()
    let first = subject.runAll(documents)
    let second = subject.runAll(documents)
    let backwards = Array(subject.runAll(documents.reversed()).reversed())
    // A worker may stop after any document: what comes after starts anew.
    let alone = documents.map { subject.runAll([$0])[0] }
    for (name, others) in [
      ("a second time", second), ("after other documents", backwards), ("alone", alone),
    ] {
      if let index = documents.indices.first(where: { first[$0].differs(from: others[$0]) }) {
        find("document \(index + 1) comes out differently \(name)")
      }
    }
  }

  private mutating func checkWorkers() {
    report.checks.append("the same documents on four workers")
    watch.go(to: "on ordinary articles, on four workers at once")
    let documents = preparedArticles()
    let expected = subject.runAll(documents)
    for (number, results) in subject.runOnThreads(documents, count: 4).enumerated() {
      if let index = documents.indices.first(where: { expected[$0].differs(from: results[$0]) }) {
        find("document \(index + 1) comes out differently on worker \(number + 1) of 4")
      }
    }
  }

  private mutating func checkMeasures() {
    let documents = preparedArticles()
    let bytes = documents.reduce(0) { $0 + $1.text.utf8.count }
    let start = monotonicNanoseconds()
    _ = subject.runAll(documents)
    report.nanosecondsPerMegabyte = (monotonicNanoseconds() - start) * 1_000_000 / max(1, bytes)
    guard effort == .full else { return }
    report.checks.append("memory over 10,000 documents")
    watch.go(to: "on 10,000 ordinary articles")
    let rounds = 10_000 / documents.count
    // What is allocated once is there after the first tenth.
    for _ in 0..<(rounds / 10) { _ = subject.runAll(documents) }
    guard let before = residentBytes() else { return }
    for _ in 0..<(rounds - rounds / 10) { _ = subject.runAll(documents) }
    guard let after = residentBytes() else { return }
    let growth = max(0, after - before)
    report.memoryGrowth = growth
    if growth > 32 << 20 {
      find("memory grew by \(growth >> 20) MB over 9,000 documents, which looks like a leak")
    }
  }

  private func preparedArticles() -> [Document] {
    Samples.articles.map { text in
      var document = Samples.document(text)
      prepare(&document, subject.descriptor.reads)
      return document
    }
  }

  private mutating func find(_ finding: String) {
    // One mistake shows on many texts.
    if report.findings.count < 20 { report.findings.append(finding) }
  }
}
