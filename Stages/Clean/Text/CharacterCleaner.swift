import StageKit
import TextKit

/// What was met while cleaning characters; notes in the record are made of it.
struct CharacterFindings: Equatable {
  /// U+FFFD, each of which stands for something that was lost before.
  var replacementCharacters = 0
  /// Control characters from U+0080 to U+009F that were windows-1252 characters.
  var repairedControls = 0
  /// Characters whose UTF-8 bytes had been read as windows-1252.
  var repairedMojibake = 0
}

/// Removes and unifies characters: line ends, spaces, control and invisible characters, and the
/// normalisation form.
///
/// Runs of text that need no change are found eight bytes at a time and copied in one piece.
/// Spaces at the start of a line are kept, because they say something in Markdown and in plain text.
struct CharacterCleaner: Sendable {
  var quotes: CleanOptions.Quotes
  var normalisation: CleanOptions.Normalisation

  /// Appends the clean form of `input`, which must be valid UTF-8, to `output`, and where it stands in
  /// `input` to `origins`, unless that is `nil`.
  func clean(
    _ input: Span<UInt8>, into output: inout [UInt8], _ findings: inout CharacterFindings,
    _ origins: inout OffsetMap?
  ) {
    let first = output.count
    // Twice as much as there was, since many small texts may be added one by one.
    if output.capacity < first + input.count {
      output.reserveCapacity(max(first + input.count, 2 * output.capacity))
    }
    var copied = origins == nil ? nil : OffsetMap()
    defer {
      if let copied { origins?.append(0..<copied.count, of: copied) }
    }
    // A raw buffer: every byte is looked at, and bounds are checked by the loops themselves.
    input.withUnsafeBufferPointer { copyClean($0, into: &output, &findings, &copied) }
    guard normalisation != .none else { return }
    guard
      let normalised = Normaliser.normalise(
        output.span.extracting(first...), compatibility: normalisation == .nfkc)
    else { return }
    if let before = copied {
      copied = Normaliser.origins(of: normalised.span, in: output.span.extracting(first...))
        .composed(with: before)
    }
    output.removeSubrange(first...)
    if normalisation == .nfkc {
      // Compatibility forms bring spaces with them. What is found now was counted before.
      var counted = CharacterFindings()
      var again = copied == nil ? nil : OffsetMap()
      normalised.withUnsafeBufferPointer { copyClean($0, into: &output, &counted, &again) }
      if let before = copied { copied = again?.composed(with: before) }
    } else {
      output.append(contentsOf: normalised)
    }
  }

  private func copyClean(
    _ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8],
    _ findings: inout CharacterFindings, _ origins: inout OffsetMap?
  ) {
    let count = bytes.count
    var runStart = 0
    var index = 0
    while index < count {
      // Where something was left out, a space may follow one.
      if index > runStart || bytes[index] != 0x20 {
        index = Self.endOfPlainASCII(bytes, from: index)
      }
      let blockEnd = min(index + 8, count)
      while index < blockEnd {
        let byte = bytes[index]
        if byte &- 0x21 < 0x5E || byte == 0x0A {
          index += 1
          continue
        }
        if byte == 0x20, index + 1 < count,
          bytes[index + 1] &- 0x21 < 0x5E || bytes[index + 1] == 0x0A,
          index > runStart, bytes[index - 1] != 0x20
        {
          index += 1
          continue
        }
        let (action, length) = CharacterAction.find(bytes, index, quotes)
        if action == .keep {
          index += length
          continue
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
        origins?.append(index - runStart, from: runStart..<index)
        let before = output.count
        let next = apply(action, length, bytes, index, &output, &findings)
        origins?.append(output.count - before, from: index..<next)
        index = next
        runStart = index
      }
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart...]))
    origins?.append(count - runStart, from: runStart..<count)
  }

  /// Does what `action` says of the character at `index`; what stands before it is copied already.
  ///
  /// - Returns: the offset after everything that is done with.
  private func apply(
    _ action: CharacterAction, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int,
    _ output: inout [UInt8], _ findings: inout CharacterFindings
  ) -> Int {
    let next = index + length
    switch action {
    case .keep, .remove: break
    case .space: return copySpaces(bytes, index, &output)
    case .lineBreak: output.append(0x0A)
    case .carriageReturn:
      if next == bytes.count || bytes[next] != 0x0A { output.append(0x0A) }
    case .paragraphBreak: output.append(contentsOf: [0x0A, 0x0A])
    case .joiner:
      if Self.joins(output.span) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<next]))
      }
    case .softHyphen:
      // At the end of a line it divides a word: the line break goes with it.
      var end = next
      if end < bytes.count, bytes[end] == 0x0D { end += 1 }
      if end < bytes.count, bytes[end] == 0x0A {
        end += 1
        while end < bytes.count, bytes[end] == 0x20 { end += 1 }
        return end
      }
    case .singleQuote: output.append(UInt8(ascii: "'"))
    case .doubleQuote: output.append(UInt8(ascii: "\""))
    case .replacement:
      findings.replacementCharacters += 1
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<next]))
    case .windowsCharacter:
      if let scalar = Windows1252.scalar(of: bytes[index + 1]), scalar.value > 0xFF {
        findings.repairedControls += 1
        output.append(contentsOf: String(scalar).utf8)
      }
    }
    return next
  }

  /// Copies a run of spaces, and of what is removed between them, as one space; at the start of a
  /// line as many as there are, a tab as four.
  private func copySpaces(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ output: inout [UInt8]
  ) -> Int {
    let isIndentation = output.isEmpty || output.last == 0x0A
    var index = start
    var width = 0
    while index < bytes.count {
      let (action, length) = CharacterAction.find(bytes, index, quotes)
      guard action == .space || action == .remove else { break }
      if action == .space { width += bytes[index] == 0x09 ? 4 : 1 }
      index += length
    }
    if isIndentation {
      output.append(contentsOf: repeatElement(0x20, count: width))
    } else if output.last != 0x20 {
      output.append(0x20)
    }
    return index
  }

  /// The offset at or after `start` of the first eight bytes that may need a change: anything but
  /// printable ASCII, line feeds and single spaces.
  private static func endOfPlainASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 9 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let next = raw.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
      // The high bit of each lane; what a lane beyond ASCII carries into the next one does not matter.
      let notControl = word &+ ByteLanes.all(0x60)
      let notLineFeed = (word ^ ByteLanes.all(0x0A)) &+ ByteLanes.all(0x7F)
      let delete = word &+ ByteLanes.all(0x01)
      let notSpace = (word ^ ByteLanes.all(0x20)) &+ ByteLanes.all(0x7F)
      let notNextSpace = (next ^ ByteLanes.all(0x20)) &+ ByteLanes.all(0x7F)
      let stops = word | (~notControl & notLineFeed) | delete | ~(notSpace | notNextSpace)
      if stops & ByteLanes.all(0x80) != 0 { break }
      index += 8
    }
    return index
  }

  /// Whether a zero-width joiner or non-joiner after this text means something: after letters of
  /// scripts that join (Arabic to Mongolian in the order of Unicode) and after emoji.
  private static func joins(_ text: Span<UInt8>) -> Bool {
    var start = text.count
    // No letter has more marks than this, and hostile text must not cost more.
    let limit = max(0, text.count - 64)
    repeat {
      start -= 1
      while start > 0, text[start].isUTF8Continuation { start -= 1 }
      guard start >= limit else { return false }
      // Normalisation may put a combining mark (U+0300 to U+036F) before the joiner.
    } while text[start] == 0xCC || (text[start] == 0xCD && text[start + 1] < 0xB0)
    switch text[start] {
    case 0xD8...0xDF, 0xF0: return true
    case 0xE0: return true
    // Not Korean letters, which normalisation joins to syllables.
    case 0xE1: return text[start + 1] <= 0x82 || (0x9C...0xB3).contains(text[start + 1])
    case 0xE2: return text[start + 1] >= 0x86 && text[start + 1] <= 0xAF
    case 0xEF: return text[start + 1] == 0xB8 && text[start + 2] == 0x8F
    default: return false
    }
  }
}
