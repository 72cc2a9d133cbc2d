import StageKit
import Testing
import TextKit
import Write

@Suite struct WriteTests {
  @Test func writesAnUnknownArticleWithAllItsMetadata() throws {
    #expect(
      try encoded(document("Rain."))
        == """
        {"id":"a.txt","source":{"path":"a.txt","record":0,"bytes":0,"sha256":"",\
        "encoding":"utf-8"},"title":null,"subtitle":null,"byline":[],"site":null,"section":null,\
        "url":null,"language":null,"published":null,"updated":null,"captions":[],"notes":[],\
        "origins":{},"text":"Rain."}

        """)
  }

  @Test func writesWhereTheTextStandsInTheFileOnRequest() throws {
    var document = document("a & b")
    document.rawOffsets = OffsetMap(copyOf: 2, from: 3)
    document.rawOffsets?.append(1, from: 5..<10)
    document.rawOffsets?.append(2, from: 10..<12)
    #expect(try record(document)["raw_offsets"] == nil)
    let options: Value = ["offsets_raw": true]
    #expect(
      try record(document, options)["raw_offsets"]
        == .list([[0, 3, 5], [2, 5, 10], [3, 10, 12]].map { .list($0.map(Value.integer)) }))
    document.rawOffsets = nil
    #expect(try record(document, options)["raw_offsets"] == .null)
    #expect(try stage(options).needsRawOffsets && !stage().needsRawOffsets)
    #expect(try stage(["fields": ["raw_offsets"]]).needsRawOffsets)
    #expect(throws: OptionProblem.self) {
      try stage(["fields": ["text"], "offsets_raw": true])
    }
  }

  @Test func writesEverythingThatStagesKnow() throws {
    var document = Document(
      source: DocumentSource(
        key: InputKey(root: "wire", path: Array("a/feed#.jsonl".utf8), record: 3), byteCount: 42,
        sha256: "00ff", encoding: "windows-1252"),
      text: "Ann Bell paid €5.\n\nShe left.")
    document.metadata.title = "A \"quick\" sale"
    document.metadata.subtitle = "Sold"
    document.metadata.byline = ["Ray Poe", "Lu Fen"]
    document.metadata.site = "Quay Post"
    document.metadata.section = "Business"
    document.metadata.url = "https://quay.example/a"
    document.metadata.language = Metadata.Language(code: "en", confidence: 0.987654321)
    document.metadata.published = "2024-03-04T09:15"
    document.metadata.updated = "2024-03-04"
    document.metadata.captions = [
      Metadata.Caption(text: "The quay", credit: "CFP"), Metadata.Caption(text: "A boat"),
    ]
    document.metadata.addNote("updated precedes published")
    document.metadata.setOrigin(of: "title", "first line")
    document.paragraphs = [
      Paragraph(ByteRange(0, 19)), Paragraph(ByteRange(21, 30), kind: .listItem),
    ]
    document.sentences = [ByteRange(0, 19), ByteRange(21, 30)]
    document.tokens = [ByteRange(0, 3), ByteRange(14, 17)]
    document.entities = [
      Entity(ByteRange(0, 8), type: .person, group: 1, confidence: 1, titles: ["Dr."]),
      Entity(ByteRange(14, 18), type: .money, confidence: .nan, value: "EUR 5", link: "x:1"),
    ]
    document.groups = [
      EntityGroup(identifier: 1, name: "Ann Bell", type: .person, count: 2, link: "wikidata:Q0")
    ]
    document.summary = Summary(
      sentences: [0, 1], text: "Ann left.", teaser: "Ann", keyPoints: ["paid", "left"])
    document.setExtra("shout", ["loud": true])

    #expect(
      try encoded(document, ["tokens": true])
        == #"{"id":"wire/a/feed%23.jsonl#3","source":{"path":"a/feed%23.jsonl","record":3,"#
        + #""bytes":42,"sha256":"00ff","encoding":"windows-1252"},"title":"A \"quick\" sale","#
        + #""subtitle":"Sold","byline":["Ray Poe","Lu Fen"],"site":"Quay Post","#
        + #""section":"Business","url":"https://quay.example/a","#
        + #""language":{"code":"en","confidence":0.9877},"published":"2024-03-04T09:15","#
        + #""updated":"2024-03-04","captions":[{"text":"The quay","credit":"CFP"},"#
        + #"{"text":"A boat","credit":null}],"notes":["updated precedes published"],"#
        + #""origins":{"title":"first line"},"text":"Ann Bell paid €5.\n\nShe left.","#
        + #""paragraphs":[{"start":0,"end":17,"kind":"body"},"#
        + #"{"start":19,"end":28,"kind":"list_item"}],"#
        + #""sentences":[{"start":0,"end":17},{"start":19,"end":28}],"tokens":[[0,3],[14,15]],"#
        + #""entities":[{"start":0,"end":8,"type":"PERSON","text":"Ann Bell","group":1,"#
        + #""confidence":1,"titles":["Dr."],"value":null,"link":null},"#
        + #"{"start":14,"end":16,"type":"MONEY","text":"€5","group":null,"confidence":null,"#
        + #""titles":[],"value":"EUR 5","link":"x:1"}],"#
        + #""groups":[{"id":1,"name":"Ann Bell","type":"PERSON","count":2,"link":"wikidata:Q0"}],"#
        + #""summary":{"sentences":[0,1],"text":"Ann left.","teaser":"Ann","#
        + #""key_points":["paid","left"]},"extra":{"shout":{"loud":true}}}"# + "\n")
  }

  @Test func writesEmptyLayersThatAStageWrote() throws {
    var document = document("Rain.")
    document.entities = []
    document.summary = Summary(sentences: [], text: "")
    #expect(
      try encoded(document, ["fields": ["entities", "groups", "summary"]])
        == #"{"entities":[],"summary":{"sentences":[],"text":"","teaser":null,"key_points":[]}}"#
        + "\n")
  }

  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (0.5, "0.5"), (0.99, "0.99"), (0.0001, "0.0001"), (0.00004, "0"),
    (0.99996, "1"), (0.1 + 0.2, "0.3"), (0.0105, "0.0105"), (-0.5, "-0.5"), (7.25, "7.25"),
    (.infinity, "null"), (-.infinity, "null"), (.nan, "null"), (1e300, "1e+300"),
  ])
  func roundsConfidences(_ confidence: Double, _ expected: String) throws {
    var document = document("")
    document.metadata.language = Metadata.Language(code: "x", confidence: confidence)
    #expect(
      try encoded(document, ["fields": ["language"]])
        == #"{"language":{"code":"x","confidence":\#(expected)}}"# + "\n")
  }

  @Test func countsOffsetsInTheUnitThatIsAskedFor() throws {
    //              a  bytes 4  3    3    1   2
    let text = "a🚀中文 é"
    var document = document(text)
    document.sentences = [ByteRange(0, 1), ByteRange(1, 5), ByteRange(5, 11), ByteRange(12, 14)]
    let expected = [
      "codepoints": "[0,1,1,2,2,4,5,6]", "utf16": "[0,1,1,3,3,5,6,7]",
      "bytes": "[0,1,1,5,5,11,12,14]",
    ]
    for (unit, numbers) in expected.sorted(by: { $0.key < $1.key }) {
      let record = try record(document, ["offsets": .string(unit)])
      let offsets = (record["sentences"]?.list ?? []).flatMap { [$0["start"], $0["end"]] }
      var bytes: [UInt8] = []
      bytes.append(json: .list(offsets.map { $0 ?? .null }))
      #expect(String(decoding: bytes, as: UTF8.self) == numbers)
    }
  }

  @Test func keepsOnlyTheFieldsThatAreNamedInTheOrderOfTheRecord() throws {
    var document = document("Rain.")
    document.tokens = [ByteRange(0, 4)]
    #expect(
      try encoded(document, ["fields": ["tokens", "text", "sentences", "id", "id"]])
        == #"{"id":"a.txt","text":"Rain.","tokens":[[0,4]]}"# + "\n")
    #expect(try encoded(document, ["fields": ["summary"]]) == "{}\n")
    #expect(try record(document)["tokens"] == nil)
  }

  @Test func appendsToWhatIsInTheBuffer() throws {
    let stage = try stage(["fields": ["text"]])
    var scratch = stage.makeScratch()
    var buffer = Array("before\n".utf8)
    try stage.encode(document("é"), &scratch, into: &buffer)
    try stage.encode(document("x"), &scratch, into: &buffer)
    #expect(
      String(decoding: buffer, as: UTF8.self) == "before\n{\"text\":\"é\"}\n{\"text\":\"x\"}\n")
  }

  @Test func indentsFilesForPeople() throws {
    var document = document("One [\\\"1]: a, b.")
    document.sentences = [ByteRange(0, 3), ByteRange(4, 9)]
    document.metadata.byline = [String(repeating: "x", count: 130)]
    let options: Value = [
      "format": "json", "path": "out", "indent": 2,
      "fields": ["byline", "notes", "origins", "text", "sentences"],
    ]
    #expect(
      try encoded(document, options) == #"""
        {
          "byline": [
            "\#(String(repeating: "x", count: 130))"
          ],
          "notes": [],
          "origins": {},
          "text": "One [\\\"1]: a, b.",
          "sentences": [
            {"start": 0, "end": 3},
            {"start": 4, "end": 9}
          ]
        }

        """#)
  }

  @Test func namesItsOutput() throws {
    #expect(try stage().output == .file(path: "/out/news.jsonl"))
    #expect(try stage(["path": "/elsewhere/x.jsonl"]).output == .file(path: "/elsewhere/x.jsonl"))
    #expect(
      try stage(["path": "records//", "format": "json"]).output
        == .folder(path: "/out/records", ending: ".json"))
  }

  @Test(arguments: [
    (
      ["path": ""] as Value,
      OptionProblem("path", "'format: jsonl' writes a file; name one, such as 'news.jsonl'")
    ),
    (
      ["path": "out/"] as Value,
      OptionProblem("path", "'format: jsonl' writes a file; name one, such as 'news.jsonl'")
    ),
    (
      ["path": "news.jsonl.gz"] as Value,
      OptionProblem("path", "what is written is not compressed; name it 'news.jsonl'")
    ),
    (
      ["path": "", "format": "json"] as Value,
      OptionProblem("path", "'format: json' writes a folder; name one, such as 'records'")
    ),
    (
      ["indent": 2] as Value,
      OptionProblem(
        "indent", "'format: jsonl' has a record a line; leave 'indent' out or use 'format: json'")
    ),
    (
      ["fields": ["text", "txet"]] as Value,
      OptionProblem("fields", 1, "a record has no key 'txet'")
    ),
    (
      ["fields": ["text"], "tokens": true] as Value,
      OptionProblem("tokens", "'fields' leaves 'tokens' out; add it there or drop this option")
    ),
  ])
  func refusesOptionsThatDoNotGoTogether(_ options: Value, _ problem: OptionProblem) {
    #expect(throws: problem) { try stage(options) }
  }
}
