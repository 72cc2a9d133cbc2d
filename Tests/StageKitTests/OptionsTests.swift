import StageKit
import Testing
import TextKit

private enum Colour: String, Sendable, CaseIterable { case red, green }

private struct Inner: StageOptions {
  var depth = 1
  static var fields: [OptionField<Self>] {
    [.integer("depth", \.depth, in: 0...9, help: "how deep")]
  }
}

private struct Sample: StageOptions {
  var on = true
  var size = 5
  var limit: Int?
  var share = 0.5
  var factor: Double?
  var name = "x"
  var words: [String] = ["a"]
  var map: [String: String] = [:]
  var colour = Colour.red
  var inner: Inner?
  var inners: [Inner] = []

  static var fields: [OptionField<Self>] {
    [
      .boolean("on", \.on, help: "whether"),
      .integer("size", \.size, in: 1...10, help: "how many"),
      .integer("limit", \.limit, in: 1...10, help: "at most"),
      .number("share", \.share, in: 0...1, help: "how much"),
      .number("factor", \.factor, in: 1...9, help: "how many times"),
      .string("name", \.name, required: true, help: "who"),
      .strings("words", \.words, help: "which"),
      .stringMap("map", \.map, help: "what for what"),
      .choice("colour", \.colour, help: "which colour"),
      .object("inner", \.inner, help: "inside"),
      .objects("inners", \.inners, help: "several inside"),
    ]
  }
}

@Suite struct OptionsTests {
  @Test func keepsDefaultsOfKeysThatAreAbsentOrNull() throws {
    let sample = try Sample(decoding: ["size": nil])
    #expect(sample.size == 5 && sample.on && sample.colour == .red && sample.inner == nil)
    #expect(sample.limit == nil && sample.factor == nil)
  }

  @Test func decodesEveryKind() throws {
    let sample = try Sample(decoding: [
      "on": false, "size": 7, "limit": 3, "share": 1, "factor": 1.5, "name": "n",
      "words": ["b", "c"],
      "map": ["k": "v"], "colour": "green", "inner": ["depth": 4], "inners": [["depth": 2], [:]],
    ])
    #expect(!sample.on && sample.size == 7 && sample.limit == 3 && sample.share == 1)
    #expect(sample.factor == 1.5)
    #expect(sample.name == "n" && sample.words == ["b", "c"] && sample.map == ["k": "v"])
    #expect(sample.colour == .green && sample.inner?.depth == 4)
    #expect(sample.inners.map(\.depth) == [2, 1])
  }

  @Test func tableHoldsDefaultsAndKinds() {
    let rows = Dictionary(uniqueKeysWithValues: Sample.specifications.map { ($0.key, $0) })
    #expect(rows["size"]?.defaultValue == 5)
    #expect(rows["limit"]?.defaultValue == .null)
    #expect(rows["name"]?.isRequired == true)
    #expect(rows["colour"]?.kind == .choice(["red", "green"]))
  }

  @Test func namesTheWayToAProblem() {
    #expect(throws: OptionProblem("speed", "unknown option 'speed'")) {
      try Sample(decoding: ["speed": 1])
    }
    #expect(
      throws: OptionProblem(
        [.key("inners"), .index(1), .key("depth")], "a whole number is expected")
    ) {
      try Sample(decoding: ["inners": [[:], ["depth": "deep"]]])
    }
  }
}
