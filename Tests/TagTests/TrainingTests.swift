import Diagnostics
import Evaluation
import Foundation
import StageKit
import Tag
import Testing
import TextKit

@testable import TagTraining

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

  /// - Parameter report: takes each line, too.
  private func train(
    _ folder: URL, report: (String) -> Void = { _ in }
  ) throws -> (model: [UInt8], lines: [String]) {
    var options = TagTrainer.Options()
    options.rounds = 3
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
    ) { line in
      lines.append(line)
      report(line)
    }
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

  @Test func goesOnAfterAnInterruptionAsIfThereHadBeenNone() throws {
    try withFolder { folder in
      let state = folder.appendingPathComponent("model.training")
      let kept = folder.appendingPathComponent("kept")
      let whole = try train(folder) { line in
        if line.hasPrefix("round 2") { try? FileManager.default.copyItem(at: state, to: kept) }
      }
      #expect(!FileManager.default.fileExists(atPath: state.path))
      let beside = folder.appendingPathComponent("beside")
      try FileManager.default.copyItem(at: kept, to: beside)
      try FileManager.default.moveItem(at: kept, to: state)
      let resumed = try train(folder)
      #expect(resumed.lines.contains("going on after round 2"))
      #expect(!resumed.lines.contains { $0.hasPrefix("round 1") })
      #expect(resumed.model == whole.model)
      // A single bit that is another one makes another model.
      var damaged = try Data(contentsOf: beside)
      damaged[damaged.count / 2] ^= 0x40
      try damaged.write(to: state)
      let renewed = try train(folder)
      #expect(!renewed.lines.contains { $0.hasPrefix("going on") })
      #expect(renewed.model == whole.model)
      // What is damaged or of another training is begun anew.
      try Data("nonsense".utf8).write(to: state)
      #expect(try train(folder).model == whole.model)
    }
  }

  /// Words of the lists are names in lower case where the writer spares capitals, and only there.
  @Test func findsListedNamesInLowerCaseOfHastyWriters() throws {
    try withFolder { folder in
      let training = folder.appendingPathComponent("train.conll").path
      try Self.corpus(seed: 1, count: 240).write(
        toFile: training, atomically: true, encoding: .utf8)
      let list = folder.appendingPathComponent("places.txt").path
      try "Oslo\nLyon\nBergen\nYesterday\n".write(toFile: list, atomically: true, encoding: .utf8)
      var options = TagTrainer.Options()
      options.rounds = 3
      options.clusters = 8
      options.lowerCase = ["train=0.5"]
      options.lists = [list]
      let model = try TagTrainer.train(
        TrainingFiles(
          training: [training], development: [],
          output: folder.appendingPathComponent("model").path), options: options
      ) { _ in }
      var tagger = NameTagger(try NameModel(ModelMemory(model)))
      func found(_ text: String) -> [String] {
        let document = makeDocument(text)
        var reading = NameReading()
        var place = SentencePlace()
        var names: [NameTagger.Name] = []
        reading.read(document, from: &place)
        tagger.find(reading, document, into: &names)
        return names.map { name in
          document.text.utf8.span.string(
            ByteRange(
              Int(reading.pieces[name.pieces.lowerBound].start),
              Int(reading.pieces[name.pieces.upperBound - 1].end)))
        }
      }
      // The training files do not have this word.
      #expect(found("yesterday he left bergen for oslo.") == ["bergen", "oslo"])
      #expect(found("Today i left bergen for oslo.") == ["bergen", "oslo"])
      #expect(found("Yesterday he left bergen for Oslo.") == ["Oslo"])
    }
  }

  @Test func readsSpanFilesWithTheirSentencesOrByLines() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("train.jsonl").path
      try
        (#"{"text": "Ann Bell left. She sang.\nNo.", "entities": [[0, 8, "PER"]]}"# + "\n"
        + #"{"text": "Ann left. Go.", "entities": [[0, 3, "PER"]], "sentences": [[0, 9], [10, 13]]}"#)
        .write(toFile: path, atomically: true, encoding: .utf8)
      let corpus = try Corpus([path])
      #expect(
        corpus.documents.map(\.document.sentences) == [
          [ByteRange(0, 24), ByteRange(25, 28)], [ByteRange(0, 9), ByteRange(10, 13)],
        ])
      #expect(
        corpus.documents.map { $0.names.map(\.range) } == [
          [ByteRange(0, 8)], [ByteRange(0, 3)],
        ])
    }
  }

  @Test func tellsWhichWeightIsNone() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("train.conll").path
      try "Ann\tB-PER\n".write(toFile: path, atomically: true, encoding: .utf8)
      let problem = #expect(throws: EvaluationProblem.self) {
        try Corpus([path], lowerCase: ["train"])
      }
      #expect(
        problem?.diagnostic.message
          == "'train' in 'lower_case' is not PART=WEIGHT, such as voa=0.5")
    }
  }

  @Test func learnsWhatTheFilesShow() throws {
    let lines = try withFolder { try train($0).lines }
    let last = try #require(lines.last { $0.hasPrefix("round ") })
    let score = try #require(last.split(separator: " ").last.flatMap { Double($0) })
    #expect(score > 95)
  }

  /// A weight is rounded to a byte, which costs half a unit; one that is less than three units
  /// everywhere is left out.
  @Test func roundsWeightsWithinAUnitEach() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("train.conll").path
      try Self.corpus(seed: 1, count: 240).write(toFile: path, atomically: true, encoding: .utf8)
      var options = TagTrainer.Options()
      options.clusters = 8
      let corpus = try Corpus([path])
      let knowledge = try Knowledge(corpus, options) { _ in }
      let examples = ExampleSet(corpus, knowledge, minimumCount: 2)
      var trainer = ChainTrainer(examples, options)
      for _ in 0..<3 { trainer.trainRound() }
      let model = try NameModel(ModelMemory(NameModel.bytes(of: trainer.parts(knowledge))))
      var agreements = 0
      for piece in 0..<examples.pieceCount {
        let exact = trainer.score(piece)
        var row = FeatureWeights.Row(repeating: 0)
        let features = examples.starts[piece]..<examples.starts[piece + 1]
        for position in features {
          model.weights.add(examples.features[Int(examples.numbers[position])], to: &row)
        }
        var best = (exact: 0, rounded: 0)
        for label in 0..<model.labels.count {
          let rounded = Float(row[label]) * model.scale
          // The largest few weights are cut, which makes a score less extreme, not other.
          #expect(abs(rounded - exact[label]) <= Float(features.count) * model.scale * 2.5)
          if exact[label] > exact[best.exact] { best.exact = label }
          if row[label] > row[best.rounded] { best.rounded = label }
        }
        if best.exact == best.rounded { agreements += 1 }
      }
      #expect(agreements * 100 >= examples.pieceCount * 99)
    }
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
