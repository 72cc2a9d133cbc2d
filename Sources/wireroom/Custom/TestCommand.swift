import Diagnostics
import PipelineFile
import PipelineTesting
import Runner
import StageKit
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let testCommand = Command(
  name: "test", operands: "FILE | FOLDER…",
  summary: "run the cases of *.test.yaml files through their pipelines",
  discussion: """
    Runs the cases of each FILE, and of all files below each FOLDER whose names end in '.test.yaml':
    what goes in, which stages run, and what must come out. 'wireroom help tests' shows how they are
    written. Exits with 0 if all cases hold, with 1 if one does not, with 2 if a file is wrong.

    With '--capture ID', the one FILE is a pipeline file: the document ID of its inputs is carried to
    the stage that '--at' names, and printed as a case to be put into a file.
    """,
  options: [
    CommandOption("--update", nil, "write golden files anew that differ"),
    CommandOption("--junit", "FILE", "write the results for build servers"),
    CommandOption("--quiet", nil, "name only what does not hold"),
    CommandOption("--capture", "ID", "print a case made of this document of the pipeline's inputs"),
    CommandOption("--at", "LABEL", "the transform that the captured case begins with"),
  ],
  operandCount: 1...Int.max, run: performTest
)

private func performTest(_ arguments: ParsedArguments) -> Int32 {
  if let identifier = arguments.value("--capture") { return capture(identifier, arguments) }
  let console = Console()
  let isQuiet = arguments.switches.contains("--quiet")
  var results: [TestFileResult] = []
  var isWrong = false
  let paths = arguments.operands.flatMap(testFiles)
  guard !paths.isEmpty else {
    console.complain(
      "error", "there is no file '*.test.yaml' in '\(arguments.operands.joined(separator: "', '"))'"
    )
    return ExitCode.usage.rawValue
  }
  for path in paths {
    do throws(PipelineFileError) {
      let file = try TestFile(reading: path)
      results.append(
        file.run(
          updatesGolden: arguments.switches.contains("--update"), makePlan: makePlan,
          onResult: { tell($0, isQuiet: isQuiet) }))
    } catch {
      for diagnostic in error.diagnostics { console.show(diagnostic) }
      results.append(TestFileResult(path: path, mistakes: error.diagnostics))
      isWrong = true
    }
  }
  if let path = arguments.value("--junit"), !write(junitReport(results), to: path) {
    console.complain("error", "cannot write '\(path)': \(Wording.systemMessage(errno))")
    isWrong = true
  }
  if !isQuiet { for result in results where result.mistakes.isEmpty { tellCoverage(result) } }
  let cases = results.flatMap(\.cases)
  let unrunnable = cases.count(where: \.isUnrunnable)
  let failed = cases.count { !$0.problems.isEmpty } - unrunnable
  if failed + unrunnable > 0 {
    let parts = [(failed, "do not hold"), (unrunnable, "cannot be run")].filter { $0.0 > 0 }
    printResult(
      parts.map { "\($0.0) of \(cases.count) cases \($0.1)" }.joined(separator: ", "))
  } else if !isQuiet, !cases.isEmpty {
    printResult(cases.count == 1 ? "the case holds" : "\(cases.count) cases hold")
  }
  if isWrong || unrunnable > 0 { return ExitCode.usage.rawValue }
  return (failed == 0 ? ExitCode.done : .someFailed).rawValue
}

private func tell(_ result: CaseResult, isQuiet: Bool) {
  if result.problems.isEmpty {
    if !isQuiet {
      printResult("ok    \(result.name)\(result.isUpdated ? " (golden written)" : "")")
    }
    return
  }
  printResult("wrong \(result.name) (\(result.location.file):\(result.location.line))")
  for problem in result.problems {
    for line in problem.split(separator: "\n", omittingEmptySubsequences: false) {
      printResult("      \(line)")
    }
  }
}

private func tellCoverage(_ result: TestFileResult) {
  let (covered, all) = result.coverage
  printResult("\(result.path): \(covered) of \(all) stages and branches of 'when' are run")
  for gap in result.gaps { printResult("  \(gap)") }
}

/// The files of cases that an operand stands for.
private func testFiles(_ operand: String) -> [String] {
  var status = stat()
  guard stat(operand, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [operand] }
  guard let directory = opendir(operand) else { return [] }
  defer { closedir(directory) }
  var files: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
      name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name.hasPrefix(".") { continue }
    let path = operand.hasSuffix("/") ? operand + name : "\(operand)/\(name)"
    // Links to folders are not followed: they may lead back here.
    if name.hasSuffix(".test.yaml") {
      files.append(path)
    } else if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      files += testFiles(path)
    }
  }
  return files.sorted()
}

/// Makes the plan of a case. Nothing of it is published, so where it would be does not matter.
private func makePlan(
  _ pipeline: String, _ settings: [String], _ environment: [(name: String, value: String)],
  _ input: String?
) throws(PipelineFileError) -> Plan {
  var overrides = RunOverrides()
  overrides.inputs = [input ?? "-"]
  let file = try PipelineFile.load(
    path: pipeline, stages: knownStages(),
    environment: { name in
      environment.last { $0.name == name }?.value ?? environmentVariable(name)
    }, settings: settings, inputsAreOverridden: true, loadPlugin: loadPlugin)
  return try Plan(file, overrides)
}

private func write(_ text: String, to path: String) -> Bool {
  guard let file = fopen(path, "w") else { return false }
  var text = text
  let isWritten = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
  return fclose(file) == 0 && isWritten
}

// MARK: Capturing

private func capture(_ identifier: String, _ arguments: ParsedArguments) -> Int32 {
  let console = Console()
  guard arguments.operands.count == 1 else {
    console.complain("error", "'--capture' takes one pipeline file")
    return ExitCode.usage.rawValue
  }
  guard let plan = loadPlan(arguments.operands[0], RunOverrides(), settings: [], console) else {
    return ExitCode.usage.rawValue
  }
  let carrier = DocumentCarrier(plan)
  guard !carrier.labels.isEmpty else {
    console.complain("error", "the pipeline has no transform, with which a case could begin")
    return ExitCode.usage.rawValue
  }
  let label = arguments.value("--at") ?? carrier.labels.first ?? ""
  // What has another label is known by its name as well, where only one stage has it.
  let named = carrier.descriptors.indices.filter { carrier.descriptors[$0].name == label }
  guard
    let index = carrier.labels.firstIndex(of: label) ?? (named.count == 1 ? named.first : nil)
  else {
    console.complain(
      "error",
      "the pipeline has no transform '\(label)'; it has \(carrier.labels.joined(separator: ", "))"
        + didYouMean(label, carrier.labels))
    return ExitCode.usage.rawValue
  }
  do throws(StageFailure) {
    guard let item = try find(identifier, carrier) else {
      console.complain("error", "the inputs hold no document '\(identifier)'")
      return ExitCode.someFailed.rawValue
    }
    var document = try carrier.load(item)
    for index in 0..<index {
      switch carrier.apply(index, to: &document).outcome {
      case .done(.keep), .passedBy, .skipped: continue
      case .done(.drop(let reason)):
        console.complain(
          "error", "stage '\(carrier.labels[index])' drops the document before: \(reason)")
        return ExitCode.someFailed.rawValue
      case .failed(let failure): throw failure
      }
    }
    var result = document
    let step = carrier.apply(index, to: &result)
    printResult(
      capturedCase(
        of: document, at: carrier.labels[index], result: result, step.outcome,
        in: arguments.operands[0]))
    return ExitCode.done.rawValue
  } catch {
    console.complain("error", "'\(identifier)': \(error.message)")
    return ExitCode.someFailed.rawValue
  }
}

private func find(
  _ identifier: String, _ carrier: DocumentCarrier
) throws(StageFailure) -> InputItem? {
  var found: InputItem?
  try carrier.list { input in
    if case .item(let item) = input, item.key.identifier == identifier { found = item }
    return found == nil
  }
  return found
}
