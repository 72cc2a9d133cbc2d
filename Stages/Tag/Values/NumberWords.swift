/// Adds up a number in words, one word after another: `two hundred and fifty thousand`.
struct NumberWords {
  private var total = 0
  private var current = 0
  private(set) var isEmpty = true

  /// Adds `one` to `ninety`.
  ///
  /// - Returns: whether the word can stand there: not in `twenty thirty`.
  mutating func add(_ value: Int) -> Bool {
    let open = current % 100
    let fits = open == 0 || (open >= 20 && open % 10 == 0 && value < 10)
    guard fits else { return false }
    current += value
    isEmpty = false
    return true
  }

  /// Adds `hundred` (2), `thousand` (3) and so on, by their power of ten.
  mutating func scale(byPowerOfTen power: Int) -> Bool {
    guard power > 0, power <= 12, current < 1_000_000 else { return false }
    var factor = 1
    for _ in 0..<power { factor *= 10 }
    let scaled = max(current, 1) * factor
    if power == 2 {
      current = scaled
    } else {
      // Scales come in falling order, or multiply what was said so far: `one hundred million`.
      guard total == 0 || total % (factor * 1000) == 0 else { return false }
      total += scaled
      current = 0
    }
    isEmpty = false
    return true
  }

  var value: Int { total + current }
}
