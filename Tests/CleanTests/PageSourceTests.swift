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
    #expect(source.bytes.count == page.utf8.count)
  }
}
