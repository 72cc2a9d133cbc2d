import Foundation
import TestSupport
import Testing

/// Two or three runs that are started at the same moment.
@Suite(.serialized) struct StartTests {
  @Test(arguments: ["fail", "skip", "wait"])
  func neverAreTwoRunsUnderWay(_ overlap: String) throws {
    let workplace = try Workplace(isInMemory: true)
    try Corpus.writePipeline(workplace, settings: "overlap: \(overlap)")
    let documents = 30
    for number in 0..<documents {
      try workplace.write("in/\(number).txt", Corpus.article(number))
    }
    let expected = try workplace.publishedFromScratch()
    let state = State(workplace: workplace)
    for round in 0..<(Scale.isLong ? 100 : 8) {
      try? workplace.remove("work")
      let started = try (0..<2 + round % 2).map { _ in try workplace.start(["run", "p.yaml"]) }
      let results = try started.map { try $0.wait() }
      let codes = results.map(\.code)
      let isInOrder =
        codes.contains(0) && codes.allSatisfy { $0 == 0 || overlap == "fail" && $0 == 75 }
      #expect(isInOrder, "\(codes): \(results.map(\.messages))")
      #expect(workplace.published() == expected)
      // Nothing was done twice, and each run that says that it has run is in the ledger.
      let ran = try results.filter { $0.messages.contains(" documents = ") && $0.code == 0 }
        .map { try LastLine($0) }
      #expect(ran.map { $0.parts["written"] ?? 0 }.reduce(0, +) == documents)
      #expect(try state.runCount() == ran.count)
      if overlap == "wait" { #expect(ran.count == results.count) }
      try state.requireTidy()
    }
  }
}
