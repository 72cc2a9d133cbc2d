import StageKit
import Testing
import TextKit

@Suite struct DocumentTests {
  private func key(_ path: String, _ record: Int = 0, root: String = "") -> InputKey {
    InputKey(root: root, path: Array(path.utf8), record: record)
  }

  @Test func ordersKeysAsAWalkInNameOrderMeetsThem() {
    let inOrder = [
      key("a/z.txt"), key("a-b.txt"), key("a.txt"), key("a.txt", 1), key("a.txt", 2),
      key("a.txt", 10), key("b"), key("a", root: "x"),
    ]
    #expect(inOrder.shuffled().sorted() == inOrder)
  }

  @Test func identifiersAreUniqueAndReadable() {
    #expect(key("politics/talks.txt").identifier == "politics/talks.txt")
    #expect(key("feed.jsonl", 12).identifier == "feed.jsonl#12")
    #expect(key("100%#1.txt").identifier == "100%25%231.txt")
    #expect(key("Zürich\n.txt", root: "wire").identifier == "wire/Zürich%0A.txt")
    #expect(InputKey(path: [0x61, 0xFF]).identifier == "a%FF")
  }

  @Test func replacingTheTextDiscardsLayers() {
    var document = Document(source: DocumentSource(key: key("a")), text: "One. Two.")
    document.sentences = [ByteRange(0, 4)]
    document.replaceText("One.")
    #expect(document.sentences == nil)
    #expect(document.writtenLayers.isEmpty)
  }

  @Test(arguments: [
    ([ByteRange(0, 3), ByteRange(2, 4)], "2..<4 starts before the one ahead of it ends"),
    ([ByteRange(1, 1)], "1..<1 is empty"),
    ([ByteRange(0, 9)], "0..<9 ends beyond the text's 7 bytes"),
    ([ByteRange(2, 4)], "2..<4 cuts a character in two"),
    ([ByteRange(0, 2)], "0..<2 cuts a character in two"),
  ])
  func findsRangesThatDoNotFit(_ ranges: [ByteRange], _ problem: String) {
    var document = Document(source: DocumentSource(key: key("a")), text: "aéb cd")
    document.sentences = ranges
    let found = document.firstInvalidLayer()
    #expect(found?.layer == .sentences)
    #expect(found?.problem == problem)
  }

  @Test func acceptsLayersThatFit() {
    var document = Document(source: DocumentSource(key: key("a")), text: "aéb cd")
    document.sentences = [ByteRange(0, 4), ByteRange(5, 7)]
    document.tokens = [ByteRange(0, 1), ByteRange(1, 3)]
    document.summary = Summary(sentences: [1], text: "cd")
    #expect(document.firstInvalidLayer() == nil)
    document.summary = Summary(sentences: [2], text: "")
    #expect(document.firstInvalidLayer()?.layer == .summary)
  }

  private func person(_ group: Int?, confidence: Double? = nil, type: String = "PERSON") -> Entity {
    Entity(
      ByteRange(0, 1), type: EntityType(rawValue: type), group: group, confidence: confidence)
  }

  @Test func findsEntitiesAndGroupsThatCannotBe() {
    var document = Document(source: DocumentSource(key: key("a")), text: "aéb cd")
    func problem(_ entity: Entity, _ groups: [(Int, Int)]?) -> String? {
      document.entities = [entity]
      document.groups = groups?.map { identifier, count in
        EntityGroup(identifier: identifier, name: "a", type: entity.type, count: count)
      }
      return document.firstInvalidLayer()?.problem
    }
    #expect(problem(person(1, confidence: 1), [(1, 1)]) == nil)
    #expect(problem(person(1), nil) == nil)
    #expect(problem(person(2), [(1, 1)]) == "0..<1 is of group 2, which does not exist")
    #expect(problem(person(1), [(1, 1), (1, 2)]) == "two groups have the number 1")
    #expect(problem(person(1), [(1, 0)]) == "group 1 has no mentions")
    #expect(problem(person(nil, type: ""), nil) == "0..<1 has no type")
    #expect(
      problem(person(nil, confidence: 7), nil)
        == "the confidence 7.0 of 0..<1 is not from 0 to 1")
    #expect(problem(person(nil, confidence: .nan), nil) != nil)
  }
}
