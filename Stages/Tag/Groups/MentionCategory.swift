import StageKit

/// Which mentions may be of one thing: those of one category.
struct MentionCategory: Equatable {
  private(set) var code: UInt64

  static let person = MentionCategory(code: 1)
  static let organisation = MentionCategory(code: 2)
  static let place = MentionCategory(code: 3)
  static let nationality = MentionCategory(code: 4)
  static let language = MentionCategory(code: 5)

  private init(code: UInt64) { self.code = code }

  /// - Returns: `nil` for dates, amounts, addresses and the like, which name nothing.
  init?(_ type: EntityType) {
    switch type {
    case .person, EntityType(rawValue: "PER"): self = .person
    case .organisation: self = .organisation
    case .geopolitical, .location: self = .place
    case .nationality: self = .nationality
    case .language: self = .language
    case .facility: self.init(code: 6)
    case .event: self.init(code: 7)
    case .product: self.init(code: 8)
    case .law: self.init(code: 9)
    case .miscellaneous: self.init(code: 10)
    case .date, .time, .money, .percent, .quantity, .ordinal, .cardinal, .url, .email, .handle,
      .hashtag, .phone:
      return nil
    default:
      // A type of a user's own, each a category by itself.
      var code: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in type.rawValue.utf8 { code = (code ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      self.init(code: code)
    }
  }
}
