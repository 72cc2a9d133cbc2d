import TextKit

/// The character encodings that can be read, by their IANA names in lower case.
enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case utf32LittleEndian = "utf-32le"
  case utf32BigEndian = "utf-32be"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"
  case windows1257 = "windows-1257"
  case windows1258 = "windows-1258"
  case windows874 = "windows-874"
  case latin2 = "iso-8859-2"
  case latin3 = "iso-8859-3"
  case latin4 = "iso-8859-4"
  case latinCyrillic = "iso-8859-5"
  case latinArabic = "iso-8859-6"
  case latinGreek = "iso-8859-7"
  case latinHebrew = "iso-8859-8"
  case latin6 = "iso-8859-10"
  case latin7 = "iso-8859-13"
  case latin8 = "iso-8859-14"
  case latin9 = "iso-8859-15"
  case latin10 = "iso-8859-16"
  case koi8R = "koi8-r"
  case koi8U = "koi8-u"
  case ibm437 = "ibm437"
  case ibm850 = "ibm850"
  case ibm855 = "ibm855"
  case ibm866 = "ibm866"
  case macintosh = "macintosh"
  case macCyrillic = "x-mac-cyrillic"
  case gb18030 = "gb18030"
  case big5 = "big5"
  case shiftJIS = "shift_jis"
  case eucJP = "euc-jp"
  case eucKR = "euc-kr"
  case eucTW = "euc-tw"
  case iso2022JP = "iso-2022-jp"
  case iso2022KR = "iso-2022-kr"
  case viscii = "viscii"

  /// By a name as documents give it, in any case and with any punctuation.
  ///
  /// As in web browsers, Latin 1 and ASCII stand for windows-1252, Latin 5 for windows-1254 and
  /// so on, because that is what documents that name them are really written in.
  init?(label: some StringProtocol) {
    let plain = Self.normalised(label)
    switch plain {
    case "ascii", "usascii", "iso88591", "latin1", "l1", "cp819": self = .windows1252
    case "latin2", "l2": self = .latin2
    case "iso88599", "latin5", "l5": self = .windows1254
    case "iso88598i": self = .latinHebrew
    case "iso885911", "tis620", "cp874": self = .windows874
    case "latin9", "l9", "latin0": self = .latin9
    case "utf16", "ucs2", "unicode": self = .utf16LittleEndian
    case "utf32", "ucs4": self = .utf32LittleEndian
    case "gb2312", "gbk", "cp936", "ms936", "euccn": self = .gb18030
    case "big5hkscs", "cp950": self = .big5
    case "sjis", "xsjis", "mskanji", "windows31j", "cp932": self = .shiftJIS
    case "uhc", "ksc56011987", "cp949", "windows949": self = .eucKR
    case "cp437", "cp850", "cp855", "cp866":
      guard let known = TextEncoding(rawValue: "ibm" + plain.dropFirst(2)) else { return nil }
      self = known
    case "mac", "macroman", "xmacroman": self = .macintosh
    case "maccyrillic": self = .macCyrillic
    default:
      let name = plain.hasPrefix("cp125") ? "windows" + plain.dropFirst(2) : plain
      guard let known = Self.allCases.first(where: { Self.normalised($0.rawValue) == name }) else {
        return nil
      }
      self = known
    }
  }

  /// A number above 0, and the encoding of a number.
  var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  init?(number: Int) {
    guard Self.allCases.indices.contains(number - 1) else { return nil }
    self = Self.allCases[number - 1]
  }

  /// The name by which the converter of the system knows the encoding, or the larger one that
  /// documents in it are really written in.
  var converterName: String {
    switch self {
    case .windows874: "CP874"
    case .macCyrillic: "MAC-CYRILLIC"
    case .shiftJIS: "CP932"
    case .eucKR: "CP949"
    case .big5: "CP950"
    default: rawValue.uppercased()
    }
  }

  /// The number of bytes that characters are made of.
  var unitSize: Int {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .utf32LittleEndian, .utf32BigEndian: 4
    default: 1
    }
  }

  /// Whether text looks like ASCII with escape sequences.
  var isSevenBit: Bool { self == .iso2022JP || self == .iso2022KR }

  private static func normalised(_ label: some StringProtocol) -> String {
    var plain = ""
    for byte in label.utf8 where byte.isASCIILetter || byte.isASCIIDigit {
      plain.unicodeScalars.append(Unicode.Scalar(byte.lowercasedASCII))
    }
    return plain
  }
}
