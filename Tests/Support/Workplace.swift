public import Foundation

/// The folder of the package, found from where this file lies.
public let packageFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A folder for one test, gone at its end, in which the real program can be run.
public final class Workplace: Sendable {
  public let path: String

  /// - Parameter isInMemory: whether the folder is to be in memory where the system has a place for
  ///   that. Only a loss of power tells the difference, and waiting for disks is left out.
  public init(isInMemory: Bool = false) throws {
    let memory = "/dev/shm"
    let parent =
      isInMemory && FileManager.default.isWritableFile(atPath: memory)
      ? URL(fileURLWithPath: memory) : FileManager.default.temporaryDirectory
    path = parent.appending(path: "wireroom-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  public func url(_ name: String) -> URL { URL(fileURLWithPath: "\(path)/\(name)") }

  public func read(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }

  public func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  public func write(_ name: String, _ bytes: Data) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url(name))
  }

  public func remove(_ name: String) throws { try FileManager.default.removeItem(at: url(name)) }

  public func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(name)")
  }

  /// What the program said and exited with.
  public struct Result: Sendable {
    /// 128 and more for a signal.
    public var code: Int32
    public var output: String
    public var messages: String
  }

  /// A program or library that was built together with the tests and lies beside them.
  public static func built(_ name: String) throws -> URL {
    let folders = [
      Bundle(for: Workplace.self).bundleURL.deletingLastPathComponent(),
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
    ]
    guard
      let url = folders.map({ $0.appending(path: name) }).first(where: {
        FileManager.default.isReadableFile(atPath: $0.path)
      })
    else { throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: name]) }
    return url
  }

  /// Starts the program with this folder as its working folder.
  public func start(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> RunningProgram {
    let process = Process()
    process.executableURL = try Self.built("wireroom")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let identifier = UUID().uuidString
    let outputs = ["out", "err"].map { url(".\(identifier).\($0)") }
    for output in outputs { try Data().write(to: output) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputs[0])
    process.standardError = try FileHandle(forWritingTo: outputs[1])
    try process.run()
    return RunningProgram(process: process, outputs: outputs)
  }

  /// Runs the program to its end.
  public func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
    try start(arguments, environment: environment).wait()
  }
}

/// The program while it runs.
public struct RunningProgram {
  public let process: Process
  fileprivate let outputs: [URL]

  public var identifier: pid_t { process.processIdentifier }

  public func wait() throws -> Workplace.Result {
    process.waitUntilExit()
    let texts = try outputs.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    for output in outputs { try FileManager.default.removeItem(at: output) }
    let signalled = process.terminationReason == .uncaughtSignal
    return Workplace.Result(
      code: (signalled ? 128 : 0) + process.terminationStatus, output: texts[0],
      messages: texts[1])
  }
}
