import Foundation
import StageKit
import Testing
import TextKit

@testable import Evaluation

private let entityGold = """
  {"id": "a", "text": "Ann Bell met Tarn FC in Tarn.", \
  "entities": [[0, 8, "PER"], [13, 20, "ORG"], [24, 28, "LOC"]]}
  {"id": "b", "text": "Bell left.", "entities": [[0, 4, "PER"]]}
  """

@Test func entitiesCountWhereSpanAndTypeAreRight() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("gold.jsonl", entityGold)
  let stage = tagger(["Ann Bell": "PERSON", "Tarn": "GPE", "left": "EVENT", "met": "DATE"])
  let result = try report(TagEvaluator.self, path, [segmenter, stage]) { $0.errorLimit = 1 }
  #expect(
    result.lines == [
      "type  gold  found  correct  precision  recall     F1",
      "LOC      1      2        1      50.00  100.00  66.67",
      "ORG      1      0        0          –    0.00   0.00",
      "PER      2      1        1     100.00   50.00  66.67",
      "all      4      3        2      66.67   50.00  57.14",
      "",
      "missed PER: 1",
      "  b: ⟦Bell⟧ left.",
      "",
      "wrong bounds ORG: 1",
      "  a: Ann Bell met ⟦Tarn FC⟧ in Tarn.  (found 'Tarn' as LOC)",
    ])
  #expect(Value.object(result.members)["documents"] == 2)
  #expect(
    Value.object(result.members)["all"]
      == [
        "gold": 4, "found": 3, "correct": 2, "precision": 0.666667, "recall": 0.5,
        "f1": 0.571429,
      ])
}

@Test func onlyTheNamedTypesCount() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("gold.jsonl", entityGold)
  let stage = tagger(["Bell": "PERSON", "left": "EVENT"])
  let result = try report(TagEvaluator.self, path, [segmenter, stage]) {
    $0.types = ["PER", "MISC"]
    $0.errorLimit = 1
  }
  #expect(
    result.lines == [
      "type  gold  found  correct  precision  recall     F1",
      "PER      2      2        1      50.00   50.00  50.00",
      "MISC     0      1        0       0.00       –   0.00",
      "all      2      3        1      33.33   50.00  40.00",
      "",
      "spurious MISC: 1",
      "  b: Bell ⟦left⟧.",
      "",
      "wrong bounds PER: 1",
      "  a: ⟦Ann Bell⟧ met Tarn FC in Tarn.  (found 'Bell' as PER)",
    ])
}

@Test func typesStayAsTheyAreWhereThatIsAskedFor() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(
    "gold.jsonl", #"{"id": "a", "text": "Tarn in May", "entities": [[0,4,"GPE"], [8,11,"DATE"]]}"#)
  let stage = tagger(["Tarn": "LOC", "May": "DATE"])
  let result = try report(TagEvaluator.self, path, [segmenter, stage]) {
    $0.scheme = .ontonotes
    $0.errorLimit = 5
  }
  #expect(result.lines[1].hasPrefix("DATE     1      1        1"))
  #expect(result.lines[2].hasPrefix("GPE      1      0        0"))
  #expect(result.lines.suffix(2) == ["mistyped GPE as LOC: 1", "  a: ⟦Tarn⟧ in May"])
}

@Test(arguments: [
  ("PERSON", "PER"), ("PER", "PER"), ("ORG", "ORG"), ("GPE", "LOC"), ("LOC", "LOC"),
  ("FAC", "LOC"), ("NORP", "MISC"), ("EVENT", "MISC"), ("SHIP", "MISC"), ("DATE", nil),
  ("MONEY", nil), ("URL", nil),
])
func typesAreMappedToFour(_ type: String, _ expected: String?) {
  #expect(EntityType(rawValue: type).conll?.rawValue == expected)
}

@Test func tokenFilesKeepTheirTokens() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("gold.conll", "Ann\tB-PER\n.\tO\n")
  let stage = FakeStage<Tag> { document in
    #expect(document.tokens == [ByteRange(0, 3), ByteRange(4, 5)])
    document.entities = [Entity(ByteRange(0, 3), type: .person)]
    return .keep
  }
  let result = try report(TagEvaluator.self, path, [segmenter, stage])
  #expect(result.lines.last == "all      1      1        1     100.00  100.00  100.00")
}

@Test func aStageThatFailsIsNamedWithThePlace() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("gold.jsonl", entityGold)
  let stage = FakeStage<Tag> { (_) throws(StageFailure) in
    throw StageFailure(reason: "broken", message: "no model")
  }
  #expect(
    message { _ = try report(TagEvaluator.self, path, [segmenter, stage]) }
      == "\(path):1:1: error: stage 'tag' failed: no model")
}

@Test func sentencesCountWhereBothEndsAreRight() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(
    "gold.jsonl",
    """
    {"id": "a", "genre": "news", "text": "It is. So be it. ", "sentences": [[0, 7], [7, 17]], \
    "tokens": [[0, 2], [3, 6], [7, 9], [10, 12], [13, 15], [15, 16]]}
    {"id": "b", "genre": "letter", "text": "At 5 p.m. it rained.", "sentences": [[0, 20]]}
    {"id": "c", "text": "changed", "sentences": null}
    """)
  let result = try report(SegmentEvaluator.self, path, [segmenter]) { $0.errorLimit = 2 }
  #expect(
    result.lines == [
      "                   gold  found  correct  precision  recall      F1",
      "sentences, letter     1      3        0       0.00    0.00    0.00",
      "sentences, news       2      2        2     100.00  100.00  100.00",
      "tokens, news          6      5        4      80.00   66.67   72.73",
      "sentences             3      5        2      40.00   66.67   50.00",
      "tokens                6      5        4      80.00   66.67   72.73",
      "",
      "1 of 2 documents (50.00 %) have all sentences right; 1 without ranges passed over",
      "",
      "split: 2",
      "  b: At 5 p.║m. it rained.",
      "  b: At 5 p.m.║ it rained.",
    ])
}

@Test func textsAreCleanedFirstWhereThatIsAskedFor() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(
    "gold.jsonl",
    """
    {"id": "a", "text": "<p>It is. So be it.", "sentences": [[3, 9], [10, 19]]}
    {"id": "b", "text": "= It is.", "sentences": [[2, 8]]}
    """)
  // Takes the mark at the start away, which is longer in markup.
  let cleaner = FakeStage<Clean> { document in
    let mark = document.form == .html ? 3 : 2
    let rest = String(document.text.dropFirst(mark))
    let hasOrigins = document.rawOffsets != nil
    document.replaceText(rest)
    if hasOrigins { document.rawOffsets = OffsetMap(copyOf: rest.utf8.count, from: mark) }
    return .keep
  }
  let asGiven = try report(SegmentEvaluator.self, path, [cleaner, segmenter])
  #expect(asGiven.lines.last == "0 of 2 documents (0.00 %) have all sentences right")
  let result = try report(SegmentEvaluator.self, path, [cleaner, segmenter]) {
    $0.cleansFirst = true
  }
  #expect(result.lines.last == "2 of 2 documents (100.00 %) have all sentences right")
}

@Test func goldWithoutSentencesIsRefused() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("gold.jsonl", #"{"text": "x", "tokens": []}"#)
  #expect(
    message { _ = try report(SegmentEvaluator.self, path, [segmenter]) }
      == "\(path):1:1: error: member 'sentences' with a list is expected")
}

@Test func summariesAreComparedWithTheBestReference() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(
    "gold.jsonl",
    """
    {"text": "Harbour. The old crane of Tarn fell. Nobody was hurt in it. It rained.", \
    "references": ["nobody WAS hurt", "quite another thing"]}
    """)
  let stage = FakeStage<Summarise> { document in
    document.summary = Summary(sentences: [2], text: "Nobody was hurt in it.")
    return .keep
  }
  let result = try report(SummariseEvaluator.self, path, [segmenter, stage]) {
    $0.sentenceCount = 1
  }
  #expect(
    result.lines == [
      "           documents  ROUGE-1  ROUGE-2  bytes",
      "summarise          1    75.00    66.67     22",
      "lead               1     0.00     0.00     28",
    ])
}

@Test func summariesWithoutPairsOfWordsShareNone() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("gold.jsonl", #"{"text": "", "reference": "harbour"}"#)
  let stage = FakeStage<Summarise> { _ in .keep }
  let result = try report(SummariseEvaluator.self, path, [segmenter, stage])
  let members = Value.object(result.members)
  #expect(members["summarise"] == ["rouge1": 0.0, "rouge2": 0.0], "\(result.lines)")
}

@Test func aTypeThatOccursNowhereHasNoFigures() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("gold.jsonl", entityGold)
  let result = try report(TagEvaluator.self, path, [segmenter, tagger([:])]) {
    $0.scheme = .ontonotes
    $0.types = ["LAW"]
  }
  #expect(
    result.lines == [
      "type  gold  found  correct  precision  recall  F1",
      "LAW      0      0        0          –       –   –",
      "all      0      0        0          –       –   –",
    ])
  #expect(Value.object(result.members)["all"]?["f1"] == .null)
}

@Test func typesThatTheSchemeDoesNotHaveAreRefused() {
  var settings = EvaluationSettings()
  settings.types = ["PER", "PERSON"]
  #expect(
    message { _ = try TagEvaluator(settings) }
      == "error: '--types': the scheme conll4 has no type 'PERSON'; it has 'PER', 'ORG', 'LOC' and "
      + "'MISC', and '--scheme ontonotes' has all others")
}

@Test func theNumberOfSentencesIsPassedToTheStage() throws {
  var settings = EvaluationSettings()
  settings.sentenceCount = 5
  #expect(try SummariseEvaluator(settings).stageSettings == ["summarise.sentences=5"])
}

@Test func pagesAreComparedByRunsOfFourWords() throws {
  let folder = try TemporaryFolder()
  try folder.write("a.html", "one two three four five six")
  try folder.write("a.txt", "two three four five six")
  try folder.write("b.html", "")
  try folder.write("b.txt", "one two three four")
  let path = try folder.write(
    "index.jsonl",
    """
    {"id": "a", "html": "a.html", "text": "a.txt"}
    {"id": "b", "html": "b.html", "text": "b.txt"}
    """)
  let stage = FakeStage<Clean> { document in
    document.text.isEmpty ? .drop(reason: "empty") : .keep
  }
  let result = try report(CleanEvaluator.self, path, [stage]) { $0.errorLimit = 1 }
  // Precision 2/3 over the page for which something was found; recall (1 + 0)/2.
  #expect(
    result.lines == [
      "           pages  precision  recall     F1",
      "body text      2      66.67   50.00  57.14",
      "",
      "worst pages:",
      "  0.00  precision –, recall 0.00  b",
    ])
}

@Test func phrasesAndMetadataAreCompared() throws {
  let folder = try TemporaryFolder()
  try folder.write("a.html", "The crane\n\nfell. Share this")
  let path = try folder.write(
    "index.jsonl",
    """
    {"id": "a", "html": "a.html", "with": ["crane fell.", "nobody"], "without": ["Share", "Like"], \
    "title": "Crane  falls ", "author": ["Ann Bell", "Bo Ek"], "date": "2031-04-05"}
    {"id": "b", "html": "a.html", "title": "Crane", "author": "", "date": null}
    """)
  let stage = FakeStage<Clean> { document in
    document.metadata.title = "Crane falls"
    document.metadata.byline = ["Ann Bell", "Bo Ek"]
    document.metadata.published = "2031-04-05T06:07"
    return .keep
  }
  let result = try report(CleanEvaluator.self, path, [stage]) { $0.errorLimit = 1 }
  #expect(
    result.lines == [
      "         phrases  right  share",
      "kept           2      1  50.00",
      "removed        2      1  50.00",
      "",
      "        gold  found  correct  precision  recall     F1",
      "title      2      2        1      50.00   50.00  50.00",
      "author     1      2        1      50.00  100.00  66.67",
      "date       1      2        1      50.00  100.00  66.67",
      "",
      "        pages  right  exact",
      "title       2      1  50.00",
      "author      2      1  50.00",
      "date        2      1  50.00",
      "",
      "phrases left in: 1",
      "  a: Share",
      "",
      "phrases lost: 1",
      "  a: nobody",
      "",
      "wrong author: 1",
      "  b: '', found 'Ann Bell; Bo Ek'",
      "",
      "wrong date: 1",
      "  b: '', found '2031-04-05'",
      "",
      "wrong title: 1",
      "  b: 'Crane', found 'Crane falls'",
    ])
}

@Test func filesThatAnIndexNamesInVainAreLocated() throws {
  let folder = try TemporaryFolder()
  try folder.write("a.html", "x")
  let stage = FakeStage<Clean> { _ in .keep }
  let first = try folder.write("first.jsonl", #"{"html": "none.html"}"#)
  #expect(
    message { _ = try report(CleanEvaluator.self, first, [stage]) }
      == "\(first):1:1: error: '\(folder.path)/none.html' cannot be read: it is not there")
  let second = try folder.write("second.jsonl", #"{"html": "a.html", "text": "none.txt"}"#)
  #expect(
    message { _ = try report(CleanEvaluator.self, second, [stage]) }
      == "\(second):1:1: error: '\(folder.path)/none.txt' cannot be read: no such file or directory"
  )
}

@Test func valuesOfDatesCountWhereTheSpanIsRight() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(
    "gold.jsonl",
    """
    {"genre": "news", "sentence": "It fell on May 4.", "surface": "May 4", "when": "2031-05-04", \
    "doc_date": "2031-05-06"}
    {"genre": "news", "sentence": "At noon it fell.", "surface": "noon", "when": "12:00:00"}
    {"genre": "letter", "sentence": "In spring it fell.", "surface": "spring", "when": "2031"}
    {"sentence": "It fell all week.", "surface": "week", "from": "2031-05-03", "to": "2031-05-09"}
    {"sentence": "It fell lately.", "surface": "lately", "notAfter": "2031"}
    """)
  let values = ["May 4": "2031-05-03", "noon": "T12:00", "week": "2031-05-03/2031-05-09"]
  let stage = FakeStage<Tag> { document in
    if document.text.hasPrefix("It fell on") {
      #expect(document.metadata.published == "2031-05-06")
    }
    document.entities = values.sorted { $0.key < $1.key }.compactMap { words, value in
      guard let place = document.text.range(of: words) else { return nil }
      let start = document.text.utf8.distance(from: document.text.startIndex, to: place.lowerBound)
      return Entity(ByteRange(start, start + words.utf8.count), type: .date, value: value)
    }
    return .keep
  }
  let result = try report(DatesEvaluator.self, path, [segmenter, stage]) { $0.errorLimit = 1 }
  #expect(
    result.lines == [
      "           gold  right spans  with value  right  of right spans",
      "letter        1            0           0      0               –",
      "news          2            2           2      1           50.00",
      "all           3            2           2      1           50.00",
      "intervals     1            1           1      1          100.00",
      "",
      "1 without a value passed over",
      "",
      "no such span: 1",
      "  3: In ⟦spring⟧ it fell.",
      "",
      "wrong value: 1",
      "  1: It fell on ⟦May 4⟧. is 2031-05-04, not 2031-05-03",
    ])
}

@Test func groupsAreComparedOverNamesThatBothSidesHave() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(
    "gold.jsonl",
    """
    {"text": "Ann Bell met the Duke. Bell left him. Tarn slept.", "clusters": [\
    {"mentions": [[0, 8, "Ann Bell"], [23, 27, "Bell"]]}, \
    {"mentions": [[13, 21, "the Duke"], [33, 36, "him"]]}, {"mentions": [[38, 42, "Tarn"]]}]}
    """)
  let stage = FakeStage<Tag> { document in
    document.entities = [
      Entity(ByteRange(0, 8), type: .person, group: 1),
      Entity(ByteRange(17, 21), type: .person, group: 1),
      Entity(ByteRange(23, 27), type: .person),
      Entity(ByteRange(28, 32), type: .event),
    ]
    return .keep
  }
  let result = try report(GroupsEvaluator.self, path, [segmenter, stage])
  // Of Ann Bell, the Duke and Bell: precision (1/2 + 1/2 + 1)/3, recall (1/2 + 1 + 1/2)/3.
  #expect(
    result.lines == [
      "                  names  precision  recall  B³ F1",
      "groups                3      66.67   66.67  66.67",
      "every name alone      3     100.00   66.67  80.00",
      "",
      "3 of 4 names have the span of an entity",
    ])
}

@Test(arguments: [
  ("the Bank of Tarn", "Bank of Tarn"), ("Ann Bell", "Ann Bell"), ("The Tarn", "Tarn"),
  ("Łódź", "Łódź"), ("her", nil), ("I", nil), ("the old crane", nil), ("Tarn harbour", nil),
  ("a", nil),
])
func namesAreToldByTheirLetters(_ mention: String, _ name: String?) {
  let text = "x \(mention) y"
  let range = ByteRange(2, 2 + mention.utf8.count)
  let found = NameShape.name(in: range, of: text).map { text.utf8.span.string($0) }
  #expect(found == name)
}

@Test func evaluatorsHaveNamesOfTheirOwn() {
  #expect(Set(evaluators.map { $0.descriptor.name }).count == evaluators.count)
}
