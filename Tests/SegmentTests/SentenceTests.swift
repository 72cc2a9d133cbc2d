import Segment
import StageKit
import Testing
import TextKit

@Suite struct SentenceTests {
  /// Each text has a bar wherever one sentence ends and the next begins.
  @Test(arguments: [
    "It rained.|Nobody minded.",
    "Who came?|Everybody!|Really…|Yes.",
    "Mr. Holm met Dr. Ada Bell and Gen. Rook.|They talked.",
    "The U.S. delegation left.|It had no choice.",
    "She moved to the U.S. in May.|He stayed.",
    "She moved to the U.S.|The others stayed.",
    "It opens at 9 a.m. on Monday.",
    "It opened at 9 a.m.|They came.",
    "Vale Corp. and Tarn Inc. merged.",
    "J. K. Marlow and W. Hale won.|So do I.|Mary lost.",
    "It cost 3.5 million.|No. 4 was sold for $1,200.50.|I said no.|It was late.",
    "Ships, cranes, etc. were sold.",
    "See example.org or www.tarn.test.|Then write to ada@tarn.test.",
    "“Leave it.”|He left it.",
    "“Stop!” she cried.|(It did.)|Then it rained.",
    "He said: \"It is over.\"|\"Not yet,\" she said.",
    "The lake is deep.[3]|It was measured twice. [4] [5]|Nobody dived.",
    "Well ... maybe.|Wait ...|Then go.",
    "Ask at Yahoo! or elsewhere.",
    "iPods were sold.|iPads were not.",
    "it was cheap.|they liked it.",
    "It was cheap. they liked it.",
    "1. Buy milk.|2. Sell it.",
    "It was late , they said .|He left .",
    "The case is Moor v. Vale Bank.|It goes on.", "U.S. v. Moor was heard first.",
    "यह एक वाक्य है।|यह दूसरा है।",
    "Thanks a lot! :)|See you.",
    "Er sagte: „Nein.“|Sie ging.",
    "Das ist z.B. so.|Prof. Dr. Weiß kam um 5 Uhr.",
  ]) func endsWhereReadersStop(marked: String) throws {
    let expected = marked.split(separator: "|").map(String.init)
    #expect(try sentences(expected.joined(separator: " ")) == expected)
  }

  @Test(arguments: [
    "It ended.|Then it began.",
    "东京下雨了。|没有人在意！|“真的？”|是的。",
    "クレーンが来た。|「本当？」|はい。",
  ]) func needsNoSpaceWhereTheStopIsClear(marked: String) throws {
    let expected = marked.split(separator: "|").map(String.init)
    #expect(try sentences(expected.joined()) == expected)
  }

  @Test func takesGermanOrdinalsForNumbersOnlyInGerman() throws {
    let german = "Am 3. Oktober kam er. Er blieb bis zum 5. Die anderen gingen."
    #expect(
      try sentences(german, language: "de") == [
        "Am 3. Oktober kam er.", "Er blieb bis zum 5.", "Die anderen gingen.",
      ])
    #expect(try sentences("There were 3. October came.", language: "en").count == 2)
  }

  @Test(arguments: [
    ("fr", "Le pont ferme mardi.|« Il est vieux », dit le maire.|« Trop vieux ! »|Et il rit."),
    ("fr", "Voir p. 12 et art. 5 de la loi.|MM. Morel et Roux sont venus."),
    (
      "de",
      "Das ist z. B. für Schüler wichtig, u. a. Kinder.|Sie wohnt in Frankfurt a. M. und Bonn."
    ),
    ("de", "Dr. med. Eva Moor und Dipl.-Ing. Öhm kamen.|Es kostete rd. 3 Millionen.|Das war viel."),
    ("de", "Es gab Brot, Käse u. a.|Die Kinder aßen.|Kleider u. a. Dinge waren rar."),
    ("da", "Det er bl.a. Bro og Havn, der f.eks. Anna ser.|Så går hun."),
    ("de", "»Nein.«|Er ging.|„Ja.“|Sie blieb."),
    ("es", "Véase la pág. 12.|La Sra. López vive en EE. UU. desde mayo.|Llegó tarde."),
    ("it", "Il sig. Rossi abita al n. 5 di via Roma.|Poi tace."),
    ("el", "Πού είναι το λιμάνι;|Δεν ξέρω.|Ο κ. Παπαδόπουλος είπε ναι· το είδε."),
    ("ru", "Мост стоит в г. Сочи с 1950 г.|Потом его закрыли.|На ул. Ленина тихо."),
    ("hi", "डॉ. सिंह घर गए।|पुल बंद है।"),
    ("ja", "「はい。」と港長は答えた。|「橋は？」との問いもあった。|「いいえ。」|彼女は笑った。"),
    ("zh", "“好。”|他走了。"),
    ("pl", "Pisze o tym prof. Nowak w art. 7 ustawy.|Nikt nie czyta."),
  ])
  func knowsWhatIsAbbreviatedInOtherLanguages(_ language: String, _ marked: String) throws {
    let expected = marked.split(separator: "|").map(String.init)
    #expect(try sentences(expected.joined(separator: " "), language: language) == expected)
  }

  @Test func endsASentenceWithEveryParagraph() throws {
    #expect(try sentences("Harbour news\n\nby Ada Holm,\n\nand Co.").count == 3)
  }

  @Test func cutsLongSentencesAtSpaces() throws {
    var options = SegmentOptions()
    options.maximumSentenceBytes = 64
    let text = String(repeating: "word ", count: 40) + String(repeating: "ä", count: 100)
    let document = try segmented(text, options: options)
    let found = try #require(document.sentences)
    #expect(document.firstInvalidLayer() == nil)
    #expect(found.allSatisfy { $0.count <= 64 })
    #expect(found[0].count == 64)  // thirteen words: 13 × 4 + 12 spaces
    #expect(found.reduce(0) { $0 + $1.count } >= 360 - found.count)
  }
}
