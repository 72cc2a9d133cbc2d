public import StageKit

/// When a stage works on a document: what stands after `when:`.
///
///     language == en and not (section in [Sport, Weather] or title contains "live blog")
///
/// A comparison with a value that the document does not have is false, so that `!=` and `not in` are
/// true of it. Text is compared exactly as it stands. `byline` holds several names; a comparison is
/// true if it is of any one. Dates are compared as far as both are given: `published >= 2023-09` is
/// true of an article of 1 September 2023.
public indirect enum Condition: Sendable, Equatable {
  /// `true` or `false`.
  case always(Bool)
  /// The document has a value for the field.
  case exists(Field)
  /// The value is one of these.
  case isIn(Field, [String])
  /// The text stands somewhere in the value.
  case contains(Field, String)
  /// The value stands in this order to the given one.
  case compares(Field, Ordering, String)
  case not(Condition)
  case all([Condition])
  case any([Condition])

  /// What can be asked of a document.
  public enum Field: String, Sendable, CaseIterable {
    case language
    case confidence
    case title
    case subtitle
    case byline
    case site
    case section
    case url
    case published
    case updated
    case path
    case form
    case encoding
    case bytes
  }

  /// How two values stand to each other. Text is only compared for being equal.
  public enum Ordering: String, Sendable, CaseIterable {
    case less = "<"
    case lessOrEqual = "<="
    case equal = "=="
    case greaterOrEqual = ">="
    case greater = ">"
  }

  /// Whether the stage is to work on this document.
  public func evaluate(_ document: Document) -> Bool {
    switch self {
    case .always(let value): value
    case .exists(let field): field.exists(in: document)
    case .isIn(let field, let values):
      values.contains { field.compares(.equal, $0, in: document) }
    case .contains(let field, let part):
      field.texts(of: document).contains { $0.utf8.contains(part.utf8) }
    case .compares(let field, let ordering, let value):
      field.compares(ordering, value, in: document)
    case .not(let condition): !condition.evaluate(document)
    case .all(let conditions): conditions.allSatisfy { $0.evaluate(document) }
    case .any(let conditions): conditions.contains { $0.evaluate(document) }
    }
  }

  /// Whether some part of the condition asks for what stages find out about a document, in contrast
  /// to what is known from the start.
  var readsMetadata: Bool {
    switch self {
    case .always: false
    case .exists(let field), .isIn(let field, _), .contains(let field, _),
      .compares(let field, _, _):
      field.isMetadata
    case .not(let condition): condition.readsMetadata
    case .all(let conditions), .any(let conditions): conditions.contains(where: \.readsMetadata)
    }
  }
}

extension Condition: CustomStringConvertible {
  /// The condition in one spelling: those that mean the same by their form read the same.
  public var description: String {
    switch self {
    case .always(let value): "\(value)"
    case .exists(let field): "\(field.rawValue) exists"
    case .isIn(let field, let values):
      "\(field.rawValue) in [\(values.map(Self.quote).joined(separator: ", "))]"
    case .contains(let field, let part): "\(field.rawValue) contains \(Self.quote(part))"
    case .compares(let field, let ordering, let value):
      "\(field.rawValue) \(ordering.rawValue) \(Self.quote(value))"
    case .not(let condition): "not (\(condition))"
    case .all(let conditions): conditions.map { "(\($0))" }.joined(separator: " and ")
    case .any(let conditions): conditions.map { "(\($0))" }.joined(separator: " or ")
    }
  }

  private static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
