import Diagnostics

/// One option of a command.
struct CommandOption: Sendable {
  /// With its dashes.
  let name: String
  /// What stands for its value in the help; `nil` for a switch.
  let value: String?
  let help: String

  init(_ name: String, _ value: String? = nil, _ help: String) {
    self.name = name
    self.value = value
    self.help = help
  }
}

/// A command of the program: the table from which arguments are read and help is made.
struct Command: Sendable {
  let name: String
  /// What may follow the name, as the help shows it.
  let operands: String
  /// One line, starting with a verb, without a full stop.
  let summary: String
  /// Paragraphs for `wireroom help NAME`.
  let discussion: String
  let options: [CommandOption]
  /// How many operands there may be.
  let operandCount: ClosedRange<Int>
  let run: @Sendable (ParsedArguments) throws(UsageError) -> Int32
}

/// The arguments of a command, sorted out but not yet acted upon.
struct ParsedArguments: Sendable {
  var operands: [String] = []
  var switches: Set<String> = []
  var values: [String: [String]] = [:]

  /// The last value given for an option.
  func value(_ name: String) -> String? { values[name]?.last }

  /// The same as a number; `nil` where it is not given.
  func number(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        message:
          "'\(name)' is a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'")
    }
    return number
  }
}

/// A mistake on the command line.
struct UsageError: Error, Equatable {
  /// Lower case, without a full stop.
  let message: String
}

extension Command {
  /// Sorts out the arguments behind the name of the command. `--name=value` and `--name value` are
  /// the same; after `--` everything is an operand, and a single `-` always is one.
  func parse(_ arguments: ArraySlice<String>) throws(UsageError) -> ParsedArguments {
    var parsed = ParsedArguments()
    var rest = arguments
    var onlyOperands = false
    while let argument = rest.popFirst() {
      if onlyOperands || !argument.hasPrefix("-") || argument == "-" {
        parsed.operands.append(argument)
        continue
      }
      if argument == "--" {
        onlyOperands = true
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let option = options.first(where: { $0.name == name }) else {
        throw UsageError(
          message: "unknown option '\(name)' for '\(self.name)'"
            + didYouMean(name, options.map(\.name)) + "; see 'wireroom help \(self.name)'")
      }
      guard let placeholder = option.value else {
        guard parts.count == 1 else {
          throw UsageError(message: "option '\(name)' takes no value")
        }
        parsed.switches.insert(name)
        continue
      }
      guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
        throw UsageError(message: "option '\(name)' needs a value: \(name) \(placeholder)")
      }
      parsed.values[name, default: []].append(value)
    }
    guard operandCount.contains(parsed.operands.count) else {
      let problem =
        parsed.operands.count < operandCount.lowerBound
        ? "'\(name)' needs \(operands)"
        : "'\(name)' does not take '\(parsed.operands[operandCount.upperBound])'"
      throw UsageError(message: "\(problem); see 'wireroom help \(name)'")
    }
    return parsed
  }
}

/// `; did you mean 'x'?`, or nothing where no candidate is near.
func didYouMean(_ word: String, _ candidates: [String]) -> String {
  nearestName(to: word, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
}
