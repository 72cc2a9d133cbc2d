/// A plain value: what a JSON text or a stage's options hold.
///
/// Objects keep the order of their members, so that what is written is the same every time.
public indirect enum Value: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case list([Value])
  case object([Member])

  /// One named value of an object.
  public struct Member: Sendable, Equatable {
    /// The name.
    public var key: String
    /// What stands behind the name.
    public var value: Value

    /// Makes a member.
    public init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// The value of the member `key`, or `nil` if this is no object or has no such member. Of
  /// repeated members the last one counts, as RFC 8259 §4 describes most readers.
  public subscript(key: String) -> Value? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The text, if this is a string.
  public var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The elements, if this is a list.
  public var list: [Value]? {
    guard case .list(let elements) = self else { return nil }
    return elements
  }

  /// The members, if this is an object.
  public var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The whole number, if this is one.
  public var integer: Int? {
    guard case .integer(let integer) = self else { return nil }
    return integer
  }

  /// The truth value, if this is one.
  public var bool: Bool? {
    guard case .bool(let bool) = self else { return nil }
    return bool
  }

  /// The number, whole or not.
  public var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A list.
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
  /// An object whose members keep the order of the literal.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self = .object(elements.map { Member($0, $1) })
  }
  /// `null`.
  public init(nilLiteral: ()) { self = .null }
}
