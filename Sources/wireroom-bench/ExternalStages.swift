import Dispatch
import StageProtocol

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The argument that makes this program a stage that does nothing.
let idleStageArgument = "--idle-stage"

/// Serves as a stage that does nothing, until the input ends.
func serveAsIdleStage() -> Int32 {
  do throws(MessageProblem) {
    try RequestServer().serve(greet: { _ in [] }, answer: { _, _ in })
    return 0
  } catch {
    return 1
  }
}

/// How many documents of 1 KB a second whole runs pass through an external stage that does nothing:
/// listed, loaded, written to two processes and back, recorded and published. Beside that the same run
/// without the stage, and lines that are sent through two processes with nothing around, one at a time.
func measureExternalStages(_ program: String) {
  let corpus = Corpus(fileCount: 0)
  let count = 60_000
  var lines: [UInt8] = []
  for number in 0..<count {
    var generator = ArticleGenerator(seed: UInt64(number))
    let text = String(decoding: generator.article(byteCount: 900).prefix(1000), as: UTF8.self)
    lines += Array("{\"id\": \"\(number)\", \"text\": \"".utf8)
    for byte in text.utf8 { lines += byte == 10 ? [0x5C, 0x6E] : byte == 34 ? [0x27] : [byte] }
    lines += Array("\"}\n".utf8)
  }
  corpus.write("in/documents.jsonl", lines)
  print("| external stage that does nothing, 2 processes | batch | documents/s | CPU s |")
  print("| --- | --- | --- | --- |")
  measureRuns("a run without it", program, corpus, count, command: nil, batch: nil)
  let this = siblingProgram("wireroom-bench")
  let python = """
    import json, sys
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    requests.readline()
    answers.write(b'{"wireroom": 1}\\n')
    answers.flush()
    for line in requests:
        request = json.loads(line)
        answers.write(b'{"seq": %d}\\n' % request["seq"])
        if not request["more"]:
            answers.flush()

    """
  corpus.write("idle.py", Array(python.utf8))
  for batch in [1, 16, 64] {
    measureRuns(
      "a run, native", program, corpus, count, command: "\(this), \(idleStageArgument)",
      batch: batch)
  }
  for batch in [1, 16, 64] {
    measureRuns(
      "a run, Python", program, corpus, count, command: "python3, \(corpus.path)/idle.py",
      batch: batch)
  }
  let naive =
    "import sys\nfor line in sys.stdin:\n    sys.stdout.write(line)\n    sys.stdout.flush()\n"
  corpus.write("naive.py", Array(naive.utf8))
  corpus.write("naive.sh", Array("while read -r line; do echo \"$line\"; done\n".utf8))
  for (name, command) in [
    ("lines alone, cat", ["cat"]), ("lines alone, Python", ["python3", corpus.path + "/naive.py"]),
    ("lines alone, sh", ["sh", corpus.path + "/naive.sh"]),
  ] {
    let speeds = (0..<3).compactMap { _ in linesPerSecond(command, lines: 10_000) }
    row([name, "1", speeds.max().map { "\(Int($0))" } ?? "cannot be run", "-"])
  }
}

private func measureRuns(
  _ what: String, _ program: String, _ corpus: Corpus, _ count: Int, command: String?, batch: Int?
) {
  let stage =
    command.map { "  - exec: {command: [\($0)], batch: \(batch ?? 1), processes: 2}\n" } ?? ""
  corpus.write(
    "external.yaml",
    Array(
      """
      name: external
      run: {output: \(corpus.path)/out, state: \(corpus.path)/state}
      stages:
        - fetch: {paths: [\(corpus.path)/in]}
      \(stage)  - write: {path: external.jsonl}

      """.utf8))
  let runs = (0..<3).map { _ in
    run([
      program, "run", corpus.path + "/external.yaml", "--quiet", "--fresh", "--workers", "2",
    ])
  }
  let good = runs.filter { $0.exitCode == 0 }
  guard let best = good.min(by: { $0.elapsedSeconds < $1.elapsedSeconds }) else {
    return row([what, batch.map(String.init) ?? "-", "failed", "-"])
  }
  row([
    what, batch.map(String.init) ?? "-", "\(Int(Double(count) / best.elapsedSeconds))",
    decimal(best.cpuSeconds),
  ])
}

/// How many lines of 1 KB a second go through two processes and come back, each waited for.
private func linesPerSecond(_ command: [String], lines: Int) -> Double? {
  let children = (0..<2).compactMap { _ in LineChild(command) }
  guard children.count == 2 else { return nil }
  let start = monotonicSeconds()
  nonisolated(unsafe) let both = children  // Each thread uses one of them.
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    var line = [UInt8](repeating: UInt8(ascii: "x"), count: 1000)
    line.append(10)
    for _ in 0..<lines { both[index].exchange(line) }
  }
  return Double(2 * lines) / (monotonicSeconds() - start)
}

/// A program that answers every line with a line.
private final class LineChild {
  private let process: Int32
  private let input: Int32
  private let output: Int32
  private var block = [UInt8](repeating: 0, count: 1 << 16)

  init?(_ command: [String]) {
    var ends: [[Int32]] = [[-1, -1], [-1, -1]]
    guard pipe(&ends[0]) == 0, pipe(&ends[1]) == 0 else { return nil }
    for end in ends.joined() { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let started = try? ChildCommand(command, directory: "/").spawn(
      input: ends[0][0], output: ends[1][1], errors: STDERR_FILENO)
    close(ends[0][0])
    close(ends[1][1])
    (input, output) = (ends[0][1], ends[1][0])
    process = started ?? 0
    if started == nil { return nil }
  }

  deinit {
    close(input)
    close(output)
    var status: Int32 = 0
    if process > 0 { waitpid(process, &status, 0) }
  }

  func exchange(_ line: [UInt8]) {
    var written = 0
    while written < line.count {
      let count = line.withUnsafeBytes {
        write(input, $0.baseAddress?.advanced(by: written), line.count - written)
      }
      if count <= 0 { return }
      written += count
    }
    while true {
      let count = read(output, &block, block.count)
      if count <= 0 || block[count - 1] == 10 { return }
    }
  }
}
