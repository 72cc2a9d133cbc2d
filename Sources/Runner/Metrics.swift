import Ledger
import StageKit
import TextKit

/// The figures of a run in the text format of Prometheus, version 0.0.4, as node_exporter's textfile
/// collector reads it.
///
/// https://prometheus.io/docs/instrumenting/exposition_formats/
struct Metrics {
  private let pipeline: String
  private(set) var bytes: [UInt8] = []

  /// - Parameters:
  ///   - ended: when the run ended, in seconds since 1970.
  ///   - documents: what became of all documents of the ledger; `nil` if it could not be read.
  ///   - lastSuccess: when a run last ended with 0; `nil` if none has.
  init(
    pipeline: String, _ report: RunReport, ended: Int, documents: [Outcome: Int]?,
    lastSuccess: Int?
  ) {
    self.pipeline = pipeline
    family("run_documents", "Documents that the last run found, by what became of them.")
    for outcome in Outcome.allCases {
      sample("run_documents", ("outcome", "\(outcome)"), report.counts[outcome, default: 0])
    }
    sample("run_documents", ("outcome", "unchanged"), report.unchanged)
    sample("run_documents", ("outcome", "pending"), report.pending)
    figure(
      "run_vanished_documents", "Documents of earlier runs whose inputs the last run found gone.",
      .integer(report.vanished))
    figure(
      "run_input_bytes", "Size of the documents that the last run worked on, decompressed.",
      .integer(report.inputBytes))
    figure(
      "run_output_bytes", "Bytes that the last run published.", .integer(report.outputBytes))
    figure(
      "run_duration_seconds", "How long the last run took.", Self.seconds(report.nanoseconds))
    family("run_stage_seconds", "Time that all workers of the last run spent in each stage.")
    for (label, nanoseconds) in report.stageNanoseconds {
      sample("run_stage_seconds", ("stage", label), Self.seconds(nanoseconds))
    }
    figure(
      "run_exit_code", "Exit code of the last run; 'wireroom help exit-codes' explains them.",
      .integer(Int(report.exitCode.rawValue)))
    figure(
      "run_timestamp_seconds", "When the last run ended, in seconds since 1970.", .integer(ended))
    if let lastSuccess {
      figure(
        "last_success_timestamp_seconds",
        "When a run last ended with exit code 0, in seconds since 1970.", .integer(lastSuccess))
    }
    guard let documents else { return }
    family("documents", "Documents in the ledger, by what became of them.")
    for outcome in Outcome.allCases {
      sample("documents", ("outcome", "\(outcome)"), documents[outcome, default: 0])
    }
  }

  /// Whether a file that stands at the path may be replaced: only one that holds the figures of a run, or
  /// nothing.
  static func mayReplace(_ path: String) throws(SystemError) -> Bool {
    guard let stamp = FileSystem.stamp(of: path), stamp.size > 0 else { return true }
    // Figures are a few kilobytes; anything larger need not be read.
    guard stamp.size < 1 << 20, let bytes = try FileSystem.contents(of: path) else { return false }
    return bytes.starts(with: "# HELP wireroom_".utf8)
  }

  /// Microseconds are enough.
  private static func seconds(_ nanoseconds: Int) -> Value {
    .number(Double(nanoseconds / 1000) / 1e6)
  }

  private mutating func figure(_ name: String, _ help: String, _ value: Value) {
    family(name, help)
    sample(name, nil, value)
  }

  private mutating func family(_ name: String, _ help: String) {
    bytes.append(text: "# HELP wireroom_\(name) \(help)\n# TYPE wireroom_\(name) gauge\n")
  }

  private mutating func sample(_ name: String, _ label: (String, String), _ count: Int) {
    sample(name, label, .integer(count))
  }

  private mutating func sample(_ name: String, _ label: (String, String)?, _ value: Value) {
    bytes.append(text: "wireroom_\(name){pipeline=\"\(Self.escaped(pipeline))\"")
    if let label { bytes.append(text: ",\(label.0)=\"\(Self.escaped(label.1))\"") }
    bytes.append(text: "} ")
    bytes.append(json: value)
    bytes.append(text: "\n")
  }

  /// In values of labels, backslash, quote and line feed are escaped, and nothing else.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\"": result.append(contentsOf: "\\\"".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
