/// Sets of numbers that can be joined; the smallest number stands for its set.
struct DisjointSets {
  private var parents: [Int32] = []

  mutating func removeAll() { parents.removeAll(keepingCapacity: true) }

  /// Adds a set of one number, the next.
  mutating func add() -> Int {
    parents.append(Int32(parents.count))
    return parents.count - 1
  }

  mutating func find(_ number: Int) -> Int {
    var root = number
    while Int(parents[root]) != root {
      parents[root] = parents[Int(parents[root])]
      root = Int(parents[root])
    }
    return root
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (first, second) = (find(left), find(right))
    parents[max(first, second)] = Int32(min(first, second))
  }
}
