import TextKit

/// What is abbreviated in a language other than English, so that the full stop behind it ends no
/// sentence.
struct LanguageHabits {
  /// Words that stand before a name or another word with a capital.
  private let beforeWords: WordTable?

  init(language: String) {
    beforeWords = Self.tables[language]
  }

  /// Whether the word before the full stop at the place is an abbreviation that goes on.
  func isAbbreviation(_ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace) -> Bool {
    guard place.stop > place.sentenceStart, tokens[place.stop - 1].end == tokens[place.stop].start
    else { return false }
    let word = tokens[place.stop - 1]
    let next = place.last + 1
    if isPartOfSeries(text, tokens, word, next) { return true }
    if text[tokens[next].start].isASCIIDigit {
      return Self.beforeNumbers[smallKey(text, word)] != 0 || hasNoVowel(text, word)
    }
    // Behind a number, `г.` is a year and no town.
    let isUnit =
      text[word.start] & 0xFE == 0xD0 && place.stop > place.sentenceStart + 1
      && text[tokens[place.stop - 2].start].isASCIIDigit
    return !isUnit && beforeWords.map { $0[text.packed(word.start, word.end)] != 0 } ?? false
  }

  /// Whether a letter with a full stop stands on both sides, or two equal capitals do: `z. B.`,
  /// `a. M.`, `EE. UU.`
  private func isPartOfSeries(
    _ text: TextBytes, _ tokens: [ByteRange], _ word: ByteRange, _ next: Int
  ) -> Bool {
    guard
      text[tokens[next].end - 1] == UInt8(ascii: ".") || text[tokens[next].end] == UInt8(ascii: ".")
    else { return false }
    let hasStop = text[tokens[next].end - 1] == UInt8(ascii: ".")
    let other = ByteRange(tokens[next].start, tokens[next].end - (hasStop ? 1 : 0))
    if isLetter(text, word), isLetter(text, other) { return true }
    func isDoubled(_ word: ByteRange) -> Bool {
      word.count == 2 && text[word.start].isASCIIUppercase
        && text[word.start] == text[word.start + 1]
    }
    return isDoubled(word) && isDoubled(other)
  }

  /// Whether the small letter before the full stop follows another one with its own, or two short
  /// words make up an abbreviation: `u. a.`, `bl.a.`, `n.Chr.`
  func endsSeries(_ text: TextBytes, _ tokens: [ByteRange], _ place: BoundaryPlace) -> Bool {
    guard place.stop > place.sentenceStart + 2 else { return false }
    let (first, stop, last) = (
      tokens[place.stop - 3], tokens[place.stop - 2], tokens[place.stop - 1]
    )
    guard text[stop.start] == UInt8(ascii: "."), stop.count == 1, first.end == stop.start else {
      return false
    }
    if last.start == stop.end {
      return first.count <= 3 && last.count <= 4 && text[first.start].isASCIILowercase
    }
    return last.count == 1 && text[last.start].isASCIILowercase && isLetter(text, first)
  }

  private func isLetter(_ text: TextBytes, _ word: ByteRange) -> Bool {
    let (scalar, length) = text.scalar(at: word.start)
    return word.count == length && (isLowercase(scalar) || isUppercase(scalar))
  }

  /// `rd`, `str`, `pkt`. Figures behind such a word hardly ever begin a sentence.
  private func hasNoVowel(_ text: TextBytes, _ word: ByteRange) -> Bool {
    guard word.count <= 4 else { return false }
    for offset in word.range {
      switch text[offset] | 0x20 {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        return false
      // Not the letters of other scripts, and no figures.
      case UInt8(ascii: "b")...UInt8(ascii: "z"), 0xE4, 0xE5, 0xA0...0xBF: continue
      default: return false
      }
    }
    return true
  }

  private func smallKey(_ text: TextBytes, _ word: ByteRange) -> UInt64 {
    guard word.count <= 8 else { return 0 }
    var key: UInt64 = 0
    for offset in word.range { key = key << 8 | UInt64(text[offset].lowercasedASCII) }
    return key
  }

  /// Words that stand before numbers, in any language.
  private static let beforeNumbers = WordTable([
    (
      1,
      """
      pág págs pag pagg núm num art arts cap chap vol vols tel tél fig figs ca cca env ref éd ed sec \
      kap abb tab ziff abs blz godz rozdz ust poz ok alin odst max min mind av apdo ap kl kb \
      sez arg par
      """
    )
  ])

  private static let tables: [String: WordTable] = [
    "de": """
    med jur phil rer nat pol oec theol vet dent habil iur agr mult techn hl sel inkl einschl rd lt \
    kath ev evang bayr österr frz engl amerik dt sog gen Ing
    """,
    "es": "Sra Sres Srta Dra Dres Dña Excmo Excma Ilmo Ilma Gral Cnel Cap Tte Av Avda Pza Mons Lic",
    "pt": "Sra Dra Exmo Exma Eng Arq Gal Cel Pe Av Dep",
    "fr": "MM Mgr Pr Drs Bd Av bd av",
    "it": """
    Sig sig Sigg Dott dott Avv avv Ing ing prof On on sen Geom Arch Rag Mons mons gen col Card card \
    es
    """,
    "nl": "dhr Dhr mevr Mevr mw Mw drs Drs ir Ir ing Ing prof mr dr st bijv resp",
    "pl": "prof inż ks gen płk mjr kpt por św Św ul al pl woj pow tzw np abp bp hab mgr lek red",
    "cs": "ing Ing prof dr mgr Mgr Bc gen plk sv ul nám např tzv resp",
    "sk": "ing Ing prof dr mgr Mgr Bc gen plk sv ul nám napr tzv resp",
    "sv": "dr prof ca kl dvs resp st",
    "da": "hr dr prof ca kl dvs evt skt",
    "nb": "hr dr prof ca kl dvs evt st",
    "hu": "dr ifj id özv gr br",
    "hr": "dr prof sv ul npr tzv mr",
    "sl": "dr prof sv ul npr mag",
    "ro": "dr prof ing av str bd",
    "ca": "Sra Dra Av pl",
    "ru": "г гг ул пер пл им обл р пос проф акад ген св",
    "uk": "м вул пл ім обл р проф акад ген св",
    "bg": "г гр ул бул пл проф акад ген св",
    "el": "κ κκ κα Δρ δρ Αγ αγ καθ Καθ",
    "hi": "डॉ डा",
  ].mapValues { WordTable([(1, $0)]) }
}
