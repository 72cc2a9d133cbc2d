#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// Runs over inputs that put an end to the process that loads them, or never let it go.
  @Suite(.serialized) struct IsolationTests {
    private func workplace(_ settings: String = "", documents: Int = 6) throws -> Workplace {
      let workplace = try Workplace()
      try workplace.write(
        "p.yaml",
        """
        name: test
        run: {\(settings)}
        stages:
          - fetch: {paths: [in]}
          - clean
          - segment
          - write: {path: records.jsonl}

        """)
      for number in 0..<documents {
        try workplace.write("in/\(number).txt", Corpus.article(number))
      }
      return workplace
    }

    /// The environment in which a fault strikes who opens an input whose name starts with `poison`.
    private func environment(
      _ workplace: Workplace, _ kind: String, in command: String
    ) throws -> [String: String] {
      [
        "LD_PRELOAD": try Workplace.built("libCrashFaults.so").path,
        "ASAN_OPTIONS": "verify_asan_link_order=0",
        "FAULT_FOLDER": "\(workplace.path)/in/poison", "FAULT_CALL": "1", "FAULT_KIND": kind,
        "FAULT_COMMAND": command,
      ]
    }

    /// Runs with the fault where documents are carried, in the run itself or beside it: that copies
    /// what is set aside, which must not strike it.
    private func run(
      _ workplace: Workplace, _ kind: String, in command: String = "carry-documents",
      _ arguments: String...
    ) throws -> Workplace.Result {
      try workplace.start(
        ["run", "p.yaml"] + arguments, environment: environment(workplace, kind, in: command)
      ).wait()
    }

    private func record(_ workplace: Workplace, _ identifier: String) throws -> [String: Any]? {
      let shown = try workplace.run("quarantine", "show", "p.yaml", identifier, "--json")
      return try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any]
    }

    @Test func aDocumentThatKillsItsProcessCostsOneDocument() throws {
      let workplace = try workplace("isolation: process")
      try workplace.write("in/poison.txt", Corpus.article(1))
      let result = try run(workplace, "kill")
      #expect(result.code == 1)
      #expect(
        result.messages.contains("7 documents = 6 written + 1 quarantined"), "\(result.messages)")
      let fields = try #require(try record(workplace, "poison.txt"))
      #expect(fields["reason"] as? String == "poisonous" && fields["stage"] as? String == "fetch")
      // The fault is a signal that could as well have come from outside, where chance needs more.
      #expect(fields["attempts"] as? Int == 30)
      let message = try #require(fields["message"] as? String)
      #expect(message.hasPrefix("30 processes in a row have ended while working on it alone; "))
      let raw = try String(contentsOfFile: fields["raw"] as? String ?? "", encoding: .utf8)
      #expect(raw == Corpus.article(1))
      // It is not tried again by itself.
      #expect(try workplace.run("run", "p.yaml").code == 0)
    }

    @Test func aDocumentThatNeverEndsCostsOneDocument() throws {
      let workplace = try workplace("timeout: 1s")
      try workplace.write("in/poison.txt", Corpus.article(1))
      let result = try run(workplace, "hang")
      #expect(result.code == 1)
      #expect(
        result.messages.contains("7 documents = 6 written + 1 quarantined"), "\(result.messages)")
      #expect(try record(workplace, "poison.txt")?["reason"] as? String == "timeout")
      let manifest = String(decoding: try workplace.read("test.manifest.json"), as: UTF8.self)
      #expect(manifest.contains(#""uncertain":[{"document":"poison.txt","reason":"timeout"}]"#))
    }

    @Test func aDocumentThatTakesAllMemoryCostsOneDocument() throws {
      let workplace = try workplace("isolation: process, isolation_memory: 200 MB")
      try workplace.write("in/poison.txt", Corpus.article(1))
      let result = try run(workplace, "hog")
      #expect(result.code == 1)
      #expect(
        result.messages.contains("7 documents = 6 written + 1 quarantined"), "\(result.messages)")
      let fields = try #require(try record(workplace, "poison.txt"))
      #expect(fields["reason"] as? String == "poisonous" && fields["attempts"] as? Int == 3)
      let message = try #require(fields["message"] as? String)
      #expect(message.hasPrefix("3 processes in a row have ended while working on it alone; "))
    }

    /// It would take with it the process that was only asked to look.
    @Test func whatHasEndedAProcessIsReplayedInAnother() throws {
      let workplace = try workplace("isolation: process")
      try workplace.write("in/poison.txt", Corpus.article(1))
      #expect(try run(workplace, "kill").code == 1)
      func replay(_ command: String) throws -> Workplace.Result {
        try workplace.run(
          "quarantine", "replay", "p.yaml",
          environment: environment(workplace, "kill", in: command))
      }
      let again = try replay("carry-documents")
      #expect(again.code == 1, "\(again.messages)")
      #expect(again.output.hasPrefix("poison.txt  fails again in stage 'fetch': 30 processes in a"))
      let passed = try replay("nobody")
      #expect(passed.code == 0 && passed.output == "poison.txt  passes now\n")
    }

    /// A stage that is stuck is ended, and named, though others may take as long as they like.
    @Test func aStageMayHaveALimitOfItsOwn() throws {
      let workplace = try Workplace()
      try workplace.write(
        "slow.sh",
        #"""
        read -r greeting
        echo '{"wireroom":1,"name":"slow","version":1}'
        while read -r line; do
          seq=${line#*'"seq":'}
          case $line in *'Ship 7'*) sleep $(cat nap);; esac
          echo "{\"seq\":${seq%%,*}}"
        done

        """#)
      try workplace.write("nap", "30")
      func setTimeout(_ timeout: String) throws {
        try workplace.write(
          "p.yaml",
          """
          name: test
          stages:
            - fetch: {paths: [in]}
            - clean
            - exec: {command: [sh, slow.sh]}
              label: slow
              timeout: \(timeout)
            - write: {path: records.jsonl}

          """)
      }
      try setTimeout("1s")
      for number in [3, 7, 9] {
        try workplace.write("in/\(number).txt", "Ship \(number)\n\nOne came in.\n")
      }
      let result = try workplace.run("run", "p.yaml", "--workers", "1")
      #expect(result.code == 1)
      #expect(
        result.messages.contains(
          "'7.txt' failed in stage 'slow': stage 'slow' was not done within 1 s; if it only needs"),
        "\(result.messages)")
      #expect(result.messages.contains("3 documents = 2 written + 1 quarantined"))
      let fields = try #require(try record(workplace, "7.txt"))
      #expect(fields["reason"] as? String == "timeout" && fields["attempts"] as? Int == 1)
      #expect(fields["before"] is String)
      #expect(try workplace.run("run", "p.yaml").code == 0)
      // Another limit concerns what ran into the old one, and nothing else.
      try setTimeout("2m")
      try workplace.write("nap", "0")
      let plan = try workplace.run("plan", "p.yaml").output
      #expect(
        plan.hasPrefix("slow.timeout 1 → 120  ") && plan.contains("  7.txt\n1 of 3"), "\(plan)")
      let replayed = try workplace.run("quarantine", "replay", "p.yaml")
      #expect(replayed.output == "7.txt  passes now\n")
      let later = try workplace.run("run", "p.yaml")
      #expect(later.code == 0)
      #expect(later.messages.contains("3 documents = 1 written + 2 unchanged"), "\(later.messages)")
      #expect(try workplace.run("plan", "p.yaml").output.hasPrefix("0 of 3"))
    }

    /// Without isolation, the first run dies of it. The next one knows the suspects, and tries each of
    /// them in a process of its own.
    @Test func whatKillsARunIsFoundOutByTheNext() throws {
      let workplace = try workplace(documents: 40)
      try workplace.write("in/poison.txt", Corpus.article(1))
      #expect(try run(workplace, "kill", in: "run", "--workers", "2").code == 128 + SIGKILL)
      #expect(workplace.exists(".wireroom/test/flight"))
      let second = try run(workplace, "kill", "--workers", "2")
      #expect(second.code == 1, "\(second.messages)")
      #expect(second.messages.contains("41 documents = "), "\(second.messages)")
      #expect(second.messages.contains(" 1 quarantined"), "\(second.messages)")
      #expect(try record(workplace, "poison.txt")?["reason"] as? String == "poisonous")
      #expect(try workplace.run("run", "p.yaml").code == 0)
    }

    /// A run that is killed leaves suspects too, none of which is to blame.
    @Test func innocentSuspectsAreWrittenLikeAllOthers() throws {
      let workplace = try workplace(documents: 40)
      try workplace.write("in/poison.txt", Corpus.article(1))
      #expect(try run(workplace, "kill", in: "run").code == 128 + SIGKILL)
      let result = try workplace.run("run", "p.yaml")
      #expect(result.code == 0 && result.messages.contains("41 documents = "), "\(result.messages)")
      let isolated = try workplace.run(
        "run", "p.yaml", "--output", "other", "--set", "run.isolation=process")
      #expect(isolated.code == 0)
      #expect(try workplace.read("records.jsonl") == workplace.read("other/records.jsonl"))
      #expect(!workplace.exists(".wireroom/test/flight"))
    }

    @Test func isolatedProcessesEndWithTheirRun() throws {
      let workplace = try workplace("isolation: process")
      try workplace.write("in/poison.txt", Corpus.article(1))
      let running = try workplace.start(
        ["run", "p.yaml"],
        environment: environment(workplace, "hang", in: "carry-documents"))
      func children() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
          let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") ?? Data()
          let folder = try? FileManager.default.destinationOfSymbolicLink(
            atPath: "/proc/\(name)/cwd")
          return folder == workplace.path
            && String(decoding: line, as: UTF8.self).contains("carry-documents")
        }
      }
      let deadline = ContinuousClock.now + .seconds(30)
      while try children().isEmpty, ContinuousClock.now < deadline { usleep(20_000) }
      #expect(try !children().isEmpty)
      usleep(300_000)
      kill(running.identifier, SIGKILL)
      _ = try running.wait()
      while try !children().isEmpty, ContinuousClock.now < deadline { usleep(20_000) }
      #expect(try children().isEmpty)
    }
  }
#endif
