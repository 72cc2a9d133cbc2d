import CAllocationCount
import Runner
import StageKit
import TextKit

let benchCommand = Command(
  name: "bench", operands: "PIPELINE [INPUT…]",
  summary: "measure what each stage of a pipeline costs",
  discussion: """
    Carries the documents of PIPELINE, or of the inputs named here, through its stages on one thread,
    and shows for each stage the time, its share, the time of a document in the middle and of the
    slowest, the text that it takes in a second, and how often it allocates memory for a document, and
    how many bytes in all; then the slowest documents. Each document is carried several times, of which
    the fastest counts, and once more to count allocations, which only Linux lets us do. Nothing is
    published. Stages that take several documents at once get one at a time here. The speed of a machine
    varies: compare figures of one measurement only.
    """,
  options: [
    CommandOption("--documents", "N", "carry no more than N documents; 1000 if not said"),
    CommandOption("--rounds", "N", "carry each N times and take the fastest; 3 if not said"),
    CommandOption("--json", nil, "print one JSON object"),
    CommandOption(
      "--set", "PATH=VALUE", "set one option, such as stages.summarise.sentences=5; repeatable"),
  ],
  operandCount: 1...Int.max, run: performBench
)

private func performBench(_ arguments: ParsedArguments) throws(UsageError) -> Int32 {
  let console = Console()
  var overrides = RunOverrides()
  let limit = try arguments.number("--documents", in: 1...1_000_000) ?? 1000
  let rounds = try arguments.number("--rounds", in: 1...1000) ?? 3
  if arguments.operands.count > 1 {
    overrides.inputs = try arguments.operands.dropFirst().map(absoluteInput)
  }
  guard
    let plan = loadPlan(
      arguments.operands[0], overrides, settings: arguments.values["--set"] ?? [], console)
  else { return ExitCode.usage.rawValue }
  let carrier = DocumentCarrier(plan)
  var measurement = Measurement(labels: ["(load)"] + carrier.labels + ["(encode)"])
  do throws(StageFailure) {
    try carrier.list { input in
      switch input {
      case .failure: measurement.failures += 1
      case .item(let item): measurement.add(measure(item, carrier, rounds))
      }
      return measurement.documents.count < limit
    }
  } catch {
    console.complain("error", error.message)
    return ExitCode.noInput.rawValue
  }
  guard !measurement.documents.isEmpty else {
    console.complain("error", "there are no documents to measure with")
    return ExitCode.noInput.rawValue
  }
  printResult(arguments.switches.contains("--json") ? measurement.json : measurement.table)
  return ExitCode.done.rawValue
}

/// Carries a document several times.
///
/// - Returns: the fastest of the times, and what was allocated.
private func measure(
  _ item: InputItem, _ carrier: DocumentCarrier, _ rounds: Int
) -> Measurement.Document {
  var best = carry(item, carrier)
  for _ in 1..<max(1, rounds) {
    let other = carry(item, carrier)
    if other.total < best.total { best = other }
  }
  // Counting takes time, so that it has a round of its own.
  if allocation_count_enable(true) {
    let counted = carry(item, carrier)
    _ = allocation_count_enable(false)
    // A stage that fails now and then may have come to another end.
    if counted.costs.count == best.costs.count {
      for index in best.costs.indices {
        best.costs[index].allocations = counted.costs[index].allocations
      }
    }
  }
  return best
}

/// Carries a document once.
private func carry(
  _ item: InputItem, _ carrier: DocumentCarrier
) -> Measurement.Document {
  var result = Measurement.Document(identifier: item.key.identifier)
  result.costs.reserveCapacity(carrier.labels.count + 2)
  var countBefore = allocation_count_now()
  var last = monotonicNanoseconds()
  func startLap() {
    countBefore = allocation_count_now()
    last = monotonicNanoseconds()
  }
  func lap() {
    let now = monotonicNanoseconds()
    let count = allocation_count_now()
    result.costs.append(
      Measurement.Cost(
        nanoseconds: now - last,
        allocations: Measurement.Allocations(
          count: Int(count.allocations - countBefore.allocations),
          bytes: Int(count.bytes - countBefore.bytes))))
    startLap()
  }
  do throws(StageFailure) {
    var document = try carrier.load(item)
    lap()
    result.bytes = document.text.utf8.count
    for index in carrier.labels.indices {
      switch carrier.apply(index, to: &document).outcome {
      case .passedBy, .skipped:
        result.costs.append(Measurement.Cost(nanoseconds: nil))
        startLap()
      case .done(.keep): lap()
      case .done(.drop):
        lap()
        return result
      case .failed(let failure): throw failure
      }
    }
    var buffer: [UInt8] = []
    try carrier.encode(document, into: &buffer)
    lap()
  } catch {
    lap()
    result.hasFailed = true
  }
  return result
}

/// What was measured.
private struct Measurement {
  struct Document {
    var identifier: String
    /// Of its text.
    var bytes = 0
    var hasFailed = false
    /// For each stage as far as the document came.
    var costs: [Cost] = []

    var total: Int { costs.reduce(0) { $0 + ($1.nanoseconds ?? 0) } }
  }

  /// What one document costs in one stage.
  struct Cost {
    /// `nil` where the document passed by.
    var nanoseconds: Int?
    var allocations = Allocations()
  }

  struct Allocations {
    var count = 0
    var bytes = 0
  }

  private struct Row {
    var label: String
    var count: Int
    var total: Int
    var median: Int
    var slowest: Int
    var bytes: Int
    var allocations: Allocations

    /// Megabytes of text in a second.
    var speed: Double { total == 0 ? 0 : Double(bytes) * 1000 / Double(total) }
  }

  let labels: [String]
  /// Whether allocations can be counted here.
  private let countsAllocations = allocation_count_enable(false)
  private(set) var documents: [Document] = []
  /// How many could not be measured to the end.
  var failures = 0

  init(labels: [String]) {
    self.labels = labels
  }

  mutating func add(_ document: Document) {
    documents.append(document)
    if document.hasFailed { failures += 1 }
  }

  private var rows: [Row] {
    labels.indices.map { index in
      let seen = documents.filter {
        $0.costs.count > index && $0.costs[index].nanoseconds != nil
      }
      let times = seen.compactMap { $0.costs[index].nanoseconds }.sorted()
      return Row(
        label: labels[index], count: times.count, total: times.reduce(0, +),
        median: times.isEmpty ? 0 : times[times.count / 2], slowest: times.last ?? 0,
        bytes: seen.reduce(0) { $0 + $1.bytes },
        allocations: seen.reduce(into: Allocations()) { sum, document in
          sum.count += document.costs[index].allocations.count
          sum.bytes += document.costs[index].allocations.bytes
        })
    }
  }

  private var slowest: ArraySlice<Document> { documents.sorted { $0.total > $1.total }.prefix(5) }

  var table: String {
    let total = max(1, documents.reduce(0) { $0 + $1.total })
    let bytes = documents.reduce(0) { $0 + $1.bytes }
    var cells = [
      ["stage", "documents", "time", "share", "median", "slowest", "MB/s", "allocations", "bytes"]
    ]
    for row in rows {
      cells.append([
        row.label, grouped(row.count), formatDuration(nanoseconds: row.total),
        "\(oneDecimal(Double(row.total) * 100 / Double(total))) %", microseconds(row.median),
        microseconds(row.slowest), oneDecimal(row.speed),
        countsAllocations ? oneDecimal(perDocument(row, row.allocations.count)) : "-",
        countsAllocations ? grouped(Int(perDocument(row, row.allocations.bytes))) : "-",
      ])
    }
    let widths = cells[0].indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ")
    }
    lines.append("")
    lines.append(
      "\(grouped(documents.count)) documents, \(formatBytes(bytes)) in "
        + "\(formatDuration(nanoseconds: total)): "
        + "\(oneDecimal(Double(bytes) * 1000 / Double(total))) MB/s on one thread"
        + (failures > 0 ? "; \(grouped(failures)) failed" : ""))
    lines.append("")
    lines.append("the slowest documents:")
    for document in slowest {
      let stage = document.costs.indices.max {
        document.costs[$0].nanoseconds ?? 0 < document.costs[$1].nanoseconds ?? 0
      }
      lines.append(
        "  \(microseconds(document.total))  \(document.identifier) "
          + "(\(formatBytes(document.bytes)), most of it in \(stage.map { labels[$0] } ?? "-"))")
    }
    return lines.joined(separator: "\n")
  }

  var json: String {
    let value: Value = [
      "documents": .integer(documents.count),
      "bytes": .integer(documents.reduce(0) { $0 + $1.bytes }),
      "nanoseconds": .integer(documents.reduce(0) { $0 + $1.total }),
      "failed": .integer(failures),
      "stages": .list(
        rows.map { row in
          [
            "stage": .string(row.label), "documents": .integer(row.count),
            "nanoseconds": .integer(row.total), "median": .integer(row.median),
            "slowest": .integer(row.slowest), "bytes": .integer(row.bytes),
            "allocations": countsAllocations ? .integer(row.allocations.count) : .null,
            "allocated_bytes": countsAllocations ? .integer(row.allocations.bytes) : .null,
          ]
        }),
      "slowest": .list(
        slowest.map { document in
          [
            "document": .string(document.identifier), "bytes": .integer(document.bytes),
            "nanoseconds": .integer(document.total),
          ]
        }),
    ]
    var bytes: [UInt8] = []
    bytes.append(json: value)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func perDocument(_ row: Row, _ sum: Int) -> Double {
    Double(sum) / Double(max(1, row.count))
  }

  private func microseconds(_ nanoseconds: Int) -> String {
    "\(oneDecimal(Double(nanoseconds) / 1000)) µs"
  }
}
