import TextKit

/// The longest line of the protocol. Documents are far smaller; this is what the other side may cost
/// if it does not stop writing.
let maximumLine = 256 << 20

extension Span<UInt8> {
  /// Whether there is nothing but white space. Such lines mean nothing.
  var isBlank: Bool {
    for index in indices where !self[index].isASCIIWhitespace { return false }
    return true
  }
}
