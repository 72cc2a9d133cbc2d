import Diagnostics
import PipelineFile
import StageCatalog
import StageKit
import StageLibraries
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The environment variable that names libraries with stages.
let pluginsVariable = "WIREROOM_PLUGINS"

/// The built-in stages and those of the libraries that `WIREROOM_PLUGINS` names, separated by colons.
///
/// - Throws: what is wrong with a library.
func knownStages() throws(PipelineFileError) -> [any Stage.Type] {
  guard let paths = getenv(pluginsVariable).map({ String(cString: $0) }), !paths.isEmpty else {
    return builtInStages
  }
  var stages = builtInStages
  for path in paths.split(separator: ":") {
    do throws(StageLibraryProblem) {
      stages = try add(StageLibrary.load(String(path)), to: stages, from: String(path))
    } catch {
      throw PipelineFileError(
        diagnostics: [Diagnostic(.error, "\(pluginsVariable): \(error.message)")])
    }
  }
  return stages
}

/// The same, where what is wrong is told and `nil` returned.
func knownStages(_ console: Console) -> [any Stage.Type]? {
  do throws(PipelineFileError) {
    return try knownStages()
  } catch {
    for diagnostic in error.diagnostics { console.show(diagnostic) }
    return nil
  }
}

private func add(
  _ added: [any Stage.Type], to stages: [any Stage.Type], from path: String
) throws(StageLibraryProblem) -> [any Stage.Type] {
  let names = stages.map { $0.descriptor.name }
  if let twice = added.first(where: { names.contains($0.descriptor.name) }) {
    throw StageLibraryProblem(
      "'\(path)' has a stage '\(twice.descriptor.name)', but there is one of that name already")
  }
  return stages + added
}

/// Loads what a pipeline file names under `plugins`.
func loadPlugin(_ path: String) throws(OptionProblem) -> [any Stage.Type] {
  do throws(StageLibraryProblem) {
    return try StageLibrary.load(path)
  } catch {
    throw OptionProblem("plugins", error.message)
  }
}
