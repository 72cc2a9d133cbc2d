extension ScheduledRun {
  /// The most bytes that the command of a crontab line may have: Debian's cron reads up to 999 and
  /// takes a command that fills these for one that was cut.
  static let longestCommand = 998

  /// The line that starts the run, without its line feed.
  ///
  /// The environment stands before the command rather than in lines of its own, for those would hold
  /// for all lines below them too, which are the user's.
  func crontabLine() throws(ScheduleError) -> String {
    var words = environment.map { "\($0.name)=\(quoteForCron($0.value))" }
    words += command.map(quoteForCron)
    words += [">>" + quoteForCron(log), "2>&1"]
    let command = words.joined(separator: " ")
    guard command.utf8.count <= Self.longestCommand else {
      throw .lineTooLong(command.utf8.count)
    }
    return "\(expression.text) \(command)"
  }
}

/// A word as the shell shall see it, written for a crontab.
///
/// cron, before any shell, takes `%` for the end of the command unless a backslash stands before it,
/// which it removes, in quotes or not. Some crons also make one backslash of two. So none may stand
/// before another or before `%`: the quotes are closed and opened again behind each.
func quoteForCron(_ word: String) -> String {
  if isPlain(word) { return word }
  var result = "'"
  for scalar in word.unicodeScalars {
    switch scalar {
    case "'": result += #"'\''"#
    case "\\": result += #"\''"#
    case "%": result += #"\%"#
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "'"
}
