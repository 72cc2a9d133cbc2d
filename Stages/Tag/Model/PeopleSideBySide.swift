/// Tells people apart whom the chain takes for one person: where line breaks are lost, people stand side
/// by side (`Ann Bell Tomas Novak`), which the training texts hardly have.
struct PeopleSideBySide {
  let pieces: [Piece]
  /// See `NameRuns`.
  let listBits: [UInt32]

  /// Whether these are several people with two names each, a list of those who came or are written to:
  /// so many words, every other one a given name.
  func arePairs(_ range: Range<Int>) -> Bool {
    range.count >= 6 && range.count.isMultiple(of: 2)
      && range.dropFirst().allSatisfy(isWordBehindSpace)
      && stride(from: range.lowerBound, to: range.upperBound, by: 2).allSatisfy(isKnownGivenName)
  }

  /// Whether another person begins at a piece.
  func anotherBegins(at index: Int, after start: Int, before end: Int) -> Bool {
    guard isKnownGivenName(index), isWordBehindSpace(index), pieces[index - 1].shape != .initial
    else { return false }
    if pieces[index].hash == pieces[index - 1].hash { return true }
    guard index - start > 1, index + 1 < end, isWordBehindSpace(index + 1), pieces[index - 1].isName
    else { return false }
    let isClear = isGivenName(index) && isGivenName(start) && !isGivenName(index - 1)
    return isClear || (isKnownGivenName(start) && !isKnownGivenName(index - 1))
  }

  private func isGivenName(_ index: Int) -> Bool {
    pieces[index].roles.contains(.givenName) && pieces[index].length > 2
  }

  /// Whether a word is a given name of the lexicon, or stands in the model's lists by itself.
  private func isKnownGivenName(_ index: Int) -> Bool {
    let isListed = listBits[index] & NameRuns.listedAlone != 0
    return isGivenName(index) || (isListed && pieces[index].length > 2)
  }

  private func isWordBehindSpace(_ index: Int) -> Bool {
    let piece = pieces[index]
    return piece.isName && piece.shape != .initial && piece.gap == .space
  }
}
