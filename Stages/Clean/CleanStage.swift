public import StageKit
import TextKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns the text of a document into clean body text, and what stands around it into metadata.
public struct CleanStage: TransformStage {
  /// Buffers that a worker reuses from document to document.
  public struct Scratch {
    var characters: [UInt8] = []
    var output: [UInt8] = []
    var blocks = BlockList()
    var tree = HTMLTree()
    /// Where `characters` stand in the document's text, if somebody asks for that.
    var origins: OffsetMap?
    /// What the page says of its language, for texts that are too short to tell.
    var declaredLanguage: String?
  }

  let options: CleanOptions
  let characters: CharacterCleaner
  let classWords = HTMLClassWords()
  private let languages = LanguageIdentifier()

  public static let descriptor = StageDescriptor(
    name: "clean",
    summary: "turns plain text, Markdown or HTML into clean body text and metadata",
    role: .transform, version: 8, reads: [.text], writes: [.text, .metadata, .paragraphs],
    isIdempotent: true, examples: examples)

  public init(options: CleanOptions, context: StageContext) throws(OptionProblem) {
    self.options = options
    self.characters = CharacterCleaner(
      quotes: options.quotes, normalisation: options.normalisation)
  }

  public func makeScratch() -> Scratch { Scratch() }

  public func process(
    _ document: inout Document, _ scratch: inout Scratch
  ) throws(StageFailure) -> Verdict {
    var findings = CharacterFindings()
    var metadata = document.metadata
    scratch.characters.removeAll(keepingCapacity: true)
    scratch.blocks.removeAll(tracksOrigins: document.rawOffsets != nil)
    scratch.origins = document.rawOffsets == nil ? nil : OffsetMap()
    scratch.declaredLanguage = nil
    // What has paragraphs was cleaned before, and what is left there is meant.
    let isCleaned = document.form == .plain && document.paragraphs != nil
    switch document.form {
    case .plain:
      cleanCharacters(
        document.text.utf8.span, repairs: !isCleaned, into: &scratch.characters, &findings,
        &scratch.origins)
      readPlain(document, &scratch)
    case .markdown:
      cleanCharacters(
        document.text.utf8.span, into: &scratch.characters, &findings, &scratch.origins)
      readMarkdown(&scratch, &metadata)
    case .html:
      readHTML(document.text, &scratch, &findings, &metadata)
    }
    var reader = ArticleReader(
      findsMetadata: options.findsMetadata, removesBoilerplate: options.removesBoilerplate,
      headlineOrigin: nil)
    switch document.form {
    case .plain: reader.headlineOrigin = isCleaned ? nil : "first line"
    case .markdown: reader.headlineOrigin = "first heading"
    case .html: break
    }
    reader.read(&scratch.blocks, &metadata)
    if options.findsMetadata {
      // The names of senders are quoted one by one.
      let areSenders = metadata.origins.contains {
        $0.key == "byline" && $0.value == .string("mail header 'From'")
      }
      metadata.byline = AuthorNames.read(known: metadata.byline, arePersons: areSenders)
      metadata.title = metadata.title.map(AgencyTag.removed)
      metadata.checkDates()
    }
    note(findings, &metadata)

    let paragraphs = scratch.blocks.assemble(into: &scratch.output)
    let isUnchanged =
      document.form == .plain && document.text.utf8.span.isEqual(to: scratch.output.span)
    if !isUnchanged {
      let rawOffsets = rawOffsets(of: scratch, document)
      document.replaceText(
        String(validUTF8: scratch.output.span) ?? String(decoding: scratch.output, as: UTF8.self))
      document.rawOffsets = rawOffsets
    }
    document.paragraphs = paragraphs
    setLanguage(scratch, &metadata)
    document.metadata = metadata
    return scratch.output.isEmpty && !options.keepsEmpty ? .drop(reason: "empty") : .keep
  }

  /// From the output through the clean characters and the text to the raw bytes.
  private func rawOffsets(of scratch: Scratch, _ document: Document) -> OffsetMap? {
    guard let characters = scratch.origins, let raw = document.rawOffsets else { return nil }
    return scratch.blocks.assembledOrigins()?.composed(with: characters).composed(with: raw)
  }

  /// Finds the paragraphs of clean characters. Those that are known already, from an earlier pass or
  /// the source, are kept with their kinds.
  private func readPlain(_ document: Document, _ scratch: inout Scratch) {
    if let known = document.paragraphs, document.text.utf8.span.isEqual(to: scratch.characters.span)
    {
      for paragraph in known {
        let text = document.text.utf8.span.extracting(paragraph.range.range)
        scratch.blocks.append(text, at: paragraph.range.start)
        scratch.blocks.close(paragraph.kind)
      }
    } else {
      PlainText.read(scratch.characters, into: &scratch.blocks)
    }
  }

  /// Where marks stood between a letter and an accent, both come together, so that the characters are
  /// cleaned a second time.
  private func readMarkdown(_ scratch: inout Scratch, _ metadata: inout Metadata) {
    guard !scratch.characters.span.isASCII else {
      Markdown.read(scratch.characters, into: &scratch.blocks, &metadata)
      return
    }
    var raw = BlockList()
    raw.removeAll(tracksOrigins: scratch.origins != nil)
    Markdown.read(scratch.characters, into: &raw, &metadata)
    let origins = scratch.origins.flatMap { raw.origins?.composed(with: $0) }
    scratch.characters.removeAll(keepingCapacity: true)
    if scratch.origins != nil { scratch.origins = OffsetMap() }
    // What is found was found the first time.
    var findings = CharacterFindings()
    appendClean(
      raw, origins, &scratch.characters, &scratch.origins, to: &scratch.blocks, &findings)
  }

  private func setLanguage(_ scratch: Scratch, _ metadata: inout Metadata) {
    guard metadata.language == nil else { return }
    if let found = languages.identify(scratch.output.span) {
      metadata.language = found
      metadata.setOrigin(of: "language", "text")
    } else if let declared = scratch.declaredLanguage {
      metadata.language = Metadata.Language(code: declared, confidence: 0.5)
      metadata.setOrigin(of: "language", "lang attribute")
    }
  }

  /// Appends a text with clean characters to `output`, and where they stand in the text to `origins`,
  /// unless that is `nil`.
  func cleanCharacters(
    _ text: Span<UInt8>, repairs: Bool = true, into output: inout [UInt8],
    _ findings: inout CharacterFindings,
    _ origins: inout OffsetMap?
  ) {
    guard repairs, let repaired = repair(text, &findings, tracksOrigins: origins != nil) else {
      characters.clean(text, into: &output, &findings, &origins)
      return
    }
    let span = repaired.bytes.span
    var cleanOrigins = origins == nil ? nil : OffsetMap()
    characters.clean(span, into: &output, &findings, &cleanOrigins)
    if let cleanOrigins, let repairOrigins = repaired.origins {
      let composed = cleanOrigins.composed(with: repairOrigins)
      origins?.append(0..<composed.count, of: composed)
    }
  }

  /// What was read wrongly twice is repaired twice.
  private func repair(
    _ text: Span<UInt8>, _ findings: inout CharacterFindings, tracksOrigins: Bool
  ) -> Mojibake.Repair? {
    guard options.repairsMojibake, !text.isASCII,
      var repaired = Mojibake.repair(text, tracksOrigins: tracksOrigins)
    else { return nil }
    findings.repairedMojibake += repaired.count
    for _ in 0..<3 {
      guard var again = Mojibake.repair(repaired.bytes.span, tracksOrigins: tracksOrigins) else {
        break
      }
      if let first = repaired.origins { again.origins = again.origins?.composed(with: first) }
      repaired = again
    }
    return repaired
  }

  private func note(_ findings: CharacterFindings, _ metadata: inout Metadata) {
    if findings.repairedMojibake > 0 {
      metadata.addNote("\(findings.repairedMojibake) wrongly decoded characters repaired")
    }
    if findings.repairedControls > 0 {
      metadata.addNote("\(findings.repairedControls) windows-1252 characters repaired")
    }
    if findings.replacementCharacters > 0 {
      metadata.addNote("\(findings.replacementCharacters) characters lost before (U+FFFD)")
    }
  }
}

extension Span<UInt8> {
  /// Whether both hold the same bytes.
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBufferPointer { left in
      other.withUnsafeBufferPointer { right in
        guard let first = left.baseAddress, let second = right.baseAddress else { return true }
        return memcmp(first, second, left.count) == 0
      }
    }
  }
}
