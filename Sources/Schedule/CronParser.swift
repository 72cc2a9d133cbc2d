/// Reads the text of a cron expression. It accepts nothing that Debian's cron refuses or reads
/// otherwise, but refuses what that passes over in silence, such as ranges that run backwards or
/// characters behind a value.
struct CronParser {
  /// What one field says.
  struct Values: Equatable {
    /// Bit n stands for value n.
    var values: UInt64 = 0
    var startsWithStar = false
    /// From 1, in Unicode scalars.
    var column = 1
  }

  /// What all fields say.
  struct Fields {
    var text = ""
    /// In the order of ``CronField``.
    fileprivate var values: [Values] = []

    subscript(field: CronField) -> Values { values[field.rawValue] }
  }

  /// The abbreviations and what they stand for.
  static let nicknames = [
    ("@hourly", "0 * * * *"), ("@daily", "0 0 * * *"), ("@midnight", "0 0 * * *"),
    ("@weekly", "0 0 * * 0"), ("@monthly", "0 0 1 * *"), ("@yearly", "0 0 1 1 *"),
    ("@annually", "0 0 1 1 *"),
  ]

  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func parse() throws(CronExpressionError) -> Fields {
    skipBlanks()
    guard let first = next else { throw mistake(.empty) }
    if first == "@" { return try parseNickname() }

    var fields = Fields()
    for field in CronField.allCases {
      if next == nil { throw mistake(.fieldCount(fields.values.count)) }
      let start = position
      fields.values.append(try parse(field))
      if !fields.text.isEmpty { fields.text += " " }
      fields.text += text(start..<position)
      skipBlanks()
    }
    guard next == nil else {
      let rest = scalars[position...].split(whereSeparator: Self.isBlank).count
      throw mistake(.fieldCount(fields.values.count + rest))
    }
    return fields
  }

  private mutating func parseNickname() throws(CronExpressionError) -> Fields {
    let start = position
    let name = takeWhile { !Self.isBlank($0) }
    if name == "@reboot" { throw mistake(.reboot, at: start) }
    guard let nickname = Self.nicknames.first(where: { $0.0 == name }) else {
      throw mistake(.unknownNickname(name), at: start)
    }
    skipBlanks()
    if next != nil { throw mistake(.behindNickname(name)) }
    var expansion = CronParser(nickname.1)
    var fields = try expansion.parse()
    fields.text = name
    return fields
  }

  private mutating func parse(_ field: CronField) throws(CronExpressionError) -> Values {
    var result = Values(startsWithStar: next == "*", column: position + 1)
    repeat {
      result.values |= try parseElement(of: field)
    } while take(",")
    if let next, !Self.isBlank(next) { throw mistake(.unexpected(next, field)) }
    return result
  }

  /// `*`, `5`, `1-5`, and the first and last with a step.
  private mutating func parseElement(of field: CronField) throws(CronExpressionError) -> UInt64 {
    let start = position
    var low = field.range.lowerBound
    var high = field.range.upperBound
    var isSingle = false
    if !take("*") {
      low = try parseValue(of: field)
      isSingle = !take("-")
      high = isSingle ? low : try parseValue(of: field)
      if low > high {
        throw mistake(.backwards(text(start..<position), low, high, field), at: start)
      }
    }
    guard take("/") else { return Self.bits(low, high, step: 1) }
    let stepStart = position
    let word = takeWord()
    // Any step beyond the range selects the first value alone.
    guard let step = Self.number(word), step > 0 else {
      throw mistake(.badStep(word), at: stepStart)
    }
    if isSingle { throw mistake(.stepWithoutRange(low, word, field), at: start) }
    return Self.bits(low, high, step: step)
  }

  private mutating func parseValue(of field: CronField) throws(CronExpressionError) -> Int {
    let start = position
    let word = takeWord()
    if word.isEmpty {
      if let next, next != ",", next != "-", next != "/", !Self.isBlank(next) {
        throw mistake(.unexpected(next, field))
      }
      throw mistake(.valueMissing(field))
    }
    if let index = field.names.firstIndex(of: word.lowercased()) {
      return field.range.lowerBound + index
    }
    guard let number = Self.number(word) else { throw mistake(.noValue(word, field), at: start) }
    guard field.range.contains(number) else { throw mistake(.outOfRange(word, field), at: start) }
    return number
  }

  private static func bits(_ low: Int, _ high: Int, step: Int) -> UInt64 {
    stride(from: low, through: high, by: step).reduce(0) { $0 | 1 << UInt64($1) }
  }

  /// The value of decimal digits; a large number stands for all that are larger still.
  private static func number(_ word: String) -> Int? {
    guard !word.isEmpty, word.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
    return Int(word) ?? 1_000_000
  }

  // MARK: Scalars

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private func text(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[range])
    return String(result)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  private mutating func skipBlanks() {
    while let next, Self.isBlank(next) { position += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func takeWord() -> String {
    takeWhile { ("0"..."9").contains($0) || ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
  }

  private mutating func takeWhile(_ belongs: (Unicode.Scalar) -> Bool) -> String {
    var word = ""
    while let next, belongs(next) {
      word.unicodeScalars.append(next)
      position += 1
    }
    return word
  }

  private func mistake(
    _ problem: CronExpressionError.Problem, at position: Int? = nil
  ) -> CronExpressionError {
    CronExpressionError(column: (position ?? self.position) + 1, problem: problem)
  }
}
