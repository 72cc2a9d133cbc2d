import Runner
import StageKit
import StageLibraries

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let buildStageCommand = Command(
  name: "build-stage", operands: "FOLDER",
  summary: "build a library of stages so that it fits this program",
  discussion: """
    Runs 'swift build -c release' in the package FOLDER, with the sources of StageKit that this program
    was built with, and loads what comes out to see that it fits. A pipeline file uses it with
    'plugins: [FOLDER]', every command with WIREROOM_PLUGINS=FOLDER in the environment (several are
    separated by colons).

    A library that was built against another StageKit, by another compiler, would crash. It is refused
    before any of it runs, and has to be built again.
    """,
  options: [CommandOption("--debug", nil, "build for debugging: quicker to build, slower to run")],
  operandCount: 1...1, run: performBuildStage
)

private func performBuildStage(_ arguments: ParsedArguments) -> Int32 {
  let console = Console()
  let folder = arguments.operands[0]
  guard access(folder + "/Package.swift", R_OK) == 0 else {
    console.complain(
      "error", "'\(folder)' is no Swift package; 'wireroom new stage NAME' makes one")
    return ExitCode.usage.rawValue
  }
  guard let stageKit = stageKitFolder() else {
    console.complain(
      "error",
      "the sources of StageKit are not beside this program; 'make install' puts them there, "
        + "or name them in the environment variable WIREROOM_STAGEKIT")
    return ExitCode.systemFailure.rawValue
  }
  setenv("WIREROOM_STAGEKIT", stageKit, 1)
  let isDebug = arguments.switches.contains("--debug")
  let code = runInForeground(
    ["swift", "build", "--package-path", folder, "-c", isDebug ? "debug" : "release"])
  guard code == 0 else {
    console.complain("error", "'swift build' ended with code \(code)")
    return ExitCode.someFailed.rawValue
  }
  do throws(StageLibraryProblem) {
    let names = try StageLibrary.load(folder).map { $0.descriptor.name }
    printResult("built \(folder): \(names.joined(separator: ", "))")
    return ExitCode.done.rawValue
  } catch {
    console.complain("error", error.message)
    return ExitCode.someFailed.rawValue
  }
}

/// The folder of StageKit's sources, absolute: named in the environment, installed beside the program,
/// or in the checkout that the program was built in.
func stageKitFolder() -> String? {
  if let named = getenv("WIREROOM_STAGEKIT") { return String(cString: named) }
  guard let program = resolvedProgramPath() else { return nil }
  var folder = program[...]
  func parent(_ path: Substring) -> Substring {
    path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
  }
  folder = parent(folder)
  if access("\(folder)/StageKit/Package.swift", R_OK) == 0 { return "\(folder)/StageKit" }
  while !folder.isEmpty {
    let candidate = "\(folder)/Sources/StageKit"
    if access(candidate + "/Package.swift", R_OK) == 0 { return candidate }
    folder = parent(folder)
  }
  return nil
}

/// The absolute path of this program, links resolved.
func resolvedProgramPath() -> String? {
  #if canImport(Darwin)
    var size: UInt32 = 4096
    var buffer = [CChar](repeating: 0, count: Int(size))
    guard _NSGetExecutablePath(&buffer, &size) == 0, let path = realpath(buffer, nil) else {
      return nil
    }
  #else
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
  #endif
  defer { free(path) }
  return String(cString: path)
}

/// Runs a program to its end, with the standard streams of this one.
///
/// - Returns: its exit code; 127 if it could not be started, 128 and its number after a signal.
func runInForeground(_ arguments: [String]) -> Int32 {
  var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
  defer { for word in words { free(word) } }
  var process = pid_t()
  guard posix_spawnp(&process, arguments[0], nil, nil, &words, environ) == 0 else { return 127 }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 && errno == EINTR {}
  // The macros that take a status apart are not visible from Swift.
  let signal = status & 0x7F
  return signal == 0 ? status >> 8 & 0xFF : 128 + signal
}
