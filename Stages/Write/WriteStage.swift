public import StageKit
import TextKit

/// Writes each document as a JSON record.
public struct WriteStage: SinkStage {
  /// What one worker reuses from document to document.
  public struct Scratch {
    var offsets: OffsetConverter
    var line: [UInt8] = []
  }

  public static let descriptor = StageDescriptor(
    name: "write", summary: "writes each document as a JSON record", role: .sink, version: 1,
    reads: [.text])

  public let output: OutputLayout
  private let writer: RecordWriter
  private let offsets: OffsetUnit
  private let indent: Int
  public let needsRawOffsets: Bool

  public init(options: WriteOptions, context: StageContext) throws(OptionProblem) {
    var path = context.resolveOutput(options.path)
    let namesFolder = path.utf8.last == UInt8(ascii: "/")
    switch options.format {
    case .jsonl:
      guard !options.path.isEmpty, !namesFolder else {
        throw OptionProblem("path", "'format: jsonl' writes a file; name one, such as 'news.jsonl'")
      }
      for ending in [".gz", ".zst", ".bz2", ".xz", ".zip"] where options.path.hasSuffix(ending) {
        throw OptionProblem(
          "path",
          "what is written is not compressed; name it '\(options.path.dropLast(ending.count))'")
      }
      guard options.indent == 0 else {
        throw OptionProblem(
          "indent", "'format: jsonl' has a record a line; leave 'indent' out or use 'format: json'")
      }
      output = .file(path: path)
    case .json:
      guard !options.path.isEmpty else {
        throw OptionProblem("path", "'format: json' writes a folder; name one, such as 'records'")
      }
      guard path != "-" else {
        throw OptionProblem(
          "path", "'format: json' writes a folder; only 'format: jsonl' goes to standard output")
      }
      while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
      output = .folder(path: path, ending: ".json")
    }
    writer = RecordWriter(keys: try Self.keys(options))
    offsets = options.offsets
    indent = options.indent
    needsRawOffsets = writer.keys.contains(.rawOffsets)
  }

  /// The keys to write, in the order of the record.
  private static func keys(_ options: WriteOptions) throws(OptionProblem) -> [RecordKey] {
    guard !options.fieldNames.isEmpty else {
      return RecordKey.allCases.filter {
        ($0 != .tokens || options.tokens) && ($0 != .rawOffsets || options.rawOffsets)
      }
    }
    for (index, name) in options.fieldNames.enumerated() where RecordKey(rawValue: name) == nil {
      throw OptionProblem("fields", index, "a record has no key '\(name)'")
    }
    let keys = RecordKey.allCases.filter { options.fieldNames.contains($0.rawValue) }
    // Naming the tokens asks for them as well as the option does; the two may not disagree the
    // other way round, or tokens would be missing without a word.
    guard !options.tokens || keys.contains(.tokens) else {
      throw OptionProblem(
        "tokens", "'fields' leaves 'tokens' out; add it there or drop this option")
    }
    guard !options.rawOffsets || keys.contains(.rawOffsets) else {
      throw OptionProblem(
        "offsets_raw", "'fields' leaves 'raw_offsets' out; add it there or drop this option")
    }
    return keys
  }

  public func makeScratch() -> Scratch {
    Scratch(offsets: OffsetConverter(offsets))
  }

  public func encode(
    _ document: Document, _ scratch: inout Scratch, into buffer: inout [UInt8]
  ) throws(StageFailure) {
    if indent == 0 {
      writer.append(document, &scratch.offsets, to: &buffer)
    } else {
      scratch.line.removeAll(keepingCapacity: true)
      writer.append(document, &scratch.offsets, to: &scratch.line)
      buffer.append(indenting: scratch.line, by: indent)
    }
    buffer.append("\n")
  }
}
