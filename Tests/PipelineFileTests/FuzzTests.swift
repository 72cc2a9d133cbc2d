import Diagnostics
import PipelineFile
import Testing

/// Whatever the bytes are, there is a file or a message with a place.
@Suite struct FuzzTests {
  private static let valid = """
    name: evening
    run: {workers: 4, output: out, memory: 16 MB}
    x-common: &common {title: "a \\u00e9", share: 0.5}
    stages:
      - fetch: {paths: [], roots: {}, max_bytes: 512 KiB}
      - clean
      - segment: {max_sentence_bytes: 100}
        label: split
        when: language == en and not (title contains "x" or bytes > 5)
      - tag:
          <<: *common
          words: ['b', '${C:-d}']
          rules:
            - pattern: >-
                folded
                text
              depth: 2
      - write: {path: records.jsonl}   # comment

    """

  private static let tokens = [
    "stages:", "name:", "run:", "x-a:", "- ", "fetch", "tag", "write", "segment", ": ", "{", "}",
    "[", "]", ",", "&a ", "*a", "<<: ", "!", "!!str ", "|", ">", "'", "\"", "#", "\n", "\n  ",
    "\n    ", "\t", "?", "%", "---", "...", "when: ", "label: ", "${A}", "${", "}", "$${", "~",
    "\\", "é", "\u{FEFF}", "\r", "and", "not", "language", "==", "1", "yes", "16 MB", "@", "`",
  ]

  private func check(_ bytes: [UInt8], settings: [String] = []) {
    do throws(PipelineFileError) {
      let file = try PipelineFile.parse(
        bytes, path: "p.yaml", directory: "/", stages: fakeStages,
        environment: { $0 == "A" ? "b: [c" : nil }, settings: settings)
      #expect(file.stages.count >= 2)
    } catch {
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      #expect(!error.diagnostics.isEmpty && error.diagnostics.count <= 101)
      for diagnostic in error.diagnostics {
        let location = diagnostic.location
        let isInside =
          switch location?.file {
          case "p.yaml": (1...lines + 1).contains(location?.line ?? 0)
          case "--set": (1...settings.count).contains(location?.line ?? 0)
          default: false
          }
        #expect(isInside && location?.column ?? 0 >= 1, "\(diagnostic) of \(bytes)")
        #expect(!diagnostic.message.isEmpty)
      }
    }
  }

  @Test func acceptsWhatItMutates() {
    #expect(messages(Self.valid) == [])
  }

  @Test func survivesMutations() {
    var generator = SplitMix(seed: 1)
    let valid = Array(Self.valid.utf8)
    for _ in 0..<600 {
      var bytes = valid
      for _ in 0...Int.random(in: 0...3, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(index + Int.random(in: 0...20, using: &generator), bytes.count)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(index..<end)
        case 2: bytes.insert(contentsOf: bytes[index..<end], at: valid.count / 2 % bytes.count)
        default:
          let token = Self.tokens.randomElement(using: &generator) ?? ""
          bytes.insert(contentsOf: Array(token.utf8), at: index)
        }
        if bytes.isEmpty { bytes = valid }
      }
      check(bytes)
    }
  }

  @Test func survivesRandomBytes() {
    var generator = SplitMix(seed: 2)
    for length in 0..<400 {
      check((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
      check((0..<length).map { _ in UInt8.random(in: 9...126, using: &generator) })
    }
  }

  @Test func survivesRandomTokens() {
    var generator = SplitMix(seed: 3)
    for round in 0..<1500 {
      var text = round.isMultiple(of: 2) ? "stages:\n- fetch\n- segment\n- tag: " : ""
      for _ in 0..<Int.random(in: 1...25, using: &generator) {
        text += Self.tokens.randomElement(using: &generator) ?? ""
      }
      check(Array(text.utf8))
    }
  }

  @Test func survivesRandomSettings() {
    var generator = SplitMix(seed: 4)
    let parts = Self.tokens + ["stages.", "tag.", "words", "run.", "=", "=", ".", "0", "workers"]
    for _ in 0..<600 {
      var setting =
        ["stages.tag.", "run.", "stages.split.when=", ""].randomElement(using: &generator) ?? ""
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        setting += parts.randomElement(using: &generator) ?? ""
      }
      check(Array(Self.valid.utf8), settings: [setting])
    }
  }
}

/// A small generator of random numbers that starts from a seed (Steele, Lea and Flood, 2014).
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
