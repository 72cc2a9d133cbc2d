import StageKit

/// The top-level keys of a record, in their order.
enum RecordKey: String, Sendable, CaseIterable {
  case identifier = "id"
  case source
  case title
  case subtitle
  case byline
  case site
  case section
  case url
  case language
  case published
  case updated
  case captions
  case notes
  case origins
  case text
  case rawOffsets = "raw_offsets"
  case paragraphs
  case sentences
  case tokens
  case entities
  case groups
  case summary
  case extra

  /// The layer without which the key is left out; `nil` for a key that every record has.
  var layer: Layer? {
    switch self {
    case .paragraphs: .paragraphs
    case .sentences: .sentences
    case .tokens: .tokens
    case .entities: .entities
    case .groups: .groups
    case .summary: .summary
    case .extra: .extra
    default: nil
    }
  }
}
