import Diagnostics
public import StageKit
public import TextKit

/// One object of a gold file in JSON Lines: a text with what is known of it. Offsets are UTF-8 bytes.
public struct GoldRecord: Sendable {
  /// Where the record stands.
  public let line: GoldLine
  /// The whole object.
  public let value: Value
  /// The member `id`; the line's number where there is none.
  public let identifier: String

  /// - Throws: if the line holds no JSON object.
  public init(_ line: GoldLine) throws(EvaluationProblem) {
    self.line = line
    do throws(JSONError) {
      value = try Value(json: line.bytes.span)
    } catch {
      throw line.problem("no JSON: \(error.message)", atByte: error.offset)
    }
    guard value.members != nil else { throw line.problem("a JSON object is expected") }
    identifier = value["id"]?.string ?? "\(line.number)"
  }

  /// Hands over the records of a file one by one; empty lines are passed over.
  public static func forEach(
    of path: String, _ body: (GoldRecord) throws(EvaluationProblem) -> Void
  ) throws(EvaluationProblem) {
    try GoldFile.forEachLine(of: path) { (line) throws(EvaluationProblem) in
      if line.bytes.allSatisfy(\.isASCIIWhitespace) { return }
      try body(GoldRecord(line))
    }
  }

  /// A member that has to be there and a string.
  public func string(_ key: String) throws(EvaluationProblem) -> String {
    guard let text = value[key]?.string else {
      throw line.problem("member '\(key)' with a string is expected")
    }
    return text
  }

  /// A document with the member `text` and, if the record says it, the time of publication.
  public func document() throws(EvaluationProblem) -> Document {
    var document = Document(text: try string("text"), identifier: identifier)
    document.metadata.published = value["published"]?.string
    return document
  }

  /// The member `key`, a list of `[start, end]`, or `nil` where it is absent or `null`.
  public func ranges(_ key: String, in text: String) throws(EvaluationProblem) -> [ByteRange]? {
    guard let member = value[key], member != .null else { return nil }
    return try ranges(member, called: key, in: text)
  }

  /// A value inside the record that is a list of `[start, end]`.
  func ranges(
    _ member: Value, called key: String, in text: String
  ) throws(EvaluationProblem) -> [ByteRange] {
    guard let elements = member.list else {
      throw line.problem("member '\(key)' with a list is expected")
    }
    var ranges: [ByteRange] = []
    ranges.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      guard let bounds = element.list, bounds.count >= 2 else {
        throw line.problem("element \(index + 1) of '\(key)' is not [start, end]")
      }
      ranges.append(try range(bounds, of: key, index, in: text))
    }
    return ranges
  }

  /// The member `entities`, a list of `[start, end, type]`.
  public func entities(in text: String) throws(EvaluationProblem) -> [Entity] {
    guard let elements = value["entities"]?.list else {
      throw line.problem("member 'entities' with a list is expected")
    }
    var entities: [Entity] = []
    entities.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      guard let parts = element.list, parts.count >= 3, let type = parts[2].string else {
        throw line.problem("element \(index + 1) of 'entities' is not [start, end, type]")
      }
      entities.append(
        Entity(
          try range(parts, of: "entities", index, in: text), type: EntityType(rawValue: type)))
    }
    return entities
  }

  private func range(
    _ bounds: [Value], of key: String, _ index: Int, in text: String
  ) throws(EvaluationProblem) -> ByteRange {
    let place = "element \(index + 1) of '\(key)'"
    guard let start = bounds[0].integer, let end = bounds[1].integer else {
      throw line.problem("\(place) is not [start, end]")
    }
    let utf8 = text.utf8.span
    guard 0 <= start, start <= end, end <= utf8.count else {
      throw line.problem(
        "\(place) is \(start)..\(end), but the text has \(utf8.count) bytes")
    }
    for offset in [start, end] where offset < utf8.count && utf8[offset].isUTF8Continuation {
      throw line.problem(
        "\(place) has a bound inside a character, at byte \(offset); offsets are UTF-8 bytes")
    }
    return ByteRange(start, end)
  }
}

extension Document {
  /// A document that comes from no input.
  init(text: String, identifier: String, form: Form = .plain) {
    self.init(
      source: DocumentSource(
        key: InputKey(path: Array(identifier.utf8)), byteCount: text.utf8.count),
      text: text, form: form)
  }
}
