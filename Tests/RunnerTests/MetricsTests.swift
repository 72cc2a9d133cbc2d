import Dispatch
import Foundation
import Ledger
import StageKit
import Testing

@testable import Runner

/// What a run leaves for Prometheus.
@Suite struct MetricsTests {
  @Test func writesTheTextFormatOfPrometheus() {
    var report = RunReport()
    report.listed = 10
    report.counts = [.written: 3, .quarantined: 1]
    report.unchanged = 5
    report.vanished = 2
    report.inputBytes = 12_345
    report.outputBytes = 678
    report.nanoseconds = 1_500_000_999
    report.stageNanoseconds = [("fetch", 250_000_000), ("a \"b\" \\ c\nd", 1_000)]
    let metrics = Metrics(
      pipeline: "new\"s", report, ended: 1_772_593_200, documents: [.written: 8],
      lastSuccess: 1_772_506_800)
    #expect(
      String(decoding: metrics.bytes, as: UTF8.self) == #"""
        # HELP wireroom_run_documents Documents that the last run found, by what became of them.
        # TYPE wireroom_run_documents gauge
        wireroom_run_documents{pipeline="new\"s",outcome="written"} 3
        wireroom_run_documents{pipeline="new\"s",outcome="filtered"} 0
        wireroom_run_documents{pipeline="new\"s",outcome="quarantined"} 1
        wireroom_run_documents{pipeline="new\"s",outcome="unchanged"} 5
        wireroom_run_documents{pipeline="new\"s",outcome="pending"} 1
        # HELP wireroom_run_vanished_documents Documents of earlier runs whose inputs the last run found gone.
        # TYPE wireroom_run_vanished_documents gauge
        wireroom_run_vanished_documents{pipeline="new\"s"} 2
        # HELP wireroom_run_input_bytes Size of the documents that the last run worked on, decompressed.
        # TYPE wireroom_run_input_bytes gauge
        wireroom_run_input_bytes{pipeline="new\"s"} 12345
        # HELP wireroom_run_output_bytes Bytes that the last run published.
        # TYPE wireroom_run_output_bytes gauge
        wireroom_run_output_bytes{pipeline="new\"s"} 678
        # HELP wireroom_run_duration_seconds How long the last run took.
        # TYPE wireroom_run_duration_seconds gauge
        wireroom_run_duration_seconds{pipeline="new\"s"} 1.5
        # HELP wireroom_run_stage_seconds Time that all workers of the last run spent in each stage.
        # TYPE wireroom_run_stage_seconds gauge
        wireroom_run_stage_seconds{pipeline="new\"s",stage="fetch"} 0.25
        wireroom_run_stage_seconds{pipeline="new\"s",stage="a \"b\" \\ c\nd"} 1e-06
        # HELP wireroom_run_exit_code Exit code of the last run; 'wireroom help exit-codes' explains them.
        # TYPE wireroom_run_exit_code gauge
        wireroom_run_exit_code{pipeline="new\"s"} 1
        # HELP wireroom_run_timestamp_seconds When the last run ended, in seconds since 1970.
        # TYPE wireroom_run_timestamp_seconds gauge
        wireroom_run_timestamp_seconds{pipeline="new\"s"} 1772593200
        # HELP wireroom_last_success_timestamp_seconds When a run last ended with exit code 0, in seconds since 1970.
        # TYPE wireroom_last_success_timestamp_seconds gauge
        wireroom_last_success_timestamp_seconds{pipeline="new\"s"} 1772506800
        # HELP wireroom_documents Documents in the ledger, by what became of them.
        # TYPE wireroom_documents gauge
        wireroom_documents{pipeline="new\"s",outcome="written"} 8
        wireroom_documents{pipeline="new\"s",outcome="filtered"} 0
        wireroom_documents{pipeline="new\"s",outcome="quarantined"} 0

        """#)
  }

  /// The value of a sample in a file of metrics.
  private func value(_ sample: String, _ folder: TemporaryFolder) throws -> String? {
    let lines = try folder.read("metrics/wireroom.prom").split(separator: "\n")
    return lines.first { $0.hasPrefix(sample + " ") }.map { String($0.dropFirst(sample.count + 1)) }
  }

  private func run(
    _ texts: [(String, String)], _ folder: TemporaryFolder,
    _ change: (inout Plan) -> Void = { _ in }
  ) -> RunReport {
    var source = FakeSource()
    source.texts = texts
    var plan = makePlan(source, folder)
    plan.metricsPath = folder.path + "/metrics/wireroom.prom"
    change(&plan)
    return PipelineRun(plan, observer: SilentObserver()).run()
  }

  @Test func areWrittenByRunsThatEndWellAndBySuchAsDoNot() throws {
    let folder = try TemporaryFolder()
    #expect(run([("a", "one"), ("b", "fail")], folder).exitCode == .someFailed)
    #expect(try value(#"wireroom_run_exit_code{pipeline="test"}"#, folder) == "1")
    #expect(try value(#"wireroom_last_success_timestamp_seconds{pipeline="test"}"#, folder) == nil)
    #expect(run([("a", "one"), ("b", "fail")], folder).exitCode == .done)
    let success = try value(#"wireroom_last_success_timestamp_seconds{pipeline="test"}"#, folder)
    #expect(try #require(success.flatMap { Int($0) }) > 1_700_000_000)
    #expect(
      try value(#"wireroom_run_documents{pipeline="test",outcome="unchanged"}"#, folder) == "2")
    #expect(try value(#"wireroom_documents{pipeline="test",outcome="quarantined"}"#, folder) == "1")
    #expect(run([], folder).problem == .noInputs)
    #expect(try value(#"wireroom_run_exit_code{pipeline="test"}"#, folder) == "4")
    #expect(
      try value(#"wireroom_last_success_timestamp_seconds{pipeline="test"}"#, folder) == success)
    #expect(folder.files() == ["metrics/wireroom.prom", "out.txt"])
  }

  @Test func thatCannotBeWrittenAreAWarningOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write("metrics", "a file where the folder should be")
    let report = run([("a", "one")], folder)
    #expect(report.exitCode == .done)
    #expect(
      report.warnings == [
        "the metrics were not written: cannot make folder '\(folder.path)/metrics': file exists"
      ])
  }

  @Test func areLeftAloneByARunThatDidNotRun() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/state", withIntermediateDirectories: true)
    let lock = try ProcessLock.acquire(folder.path + "/state/lock")
    #expect(run([("a", "one")], folder).exitCode == .locked)
    #expect(folder.files() == [])
    _ = consume lock
  }
}
