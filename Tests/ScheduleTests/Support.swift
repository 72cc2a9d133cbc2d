import Foundation

@testable import Schedule

/// Zones whose rules come from another source than the program's.
func zone(_ identifier: String) throws -> Zone {
  guard let zone = TimeZone(identifier: identifier) else { throw UnknownZone() }
  return Zone { instant in
    let date = Date(timeIntervalSince1970: Double(instant))
    let name = zone.isDaylightSavingTime(for: date) ? "SUMMER" : "WINTER"
    return Zone.Offset(seconds: zone.secondsFromGMT(for: date), abbreviation: name)
  }
}

struct UnknownZone: Error {}

/// The moment at which it is a time of UTC, such as `2024-03-31 01:00`.
func moment(_ text: String) throws -> Int {
  let numbers = text.split { "- :".contains($0) }.compactMap { Int($0) }
  var time = tm()
  time.tm_year = Int32(numbers[0] - 1900)
  time.tm_mon = Int32(numbers[1] - 1)
  time.tm_mday = Int32(numbers[2])
  time.tm_hour = Int32(numbers[3])
  time.tm_min = Int32(numbers[4])
  return timegm(&time)
}

/// The same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

func makeRun(
  name: String = "news", pipeline: String = "/home/ann/news.yaml",
  at expression: String = "15 3 * * *",
  program: String = "/usr/local/bin/wireroom", log: String = "/home/ann/.wireroom/news/cron.log",
  environment: [(name: String, value: String)] = []
) throws -> ScheduledRun {
  try ScheduledRun(
    name: name, pipeline: pipeline, expression: try CronExpression(expression), program: program,
    log: log, environment: environment)
}
