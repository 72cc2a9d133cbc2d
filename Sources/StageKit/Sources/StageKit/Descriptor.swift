public import TextKit

/// What kind of work a stage does.
public enum StageRole: String, Sendable, CaseIterable {
  /// Lists inputs and loads each as a document.
  case source
  /// Changes one document; keeps it, or drops it with a reason.
  case transform
  /// Encodes one document for the output that it owns.
  case sink
}

/// What a stage is: everything that can be said of it without making one.
public struct StageDescriptor: Sendable {
  /// The name in pipeline files: a lower-case word.
  public var name: String
  /// One line, starting with a verb in the third person, without a full stop.
  public var summary: String
  /// What kind of work the stage does.
  public var role: StageRole
  /// Goes up whenever the stage's results change, so that what was made by an older one is redone.
  public var version: Int
  /// The layers that the stage cannot work without.
  public var reads: [Layer]
  /// The layers that the stage sets.
  public var writes: [Layer]
  /// Whether running the stage on its own result changes nothing.
  public var isIdempotent: Bool
  /// Small examples; they are shown in the help and run as tests.
  public var examples: [StageExample]

  /// Describes a stage.
  public init(
    name: String, summary: String, role: StageRole, version: Int, reads: [Layer] = [],
    writes: [Layer] = [], isIdempotent: Bool = false, examples: [StageExample] = []
  ) {
    self.name = name
    self.summary = summary
    self.role = role
    self.version = version
    self.reads = reads
    self.writes = writes
    self.isIdempotent = isIdempotent
    self.examples = examples
  }
}

/// A text that goes into a transform, and what it shows afterwards.
public struct StageExample: Sendable {
  /// What the example shows, as a short phrase.
  public var title: String
  /// The options, by key; those left out have their defaults.
  public var options: Value
  /// The text of the document. Layers that the stage reads are made by the built-in stages that
  /// write them, with their defaults.
  public var input: String
  /// How the input is to be read.
  public var form: Document.Form
  /// The layers that the stage writes, as `Document.rendering(of:)` shows them.
  public var output: String

  /// Makes an example.
  public init(
    _ title: String, options: Value = [:], input: String, form: Document.Form = .plain,
    output: String
  ) {
    self.title = title
    self.options = options
    self.input = input
    self.form = form
    self.output = output
  }
}

extension Document {
  /// The given layers in a form for people, one line an element: `sentence: It rained.`,
  /// `PERSON: Ann Bell`. Text appears with `¶` for line breaks; metadata only where known.
  public func rendering(of layers: [Layer]) -> String {
    var lines: [String] = []
    func line(_ label: String, _ text: some StringProtocol) {
      let flat = String(text.unicodeScalars.map { $0 == "\n" ? "¶" : Character($0) })
      lines.append("\(label): \(flat)")
    }
    let utf8 = text.utf8.span
    for layer in layers {
      switch layer {
      case .text: line("text", text)
      case .metadata:
        let values: [(String, String?)] = [
          ("title", metadata.title), ("subtitle", metadata.subtitle),
          ("byline", metadata.byline.isEmpty ? nil : metadata.byline.joined(separator: ", ")),
          ("site", metadata.site), ("section", metadata.section), ("url", metadata.url),
          ("language", metadata.language?.code), ("published", metadata.published),
          ("updated", metadata.updated),
        ]
        for (label, value) in values { if let value { line(label, value) } }
        for caption in metadata.captions {
          line("caption", caption.text + (caption.credit.map { " (\($0))" } ?? ""))
        }
        for note in metadata.notes { line("note", note) }
      case .paragraphs:
        for paragraph in paragraphs ?? [] {
          line(paragraph.kind.rawValue, utf8.string(paragraph.range))
        }
      case .sentences: for range in sentences ?? [] { line("sentence", utf8.string(range)) }
      case .tokens:
        line("tokens", (tokens ?? []).map { utf8.string($0) }.joined(separator: "|"))
      case .entities:
        for entity in entities ?? [] {
          let value = entity.value.map { " = \($0)" } ?? ""
          line(entity.type.rawValue, utf8.string(entity.range) + value)
        }
      case .groups:
        for group in groups ?? [] {
          line("group", "\(group.name), \(group.type.rawValue), \(group.count)")
        }
      case .summary:
        if let summary { line("summary", summary.text) }
      default:
        for member in extra {
          var bytes: [UInt8] = []
          bytes.append(json: member.value)
          line(member.key, String(decoding: bytes, as: UTF8.self))
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}
