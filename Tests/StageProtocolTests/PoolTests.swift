import Foundation
import StageKit
import StageProtocol
import TestSupport
import Testing
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Programs that die, hang and write nonsense. They are shell scripts, so that they need nothing.
@Suite(.serialized) struct PoolTests {
  /// A program that answers each request with what `body` does; the request is in `$line`, its number
  /// in `$seq`.
  private func script(
    _ body: String = #"echo "{\"seq\":$seq}""#,
    greeting: String = #"echo '{"wireroom":1,"name":"test","version":1}'"#
  ) -> ChildCommand {
    let text = """
      read -r greeting
      \(greeting)
      while read -r line; do
        seq=${line#*\\"seq\\":}
        seq=${seq%%,*}
        \(body)
      done
      """
    return ChildCommand(["/bin/sh", "-c", text], directory: "/tmp")
  }

  private func pool(
    _ command: ChildCommand, milliseconds: Int = 20_000, processes: Int = 1,
    onError: @escaping @Sendable (String?, String) -> Void = { _, _ in }
  ) throws -> ProcessPool {
    var settings = ProcessPool.Settings()
    settings.processes = processes
    settings.answerMilliseconds = milliseconds
    settings.startMilliseconds = 20_000
    settings.startAttempts = 2
    return try ProcessPool(
      command, name: "'test'", greeting: [Value.Member("label", "test")], settings: settings,
      onError: onError)
  }

  private func requests(_ names: [String]) -> [ProcessPool.Request] {
    names.map { name in
      var members = Array(#","id":"#.utf8)
      members.append(json: name)
      return ProcessPool.Request(document: name, members: members)
    }
  }

  private func failure(_ result: Result<Value, StageFailure>) -> StageFailure? {
    if case .failure(let failure) = result { failure } else { nil }
  }

  @Test func answersComeBackInTheOrderOfTheRequests() throws {
    // Two at a time, the second one first.
    let pool = try pool(
      script(
        #"""
        case $line in
          *'"more":1,'*) kept=$seq;;
          *) echo "{\"seq\":$seq,\"n\":2}"; echo "{\"seq\":$kept,\"n\":1}";;
        esac
        """#))
    for _ in 0..<3 {
      let answers = pool.ask(requests(["a", "b"]))
      #expect(answers.map { try? $0.get()["n"]?.integer } == [1, 2])
    }
  }

  @Test func bothSidesMayWriteMoreThanAPipeHolds() throws {
    let pool = try pool(ChildCommand(["/bin/cat"], directory: "/"))
    let long = String(repeating: "x", count: 300_000)
    // What comes back is what was sent, and 'seq' is in it.
    let answers = pool.ask(requests([long, long, long]))
    #expect(answers.allSatisfy { (try? $0.get()["id"]?.string) == long })
  }

  @Test func aCrashCostsOneDocument() throws {
    let pool = try pool(
      script(#"case $line in *bad*) kill -SEGV $$;; esac; echo "{\"seq\":$seq}""#))
    for _ in 0..<3 {
      let answers = pool.ask(requests(["a", "bad", "b", "c"]))
      #expect(answers.map { failure($0)?.reason } == [nil, "crashed", nil, nil])
      let message = failure(answers[1])?.message ?? ""
      #expect(message.hasPrefix("'test' was ended by signal 11 (Segmentation fault"))
    }
  }

  @Test func anExitIsToldWithWhatTheProgramSaid() throws {
    let pool = try pool(script("echo 'no model' >&2; exit 3"))
    let answer = pool.ask(requests(["a"]))[0]
    #expect(
      failure(answer)
        == StageFailure(reason: "crashed", message: "'test' exited with code 3; it said: no model"))
  }

  /// Of a trace of many lines, the first may tell the cause as well as the last.
  @Test func ofMuchThatAProgramSaidTheBeginningAndTheEndAreTold() throws {
    let pool = try pool(script("for n in 1 2 3 4 5 6 7 8 9; do echo line $n >&2; done; exit 3"))
    let message = failure(pool.ask(requests(["a"]))[0])?.message ?? ""
    #expect(message.hasSuffix("; it said: line 1 / line 2 / … / line 7 / line 8 / line 9"))
  }

  @Test func standardErrorIsToldWithTheDocument() throws {
    let said = Lines()
    let pool = try pool(
      script(#"case $line in *b*) echo 'odd' >&2; sleep 0.1;; esac; echo "{\"seq\":$seq}""#),
      onError: { said.append("\($0 ?? "-"): \($1)") })
    _ = pool.ask(requests(["a"]))
    _ = pool.ask(requests(["b"]))
    #expect(said.all == ["b: odd"])
  }

  @Test func whatHangsIsEndedAndCostsOneDocument() throws {
    let pool = try pool(
      script(#"case $line in *bad*) sleep 60;; esac; echo "{\"seq\":$seq}""#), milliseconds: 300)
    let answers = pool.ask(requests(["a", "bad", "b"]))
    #expect(answers.map { failure($0)?.reason } == [nil, "timeout", nil])
    #expect(failure(answers[1])?.message == "'test' did not answer within 0.3 s")
  }

  @Test(arguments: [
    (
      "echo hello",
      "standard output must hold answers only; a value is expected at byte 0 of this line: 'hello'"
    ),
    ("echo 3", "standard output must hold answers only, one object a line; this is none: '3'"),
    ("echo '{}'", "an answer has no 'seq': '{}'"),
    (#"echo '{"seq":77}'"#, "seq: 77 was not asked, or is answered already"),
    (
      #"echo "{\"seq\":$seq}"; echo "{\"seq\":$seq}"; sleep 9"#,
      "it wrote more than it was asked for"
    ),
  ])
  func nonsenseIsNoAnswer(_ body: String, _ problem: String) throws {
    let pool = try pool(
      script("case $line in *bad*) \(body);; *) echo \"{\\\"seq\\\":$seq}\";; esac"))
    let answer = pool.ask(requests(["bad"]))[0]
    // Two lines may come one by one; then the next request finds the second one.
    if problem.hasPrefix("it wrote more"), failure(answer) == nil {
      #expect(pool.ask(requests(["a"])).allSatisfy { failure($0) == nil })
      return
    }
    #expect(failure(answer) == StageFailure(reason: "bad_answer", message: "'test': \(problem)"))
    #expect(failure(pool.ask(requests(["good"]))[0]) == nil)
  }

  @Test func blankLinesAreNoAnswers() throws {
    let pool = try pool(
      script(
        #"printf '\n \r\n'; echo "{\"seq\":$seq}"; echo"#, greeting: "echo; echo '{\"wireroom\":1}'"
      ))
    for _ in 0..<3 {
      #expect(pool.ask(requests(["a", "b"])).allSatisfy { failure($0) == nil })
    }
    let blank = try self.pool(
      script("while :; do echo; sleep 0.02; done"), milliseconds: 300)
    #expect(failure(blank.ask(requests(["a"]))[0])?.reason == "timeout")
  }

  /// It has to be ended, which is not the kill from outside that another try is worth thirty times.
  @Test(.timeLimit(.minutes(1))) func aClosedStandardOutputIsToldSoon() throws {
    let pool = try pool(
      script(#"case $line in *bad*) exec >&-; sleep 60;; esac; echo "{\"seq\":$seq}""#))
    let answers = pool.ask(requests(["a", "bad", "b"]))
    #expect(answers.map { failure($0)?.reason } == [nil, "bad_answer", nil])
    #expect(
      failure(answers[1])?.message
        == "'test': it closed its standard output but went on running")
    #expect(
      throws: StageFailure(
        reason: "cannot_start",
        message: "'test' gave no greeting: it closed its standard output but went on running",
        isTransient: true)
    ) { try self.pool(ChildCommand(["/bin/sh", "-c", "exec >&-; sleep 60"], directory: "/")) }
  }

  @Test(arguments: [
    (["no-such-program-here"], "'test' could not be started: no such file or directory"),
    (
      ["/bin/sh", "-c", "echo gone >&2; exit 4"],
      "'test' exited with code 4 before its greeting; it said: gone"
    ),
    (
      ["/bin/sh", "-c", "echo hello; sleep 9"],
      "'test' gave no greeting: standard output must hold answers only; a value is expected at byte 0 of this line: 'hello'"
    ),
    (
      ["/bin/sh", "-c", "echo '{}'; sleep 9"],
      "'test' gave no greeting: its first line has no 'wireroom'"
    ),
    (
      ["/bin/sh", "-c", #"echo '{"wireroom":9}'; sleep 9"#],
      "'test' speaks version 9 of the protocol, this program version 1"
    ),
  ])
  func programsThatCannotStartAreExplained(_ arguments: [String], _ message: String) {
    #expect(
      throws: StageFailure(reason: "cannot_start", message: message, isTransient: true)
    ) { try pool(ChildCommand(arguments, directory: "/tmp")) }
  }

  @Test func aProgramThatCannotBeStartedAgainIsGivenUpSoon() throws {
    let workplace = try Workplace()
    let mark = workplace.url("started").path
    let pool = try pool(
      script(
        "exit 1",
        greeting: "[ -e \(mark) ] && exit 5; touch \(mark); echo '{\"wireroom\":1}'"))
    let answers = pool.ask(requests((0..<50).map(String.init)))
    #expect(answers.allSatisfy { failure($0)?.reason == "cannot_start" })
  }

  /// Programs are killed all the time while documents go through; none may be lost or done wrongly.
  @Test func killsFromOutsideLoseNothing() throws {
    let workplace = try Workplace(isInMemory: true)
    let folder = workplace.path
    let pool = try pool(
      script(
        greeting: "echo $$ >>\(folder)/pids; echo '{\"wireroom\":1}'"), processes: 2)
    let rounds = 60
    let killer = Thread {
      var random = SeededRandom(7)
      while !Thread.current.isCancelled {
        usleep(UInt32.random(in: 1000...20_000, using: &random))
        let pids = (try? String(contentsOfFile: "\(folder)/pids", encoding: .utf8)) ?? ""
        for pid in pids.split(separator: "\n").suffix(2) { kill(pid_t(pid) ?? 0, SIGKILL) }
      }
    }
    killer.start()
    defer { killer.cancel() }
    DispatchQueue.concurrentPerform(iterations: 2) { worker in
      for round in 0..<rounds {
        let names = (0..<8).map { "\(worker) \(round) \($0)" }
        for answer in pool.ask(requests(names)) { #expect(failure(answer) == nil) }
      }
    }
  }

  @Test func programsEndWithThePool() throws {
    let workplace = try Workplace()
    let mark = workplace.url("ended").path
    do {
      let pool = try pool(
        ChildCommand(
          ["/bin/sh", "-c", "read -r l; echo '{\"wireroom\":1}'; read -r l; echo done >\(mark)"],
          directory: "/"))
      #expect(pool.greeting["wireroom"] == 1)
    }
    #expect(workplace.exists("ended"))
  }
}

/// Lines that come from several threads.
private final class Lines: @unchecked Sendable {
  // Sendable because the lines are only touched while the lock is held.
  private let lock = NSLock()
  private var lines: [String] = []

  func append(_ line: String) { lock.withLock { lines.append(line) } }

  var all: [String] { lock.withLock { lines } }
}
