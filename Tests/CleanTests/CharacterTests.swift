import StageKit
import Testing
import TextKit

@testable import Clean

@Suite struct CharacterTests {
  private func clean(
    _ text: String, quotes: CleanOptions.Quotes = .keep,
    normalisation: CleanOptions.Normalisation = .nfc
  ) -> (text: String, findings: CharacterFindings) {
    let cleaner = CharacterCleaner(quotes: quotes, normalisation: normalisation)
    var output: [UInt8] = []
    var findings = CharacterFindings()
    var origins: OffsetMap?
    cleaner.clean(text.utf8.span, into: &output, &findings, &origins)
    return (String(decoding: output, as: UTF8.self), findings)
  }

  @Test func manySmallTextsTakeTimeInProportion() {
    let cleaner = CharacterCleaner(quotes: .keep, normalisation: .nfc)
    var output: [UInt8] = []
    var findings = CharacterFindings()
    var origins: OffsetMap?
    let time = ContinuousClock().measure {
      for _ in 0..<100_000 {
        cleaner.clean("By Ann Bell, 4 March 2024".utf8.span, into: &output, &findings, &origins)
      }
    }
    #expect(output.count == 2_500_000)
    #expect(time < .seconds(10))
  }

  static let cases: [(String, String)] = [
    ("plain text", "plain text"), ("a\r\nb\rc", "a\nb\nc"), ("a\u{85}b\u{2028}c", "a\nb\nc"),
    ("a\u{2029}b", "a\n\nb"), ("a\tb", "a b"), ("a  \t b", "a b"), ("a\u{A0}b", "a b"),
    ("a\u{2009}\u{202F}\u{3000}b", "a b"), ("a\u{0}b\u{1B}c\u{7F}", "abc"),
    ("a\u{AD}b", "ab"), ("exam\u{AD}\nple", "example"), ("a\u{200B}b\u{FEFF}c", "abc"),
    ("\u{202A}a\u{202C}\u{2066}b\u{2069}\u{200E}", "ab"), ("a \u{200B} b", "a b"),
    ("a \u{1} b", "a b"), ("a\u{200D}b", "ab"), ("👩\u{200D}🚀", "👩\u{200D}🚀"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("क्\u{200D}ष", "क्\u{200D}ष"),
    ("e\u{301}", "é"), ("A\u{30A}", "Å"), ("\u{212B}", "Å"), ("か\u{3099}", "が"),
    ("\u{1100}\u{1161}", "가"), ("e\u{200B}\u{301}", "é"), ("“q” ’s", "“q” ’s"),
    ("a\u{93}b\u{94}", "a“b”"), ("x\u{FFFD}y", "x\u{FFFD}y"), ("  indented", "  indented"),
    ("a long enough line of text  with two spaces", "a long enough line of text with two spaces"),
    ("ﬁ ①", "ﬁ ①"), ("Привет мир", "Привет мир"), ("a\u{0B}b\u{0C}c", "a\nb\nc"),
  ]

  @Test(arguments: cases)
  func cleansCharacters(_ text: String, _ expected: String) {
    let result = clean(text).text
    // Unicode scalars: strings compare by canonical equivalence, which is what is tested here.
    #expect(Array(result.unicodeScalars) == Array(expected.unicodeScalars), "\(text)")
  }

  @Test func obeysItsOptions() {
    #expect(clean("“a” ‘b’ „c‟", quotes: .straight).text == "\"a\" 'b' \"c\"")
    #expect(clean("ﬁ ①", normalisation: .nfkc).text == "fi 1")
    let decomposed = Array(clean("e\u{301}", normalisation: .none).text.unicodeScalars)
    #expect(decomposed == ["e", "\u{301}"])
  }

  @Test func countsWhatIsLostAndRepaired() {
    #expect(clean("\u{FFFD}a\u{FFFD}").findings.replacementCharacters == 2)
    #expect(clean("\u{FFFD}a", normalisation: .nfkc).findings.replacementCharacters == 1)
    #expect(clean("it\u{92}s \u{81}").findings.repairedControls == 1)
  }

  @Test func cleaningTwiceChangesNothing() {
    var random = SeededRandom(3)
    let scalars = Array(
      """
      ab Z.\n\r\t\u{0}\u{85}\u{A0}\u{AD}\u{200B}\u{200C}\u{200D}\u{200E}\u{2028}\u{2029}\u{301}é\
      \u{93}…“’\u{3000}か\u{3099}漢👩🚀\u{FE0F}ر\u{64E}\u{651}क\u{94D}\u{1100}\u{1161}\u{FEFF}\u{FFFD}ﬁ\u{A8}
      """.unicodeScalars)
    for normalisation in CleanOptions.Normalisation.allCases {
      for _ in 0..<2000 {
        var text = ""
        for _ in 0..<Int.random(in: 0...40, using: &random) {
          text.unicodeScalars.append(scalars.randomElement(using: &random) ?? " ")
        }
        let once = clean(text, normalisation: normalisation).text
        let twice = clean(once, normalisation: normalisation).text
        #expect(Array(once.utf8) == Array(twice.utf8), "\(text.debugDescription)")
      }
    }
  }

  @Test func longRunsOfMarksCostLittle() {
    let marks = String(repeating: "\u{301}\u{323}", count: 50_000)
    let result = clean("a" + marks + "\u{200D}").text
    #expect(result.utf8.count > 100_000)
  }

  @Test(arguments: [
    ("It’s rainingâ€¦ for once, donâ€™t go", "It’s raining… for once, don’t go"),
    ("CafÃ© rÃ©ouvert Ã\u{A0} Port Vale", "Café réouvert à Port Vale"),
    ("â€œYes,â€\u{9D} she said", "“Yes,” she said"),
    ("â€œYes,â€\u{FFFD} she said", "“Yes,” she said"),
    ("â€œYes,â€ she said: â€œIt isâ€.", "“Yes,” she said: “It is”."), ("So itâ€", "So it”"),
    ("price: â‚¬20", "price: €20"), ("ðŸš€ lift-off", "🚀 lift-off"),
    ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"), ("Ã‰tat", "État"), ("ÄŒesko, dÄ›ti", "Česko, děti"),
  ])
  func repairsMojibakeThatIsCertain(_ text: String, _ expected: String) throws {
    let found = Mojibake.repair(text.utf8.span)
    let repaired = try #require(found)
    #expect(String(decoding: repaired.bytes, as: UTF8.self) == expected)
    #expect(repaired.count >= 1)
  }

  @Test(arguments: [
    "Café déjà vu", "an Ã© alone", "ÚžASNÉ úžasný Úžasný", "IRMÃ” with été",
    "São Paulo não é longe", "plain", "naïve Â",
    "Übergrößenträger", "ÃÂ", "€50 – “ok”", "â€50", "â €",
  ])
  func leavesAloneWhatCouldBeMeant(_ text: String) {
    let repaired = Mojibake.repair(text.utf8.span)
    #expect(repaired?.bytes == nil)
  }

  @Test func mojibakeIsRepairedInDocumentsAndNoted() throws {
    let document = try cleaned("The cafÃ© didnâ€™t open until the rain had stopped.").document
    #expect(document.text == "The café didn’t open until the rain had stopped.")
    #expect(document.metadata.notes == ["2 wrongly decoded characters repaired"])
    let twice = try cleaned("It wasnÃ¢â‚¬â„¢t so.").document
    #expect(twice.text == "It wasn’t so.")
  }
}
