import Foundation
import TestSupport
import Testing

/// Stages in other processes, as runs meet them; and the program as a stage of other engines.
@Suite struct ExternalStageTests {
  /// A stage in the shell: the greeting, then what is done for each line.
  private func stage(_ body: String) -> String {
    """
    echo $$ >>pids
    read -r greeting
    echo '{"wireroom":1,"name":"mine","version":1}'
    while read -r line; do
      seq=${line#*'"seq":'}
      seq=${seq%%,*}
      \(body)
    done

    """
  }

  private func workplace(_ body: String, documents: Int) throws -> Workplace {
    let workplace = try Workplace(isInMemory: true)
    try workplace.write("mine.sh", stage(body))
    try workplace.write(
      "p.yaml",
      """
      name: test
      stages:
        - fetch: {paths: [in]}
        - exec: {command: [sh, mine.sh], batch: 8}
          label: mine
        - write: {path: records.jsonl, fields: [id, extra]}

      """)
    for number in 0..<documents {
      try workplace.write("in/\(number).txt", "Ship number \(number) came in.\n")
    }
    return workplace
  }

  @Test func whatAProgramAnswersStandsInTheRecords() throws {
    let workplace = try workplace(
      #"echo "{\"seq\":$seq,\"extra\":{\"mine\":{\"seen\":true}}}""#, documents: 30)
    let result = try workplace.run("run", "p.yaml", "--workers", "2")
    #expect(result.code == 0, "\(result.messages)")
    let records = String(decoding: try workplace.read("records.jsonl"), as: UTF8.self)
    #expect(records.split(separator: "\n").count == 30)
    #expect(records.contains(#"{"id":"7.txt","extra":{"mine":{"seen":true}}}"#))
  }

  @Test func aCrashCostsOneDocumentAndNamesTheStage() throws {
    let workplace = try workplace(
      #"case $line in *'number 7 '*) kill -SEGV $$;; esac; echo "{\"seq\":$seq}""#, documents: 20)
    let result = try workplace.run("run", "p.yaml")
    #expect(result.code == 1)
    #expect(result.messages.contains("warning: '7.txt' failed in stage 'mine': 'sh mine.sh' was"))
    #expect(result.messages.contains("20 documents = 19 written + 1 quarantined"))
  }

  /// Programs are killed all the time: the output is that of a run without kills.
  @Test func killedProgramsLoseNothing() throws {
    let wanted = Scale.kills.map { max($0, 1000) } ?? 20
    let workplace = try workplace(
      #"echo "{\"seq\":$seq,\"extra\":{\"mine\":$seq}}""#.replacingOccurrences(
        of: "$seq}}", with: "1}}"), documents: 2000)
    var random = SeededRandom(Scale.seed)
    var kills = 0
    repeat {
      try workplace.write("pids", "")
      let running = try workplace.start([
        "run", "p.yaml", "--workers", "2", "--fresh", "--quiet",
      ])
      var killed: Set<pid_t> = []
      while running.process.isRunning {
        usleep(UInt32.random(in: 500...15_000, using: &random))
        let pids = String(decoding: (try? workplace.read("pids")) ?? Data(), as: UTF8.self)
        // Each once: one that has just been killed may still be there.
        for pid in pids.split(separator: "\n").suffix(2).compactMap({ pid_t($0) })
        where pid > 1 && killed.insert(pid).inserted {
          if kill(pid, SIGKILL) == 0 { kills += 1 }
        }
      }
      let result = try running.wait()
      #expect(result.code == 0, "after \(kills) kills, seed \(Scale.seed): \(result.messages)")
      let records = try workplace.read("records.jsonl").split(separator: UInt8(ascii: "\n"))
      #expect(records.count == 2000)
      #expect(records.allSatisfy { String(decoding: $0, as: UTF8.self).contains(#""mine":1"#) })
    } while kills < wanted
    print("killed \(kills) programs, seed \(Scale.seed)")
  }

  // MARK: wireroom worker

  private func worker(_ input: String, in workplace: Workplace) throws -> [String] {
    try workplace.write(
      "w.yaml",
      """
      name: chain
      stages: [fetch: {paths: nowhere}, clean, segment, write: {path: x.jsonl}]

      """)
    try workplace.write("input", input)
    let process = Process()
    process.executableURL = try Workplace.built("wireroom")
    process.arguments = ["worker", "w.yaml"]
    process.currentDirectoryURL = URL(fileURLWithPath: workplace.path)
    process.standardInput = try FileHandle(forReadingFrom: workplace.url("input"))
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func otherEnginesCanRunTheChain() throws {
    let lines = try worker(
      """
      {"id": "a.txt", "text": "Zoë came. She left."}
      {"id": "b.txt", "text": ""}
      {"id": "c.txt"}

      """, in: Workplace())
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix(#"{"id":"a.txt","source":{"path":"a.txt""#))
    #expect(lines[0].contains(#""sentences":[{"start":0,"end":9},{"start":10,"end":19}]"#))
    #expect(lines[1] == #"{"id":"b.txt","drop":"empty"}"#)
    #expect(
      lines[2].hasPrefix(
        #"{"id":"c.txt","failure":{"reason":"bad_request","message":"the document"#))
  }

  @Test func anEngineThatGreetsGetsAnswersOfTheProtocol() throws {
    let lines = try worker(
      """
      {"wireroom": 1, "label": "x", "writes": ["sentences"]}
      {"seq": 5, "more": 0, "text": "Zoë came."}

      """, in: Workplace())
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"wireroom":1,"name":"chain","version":"#))
    #expect(
      lines[0].hasSuffix(#","reads":[],"writes":["sentences"],"offsets":"codepoints"}"#))
    #expect(lines[1] == #"{"seq":5,"sentences":[{"start":0,"end":9}]}"#)
  }

  @Test func aPipelineCanBeAStageOfAnother() throws {
    let workplace = try Workplace()
    let program = try Workplace.built("wireroom").path
    try workplace.write("in/a.txt", "Harbour reopens\n\nZoë came by ship. She left by rail.\n")
    try workplace.write(
      "inner.yaml", "stages: [fetch: {paths: nowhere}, clean, segment, write: {path: x.jsonl}]\n")
    try workplace.write(
      "outer.yaml",
      """
      name: outer
      stages:
        - fetch: {paths: [in]}
        - exec:
            command: ["\(program)", worker, inner.yaml]
            writes: [text, metadata, paragraphs, sentences, tokens]
        - write: {path: outer.jsonl, tokens: true}

      """)
    try workplace.write(
      "plain.yaml",
      "stages: [fetch: {paths: [in]}, clean, segment, write: {path: plain.jsonl, tokens: true}]\n")
    for pipeline in ["outer.yaml", "plain.yaml"] {
      let result = try workplace.run("run", pipeline)
      #expect(result.code == 0, "\(result.messages)")
    }
    #expect(try workplace.read("outer.jsonl") == workplace.read("plain.jsonl"))
  }
}
