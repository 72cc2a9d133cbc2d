import StageKit
import TextKit

/// The phrases of users' own files, each with a type and perhaps an identifier and a rule of case.
///
/// Where a phrase stands twice, the first one counts.
package struct UserGazetteer: Sendable {
  /// In which case a phrase is found.
  enum CaseRule: String, CaseIterable {
    /// Only as it is written.
    case exact
    /// In any case.
    case any
    /// In any case if it has no capital letter, else only as it is written.
    case auto
  }

  /// A line that is no entry.
  struct Problem: Error {
    /// From 1.
    var line: Int
    var message: String
  }

  private struct Entry {
    /// The type's number in `TypeTable`.
    var type: UInt32
    /// Where the bytes of the link end in `links`; they start where those of the entry before end.
    var linkEnd: UInt32
  }

  /// Longer phrases are refused, so that finding them takes time by the length of the text only.
  static let maximumPieces = 64

  private var exact = PhraseTable()
  private var folded = PhraseTable()
  /// Entry 0 is none.
  private var entries = [Entry(type: 0, linkEnd: 0)]
  private var links: [UInt8] = []
  /// The types that only these files know, in the order of first naming.
  private(set) var types: [EntityType] = []
  /// The numbers of types by the hashes of their names.
  private var numbers: [UInt64: UInt32] = [:]
  private var pieces: [Piece] = []

  package init() {}

  var isEmpty: Bool { entries.count == 1 }

  /// Adds the entries of one file: JSON Lines if the first byte that is no space is `{`, else lines
  /// of columns with tabs between.
  mutating func add(_ file: [UInt8]) throws(Problem) {
    var start = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isJSON = file[start...].first { !$0.isASCIIWhitespace } == UInt8(ascii: "{")
    let newline = UInt8(ascii: "\n")
    let isText = String(validating: file, as: UTF8.self) != nil
    let lineCount = file.reduce(into: 1) { count, byte in count += byte == newline ? 1 : 0 }
    exact.reserve(lineCount)
    entries.reserveCapacity(entries.count + lineCount)
    var line = 0
    while start < file.count {
      line += 1
      var end = file.span.firstOffset(of: newline, in: start..<file.count) ?? file.count
      let next = end + 1
      if end > start && file[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      if !isText, String(validating: file[start..<end], as: UTF8.self) == nil {
        throw Problem(line: line, message: "the line is not valid UTF-8")
      }
      if isJSON {
        try addObject(file.span.extracting(start..<end), line)
      } else if end > start && file[start] != UInt8(ascii: "#") {
        try addColumns(file.span, start..<end, line)
      }
      start = next
    }
    pieces = []
  }

  /// `phrase<TAB>type[<TAB>link[<TAB>case]]`.
  private mutating func addColumns(
    _ file: Span<UInt8>, _ range: Range<Int>, _ line: Int
  ) throws(Problem) {
    var columns = InlineArray<4, Range<Int>>(repeating: range.upperBound..<range.upperBound)
    var count = 0
    var start = range.lowerBound
    while true {
      let tab = file.firstOffset(of: UInt8(ascii: "\t"), in: start..<range.upperBound)
      if count < 4 { columns[count] = trimmed(file, start..<(tab ?? range.upperBound)) }
      count += 1
      guard let tab else { break }
      start = tab + 1
    }
    if count == 1 && columns[0].isEmpty { return }
    guard 2...4 ~= count else {
      throw Problem(
        line: line, message: "a phrase, a type and perhaps a link and a rule of case are expected")
    }
    var rule = CaseRule.auto
    if count == 4, !columns[3].isEmpty { rule = try caseRule(file.string(columns[3]), line) }
    try add(
      file, columns[0], type: file.extracting(columns[1]), link: file.extracting(columns[2]),
      rule, line)
  }

  private func trimmed(_ file: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, file[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, file[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }

  /// `{"phrase": …, "type": …, "id": …, "case": …}`; other members are passed over.
  private mutating func addObject(_ bytes: Span<UInt8>, _ line: Int) throws(Problem) {
    if let plain = PlainEntry(bytes), let phrase = plain.phrase, let type = plain.type {
      var rule = CaseRule.auto
      if let word = plain.caseRule { rule = try caseRule(bytes.string(word), line) }
      let link = bytes.extracting(plain.identifier ?? 0..<0)
      return try add(bytes, phrase, type: bytes.extracting(type), link: link, rule, line)
    }
    var isBlank = true
    for index in 0..<bytes.count where !bytes[index].isASCIIWhitespace { isBlank = false }
    if isBlank { return }
    let value: Value
    do throws(JSONError) {
      value = try Value(json: bytes)
    } catch {
      throw Problem(line: line, message: "no JSON: \(error.message)")
    }
    guard let phrase = value["phrase"]?.string, let type = value["type"]?.string else {
      throw Problem(
        line: line, message: "an object with the strings 'phrase' and 'type' is expected")
    }
    func optional(_ key: String) throws(Problem) -> String? {
      guard let member = value[key], member != .null else { return nil }
      guard let string = member.string else {
        throw Problem(line: line, message: "the member '\(key)' is no string")
      }
      return string
    }
    let rule = try optional("case").map { (word) throws(Problem) in try caseRule(word, line) }
    let link = try optional("id") ?? ""
    try add(
      phrase.utf8.span, 0..<phrase.utf8.count, type: type.utf8.span, link: link.utf8.span,
      rule ?? .auto, line)
  }

  private func caseRule(_ word: String, _ line: Int) throws(Problem) -> CaseRule {
    guard let rule = CaseRule(rawValue: word) else {
      throw Problem(
        line: line, message: "the rule of case is 'exact', 'any' or 'auto', not '\(word)'")
    }
    return rule
  }

  private mutating func add(
    _ text: Span<UInt8>, _ phrase: Range<Int>, type: Span<UInt8>, link: Span<UInt8>,
    _ rule: CaseRule, _ line: Int
  ) throws(Problem) {
    pieces.removeAll(keepingCapacity: true)
    PieceScanner(lexicon: nil).scan(text, phrase, into: &pieces)
    guard pieces.contains(where: { $0.kind != .mark }) else {
      throw Problem(line: line, message: "the phrase has neither letter nor digit")
    }
    guard pieces.count <= Self.maximumPieces else {
      throw Problem(
        line: line,
        message: "the phrase has \(pieces.count) words and marks; \(Self.maximumPieces) are allowed"
      )
    }
    let number = try number(ofType: type, line)
    guard links.count + link.count <= Int(UInt32.max), entries.count <= Int(Int32.max) else {
      throw Problem(line: line, message: "the gazetteers have too many entries")
    }
    for index in 0..<link.count { links.append(link[index]) }
    entries.append(Entry(type: number, linkEnd: UInt32(links.count)))
    let isExact =
      rule == .exact || (rule == .auto && pieces.contains { $0.isName })
    if isExact {
      exact.insert(pieces.lazy.map(\.hash), entry: entries.count - 1)
    } else {
      for index in pieces.indices where pieces[index].isName {
        pieces[index].hash = text.foldedHash(pieces[index])
      }
      folded.insert(pieces.lazy.map(\.hash), entry: entries.count - 1)
    }
  }

  private mutating func number(ofType name: Span<UInt8>, _ line: Int) throws(Problem) -> UInt32 {
    let hash = hashBytes(name)
    if let number = numbers[hash] { return number }
    var isType = name.count > 0 && name[0].isASCIIUppercase
    for index in 0..<name.count {
      let byte = name[index]
      if !byte.isASCIIUppercase && !byte.isASCIIDigit && byte != UInt8(ascii: "_") {
        isType = false
      }
    }
    let word = name.string(0..<name.count)
    guard isType else {
      throw Problem(
        line: line, message: "the type '\(word)' is not made of capitals, digits and '_'")
    }
    let type = EntityType(rawValue: word)
    let number: Int
    if let own = TypeTable.ownTypes.firstIndex(of: type) {
      number = own
    } else {
      number = TypeTable.ownTypes.count + types.count
      types.append(type)
    }
    numbers[hash] = UInt32(number)
    return UInt32(number)
  }

  /// The link of an entry.
  func link(_ entry: Int) -> String? {
    let range = Int(entries[entry - 1].linkEnd)..<Int(entries[entry].linkEnd)
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

extension Span<UInt8> {
  fileprivate func string(_ range: Range<Int>) -> String {
    string(ByteRange(range))
  }
}
