/// How much faster two workers are than one, on runs that are long enough for it to matter: alternately,
/// so that what changes on the machine meanwhile meets both alike.
func measureScaling(_ program: String, fileCount: Int) {
  let corpus = Corpus(fileCount: fileCount)
  corpus.write("bench.yaml", Array(BenchmarkChain.segment.pipelineFile(root: corpus.path).utf8))
  print(
    "| \(BenchmarkChain.segment.rawValue) | workers | elapsed | CPU time | peak memory | exit |")
  print("| --- | --- | --- | --- | --- | --- |")
  // The first run finds neither a ledger nor a file to replace, and so is not like the others.
  _ = runSegment(program, corpus, workers: 2)
  var elapsed: [Int: [Double]] = [:]
  for round in 1...3 {
    for workers in [1, 2] {
      let cost = runSegment(program, corpus, workers: workers)
      elapsed[workers, default: []].append(cost.elapsedSeconds)
      row([
        "round \(round), \(fileCount) files, \(decimal(Double(corpus.byteCount) / 1e6)) MB",
        "\(workers)", hundredths(cost.elapsedSeconds) + " s", hundredths(cost.cpuSeconds) + " s",
        decimal(Double(cost.peakMemoryBytes) / 1e6) + " MB", "\(cost.exitCode)",
      ])
    }
  }
  let medians = elapsed.mapValues { $0.sorted()[$0.count / 2] }
  guard let one = medians[1], let two = medians[2] else { return }
  print("")
  print("By the medians, two workers are \(hundredths(one / two)) times as fast as one.")
}

private func runSegment(_ program: String, _ corpus: Corpus, workers: Int) -> ProcessCost {
  run([
    program, "run", corpus.path + "/bench.yaml", "--quiet", "--fresh", "--workers", "\(workers)",
  ])
}

private func hundredths(_ number: Double) -> String {
  let all = Int((number * 100).rounded())
  return "\(all / 100).\(all / 10 % 10)\(all % 10)"
}
