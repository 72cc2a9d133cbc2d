import Testing

@testable import Diagnostics

@Suite struct DiagnosticsTests {
  private let location = SourceLocation(file: "Pipelines/news.yaml", line: 14, column: 5)

  @Test func rendersPlaceSeverityAndMessageInOneLine() {
    #expect(
      Diagnostic(at: location, "unknown stage 'segmnt'").rendered()
        == "Pipelines/news.yaml:14:5: error: unknown stage 'segmnt'")
    #expect(Diagnostic(.warning, "nothing to do").rendered() == "warning: nothing to do")
  }

  @Test func coloursOnlyWhenTold() {
    #expect(
      Diagnostic(.note, at: location, "so").rendered(coloured: true)
        == "\u{1B}[1mPipelines/news.yaml:14:5: \u{1B}[36mnote:\u{1B}[0m so")
    #expect(!Diagnostic(at: location, "so").rendered().contains("\u{1B}"))
  }

  @Test func showsControlCharactersInsteadOfSendingThem() {
    #expect(
      Diagnostic(
        at: SourceLocation(file: "a\nb", line: 1, column: 1), "bell \u{7}\u{1B}[2J\t\u{202E}"
      )
      .rendered() == "a\\nb:1:1: error: bell \\u{7}\\u{1b}[2J\\t\\u{202e}")
  }

  @Test func ordersPlacesByFileLineAndColumn() {
    let places = [("b", 1, 1), ("a", 2, 1), ("a", 1, 10), ("a", 1, 9)].map {
      SourceLocation(file: $0.0, line: $0.1, column: $0.2)
    }
    #expect(places.sorted().map(\.description) == ["a:1:9", "a:1:10", "a:2:1", "b:1:1"])
  }

  @Test func listsNamesAsASentenceDoes() {
    #expect(Wording.list([]) == "")
    #expect(Wording.list(["a"]) == "'a'")
    #expect(Wording.list(["a", "b"], "or") == "'a' or 'b'")
    #expect(Wording.list(["a", "b", "c"]) == "'a', 'b' and 'c'")
  }

  @Test func cutsLongQuotations() {
    let cut = Wording.quote(String(repeating: "é", count: 41))
    #expect(cut == "'" + String(repeating: "é", count: 40) + "…'")
    #expect(Wording.quote(String(repeating: "é", count: 40)).unicodeScalars.count == 42)
  }
}

@Suite struct SuggestionTests {
  private let stages = ["fetch", "clean", "segment", "tag", "summarise", "write"]

  @Test(arguments: [
    ("fecth", "fetch"), ("Clean", "clean"), ("segmnt", "segment"), ("tga", "tag"),
    ("summarize", "summarise"), ("summ", "summarise"), ("wirte", "write"), ("tags", "tag"),
  ])
  func findsWhatWasMeant(typed: String, meant: String) {
    #expect(nearestName(to: typed, among: stages) == meant)
  }

  @Test(arguments: ["", "x", "translate", "deduplicate", "se", "bag of words"])
  func suggestsNothingFarAway(typed: String) {
    #expect(nearestName(to: typed, among: stages) == nil)
  }

  @Test func ignoresCaseAndHyphens() {
    let options = ["max_sentence_bytes", "max_sentences"]
    #expect(nearestName(to: "Max-Sentence-Bytes", among: options) == "max_sentence_bytes")
    #expect(nearestName(to: "maxSentenceBytes", among: options) == "max_sentence_bytes")
  }

  @Test func takesTheFirstOfEquallyNearNames() {
    #expect(nearestName(to: "bat", among: ["cat", "rat"]) == "cat")
    #expect(nearestName(to: "rat", among: ["cat", "rat"]) == "rat")
  }

  @Test func refusesNamesTooLongToCompare() {
    let long = String(repeating: "a", count: 65)
    #expect(nearestName(to: long, among: [long]) == nil)
  }

  @Test func wordsASuggestion() {
    #expect(Wording.suggestion(for: "tga", among: stages) == "; did you mean 'tag'?")
    #expect(Wording.suggestion(for: "zebra", among: ["a"]) == "; there is only 'a'")
    #expect(Wording.suggestion(for: "zebra", among: ["a", "b"]) == "; there are 'a' and 'b'")
    #expect(Wording.suggestion(for: "zebra", among: (0..<9).map { "option\($0)" }) == "")
    #expect(Wording.suggestion(for: "zebra", among: []) == "")
  }

  @Test func messagesOfTheSystemBeginInLowerCase() {
    #expect(Wording.systemMessage(2) == "no such file or directory")
    #expect(Wording.systemMessage(13) == "permission denied")
  }

  @Test func countsAnExchangeOfNeighboursAsOneEdit() {
    #expect(editDistance(Array("abcd".utf8), Array("abdc".utf8), limit: 4) == 1)
    #expect(editDistance(Array("kitten".utf8), Array("sitting".utf8), limit: 4) == 3)
    #expect(editDistance(Array("kitten".utf8), Array("sitting".utf8), limit: 2) == nil)
    #expect(editDistance([], Array("ab".utf8), limit: 2) == 2)
  }
}
