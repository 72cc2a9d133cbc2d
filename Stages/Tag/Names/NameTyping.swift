import StageKit
import TextKit

/// Turns what the model finds into candidates: with finer types, and without titles in front.
///
/// Models know people, organisations, places and other names; which places are countries and cities,
/// and which other names are peoples, the lists and the forms of names tell.
struct NameTyping {
  private enum Class {
    case person
    case place
    case other
    case number(Int)
  }

  private let classes: [Class]
  private let lexicon = Lexicon.shared

  /// - Parameters:
  ///   - types: the words of the model.
  ///   - number: the number of a type in the stage's `TypeTable`.
  init(_ types: [String], number: (EntityType) -> Int) {
    classes = types.map { type in
      switch type {
      case "PER", "PERSON": .person
      case "LOC": .place
      case "MISC": .other
      default: .number(number(EntityType(rawValue: type)))
      }
    }
  }

  /// Appends the candidates of names.
  func append(
    _ names: [NameTagger.Name], _ reading: NameReading, to candidates: inout [Candidate]
  ) {
    var rule = 0
    for name in names {
      var range = name.pieces
      while rule < reading.rules.count,
        reading.rules[rule].pieceRange.upperBound <= range.lowerBound
      { rule += 1 }
      var same: Candidate?
      if rule < reading.rules.count, reading.rules[rule].pieceRange == range {
        same = reading.rules[rule]
      }
      if appendParts(of: range, reading, from: rule, to: &candidates) { continue }
      range = withoutArticle(range, same, reading.pieces)
      var title: Range<Int>?
      let type: Int
      switch classes[name.type] {
      case .person:
        type = NameType.person.number
        title = reading.finder.title(endingAt: range.lowerBound)
        if let inner = reading.finder.title(within: range) {
          title = (title?.lowerBound ?? inner.lowerBound)..<inner.upperBound
          range = inner.upperBound..<range.upperBound
        }
      case .place: type = placeType(range, same, reading.pieces).number
      case .other: type = otherType(range, same, reading.pieces)
      case .number(let number): type = number
      }
      candidates.append(
        Candidate(
          range, type: type, title: title, probability: name.probability, by: .names))
    }
  }

  /// `China-Russia`: names of the lists with hyphens between are several names.
  private func appendParts(
    of range: Range<Int>, _ reading: NameReading, from rule: Int, to candidates: inout [Candidate]
  ) -> Bool {
    var next = range.lowerBound
    var index = rule
    while index < reading.rules.count {
      let part = reading.rules[index]
      let pieces = part.pieceRange
      guard part.entry > 0, pieces.lowerBound == next, pieces.upperBound <= range.upperBound else {
        return false
      }
      if pieces.upperBound == range.upperBound { break }
      let mark = reading.pieces[pieces.upperBound]
      guard mark.symbol == .hyphen, mark.gap == .none else { return false }
      next = pieces.upperBound + 1
      index += 1
    }
    guard index > rule, index < reading.rules.count else { return false }
    candidates.append(contentsOf: reading.rules[rule...index])
    return true
  }

  /// `the` is no part of a name unless a list has it there: `The Hague`.
  private func withoutArticle(
    _ range: Range<Int>, _ rule: Candidate?, _ pieces: [Piece]
  ) -> Range<Int> {
    guard range.count > 1, pieces[range.lowerBound].symbol == .the, rule?.entry ?? 0 == 0 else {
      return range
    }
    return range.lowerBound + 1..<range.upperBound
  }

  private func placeType(_ range: Range<Int>, _ rule: Candidate?, _ pieces: [Piece]) -> NameType {
    let places: [NameType] = [.place, .location, .facility]
    if let rule, let type = places.first(where: { $0.number == Int(rule.type) }) { return type }
    let last = pieces[range.upperBound - 1].roles
    if range.count > 1 {
      if last.contains(.facilityTail) { return .facility }
      if last.contains(.locationTail) { return .location }
      if pieces[range.lowerBound].roles.contains(.locationHead) { return .location }
    }
    return .place
  }

  private func otherType(_ range: Range<Int>, _ rule: Candidate?, _ pieces: [Piece]) -> Int {
    let others: [NameType] = [.nationality, .event, .language, .law]
    if let rule, let type = others.first(where: { $0.number == Int(rule.type) }) {
      return type.number
    }
    let last = pieces[range.upperBound - 1]
    if lexicon.entry(of: last).type == .nationality { return NameType.nationality.number }
    if range.count > 1 {
      if last.roles.contains(.eventTail) { return NameType.event.number }
      if last.roles.contains(.lawTail) { return NameType.law.number }
    }
    return Self.miscellaneous
  }

  private static let miscellaneous = TypeTable.number(of: .miscellaneous)
}
