import Foundation
import TestSupport
import Testing

/// `wireroom doctor` as its users meet it.
@Suite struct DoctorCommandTests {
  private func workplace(paths: String = "in") throws -> Workplace {
    let workplace = try Workplace()
    try workplace.write(
      "p.yaml",
      """
      name: test
      run: {output: out}
      stages:
        - fetch: {paths: ["\(paths)"]}
        - write: {path: records.jsonl}

      """)
    try workplace.write("in/a.txt", "Harbour reopens\n\nA ship came in. It left.\n")
    return workplace
  }

  private func lines(_ result: Workplace.Result) -> [String] {
    result.output.split(separator: "\n").map(String.init)
  }

  @Test func hasALineForEverythingAndExitsWithZeroWhereAllIsWell() throws {
    let workplace = try workplace()
    #expect(try workplace.run("run", "p.yaml", "--quiet").code == 0)
    let result = try workplace.run("doctor", "p.yaml")
    #expect(result.code == 0 && result.messages == "")
    let subjects = lines(result).map { $0.split(separator: ": ")[1] }
    #expect(
      subjects == [
        "pipeline file", "inputs", "state", "output", "disk", "lock", "ledger", "spool", "clock",
        "program", "locale", "time zone",
      ])
    #expect(
      lines(result)[1] == "ok: inputs: '\(workplace.path)/in' can be read; first comes 'a.txt'")
    // The program of the tests is in a build folder, or in what it is copied to.
    let quiet = try workplace.run("doctor", "p.yaml", "--quiet")
    #expect(quiet.code == 0 && lines(quiet).allSatisfy { $0.hasPrefix("warning: ") })
    // Nothing has been published or forgotten.
    #expect(try workplace.run("run", "p.yaml").messages.contains("1 unchanged"))
  }

  @Test func missesVariablesThatCronDoesNotSet() throws {
    let workplace = try workplace(paths: "${INPUTS_OF_TEST}")
    let result = try workplace.run("doctor", "p.yaml", environment: ["INPUTS_OF_TEST": "in"])
    #expect(result.code == 1)
    let first = try #require(lines(result).first)
    #expect(first.hasPrefix("error: pipeline file: p.yaml:4:22: error: "))
    #expect(first.contains("'INPUTS_OF_TEST' is not set; "))
    #expect(
      first.hasSuffix(
        "; this is so under cron, where few environment variables are set; "
          + "set in the crontab what is set here"))
    // The rest is checked as it is here.
    #expect(lines(result).contains { $0.hasPrefix("ok: inputs: ") })
  }

  @Test func warnsOfVariablesWhoseDefaultWouldCount() throws {
    let workplace = try workplace(paths: "${INPUTS_OF_TEST:-in}")
    #expect(try lines(workplace.run("doctor", "p.yaml"))[0].hasPrefix("ok: "))
    let result = try workplace.run("doctor", "p.yaml", environment: ["INPUTS_OF_TEST": "/"])
    #expect(result.code == 0)
    #expect(
      lines(result).prefix(2) == [
        "warning: pipeline file: 'INPUTS_OF_TEST' is set here, but not under cron, where the default "
          + "counts; set it in the crontab too",
        "ok: inputs: '\(workplace.path)/in' can be read; first comes 'a.txt'",
      ])
    let home = try self.workplace(paths: "${HOME}")
    #expect(try !lines(home.run("doctor", "p.yaml"))[0].contains("crontab"))
  }

  @Test func showsAllMistakesOfThePipelineFile() throws {
    let workplace = try workplace(paths: "gone")
    let result = try workplace.run("doctor", "p.yaml")
    #expect(result.code == 1)
    #expect(lines(result)[0].hasPrefix("error: pipeline file: p.yaml:4:21: error: "))
    #expect(lines(result).contains { $0.hasPrefix("ok: time zone: ") || $0.contains("time zone") })
    #expect(!lines(result).contains { $0.contains("inputs: ") })
  }

  @Test func knowsALocaleThatIsNotThere() throws {
    let result = try workplace().run(
      "doctor", "p.yaml", environment: ["LC_ALL": "xx_YY.UTF-8", "TZ": "Nowhere/At_All"])
    #expect(result.code == 0)
    #expect(
      lines(result).contains(
        "warning: locale: the one that LC_ALL, LC_CTYPE or LANG names is not installed, which "
          + "confuses commands of 'notify'; set LC_ALL=C.UTF-8"))
    #expect(lines(result).last?.hasPrefix("warning: time zone: TZ names 'Nowhere/At_All'") == true)
  }
}
