import Foundation
import TestSupport
import Testing

/// Documents that are kept behind a stage, so that a change of a later one starts there.
@Suite struct KeepTests {
  private func workplace(_ keep: String) throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write(
      "p.yaml",
      """
      name: test
      run: {keep: \(keep)}
      stages:
        - fetch: {paths: [in]}
        - clean
        - segment
        - summarise: {sentences: 2}
        - write: {path: records.jsonl}

      """)
    for number in 0..<12 {
      let body = (0..<number % 5 + 2).map { "Ship \(number) came in at pier \($0). It left." }
      try workplace.write(
        "in/\(number).txt", "Harbour reopens \(number)\n\n\(body.joined(separator: "\n\n"))\n")
    }
    try workplace.write("in/empty.txt", "")
    return workplace
  }

  private func fromScratch(_ workplace: Workplace, _ settings: [String]) throws -> Data {
    let arguments = ["run", "p.yaml", "--output", "scratch", "--fresh"] + settings
    #expect(try workplace.start(arguments).wait().code == 0)
    return try workplace.read("scratch/records.jsonl")
  }

  @Test(arguments: ["fetch", "clean", "segment", "summarise"])
  func aChangeOfALaterStageStartsThere(_ keep: String) throws {
    let workplace = try workplace(keep)
    #expect(try workplace.run("run", "p.yaml").code == 0)
    let change =
      keep == "summarise"
      ? ["--set", "stages.write.offsets=bytes"] : ["--set", "stages.summarise.sentences=1"]
    let second = try workplace.start(["run", "p.yaml"] + change).wait()
    // The empty one never came so far.
    #expect(
      second.messages.contains("13 documents = 12 written + 1 unchanged; 0 B in "),
      "\(second.messages)")
    #expect(try workplace.read("records.jsonl") == fromScratch(workplace, change))
    // And from what the second run kept.
    let more = change + ["--set", "stages.write.fields=[id, summary]"]
    let third = try workplace.start(["run", "p.yaml"] + more).wait()
    #expect(third.messages.contains("12 written + 1 unchanged; 0 B in "), "\(third.messages)")
    #expect(try workplace.read("records.jsonl") == fromScratch(workplace, more))
  }

  @Test func aChangeBeforeTheStageStartsAtTheInput() throws {
    let workplace = try workplace("segment")
    #expect(try workplace.run("run", "p.yaml").code == 0)
    let change = ["--set", "stages.segment.max_sentence_bytes=64"]
    let second = try workplace.start(["run", "p.yaml"] + change).wait()
    #expect(second.messages.contains("12 written"))
    #expect(!second.messages.contains("; 0 B in "), "\(second.messages)")
    #expect(try workplace.read("records.jsonl") == fromScratch(workplace, change))
  }

  @Test func aChangedFileStartsAtTheInput() throws {
    let workplace = try workplace("segment")
    #expect(try workplace.run("run", "p.yaml").code == 0)
    try workplace.write("in/3.txt", "Another harbour\n\nNo ship came in.\n")
    let change = ["--set", "stages.summarise.sentences=1"]
    #expect(try workplace.start(["run", "p.yaml"] + change).wait().code == 0)
    #expect(try workplace.read("records.jsonl") == fromScratch(workplace, change))
  }

  @Test func refusesAStageThatIsNotThere() throws {
    let workplace = try workplace("segmnt")
    let result = try workplace.run("check", "p.yaml")
    #expect(result.code == 2)
    #expect(
      result.messages == "p.yaml:2:13: error: 'keep' names a stage that changes documents, and "
        + "'segmnt' is none of this pipeline; did you mean 'segment'?\n")
  }

  @Test func wrongSettingsAreToldTogetherWithWrongStages() throws {
    let workplace = try workplace("segmnt")
    let file = String(decoding: try workplace.read("p.yaml"), as: UTF8.self)
    try workplace.write(
      "p.yaml",
      file.replacing("run: {", with: "run: {fail_if: often, ")
        + "  - write: {path: records.jsonl}\n    label: again\n")
    let result = try workplace.run("check", "p.yaml")
    #expect(result.code == 2)
    let lines = result.messages.split(separator: "\n")
    #expect(lines.count == 3, "\(result.messages)")
    #expect(lines.first?.contains("'fail_if' is like") == true)
    #expect(lines.dropFirst().first?.contains("'keep' names a stage") == true)
    #expect(lines.last?.contains("would overwrite each other") == true)
  }
}
