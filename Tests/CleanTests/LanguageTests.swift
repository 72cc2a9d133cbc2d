import StageKit
import Testing
import TextKit

@testable import Clean

@Suite struct LanguageTests {
  static let sentences: [(String, String)] = [
    (
      "en",
      "The harbour was opened to ferries after three years of work, and it is said to be safe."
    ),
    (
      "de",
      "Der Hafen wurde nach drei Jahren für Fähren geöffnet, und die Stadt ist damit zufrieden."
    ),
    ("fr", "Le port est ouvert aux bateaux depuis lundi, mais les habitants ne sont pas contents."),
    ("es", "El puerto de la ciudad se abrió el lunes, pero los vecinos no están muy contentos."),
    ("it", "Il porto della città è stato aperto lunedì, ma gli abitanti non sono contenti."),
    ("pt", "O porto da cidade foi aberto na segunda-feira, mas os moradores não estão contentes."),
    ("nl", "De haven is na drie jaar weer geopend, maar de bewoners zijn er niet blij mee."),
    ("sv", "Hamnen är öppen igen efter tre år, men det är inte alla som är glada för den."),
    ("fi", "Satama on nyt avattu, mutta se ei ole vielä valmis, ja moni on pettynyt siihen."),
    (
      "pl",
      "Port został otwarty w poniedziałek, ale nie wszyscy są zadowoleni z tego, że jest mały."
    ),
    ("cs", "Přístav byl v pondělí otevřen, ale ne všichni jsou spokojeni, že je tak malý."),
    ("hu", "A kikötő hétfőn megnyílt, de nem mindenki örül, mert ez még csak egy kis hely."),
    ("ro", "Portul a fost deschis luni, dar nu toți sunt mulțumiți, pentru că este prea mic."),
    (
      "tr",
      "Liman pazartesi günü açıldı, ama bu kadar küçük bir yer için çok para gerekti ve bitti."
    ),
    ("ru", "Порт открыли в понедельник, но не все этому рады."),
    ("uk", "Порт відкрили в понеділок, але не всі цьому раді, бо він її."),
    ("bg", "Пристанището беше отворено в понеделник, но не всички са доволни, защото е късно."),
    ("el", "Το λιμάνι άνοιξε τη Δευτέρα, αλλά δεν είναι όλοι ευχαριστημένοι."),
    ("he", "הנמל נפתח ביום שני אבל לא כולם מרוצים"),
    ("ar", "افتتح الميناء يوم الاثنين لكن ليس الجميع سعداء"),
    ("fa", "بندر روز دوشنبه گشایش یافت اما همه خوشحال نیستند"), ("hi", "बंदरगाह सोमवार को खोला गया"),
    ("th", "ท่าเรือเปิดเมื่อวันจันทร์"), ("ja", "港は月曜日に開かれましたが、全員が喜んでいるわけではありません。"),
    ("zh", "港口星期一开放，但并非所有人都满意。"), ("ko", "항구는 월요일에 열렸지만 모두가 기뻐하는 것은 아니다."),
  ]

  @Test(arguments: sentences)
  func tellsLanguages(_ code: String, _ text: String) throws {
    let found = LanguageIdentifier().identify(text.utf8.span)
    let language = try #require(found, "\(code)")
    #expect(language.code == code)
    #expect(language.confidence > 0.3 && language.confidence <= 1)
  }

  @Test(arguments: ["", "Oslo", "12:30", "Xqz brt", "—", "漢"])
  func saysNothingOfTooLittle(_ text: String) {
    let found = LanguageIdentifier().identify(text.utf8.span)
    #expect(found == nil)
  }

  @Test func longerTextsMakeItSurer() throws {
    let short = "The harbour is open and it is safe."
    let first = LanguageIdentifier().identify(short.utf8.span)
    let long = String(repeating: short + " ", count: 200)
    let second = LanguageIdentifier().identify(long.utf8.span)
    #expect(try #require(first).confidence < #require(second).confidence)
  }
}
