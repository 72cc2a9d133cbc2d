import StageKit
import TestSupport
import Testing
import TextKit

@Suite struct TextKitTests {
  @Test(arguments: [
    "", "plain", String(repeating: "a", count: 200), "Zürich", "👩‍🚀 and «x»",
    String(repeating: "aé🚀", count: 100),
  ])
  func convertsOffsetsLikeTheStandardLibrary(_ text: String) {
    let utf8 = text.utf8.span
    for unit in OffsetUnit.allCases {
      var converter = OffsetConverter(unit)
      converter.prepare(utf8)
      for index in text.unicodeScalars.indices + [text.endIndex] {
        let expected =
          switch unit {
          case .bytes: text.utf8.distance(from: text.startIndex, to: index)
          case .codepoints: text.unicodeScalars.distance(from: text.startIndex, to: index)
          case .utf16: text.utf16.distance(from: text.startIndex, to: index)
          }
        let offset = text.utf8.distance(from: text.startIndex, to: index)
        let converted = converter.convert(offset, in: utf8)
        #expect(converted == expected)
      }
    }
  }

  // Spans cannot be captured by `#expect`; these wrap what is tested.
  private func isASCII(_ bytes: [UInt8]) -> Bool { bytes.span.isASCII }
  private func find(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.span.firstOffset(of: 0xFF, in: range)
  }

  @Test func findsBytesAndASCIIAtEveryPosition() {
    for length in 0..<100 {
      var bytes = [UInt8](repeating: 0x61, count: length)
      #expect(isASCII(bytes))
      #expect(find(bytes, 0..<length) == nil)
      for position in 0..<length {
        bytes[position] = 0xFF
        #expect(!isASCII(bytes))
        #expect(find(bytes, 0..<length) == position)
        #expect(find(bytes, (position + 1)..<length) == nil)
        bytes[position] = 0x61
      }
    }
  }

  @Test func matchesLiteralsInsideBoundsOnly() {
    let bytes = Array("Hello".utf8)
    let end = bytes.span.matches("lo", at: 3)
    let beyondEnd = bytes.span.matches("lo!", at: 3)
    let beforeStart = bytes.span.matches("H", at: -1)
    let anyCase = bytes.span.matchesIgnoringCase("hello", at: 0)
    #expect(end && anyCase)
    #expect(!beyondEnd && !beforeStart)
  }

  @Test func hashesDifferForSmallChanges() {
    var seen: Set<UInt64> = []
    var bytes = [UInt8](repeating: 0, count: 19)
    for position in 0..<19 {
      for value in UInt8(1)...255 {
        bytes[position] = value
        seen.insert(hashBytes(bytes.span))
        bytes[position] = 0
      }
    }
    #expect(seen.count == 19 * 255)
  }

  @Test func hashesOfWordsInLowerCaseAreThoseOfTheirBytes() {
    var generator = SystemRandomNumberGenerator()
    for count in 0..<40 {
      for _ in 0..<50 {
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let lowercased = bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }
        #expect(hashLowercased(bytes.span) == hashBytes(lowercased.span))
        #expect(hashBytes(bytes.span) == hashedByteByByte(bytes))
        guard (1...7).contains(count) else { continue }
        let word = (bytes + [1, 2, 3, 4, 5, 6, 7]).prefix(8).reversed().reduce(UInt64(0)) {
          $0 << 8 | UInt64($1)
        }
        #expect(hashBytes(firstOf: word, count: count) == hashedByteByByte(bytes))
      }
    }
  }

  /// What `hashBytes` is said to reckon, without its short cuts.
  private func hashedByteByByte(_ bytes: [UInt8]) -> UInt64 {
    var hash = 0xCBF2_9CE4_8422_2325 &+ UInt64(bytes.count)
    let wordCount = bytes.count / 8
    for word in 0..<wordCount {
      for offset in 0..<8 { hash ^= UInt64(bytes[word * 8 + offset]) << UInt64(8 * offset) }
      hash = hash &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    hash ^= bytes[(wordCount * 8)...].reduce(0) { $0 << 8 | UInt64($1) }
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    return hash ^ hash >> 31
  }
}

@Suite struct OffsetMapTests {
  @Test func copiesThatGoOnAreOnePiece() {
    var map = OffsetMap()
    map.append(3, from: 10..<13)
    map.append(0, from: 50..<50)
    map.append(2, from: 13..<15)
    #expect(map == OffsetMap(copyOf: 5, from: 10))
    map.append(1, from: 15..<20)
    #expect(map.pieces.count == 2 && map.count == 6)
    #expect(map.origin(of: 1..<6) == 11..<20)
    #expect(map.origin(of: 5..<6) == 15..<20)
    #expect(map.origin(of: 6..<6) == 20..<20)
  }

  @Test func charactersOfAnotherLengthCorrespondInProportion() {
    var map = OffsetMap()
    for index in 0..<4 {
      map.append(1, from: 2 * index..<2 * index + 2, isUniform: true)
    }
    #expect(map.pieces.count == 1)
    #expect(map.origin(of: 1..<3) == 2..<6)
  }

  @Test func whatIsTakenBackLeavesTheRest() {
    var map = OffsetMap(copyOf: 4)
    map.append(1, from: 9..<12)
    map.truncate(to: 4)
    #expect(map == OffsetMap(copyOf: 4))
    map.truncate(to: 2)
    #expect(map == OffsetMap(copyOf: 2))
    map.truncate(to: 0)
    #expect(map == OffsetMap())
  }

  @Test func mapsAreComposed() {
    var outer = OffsetMap(copyOf: 2, from: 1)
    outer.append(1, from: 4..<6)
    var inner = OffsetMap(copyOf: 3, from: 100)
    inner.append(3, from: 200..<203)
    let map = outer.composed(with: inner)
    #expect(map.origin(of: 0..<2) == 101..<103)
    #expect(map.origin(of: 2..<3) == 201..<203)
    #expect(map.count == 3)
  }

  @Test func whatWasMovedIsCovered() {
    var map = OffsetMap(copyOf: 2, from: 50)
    map.append(2, from: 10..<12)
    #expect(map.origin(of: 0..<4) == 10..<52)
  }

  @Test func acceptsTheSameUTF8AsTheStandardLibrary() {
    var random = SeededRandom(3)
    let pieces: [[UInt8]] = [
      Array("plain ASCII".utf8), Array("é“界😀\u{10FFFF}\u{D7FF}\u{E000}".utf8), [0xC0, 0xAF],
      [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xE2, 0x80], [0x80],
      [0xFF],
      [0xC3], [0xF0, 0x9F, 0x98], [0],
    ]
    for _ in 0..<4000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        // Mostly valid pieces, cut anywhere now and then.
        let limit = Bool.random(using: &random) ? 2 : pieces.count
        let piece = pieces[Int.random(in: 0..<limit, using: &random)]
        bytes += piece.prefix(Int.random(in: 0..<5, using: &random) == 0 ? 3 : 99)
      }
      let expected = String(validating: bytes, as: UTF8.self)
      #expect(String(validUTF8: bytes.span) == expected, "\(bytes)")
    }
  }

  @Test func findsTheEndOfASCIIWhereverItIs() {
    for count in 0..<40 {
      var bytes = [UInt8](repeating: 0x61, count: count)
      for start in 0...count { #expect(bytes.span.endOfASCII(from: start) == count) }
      for place in 0..<count {
        bytes[place] = 0xC3
        for start in 0...count {
          #expect(bytes.span.endOfASCII(from: start) == (start <= place ? place : count))
        }
        bytes[place] = 0x61
      }
    }
  }
}
