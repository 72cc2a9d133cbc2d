import Evaluation
import Foundation
import SegmentTraining
import TestSupport
import Testing

@Suite struct TrainingTests {
  private let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private func write(_ name: String, _ text: String) throws -> String {
    try workplace.write(name, text)
    return workplace.url(name).path
  }

  private func train(_ paths: [String]) throws -> [UInt8] {
    var options = SegmentTrainer.Options()
    options.rounds = 3
    options.minimumCount = 1
    return try SegmentTrainer.train(
      TrainingFiles(training: paths, development: paths, output: ""), options: options
    ) { _ in }
  }

  private let spans = """
    {"text": "\\"It fell!\\" Ada left. He said (why?) no.", "sentences": [[0, 20], [21, 39]]}

    """

  @Test func makesTheSameBytesOfTheSameFiles() throws {
    let path = try write("a.jsonl", spans)
    let first = try train([path])
    #expect(try train([path]) == first)
    let source = String(decoding: first, as: UTF8.self)
    #expect(source.contains("extension BoundaryModel"))
    #expect(source.split(separator: "\n").allSatisfy { $0.utf8.count <= 100 })
  }

  @Test func learnsFromConlluAsFromSpans() throws {
    let words = [
      ["\"", "It", "fell", "!", "\"", "Ada", "left", "."],
      ["He", "said", "(", "why", "?", ")", "no", "."],
    ]
    let attached: Set<String> = ["\"0", "fell", "!", "left", "(", "why", "?", "no"]
    var lines = ["# newdoc id = a", "# newpar"]
    for sentence in words {
      for (index, word) in sentence.enumerated() {
        let isAttached = attached.contains(word) || (word == "\"" && index == 0)
        let columns = ["\(index + 1)", word] + Array(repeating: "_", count: 7)
        lines.append((columns + [isAttached ? "SpaceAfter=No" : "_"]).joined(separator: "\t"))
      }
      lines.append("")
    }
    let conllu = try write("a.conllu", lines.joined(separator: "\n") + "\n")
    #expect(try train([conllu]) == train([write("a.jsonl", spans)]))
  }

  @Test func tellsWhatIsWrongWithAFile() throws {
    let path = try write("b.conllu", "1\tone\n")
    #expect(throws: EvaluationProblem.self) { _ = try train([path]) }
    #expect(throws: EvaluationProblem.self) { _ = try train([write("c.jsonl", "")]) }
  }
}
