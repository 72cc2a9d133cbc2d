import Clean
import Foundation
import Segment
import StageKit
import TestSupport
import Testing
import TextKit

/// Whatever a document holds, cleaning and segmenting it must end, with layers that fit the text.
/// `FuzzSettings` says how to look for longer.
@Suite struct TextFuzzTests {
  private static let golden = packageFolder.appending(path: "Tests/CleanTests/Golden")

  private static let tags = [
    "html", "head", "body", "title", "meta", "p", "div", "span", "a", "h1", "h2", "h3", "ul", "li",
    "table", "tr", "td", "article", "main", "nav", "header", "footer", "aside", "time", "figure",
    "figcaption", "blockquote", "pre", "br", "script", "style", "svg", "noscript", "template",
    "iframe", "select", "option", "textarea", "section", "b", "em", "img", "form", "button", "x-y",
  ]

  private static let markup =
    tags.flatMap { ["<\($0)>", "</\($0)>"] } + [
      "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE html>", "<?xml?>", "&",
      "&amp;", "&#", "&#x", "&#0;", "&#xD800;", "&#x110000;", "&nbsp;", "&copy", "&notit;", "\"",
      "'",
      "=", " class=\"", " id='comments'", " hidden", "<div class='article-body'>",
      "<div class=\"comments\">", "<span class=author>", "<a rel=author href='/author/a'>",
      "<meta property=\"og:title\" content=\"", "<meta name=author content='Ann Bell'>",
      "<time datetime=\"2024-03-04T09:05:00+01:00\">", "<a href='/'>", "<base href=x>",
      "<meta charset=utf-16>", "<script type=\"application/ld+json\">",
      "{\"@type\":\"NewsArticle\"",
      ",\"headline\":\"", "\"author\":[{\"name\":", "[[[[", "{{{{", "}}", "]]", "\\u0000",
      "\\ud800",
      "var a = \"</p>\";", "itemprop=\"author\"", "itemscope", "<p>By Ann Bell</p>", "\u{0}",
      "Related articles", "The old bridge over the Arn was closed on Friday. ", "\n", "  ", "word ",
    ]

  private static let words = [
    "a", "I", "the ", "The ", "U.S. ", "Mr. ", "No. 5 ", "e.g. ", "x.y", "don't ", "’s", "'", "\"",
    "“", "”", "(", ")", "[1]", ".", "...", "…", "!", "?", ",", ":", ";", ":)", "-", "--", "–", "5",
    "1,5", "3.5", "%", "$", "a@b.example", "@b", "#a", "http://", "www.", ".com", "/", "&", "é",
    "e\u{301}", "\u{301}", "ß", "Ж", "界", "ア", "。", "？", "।", "؟", "👍🏽", "👩‍👧", "🇨🇭", "\u{200D}",
    "\u{FE0F}", "\u{200B}", "\u{FEFF}", "\u{0}", "\u{7F}", "\u{85}", "\u{10FFFF}", "\u{FFFD}", "•",
    "*", "_", "\t", "\r\n", "\n", "\n\n", " ", " ", "\u{A0}", "\u{3000}", "\u{AD}", "\u{202E}",
    "\u{2028}", "ﬁ", "cafÃ©", "â€™", "By Ann Bell\n", "Published: March 4, 2024\n",
    "PORT VALE, Sept 19 (Reuters) – ", "Photo: ", "(Photo by Ann Bell)\n", "Read more: ", "> ",
    ">> ",
    "-- \n", "Subject: ", "Page 2\n", "3\n", "1. ", "- ", "a) ", "prog-\nramme ", "Rain fell. ",
    "It was the first time that the river had risen so high, and people left their houses. ",
    "Editor's note: ", "#", "##", "# ", "---\n", "title: x\n", "```\n", "| a | b |\n", "[a](b)",
    "![",
    "&amp;", "<p>", "\\", "===\n", "Share on Facebook\n", "Fig. 3: ", "Im 19. Jh. ", "Ph.D. ",
    "Ada\tB-PER\n", "Ada NNP B-PER\n", "-DOCSTART-\n", "# newpar\n",
    "1\tAda\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n", "2-3\tx\t_\t_\t_\t_\t_\t_\t_\t_\n",
  ]

  private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  @Test func hostilePagesAreCleaned() throws {
    let fuzzer = Fuzzer(
      samples: FuzzSettings.samples([Self.golden], ending: [".html"]),
      pieces: Self.bytes(Self.markup))
    let stages = try Stages()
    let problems = try FuzzSettings.run("pages", cases: 150) {
      try stages.check(fuzzer.text($0), .html, $0)
    }
    #expect(problems == [])
  }

  @Test func hostileTextsAreCleanedAndSegmented() throws {
    let fuzzer = Fuzzer(
      samples: FuzzSettings.samples([Self.golden], ending: [".txt", ".md"]),
      pieces: Self.bytes(Self.words))
    let stages = try Stages()
    let problems = try FuzzSettings.run("texts", cases: 150) {
      try stages.check(fuzzer.text($0), $0 % 4 == 0 ? .markdown : .plain, $0)
    }
    #expect(problems == [])
  }
}

/// Both stages, and what has to be true of what they do.
private struct Stages {
  private let clean: CleanStage
  private let segment: SegmentStage
  private let keepTokens: SegmentStage

  init() throws {
    func context(_ label: String) -> StageContext {
      StageContext(label: label, baseDirectory: "/", outputDirectory: "/")
    }
    clean = try CleanStage(options: CleanOptions(), context: context("clean"))
    segment = try SegmentStage(options: SegmentOptions(), context: context("segment"))
    var given = SegmentOptions()
    given.tokens = .given
    keepTokens = try SegmentStage(options: given, context: context("segment"))
  }

  private func cleaned(_ document: Document) throws -> Document {
    var document = document
    var scratch = clean.makeScratch()
    _ = try clean.process(&document, &scratch)
    return document
  }

  /// What is wrong, if anything.
  func check(_ text: String, _ form: Document.Form, _ seed: UInt64) throws -> String? {
    let source = DocumentSource(key: InputKey(path: []))
    var original = Document(source: source, text: text, form: form)
    if form == .plain {
      var given = original
      var scratch = keepTokens.makeScratch()
      // Lines that cannot be read are a failure of the document.
      if (try? keepTokens.process(&given, &scratch)) != nil, let problem = given.firstInvalidLayer()
      {
        return "tokens given: \(problem.problem)"
      }
    }
    var document = try cleaned(original)
    if let problem = document.firstInvalidLayer() { return "clean: \(problem.problem)" }
    if seed % 3 == 0 {
      original.rawOffsets = OffsetMap(copyOf: text.utf8.count)
      let traced = try cleaned(original)
      guard traced.text == document.text else { return "clean: another text when traced" }
      guard traced.rawOffsets?.count == traced.text.utf8.count else {
        return "clean: the map of offsets does not cover the text"
      }
    }
    let again = try cleaned(document)
    guard again.text == document.text else {
      return "clean: changes a clean text: " + difference(document.text, again.text)
    }
    // What nobody has cleaned is segmented as well.
    if seed % 2 == 0 { document = Document(source: source, text: text) }
    var scratch = segment.makeScratch()
    _ = try segment.process(&document, &scratch)
    if let problem = document.firstInvalidLayer() { return "segment: \(problem.problem)" }
    return problemOfTokens(document)
  }

  /// What stands where two texts begin to differ.
  private func difference(_ left: String, _ right: String) -> String {
    let count = zip(left.unicodeScalars, right.unicodeScalars).prefix { $0 == $1 }.count
    func part(_ text: String) -> String {
      String(text.unicodeScalars.dropFirst(max(0, count - 60)).prefix(200)).debugDescription
    }
    return "\(part(left)) becomes \(part(right))"
  }

  /// Tokens lie in sentences, and hold all that is not white space.
  private func problemOfTokens(_ document: Document) -> String? {
    let sentences = document.sentences ?? []
    let bytes = document.text.utf8.span
    var isCovered = [Bool](repeating: false, count: bytes.count)
    var sentence = 0
    for token in document.tokens ?? [] {
      while sentence < sentences.count, sentences[sentence].end <= token.start { sentence += 1 }
      guard sentence < sentences.count, sentences[sentence].contains(token) else {
        return "segment: a token outside sentences"
      }
      for offset in token.range { isCovered[offset] = true }
    }
    for offset in 0..<bytes.count
    where !isCovered[offset] && (0x21..<0x80).contains(bytes[offset]) {
      return "segment: nothing holds the byte at \(offset)"
    }
    return nil
  }
}
