public import StageKit

/// The options of `fetch`.
public struct FetchOptions: StageOptions {
  public var paths: [String] = []
  public var roots: [String: String] = [:]
  public var include: [String] = []
  public var exclude: [String] = []
  public var recursive = true
  public var hidden = false
  public var maximumBytes = 16_000_000
  public var split: SplitOptions?
  public var fields: [String: String] = [:]
  public var encoding = "auto"

  public init() {}

  public static var fields: [OptionField<FetchOptions>] {
    [
      .strings(
        "paths", \.paths, of: .path(.input),
        help: "files, folders and globs to read, '-' for standard input; required unless 'roots'"),
      .pathMap(
        "roots", \.roots, use: .input,
        help: "the same with a label for each, which starts the identifiers of its documents"),
      .strings(
        "include", \.include,
        help: "globs; only files are taken whose path below the root, or name, matches one"),
      .strings(
        "exclude", \.exclude,
        help: "globs; files and folders whose path below the root, or name, matches are left out"),
      .boolean("recursive", \.recursive, help: "whether folders inside folders are read"),
      .boolean("hidden", \.hidden, help: "whether names that start with a dot are taken"),
      .byteCount(
        "max_bytes", \.maximumBytes, in: 1...2_000_000_000,
        help: "larger documents are set aside; counted after decompression"),
      .object("split", \.split, help: "how files that hold many articles are divided"),
      .stringMap(
        "fields", \.fields,
        help: "where JSON holds the parts of an article, such as {title: headline, text: body.full}"
      ),
      .string(
        "encoding", \.encoding, help: "the character encoding of all inputs; 'auto' finds it out"),
    ]
  }
}

/// The options under `split`.
public struct SplitOptions: StageOptions {
  /// What files hold.
  public enum Format: String, Sendable, CaseIterable {
    /// As the ending says; standard input and `.json` and `.xml` files are looked into.
    case auto
    /// One document each.
    case none
    case jsonl
    case json
    case mbox
    case feed
  }

  public var separator: String?
  public var format = Format.auto

  public init() {}

  public static var fields: [OptionField<SplitOptions>] {
    [
      .string(
        "separator", \.separator, help: "the line that stands between articles in text files"),
      .choice("format", \.format, help: "what every file holds, whatever its ending"),
    ]
  }
}
