import Testing

@testable import Schedule

private let entry = """
  # wireroom begin news /home/ann/news.yaml
  15 3 * * * /usr/local/bin/wireroom run --quiet /home/ann/news.yaml \
  >>/home/ann/.wireroom/news/cron.log 2>&1
  # wireroom end news /home/ann/news.yaml

  """
private let otherEntry = """
  # wireroom begin news /home/ann/other/news.yaml
  0 4 * * * true
  # wireroom end news /home/ann/other/news.yaml

  """

private func installed(_ text: String, _ run: ScheduledRun) throws -> String {
  var crontab = Crontab(Array(text.utf8))
  try crontab.install(run)
  return String(decoding: crontab.bytes, as: UTF8.self)
}

private func removed(_ text: String, _ pipeline: String = "/home/ann/news.yaml") throws -> String {
  var crontab = Crontab(Array(text.utf8))
  _ = try crontab.remove(pipeline: pipeline)
  return String(decoding: crontab.bytes, as: UTF8.self)
}

/// Crontabs of people, each with bytes that are easily lost.
private let others = [
  "",
  "MAILTO=ann\n",
  "# m h dom mon dow command\n\n\n0 5 * * 1 tar -zcf /b.tgz /home/ # 100\\% of it %input%\n",
  "PATH=/opt/bin:/bin\r\n@daily echo 'wireroom'\r\n\r\n",
  "#wireroom begin x\n# wireroom is great\n# wireroom beginning\n",
  "\n \t\n\u{FEFF}* * * * * true\n",
]

@Suite struct CrontabTests {
  @Test(arguments: others) func leavesOtherLinesAsTheyAre(_ text: String) throws {
    let run = try makeRun()
    #expect(try installed(text, run) == text + entry)
    #expect(try removed(text + entry) == text)
    #expect(try removed(text) == text)
    #expect(try installed(text + entry + text, run) == text + entry + text)
    #expect(try removed(text + entry + text) == text + text)
  }

  @Test func leavesBytesThatAreNoTextAsTheyAre() throws {
    let bytes: [UInt8] = Array("0 1 * * * echo caf".utf8) + [0xE9, 0xFF, 0x00, 0x0A]
    var crontab = Crontab(bytes)
    try crontab.install(makeRun())
    #expect(crontab.bytes == bytes + Array(entry.utf8))
    let found = try crontab.remove(pipeline: "/home/ann/news.yaml")
    #expect(found)
    #expect(crontab.bytes == bytes)
  }

  @Test func endsALastLineThatHasNoEnd() throws {
    #expect(try installed("0 1 * * * true", makeRun()) == "0 1 * * * true\n" + entry)
    #expect(try removed("0 1 * * * true\n" + entry.dropLast()) == "0 1 * * * true\n")
  }

  @Test func replacesAnEntryInItsPlace() throws {
    let before = "A=1\n" + entry + otherEntry + "B=2\n"
    let after = try installed(before, makeRun(at: "@hourly"))
    #expect(after == before.replacing("15 3 * * *", with: "@hourly"))
    #expect(try removed(after) == "A=1\n" + otherEntry + "B=2\n")
  }

  @Test func findsAnEntryByItsPathAlone() throws {
    let renamed = try installed("A=1\n" + entry + "B=2\n", makeRun(name: "daily news"))
    #expect(renamed.contains("# wireroom begin daily news /home/ann/news.yaml\n"))
    #expect(try removed(renamed) == "A=1\nB=2\n")
    #expect(try installed(otherEntry, makeRun()) == otherEntry + entry)
  }

  @Test func keepsOneOfSeveralEntries() throws {
    #expect(
      try installed(entry + "A=1\n" + entry + otherEntry, makeRun()) == entry + "A=1\n" + otherEntry
    )
    #expect(try removed(entry + "A=1\n" + entry) == "A=1\n")
  }

  @Test func understandsMarksWithCarriageReturns() throws {
    let text = "A=1\r\n" + entry.replacing("\n", with: "\r\n") + "B=2\r\n"
    #expect(try installed(text, makeRun()) == "A=1\r\n" + entry + "B=2\r\n")
    #expect(try removed(text) == "A=1\r\nB=2\r\n")
  }

  @Test func refusesMarksThatDoNotPair() throws {
    let begin = "# wireroom begin news /home/ann/news.yaml\n"
    let end = "# wireroom end news /home/ann/news.yaml\n"
    let cases: [(String, ScheduleError)] = [
      ("A=1\n" + begin + "0 1 * * * true\n", .markerWithoutEnd(line: 2)),
      (begin + begin + end, .markerWithoutEnd(line: 1)),
      (begin + otherEntry + end, .markerWithoutEnd(line: 1)),
      (begin + "# wireroom end news /elsewhere.yaml\n", .markerWithoutEnd(line: 1)),
      ("A=1\n\n" + end + begin, .markerWithoutBegin(line: 3)),
      (entry + end, .markerWithoutBegin(line: 4)),
      ("# wireroom begin\u{20}\n", .markerWithoutEnd(line: 1)),
    ]
    for (text, expected) in cases {
      #expect(throws: expected) { try installed(text, makeRun()) }
      #expect(throws: expected) { try removed(text) }
      #expect(throws: expected) { try removed(text, "/home/ann/absent.yaml") }
    }
  }

  @Test func survivesAnyCrontab() throws {
    var random = SeededRandom(5)
    let run = try makeRun()
    let pieces =
      (entry + otherEntry).split(separator: "\n").map { $0 + "\n" } + ["\r", "\n", "A=1\n"]
    var repaired = 0
    for _ in 0..<1_500 {
      let text = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      guard let once = try? installed(text, run) else { continue }
      #expect(try installed(once, run) == once)
      #expect(try Crontab(Array(removed(once).utf8)).entry(of: run.pipeline) == nil)
      repaired += 1
    }
    #expect(repaired > 100)
  }
}

@Suite struct CrontabLineTests {
  @Test func putsTheEnvironmentBeforeTheCommand() throws {
    let run = try makeRun(
      at: "@daily", environment: [("LANG", "C.UTF-8"), ("PATH", "/usr/bin:/opt/my tools")])
    #expect(
      try run.crontabLine()
        == "@daily LANG=C.UTF-8 PATH='/usr/bin:/opt/my tools' /usr/local/bin/wireroom run --quiet "
        + "/home/ann/news.yaml >>/home/ann/.wireroom/news/cron.log 2>&1")
  }

  @Test func quotesForShellAndCron() {
    #expect(quoteForCron("") == "''")
    #expect(quoteForCron("/a/b-c_d.yaml") == "/a/b-c_d.yaml")
    #expect(quoteForCron("~ann") == "'~ann'")
    #expect(quoteForCron("/a b/$x;y") == "'/a b/$x;y'")
    #expect(quoteForCron("it's") == #"'it'\''s'"#)
    #expect(quoteForCron("100%") == #"'100\%'"#)
    #expect(quoteForCron(#"a\%b\\"#) == #"'a\''\%b\''\'''"#)
  }

  @Test func wordsArriveThroughCronAndShell() throws {
    var random = SeededRandom(9)
    let characters = Array(#"ab \\%%''"$`!*?~#&|<>(){}[];=é"#)
    for _ in 0..<60 {
      let words = (0..<20).map { _ in
        String(
          (0..<Int.random(in: 0...9, using: &random)).map { _ in
            characters.randomElement(using: &random) ?? "a"
          })
      }
      let line = (["printf", "%s\n"] + words).map(quoteForCron).joined(separator: " ")
      for command in [asDebianReadsIt(line), asCronieReadsIt(line)] {
        let result = try LocalHost().run(["/bin/sh", "-c", command], input: [])
        #expect(String(decoding: result.output, as: UTF8.self) == words.map { $0 + "\n" }.joined())
        #expect(result.errors.isEmpty)
      }
    }
  }

  /// What Debian's cron gives to the shell: `\%` is `%`, `\\` is `\`, and `%` ends the command.
  private func asDebianReadsIt(_ line: String) -> String {
    unescaped(line, escapable: ["%", "\\"])
  }

  /// The cron of Fedora leaves `\\` alone.
  private func asCronieReadsIt(_ line: String) -> String {
    unescaped(line, escapable: ["%"])
  }

  private func unescaped(_ line: String, escapable: Set<Character>) -> String {
    var result = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        if escapable.contains(character) { result.removeLast() }
        result.append(character)
        isEscaped = false
      } else if character == "%" {
        return result
      } else {
        result.append(character)
        isEscaped = character == "\\"
      }
    }
    return result
  }

  @Test func refusesWhatCronWouldCut() throws {
    let folder = "/" + String(repeating: "x", count: 405) + "/"
    let fits = try makeRun(
      pipeline: folder + "n.yaml", log: folder + "12345678901234567890123456789")
    let command = try fits.crontabLine().dropFirst("15 3 * * * ".count)
    let missing = 998 - command.utf8.count
    let exact = try makeRun(
      pipeline: folder + "n.yaml",
      log: folder + "12345678901234567890123456789" + String(repeating: "y", count: missing))
    #expect(try exact.crontabLine().utf8.count == "15 3 * * * ".utf8.count + 998)
    let tooLong = try makeRun(
      pipeline: folder + "n.yaml",
      log: folder + "12345678901234567890123456789" + String(repeating: "y", count: missing + 1))
    #expect(throws: ScheduleError.lineTooLong(999)) { try tooLong.crontabLine() }
    #expect(
      ScheduleError.lineTooLong(999).message
        == "the line for the crontab would have 999 bytes, and cron takes up to 998; shorten the "
        + "paths or 'PATH', or use '--systemd'")
  }

  @Test func refusesPathsThatCronWouldNotFind() throws {
    #expect(throws: ScheduleError.pathNotAbsolute("news.yaml")) {
      try makeRun(pipeline: "news.yaml")
    }
    #expect(throws: ScheduleError.controlCharacter("/a\nb")) { try makeRun(log: "/a\nb") }
    #expect(throws: ScheduleError.controlCharacter("a\tb")) {
      try makeRun(environment: [("PATH", "a\tb")])
    }
    #expect(
      ScheduleError.controlCharacter("/a\nb").message
        == "'/a\\u{a}b' holds a control character, which a schedule cannot hold; rename it")
  }
}
