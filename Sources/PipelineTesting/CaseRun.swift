public import Diagnostics
import PipelineFile
import Runner
import StageKit
import StageProtocol
import TextKit

/// What has become of one case.
public struct CaseResult: Sendable {
  public let name: String
  /// Where the case stands.
  public let location: SourceLocation
  /// What does not hold; empty if all does.
  public let problems: [String]
  /// Whether the case could not be run, because the case or its pipeline is wrong.
  public let isUnrunnable: Bool
  public let nanoseconds: Int
  /// Whether a golden file was written.
  public let isUpdated: Bool
}

/// One case on its way through a pipeline.
struct CaseRun {
  /// What can be expected.
  static let expectable = [
    "id", "title", "subtitle", "byline", "site", "section", "url", "language", "published",
    "updated", "captions", "notes", "origins", "form", "text", "paragraphs", "sentences", "tokens",
    "entities", "groups", "summary", "extra", "drops", "fails", "skips", "entity_f1",
  ]

  let testCase: TestFile.Case
  let carrier: DocumentCarrier
  let updatesGolden: Bool
  private(set) var problems: [String] = []
  private(set) var isUpdated = false
  private(set) var isUnrunnable = false

  init(_ testCase: TestFile.Case, _ carrier: DocumentCarrier, updatesGolden: Bool) {
    self.testCase = testCase
    self.carrier = carrier
    self.updatesGolden = updatesGolden
  }

  /// Runs the case and compares.
  mutating func run(_ coverage: inout Coverage) {
    do throws(CaseProblem) {
      let range = try range()
      let replacements = try replacements(in: range)
      var document: Document
      do throws(StageFailure) {
        document = try load()
      } catch {
        compare(
          .failure(error), Document(source: DocumentSource(key: InputKey(path: [])), text: ""))
        return
      }
      var skipped: [String] = []
      let result = try carry(&document, through: range, replacements, &skipped, &coverage)
      compare(result, document)
      compareSkipped(skipped)
      compareGolden(result, document)
    } catch {
      problems.append(error.message)
      isUnrunnable = true
    }
  }

  private struct CaseProblem: Error {
    let message: String
  }

  // MARK: Running

  private func index(of label: String, _ key: String) throws(CaseProblem) -> Int {
    guard let index = carrier.labels.firstIndex(of: label) else {
      throw CaseProblem(
        message: "'\(key)': the pipeline has no transform '\(label)'"
          + Wording.suggestion(for: label, among: carrier.labels))
    }
    return index
  }

  private func range() throws(CaseProblem) -> Range<Int> {
    var first = 0
    var last = carrier.labels.count - 1
    if let from = testCase.from { first = try index(of: from, "from") }
    if let to = testCase.to { last = try index(of: to, "to") }
    guard first <= last + 1 else {
      throw CaseProblem(message: "'from' stands behind 'to' in the pipeline")
    }
    return first..<(last + 1)
  }

  private func replacements(in range: Range<Int>) throws(CaseProblem) -> [Int: Value] {
    var replacements: [Int: Value] = [:]
    for member in testCase.replacements {
      let index = try index(of: member.key, "replace")
      guard range.contains(index) else {
        throw CaseProblem(message: "'replace': the stage '\(member.key)' is not run")
      }
      replacements[index] = member.value
    }
    return replacements
  }

  private func load() throws(StageFailure) -> Document {
    switch testCase.input {
    case .document(let request):
      var reader = DocumentReader(offsets: .codepoints)
      do throws(MessageProblem) {
        return try reader.document(from: request)
      } catch {
        throw StageFailure(reason: "bad_request", message: "\(error)")
      }
    case .file(let path, let record):
      var found: InputItem?
      var failure: StageFailure?
      try carrier.list { input in
        switch input {
        case .failure(_, let problem): failure = problem
        case .item(let item): if record == 0 || item.key.record == record { found = item }
        }
        return found == nil
      }
      if let found { return try carrier.load(found) }
      throw failure
        ?? StageFailure(
          reason: "no_input",
          message: record == 0
            ? "the source finds nothing in '\(path)'" : "'\(path)' has no record \(record)")
    }
  }

  private func carry(
    _ document: inout Document, through range: Range<Int>, _ replacements: [Int: Value],
    _ skipped: inout [String], _ coverage: inout Coverage
  ) throws(CaseProblem) -> Result<Verdict, StageFailure> {
    for index in range {
      if let answer = replacements[index] {
        var reader = DocumentReader(offsets: .codepoints)
        do throws(StageFailure) {
          let verdict = try reader.apply(
            answer, to: &document, declared: carrier.descriptors[index].writes)
          if verdict != .keep { return .success(verdict) }
        } catch {
          // A failure may be what the replaced stage is to answer; a wrong answer is a wrong case.
          guard answer["failure"] != nil else {
            throw CaseProblem(
              message: "'replace' of '\(carrier.labels[index])': \(error.message)")
          }
          return .failure(error)
        }
        continue
      }
      let step = carrier.apply(index, to: &document)
      coverage.note(index, step)
      switch step.outcome {
      case .passedBy, .skipped: skipped.append(step.label)
      case .done(.keep): break
      case .done(let verdict): return .success(verdict)
      case .failed(let failure): return .failure(failure)
      }
    }
    return .success(.keep)
  }

  // MARK: Comparing

  private func expectation(_ key: String) -> Value? {
    testCase.expectations.first { $0.key == key }?.value
  }

  private mutating func compare(_ result: Result<Verdict, StageFailure>, _ document: Document) {
    let drops = expectation("drops")
    let fails = expectation("fails")
    switch result {
    case .success(.keep):
      if let drops { problems.append("drops: \(drops.text) is expected, but the document is kept") }
      if let fails { problems.append("fails: \(fails.text) is expected, but the document is kept") }
    case .success(.drop(let reason)):
      guard let drops else {
        problems.append("the document is dropped: \(reason)")
        return
      }
      problems += Expectation(drops).problems(with: .string(reason), "drops")
    case .failure(let failure):
      guard let fails else {
        problems.append("the document fails: \(failure.reason): \(failure.message)")
        return
      }
      problems += Expectation(fails).problems(with: .string(failure.reason), "fails")
    }
    let view = document.view
    for member in testCase.expectations {
      switch member.key {
      case "drops", "fails", "skips": continue
      case "entity_f1": compareEntities(member.value, view["entities"]?.list ?? [])
      default:
        problems += Expectation(member.value).problems(with: view[member.key], member.key)
      }
    }
  }

  private mutating func compareSkipped(_ skipped: [String]) {
    guard let expected = expectation("skips") else { return }
    let list: Value = expected.string.map { [.string($0)] } ?? expected
    problems += Expectation(list).problems(with: .list(skipped.map(Value.string)), "skips")
  }

  /// Compares entities by type and text; each one of the gold counts once.
  private mutating func compareEntities(_ expected: Value, _ actual: [Value]) {
    guard let gold = expected["gold"]?.list, let least = expected["at_least"]?.number else {
      problems.append("entity_f1: 'gold', a list of {type, text}, and 'at_least' are needed")
      return
    }
    func key(_ value: Value) -> String {
      "\(value["type"]?.string ?? "") \(value["text"]?.string ?? "")"
    }
    var rest: [String: Int] = [:]
    for entity in gold { rest[key(entity), default: 0] += 1 }
    var right = 0
    for entity in actual where rest[key(entity), default: 0] > 0 {
      rest[key(entity), default: 0] -= 1
      right += 1
    }
    let total = gold.count + actual.count
    let score = total == 0 ? 1 : Double(2 * right) / Double(total)
    if score < least {
      let rounded = (score * 10_000).rounded() / 10_000
      problems.append(
        "entity_f1: at least \(least) is expected, not \(rounded)\n" + difference(gold, actual))
    }
  }

  private mutating func compareGolden(
    _ result: Result<Verdict, StageFailure>, _ document: Document
  ) {
    guard let path = testCase.golden, case .success(.keep) = result else { return }
    let view = document.view
    let expected = TextFile.read(path).flatMap { try? Value(json: $0.span) }
    if let expected, Expectation(expected).problems(with: view, "golden").isEmpty,
      expected.members?.count == view.members?.count
    {
      return
    }
    if updatesGolden {
      if let problem = TextFile.write(path, Array(view.indentedText.utf8)) {
        problems.append("golden: \(problem)")
      } else {
        isUpdated = true
      }
      return
    }
    guard let expected else {
      problems.append("golden: '\(path)' is not there or is no JSON; '--update' writes it")
      return
    }
    for member in view.members ?? [] where expected[member.key] == nil {
      problems.append("golden: '\(member.key)' is new")
    }
    problems += Expectation(expected).problems(with: view, "golden")
  }
}

extension Value {
  /// The value as JSON with the members of the outermost object, and the elements of lists in it, on
  /// lines of their own, so that differences between versions can be read.
  var indentedText: String {
    let members = self.members ?? []
    let lines = members.map { member -> String in
      let key = Value.string(member.key).text
      guard let elements = member.value.list, elements.count > 1 else {
        return "  \(key): \(member.value.text)"
      }
      let rows = elements.map { "    \($0.text)" }.joined(separator: ",\n")
      return "  \(key): [\n\(rows)\n  ]"
    }
    return "{\n\(lines.joined(separator: ",\n"))\n}\n"
  }
}
