import TextKit

/// Headings and short lines that open a part of a page beside its article: `Related articles`,
/// `Leave a comment`. What follows in the same box goes with them.
struct SectionOpeners {
  private let tree: HTMLTree
  private let text: [Int]

  private static let maximumBytes = 60
  /// A box with a larger part of the page's text, in percent, is not opened by such a line, unless
  /// so much text stands before it that it is an article.
  private static let maximumPercent = 30
  private static let minimumArticle = 600

  /// Looking back further would cost hostile pages more than time in proportion to their size.
  private static let maximumNodes = 64

  init(_ tree: HTMLTree, text: [Int]) {
    self.tree = tree
    self.text = text
  }

  func exclude(_ isExcluded: inout [Bool], isAroundTitle: [Bool]) {
    let total = text.first ?? 0
    // The text that stands directly in each element.
    var own = text
    for index in tree.nodes.indices where tree.nodes[index].parent >= 0 {
      own[Int(tree.nodes[index].parent)] -= text[index]
    }
    var before = 0
    var counted = 0
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if isExcluded[index] || node.tag.isNeverText {
        index = Int(node.end)
        continue
      }
      index += 1
      guard isOpener(index - 1) else { continue }
      while counted < index {
        before += own[counted]
        counted += 1
      }
      let limit = before >= Self.minimumArticle ? total : total * Self.maximumPercent / 100
      func mayGo(_ index: Int) -> Bool { text[index] <= limit && !isAroundTitle[index] }
      // The box that begins with the line, if there is one.
      var box = index - 1
      while true {
        let parent = Int(tree.nodes[box].parent)
        guard parent > 0, tree.nodes[parent].tag != .body, mayGo(parent), begins(parent, with: box)
        else { break }
        box = parent
      }
      guard mayGo(box) else { continue }
      isExcluded[box] = true
      if node.tag.isHeading, text[box] == 0 {
        excludeFollowing(box, &isExcluded, isAroundTitle)
      }
      index = max(index, Int(tree.nodes[box].end))
    }
  }

  /// Leaves out what stands below a heading, up to the next of its kind.
  private func excludeFollowing(
    _ opener: Int, _ isExcluded: inout [Bool], _ isAroundTitle: [Bool]
  ) {
    let node = tree.nodes[opener]
    let parent = Int(node.parent)
    guard parent >= 0 else { return }
    var siblings: [Int] = []
    var held = 0
    var next = Int(node.end)
    while next < Int(tree.nodes[parent].end) {
      let sibling = tree.nodes[next]
      if sibling.tag == node.tag { break }
      if isAroundTitle[next] { return }
      siblings.append(next)
      held += text[next]
      next = Int(sibling.end)
    }
    guard held * 100 <= (text.first ?? 0) * Self.maximumPercent else { return }
    for sibling in siblings { isExcluded[sibling] = true }
  }

  /// Whether nothing stands in an element before one of its descendants but white space.
  private func begins(_ element: Int, with inner: Int) -> Bool {
    guard inner - element <= Self.maximumNodes else { return false }
    for index in element + 1..<inner where tree.nodes[index].tag == .text {
      if !isBlank(index) { return false }
    }
    return true
  }

  private func isBlank(_ index: Int) -> Bool {
    let text = tree.bytes.span.extracting(tree.textRange(of: index))
    for place in 0..<text.count where !text[place].isASCIIWhitespace { return false }
    return true
  }

  private func isOpener(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    guard node.tag.isHeading || node.tag == .p || node.tag == .div || node.tag == .strong,
      text[index] < Self.maximumBytes, Int(node.end) - index <= 12
    else { return false }
    // Most elements are told apart by the first bytes of their first text.
    guard
      let first = tree.descendants(of: index).first(where: {
        tree.nodes[$0].tag == .text && !isBlank($0)
      }), startsLikeOpener(first), let line = tree.text(of: index, limit: Self.maximumBytes)
    else { return false }
    if node.tag == .strong, !isAlone(index) { return false }
    return !line.hasSuffix(".") || line.hasSuffix("..")
  }

  /// Whether a text in an inline element is all that its parent holds.
  private func isAlone(_ index: Int) -> Bool {
    let parent = Int(tree.nodes[index].parent)
    guard parent >= 0, Int(tree.nodes[parent].end) - parent <= Self.maximumNodes else {
      return false
    }
    for other in parent + 1..<Int(tree.nodes[parent].end)
    where tree.nodes[other].tag == .text && !(index..<Int(tree.nodes[index].end)).contains(other) {
      if !isBlank(other) { return false }
    }
    return true
  }

  private func startsLikeOpener(_ node: Int) -> Bool {
    let text = tree.bytes.span.extracting(tree.textRange(of: node))
    var start = 0
    while start < text.count, text[start].isASCIIWhitespace { start += 1 }
    let line = text.extracting(start..<text.count)
    guard !line.isEmpty else { return false }
    let first = line[0].lowercasedASCII
    for opener in Self.openers
    where opener.utf8Start[0] == first && line.matchesIgnoringCase(opener, at: 0) {
      // A word must end where the opener ends.
      let end = opener.utf8CodeUnitCount
      if end >= line.count || !(line[end].isASCIILetter || line[end] >= 0x80) { return true }
    }
    return false
  }

  private static let openers: [StaticString] = [
    "related", "more from", "more on", "more stories", "more news", "more in", "more articles",
    "more like this", "you may also like", "you might also like", "recommended", "most read",
    "most popular", "most viewed", "trending", "popular", "read next", "read also", "also read",
    "up next", "latest news", "latest stories", "latest articles", "recent posts", "similar",
    "about the author", "leave a reply", "leave a comment", "comments", "comment", "share this",
    "share", "follow us", "newsletter", "newsletters", "subscribe", "sign up", "stay up to date",
    "stay up-to-date", "tags", "filed under", "advertisement", "sponsored", "in this article",
    "mehr zum thema", "mehr von", "mehr aus", "mehr zu", "weitere artikel", "weitere themen",
    "weitere meldungen", "weitere nachrichten", "weitere beiträge", "ähnliche", "verwandte",
    "das könnte", "auch interessant", "lesen sie auch", "lies auch", "weiterlesen", "kommentare",
    "kommentar schreiben", "schreibe einen kommentar", "über den autor", "über die autorin",
    "zum thema", "meistgelesen", "neueste", "passend zum thema", "teilen", "schlagwörter",
    "à lire aussi", "lire aussi", "à lire", "sur le même sujet", "articles similaires",
    "commentaires", "te puede interesar", "también te puede", "más noticias", "más sobre",
    "más de", "noticias relacionadas", "relacionadas", "lea también", "le puede interesar",
    "comentarios", "você pode gostar", "leia também", "veja também", "leia mais", "comentários",
    "leggi anche", "potrebbe interessarti", "articoli correlati", "commenti", "lees ook",
    "gerelateerd", "reacties", "zobacz także", "zobacz też", "czytaj także", "czytaj też",
    "polecamy", "powiązane", "komentarze", "noch mehr", "läs också", "läs mer", "læs også",
    "les også", "čtěte také", "související", "ilgili haberler", "читайте также", "Читайте также",
    "материалы по теме", "Материалы по теме", "по теме", "По теме", "смотрите также",
    "Смотрите также", "комментарии", "Комментарии", "читайте також", "Читайте також", "اقرأ أيضا",
    "اقرأ أيضًا", "اقرأ المزيد", "مواضيع ذات صلة", "مقالات ذات صلة", "相关阅读", "相关新闻", "相关文章", "延伸阅读",
    "热门", "関連記事", "あわせて読みたい",
  ]
}
