import Diagnostics
import Evaluation
import PipelineFile
import Runner
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Stages without a pipeline file, with options that are read, checked and told of like those of a
/// file.
struct StandaloneStages {
  /// The transforms.
  let entries: [StageEntry]
  private let source: StageEntry
  /// What paths start from.
  let directory: String

  /// Reads the options. Paths start from the working folder.
  ///
  /// - Parameters:
  ///   - names: the transforms, in the order of a pipeline.
  ///   - stages: where they are looked up; among them are `fetch` and `write`.
  ///   - defaults: settings of the same form that those of the user override.
  ///   - settings: `KEY=VALUE` behind `prefix`, as for `wireroom run --set`.
  ///   - prefix: what the user does not write of a setting, such as `stages.`.
  init(
    _ names: [String], among stages: [any Stage.Type], defaults: [String] = [],
    settings: [String], prefix: String
  ) throws(PipelineFileError) {
    let mistakes = settings.enumerated().compactMap { index, setting -> Diagnostic? in
      guard let problem = Self.problem(ofSetting: prefix + setting, prefix) else { return nil }
      return Diagnostic(
        at: SourceLocation(file: "--set", line: index + 1, column: 1),
        "\(Wording.quote(setting)) \(problem)")
    }
    guard mistakes.isEmpty else { throw PipelineFileError(diagnostics: mistakes) }
    // A pipeline has a source and a sink, which are not made here.
    let list = ["fetch: {paths: -}"] + names + ["write: {path: unused.jsonl}"]
    do throws(PipelineFileError) {
      let file = try PipelineFile.parse(
        Array("stages: [\(list.joined(separator: ", "))]".utf8), path: "stages",
        directory: workingFolder(), directoryPhrase: "the working folder", stages: stages,
        settings: (defaults + settings).map { prefix + $0 })
      entries = file.stages.filter { $0.type is any TransformStage.Type }
      source = file.stages[0]
      directory = file.directory
    } catch {
      throw PipelineFileError(
        diagnostics: error.diagnostics.map {
          moved($0, byLines: -defaults.count, columns: -prefix.utf8.count)
        })
    }
  }

  /// Why a text is not the setting of an option that is used, `stages.LABEL.KEY=VALUE`.
  private static func problem(ofSetting text: String, _ prefix: String) -> String? {
    let equals = text.utf8.firstIndex(of: UInt8(ascii: "="))
    let steps = text[..<(equals ?? text.startIndex)]
      .split(separator: ".", omittingEmptySubsequences: false)
    if steps.count < 3 || steps.contains("") {
      return "is no setting; write \(prefix == "stages." ? "LABEL.KEY=VALUE" : "KEY=VALUE")"
    }
    // The stages run on every document, for as long as it takes, and nothing is written.
    let isBesideOptions = steps.count == 3 && ["when", "timeout"].contains(steps[2])
    return isBesideOptions || steps[1] == "write" ? "has no effect here" : nil
  }

  /// Makes the stages.
  func make() throws(PipelineFileError) -> StageSet {
    var transforms: [any TransformStage] = []
    for entry in entries {
      guard let type = entry.type as? any TransformStage.Type else { continue }
      do throws(OptionProblem) {
        transforms.append(try opened(type, entry.options, context(entry)))
      } catch {
        throw PipelineFileError(diagnostics: [entry.diagnostic(for: error)])
      }
    }
    return StageSet(transforms, makeSource: makeSource)
  }

  /// Makes the source of one file, with the options that are set for all.
  private func makeSource(_ path: String) throws(OptionProblem) -> any SourceStage {
    guard let type = source.type as? any SourceStage.Type else {
      preconditionFailure("the first stage of a pipeline is a source")
    }
    let paths = Value.Member("paths", [.string(path)])
    let others = (source.options.members ?? []).filter { $0.key != paths.key }
    return try opened(type, .object(others + [paths]), context(source))
  }

  private func context(_ entry: StageEntry) -> StageContext {
    StageContext(label: entry.label, baseDirectory: directory, outputDirectory: directory)
  }
}

/// Opens the type of the stage, so that its options have a type.
private func opened<S: SourceStage>(
  _ type: S.Type, _ options: Value, _ context: StageContext
) throws(OptionProblem) -> any SourceStage {
  try S(options: S.Options(decoding: options), context: context)
}

/// As above.
private func opened<S: TransformStage>(
  _ type: S.Type, _ options: Value, _ context: StageContext
) throws(OptionProblem) -> any TransformStage {
  try S(options: S.Options(decoding: options), context: context)
}

/// Does something, or tells what is wrong with what the user gave.
///
/// - Returns: what to exit with.
func tellingMistakes(_ body: () throws -> Void) -> Int32 {
  let console = Console()
  do {
    try body()
    return ExitCode.done.rawValue
  } catch let error as UsageError {
    console.complain("error", error.message)
  } catch let error as PipelineFileError {
    for diagnostic in error.diagnostics { console.show(diagnostic) }
  } catch let error as EvaluationProblem {
    console.show(error.diagnostic)
  } catch {
    console.complain("error", "\(error)")
  }
  return ExitCode.usage.rawValue
}

/// The diagnostic, moved if it is about a setting.
private func moved(_ diagnostic: Diagnostic, byLines lines: Int, columns: Int) -> Diagnostic {
  var diagnostic = diagnostic
  if diagnostic.location?.file == "--set" {
    diagnostic.location?.line += lines
    diagnostic.location?.column += columns
  }
  return diagnostic
}

private func workingFolder() -> String {
  guard let folder = getcwd(nil, 0) else { return "." }
  defer { free(folder) }
  return String(cString: folder)
}
