import Diagnostics

/// Gathers all mistakes of a file.
struct MistakeCollector {
  /// How many are shown; a file with more is of another kind altogether.
  static let maximumShown = 100

  private(set) var mistakes: [LocatedMistake] = []

  var isEmpty: Bool { mistakes.isEmpty }

  mutating func add(_ mistake: Mistake, at location: SourceLocation?) {
    mistakes.append(LocatedMistake(mistake, location))
  }

  mutating func add(_ others: [LocatedMistake]) {
    mistakes += others
  }

  /// The messages, by place. A mistake that aliases bring to several places is told once.
  var diagnostics: [Diagnostic] {
    var sorted = mistakes.enumerated().sorted { left, right in
      switch (left.element.location, right.element.location) {
      case (nil, nil): left.offset < right.offset
      case (nil, _?): true
      case (_?, nil): false
      case (let first?, let second?):
        first == second ? left.offset < right.offset : first < second
      }
    }.map(\.element)
    sorted = sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
    var diagnostics = sorted.prefix(Self.maximumShown).map {
      Diagnostic(at: $0.location, $0.mistake.message)
    }
    if sorted.count > Self.maximumShown {
      let hidden = Mistake.furtherMistakes(sorted.count - Self.maximumShown)
      diagnostics.append(Diagnostic(.note, at: diagnostics.last?.location, hidden.message))
    }
    return diagnostics
  }
}
