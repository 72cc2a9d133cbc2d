public import Diagnostics
public import PipelineFile
public import Runner
public import StageKit
import StageProtocol
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What has become of a file of cases.
public struct TestFileResult: Sendable {
  public let path: String
  public var cases: [CaseResult] = []
  /// How many stages and branches of `when` there are, and how many were taken.
  public var coverage: (covered: Int, all: Int) = (0, 0)
  /// What no case has run, each as a sentence.
  public var gaps: [String] = []
  /// What is wrong with the file, which has no cases then.
  public var mistakes: [String] = []

  init(path: String) {
    self.path = path
  }

  /// A file that could not be read.
  public init(path: String, mistakes: [Diagnostic]) {
    self.path = path
    self.mistakes = mistakes.map { $0.rendered(coloured: false) }
  }
}

/// Makes the plan of a pipeline file for a case.
public typealias PlanMaker = (
  _ pipeline: String, _ settings: [String], _ environment: [(name: String, value: String)],
  _ input: String?
) throws(PipelineFileError) -> Plan

extension TestFile {
  /// Runs all cases.
  ///
  /// - Parameters:
  ///   - updatesGolden: whether golden files that differ are written anew.
  ///   - makePlan: makes the pipeline. Cases with the same settings and inputs share one.
  ///   - onResult: hears of each case when it is done.
  public func run(
    updatesGolden: Bool, makePlan: PlanMaker, onResult: (CaseResult) -> Void
  ) -> TestFileResult {
    var result = TestFileResult(path: path)
    var coverage = Coverage()
    var carriers: [String: DocumentCarrier] = [:]
    for testCase in cases {
      let start = nanoseconds()
      var problems: [String] = []
      var isUpdated = false
      var isUnrunnable = false
      do throws(PipelineFileError) {
        let carrier = try carrier(for: testCase, &carriers, makePlan)
        coverage.prepare(carrier)
        var run = CaseRun(testCase, carrier, updatesGolden: updatesGolden)
        run.run(&coverage)
        (problems, isUpdated, isUnrunnable) = (run.problems, run.isUpdated, run.isUnrunnable)
      } catch {
        problems = error.diagnostics.map { $0.rendered(coloured: false) }
        isUnrunnable = true
      }
      let caseResult = CaseResult(
        name: testCase.name, location: testCase.location, problems: problems,
        isUnrunnable: isUnrunnable, nanoseconds: nanoseconds() - start, isUpdated: isUpdated)
      result.cases.append(caseResult)
      onResult(caseResult)
    }
    result.coverage = coverage.sum
    result.gaps = coverage.gaps
    return result
  }

  private func carrier(
    for testCase: Case, _ carriers: inout [String: DocumentCarrier], _ makePlan: PlanMaker
  ) throws(PipelineFileError) -> DocumentCarrier {
    var input: String?
    if case .file(let path, _) = testCase.input { input = path }
    let environment = testCase.environment.map { "\($0.name)=\($0.value)" }
    let key = ([input ?? ""] + testCase.settings + ["\0"] + environment).joined(separator: "\0")
    if let carrier = carriers[key] { return carrier }
    let plan = try makePlan(pipeline, testCase.settings, testCase.environment, input)
    let carrier = DocumentCarrier(plan)
    carriers[key] = carrier
    return carrier
  }

  private func nanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

/// The results in the form that JUnit writes and build servers read.
public func junitReport(_ results: [TestFileResult]) -> String {
  func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      // What XML cannot hold.
      case _
      where scalar.value < 0x20 && scalar != "\t" || (0xFFFE...0xFFFF).contains(scalar.value):
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
  func seconds(_ nanoseconds: Int) -> String { "\(Double(nanoseconds / 1000) / 1e6)" }
  var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#, "<testsuites>"]
  for result in results {
    let failures = result.cases.count { !$0.problems.isEmpty && !$0.isUnrunnable }
    // What has no cases is a single one that could not be run, or it would not be seen.
    let isWrong = !result.mistakes.isEmpty
    let errors = isWrong ? 1 : result.cases.count(where: \.isUnrunnable)
    let time = seconds(result.cases.reduce(0) { $0 + $1.nanoseconds })
    lines.append(
      "  <testsuite name=\"\(escaped(result.path))\" tests=\"\(isWrong ? 1 : result.cases.count)\" "
        + "failures=\"\(failures)\" errors=\"\(errors)\" time=\"\(time)\">")
    func append(_ problems: [String], as kind: String) {
      lines.append(
        "      <\(kind) message=\"\(escaped(problems.first ?? ""))\">"
          + "\(escaped(problems.joined(separator: "\n")))</\(kind)>")
      lines.append("    </testcase>")
    }
    if isWrong {
      let name = escaped(result.path)
      lines.append("    <testcase name=\"\(name)\" classname=\"\(name)\" time=\"0.0\">")
      append(result.mistakes, as: "error")
    }
    for testCase in result.cases {
      let start =
        "    <testcase name=\"\(escaped(testCase.name))\" classname=\"\(escaped(result.path))\" "
        + "time=\"\(seconds(testCase.nanoseconds))\""
      if testCase.problems.isEmpty {
        lines.append(start + "/>")
        continue
      }
      lines.append(start + ">")
      append(testCase.problems, as: testCase.isUnrunnable ? "error" : "failure")
    }
    lines.append("  </testsuite>")
  }
  lines.append("</testsuites>")
  return lines.joined(separator: "\n") + "\n"
}

/// A case that holds what a transform makes of a document now, as the text of a file: JSON, which YAML
/// contains, for the document and for what the transform changes.
///
/// - Parameters:
///   - document: as it comes to the transform.
///   - label: the transform.
///   - result: what the transform makes of it.
///   - outcome: whether it is kept.
///   - pipeline: the path of the pipeline file.
public func capturedCase(
  of document: Document, at label: String, result: Document,
  _ outcome: DocumentCarrier.Step.Outcome,
  in pipeline: String
) -> String {
  var writer = DocumentWriter(
    .request, layers: document.writtenLayers, offsets: .codepoints)
  var members: [UInt8] = []
  writer.append(document, to: &members)
  // Each member on a line of its own, to be edited.
  var lines: [String] = []
  if let request = try? Value(json: (Array("{".utf8) + members.dropFirst() + Array("}".utf8)).span)
  {
    lines = (request.members ?? []).map { "      \(Value.string($0.key).text): \($0.value.text)" }
  }
  let file = pipeline.split(separator: "/").last.map(String.init) ?? pipeline
  var expected: [String]
  switch outcome {
  case .done(.drop(let reason)): expected = ["drops: \(reason)"]
  case .failed(let failure): expected = ["fails: \(failure.reason)"]
  case .passedBy, .skipped: expected = ["skips: [\(Value.string(label).text)]"]
  case .done(.keep):
    let before = document.view
    expected = (result.view.members ?? []).filter { before[$0.key] != $0.value }
      .map { "\($0.key): \($0.value.text)" }
    if expected.isEmpty { expected = ["text: {exists: true}"] }
  }
  return """
    pipeline: \(file)
    cases:
      - name: \(Value.string("\(document.source.key.identifier) at \(label)").text)
        from: \(label)
        to: \(label)
        input:
    \(lines.map { "    " + $0 }.joined(separator: "\n"))
        expect:
    \(expected.map { "      " + $0 }.joined(separator: "\n"))
    """
}
