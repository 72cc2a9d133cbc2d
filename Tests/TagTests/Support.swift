import StageKit
import Tag
import Testing
import TextKit

/// A document whose lines are sentences, with tokens cut at spaces and around marks, so that the
/// tests of this stage depend on no other.
func makeDocument(_ text: String, published: String? = nil) -> Document {
  var document = Document(source: DocumentSource(key: InputKey(path: [])), text: text)
  document.metadata.published = published
  let bytes = Array(text.utf8)
  var sentences: [ByteRange] = []
  var tokens: [ByteRange] = []
  var start = 0
  for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "\n") {
    if end > start { sentences.append(ByteRange(start, end)) }
    appendTokens(bytes, start..<end, to: &tokens)
    start = end + 1
  }
  document.sentences = sentences
  document.tokens = tokens
  return document
}

private func appendTokens(_ bytes: [UInt8], _ range: Range<Int>, to tokens: inout [ByteRange]) {
  func isWord(_ index: Int) -> Bool {
    guard range.contains(index) else { return false }
    let byte = bytes[index]
    let isApostrophe = byte == 0xE2 || (byte & 0xC0 == 0x80 && isCurly(index))
    return !isApostrophe && (byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80)
  }
  func isCurly(_ index: Int) -> Bool {
    (bytes[index - 1] == 0xE2) || (index > 1 && bytes[index - 2] == 0xE2)
  }
  var index = range.lowerBound
  while index < range.upperBound {
    if bytes[index] == UInt8(ascii: " ") {
      index += 1
      continue
    }
    let start = index
    index += 1
    if isWord(start) {
      while index < range.upperBound {
        let joins = bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",")
        let isAbbreviation = index >= 1 && index - 1 == start && bytes[start].isASCIILetter
        if isWord(index) || (joins && isWord(index + 1) && !isAbbreviation) {
          index += 1
        } else if joins && bytes[index] == UInt8(ascii: ".")
          && (isAbbreviation || bytes[index - 2] == UInt8(ascii: "."))
        {
          index += 1  // J. and the last stop of U.S.
        } else {
          break
        }
      }
    } else {
      while index < range.upperBound && bytes[index].isUTF8Continuation { index += 1 }
    }
    tokens.append(ByteRange(start, index))
  }
}

func makeStage(_ options: TagOptions = TagOptions()) throws(OptionProblem) -> TagStage {
  try TagStage(
    options: options,
    context: StageContext(label: "tag", baseDirectory: "/", outputDirectory: "/"))
}

func tag(
  _ text: String, published: String? = nil, options: TagOptions = TagOptions()
) throws -> Document {
  let stage = try makeStage(options)
  var document = makeDocument(text, published: published)
  var scratch = stage.makeScratch()
  let verdict = try stage.process(&document, &scratch)
  #expect(verdict == .keep)
  return document
}

/// The entities, one a line: `TYPE: text = value`.
func render(
  _ text: String, published: String? = nil, options: TagOptions = TagOptions()
) throws -> String {
  try tag(text, published: published, options: options).rendering(of: [.entities])
}
