import Foundation
import TestSupport
import Testing

/// The program under shells that give it less than usual.
@Suite struct DescriptorTests {
  private func workplace() throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write(
      "p.yaml",
      """
      name: p
      stages:
        - fetch: {paths: [in]}
        - write: {path: out.jsonl}

      """)
    try workplace.write("in/a.txt", "Harbour reopens\n\nA ship came in. It left.\n")
    return workplace
  }

  /// Runs a line of a shell, in which `"$0"` is the program.
  private func shell(
    _ workplace: Workplace, _ line: String
  ) throws -> (code: Int32, output: String, messages: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line, try Workplace.built("wireroom").path]
    process.currentDirectoryURL = URL(fileURLWithPath: workplace.path)
    let (output, messages) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    let texts = try [output, messages].map {
      String(decoding: try $0.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    }
    process.waitUntilExit()
    return (process.terminationStatus, texts[0], texts[1])
  }

  @Test(arguments: ["<&- >&- 2>&-", ">&- 2>&-", "<&-", "2>&-"])
  func runsWithDescriptorsClosed(_ closed: String) throws {
    let workplace = try workplace()
    #expect(try shell(workplace, "\"$0\" run p.yaml --quiet \(closed)").code == 0)
    let records = try String(decoding: workplace.read("out.jsonl"), as: UTF8.self)
    #expect(records.hasPrefix("{\"id\":\"a.txt\"") && records.hasSuffix("}\n"), "\(records)")
  }

  /// What programs and stages say is shown to people and kept in logs.
  @Test func controlCharactersOfAProgramDoNotReachTheTerminal() throws {
    let workplace = try workplace()
    try workplace.write(
      "p.yaml",
      """
      name: test
      stages:
        - fetch: {paths: [in]}
        - exec: {command: [/bin/sh, -c, 'printf "oh no\\033[31m\\000" >&2; exit 3']}
        - write: {path: out.jsonl}

      """)
    let result = try shell(workplace, "exec \"$0\" run p.yaml")
    #expect(result.messages.contains("oh no"), "\(result.messages)")
    #expect(!result.messages.utf8.contains { $0 < 0x20 && $0 != 0x0A }, "\(result.messages)")
  }

  @Test func standardInputThatIsClosedIsNoEmptyArticle() throws {
    let result = try shell(try workplace(), "\"$0\" run p.yaml - <&-")
    #expect(result.code == 1)
    #expect(result.messages.contains("cannot read the file: bad file descriptor"))
  }

  @Test(arguments: [
    ("schema >/dev/full", "no space left on device"),
    ("plan p.yaml --json >/dev/full", "no space left on device"),
    ("schema >&-", "bad file descriptor"),
  ])
  func resultsThatCannotBeWrittenAreAFailure(_ command: String, _ reason: String) throws {
    // Where there is no such device, a shell refuses the line by itself.
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let result = try shell(try workplace(), "\"$0\" \(command)")
    #expect(result.code == 74)
    #expect(result.messages == "wireroom: error: cannot write standard output: \(reason)\n")
  }

  @Test(
    arguments: [
      (">/dev/full", "cannot write standard output: no space left on device", 74),
      (">&-", "cannot write standard output: bad file descriptor", 74),
      ("<.", "cannot read standard input: is a directory", 4),
    ] as [(String, String, Int32)])
  func aWorkerThatCannotReadOrAnswerTellsSo(
    _ redirection: String, _ message: String, _ code: Int32
  ) throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let request = #"{"text":"The ferry sailed."}"#
    let result = try shell(
      try workplace(), "echo '\(request)' | { \"$0\" worker p.yaml \(redirection); }")
    #expect(result.code == code)
    #expect(result.messages == "wireroom: error: \(message)\n")
  }

  @Test func aWorkerWhoseReaderHasSeenEnoughEndsInPeace() throws {
    let result = try shell(
      try workplace(),
      "{ yes '{\"text\":\"The ferry sailed.\"}' 2>&- | head -n 20000 2>&- | \"$0\" worker p.yaml; echo $? >code; } | head -n 1; cat code"
    )
    #expect(result.output.hasSuffix("}\n0\n"), "\(result.output)")
    #expect(result.messages == "", "\(result.messages)")
  }

  /// A run whose standard input has sent a part and then nothing more, while `act` acts on it.
  private func waiting(
    _ arguments: [String], _ act: (pid_t) -> Void
  ) throws -> (code: Int32, messages: String) {
    let workplace = try workplace()
    let process = Process()
    process.executableURL = try Workplace.built("wireroom")
    process.arguments = ["run", "p.yaml", "-"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: workplace.path)
    let (input, messages) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardError = messages
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data("Half an art".utf8))
    while !workplace.exists(".wireroom/p/ledger.sqlite") && process.isRunning { usleep(1000) }
    usleep(200_000)
    act(process.processIdentifier)
    let text = try messages.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try input.fileHandleForWriting.close()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  @Test(.timeLimit(.minutes(1)), arguments: [SIGINT, SIGTERM])
  func aSignalEndsTheWaitForStandardInput(_ signal: Int32) throws {
    let result = try waiting([]) { kill($0, signal) }
    #expect(result.code == 128 + signal)
    #expect(result.messages.contains("interrupted: 0 documents = 0 written; "))
  }

  @Test(.timeLimit(.minutes(1))) func theDeadlineEndsTheWaitForStandardInput() throws {
    let result = try waiting(["--set", "run.deadline=1s"]) { _ in }
    #expect(result.code == 5)
    #expect(result.messages.contains("deadline reached: 0 documents = 0 written; "))
  }

  @Test func aReaderThatHasSeenEnoughIsNone() throws {
    let workplace = try workplace()
    let line = "{ \"$0\" schema; echo $? >code; } | head -c 10"
    #expect(try shell(workplace, line).output.utf8.count == 10)
    #expect(try String(decoding: workplace.read("code"), as: UTF8.self) == "0\n")
  }

  @Test(arguments: [
    ("mkdir $x; cp p.yaml $x; cd $x; \"$0\" run p.yaml", "is not UTF-8, so that outputs"),
    ("\"$0\" run $x.yaml", "is not UTF-8, and nothing else can be named on the command line"),
    ("mkdir $x; cd $x; \"$0\" run ../p.yaml --output out", "so that 'out' would lead elsewhere"),
  ])
  func pathsThatAreNotUTF8AreRefused(_ line: String, _ message: String) throws {
    #if !canImport(Darwin)  // Its file system refuses them itself.
      let workplace = try workplace()
      let result = try shell(workplace, "x=$(printf 'caf\\351'); \(line)")
      #expect(result.code == 2)
      #expect(result.messages.contains(message), "\(result.messages)")
      #expect(!workplace.exists("caf\u{FFFD}"))
    #endif
  }
}
