import TextKit

/// The news agencies whose names stand in the place of an author's.
enum NewsAgencies {
  private static let names = Set(
    [
      "aap", "afp", "agence france-presse", "agencia efe", "anadolu", "anadolu agency", "ani",
      "anp",
      "ansa", "ap", "apa", "associated press", "belga", "canadian press", "čtk", "ctk",
      "deutsche presse-agentur", "dpa", "efe", "europa press", "ians", "interfax", "jiji",
      "jiji press", "keystone-sda", "kyodo", "kyodo news", "lusa", "mti", "ntb", "pa media", "pap",
      "press association", "press trust of india", "pti", "reuters", "ritzau", "sda", "sid", "stt",
      "tass", "the associated press", "the canadian press", "thomson reuters", "tnn", "tns", "tt",
      "united press international", "upi", "xinhua", "yonhap",
    ])

  static func contains(_ name: String) -> Bool { names.contains(name.lowercased()) }

  /// The agency that a line consists of.
  static func read(line: Span<UInt8>) -> String? {
    guard line.count <= longestName else { return nil }
    let name = line.string(ByteRange(0, line.count))
    return contains(name) ? name : nil
  }

  /// In bytes.
  private static let longestName = 32

  /// Whether a line names nothing but an agency and a photographer: `AFP / ANN BELL`.
  static func isCredit(_ line: Span<UInt8>) -> Bool {
    guard line.count <= 60,
      let slash = line.firstOffset(of: UInt8(ascii: "/"), in: 0..<min(line.count, 32))
    else { return false }
    let agency = line.string(ByteRange(0, slash)).trimming { $0 == " " || $0 == "©" }
    let name = line.string(ByteRange(slash + 1, line.count)).trimmingSpaces()
    return contains(agency) && AuthorNames.isWrittenAsName(name)
  }

  /// The agencies of a list such as `AFP/dpa`; none if anything else is in it.
  static func read(_ list: String) -> [String] {
    let names = list.split { $0 == "/" || $0 == "," || $0 == "|" }.map {
      String($0).trimmingSpaces()
    }
    return names.count <= 3 && names.allSatisfy(contains) ? names : []
  }
}
