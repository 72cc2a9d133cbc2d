import Foundation
import StageKit
import Tag
import Testing
import TextKit

extension Random {
  /// A number between -`bound` and `bound`.
  fileprivate mutating func score(_ bound: Float) -> Float {
    Float.random(in: -bound...bound, using: &self)
  }
}

/// A chain and the scores of a few pieces, with what trying all labellings says of them.
private struct RandomChain {
  let labelCount: Int
  var weights: [Float]
  var scores: [LinearChain.Scores]
  var chain: LinearChain

  init(_ random: inout Random) {
    let labelCount = 1 + 2 * (1 + random.below(3))
    self.labelCount = labelCount
    weights = (0..<labelCount * labelCount).map { _ in random.score(3) }
    scores = (0..<1 + random.below(4)).map { _ in
      var row = LinearChain.Scores(repeating: -1e9)
      for label in 0..<labelCount { row[label] = random.score(4) }
      return row
    }
    chain = LinearChain(labelCount: labelCount, weights: weights)
  }

  /// The score of a labelling; `nil` where an inside continues nothing of its type.
  func score(_ labels: [Int]) -> Double? {
    var sum = 0.0
    var previous = 0
    for (index, label) in labels.enumerated() {
      guard ChainLabels.mayFollow(label, previous) else { return nil }
      sum += Double(weights[previous * labelCount + label]) + Double(scores[index][label])
      previous = label
    }
    return sum + Double(weights[previous * labelCount])
  }

  var labellings: [(labels: [Int], score: Double)] {
    var all: [[Int]] = [[]]
    for _ in scores { all = all.flatMap { start in (0..<labelCount).map { start + [$0] } } }
    return all.compactMap { labels in score(labels).map { (labels, $0) } }
  }
}

@Suite struct VoteTests {
  private let place = UInt8(ChainLabels.beginning(0))
  private let person = UInt8(ChainLabels.beginning(1))

  @Test func countsAllMentionsButTheOneThatAsks() {
    var votes = DocumentVotes()
    votes.reserve(2)
    votes.add(1, person)
    #expect(!votes.disagree(1, person))
    votes.add(1, place)
    #expect(votes.disagree(1, person))
    #expect(votes.disagree(1, place))
    votes.add(1, UInt8(ChainLabels.inside(1)))
    #expect(!votes.disagree(1, person))
    #expect(votes.disagree(1, place))
    votes.clear(1)
    votes.add(1, place)
    #expect(!votes.disagree(1, place))
  }

  @Test func makesTheLabelsOfTheOthersLikelier() {
    var votes = DocumentVotes()
    votes.reserve(1)
    for label in [person, person, person, 0] { votes.add(0, label) }
    var scores = LinearChain.Scores(repeating: 0)
    votes.weigh(0, 0, 5, into: &scores)
    #expect(scores[ChainLabels.beginning(1)] > scores[0])
    #expect(scores[ChainLabels.inside(1)] == scores[ChainLabels.beginning(1)])
    #expect(scores[ChainLabels.beginning(0)] == scores[0])
    // A word that stands nowhere else says nothing.
    votes.clear(0)
    votes.add(0, place)
    var alone = LinearChain.Scores(repeating: 0)
    votes.weigh(0, place, 5, into: &alone)
    #expect(alone == LinearChain.Scores(repeating: 0))
  }
}

@Suite struct ChainTests {
  @Test func findsTheBestOfAllLabellings() {
    var random = Random(seed: 3)
    for _ in 0..<120 {
      var example = RandomChain(&random)
      var found: [UInt8] = []
      example.chain.appendBestLabels(
        example.scores, 0..<example.scores.count, to: &found)
      let best = example.labellings.max { $0.score < $1.score }?.score ?? 0
      let score = example.score(found.map(Int.init))
      #expect(abs((score ?? -1e9) - best) < 1e-3)
    }
  }

  @Test func agreesWithTheSumsOverAllLabellings() {
    var random = Random(seed: 4)
    for _ in 0..<80 {
      var example = RandomChain(&random)
      let labellings = example.labellings
      let total = labellings.reduce(0) { $0 + exp($1.score) }
      #expect(abs(Double(example.chain.sum(example.scores)) - log(total)) < 1e-3)
      for index in example.scores.indices {
        for label in 0..<example.labelCount {
          let share =
            labellings.filter { $0.labels[index] == label }.reduce(0) { $0 + exp($1.score) } / total
          #expect(abs(Double(example.chain.probabilities(index)[label]) - share) < 1e-3)
        }
      }
      let inside = ChainLabels.inside(0)
      for start in example.scores.indices {
        for end in start + 1...example.scores.count {
          let share =
            labellings.filter { labels, _ in
              labels[start] == ChainLabels.beginning(0)
                && labels[start + 1..<end].allSatisfy { $0 == inside }
                && (end == labels.count || labels[end] != inside)
            }.reduce(0) { $0 + exp($1.score) } / total
          let found = example.chain.probability(ofName: start..<end, type: 0)
          #expect(abs(Double(found) - share) < 1e-3)
        }
      }
    }
  }

  @Test func reckonsPowersAndLogarithmsAsTheLibraryDoes() {
    var random = Random(seed: 5)
    for _ in 0..<1000 {
      let value = random.score(30)
      let power = exponential(SIMD16(repeating: value))[0]
      #expect(abs(power / exp(value) - 1) < 1e-4)
      let positive = abs(random.score(1e6)) + 1e-6
      #expect(abs(naturalLogarithm(positive) - log(positive)) < 1e-4)
    }
  }
}

@Suite struct ModelFileTests {
  static func parts(scale: Float = 0.01) -> NameModel.Parts {
    NameModel.Parts(
      labels: ChainLabels(types: ["LOC", "PER"]), transitions: Array(repeating: 0.5, count: 25),
      scale: scale, words: [(7, [1, 0, 2, 3])], classes: [(9, [1, 0, 2, 3])], lists: [(8, [1, 0])],
      features: (1...40).map { (UInt64($0) &* 0x9E37_79B9_7F4A_7C15, [1, 2, 3, 4, 5, 0, 0, 0]) },
      beginnings: WordFilter(), calibration: Calibration(slope: 1.5, offset: -0.25))
  }

  private func open(_ bytes: [UInt8]) throws(NameModel.Problem) -> NameModel {
    try NameModel(ModelMemory(bytes))
  }

  @Test func readsWhatItWrites() throws {
    let model = try open(NameModel.bytes(of: Self.parts()))
    #expect(model.labels.types == ["LOC", "PER"])
    #expect(model.calibration == Calibration(slope: 1.5, offset: -0.25))
    #expect(model.transitions == Array(repeating: 0.5, count: 25))
    #expect([model.words, model.classes, model.lists].map(\.bucketCount) == [1, 1, 1])
    var row = FeatureWeights.Row(repeating: 0)
    model.weights.add(0x9E37_79B9_7F4A_7C15, to: &row)
    #expect((0..<5).map { row[$0] } == [1, 2, 3, 4, 5])
    model.weights.add(12345, to: &row)
    #expect((0..<5).map { row[$0] } == [1, 2, 3, 4, 5])
  }

  @Test func refusesModelsThatAreCutShort() throws {
    let bytes = NameModel.bytes(of: Self.parts())
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: NameModel.Problem.self) { try open(Array(bytes[..<count])) }
    }
    let problem = #expect(throws: NameModel.Problem.self) { try open([]) }
    #expect(problem?.message == "it is no model of names")
  }

  @Test func refusesModelsWithAnyByteChanged() throws {
    let bytes = NameModel.bytes(of: Self.parts())
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var damaged = bytes
      damaged[index] ^= 0x41
      #expect(throws: NameModel.Problem.self, "byte \(index)") { try open(damaged) }
    }
  }

  /// With a right sum over the bytes, what a hostile author would write.
  @Test func survivesHostileModels() throws {
    let text = "Ann Bell met the UN in Oslo.\nThe Bank of Norra fell."
    var random = Random(seed: 6)
    for _ in 0..<300 {
      var bytes = NameModel.bytes(of: Self.parts())
      for _ in 0..<1 + random.below(4) {
        // The head is where sizes and places stand.
        let limit = random.below(2) == 0 ? 80 : bytes.count
        bytes[12 + random.below(limit - 12)] = UInt8(random.below(256))
      }
      guard let model = try? NameModel(ModelMemory(bytes), isTrusted: true) else { continue }
      var tagger = NameTagger(model)
      var reading = NameReading()
      var place = SentencePlace()
      var names: [NameTagger.Name] = []
      let document = makeDocument(text)
      while place.sentence < 2 {
        reading.read(document, from: &place)
        tagger.find(reading, document, into: &names)
      }
      for name in names { #expect(name.type < model.labels.types.count) }
    }
  }

  @Test func tellsWhyAModelCannotBeUsed() throws {
    let path = FileManager.default.temporaryDirectory.path + "/model-\(UUID().uuidString)"
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var options = TagOptions()
    options.model = path
    let problem = #expect(throws: OptionProblem.self) { try makeStage(options) }
    #expect(
      problem == OptionProblem("model", "'\(path)' cannot be used: it is no model of names"))
    options.model = "nowhere"
    let missing = #expect(throws: OptionProblem.self) { try makeStage(options) }
    #expect(missing?.message == "'nowhere' cannot be used: no such file or directory")
  }

  @Test func holdsTheBuiltInModelWithinItsBounds() {
    #expect(NameModel.builtIn.labels.types == ["LOC", "MISC", "ORG", "PER"])
    #expect(NameModel.builtIn.byteCount <= 8 << 20)
  }
}

@Suite struct TaggingTests {
  /// Sentences of our own in the manner of the news, with the names that are right.
  static let gold: [(text: String, names: [String])] = [
    (
      "Norwegian Prime Minister Astrid Halvorsen met Chinese officials in Beijing on Tuesday.",
      ["NORP Norwegian", "PERSON Astrid Halvorsen", "NORP Chinese", "GPE Beijing"]
    ),
    ("The World Bank lent Kenya $40 million.", ["ORG World Bank", "GPE Kenya"]),
    (
      "Police in Manchester said the suspect, Daniel Okafor, had fled to France.",
      ["GPE Manchester", "PERSON Daniel Okafor", "GPE France"]
    ),
    ("Okafor was arrested near Lyon.", ["PERSON Okafor", "GPE Lyon"]),
    (
      "The United Nations Security Council will vote on Syria, diplomats said.",
      ["ORG United Nations Security Council", "GPE Syria"]
    ),
    ("Microsoft and Google fought over the contract.", ["ORG Microsoft", "ORG Google"]),
    (
      "Maria Fernandez, a spokeswoman for the Ministry of Health, declined to comment.",
      ["PERSON Maria Fernandez", "ORG Ministry of Health"]
    ),
    ("The Taliban attacked a convoy in Kandahar province.", ["ORG Taliban", "GPE Kandahar"]),
    (
      "Shares of Siemens rose in Frankfurt after the European Central Bank cut rates.",
      ["ORG Siemens", "GPE Frankfurt", "ORG European Central Bank"]
    ),
    (
      "President Luis Moreno of Colombia will visit Washington in May.",
      ["PERSON Luis Moreno", "GPE Colombia", "GPE Washington"]
    ),
    (
      "The Conservative Party lost seats in Scotland and Wales.",
      ["ORG Conservative Party", "GPE Scotland", "GPE Wales"]
    ),
    (
      "Israeli and Palestinian leaders met in Cairo.",
      ["NORP Israeli", "NORP Palestinian", "GPE Cairo"]
    ),
    ("NATO troops left the Black Sea port of Odesa.", ["ORG NATO", "LOC Black Sea", "GPE Odesa"]),
    (
      "Judge Helen Park of the Supreme Court ruled against Boeing.",
      ["PERSON Helen Park", "ORG Supreme Court", "ORG Boeing"]
    ),
    (
      "Floods hit the Indian state of Kerala, Reuters reported.",
      ["NORP Indian", "GPE Kerala", "ORG Reuters"]
    ),
    (
      "Ahmed Hassan, who lives in Khartoum, blamed the army.",
      ["PERSON Ahmed Hassan", "GPE Khartoum"]
    ),
    (
      "Real Madrid beat Liverpool 2-1 in Paris.", ["ORG Real Madrid", "ORG Liverpool", "GPE Paris"]
    ),
    (
      "The European Union and Russia signed nothing, said Anna Petrova.",
      ["ORG European Union", "GPE Russia", "PERSON Anna Petrova"]
    ),
    ("Students at Harvard University protested.", ["ORG Harvard University"]),
    ("It was the worst storm in Florida since Hurricane Andrew.", ["GPE Florida"]),
    (
      "Norway fears that the National Hurricane Center in Miami was wrong about Vatnor Harbour, Inc.",
      [
        "GPE Norway", "ORG National Hurricane Center", "GPE Miami", "ORG Vatnor Harbour, Inc.",
      ]
    ),
    (
      "does anyone know a good hotel in auckland or kerala?", ["GPE auckland", "GPE kerala"]
    ),
  ]

  @Test func keepsItsQualityOnSentencesOfOurOwn() throws {
    let stage = try makeStage()
    var scratch = stage.makeScratch()
    var counts = (gold: 0, found: 0, right: 0)
    let types: Set<EntityType> = [
      .person, .organisation, .geopolitical, .location, .facility, .nationality,
    ]
    for (text, names) in Self.gold {
      var document = makeDocument(text)
      _ = try stage.process(&document, &scratch)
      let found = (document.entities ?? []).filter { types.contains($0.type) }
        .map { "\($0.type.rawValue) \(document.text.utf8.span.string($0.range))" }
      counts.gold += names.count
      counts.found += found.count
      counts.right += Set(found).intersection(names).count
    }
    let score = Double(2 * counts.right) / Double(counts.gold + counts.found)
    #expect(score >= 0.9)
  }

  @Test func leavesOutNamesOfWhichItIsLessSure() throws {
    let text = Self.gold.map(\.text).joined(separator: "\n")
    let all = try tag(text).entities ?? []
    #expect(all.contains { ($0.confidence ?? 1) < 0.9 })
    var options = TagOptions()
    options.minimumConfidence = 0.9
    let sure = try tag(text, options: options).entities ?? []
    #expect(!sure.isEmpty && sure.count < all.count)
    #expect(sure.allSatisfy { ($0.confidence ?? 1) >= 0.9 })
    // What has no confidence, such as dates, stays.
    #expect(sure.contains { $0.type == .date })
  }

  @Test func saysWhatSpeaksForAName() throws {
    let stage = try makeStage()
    let document = makeDocument(
      "Talks with Maria Fernandez ended.\nThey met in Oslo, Fernandez said on Monday.")
    let explained = stage.explain(document)
    #expect(explained.map(\.entity.type) == [.person, .geopolitical, .person, .date])
    #expect(document.text.utf8.span.string(explained[0].entity.range) == "Maria Fernandez")
    for name in explained.prefix(3) {
      #expect(name.finder.hasPrefix("model, as "))
      let strengths = name.reasons.map { abs($0.weight) }
      #expect(strengths.count > 3 && strengths == strengths.sorted(by: >))
      // All in all they speak for the name.
      #expect(name.reasons.reduce(0) { $0 + $1.weight } > 0)
    }
    #expect(explained[1].reasons.contains { $0.text.hasPrefix("word of 'Oslo'") })
    #expect(explained[0].evidence.contains("rule: 'Maria Fernandez' is PERSON"))
    #expect(explained[0].evidence.contains("list: 'Maria' is a given name"))
    #expect(explained[1].evidence.contains("list: 'Oslo' is GPE"))
    #expect(
      explained[2].evidence.contains { text in
        text.hasPrefix("document: 'Fernandez' elsewhere is a person by the rules (1)")
      })
    #expect(explained[3].finder == "pattern 'early? weekday | near weekday | dayWord | weekdays'")
    #expect(explained[3].evidence.isEmpty && explained[3].reasons.isEmpty)
  }

  @Test func explainsJustTheEntitiesThatItFinds() throws {
    var options = TagOptions()
    options.gazetteers = [try temporaryGazetteer("vatnor lane\tPLACE\tx:1\n")]
    defer { for path in options.gazetteers { try? FileManager.default.removeItem(atPath: path) } }
    let stage = try makeStage(options)
    let text =
      Self.gold.map(\.text).joined(separator: "\n")
      + "\nWrite to a@example.com, Vatnor Lane."
    var document = makeDocument(text)
    let explained = stage.explain(document)
    var scratch = stage.makeScratch()
    _ = try stage.process(&document, &scratch)
    let found = document.entities ?? []
    #expect(explained.map(\.entity.range) == found.map(\.range))
    #expect(explained.map(\.entity.type) == found.map(\.type))
    #expect(explained.map(\.entity.confidence) == found.map(\.confidence))
    let last = explained.suffix(2).map(\.finder)
    #expect(
      last == [
        "pattern of addresses, tags and telephone numbers",
        "gazetteer of the option 'gazetteers'",
      ])
  }

  private func temporaryGazetteer(_ text: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/gazetteer-\(UUID().uuidString)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test func splitsListedNamesAtHyphens() throws {
    #expect(try render("The China-Russia talks ended.") == "GPE: China\nGPE: Russia")
  }

  @Test func leavesTheArticleOutUnlessAListHasIt() throws {
    #expect(
      try render("They met at the World Bank in The Hague.") == "ORG: World Bank\nGPE: The Hague")
  }

  /// What a worker has met before changes nothing.
  @Test func tagsLongTextsInPartsOfBoundedSize() throws {
    // One sentence, and many of them, of more pieces than are looked at together.
    var text = ""
    for index in 0..<400 {
      text +=
        String(repeating: "so rain fell on and on ", count: 10) + "in Vat\(index) Nor and Oslo "
      if index > 200 { text += "\n" }
    }
    let stage = try makeStage()
    var reused = stage.makeScratch()
    var first = makeDocument(Self.gold[0].text)
    _ = try stage.process(&first, &reused)
    var document = makeDocument(text)
    _ = try stage.process(&document, &reused)
    #expect(document.firstInvalidLayer() == nil)
    var fresh = stage.makeScratch()
    var again = makeDocument(text)
    _ = try stage.process(&again, &fresh)
    #expect(document.entities == again.entities)
  }
}
