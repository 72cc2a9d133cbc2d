import StageKit
import TextKit

extension CleanStage {
  /// Takes the article out of a page and leaves its paragraphs, with clean characters, in the
  /// scratch space.
  func readHTML(
    _ text: String, _ scratch: inout Scratch, _ findings: inout CharacterFindings,
    _ metadata: inout Metadata
  ) {
    scratch.tree.read(text.utf8.span, tracksOrigins: scratch.origins != nil)
    if scratch.tree.isTruncated { metadata.addNote("page cut: too many or too deep elements") }
    let marks = classWords.marks(of: scratch.tree)
    let found = HTMLMetadata(scratch.tree, marks)
    let title = found.title(besides: metadata)
    let body = HTMLBody(scratch.tree, marks, title: title?.node)
    var headline: Int?
    if options.findsMetadata {
      let confirmed = found.title(confirming: title, article: body.root)
      // A title that is known already may be another one.
      if metadata.title == nil { headline = confirmed?.node }
      found.apply(to: &metadata, confirmed, article: body.root)
      scratch.declaredLanguage = found.declaredLanguage
      cleanMetadata(&metadata)
    }
    var raw = BlockList()
    raw.removeAll(tracksOrigins: scratch.origins != nil)
    let known = metadata.captions.count
    body.read(into: &raw, &metadata, without: headline)
    for index in known..<metadata.captions.count {
      metadata.captions[index].text = cleanLine(metadata.captions[index].text)
      metadata.captions[index].credit = metadata.captions[index].credit.map(cleanLine)
    }
    if options.removesBoilerplate { removePageNotices(from: &raw) }
    let origins = scratch.tree.origins.flatMap { raw.origins?.composed(with: $0) }
    appendClean(
      raw, origins, &scratch.characters, &scratch.origins, to: &scratch.blocks, &findings)
  }

  /// Notices, unless they make up most of the paragraphs, as where an article is about them.
  private func removePageNotices(from list: inout BlockList) {
    let rest = list.blocks.filter { block in
      !Boilerplate.isPageNotice(list.bytes.span.extracting(block.range))
    }
    if rest.count * 2 >= list.blocks.count { list.blocks = rest }
  }

  /// Adds the paragraphs with clean characters. `pageOrigins` says where the paragraphs' bytes stand in
  /// the page, `origins` will say so of the characters.
  func appendClean(
    _ raw: BlockList, _ pageOrigins: OffsetMap?, _ characters: inout [UInt8],
    _ origins: inout OffsetMap?, to blocks: inout BlockList, _ findings: inout CharacterFindings
  ) {
    for block in raw.blocks {
      let start = characters.count
      var blockOrigins = pageOrigins == nil ? nil : OffsetMap()
      cleanCharacters(
        raw.bytes.span.extracting(block.range), into: &characters, &findings, &blockOrigins)
      if let blockOrigins, let pageOrigins {
        var whole = OffsetMap()
        whole.append(block.range, of: pageOrigins)
        origins?.append(0..<blockOrigins.count, of: blockOrigins.composed(with: whole))
      }
      blocks.append(characters.span.extracting(start...), at: start)
      blocks.close(block.kind)
    }
  }

  /// Cleans the characters of what markup says, as those of the text.
  private func cleanLine(_ text: String) -> String {
    var findings = CharacterFindings()
    var cleaned: [UInt8] = []
    var origins: OffsetMap?
    characters.clean(text.utf8.span, into: &cleaned, &findings, &origins)
    var list = BlockList()
    list.append(cleaned.span)
    list.close(.body)
    return list.blocks.first.map(list.text) ?? ""
  }

  private func cleanMetadata(_ metadata: inout Metadata) {
    metadata.title = metadata.title.map(cleanLine)
    metadata.subtitle = metadata.subtitle.map(cleanLine)
    metadata.site = metadata.site.map(cleanLine)
    metadata.section = metadata.section.map(cleanLine)
    metadata.byline = metadata.byline.map(cleanLine)
  }
}
