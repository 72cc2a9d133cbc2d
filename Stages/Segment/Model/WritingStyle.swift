import StageKit
import TextKit

/// How carefully a text is written, as far as the ends of its paragraphs tell.
struct WritingStyle {
  /// In bytes: shorter paragraphs may be headings and say nothing.
  private static let shortest = 60

  private let openParagraphs: UInt64
  private let paragraphIsClosed: Bool
  private let paragraphBeginsSmall: Bool

  /// - Parameter openParagraphs: what is known of the document.
  init(_ paragraph: TextBytes, _ openParagraphs: UInt64) {
    self.openParagraphs = openParagraphs
    paragraphIsClosed = paragraph.endsLikeSentence(ByteRange(paragraph.start, paragraph.end))
    paragraphBeginsSmall = paragraph[paragraph.start].isASCIILowercase
  }

  /// From 0 where all paragraphs of some length end with a stop to 3 where most do not.
  static func openParagraphs(_ text: TextBytes, _ paragraphs: [Paragraph]) -> UInt64 {
    var count = 0
    var open = 0
    for paragraph in paragraphs where paragraph.range.count >= shortest {
      count += 1
      if !text.endsLikeSentence(paragraph.range) { open += 1 }
    }
    if open == 0 { return 0 }
    return open * 5 <= count ? 1 : open * 2 <= count ? 2 : 3
  }

  /// Whether this paragraph, and all others of some length, end with a stop.
  var isEdited: Bool { openParagraphs == 0 && paragraphIsClosed }

  /// Whether most paragraphs end with a stop.
  var isCareful: Bool { openParagraphs < 2 }

  /// All of it as one small number, for features.
  var value: UInt64 {
    openParagraphs << 2 | (paragraphIsClosed ? 2 : 0) | (paragraphBeginsSmall ? 1 : 0)
  }
}
