import Foundation
import TestSupport

/// Small generated inputs of all fates, in two versions, and a pipeline over them.
struct Corpus {
  /// The number of documents that the files and their records make up, in each version.
  private(set) var documents: [Int]
  private let workplace: Workplace
  private let files: Int

  /// Writes the inputs below `in` and the pipeline file `p.yaml`, whose outputs and state go below
  /// `work`, where nothing else is.
  ///
  /// - Parameter files: how many files; each twentieth holds fifty documents.
  init(_ workplace: Workplace, files: Int, isFolder: Bool = false) throws {
    self.workplace = workplace
    self.files = files
    documents = [0, 0]
    try Self.writePipeline(workplace, isFolder: isFolder)
    let containers = (files + 16) / 20
    documents[0] = files + containers * 49
    for number in 0..<files {
      let folder = "in/\(number % 7)/\(number % 3)"
      switch number % 20 {
      case 3: try workplace.write("\(folder)/\(number).jsonl", Self.records(number, 50))
      case 7: try workplace.write("\(folder)/\(number).txt", "")
      case 11: try workplace.write("\(folder)/\(number).txt.gz", Data([0x1F, 0x8B, 8, 0]))
      default: try workplace.write("\(folder)/\(number).txt", Self.article(number))
      }
    }
    let unchanging = documents[0]
    try setVersion(1)
    documents[1] = unchanging + changing(1)
    try setVersion(0)
    documents[0] = unchanging + changing(0)
  }

  /// What is different in the other version lies below `in/changing`.
  func setVersion(_ version: Int) throws {
    try? workplace.remove("in/changing")
    for number in 0..<20 {
      try workplace.write(
        "in/changing/\(number).txt", Self.article(number % 2 == version ? number : number + 100))
    }
    if version == 1 { try workplace.write("in/changing/only.txt", Self.article(7)) }
    try workplace.write("in/changing/grows.jsonl", Self.records(99, 5 + 5 * version))
  }

  private func changing(_ version: Int) -> Int { version == 1 ? 31 : 25 }

  static func writePipeline(
    _ workplace: Workplace, isFolder: Bool = false, settings: String = ""
  ) throws {
    try workplace.write(
      "p.yaml",
      """
      name: crash
      run: {output: work/out, state: work/state, \(settings)}
      stages:
        - fetch: {paths: [in]}
        - clean
        - segment
        - write: {\(isFolder ? "path: records, format: json" : "path: records.jsonl")}

      """)
  }

  static func article(_ number: Int) -> String {
    let body = (0...number % 9).map {
      "Ship number \(number) came in at pier \($0). It left again."
    }
    return "Harbour reopens \(number)\n\n\(body.joined(separator: "\n\n"))\n"
  }

  /// JSON Lines of which one in ten is broken.
  static func records(_ number: Int, _ count: Int) -> String {
    (0..<count).map { line in
      line % 10 == 4
        ? "{broken\n"
        : #"{"title": "Ship \#(line)", "text": "Record \#(line) of file \#(number) is here."}"#
          + "\n"
    }.joined()
  }
}

extension Workplace {
  /// The published files by their relative paths, without what is only on its way to be published.
  /// The outputs, without the manifest: that is put in place after them, and where a crash comes
  /// between, by the next run.
  func published() -> [String: Data] {
    files(below: "work/out").filter { !$0.key.contains(".wireroom-new") }
  }

  /// All files below a folder, by their relative paths.
  func files(below folder: String) -> [String: Data] {
    var files: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: "\(path)/\(folder)")?.allObjects ?? [] {
      guard let name = name as? String else { continue }
      if name.hasSuffix(".manifest.json") { continue }
      if let bytes = try? read("\(folder)/\(name)") { files[name] = bytes }
    }
    return files
  }

  /// Runs the pipeline in another state and output folder, as if for the first time, and returns
  /// what it publishes.
  func publishedFromScratch() throws -> [String: Data] {
    try? remove("scratch")
    let result = try run(
      "run", "p.yaml", "--output", "scratch/out", "--state", "scratch/state", "--workers", "2")
    guard result.code <= 1 else { throw UnexpectedEnd(result) }
    return files(below: "scratch/out")
  }
}

struct UnexpectedEnd: Error, CustomStringConvertible {
  var description: String

  init(_ result: Workplace.Result) {
    description = "exit code \(result.code): \(result.messages)"
  }
}
