import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What became of a document.
struct Outcome: Sendable {
  var document: Document
  var verdict: Result<Verdict, StageFailure>

  func differs(from other: Outcome) -> Bool {
    verdict != other.verdict || document.differs(from: other.document)
  }
}

/// A stage whose types are hidden.
protocol Subject: Sendable {
  var descriptor: StageDescriptor { get }
  /// The same stage with other options.
  func with(options: Value) throws(OptionProblem) -> any Subject
  /// Runs it on one document, with fresh scratch space.
  func run(_ document: inout Document) -> Result<Verdict, StageFailure>
  /// Runs it on copies of the documents, one after another, with the same scratch space.
  func runAll(_ documents: [Document]) -> [Outcome]
}

struct StageSubject<S: TransformStage>: Subject {
  let stage: S
  let descriptor: StageDescriptor
  let directory: String
  let watch: Watch

  init(_ options: Value, _ directory: String, _ watch: Watch) throws(OptionProblem) {
    self.watch = watch
    stage = try S(
      options: S.Options(decoding: options),
      context: StageContext(
        label: S.descriptor.name, baseDirectory: directory, outputDirectory: directory))
    descriptor = S.descriptor(decoding: options)
    self.directory = directory
  }

  func with(options: Value) throws(OptionProblem) -> any Subject {
    try StageSubject(options, directory, watch)
  }

  func run(_ document: inout Document) -> Result<Verdict, StageFailure> {
    var scratch = stage.makeScratch()
    return run(&document, &scratch)
  }

  private func run(
    _ document: inout Document, _ scratch: inout S.Scratch
  ) -> Result<Verdict, StageFailure> {
    watch.tick()
    defer { watch.tick() }
    do throws(StageFailure) {
      return .success(try stage.process(&document, &scratch))
    } catch {
      return .failure(error)
    }
  }

  func runAll(_ documents: [Document]) -> [Outcome] {
    var scratch = stage.makeScratch()
    return documents.map { document in
      var document = document
      let verdict = run(&document, &scratch)
      return Outcome(document: document, verdict: verdict)
    }
  }
}

extension Subject {
  /// Runs it on the same documents on several threads at once, each with scratch space of its own.
  func runOnThreads(_ documents: [Document], count: Int) -> [[Outcome]] {
    let jobs = (0..<count).map { _ in ThreadJob { runAll(documents) } }
    return jobs.map { $0.wait() }
  }
}

/// Work on a thread of its own.
final class ThreadJob<Result: Sendable>: ThreadWork, @unchecked Sendable {
  // Sendable because `result` is written by the thread before `done` is set, and read after that.
  private var result: Result?
  private let work: @Sendable () -> Result
  private let done = Lock(false)

  init(_ work: @escaping @Sendable () -> Result) {
    self.work = work
    super.init()
    start()
  }

  override func run() {
    result = work()
    done.withLock { $0 = true }
  }

  /// Whether `wait` returns at once.
  var isDone: Bool { !isStarted || done.withLock { $0 } }

  func wait() -> Result {
    join()
    // Without a thread the work is done here: slower, but no less true.
    return result ?? work()
  }
}

/// A thread, without what its work results in.
class ThreadWork {
  private(set) var isStarted = false
  #if canImport(Darwin)
    private var thread: pthread_t?
  #else
    private var thread = pthread_t()
  #endif

  func run() {}

  final func start() {
    let pointer = Unmanaged.passRetained(self).toOpaque()
    isStarted = pthread_create(&thread, nil, runThreadJob, pointer) == 0
    if !isStarted { Unmanaged<ThreadWork>.fromOpaque(pointer).release() }
  }

  final func join() {
    guard isStarted else { return }
    #if canImport(Darwin)
      if let thread { pthread_join(thread, nil) }
    #else
      pthread_join(thread, nil)
    #endif
  }
}

/// Work that the thread which starts it leaves to another one, and only waits for.
struct UncheckedWork<Result>: @unchecked Sendable {
  // Sendable because the thread that has made it does nothing with what it holds until it is done.
  private let work: () -> Result

  init(_ work: @escaping () -> Result) {
    self.work = work
  }

  var function: @Sendable () -> Result {
    { work() }
  }
}

/// A value that several threads use, one at a time.
final class Lock<Value>: @unchecked Sendable {
  // Sendable because the value is only touched while `mutex` is held.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  init(_ value: Value) {
    self.value = value
    mutex = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body(&value)
  }
}

/// Where the suite is, and since when, for one who waits for it.
final class Watch: Sendable {
  private struct State {
    var place = "at the start"
    var ticked = monotonicNanoseconds()
    var report = Conformance.Report()
  }

  private let state = Lock(State())

  /// The stage has got a document, or is done with one.
  func tick() {
    let now = monotonicNanoseconds()
    state.withLock { $0.ticked = now }
  }

  func go(to place: String) {
    state.withLock { $0.place = place }
    tick()
  }

  func keep(_ report: Conformance.Report) { state.withLock { $0.report = report } }

  var place: String { state.withLock { $0.place } }
  var report: Conformance.Report { state.withLock { $0.report } }
  var nanosecondsSinceTick: Int {
    monotonicNanoseconds() - state.withLock { $0.ticked }
  }
}

#if canImport(Darwin)
  private func runThreadJob(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<ThreadWork>.fromOpaque(pointer).takeRetainedValue().run()
    return nil
  }
#else
  private func runThreadJob(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let pointer else { return nil }
    Unmanaged<ThreadWork>.fromOpaque(pointer).takeRetainedValue().run()
    return nil
  }
#endif

extension Document {
  /// Whether anything in it is not the same.
  func differs(from other: Document) -> Bool {
    source != other.source || firstUndeclaredChange(from: other, declared: []) != nil
  }
}

func monotonicNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// How much memory of this process is in use; `nil` where that cannot be told.
func residentBytes() -> Int? {
  #if os(Linux)
    guard let file = fopen("/proc/self/statm", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let text = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let fields = text.split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
    return pages * sysconf(Int32(_SC_PAGESIZE))
  #else
    return nil
  #endif
}
