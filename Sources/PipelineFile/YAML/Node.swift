import Diagnostics

/// A value of the file as it is written, with its place. What a scalar means is not decided here:
/// the option that it is given to decides.
struct Node: Sendable {
  enum Content: Sendable {
    case scalar(Scalar)
    case list([Node])
    case table([Entry])
  }

  struct Scalar: Sendable {
    var text: String
    /// Whether it stands without quotes, so that it may mean nothing at all, as `~` does.
    var isPlain: Bool
    /// The column of the first character of the text, where the text stands in one line as it is.
    var textColumn: Int?
  }

  struct Entry: Sendable {
    var key: String
    var keyLocation: SourceLocation
    var value: Node
  }

  var content: Content
  var location: SourceLocation

  /// A value that is left open, as after a key alone.
  static func nothing(at location: SourceLocation) -> Node {
    Node(content: .scalar(Scalar(text: "", isPlain: true, textColumn: nil)), location: location)
  }

  var scalar: Scalar? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar
  }

  var entries: [Entry]? {
    guard case .table(let entries) = content else { return nil }
    return entries
  }

  /// Whether the value is left open: nothing, `~` or `null`, without quotes.
  var isNull: Bool {
    guard let scalar, scalar.isPlain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }

  /// The entry `key` of a table.
  func entry(_ key: String) -> Entry? {
    entries?.first { $0.key == key }
  }

  /// The place of a scalar's character, or of the scalar where that is not known.
  func location(ofCharacter offset: Int) -> SourceLocation {
    guard let column = scalar?.textColumn else { return location }
    return SourceLocation(file: location.file, line: location.line, column: column + offset)
  }
}
