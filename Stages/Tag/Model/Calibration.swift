/// Makes the model's probabilities into confidences, by a logistic function of their log-odds (Platt
/// 1999): of the entities at 0.9 about nine in ten are right on texts like those it was fitted on.
package struct Calibration: Sendable, Equatable {
  package var slope: Float
  package var offset: Float

  /// Without a fit, confidences are the probabilities.
  package init(slope: Float = 1, offset: Float = 0) {
    self.slope = slope
    self.offset = offset
  }

  /// Rounded to hundredths, of which more would pretend.
  package func confidence(_ probability: Float) -> Double {
    let score = slope * Self.logOdds(probability) + offset
    let odds = exponential(SIMD16(repeating: -score))[0]
    return Double((100 / (1 + odds)).rounded()) / 100
  }

  /// Probabilities of 0 and 1 are held back, as no measurement tells them from almost.
  package static func logOdds(_ probability: Float) -> Float {
    let held = min(max(probability, 1e-4), 1 - 1e-4)
    return naturalLogarithm(held / (1 - held))
  }
}
