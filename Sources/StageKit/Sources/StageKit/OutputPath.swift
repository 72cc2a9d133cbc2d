import TextKit

extension InputKey {
  /// The relative path of this document's file in an output of one file a document: its identifier
  /// with `ending` appended, made safe.
  ///
  /// Different identifiers have different paths, none leaves the output's folder, and no file stands
  /// where another one needs a folder. Most identifiers stay as they are. For the others:
  /// - the names `.` and `..` are percent-encoded, and a name that is missing, as between two
  ///   slashes, becomes `%`. Neither can come from anything else, because identifiers encode each
  ///   `%` that stands in a name;
  /// - a folder whose name ends in `ending`, where a file of that name may stand beside it, has the
  ///   ending's first byte encoded;
  /// - a name of more than 255 bytes, which file systems refuse, is cut and marked by a hash of the
  ///   whole name; a path of more than 2048 bytes becomes one name that is a hash.
  public func outputPath(ending: String) -> String {
    let identifier = Array(identifier.utf8)
    let ending = Array(ending.utf8)
    var path: [UInt8] = []
    let names = identifier.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for name in names.dropLast() {
      path += Self.limited(Self.safeName(name, besideEnding: ending), ending: [])
      path.append(UInt8(ascii: "/"))
    }
    path += Self.limited(Self.safeName(names.last ?? [], besideEnding: []), ending: ending)
    if path.count > 2048 { path = Self.hashMark(identifier) + ending }
    return String(decoding: path, as: UTF8.self)
  }

  private static func safeName(_ name: ArraySlice<UInt8>, besideEnding ending: [UInt8]) -> [UInt8] {
    var safe: [UInt8] = []
    if name.isEmpty {
      safe.append("%")
    } else if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) {
      for byte in name { appendEncoded(byte, to: &safe) }
    } else if let first = ending.first, name.suffix(ending.count).elementsEqual(ending) {
      safe += name.dropLast(ending.count)
      appendEncoded(first, to: &safe)
      safe += ending.dropFirst()
    } else {
      safe += name
    }
    return safe
  }

  /// The name with its ending, cut to what file systems take.
  private static func limited(_ name: [UInt8], ending: [UInt8]) -> [UInt8] {
    let longest = 255
    if name.count + ending.count <= longest { return name + ending }
    let mark = hashMark(name)
    var end = longest - mark.count - ending.count
    while end > 0, name[end].isUTF8Continuation { end -= 1 }
    return name[..<end] + mark + ending
  }

  /// `%-` and a hash in hexadecimal digits. In identifiers two digits follow each `%`, so that no
  /// other name looks like this. The hash is FNV-1a with 128 bits because published names must
  /// never change.
  private static func hashMark(_ bytes: [UInt8]) -> [UInt8] {
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in bytes {
      hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
    }
    let digits = String(hash, radix: 16)
    return Array("%-".utf8) + repeatElement(UInt8(ascii: "0"), count: 32 - digits.utf8.count)
      + digits.utf8
  }
}
