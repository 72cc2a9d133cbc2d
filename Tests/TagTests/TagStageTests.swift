import StageKit
import Tag
import Testing
import TextKit

/// A generator with a seed, so that failures can be repeated (SplitMix64).
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
  mutating func element<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}

@Suite struct TagStageTests {
  @Test func holdsItsExamples() throws {
    for example in TagStage.descriptor.examples {
      // The examples' sentences stand on one line each.
      let text = example.input.replacing(". ", with: ".\n")
      let stage = try TagStage(
        options: TagOptions(decoding: example.options),
        context: StageContext(label: "tag", baseDirectory: "/", outputDirectory: "/"))
      var document = makeDocument(text)
      var scratch = stage.makeScratch()
      _ = try stage.process(&document, &scratch)
      #expect(
        document.rendering(of: TagStage.descriptor.writes) == example.output,
        "in «\(example.title)»")
    }
  }

  @Test func mapsTypesToTheFourOfCoNLL() throws {
    var options = TagOptions()
    options.scheme = .conll4
    let found = try render(
      "Ann Bell of the UN flew from Lyon Airport to the Nile with 3 Germans at noon.",
      options: options)
    #expect(
      found == "PER: Ann Bell\nORG: UN\nLOC: Lyon Airport\nLOC: Nile\nMISC: Germans")
  }

  @Test func keepsTheWantedTypesOnly() throws {
    var options = TagOptions()
    options.types = ["GPE", "MONEY"]
    let found = try render("Ann Bell paid $5 in Peru on Monday.", options: options)
    #expect(found == "MONEY: $5 = 5 USD\nGPE: Peru")
  }

  @Test func refusesUnknownTypes() throws {
    var options = TagOptions()
    options.scheme = .conll4
    options.types = ["PER", "GPE"]
    let problem = #expect(throws: OptionProblem.self) { try makeStage(options) }
    #expect(
      problem
        == OptionProblem(
          "types", 1, "unknown type 'GPE'; one of 'PER', 'ORG', 'LOC', 'MISC' is expected"))
  }

  @Test func staysInsideTokensThatAreNotItsOwn() throws {
    // The name covers half of a token, which no entity may cut; a web address may.
    var document = makeDocument("In China. See https://example.org now.")
    document.tokens = [ByteRange(0, 2), ByteRange(3, 7), ByteRange(7, 13), ByteRange(13, 38)]
    let stage = try makeStage()
    var scratch = stage.makeScratch()
    _ = try stage.process(&document, &scratch)
    #expect(document.rendering(of: [.entities]) == "URL: https://example.org")
  }

  @Test func takesTheStopOfAnAbbreviationWithItsToken() throws {
    var document = makeDocument("They sued Harbour Lane Corp. again.")
    document.tokens = [
      ByteRange(0, 4), ByteRange(5, 9), ByteRange(10, 17), ByteRange(18, 22), ByteRange(23, 28),
      ByteRange(29, 34), ByteRange(34, 35),
    ]
    let stage = try makeStage()
    var scratch = stage.makeScratch()
    _ = try stage.process(&document, &scratch)
    #expect(document.rendering(of: [.entities]) == "ORG: Harbour Lane Corp.")
  }

  @Test func leavesAnEmptyDocumentWithoutEntities() throws {
    #expect(try tag("").entities == [])
    var document = Document(source: DocumentSource(key: InputKey(path: [])), text: "China")
    let stage = try makeStage()
    var scratch = stage.makeScratch()
    _ = try stage.process(&document, &scratch)
    #expect(document.entities == [])
  }

  static let fragments = [
    "China", "Ann Bell", "$", "5", "3.5", "million", "%", "percent", "September", "May", "18", "-",
    "’s", "'", ".", ",", "https://x.org", "@", "#", "+49", "(", ")", "U.S.", "a.m.", "Ministry",
    "of", "and", "the", "\n", "\n\n", " ", "  ", "é", "日本", "🚀", "\u{200B}", "van", "O", "Kim",
    "Jong", "-un", "President", "Mr.", "Ltd", "one", "hundred", "half", "a", "1990", "s", "th", "/",
    ":", "12", "00", "&", "UN", "last", "year", "ago", "\u{301}", "€", "www", "com", "İ",
  ]

  @Test func holdsTheInvariantsOnRandomText() throws {
    let stage = try makeStage()
    var reused = stage.makeScratch()
    var random = Random(seed: 42)
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<random.below(40) {
        text += random.element(Self.fragments)
        if random.below(2) == 0 { text += " " }
      }
      var document = makeDocument(text, published: "2023-09-19")
      if random.below(2) == 0 { cutAnew(&document, &random) }
      var again = document
      _ = try stage.process(&document, &reused)
      if let (layer, problem) = document.firstInvalidLayer() {
        Issue.record("\(layer): \(problem) in «\(text)»")
      }
      var fresh = stage.makeScratch()
      _ = try stage.process(&again, &fresh)
      #expect(document.entities == again.entities, "in «\(text)»")
    }
  }

  /// Gives a document random sentences and tokens between characters.
  private func cutAnew(_ document: inout Document, _ random: inout Random) {
    let text = document.text
    func ranges(_ step: Int) -> [ByteRange] {
      var cuts = text.unicodeScalars.indices.map {
        text.utf8.distance(from: text.startIndex, to: $0)
      }
      cuts.append(text.utf8.count)
      let chosen = cuts.filter { _ in random.below(step) == 0 }
      return zip(chosen, chosen.dropFirst()).map { ByteRange($0, $1) }
    }
    document.sentences = ranges(20)
    document.tokens = ranges(2)
  }

  @Test(arguments: [
    "A", "a.", "U.S.", "1-", "1,", "+1 ", "(", "@a.", "#a", "http://", "www.", "Kim ",
    "Ministry of ",
    "van ", "hundred ", "one and ", "$1-", "May ", "September 1, ", "-", "'", "’s", "last ", "12:",
    "a@", "x.com.", "Mr. ", "deputy ", "of the ", "…", "日", "\u{301}",
  ])
  func needsLinearTimeForRepetitions(_ unit: String) throws {
    let text = String(repeating: unit, count: 4000)
    let clock = ContinuousClock()
    var document = makeDocument(text)
    let stage = try makeStage()
    var scratch = stage.makeScratch()
    let time = try clock.measure { _ = try stage.process(&document, &scratch) }
    // Quadratic work on 4000 repetitions would take minutes in a debug build.
    #expect(time < .seconds(5), "for «\(unit)»")
    #expect(document.firstInvalidLayer() == nil)
  }
}
