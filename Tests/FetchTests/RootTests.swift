import Foundation
import StageKit
import Testing
import TextKit

@testable import Fetch

@Suite struct RootTests {
  private func problem(_ options: FetchOptions, inputs: [String]? = nil) -> OptionProblem? {
    let context = StageContext(
      label: "fetch", baseDirectory: "/nowhere", outputDirectory: "/nowhere", inputs: inputs)
    do throws(OptionProblem) {
      _ = try FetchStage(options: options, context: context)
      return nil
    } catch {
      return error
    }
  }

  private func options(_ change: (inout FetchOptions) -> Void) -> FetchOptions {
    var options = FetchOptions()
    change(&options)
    return options
  }

  @Test func namesDocumentsOfOneRootByTheirPathOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write("news/x/a.txt")
    #expect(try folder.stage { $0.paths = ["news"] }.listedNames() == ["x/a.txt"])
    #expect(try folder.stage { $0.paths = ["news/x/a.txt"] }.listedNames() == ["a.txt"])
    #expect(try folder.stage { $0.paths = ["news/*/*.txt"] }.listedNames() == ["x/a.txt"])
    #expect(try folder.stage { $0.paths = ["./news//x/"] }.listedNames() == ["a.txt"])
  }

  @Test func labelsSeveralRootsByTheirLastNames() throws {
    let folder = try TemporaryFolder()
    for name in ["news/b.txt", "old/blog/a.txt", "old/blog/c.md"] { try folder.write(name) }
    let stage = try folder.stage { $0.paths = ["news", "old/blog/*.txt"] }
    #expect(try stage.listedNames() == ["blog/a.txt", "news/b.txt"])
    #expect(try stage.texts().count == 2)
  }

  @Test func joinsPathsOfOneFolder() throws {
    let folder = try TemporaryFolder()
    for name in ["a.txt", "b.md", "c.dat", "d.txt", "x/e.md"] { try folder.write(name) }
    let files = try folder.stage { $0.paths = ["d.txt", "c.dat", "d.txt"] }
    #expect(try files.listedNames() == ["c.dat", "d.txt"])
    let both = try folder.stage { $0.paths = ["*.txt", "c.dat", "**/*.md"] }
    #expect(try both.listedNames() == ["a.txt", "b.md", "c.dat", "d.txt", "x/e.md"])
  }

  @Test func takesANamedFileWhateverItsName() throws {
    let folder = try TemporaryFolder()
    try folder.write(".notes", "Hidden.")
    try folder.write("a[1]*.txt", "Odd.")
    #expect(try folder.stage { $0.paths = [".notes"] }.texts() == ["Hidden."])
    #expect(try folder.stage { $0.paths = ["a[1]*.txt"] }.texts() == ["Odd."])
  }

  @Test func takesWhatAGlobSpellsOut() throws {
    let folder = try TemporaryFolder()
    for name in ["a.dat", "b.txt", "c.jpg"] { try folder.write(name) }
    #expect(try folder.stage { $0.paths = ["*.dat"] }.listedNames() == ["a.dat"])
    #expect(try folder.stage { $0.paths = ["*"] }.listedNames() == ["b.txt"])
  }

  @Test func takesLabelsOfTheUsersChoice() throws {
    let folder = try TemporaryFolder()
    for name in ["2023/jan/a.txt", "2024/jan/b.txt"] { try folder.write(name) }
    let stage = try folder.stage {
      $0.paths = []
      $0.roots = ["new": "2024/jan", "old": "2023/jan"]
    }
    #expect(try stage.listedNames() == ["new/b.txt", "old/a.txt"])
    let one = try folder.stage {
      $0.paths = []
      $0.roots = ["only": "2024"]
    }
    #expect(try one.listedNames() == ["only/jan/b.txt"])
  }

  @Test func letsTheCommandLineReplacePathsAndRoots() throws {
    let folder = try TemporaryFolder()
    for name in ["a.txt", "b/c.txt"] { try folder.write(name) }
    var context = folder.context
    context.inputs = [folder.path + "/b"]
    let stage = try FetchStage(options: options { $0.roots = ["x": "a.txt"] }, context: context)
    #expect(try stage.listedNames() == ["c.txt"])
  }

  @Test func explainsWhatDoesNotGoTogether() {
    #expect(
      problem(options { $0.paths = ["a/jan", "b/jan"] })
        == OptionProblem(
          "paths",
          "'a/jan' and 'b/jan' would both be labelled 'jan'; use 'roots' to give each a label of "
            + "its own"))
    #expect(
      problem(options { _ in }, inputs: ["a/jan", "b/jan"])
        == OptionProblem(
          "paths",
          "'a/jan' and 'b/jan' would both be labelled 'jan'; name one folder that holds both"))
    #expect(
      problem(options { _ in })
        == OptionProblem("paths", "nothing to read; give files, folders or globs"))
    #expect(
      problem(
        options {
          $0.paths = ["a"]
          $0.roots = ["a": "b"]
        }) == OptionProblem("roots", "give 'paths' or 'roots', not both"))
    #expect(
      problem(options { $0.roots = ["a/b": "c"] })
        == OptionProblem(
          [.key("roots"), .key("a/b")], "'a/b' cannot be a label; it must be a single name"))
    #expect(
      problem(options { $0.paths = ["a", "b[/c"] })
        == OptionProblem("paths", 1, "'b[/c' holds a '[' without a ']'"))
    #expect(
      problem(
        options {
          $0.paths = ["a"]
          $0.exclude = ["x", "../y"]
        }) == OptionProblem("exclude", 1, "'../y' holds '..', which no listed path does"))
    #expect(
      problem(
        options {
          $0.paths = ["a"]
          $0.encoding = "klingon"
        }) == OptionProblem("encoding", "unknown encoding 'klingon'"))
    #expect(
      problem(
        options {
          $0.paths = ["a"]
          $0.fields = ["headline": "x"]
        })?.message.hasPrefix("an article has no field 'headline'; it has text, html") == true)
    #expect(
      problem(
        options {
          $0.paths = ["a"]
          $0.fields = ["text": "x", "html": "y"]
        })
        == OptionProblem(
          [.key("fields"), .key("html")], "an article has one body; give 'text' or 'html'"))
    var split = SplitOptions()
    split.separator = " "
    #expect(
      problem(
        options {
          $0.paths = ["a"]
          $0.split = split
        })
        == OptionProblem(
          [.key("split"), .key("separator")], "a line with something in it is expected"))
  }

  @Test func decodesItsOptions() throws {
    let options = try FetchOptions(decoding: [
      "roots": ["a": "x"], "max_bytes": 5, "split": ["separator": "---", "format": "jsonl"],
      "fields": ["text": "body.full"],
    ])
    #expect(options.roots == ["a": "x"] && options.maximumBytes == 5)
    #expect(options.split?.separator == "---" && options.split?.format == .jsonl)
    let kinds = Dictionary(
      uniqueKeysWithValues: FetchOptions.specifications.map { ($0.key, $0.kind) })
    #expect(kinds["roots"] == .map(.path(.input)))
  }
}
