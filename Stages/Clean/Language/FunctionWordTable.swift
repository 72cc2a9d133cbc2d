import TextKit

/// The languages in Latin letters that can be told apart. The cases are named by ISO 639-1 codes;
/// their raw values are places among the scores.
enum LatinLanguage: Int, CaseIterable, Sendable {
  case en, de, fr, es, it, pt, nl, sv, da, nb, fi, pl, cs, sk, hu, ro, hr, sl, tr, et, lv, lt, sq,
    ca, id, vi

  /// The ISO 639-1 code.
  var code: String { String(describing: self) }

  /// Scores, one a language, in the order of the cases.
  typealias Scores = InlineArray<26, Float>

  /// The most frequent words that say little but which language this is.
  var functionWords: String {
    switch self {
    case .en:
      "the of and to in that is was for on with as it by he at from his have are be this has which not were but had their its said will an who after would they been"
    case .de:
      "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über zum war haben nur oder aber vor zur bis mehr durch man sein wurde"
    case .fr:
      "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux ou mais comme cette nous été ses elle ont leur sa"
    case .es:
      "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también fue ha hay desde son dos según"
    case .it:
      "di e il la che in a per un del è non della con i le una si da dei sono al alla nel più gli anche delle lo come ma ha ed dal su suo questo nella ai essere dalla stato"
    case .pt:
      "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já também só pelo pela até isso ela são foi está"
    case .nl:
      "de van het een en in is dat op te zijn met voor niet die aan er om ook als dan maar bij of uit nog naar hij heeft ze door over wordt werd hebben deze zich meer"
    case .sv:
      "och i att det som en på är av för med till den har de inte om ett han men var jag från kan vid när nu under också efter eller sin så vi ska hon sig"
    case .da:
      "og i at det er en til af på for med den de som ikke der har et var han om vi jeg fra kan men ved efter også blev sig mod hun efter havde bliver år da hvor"
    case .nb:
      "og i det er på til som en for av med at har de ikke den et var fra han om men vi jeg kan seg også etter ble ved sier når mot hun bli etter hadde skal hvor år sa"
    case .fi:
      "ja on ei että se oli hän en mutta kun niin myös ovat ole joka mukaan sen tai kuin jo vain sekä olla siitä ollut vuoden jos sitä nyt sanoo vielä"
    case .pl:
      "w i na z się nie do to że o jest jak po od za przez dla są ale tym oraz był tego ich jego które może przy który ze już także została"
    case .cs:
      "a se v na je že s z do o to i ve pro by za jsou po ale jako od si podle byl které při jeho která nebo až aby již tím uvedl také"
    case .sk:
      "a v sa na je že s z do o to aj vo pre by za sú po ale ako od si podľa bol ktoré pri jeho ktorá alebo až aby už tým uviedol ktorý nie"
    case .hu:
      "a az és hogy nem is egy volt ez de meg már csak még mint szerint van lesz ki azt el vagy után amely pedig aki ezt között kell"
    case .ro:
      "de în și a la cu că din pe o un este nu care mai pentru au fost sa se al ale prin sunt după ce dar fi ca lui către fiind"
    case .hr:
      "i u je se na da su za od a o s koji će kako ne iz bi što koja to nije po sam ali te koje kao do sve bio više nakon rekao"
    case .sl:
      "in je v na za se da so po z s ki pa bi ne o tudi kot ga ter ni bo med od ob leta pri še iz bil že kar"
    case .tr:
      "ve bir bu da de için ile olarak çok daha olan gibi en ne var ama kadar sonra ise göre değil dedi olduğu her oldu ya o iki"
    case .et:
      "ja on ei et see oli ta ka kui aga oma mis ning nii seda kes või selle juba siis pärast olid kuid mitte veel tema"
    case .lv:
      "un ir ar no par ka kas uz arī bet tika tas tiek lai kā gan gada pēc bija var šo līdz to nav"
    case .lt:
      "ir kad yra į su iš bei kaip bet buvo tai jo po už apie dėl nuo jau taip savo tik per ne apie būti"
    case .sq:
      "të dhe në e i për me një se që nga është si ka më nuk do u kjo ky tij këtë janë por pas"
    case .ca:
      "de la i el que a en els les per un del amb una es no va al ha més però les com són als seu dels aquest perquè també entre fins"
    case .id:
      "yang dan di itu dengan untuk dari dalam tidak ini pada akan juga ke karena oleh ada mereka lebih telah kata saat bisa adalah sebagai"
    case .vi:
      "và của là có được cho các trong không đã này với một những người để khi từ năm đến cũng tại theo về"
    }
  }
}

/// An open-addressed table from words to the languages that have them. A word counts the less the
/// more languages share it.
struct FunctionWordTable: Sendable {
  private struct Entry {
    /// A word of up to eight bytes as one number; 0 where the place is free.
    var word: UInt64 = 0
    /// A bit a language.
    var languages: UInt32 = 0
    /// What the word counts for each of them.
    var weight: Float = 0
  }

  private static let size = 4096
  private let entries: [Entry]
  /// A bit a place of the table that is taken: so small that it stays in the nearest cache, and most
  /// words of a text are told by it to be in no list.
  private let taken: [UInt64]

  init() {
    var entries = [Entry](repeating: Entry(), count: Self.size)
    for language in LatinLanguage.allCases {
      for word in language.functionWords.utf8.split(separator: 0x20) where word.count <= 8 {
        let packed = word.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var slot = Self.slot(packed)
        while entries[slot].word != 0, entries[slot].word != packed {
          slot = (slot + 1) % Self.size
        }
        entries[slot].word = packed
        entries[slot].languages |= 1 << UInt32(language.rawValue)
      }
    }
    var taken = [UInt64](repeating: 0, count: Self.size / 64)
    for slot in entries.indices where entries[slot].word != 0 {
      entries[slot].weight = 1 / Float(entries[slot].languages.nonzeroBitCount)
      taken[slot / 64] |= 1 << UInt64(slot % 64)
    }
    self.entries = entries
    self.taken = taken
  }

  /// Adds what the words of a text say to the scores.
  func count(_ text: Span<UInt8>, into scores: inout LatinLanguage.Scores) {
    // A raw buffer: every word is looked at, and the loops check bounds themselves.
    text.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        let (word, length) = Self.word(bytes, at: index)
        index &+= length &+ 1
        guard length > 0 && length <= 8 else { continue }
        let slot = Self.slot(word)
        if taken[slot / 64] >> UInt64(slot % 64) & 1 != 0 { look(up: word, slot, &scores) }
      }
    }
  }

  private func look(up word: UInt64, _ home: Int, _ scores: inout LatinLanguage.Scores) {
    var slot = home
    while entries[slot].word != word && entries[slot].word != 0 {
      slot = (slot &+ 1) & (Self.size &- 1)
    }
    guard entries[slot].word == word else { return }
    let weight = entries[slot].weight
    var rest = entries[slot].languages
    while rest != 0 {
      scores[rest.trailingZeroBitCount] += weight
      rest &= rest &- 1
    }
  }

  /// The word that begins at `index`, its ASCII letters in lower case, as one number, and its length
  /// in bytes; of a word of more than eight bytes the last ones.
  @inline(__always)
  private static func word(
    _ text: UnsafeRawBufferPointer, at index: Int
  ) -> (word: UInt64, length: Int) {
    let high: UInt64 = 0x8080_8080_8080_8080
    if index &+ 8 <= text.count {
      let bytes = text.loadUnaligned(fromByteOffset: index, as: UInt64.self).bigEndian
      let beyondASCII = bytes & high
      let folded = bytes & ~high | 0x2020_2020_2020_2020
      let letters =
        (folded &+ 0x1F1F_1F1F_1F1F_1F1F) ^ (folded &+ 0x0505_0505_0505_0505) | beyondASCII
      let length = (~letters & high).leadingZeroBitCount / 8
      if length == 0 { return (0, 0) }
      if length < 8 {
        return ((bytes | (~beyondASCII & high) >> 2) >> UInt64(64 &- 8 &* length), length)
      }
    }
    var word: UInt64 = 0
    var end = index
    while end < text.count {
      let byte = text[end]
      guard byte.isASCIILetter || byte >= 0x80 else { break }
      word = word << 8 | UInt64(byte | (byte < 0x80 ? 0x20 : 0))
      end &+= 1
    }
    return (word, end &- index)
  }

  private static func slot(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 52)
  }
}
