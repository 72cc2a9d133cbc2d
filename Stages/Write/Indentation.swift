import TextKit

extension [UInt8] {
  /// Appends a JSON text that is on one line with line breaks and indentation. Objects and lists
  /// that hold no others stay on one line while they are short, so that ranges stay readable.
  ///
  /// - Precondition: `json` is one valid JSON text without white space outside strings.
  mutating func append(indenting json: [UInt8], by width: Int) {
    var depth = 0
    var index = 0
    func breakLine(_ buffer: inout [UInt8]) {
      buffer.append(UInt8(ascii: "\n"))
      for _ in 0..<(depth * width) { buffer.append(UInt8(ascii: " ")) }
    }
    while index < json.count {
      let byte = json[index]
      switch byte {
      case UInt8(ascii: "\""):
        let end = endOfString(json, index)
        append(contentsOf: json[index..<end])
        index = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if let end = endOfShortLeaf(json, index) {
          append(leaf: json[index..<end])
          index = end
          continue
        }
        append(byte)
        depth += 1
        breakLine(&self)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        breakLine(&self)
        append(byte)
      case UInt8(ascii: ","):
        append(byte)
        breakLine(&self)
      case UInt8(ascii: ":"):
        append(": ")
      default: append(byte)
      }
      index += 1
    }
  }

  /// Appends an object or list on one line, with a space after each comma and colon.
  private mutating func append(leaf: ArraySlice<UInt8>) {
    var isInString = false
    var isEscaped = false
    for byte in leaf {
      append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\"") {
        isInString.toggle()
      } else if isInString {
        isEscaped = byte == UInt8(ascii: "\\")
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") {
        append(UInt8(ascii: " "))
      }
    }
  }
}

/// The longest object or list, in bytes, that stays on one line.
private let longestLeaf = 120

/// The end of the object or list at `start` if it is short and holds no other.
private func endOfShortLeaf(_ json: [UInt8], _ start: Int) -> Int? {
  var index = start + 1
  while index < json.count, index - start < longestLeaf {
    switch json[index] {
    case UInt8(ascii: "\""): index = endOfString(json, index)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return index + 1
    case UInt8(ascii: "{"), UInt8(ascii: "["): return nil
    default: index += 1
    }
  }
  return nil
}

/// The offset after the closing quote of the string at `start`.
private func endOfString(_ json: [UInt8], _ start: Int) -> Int {
  var index = start + 1
  while json[index] != UInt8(ascii: "\"") {
    index += json[index] == UInt8(ascii: "\\") ? 2 : 1
  }
  return index + 1
}
