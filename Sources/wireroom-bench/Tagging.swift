import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What stage `tag` takes alone, and how long a gazetteer of a million entries takes to load.
///
/// - Parameter folder: texts to tag; generated articles if `nil`.
func measureTagging(_ program: String, folder: String?) {
  let corpus = Corpus(fileCount: folder == nil ? 2_000 : 1)
  let source = folder ?? corpus.path + "/in"
  measureTaggingAlone(program, corpus, source)
  print("")
  measureGazetteers(program, corpus)
}

/// The time of the stage inside of `wireroom bench`. In one round all words of a text are new to the
/// worker unless an earlier text had them; in the fastest of several, none is.
private func measureTaggingAlone(_ program: String, _ corpus: Corpus, _ source: String) {
  let pipeline = """
    name: bench
    run: {output: \(corpus.path)/out, state: \(corpus.path)/state}
    stages:
      - fetch: {paths: ["\(source)"]}
      - segment
      - tag
      - write: {path: bench.jsonl}

    """
  corpus.write("tag.yaml", Array(pipeline.utf8))
  print("| tag alone, one thread, best of 5 | documents | MB | MB/s | tokens of 6 bytes, M/s |")
  print("| --- | --- | --- | --- | --- |")
  for (what, rounds) in [("each text once", 1), ("each text 5 times, the fastest counts", 5)] {
    let costs = (0..<5).compactMap { _ in tagCost(program, corpus, rounds) }
    guard let best = costs.min(by: { $0.nanoseconds < $1.nanoseconds }) else {
      row([what, "no figures"])
      continue
    }
    let speed = Double(best.bytes) * 1000 / Double(max(1, best.nanoseconds))
    row([
      what, "\(best.documents)", decimal(Double(best.bytes) / 1e6), decimal(speed),
      "\(Double((speed / 6 * 100).rounded()) / 100)",
    ])
  }
}

private func tagCost(
  _ program: String, _ corpus: Corpus, _ rounds: Int
) -> (documents: Int, bytes: Int, nanoseconds: Int)? {
  let output = corpus.path + "/tag.json"
  let cost = run(
    [
      program, "bench", corpus.path + "/tag.yaml", "--documents", "1000000", "--rounds",
      "\(rounds)", "--json",
    ], output: output)
  guard cost.exitCode == 0, let bytes = contents(of: output),
    let value = try? Value(json: bytes.span), let stages = value["stages"]?.list,
    let tag = stages.first(where: { $0["stage"]?.string == "tag" }),
    let documents = tag["documents"]?.integer, let size = tag["bytes"]?.integer,
    let nanoseconds = tag["nanoseconds"]?.integer
  else { return nil }
  return (documents, size, nanoseconds)
}

/// What a run over one article takes with a gazetteer beyond what it takes without.
private func measureGazetteers(_ program: String, _ corpus: Corpus) {
  let count = 1_000_000
  var columns: [UInt8] = []
  var objects: [UInt8] = []
  for number in 0..<count {
    let phrase = "Harbour \(word(number)) \(word(number / 1000 + 7)) Works"
    columns += Array("\(phrase)\tORG\tx:\(number)\n".utf8)
    objects += Array(
      "{\"phrase\": \"\(phrase)\", \"type\": \"ORG\", \"id\": \"x:\(number)\"}\n".utf8)
  }
  corpus.write("million.tsv", columns)
  corpus.write("million.jsonl", objects)
  print("| gazetteer of 1,000,000 entries, best of 3 | CPU s beyond a run without | peak memory |")
  print("| --- | --- | --- |")
  let without = costOfRun(program, corpus, gazetteer: nil)
  for name in ["million.tsv", "million.jsonl"] {
    let with = costOfRun(program, corpus, gazetteer: name)
    guard with.exitCode == 0 else {
      row([name, "exit \(with.exitCode)"])
      continue
    }
    let seconds = ((with.cpuSeconds - without.cpuSeconds) * 100).rounded() / 100
    row([name, "\(seconds)", decimal(Double(with.peakMemoryBytes) / 1e6) + " MB"])
  }
}

private func costOfRun(_ program: String, _ corpus: Corpus, gazetteer: String?) -> ProcessCost {
  let tag = gazetteer.map { "tag: {gazetteers: [\($0)]}" } ?? "tag"
  let pipeline = """
    name: bench
    run: {output: \(corpus.path)/out, state: \(corpus.path)/state}
    stages:
      - fetch: {paths: [\(corpus.path)/in/0/0.txt]}
      - segment
      - \(tag)
      - write: {path: bench.jsonl}

    """
  corpus.write("gazetteer.yaml", Array(pipeline.utf8))
  let costs = (0..<3).map { _ in
    run([program, "run", corpus.path + "/gazetteer.yaml", "--quiet", "--fresh"])
  }
  return costs.min { $0.cpuSeconds < $1.cpuSeconds } ?? costs[0]
}

/// A word for each number: a capital and letters.
private func word(_ number: Int) -> String {
  var bytes: [UInt8] = []
  var rest = number + 26
  while rest > 0 {
    bytes.append(UInt8(ascii: "a") + UInt8(rest % 26))
    rest /= 26
  }
  bytes.append(UInt8(ascii: "V"))
  return String(decoding: bytes.reversed(), as: UTF8.self)
}

private func contents(of path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}
