import Foundation
import StageKit
import Testing
import TextKit

@testable import Tag

/// Writes `contents` to a file of its own and removes it afterwards.
private func withFile<Result>(
  _ contents: some Collection<UInt8>, _ body: (String) throws -> Result
) throws -> Result {
  let path = FileManager.default.temporaryDirectory.path + "/gazetteer-\(UUID().uuidString).tsv"
  try Data(contents).write(to: URL(fileURLWithPath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

private func render(_ text: String, gazetteer: String, types: [String] = []) throws -> String {
  try withFile(gazetteer.utf8) { path in
    var options = TagOptions()
    options.gazetteers = [path]
    options.types = types
    return try render(text, options: options)
  }
}

@Suite struct GazetteerTests {
  @Test func findsPhrasesBeforeAllElse() throws {
    let found = try render(
      "It met Ann Bell in China on May 4.",
      gazetteer: "# ours\n\nChina\tPRODUCT\tours:7\r\nMay 4\tEVENT\n")
    #expect(found == "PERSON: Ann Bell\nPRODUCT: China\nEVENT: May 4")
  }

  @Test func prefersTheLongestPhrase() throws {
    let found = try render(
      "The blue whale watch failed.",
      gazetteer: "blue whale\tPRODUCT\nwhale watch\tEVENT\nblue\tMISC\nwhale watch failed\tLAW\n")
    #expect(found == "LAW: whale watch failed")
  }

  @Test func ignoresCaseOfPhrasesWithoutCapitals() throws {
    let long = String(repeating: "lock", count: 20)
    let found = try render(
      "Tidal gates, TIDAL GATES and tidal gates; Vex, VEX and vex; V.X. and \(long.uppercased()).",
      gazetteer: "tidal gates\tPRODUCT\nVex\tPRODUCT\nv.x.\tPRODUCT\n\(long)\tPRODUCT\n",
      types: ["PRODUCT"])
    #expect(
      found == """
        PRODUCT: Tidal gates
        PRODUCT: TIDAL GATES
        PRODUCT: tidal gates
        PRODUCT: Vex
        PRODUCT: V.X.
        PRODUCT: \(long.uppercased())
        """)
  }

  @Test func keepsTheFirstOfTwoEntriesAndItsLink() throws {
    try withFile("Vex\tLAW\tours:1\nVex\tEVENT\tours:2\n".utf8) { path in
      var options = TagOptions()
      options.gazetteers = [path]
      let document = try tag("Vex fell.", options: options)
      #expect(document.entities?.map(\.type) == [.law])
      #expect(document.entities?.map(\.link) == ["ours:1"])
    }
  }

  @Test func followsTheRuleOfCaseOfAnEntry() throws {
    let found = try render(
      "Vex, VEX, vex; nor, Nor; ox, OX.",
      gazetteer: "Vex\tLAW\t\tany\nnor\tEVENT\t\texact\nox\tMISC\t\tauto\n",
      types: ["LAW", "EVENT", "MISC"])
    #expect(found == "LAW: Vex\nLAW: VEX\nLAW: vex\nEVENT: nor\nMISC: ox\nMISC: OX")
  }

  @Test func readsJSONLines() throws {
    let lines = """
      {"phrase": "Vex", "type": "LAW", "id": "ours:1", "case": "any", "note": [1, 2]}

      {"phrase": "Nor \\u00e9", "type": "SHIP", "id": null}
      """
    try withFile(lines.utf8) { path in
      var options = TagOptions()
      options.gazetteers = [path]
      options.types = ["LAW", "SHIP"]
      let document = try tag("So vex and Nor é met.", options: options)
      #expect(document.rendering(of: [.entities]) == "LAW: vex\nSHIP: Nor é")
      #expect(document.entities?.map(\.link) == ["ours:1", nil])
    }
  }

  @Test func takesTypesOfUsersOwn() throws {
    let found = try render(
      "Vex fell in China.", gazetteer: "Vex\tSHIP_2\n", types: ["SHIP_2"])
    #expect(found == "SHIP_2: Vex")
  }

  @Test func matchesMarksAndOtherScripts() throws {
    let found = try render(
      "The C++ and O’Vex and Größe groups.",
      gazetteer: "C++\tPRODUCT\nO'Vex\tPRODUCT\nGröße\tPRODUCT\n")
    #expect(found == "PRODUCT: C++\nPRODUCT: O’Vex\nPRODUCT: Größe")
  }

  @Test(arguments: [
    ("Vex\n", 1, "a phrase, a type and perhaps a link and a rule of case are expected"),
    (
      "# fine\nVex\tLAW\nVex\tLAW\tx\tany\tz\n", 3,
      "a phrase, a type and perhaps a link and a rule of case are expected"
    ),
    ("Vex\tLAW\tx\tsome\n", 1, "the rule of case is 'exact', 'any' or 'auto', not 'some'"),
    (
      String(repeating: "vex ", count: 65) + "\tLAW\n", 1,
      "the phrase has 65 words and marks; 64 are allowed"
    ),
    ("\n{\"phrase\": \"Vex\"}\n", 2, "an object with the strings 'phrase' and 'type' is expected"),
    ("{\"phrase\": \"Vex\", \"type\": \"LAW\"}\nVex\n", 2, "no JSON: a value is expected"),
    (
      "{\"phrase\": \"Vex\", \"type\": \"LAW\", \"id\": 7}", 1, "the member 'id' is no string"
    ),
    ("\tLAW\n", 1, "the phrase has neither letter nor digit"),
    ("???\tLAW\n", 1, "the phrase has neither letter nor digit"),
    ("Vex\tlaw\n", 1, "the type 'law' is not made of capitals, digits and '_'"),
    ("Vex\t\n", 1, "the type '' is not made of capitals, digits and '_'"),
  ])
  func namesTheLineOfABadEntry(_ contents: String, _ line: Int, _ message: String) throws {
    try withFile(contents.utf8) { path in
      var options = TagOptions()
      options.gazetteers = [path]
      let problem = #expect(throws: OptionProblem.self) { try makeStage(options) }
      #expect(problem?.path == [.key("gazetteers"), .index(0)])
      #expect(problem?.message == "line \(line) of '\(path)': \(message)")
    }
  }

  @Test func refusesBytesThatAreNotText() throws {
    try withFile([0x56, 0xFF, 0x09, 0x4C, 0x0A]) { path in
      var options = TagOptions()
      options.gazetteers = [path]
      let problem = #expect(throws: OptionProblem.self) { try makeStage(options) }
      #expect(problem?.message == "line 1 of '\(path)': the line is not valid UTF-8")
    }
  }

  @Test func namesTheFileThatCannotBeRead() throws {
    var options = TagOptions()
    options.gazetteers = ["nowhere/a.tsv"]
    let problem = #expect(throws: OptionProblem.self) { try makeStage(options) }
    #expect(problem?.path == [.key("gazetteers"), .index(0)])
    #expect(problem?.message == "'nowhere/a.tsv' cannot be read: no such file or directory")
    options.gazetteers = ["/"]
    let folder = #expect(throws: OptionProblem.self) { try makeStage(options) }
    #expect(folder?.message == "'/' cannot be read: it is no file")
  }

  @Test(.timeLimit(.minutes(1))) func refusesAPipeRatherThanWaitForIt() throws {
    let path = FileManager.default.temporaryDirectory.path + "/pipe-\(UUID().uuidString)"
    try #require(mkfifo(path, 0o600) == 0)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var options = TagOptions()
    options.gazetteers = [path]
    let problem = #expect(throws: OptionProblem.self) { try makeStage(options) }
    #expect(problem?.message == "'\(path)' cannot be read: it is no file")
  }

  @Test func survivesRandomFiles() throws {
    var random = Random(seed: 7)
    for _ in 0..<60 {
      let bytes = (0..<random.below(200)).map { _ in
        random.element(Array("ab \tXYZ_#\n\u{E9}".utf8))
      }
      try withFile(bytes) { path in
        var options = TagOptions()
        options.gazetteers = [path]
        guard let stage = try? makeStage(options) else { return }
        var document = makeDocument("ab a b XY ba")
        var scratch = stage.makeScratch()
        _ = try stage.process(&document, &scratch)
        #expect(document.firstInvalidLayer() == nil)
      }
    }
  }

  /// What is read in the short way means what it means in the long way.
  @Test func readsPlainObjectsAsAnyOther() throws {
    var random = Random(seed: 11)
    var plainCount = 0
    for _ in 0..<800 {
      var line = "{"
      for position in 0..<random.below(5) {
        let key = random.element(["phrase", "type", "id", "case", "Phrase", "x", ""])
        let value = random.element([
          "\"Ann é\"", "\"LAW\"", "\"exact\"", "\"x:1\"", "\"\"", "\"a\\\"b\"", "\"\\u0041\"",
          "null", "3", "\"a", "\"{,:}\"",
        ])
        line += (position > 0 ? random.element([",", " , ", ",", ",\t", ""]) : "")
        line += " \"\(key)\"\(random.element([":", " : ", ":", ": ", ""]))\(value)"
      }
      line += random.element(["}", " } ", "}", "}", "", "}}"])
      let bytes = Array(line.utf8)
      guard let plain = PlainEntry(bytes.span) else { continue }
      plainCount += 1
      let value = try Value(json: bytes.span)
      for (key, range) in [
        ("phrase", plain.phrase), ("type", plain.type), ("id", plain.identifier),
        ("case", plain.caseRule),
      ] {
        #expect(
          value[key]?.string
            == range.map { bytes.span.string(ByteRange($0.lowerBound, $0.upperBound)) },
          "in \(line)")
      }
    }
    #expect(plainCount > 40)
  }

  @Test func loadsManyEntriesThatShareTheirStart() throws {
    let words = (0..<3000).map {
      "alpha beta" + String(repeating: " gamma", count: $0 % 40) + " w\($0)\tLAW"
    }
    let found = try render(
      "So alpha beta gamma gamma w42 fell; alpha beta gamma w42 did not.",
      gazetteer: words.joined(separator: "\n"))
    #expect(found == "LAW: alpha beta gamma gamma w42")
  }
}
