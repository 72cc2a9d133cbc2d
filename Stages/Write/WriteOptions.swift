public import StageKit
public import TextKit

/// What a pipeline file says of its output.
public struct WriteOptions: StageOptions {
  /// How records are laid out in files.
  public enum Format: String, Sendable, CaseIterable {
    /// One file, one record a line.
    case jsonl
    /// One file a document, in folders like those of the inputs.
    case json
  }

  public var path = ""
  public var format = Format.jsonl
  /// The keys of the record to keep, by their names; all if empty.
  public var fieldNames: [String] = []
  public var offsets = OffsetUnit.codepoints
  public var tokens = false
  public var rawOffsets = false
  public var indent = 0

  public init() {}

  public static var fields: [OptionField<Self>] {
    [
      .path(
        "path", \.path, use: .output, required: true,
        help: "the file, or with 'format: json' the folder, that is written"),
      .choice(
        "format", \.format,
        help: "'jsonl' writes one file with a record a line, 'json' one file a document"),
      .strings(
        "fields", \.fieldNames, of: .choice(RecordKey.allCases.map(\.rawValue)),
        help: "the keys of the record to keep, always in the order of the record; all if empty"),
      .choice(
        "offsets", \.offsets,
        help: "the unit of 'start' and 'end': codepoints as Python counts, "
          + "UTF-8 bytes, or utf16 as JavaScript and Java count"),
      .boolean(
        "tokens", \.tokens, help: "whether records hold the tokens, which doubles their size"),
      .boolean(
        "offsets_raw", \.rawOffsets,
        help:
          "whether records hold 'raw_offsets': for every piece of the text, where it starts in it "
          + "and between which bytes of the file it stands"),
      .integer(
        "indent", \.indent, in: 0...8,
        help: "the spaces a level of 'format: json' is indented by; 0 for one line"),
    ]
  }
}
