import Ledger
import StageKit
import StageProtocol
import TextKit

/// What a run and a process that carries single documents through its chain say to each other, as
/// members of requests and answers of the stage protocol.
///
/// ```
/// {"seq": 7, "input": {"path": "a.txt", …}}     → {"seq": 7, "entry": {"outcome": 1, …}, "bytes": "…"}
/// {"seq": 8, "input": {…}, "before": 3}         → {"seq": 8, "document": "…"}
/// {"seq": 9, "input": {…}, "behind": {…}}       → as the first, from behind a stage on
///                                               → {"seq": 9, "late": 3} and the process ends
/// ```
enum ChainMessage {
  /// What an answer holds in place of all else where a stage has taken longer than it may: its index.
  static let lateKey = "late"

  // MARK: Requests

  /// Appends a request for one document.
  ///
  /// - Parameter stage: the index of a stage. If it is given, the document is wanted as it comes to
  ///   that stage, rather than what becomes of it at the end.
  static func append(
    _ assignment: Assignment, before stage: Int? = nil, to members: inout [UInt8]
  ) {
    let item = assignment.item
    var input: [Value.Member] = [
      Value.Member("root", .string(item.key.root)), Value.Member("path", value(item.key.path)),
      Value.Member("record", .integer(item.key.record)),
      Value.Member("tag", .integer(item.tag)),
      Value.Member(
        "stamp",
        .list(
          [
            item.stamp.size, item.stamp.modified, item.stamp.changed,
            Int(bitPattern: UInt(item.stamp.inode)),
          ].map(Value.integer))),
      Value.Member("attempts", .integer(assignment.earlierAttempts)),
    ]
    if let payload = item.payload { input.append(Value.Member("payload", value(payload))) }
    if let known = assignment.knownSHA256 { input.append(Value.Member("known", .string(known))) }
    if let kept = assignment.kept {
      input.append(
        Value.Member(
          "kept",
          [
            "location": value(kept.location), "stage": .integer(kept.stage),
            "applied": .integer(Int(bitPattern: UInt(kept.applied))),
          ]))
    }
    members.append(text: ",\"input\":")
    members.append(exactly: .object(input))
    if let stage {
      members.append(text: ",\"before\":")
      members.append(decimal: stage)
    }
  }

  /// Adds to a request for one document that it is to be carried on from behind a stage.
  static func append(_ resumption: Resumption, to members: inout [UInt8]) {
    var coder = DocumentCoder()
    var document: [UInt8] = []
    coder.encode(resumption.document, into: &document)
    members.append(text: ",\"behind\":")
    members.append(
      exactly: [
        "document": value(document), "stage": .integer(resumption.stage),
        "applied": .integer(Int(bitPattern: UInt(resumption.applied))),
      ])
  }

  /// Reads what that wrote; `nil` for anything else.
  static func resumption(_ request: Value, of key: InputKey) -> Resumption? {
    guard let behind = request["behind"], let bytes = behind["document"].flatMap(bytes),
      let stage = behind["stage"]?.integer, let applied = behind["applied"]?.integer
    else { return nil }
    var coder = DocumentCoder()
    guard var document = coder.decode(bytes.span) else { return nil }
    document.source.key = key
    return Resumption(
      document: document, stage: stage, applied: UInt64(UInt(bitPattern: applied)))
  }

  /// Reads what `append` wrote; `nil` for anything else.
  static func assignment(_ request: Value) -> Assignment? {
    guard let input = request["input"], let root = input["root"]?.string,
      let path = input["path"].flatMap(bytes), let record = input["record"]?.integer,
      let stamp = input["stamp"]?.list?.compactMap(\.integer), stamp.count == 4
    else { return nil }
    let item = InputItem(
      key: InputKey(root: root, path: path, record: record),
      stamp: FileStamp(
        size: stamp[0], modified: stamp[1], changed: stamp[2],
        inode: UInt64(UInt(bitPattern: stamp[3]))),
      payload: input["payload"].flatMap(bytes), tag: input["tag"]?.integer ?? 0)
    var assignment = Assignment(item: item, knownSHA256: input["known"]?.string)
    assignment.earlierAttempts = input["attempts"]?.integer ?? 0
    if let kept = input["kept"], let location = kept["location"].flatMap(location),
      let stage = kept["stage"]?.integer, let applied = kept["applied"]?.integer
    {
      assignment.kept = KeptDocument(
        location: location, stage: stage, applied: UInt64(UInt(bitPattern: applied)))
    }
    return assignment
  }

  // MARK: Answers

  /// Appends what became of one document: the only one in the batch.
  static func append(_ batch: CompletedBatch, before: [UInt8]?, to members: inout [UInt8]) {
    members.append(text: ",\"nanoseconds\":")
    members.append(exactly: .list(batch.stageNanoseconds.map(Value.integer)))
    members.append(text: ",\"input_bytes\":")
    members.append(decimal: batch.inputBytes)
    guard let entry = batch.entries.first else {
      members.append(text: ",\"restamped\":true")
      return
    }
    members.append(text: ",\"entry\":")
    members.append(exactly: value(entry))
    members.append(text: ",\"bytes\":")
    members.append(exactly: value(batch.bytes))
    if let before {
      members.append(text: ",\"document\":")
      members.append(exactly: value(before))
    }
  }

  /// Adds what an answer tells of to a batch.
  ///
  /// - Returns: the document before the stage that it failed in, encoded, if it failed; or why the
  ///   answer is none.
  static func read(
    _ answer: Value, of assignment: Assignment, into batch: inout CompletedBatch
  ) -> Result<[UInt8]?, MessageProblem> {
    guard let nanoseconds = answer["nanoseconds"]?.list?.compactMap(\.integer),
      nanoseconds.count == batch.stageNanoseconds.count,
      let inputBytes = answer["input_bytes"]?.integer
    else { return .failure(MessageProblem("", "the answer lacks its figures")) }
    for (index, count) in nanoseconds.enumerated() { batch.stageNanoseconds[index] += count }
    batch.inputBytes += inputBytes
    if answer["restamped"]?.bool == true {
      batch.restamped.append((assignment.item.key, assignment.item.stamp))
      return .success(nil)
    }
    guard var entry = answer["entry"].flatMap({ entry($0, assignment.item) }),
      let bytes = answer["bytes"].flatMap(bytes),
      (entry.location?.byteCount ?? 0) == bytes.count
    else { return .failure(MessageProblem("entry", "the answer lacks its entry")) }
    entry.location?.start = batch.bytes.count
    batch.bytes += bytes
    batch.entries.append(entry)
    return .success(answer["document"].flatMap(Self.bytes))
  }

  private static func value(_ entry: LedgerEntry) -> Value {
    func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }
    func number(_ number: Int?) -> Value { number.map(Value.integer) ?? .null }
    return [
      "sha256": .string(entry.sha256), "outcome": .integer(entry.outcome.rawValue),
      "stage": text(entry.stage), "reason": text(entry.reason), "message": text(entry.message),
      "offset": number(entry.offset), "transient": .bool(entry.isTransient),
      "duration": .integer(entry.duration),
      "applied": .integer(Int(bitPattern: UInt(entry.applied))),
      "reached": .integer(entry.reached), "attempts": .integer(entry.attempts),
      "kept": number(entry.kept), "location": entry.location.map(value) ?? .null,
      "measures": entry.measures.map { measures in
        [
          "text": .integer(measures.textBytes), "language": text(measures.language),
          "tokens": number(measures.tokens), "entities": number(measures.entities),
        ]
      } ?? .null,
    ]
  }

  private static func entry(_ value: Value, _ item: InputItem) -> LedgerEntry? {
    guard let outcome = value["outcome"]?.integer.flatMap(Outcome.init),
      let sha256 = value["sha256"]?.string, let applied = value["applied"]?.integer,
      let reached = value["reached"]?.integer, let duration = value["duration"]?.integer
    else { return nil }
    var measures: DocumentMeasures?
    if let value = value["measures"], let textBytes = value["text"]?.integer {
      measures = DocumentMeasures(
        textBytes: textBytes, language: value["language"]?.string,
        tokens: value["tokens"]?.integer, entities: value["entities"]?.integer)
    }
    return LedgerEntry(
      key: item.key, stamp: item.stamp, sha256: sha256, outcome: outcome,
      stage: value["stage"]?.string, reason: value["reason"]?.string,
      message: value["message"]?.string, offset: value["offset"]?.integer,
      isTransient: value["transient"]?.bool ?? false, duration: duration,
      applied: UInt64(UInt(bitPattern: applied)), reached: reached,
      location: value["location"].flatMap(location), measures: measures,
      attempts: value["attempts"]?.integer ?? 1, kept: value["kept"]?.integer)
  }

  // MARK: Parts

  private static func value(_ location: SpoolLocation) -> Value {
    [
      "segment": .integer(location.segment), "start": .integer(location.start),
      "lengths": .list(location.lengths.map(Value.integer)),
      "checksum": .integer(Int(bitPattern: UInt(location.checksum))),
    ]
  }

  private static func location(_ value: Value) -> SpoolLocation? {
    guard let segment = value["segment"]?.integer, let start = value["start"]?.integer,
      let lengths = value["lengths"]?.list?.compactMap(\.integer),
      let checksum = value["checksum"]?.integer
    else { return nil }
    return SpoolLocation(
      segment: segment, start: start, lengths: lengths,
      checksum: UInt64(UInt(bitPattern: checksum)))
  }

  /// Bytes are text where they are UTF-8, and else a list with their hexadecimal digits.
  static func value(_ bytes: [UInt8]) -> Value {
    if let text = String(validating: bytes, as: UTF8.self) { return .string(text) }
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count * 2)
    let hexadecimal = Array("0123456789abcdef".utf8)
    for byte in bytes {
      digits.append(hexadecimal[Int(byte >> 4)])
      digits.append(hexadecimal[Int(byte & 15)])
    }
    return .list([.string(String(decoding: digits, as: UTF8.self))])
  }

  static func bytes(_ value: Value) -> [UInt8]? {
    if let text = value.string { return Array(text.utf8) }
    guard let digits = value.list?.first?.string?.utf8, digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }
}
