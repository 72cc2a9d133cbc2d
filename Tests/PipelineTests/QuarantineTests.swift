import Foundation
import TestSupport
import Testing

/// What becomes of documents that no stage can handle, with the real program.
@Suite struct QuarantineTests {
  private func workplace(_ settings: String = "", fetch: String = "") throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write(
      "p.yaml",
      """
      name: test
      run: {\(settings)}
      stages:
        - fetch: {paths: [in]\(fetch)}
        - clean
        - write: {path: records.jsonl}

      """)
    try workplace.write("in/a.txt", "Harbour reopens\n\nA ship came in. It left.\n")
    try workplace.write("in/bad.txt.gz", Data([0x1F, 0x8B, 8, 0]))
    try workplace.write("in/many.jsonl", "{\"title\": \"One\", \"text\": \"It is.\"}\n{broken\n")
    return workplace
  }

  private func copies(_ workplace: Workplace) throws -> [String] {
    let folder = workplace.url(".wireroom/test/quarantine").path
    return (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
      .filter { $0.contains("/") }.map { String($0.split(separator: "/")[1]) }.sorted()
  }

  @Test func keepsTheRawInputAndTellsAllThatIsKnown() throws {
    let workplace = try workplace()
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 1)
    #expect(try copies(workplace) == ["case.json", "case.json", "raw", "raw"])
    let list = try workplace.run("quarantine", "list", "p.yaml")
    #expect(
      list.output == """
        bad.txt.gz  fetch: truncated: the gzip data ends too soon
        many.jsonl#2  fetch: json: not valid JSON: a member's name in quotes is expected

        """)
    let shown = try workplace.run("quarantine", "show", "p.yaml", "many.jsonl#2", "--json")
    let fields = try #require(
      try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any])
    #expect(fields["stage"] as? String == "fetch" && fields["attempts"] as? Int == 1)
    let raw = try #require(fields["raw"] as? String)
    #expect(try String(contentsOfFile: raw, encoding: .utf8) == "{broken")
    let text = try workplace.run("quarantine", "show", "p.yaml", "bad.txt.gz").output
    #expect(text.contains("\nraw input  "))
    #expect(text.contains("\nsource     \(workplace.path)/in/bad"))
  }

  @Test func listingMissesWhatIsNotThere() throws {
    let workplace = try workplace()
    let run = try workplace.run("run", "p.yaml", "--quiet")
    #expect(run.code == 1)
    let missing = try workplace.run("quarantine", "list", "p.yaml", "nosuch")
    #expect(missing.code == 4 && missing.output == "")
    #expect(missing.messages.contains("'nosuch' is not in quarantine"))
    let other = try workplace.run("quarantine", "list", "p.yaml", "--stage", "nosuch")
    #expect(other.code == 0 && other.output == "nothing of this kind is in quarantine\n")
  }

  @Test func copiesGoWithTheDocumentsThatLeaveIt() throws {
    let workplace = try workplace("vanish_limit: 1")
    _ = try workplace.run("run", "p.yaml", "--quiet")
    try workplace.write("in/bad.txt.gz", "It is plain text now.\n")
    try workplace.remove("in/many.jsonl")
    #expect(try workplace.run("run", "p.yaml", "--quiet").code != 2)
    let list = try workplace.run("quarantine", "list", "p.yaml").output
    #expect(!list.contains("many.jsonl"))
    #expect(try copies(workplace).count == (list.contains("bad") ? 2 : 0))
  }

  @Test func requeuedDocumentsAreTriedAgainOnce() throws {
    let workplace = try workplace()
    _ = try workplace.run("run", "p.yaml", "--quiet")
    let requeued = try workplace.run("quarantine", "requeue", "p.yaml", "--reason", "truncated")
    #expect(requeued.code == 0)
    #expect(requeued.output == "1 document to be tried again by the next run\n")
    let plan = try workplace.run("plan", "p.yaml").output
    #expect(plan.contains("requeued                  bad.txt.gz"))
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 1)
    #expect(
      try workplace.run("quarantine", "show", "p.yaml", "bad.txt.gz").output
        .contains("\nattempts   2\n"))
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 0)
  }

  @Test func droppedDocumentsCountAsFiltered() throws {
    let workplace = try workplace()
    _ = try workplace.run("run", "p.yaml", "--quiet")
    #expect(try workplace.run("quarantine", "drop", "p.yaml").code == 2)
    let dropped = try workplace.run("quarantine", "drop", "p.yaml", "--all")
    #expect(dropped.output == "2 documents given up\n")
    #expect(try copies(workplace) == [])
    #expect(
      try workplace.run("status", "p.yaml").output.contains("4 = 2 written + 2 filtered"))
    let list = try workplace.run("quarantine", "list", "p.yaml")
    #expect(list.output == "nothing is in quarantine\n")
    let again = try workplace.run("run", "p.yaml")
    #expect(again.code == 0 && again.messages.contains("4 documents = 0 written + 4 unchanged"))
    let manifest = String(decoding: try workplace.read("test.manifest.json"), as: UTF8.self)
    #expect(manifest.contains(#""quarantined":0"#))
  }

  @Test func aNewOptionOfTheStageTriesAgainByItself() throws {
    let workplace = try workplace(fetch: ", max_bytes: 1 KB")
    try workplace.write("in/long.txt", String(repeating: "Ship after ship. ", count: 200))
    _ = try workplace.run("run", "p.yaml", "--quiet")
    #expect(try workplace.run("quarantine", "list", "p.yaml").output.contains("long.txt  fetch: "))
    let more = ["--set", "stages.fetch.max_bytes=1 MB"]
    let replayed = try workplace.start(
      ["quarantine", "replay", "p.yaml", "long.txt"] + more
    ).wait()
    #expect(replayed.code == 0 && replayed.output == "long.txt  passes now\n")
    #expect(try workplace.start(["run", "p.yaml", "--quiet"] + more).wait().code == 1)
    #expect(!(try workplace.run("quarantine", "list", "p.yaml").output.contains("long.txt")))
  }

  @Test func replayTellsWhatFailsAgain() throws {
    let workplace = try workplace()
    _ = try workplace.run("run", "p.yaml", "--quiet")
    let replayed = try workplace.run("quarantine", "replay", "p.yaml")
    #expect(replayed.code == 1)
    #expect(replayed.output.contains("bad.txt.gz  fails again in stage 'fetch': "))
    #expect(replayed.output.contains("many.jsonl#2  fails again in stage 'fetch': "))
    let missing = try workplace.run("quarantine", "show", "p.yaml", "a.txt")
    #expect(missing.code == 4 && missing.messages.contains("'a.txt' is not in quarantine"))
  }

  @Test func whatFindsNoRoomIsNotedOnly() throws {
    let workplace = try workplace("quarantine_limit: 0 B")
    let result = try workplace.run("run", "p.yaml", "--quiet")
    #expect(result.code == 1)
    #expect(result.messages.contains("2 documents are in quarantine without a copy"))
    #expect(try copies(workplace) == [])
    #expect(
      try workplace.run("quarantine", "show", "p.yaml", "bad.txt.gz").output
        .contains("copies     none were kept"))
  }

  /// It stayed in the ledger until a run published something, and `fail_if` counted it, so that no run did.
  @Test(arguments: ["", "on_vanish: keep, "])
  func whatFailedAndIsGoneIsForgotten(_ setting: String) throws {
    let workplace = try workplace("\(setting)fail_if: failed > 0")
    try workplace.remove("in/many.jsonl")
    #expect(try workplace.run("run", "p.yaml").code == 3)
    try workplace.remove("in/bad.txt.gz")
    let repaired = try workplace.run("run", "p.yaml")
    #expect(repaired.code == 0, "\(repaired.messages)")
    #expect(try copies(workplace) == [])

    // The same without a limit, where the run has nothing else to do.
    try workplace.write(
      "q.yaml", "name: q\nstages: [fetch: {paths: [in]}, clean, write: {path: q.jsonl}]\n")
    try workplace.write("in/bad.txt.gz", Data([0x1F, 0x8B, 8, 0]))
    #expect(try workplace.run("run", "q.yaml").code == 1)
    try workplace.remove("in/bad.txt.gz")
    #expect(try workplace.run("run", "q.yaml").code == 0)
    #expect(
      try workplace.run("quarantine", "list", "q.yaml").output == "nothing is in quarantine\n")
    let manifest = try workplace.read("q.manifest.json")
    #expect(try workplace.run("run", "q.yaml", "--state", "other").code == 0)
    #expect(try workplace.read("q.manifest.json") == manifest)
  }
}
