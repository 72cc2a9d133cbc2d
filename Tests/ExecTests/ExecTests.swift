import Exec
import Foundation
import StageKit
import TestSupport
import Testing
import TextKit

@Suite struct ExecTests {
  private static let hasPython = hasModule("json")
  private static let hasSpacy = hasModule("spacy")

  /// Whether the Python that a stage would run with has a module.
  private static func hasModule(_ name: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import \(name)"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private func stage(_ options: Value, in folder: String) throws -> ExecStage {
    try ExecStage(
      options: ExecOptions(decoding: options),
      context: StageContext(label: "mine", baseDirectory: folder, outputDirectory: folder))
  }

  private func document(_ text: String, _ name: String = "a.txt") -> Document {
    Document(source: DocumentSource(key: InputKey(path: Array(name.utf8))), text: text)
  }

  /// A stage that is a shell script: it answers with `answer`, in which `$seq` is the number.
  private func shell(_ answer: String, greeting: String = "", _ more: [Value.Member] = []) throws
    -> ExecStage
  {
    let text = """
      read -r line; echo '{"wireroom":1\(greeting)}'
      while read -r line; do seq=${line#*\\"seq\\":}; seq=${seq%%,*}; \(answer); done
      """
    let command: Value = ["/bin/sh", "-c", .string(text)]
    return try stage(.object([Value.Member("command", command)] + more), in: "/tmp")
  }

  private func process(_ stage: ExecStage, _ texts: [String]) -> (
    [Document], [Result<Verdict, StageFailure>]
  ) {
    var documents = texts.map { document($0) }
    var scratch = stage.makeScratch()
    let results = stage.process(&documents, &scratch)
    return (documents, results)
  }

  @Test func setsWhatTheProgramAnswers() throws {
    let stage = try shell(#"echo "{\"seq\":$seq,\"extra\":{\"mine\":$seq}}""#)
    let (documents, results) = process(stage, ["It rained.", "It snowed."])
    #expect(results == [.success(.keep), .success(.keep)])
    #expect(documents.map { $0.extra.first?.value } == [0, 1])
    var single = document("Alone.")
    var scratch = stage.makeScratch()
    #expect(try stage.process(&single, &scratch) == .keep)
    #expect(single.extra.first?.value == 2)
  }

  @Test func sendsOnlyTheLayersThatTheProgramReads() throws {
    let echo =
      #"case $line in *tokens*) w=1;; *) w=0;; esac; echo "{\"seq\":$seq,\"extra\":{\"tokens\":$w}}""#
    for (reads, expected) in [([], 0), (["tokens"], 1)] as [([Value], Value)] {
      let stage = try shell(echo, [Value.Member("reads", .list(reads))])
      var one = document("It rained.")
      one.tokens = [ByteRange(0, 2)]
      var scratch = stage.makeScratch()
      _ = try stage.process(&one, &scratch)
      #expect(one.extra.first?.value == expected)
    }
  }

  @Test func declaresWhatItsOptionsSay() throws {
    let options = try ExecOptions(
      decoding: ["command": ["x"], "reads": ["tokens"], "writes": ["entities"]])
    let descriptor = ExecStage.descriptor(for: options)
    #expect(descriptor.reads == [.tokens] && descriptor.writes == [.entities])
  }

  @Test func undeclaredLayersFailTheDocument() throws {
    let stage = try shell(#"echo "{\"seq\":$seq,\"title\":\"x\"}""#)
    guard case .failure(let failure) = process(stage, ["It rained."]).1[0] else {
      Issue.record("the document did not fail")
      return
    }
    #expect(failure.reason == "undeclared_layer")
  }

  @Test(arguments: ["18446744073709551615", "[1e999]", "-12345678901234567890123"])
  func aNumberThatWouldBeChangedFailsTheDocument(_ number: String) throws {
    let stage = try shell(#"echo "{\"seq\":$seq,\"extra\":{\"n\":\#(number)}}""#)
    guard case .failure(let failure) = process(stage, ["It rained."]).1[0] else {
      Issue.record("the document did not fail")
      return
    }
    #expect(failure.reason == "bad_answer")
    #expect(
      failure.message.contains(
        "the answer holds a number too large to be kept as it is, unless as a string at byte "),
      "\(failure.message)")
  }

  @Test func numbersThatCanBeKeptAreKept() throws {
    let stage = try shell(
      #"echo "{\"seq\":$seq,\"extra\":{\"n\":[9223372036854775807,1e300,-0.1,2e20]}}""#)
    let (documents, results) = process(stage, ["It rained."])
    #expect(results == [.success(.keep)])
    #expect(
      documents[0].extra.first?.value
        == [.integer(.max), .number(1e300), .number(-0.1), .number(2e20)])
  }

  @Test func identityHoldsTheProgramsVersionAndItsFiles() throws {
    let workplace = try Workplace()
    let script = """
      read -r l; echo '{"wireroom":1,"name":"mine","version":7}'; while read -r l; do :; done

      """
    try workplace.write("mine.sh", script)
    let options: Value = ["command": ["/bin/sh", "mine.sh"]]
    let before = try stage(options, in: workplace.path).identity
    #expect(before["name"] == "mine" && before["version"] == 7)
    #expect(try stage(options, in: workplace.path).identity == before)
    try workplace.write("mine.sh", script + "# changed\n")
    #expect(try stage(options, in: workplace.path).identity["mine.sh"] != before["mine.sh"])
  }

  @Test(
    arguments: [
      (
        ["command": ["no-such-program"]], "command",
        "'no-such-program' could not be started: no such file or directory"
      ),
      (["command": [""]], "command", "a program is expected, such as [python3, my_stage.py]"),
    ] as [(Value, String, String)])
  func programsThatCannotBeUsedAreToldBeforeTheRun(
    _ options: Value, _ key: String, _ message: String
  ) {
    #expect(throws: OptionProblem(key, message)) { try stage(options, in: "/tmp") }
  }

  @Test func theGreetingMustFitTheOptions() {
    #expect(throws: OptionProblem.self) { try shell(":", greeting: #","writes":["entities"]"#) }
    #expect(throws: OptionProblem.self) { try shell(":", greeting: #","offsets":"words""#) }
    #expect(throws: Never.self) { try shell(":", greeting: #","reads":["text"],"writes":[]"#) }
  }

  // MARK: The programs that are shipped

  private static let folder = packageFolder.appending(path: "Pipelines").path

  @Test(.enabled(if: hasPython, "python3 is not installed"))
  func theShippedPythonStageWorks() throws {
    let stage = try stage(
      ["command": ["python3", "external/reading_time.py"], "options": ["words_a_minute": "2"]],
      in: Self.folder)
    let (documents, results) = process(stage, ["It rained all day.", "Zoë 🚀 \0 \u{2028}", ""])
    #expect(results.allSatisfy { $0 == .success(.keep) })
    #expect(documents[0].extra == [Value.Member("mine", ["words": 4, "minutes": 2])])
  }

  @Test(.enabled(if: hasPython, "python3 is not installed"))
  func anExceptionInPythonFailsOneDocument() throws {
    let workplace = try Workplace()
    try FileManager.default.copyItem(
      atPath: Self.folder + "/external/stage.py", toPath: workplace.url("stage.py").path)
    try workplace.write(
      "mine.py",
      """
      from stage import run
      def process(document):
          print("this must not get between the answers")
          if "bad" in document["text"]: raise ValueError("no good")
          return {"drop": "short"} if len(document["text"]) < 3 else None
      run(process, name="mine", version=1)
      """)
    let stage = try stage(["command": ["python3", "mine.py"]], in: workplace.path)
    #expect(
      process(stage, ["good", "bad one", "x"]).1 == [
        .success(.keep),
        .failure(StageFailure(reason: "exception", message: "ValueError: no good")),
        .success(.drop(reason: "short")),
      ])
  }

  @Test(.enabled(if: hasSpacy, "spaCy is not installed")) func theSpacyAdapterFindsEntities() throws
  {
    let stage = try stage(
      [
        "command": ["python3", "external/spacy_entities.py"], "writes": ["entities"],
        "options": ["model": "blank"],
      ], in: Self.folder)
    let (documents, results) = process(stage, ["Zoë 🚀 went to Lisbon.", "NATO met."])
    #expect(results.allSatisfy { $0 == .success(.keep) })
    #expect(documents[0].rendering(of: [.entities]) == "GPE: Lisbon")
    #expect(documents[1].rendering(of: [.entities]) == "ORG: NATO")
  }
}
