import Diagnostics
public import PipelineFile
import StageKit
import StageProtocol
import TextKit

/// A file of cases, read and checked.
public struct TestFile: Sendable {
  /// One case.
  struct Case: Sendable {
    enum Input: Sendable {
      /// A request of the stage protocol.
      case document(Value)
      /// An absolute path, which the pipeline's source loads; the record, from 1, or 0 for the only one.
      case file(String, record: Int)
    }

    var name: String
    var input: Input
    var from: String?
    var to: String?
    var settings: [String]
    var environment: [(name: String, value: String)]
    /// Answers of the stage protocol, by label.
    var replacements: [Value.Member]
    var expectations: [Value.Member]
    /// An absolute path.
    var golden: String?
    var location: SourceLocation
  }

  /// The path as the user named it.
  public let path: String
  /// The absolute path of the pipeline file.
  let pipeline: String
  let cases: [Case]

  /// Reads and checks a file of cases.
  ///
  /// - Throws: all that is wrong with it.
  public init(reading path: String) throws(PipelineFileError) {
    var reader = Reader(file: try YAMLFile(reading: path))
    self.path = path
    pipeline = reader.pipeline()
    cases = reader.cases()
    if !reader.diagnostics.isEmpty { throw PipelineFileError(diagnostics: reader.diagnostics) }
  }

  private struct Reader {
    let file: YAMLFile
    var diagnostics: [Diagnostic] = []

    init(file: YAMLFile) {
      self.file = file
    }

    mutating func complain(_ path: [OptionProblem.Step], _ message: String) {
      diagnostics.append(Diagnostic(at: file.location(of: path), message))
    }

    func absolute(_ path: String) -> String {
      path.hasPrefix("/") ? path : "\(file.directory)/\(path)"
    }

    /// A value of the right type; `nil` where there is none, or another one, which is told.
    mutating func value<Found>(
      _ key: String, _ place: [OptionProblem.Step], _ owner: Value, _ kind: String,
      _ read: (Value) -> Found?
    ) -> Found? {
      guard let value = owner[key], value != .null else { return nil }
      let found = read(value)
      if found == nil { complain(place + [.key(key)], "'\(key)' is \(kind), not \(value.text)") }
      return found
    }

    mutating func text(
      _ key: String, _ place: [OptionProblem.Step], _ owner: Value, _ kind: String
    ) -> String? {
      value(key, place, owner, kind) { $0.string.flatMap { $0.isEmpty ? nil : $0 } }
    }

    mutating func pipeline() -> String {
      check(file.value, [], ["pipeline", "environment", "set", "cases"], "a file of cases")
      guard file.value["pipeline"] != nil else {
        complain([.key("pipeline")], "'pipeline' is missing: the pipeline file that is tested")
        return ""
      }
      return text("pipeline", [], file.value, "the path of a pipeline file").map(absolute) ?? ""
    }

    mutating func cases() -> [Case] {
      guard let elements = file.value["cases"]?.list, !elements.isEmpty else {
        complain([.key("cases")], "'cases' is missing: the list of cases")
        return []
      }
      var names: Set<String> = []
      return elements.indices.compactMap { index in
        let place: [OptionProblem.Step] = [.key("cases"), .index(index)]
        guard let result = testCase(elements[index], place) else { return nil }
        if !names.insert(result.name).inserted {
          complain(place + [.key("name")], "there is a case '\(result.name)' already")
        }
        return result
      }
    }

    mutating func testCase(_ value: Value, _ place: [OptionProblem.Step]) -> Case? {
      check(
        value, place,
        ["name", "input", "from", "to", "set", "environment", "replace", "expect", "golden"],
        "a case")
      guard let name = value["name"]?.string, !name.isEmpty else {
        complain(place, "a case needs a 'name': a sentence that says what it shows")
        return nil
      }
      guard let input = input(value["input"], place + [.key("input")]) else { return nil }
      let expectations =
        self.value("expect", place, value, "a table of what must hold", \.members) ?? []
      checkExpectations(expectations, place + [.key("expect")])
      let golden = text("golden", place, value, "the path of a file")
      if expectations.isEmpty, golden == nil {
        complain(place, "the case '\(name)' expects nothing; add 'expect' or 'golden'")
      }
      if golden != nil,
        let end = expectations.first(where: { ["drops", "fails"].contains($0.key) })
      {
        complain(
          place + [.key("golden")],
          "the case '\(name)' expects '\(end.key)', so that there is nothing to compare with 'golden'"
        )
      }
      return Case(
        name: name, input: input,
        from: text("from", place, value, "the label of a transform"),
        to: text("to", place, value, "the label of a transform"),
        settings: strings("set", [], file.value) + strings("set", place, value),
        environment: environment([], file.value) + environment(place, value),
        replacements: self.value(
          "replace", place, value, "a table of labels and answers", \.members) ?? [],
        expectations: expectations, golden: golden.map(absolute),
        location: file.location(of: place))
    }

    mutating func input(_ value: Value?, _ place: [OptionProblem.Step]) -> Case.Input? {
      if let value, value["file"] != nil {
        check(value, place, ["file", "record"], "an input that is a file")
        let record = self.value("record", place, value, "a number from 1") { number in
          number.integer.flatMap { $0 > 0 ? $0 : nil }
        }
        let name = text("file", place, value, "the path of a file")
        return name.map { .file(absolute($0), record: record ?? 0) }
      }
      guard let value, value["text"] != nil else {
        complain(place, "'input' needs a 'text' or a 'file'")
        return nil
      }
      var reader = DocumentReader(offsets: .codepoints)
      // Whatever YAML takes for a number, a text is a text.
      let members = (value.members ?? []).map { member in
        ["text", "title", "id"].contains(member.key) && member.value.string == nil
          ? Value.Member(
            member.key, member.value == .null ? "" : .string(member.value.text)) : member
      }
      do throws(MessageProblem) {
        _ = try reader.document(from: .object(members))
      } catch {
        complain(place, "\(error)")
        return nil
      }
      return .document(.object(members))
    }

    mutating func checkExpectations(_ members: [Value.Member], _ place: [OptionProblem.Step]) {
      for member in members where !CaseRun.expectable.contains(member.key) {
        complain(
          place + [.key(member.key)],
          "nothing called '\(member.key)' can be expected"
            + Wording.suggestion(for: member.key, among: CaseRun.expectable))
      }
      for member in members where member.key == "entity_f1" {
        checkEntities(member.value, place + [.key(member.key)])
      }
    }

    mutating func checkEntities(_ expected: Value, _ place: [OptionProblem.Step]) {
      check(expected, place, ["gold", "at_least"], "'entity_f1'")
      let isTable = expected.members != nil
      let least = value("at_least", place, expected, "a number from 0 to 1") { value in
        value.number.flatMap { (0...1).contains($0) ? $0 : nil }
      }
      let gold = value("gold", place, expected, "a list of {type, text}", \.list)
      if isTable, expected["gold"] == nil || expected["at_least"] == nil {
        complain(place, "'entity_f1' needs 'gold', a list of {type, text}, and 'at_least'")
      }
      guard least != nil, let gold else { return }
      for (index, entity) in gold.enumerated() {
        let place = place + [.key("gold"), .index(index)]
        check(entity, place, ["type", "text"], "an entity of the gold")
        guard entity.members != nil else { continue }
        for key in ["type", "text"]
        where text(key, place, entity, "a text") == nil && entity[key] == nil {
          complain(place, "an entity of the gold needs '\(key)'")
        }
      }
    }

    mutating func check(
      _ value: Value, _ place: [OptionProblem.Step], _ keys: [String], _ owner: String
    ) {
      guard let members = value.members else {
        complain(place, "\(owner) is a table of keys")
        return
      }
      for member in members where !keys.contains(member.key) && !member.key.hasPrefix("x-") {
        complain(
          place + [.key(member.key)],
          "\(owner) has no key '\(member.key)'" + Wording.suggestion(for: member.key, among: keys))
      }
    }

    mutating func strings(
      _ key: String, _ place: [OptionProblem.Step], _ owner: Value
    ) -> [String] {
      guard let value = owner[key], value != .null else { return [] }
      let elements = value.list ?? [value]
      let strings = elements.compactMap(\.string)
      if strings.count != elements.count {
        complain(place + [.key(key)], "'\(key)' is a list of texts such as stages.tag.x=1")
      }
      return strings
    }

    mutating func environment(
      _ place: [OptionProblem.Step], _ owner: Value
    ) -> [(name: String, value: String)] {
      guard let value = owner["environment"], value != .null else { return [] }
      guard let members = value.members else {
        complain(place + [.key("environment")], "'environment' is a table of names and values")
        return []
      }
      return members.map { ($0.key, $0.value.string ?? $0.value.text) }
    }
  }
}
