/// A mistake in a cron expression.
public struct CronExpressionError: Error, Sendable, Equatable {
  /// The place inside of the expression, from 1, in Unicode scalars.
  public let column: Int
  let problem: Problem

  /// What is wrong.
  enum Problem: Sendable, Equatable {
    case empty
    case fieldCount(Int)
    case reboot
    case unknownNickname(String)
    case behindNickname(String)
    case valueMissing(CronField)
    case noValue(String, CronField)
    case outOfRange(String, CronField)
    case backwards(String, Int, Int, CronField)
    case badStep(String)
    case stepWithoutRange(Int, String, CronField)
    case unexpected(Unicode.Scalar, CronField)
    case neverDue
  }

  /// What is wrong and what to do: lower case, without a full stop.
  public var message: String {
    switch problem {
    case .empty:
      "no schedule is given; write the five fields of cron, such as '15 3 * * *', or '@daily'"
    case .fieldCount(let count):
      "a schedule has five fields (minute, hour, day of month, month, day of week), "
        + (count < 5 ? "not just \(count)" : "not \(count); it knows neither seconds nor years")
    case .reboot:
      "'@reboot' means whenever the machine starts, which is no time; name one, such as '@daily'"
    case .unknownNickname(let name):
      "unknown name \(quote(name)); there are "
        + CronParser.nicknames.dropLast().map { "'\($0.0)'" }.joined(separator: ", ")
        + " and '@annually'"
    case .behindNickname(let name): "nothing may follow '\(name)'"
    case .valueMissing(let field):
      "a \(field.title) is missing here; lists and ranges have neither blanks nor empty places"
    case .noValue(let word, let field): "\(quote(word)) is no \(field.title); " + hint(word, field)
    case .outOfRange(let word, let field):
      "\(field.title) \(quote(word)) is out of range; write \(values(of: field))"
    case .backwards(let text, let low, let high, let field):
      "the range \(quote(text)) runs backwards; " + split(low, high, field)
    case .badStep(let word):
      word.isEmpty
        ? "the number behind '/' is missing"
        : "\(quote(word)) is no step; write a number from 1 on behind '/'"
    case .stepWithoutRange(let low, let step, let field):
      "a step needs a range or '*' before it; write '\(low)-\(last(field))/\(step)'"
    case .unexpected("?", _): "'?' is no sign of cron; write '*' for any value"
    case .unexpected(let scalar, let field):
      "\(quote(String(scalar))) means nothing in the \(field.title); a field consists of values, "
        + "'*', ',', '-' and '/'"
    case .neverDue: "never due: none of these months has such a day"
    }
  }

  private func values(of field: CronField) -> String {
    let numbers = "a number from \(field.range.lowerBound) to \(field.range.upperBound)"
    switch field {
    case .minute, .dayOfMonth: return numbers
    case .hour: return numbers + ", where midnight is 0"
    case .month: return numbers + " or a name from 'jan' to 'dec'"
    case .dayOfWeek: return numbers + ", where 0 and 7 are sunday, or a name from 'sun' to 'sat'"
    }
  }

  private func hint(_ word: String, _ field: CronField) -> String {
    let start = String(word.lowercased().prefix(3))
    return field.names.contains(start)
      ? "did you mean '\(start)'?" : "write \(values(of: field))"
  }

  /// The highest value, where Sunday is not counted twice.
  private func last(_ field: CronField) -> Int {
    field == .dayOfWeek ? 6 : field.range.upperBound
  }

  /// How to write a range over the end of the hour, day, month, year or week.
  private func split(_ low: Int, _ high: Int, _ field: CronField) -> String {
    // Sunday may stand at either end of the week.
    if field == .dayOfWeek && high == 0 { return "write '\(low)-7'" }
    if field == .dayOfWeek && low == 7 { return "write '0-\(high)'" }
    func range(_ low: Int, _ high: Int) -> String { low >= high ? "\(high)" : "\(low)-\(high)" }
    return "write '\(range(low, last(field))),\(range(field.range.lowerBound, high))'"
  }
}

/// A name or value in quotes, cut after forty characters, with nothing in it that a terminal would
/// act upon.
func quote(_ text: String) -> String {
  let longest = 40
  var result = ""
  for scalar in text.unicodeScalars.prefix(longest) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      result += "\\u{\(String(scalar.value, radix: 16))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return text.unicodeScalars.count > longest ? "'\(result)…'" : "'\(result)'"
}
