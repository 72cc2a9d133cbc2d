import StageCatalog
import StageKit
import Testing
import TextKit

/// What holds for every stage in the catalog.
@Suite struct StageTests {
  static let transforms = builtInStages.compactMap { $0 as? any TransformStage.Type }

  /// Makes the stage with options, and gives a function that runs it on a document.
  private func make<S: TransformStage>(
    _ type: S.Type, _ options: Value
  ) throws -> (inout Document) throws -> Verdict {
    let context = StageContext(label: "test", baseDirectory: "/", outputDirectory: "/")
    let stage = try S(options: S.Options(decoding: options), context: context)
    var scratch = stage.makeScratch()
    return { document in try stage.process(&document, &scratch) }
  }

  /// Runs what the stage needs before it, with default options.
  private func prepare(_ document: inout Document, for descriptor: StageDescriptor) throws {
    for layer in descriptor.reads where !document.has(layer) {
      let writer = try #require(
        Self.transforms.first {
          $0.descriptor.writes.contains(layer) && $0.descriptor.name != "clean"
        })
      try prepare(&document, for: writer.descriptor)
      _ = try make(writer, [:])(&document)
    }
  }

  private func hasRequiredOption<S: Stage>(_ type: S.Type) -> Bool {
    S.Options.specifications.contains(where: \.isRequired)
  }

  private func document(_ text: String, form: Document.Form = .plain) -> Document {
    Document(
      source: DocumentSource(key: InputKey(path: Array("example.txt".utf8))), text: text, form: form
    )
  }

  @Test(arguments: transforms.map { $0.descriptor.name })
  func examplesShowWhatTheStageDoes(_ name: String) throws {
    let type = try #require(Self.transforms.first { $0.descriptor.name == name })
    #expect(!type.descriptor.examples.isEmpty)
    for example in type.descriptor.examples {
      var document = document(example.input, form: example.form)
      try prepare(&document, for: type.descriptor)
      _ = try make(type, example.options)(&document)
      let descriptor = type.descriptor(decoding: example.options)
      #expect(document.rendering(of: descriptor.writes) == example.output, "\(example.title)")
    }
  }

  @Test(arguments: transforms.map { $0.descriptor.name })
  func survivesHostileTextsAndLeavesValidLayers(_ name: String) throws {
    let type = try #require(Self.transforms.first { $0.descriptor.name == name })
    // With its defaults, or as an example has it where it cannot do without options.
    let needsOptions = hasRequiredOption(type)
    let options = needsOptions ? type.descriptor.examples.first?.options : nil
    let process = try make(type, options ?? [:])
    for text in [
      "", " ", "\n\n\n", ".", "\0\0", "🚀", String(repeating: "👩‍👩‍👧‍👦", count: 300),
      String(repeating: "a", count: 20_000), String(repeating: ". ", count: 5_000),
      String(repeating: "e\u{301}", count: 3_000), "مرحبا بالعالم. كيف حالك؟", "你好。世界！",
      String(repeating: "<div>", count: 3_000), "\u{202E}txet desrever\u{202C}",
      "Mr. Dr. Prof. U.S. a.m. e.g. 3.14.15 http://x.y/?z=1.2 @a #b $5 %",
    ] {
      for form in Document.Form.allCases {
        var document = document(text, form: form)
        try prepare(&document, for: type.descriptor)
        _ = try process(&document)
        #expect(document.firstInvalidLayer() == nil)
        for layer in document.writtenLayers {
          let isDeclared = Self.transforms.contains { $0.descriptor.writes.contains(layer) }
          #expect(isDeclared)
        }
      }
    }
  }

  @Test func namesAreUniqueLowerCaseWords() {
    let names = builtInStages.map { $0.descriptor.name }
    #expect(Set(names).count == names.count)
    for name in names { #expect(name.utf8.allSatisfy { $0.isASCIILowercase || $0 == 0x5F }) }
  }
}
