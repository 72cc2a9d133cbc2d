import Testing
import TextKit

@testable import Clean

@Suite struct DateTests {
  static let readable: [(String, String)] = [
    ("2023-09-19", "2023-09-19"), ("2023-09-19T12:12", "2023-09-19T12:12"),
    ("2023-09-19T12:12:05", "2023-09-19T12:12:05"), ("2023-09-19 12:12", "2023-09-19T12:12"),
    ("2023-09-19T12:12:05Z", "2023-09-19T12:12:05Z"),
    ("2023-09-19T12:12:05.123Z", "2023-09-19T12:12:05Z"),
    ("2023-09-19T12:12:05+08:00", "2023-09-19T12:12:05+08:00"),
    ("2023-09-19T12:12:05-0430", "2023-09-19T12:12:05-04:30"),
    ("2023-09-19T12:12+08", "2023-09-19T12:12+08:00"), ("2023-09", "2023-09"),
    ("2023/09/19", "2023-09-19"), ("2023/9/9", "2023-09-09"), ("2023.09.19", "2023-09-19"),
    ("20230919", "2023-09-19"), ("2023年9月19日", "2023-09-19"),
    ("Tue, 19 Sep 2023 12:12:00 +0800", "2023-09-19T12:12:00+08:00"),
    ("Tue, 19 Sep 2023 12:12:00 GMT", "2023-09-19T12:12:00Z"),
    ("Tue, 19 Sep 2023 12:12:00 EST", "2023-09-19T12:12:00-05:00"),
    ("19 Sep 2023 12:12:00 +0000 (UTC)", "2023-09-19T12:12:00Z"),
    ("Tue Sep 19 12:12:00 2023", "2023-09-19T12:12:00"),
    ("Tue Sep 19 12:12:00 UTC 2023", "2023-09-19T12:12:00Z"),
    ("September 19, 2023", "2023-09-19"), ("Sept. 19, 2023", "2023-09-19"),
    ("Sep 19 2023", "2023-09-19"), ("Sep. 9th, 2023", "2023-09-09"),
    ("SEPTEMBER 19, 2023", "2023-09-19"), ("Tuesday, September 19, 2023", "2023-09-19"),
    ("19 September 2023", "2023-09-19"), ("19th September 2023", "2023-09-19"),
    ("19th of September, 2023", "2023-09-19"), ("19-Sep-2023", "2023-09-19"),
    ("1st May 2024", "2024-05-01"), ("2nd May 2024", "2024-05-02"),
    ("3rd May 2024", "2024-05-03"), ("May 2024", "2024-05"), ("March, 2024", "2024-03"),
    ("Sep 19, 2023 12:12 PM", "2023-09-19T12:12"), ("Sep 19, 2023 12:12 AM", "2023-09-19T00:12"),
    ("Sep 19, 2023, 1:05 p.m.", "2023-09-19T13:05"),
    ("Sep 19, 2023 at 1:05 pm EDT", "2023-09-19T13:05-04:00"),
    ("September 19, 2023 | 9:30am", "2023-09-19T09:30"),
    ("19 September 2023 - 21:30", "2023-09-19T21:30"),
    ("19 September 2023, 9.30pm BST", "2023-09-19T21:30+01:00"),
    ("September 19, 2023 3 p.m. PST", "2023-09-19T15:00-08:00"),
    ("12:12 PM EDT, Tue September 19, 2023", "2023-09-19T12:12-04:00"),
    ("1412 GMT, September 19, 2023", "2023-09-19T14:12Z"),
    ("08:30 on 19 September 2023", "2023-09-19T08:30"),
    ("19 September 2023 10:00 (UTC+3)", "2023-09-19T10:00+03:00"),
    ("19 September 2023 10:00 GMT+05:30", "2023-09-19T10:00+05:30"),
    ("19 September 2023 10:00 IST", "2023-09-19T10:00"),
    ("19. September 2023", "2023-09-19"), ("19.09.2023", "2023-09-19"),
    ("3.4.2023", "2023-04-03"), ("19.09.2023, 14:30 Uhr", "2023-09-19T14:30"),
    ("19. März 2023 um 14.30 Uhr", "2023-03-19T14:30"), ("Dienstag, 19. Mai 2020", "2020-05-19"),
    ("19 septembre 2023 à 14h30", "2023-09-19T14:30"), ("1er août 2022", "2022-08-01"),
    ("19 de septiembre de 2023", "2023-09-19"), ("19 settembre 2023", "2023-09-19"),
    ("19 de março de 2023", "2023-03-19"), ("19 maart 2023", "2023-03-19"),
    ("19/09/2023", "2023-09-19"), ("09/19/2023", "2023-09-19"), ("4/4/2023", "2023-04-04"),
    ("9/19/2023 4:05 PM", "2023-09-19T16:05"), ("29 February 2024", "2024-02-29"),
    ("Posted on Sep 19, 2023", "2023-09-19"), ("at noon, 19 Sep 2023.", "2023-09-19"),
  ]

  @Test(arguments: readable)
  func readsDates(_ text: String, _ expected: String) {
    let found = DateReader.date(text)?.iso
    #expect(found == expected, "\(text)")
  }

  @Test(arguments: [
    "", "nothing", "31 February 2023", "29 February 2023", "2023-13-01", "2023-02-30", "12:12",
    "September", "19 September", "Sept 19", "1/2", "1.2", "99/99/2023", "0 May 2023", "2023",
    "may be 20 or so", "version 10.11.12", "19-20 of them", "call 555-1234", "3 p.m.",
    "9/19/23", "1234567890123", "mar 12345", "32.01.2023",
  ])
  func readsNoDates(_ text: String) {
    let found = DateReader.first(in: text.utf8.span)
    #expect(found == nil)
  }

  @Test(arguments: ["03/04/2023", "3-4-2023", "published 12/11/2020 by us"])
  func leavesDatesOpenThatCouldBeEither(_ text: String) {
    let found = DateReader.first(in: text.utf8.span)
    guard case .ambiguous(let value)? = found?.outcome else {
      Issue.record("'\(text)' was decided")
      return
    }
    #expect(value.month != value.day)
  }

  @Test(arguments: [
    ("fr", "2023-04-03"), ("de-AT", "2023-04-03"), ("en-GB", "2023-04-03"), ("en_US", "2023-03-04"),
    ("en", nil), ("ja", nil), ("", nil),
  ])
  func theLanguageTellsWhetherTheDayComesFirst(_ language: String, _ expected: String?) {
    let outcome = DateReader.first(in: "03/04/2023".utf8.span)?.outcome
    var found: String?
    if case .date(let value)? = outcome?.resolved(by: DateOrder(language: language)) {
      found = value.iso
    }
    #expect(outcome != nil && found == expected)
  }

  @Test(arguments: [
    ("12 marca 2021, 14:30", "2021-03-12T14:30"), ("12 марта 2021 в 14:30", "2021-03-12T14:30"),
    ("3 сентября 2021", "2021-09-03"), ("12. června 2021", "2021-06-12"),
    ("12. července 2021", "2021-07-12"), ("7 października 2021", "2021-10-07"),
    ("12 maj 2021 kl. 9.05", "2021-05-12"), ("12 Şubat 2021", "2021-02-12"),
    ("12 févr. 2021", "2021-02-12"), ("5 dic 2021", "2021-12-05"), ("12. Mär. 2021", "2021-03-12"),
    ("12 Μαρτίου 2021", "2021-03-12"), ("venerdì 12 marzo 2021 ore 14:30", "2021-03-12T14:30"),
    ("12. 03. 2021", "2021-03-12"), ("12.03.21", "2021-03-12"), ("01.02.98", "1998-02-01"),
    ("2021/mar/09", "2021-03-09"), ("—12 March 2021", "2021-03-12"), ("于2021年3月9日", "2021-03-09"),
  ])
  func readsDatesOfManyLanguages(_ text: String, _ expected: String) {
    #expect(DateReader.date(text)?.iso == expected)
  }

  @Test(arguments: ["version 10.11.12", "10.02.12.4", "1.2.03", "12.03.215"])
  func numbersWithFullStopsAreNoDates(_ text: String) {
    #expect(DateReader.date(text) == nil)
  }

  @Test func comparesDatesToTheCoarserPrecision() throws {
    func precedes(_ first: String, _ second: String) throws -> Bool {
      try #require(DateReader.date(first)).precedes(#require(DateReader.date(second)))
    }
    #expect(try precedes("2023-09-19T12:10", "2023-09-19T12:12"))
    #expect(try !precedes("2023-09-19T12:12", "2023-09-19T12:10"))
    #expect(try !precedes("2023-09-19", "2023-09-19T12:10"))
    #expect(try precedes("2023-02-28", "2023-03-01"))
    #expect(try precedes("2022-12", "2023-01-01"))
    #expect(try !precedes("2023-09-19T12:00+02:00", "2023-09-19T10:00Z"))
    #expect(try precedes("2023-09-19T11:59+02:00", "2023-09-19T10:00Z"))
    #expect(try !precedes("2023-09-19T12:00", "2023-09-19T13:00Z"))
  }

  @Test func survivesRandomBytes() {
    var random = SeededRandom(7)
    let alphabet = Array("0123456789-/.: TZapm,SeptMay年+()\u{E4}".utf8)
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      if case .date(let value)? = DateReader.first(in: bytes.span)?.outcome {
        let isPossible = value.isPossible
        #expect(isPossible && DateReader.date(value.iso) == value)
      }
    }
  }
}
