import StageKit
import TextKit

/// Reads the normalised value of what a pattern has found: the one place that makes values.
///
/// | type | value |
/// | --- | --- |
/// | DATE | ISO 8601, and TIMEX3 for what that has no form for: `2023-09`, `2023-Q3`, `199` |
/// | TIME | `T12:12`, `2023-09-18TMO`, a duration `PT2H` |
/// | MONEY | an amount and a code of ISO 4217: `5200000 USD` |
/// | QUANTITY | an amount and the symbol of its unit: `12 km` |
/// | PERCENT, CARDINAL, ORDINAL | a number |
///
/// What can be read in two ways, and what is relative without a day of publication, has none.
struct ValueReader {
  private let amounts: AmountReader
  private let times: TimeReader
  private var dates: DateReader

  /// - Parameter published: the day that relative dates count from.
  init(lexicon: Lexicon, published: CalendarDate?) {
    amounts = AmountReader(lexicon: lexicon)
    times = TimeReader(lexicon: lexicon)
    dates = DateReader(lexicon: lexicon, published: published)
  }

  /// The value of the pieces in a range. Entities are to be given in the order of the text: `the next
  /// day` counts from the date before it.
  mutating func value(
    of type: EntityType, _ pieces: [Piece], _ range: Range<Int>, _ text: Span<UInt8>
  ) -> String? {
    switch type {
    case .date: dates.value(pieces, range, text)
    case .time: times.value(pieces, range, text, dates)
    case .money: amounts.money(pieces, range, text)
    case .quantity: amounts.quantity(pieces, range, text)
    case .percent, .ordinal: amounts.signedNumber(pieces, range, text)
    case .cardinal: amounts.cardinal(pieces, range, text)
    default: nil
    }
  }
}

extension ByteRange {
  /// From the start of the first piece to the end of the last.
  init(_ pieces: [Piece], _ range: Range<Int>) {
    self.init(Int(pieces[range.lowerBound].start), Int(pieces[range.upperBound - 1].end))
  }
}

extension Span<UInt8> {
  func string(of piece: Piece) -> String {
    string(ByteRange(Int(piece.start), Int(piece.end)))
  }

  /// The value of a short number in digits.
  func integer(_ piece: Piece) -> Int { integer(Int(piece.start)..<Int(piece.end)) }

  func integer(_ range: Range<Int>) -> Int {
    var value = 0
    for index in range where value < 1_000_000 && self[index].isASCIIDigit {
      value = value * 10 + Int(self[index]) - Int(UInt8(ascii: "0"))
    }
    return value
  }
}
