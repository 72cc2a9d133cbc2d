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
      func found(_ text: String) -> [String] { names(in: text, &tagger).map(\.text) }
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

  /// Words that point one way and words that point another one, `us` and `U.S.` among them, and one
  /// that falls apart into pieces.
  private static let vectors = """
    oslo 1 0.1
    ann 0.1 1
    bergen 2 0.3
    u.s. 1 0.2
    us -1 -1
    una 0.2 3
    new-york 1 0

    """

  @Test func putsWordsThatAreUsedAlikeIntoOneClass() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("vectors.txt").path
      try Self.vectors.write(toFile: path, atomically: true, encoding: .utf8)
      let vectors = try WordVectors(path)
      #expect(vectors.keys.count == 6)
      let clusters = VectorClusters(
        vectors.values, vectors.dimensions, weights: Array(repeating: 1, count: 6), count: 3)
      let numbers = clusters.numbers
      // Oslo, Bergen and the U.S.; Ann and Una; us.
      #expect(Set([numbers[0], numbers[2], numbers[3]]).count == 1)
      #expect(numbers[1] == numbers[5])
      #expect(Set([numbers[0], numbers[1], numbers[4]]).count == 3)
      #expect(GeneralClasses.entries(vectors) { _ in }.count == 6)
    }
  }

  @Test func namesTheLineOfVectorsThatCannotBeRead() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("vectors.txt").path
      for wrong in ["ann 1", "ann 1 2 3", "ann 1 x", "ann 1 nan", "ann"] {
        try "oslo 1 0.1\n\(wrong)\n".write(toFile: path, atomically: true, encoding: .utf8)
        let problem = #expect(throws: EvaluationProblem.self) { try WordVectors(path) }
        #expect(problem?.diagnostic.location?.line == 2)
      }
    }
  }

  /// Nothing but the classes of unknown words tells people from places here.
  @Test func knowsWordsThatTheTrainingFilesDoNotHaveByTheirClasses() throws {
    var random = Random(seed: 8)
    var words: [(word: String, isPlace: Bool)] = []
    var vectors = ""
    for index in 0..<300 {
      let letters = (0..<6).map { _ in Character(Unicode.Scalar(UInt8(97 + random.below(26)))) }
      let word = String(letters)
      let isPlace = index % 2 == 0
      words.append((word.capitalized, isPlace))
      let (high, low) = (100 + random.below(50), random.below(50))
      vectors += isPlace ? "\(word) \(high) \(low)\n" : "\(word) \(low) \(high)\n"
    }
    let known = words[..<200]
    let unknown = words[200...]
    let lines = known.map { "So\tO\n\($0.word)\tB-\($0.isPlace ? "LOC" : "PER")\nfell\tO\n\n" }
    func rightShare(_ options: TagTrainer.Options, _ folder: URL) throws -> Double {
      let training = folder.appendingPathComponent("train.conll").path
      try lines.joined().write(toFile: training, atomically: true, encoding: .utf8)
      let bytes = try TagTrainer.train(
        TrainingFiles(
          training: [training], development: [],
          output: folder.appendingPathComponent("model").path), options: options
      ) { _ in }
      let model = try NameModel(ModelMemory(bytes))
      var tagger = NameTagger(model)
      var right = 0
      for (word, isPlace) in unknown {
        var reading = NameReading()
        var place = SentencePlace()
        var names: [NameTagger.Name] = []
        let document = makeDocument("So \(word) fell")
        reading.read(document, from: &place)
        tagger.find(reading, document, into: &names)
        let type = names.first.map { model.labels.types[$0.type] }
        if type == (isPlace ? "LOC" : "PER") { right += 1 }
      }
      return Double(right) / Double(unknown.count)
    }
    try withFolder { folder in
      var options = TagTrainer.Options()
      options.clusters = 0
      #expect(try rightShare(options, folder) < 0.75)
      let path = folder.appendingPathComponent("vectors.txt").path
      try vectors.write(toFile: path, atomically: true, encoding: .utf8)
      options.vectors = path
      #expect(try rightShare(options, folder) > 0.9)
    }
  }

  /// The names of the first sentence, with the numbers of their types.
  private func names(
    in text: String, _ tagger: inout NameTagger
  ) -> [(text: String, type: Int)] {
    let document = makeDocument(text)
    var reading = NameReading()
    var place = SentencePlace()
    var names: [NameTagger.Name] = []
    reading.read(document, from: &place)
    tagger.find(reading, document, into: &names)
    return names.map { name in
      let range = ByteRange(
        Int(reading.pieces[name.pieces.lowerBound].start),
        Int(reading.pieces[name.pieces.upperBound - 1].end))
      return (document.text.utf8.span.string(range), name.type)
    }
  }

  @Test func tellsPeopleApartWhoStandSideBySide() throws {
    let model = try withFolder { try NameModel(ModelMemory(train($0).model)) }
    var tagger = NameTagger(model)
    func people(_ text: String) -> [String] {
      names(in: text, &tagger).filter { model.labels.types[$0.type] == "PER" }.map(\.text)
    }
    #expect(people("Ann Bell Tom Stone said no in Oslo.") == ["Ann Bell", "Tom Stone"])
    #expect(people("Ann Ann Bell said no in Oslo.") == ["Ann", "Ann Bell"])
    #expect(people("Ann Tom Stone said no in Oslo.") == ["Ann Tom Stone"])
    #expect(people("Ann Bell Tom said no in Oslo.") == ["Ann Bell Tom"])
    // Surnames that are given names, too.
    #expect(
      people("Ann Martin Tom Lewis Omar Scott said no in Oslo.")
        == ["Ann Martin", "Tom Lewis", "Omar Scott"])
  }

  @Test func knowsGivenNamesOfTheListsWherePeopleStandSideBySide() throws {
    try withFolder { folder in
      func people(lists: [String]) throws -> [String] {
        let training = folder.appendingPathComponent("train.conll").path
        try Self.corpus(seed: 1, count: 240).write(
          toFile: training, atomically: true, encoding: .utf8)
        var options = TagTrainer.Options()
        options.rounds = 3
        options.clusters = 8
        options.lists = lists
        let bytes = try TagTrainer.train(
          TrainingFiles(
            training: [training], development: [training],
            output: folder.appendingPathComponent("model").path), options: options
        ) { _ in }
        let model = try NameModel(ModelMemory(bytes))
        var tagger = NameTagger(model)
        return names(in: "Zorel Bell Mirkan Stone said no in Oslo.", &tagger)
          .filter { model.labels.types[$0.type] == "PER" }.map(\.text)
      }
      let list = folder.appendingPathComponent("given.txt").path
      try "Zorel\nMirkan\n".write(toFile: list, atomically: true, encoding: .utf8)
      #expect(try people(lists: [list]) == ["Zorel Bell", "Mirkan Stone"])
    }
  }

  /// The right labelling has to be likelier by more, so that a model is surer of it.
  @Test func isSurerAfterATrainingWithAMargin() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("train.conll").path
      try Self.corpus(seed: 1, count: 40).write(toFile: path, atomically: true, encoding: .utf8)
      let corpus = try Corpus([path])
      func sureness(_ margin: Double) throws -> Float {
        var options = TagTrainer.Options()
        options.clusters = 0
        options.margin = margin
        let knowledge = try Knowledge(corpus, options) { _ in }
        var trainer = ChainTrainer(ExampleSet(corpus, knowledge, minimumCount: 2), options)
        trainer.trainRound()
        let found = try measure(trainer.parts(knowledge), on: corpus).found
        return found.reduce(0) { $0 + $1.probability } / Float(found.count)
      }
      #expect(try sureness(3) > sureness(0))
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

  @Test(arguments: [
    ("Rain\tO\n\n", "the training files name no entities"),
    ("Norra\tB-ship\n\n", "the type 'ship' is not made of capitals, digits and '_'"),
    ("norra\tB-SHIP\n\n", "no word in the training files begins with a capital letter"),
  ])
  func namesWhatIsWrongWithTheFiles(_ text: String, _ message: String) throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("plain.conll").path
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let files = TrainingFiles(training: [path], development: [], output: path + ".model")
      let problem = #expect(throws: EvaluationProblem.self) {
        try TagTrainer.train(files, options: TagTrainer.Options()) { _ in }
      }
      #expect(problem == EvaluationProblem(message))
    }
  }

  /// Such as those of a model that is trained with a margin: nearly all are close to 1.
  @Test func fitsConfidencesToAModelThatIsTooSure() {
    var found: [(probability: Float, isRight: Bool)] = []
    for number in 0..<4000 {
      found.append((0.9999, number % 50 != 0))
      if number % 4 == 0 { found.append((0.99, number % 20 != 0)) }
      if number % 8 == 0 { found.append((0.9, number % 5 < 2)) }
    }
    let fit = calibration(found)
    #expect(abs(fit.confidence(0.9999) - 0.98) <= 0.02)
    #expect(abs(fit.confidence(0.99) - 0.8) <= 0.05)
    #expect(abs(fit.confidence(0.9) - 0.4) <= 0.07)
  }
}
