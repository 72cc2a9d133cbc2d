import Foundation
import PackagePlugin

/// Adds a source file to a target that says which StageKit it is built against.
///
/// The program and every library of stages are built with it. Two that say the same may share values;
/// two that differ must not, because nothing else notices that a type has changed its layout.
@main
struct StageFingerprint: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    // From where this file lies, the package is known wherever it is used.
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let package = folder.deletingLastPathComponent().deletingLastPathComponent()
    let script = folder.appending(path: "write-fingerprint")
    let compiler = try context.tool(named: "swiftc").url
    let output = context.pluginWorkDirectoryURL.appending(path: "StageKitFingerprint.swift")
    let sources = try files(below: package.appending(path: "Sources"))
    return [
      .buildCommand(
        displayName: "Fingerprint of StageKit for \(target.name)",
        executable: URL(fileURLWithPath: "/bin/sh"),
        arguments: [script.path, package.path, compiler.path, output.path],
        inputFiles: [script, compiler, package.appending(path: "Package.swift")] + sources,
        outputFiles: [output])
    ]
  }

  private func files(below folder: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
  }
}
