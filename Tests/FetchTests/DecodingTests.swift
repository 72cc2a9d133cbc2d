import StageKit
import Testing

@testable import Fetch

@Suite struct DecodingTests {
  /// Text that all encodings under test can hold.
  private static let polish = "Wczoraj wieczorem mgła zamknęła port w Orłowie na sześć godzin. "

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test func removesByteOrderMarks() throws {
    let text = "Über Ørsø 🐟"
    let utf32 = text.unicodeScalars.flatMap { scalar in
      (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(8 * $0)) }
    }
    let cases: [(mark: [UInt8], content: [UInt8], encoding: String)] = [
      ([0xEF, 0xBB, 0xBF], Array(text.utf8), "utf-8"),
      ([0xFF, 0xFE], utf16(text, bigEndian: false), "utf-16le"),
      ([0xFE, 0xFF], utf16(text, bigEndian: true), "utf-16be"),
      ([0xFF, 0xFE, 0, 0], utf32, "utf-32le"),
    ]
    for (mark, content, encoding) in cases {
      let document = try load("a.txt", mark + content)
      #expect(document.text == text)
      #expect(document.source.encoding == encoding)
      #expect(document.metadata.notes.isEmpty)
    }
  }

  @Test func recognisesUTF16WithoutAMark() throws {
    for bigEndian in [false, true] {
      let document = try load("a.txt", utf16("The ferry left.\n", bigEndian: bigEndian))
      #expect(document.text == "The ferry left.\n")
      #expect(document.source.encoding == (bigEndian ? "utf-16be" : "utf-16le"))
    }
  }

  @Test func followsADeclarationThatFits() throws {
    let latin2: [UInt8] = [0xB3, 0xEA, 0xB6, 0xE6]  // łęść without its s
    let head = "<html><head><meta charset=\"ISO-8859-2\"></head><p>"
    let document = try load("a.html", Array(head.utf8) + latin2)
    #expect(document.text.hasSuffix("<p>łęść"))
    #expect(document.source.encoding == "iso-8859-2")

    let old = "<META http-equiv=Content-Type content='text/html; charset=windows-1251'>"
    let russian = try load("a.htm", Array(old.utf8) + [0xCF, 0xEE, 0xF0, 0xF2])
    #expect(russian.text.hasSuffix("Порт") && russian.source.encoding == "windows-1251")

    let xml = "<?xml version=\"1.0\" encoding='koi8-r'?><a>"
    let koi = try load("a.xml", Array(xml.utf8) + [0xF0, 0xCF, 0xD2, 0xD4])
    #expect(koi.text.hasSuffix("Порт") && koi.source.encoding == "koi8-r")
  }

  @Test func doesNotBelieveAWrongDeclaration() throws {
    // It says Latin 1 and is UTF-8.
    let html = try load("a.html", "<meta charset=iso-8859-1><p>Füße</p>")
    #expect(html.text.contains("Füße") && html.source.encoding == "utf-8")
    // It says UTF-8 and is Latin 1.
    let head = Array("<meta charset=utf-8><p>The caf".utf8)
    let latin = try load("a.html", head + [0xE9] + Array(" in the old town was closed.".utf8))
    #expect(latin.text.contains("café in") && latin.source.encoding == "windows-1252")
  }

  @Test func readsWesternTextWithoutADeclaration() throws {
    let quotes: [UInt8] = [0x93] + Array("Not a word".utf8) + [0x94] + Array(", he said.".utf8)
    let document = try load("a.txt", quotes)
    #expect(document.text == "“Not a word”, he said.")
    #expect(document.source.encoding == "windows-1252")
  }

  @Test func guessesOtherEncodings() throws {
    let text = String(repeating: Self.polish, count: 4)
    var latin2: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "ł": latin2.append(0xB3)
      case "ę": latin2.append(0xEA)
      case "ś": latin2.append(0xB6)
      case "ć": latin2.append(0xE6)
      default: latin2.append(UInt8(scalar.value))
      }
    }
    let document = try load("a.txt", latin2)
    #expect(document.text == text)
    #expect(document.source.encoding == "iso-8859-2")
  }

  /// Each is short, as the text of one article may be.
  static let texts: [(language: String, text: String, encodings: [TextEncoding])] = [
    (
      "Polish",
      "Prom na wyspę znów kursuje. Nurkowie obejrzą szkody w piątek, a żegluga prosi o cierpliwość, "
        + "bo część łodzi wciąż stoi w porcie, powiedział kapitan Żmuda.",
      [.windows1250, .latin2]
    ),
    (
      "Czech",
      "Přívoz na ostrov už zase jezdí. Potápěči si škodu prohlédnou v pátek a loďařství žádá o "
        + "trpělivost, řekl starosta, protože část lodí stále stojí v přístavu.",
      [.windows1250, .latin2]
    ),
    (
      "Hungarian",
      "A komp ismét közlekedik a szigetre. A búvárok pénteken nézik meg a sérülést, és a hajózási "
        + "társaság türelmet kért, mert több hajó még a kikötőben áll, így később indulnak a hűvösben.",
      [.windows1250]
    ),
    (
      "Croatian",
      "Trajekt opet plovi. Ronioci će u petak pogledati štetu, a društvo moli za strpljenje jer "
        + "dio brodova još čeka u luci, rekao je načelnik Đuro Žanić.",
      [.windows1250, .latin2]
    ),
    (
      "French",
      "Le bac dessert à nouveau l’île. Des plongeurs examineront les dégâts vendredi, et la "
        + "compagnie a prié les usagers d’être patients : ça prendra du temps, dit le maire.",
      [.windows1252, .macintosh]
    ),
    (
      "German",
      "Die Fähre fährt wieder. Taucher prüfen am Freitag die Schäden, und die Reederei bittet um "
        + "Geduld, weil die Schiffe auf große Wellen stießen, sagte der Bürgermeister.",
      [.windows1252, .macintosh]
    ),
    (
      "Turkish",
      "Adaya vapur seferleri yeniden başladı. Dalgıçlar cuma günü hasarı inceleyecek, şirket ise "
        + "yolculardan sabır istedi, dedi başkan Işık Öğüt.",
      [.windows1254]
    ),
  ]

  @Test(arguments: texts.indices)
  func tellsEncodingsByTheLettersOfLanguages(_ index: Int) throws {
    let (language, text, encodings) = Self.texts[index]
    for encoding in encodings {
      let converter = try #require(EncodingConverter(encoding))
      var bytes: [UInt8: String] = [:]
      for byte in UInt8(0x80)...0xFF { bytes[byte] = converter.convert([byte].span).text }
      let encoded = try text.map { character -> UInt8 in
        if let ascii = character.asciiValue { return ascii }
        return try #require(bytes.first { $0.value == String(character) }?.key, "\(character)")
      }
      let document = try load("a.txt", encoded)
      #expect(document.text == text, "\(language) in \(encoding)")
      #expect(document.source.encoding == encoding.rawValue, "\(language)")
    }
  }

  @Test func knowsTheSignOfTheEuroInLatin9() throws {
    var bytes = Array("Die F".utf8) + [0xE4] + Array("hre kostet 5 ".utf8) + [0xA4]
    bytes += Array(" f".utf8) + [0xFC] + Array("r Sch".utf8) + [0xFC] + Array("ler und gr".utf8)
    bytes += [0xF6, 0xDF] + Array("ere Kinder.".utf8)
    let document = try load("a.txt", bytes)
    #expect(document.text == "Die Fähre kostet 5 € für Schüler und größere Kinder.")
    #expect(document.source.encoding == "iso-8859-15")
  }

  @Test func foreignNamesMakeNoForeignText() throws {
    var bytes: [UInt8] = []
    for scalar in "Renée Müller met José Núñez, Björn Ångström and François Señé in a café."
      .unicodeScalars
    {
      bytes.append(UInt8(scalar.value))
    }
    #expect(try load("a.txt", bytes).source.encoding == "windows-1252")
  }

  @Test func keepsUTF8ThatIsDamagedAndSaysSo() throws {
    let start = Array("Grüße aus Köln — ".utf8)
    let three = try load("a.txt", start + [0xFF, 0xFE] + Array("ja".utf8) + [0xE2])
    #expect(three.text == "Grüße aus Köln — \u{FFFD}\u{FFFD}ja\u{FFFD}")
    #expect(three.metadata.notes == ["replaced 3 bytes that are not valid utf-8"])
    let one = try load("a.txt", start + [0xFF])
    #expect(one.metadata.notes == ["replaced 1 byte that is not valid utf-8"])
  }

  @Test func countsWhatOtherEncodingsDoNotHold() throws {
    let document = try load("a.txt", Array("a".utf8) + [0x81] + Array("b".utf8)) {
      $0.encoding = "windows-1252"
    }
    #expect(document.text == "a\u{FFFD}b")
    #expect(document.metadata.notes == ["replaced 1 byte that is not valid windows-1252"])
    let cut = try load("a.txt", [0xFF, 0xFE, 0x61, 0x00, 0x62])
    #expect(cut.text == "a\u{FFFD}")
    #expect(cut.metadata.notes == ["replaced 1 byte that is not valid utf-16le"])
  }

  @Test func takesTheUsersWord() throws {
    let bytes: [UInt8] = [0x8A, 0xD0]  // Š and Đ in windows-1250, Л and ╨ in ibm866
    #expect(try load("a.txt", bytes) { $0.encoding = "CP1250" }.text == "ŠĐ")
    #expect(try load("a.txt", bytes) { $0.encoding = "cp866" }.text == "К╨")
  }

  @Test func knowsEncodingsByManyNames() {
    for (label, encoding): (String, TextEncoding) in [
      ("UTF8", .utf8), ("Latin-1", .windows1252), ("ISO_8859-15", .latin9),
      ("cp1251", .windows1251),
      ("gb2312", .gb18030), ("x-sjis", .shiftJIS), ("KOI8-R", .koi8R), ("TIS-620", .windows874),
    ] {
      #expect(TextEncoding(label: label) == encoding, "\(label)")
    }
    #expect(TextEncoding(label: "klingon") == nil && TextEncoding(label: "") == nil)
  }

  @Test func convertsEveryEncodingItKnows() throws {
    for encoding in TextEncoding.allCases where encoding != .utf8 {
      let converter = try #require(EncodingConverter(encoding), "\(encoding)")
      #expect(converter.convert([UInt8]().span).text.isEmpty)
      #expect(TextEncoding(number: encoding.number) == encoding)
      #expect(TextEncoding(label: encoding.rawValue) == encoding)
    }
  }

  @Test func refusesBinaryContent() throws {
    let failure = StageFailure(
      reason: "binary", message: "not a text: many bytes are control characters")
    let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]
    #expect(throws: failure) { try load("a.txt", picture + picture) }
    var random = SeededGenerator(state: 5)
    let noise = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(throws: failure) { try load("a.txt", noise) }
    // One control byte does not make a text binary.
    #expect(try load("a.txt", "page one\u{C}\u{1}page two").text == "page one\u{C}\u{1}page two")
    #expect(try load("a.txt", "one\u{0}two, three, four").text == "one\u{0}two, three, four")
  }

  @Test func decodesAnythingToSomething() throws {
    var random = SeededGenerator(state: 9)
    let decoder = TextDecoder(forced: nil)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8.random(in: 32...255, using: &random)
      }
      let first = try decoder.decode(bytes.span)
      let second = try TextDecoder(forced: nil).decode(bytes.span)
      #expect(first.text == second.text && first.encoding == second.encoding)
    }
  }
}
