import StageKit
import Testing
import TextKit

@testable import Tag

/// What becomes of a name that the model finds: `TYPE: text`.
func typed(_ text: String, _ name: String, as type: String) throws -> String {
  try typed(text, [(name, type)])
}

/// What becomes of names that the model finds, in their order: `TYPE: text`, a line each; behind a bar
/// the title.
func typed(_ text: String, _ names: [(text: String, type: String)]) throws -> String {
  let document = makeDocument(text)
  let bytes = document.text.utf8.span
  var reading = NameReading()
  var place = SentencePlace()
  reading.read(document, from: &place)
  let types = ["LOC", "MISC", "ORG", "PER"]
  var found: [NameTagger.Name] = []
  var from = 0
  for name in names {
    let start = try #require(
      (from..<text.utf8.count).first {
        Array(text.utf8.dropFirst($0)).starts(with: name.text.utf8)
      })
    let end = start + name.text.utf8.count
    from = end
    let first = try #require(reading.pieces.firstIndex { $0.start == start })
    let last = try #require(reading.pieces.firstIndex { $0.end == end })
    found.append(
      NameTagger.Name(
        pieces: first..<last + 1, type: try #require(types.firstIndex(of: name.type)),
        probability: 0.9))
  }
  var candidates: [Candidate] = []
  NameTyping(types, number: TypeTable.number).append(found, reading, to: &candidates)
  return candidates.map { candidate in
    let title = candidate.titleRange.map { " | " + bytes.string(ByteRange(reading.pieces, $0)) }
    let name = bytes.string(ByteRange(reading.pieces, candidate.pieceRange))
    return "\(candidate.entityType.rawValue): \(name)\(title ?? "")"
  }.joined(separator: "\n")
}
