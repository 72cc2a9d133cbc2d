#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// Runs in which one call of the system goes wrong, for every call that a run makes for its state
  /// and its output, SQLite's among them.
  @Suite(.serialized) struct FaultTests {
    /// What goes wrong; the words are those of `faults.c`.
    enum Kind: String, CaseIterable {
      case error, interrupt, short, full
      case kill
      case killHalf = "kill-half"
    }

    struct Scenario: CustomTestStringConvertible, Sendable {
      let testDescription: String
      /// Whether there is an output of an earlier run.
      let isUpdate: Bool
      let isFolder: Bool
      /// Whether documents go into quarantine and out of it, and others are kept behind a stage.
      var hasFailures = false
      /// Whether the run before was killed when all was written and only had to be put in place.
      var isAfterCrash = false
      /// What the ledger is like beforehand.
      var ledger = LedgerState.sound
      /// What is done, in place of a run.
      var command = ["run", "p.yaml", "--workers", "1"]
    }

    enum LedgerState: Sendable { case sound, ofFirstVersion, damaged }

    static let scenarios = [
      Scenario(testDescription: "first run", isUpdate: false, isFolder: false),
      Scenario(testDescription: "update of a file", isUpdate: true, isFolder: false),
      Scenario(testDescription: "update of a folder", isUpdate: true, isFolder: true),
      Scenario(
        testDescription: "update with failures", isUpdate: true, isFolder: false,
        hasFailures: true),
      Scenario(
        testDescription: "run after a crash amid publishing", isUpdate: true, isFolder: false,
        isAfterCrash: true),
      Scenario(
        testDescription: "run after a crash amid publishing a folder", isUpdate: true,
        isFolder: true, isAfterCrash: true),
      Scenario(
        testDescription: "run with a ledger of the first version", isUpdate: true, isFolder: false,
        ledger: .ofFirstVersion),
    ]

    @Test(arguments: scenarios)
    func everyFailingCallIsSurvived(_ scenario: Scenario) throws {
      let place = try FaultPlace(scenario)
      try forEachFault(place, calls: 50) { kind, number, call in
        try check(place, kind, number, call)
      }
    }

    /// What cannot be looked at is still there: it was once taken for gone, and the new output removed.
    @Test func aNewFolderThatCannotBeLookedAtIsNotLost() throws {
      let place = try FaultPlace(
        Scenario(testDescription: "folder", isUpdate: true, isFolder: true))
      let looks = try place.countCalls().enumerated().filter {
        $0.element.contains(" stat /work/out/records")
      }
      #expect(looks.count > 1)
      for (index, call) in looks { try check(place, .error, index + 1, call) }
    }

    /// Has a call fail in each way at each place, or at some of them where there is little time.
    private func forEachFault(
      _ place: FaultPlace, calls least: Int, _ check: (Kind, Int, String) throws -> Void
    ) throws {
      let calls = try place.countCalls()
      #expect(calls.count > least)
      var points = Kind.allCases.flatMap { kind in calls.indices.map { (kind, $0) } }
      if !Scale.isLong {
        // Prime, so that all kinds and all parts of a run have their share.
        points = stride(from: Int(Scale.seed % 31), to: points.count, by: 31).map { points[$0] }
      }
      for (kind, index) in points { try check(kind, index + 1, calls[index]) }
    }

    /// Whatever goes wrong, all that was named is taken out of quarantine, or nothing.
    @Test(arguments: ["requeue", "drop"])
    func theQuarantineIsChangedAsAWhole(_ action: String) throws {
      let place = try FaultPlace(
        Scenario(
          testDescription: action, isUpdate: true, isFolder: false, hasFailures: true,
          command: ["quarantine", action, "p.yaml", "--reason", "truncated"]))
      let workplace = place.workplace
      try place.reset()
      let count = try place.state.quarantined().count
      #expect(count == 2)
      try forEachFault(place, calls: 15) { kind, number, call in
        let comment = Comment(rawValue: "\(kind.rawValue) at call \(call)")
        try place.reset()
        let result = try place.run(kind, at: number)
        #expect([0, 74, 128 + SIGKILL].contains(result.code), "\(comment): \(result.messages)")
        let rest = try place.state.quarantined().filter { $0 == "0" }.count
        #expect(rest == 0 || rest == count, comment)
        #expect(result.code != 0 || rest == 0, comment)
        #expect(workplace.published() == place.old, comment)
        let again = try workplace.start(place.command).wait()
        #expect(again.code == 0, "\(comment), then: \(again.messages)")
        #expect(try place.state.quarantined().allSatisfy { $0 == "1" }, comment)
        let later = try workplace.run("run", "p.yaml")
        #expect(later.code == 1, "\(comment), then: \(later.messages)")
        #expect(workplace.published() == place.new, comment)
        try place.state.requireTidy(comment)
      }
    }

    /// A ledger that cannot be read is kept, whatever happens while it is given another name.
    @Test func aDamagedLedgerIsNeverLost() throws {
      let place = try FaultPlace(
        Scenario(
          testDescription: "damaged ledger", isUpdate: true, isFolder: false, ledger: .damaged))
      let workplace = place.workplace
      let damaged = try workplace.read("before/state/ledger.sqlite")
      try forEachFault(place, calls: 5) { kind, number, call in
        let comment = Comment(rawValue: "\(kind.rawValue) at call \(call)")
        try place.reset()
        let result = try place.run(kind, at: number)
        #expect([74, 128 + SIGKILL].contains(result.code), "\(comment): \(result.messages)")
        #expect(workplace.published() == place.old, comment)
        func isKept() -> Bool {
          workplace.files(below: "work/state").contains {
            $0.key.hasPrefix("ledger") && $0.value == damaged
          }
        }
        #expect(isKept(), comment)
        var later = try workplace.run("run", "p.yaml")
        if later.code == 74 { later = try workplace.run("run", "p.yaml") }
        #expect(later.code == 0, "\(comment), then: \(later.messages)")
        #expect(workplace.published() == place.new, comment)
        #expect(isKept(), comment)
        try place.state.requireTidy(comment)
      }
    }

    private func check(_ place: FaultPlace, _ kind: Kind, _ number: Int, _ call: String) throws {
      let comment = Comment(rawValue: "\(kind.rawValue) at call \(call)")
      try place.reset()
      let result = try place.run(kind, at: number)
      let published = place.workplace.published()
      switch kind {
      case .kill, .killHalf:
        #expect(result.code == 128 + SIGKILL || result.code == place.code, comment)
      case .interrupt, .short:
        // These are no errors: the call is to be made again, or for the rest. SQLite does so but for
        // one: it gives up where making its files durable is interrupted.
        let isLeftToSQLite = call.contains(" sync /work/state/ledger.sqlite")
        #expect(
          result.code == place.code || isLeftToSQLite && result.code == 74,
          "\(comment): \(result.messages)")
      case .error, .full:
        #expect([place.code, 74].contains(result.code), "\(comment): \(result.messages)")
        #expect(result.code < 2 || result.messages.contains("error: "), comment)
      }
      if result.code < 2 {
        #expect(published == place.new, comment)
      } else {
        let isWhole = published == place.old || published == place.new
        #expect(isWhole, "\(comment): neither the old nor the new output")
      }
      if result.code == 74, published == place.old {
        #expect(result.messages.contains("nothing published"), "\(comment): \(result.messages)")
      }
      let later = try place.workplace.run("run", "p.yaml")
      #expect([0, place.code].contains(later.code), "\(comment), then: \(later.messages)")
      #expect(place.workplace.published() == place.new, comment)
      try place.state.requireTidy(comment)
      #expect(place.copies() == place.newCopies, comment)
    }
  }

  /// A workplace that can be put back to how it was before a run.
  struct FaultPlace {
    let workplace: Workplace
    private(set) var old: [String: Data]
    let new: [String: Data]
    /// What is done while calls fail.
    let command: [String]
    /// What that exits with where none does.
    let code: Int32
    /// What is in quarantine after it.
    private(set) var newCopies: [String: Data] = [:]

    var state: State { State(workplace: workplace) }

    init(_ scenario: FaultTests.Scenario) throws {
      workplace = try Workplace(isInMemory: true)
      command = scenario.command
      code = scenario.ledger == .damaged ? 74 : scenario.hasFailures && command[0] == "run" ? 1 : 0
      try Corpus.writePipeline(
        workplace, isFolder: scenario.isFolder, settings: scenario.hasFailures ? "keep: clean" : "")
      let broken = Data([0x1F, 0x8B, 8, 0])
      if scenario.hasFailures {
        for name in ["repaired", "vanishes"] { try workplace.write("in/\(name).txt.gz", broken) }
      }
      for number in 0..<8 { try workplace.write("in/\(number).txt", Corpus.article(number)) }
      if scenario.isUpdate {
        _ = try workplace.run("run", "p.yaml")
        try workplace.write("in/3.txt", Corpus.article(33))
        try workplace.write("in/8.txt", Corpus.article(8))
        try workplace.remove("in/5.txt")
        if scenario.hasFailures {
          try workplace.remove("in/vanishes.txt.gz")
          try workplace.write("in/repaired.txt.gz", broken + [0])
          for number in 0..<3 { try workplace.write("in/new-\(number).txt.gz", broken) }
        }
      } else {
        try workplace.write("work/keep", "")
      }
      old = workplace.published()
      new = try workplace.publishedFromScratch()
      switch scenario.ledger {
      case .sound: break
      case .ofFirstVersion: try State(workplace: workplace).makeFirstVersion()
      case .damaged:
        try workplace.write(
          "work/state/ledger.sqlite", String(repeating: "no ledger at all. ", count: 300))
      }
      try FileManager.default.moveItem(at: workplace.url("work"), to: workplace.url("before"))
      if scenario.isAfterCrash {
        let calls = try countCalls()
        let name = scenario.isFolder ? " exchange /work/out/records" : " rename /work/out/records"
        let call = try #require(calls.firstIndex { $0.contains(name) })
        try reset()
        #expect(try run(.kill, at: call + 1).code == 128 + SIGKILL)
        #expect(workplace.exists("work/state/publishing.json"))
        old = workplace.published()
        try workplace.remove("before")
        try FileManager.default.moveItem(at: workplace.url("work"), to: workplace.url("before"))
      }
      try reset()
      _ = try workplace.run("run", "p.yaml")
      newCopies = copies()
    }

    /// What is kept of documents in quarantine, but for how often each was tried.
    func copies() -> [String: Data] {
      workplace.files(below: "work/state/quarantine").filter { !$0.key.hasSuffix("case.json") }
    }

    func reset() throws {
      try? workplace.remove("work")
      try FileManager.default.copyItem(at: workplace.url("before"), to: workplace.url("work"))
    }

    /// The calls of an undisturbed run, in order.
    func countCalls() throws -> [String] {
      try reset()
      let result = try run(nil, at: 0)
      guard result.code == code else { throw UnexpectedEnd(result) }
      return String(decoding: try workplace.read("trace"), as: UTF8.self)
        .split(separator: "\n").map { String($0).replacing(workplace.path, with: "") }
    }

    func run(_ kind: FaultTests.Kind?, at call: Int) throws -> Workplace.Result {
      try workplace.start(
        command,
        environment: [
          "LD_PRELOAD": try Workplace.built("libCrashFaults.so").path,
          // The library comes before the sanitizer's, which that would complain of.
          "ASAN_OPTIONS": "verify_asan_link_order=0",
          "FAULT_FOLDER": "\(workplace.path)/work/", "FAULT_CALL": "\(call)",
          "FAULT_KIND": kind?.rawValue ?? "", "FAULT_ERROR": "\(EIO)",
          "FAULT_TRACE": kind == nil ? "\(workplace.path)/trace" : "",
        ]
      ).wait()
    }
  }
#endif
