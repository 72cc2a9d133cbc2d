#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Articles that read like news to a machine: sentences of varied length with names, numbers, dates,
/// quotations and abbreviations, in paragraphs, below a headline. The same seed gives the same bytes.
struct ArticleGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// An article of about `byteCount` bytes.
  mutating func article(byteCount: Int) -> [UInt8] {
    var text = "\(pick(Self.places)) \(pick(Self.verbs)) new \(pick(Self.nouns)) plan\n"
    text += "Published: Mar \(1 + next(28)), 2024 \(1 + next(12)):\(10 + next(50)) AM\n\n"
    while text.utf8.count < byteCount {
      for _ in 0..<(2 + next(4)) { text += sentence() + " " }
      text += "\n\n"
    }
    return Array(text.utf8)
  }

  private mutating func sentence() -> String {
    switch next(7) {
    case 0:
      return
        "“The \(pick(Self.nouns)) must \(pick(Self.verbs)) before the \(pick(Self.nouns)) does,” "
        + "\(pick(Self.titles)) \(person()) said on \(pick(Self.days))."
    case 1:
      return
        "In \(pick(Self.places)), \(1 + next(99)).\(next(10)) percent of the \(pick(Self.nouns)) "
        + "cost more than $\(1 + next(900)) million, up from €\(next(1000)),000 a year earlier."
    case 2:
      return "\(person()), who joined \(pick(Self.organisations)) on \(pick(Self.months)) "
        + "\(1 + next(28)), 20\(10 + next(14)), \(clause()), and \(clause())."
    case 3:
      return
        "\(pick(Self.organisations))’s \(pick(Self.nouns)) \(clause()); its \(pick(Self.nouns)) "
        + "did not."
    case 4: return "According to \(pick(Self.organisations)), \(clause()) while \(clause())."
    case 5: return "Mr. \(pick(Self.surnames)) \(clause())."
    default: return "The \(pick(Self.nouns)) \(clause()) in \(pick(Self.places)) this week."
    }
  }

  private mutating func clause() -> String {
    "\(pick(Self.verbs))s the \(pick(Self.nouns)) of every \(pick(Self.nouns)) near \(pick(Self.places))"
  }

  private mutating func person() -> String { "\(pick(Self.firstNames)) \(pick(Self.surnames))" }

  private mutating func pick(_ words: [String]) -> String { words[next(words.count)] }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private static let places = [
    "Lisbon", "Nairobi", "Oslo", "the Baltic Sea", "Ohio", "Zürich", "Kyoto", "South Africa",
    "Montevideo", "Warsaw", "Jakarta", "New Zealand",
  ]
  private static let organisations = [
    "the United Nations", "Harbour Bank", "the Ministry of Transport", "NATO",
    "Meridian Steel Inc.",
    "the University of Porto", "the World Health Organization", "the Civic Party",
  ]
  private static let firstNames = [
    "Ann", "Tomas", "Mei", "Ibrahim", "Clara", "José", "Olga", "Kofi",
  ]
  private static let surnames = [
    "Bell", "Novak", "Tanaka", "Haddad", "Lindqvist", "Moreno", "Ivanova", "Mensah", "Okafor",
  ]
  private static let titles = ["Prime Minister", "Dr.", "Chief Executive", "Senator", "Judge"]
  private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
  private static let months = ["January", "February", "March", "April", "August", "October"]
  private static let nouns = [
    "harbour", "bridge", "budget", "council", "election", "factory", "railway", "treaty", "harvest",
    "school", "hospital", "market", "reactor", "museum", "border", "river", "tunnel", "airline",
  ]
  private static let verbs = [
    "open", "delay", "approve", "question", "rebuild", "finance", "inspect", "close", "survey",
    "expand", "replace", "defend",
  ]
}

/// A folder with generated articles, gone when it is let go.
final class Corpus {
  let path: String
  private(set) var byteCount = 0

  /// - Parameter fileCount: the number of articles of about 4 KB, a thousand in a folder.
  init(fileCount: Int) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    path = "\(base)/wireroom-bench-\(getpid())-\(fileCount)"
    mkdir(path, 0o777)
    mkdir(path + "/in", 0o777)
    for number in 0..<fileCount {
      let folder = "\(path)/in/\(number / 1000)"
      if number % 1000 == 0 { mkdir(folder, 0o777) }
      var generator = ArticleGenerator(seed: UInt64(number))
      let article = generator.article(byteCount: 3600 + number % 800)
      byteCount += article.count
      write("in/\(number / 1000)/\(number).txt", article)
    }
  }

  deinit {
    _ = run(["/bin/rm", "-rf", path])
  }

  func write(_ name: String, _ bytes: [UInt8]) {
    guard let file = fopen("\(path)/\(name)", "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
