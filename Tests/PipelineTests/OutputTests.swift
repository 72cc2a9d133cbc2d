import Foundation
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is in the outputs when inputs go, pipelines change and files are touched by others.
@Suite struct OutputTests {
  private func workplace(_ run: String = "", sinks: String) throws -> Workplace {
    let workplace = try Workplace()
    try writePipeline(workplace, run, sinks: sinks)
    for name in ["a", "b", "c"] {
      try workplace.write("in/\(name).txt", "Harbour \(name)\n\nA ship came in. It left.\n")
    }
    return workplace
  }

  private func writePipeline(_ workplace: Workplace, _ run: String, sinks: String) throws {
    try workplace.write(
      "p.yaml",
      """
      name: test
      run: {\(run)}
      stages:
        - fetch: {paths: [in]}
        - clean
      \(sinks)

      """)
  }

  private func lines(_ workplace: Workplace, _ name: String) throws -> [String] {
    try String(decoding: workplace.read(name), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }

  private func remove(_ workplace: Workplace, _ name: String) throws {
    try FileManager.default.removeItem(at: workplace.url(name))
  }

  @Test func anOutputThatNoDocumentGoesToIsEmpty() throws {
    let workplace = try workplace(
      sinks: "  - write: {path: german.jsonl}\n    when: language == de")
    for _ in 1...2 {
      let result = try workplace.run("run", "p.yaml")
      #expect(result.code == 0, "\(result.messages)")
      #expect(try lines(workplace, "german.jsonl").isEmpty)
    }
    #expect(try workplace.run("doctor", "p.yaml").code == 0)
    try workplace.write(
      "in/de.txt",
      "Der Hafen ist am Freitag wieder offen, und das ist auch gut so, sagte der Rat.\n")
    #expect(try workplace.run("run", "p.yaml").code == 0)
    #expect(try lines(workplace, "german.jsonl").count == 1)
    try workplace.write("in/d.txt", "Harbour d\n\nA ship came in. It left.\n")
    #expect(try workplace.run("run", "p.yaml").code == 0)
    #expect(try lines(workplace, "german.jsonl").count == 1)
  }

  @Test func anInputIsNotOverwrittenThoughAnotherOutputWasPublished() throws {
    let workplace = try workplace(sinks: "  - write: {path: all.jsonl}")
    #expect(try workplace.run("run", "p.yaml").code == 0)
    let article = try workplace.read("in/a.txt")
    let result = try workplace.run("run", "p.yaml", "--set", "stages.write.path=in/a.txt")
    #expect(result.code == 2, "\(result.messages)")
    #expect(result.messages.contains("lies among the inputs"), "\(result.messages)")
    #expect(try workplace.read("in/a.txt") == article)
  }

  /// What is kept of an input that is gone was made for the sinks of that time.
  @Test(arguments: ["on_vanish: keep", "on_vanish: keep, keep: clean"])
  func recordsStayInTheOutputThatTheyWereMadeFor(_ run: String) throws {
    let workplace = try workplace(run, sinks: "  - write: {path: all.jsonl}")
    #expect(try workplace.run("run", "p.yaml").code == 0)
    let old = try lines(workplace, "all.jsonl")
    try remove(workplace, "in/a.txt")
    try writePipeline(
      workplace, run,
      sinks: """
          - write: {path: ids.jsonl, fields: [id]}
          - write: {path: all.jsonl}
            label: all
        """)
    let second = try workplace.run("run", "p.yaml")
    #expect(second.code == 0, "\(second.messages)")
    #expect(try lines(workplace, "all.jsonl") == old)
    #expect(try lines(workplace, "ids.jsonl") == [#"{"id":"b.txt"}"#, #"{"id":"c.txt"}"#])
    #expect(
      second.messages.contains("ids.jsonl' lacks 1 document"), "\(second.messages)")

    // And back, without the first of two.
    try writePipeline(workplace, run, sinks: "  - write: {path: all.jsonl}")
    #expect(try workplace.run("run", "p.yaml").code == 0)
    #expect(try lines(workplace, "all.jsonl") == old)
  }

  @Test func restoresAManifestAndFilesThatWereRemoved() throws {
    let workplace = try workplace(sinks: "  - write: {path: out, format: json}")
    #expect(try workplace.run("run", "p.yaml").code == 0)
    let record = try workplace.read("out/a.txt.json")
    try remove(workplace, "out/a.txt.json")
    #expect(try workplace.run("run", "p.yaml").code == 0)
    #expect(try workplace.read("out/a.txt.json") == record)
    try remove(workplace, "test.manifest.json")
    #expect(try workplace.run("run", "p.yaml").code == 0)
    #expect(workplace.exists("test.manifest.json"))
  }

  /// Two states, one output: whoever comes second must not write into the file of the first.
  @Test(arguments: ["all.jsonl", "tree"])
  func noTwoRunsWriteOneOutputAtOnce(_ output: String) throws {
    let isFolder = output == "tree"
    let workplace = try workplace(
      sinks: "  - write: {path: \(output)\(isFolder ? ", format: json" : "")}")
    let beside = workplace.path + (isFolder ? "/tree.wireroom-new" : "/.all.jsonl.wireroom-new")
    if isFolder { mkdir(beside, 0o755) }
    let descriptor = open(beside, isFolder ? O_RDONLY : O_WRONLY | O_CREAT, 0o644)
    try #require(descriptor >= 0)
    flock(descriptor, LOCK_EX)
    // What the other run is about to put in place beside it.
    try workplace.write("test.manifest.json.wireroom-new", "theirs")
    let busy = try workplace.run("run", "p.yaml")
    #expect(busy.code == 75)
    #expect(
      busy.messages.contains(
        "another run is writing the output '\(workplace.path)/\(output)' at this moment"),
      "\(busy.messages)")
    #expect(
      try workplace.read("test.manifest.json.wireroom-new") == Data("theirs".utf8))
    close(descriptor)
    #expect(try workplace.run("run", "p.yaml").code == 0)
    #expect(workplace.exists(isFolder ? "tree/a.txt.json" : "all.jsonl"))
  }

  @Test(arguments: [("all.jsonl", 0o600), ("tree", 0o750)])
  func whoMayReadAnOutputStaysTheSame(_ output: String, _ mode: Int) throws {
    let workplace = try workplace(
      sinks: "  - write: {path: \(output)\(output == "tree" ? ", format: json" : "")}")
    #expect(try workplace.run("run", "p.yaml").code == 0)
    let path = workplace.url(output).path
    #expect(chmod(path, mode_t(mode)) == 0)
    try workplace.write("in/d.txt", "Another ship.\n")
    #expect(try workplace.run("run", "p.yaml").code == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == mode)
  }

  @Test func aProjectThatWasMovedGoesOn() throws {
    let workplace = try Workplace()
    try workplace.write(
      "old/p.yaml",
      """
      name: test
      stages:
        - fetch: {paths: [in]}
        - write: {path: all.jsonl}

      """)
    try workplace.write("old/in/a.txt", "A ship came in.\n")
    #expect(try workplace.run("run", "old/p.yaml").code == 0)
    try FileManager.default.moveItem(at: workplace.url("old"), to: workplace.url("new"))
    let moved = try workplace.run("run", "new/p.yaml")
    #expect(moved.code == 0, "\(moved.messages)")
    #expect(moved.messages.hasPrefix("done: 1 document = 0 written + 1 unchanged"))

    // Other inputs are still refused, and the ledger tells of it.
    try workplace.write("other/b.txt", "Another ship.\n")
    #expect(try workplace.run("run", "new/p.yaml", "other").code == 2)
    let status = try workplace.run("status", "new/p.yaml").output
    #expect(status.contains(" 2 "), "\(status)")
  }
}
