import Foundation
import Ledger
import StageKit
import Testing
import TextKit

@Suite struct LedgerTests {
  private func temporaryPath() -> String {
    FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID()).sqlite").path
  }

  private func withLedger(_ body: (Ledger, String) throws -> Void) throws {
    let path = temporaryPath()
    defer {
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + ending)
      }
    }
    try body(try Ledger(path: path), path)
  }

  private func entry(_ path: [UInt8], record: Int = 0, root: String = "") -> LedgerEntry {
    LedgerEntry(
      key: InputKey(root: root, path: path, record: record),
      stamp: FileStamp(size: 3, modified: -5, changed: 7, inode: .max), sha256: "ab",
      outcome: .written, stage: "tag", reason: "because", message: "", offset: 9,
      isTransient: true, duration: 11, run: 12, chain: 13, applied: .max, reached: 14,
      location: SpoolLocation(segment: 15, start: 5, lengths: [1, 22, 0], checksum: .max))
  }

  private func all(_ ledger: Ledger) throws -> [LedgerEntry] {
    var found: [LedgerEntry] = []
    try ledger.forEach(.written) { found.append($0) }
    return found
  }

  @Test func givesBackWhatWasRecorded() throws {
    try withLedger { ledger, _ in
      let added = entry([0x61, 0xFF, 0x0A, 0x2F, 0x62], record: 4, root: "wire")
      try ledger.record(added)
      #expect(try all(ledger) == [added])
      #expect(try ledger.counts() == [.written: 1])
      #expect(try ledger.entry(of: added.key) == added)
      var compared = added
      compared.location = nil
      #expect(try ledger.entries(after: nil, limit: 5) == [compared])
      #expect(try ledger.entries(after: added.key, limit: 5) == [])
    }
  }

  @Test func nothingOfAnEntryIsLeftToTheNext() throws {
    try withLedger { ledger, _ in
      let bare = LedgerEntry(key: InputKey(path: [0x62]), stamp: FileStamp(), outcome: .written)
      for added in [entry([0x61]), bare, entry([0x63])] { try ledger.record(added) }
      #expect(try all(ledger) == [entry([0x61]), bare, entry([0x63])])
    }
  }

  @Test func aLaterEntryTakesThePlaceOfTheFirst() throws {
    try withLedger { ledger, _ in
      try ledger.record(entry([0x61]))
      var later = entry([0x61])
      later.outcome = .quarantined
      later.location = nil
      try ledger.record(later)
      #expect(try ledger.counts() == [.quarantined: 1])
      #expect(try ledger.segmentsInUse() == [])
      try ledger.setStamp(of: later.key, FileStamp(size: 99))
      #expect(try ledger.entries(after: nil, limit: 5).first?.stamp == FileStamp(size: 99))
    }
  }

  @Test func listsInTheOrderOfKeysWholeOrByPages() throws {
    try withLedger { ledger, _ in
      var keys: Set<InputKey> = []
      var random = SystemRandomNumberGenerator()
      let alphabet = Array("ab/.- \u{1}".utf8) + [0xFF]
      for _ in 0..<500 {
        let path = (0..<Int.random(in: 1...6, using: &random)).map { _ in
          alphabet.randomElement(using: &random) ?? 0x61
        }
        keys.insert(
          InputKey(
            root: ["", "a", "ab"].randomElement(using: &random) ?? "", path: path,
            record: Int.random(in: 0...300, using: &random)))
      }
      for key in keys { try ledger.record(entry(key.path, record: key.record, root: key.root)) }
      #expect(try all(ledger).map(\.key) == keys.sorted())
      var paged: [InputKey] = []
      while true {
        let page = try ledger.entries(after: paged.last, limit: 7)
        if page.isEmpty { break }
        paged += page.map(\.key)
      }
      #expect(paged == keys.sorted())
    }
  }

  @Test func tellsInShortWhatPublishingHasToKnow() throws {
    try withLedger { ledger, _ in
      var kept = entry([0x62])
      kept.kept = 2
      var failed = entry([0x61])
      failed.outcome = .quarantined
      failed.reason = "busy"
      failed.isTransient = true
      failed.location = nil
      for entry in [kept, failed] { try ledger.record(entry) }
      var outlines: [DocumentOutline] = []
      try ledger.forEachOutline { outlines.append($0) }
      try #require(outlines.map(\.key) == [failed.key, kept.key])
      #expect(outlines.map(\.outcome) == [.quarantined, .written])
      #expect(outlines.map(\.reason) == ["busy", kept.reason])
      #expect(outlines.map(\.isTransient) == [true, kept.isTransient])
      #expect(outlines.map(\.location) == [nil, kept.location])
      #expect(outlines.map(\.chain) == [failed.chain, kept.chain])
      #expect(outlines.map(\.isKept) == [false, true])
    }
  }

  @Test func forgetsVanishedDocumentsWhenTold() throws {
    try withLedger { ledger, _ in
      try ledger.record(entry([0x61]))
      try ledger.record(entry([0x62]))
      try ledger.noteVanished(InputKey(path: [0x61]))
      #expect(try ledger.documentCount() == 2)
      try ledger.removeVanished()
      #expect(try all(ledger).map(\.key.path) == [[0x62]])
      // A run that was cut off before it published leaves nothing for the next.
      try ledger.noteVanished(InputKey(path: [0x62]))
      _ = try ledger.beginRun(started: 1, chain: 1, workers: 1)
      #expect(try all(ledger).count == 1)
    }
  }

  @Test func ofEqualInputsNoMoreWereRenamedThanWereDone() throws {
    try withLedger { ledger, _ in
      for name in UInt8(ascii: "a")...UInt8(ascii: "e") {
        var entry = entry([name])
        entry.run = name == UInt8(ascii: "e") ? 2 : 1
        try ledger.record(entry)
      }
      for name in UInt8(ascii: "a")...UInt8(ascii: "d") {
        try ledger.noteVanished(InputKey(path: [name], record: 0))
      }
      #expect(try ledger.renamedCount(run: 2) == 1)
      #expect(try ledger.renamedCount(run: 3) == 0)
      #expect(try ledger.countsOfWhatIsLeft()[.written] == 1)
    }
  }

  @Test func remembersChainsAndFacts() throws {
    try withLedger { ledger, _ in
      let first = try ledger.chainNumber("first")
      let second = try ledger.chainNumber("second")
      #expect(try ledger.chainNumber("first") == first)
      #expect(first != second)
      var used = entry([0x61])
      used.chain = second
      try ledger.record(used)
      #expect(try ledger.chains() == [second: "second"])
      #expect(try ledger.fact("pending") == nil)
      try ledger.setFact("pending", "1")
      #expect(try ledger.fact("pending") == "1")
      try ledger.setFact("pending", nil)
      #expect(try ledger.fact("pending") == nil)
    }
  }

  @Test func refusesALedgerOfANewerVersion() throws {
    let path = temporaryPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    do { _ = try Ledger(path: path) }
    // The version stands at byte 60 of the file, the most significant byte first.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[62] = 9
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect {
      try Ledger(path: path)
    } throws: { error in
      (error as? LedgerError)?.message.contains("newer version of wireroom") == true
    }
  }

  @Test func refusesAFileThatIsNoLedger() throws {
    let path = temporaryPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(repeating: 0x41, count: 5000).write(to: URL(fileURLWithPath: path))
    #expect(throws: LedgerError.self) { try Ledger(path: path) }
  }
}
