import TextKit

/// The words of English that say nothing about what a text is about, by their hashes.
struct StopWords: Sendable {
  private var hashes: [UInt64]

  init() {
    hashes = Array(repeating: 0, count: 1024)
    for word in Self.words.split(separator: " ") {
      var place = 0
      let bytes = Array(word.utf8)
      let hash = hashBytes(bytes.span)
      place = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
      while hashes[place] != 0 { place = (place + 1) & (hashes.count - 1) }
      hashes[place] = hash
    }
  }

  func contains(_ hash: UInt64) -> Bool {
    var place = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[place] != 0 {
      if hashes[place] == hash { return true }
      place = (place + 1) & (hashes.count - 1)
    }
    return false
  }

  private static let words = """
    about above according after again against ago all almost along already also although always am \
    among an and another any anyone anything are around as asked at away back be became because \
    become been before began behind being below between both but by ca came can come could day days \
    did do does doing done down during each either else even ever every few first for former found \
    from further gave get getting give given go goes going gone got had has have having he her here \
    hers herself him himself his how however if in including into is it its itself just keep kept \
    know known last later least less let like likely made make makes making many may me might more \
    most mr mrs ms much must my myself never new next no nor not nothing now n't n’t of off often on \
    once one only or other others our out over own part people per perhaps put quite rather re \
    really said same saw say saying says see seen set several she should since so some something \
    soon still such take taken than that the their theirs them themselves then there these they \
    thing things think this those though three through time to today together told too took toward \
    towards two under until up upon us use used very via want wanted was way we week well went were \
    what when where whether which while who whom whose why will with within without wo would year \
    years yesterday yet you your yours
    """
}
