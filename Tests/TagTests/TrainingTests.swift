import Evaluation
import Foundation
import StageKit
import Tag
import TagTraining
import Testing

@Suite struct TrainingTests {
  /// Sentences of our own in which names of two types stand in telling places.
  private static func corpus(seed: UInt64, count: Int) -> String {
    var random = Random(seed: seed)
    let people = ["Ann Bell", "Tom Stone", "Una Vatnor", "Li Wu", "Omar Haddad", "Eva Lind"]
    let places = ["Oslo", "Norra", "Vatnor Bay", "Peru", "Lyon", "Kyoto"]
    let frames = [
      "P said no in L .", "Yesterday P left L for L .", "In L , P spoke .", "No one came .",
    ]
    var lines = ""
    for index in 0..<count {
      if index % 4 == 0 { lines += "# doc \(index)\n" }
      for word in random.element(frames).split(separator: " ") {
        let (type, name) =
          switch word {
          case "P": ("PER", random.element(people))
          case "L": ("LOC", random.element(places))
          default: ("O", String(word))
          }
        for (position, token) in name.split(separator: " ").enumerated() {
          let tag = type == "O" ? "O" : "\(position == 0 ? "B" : "I")-\(type)"
          lines += "\(token)\t\(tag)\n"
        }
      }
      lines += "\n"
    }
    return lines
  }

  private func train(
    _ folder: URL, rounds: Int = 3, interruptedAfter: Int? = nil
  ) throws -> (model: [UInt8], lines: [String]) {
    var options = TagTrainer.Options()
    options.rounds = rounds
    options.clusters = 8
    let training = folder.appendingPathComponent("train.conll").path
    let development = folder.appendingPathComponent("dev.conll").path
    try Self.corpus(seed: 1, count: 240).write(toFile: training, atomically: true, encoding: .utf8)
    try Self.corpus(seed: 2, count: 60).write(
      toFile: development, atomically: true, encoding: .utf8)
    var lines: [String] = []
    let model = try TagTrainer.train(
      TrainingFiles(
        training: [training], development: [development],
        output: folder.appendingPathComponent("model").path), options: options
    ) { lines.append($0) }
    return (model, lines)
  }

  private func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  @Test func makesTheSameBytesEachTime() throws {
    let first = try withFolder { try train($0).model }
    let second = try withFolder { try train($0).model }
    #expect(first == second)
    #expect(try NameModel(ModelMemory(first)).labels.types == ["LOC", "PER"])
  }

  @Test func learnsWhatTheFilesShow() throws {
    let lines = try withFolder { try train($0).lines }
    let last = try #require(lines.last { $0.hasPrefix("round ") })
    let score = try #require(last.split(separator: " ").last.flatMap { Double($0) })
    #expect(score > 95)
  }

  @Test func namesWhatIsWrongWithTheFiles() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("plain.conll").path
      try "Rain\tO\n\n".write(toFile: path, atomically: true, encoding: .utf8)
      let files = TrainingFiles(training: [path], development: [], output: path + ".model")
      let problem = #expect(throws: EvaluationProblem.self) {
        try TagTrainer.train(files, options: TagTrainer.Options()) { _ in }
      }
      #expect(problem == EvaluationProblem("the training files name no entities"))
    }
  }
}
