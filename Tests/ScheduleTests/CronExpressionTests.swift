import Testing

@testable import Schedule

/// What an expression should say; full fields are left out.
private struct Meaning: Sendable {
  var minutes = Array(0...59)
  var hours = Array(0...23)
  var daysOfMonth = Array(1...31)
  var months = Array(1...12)
  var daysOfWeek = Array(0...6)
  var eitherDaySuffices = false
  var followsClock = false
}

private let meanings: [(String, Meaning)] = [
  ("* * * * *", Meaning(followsClock: true)),
  ("15 3 * * *", Meaning(minutes: [15], hours: [3])),
  ("  15\t3  * * *  ", Meaning(minutes: [15], hours: [3])),
  ("05 003 * * *", Meaning(minutes: [5], hours: [3])),
  ("0,30 3 * * *", Meaning(minutes: [0, 30], hours: [3])),
  ("30,0,30 3 * * *", Meaning(minutes: [0, 30], hours: [3])),
  ("0-4 3 * * *", Meaning(minutes: [0, 1, 2, 3, 4], hours: [3])),
  ("7-7 3 * * *", Meaning(minutes: [7], hours: [3])),
  ("1-10/3 3 * * *", Meaning(minutes: [1, 4, 7, 10], hours: [3])),
  ("1-2,50-59/4,9 3 * * *", Meaning(minutes: [1, 2, 9, 50, 54, 58], hours: [3])),
  ("*/20 3 * * *", Meaning(minutes: [0, 20, 40], hours: [3], followsClock: true)),
  (
    "*/7 3 * * *",
    Meaning(minutes: [0, 7, 14, 21, 28, 35, 42, 49, 56], hours: [3], followsClock: true)
  ),
  ("*/90 3 * * *", Meaning(minutes: [0], hours: [3], followsClock: true)),
  ("*/99999999999999999999 3 * * *", Meaning(minutes: [0], hours: [3], followsClock: true)),
  ("0-59/15 3 * * *", Meaning(minutes: [0, 15, 30, 45], hours: [3])),
  ("5,*/30 3 * * *", Meaning(minutes: [0, 5, 30], hours: [3])),
  ("*/30,5 3 * * *", Meaning(minutes: [0, 5, 30], hours: [3], followsClock: true)),
  ("0 * * * *", Meaning(minutes: [0], followsClock: true)),
  ("0 0-23 * * *", Meaning(minutes: [0])),
  ("0 8-18/2 * * *", Meaning(minutes: [0], hours: [8, 10, 12, 14, 16, 18])),
  ("0 0 1 * *", Meaning(minutes: [0], hours: [0], daysOfMonth: [1])),
  ("0 0 * feb *", Meaning(minutes: [0], hours: [0], months: [2])),
  ("0 0 * JAN,Dec *", Meaning(minutes: [0], hours: [0], months: [1, 12])),
  ("0 0 * mar-may *", Meaning(minutes: [0], hours: [0], months: [3, 4, 5])),
  ("0 0 * apr-12/4 *", Meaning(minutes: [0], hours: [0], months: [4, 8, 12])),
  ("0 0 * */3 *", Meaning(minutes: [0], hours: [0], months: [1, 4, 7, 10])),
  ("0 0 * * mon-fri", Meaning(minutes: [0], hours: [0], daysOfWeek: [1, 2, 3, 4, 5])),
  ("0 0 * * 0", Meaning(minutes: [0], hours: [0], daysOfWeek: [0])),
  ("0 0 * * 7", Meaning(minutes: [0], hours: [0], daysOfWeek: [0])),
  ("0 0 * * SUN", Meaning(minutes: [0], hours: [0], daysOfWeek: [0])),
  ("0 0 * * 5-7", Meaning(minutes: [0], hours: [0], daysOfWeek: [0, 5, 6])),
  ("0 0 * * sat-7", Meaning(minutes: [0], hours: [0], daysOfWeek: [0, 6])),
  ("0 0 * * 0-7", Meaning(minutes: [0], hours: [0])),
  ("0 0 * * 1-7/2", Meaning(minutes: [0], hours: [0], daysOfWeek: [0, 1, 3, 5])),
  ("0 0 * * */2", Meaning(minutes: [0], hours: [0], daysOfWeek: [0, 2, 4, 6])),
  ("0 0 * * */7", Meaning(minutes: [0], hours: [0], daysOfWeek: [0])),
  (
    "0 0 1,15 * fri",
    Meaning(
      minutes: [0], hours: [0], daysOfMonth: [1, 15], daysOfWeek: [5], eitherDaySuffices: true)
  ),
  (
    "0 0 1-31 * 1",
    Meaning(minutes: [0], hours: [0], daysOfWeek: [1], eitherDaySuffices: true)
  ),
  (
    "0 0 */10 * 1",
    Meaning(minutes: [0], hours: [0], daysOfMonth: [1, 11, 21, 31], daysOfWeek: [1])
  ),
  (
    "0 0 13 * */5",
    Meaning(minutes: [0], hours: [0], daysOfMonth: [13], daysOfWeek: [0, 5])
  ),
  ("0 0 29 2 *", Meaning(minutes: [0], hours: [0], daysOfMonth: [29], months: [2])),
  (
    "0 0 30,31 feb,apr *",
    Meaning(minutes: [0], hours: [0], daysOfMonth: [30, 31], months: [2, 4])
  ),
  (
    "0 0 31 2 mon",
    Meaning(
      minutes: [0], hours: [0], daysOfMonth: [31], months: [2], daysOfWeek: [1],
      eitherDaySuffices: true)
  ),
  ("@hourly", Meaning(minutes: [0], followsClock: true)),
  ("@daily", Meaning(minutes: [0], hours: [0])),
  ("@midnight", Meaning(minutes: [0], hours: [0])),
  ("@weekly", Meaning(minutes: [0], hours: [0], daysOfWeek: [0])),
  ("@monthly", Meaning(minutes: [0], hours: [0], daysOfMonth: [1])),
  ("@yearly", Meaning(minutes: [0], hours: [0], daysOfMonth: [1], months: [1])),
  (" @annually ", Meaning(minutes: [0], hours: [0], daysOfMonth: [1], months: [1])),
]

private let mistakes: [(String, column: Int, String)] = [
  ("", 1, "no schedule is given; write the five fields of cron, such as '15 3 * * *', or '@daily'"),
  (
    " \t", 3,
    "no schedule is given; write the five fields of cron, such as '15 3 * * *', or '@daily'"
  ),
  ("15", 3, fiveFields + "not just 1"),
  ("15 3 * *", 9, fiveFields + "not just 4"),
  ("15 3 * * ", 10, fiveFields + "not just 4"),
  ("0 15 3 * * *", 12, fiveFields + "not 6; it knows neither seconds nor years"),
  ("15 3 * * * * 2030", 12, fiveFields + "not 7; it knows neither seconds nor years"),
  (
    "@reboot", 1,
    "'@reboot' means whenever the machine starts, which is no time; name one, such as '@daily'"
  ),
  ("@dayly", 1, "unknown name '@dayly'; there are " + nicknames),
  (" @Daily", 2, "unknown name '@Daily'; there are " + nicknames),
  ("@every 5m", 1, "unknown name '@every'; there are " + nicknames),
  ("@daily 5", 8, "nothing may follow '@daily'"),
  ("60 * * * *", 1, "minute '60' is out of range; write a number from 0 to 59"),
  ("5,60 * * * *", 3, "minute '60' is out of range; write a number from 0 to 59"),
  ("5-64/30 * * * *", 3, "minute '64' is out of range; write a number from 0 to 59"),
  (
    "99999999999999999999 * * * *", 1,
    "minute '99999999999999999999' is out of range; write a number from 0 to 59"
  ),
  ("0 24 * * *", 3, "hour '24' is out of range; write a number from 0 to 23, where midnight is 0"),
  ("0 0 0 * *", 5, "day of month '0' is out of range; write a number from 1 to 31"),
  ("0 0 32 * *", 5, "day of month '32' is out of range; write a number from 1 to 31"),
  (
    "0 0 * 0 *", 7,
    "month '0' is out of range; write a number from 1 to 12 or a name from 'jan' to 'dec'"
  ),
  (
    "0 0 * 13 *", 7,
    "month '13' is out of range; write a number from 1 to 12 or a name from 'jan' to 'dec'"
  ),
  (
    "0 0 * * 8", 9,
    "day of week '8' is out of range; write a number from 0 to 7, where 0 and 7 are sunday, or a "
      + "name from 'sun' to 'sat'"
  ),
  ("0 0 * january *", 7, "'january' is no month; did you mean 'jan'?"),
  ("0 0 * * Thurs", 9, "'Thurs' is no day of week; did you mean 'thu'?"),
  (
    "0 0 * * mo", 9,
    "'mo' is no day of week; write a number from 0 to 7, where 0 and 7 are sunday, or a name from "
      + "'sun' to 'sat'"
  ),
  ("0 0 L * *", 5, "'L' is no day of month; write a number from 1 to 31"),
  ("0 0 15W * *", 5, "'15W' is no day of month; write a number from 1 to 31"),
  ("0 0 ? * *", 5, "'?' is no sign of cron; write '*' for any value"),
  (
    "0 0 * * 5#2", 10,
    "'#' means nothing in the day of week; a field consists of values, '*', ',', '-' and '/'"
  ),
  (
    "0 0 * * \u{662}", 9,
    "'\u{662}' means nothing in the day of week; a field consists of values, '*', ',', '-' and '/'"
  ),
  (
    "0 0 * *\n *", 8,
    "'\\u{a}' means nothing in the month; a field consists of values, '*', ',', '-' and '/'"
  ),
  (
    "1.5 0 * * *", 2,
    "'.' means nothing in the minute; a field consists of values, '*', ',', '-' and '/'"
  ),
  (
    "*5 0 * * *", 2,
    "'5' means nothing in the minute; a field consists of values, '*', ',', '-' and '/'"
  ),
  (
    "1-2-3 0 * * *", 4,
    "'-' means nothing in the minute; a field consists of values, '*', ',', '-' and '/'"
  ),
  ("1,,2 0 * * *", 3, missing("minute")),
  ("1, 2 0 * * *", 3, missing("minute")),
  (",1 0 * * *", 1, missing("minute")),
  ("0 3- * * *", 5, missing("hour")),
  ("0 -3 * * *", 3, missing("hour")),
  ("0 0 * * /2", 9, missing("day of week")),
  ("*/ * * * *", 3, "the number behind '/' is missing"),
  ("*/0 * * * *", 3, "'0' is no step; write a number from 1 on behind '/'"),
  ("*/x * * * *", 3, "'x' is no step; write a number from 1 on behind '/'"),
  ("5/15 * * * *", 1, "a step needs a range or '*' before it; write '5-59/15'"),
  ("0 0 * * mon/2", 9, "a step needs a range or '*' before it; write '1-6/2'"),
  ("50-10 * * * *", 1, "the range '50-10' runs backwards; write '50-59,0-10'"),
  ("0 22-6 * * *", 3, "the range '22-6' runs backwards; write '22-23,0-6'"),
  ("0 23-0 * * *", 3, "the range '23-0' runs backwards; write '23,0'"),
  ("0 0 25-5/2 * *", 5, "the range '25-5' runs backwards; write '25-31,1-5'"),
  ("0 0 * nov-feb *", 7, "the range 'nov-feb' runs backwards; write '11-12,1-2'"),
  ("0 0 * * fri-sun", 9, "the range 'fri-sun' runs backwards; write '5-7'"),
  ("0 0 * * fri-mon", 9, "the range 'fri-mon' runs backwards; write '5-6,0-1'"),
  ("0 0 * * 7-1", 9, "the range '7-1' runs backwards; write '0-1'"),
  ("0 0 31 2 *", 5, "never due: none of these months has such a day"),
  ("0 0 30-31 feb *", 5, "never due: none of these months has such a day"),
  ("0 0 31 2,4,6,9,11 *", 5, "never due: none of these months has such a day"),
  ("0 0 30 2 */7", 5, "never due: none of these months has such a day"),
]

private let fiveFields =
  "a schedule has five fields (minute, hour, day of month, month, day of week), "
private let nicknames =
  "'@hourly', '@daily', '@midnight', '@weekly', '@monthly', '@yearly' and '@annually'"

private func missing(_ field: String) -> String {
  "a \(field) is missing here; lists and ranges have neither blanks nor empty places"
}

@Suite struct CronExpressionTests {
  @Test(arguments: meanings.indices) func readsWhatCronReads(_ index: Int) throws {
    let (text, meaning) = meanings[index]
    let expression = try CronExpression(text)
    #expect(expression.minutes.setBits == meaning.minutes)
    #expect(expression.hours.setBits == meaning.hours)
    #expect(expression.daysOfMonth.setBits == meaning.daysOfMonth)
    #expect(expression.months.setBits == meaning.months)
    #expect(expression.daysOfWeek.setBits == meaning.daysOfWeek)
    #expect(expression.eitherDaySuffices == meaning.eitherDaySuffices)
    #expect(expression.followsClock == meaning.followsClock)
  }

  @Test(arguments: mistakes.indices) func locatesMistakes(_ index: Int) {
    let (text, column, message) = mistakes[index]
    let error = #expect(throws: CronExpressionError.self) { try CronExpression(text) }
    #expect(error?.message == message)
    #expect(error?.column == column)
  }

  @Test func keepsTheTextWithoutItsSuperfluousBlanks() throws {
    #expect(try CronExpression("  15\t3   * *  Mon ").text == "15 3 * * Mon")
    #expect(try CronExpression(" @daily ").text == "@daily")
  }

  @Test func survivesAnyText() throws {
    var random = SeededRandom(11)
    let pieces = Array("0123456789*/,-  \t@?LjanFEBmonsun\n\u{e9}\u{1F4F0}\r\u{301}").map(
      String.init)
    var accepted = 0
    for round in 0..<6_000 {
      var text = meanings[round % meanings.count].0
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        var characters = Array(text)
        let place = Int.random(in: 0...characters.count, using: &random)
        if Bool.random(using: &random), place < characters.count {
          characters.remove(at: place)
        } else {
          characters.insert(contentsOf: pieces.randomElement(using: &random) ?? "", at: place)
        }
        text = String(characters)
      }
      do {
        let expression = try CronExpression(text)
        #expect(try CronExpression(expression.text) == expression)
        accepted += 1
      } catch {
        #expect((1...text.unicodeScalars.count + 1).contains(error.column))
        #expect(!error.message.unicodeScalars.contains { $0.value < 0x20 })
      }
    }
    #expect(accepted > 1_000)
  }
}
