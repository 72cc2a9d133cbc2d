import Foundation
import StageKit
import Testing

@testable import Ledger

@Suite struct DocumentMeasuresTests {
  @Test(arguments: [
    (DocumentMeasures(textBytes: 2410, language: "en", tokens: 512, entities: 0), "2410 en 512 0"),
    (DocumentMeasures(textBytes: 0, language: nil, tokens: nil, entities: nil), "0 - - -"),
  ])
  func areKeptAsOneShortText(_ measures: DocumentMeasures, _ text: String) {
    #expect(measures.description == text)
    #expect(DocumentMeasures(description: text) == measures)
  }

  @Test(arguments: ["", "1", "x en 1 2", "1 en 2", "1 en 2 3 4"])
  func areNothingElse(_ text: String) {
    #expect(DocumentMeasures(description: text) == nil)
  }

  @Test func comeBackForWhatWasDoneAfterARun() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID()).sqlite")
      .path
    defer {
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + ending)
      }
    }
    let ledger = try Ledger(path: path)
    for run in 1...3 {
      var entry = LedgerEntry(
        key: InputKey(path: Array("\(run)".utf8)), stamp: FileStamp(), outcome: .written, run: run)
      entry.measures = DocumentMeasures(textBytes: run, language: "de", tokens: 1, entities: 2)
      try ledger.record(entry)
      #expect(try ledger.entry(of: entry.key) == entry)
      entry.key.record = 1
      entry.outcome = .filtered
      entry.reason = run == 1 ? "short" : "empty"
      entry.measures = nil
      try ledger.record(entry)
    }
    let reader = try #require(try LedgerReader(path: path))
    var lengths: [Int] = []
    try reader.forEachMeasure(after: 1) { lengths.append($0.textBytes) }
    #expect(lengths == [2, 3])
    #expect(try reader.filteredCount(after: 0, reason: "empty") == 2)
    #expect(try reader.filteredCount(after: 2, reason: "empty") == 1)
  }
}
