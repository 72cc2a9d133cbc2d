import Dispatch
import StageConformance
import StageKit
import Testing
import TextKit

/// A stage that does with a document what a closure does.
private struct ScriptedStage: TransformStage {
  static let descriptor = StageDescriptor(
    name: "scripted", summary: "does what the test says", role: .transform, version: 1,
    writes: [.extra])

  /// What the tests share with the stages that the suite makes.
  @TaskLocal static var behaviour: @Sendable (inout Document) throws -> Verdict = { _ in .keep }

  private let behaviour: @Sendable (inout Document) throws -> Verdict

  init(options: NoOptions, context: StageContext) throws(OptionProblem) {
    behaviour = Self.behaviour
  }

  func process(_ document: inout Document, _ scratch: inout Void) throws(StageFailure) -> Verdict {
    do {
      return try behaviour(&document)
    } catch let failure as StageFailure {
      throw failure
    } catch {
      throw StageFailure(reason: "unexpected", message: "\(error)")
    }
  }
}

/// That the suite finds what it is there to find.
@Suite struct ConformanceTests {
  private func findings(
    patience: Int = 60, _ behaviour: @escaping @Sendable (inout Document) throws -> Verdict
  ) throws -> [String] {
    try ScriptedStage.$behaviour.withValue(behaviour) {
      try Conformance(of: ScriptedStage.self, patience: patience).run().findings
    }
  }

  @Test func aStageThatDoesNothingConforms() throws {
    #expect(try findings { _ in .keep } == [])
  }

  @Test func aStageThatNeverComesToAnEndIsFoundAndNamed() throws {
    let gate = DispatchSemaphore(value: 0)
    let result = try findings(patience: 1) { document in
      if document.text.contains("\0") { gate.wait() }
      return .keep
    }
    gate.signal()
    #expect(result.count == 1)
    #expect(result[0].hasSuffix(", it has not come to an end after 1 s"), "\(result)")
    #expect(result[0].hasPrefix("on "), "\(result)")
  }

  @Test func layersThatAreInvalidOrUndeclaredAreFound() throws {
    let result = try findings { document in
      document.sentences = [ByteRange(0, document.text.utf8.count + 1)]
      return .keep
    }
    #expect(result.contains { $0.contains("it leaves invalid sentences") })
    #expect(result.contains { $0.contains("it changes sentences, which it does not declare") })
  }

  @Test func resultsThatDependOnWhatCameBeforeAreFound() throws {
    let count = Counter()
    let result = try findings { document in
      document.setExtra("seen", .integer(count.next()))
      return .keep
    }
    #expect(result.contains { $0.contains("comes out differently a second time") })
    #expect(result.contains { $0.contains("comes out differently on worker") })
  }

  /// A program that ends or does not answer on some text is no conforming stage; one that says that it
  /// cannot handle it is.
  @Test func failuresThatNoDocumentCausesAreFound() throws {
    func fails(_ reason: String) throws -> [String] {
      try findings { document in
        if document.text.contains("\0") {
          throw StageFailure(reason: reason, message: "'x' exited with code 1")
        }
        return .keep
      }
    }
    #expect(try fails("no_nulls_please") == [])
    #expect(try fails("crashed").allSatisfy { $0.hasSuffix("it fails: 'x' exited with code 1") })
    #expect(try !fails("crashed").isEmpty)
    #expect(try fails("timeout").count == 1)
  }
}

/// Counts, also on several threads.
private final class Counter: Sendable {
  private let queue = DispatchQueue(label: "counter")
  private nonisolated(unsafe) var value = 0  // Only touched on the queue.

  func next() -> Int {
    queue.sync {
      value += 1
      return value
    }
  }
}
