import Dispatch
public import StageKit
public import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Programs of one kind, kept alive, that answer requests. See README.md for what is spoken.
///
/// The thread that asks takes a program that is free, waiting for one where all are taken; writes its
/// requests while it reads the answers; and gives the program back. So no more is in flight than was
/// asked for.
///
/// A program that dies, hangs or answers with nonsense is ended, and a new one started. Each of the
/// requests that it had not answered is then asked alone: only a request during which programs die
/// again and again while it is the only one fails, so that a crash costs one document, and a kill from
/// outside none.
public final class ProcessPool: @unchecked Sendable {
  // Sendable because everything that changes is only touched while `mutex` is held, apart from what
  // is in a slot, which belongs to the thread that has taken it.

  /// How a pool treats its programs.
  public struct Settings: Sendable {
    /// How many programs run at once, at most; they are started when they are needed.
    public var processes = 1
    /// How long a program may take from its start to its greeting, in milliseconds.
    public var startMilliseconds = 60_000
    /// How long it may take for an answer; `nil` for ever.
    public var answerMilliseconds: Int? = 60_000
    /// How many programs may die during a request before it fails.
    public var attempts = 3
    /// The same for programs that are killed by a signal that comes from outside, by a person or for
    /// want of memory: that is more likely to be chance than the fault of the request.
    public var attemptsWhenKilled = 30
    /// How many starts may fail in a row before the pool gives up.
    public var startAttempts = 5

    /// The defaults.
    public init() {}
  }

  /// What is asked.
  public struct Request: Sendable {
    /// The document that it is about, for messages.
    public var document: String
    /// Members of the request's object, with a comma before each, as `DocumentWriter` appends them.
    public var members: [UInt8]

    /// Makes a request.
    public init(document: String, members: [UInt8]) {
      self.document = document
      self.members = members
    }
  }

  /// What the programs said first.
  public let greeting: Value
  /// How programs are called in messages.
  private let name: String
  private let command: ChildCommand
  private let ownGreeting: [UInt8]
  private let settings: Settings
  private let onError: @Sendable (_ document: String?, _ line: String) -> Void

  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let freed: UnsafeMutablePointer<pthread_cond_t>
  private var free: [Slot] = []
  /// Why no program can be started, and when that was found.
  private var startFailure: (failure: StageFailure, milliseconds: Int)?

  /// The place of one program.
  private final class Slot {
    var process: ChildProcess?
    /// How many programs have died here since one has answered.
    var deaths = 0

    /// One that was killed need not be waited for as long as one that cannot live.
    func noteDeath(isKill: Bool) {
      if !isKill || deaths < 3 { deaths += 1 }
    }
  }

  /// Starts one program and waits for its greeting.
  ///
  /// - Parameters:
  ///   - command: the program.
  ///   - name: what messages call it, such as `'python3 shout.py'`.
  ///   - greeting: the members of the first line that each program gets, behind the version of the
  ///     protocol.
  ///   - onError: takes each line of the programs' standard error, with the first document that was
  ///     not answered at that moment. Called from the threads that ask.
  /// - Throws: why it did not start, or what is wrong with its greeting.
  public init(
    _ command: ChildCommand, name: String, greeting: [Value.Member], settings: Settings,
    onError: @escaping @Sendable (_ document: String?, _ line: String) -> Void
  ) throws(StageFailure) {
    self.command = command
    self.name = name
    self.settings = settings
    self.onError = onError
    var line: [UInt8] = []
    let version = Value.Member(protocolKey, .integer(protocolVersion))
    line.append(exactly: .object([version] + greeting))
    line.append(UInt8(ascii: "\n"))
    ownGreeting = line
    let first = Slot()
    var answer = Value.null
    var kills = 0
    while first.process == nil {
      do throws(StartFailure) {
        (first.process, answer) = try Self.start(command, name, line, settings, onError)
      } catch {
        kills += 1
        if !error.isKill || kills >= settings.attemptsWhenKilled { throw error.failure }
      }
    }
    self.greeting = answer
    mutex = .allocate(capacity: 1)
    freed = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(freed, nil)
    free = (1..<max(1, settings.processes)).map { _ in Slot() } + [first]
    Self.live.add(self)
  }

  deinit {
    endPrograms()
    pthread_cond_destroy(freed)
    pthread_mutex_destroy(mutex)
    freed.deallocate()
    mutex.deallocate()
  }

  /// Ends the programs of all pools that there are. To be called before the process exits: what is
  /// still held by somebody then is never let go of, and a program that does not end with its standard
  /// input would go on for ever.
  public static func endAll() {
    for pool in live.all { pool.endPrograms() }
  }

  private static let live = LivePools()

  private func endPrograms() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    // All at once, so that they end side by side.
    for slot in free { slot.process?.closeInput() }
    let deadline = nowInMilliseconds() + 2000
    for slot in free {
      slot.process?.end(within: max(0, deadline - nowInMilliseconds()))
      slot.process = nil
    }
  }

  /// Asks for several documents at once and waits for all answers.
  ///
  /// - Parameter onDeath: called with the index of a request each time that a process ends while it is
  ///   asked alone.
  /// - Returns: the answers in the order of the requests, each with all its members, or why there is
  ///   none: `crashed`, `timeout`, `bad_answer`, `cannot_start`.
  public func ask(
    _ requests: [Request], onDeath: (Int) -> Void = { _ in }
  ) -> [Result<Value, StageFailure>] {
    let slot = take()
    defer { giveBack(slot) }
    var answers: [Value?] = Array(repeating: nil, count: requests.count)
    if let failure = attempt(slot, requests, Array(requests.indices), &answers) {
      // One that was alone has had its first attempt.
      return finishAlone(slot, requests, answers, failure, onDeath)
    }
    return answers.map { .success($0 ?? .null) }
  }

  /// Asks each request that has no answer alone.
  private func finishAlone(
    _ slot: Slot, _ requests: [Request], _ answers: [Value?], _ failure: Interruption,
    _ onDeath: (Int) -> Void
  ) -> [Result<Value, StageFailure>] {
    var answers = answers
    return requests.indices.map { index in
      if let answer = answers[index] { return .success(answer) }
      var last: Interruption? = requests.count == 1 ? failure : nil
      var deaths = 0
      var kills = 0
      while true {
        if let last {
          onDeath(index)
          if last.isKill { kills += 1 } else { deaths += 1 }
          if !last.isWorthAnotherAttempt || deaths >= settings.attempts
            || kills >= settings.attemptsWhenKilled
          {
            return .failure(last.failure)
          }
        }
        last = attempt(slot, requests, [index], &answers)
        if let answer = answers[index] { return .success(answer) }
      }
    }
  }

  // MARK: One exchange

  private struct Interruption {
    var failure: StageFailure
    /// Whether the next program may do better.
    var isWorthAnotherAttempt: Bool
    /// Whether the program was ended by a signal from outside.
    var isKill = false
  }

  /// Asks some of the requests together, and fills in the answers that come.
  ///
  /// - Returns: why there are not all.
  private func attempt(
    _ slot: Slot, _ requests: [Request], _ indexes: [Int], _ answers: inout [Value?]
  ) -> Interruption? {
    let process: ChildProcess
    do throws(StageFailure) {
      process = try running(slot)
    } catch {
      return Interruption(failure: error, isWorthAnotherAttempt: false)
    }
    let firstNumber = process.nextNumber
    process.nextNumber += indexes.count
    process.forgetErrors()
    var lines: [UInt8] = []
    lines.reserveCapacity(indexes.reduce(0) { $0 + requests[$1].members.count + 40 })
    for (place, index) in indexes.enumerated() {
      lines.append("{\"seq\":")
      lines.append(decimal: firstNumber + place)
      lines.append(",\"more\":")
      lines.append(decimal: indexes.count - 1 - place)
      lines.append(contentsOf: requests[index].members)
      lines.append("}\n")
    }
    var missing = indexes.count
    var firstMissing = 0
    let interruption = process.exchange(
      lines, milliseconds: settings.answerMilliseconds,
      onError: { line in
        onError(
          firstMissing < indexes.count ? requests[indexes[firstMissing]].document : nil, line)
      },
      onLine: { (line) throws(MessageProblem) in
        let answer = try Self.parse(line)
        guard let number = answer["seq"]?.integer else {
          throw MessageProblem("", "an answer has no 'seq': \(Self.excerpt(line))")
        }
        let place = number - firstNumber
        guard indexes.indices.contains(place), answers[indexes[place]] == nil else {
          throw MessageProblem("seq", "\(number) was not asked, or is answered already")
        }
        answers[indexes[place]] = answer
        missing -= 1
        while firstMissing < indexes.count, answers[indexes[firstMissing]] != nil {
          firstMissing += 1
        }
        return missing == 0
      })
    if missing < indexes.count { slot.deaths = 0 }
    guard let interruption else { return nil }
    slot.process = nil
    process.end(within: 0)
    slot.noteDeath(isKill: interruption.isKill)
    let said = process.said
    switch interruption {
    case .ended(let ending):
      return Interruption(
        failure: StageFailure(
          reason: "crashed", message: "\(name) \(ending.description)\(said)", isTransient: false),
        isWorthAnotherAttempt: true, isKill: interruption.isKill)
    case .timeUp:
      let seconds = Double(settings.answerMilliseconds ?? 0) / 1000
      return Interruption(
        failure: StageFailure(
          reason: "timeout", message: "\(name) did not answer within \(seconds) s\(said)"),
        isWorthAnotherAttempt: false)
    case .unusable(let problem):
      return Interruption(
        failure: StageFailure(reason: "bad_answer", message: "\(name): \(problem)\(said)"),
        // It may be what an earlier request has left behind.
        isWorthAnotherAttempt: firstNumber > 0)
    }
  }

  private static func parse(_ line: ArraySlice<UInt8>) throws(MessageProblem) -> Value {
    do throws(JSONError) {
      let value = try Value(json: line.span, refusingLargeNumbers: true)
      if value.members != nil { return value }
    } catch {
      if (try? Value(json: line.span)) != nil {
        throw MessageProblem("", "the answer holds \(error): \(excerpt(line))")
      }
      throw MessageProblem(
        "", "standard output must hold answers only; \(error) of this line: \(excerpt(line))")
    }
    throw MessageProblem(
      "",
      "standard output must hold answers only, one object a line; this is none: \(excerpt(line))")
  }

  private static func excerpt(_ line: ArraySlice<UInt8>) -> String {
    let start = String(decoding: line.prefix(80), as: UTF8.self)
    return "'\(start)\(line.count > 80 ? "…" : "")'"
  }

  // MARK: Starting

  /// The program of the slot, started anew if it has gone.
  private func running(_ slot: Slot) throws(StageFailure) -> ChildProcess {
    if let process = slot.process {
      if process.isRunning { return process }
      // It went while it had nothing to do, which is nobody's fault.
      slot.process = nil
    }
    if let failure = knownStartFailure() { throw failure }
    var tries = 0
    var kills = 0
    while true {
      pause(afterDeaths: slot.deaths)
      do throws(StartFailure) {
        let (process, greeting) = try Self.start(command, name, ownGreeting, settings, onError)
        guard greeting == self.greeting else {
          process.end(within: 0)
          throw StartFailure("\(name) is not the program any more that it was at the start", nil)
        }
        noteStart(nil)
        slot.process = process
        return process
      } catch {
        slot.noteDeath(isKill: error.isKill)
        if error.isKill { kills += 1 } else { tries += 1 }
        if tries >= settings.startAttempts || kills >= settings.attemptsWhenKilled {
          noteStart(error.failure)
          throw error.failure
        }
      }
    }
  }

  /// After one death a program is started at once, after more in a row later and later.
  private func pause(afterDeaths deaths: Int) {
    guard deaths > 1 else { return }
    let milliseconds = min(5000, 50 << min(deaths - 2, 10))
    usleep(useconds_t(milliseconds * 1000))
  }

  private static func start(
    _ command: ChildCommand, _ name: String, _ greeting: [UInt8], _ settings: Settings,
    _ onError: (String?, String) -> Void
  ) throws(StartFailure) -> (ChildProcess, Value) {
    var isKill = false
    func failure(_ message: String, _ process: ChildProcess?) -> StartFailure {
      StartFailure("\(name) \(message)", process, isKill: isKill)
    }
    let process: ChildProcess
    switch command.start() {
    case .success(let child): process = ChildProcess(child)
    case .failure(let error):
      throw failure(
        "could not be started: \(String(cString: strerror(error.code)).lowercased())", nil)
    }
    var answer = Value.null
    let interruption = process.exchange(
      greeting, milliseconds: settings.startMilliseconds, onError: { onError(nil, $0) },
      onLine: { (line) throws(MessageProblem) in
        answer = try parse(line)
        return true
      })
    isKill = interruption?.isKill ?? false
    switch interruption {
    case nil: break
    case .ended(let ending): throw failure("\(ending.description) before its greeting", process)
    case .timeUp:
      throw failure(
        "gave no greeting within \(settings.startMilliseconds / 1000) s: its first line must answer "
          + "the first line that it reads", process)
    case .unusable(let problem): throw failure("gave no greeting: \(problem)", process)
    }
    guard let version = answer[protocolKey]?.integer else {
      throw failure("gave no greeting: its first line has no '\(protocolKey)'", process)
    }
    guard version == protocolVersion else {
      throw failure(
        "speaks version \(version) of the protocol, this program version \(protocolVersion)",
        process)
    }
    return (process, answer)
  }

  /// Why a program did not start.
  private struct StartFailure: Error {
    let failure: StageFailure
    /// Whether it was ended by a signal from outside.
    let isKill: Bool

    init(_ message: String, _ process: ChildProcess?, isKill: Bool = false) {
      failure = StageFailure(
        reason: "cannot_start", message: message + (process?.said ?? ""), isTransient: true)
      self.isKill = isKill
    }
  }

  // MARK: What threads share

  private func take() -> Slot {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      // One whose program runs, if there is any.
      if let index = free.lastIndex(where: { $0.process != nil }) { return free.remove(at: index) }
      if let slot = free.popLast() { return slot }
      pthread_cond_wait(freed, mutex)
    }
  }

  private func giveBack(_ slot: Slot) {
    pthread_mutex_lock(mutex)
    free.append(slot)
    pthread_cond_signal(freed)
    pthread_mutex_unlock(mutex)
  }

  /// Why starting is hopeless, unless that was found long ago.
  private func knownStartFailure() -> StageFailure? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard let startFailure, nowInMilliseconds() - startFailure.milliseconds < 30_000 else {
      return nil
    }
    return startFailure.failure
  }

  private func noteStart(_ failure: StageFailure?) {
    pthread_mutex_lock(mutex)
    startFailure = failure.map { ($0, nowInMilliseconds()) }
    pthread_mutex_unlock(mutex)
  }
}

/// Milliseconds of a clock that only goes forward.
func nowInMilliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

/// The member of a greeting that holds the version of the protocol.
let protocolKey = "wireroom"

/// The version of the protocol. A change that old programs do not understand makes it another one.
public let protocolVersion = 1

/// The pools of this process.
private final class LivePools: @unchecked Sendable {
  // Sendable because `pools` is only touched on `queue`.
  private struct Member {
    weak var pool: ProcessPool?
  }

  private let queue = DispatchQueue(label: "wireroom.pools")
  private var pools: [Member] = []

  var all: [ProcessPool] { queue.sync { pools.compactMap(\.pool) } }

  func add(_ pool: ProcessPool) {
    queue.sync {
      pools.removeAll { $0.pool == nil }
      pools.append(Member(pool: pool))
    }
  }
}
