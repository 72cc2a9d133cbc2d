import Foundation
import StageKit
import Testing
import TextKit

@testable import Clean

/// Articles of many shapes, each with what is made of it. To write the results anew, run with
/// `UPDATE_GOLDEN=1` in the environment and read the difference.
@Suite struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasSuffix(".golden") }.sorted()
  }()

  @Test func thereAreTwentyShapes() {
    #expect(Self.names.count >= 20)
  }

  @Test(arguments: names)
  func everyShapeOfArticleIsRead(_ name: String) throws {
    let input = Self.folder.appending(path: name)
    let expected = Self.folder.appending(path: name + ".golden")
    let form: Document.Form =
      name.hasSuffix(".html") ? .html : name.hasSuffix(".md") ? .markdown : .plain
    let text = try String(contentsOf: input, encoding: .utf8)
    let document = try cleaned(text, form).document
    var lines = document.rendering(of: [.metadata, .paragraphs])
    for member in document.metadata.origins {
      lines += "\norigin of \(member.key): \(member.value.string ?? "")"
    }
    lines += "\n"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try lines.write(to: expected, atomically: true, encoding: .utf8)
    }
    #expect(try lines == String(contentsOf: expected, encoding: .utf8))
    // What was cleaned is clean.
    let again = try cleaned(document.text, metadata: document.metadata).document
    #expect(again.text == document.text)
  }
}
