import StageKit
import Testing
import TextKit

@testable import Clean

@Suite struct PageSourceTests {
  private func kept(_ page: String) -> String {
    var source = HTMLSource()
    source.read(page.utf8.span, tracksOrigins: true)
    let bytes = source.bytes
    // What is kept stands where the map says.
    let raw = Array(page.utf8)
    for index in bytes.indices {
      let origin = source.origins?.origin(of: index..<index + 1) ?? 0..<0
      #expect(Array(raw[origin]) == [bytes[index]])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("a<script>b</script>c", "ac"), ("a<SCRIPT src='x'>b</ScRiPt >c", "ac"),
    ("a<script>if (a < b && c > d) { '</' + 'div' }</script>c", "ac"),
    ("a<script>'<script>'</script>c", "ac"), ("a<style>b > c {}</style>d", "ad"),
    ("a<!-- <p>b</p> -->c", "ac"), ("a<!-->b<!-- -->c", "abc"), ("a<!-- b", "a<!-- b"),
    ("a<svg><path d='M0'/></svg>b", "ab"), ("a<svg/>b", "ab"), ("a<script>b", "a<script>b"),
    ("a<scripty>b</scripty>", "a<scripty>b</scripty>"), ("a\0b", "ab"), ("\0\0", ""), ("", ""),
    ("<", "<"), ("a < b <!- c", "a < b <!- c"),
    ("<p title=\"<!-- x -->\">a</p>", "<p title=\"<!-- x -->\">a</p>"),
    ("<p title='<script>'>a</p>", "<p title='<script>'>a</p>"),
    ("<p don't><!-- x -->a</p>", "<p don't>a</p>"),
    (
      "<script type='application/ld+json'>{}</script>",
      "<script type='application/ld+json'>{}</script>"
    ),
  ])
  func leavesOutWhatNoReaderSees(_ page: String, _ expected: String) {
    #expect(kept(page) == expected)
  }

  /// Time in proportion, however often something is opened and never closed.
  @Test(arguments: [
    "<!--", "<script ", "<script>", "<svg>", "<style>", "<a b=\"", "<a ", "<", "<p '",
  ])
  func whatIsNeverClosedCostsNoMore(_ piece: String) {
    var source = HTMLSource()
    let page = String(repeating: piece, count: 400_000)
    source.read(page.utf8.span, tracksOrigins: false)
    // Of a tag that is never closed, the first attributes are left.
    let isTag = ["<script ", "<a b=\"", "<a ", "<p '"].contains(piece)
    #expect(isTag ? source.bytes.count < 2000 : source.bytes.count == page.utf8.count)
  }

  @Test(arguments: [" a%=\"%>\"", " a%='%'", " a%", "\na%=%", " a%=\"%\"b%='%>'"])
  func tagsKeepOnlySoManyAttributes(_ attribute: String) {
    let many = (0..<20_000).map { attribute.replacing("%", with: "\($0)") }.joined()
    let found = kept("<p>Ice</p><p class='x'\(many)>closes</p><p id=\"y\">the bridge</p>")
    #expect(found.hasPrefix("<p>Ice</p><p class='x'\(attribute.replacing("%", with: "0"))"))
    #expect(found.hasSuffix(">closes</p><p id=\"y\">the bridge</p>"))
    #expect(found.utf8.count < 5000)
  }

  /// The parser compares each attribute with all others: this once took a quarter of an hour.
  @Test(.timeLimit(.minutes(1))) func attributesWithoutEndTakeNoTime() throws {
    let attributes = (0..<500_000).map { " a\($0)=\"\($0)\"" }.joined()
    let document = try cleaned("<p\(attributes)>Ice closes the bridge over the Arn.</p>", .html)
      .document
    #expect(document.text == "Ice closes the bridge over the Arn.")
  }

  @Test func longTagsWithFewAttributesStayAsTheyAre() {
    let value = String(repeating: "a b > 'c' ", count: 400)
    let page = "<p data-x=\"\(value)\" class='y'>Ice</p>"
    #expect(kept(page) == page)
  }
}
