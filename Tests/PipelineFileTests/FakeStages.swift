import Diagnostics
import PipelineFile
import StageKit
import TextKit

enum Colour: String, Sendable, CaseIterable { case red, green, none }

struct FetchOptions: StageOptions {
  var paths: [String] = []
  var roots: [String: String] = [:]
  var maximumBytes = 16_000_000
  static var fields: [OptionField<Self>] {
    [
      .strings("paths", \.paths, of: .path(.input), help: "what to read"),
      .stringMap("roots", \.roots, help: "labels and folders"),
      .byteCount("max_bytes", \.maximumBytes, in: 1...1_000_000_000, help: "the largest"),
    ]
  }
}

struct Rule: StageOptions {
  var pattern = ""
  var depth = 1
  static var fields: [OptionField<Self>] {
    [
      .string("pattern", \.pattern, required: true, help: "what to look for"),
      .integer("depth", \.depth, in: 0...9, help: "how deep"),
    ]
  }
}

struct TagOptions: StageOptions {
  var title = "untitled"
  var note: String?
  var share = 0.5
  var loud = false
  var limit: Int?
  var colour = Colour.red
  var names: String?
  var words: [String] = []
  var rule: Rule?
  var rules: [Rule] = []
  static var fields: [OptionField<Self>] {
    [
      .string("title", \.title, help: "a heading"),
      .string("note", \.note, help: "a remark"),
      .number("share", \.share, in: 0...1, help: "how much"),
      .boolean("loud", \.loud, help: "whether to shout"),
      .integer("limit", \.limit, in: 1...Int.max, help: "at most"),
      .choice("colour", \.colour, help: "which colour"),
      .path("names", \.names, use: .resource, help: "a list | of names"),
      .strings("words", \.words, help: "which words"),
      .object("rule", \.rule, help: "one rule"),
      .objects("rules", \.rules, help: "several rules"),
    ]
  }
}

struct SegmentOptions: StageOptions {
  var maximum = 4096
  static var fields: [OptionField<Self>] {
    [
      .byteCount(
        "max_sentence_bytes", \.maximum, in: 64...1_000_000,
        help: "longer sentences are cut at a space")
    ]
  }
}

struct WriteOptions: StageOptions {
  var path = ""
  static var fields: [OptionField<Self>] {
    [.path("path", \.path, use: .output, required: true, help: "where to")]
  }
}

struct Fetch: SourceStage {
  static let descriptor = StageDescriptor(
    name: "fetch", summary: "reads files", role: .source, version: 1, writes: [.text])
  var rootPaths: [String] { [] }
  init(options: FetchOptions, context: StageContext) throws(OptionProblem) {}
  func list(_ deliver: (ListedInput) -> Bool) throws(StageFailure) {}
  func load(_ input: InputItem, _ scratch: inout Void) throws(StageFailure) -> Document {
    Document(source: DocumentSource(key: input.key), text: "")
  }
}

struct Clean: TransformStage {
  static let descriptor = StageDescriptor(
    name: "clean", summary: "tidies the text", role: .transform, version: 1, reads: [.text],
    writes: [.text, .metadata])
  init(options: NoOptions, context: StageContext) throws(OptionProblem) {}
  func process(_ document: inout Document, _ scratch: inout Void) throws(StageFailure) -> Verdict {
    .keep
  }
}

struct Segment: TransformStage {
  static let descriptor = StageDescriptor(
    name: "segment", summary: "splits the text into sentences", role: .transform, version: 1,
    reads: [.text], writes: [.sentences, .tokens],
    examples: [
      StageExample(
        "two sentences", options: ["max_sentence_bytes": 64], input: "It rained. We left.",
        output: "sentence: It rained.\nsentence: We left.")
    ])
  init(options: SegmentOptions, context: StageContext) throws(OptionProblem) {}
  func process(_ document: inout Document, _ scratch: inout Void) throws(StageFailure) -> Verdict {
    .keep
  }
}

struct Tag: TransformStage {
  static let descriptor = StageDescriptor(
    name: "tag", summary: "finds names", role: .transform, version: 1, reads: [.sentences],
    writes: [.entities])
  init(options: TagOptions, context: StageContext) throws(OptionProblem) {}
  func process(_ document: inout Document, _ scratch: inout Void) throws(StageFailure) -> Verdict {
    .keep
  }
}

struct Write: SinkStage {
  static let descriptor = StageDescriptor(
    name: "write", summary: "writes records", role: .sink, version: 1)
  var output: OutputLayout { .file(path: "") }
  init(options: WriteOptions, context: StageContext) throws(OptionProblem) {}
  func encode(
    _ document: Document, _ scratch: inout Void, into buffer: inout [UInt8]
  ) throws(StageFailure) {}
}

let fakeStages: [any Stage.Type] = [
  Fetch.self, Clean.self, Segment.self, Tag.self, Write.self,
]

/// The pipeline file that a text makes.
func parse(
  _ yaml: String, settings: [String] = [], environment: [String: String] = [:],
  directory: String = "/", inputsAreOverridden: Bool = false
) throws(PipelineFileError) -> PipelineFile {
  try PipelineFile.parse(
    Array(yaml.utf8), path: "Pipelines/p.yaml", directory: directory, stages: fakeStages,
    environment: { environment[$0] }, settings: settings, inputsAreOverridden: inputsAreOverridden)
}

/// The messages about a text, without the path of the file.
func messages(
  _ yaml: String, settings: [String] = [], environment: [String: String] = [:],
  directory: String = "/", inputsAreOverridden: Bool = false
) -> [String] {
  do throws(PipelineFileError) {
    _ = try parse(
      yaml, settings: settings, environment: environment, directory: directory,
      inputsAreOverridden: inputsAreOverridden)
    return []
  } catch {
    return error.diagnostics.map { diagnostic in
      let text = diagnostic.rendered()
      let path = "Pipelines/p.yaml:"
      return text.hasPrefix(path) ? String(text.dropFirst(path.count)) : text
    }
  }
}

/// A pipeline with these options of `tag`, indented by six spaces or in braces; they start in line 4.
func tagging(_ options: String) -> String {
  "stages:\n- fetch\n- segment\n- tag: \(options)\n- write: {path: out.jsonl}\n"
}

/// The options of `tag` in such a pipeline.
func tagOptions(
  _ options: String, settings: [String] = [], environment: [String: String] = [:]
) throws -> Value {
  try parse(tagging(options), settings: settings, environment: environment).stages[2].options
}
