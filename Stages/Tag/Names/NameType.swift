import StageKit

/// The types of names, as the lists and the rules tell them apart.
enum NameType: UInt8 {
  case person
  case organisation
  /// A country: a place with an ISO code, and no surname.
  case country
  /// Another place with a government.
  case place
  case location
  case facility
  case nationality
  case event
  case language
  case law
  case product
  /// An index of shares, a series of races and the like.
  case other

  /// The number of the type in `TypeTable`.
  var number: Int { Self.numbers[Int(rawValue)] }

  private static let numbers = [
    EntityType.person, .organisation, .geopolitical, .geopolitical, .location, .facility,
    .nationality, .event, .language, .law, .product, .miscellaneous,
  ].map(TypeTable.number)
}
