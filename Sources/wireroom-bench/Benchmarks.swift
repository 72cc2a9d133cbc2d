#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Measures the program as its users meet it, as a process of its own, and prints the figures as a
/// Markdown table. The machine's speed varies from minute to minute: compare figures of one run only.
func runBenchmarks(_ arguments: [String]) -> Int32 {
  if arguments == [idleStageArgument] { return serveAsIdleStage() }
  guard
    arguments.isEmpty || (["--quick", "--stages"].contains(arguments[0]) && arguments.count < 2)
      || (arguments[0] == "--tag" && arguments.count < 3)
      || (arguments[0] == "--scaling" && arguments.count < 3
        && arguments.dropFirst().allSatisfy { (Int($0) ?? 0) > 0 })
  else {
    print(
      """
      usage: wireroom-bench [--quick | --stages | --scaling [FILES] | --tag [FOLDER]]
      --quick: 2,000 files in place of 5,000 and 100,000
      --stages: only what stages cost that are loaded from a library or are other programs
      --scaling: only how much faster two workers are than one, on 150,000 files or so many
      --tag: only what tagging takes alone, on the texts in FOLDER if it is named, and what
      gazetteers take to load
      """)
    return 2
  }
  let program = siblingProgram("wireroom")
  guard access(program, X_OK) == 0 else {
    print("error: no program at '\(program)'; build it first: swift build -c release")
    return 2
  }
  if arguments == ["--stages"] {
    measurePluginCalls(program)
    print("")
    measureExternalStages(program)
    return 0
  }
  if arguments.first == "--tag" {
    measureTagging(program, folder: arguments.count > 1 ? arguments[1] : nil)
    return 0
  }
  if arguments.first == "--scaling" {
    measureScaling(program, fileCount: arguments.dropFirst().first.flatMap { Int($0) } ?? 150_000)
    return 0
  }
  let sizes = arguments.isEmpty ? [5_000, 100_000] : [2_000]
  print("| what | documents | workers | MB/s per core | MB/s | peak memory | CPU time | exit |")
  print("| --- | --- | --- | --- | --- | --- | --- | --- |")
  measureCheck(program)
  for size in sizes {
    let corpus = Corpus(fileCount: size)
    for chain in BenchmarkChain.allCases {
      for workers in [1, 2] {
        measure(
          chain.rawValue, program, corpus, size, chain, workers: workers, ["--fresh"])
      }
    }
    measureDurability(program, corpus, size)
  }
  return 0
}

/// The chains that are measured, as pipeline files.
enum BenchmarkChain: String, CaseIterable {
  case segment = "fetch→clean→segment→write"
  case whole = "fetch→clean→segment→tag→summarise→write"

  func pipelineFile(root: String) -> String {
    let middle = self == .segment ? "" : "  - tag\n  - summarise\n"
    return """
      name: bench
      run: {output: \(root)/out, state: \(root)/state}
      stages:
        - fetch: {paths: [\(root)/in]}
        - clean
        - segment
      \(middle)  - write: {path: bench.jsonl}

      """
  }
}

/// What being careful costs, and what it saves. Each row goes on from the state that the one before has
/// left.
private func measureDurability(_ program: String, _ corpus: Corpus, _ size: Int) {
  let keep = ["--set", "run.keep=segment"]
  let rows: [(what: String, arguments: [String])] = [
    ("whole chain, isolation: process", ["--fresh", "--set", "run.isolation=process"]),
    ("whole chain, nothing to do", []),
    ("whole chain, keep: segment", ["--fresh"] + keep),
    ("whole chain, summarise changed behind keep", keep),
  ]
  for (what, arguments) in rows {
    measure(
      what, program, corpus, size, .whole, workers: 2, arguments,
      // Only the first run has something to do then.
      changes: what.contains("changed") ? "stages.summarise.sentences" : nil)
  }
}

private func measure(
  _ what: String, _ program: String, _ corpus: Corpus, _ size: Int, _ chain: BenchmarkChain,
  workers: Int,
  _ options: [String], changes option: String? = nil
) {
  corpus.write("bench.yaml", Array(chain.pipelineFile(root: corpus.path).utf8))
  let arguments =
    [
      program, "run", corpus.path + "/bench.yaml", "--quiet", "--workers", "\(workers)",
    ] + options
  // The fastest of a few: what disturbs a run only ever slows it down.
  let runs = (0..<(size > 10_000 ? 2 : 3)).map { number in
    run(arguments + (option.map { ["--set", "\($0)=\(number + 4)"] } ?? []))
  }
  guard let best = runs.min(by: { $0.elapsedSeconds < $1.elapsedSeconds }) else { return }
  let megabytes = Double(corpus.byteCount) / 1e6
  row([
    what, "\(size)", "\(workers)", decimal(megabytes / best.cpuSeconds),
    decimal(megabytes / best.elapsedSeconds),
    decimal(Double(runs.map(\.peakMemoryBytes).max() ?? 0) / 1e6) + " MB",
    decimal(best.cpuSeconds) + " s", "\(best.exitCode)",
  ])
}

private func measureCheck(_ program: String) {
  let corpus = Corpus(fileCount: 1)
  corpus.write("bench.yaml", Array(BenchmarkChain.whole.pipelineFile(root: corpus.path).utf8))
  let runs = (0..<20).map { _ in run([program, "check", corpus.path + "/bench.yaml"]) }
  let times = runs.map(\.cpuSeconds).sorted()
  row([
    "check of a whole chain, median of 20", "-", "-", "-", "-",
    decimal(Double(runs.map(\.peakMemoryBytes).max() ?? 0) / 1e6) + " MB",
    decimal(times[10] * 1000) + " ms", "\(runs.map(\.exitCode).max() ?? 0)",
  ])
}

func row(_ cells: [String]) {
  print("| " + cells.joined(separator: " | ") + " |")
  fflush(nil)
}

func decimal(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

/// The program of that name in the folder of this one.
func siblingProgram(_ name: String) -> String {
  var path = CommandLine.arguments[0]
  #if os(Linux)
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    if length > 0 {
      path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  #endif
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "./\(name)" }
  return path[...slash] + name
}
