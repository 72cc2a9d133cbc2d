package import StageKit
import TextKit

/// A span that a recogniser proposes as an entity.
///
/// Plain numbers only: candidates are made and sorted by the million, and what an entity says in
/// words is looked up for those that are kept.
package struct Candidate {
  /// Who proposes, in the order of being heard.
  enum Recogniser: UInt8 {
    case gazetteer
    case patterns
    case names
  }

  var pieces: Range<Int32>
  /// The pieces of a title in front; empty if there is none.
  var title: Range<Int32> = 0..<0
  /// The type's number in the stage's `TypeTable`.
  var type: Int32
  /// The entry of the gazetteer or the lexicon, 0 for none.
  var entry: UInt32 = 0
  var recogniser: Recogniser
  /// How likely the model has it; `nil` for what it has not found.
  var probability: Float?

  init(
    _ pieces: Range<Int>, type: Int, entry: Int = 0, title: Range<Int>? = nil,
    probability: Float? = nil, by recogniser: Recogniser
  ) {
    self.pieces = Int32(pieces.lowerBound)..<Int32(pieces.upperBound)
    if let title { self.title = Int32(title.lowerBound)..<Int32(title.upperBound) }
    self.type = Int32(type)
    self.entry = UInt32(entry)
    self.probability = probability
    self.recogniser = recogniser
  }

  package var pieceRange: Range<Int> { Int(pieces.lowerBound)..<Int(pieces.upperBound) }
  package var titleRange: Range<Int>? {
    title.isEmpty ? nil : Int(title.lowerBound)..<Int(title.upperBound)
  }

  /// The type, if it is one of the stage's own.
  package var entityType: EntityType {
    let number = Int(type)
    return number < TypeTable.ownTypes.count ? TypeTable.ownTypes[number] : .miscellaneous
  }
}
