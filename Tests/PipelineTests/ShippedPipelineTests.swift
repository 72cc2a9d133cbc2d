import Foundation
import PipelineFile
import StageCatalog
import StageKit
import TestSupport
import Testing
import TextKit

/// The pipelines and samples that come with the program, run by the real program.
@Suite struct ShippedPipelineTests {
  private func path(_ name: String) -> String { packageFolder.appending(path: name).path }

  /// The records of the news pipeline, by identifier.
  private func newsRecords(_ workplace: Workplace, workers: Int = 2) throws -> [String: Value] {
    let result = try workplace.run(
      "run", path("Pipelines/news.yaml"), "--output", "out", "--workers", "\(workers)")
    // One of the samples is broken on purpose.
    #expect(result.code == 1, "\(result.messages)")
    var records: [String: Value] = [:]
    for line in try workplace.read("out/news.jsonl").split(separator: UInt8(ascii: "\n")) {
      let record = try Value(json: Array(line).span)
      records[try #require(record["id"]?.string)] = record
    }
    return records
  }

  /// To accept new results: UPDATE_GOLDEN=1 swift test --filter ShippedPipelineTests
  @Test(arguments: [("news.yaml", "news.jsonl"), ("archive.yaml", "archive")])
  func writesWhatTheGoldenFilesHold(_ pipeline: String, _ output: String) throws {
    let workplace = try Workplace()
    _ = try workplace.run("run", path("Pipelines/\(pipeline)"), "--output", "out")
    let golden = packageFolder.appending(path: "Tests/PipelineTests/Golden/\(output)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try? FileManager.default.removeItem(at: golden)
      try FileManager.default.copyItem(at: workplace.url("out/\(output)"), to: golden)
    }
    let expected = try files(golden)
    let actual = try files(workplace.url("out/\(output)"))
    #expect(actual.keys.sorted() == expected.keys.sorted())
    for (name, bytes) in expected {
      let isSame = actual[name] == bytes
      #expect(isSame, "'\(name)' differs; look at the difference, and accept it if it is meant")
    }
  }

  /// The files at or below a place, by relative path.
  private func files(_ place: URL) throws -> [String: Data] {
    guard let names = FileManager.default.enumerator(atPath: place.path)?.allObjects as? [String],
      !names.isEmpty
    else { return ["": try Data(contentsOf: place)] }
    var files: [String: Data] = [:]
    for name in names {
      if let bytes = try? Data(contentsOf: place.appending(path: name)) { files[name] = bytes }
    }
    return files
  }

  @Test func publishesTheSameBytesForAnyNumberOfWorkers() throws {
    var outputs: Set<Data> = []
    for workers in [1, 2, 3, 8] {
      let workplace = try Workplace()
      _ = try newsRecords(workplace, workers: workers)
      outputs.insert(try workplace.read("out/news.jsonl"))
    }
    #expect(outputs.count == 1)
  }

  @Test func understandsAnArticleWithTheWartsOfRealOnes() throws {
    let records = try newsRecords(try Workplace())
    let record = try #require(records["politics/kenya-ethiopia-2024-05-14.txt"])
    #expect(record["title"]?.string?.hasPrefix("Kenya and Ethiopia should keep") == true)
    #expect(record["published"] == "2024-05-14T18:42")
    #expect(record["updated"] == "2024-05-14T18:40")
    #expect(record["notes"] == ["updated precedes published"])
    #expect(record["site"] == "Rift Valley Courier")
    #expect(record["captions"] == [["text": "Kenya Ethiopia", "credit": "CFP"]])
    #expect(record["paragraphs"]?.list?.count == 9)
    #expect(record["sentences"]?.list?.count == 13)
    #expect(record["summary"]?["sentences"]?.list?.count == 3)
    let text = try #require(record["text"]?.string)
    #expect(!text.contains("CFP") && !text.contains("Published") && !text.contains("Courier"))
    let scalars = Array(text.unicodeScalars)
    var entities: Set<String> = []
    for entity in try #require(record["entities"]?.list) {
      let start = try #require(entity["start"]?.integer)
      let end = try #require(entity["end"]?.integer)
      let name = String(String.UnicodeScalarView(scalars[start..<end]))
      #expect(entity["text"]?.string == name)
      entities.insert("\(entity["type"]?.string ?? "") \(name)")
    }
    for expected in [
      "GPE Kenya", "GPE Ethiopia", "PERSON Tekle", "GPE Nairobi",
      "ORG United Nations", "ORG African Development Bank", "PERSON Mwaniki", "DATE May 13",
    ] {
      #expect(entities.contains(expected), "'\(expected)' is not among \(entities.sorted())")
    }
  }

  @Test func schemaAndReferenceAreThoseOfTheStages() throws {
    let workplace = try Workplace()
    let schema = try workplace.run("schema").output
    let reference = try workplace.run("stages", "--markdown").output
    // 'make docs' writes them anew.
    #expect(
      try String(contentsOfFile: path("Pipelines/pipeline.schema.json"), encoding: .utf8) == schema)
    #expect(try String(contentsOfFile: path("Stages/README.md"), encoding: .utf8) == reference)
  }
}
