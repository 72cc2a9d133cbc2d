import StageKit
import StageLibraries
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A stage that does nothing, as part of this program.
private struct IdleStage: TransformStage {
  static let descriptor = StageDescriptor(
    name: "idle", summary: "does nothing", role: .transform, version: 1)

  init(options: NoOptions, context: StageContext) throws(OptionProblem) {}

  func process(_ document: inout Document, _ scratch: inout Void) throws(StageFailure) -> Verdict {
    .keep
  }
}

/// What a call of a stage in a library costs that was loaded at run time, beside one of a stage that is
/// part of the program. The library is made by `wireroom new stage`, emptied, and built by
/// `wireroom build-stage`, which needs a Swift toolchain.
func measurePluginCalls(_ program: String) {
  let corpus = Corpus(fileCount: 0)
  print("| call of a stage that does nothing | ns a document |")
  print("| --- | --- |")
  rowOfCalls("part of the program", [IdleStage.self])
  guard run([program, "new", "stage", "Idle"], directory: corpus.path).exitCode == 0 else {
    return row(["loaded from a library", "could not be made"])
  }
  corpus.write(
    "Idle/Sources/Idle/IdleStage.swift",
    Array(
      """
      public import StageKit

      public struct IdleStage: TransformStage {
        public static let descriptor = StageDescriptor(
          name: "idle", summary: "does nothing", role: .transform, version: 1)

        public init(options: IdleOptions, context: StageContext) throws(OptionProblem) {}

        public func process(
          _ document: inout Document, _ scratch: inout Void
        ) throws(StageFailure) -> Verdict {
          .keep
        }
      }

      """.utf8))
  guard run([program, "build-stage", "Idle"], directory: corpus.path).exitCode == 0 else {
    return row(["loaded from a library", "could not be built"])
  }
  do throws(StageLibraryProblem) {
    rowOfCalls("loaded from a library", try StageLibrary.load(corpus.path + "/Idle"))
  } catch {
    row(["loaded from a library", error.message])
  }
}

private func rowOfCalls(_ what: String, _ types: [any Stage.Type]) {
  guard let type = types.first as? any TransformStage.Type, let call = makeCall(type) else {
    return row([what, "no transform"])
  }
  let count = 1_000_000
  let times = (0..<7).map { _ in
    let start = monotonicSeconds()
    call(count)
    return (monotonicSeconds() - start) * 1e9 / Double(count)
  }
  row([what, times.min().map(decimal) ?? "-"])
}

/// As the runner keeps a stage: its types are known where it is called, but not to who calls that.
private func makeCall<S: TransformStage>(_ type: S.Type) -> ((Int) -> Void)? {
  guard
    let stage = try? S(
      options: S.Options(decoding: [:]),
      context: StageContext(label: "idle", baseDirectory: "/", outputDirectory: "/"))
  else { return nil }
  let box: any CalledStage = StageBox(stage)
  return { count in
    var document = Document(
      source: DocumentSource(key: InputKey(path: [97])),
      text: String(repeating: "The harbour reopens. ", count: 48))
    for _ in 0..<count where box.call(&document) != .keep { return }
  }
}

private protocol CalledStage: AnyObject {
  func call(_ document: inout Document) -> Verdict?
}

private final class StageBox<S: TransformStage>: CalledStage {
  private let stage: S
  private var scratch: S.Scratch

  init(_ stage: S) {
    self.stage = stage
    scratch = stage.makeScratch()
  }

  func call(_ document: inout Document) -> Verdict? { try? stage.process(&document, &scratch) }
}
