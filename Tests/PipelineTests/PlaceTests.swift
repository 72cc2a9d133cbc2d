import Foundation
import TestSupport
import Testing

/// Where a pipeline may write.
@Suite struct PlaceTests {
  private func workplace(run: String = "", write: String = "{path: out.jsonl}") throws -> Workplace
  {
    let workplace = try Workplace()
    try workplace.write(
      "p.yaml",
      """
      name: p
      run: {\(run)}
      stages:
        - fetch: {paths: [in]}
        - write: \(write)

      """)
    try workplace.write("in/a.txt", "Harbour reopens\n\nA ship came in. It left.\n")
    return workplace
  }

  @Test(arguments: [
    ("", "{path: p.yaml}", "5:19", "the output and the pipeline file would overwrite"),
    ("", "{path: link.yaml}", "5:19", "the output and the pipeline file would overwrite"),
    ("", "{path: p.manifest.json}", "5:19", "the output and the manifest would overwrite"),
    (
      "", "{path: .wireroom/p/ledger.sqlite}", "5:19",
      "the output 'DIR/.wireroom/p/ledger.sqlite' would lie in the state folder "
        + "'DIR/.wireroom/p', which holds nothing else; name another place"
    ),
    (
      "", "{path: ./, format: json}", "5:19",
      "the pipeline file 'DIR/p.yaml' would lie in the output 'DIR', which holds nothing else"
    ),
    ("metrics: p.yaml", "{path: o}", "2:16", "the metrics and the pipeline file would overwrite"),
    ("metrics: ./p.manifest.json", "{path: o}", "2:16", "the metrics and the manifest would"),
    (
      "metrics: .wireroom/p/ledger.sqlite", "{path: o}", "2:16",
      "the metrics 'DIR/.wireroom/p/ledger.sqlite' would lie in the state folder"
    ),
    (
      "metrics: DIR/o.jsonl", "{path: ./o.jsonl}", "2:16",
      "the metrics and the output would overwrite each other at 'DIR/o.jsonl'; name another place"
    ),
    ("state: .", "{path: o}", "2:14", "the pipeline file 'DIR/p.yaml' would lie in the state"),
    ("state: o", "{path: o}", "5:19", "the output and the state folder would overwrite each other"),
    ("output: ~/x", "{path: o}", "2:15", "'output' of 'run': '~' is not expanded, write '${HOME}'"),
    ("state: ~ada/x", "{path: o}", "2:14", "'state' of 'run': '~' is not expanded"),
    ("metrics: '~'", "{path: o}", "2:16", "'metrics' of 'run': '~' is not expanded"),
    ("", "{path: ~/o}", "5:19", "'path' of stage 'write': '~' is not expanded"),
    ("", "{path: '-', format: json}", "5:19", "only 'format: jsonl' goes to standard output"),
  ])
  func refusesPlacesThatAreTaken(
    _ run: String, _ write: String, _ place: String, _ message: String
  ) throws {
    let workplace = try workplace()
    // As the program names it, for which links have been followed.
    let folder = workplace.url("").resolvingSymlinksInPath().path
    func here(_ text: String) -> String { text.replacingOccurrences(of: "DIR", with: folder) }
    let text = try #require(String(bytes: workplace.read("p.yaml"), encoding: .utf8))
    try workplace.write(
      "p.yaml",
      text.replacingOccurrences(of: "run: {}", with: here("run: {\(run)}"))
        .replacingOccurrences(of: "{path: out.jsonl}", with: write))
    try FileManager.default.createSymbolicLink(
      atPath: workplace.url("link.yaml").path, withDestinationPath: "p.yaml")
    for command in ["check", "run"] {
      let result = try workplace.run(command, "p.yaml")
      #expect(result.code == 2)
      #expect(result.messages.hasPrefix("p.yaml:\(place): error: "), "\(result.messages)")
      #expect(result.messages.contains(here(message)), "\(result.messages)")
    }
    #expect(!workplace.exists(".wireroom") && !workplace.exists("~"))
  }

  @Test func messagesShowPathsWithoutDetours() throws {
    let workplace = try workplace(run: "output: ./out", write: "{path: .//records.jsonl}")
    let result = try workplace.run("run", "p.yaml")
    #expect(result.code == 0)
    #expect(result.messages.hasSuffix("\(workplace.path)/out/records.jsonl\n"))
    let other = try workplace.run("run", "p.yaml", "--output", "./other")
    #expect(other.messages.hasSuffix("\(workplace.path)/other/records.jsonl\n"))
  }

  @Test func onlyOneOutputGoesToStandardOutput() throws {
    let workplace = try workplace(write: "{path: '-'}\n  - write: {path: sub/-}\n    label: file")
    let result = try workplace.run("run", "p.yaml")
    #expect(result.code == 0, "\(result.messages)")
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(try String(decoding: workplace.read("sub/-"), as: UTF8.self) == result.output)
    let twice = try self.workplace(write: "{path: '-'}\n  - write: {path: '-'}\n    label: again")
    let refused = try twice.run("check", "p.yaml")
    #expect(refused.code == 2)
    #expect(refused.messages.hasPrefix("p.yaml:6:19: error: 'path' of stage 'write': two outputs"))
  }

  @Test(arguments: [
    (["run", "p.yaml", "--state", ""], "'--state' needs a folder, not an empty text"),
    (["run", "p.yaml", "--output="], "'--output' needs a folder, not an empty text"),
    (["status", "p.yaml", "--state", ""], "'--state' needs a folder, not an empty text"),
    (["quarantine", "list", "p.yaml", "--output", ""], "'--output' needs a folder"),
    (["doctor", "p.yaml", "--state", ""], "'--state' needs a folder, not an empty text"),
    (["run", "p.yaml", "--output=~/x"], "'~' is not expanded in '--output=~/x'; write '$HOME'"),
    (["run", "p.yaml", ""], "an empty path names no input"),
  ])
  func refusesPlacesOnTheCommandLineThatNameNothing(_ arguments: [String], _ message: String) throws
  {
    let workplace = try workplace()
    let result = try workplace.start(arguments).wait()
    #expect(result.code == 2)
    #expect(result.messages.hasPrefix("wireroom: error: " + message), "\(result.messages)")
    #expect(!workplace.exists(".wireroom"))
  }

  /// Also where links lead to it, and where names that start with a dot are taken.
  @Test(arguments: [
    ("", "{paths: [.]}", "{path: out.jsonl}"),
    ("metrics: metrics.txt", "{paths: [.], hidden: true}", "{path: out.jsonl}"),
    ("", "{paths: [in]}", "{path: in/out, format: json}"),
    ("state: in/st, output: in/out", "{paths: [in]}", "{path: out.jsonl}"),
    ("", "{paths: ['in/**/*.*']}", "{path: in/link/out.jsonl}"),
    ("", "{paths: [in]}", "{path: aside, format: json}"),
  ])
  func whatARunHasWrittenIsNoInputOfTheNext(
    _ run: String, _ fetch: String, _ write: String
  ) throws {
    let workplace = try workplace()
    try workplace.write(
      "p.yaml", "name: p\nrun: {\(run)}\nstages:\n  - fetch: \(fetch)\n  - write: \(write)\n")
    try workplace.write("in/bad.txt.gz", Data([0x1F, 0x8B, 8, 0]))
    for (link, target) in [("in/link", "../elsewhere"), ("in/aside", "../aside")] {
      try FileManager.default.createSymbolicLink(
        atPath: workplace.url(link).path, withDestinationPath: target)
    }
    for folder in ["elsewhere", "aside"] {
      try FileManager.default.createDirectory(
        at: workplace.url(folder), withIntermediateDirectories: true)
    }
    let options = ["--log", "json", "--set", "run.vanish_limit=0"]
    for number in 0..<3 {
      // The files of this test for what the program says are none of its inputs.
      let result = try workplace.start(
        ["run", "p.yaml"] + options + ["--set", "stages.fetch.exclude=['*.out', '*.err']"]
      ).wait()
      let end = try #require(result.messages.split(separator: "\n").last)
      #expect(end.contains(#""documents":2,"#), "\(result.messages)")
      #expect(end.contains(#""exit":\#(number == 0 ? 1 : 0),"#), "\(result.messages)")
    }
  }

  @Test(arguments: [
    ("{paths: [out]}", "{path: out, format: json}", "DIR/out"),
    ("{paths: [out/sub]}", "{path: out, format: json}", "DIR/out/sub"),
    ("{paths: ['.wireroom/p/*']}", "{path: o}", "DIR/.wireroom/p"),
    ("{roots: {own: out.jsonl}}", "{path: out.jsonl}", "DIR/out.jsonl"),
  ])
  func ownPlacesAreNoInputs(_ fetch: String, _ write: String, _ path: String) throws {
    let workplace = try workplace(write: write)
    #expect(try workplace.run("run", "p.yaml").code == 0)
    if write.contains("json}") { try workplace.write("out/sub/.keep", "") }
    try workplace.write(
      "p.yaml", "name: p\nrun: {}\nstages:\n  - fetch: \(fetch)\n  - write: \(write)\n")
    let result = try workplace.run("check", "p.yaml")
    #expect(result.code == 2)
    #expect(result.messages.hasPrefix("p.yaml:4:"), "\(result.messages)")
    let folder = workplace.url("").resolvingSymlinksInPath().path
    let place = path.replacingOccurrences(of: "DIR", with: folder)
    #expect(
      result.messages.contains("'\(place)' is written by this pipeline itself"),
      "\(result.messages)")
  }

  /// Such as a copy in quarantine, which `debug` shows the way of.
  @Test func aFileThatIsNamedOnTheCommandLineIsMeant() throws {
    let workplace = try workplace()
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 0)
    try workplace.write(".wireroom/p/quarantine/x/raw", "A ship came in.")
    let result = try workplace.run(
      "debug", ".wireroom/p/quarantine/x/raw", "--pipeline", "p.yaml")
    #expect(result.code == 0, "\(result.messages)")
    #expect(result.output.hasPrefix("raw: 15 bytes, "), "\(result.output)")
  }

  @Test func unitsOfSystemdNeedAHomeFolder() throws {
    let workplace = try workplace()
    let text = try #require(String(bytes: workplace.read("p.yaml"), encoding: .utf8))
    try workplace.write("p.yaml", "schedule: |\n  0 3 * * *\n" + text)
    let result = try workplace.run(
      "schedule", "show", "p.yaml", "--systemd", environment: ["HOME": "", "XDG_CONFIG_HOME": ""])
    #expect(result.code == 2)
    #expect(result.output == "" && result.messages.contains("HOME is not set to an absolute path"))
    #expect(try workplace.run("schedule", "show", "p.yaml", "--systemd").code == 0)
  }
}
