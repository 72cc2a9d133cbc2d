import TextKit

/// Names of authors: `By Ann Bell and Tom Roe`.
enum Byline {
  private static let labels = LiteralsByFirstByte([
    "by ", "by: ", "reporting by ", "von ", "von: ", "par ", "par: ", "par : ", "por ", "por: ",
  ])

  /// The names of a line that is a byline, or `nil`.
  static func read(_ line: Span<UInt8>) -> [String]? {
    guard line.count <= 160, let start = endOfLabel(line) else { return nil }
    return names(line.string(ByteRange(start, line.count)))
  }

  /// Whether the line begins as bylines do.
  static func hasLabel(_ line: Span<UInt8>) -> Bool { endOfLabel(line) != nil }

  private static func endOfLabel(_ line: Span<UInt8>) -> Int? {
    guard !line.isEmpty else { return nil }
    for label in labels[line[0].lowercasedASCII] where line.matchesIgnoringCase(label, at: 0) {
      return label.utf8CodeUnitCount
    }
    return BylineLabels.phrase(in: line)
  }

  /// The names behind `From:`, with or without addresses: `"Bell, Ann" <ann@vale.example>`.
  static func sender(_ value: String) -> [String] {
    var name = value
    if let open = value.firstIndex(of: "<"), value[open...].dropFirst().contains("<") == false {
      name = String(value[..<open])
    }
    name = name.trimming { $0 == " " || $0 == "\"" }
    // An address alone names nobody.
    if name.isEmpty || !name.contains(" ") && name.contains("@") { return [] }
    return names(name) ?? [name]
  }

  /// The names in a list such as `Ann Bell, Tom Roe and Eve Moor in Port Vale`; `nil` if they do not
  /// look like names.
  static func names(_ list: String) -> [String]? {
    if let name = AuthorNames.inverted(list) { return [name] }
    var names: [String] = []
    var words: [Substring] = []
    var isDone = false
    /// What closes the aside that is being read, such as an address in parentheses.
    var closer: Character?
    func isName(_ words: [Substring]) -> Bool { !words.isEmpty && words.count <= 5 }
    for rawWord in list.split(separator: " ") {
      if isDone { break }
      var word = rawWord
      var endsName = false
      while let last = word.last, ",;".contains(last) {
        word.removeLast()
        endsName = true
      }
      if closer == nil, let opener = word.first, opener == "(" || opener == "<" {
        closer = opener == "(" ? ")" : ">"
      }
      if let end = closer {
        if word.last == end { closer = nil }
        word = ""
      }
      switch word {
      case "and", "&", "und", "et", "with", "AND", "y", "e", "og", "och", "en", "sowie", "avec",
        "mit", "con", "met", "и":
        if isName(words) { names.append(words.joined(separator: " ")) }
        words = []
        continue
      case "in", "for", "at", "from", "of", "|", "-", "–", "—", "•", "IN", "FOR":
        isDone = true
        continue
      case _ where AuthorNames.isOtherCredit(word.lowercased()):
        if words.isEmpty && names.isEmpty { return nil }
        isDone = true
        continue
      case _ where word == "zum" || AuthorNames.particles.contains(String(word)):
        words.append(word)
      case _ where !(words.isEmpty && names.isEmpty) && (isAddress(word) || isDegree(word)):
        break
      // The desk or the site: `Ann Bell, G9`.
      case _ where words.isEmpty && !names.isEmpty && word.utf8.contains(where: \.isASCIIDigit):
        isDone = true
        continue
      case _ where words.isEmpty && !names.isEmpty && AuthorNames.isGeneration(String(word)):
        names[names.count - 1] += " \(word)"
      default:
        if word.isEmpty { break }
        guard startsName(word) || NewsAgencies.contains(String(word)) else {
          // `Ann Bell, arts editor`
          guard words.isEmpty, !names.isEmpty, list.utf8.count <= maximumWithRole,
            list.split(separator: " ").contains(where: isRole)
          else { return nil }
          isDone = true
          continue
        }
        if isRole(word) {
          // `Ann Bell, Staff Writer`: what stands before the comma is the name.
          if words.isEmpty && names.isEmpty { return nil }
          isDone = true
          continue
        }
        words.append(word)
      }
      if endsName, closer == nil {
        if isName(words) { names.append(words.joined(separator: " ")) }
        words = []
      }
    }
    if closer != nil { return nil }
    if isName(words) {
      names.append(words.joined(separator: " "))
    } else if !words.isEmpty {
      return nil
    }
    return names.isEmpty || names.count > 12 ? nil : names
  }

  private static let maximumWithRole = 60

  private static func startsName(_ word: Substring) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    // `Jr.` and `J.` end in a full stop, a sentence of words does too.
    if last == ".", word.utf8.count > 4, !word.dropLast().contains("."), !isTitle(word) {
      return false
    }
    if first.isUppercase || (first.isLetter && !first.isLowercase) || first == "@" { return true }
    // `d'Arc`, `al-Masri`
    guard let mark = word.prefix(5).firstIndex(where: { $0 == "'" || $0 == "’" || $0 == "-" })
    else { return false }
    return word[mark...].dropFirst().first?.isUppercase ?? false
  }

  private static func isTitle(_ word: Substring) -> Bool {
    switch word {
    case "Prof.", "Capt.", "Lieut.", "Msgr.", "Assoc.", "Asst.": true
    default: false
    }
  }

  /// `ann@vale.example`, `@annbell`.
  private static func isAddress(_ word: Substring) -> Bool { word.contains("@") }

  private static func isDegree(_ word: Substring) -> Bool {
    switch word {
    case "M.D.", "MD", "Ph.D.", "Ph.D", "PhD", "MBA", "M.B.A.", "J.D.", "Esq.", "Esq", "R.N.",
      "D.D.S.", "M.P.H.", "MPH", "M.A.", "B.A.", "M.Sc.":
      true
    default: false
    }
  }

  /// `Staff Writer`, `Associated Press Correspondent`, as stands below names.
  static func isRoleLine(_ line: Span<UInt8>) -> Bool {
    guard (5...60).contains(line.count) else { return false }
    let words = line.string(ByteRange(0, line.count)).split(separator: " ")
    guard (1...6).contains(words.count), let last = words.last,
      words.allSatisfy({ $0.first?.isUppercase ?? false })
    else { return false }
    switch last.lowercased() {
    case "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor",
      "columnist", "contributor", "photographer", "staff":
      return true
    default: return false
    }
  }

  /// `By Staff Writer`, `By Our Correspondent`: a byline that names nobody.
  static func isUnnamed(_ line: Span<UInt8>) -> Bool {
    guard (5...60).contains(line.count), line.matchesIgnoringCase("by ", at: 0) else {
      return false
    }
    let words = line.string(ByteRange(3, line.count)).split(separator: " ")
    return !words.isEmpty && words.allSatisfy { unnamed.contains($0.lowercased()) }
  }

  private static let unnamed: Set<String> = [
    "a", "our", "the", "own", "staff", "special", "senior", "chief", "political", "sports",
    "business", "city", "news", "foreign", "crime", "education", "health", "court", "web", "online",
    "digital", "wire", "bureau", "team", "desk", "newsroom", "reporter", "reporters",
    "correspondent", "correspondents", "writer", "writers", "editor", "editors", "and", "agencies",
    "service", "services",
  ]

  /// The name of `Ann Bell, Staff Writer`, which needs no `By`.
  static func withRole(_ line: Span<UInt8>) -> String? {
    guard line.count <= 80, let comma = line.firstOffset(of: UInt8(ascii: ","), in: 0..<line.count),
      comma + 2 < line.count, line[comma + 1] == 0x20,
      isRoleLine(line.extracting((comma + 2)..<line.count))
    else { return nil }
    let name = line.string(ByteRange(0, comma))
    let words = name.split(separator: " ").count
    return (2...4).contains(words) && AuthorNames.isWrittenAsName(name) ? name : nil
  }

  private static func isRole(_ word: Substring) -> Bool {
    switch word.lowercased() {
    case "staff", "correspondent", "reporter", "editor", "writer", "senior", "special", "chief",
      "contributor", "columnist", "photographer", "agencies", "updated", "published":
      true
    default: false
    }
  }
}
