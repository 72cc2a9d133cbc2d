internal import CTagModel
import StageKit
import TextKit

/// A trained model of names: labels, weights, and what it knows of words and lists.
///
/// The file, in little-endian numbers: a header of 32-bit words (see `Field`), the names of the types
/// with a line break behind each, the transitions as 32-bit floating point numbers, the tables of
/// words, general classes, lists and features, each behind as many bytes of nothing as make its place a
/// multiple of `HashedTable.alignment`, the filter of features, and that of words in lower case.
package struct NameModel: Sendable {
  /// Why a file is no model.
  package struct Problem: Error, Equatable {
    package var message: String
  }

  /// The words of the header.
  private enum Field: Int, CaseIterable {
    case magic
    case version
    case size
    case checksum
    /// The hash of some text, which tells whether this program hashes as the one that trained did.
    case hashProbe
    case typeCount
    case typeBytes
    /// What a unit of the weights is worth, in billionths.
    case scale
    case wordBuckets
    case wordProbe
    case classBuckets
    case classProbe
    case listBuckets
    case listProbe
    case featureBuckets
    case featureProbe
    /// The logarithm of the number of bits in the filter of features.
    case filterLogarithm
    /// Of the logistic function that makes probabilities into confidences, in thousandths.
    case confidenceSlope
    case confidenceOffset
  }

  private static let magic: UInt32 = 0x4D4E_5257  // WRNM
  private static let version: UInt32 = 5
  private static let headerSize = Field.allCases.count * 4
  package static let wordPayload = 4
  package static let classPayload = 4
  package static let listPayload = 2

  package let byteCount: Int
  package let labels: ChainLabels
  /// What a unit of the weights is worth.
  package let scale: Float
  package let transitions: [Float]
  package let words: HashedTable
  /// The classes of words in English at large; see `NameWord.generalClass`.
  package let classes: HashedTable
  package let lists: HashedTable
  package let weights: FeatureWeights
  /// The words in lower case that names may begin with.
  package let beginnings: WordFilter
  package let calibration: Calibration

  /// Opens a model.
  ///
  /// - Parameter isTrusted: whether the sum over all bytes need not be compared.
  package init(_ memory: ModelMemory, isTrusted: Bool = false) throws(Problem) {
    let bytes = memory.bytes
    func field(_ field: Field) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: field.rawValue * 4, as: UInt32.self))
    }
    guard bytes.count >= Self.headerSize, field(.magic) == Self.magic else {
      throw Problem(message: "it is no model of names")
    }
    guard field(.version) == Self.version else {
      throw Problem(
        message:
          "it has version \(field(.version)), and \(Self.version) is expected; train it again")
    }
    guard Int(field(.size)) == bytes.count else {
      throw Problem(message: "it has \(bytes.count) bytes instead of \(field(.size))")
    }
    guard isTrusted || field(.checksum) == Self.checksum(bytes) else {
      throw Problem(message: "its bytes are damaged")
    }
    guard field(.hashProbe) == Self.hashProbe else {
      throw Problem(message: "it was trained by another version of the program; train it again")
    }
    byteCount = bytes.count
    let typeCount = Int(field(.typeCount))
    let damaged = Problem(message: "its parts do not fit together")
    guard (1...ChainLabels.maximumTypes).contains(typeCount) else { throw damaged }
    let labelCount = 1 + 2 * typeCount
    var offset = Self.headerSize

    func take(_ count: Int, _ size: Int) throws(Problem) -> Int {
      let start = offset
      guard count <= (bytes.count - offset) / size else { throw damaged }
      offset += count * size
      return start
    }
    let typeStart = try take(Int(field(.typeBytes)), 1)
    guard let names = String(validating: bytes[typeStart..<offset], as: UTF8.self) else {
      throw damaged
    }
    let types = names.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
    guard types.count == typeCount, types.allSatisfy(ChainLabels.isType),
      Set(types).count == typeCount
    else { throw damaged }
    labels = ChainLabels(types: types)
    let transitionStart = try take(labelCount * labelCount, 4)
    var transitions: [Float] = []
    for index in 0..<labelCount * labelCount {
      let bits = bytes.loadUnaligned(fromByteOffset: transitionStart + index * 4, as: UInt32.self)
      transitions.append(Float(bitPattern: UInt32(littleEndian: bits)))
    }
    scale = Float(field(.scale)) / 1e9
    guard transitions.allSatisfy({ abs($0) < 1000 }), scale < 1 else { throw damaged }
    self.transitions = transitions

    func table(_ buckets: Field, _ probe: Field, _ payload: Int) throws(Problem) -> HashedTable {
      let count = Int(field(buckets))
      _ = try take(Self.padding(behind: offset), 1)
      let start = try take(count, HashedTable.bucketSize(payloadSize: payload))
      return HashedTable(
        memory, at: start, bucketCount: count, payloadSize: payload,
        longestProbe: Int(field(probe)))
    }
    words = try table(.wordBuckets, .wordProbe, Self.wordPayload)
    classes = try table(.classBuckets, .classProbe, Self.classPayload)
    lists = try table(.listBuckets, .listProbe, Self.listPayload)
    let features = try table(.featureBuckets, .featureProbe, Self.featurePayload(labelCount))
    let logarithm = Int(field(.filterLogarithm))
    guard (3...32).contains(logarithm) else { throw damaged }
    let filterStart = try take(1 << (logarithm - 3), 1)
    weights = FeatureWeights(
      features, FeatureFilter(memory, at: filterStart, logarithm: logarithm))
    let filter = try take(WordFilter.byteCount, 1)
    beginnings = WordFilter(bytes: Array(bytes[filter..<offset]))
    guard bytes.count == offset else { throw damaged }
    calibration = Calibration(
      slope: Float(Int32(bitPattern: field(.confidenceSlope))) / 1000,
      offset: Float(Int32(bitPattern: field(.confidenceOffset))) / 1000)
  }

  package static func featurePayload(_ labelCount: Int) -> Int { (labelCount + 3) / 4 * 4 }

  /// How many bytes there are between an offset and the next place where a table may begin.
  private static func padding(behind offset: Int) -> Int {
    (HashedTable.alignment - offset % HashedTable.alignment) % HashedTable.alignment
  }

  private static var hashProbe: UInt32 {
    let text: StaticString = "the quick brown fox jumps"
    let hash = hashBytes(Array(text.bytes).span)
    let key = PhraseTable.key(hash, featureHash(featureHash(3, hash, 5), at: -1))
    return UInt32(truncatingIfNeeded: key)
  }

  /// A sum over all bytes behind its own place.
  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    var index = (Field.checksum.rawValue + 1) * 4
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      sum = (sum ^ word) &* 0x0000_0100_0000_01B3
      sum ^= sum >> 29
      index += 8
    }
    while index < bytes.count {
      sum = (sum ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
      index += 1
    }
    return UInt32(truncatingIfNeeded: sum ^ sum >> 32)
  }

  /// What a model is made of.
  package struct Parts {
    package typealias Table = [(key: UInt64, payload: [UInt8])]
    package var labels: ChainLabels
    package var transitions: [Float]
    package var scale: Float
    package var words: Table
    package var classes: Table
    package var lists: Table
    package var features: Table
    package var beginnings: WordFilter
    package var calibration: Calibration

    package init(
      labels: ChainLabels, transitions: [Float], scale: Float, words: Table,
      classes: Table = [], lists: Table, features: Table, beginnings: WordFilter,
      calibration: Calibration = Calibration()
    ) {
      self.labels = labels
      self.transitions = transitions
      self.scale = scale
      self.words = words
      self.classes = classes
      self.lists = lists
      self.features = features
      self.beginnings = beginnings
      self.calibration = calibration
    }
  }

  /// The bytes of the file of a model.
  package static func bytes(of parts: Parts) -> [UInt8] {
    let words = HashedTable.build(parts.words, payloadSize: wordPayload)
    let classes = HashedTable.build(parts.classes, payloadSize: classPayload)
    let lists = HashedTable.build(parts.lists, payloadSize: listPayload)
    let features = HashedTable.build(
      parts.features, payloadSize: featurePayload(parts.labels.count))
    let logarithm = FeatureFilter.logarithm(forCount: parts.features.count)
    let filter = FeatureFilter.bytes(parts.features.lazy.map(\.key), logarithm: logarithm)
    let names = Array(parts.labels.types.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] })
    var bytes = [UInt8](repeating: 0, count: headerSize)
    func set(_ field: Field, _ value: UInt32) {
      for byte in 0..<4 {
        bytes[field.rawValue * 4 + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte))
      }
    }
    for (field, value) in [
      (Field.magic, magic), (.version, version), (.hashProbe, hashProbe),
      (.typeCount, UInt32(parts.labels.types.count)), (.typeBytes, UInt32(names.count)),
      (.scale, UInt32((parts.scale * 1e9).rounded())),
      (.wordBuckets, UInt32(words.bucketCount)), (.wordProbe, UInt32(words.longestProbe)),
      (.classBuckets, UInt32(classes.bucketCount)), (.classProbe, UInt32(classes.longestProbe)),
      (.listBuckets, UInt32(lists.bucketCount)), (.listProbe, UInt32(lists.longestProbe)),
      (.featureBuckets, UInt32(features.bucketCount)),
      (.featureProbe, UInt32(features.longestProbe)),
      (.filterLogarithm, UInt32(logarithm)),
      (.confidenceSlope, UInt32(bitPattern: Int32((parts.calibration.slope * 1000).rounded()))),
      (.confidenceOffset, UInt32(bitPattern: Int32((parts.calibration.offset * 1000).rounded()))),
    ] {
      set(field, value)
    }
    bytes += names
    for transition in parts.transitions {
      withUnsafeBytes(of: transition.bitPattern.littleEndian) { bytes += $0 }
    }
    for table in [words.bytes, classes.bytes, lists.bytes, features.bytes] {
      bytes += [UInt8](repeating: 0, count: padding(behind: bytes.count))
      bytes += table
    }
    bytes += filter
    bytes += parts.beginnings.bytes
    set(.size, UInt32(bytes.count))
    set(.checksum, bytes.withUnsafeBytes { checksum($0) })
    return bytes
  }
}

extension NameModel {
  /// The model that is part of the program.
  package static let builtIn: NameModel = {
    // The bytes are constants of the program: they live as long as it, and nobody writes to them.
    let memory = ModelMemory(embedded: wireroom_tag_model(), count: wireroom_tag_model_size())
    do throws(Problem) {
      return try NameModel(memory, isTrusted: true)
    } catch {
      preconditionFailure("the built-in model cannot be used: \(error.message)")
    }
  }()
}
