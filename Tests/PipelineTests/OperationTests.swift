import Foundation
import TestSupport
import Testing

/// What `metrics` and `notify` make of real runs.
@Suite struct OperationTests {
  private func workplace(_ run: String) throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write(
      "p.yaml",
      """
      name: test
      run: {output: out, \(run)}
      stages:
        - fetch: {paths: [in]}
        - write: {path: records.jsonl}

      """)
    try workplace.write("in/a.txt", "Harbour reopens\n\nA ship came in. It left.\n")
    return workplace
  }

  private func breakInput(_ workplace: Workplace) throws {
    try Data([0x1F, 0x8B, 8, 0]).write(to: workplace.url("in/bad.txt.gz"))
  }

  private func text(_ workplace: Workplace, _ name: String) throws -> String {
    try String(decoding: workplace.read(name), as: UTF8.self)
  }

  @Test func metricsStandWhereOutputsStart() throws {
    let workplace = try workplace("metrics: wireroom.prom")
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 0)
    let metrics = try text(workplace, "out/wireroom.prom")
    #expect(
      metrics.contains("\nwireroom_run_documents{pipeline=\"test\",outcome=\"written\"} 1\n"))
    #expect(metrics.contains("\nwireroom_run_stage_seconds{pipeline=\"test\",stage=\"write\"} "))
    #expect(try workplace.run("run", "p.yaml", "--quiet", "--output", "other").code == 0)
    #expect(workplace.exists("other/wireroom.prom"))
  }

  @Test func metricsReplaceNothingButMetrics() throws {
    let workplace = try workplace("metrics: DIR/in/a.txt")
    try workplace.write(
      "p.yaml",
      try text(workplace, "p.yaml").replacingOccurrences(of: "DIR", with: workplace.path))
    let article = try text(workplace, "in/a.txt")
    let result = try workplace.run("run", "p.yaml")
    #expect(result.code == 0)
    #expect(result.messages.contains("/in/a.txt' holds something else; name another place"))
    #expect(result.messages.contains("done: 1 document = 1 written; "))
    #expect(try text(workplace, "in/a.txt") == article)
    try workplace.write("out/empty.prom", "")
    for _ in 0..<2 {
      let result = try workplace.run("run", "p.yaml", "--set", "run.metrics=empty.prom", "--quiet")
      #expect(result.code == 0 && result.messages == "")
    }
    #expect(try text(workplace, "out/empty.prom").contains("outcome=\"unchanged\"} 1\n"))
  }

  @Test func metricsAreNoOutput() throws {
    let workplace = try workplace("metrics: records.jsonl")
    let result = try workplace.run("check", "p.yaml")
    #expect(result.code == 2)
    #expect(
      result.messages == "p.yaml:2:29: error: the metrics and the output would overwrite each "
        + "other at '\(workplace.path)/out/records.jsonl'; name another place\n")
  }

  @Test func tellsTheCommandOfAFailureOnly() throws {
    let command = "cat > told; echo $WIREROOM_EXIT_CODE $WIREROOM_NAME >> told; echo heard"
    let workplace = try workplace("notify: '\(command)'")
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 0)
    #expect(!workplace.exists("told"))
    try breakInput(workplace)
    let failed = try workplace.run("run", "p.yaml", "--quiet")
    #expect(failed.code == 1)
    // Standard output is for results.
    #expect(failed.output == "" && failed.messages.hasSuffix("\nheard\n"))
    let told = try text(workplace, "told")
    #expect(
      told.hasPrefix(
        "  1 failed by 'fetch': truncated (bad.txt.gz): the gzip data ends too soon\n"
          + "done with failures: 2 documents = 0 written + 1 unchanged + 1 quarantined; "))
    #expect(told.hasSuffix("\n1 test\n"))
  }

  @Test func aDamagedLedgerIsSetAsideAndTheNextRunBeginsANewOne() throws {
    let workplace = try workplace("keep: fetch")
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 0)
    let output = try workplace.read("out/records.jsonl")
    let rubbish = String(repeating: "no ledger at all. ", count: 300)
    try workplace.write(".wireroom/test/ledger.sqlite", rubbish)
    let damaged = try workplace.run("run", "p.yaml", "--quiet")
    #expect(damaged.code == 74)
    let place = "\(workplace.path)/.wireroom/test/ledger-damaged-1.sqlite"
    #expect(damaged.messages.contains("was set aside as '\(place)'"), "\(damaged.messages)")
    #expect(try String(contentsOfFile: place, encoding: .utf8) == rubbish)
    #expect(try workplace.read("out/records.jsonl") == output)
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 0)
    #expect(try workplace.read("out/records.jsonl") == output)
  }

  @Test func aNotificationThatFailsChangesNothing() throws {
    let workplace = try workplace("notify: exit 9, allow_empty: false")
    try FileManager.default.removeItem(at: workplace.url("in/a.txt"))
    let result = try workplace.run("run", "p.yaml", "--quiet")
    #expect(result.code == 4)
    #expect(
      result.messages.hasSuffix(
        "\nwireroom: warning: the command of 'run.notify' ended with exit code 9\n"))
  }

  @Test func whatTheCommandLeavesBehindHoldsNoLock() throws {
    let workplace = try workplace("notify: 'sleep 20 > /dev/null 2>&1 & echo $! > child'")
    try breakInput(workplace)
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 1)
    let child = try #require(
      Int32(text(workplace, "child").trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(child, 0) == 0)
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 0)
    #expect(try workplace.run("status", "p.yaml").output.contains("no run is under way"))
    kill(child, SIGKILL)
  }

  @Test func publishesNothingAfterARedesignThatLeavesNoText() throws {
    let workplace = try Workplace()
    try workplace.write(
      "p.yaml",
      """
      name: test
      run:
        health: {empty: {warn: 0.1, fail: 0.5}, minimum: 5}
      stages:
        - fetch: {paths: [in]}
        - clean
        - write: {path: records.jsonl}

      """)
    for day in 1...3 {
      for number in 0..<5 {
        try workplace.write(
          "in/\(day)/\(number).html",
          "<html><body><article><h1>Harbour reopens</h1><p>Ship \(day)\(number) came in at noon, and "
            + "the whole town stood on the quay to see it.</p></article></body></html>")
      }
      #expect(try workplace.run("run", "p.yaml", "--quiet").messages == "")
    }
    let before = try workplace.read("records.jsonl")
    for number in 0..<5 {
      try workplace.write(
        "in/4/\(number).html", "<html><body><nav>Menu</nav><script>\(number)</script></body></html>"
      )
    }
    for _ in 0..<2 {
      let result = try workplace.run("run", "p.yaml", "--quiet")
      #expect(result.code == 3)
      #expect(
        result.messages.contains("the share of documents without text is 100.0 %, usually 0.0 %; "))
    }
    #expect(try workplace.read("records.jsonl") == before)
    #expect(try workplace.run("run", "p.yaml", "--accept-health").code == 0)
    #expect(try workplace.run("run", "p.yaml").code == 0)
    let status = try workplace.run("status", "p.yaml").output
    #expect(status.contains("3 not published"))
  }
}
