/// The candidate that was probably meant by a misspelt name, or `nil` if none is near.
///
/// Near is what a few slips of the finger explain: one edit in short names, up to four in long ones.
/// Upper case and hyphens for underscores do not count. Failing that, the one candidate that the
/// name is the beginning of. Of equally near ones it is the first.
public func nearestName(to name: String, among candidates: [String]) -> String? {
  let longestName = 64
  let typed = comparable(name)
  guard !typed.isEmpty, typed.count <= longestName else { return nil }
  var nearest: (name: String, distance: Int)?
  for candidate in candidates {
    let wanted = comparable(candidate)
    let farthest = min(max(1, max(typed.count, wanted.count) / 3), 4)
    let limit = nearest.map { $0.distance - 1 } ?? farthest
    if let distance = editDistance(typed, wanted, limit: min(limit, farthest)) {
      nearest = (candidate, distance)
      if distance == 0 { break }
    }
  }
  if let nearest { return nearest.name }
  guard typed.count >= 3 else { return nil }
  let continuations = candidates.filter { comparable($0).starts(with: typed) }
  return continuations.count == 1 ? continuations[0] : nil
}

private func comparable(_ name: String) -> [UInt8] {
  name.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
}

/// The number of insertions, deletions, replacements and exchanges of two neighbours that turn one
/// name into the other (Damerau and Levenshtein, each place edited once), or `nil` beyond `limit`.
func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
  guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
  // Row i holds the distances between the first i bytes of `left` and all beginnings of `right`.
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for i in 0..<left.count {
    var current = [i + 1]
    current.reserveCapacity(right.count + 1)
    for j in 0..<right.count {
      var distance = min(previous[j + 1] + 1, current[j] + 1)
      distance = min(distance, previous[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        distance = min(distance, beforePrevious[j - 1] + 1)
      }
      current.append(distance)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count] <= limit ? previous[right.count] : nil
}
