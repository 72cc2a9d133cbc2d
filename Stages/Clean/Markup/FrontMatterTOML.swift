import TextKit

/// Reads as much of TOML as front matter is written in. All values become texts.
enum FrontMatterTOML {
  /// The values of a block by their names. A table such as `[author]` or `[[authors]]` is an object, or
  /// one of a list, by the last part of its name.
  static func read(_ text: Span<UInt8>, _ block: Range<Int>) -> [Value.Member] {
    var scanner = FrontMatterScanner(
      text.string(ByteRange(block)), separator: UInt8(ascii: "="))
    var members: [Value.Member] = []
    var table: (key: String, members: [Value.Member])?
    func close() {
      if let table { members.append(Value.Member(table.key, .object(table.members))) }
    }
    while scanner.skipToLine() {
      if scanner.skip(UInt8(ascii: "[")) {
        close()
        table = (lastPart(scanner.restOfLine().trimming { "[] ".contains($0) }), [])
        continue
      }
      guard let key = scanner.quoted() ?? scanner.key(), scanner.skip(UInt8(ascii: "=")),
        let value = scanner.value()
      else {
        _ = scanner.restOfLine()
        continue
      }
      _ = scanner.restOfLine()
      if table == nil {
        members.append(Value.Member(lastPart(key), value))
      } else {
        table?.members.append(Value.Member(lastPart(key), value))
      }
    }
    close()
    return joined(members)
  }

  /// The last part of `params.author`.
  private static func lastPart(_ name: String) -> String {
    name.split(separator: ".").last.map { String($0).trimming { " \"'".contains($0) } } ?? name
  }

  /// Tables of one name are a list.
  private static func joined(_ members: [Value.Member]) -> [Value.Member] {
    var joined: [Value.Member] = []
    for member in members {
      if let last = joined.last, last.key == member.key, member.value.members != nil {
        joined[joined.count - 1].value = .list((last.value.list ?? [last.value]) + [member.value])
      } else {
        joined.append(member)
      }
    }
    return joined
  }
}
