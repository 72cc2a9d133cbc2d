import PipelineFile
import StageKit
import Testing
import TextKit

/// What is made of the tables for editors and readers.
@Suite struct DocumentationTests {
  private let schema = PipelineFile.jsonSchema(stages: fakeStages)

  private func option(_ stage: String, _ key: String) -> Value? {
    schema["definitions"]?["stage_\(stage)"]?["properties"]?[key]
  }

  @Test func schemaIsOneJSONTextWithoutRepeatedKeys() throws {
    var bytes: [UInt8] = []
    bytes.append(json: schema)
    let read = try Value(json: bytes.span)
    func check(_ value: Value) {
      for element in value.list ?? [] { check(element) }
      guard let members = value.members else { return }
      #expect(Set(members.map(\.key)).count == members.count)
      for member in members { check(member.value) }
    }
    check(read)
    #expect(read["$schema"] == "http://json-schema.org/draft-07/schema#")
  }

  @Test func schemaRefersOnlyToWhatItDefines() {
    let defined = Set((schema["definitions"]?.members ?? []).map { "#/definitions/\($0.key)" })
    var references = 0
    func check(_ value: Value) {
      if let reference = value["$ref"]?.string {
        references += 1
        #expect(defined.contains(reference))
      }
      for element in value.list ?? [] { check(element) }
      for member in value.members ?? [] { check(member.value) }
    }
    check(schema)
    #expect(references > fakeStages.count)
  }

  @Test func schemaKnowsKindsRangesDefaultsAndHelp() {
    let null: Value = ["type": "null"]
    let variable: Value = ["$ref": "#/definitions/variable"]
    #expect(
      option("segment", "max_sentence_bytes") == [
        "description": "longer sentences are cut at a space", "default": 4096,
        "anyOf": [
          ["type": "integer", "minimum": 64, "maximum": 1_000_000],
          ["type": "string", "pattern": "^([0-9]+|[0-9.]+ *([KMGTkmgt][Ii]?)?[Bb])$"],
          variable, null,
        ],
      ])
    #expect(
      option("tag", "limit")?["anyOf"] == [
        ["type": "integer", "minimum": 1], ["$ref": "#/definitions/integer_text"], null,
      ])
    #expect(
      option("tag", "colour")?["anyOf"]?.list?.first
        == ["type": "string", "enum": ["red", "green", "none"]])
    #expect(option("tag", "note")?["default"] == nil)
    #expect(option("write", "path")?["anyOf"] == [["type": ["string", "number", "boolean"]]])
    #expect(
      schema["definitions"]?["stage_write"]?["anyOf"]
        == [["required": ["path"]], ["required": ["<<"]]])
    #expect(
      option("tag", "words")?["anyOf"]?.list?.first == [
        "type": "array", "items": ["anyOf": [["type": ["string", "number", "boolean"]]]],
      ])
  }

  /// The text of a value counts and not whether it is in quotes, so that the schema has to allow both.
  @Test(arguments: [
    ("boolean_text", "loud", ["true", "false"], ["yes", "True"]),
    ("integer_text", "limit", ["3", "03", "+3"], ["3.0", "3e0", "0x3", "three"]),
  ])
  func schemaAllowsTheQuotedValuesThatTheProgramDoes(
    _ name: String, _ key: String, _ allowed: [String], _ refused: [String]
  ) throws {
    let pattern = try #require(schema["definitions"]?[name]?["pattern"]?.string)
    let expression = try Regex(pattern)
    func mistakes(_ text: String) -> [String] {
      messages("stages: [fetch, clean, segment, {tag: {\(key): '\(text)'}}, write: {path: x}]")
    }
    for text in allowed {
      #expect(text.contains(expression) && mistakes(text).isEmpty, "\(text)")
    }
    for text in refused {
      #expect(!text.contains(expression) && !mistakes(text).isEmpty, "\(text)")
    }
    #expect("a${X}".contains(expression))
  }

  @Test func aLabelThatIsLeftOpenIsTheNameOfTheStage() throws {
    for label in ["null", "~", ""] {
      let file = try parse("stages: [fetch, {clean: {}, label: \(label)}, write: {path: x}]")
      #expect(file.stages[1].label == "clean")
    }
    let quoted = try parse("stages: [fetch, {clean: {}, label: 'null'}, write: {path: x}]")
    #expect(quoted.stages[1].label == "null")
    let entry = schema["properties"]?["stages"]?["items"]?["anyOf"]?.list?.last
    #expect(entry?["properties"]?["label"]?["type"] == ["string", "number", "boolean", "null"])
  }

  @Test func schemaAllowsBareWordsLabelsConditionsMergesAndOtherKeys() {
    let forms = schema["properties"]?["stages"]?["items"]?["anyOf"]?.list
    // Not `write`, which needs a path.
    #expect(forms?.first?["enum"] == ["fetch", "clean", "segment", "tag"])
    #expect(
      forms?.last?["properties"]?.members?.map(\.key)
        == ["fetch", "clean", "segment", "tag", "write", "label", "when", "timeout", "<<"])
    #expect(schema["patternProperties"]?["^x-"] == true)
    #expect(
      schema["properties"]?["<<"] != nil
        && schema["properties"]?["run"]?["properties"]?["<<"] != nil)
  }

  @Test func helpShowsOptionsAndExamples() {
    #expect(
      PipelineFile.helpText(for: Segment.self) == """
        segment: splits the text into sentences

        role: transform
        reads: text
        writes: sentences, tokens

        options:
          max_sentence_bytes: a number of bytes from 64 to 1 MB; default: 4 KiB
              longer sentences are cut at a space

        example: two sentences
          - segment:
              max_sentence_bytes: 64
          input:
            It rained. We left.
          output:
            sentence: It rained.
            sentence: We left.

        """)
    #expect(PipelineFile.helpText(for: Clean.self).hasSuffix("options: none\n"))
    let tag = PipelineFile.helpText(for: Tag.self)
    #expect(tag.contains("  rules[].pattern: text; required\n      what to look for\n"))
    #expect(PipelineFile.helpText(for: Fetch.self).contains("from 1 to 1 GB; default: 16 MB\n"))
  }

  @Test func referenceDescribesEveryStageAndOption() {
    let page = PipelineFile.referencePage(stages: fakeStages)
    for stage in fakeStages { #expect(page.contains("\n## \(stage.descriptor.name)\n")) }
    #expect(page.contains("| `workers` | a whole number from 1 to 1024 |  | how many"))
    #expect(page.contains("| `rule.depth` | a whole number from 0 to 9 | `1` | how deep |\n"))
    #expect(page.contains("| `path` | a path | required | where to |\n"))
    #expect(page.contains("a list \\| of names"))
    #expect(page.contains("```yaml\n- segment:\n    max_sentence_bytes: 64\n```\n"))
    for field in Condition.Field.allCases { #expect(page.contains("`\(field.rawValue)`")) }
  }

  @Test func examplesOfTheReferenceAreRight() throws {
    let page = PipelineFile.referencePage(stages: fakeStages)
    let examples = page.split(separator: "```yaml\n").dropFirst()
      .compactMap { $0.split(separator: "\n```").first }
    let example = try #require(examples.first)
    // The one stage that every pipeline needs and that the page leaves out for brevity.
    let file = try parse(
      example + "\n  - write: {path: x}\n", directory: "/", inputsAreOverridden: true)
    #expect(file.stages[2].options["max_sentence_bytes"] == 4096)
  }
}
