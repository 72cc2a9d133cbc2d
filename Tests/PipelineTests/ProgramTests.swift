import Foundation
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The program as its users meet it.
@Suite struct ProgramTests {
  private let pipeline = """
    name: test
    run: {output: out}
    stages:
      - fetch: {paths: [in]}
      - clean
      - segment
      - write: {path: records.jsonl}

    """

  private func workplace(documents: Int = 2) throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write("p.yaml", pipeline)
    for number in 0..<documents {
      try workplace.write(
        "in/\(number).txt", "Harbour reopens\n\nShip number \(number) came in. It left.\n")
    }
    return workplace
  }

  @Test func tellsInItsLastLineWhatItDid() throws {
    let workplace = try workplace()
    let first = try workplace.run("run", "p.yaml")
    #expect(first.code == 0)
    #expect(first.output == "")
    #expect(first.messages.hasPrefix("done: 2 documents = 2 written; "))
    #expect(first.messages.hasSuffix("; \(workplace.path)/out/records.jsonl\n"))
    let second = try workplace.run("run", "p.yaml")
    #expect(second.messages.hasPrefix("done: 2 documents = 0 written + 2 unchanged; "))
  }

  /// Also one that does not end with its standard input, as it should.
  @Test func noExternalStageOutlivesTheRun() throws {
    let workplace = try workplace()
    try workplace.write(
      "stage.sh",
      """
      read -r greeting
      echo $$ >"$(dirname "$0")/pid"
      echo '{"wireroom":1}'
      while read -r line; do
        seq=${line#*\\"seq\\":}
        echo "{\\"seq\\":${seq%%,*}}"
      done
      exec sleep 600

      """)
    try workplace.write(
      "p.yaml",
      pipeline.replacingOccurrences(
        of: "  - segment\n", with: "  - exec: {command: [sh, stage.sh], writes: [extra]}\n"))
    let result = try workplace.run("run", "p.yaml")
    #expect(result.code == 0, "\(result.messages)")
    let line = try String(contentsOfFile: workplace.path + "/pid", encoding: .utf8)
    let process = try #require(pid_t(line.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(process, 0) == -1)
  }

  @Test func keepsTheTokensOfInputsThatHaveThem() throws {
    let workplace = try Workplace()
    try workplace.write(
      "p.yaml",
      """
      name: test
      run: {output: out}
      stages:
        - fetch: {paths: [in], include: ["*.conll", "*.tok"]}
        - segment: {tokens: given}
        - write: {path: records.jsonl, tokens: true}

      """)
    try workplace.write("in/a.conll", "Ada\tB-PER\nHolm\tI-PER\ndid\tO\nn't\tO\n\nWhy\tO\n?\tO\n")
    try workplace.write("in/b.tok", "They did n't .\nMr. X did .\n")
    let run = try workplace.run("run", "p.yaml")
    #expect(run.code == 0, "\(run.messages)")
    let lines = try String(contentsOfFile: workplace.path + "/out/records.jsonl", encoding: .utf8)
      .split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0].contains(#""text":"Ada Holm did n't Why ?""#))
    #expect(lines[0].contains(#""tokens":[[0,3],[4,8],[9,12],[13,16],[17,20],[21,22]]"#))
    #expect(lines[1].contains(#""sentences":[{"start":0,"end":14},{"start":15,"end":26}]"#))
    #expect(lines[1].contains(#"[[0,4],[5,8],[9,12],[13,14],[15,18],[19,20],[21,24],[25,26]]"#))
  }

  /// What was kept of documents in an earlier run does not know where texts stand in their files.
  @Test func recordsShowWhereTheirTextStandsInTheFile() throws {
    let workplace = try workplace(documents: 0)
    let page =
      "<html><body><!-- x --><p>Caf\u{E9} &amp; harbour were closed on Friday.</p></body></html>"
    try workplace.write("in/a.html", page)
    #expect(try workplace.run("run", "p.yaml").code == 0)
    try workplace.write(
      "p.yaml",
      pipeline.replacing("{path: records.jsonl}", with: "{path: records.jsonl, offsets_raw: true}"))
    #expect(try workplace.run("run", "p.yaml").code == 0)
    let line = try String(contentsOfFile: workplace.path + "/out/records.jsonl", encoding: .utf8)
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let text = Array(try #require(record["text"] as? String).utf8)
    let pieces = try #require(record["raw_offsets"] as? [[Int]])
    let raw = Array(page.utf8)
    var traced = ""
    for (index, piece) in pieces.enumerated() {
      let end = index + 1 < pieces.count ? pieces[index + 1][0] : text.count
      let bytes = raw[piece[1]..<piece[2]]
      if end - piece[0] == bytes.count { #expect(Array(bytes) == Array(text[piece[0]..<end])) }
      traced += String(decoding: bytes, as: UTF8.self)
    }
    #expect(traced == "Café &amp; harbour were closed on Friday.")
  }

  @Test func saysNothingOnSuccessWhenQuiet() throws {
    let result = try workplace().run("run", "p.yaml", "--quiet")
    #expect(result.code == 0 && result.output == "" && result.messages == "")
  }

  @Test func namesWhatFailedAndExitsWithOne() throws {
    let workplace = try workplace()
    try Data([0x1F, 0x8B, 8, 0]).write(to: workplace.url("in/bad.txt.gz"))
    let result = try workplace.run("run", "p.yaml", "--quiet")
    #expect(result.code == 1)
    // Grouped by cause, not document by document.
    #expect(
      result.messages.hasPrefix(
        "  1 failed by 'fetch': truncated (bad.txt.gz): the gzip data ends too soon\n"))
    #expect(result.messages.contains("3 documents = 2 written + 1 quarantined"))
    // What failed before is no news.
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 0)
  }

  @Test func logsJSONOnRequest() throws {
    let workplace = try workplace()
    let result = try workplace.run("run", "p.yaml", "--log", "json")
    let lines = result.messages.split(separator: "\n")
    for line in lines {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
    let last = try #require(lines.last)
    #expect(last.contains(#""event":"end","exit":0,"documents":2,"written":2"#))
  }

  @Test func theLogOfARunThatIsSkippedEndsLikeAnyOther() throws {
    let workplace = try workplace()
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 0)
    let lock = open(workplace.url(".wireroom/test/lock").path, O_RDWR)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let arguments = ["run", "p.yaml", "--set", "run.overlap=skip"]
    let text = try workplace.start(arguments).wait()
    #expect(text.code == 0)
    #expect(text.messages == "skipped: another run of this pipeline is under way\n")
    let result = try workplace.start(arguments + ["--log", "json"]).wait()
    let lines = result.messages.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0] == #"{"event":"skipped"}"#)
    #expect(lines[1].hasPrefix(#"{"event":"end","exit":0,"documents":0,"#))
  }

  @Test func pointsAtMistakesInThePipelineFile() throws {
    let workplace = try workplace()
    try workplace.write(
      "p.yaml",
      pipeline.replacingOccurrences(of: "segment", with: "segment: {max_sentnce_bytes: 9}"))
    for command in ["check", "run"] {
      let result = try workplace.run(command, "p.yaml")
      #expect(result.code == 2)
      #expect(
        result.messages == "p.yaml:6:15: error: unknown option 'max_sentnce_bytes' for stage "
          + "'segment'; did you mean 'max_sentence_bytes'?\n")
    }
    #expect(!workplace.exists("out") && !workplace.exists(".wireroom"))
  }

  @Test(arguments: [
    (["rnu"], "wireroom: error: unknown command 'rnu'; did you mean 'run'?; see 'wireroom help'\n"),
    (
      ["run", "p.yaml", "--wrokers", "2"],
      "wireroom: error: unknown option '--wrokers' for 'run'; did you mean '--workers'?; see 'wireroom help run'\n"
    ),
    (["run"], "wireroom: error: 'run' needs PIPELINE [INPUT…]; see 'wireroom help run'\n"),
    (
      ["run", "p.yaml", "--workers", "0"],
      "wireroom: error: '--workers' is a number from 1 to 1024, not '0'\n"
    ),
    (
      ["run", "p.yaml", "--set"],
      "wireroom: error: option '--set' needs a value: --set PATH=VALUE\n"
    ),
    (["schema", "x"], "wireroom: error: 'schema' does not take 'x'; see 'wireroom help schema'\n"),
    (
      ["stages", "tga"],
      "wireroom: error: unknown stage 'tga'; did you mean 'tag'?; 'wireroom stages' lists them\n"
    ),
    (
      ["help", "exit-code"],
      "wireroom: error: no help for 'exit-code'; did you mean 'exit-codes'?\n"
    ),
    (["run", "p.yaml", "--log", "xml"], "wireroom: error: '--log' is text or json, not 'xml'\n"),
  ])
  func explainsMistakesOnTheCommandLine(_ arguments: [String], _ message: String) throws {
    let workplace = try workplace()
    let result = try workplace.start(arguments).wait()
    #expect(result.code == 2)
    #expect(result.messages == message)
  }

  @Test func helpsWithEverything() throws {
    let workplace = try Workplace()
    for arguments in [
      ["help"], ["help", "run"], ["help", "status"], ["help", "doctor"], ["help", "exit-codes"],
      ["help", "conditions"], ["run", "--help"],
      ["stages"], ["stages", "tag"], ["schema"], ["--version"],
    ] {
      let result = try workplace.start(arguments).wait()
      #expect(result.code == 0 && !result.output.isEmpty && result.messages == "", "\(arguments)")
    }
  }

  @Test func plansWhatARunWouldDo() throws {
    let workplace = try workplace()
    let before = try workplace.run("plan", "p.yaml")
    #expect(before.output.hasSuffix("2 of 2 documents to do: 2 new; 0 unchanged\n"))
    #expect(!workplace.exists(".wireroom"))
    let result = try workplace.run("run", "p.yaml")
    #expect(result.messages.hasSuffix("; \(workplace.path)/out/records.jsonl\n"))
    // Looking changes nothing of what the next run finds.
    let ledger = try workplace.read(".wireroom/test/ledger.sqlite")
    #expect(
      try workplace.run("plan", "p.yaml").output == "0 of 2 documents to do; 2 unchanged\n")
    #expect(try workplace.read(".wireroom/test/ledger.sqlite") == ledger)
    let changed = try workplace.run(
      "plan", "p.yaml", "--set", "stages.segment.max_sentence_bytes=100")
    #expect(changed.output.contains("segment.max_sentence_bytes 4096 → 100"))
  }

  @Test func refusesOtherInputsForTheSameState() throws {
    let workplace = try workplace()
    _ = try workplace.run("run", "p.yaml")
    try workplace.write("other/a.txt", "Another one\n\nIt says something else. Really.\n")
    let refused = try workplace.run("run", "p.yaml", "other")
    #expect(refused.code == 2)
    #expect(refused.messages.contains("belongs to other inputs ('\(workplace.path)/in')"))
    #expect(try workplace.run("run", "p.yaml", "other", "--output", "elsewhere").code == 0)
    #expect(try workplace.run("run", "p.yaml", "other", "--replace-inputs").code == 0)
    let records = try String(decoding: workplace.read("out/records.jsonl"), as: UTF8.self)
    #expect(records.contains(#""id":"a.txt""#) && !records.contains("Ship number"))
  }

  @Test func missingInputsLeaveTheOutputAlone() throws {
    let workplace = try workplace()
    _ = try workplace.run("run", "p.yaml")
    let before = try workplace.read("out/records.jsonl")
    try FileManager.default.removeItem(at: workplace.url("in"))
    let missing = try workplace.run("run", "p.yaml")
    #expect(missing.code == 4)
    #expect(missing.messages.contains("in': no such file or folder"))
    #expect(missing.messages.hasSuffix("; nothing published; exit 4\n"))
    // It is in the ledger too; to 'check', the path is a mistake of the file.
    #expect(try workplace.run("status", "p.yaml").output.contains("4 no input"))
    #expect(try workplace.run("check", "p.yaml").code == 2)
    try FileManager.default.createDirectory(
      at: workplace.url("in"), withIntermediateDirectories: true)
    #expect(try workplace.run("run", "p.yaml").code == 4)
    #expect(try workplace.read("out/records.jsonl") == before)
  }

  @Test func refusesOutputsThatWouldOverwriteEachOther() throws {
    let workplace = try workplace()
    try workplace.write(
      "p.yaml", pipeline + "  - write: {path: ./records.jsonl/x}\n    label: again\n")
    let result = try workplace.run("check", "p.yaml")
    #expect(result.code == 2)
    #expect(result.messages.contains("/out/records.jsonl/x' would lie in the output '"))
    try workplace.write(
      "p.yaml", pipeline.replacingOccurrences(of: "records.jsonl", with: "test.manifest.json"))
    #expect(try workplace.run("check", "p.yaml").code == 2)
  }

  /// Nothing tells that a run has written it.
  @Test func refusesToReplaceAnInput() throws {
    let workplace = try workplace()
    try workplace.write("in/records.jsonl", "{\"text\": \"An article.\"}\n")
    try workplace.write(
      "p.yaml", pipeline.replacingOccurrences(of: "output: out", with: "output: in"))
    let result = try workplace.run("run", "p.yaml")
    #expect(result.code == 2)
    #expect(result.messages.contains("/in/records.jsonl' lies among the inputs"))
  }

  @Test func anOutputThatIsALinkStaysOne() throws {
    let workplace = try workplace()
    let pipeline = pipeline.replacingOccurrences(
      of: "{path: records.jsonl}", with: "{path: tree, format: json}")
    try workplace.write("p.yaml", pipeline)
    try workplace.write("elsewhere/.keep", "")
    try FileManager.default.removeItem(at: workplace.url("elsewhere/.keep"))
    try FileManager.default.createDirectory(
      at: workplace.url("out"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: workplace.url("out/tree").path, withDestinationPath: "../elsewhere")
    for documents in [2, 3] {
      try workplace.write("in/\(documents).txt", "Harbour reopens\n\nIt is open. Ships come.\n")
      #expect(try workplace.run("run", "p.yaml").code == 0)
      #expect(workplace.exists("elsewhere/\(documents).txt.json"))
    }
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: workplace.url("out/tree").path)
    #expect(target == "../elsewhere")
  }

  @Test func failuresOfEarlierRunsStillStopThePublishing() throws {
    let workplace = try workplace()
    try workplace.write(
      "p.yaml",
      pipeline.replacingOccurrences(of: "output: out", with: "output: out, fail_if: failed > 0"))
    try Data([0x1F, 0x8B, 8, 0]).write(to: workplace.url("in/bad.txt.gz"))
    for _ in 0..<2 { #expect(try workplace.run("run", "p.yaml").code == 3) }
    #expect(!workplace.exists("out/records.jsonl"))
  }

  @Test func aFolderThatCanBeReadAgainHasNotVanished() throws {
    let workplace = try workplace()
    try FileManager.default.createSymbolicLink(
      atPath: workplace.url("in/dangling.txt").path, withDestinationPath: "nowhere")
    #expect(try workplace.run("run", "p.yaml").code == 1)
    try FileManager.default.removeItem(at: workplace.url("in/dangling.txt"))
    let result = try workplace.run("run", "p.yaml", "--set", "run.vanish_limit=0")
    #expect(result.code == 0, "\(result.messages)")
    #expect(result.messages.contains("2 documents = 0 written + 2 unchanged;"))
  }

  @Test func readsStandardInputAndWritesStandardOutput() throws {
    let workplace = try Workplace()
    try workplace.write("p.yaml", pipeline.replacingOccurrences(of: "records.jsonl", with: "'-'"))
    let process = Process()
    process.executableURL = try Workplace.built("wireroom")
    process.arguments = ["run", "p.yaml", "-", "--quiet"]
    process.currentDirectoryURL = URL(fileURLWithPath: workplace.path)
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(
      contentsOf: Data("Harbour reopens\n\nA ship came in. It left again.\n".utf8))
    try input.fileHandleForWriting.close()
    let record = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(String(decoding: record, as: UTF8.self).contains(#""title":"Harbour reopens""#))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalStopsCleanlyAndTheNextRunGoesOn(_ signal: Int32) throws {
    let workplace = try workplace(documents: 1500)
    let running = try workplace.start(["run", "p.yaml"])
    while !workplace.exists(".wireroom/test/spool") && running.process.isRunning { usleep(500) }
    kill(running.identifier, signal)
    let result = try running.wait()
    // A fast machine may be done before the signal comes.
    #expect(result.code == 128 + signal || result.code == 0, "\(result.messages)")
    if result.code != 0 {
      #expect(result.messages.contains("interrupted: "))
      #expect(!workplace.exists("out/records.jsonl"))
    }
    #expect(try workplace.run("run", "p.yaml").code == 0)
    let scratch = try self.workplace(documents: 1500)
    _ = try scratch.run("run", "p.yaml")
    #expect(try workplace.read("out/records.jsonl") == scratch.read("out/records.jsonl"))
  }
}
