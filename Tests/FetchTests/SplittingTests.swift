import Foundation
import StageKit
import Testing

@testable import Fetch

@Suite struct SplittingTests {
  private static let lines = """
    {"text":"The ferry to Orrin left late."}
    {"text":"The ferry to Orrin left late again."}
    {"text":"The ferry to Orrin did not leave."}

    """
  private static let lineTexts = [
    "The ferry to Orrin left late.", "The ferry to Orrin left late again.",
    "The ferry to Orrin did not leave.",
  ]
  /// `lines` as the usual programs compress it.
  private static let gzipped =
    "H4sIAAAAAAACA6tWKkmtKFGyUgrJSFVISy0qqlQoyVfwLyrKzFPISU0rUchJLEnVU6rlqiZGoUJiemJmHiHlKZkpCnn5"
    + "QB2piWVgswFA/tTPhQAAAA=="
  private static let zstandard =
    "KLUv/SSFBQIAAkQNEbDrPEkJT40k9Nn4yTqS2c0xIGbYpqvebL2kspIePYgZtlW9zaqvxDzO+o95zReRFNluO2ECAFLhJdij"
    + "yuKnxUM="

  private func results(
    _ name: String, _ bytes: [UInt8], _ options: (inout FetchOptions) -> Void = { _ in }
  ) throws -> [Result<Document, StageFailure>] {
    let folder = try TemporaryFolder()
    try folder.write(name, bytes)
    return try folder.stage(options).loaded()
  }

  private func texts(
    _ name: String, _ text: String, _ options: (inout FetchOptions) -> Void = { _ in }
  ) throws -> [String] {
    try results(name, Array(text.utf8), options).map { try $0.get().text }
  }

  /// The records that a splitter finds in bytes, and why it stopped.
  private func records(
    _ format: RecordFormat, _ bytes: [UInt8], limit: Int = 1000
  ) throws -> (records: [String], failure: String?) {
    let folder = try TemporaryFolder()
    try folder.write("x", bytes)
    let reader = ByteReader(
      try OpenFile(path: Array((folder.path + "/x").utf8) + [0]), expected: nil)
    var splitter = format.makeSplitter()
    var records: [String] = []
    var record = RecordBuffer(limit: limit)
    while true {
      record.clear()
      do throws(StageFailure) {
        guard try splitter.next(reader, into: &record) else { return (records, nil) }
      } catch {
        return (records, error.reason)
      }
      records.append(
        record.isTooLarge ? "too large" : String(decoding: record.bytes, as: UTF8.self))
    }
  }

  @Test func dividesJSONLines() throws {
    let text = "\u{FEFF}{\"text\": \"One.\"}\r\n\n  {\"text\": \"Two.\"}\n{\"text\": \"Three.\"}"
    for name in ["a.jsonl", "a.ndjson"] {
      #expect(try texts(name, text) == ["One.", "Two.", "Three."])
    }
    let folder = try TemporaryFolder()
    try folder.write("a.jsonl", text)
    try folder.write("b.txt", "Last.")
    #expect(try folder.stage().listedNames() == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3", "b.txt"])
    let document = try folder.stage().documents()[1]
    #expect(document.source.byteCount == 16)
    #expect(document.source.sha256 == (try load("x.txt", "{\"text\": \"Two.\"}")).source.sha256)
  }

  @Test func dividesCompressedFiles() throws {
    for (name, encoded) in [("a.jsonl.gz", Self.gzipped), ("a.jsonl.zst", Self.zstandard)] {
      let bytes = Array(try #require(Data(base64Encoded: encoded)))
      #expect(try results(name, bytes).map { try $0.get().text } == Self.lineTexts)
    }
  }

  @Test func keepsWhatATruncatedFileHolds() throws {
    for (name, encoded) in [("a.jsonl.gz", Self.gzipped), ("a.jsonl.zst", Self.zstandard)] {
      let whole = Array(try #require(Data(base64Encoded: encoded)))
      for length in 0..<whole.count {
        let results = try results(name, Array(whole[..<length]))
        let texts = results.dropLast().map(\.text)
        #expect(texts == Self.lineTexts.prefix(texts.count).map { $0 }, "\(length)")
        #expect(results.last?.failure?.reason == "truncated", "\(length)")
      }
    }
  }

  @Test func saysWhereALargeFileBreaksOff() throws {
    let lines = (1...600).map { "{\"text\": \"Message number \($0) of the day.\"}\n" }
    let whole = gzip(Array(lines.joined().utf8))
    let upTo500 = lines.prefix(500).joined().utf8.count
    let folder = try TemporaryFolder()
    // Ten bytes of a gzip header and five of a block's come before the content.
    try folder.write("a.jsonl.gz", Array(whole[..<(15 + upTo500 + 7)]))
    let inputs = try folder.stage().listed()
    #expect(inputs.count == 501)
    guard case .failure(let key, let failure) = inputs[500] else {
      Issue.record("a failure is expected")
      return
    }
    #expect(key.record == 501 && failure.reason == "truncated")
    #expect(failure.message == "the gzip data ends too soon")
  }

  @Test func looksIntoJSONFiles() throws {
    #expect(try texts("a.json", " {\"text\":\n\"One.\"}\n") == ["One."])
    #expect(try texts("a.json", "\n[{\"text\":\"One.\"},{\"text\":\"Two.\"}]") == ["One.", "Two."])
    #expect(try texts("a.json", Self.lines) == Self.lineTexts)
    let folder = try TemporaryFolder()
    try folder.write("a.json", "[{\"text\": \"One.\"}]")
    try folder.write("b.json", "{\"text\": \"One.\"}")
    try folder.write("c.json", "[]")
    #expect(try folder.stage().listedNames() == ["a.json#1", "b.json"])
  }

  @Test func dividesArraysAtTheirOwnCommasOnly() throws {
    let array = #" [ {"a": "],[{\"", "b": [1, [2, 3]]} , 5 ,"x,]", [],{} ] "#
    let (records, failure) = try records(.jsonArray, Array(array.utf8))
    #expect(failure == nil)
    #expect(records == [#"{"a": "],[{\"", "b": [1, [2, 3]]}"#, "5", #""x,]""#, "[]", "{}"])
  }

  @Test func reportsWhatIsWrongWithAnArray() throws {
    for (text, expected, reason) in [
      ("[1, 2", ["1"], "truncated"), ("[1, \"a", ["1"], "truncated"), ("[", [], "truncated"),
      ("[1] x", ["1"], "json"), ("", [], "json"), ("{", [], "json"),
    ] {
      let (records, failure) = try records(.jsonArray, Array(text.utf8))
      #expect(records == expected && failure == reason, "\(text)")
    }
  }

  @Test func goesOnAfterARecordThatIsTooLarge() throws {
    let long = String(repeating: "x", count: 300_000)
    let array = "[{\"text\":\"One.\"},{\"text\":\"\(long)\"},{\"text\":\"Three.\"}]"
    let lines = "{\"text\":\"One.\"}\n{\"text\":\"\(long)\"}\n{\"text\":\"Three.\"}\n"
    let mail = ["One.", long, "Three."].map { "From a Mon Sep  4 09:05:00 2023\n\n\($0)\n\n" }
      .joined()
    let feed =
      "<rss><item><description>One.</description></item><item><description>\(long)</description>"
      + "</item><item><description>Three.</description></item></rss>"
    for (name, text) in [
      ("a.json", array), ("a.jsonl", lines), ("a.mbox", mail), ("a.rss", feed),
    ] {
      let results = try results(name, Array(text.utf8)) { $0.maximumBytes = 1000 }
      #expect(results.count == 3)
      #expect(results[0].text?.hasPrefix("One.") == true, "\(name)")
      #expect(results[1].failure?.reason == "too_large")
      #expect(results[2].text?.hasPrefix("Three.") == true, "\(name)")
    }
  }

  @Test func dividesTextAtSeparators() throws {
    let text = "=====\nOne.\nMore.\n=====  \r\n\n=====\nTwo.\n======\n=====x\n====="
    let split = { (options: inout FetchOptions) in
      options.split = SplitOptions()
      options.split?.separator = "====="
    }
    let expected = ["One.\nMore.\n", "Two.\n======\n=====x\n"]
    #expect(try texts("a.txt", text, split) == expected)
    #expect(try texts("a.md", text, split) == expected)
    #expect(try texts("a.txt", text) == [text])
    #expect(try texts("a.html", text, split) == [text])
  }

  @Test func dividesMailboxes() throws {
    let text =
      "From ann@post.example Mon Sep 4\nSubject: One\n\nHello.\nFrom here on.\n>From there.\n"
      + "\nFrom bob@post.example Tue Sep 5\r\nSubject: Two\r\n\r\nBye.\r\n"
    let folder = try TemporaryFolder()
    try folder.write("a.mbox", text)
    let documents = try folder.stage().documents()
    #expect(documents.map(\.metadata.title) == ["One", "Two"])
    #expect(documents.map(\.text) == ["Hello.\nFrom here on.\nFrom there.\n\n", "Bye.\r\n"])
    let failure = try results("a.mbox", Array("Hello.\n".utf8)).first?.failure
    #expect(failure?.message == "a mailbox must start with 'From ', a sender and a date")
    #expect(try results("a.mbox", []).isEmpty)
  }

  @Test(arguments: [
    "From Monday on, the ferry leaves late.\n", "From 10:30 to 12:15 it rained in 2023\n",
    "From here we go.\nhttps://wire.example/1 tells more.\n",
    "From the harbour, Mon Sep 4 of 2023\n",
  ])
  func aParagraphThatBeginsWithFromIsText(paragraph: String) throws {
    let first = "From ann@post.example Mon Sep  4 12:12:00 2023\nSubject: One\n\nHello.\n\n"
    let second = "From bob@post.example Tue Sep  5 12:12 CEST 2023\n\nBye.\n"
    let text = first + paragraph + "\nThe end.\n\n" + second
    #expect(
      try texts("a.mbox", text) == ["Hello.\n\n" + paragraph + "\nThe end.\n\n", "Bye.\n"])
    let failure = try results("a.mbox", Array((paragraph + "\nMore.\n").utf8)).first?.failure
    #expect(failure?.reason == "mbox")
  }

  @Test func dividesFeeds() throws {
    let text = """
      <?xml version="1.0"?><rss><!-- <item> --><channel><title>Wire</title>
      <item><description><![CDATA[</item><item>]]>One.</description></item>
      <items/><item rdf:about="x"><description>Two.</description></item >
      </channel></rss>
      """
    #expect(try texts("a.rss", text) == ["</item><item>One.", "Two."])
    #expect(try texts("a.xml", text).count == 2)
    let atom = "<a:feed><a:entry><content>One.</content></a:entry></a:feed>"
    #expect(try texts("a.atom", atom) == ["One."])
    #expect(try texts("a.rss", "<rss><channel></channel></rss>").isEmpty)
    #expect(try results("a.rss", Array("<html>".utf8)).first?.failure?.reason == "feed")
    let cut = try results("a.rss", Array("<rss><item><title>".utf8))
    #expect(cut.first?.failure?.reason == "truncated")
  }

  @Test(arguments: [
    "<rss><channel><item><description>One.</description></item>",
    "<rss><channel><item><description>One.</description></item></channel>",
    "<rss><channel><item><description>One.</description></item><!-- </channel></rss>",
    "<rss><channel><item><description>One.</description></item><![CDATA[</channel></rss>",
    "<a:feed><entry><content>One.</content></entry></feed",
  ])
  func aFeedThatBreaksOffBetweenItemsIsToldOf(text: String) throws {
    let results = try results("a.rss", Array(text.utf8))
    #expect(results.map(\.text) == ["One.", nil])
    #expect(results.last?.failure?.reason == "truncated")
  }

  @Test func anItemWithoutContentDoesNotTakeTheNextOne() throws {
    let text =
      "<rss><item/><item rdf:about='a>b' /><item about='/'><description>Two.</description></item></rss>"
    let results = try results("a.rss", Array(text.utf8))
    #expect(results.map(\.text) == [nil, nil, "Two."])
    #expect(results.first?.failure?.reason == "no_text")
    #expect(try texts("a.rss", "<rss/>").isEmpty)
  }

  @Test func decodesRecordsAsTheirFileDeclares() throws {
    let head = "<?xml version='1.0' encoding='windows-1251'?><rss><item><description>"
    let bytes =
      Array(head.utf8) + [0xCF, 0xEE, 0xF0, 0xF2] + Array("</description></item></rss>".utf8)
    let document = try results("a.rss", bytes)[0].get()
    #expect(document.text == "Порт" && document.source.encoding == "windows-1251")
  }

  @Test func doesNotDivideUTF16() throws {
    let failure = try results("a.jsonl", [0xFF, 0xFE, 0x7B, 0, 0x7D, 0])[0].failure
    #expect(failure?.reason == "encoding")
    #expect(
      failure?.message
        == "a file of many articles cannot be divided in utf-16le; convert it to utf-8")
  }

  @Test func looksIntoFilesInUTF16() throws {
    func utf16(_ text: String, hasMark: Bool = true) -> [UInt8] {
      ((hasMark ? "\u{FEFF}" : "") + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    func utf32(_ text: String) -> [UInt8] {
      ("\u{FEFF}" + text).unicodeScalars.flatMap {
        [UInt8($0.value >> 24), UInt8($0.value >> 16 & 0xFF), UInt8($0.value >> 8 & 0xFF)]
          + [UInt8($0.value & 0xFF)]
      }
    }
    let feed = "<?xml version='1.0'?><rss><item><description>One.</description></item></rss>"
    for bytes in [utf16(feed), utf16(feed, hasMark: false), utf32(feed)] {
      let results = try results("a.xml", bytes)
      #expect(results.map { $0.failure?.reason } == ["encoding"])
    }
    let list = "[{\"text\": \"It left late.\"}, {\"text\": \"It did not leave.\"}]"
    for text in [list, Self.lines] {
      #expect(try results("a.json", utf16(text)).map { $0.failure?.reason } == ["encoding"])
    }
    let bare = try results("a.jsonl", utf16(Self.lines, hasMark: false))
    #expect(
      bare.map { $0.failure?.message } == [
        "a file of many articles cannot be divided in utf-16le; convert it to utf-8"
      ])
    let article = "{\"text\": \"It left late.\"}"
    #expect(try results("a.json", utf16(article)).map(\.text) == ["It left late."])
    #expect(try results("a.json", utf32(article)).map(\.text) == ["It left late."])
    #expect(
      try results("a.json", utf16(list, hasMark: false)) { $0.encoding = "utf-16le" }
        .map { $0.failure?.reason } == ["encoding"])
  }

  @Test func aSeparatorAndAFormatContradictEachOther() throws {
    let folder = try TemporaryFolder()
    let problem = #expect(throws: OptionProblem.self) {
      try folder.stage {
        $0.split = SplitOptions()
        $0.split?.separator = "-----"
        $0.split?.format = .mbox
      }
    }
    #expect(problem?.path == [.key("split"), .key("separator")])
  }

  @Test func followsTheFormatThatTheUserGives() throws {
    func format(_ format: SplitOptions.Format) -> (inout FetchOptions) -> Void {
      { options in
        options.split = SplitOptions()
        options.split?.format = format
      }
    }
    #expect(try texts("a.txt", Self.lines, format(.jsonl)) == Self.lineTexts)
    #expect(try texts("a.txt", "[{\"text\": \"x\"}]", format(.json)) == ["x"])
    #expect(try texts("a.txt", "From x\nTo: y\n\nHello.\n", format(.mbox)) == ["Hello.\n"])
    #expect(
      try texts("a.txt", "<feed><entry><summary>x</summary></entry></feed>", format(.feed)) == ["x"]
    )
    #expect(try texts("a.jsonl", Self.lines, format(.none)) == [Self.lines])
  }

  @Test func findsTheSameRecordsAcrossWindows() throws {
    // Records of many lengths put every construct at every place of the reader's window.
    var random = SeededGenerator(state: 11)
    let pads = (0..<900).map { _ in Int.random(in: 0...700, using: &random) }
    func padding(_ index: Int) -> String { String(repeating: "\\\"x,]", count: pads[index] / 5) }
    let objects = pads.indices.map { "{\"text\": \"\(padding($0))\($0)\"}" }
    let array = Array(("[" + objects.joined(separator: ",\n") + "]").utf8)
    #expect(try records(.jsonArray, array).records == objects)
    let lines = Array(objects.joined(separator: "\n").utf8)
    #expect(try records(.jsonLines, lines).records == objects)
    let items = pads.indices.map {
      "<item><![CDATA[</item>]]>\(String(repeating: "x", count: pads[$0]))<!--</item>-->\($0)</item>"
    }
    let feed = Array(("<rss>" + items.joined(separator: "\n ") + "</rss>").utf8)
    #expect(try records(.feed, feed).records == items)
    let texts = pads.indices.map { String(repeating: "y", count: pads[$0]) + "\n\($0)\n" }
    let text = Array(texts.joined(separator: "-----\n").utf8)
    #expect(try records(.separated(by: Array("-----".utf8)), text).records == texts)
    let mail = Array(texts.map { "From me Mon Sep  4 09:05 2023\n" + $0 + "\n" }.joined().utf8)
    #expect(try records(.mbox, mail).records == texts.map { $0 + "\n" })
  }

  @Test func survivesMutatedFiles() throws {
    var random = SeededGenerator(state: 13)
    let samples: [(RecordFormat, String)] = [
      (.jsonArray, #"[{"text": "a \" ] b", "x": [1, {"y": null}]}, {"text": "c"}, 5]"#),
      (.jsonLines, Self.lines),
      (
        .mbox,
        "From a\nSubject: =?utf-8?q?x?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n"
      ),
      (.feed, "<rss><item><title>a</title><![CDATA[ x ]]><!-- y --></item><item/></rss>"),
      (.separated(by: Array("--".utf8)), "a\n--\nb\n-- \nc"),
    ]
    let folder = try TemporaryFolder()
    let stage = try folder.stage()
    var scratch = stage.makeScratch()
    for (format, text) in samples {
      for _ in 0..<150 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...5, using: &random) {
          let index = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0...2, using: &random) {
          case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.remove(at: index)
          default: bytes.insert(bytes.randomElement(using: &random) ?? 0, at: index)
          }
        }
        // Every byte is in one record at most, and loading a record never crashes.
        let (records, _) = try records(format, bytes, limit: 60)
        #expect(
          records.filter { $0 != "too large" }.map(\.utf8.count).reduce(0, +) <= 3 * bytes.count)
        for record in records {
          let item = InputItem(
            key: InputKey(path: [0x78]), payload: Array(record.utf8),
            tag: ItemTag(format.contentKind(in: nil)).rawValue)
          _ = try? stage.load(item, &scratch)
        }
      }
    }
  }

  @Test func findsOutWhatStandardInputHolds() {
    func plan(_ text: String) -> ReadingPlan {
      ReadingPlan(.anything, sniffing: Array(text.utf8).span)
    }
    #expect(plan("Some text.") == .whole(.text))
    #expect(plan("") == .whole(.text))
    #expect(plan("[Photo: a ferry] It left.") == .whole(.text))
    #expect(plan("{\"text\": \"x\"}") == .whole(.json))
    #expect(plan(Self.lines) == .records(.jsonLines))
    #expect(plan("[ {\"text\": 1}]") == .records(.jsonArray))
    #expect(plan("From ann Mon\nSubject: x\n") == .records(.mbox))
    #expect(plan("From ann@post.example Mon Sep  4 12:12:00 2023\n\nx\n") == .records(.mbox))
    #expect(plan("From Monday on, the ferry leaves late.\nIt was foggy.\n") == .whole(.text))
    #expect(plan("<ns0:feed xmlns:ns0='http://www.w3.org/2005/Atom'>") == .records(.feed))
    #expect(plan("<feedback>It left late.</feedback>") == .whole(.text))
    #expect(plan("<?xml version='1.0'?>\n<!-- x --><feed>") == .records(.feed))
    #expect(plan("<?xml version='1.0'?><html>") == .whole(.html))
    #expect(plan("\n<!DOCTYPE html><p>") == .whole(.html))
  }
}
