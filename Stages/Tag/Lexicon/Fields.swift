import TextKit

extension StaticString {
  /// The bytes of a list that is part of the program.
  var bytes: ArraySlice<UInt8> {
    // The memory is constant and lives as long as the program; it is only read here.
    ArraySlice(UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount))
  }
}

extension ArraySlice<UInt8> {
  /// The parts between separators, without spaces around them; lines end parts, too.
  func fields(separatedBy separator: UInt8) -> [ArraySlice<UInt8>] {
    var fields: [ArraySlice<UInt8>] = []
    var start = startIndex
    for index in indices where self[index] == separator || self[index] == UInt8(ascii: "\n") {
      fields.append(self[start..<index].trimmed)
      start = index + 1
    }
    fields.append(self[start...].trimmed)
    return fields
  }

  /// Without spaces at either end.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while slice.first == UInt8(ascii: " ") { slice.removeFirst() }
    while slice.last == UInt8(ascii: " ") { slice.removeLast() }
    return slice
  }

  var string: String { String(decoding: self, as: UTF8.self) }
}
