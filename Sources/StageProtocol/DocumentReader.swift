public import StageKit
public import TextKit

/// Reads what `DocumentWriter` and programs in other languages write.
///
/// A value is reused from message to message by one thread.
public struct DocumentReader: Sendable {
  private var offsets: OffsetConverter

  /// - Parameter offsets: the unit of the ranges.
  public init(offsets: OffsetUnit) {
    self.offsets = OffsetConverter(offsets)
  }

  /// Reads a request. Only `text` must be there; a document without `source` is known by its `id`.
  /// Names that mean nothing here are ignored, so that engines may send more.
  ///
  /// - Throws: what is wrong and where.
  public mutating func document(from request: Value) throws(MessageProblem) -> Document {
    let message = Field(request)
    _ = try message.object()
    var document = Document(
      source: try Self.source(message), text: try message.require("text").string(),
      form: try Self.form(message) ?? .plain)
    for member in request.members ?? [] {
      if MetadataReading.names.contains(member.key) {
        try MetadataReading.set(member, of: message, in: &document.metadata)
      }
    }
    offsets.prepare(document.text.utf8.span)
    for member in request.members ?? [] {
      try setLayer(Layer(rawValue: member.key), of: message, in: &document)
    }
    document.rawOffsets = try message["raw_offsets"].map { (field) throws(MessageProblem) in
      try rawOffsets(field, of: document.text)
    }
    return document
  }

  /// Carries out what a stage answers.
  ///
  /// - Parameters:
  ///   - answer: the whole answer.
  ///   - document: the document that was sent.
  ///   - declared: the layers that the stage may write.
  /// - Returns: whether the document is kept.
  /// - Throws: the failure that the stage tells of, or what is wrong with its answer (`bad_answer`,
  ///   `undeclared_layer`).
  public mutating func apply(
    _ answer: Value, to document: inout Document, declared: [Layer]
  ) throws(StageFailure) -> Verdict {
    let result: Result<Verdict, StageFailure>
    do throws(MessageProblem) {
      result = try carryOut(Field(answer), on: &document, declared)
    } catch {
      throw StageFailure(reason: "bad_answer", message: "the program's answer is wrong: \(error)")
    }
    return try result.get()
  }

  private mutating func carryOut(
    _ answer: Field, on document: inout Document, _ declared: [Layer]
  ) throws(MessageProblem) -> Result<Verdict, StageFailure> {
    let members = try answer.object()
    if let failure = answer["failure"] { return .failure(try Self.failure(failure)) }
    if let drop = answer["drop"] { return .success(.drop(reason: try Self.reason(drop))) }
    for member in members {
      guard let layer = Self.layer(ofMember: member.key) else {
        if Self.ignoredNames.contains(member.key) { continue }
        throw MessageProblem(member.key, "an answer has no such member")
      }
      if !declared.contains(layer) {
        return .failure(
          StageFailure(
            reason: "undeclared_layer",
            message: "the program wrote '\(member.key)', but does not declare to write \(layer)"))
      }
    }
    if let text = try answer["text"]?.string() {
      let form = try Self.form(answer)
      // A text that is sent back as it came leaves the layers alone.
      if text != document.text || form != nil && form != document.form {
        document.replaceText(text, form: form ?? .plain)
      }
    }
    for member in members where MetadataReading.names.contains(member.key) {
      try MetadataReading.set(member, of: answer, in: &document.metadata)
    }
    offsets.prepare(document.text.utf8.span)
    for member in members {
      try setLayer(Layer(rawValue: member.key), of: answer, in: &document)
    }
    return .success(.keep)
  }

  /// What an answer may hold beside layers: who answers what, and what nobody can change.
  private static let ignoredNames: Set<String> = ["seq", "id", "source", "drop", "failure"]

  /// The layer that a member belongs to; `nil` for other members.
  private static func layer(ofMember name: String) -> Layer? {
    if name == "form" { return .text }
    if MetadataReading.names.contains(name) { return .metadata }
    let layer = Layer(rawValue: name)
    return layer == .text || DocumentWriter.layers.contains(layer) ? layer : nil
  }

  private static func failure(_ failure: Field) throws(MessageProblem) -> StageFailure {
    if let message = failure.value.string {
      return StageFailure(reason: "failed", message: message)
    }
    _ = try failure.object()
    return StageFailure(
      reason: try failure["reason"].map(reason) ?? "failed",
      message: try failure["message"]?.string() ?? "the program does not say why",
      offset: try failure["offset"]?.integer(),
      isTransient: failure["transient"]?.value.bool ?? false)
  }

  private static func reason(_ field: Field) throws(MessageProblem) -> String {
    let reason = try field.string()
    guard !reason.isEmpty, reason.utf8.count <= 64,
      reason.utf8.allSatisfy({ $0.isASCIILowercase || $0.isASCIIDigit || $0 == UInt8(ascii: "_") })
    else { throw field.problem("a word in 'snake_case' is expected, at most 64 letters long") }
    return reason
  }

  private static func form(_ message: Field) throws(MessageProblem) -> Document.Form? {
    guard let field = message["form"] else { return nil }
    guard let form = Document.Form(rawValue: try field.string()) else {
      throw field.problem(
        "one of \(Document.Form.allCases.map(\.rawValue).joined(separator: ", ")) is expected")
    }
    return form
  }

  private static func source(_ message: Field) throws(MessageProblem) -> DocumentSource {
    guard let source = message["source"], source["path"] != nil else {
      let identifier = try message["id"]?.string() ?? ""
      return DocumentSource(key: InputKey(identifier: identifier))
    }
    let record = try source["record"]?.integer() ?? 0
    guard record >= 0 else { throw MessageProblem("source.record", "it cannot be below 0") }
    let key = InputKey(
      root: try source["root"]?.string() ?? "",
      path: percentDecoded(Array(try source.require("path").string().utf8)), record: record)
    return DocumentSource(
      key: key, byteCount: try source["bytes"]?.integer() ?? 0,
      sha256: try source["sha256"]?.string() ?? "",
      encoding: try source["encoding"]?.string() ?? "utf-8")
  }
}

extension InputKey {
  /// The key with this identifier, if any has it: a label of a root stays part of the path.
  fileprivate init(identifier: String) {
    var path = Array(identifier.utf8)
    var record = 0
    // A number sign in a name is encoded, so that one that stands there is before a record's number.
    if let mark = path.lastIndex(of: UInt8(ascii: "#")),
      let number = Int(String(decoding: path[(mark + 1)...], as: UTF8.self)), number > 0
    {
      record = number
      path.removeSubrange(mark...)
    }
    self.init(path: percentDecoded(path), record: record)
  }
}

private func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
  var decoded: [UInt8] = []
  var index = 0
  while index < bytes.count {
    if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
    {
      decoded.append(byte)
      index += 3
    } else {
      decoded.append(bytes[index])
      index += 1
    }
  }
  return decoded
}

// MARK: Layers

extension DocumentReader {
  /// Sets the layer of this name, if it is one, from the member of the message.
  private func setLayer(
    _ layer: Layer, of message: Field, in document: inout Document
  ) throws(MessageProblem) {
    let field = message[layer.rawValue]
    switch layer {
    case .paragraphs:
      document.paragraphs = try field.map { (field) throws(MessageProblem) in
        try paragraphs(field, in: document.text)
      }
    case .sentences:
      document.sentences = try field.map { (field) throws(MessageProblem) in
        try ranges(field, in: document.text)
      }
    case .tokens:
      document.tokens = try field.map { (field) throws(MessageProblem) in
        try ranges(field, in: document.text)
      }
    case .entities:
      document.entities = try field.map { (field) throws(MessageProblem) in
        try entities(field, in: document.text)
      }
    case .groups: document.groups = try field.map(Self.groups)
    case .summary: document.summary = try field.map(Self.summary)
    case .extra:
      for member in try field?.object() ?? [] { document.setExtra(member.key, member.value) }
    default: break
    }
  }

  private func paragraphs(_ field: Field, in text: String) throws(MessageProblem) -> [Paragraph] {
    try field.map { (element) throws(MessageProblem) in
      var paragraph = Paragraph(try range(element, in: text))
      if let field = element["kind"] {
        guard let kind = Paragraph.Kind(rawValue: try field.string()) else {
          let kinds = Paragraph.Kind.allCases.map(\.rawValue).joined(separator: ", ")
          throw field.problem("one of \(kinds) is expected")
        }
        paragraph.kind = kind
      }
      return paragraph
    }
  }

  private func ranges(_ field: Field, in text: String) throws(MessageProblem) -> [ByteRange] {
    try field.map { (element) throws(MessageProblem) in try range(element, in: text) }
  }

  private func entities(_ field: Field, in text: String) throws(MessageProblem) -> [Entity] {
    try field.map { (element) throws(MessageProblem) in
      let type = try element.require("type")
      guard !(try type.string()).isEmpty else { throw type.problem("it cannot be empty") }
      return Entity(
        try range(element, in: text), type: EntityType(rawValue: try type.string()),
        group: try element["group"]?.integer(), confidence: try element["confidence"]?.number(),
        titles: try element["titles"]?.strings() ?? [], value: try element["value"]?.string(),
        link: try element["link"]?.string())
    }
  }

  /// `[[0, 10, 15], …]`: where each piece starts in the text, and between which raw bytes it stands.
  private func rawOffsets(_ field: Field, of text: String) throws(MessageProblem) -> OffsetMap {
    let pieces = try field.map { (element) throws(MessageProblem) -> (Int, Range<Int>) in
      let numbers = try element.list().compactMap(\.integer)
      guard numbers.count == 3, numbers[1] <= numbers[2] else {
        throw element.problem("three numbers are expected")
      }
      return (numbers[0], numbers[1]..<numbers[2])
    }
    guard let map = OffsetMap(pieces: pieces, count: text.utf8.count) else {
      throw field.problem("the pieces do not make up the text")
    }
    return map
  }

  /// `{"start": 0, "end": 5}` or `[0, 5]`.
  private func range(_ field: Field, in text: String) throws(MessageProblem) -> ByteRange {
    let start: Int
    let end: Int
    if let pair = field.value.list {
      guard pair.count == 2 else { throw field.problem("two numbers are expected") }
      start = try byte(field.element(0, pair), in: text)
      end = try byte(field.element(1, pair), in: text)
    } else {
      start = try byte(try field.require("start"), in: text)
      end = try byte(try field.require("end"), in: text)
    }
    guard start <= end else { throw field.problem("it ends before it starts") }
    return ByteRange(start, end)
  }

  private func byte(_ field: Field, in text: String) throws(MessageProblem) -> Int {
    let offset = try field.integer()
    guard let byte = offsets.byteOffset(of: offset, in: text.utf8.span) else {
      throw field.problem("\(offset) is no place in the text, counted in \(offsets.unit)")
    }
    return byte
  }

  private static func groups(_ field: Field) throws(MessageProblem) -> [EntityGroup] {
    try field.map { (element) throws(MessageProblem) in
      EntityGroup(
        identifier: try element.require("id").integer(), name: try element.require("name").string(),
        type: EntityType(rawValue: try element.require("type").string()),
        count: try element.require("count").integer(), link: try element["link"]?.string())
    }
  }

  private static func summary(_ field: Field) throws(MessageProblem) -> Summary {
    Summary(
      sentences: try field["sentences"]?.map { (element) throws(MessageProblem) in
        try element.integer()
      } ?? [],
      text: try field.require("text").string(), teaser: try field["teaser"]?.string(),
      keyPoints: try field["key_points"]?.strings() ?? [])
  }
}
