import TextKit

/// Which of the files and folders below a root are taken.
struct ListingRules: Sendable {
  /// Whether everything below the root is wanted, not only what `globs` match.
  var takesEverything: Bool
  /// The globs that lead here from `paths`.
  var globs: [Glob]
  var include: [Glob]
  var exclude: [Glob]
  var isRecursive: Bool
  var takesHidden: Bool

  /// How far each glob has been matched on the way to a folder.
  struct States {
    fileprivate var globs: [Glob.States]
    fileprivate var include: [Glob.States]
    fileprivate var exclude: [Glob.States]
  }

  var initialStates: States {
    States(
      globs: globs.map(\.initialStates), include: include.map(\.initialStates),
      exclude: exclude.map(\.initialStates))
  }

  /// Whether a file of this name, in a folder reached with `states`, is taken.
  func takesFile(_ name: Span<UInt8>, _ states: States) -> Bool {
    guard isVisible(name, states), !isExcluded(name, states) else { return false }
    var spellsEnding = false
    if !globs.isEmpty || !takesEverything {
      guard
        matches(globs, states.globs, name, spellsEnding: &spellsEnding) || takesEverything
      else { return false }
    }
    if !include.isEmpty {
      guard matches(include, states.include, name, spellsEnding: &spellsEnding) else {
        return false
      }
    }
    return spellsEnding || FileType(name: name) != nil
  }

  /// The states below a folder of this name, or `nil` if nothing in it would be taken.
  func enter(_ name: Span<UInt8>, _ states: States) -> States? {
    guard isVisible(name, states), !isExcluded(name, states) else { return nil }
    let below = States(
      globs: step(globs, states.globs, name), include: step(include, states.include, name),
      exclude: step(exclude, states.exclude, name))
    let isWanted = (takesEverything && isRecursive) || below.globs.contains { $0 != 0 }
    let canBeIncluded = include.isEmpty || below.include.contains { $0 != 0 }
    return isWanted && canBeIncluded ? below : nil
  }

  /// A name that starts with a dot is hidden unless that is wanted, of all or of this one.
  private func isVisible(_ name: Span<UInt8>, _ states: States) -> Bool {
    if takesHidden || name[0] != UInt8(ascii: ".") { return true }
    for (glob, states) in zip(globs + include, states.globs + states.include)
    where glob.spellsDot(of: name, states) {
      return true
    }
    return false
  }

  private func isExcluded(_ name: Span<UInt8>, _ states: States) -> Bool {
    var spellsEnding = false
    return matches(exclude, states.exclude, name, spellsEnding: &spellsEnding)
  }

  private func matches(
    _ globs: [Glob], _ states: [Glob.States], _ name: Span<UInt8>, spellsEnding: inout Bool
  ) -> Bool {
    var isMatch = false
    for (glob, states) in zip(globs, states) where glob.isMatch(glob.step(states, name)) {
      isMatch = true
      spellsEnding = spellsEnding || glob.spellsEnding
    }
    return isMatch
  }

  private func step(_ globs: [Glob], _ states: [Glob.States], _ name: Span<UInt8>) -> [Glob.States]
  {
    var next: [Glob.States] = []
    for (glob, states) in zip(globs, states) { next.append(glob.step(states, name)) }
    return next
  }
}
