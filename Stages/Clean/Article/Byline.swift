import TextKit

/// Names of authors: `By Ann Bell and Tom Roe`.
enum Byline {
  /// The names of a line that is a byline, or `nil`.
  static func read(_ line: Span<UInt8>) -> [String]? {
    guard line.count <= 160 else { return nil }
    for label: StaticString in ["by ", "by: ", "written by ", "reported by ", "von ", "par "]
    where line.matchesIgnoringCase(label, at: 0) {
      return names(line.string(ByteRange(label.utf8CodeUnitCount, line.count)))
    }
    return nil
  }

  /// The names in a list such as `Ann Bell, Tom Roe and Eve Moor in Port Vale`; `nil` if they do not
  /// look like names.
  static func names(_ list: String) -> [String]? {
    var names: [String] = []
    var words: [Substring] = []
    var isDone = false
    func isName(_ words: [Substring]) -> Bool { !words.isEmpty && words.count <= 5 }
    for rawWord in list.split(separator: " ") {
      if isDone { break }
      var word = rawWord
      var endsName = false
      while let last = word.last, ",;".contains(last) {
        word.removeLast()
        endsName = true
      }
      switch word {
      case "and", "&", "und", "et", "with", "AND":
        if isName(words) { names.append(words.joined(separator: " ")) }
        words = []
        continue
      case "in", "for", "at", "from", "of", "|", "-", "–", "—", "•", "IN", "FOR":
        isDone = true
        continue
      case "de", "van", "von", "der", "den", "bin", "al", "el", "la", "ter", "da", "dos", "du",
        "di",
        "ibn", "le":
        words.append(word)
      default:
        if word.isEmpty { break }
        guard startsName(word) else {
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
      if endsName {
        if isName(words) { names.append(words.joined(separator: " ")) }
        words = []
      }
    }
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
    if last == ".", word.count > 4 { return false }
    return first.isUppercase || (first.isLetter && !first.isLowercase) || first == "@"
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
