import StageKit
import TextKit

/// The phrases of users' own files.
///
/// A phrase without a capital letter is found in any case, any other only as it is written. Where a
/// phrase stands twice, the first one counts.
struct UserGazetteer: Sendable {
  private struct Entry {
    /// The type's number in `TypeTable`.
    var type: UInt32
    /// The bytes of the link in `links`.
    var link: Range<Int>
  }

  private var exact = PhraseTable()
  private var folded = PhraseTable()
  /// Entry 0 is none.
  private var entries = [Entry(type: 0, link: 0..<0)]
  private var links: [UInt8] = []
  /// The types that only these files know, in the order of first naming.
  private(set) var types: [EntityType] = []

  var isEmpty: Bool { entries.count == 1 }

  /// A line that is no entry.
  struct Problem: Error {
    /// From 1.
    var line: Int
    var message: String
  }

  /// Adds the entries of one file: `phrase<TAB>type[<TAB>link]`, `#` for comments.
  mutating func add(_ file: [UInt8]) throws(Problem) {
    var pieces: [Piece] = []
    var start = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    while start < file.count {
      line += 1
      var end = file.span.firstOffset(of: UInt8(ascii: "\n"), in: start..<file.count) ?? file.count
      let next = end + 1
      if end > start && file[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      if end > start && file[start] != UInt8(ascii: "#") {
        do throws(Problem) {
          try addLine(file[start..<end], line, &pieces)
        } catch {
          throw error
        }
      }
      start = next
    }
  }

  private mutating func addLine(
    _ bytes: ArraySlice<UInt8>, _ line: Int, _ pieces: inout [Piece]
  ) throws(Problem) {
    if bytes.trimmed.isEmpty { return }
    let columns = bytes.fields(separatedBy: UInt8(ascii: "\t"))
    guard columns.count == 2 || columns.count == 3 else {
      throw Problem(line: line, message: "a phrase, a type and perhaps a link are expected")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Problem(line: line, message: "the line is not valid UTF-8")
    }
    let phrase = columns[0]
    pieces.removeAll(keepingCapacity: true)
    PieceScanner(lexicon: nil).scan(phrase.span, 0..<phrase.count, into: &pieces)
    guard pieces.contains(where: { $0.kind != .mark }) else {
      throw Problem(line: line, message: "the phrase has neither letter nor digit")
    }
    let name = columns[1]
    let isType =
      name.first?.isASCIIUppercase == true
      && name.allSatisfy { $0.isASCIIUppercase || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
    guard isType else {
      throw Problem(
        line: line, message: "the type '\(name.string)' is not made of capitals, digits and '_'")
    }
    let number = number(of: EntityType(rawValue: name.string))
    let linkStart = links.count
    if columns.count == 3 { links.append(contentsOf: columns[2]) }
    entries.append(Entry(type: UInt32(number), link: linkStart..<links.count))
    let hashes = pieces.lazy.map(\.hash)
    if pieces.contains(where: \.isName) {
      exact.insert(hashes, entry: entries.count - 1)
    } else {
      folded.insert(hashes, entry: entries.count - 1)
    }
  }

  private mutating func number(of type: EntityType) -> Int {
    if let own = TypeTable.ownTypes.firstIndex(of: type) { return own }
    let index = types.firstIndex(of: type) ?? types.count
    if index == types.count { types.append(type) }
    return TypeTable.ownTypes.count + index
  }

  /// The link of an entry.
  func link(_ entry: Int) -> String? {
    let range = entries[entry].link
    return range.isEmpty ? nil : String(decoding: links[range], as: UTF8.self)
  }

  /// Proposes the longest phrase that starts at each piece.
  func find(_ pieces: [Piece], _ text: Span<UInt8>, into candidates: inout [Candidate]) {
    if isEmpty { return }
    for index in pieces.indices {
      var match = exact.isEmpty ? nil : exact.longestMatch(pieces, from: index) { pieces[$0].hash }
      if !folded.isEmpty {
        let other = folded.longestMatch(pieces, from: index) {
          pieces[$0].isName ? text.foldedHash(pieces[$0]) : pieces[$0].hash
        }
        if let other, other.end > match?.end ?? 0 { match = other }
      }
      guard let match else { continue }
      candidates.append(
        Candidate(
          index..<match.end, type: Int(entries[match.entry].type), entry: match.entry,
          by: .gazetteer))
    }
  }
}
