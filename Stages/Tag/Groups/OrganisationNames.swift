/// Joins organisations with shorter forms of their names, where only one name of the document has that
/// form: `Red Hawks` of `Vatnor Red Hawks`, `Hawks` of the same, `Ellborough` of `Ellborough University`,
/// `Norra` and `Norra Power` of `Norra Power Supplies Ltd`.
struct OrganisationNames {
  private static let longestName = 8
  /// Stands for a form that several names have.
  private static let ambiguous = -1

  private var names: [(words: Range<Int>, set: Int)] = []
  private var setOfForm = NumberTable()

  mutating func removeAll() {
    names.removeAll(keepingCapacity: true)
    setOfForm.removeAll()
  }

  /// Adds a name that is new to the document.
  mutating func add(_ words: Range<Int>, _ set: Int) { names.append((words, set)) }

  mutating func joinShortForms(_ reader: NameReader, _ sets: inout DisjointSets) {
    guard names.count > 1 else { return }
    // Long forms first: `Red Hawks` and `Vatnor Red Hawks` are one before `Hawks` is looked at.
    join(formsOfOneWord: false, reader, &sets)
    join(formsOfOneWord: true, reader, &sets)
  }

  private mutating func join(
    formsOfOneWord isOne: Bool, _ reader: NameReader, _ sets: inout DisjointSets
  ) {
    setOfForm.removeAll()
    for (words, set) in names where words.count > 1 && words.count <= Self.longestName {
      // `the United Nations` is not what is left of its General Assembly.
      for start in words.dropFirst()
      where (start + 1 == words.upperBound) == isOne
        && reader.words[start - 1].kind != .small && mayStand(start..<words.upperBound, reader)
      {
        addForm(reader.key(of: start..<words.upperBound), set, &sets)
      }
      if isOne == (words.count == 2), reader.words[words.upperBound - 1].kind == .head {
        addForm(reader.key(of: words.dropLast()), set, &sets)
      }
    }
    for (words, set) in names where words.count > 1 && words.count <= Self.longestName {
      addFirstWords(of: words, isOne: isOne, reader, set, &sets)
    }
    for (words, set) in names where (words.count == 1) == isOne {
      if let full = setOfForm[reader.key(of: words)], full != Self.ambiguous {
        sets.join(full, set)
      }
    }
  }

  /// What news leaves of the name of a firm, if its legal form tells that it is one: the first words.
  private mutating func addFirstWords(
    of words: Range<Int>, isOne: Bool, _ reader: NameReader, _ set: Int, _ sets: inout DisjointSets
  ) {
    var last = words.upperBound
    while last > words.lowerBound, reader.words[last - 1].kind == .legalForm { last -= 1 }
    if last == words.upperBound { return }
    for end in words.dropFirst()
    where end < last && (end == words.lowerBound + 1) == isOne && reader.words[end].kind != .small
      && reader.words[end - 1].kind != .small
    {
      addForm(reader.key(of: words.lowerBound..<end), set, &sets)
    }
  }

  /// Whether the last words of a name may stand for all: two, or a plural. `the Court` and `the Bank`
  /// may be any.
  private func mayStand(_ words: Range<Int>, _ reader: NameReader) -> Bool {
    let first = reader.words[words.lowerBound]
    if first.kind != .plain { return false }
    return words.count > 1 || (first.length > 4 && first.isPlural)
  }

  private mutating func addForm(_ key: UInt64, _ set: Int, _ sets: inout DisjointSets) {
    guard let known = setOfForm[key], known != set else {
      setOfForm[key] = set
      return
    }
    if known == Self.ambiguous || sets.find(known) != sets.find(set) {
      setOfForm[key] = Self.ambiguous
    }
  }
}
