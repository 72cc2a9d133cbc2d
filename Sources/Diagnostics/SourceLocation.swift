/// A place in a file that people edit.
public struct SourceLocation: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The path as the user named it, or what else the text came from, such as `--set`.
  public var file: String
  /// From 1.
  public var line: Int
  /// From 1, counted in Unicode scalars.
  public var column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  public var description: String { "\(file):\(line):\(column)" }

  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    if left.file != right.file {
      return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
    return (left.line, left.column) < (right.line, right.column)
  }
}
