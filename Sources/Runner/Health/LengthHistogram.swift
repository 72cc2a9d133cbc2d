import TextKit

/// How many lengths there are of each size, from which their median can be told within some 6 %,
/// however many they are. Eight steps double the length.
struct LengthHistogram: Sendable, Equatable {
  private static let exactLengths = 16
  private static let stepsPerDoubling = 8

  private var counts: [Int: Int] = [:]

  mutating func add(_ length: Int) {
    counts[Self.step(length), default: 0] += 1
  }

  /// `nil` if there are none.
  var median: Double? {
    let total = counts.values.reduce(0, +)
    guard total > 0 else { return nil }
    var below = 0
    for (step, count) in counts.sorted(by: { $0.key < $1.key }) {
      below += count
      // The lower one of two in the middle.
      if 2 * below >= total { return Self.middle(step) }
    }
    return nil
  }

  /// Short lengths have a step each; from then on the three bits behind the first tell the step.
  private static func step(_ length: Int) -> Int {
    if length < exactLengths { return max(0, length) }
    let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
    return exactLengths + (exponent - 4) * stepsPerDoubling + (length >> (exponent - 3)) & 7
  }

  /// The length in the middle of a step.
  private static func middle(_ step: Int) -> Double {
    if step < exactLengths { return Double(step) }
    let (exponent, part) = (step - exactLengths).quotientAndRemainder(dividingBy: stepsPerDoubling)
    let width = Double(2 << exponent)
    return Double(stepsPerDoubling + part) * width + width / 2
  }

  var value: Value {
    .object(
      counts.sorted { $0.key < $1.key }.map { Value.Member("\($0.key)", .integer($0.value)) })
  }

  init() {}

  init?(value: Value) {
    guard let members = value.members else { return nil }
    for member in members {
      // No length has a higher step.
      guard let step = Int(member.key), 0..<512 ~= step, let count = member.value.integer else {
        return nil
      }
      counts[step] = count
    }
  }
}
