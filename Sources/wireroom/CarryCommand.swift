import Runner
import StageProtocol

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a run starts to have documents carried by processes of their own. Not for people, so that it is
/// not among the commands that the help shows.
let carryCommand = Command(
  name: "carry-documents", operands: runCommand.operands,
  summary: "carry single documents for a run", discussion: "",
  options: runCommand.options, operandCount: runCommand.operandCount, run: performCarrying)

private func performCarrying(_ arguments: ParsedArguments) -> Int32 {
  guard let plan = makePlan(arguments, Console()) else { return ExitCode.usage.rawValue }
  return ChainServer(plan).serve()
}

/// How to start this program for that.
///
/// - Parameter arguments: those of a run of the same plan, behind `run`.
func isolationCommand(_ arguments: [String]) -> ChildCommand? {
  #if canImport(Darwin)
    var size = UInt32(0)
    _ = _NSGetExecutablePath(nil, &size)
    var buffer = [CChar](repeating: 0, count: Int(size))
    guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
    let program = String(
      decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  #else
    // Stays the same program also where its file has been replaced meanwhile.
    let program = "/proc/self/exe"
  #endif
  guard let folder = getcwd(nil, 0) else { return nil }
  defer { free(folder) }
  guard let directory = String(validatingCString: folder) else { return nil }
  // What Swift prints when it traps takes a second and more, and would hide what the message is to tell.
  let hasOwnWish = getenv("SWIFT_BACKTRACE") != nil
  return ChildCommand(
    [program, carryCommand.name] + arguments, directory: directory,
    environment: hasOwnWish ? [] : [("SWIFT_BACKTRACE", "enable=no")])
}
