/// Where a text comes from: for every piece of it the bytes of another text, or of a file, that it was
/// made of.
///
/// Inside a piece the two correspond in proportion: most pieces are copies, byte for byte; others are
/// characters that have another length there, such as those of UTF-16, or one character that was
/// written differently, such as `&amp;`. Pieces of the text are in order and leave no gap; what they
/// come from need not be.
public struct OffsetMap: Sendable, Equatable {
  /// A piece of the text, which ends where the next one starts.
  public struct Piece: Sendable, Equatable {
    /// The offset of its first byte in the text.
    public var start: UInt32
    /// The bytes that it was made of; as many as it has, if it is a copy.
    public var originStart: UInt32
    /// The offset after the last of them.
    public var originEnd: UInt32
  }

  /// The pieces, in the order of the text.
  public private(set) var pieces: [Piece] = []
  /// The number of bytes in the text.
  public private(set) var count = 0

  /// Makes the map of an empty text.
  public init() {}

  /// Makes the map of a text that is a copy of so many bytes from `origin`.
  public init(copyOf count: Int, from origin: Int = 0) {
    append(count, from: origin..<origin + count)
  }

  /// Makes a map of pieces, each given as where it starts in the text and the bytes that it was made
  /// of; `nil` if they do not make up a text of so many bytes.
  public init?(pieces: [(start: Int, origin: Range<Int>)], count: Int) {
    let limit = 0...Int(UInt32.max)
    guard limit.contains(count) else { return nil }
    var end = 0
    for (index, piece) in pieces.enumerated() {
      let next = index + 1 < pieces.count ? pieces[index + 1].start : count
      guard piece.start == end, next > end, piece.origin.lowerBound >= 0,
        limit.contains(piece.origin.upperBound)
      else { return nil }
      self.pieces.append(
        Piece(
          start: UInt32(end), originStart: UInt32(piece.origin.lowerBound),
          originEnd: UInt32(piece.origin.upperBound)))
      end = next
    }
    guard end == count else { return nil }
    self.count = count
  }

  /// Adds a piece of so many bytes behind the text. A copy that goes on where the last one ends
  /// becomes part of it.
  ///
  /// - Parameters:
  ///   - count: more than 0; nothing happens otherwise.
  ///   - isUniform: whether the piece may become part of the last one, too, if it is no copy but
  ///     its length is in the same proportion, as with the characters of one encoding. Such maps can
  ///     only be the inner ones of `composed(with:)`.
  public mutating func append(_ count: Int, from origin: Range<Int>, isUniform: Bool = false) {
    guard count > 0 else { return }
    if isUniform || count == origin.count, let last = pieces.last,
      Int(last.originEnd) == origin.lowerBound
    {
      let lastCount = self.count - Int(last.start)
      let lastOriginCount = Int(last.originEnd - last.originStart)
      if lastCount * origin.count == count * lastOriginCount {
        pieces[pieces.count - 1].originEnd = UInt32(origin.upperBound)
        self.count += count
        return
      }
    }
    pieces.append(
      Piece(
        start: UInt32(self.count), originStart: UInt32(origin.lowerBound),
        originEnd: UInt32(origin.upperBound)))
    self.count += count
  }

  /// Forgets all pieces.
  public mutating func removeAll() {
    pieces.removeAll(keepingCapacity: true)
    count = 0
  }

  /// Takes back what stands behind so many bytes.
  public mutating func truncate(to count: Int) {
    while let last = pieces.last, Int(last.start) >= count { pieces.removeLast() }
    if let last = pieces.last, count < self.count {
      pieces[pieces.count - 1].originEnd = UInt32(originEnd(of: pieces.count - 1, at: count))
      if Int(last.start) == count { pieces.removeLast() }
    }
    self.count = min(self.count, count)
  }

  /// The bytes that a range of the text was made of, from the first to the last; those of an empty
  /// range are empty.
  ///
  /// - Precondition: the range lies in the text.
  public func origin(of range: Range<Int>) -> Range<Int> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    guard !pieces.isEmpty else { return 0..<0 }
    let first = piece(at: range.lowerBound)
    let start = originStart(of: first, at: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    let last = piece(at: range.upperBound - 1)
    var lower = start
    var upper = originEnd(of: last, at: range.upperBound)
    // What was moved stands in another order there.
    for index in first...last where last - first < Self.maximumMoved {
      lower = min(lower, index == first ? start : Int(pieces[index].originStart))
      upper = max(
        upper,
        index == last
          ? upper
          : index == first
            ? originEnd(of: first, at: end(of: first)) : Int(pieces[index].originEnd))
    }
    return min(lower, upper)..<max(lower, upper)
  }

  /// Longer ranges are taken to come from between their first and last bytes.
  private static let maximumMoved = 4096

  /// Adds a part of the text that this map is of, in terms of where it comes from.
  public mutating func append(_ range: Range<Int>, of other: OffsetMap) {
    guard !range.isEmpty else { return }
    guard !other.pieces.isEmpty else { return }
    var index = other.piece(at: range.lowerBound)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(other.end(of: index), range.upperBound)
      append(
        end - start,
        from: other.originStart(of: index, at: start)..<other.originEnd(of: index, at: end))
      start = end
      index += 1
    }
  }

  /// The map of the same text to where `inner` says that its origin comes from.
  public func composed(with inner: OffsetMap) -> OffsetMap {
    var result = OffsetMap()
    for index in pieces.indices {
      let piece = pieces[index]
      let count = end(of: index) - Int(piece.start)
      let origin = Int(piece.originStart)..<Int(piece.originEnd)
      if origin.count == count {
        result.append(origin, of: inner)
      } else {
        result.append(count, from: inner.origin(of: origin))
      }
    }
    return result
  }

  /// The piece that holds the byte at `offset`; the last one for the end of the text.
  private func piece(at offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(pieces[middle].start) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func end(of index: Int) -> Int {
    index + 1 < pieces.count ? Int(pieces[index + 1].start) : count
  }

  /// Rounded down, so that the whole of a character is given.
  private func originStart(of index: Int, at offset: Int) -> Int {
    let piece = pieces[index]
    let count = end(of: index) - Int(piece.start)
    let originCount = Int(piece.originEnd - piece.originStart)
    return Int(piece.originStart) + (offset - Int(piece.start)) * originCount / max(count, 1)
  }

  /// Rounded up.
  private func originEnd(of index: Int, at offset: Int) -> Int {
    let piece = pieces[index]
    let count = max(end(of: index) - Int(piece.start), 1)
    let originCount = Int(piece.originEnd - piece.originStart)
    return Int(piece.originStart)
      + ((offset - Int(piece.start)) * originCount + count - 1) / count
  }
}
