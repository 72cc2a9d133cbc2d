import TextKit

/// The names in what a source gives as its author: `By Ann Bell and Tom Roe, Staff Writers`.
///
/// Unlike a line of text, which must first be told to be a byline, the value is known to name
/// authors; what is not a name is left out: labels, roles, dates, addresses, organisations.
enum AuthorNames {
  /// Ten names are a byline; more are a list of all who write for the site.
  private static let maximumNames = 10

  /// The persons' names, each once.
  static func read(_ value: String) -> [String] {
    guard value.utf8.count <= 300, !value.contains("://") else { return [] }
    let rest = withoutLabels(withoutPlace(value))
    if let name = inverted(rest) { return [name] }
    var names: [String] = []
    for part in parts(rest) {
      // `Source:` begins something else.
      let name = withoutOrganisation(trimmed(part))
      if isGeneration(name), let last = names.popLast() {
        names.append("\(last) \(name)")
        continue
      }
      guard part.utf8.last != 0x3A, isName(name), !names.contains(where: { isSame($0, name) })
      else { continue }
      names.append(name)
    }
    // Beside a person, a sign with a figure is what the person works for.
    if names.count > 1, names.contains(where: isWrittenAsName) {
      names.removeAll { name in !name.contains(" ") && name.utf8.contains(where: \.isASCIIDigit) }
    }
    return names.count <= maximumNames ? names : []
  }

  /// What the source gave as its authors, one name each; as it was where no name is found in it.
  ///
  /// - Parameter arePersons: whether each value is known to be one person's name.
  static func read(known values: [String], arePersons: Bool = false) -> [String] {
    var names: [String] = []
    // A list in which all names are turned round has some with several last names.
    let areInverted =
      (arePersons || values.count > 1)
      && values.allSatisfy { inverted($0, maximumLastNames: 3) != nil }
    for value in values {
      let turned = areInverted ? inverted(value, maximumLastNames: 3) : nil
      let found = turned.map { [$0] } ?? read(value)
      for name in found.isEmpty ? [value] : found where !names.contains(where: { isSame($0, name) })
      {
        names.append(name)
      }
    }
    return names
  }

  // MARK: Last names first

  /// `Bell, Ann` as `Ann Bell`; `nil` if the value is anything else, such as a list of two authors.
  ///
  /// - Parameter maximumLastNames: how many words the last name may have, besides particles.
  static func inverted(_ value: String, maximumLastNames: Int = 1) -> String? {
    let parts = value.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmingSpaces()
    }
    guard parts.count == 2, !parts.contains(where: NewsAgencies.contains) else { return nil }
    let last = parts[0].split(separator: " ")
    let first = parts[1].split(separator: " ")
    let lastNames = last.filter { !particles.contains($0.lowercased()) }
    guard (1...2).contains(first.count), (1...maximumLastNames).contains(lastNames.count),
      lastNames.last == last.last, lastNames.allSatisfy({ isInitialised($0) && $0.last != "." }),
      first.allSatisfy({ isInitialised($0) && !isGeneration(String($0)) }),
      !(lastNames + first).contains(where: { otherWords.contains($0.lowercased()) })
    else { return nil }
    // A first name is no abbreviation, as of an organisation, unless all is in capitals.
    let isAbbreviation =
      first[0].utf8.count <= 5 && !first[0].contains(".") && isInCapitals(first[0])
    if isAbbreviation, !lastNames.allSatisfy(isInCapitals) { return nil }
    return "\(parts[1]) \(parts[0])"
  }

  /// Words in lower case that names hold.
  static let particles: Set<String> = [
    "de", "van", "von", "der", "den", "bin", "al", "el", "la", "ter", "da", "dos", "du", "di",
    "ibn", "le", "del", "della", "zu", "af", "av",
  ]

  /// A word of letters with a capital first, or the initial of one: `Ann`, `Jean-Luc`, `J.K.`
  private static func isInitialised(_ word: Substring) -> Bool {
    guard let first = word.first, first.isLetter, !first.isLowercase else { return false }
    for character in word
    where !character.isLetter && character != "-" && character != "'" && character != "’" {
      guard character == ".", word.count <= 4 || word.hasSuffix(".") && word.count <= 6 else {
        return false
      }
    }
    return true
  }

  private static func isInCapitals(_ word: Substring) -> Bool {
    !word.contains(where: \.isLowercase)
  }

  /// What stands behind the name of a person who is called like a parent.
  static func isGeneration(_ word: String) -> Bool {
    switch word {
    case "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV": true
    default: false
    }
  }

  // MARK: Around the names

  /// Without the place that stands behind an organisation: `Ann Bell, Vale News, Port Vale`.
  private static func withoutPlace(_ value: String) -> String {
    let parts = value.split(separator: ",")
    guard parts.count == 3,
      let last = parts[1].split(separator: " ").last,
      organisationEnds.contains(last.lowercased()),
      !parts[2].hasPrefix(" and "), !parts[2].hasPrefix(" & ")
    else { return value }
    return String(parts[0])
  }

  private static let organisationEnds: Set<String> = [
    "news", "press", "tv", "radio", "media", "magazine", "agency", "times", "post",
  ]

  private static let labels = [
    "by", "by:", "written by", "posted by", "published by", "reported by", "submitted by",
    "created by", "story by", "words by", "text by", "author", "author:", "authors:", "von", "von:",
    "verfasst von", "geschrieben von", "erstellt von", "veröffentlicht von", "text:", "text von",
    "autor:", "autorin:", "autoren:", "autor", "redaktion:", "par", "par:", "écrit par",
    "publié par", "por",
    "por:", "escrito por", "publicado por", "di", "a cura di", "door", "przez", "av", "af", "//",
    "|", "-",
  ]

  /// Leading labels, as many as there are: `Posted by: By Ann Bell`.
  private static func withoutLabels(_ value: String) -> String {
    var rest = value.trimming { " -–—|·•".contains($0) }
    var isChanged = true
    while isChanged {
      isChanged = false
      if let end = BylineLabels.certain(in: rest.utf8.span) {
        let text = rest.utf8.span
        rest = text.string(ByteRange(end, text.count)).trimming { $0 == ":" || $0 == " " }
        isChanged = true
        continue
      }
      let lower = rest.lowercased()
      for label in labels where lower.hasPrefix(label) {
        let behind = lower.utf8.dropFirst(label.utf8.count).first
        guard behind == nil || behind == 0x20 || behind == 0x3A || label.utf8.last == 0x3A else {
          continue
        }
        // Lower-casing may change the length of a text, so the label is counted, not its place.
        rest = String(rest.dropFirst(label.count).drop { $0 == ":" }).trimmingSpaces()
        isChanged = true
        break
      }
    }
    return rest
  }

  /// What stands between commas, `and` and the like. Behind a bar, a dash or a figure no names
  /// follow.
  private static func parts(_ value: String) -> [String] {
    var parts: [[Substring]] = [[]]
    scan: for word in value.split(separator: " ") {
      switch word.lowercased() {
      case "and", "&", "und", "et", "y", "e", "with", "mit", "/", "og", "och", "en", "i", "avec",
        "con", "met", "и":
        parts.append([])
        continue
      case let word where isOtherCredit(word): break scan
      case "|", "-", "–", "—", "•", "·", "»", "on", "am", "am/um", "in", "at", "vom", "for", "für",
        "from", "updated", "published", "hace", "vor":
        break scan
      // `Le Goff` is a name.
      case "le" where word == "le": break scan
      default: break
      }
      if let first = word.utf8.first, first.isASCIIDigit || first == 0x28 || first == 0x5B { break }
      var rest = word
      if isSigns(word) {
        parts[parts.count - 1].append(word)
        continue
      }
      while let place = rest.firstIndex(where: { $0 == "," || $0 == ";" || $0 == "/" }) {
        if place > rest.startIndex { parts[parts.count - 1].append(rest[..<place]) }
        parts.append([])
        rest = rest[rest.index(after: place)...]
      }
      if !rest.isEmpty { parts[parts.count - 1].append(rest) }
    }
    return parts.map { $0.joined(separator: " ") }
  }

  /// What others than the author are named for behind an author: `photographs by Tom Roe`.
  static func isOtherCredit(_ word: String) -> Bool {
    switch word {
    case "photographs", "photography", "photos", "photo", "pictures", "illustrations",
      "illustration", "illustrated", "fotos", "foto", "fotografie", "bilder", "illustrationen":
      true
    default: false
    }
  }

  /// Whether these are the signs that writers and agencies go by in newspapers: `abl/dpa`.
  private static func isSigns(_ word: Substring) -> Bool {
    let signs = word.split(separator: "/", omittingEmptySubsequences: false)
    return signs.count > 1
      && signs.allSatisfy {
        (2...4).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isASCIILowercase)
      }
  }

  private static func trimmed(_ name: String) -> String {
    var rest = name[...]
    while let last = rest.last, ",;:|–—-/*\u{BB}".contains(last) || last.isWhitespace {
      rest.removeLast()
    }
    while let first = rest.first, ",;:|–—-/*©".contains(first) || first.isWhitespace {
      rest.removeFirst()
    }
    // A final full stop belongs to an initial or title; else it ends a sentence.
    if rest.last == ".", let word = rest.split(separator: " ").last, word.count > 4 {
      rest.removeLast()
    }
    return String(rest)
  }

  // MARK: Names

  /// Words that no person's name holds: of bylines, of pages, and of organisations.
  private static let otherWords: Set<String> = {
    let list = """
      staff desk newsroom editors editor editorial editorials admin administrator author autor \
      unknown anonymous reporter reporters correspondent redaktion redaktör writer writers guest contributor \
      newsdesk team agency agencies online media news magazin magazine verlag gmbh ag kg e.v. ev inc \
      inc. ltd ltd. llc corp corp. zeitung press presse redacción redaccion redazione rédaction \
      about the this all view more posts post articles article artikel beiträge alle follow share comment comments \
      youtube profil autoren email e-mail contact kontakt profile website twitter facebook instagram linkedin read archive login home menu \
      subscribe published updated phd ph.d. ph.d md m.d. mba jd rd esq university foundation \
      institute institut department ministry service services wikipedia tv radio no none null undefined \
      über uns ihr ihre der die das und zum zur von-redaktion webmaster nachrichten bio biography \
      verein verband bund contributors registrieren anmelden abmelden einloggen sign log last modified \
      first edited created police council government committee commission association federation \
      ministerium stadt gemeinde super user redakcja редакция toimitus redaktionen redactie \
      authority customs protection museum hospital library kitchens polizei feuerwehr landkreis stiftung
      """
    return Set(list.split(separator: " ").map(String.init))
  }()

  private static func isName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (1...5).contains(words.count), (2...60).contains(name.utf8.count) else { return false }
    guard name.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return false }
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "{"),
        UInt8(ascii: "<"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "="),
        UInt8(ascii: "\""):
        return false
      default: break
      }
    }
    if name.unicodeScalars.contains("：") { return false }
    for (index, word) in words.enumerated() {
      // `van der Meer`
      if word == "der", index > 1, particles.contains(words[index - 1].lowercased()) { continue }
      if otherWords.contains(word.lowercased()) || isAddress(word) || isOrganisation(word) {
        return false
      }
    }
    return true
  }

  /// German words for organisations are made of others, of which the last says what they are:
  /// `Verkehrsministerium`.
  private static func isOrganisation(_ word: Substring) -> Bool {
    guard word.utf8.count >= 10 else { return false }
    let lower = word.lowercased()
    return organisationWords.contains { lower.hasSuffix($0) }
  }

  private static let organisationWords = [
    "ministerium", "redaktion", "zeitung", "verband", "verein", "hochschule", "universität",
    "gesellschaft", "stiftung", "agentur", "institut", "verlag", "magazin", "pressestelle",
    "verwaltung", "sekretariat",
  ]

  /// Without the organisation that follows a name in capitals: `ANN BELL Vale Courier`.
  private static func withoutOrganisation(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 2 else { return name }
    func isInCapitals(_ word: Substring) -> Bool {
      word.contains(where: \.isUppercase) && !word.contains(where: \.isLowercase)
    }
    let count = words.prefix(while: isInCapitals).count
    guard count >= 2, count < words.count, words[0].utf8.count > 1, words[1].utf8.count > 2,
      words[count...].allSatisfy({
        $0.first?.isUppercase == true && $0.dropFirst().allSatisfy(\.isLowercase)
      })
    else { return name }
    return words[..<count].joined(separator: " ")
  }

  /// `courier.example`: a small letter or figure, a full stop, and two small letters or more.
  private static func isAddress(_ word: Substring) -> Bool {
    let bytes = Array(word.utf8)
    guard let place = bytes.lastIndex(of: UInt8(ascii: ".")), place >= 2, bytes.count - place > 2
    else { return false }
    return (bytes[place - 1].isASCIILowercase || bytes[place - 1].isASCIIDigit)
      && bytes[(place + 1)...].allSatisfy(\.isASCIILowercase)
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.lowercased() == right.lowercased()
  }

  /// Whether the words are written as names are, each with a capital letter but for particles.
  static func isWrittenAsName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard words.count >= 2 else { return isUnspacedName(name) }
    for word in words {
      switch word {
      case "de", "van", "von", "der", "den", "bin", "al", "el", "la", "ter", "da", "dos", "du",
        "di",
        "ibn", "le", "del", "della", "zu", "y":
        continue
      default:
        guard let first = word.first, first.isLetter, !first.isLowercase else { return false }
      }
    }
    return true
  }

  /// Whether this may be a name in letters that are written without spaces, such as Chinese ones.
  static func isUnspacedName(_ name: String) -> Bool {
    (2...8).contains(name.unicodeScalars.count)
      && name.unicodeScalars.allSatisfy { scalar in
        (0x3041...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
      }
      && !unspacedOtherWords.contains { name.contains($0) }
  }

  private static let unspacedOtherWords = [
    "编辑", "編集", "记者", "記者", "管理员", "来源", "佚名", "匿名", "网", "日报", "新聞", "新闻", "作者",
    "更新", "公開", "发布", "報道", "通讯",
  ]
}
