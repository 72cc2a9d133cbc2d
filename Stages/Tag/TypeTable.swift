import StageKit
import TextKit

/// The types of entities by number, and under which names they are shown.
struct TypeTable: Sendable {
  /// The types that the stage itself finds or knows, by their numbers.
  static let ownTypes: [EntityType] = [
    .person, .organisation, .geopolitical, .location, .facility, .nationality, .event, .language,
    .product, .law, .miscellaneous, .date, .time, .money, .percent, .quantity, .ordinal, .cardinal,
    .url, .email, .handle, .hashtag, .phone,
  ]

  /// By number; `nil` for a type that is not to be shown.
  let shown: [EntityType?]
  private let all: [EntityType]

  /// - Parameter userTypes: types of gazetteers, whose numbers follow those of the stage's own.
  /// - Throws: if a type that is to be kept is one that cannot occur.
  init(
    _ scheme: TagOptions.Scheme, keeping names: [String], userTypes: [EntityType]
  ) throws(OptionProblem) {
    let all = Self.ownTypes + userTypes
    self.all = all
    let schemed = scheme == .conll4 ? all.map(Self.conll) : all.map(Optional.some)
    for (index, name) in names.enumerated() where !schemed.contains(EntityType(rawValue: name)) {
      var seen: Set<EntityType> = []
      let list = schemed.compactMap { $0 }.filter { seen.insert($0).inserted }
        .map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw OptionProblem("types", index, "unknown type '\(name)'; one of \(list) is expected")
    }
    shown = schemed.map { type in
      guard let type, names.isEmpty || names.contains(type.rawValue) else { return nil }
      return type
    }
  }

  /// The number of a type of the stage's own.
  static func number(of type: EntityType) -> Int {
    guard let number = ownTypes.firstIndex(of: type) else {
      preconditionFailure("the type '\(type.rawValue)' has no number")
    }
    return number
  }

  /// The number of a type, also of a user's.
  func number(of type: EntityType) -> Int {
    guard let number = all.firstIndex(of: type) else {
      preconditionFailure("the type '\(type.rawValue)' has no number")
    }
    return number
  }

  /// Types of users' own stay as they are.
  private static func conll(_ type: EntityType) -> EntityType? {
    switch type {
    case .person: EntityType(rawValue: "PER")
    case .geopolitical, .location, .facility: .location
    case .nationality, .event, .language, .product, .law: .miscellaneous
    case .date, .time, .money, .percent, .quantity, .ordinal, .cardinal, .url, .email, .handle,
      .hashtag, .phone:
      nil
    default: type
    }
  }
}

extension ChainLabels {
  /// Whether a model can have a type of that name: capitals first, then digits and `_`, too.
  package static func isType(_ name: String) -> Bool {
    name.utf8.first?.isASCIIUppercase == true
      && name.utf8.allSatisfy {
        $0.isASCIIUppercase || $0.isASCIIDigit || $0 == UInt8(ascii: "_")
      }
  }
}
