import Foundation
import StageKit
import Testing
import TextKit

@testable import Evaluation

@Test func spanFilesAreReadLineByLine() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write(
    "gold.jsonl",
    """
    \u{FEFF}{"id": "a", "text": "Zoë in Tarn", "entities": [[0, 4, "PER"], [8, 12, "LOC"]]}\r

    {"text": "x", "entities": [], "published": "2031-04-05"}
    """)
  var seen: [String] = []
  try GoldRecord.forEach(of: path) { (record) throws(EvaluationProblem) in
    let document = try record.document()
    let entities = try record.entities(in: document.text)
    let utf8 = document.text.utf8.span
    seen.append(record.identifier + entities.map { utf8.string($0.range) }.joined(separator: "|"))
    if record.identifier == "3" { #expect(document.metadata.published == "2031-04-05") }
  }
  #expect(seen == ["aZoë|Tarn", "3"])
}

@Test(arguments: [
  (
    #"{"text": "Tarn", "entities": [[0, 5, "LOC"]]}"#,
    "1:1: error: element 1 of 'entities' is 0..5, but the text has 4 bytes"
  ),
  (
    #"{"text": "Tarn", "entities": [[3, 2, "LOC"]]}"#,
    "1:1: error: element 1 of 'entities' is 3..2, but the text has 4 bytes"
  ),
  (
    #"{"text": "Zoë", "entities": [[0, 3, "PER"]]}"#,
    "1:1: error: element 1 of 'entities' has a bound inside a character, at byte 3; "
      + "offsets are UTF-8 bytes"
  ),
  (
    #"{"text": "Tarn", "entities": [[0, 4]]}"#,
    "1:1: error: element 1 of 'entities' is not [start, end, type]"
  ),
  (
    #"{"text": "Tarn", "entities": [["0", 4, "LOC"]]}"#,
    "1:1: error: element 1 of 'entities' is not [start, end]"
  ),
  (#"{"text": "Tarn"}"#, "1:1: error: member 'entities' with a list is expected"),
  (#"{"entities": []}"#, "1:1: error: member 'text' with a string is expected"),
  ("[1]", "1:1: error: a JSON object is expected"),
  ("\n{\"é\": }", "2:7: error: no JSON: a value is expected"),
])
func mistakesOfSpanFilesAreLocated(_ content: String, _ expected: String) throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("gold.jsonl", content)
  let told = message { _ = try report(TagEvaluator.self, path, [segmenter, tagger([:])]) }
  #expect(told == "\(path):\(expected)")
}

@Test func whatIsNoTextIsRefused() throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("gold.jsonl", [0x7B, 0x7D, 0x0A, 0x22, 0xFF, 0x22])
  let told = message { try GoldRecord.forEach(of: path) { _ in } }
  #expect(told == "\(path):2:1: error: the line is not valid UTF-8")
  #expect(
    message { try GoldRecord.forEach(of: folder.path + "/none") { _ in } }
      == "error: '\(folder.path)/none' cannot be read: no such file or directory")
  #expect(
    message { try GoldRecord.forEach(of: folder.path) { _ in } }
      == "error: '\(folder.path)' cannot be read: is a directory")
}

private func records(_ content: String) throws -> [String] {
  let folder = try TemporaryFolder()
  let path = try folder.write("gold.conll", content)
  var seen: [String] = []
  try TokenFile.forEach(of: path) { (record) throws(EvaluationProblem) in
    var document = record.document
    document.entities = record.entities
    seen.append(document.rendering(of: [.sentences, .tokens, .entities]))
  }
  return seen
}

@Test func tokensBecomeTextAndTagsBecomeEntities() throws {
  #expect(
    try records(
      "# doc one\nAnn\tB-PER\nBell\tI-PER\n#\tO\n\nTarn\tB-LOC\n# doc two\n# note\nx\tO\n")
      == [
        """
        sentence: Ann Bell #
        sentence: Tarn
        tokens: Ann|Bell|#|Tarn
        PER: Ann Bell
        LOC: Tarn
        """,
        "sentence: x\ntokens: x",
      ])
}

@Test func tokensAreJoinedAsInPrintWhereThatIsAsked() throws {
  let folder = try TemporaryFolder()
  let sentences = [
    ("He said : \" No , it is n't \" ( 5 % ) .", "He said: \"No, it isn't\" (5%)."),
    ("Ann 's cats ' toys cost $ 3 ; \" Really ? \"", "Ann's cats' toys cost $3; \"Really?\""),
    ("We ’ll go # 1 - not 2 ...", "We’ll go #1 - not 2..."),
    ("\" Oh", "\"Oh"), ("Oh \"", "Oh \""),
  ]
  for (tokens, expected) in sentences {
    let lines = tokens.split(separator: " ").map { "\($0)\tO\n" }.joined()
    let path = try folder.write("gold.conll", lines)
    try TokenFile.forEach(of: path, joining: .printed) { (record) throws(EvaluationProblem) in
      #expect(record.document.text == expected)
      let text = record.document.text.utf8.span
      let found = (record.document.tokens ?? []).map { text.string($0) }
      #expect(found.joined(separator: " ") == tokens)
    }
  }
}

@Test func sentencesAreDocumentsWhereNoneAreMarked() throws {
  #expect(
    try records("a\tO\r\n\r\n\nb\tO\n")
      == ["sentence: a\ntokens: a", "sentence: b\ntokens: b"])
  #expect(try records("-DOCSTART- -X- O\n\na\tO\n\nb\tO\n").count == 1)
}

@Test func entitiesEndWhereTagsSaySo() throws {
  #expect(
    try records("a\tI-PER\nb\tI-PER\nc\tB-PER\nd\tI-ORG\ne\tO\nf\tI-ORG\n\ng\tI-ORG\n")[0]
      == """
      sentence: a b c d e f
      tokens: a|b|c|d|e|f
      PER: a b
      PER: c
      ORG: d
      ORG: f
      """)
}

@Test func onlyTheFirstAndTheLastColumnCount() throws {
  #expect(try records("Tarn\tNNP\tx\tB-LOC\n") == ["sentence: Tarn\ntokens: Tarn\nLOC: Tarn"])
}

@Test(arguments: [
  ("a\tO\nTarn", "2:1: error: a token, a tab and a tag are expected"),
  ("\tO\n", "1:1: error: a token, a tab and a tag are expected"),
  ("é\tLOC\n", "1:3: error: unknown tag 'LOC'; 'O', 'B-TYPE' or 'I-TYPE' is expected"),
  ("a\tB-\n", "1:3: error: unknown tag 'B-'; 'O', 'B-TYPE' or 'I-TYPE' is expected"),
])
func mistakesOfTokenFilesAreLocated(_ content: String, _ expected: String) throws {
  let folder = try TemporaryFolder()
  let path = try folder.write("gold.conll", content)
  #expect(message { try TokenFile.forEach(of: path) { _ in } } == "\(path):\(expected)")
}

@Test func randomBytesAreReadOrRefused() throws {
  let folder = try TemporaryFolder()
  var random = SeededRandom(seed: 7)
  let pieces = [
    "{\"text\": \"", "Zoë", "\"", ", \"entities\": [[", "0", ",", "3", "]]", "}", "\n", "\t", "O",
    "B-PER", "#", " doc", "[", "null", "\u{0}", "-1", "99999999999999999999",
  ]
  for _ in 0..<300 {
    let content = (0..<Int.random(in: 0..<20, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
    let path = try folder.write("gold", content)
    _ = message { try TokenFile.forEach(of: path) { _ in } }
    _ = message {
      try GoldRecord.forEach(of: path) { (record) throws(EvaluationProblem) in
        _ = try record.entities(in: record.document().text)
        _ = try record.ranges("entities", in: record.document().text)
      }
    }
  }
}

/// SplitMix64.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
