import Diagnostics
import TextKit

/// The bytes of a file, checked to be text that YAML allows.
struct SourceText {
  /// Pipeline files are written by people; anything larger is something else.
  static let maximumBytes = 1_000_000

  let file: String
  /// Without a byte order mark.
  let bytes: [UInt8]
  /// Where each line as YAML counts them starts, as editors count; empty where that is the same.
  private var yamlLines: [(line: Int, column: Int)] = []

  /// - Throws: what makes the bytes no text, with its place.
  init(_ bytes: [UInt8], file: String) throws(LocatedMistake) {
    self.file = file
    let start = SourceLocation(file: file, line: 1, column: 1)
    guard bytes.count <= Self.maximumBytes else { throw LocatedMistake(.fileTooLarge, start) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw LocatedMistake(.encodedAsUTF16, start)
    }
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    if let (offset, mistake) = firstForbiddenByte() {
      throw LocatedMistake(mistake, location(ofByte: offset))
    }
    yamlLines = linesOfYAML()
  }

  /// The place, from 1, of a line and a column that YAML counts from 0.
  func place(ofYAMLLine line: Int, column: Int) -> (line: Int, column: Int) {
    guard yamlLines.indices.contains(line) else { return (line + 1, column + 1) }
    return (yamlLines[line].line, yamlLines[line].column + column)
  }

  /// To YAML, three characters end a line that end none in editors.
  private func linesOfYAML() -> [(line: Int, column: Int)] {
    var lines = [(line: 1, column: 1)]
    var differs = false
    var (line, column, offset) = (1, 1, 0)
    while offset < bytes.count {
      if Self.isLineEnd(bytes[offset]) {
        offset = afterLineEnd(offset)
        (line, column) = (line + 1, 1)
        lines.append((line, column))
        continue
      }
      let rest = bytes[offset...]
      let endsLine =
        rest.starts(with: "\u{85}".utf8) || rest.starts(with: "\u{2028}".utf8)
        || rest.starts(with: "\u{2029}".utf8)
      if !bytes[offset].isUTF8Continuation { column += 1 }
      if endsLine {
        lines.append((line, column))
        differs = true
      }
      offset += 1
    }
    return differs ? lines : []
  }

  /// The line with this number, from 1, without its end.
  func line(_ number: Int) -> String {
    var start = 0
    for _ in 1..<max(number, 1) {
      guard let end = bytes[start...].firstIndex(where: Self.isLineEnd) else { return "" }
      start = afterLineEnd(end)
    }
    let end = bytes[start...].firstIndex(where: Self.isLineEnd) ?? bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func afterLineEnd(_ offset: Int) -> Int {
    let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
    return offset + (isPair ? 2 : 1)
  }

  private func location(ofByte offset: Int) -> SourceLocation {
    var line = 1
    var start = 0
    while let end = bytes[start..<offset].firstIndex(where: Self.isLineEnd) {
      line += 1
      start = min(afterLineEnd(end), offset)
    }
    let column = bytes[start..<offset].count { !$0.isUTF8Continuation } + 1
    return SourceLocation(file: file, line: line, column: column)
  }

  private func firstForbiddenByte() -> (Int, Mistake)? {
    if let offset = bytes.firstIndex(of: 0) { return (offset, .holdsNUL) }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      return (error.byteOffsets.lowerBound, .notUTF8(bytes[error.byteOffsets.lowerBound]))
    }
    // What YAML calls printable excludes control characters and two that are none.
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x09, 0x0A, 0x0D: break
      case 0x00...0x1F, 0x7F: return (offset, .holdsControlCharacter(UInt32(byte)))
      case 0xC2 where bytes[offset + 1] < 0xA0 && bytes[offset + 1] != 0x85:
        return (offset, .holdsControlCharacter(UInt32(bytes[offset + 1])))
      case 0xEF where bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE:
        return (offset, .holdsControlCharacter(0xFF40 + UInt32(bytes[offset + 2])))
      default: break
      }
      offset += 1
    }
    return nil
  }
}
