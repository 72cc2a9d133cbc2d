import TextKit

/// What the text of a scalar means, by the kind of value that is wanted.
enum ScalarReading {
  /// A whole number in decimal.
  static func integer(_ text: String) -> Int? {
    var digits = text.utf8[...]
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits = digits.dropFirst()
    }
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(text)
  }

  /// A number in decimal, with or without an exponent.
  static func number(_ text: String) -> Double? {
    let isDecimal = text.utf8.allSatisfy { byte in
      byte.isASCIIDigit || "+-.eE".utf8.contains(byte)
    }
    guard isDecimal, let number = Double(text), number.isFinite else { return nil }
    return number
  }

  /// The units of byte counts, as they are written in messages.
  static let units = ["B", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB"]

  private static func size(ofUnit name: some StringProtocol) -> Double? {
    switch name.lowercased() {
    case "", "b": 1
    case "kb": 1e3
    case "mb": 1e6
    case "gb": 1e9
    case "tb": 1e12
    case "kib": 1_024
    case "mib": 1_048_576
    case "gib": 1_073_741_824
    case "tib": 1_099_511_627_776
    default: nil
    }
  }

  /// A number of bytes: `4096`, `16 MB`, `1.5GiB`. Upper and lower case do not matter.
  static func byteCount(_ text: String) -> Int? {
    let end =
      text.utf8.firstIndex { !$0.isASCIIDigit && $0 != UInt8(ascii: ".") } ?? text.endIndex
    let unit = text[end...].drop { $0 == " " }
    if unit.isEmpty { return end == text.endIndex ? integer(text) : nil }
    guard let size = size(ofUnit: unit), let number = number(String(text[..<end])) else {
      return nil
    }
    let bytes = (number * size).rounded()
    // Doubles hold whole numbers up to 2^53 exactly; nothing larger is meant seriously.
    return bytes < 9e15 ? Int(bytes) : nil
  }

  /// A length of time in seconds: `90`, `90 s`, `50m`, `1h 30m`, `2d`. Each unit at most once, the
  /// larger before the smaller.
  static func duration(_ text: String) -> Int? {
    if let seconds = integer(text) { return seconds >= 0 ? seconds : nil }
    var rest = text.utf8[...]
    var total = 0
    var lastUnit = Int.max
    while true {
      rest = rest.drop { $0 == UInt8(ascii: " ") }
      if rest.isEmpty { return lastUnit == Int.max ? nil : total }
      let digits = rest.prefix(while: \.isASCIIDigit)
      rest = rest.dropFirst(digits.count).drop { $0 == UInt8(ascii: " ") }
      let name = rest.prefix(while: \.isASCIILetter)
      rest = rest.dropFirst(name.count)
      guard let number = Int(String(decoding: digits, as: UTF8.self)),
        let unit = seconds(inUnit: String(decoding: name, as: UTF8.self)), unit < lastUnit,
        number < 1_000_000_000
      else { return nil }
      total += number * unit
      lastUnit = unit
    }
  }

  private static func seconds(inUnit name: String) -> Int? {
    switch name {
    case "s", "sec", "second", "seconds": 1
    case "m", "min", "minute", "minutes": 60
    case "h", "hour", "hours": 3600
    case "d", "day", "days": 86_400
    default: nil
    }
  }

  /// The shortest way to write a length of time.
  static func text(ofDuration seconds: Int) -> String {
    var parts: [String] = []
    var rest = seconds
    for (size, unit) in [(86_400, "d"), (3600, "h"), (60, "m"), (1, "s")] where rest >= size {
      parts.append("\(rest / size)\(unit)")
      rest %= size
    }
    return parts.isEmpty ? "0s" : parts.joined(separator: " ")
  }

  /// The shortest exact way to write a number of bytes.
  static func text(ofByteCount count: Int) -> String {
    for (size, unit) in [
      (1_000_000_000_000, "TB"), (1_099_511_627_776, "TiB"), (1_000_000_000, "GB"),
      (1_073_741_824, "GiB"), (1_000_000, "MB"), (1_048_576, "MiB"), (1_000, "KB"),
      (1_024, "KiB"),
    ] where count != 0 && count.isMultiple(of: size) {
      return "\(count / size) \(unit)"
    }
    return "\(count)"
  }
}
