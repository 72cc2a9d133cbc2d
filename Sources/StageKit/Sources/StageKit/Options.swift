public import TextKit

/// What an option accepts. One table of these per stage feeds decoding, checking, help, the JSON
/// Schema and the reference.
public indirect enum OptionKind: Sendable, Equatable {
  case boolean
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  case string
  /// A path, relative to the folder of the pipeline file.
  case path(PathUse)
  /// A number of bytes: a whole number, or one with a unit such as `16 MB` or `512 KiB`.
  case byteCount(ClosedRange<Int>)
  /// A length of time in seconds: a whole number, or one with units such as `90 s` or `1h 30m`.
  case duration(ClosedRange<Int>)
  /// One of a few words.
  case choice([String])
  /// A list; a single element may stand for a list of one.
  case list(OptionKind)
  /// Free keys, each with a value of one kind.
  case map(OptionKind)
  /// Keys with a table of their own.
  case object([OptionSpecification])

  /// What a path is for, which decides what can be checked before a run.
  public enum PathUse: Sendable, Equatable {
    /// Files, folders or globs that a source reads; `-` is standard input.
    case input
    /// A file that a stage reads when it is made, such as a list of names.
    case resource
    /// Something that is written.
    case output
  }
}

/// One option of a stage: a row of its table.
public struct OptionSpecification: Sendable, Equatable {
  /// The YAML key, in `snake_case`.
  public var key: String
  /// What the option accepts.
  public var kind: OptionKind
  /// The value where the option is not given; `null` where there is none.
  public var defaultValue: Value
  /// Whether a pipeline file must give the option.
  public var isRequired: Bool
  /// One line that says what the option does.
  public var help: String
  /// Whether what becomes of a document can depend on the option. One that only says which inputs
  /// there are, or where the output goes, has no such effect: changing it redoes nothing.
  public var affectsDocuments = true
}

/// The typed options of a stage.
///
/// A conforming structure has a stored property for each option, whose initial value is the
/// default, and one table that connects keys with properties:
///
///     struct SegmentOptions: StageOptions {
///       var maximumSentenceBytes = 4096
///       static var fields: [OptionField<Self>] {
///         [.integer("max_sentence_bytes", \.maximumSentenceBytes, in: 64...1_000_000,
///                   help: "longer sentences are cut at a space")]
///       }
///     }
public protocol StageOptions: Sendable {
  init()
  static var fields: [OptionField<Self>] { get }
}

/// The options of a stage that has none.
public struct NoOptions: StageOptions {
  /// Makes the options, of which there are none.
  public init() {}
  /// An empty table.
  public static var fields: [OptionField<NoOptions>] { [] }
}

/// One option and the property that it sets.
public struct OptionField<Options: StageOptions>: Sendable {
  /// A property of the options that a field sets.
  public typealias Property<Held> = any WritableKeyPath<Options, Held> & Sendable

  /// The row of the table.
  public var specification: OptionSpecification
  let assign: @Sendable (inout Options, Value) throws(OptionProblem) -> Void
}

extension OptionField {
  /// The same option, marked as one that what becomes of a document does not depend on.
  public func withoutEffectOnDocuments() -> OptionField {
    var field = self
    field.specification.affectsDocuments = false
    return field
  }
}

/// What is wrong with an option's value, and which one is meant.
public struct OptionProblem: Error, Sendable, Equatable {
  /// One step on the way from the stage's options to the value.
  public enum Step: Sendable, Equatable {
    case key(String)
    case index(Int)
  }

  /// The way to the value; empty for the options as a whole.
  public var path: [Step]
  /// Lower case, without a full stop.
  public var message: String

  /// A problem with the value that `path` leads to.
  public init(_ path: [Step] = [], _ message: String) {
    self.path = path
    self.message = message
  }

  /// A problem with the value of one option.
  public init(_ key: String, _ message: String) {
    self.init([.key(key)], message)
  }

  /// A problem with one element of an option that is a list.
  public init(_ key: String, _ index: Int, _ message: String) {
    self.init([.key(key), .index(index)], message)
  }
}

extension StageOptions {
  /// The rows of the table.
  public static var specifications: [OptionSpecification] { fields.map(\.specification) }

  /// Sets the properties from an object of checked values; keys that are absent or `null` keep
  /// their defaults.
  ///
  /// - Throws: the first key that is unknown or value of the wrong kind. Pipeline files are checked
  ///   in full, with locations, before they come here.
  public init(decoding value: Value) throws(OptionProblem) {
    self.init()
    guard let members = value.members else {
      if value == .null { return }
      throw OptionProblem([], "an object is expected")
    }
    let fields = Self.fields
    for member in members {
      guard let field = fields.first(where: { $0.specification.key == member.key }) else {
        throw OptionProblem(member.key, "unknown option '\(member.key)'")
      }
      if member.value == .null { continue }
      try field.assign(&self, member.value)
    }
  }
}

extension OptionField {
  private init(
    _ key: String, _ kind: OptionKind, _ defaultValue: Value, required: Bool, help: String,
    assign: @escaping @Sendable (inout Options, Value) throws(OptionProblem) -> Void
  ) {
    self.specification = OptionSpecification(
      key: key, kind: kind, defaultValue: defaultValue, isRequired: required, help: help)
    self.assign = assign
  }

  /// True or false.
  public static func boolean(
    _ key: String, _ property: Property<Bool>, help: String
  ) -> OptionField {
    OptionField(key, .boolean, .bool(Options()[keyPath: property]), required: false, help: help) {
      (options, value) throws(OptionProblem) in
      options[keyPath: property] = try unwrap(value.bool, key, "true or false")
    }
  }

  /// A whole number within a range.
  public static func integer(
    _ key: String, _ property: Property<Int>, in range: ClosedRange<Int>,
    help: String
  ) -> OptionField {
    OptionField(
      key, .integer(range), .integer(Options()[keyPath: property]), required: false, help: help
    ) { (options, value) throws(OptionProblem) in
      options[keyPath: property] = try unwrap(value.integer, key, "a whole number")
    }
  }

  /// A whole number that may be left open.
  public static func integer(
    _ key: String, _ property: Property<Int?>,
    in range: ClosedRange<Int>, help: String
  ) -> OptionField {
    OptionField(
      key, .integer(range), Options()[keyPath: property].map(Value.integer) ?? .null,
      required: false, help: help
    ) { (options, value) throws(OptionProblem) in
      options[keyPath: property] = try unwrap(value.integer, key, "a whole number")
    }
  }

  /// A number within a range.
  public static func number(
    _ key: String, _ property: Property<Double>,
    in range: ClosedRange<Double>, help: String
  ) -> OptionField {
    OptionField(
      key, .number(range), .number(Options()[keyPath: property]), required: false, help: help
    ) { (options, value) throws(OptionProblem) in
      options[keyPath: property] = try unwrap(value.number, key, "a number")
    }
  }

  /// A number that may be left open.
  public static func number(
    _ key: String, _ property: Property<Double?>, in range: ClosedRange<Double>, help: String
  ) -> OptionField {
    OptionField(
      key, .number(range), Options()[keyPath: property].map(Value.number) ?? .null,
      required: false, help: help
    ) { (options, value) throws(OptionProblem) in
      options[keyPath: property] = try unwrap(value.number, key, "a number")
    }
  }

  /// A string; without a default if it is required.
  public static func string(
    _ key: String, _ property: Property<String>, required: Bool = false,
    help: String
  ) -> OptionField {
    OptionField(
      key, .string, required ? .null : .string(Options()[keyPath: property]), required: required,
      help: help
    ) { (options, value) throws(OptionProblem) in
      options[keyPath: property] = try unwrap(value.string, key, "a string")
    }
  }

  /// A string that may be left open.
  public static func string(
    _ key: String, _ property: Property<String?>, help: String
  ) -> OptionField {
    OptionField(
      key, .string, Options()[keyPath: property].map(Value.string) ?? .null, required: false,
      help: help
    ) { (options, value) throws(OptionProblem) in
      options[keyPath: property] = try unwrap(value.string, key, "a string")
    }
  }

  /// A path for a use; without a default if it is required.
  public static func path(
    _ key: String, _ property: Property<String>,
    use: OptionKind.PathUse, required: Bool = false, help: String
  ) -> OptionField {
    OptionField(
      key, .path(use), required ? .null : .string(Options()[keyPath: property]),
      required: required, help: help
    ) { (options, value) throws(OptionProblem) in
      options[keyPath: property] = try unwrap(value.string, key, "a path")
    }
  }

  /// A path that may be left open.
  public static func path(
    _ key: String, _ property: Property<String?>, use: OptionKind.PathUse, help: String
  ) -> OptionField {
    OptionField(
      key, .path(use), Options()[keyPath: property].map(Value.string) ?? .null, required: false,
      help: help
    ) { (options, value) throws(OptionProblem) in
      options[keyPath: property] = try unwrap(value.string, key, "a path")
    }
  }

  /// A number of bytes within a range.
  public static func byteCount(
    _ key: String, _ property: Property<Int>, in range: ClosedRange<Int>,
    help: String
  ) -> OptionField {
    OptionField(
      key, .byteCount(range), .integer(Options()[keyPath: property]), required: false, help: help
    ) { (options, value) throws(OptionProblem) in
      options[keyPath: property] = try unwrap(value.integer, key, "a number of bytes")
    }
  }

  /// A length of time in seconds that may be left open.
  public static func duration(
    _ key: String, _ property: Property<Int?>, in range: ClosedRange<Int>, help: String
  ) -> OptionField {
    OptionField(
      key, .duration(range), Options()[keyPath: property].map(Value.integer) ?? .null,
      required: false, help: help
    ) { (options, value) throws(OptionProblem) in
      options[keyPath: property] = try unwrap(value.integer, key, "a length of time")
    }
  }

  /// One of the words of an enumeration whose raw values are those words.
  public static func choice<Choice>(
    _ key: String, _ property: Property<Choice>, help: String
  ) -> OptionField
  where Choice: RawRepresentable & CaseIterable & Sendable, Choice.RawValue == String {
    let words = Choice.allCases.map(\.rawValue)
    return OptionField(
      key, .choice(words), .string(Options()[keyPath: property].rawValue), required: false,
      help: help
    ) { (options, value) throws(OptionProblem) in
      options[keyPath: property] = try unwrap(
        value.string.flatMap(Choice.init(rawValue:)), key, "one of \(words)")
    }
  }

  /// A list of strings, paths or words.
  public static func strings(
    _ key: String, _ property: Property<[String]>,
    of element: OptionKind = .string, required: Bool = false, help: String
  ) -> OptionField {
    OptionField(
      key, .list(element),
      required ? .null : .list(Options()[keyPath: property].map(Value.string)),
      required: required, help: help
    ) { (options, value) throws(OptionProblem) in
      let elements = try unwrap(value.list, key, "a list")
      var strings: [String] = []
      for element in elements { strings.append(try unwrap(element.string, key, "a string")) }
      options[keyPath: property] = strings
    }
  }

  /// Free keys, each with a string.
  public static func stringMap(
    _ key: String, _ property: Property<[String: String]>, help: String
  ) -> OptionField {
    let members = Options()[keyPath: property].sorted { $0.key < $1.key }
      .map { Value.Member($0.key, .string($0.value)) }
    return OptionField(key, .map(.string), .object(members), required: false, help: help) {
      (options, value) throws(OptionProblem) in
      var map: [String: String] = [:]
      for member in try unwrap(value.members, key, "keys with strings") {
        map[member.key] = try unwrap(member.value.string, member.key, "a string")
      }
      options[keyPath: property] = map
    }
  }

  /// Free keys, each with a path.
  public static func pathMap(
    _ key: String, _ property: Property<[String: String]>, use: OptionKind.PathUse, help: String
  ) -> OptionField {
    var field = stringMap(key, property, help: help)
    field.specification.kind = .map(.path(use))
    return field
  }

  /// Options inside an option.
  public static func object<Nested: StageOptions>(
    _ key: String, _ property: Property<Nested?>, help: String
  ) -> OptionField {
    OptionField(key, .object(Nested.specifications), .null, required: false, help: help) {
      (options, value) throws(OptionProblem) in
      options[keyPath: property] = try Nested(decoding: value, below: .key(key))
    }
  }

  /// A list of options inside an option.
  public static func objects<Nested: StageOptions>(
    _ key: String, _ property: Property<[Nested]>, help: String
  ) -> OptionField {
    OptionField(key, .list(.object(Nested.specifications)), .list([]), required: false, help: help)
    { (options, value) throws(OptionProblem) in
      var decoded: [Nested] = []
      for (index, element) in try unwrap(value.list, key, "a list").enumerated() {
        decoded.append(try Nested(decoding: element, below: .key(key), .index(index)))
      }
      options[keyPath: property] = decoded
    }
  }
}

extension StageOptions {
  fileprivate init(decoding value: Value, below steps: OptionProblem.Step...)
    throws(OptionProblem)
  {
    do throws(OptionProblem) {
      try self.init(decoding: value)
    } catch {
      throw OptionProblem(steps + error.path, error.message)
    }
  }
}

private func unwrap<T>(_ value: T?, _ key: String, _ expected: String) throws(OptionProblem) -> T {
  guard let value else { throw OptionProblem(key, "\(expected) is expected") }
  return value
}
