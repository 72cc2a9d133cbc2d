public import StageKit
import TextKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The stages that an evaluator runs, each with scratch space of its own, and what they took.
public final class StageSet {
  /// Makes the source of one file.
  public typealias SourceMaker = (_ path: String) throws(OptionProblem) -> any SourceStage
  private typealias Process = (inout Document) throws(StageFailure) -> Verdict

  /// How much one stage has done.
  public struct Work: Sendable {
    /// The name of the stage.
    public let stage: String
    /// The texts that it was given.
    public internal(set) var documents = 0
    /// The bytes of those texts.
    public internal(set) var bytes = 0
    public internal(set) var nanoseconds = 0
  }

  /// What each stage has done, in the order in which they were given.
  public private(set) var work: [Work]
  /// How many documents there have been.
  public var documentCount: Int { work.map(\.documents).max() ?? 0 }
  private let processes: [Process]
  private let makeSource: SourceMaker

  /// - Parameters:
  ///   - stages: those that the evaluator's descriptor names.
  ///   - makeSource: what reads the files that a gold file names.
  public init(_ stages: [any TransformStage], makeSource: @escaping SourceMaker) {
    work = stages.map { Work(stage: type(of: $0).descriptor.name) }
    processes = stages.map { Self.process($0) }
    self.makeSource = makeSource
  }

  private static func process<S: TransformStage>(_ stage: S) -> Process {
    var scratch = stage.makeScratch()
    return { (document) throws(StageFailure) in try stage.process(&document, &scratch) }
  }

  /// Loads the one document of a file and runs all stages on it.
  ///
  /// - Throws: if it cannot be loaded, a stage fails, or one drops it.
  public func process(_ path: String) throws(EvaluationProblem) -> Document {
    let line = GoldLine(path: path, number: 1, bytes: [])
    var document = try load(path, from: line)
    for index in work.indices {
      if case .drop(let reason) = try run(work[index].stage, on: &document, from: line) {
        throw line.problem("stage '\(work[index].stage)' drops the document: \(reason)")
      }
    }
    return document
  }

  /// Runs the stage of this name on a document.
  ///
  /// - Parameter line: where the document comes from, for the message if the stage fails.
  /// - Precondition: there is such a stage.
  @discardableResult
  func run(
    _ name: String, on document: inout Document, from line: GoldLine
  ) throws(EvaluationProblem) -> Verdict {
    guard let index = work.firstIndex(where: { $0.stage == name }) else {
      preconditionFailure("stage '\(name)' was not made")
    }
    let bytes = document.text.utf8.count
    let start = processorNanoseconds()
    do throws(StageFailure) {
      let verdict = try processes[index](&document)
      work[index].nanoseconds += processorNanoseconds() - start
      work[index].bytes += bytes
      work[index].documents += 1
      return verdict
    } catch {
      throw line.problem("stage '\(name)' failed: \(error.message)")
    }
  }

  /// Loads the one document that a file holds.
  func load(_ path: String, from line: GoldLine) throws(EvaluationProblem) -> Document {
    let source: any SourceStage
    do throws(OptionProblem) {
      source = try makeSource(path)
    } catch {
      throw line.problem("'\(path)' cannot be read: \(error.message)")
    }
    do throws(StageFailure) {
      return try Self.load(source)
    } catch {
      throw line.problem("'\(path)' cannot be read: \(error.message)")
    }
  }

  private static func load<S: SourceStage>(_ source: S) throws(StageFailure) -> Document {
    var listed: ListedInput?
    var count = 0
    try source.list { input in
      listed = input
      count += 1
      return count < 2
    }
    guard count < 2 else {
      throw StageFailure(reason: "several", message: "it holds several documents; name one alone")
    }
    switch listed {
    case .item(let item):
      var scratch = source.makeScratch()
      return try source.load(item, &scratch)
    case .failure(_, let failure): throw failure
    case nil: throw StageFailure(reason: "empty", message: "it holds no document")
    }
  }
}

/// The time that this thread has had a processor for: others that run meanwhile do not count.
private func processorNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
