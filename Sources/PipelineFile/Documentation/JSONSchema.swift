public import StageKit
public import TextKit

extension PipelineFile {
  /// The JSON Schema of pipeline files that are made of these stages, for editors.
  ///
  /// It is of draft 7, which editors understand best. It allows whatever the program allows: a number
  /// where text is wanted, a number in quotes, a single value for a list of one, nothing for a default,
  /// `${NAME}` for any value, and `<<` in any table. It sees values and not how they are written, so
  /// that it also allows `3.0` for 3, which the program does not.
  public static func jsonSchema(stages: [any Stage.Type]) -> Value {
    let items = Catalogue(stages).items
    func text(_ form: String?) -> Value {
      ["type": "string", "pattern": .string((form.map { "^\($0)$|" } ?? "") + #"\$\{"#)]
    }
    var definitions: [Value.Member] = [
      Value.Member("variable", text(nil)),
      Value.Member("boolean_text", text("(true|false)")),
      Value.Member("integer_text", text("[-+]?[0-9]+")),
      Value.Member("number_text", text(#"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?"#)),
      Value.Member("merge", ["description": "tables whose keys are taken over"]),
    ]
    for item in items {
      definitions.append(
        Value.Member(
          "stage_\(item.descriptor.name)",
          table(item.options, description: item.descriptor.summary)))
    }
    return [
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "Wireroom pipeline",
      "type": "object",
      "properties": [
        "name": [
          "type": ["string", "number", "boolean", "null"],
          "description": "the pipeline's name; by default the file's name without its ending",
        ],
        "run": table(RunSettings.specifications, description: "how the pipeline is run"),
        "schedule": [
          "type": ["string", "null"],
          "description": "when 'wireroom schedule' has the pipeline run: a cron expression",
        ],
        "plugins": [
          "type": ["string", "array", "null"], "items": ["type": "string"],
          "description": "folders or libraries with stages of your own",
        ],
        "stages": [
          "type": "array", "minItems": 1,
          "description": "what is done, in this order: a source, transforms, sinks",
          "items": .object([Value.Member("anyOf", .list([bareWord(items), entry(items)]))]),
        ],
        "<<": ["$ref": "#/definitions/merge"],
      ],
      "patternProperties": ["^x-": true],
      "additionalProperties": false,
      "anyOf": required(["stages"]),
      "definitions": .object(definitions),
    ]
  }

  /// A stage's name alone, which is enough if no option is required.
  private static func bareWord(_ items: [Catalogue.Item]) -> Value {
    let names = items.filter { !$0.options.contains(where: \.isRequired) }
      .map { Value.string($0.descriptor.name) }
    return ["type": "string", "enum": .list(names)]
  }

  /// A stage's name with its options, and what may stand beside it.
  private static func entry(_ items: [Catalogue.Item]) -> Value {
    var properties = items.map { item -> Value.Member in
      let name = item.descriptor.name
      return Value.Member(name, ["$ref": .string("#/definitions/stage_\(name)")])
    }
    properties += [
      Value.Member(
        "label",
        [
          "type": ["string", "number", "boolean", "null"],
          "description": "what the stage is called, if not by its own name",
        ]),
      Value.Member(
        "when",
        [
          "type": ["string", "boolean", "null"],
          "description": "which documents the stage works on, such as: language == en",
        ]),
      Value.Member(
        "timeout",
        .object(
          [
            Value.Member(
              "description",
              "how long the stage may take for one document; what takes longer is set aside")
          ]
            + RunSettings.timeoutSpecifications.map { specification in
              Value.Member("anyOf", .list(alternatives(specification.kind) + [["type": "null"]]))
            })),
      Value.Member("<<", ["$ref": "#/definitions/merge"]),
    ]
    return [
      "type": "object", "properties": .object(properties), "additionalProperties": false,
      "anyOf": required(items.map(\.descriptor.name)),
    ]
  }

  /// That one of these keys is there, or may come from a merged table.
  private static func required(_ keys: [String]) -> Value {
    .list((keys + ["<<"]).map { ["required": .list([.string($0)])] })
  }

  private static func table(
    _ options: [OptionSpecification], description: String? = nil
  ) -> Value {
    var members: [Value.Member] = [Value.Member("type", ["object", "null"])]
    if let description { members.append(Value.Member("description", .string(description))) }
    var properties = options.map { Value.Member($0.key, property($0)) }
    properties.append(Value.Member("<<", ["$ref": "#/definitions/merge"]))
    members.append(Value.Member("properties", .object(properties)))
    members.append(Value.Member("additionalProperties", false))
    let needed = options.filter(\.isRequired).map { Value.string($0.key) }
    if !needed.isEmpty {
      members.append(
        Value.Member(
          "anyOf", [["required": .list(needed)], ["required": ["<<"]]]))
    }
    return .object(members)
  }

  private static func property(_ option: OptionSpecification) -> Value {
    var members = [Value.Member("description", .string(option.help))]
    if option.defaultValue != .null {
      members.append(Value.Member("default", option.defaultValue))
    }
    let null: [Value] = option.isRequired ? [] : [["type": "null"]]
    return .object(members + [Value.Member("anyOf", .list(alternatives(option.kind) + null))])
  }

  /// The forms that a value of this kind may have.
  private static func alternatives(_ kind: OptionKind) -> [Value] {
    let variable: Value = ["$ref": "#/definitions/variable"]
    switch kind {
    case .boolean: return [["type": "boolean"], ["$ref": "#/definitions/boolean_text"]]
    case .integer(let range):
      return [
        number("integer", .integer(range.lowerBound), .integer(range.upperBound)),
        ["$ref": "#/definitions/integer_text"],
      ]
    case .number(let range):
      return [
        number("number", .number(range.lowerBound), .number(range.upperBound)),
        ["$ref": "#/definitions/number_text"],
      ]
    case .byteCount(let range):
      return [
        number("integer", .integer(range.lowerBound), .integer(range.upperBound)),
        ["type": "string", "pattern": "^([0-9]+|[0-9.]+ *([KMGTkmgt][Ii]?)?[Bb])$"],
        variable,
      ]
    case .duration(let range):
      return [
        number("integer", .integer(range.lowerBound), .integer(range.upperBound)),
        ["type": "string", "pattern": "^([0-9]+|[0-9]+ *[a-z]+( *[0-9]+ *[a-z]+)*)$"],
        variable,
      ]
    case .string, .path: return [["type": ["string", "number", "boolean"]]]
    case .choice(let words):
      return [["type": "string", "enum": .list(words.map(Value.string))], variable]
    case .list(let element):
      let single = alternatives(element)
      return [["type": "array", "items": .object([Value.Member("anyOf", .list(single))])]] + single
    case .map(let element):
      return [
        [
          "type": "object",
          "additionalProperties": .object([
            Value.Member("anyOf", .list(alternatives(element)))
          ]),
        ]
      ]
    case .object(let options): return [table(options)]
    }
  }

  /// A number in a range; an end of the range that excludes nothing is left out.
  private static func number(_ type: Value, _ least: Value, _ greatest: Value) -> Value {
    let bounds = [Value.Member("minimum", least), Value.Member("maximum", greatest)]
    return .object(
      [Value.Member("type", type)] + bounds.filter { abs($0.value.number ?? 0) < 9e15 })
  }
}
