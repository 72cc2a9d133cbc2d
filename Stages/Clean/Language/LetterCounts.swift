import StageKit
import TextKit

/// How often scripts and telling letters occur in a text.
struct LetterCounts {
  /// The bytes of letters of scripts other than Latin.
  private(set) var nonLatinBytes = 0
  private(set) var latinScores = LatinLanguage.Scores(repeating: 0)
  private var scripts = InlineArray<22, Int>(repeating: 0)
  /// Letters that only some languages of a script have, a bit each for having been seen.
  private var telling: Set<UInt32> = []

  /// The scripts that decide a language, or a few.
  private enum Script: Int, CaseIterable {
    case cyrillic, greek, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati, tamil, telugu,
      kannada, malayalam, thai, lao, burmese, georgian, armenian, khmer, amharic, kana, han, hangul
  }

  init() {}

  init(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard byte >= 0xC3 else {
        index += 1
        if byte < 0x80 { index = text.endOfASCII(from: index) }
        continue
      }
      let (scalar, length) = Self.decode(text, index)
      index += length
      if scalar < 0x0250 {
        addLatin(scalar)
      } else if scalar >= 0x1E00 && scalar < 0x1F00 {
        if scalar >= 0x1EA0 { addTo(.vi, 0.5) }
      } else if let script = Self.script(of: scalar) {
        scripts[script.rawValue] += 1
        nonLatinBytes += length
        if script == .cyrillic && (scalar > 0x044F || scalar == 0x044A || scalar == 0x044B)
          || script == .arabic && scalar > 0x0670
        {
          telling.insert(scalar)
        }
      }
    }
  }

  /// The language where the script decides it; `latin` is the number of bytes in Latin letters or
  /// signs, most of which must not be there.
  func languageOfScript(latin: Int) -> Metadata.Language? {
    guard nonLatinBytes >= 12, nonLatinBytes * 2 > latin else { return nil }
    var best = Script.cyrillic
    for script in Script.allCases where scripts[script.rawValue] > scripts[best.rawValue] {
      best = script
    }
    // Japanese mixes kana with Chinese characters; Chinese has none.
    if best == .han, scripts[Script.kana.rawValue] * 20 > scripts[best.rawValue] { best = .kana }
    let confidence = min(0.99, Double(nonLatinBytes) / Double(nonLatinBytes + 12))
    return Metadata.Language(code: code(best), confidence: (confidence * 100).rounded() / 100)
  }

  private func code(_ script: Script) -> String {
    switch script {
    case .cyrillic: cyrillicLanguage
    case .arabic: arabicLanguage
    case .greek: "el"
    case .hebrew: "he"
    case .devanagari: "hi"
    case .bengali: "bn"
    case .gurmukhi: "pa"
    case .gujarati: "gu"
    case .tamil: "ta"
    case .telugu: "te"
    case .kannada: "kn"
    case .malayalam: "ml"
    case .thai: "th"
    case .lao: "lo"
    case .burmese: "my"
    case .georgian: "ka"
    case .armenian: "hy"
    case .khmer: "km"
    case .amharic: "am"
    case .kana: "ja"
    case .han: "zh"
    case .hangul: "ko"
    }
  }

  private var cyrillicLanguage: String {
    func has(_ letters: String) -> Bool {
      letters.unicodeScalars.contains { telling.contains($0.value) }
    }
    if has("ў") { return "be" }
    if has("їєґ") || (has("і") && !has("ы")) { return "uk" }
    if has("ѓќѕ") { return "mk" }
    if has("ђћљњџј") { return "sr" }
    if has("әғқңөұүһ") { return "kk" }
    if has("ъ") && !has("ыё") { return "bg" }
    return "ru"
  }

  private var arabicLanguage: String {
    func has(_ letters: String) -> Bool {
      letters.unicodeScalars.contains { telling.contains($0.value) }
    }
    if has("ٹڈڑے") { return "ur" }
    return has("پچژگیک") ? "fa" : "ar"
  }

  /// Letters that few languages have speak for these.
  private mutating func addLatin(_ scalar: UInt32) {
    switch Unicode.Scalar(scalar) {
    case "ß": addTo(.de, 1)
    case "ä", "ö": for language in [LatinLanguage.de, .sv, .fi, .et] { addTo(language, 0.15) }
    case "ü": for language in [LatinLanguage.de, .tr, .et, .hu] { addTo(language, 0.15) }
    case "ñ": addTo(.es, 1)
    case "ç", "ê", "à", "è": for language in [LatinLanguage.fr, .pt, .ca] { addTo(language, 0.1) }
    case "œ", "û", "î": addTo(.fr, 0.3)
    case "ã", "õ": addTo(.pt, 0.5)
    case "ì", "ò", "ù": addTo(.it, 0.2)
    case "å": for language in [LatinLanguage.sv, .da, .nb] { addTo(language, 0.2) }
    case "æ", "ø": for language in [LatinLanguage.da, .nb] { addTo(language, 0.3) }
    case "ł", "ą", "ę", "ż", "ś", "ź", "ć", "ń": addTo(.pl, 0.3)
    case "ř", "ů", "ě": addTo(.cs, 0.6)
    case "ľ", "ĺ", "ŕ", "ô": addTo(.sk, 0.4)
    case "ő", "ű": addTo(.hu, 0.8)
    case "ă", "ș", "ț", "ş", "ţ": addTo(.ro, 0.3)
    case "đ": for language in [LatinLanguage.hr, .vi] { addTo(language, 0.3) }
    case "č", "š", "ž":
      for language in [LatinLanguage.cs, .sk, .hr, .sl, .lt, .lv] { addTo(language, 0.1) }
    case "ı", "ğ", "İ": addTo(.tr, 0.6)
    case "ā", "ē", "ī", "ņ", "ļ", "ķ", "ģ": addTo(.lv, 0.4)
    case "ė", "ų", "į", "ū": addTo(.lt, 0.4)
    case "ë": addTo(.sq, 0.3)
    case "ư", "ơ": addTo(.vi, 0.6)
    default: break
    }
  }

  private mutating func addTo(_ language: LatinLanguage, _ weight: Float) {
    latinScores[language.rawValue] += weight
  }

  private static func script(of scalar: UInt32) -> Script? {
    switch scalar {
    case 0x0370..<0x0400, 0x1F00..<0x2000: .greek
    case 0x0400..<0x0530: .cyrillic
    case 0x0530..<0x0590: .armenian
    case 0x0590..<0x0600: .hebrew
    case 0x0600..<0x0700, 0x0750..<0x0780, 0xFB50..<0xFE00, 0xFE70..<0xFF00: .arabic
    case 0x0900..<0x0980: .devanagari
    case 0x0980..<0x0A00: .bengali
    case 0x0A00..<0x0A80: .gurmukhi
    case 0x0A80..<0x0B00: .gujarati
    case 0x0B80..<0x0C00: .tamil
    case 0x0C00..<0x0C80: .telugu
    case 0x0C80..<0x0D00: .kannada
    case 0x0D00..<0x0D80: .malayalam
    case 0x0E00..<0x0E80: .thai
    case 0x0E80..<0x0F00: .lao
    case 0x1000..<0x10A0: .burmese
    case 0x10A0..<0x1100: .georgian
    case 0x1200..<0x1400: .amharic
    case 0x1780..<0x1800: .khmer
    case 0x3040..<0x3100: .kana
    case 0x3400..<0xA000, 0x20000..<0x32000: .han
    case 0x1100..<0x1200, 0xAC00..<0xD7B0: .hangul
    default: nil
    }
  }

  private static func decode(_ text: Span<UInt8>, _ index: Int) -> (UInt32, Int) {
    let byte = UInt32(text[index])
    let second = UInt32(text[index + 1] & 0x3F)
    if byte < 0xE0 { return ((byte & 0x1F) << 6 | second, 2) }
    let third = UInt32(text[index + 2] & 0x3F)
    if byte < 0xF0 { return ((byte & 0x0F) << 12 | second << 6 | third, 3) }
    return ((byte & 0x07) << 18 | second << 12 | third << 6 | UInt32(text[index + 3] & 0x3F), 4)
  }
}
