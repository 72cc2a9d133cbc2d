import StageKit
import TextKit

/// Sets metadata from the members of a message.
enum MetadataReading {
  /// The members that are metadata, as in records.
  static let names: Set<String> = [
    "title", "subtitle", "byline", "site", "section", "url", "language", "published", "updated",
    "captions", "notes", "origins",
  ]

  /// Sets one value; `null` is for one that is not known.
  static func set(
    _ member: Value.Member, of message: Field, in metadata: inout Metadata
  ) throws(MessageProblem) {
    let field = message[member.key]
    switch member.key {
    case "title": metadata.title = try field?.string()
    case "subtitle": metadata.subtitle = try field?.string()
    case "byline": metadata.byline = try field?.strings() ?? []
    case "site": metadata.site = try field?.string()
    case "section": metadata.section = try field?.string()
    case "url": metadata.url = try field?.string()
    case "language": metadata.language = try field.map(language)
    case "published": metadata.published = try field?.string()
    case "updated": metadata.updated = try field?.string()
    case "captions": metadata.captions = try field?.map(caption) ?? []
    case "notes": metadata.notes = try field?.strings() ?? []
    case "origins": try setOrigins(field, in: &metadata)
    default: break
    }
  }

  private static func language(_ field: Field) throws(MessageProblem) -> Metadata.Language {
    if let code = field.value.string { return Metadata.Language(code: code, confidence: 1) }
    return Metadata.Language(
      code: try field.require("code").string(),
      confidence: try field["confidence"]?.number() ?? 1)
  }

  private static func caption(_ field: Field) throws(MessageProblem) -> Metadata.Caption {
    Metadata.Caption(
      text: try field.require("text").string(), credit: try field["credit"]?.string())
  }

  /// Origins can only be added to, so that replacing them takes new metadata.
  private static func setOrigins(
    _ field: Field?, in metadata: inout Metadata
  ) throws(MessageProblem) {
    var replaced = Metadata()
    replaced.title = metadata.title
    replaced.subtitle = metadata.subtitle
    replaced.byline = metadata.byline
    replaced.site = metadata.site
    replaced.section = metadata.section
    replaced.url = metadata.url
    replaced.language = metadata.language
    replaced.published = metadata.published
    replaced.updated = metadata.updated
    replaced.captions = metadata.captions
    replaced.notes = metadata.notes
    for member in try field?.object() ?? [] {
      guard let origin = member.value.string else {
        throw MessageProblem("origins.\(member.key)", "a string is expected")
      }
      replaced.setOrigin(of: member.key, origin)
    }
    metadata = replaced
  }
}
