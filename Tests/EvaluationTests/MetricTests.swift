import Testing

@testable import Evaluation

@Test func precisionRecallAndF1FollowFromCounts() {
  let counts = Counts(gold: 8, found: 5, correct: 4)
  #expect(counts.precision == 0.8)
  #expect(counts.recall == 0.5)
  #expect(counts.f1 == 8.0 / 13.0)
  #expect(Counts(gold: 3, found: 0, correct: 0).f1 == 0)
}

@Test func thereIsNoShareOfNothing() {
  #expect(Counts().precision == nil && Counts().recall == nil && Counts().f1 == nil)
  #expect(Counts(gold: 3).precision == nil && Counts(gold: 3).recall == 0)
  #expect(Counts(found: 3).recall == nil && Counts(found: 3).f1 == 0)
  #expect(GroupAgreement().f1 == nil)
  var missed = GroupAgreement()
  missed.add(gold: [["a"]], found: [])
  #expect(missed.precision == nil && missed.recall == 0 && missed.f1 == 0)
  #expect(percent(nil) == "–")
}

@Test func countsOfSetsAreThoseOfTheirIntersection() {
  #expect(Counts(gold: [1, 2, 3], found: [2, 3, 4, 5]) == Counts(gold: 3, found: 4, correct: 2))
}

@Test func sharesAreShownInPercentWithTwoDecimals() {
  #expect(percent(1) == "100.00")
  #expect(percent(0.97034) == "97.03")
  #expect(percent(0.0005) == "0.05")
  #expect(percent(0) == "0.00")
}

@Test func wordsAreRunsOfLettersDigitsAndUnderscores() {
  #expect(wordHashes(of: "Tarn’s £3-note").count == 4)
  #expect(wordHashes(of: "a_b, c") == wordHashes(of: "  a_b c."))
  #expect(wordHashes(of: "Łódź Ärger") != wordHashes(of: "łódź ärger"))
  #expect(
    wordHashes(of: "Łódź Ärger", ignoringCase: true)
      == wordHashes(of: "łódź ärger", ignoringCase: true))
  #expect(wordHashes(of: " …—! ").isEmpty)
}

@Test func runsOfWordsCountAsOftenAsBothHaveThem() {
  func counts(_ found: String, _ gold: String, _ length: Int) -> Counts {
    WordRuns(wordHashes(of: found), length: length)
      .counts(against: WordRuns(wordHashes(of: gold), length: length))
  }
  #expect(counts("a a b", "a b b a a", 1) == Counts(gold: 5, found: 3, correct: 3))
  #expect(counts("a b c d", "b c d e", 2) == Counts(gold: 3, found: 3, correct: 2))
  #expect(counts("a b", "b a", 2) == Counts(gold: 1, found: 1, correct: 0))
  #expect(counts("a b a b a", "a b a", 2) == Counts(gold: 2, found: 4, correct: 2))
  #expect(counts("a", "a b c", 2) == Counts(gold: 2, found: 0, correct: 0))
}

@Test func aShortTextIsOneRunWhereThatIsAskedFor() {
  func runs(_ text: String) -> WordRuns {
    WordRuns(wordHashes(of: text), length: 4, takesShortTexts: true)
  }
  #expect(runs("a b").counts(against: runs("a b")) == Counts(gold: 1, found: 1, correct: 1))
  #expect(runs("a b").counts(against: runs("a b c")) == Counts(gold: 1, found: 1, correct: 0))
  #expect(runs("").counts(against: runs("a")) == Counts(gold: 1, found: 0, correct: 0))
}

/// The example of Bagga and Baldwin: gold {1…5} {6, 7} {8…12}.
@Test func groupsAgreeByBCubed() {
  let gold = [[1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12]]
  var joined = GroupAgreement()
  joined.add(gold: gold, found: [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]])
  #expect(abs((joined.precision ?? 0) - (5 + 4.0 / 7 + 25.0 / 7) / 12) < 1e-12)
  #expect(joined.recall == 1)

  var perfect = GroupAgreement()
  perfect.add(gold: gold, found: gold.reversed())
  #expect(perfect.f1 == 1)
}

@Test func mentionsThatOnlyOneSideHasAreFailures() {
  var agreement = GroupAgreement()
  agreement.add(gold: [["a", "b"], ["c"]], found: [["a", "x"]])
  #expect(agreement.precision == 0.25)  // a: 1/2, x: 0
  #expect(agreement.recall == 0.5 / 3)  // a: 1/2, b: 0, c: 0
}

@Test func tablesAreAligned() {
  var table = TextTable.ofCounts("type")
  table.add("ORG", Counts(gold: 12, found: 10, correct: 9))
  table.add("Größe", Counts(gold: 1, found: 1, correct: 1))
  #expect(
    table.lines == [
      "type   gold  found  correct  precision  recall      F1",
      "ORG      12     10        9      90.00   75.00   81.82",
      "Größe     1      1        1     100.00  100.00  100.00",
    ])
}

@Test func onlyAsManyExamplesAreKeptAsWanted() {
  var errors = ErrorExamples<String>(limit: 2)
  for number in 1...3 { errors.add("missed", "m\(number)") }
  errors.add("spurious", "s")
  #expect(
    errors.lines() == ["", "missed: 3", "  m1", "  m2", "", "spurious: 1", "  s"])
  #expect(errors.lines { $0 == "spurious" } == ["", "spurious: 1", "  s"])
}
