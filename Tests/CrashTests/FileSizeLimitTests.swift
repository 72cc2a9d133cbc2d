import Foundation
import TestSupport
import Testing

/// Not among the tests of threads: their sanitizer needs larger files itself.
@Suite struct FileSizeLimitTests {
  @Test(arguments: [1, 40, 100, 400])
  func aLimitToTheSizeOfFilesIsToldLikeAFullDisk(_ blocks: Int) throws {
    let workplace = try Workplace()
    try workplace.write(
      "p.yaml",
      """
      name: test
      stages: [{fetch: {paths: [in]}}, clean, segment, {write: {path: out.jsonl}}]

      """)
    try workplace.write("in/a.txt", "Harbour reopens\n\nA ship came in. It left.\n")
    try workplace.write(
      "in/long.txt", String(repeating: "A ship came in. It left.\n\n", count: 10_000))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "ulimit -f \(blocks); exec \"$0\" run p.yaml", try Workplace.built("wireroom").path,
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: workplace.path)
    let messages = Pipe()
    process.standardError = messages
    try process.run()
    let text = String(
      decoding: try messages.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    // Which of the files reaches the limit first is not said here.
    #expect(process.terminationReason == .exit && process.terminationStatus == 74, "\(text)")
    #expect(text.contains("wireroom: error: "), "\(text)")
    #expect(!workplace.exists("out.jsonl"))
  }
}
