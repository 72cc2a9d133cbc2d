import Evaluation
import StageKit
import TextKit

/// CoNLL-U files of Universal Dependencies, from which the texts are put together again.
///
/// `# newdoc` begins a document and `# newpar` a paragraph; a file without the former is one document.
enum ConlluFile {
  /// Hands over the documents of a file, one by one, with their sentences.
  static func forEach(
    of path: String, _ body: (Document, [ByteRange]) -> Void
  ) throws(EvaluationProblem) {
    var builder = Builder(path: path)
    try GoldFile.forEachLine(of: path) { (line) throws(EvaluationProblem) in
      let bytes = line.bytes
      if bytes.isEmpty {
        builder.endSentence()
      } else if bytes.starts(with: "# newdoc".utf8) {
        builder.endSentence()
        if let (document, sentences) = builder.take() { body(document, sentences) }
      } else if bytes.starts(with: "# newpar".utf8) {
        builder.separator = "\n\n"
      } else if bytes[0] != UInt8(ascii: "#") {
        try builder.add(line)
      }
    }
    builder.endSentence()
    if let (document, sentences) = builder.take() { body(document, sentences) }
  }

  /// The document that is being read.
  private struct Builder {
    let path: String
    /// What stands before the next token.
    var separator = ""
    private var text: [UInt8] = []
    private var sentences: [ByteRange] = []
    private var sentenceStart: Int?
    private var documentCount = 0
    /// The last word that the surface form of a range, such as `3-4`, stands for.
    private var coveredUntil = 0

    init(path: String) {
      self.path = path
    }

    mutating func add(_ line: GoldLine) throws(EvaluationProblem) {
      let fields = line.bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard fields.count == 10, !fields[1].isEmpty else {
        throw line.problem("ten columns with tabs between them are expected")
      }
      let bounds = String(decoding: fields[0], as: UTF8.self).split(separator: "-")
      // Words that are not in the text have numbers such as `8.1`.
      guard let first = bounds.first.flatMap({ Int($0) }) else { return }
      if bounds.count == 2, let last = Int(bounds[1]) {
        coveredUntil = last
      } else if first <= coveredUntil {
        return
      }
      text += Array(separator.utf8)
      if sentenceStart == nil { sentenceStart = text.count }
      text += fields[1]
      let isAttached = fields[9].split(separator: UInt8(ascii: "|")).contains {
        $0.elementsEqual("SpaceAfter=No".utf8)
      }
      separator = isAttached ? "" : " "
    }

    mutating func endSentence() {
      guard let start = sentenceStart else { return }
      sentences.append(ByteRange(start, text.count))
      sentenceStart = nil
      coveredUntil = 0
    }

    /// The document up to here, if there is one; the next one begins.
    mutating func take() -> (Document, [ByteRange])? {
      separator = ""
      guard !sentences.isEmpty else { return nil }
      documentCount += 1
      let document = Document(
        source: DocumentSource(key: InputKey(path: Array(path.utf8), record: documentCount)),
        text: String(decoding: text, as: UTF8.self))
      defer {
        text = []
        sentences = []
      }
      return (document, sentences)
    }
  }
}
