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

  init(_ options: Value, _ directory: String) throws(OptionProblem) {
    stage = try S(
      options: S.Options(decoding: options),
      context: StageContext(
        label: S.descriptor.name, baseDirectory: directory, outputDirectory: directory))
    descriptor = S.descriptor(decoding: options)
    self.directory = directory
  }

  func with(options: Value) throws(OptionProblem) -> any Subject {
    try StageSubject(options, directory)
  }

  func run(_ document: inout Document) -> Result<Verdict, StageFailure> {
    var scratch = stage.makeScratch()
    return run(&document, &scratch)
  }

  private func run(
    _ document: inout Document, _ scratch: inout S.Scratch
  ) -> Result<Verdict, StageFailure> {
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
private final class ThreadJob: @unchecked Sendable {
  // Sendable because `results` is written by the thread before it ends, and read after that.
  private var results: [Outcome] = []
  private let work: @Sendable () -> [Outcome]
  private var isStarted = false
  #if canImport(Darwin)
    private var thread: pthread_t?
  #else
    private var thread = pthread_t()
  #endif

  init(_ work: @escaping @Sendable () -> [Outcome]) {
    self.work = work
    let pointer = Unmanaged.passRetained(self).toOpaque()
    isStarted = pthread_create(&thread, nil, runThreadJob, pointer) == 0
    if !isStarted { Unmanaged<ThreadJob>.fromOpaque(pointer).release() }
  }

  fileprivate func run() { results = work() }

  func wait() -> [Outcome] {
    // Without a thread the work is done here: slower, but no less true.
    if !isStarted { return work() }
    #if canImport(Darwin)
      if let thread { pthread_join(thread, nil) }
    #else
      pthread_join(thread, nil)
    #endif
    return results
  }
}

#if canImport(Darwin)
  private func runThreadJob(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<ThreadJob>.fromOpaque(pointer).takeRetainedValue().run()
    return nil
  }
#else
  private func runThreadJob(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let pointer else { return nil }
    Unmanaged<ThreadJob>.fromOpaque(pointer).takeRetainedValue().run()
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
