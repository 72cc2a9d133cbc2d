import Foundation
import Ledger
import StageKit
import TestSupport
import Testing

/// What `wireroom status` tells of ledgers that were made for it.
@Suite struct StatusTests {
  private let pipeline = """
    name: test
    stages:
      - fetch: {paths: [in]}
      - write: {path: records.jsonl}

    """

  private func workplace() throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write("p.yaml", pipeline)
    try workplace.write("in/a.txt", "Harbour reopens\n\nA ship came in. It left.\n")
    return workplace
  }

  private func ledger(_ workplace: Workplace) throws -> Ledger {
    let folder = workplace.url(".wireroom/test")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try Ledger(path: folder.path + "/ledger.sqlite")
  }

  private func addRun(
    _ ledger: Ledger, started: Int, exitCode: Int, _ fill: (inout RunSummary) -> Void
  ) throws {
    let run = try ledger.beginRun(started: started, chain: 1, workers: 1)
    var summary = RunSummary(ended: started + 2, exitCode: exitCode)
    summary.nanoseconds = 2_000_000_000
    summary.stages = #"{"fetch":1500000000,"write":500000000}"#
    fill(&summary)
    try ledger.endRun(run, summary)
  }

  /// Two complete runs, one that was stopped, and one without an end.
  private func fill(_ ledger: Ledger) throws {
    try addRun(ledger, started: 1_772_593_200, exitCode: 0) { $0.written = 1000 }
    try addRun(ledger, started: 1_772_679_600, exitCode: 143) { summary in
      summary.written = 5
      summary.pending = 1020
    }
    try addRun(ledger, started: 1_772_766_000, exitCode: 1) { summary in
      summary.written = 490
      summary.unchanged = 600
      summary.quarantined = 10
      summary.vanished = 3
      summary.bytes = 5000
      summary.nanoseconds = 5_000_000_000
      summary.stages = #"{"fetch":1500000000,"write":1000000000}"#
    }
    _ = try ledger.beginRun(started: 1_772_852_400, chain: 1, workers: 1)
    for (path, outcome) in [("a", Outcome.written), ("b", .quarantined), ("c", .quarantined)] {
      let hasFailed = outcome == .quarantined
      try ledger.record(
        LedgerEntry(
          key: InputKey(path: Array(path.utf8)), stamp: FileStamp(), outcome: outcome,
          stage: hasFailed ? "fetch" : nil, reason: hasFailed ? "truncated" : nil,
          message: hasFailed ? "the data ends too soon" : nil, run: 4))
    }
    try ledger.setFact("publishing_pending", "1")
  }

  @Test func tellsPeopleHowAPipelineStands() throws {
    let workplace = try workplace()
    try fill(ledger(workplace))
    let result = try workplace.run("status", "p.yaml", environment: ["TZ": "EET-2"])
    #expect(result.code == 0 && result.messages == "")
    #expect(
      result.output == """
        pipeline   test
        state      \(workplace.path)/.wireroom/test
        now        no run is under way
        documents  3 = 1 written + 2 quarantined
        published  behind the ledger; the next run that ends well publishes what is done

        last runs
          2026-03-07 05:00:00 EET  -      cut off
          2026-03-06 05:00:00 EET  5.0 s  1 some failed   1,100 = 490 written + 600 unchanged + 10 quarantined; 3 vanished
          2026-03-05 05:00:00 EET  2.0 s  143 terminated  1,025 = 5 written + 1,020 pending
          2026-03-04 05:00:00 EET  2.0 s  0 done          1,000 = 1,000 written

        in quarantine
          2 by 'fetch': truncated (b and others): the data ends too soon

        the last complete run against the median of the run before
          documents     1,100   usually 1,000   +10.0 %
          quarantined   2.0 %   usually 0.0 %
          time for one  5.0 ms  usually 2.0 ms  +150.0 %

        """)
  }

  @Test func tellsProgramsTheSame() throws {
    let workplace = try workplace()
    try fill(ledger(workplace))
    let result = try workplace.run("status", "p.yaml", "--json", "--runs", "2")
    #expect(result.code == 0)
    #expect(
      result.output == #"""
        {"pipeline":"test","state":"\#(workplace.path)/.wireroom/test","has_run":true,"next_due":null,"running":false,"committed_by_run_under_way":0,"publication_pending":true,"documents":{"written":1,"filtered":0,"quarantined":2},"runs":[{"run":4,"started":"2026-03-07T03:00:00Z","ended":null},{"run":3,"started":"2026-03-06T03:00:00Z","ended":"2026-03-06T03:00:02Z","exit":1,"seconds":5,"documents":1100,"written":490,"unchanged":600,"filtered":0,"quarantined":10,"pending":0,"vanished":3,"renamed":0,"input_bytes":5000}],"failures":[{"stage":"fetch","reason":"truncated","count":2,"example":"b","message":"the data ends too soon"}],"trend":{"earlier_runs":1,"documents":{"last":1100,"median":1000},"quarantined_share":{"last":0.02,"median":0},"seconds_per_document":{"last":0.005,"median":0.002}}}

        """#)
  }

  @Test func comparesWithTheMedianOfTheLastTwentyRuns() throws {
    let workplace = try workplace()
    let ledger = try ledger(workplace)
    // Of the 20 before the last one, ten found 12 and ten found 20; the very first does not count.
    for number in 0..<22 {
      try addRun(ledger, started: 1_772_593_200 + number * 60, exitCode: 0) { summary in
        summary.unchanged = number == 0 ? 1_000_000 : number == 21 ? 8 : number % 2 == 0 ? 12 : 20
      }
    }
    let result = try workplace.run("status", "p.yaml", "--runs", "1")
    #expect(
      result.output.hasSuffix(
        """
        the last complete run against the median of the 20 runs before
          documents  8  usually 16  -50.0 %

        """))
  }

  /// A run with nothing to do says nothing of how long documents take.
  @Test func onlyDocumentsThatWereWorkedOnTellHowLongOneTakes() throws {
    let workplace = try workplace()
    let ledger = try ledger(workplace)
    for written in [2, 0, 4] {
      try addRun(ledger, started: 1_772_593_200, exitCode: 0) { summary in
        summary.written = written
        summary.unchanged = 100
        if written == 0 { summary.stages = #"{"fetch":0,"write":0}"# }
      }
    }
    let result = try workplace.run("status", "p.yaml")
    #expect(
      result.output.contains("  time for one  500.0 ms  usually 1000.0 ms  -50.0 %\n"),
      "\(result.output)")
  }

  @Test func seesARunThatIsUnderWay() throws {
    let workplace = try workplace()
    let ledger = try ledger(workplace)
    try fill(ledger)
    let lock = open(workplace.path + "/.wireroom/test/lock", O_RDWR | O_CREAT, 0o666)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let result = try workplace.run("status", "p.yaml", environment: ["TZ": "UTC"])
    #expect(
      result.output.contains(
        "\nnow        a run is under way since 2026-03-07 03:00:00 UTC, with 3 documents done\n"))
    #expect(result.output.contains("\n  2026-03-07 03:00:00 UTC  -      under way\n"))
    let json = try workplace.run("status", "p.yaml", "--json").output
    #expect(json.contains(#""running":true,"committed_by_run_under_way":3"#))
  }

  @Test func looksWithoutLeavingAnything() throws {
    let workplace = try workplace()
    let before = try workplace.run("status", "p.yaml")
    #expect(before.code == 0)
    #expect(
      before.output
        == "this pipeline has not run yet: there is no ledger in '\(workplace.path)/.wireroom/test'\n"
    )
    #expect(try workplace.run("status", "p.yaml", "--json").output.contains(#""has_run":false"#))
    #expect(!workplace.exists(".wireroom"))
    // The inputs need not be there.
    try FileManager.default.removeItem(at: workplace.url("in"))
    #expect(try workplace.run("status", "p.yaml").code == 0)
  }

  @Test func agreesWithARealRunWhereverItsStateIs() throws {
    let workplace = try workplace()
    #expect(try workplace.run("run", "p.yaml", "--output", "out", "--quiet").code == 0)
    let result = try workplace.run("status", "p.yaml", "--output", "out")
    #expect(result.output.contains("\ndocuments  1 = 1 written\npublished  up to date\n"))
    #expect(
      try workplace.run("status", "p.yaml", "--state", "out/.wireroom/test").output
        == result.output)
  }

  @Test func tellsWhenThePipelineIsDueNext() throws {
    let workplace = try workplace()
    try workplace.write("p.yaml", "schedule: 0 0 29 2 *\n" + pipeline)
    #expect(
      try workplace.run("status", "p.yaml", environment: ["TZ": "EET-2"]).output
        .hasSuffix("; due next 2028-02-29 00:00 EET (+02:00)\n"))
    _ = try workplace.run("run", "p.yaml")
    #expect(
      try workplace.run("status", "p.yaml", environment: ["TZ": "UTC"]).output
        .contains("\ndue next   2028-02-29 00:00 UTC (+00:00)\n"))
    #expect(
      try workplace.run("status", "p.yaml", "--json", environment: ["TZ": "UTC"]).output
        .contains(#""next_due":"2028-02-29T00:00:00Z""#))
  }

  @Test func saysWhatIsWrongWithALedgerThatItCannotRead() throws {
    let workplace = try workplace()
    try workplace.write(
      ".wireroom/test/ledger.sqlite", String(repeating: "no ledger at all. ", count: 300))
    let result = try workplace.run("status", "p.yaml")
    #expect(result.code == 74 && result.output == "")
    #expect(
      result.messages.contains(
        "ledger.sqlite' is damaged or no ledger; the next run sets it aside, and the one after"))
    #expect(!result.messages.contains("check space"))
    let usage = try workplace.run("status", "p.yaml", "--runs", "0")
    #expect(usage.code == 2)
    #expect(usage.messages.contains("'--runs' is a number from 1 to 1000000, not '0'"))
  }
}
