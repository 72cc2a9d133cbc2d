import Diagnostics
import Runner
import StageCatalog
import StageKit
import StageLibraries
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let newCommand = Command(
  name: "new", operands: "stage NAME",
  summary: "make a stage of your own to start from",
  discussion: """
    Makes a folder NAME with a stage that works, its options, examples, tests and a README. In Swift
    it becomes a library that is loaded into the program; in another language, a program that the
    stage 'exec' runs. What is there already is never overwritten.
    """,
  options: [CommandOption("--language", "LANGUAGE", "swift (the default), python or shell")],
  operandCount: 2...2, run: performNew
)

private func performNew(_ arguments: ParsedArguments) -> Int32 {
  let console = Console()
  do throws(UsageError) {
    guard arguments.operands[0] == "stage" else {
      throw UsageError(message: "only a stage can be made: wireroom new stage NAME")
    }
    let language = arguments.value("--language") ?? "swift"
    guard let template = StageTemplate.all[language] else {
      throw UsageError(
        message: "'--language' is swift, python or shell, not '\(language)'"
          + didYouMean(language, StageTemplate.all.keys.sorted()))
    }
    var path = arguments.operands[1]
    while path.hasSuffix("/") { path.removeLast() }
    let name = try StageName(path)
    guard !builtInStages.contains(where: { $0.descriptor.name == name.key }) else {
      throw UsageError(
        message: "there is a stage '\(name.key)' already, which is built in; take another name")
    }
    var status = stat()
    if lstat(path, &status) == 0 {
      throw UsageError(message: "'\(path)' exists already; nothing was changed")
    }
    for file in template(name) {
      try write(file, below: path)
    }
    printResult(nextSteps(language, name, path))
    return ExitCode.done.rawValue
  } catch {
    console.complain("error", error.message)
    return ExitCode.usage.rawValue
  }
}

/// The name of a stage in the forms in which it appears.
struct StageName {
  /// As in Swift and of the folder: `ReadingTime`.
  let type: String
  /// As in pipeline files: `reading_time`.
  let key: String

  /// - Parameter path: the folder to make, whose last part is the name.
  init(_ path: String) throws(UsageError) {
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    var words: [String] = []
    var isInWord = false
    for byte in last.utf8 {
      let letter = String(decoding: [byte.lowercasedASCII], as: UTF8.self)
      if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") {
        isInWord = false
      } else if byte.isASCIILetter || byte.isASCIIDigit && !words.isEmpty {
        if byte.isASCIIUppercase || !isInWord { words.append("") }
        words[words.count - 1] += letter
        isInWord = true
      } else {
        words = []
        break
      }
    }
    guard !words.isEmpty else {
      throw UsageError(
        message: "'\(last)' is no name for a stage: letters, digits, '-' and '_', a letter first")
    }
    key = words.joined(separator: "_")
    type = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

private func write(_ file: StageTemplate.File, below folder: String) throws(UsageError) {
  let path = "\(folder)/\(file.path)"
  var made = ""
  for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
    made += made.isEmpty && part.isEmpty ? "/" : part + "/"
    _ = mkdir(made, 0o777)
  }
  guard let stream = fopen(path, "wx") else {
    throw UsageError(message: "cannot write '\(path)': \(Wording.systemMessage(errno))")
  }
  var text = file.text
  let isWritten = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, stream) == $0.count }
  guard fclose(stream) == 0, isWritten else {
    throw UsageError(message: "cannot write '\(path)': \(Wording.systemMessage(errno))")
  }
  if file.isExecutable { _ = chmod(path, 0o755) }
}

private func nextSteps(_ language: String, _ name: StageName, _ path: String) -> String {
  let folder = path.hasPrefix("/") || path.hasPrefix(".") ? path : "./\(path)"
  if language == "swift" {
    return """
      made \(folder); next:
        wireroom build-stage \(folder)
        wireroom conform \(folder)
        wireroom run \(folder)/example.yaml
      """
  }
  return """
    made \(folder); next:
      wireroom conform \(folder)/example.yaml
      wireroom run \(folder)/example.yaml
    """
}
