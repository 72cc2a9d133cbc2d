import StageKit
import Tag
import Testing

/// What patterns find in a text, one entity a line, without names.
private func amounts(_ text: String, published: String?) throws -> String {
  try render(text, published: published).split(separator: "\n")
    .filter { line in
      ["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "PHONE"].contains {
        line.hasPrefix($0 + ":")
      }
    }
    .joined(separator: "\n")
}

private func check(_ cases: [PatternCase], published: String? = "2024-02-29") throws {
  for (text, expected) in cases {
    let found = try amounts(text, published: published)
    #expect(found == expected, "in «\(text)»")
  }
}

/// How dates, money and measures are written in the newsrooms of many countries.
// 2024-02-29 is a Thursday.
@Suite struct HabitsTests {
  @Test func readsTimesOfRacesAsDurations() throws {
    try check([
      ("Odera won in 2:03:11.", "TIME: 2:03:11 = PT2H3M11S"),
      ("Odera (2:05:00) won.", "TIME: 2:05:00 = PT2H5M"),
      ("She swam it in 1:44.32.", "TIME: 1:44.32 = PT1M44.32S"),
      ("She took 14:02.12 for it.", "TIME: 14:02.12 = PT14M2.12S"),
      ("She ran it in 3:26.00.", "TIME: 3:26.00 = PT3M26S"),
      ("She won in 9.58s.", "TIME: 9.58s = PT9.58S"),
      ("She ran it in 59:42.", "TIME: 59:42 = PT59M42S"),
      ("The vote was split 55:45.", "CARDINAL: 55 = 55\nCARDINAL: 45 = 45"),
      ("It began at 2:03:11.", "TIME: 2:03:11 = T02:03:11"),
      ("It began at 14:05:33.", "TIME: 14:05:33 = T14:05:33"),
      ("It began at 2:03:11 p.m. there.", "TIME: 2:03:11 p.m. = T14:03:11"),
    ])
  }

  @Test func takesTheYearOfTheOtherEndOfARange() throws {
    try check([
      (
        "It rained from March to August 2011.", "DATE: March = 2011-03\nDATE: August 2011 = 2011-08"
      ),
      (
        "It rained between 5 May and 7 June 2019.",
        "DATE: 5 May = 2019-05-05\nDATE: 7 June 2019 = 2019-06-07"
      ),
      (
        "It rained from December 30 to January 2, 2020.",
        "DATE: December 30 = 2019-12-30\nDATE: January 2, 2020 = 2020-01-02"
      ),
      ("It rains on 3 and 4 May.", "DATE: 3 and 4 May = 2024-05-03/2024-05-04"),
      ("It rains on 3 and 5 May.", "CARDINAL: 3 = 3\nDATE: 5 May = 2024-05-05"),
      ("It rained from March through May 2018.", "DATE: March = 2018-03\nDATE: May 2018 = 2018-05"),
      ("Jan-Mar 2022 was dry.", "DATE: Jan-Mar 2022 = 2022-01/2022-03"),
      ("It rained in March, May 2019 says.", "DATE: March = 2024-03\nDATE: May 2019 = 2019-05"),
    ])
    try check(
      [
        (
          "It rained from March to August 2011.",
          "DATE: March = 2011-03\nDATE: August 2011 = 2011-08"
        )
      ],
      published: nil)
  }

  @Test func readsPartsOfWholes() throws {
    try check([
      ("It sold a quarter of a million tins.", "CARDINAL: a quarter of a million = 250000"),
      (
        "It cost three quarters of a million pounds.",
        "MONEY: three quarters of a million pounds = 750000 GBP"
      ),
      ("It took a quarter of a century.", "DATE: a quarter of a century = P25Y"),
      ("It took two-thirds of a century.", "DATE: two-thirds of a century"),
      ("It took three-quarters of an hour.", "TIME: three-quarters of an hour = PT0.75H"),
      ("It is two-thirds of a mile off.", "QUANTITY: two-thirds of a mile"),
      ("It is a quarter of a mile off.", "QUANTITY: a quarter of a mile = 0.25 mi"),
      ("It fell half of one percent.", "PERCENT: half of one percent = 0.5"),
      ("It fell a fifth of a percentage point.", "PERCENT: a fifth of a percentage point = 0.2"),
      ("A third of voters stayed home.", "CARDINAL: A third"),
      ("One fifth of voters stayed home.", "CARDINAL: One fifth = 0.2"),
      ("A quarter of voters stayed home.", "CARDINAL: A quarter = 0.25"),
      ("A third man stayed home.", "ORDINAL: third = 3"),
    ])
  }

  @Test func takesNoHalfOfAMatchForANumber() throws {
    try check([
      ("The half-time score stood.", ""), ("A half marathon began.", ""),
      ("It scored before half time.", ""), ("Half of them left.", "CARDINAL: Half = 0.5"),
    ])
  }

  @Test func readsMoneyOfManyCountries() throws {
    try check([
      ("It cost Rs 2,50,000 then.", "MONEY: Rs 2,50,000"),
      ("It cost ₹12,34,567 then.", "MONEY: ₹12,34,567 = 1234567 INR"),
      ("It cost ₹1,23,45 then.", "MONEY: ₹1,23,45"),
      ("They sold 3,45,000 tins.", "CARDINAL: 3,45,000 = 345000"),
      ("It cost R10 000 then.", "MONEY: R10 000 = 10000 ZAR"),
      ("It cost Rs 2.5 crores or ₹15 lacs.", "MONEY: Rs 2.5 crores\nMONEY: ₹15 lacs = 1500000 INR"),
      ("It sold 10 lakhs.", "CARDINAL: 10 lakhs = 1000000"), ("It sold lakhs.", "CARDINAL: lakhs"),
      ("It cost R22,50 or 50 kobo.", "MONEY: R22,50\nMONEY: 50 kobo = 0.5 NGN"),
      ("It cost Birr 50m then.", "MONEY: Birr 50m = 50000000 ETB"),
      ("It cost R45 then.", "MONEY: R45 = 45 ZAR"),
      ("He took the R45 there.", ""), ("A grant of R350 helps.", "MONEY: R350 = 350 ZAR"),
      ("It sells at N617 per litre.", "MONEY: N617 = 617 NGN"),
      ("It fell to R19.10 then.", "MONEY: R19.10 = 19.1 ZAR"),
      ("It sells at Sh200 there.", "MONEY: Sh200"),
      ("It cost R12 500 then.", "MONEY: R12 500 = 12500 ZAR"),
      ("It cost E£50 then.", "MONEY: E£50 = 50 EGP"),
      ("It cost GH¢20 or GH₵30 then.", "MONEY: GH¢20 = 20 GHS\nMONEY: GH₵30 = 30 GHS"),
      ("It cost $US5 million then.", "MONEY: $US5 million = 5000000 USD"),
      ("It cost $A300 then.", "MONEY: $A300 = 300 AUD"),
      ("It cost J$200 or Z$10 then.", "MONEY: J$200 = 200 JMD\nMONEY: Z$10"),
      (
        "It cost 35 euro cents or 35 US cents.",
        "MONEY: 35 euro cents = 0.35 EUR\nMONEY: 35 US cents = 0.35 USD"
      ),
      ("It costs 25c or 25¢ a litre.", "MONEY: 25c\nMONEY: 25¢"),
      ("He lives in Flat 25c there.", ""),
      ("It cost 500 CFA francs.", "MONEY: 500 CFA francs"),
      ("It cost 500 Swedish crowns.", "MONEY: 500 Swedish crowns = 500 SEK"),
      ("It cost 5 million crowns.", "MONEY: 5 million crowns"),
      ("She won two crowns.", "CARDINAL: two = 2"),
      ("It cost ten quid or 50 paise.", "MONEY: ten quid = 10 GBP\nMONEY: 50 paise"),
      ("It cost PHP 500 or NPR 300.", "MONEY: PHP 500 = 500 PHP\nMONEY: NPR 300 = 300 NPR"),
      ("It cost millions of dollars.", "MONEY: millions of dollars"),
      ("It cost tens of thousands of pounds.", "MONEY: tens of thousands of pounds"),
    ])
  }

  @Test func readsPeriodsOfTheCalendar() throws {
    try check([
      ("It falls in the week of March 4.", "DATE: the week of March 4 = 2024-W10"),
      ("It falls in the week of 4 March 2025.", "DATE: the week of 4 March 2025 = 2025-W10"),
      ("It fell in the month of May 2023.", "DATE: the month of May 2023 = 2023-05"),
      ("It rained over the weekend.", "DATE: the weekend = 2024-W08-WE"),
      ("It rained over the week.", ""),
      ("It rained this past week.", "DATE: this past week = 2024-W08"),
      ("It rained this past Sunday.", "DATE: this past Sunday = 2024-02-25"),
      ("It will rain this coming Friday.", "DATE: this coming Friday = 2024-03-01"),
      (
        "It rose in the first six months of 2023.",
        "DATE: the first six months of 2023 = 2023-01/2023-06"
      ),
      (
        "It rose in the first nine months of the year.",
        "DATE: the first nine months of the year = 2024-01/2024-09"
      ),
      (
        "It rose in the last three months of last year.",
        "DATE: the last three months of last year = 2023-10/2023-12"
      ),
      ("It rose in the first two weeks of 2023.", "DATE: the first two weeks of 2023 = P2W"),
      ("It rained in the fall of 2022.", "DATE: the fall of 2022 = 2022-FA"),
      ("It rained last fall.", "DATE: last fall = 2023-FA"),
      ("It followed the fall of the wall.", ""), ("It followed last fall in prices.", ""),
      ("It met following this year's fall.", "DATE: this year = 2024"),
      ("It rains this coming weekend.", "DATE: this coming weekend = 2024-W09-WE"),
      (
        "It meets on the third Thursday of November 2024.",
        "DATE: the third Thursday of November 2024 = 2024-11-21"
      ),
      ("It meets on the first Monday in May.", "DATE: the first Monday in May = 2024-05-06"),
      ("It meets on the last Friday of March.", "DATE: the last Friday of March = 2024-03-29"),
      ("It met on the last Friday of the month.", "DATE: the last Friday of the month"),
      ("It met on the last day of February.", "DATE: the last day of February = 2024-02-29"),
      ("It met in the last week of February.", "DATE: the last week of February"),
      ("It meets on the first of May.", "DATE: the first of May = 2024-05-01"),
      ("It meets on Sunday the 3 March.", "DATE: Sunday the 3 March = 2024-03-03"),
      ("It rose in the third quarter of FY24.", "DATE: the third quarter of FY24 = FY2024-Q3"),
      ("It snowed in the winter of 2022-23.", "DATE: the winter of 2022-23 = 2022-WI"),
      ("It was hot in summer 2022-23.", "DATE: summer 2022-23"),
      ("It ends by end-March.", "DATE: end-March = 2024-03-31"),
      ("It ended by end of 2023.", "DATE: end of 2023 = 2023-12-31"),
      ("It rains at Easter.", "DATE: Easter = 2024-03-31"),
      ("It rained at Easter 2019.", "DATE: Easter 2019 = 2019-04-21"),
    ])
  }

  @Test func givesNoDayToWhatComesAgain() throws {
    try check([
      ("It opens every Tuesday.", "DATE: Tuesday"), ("It opens on Tuesdays.", "DATE: Tuesdays"),
      ("It opens on the first Tuesday after the vote.", "ORDINAL: first = 1\nDATE: Tuesday"),
      ("It opens every March.", "DATE: March"),
      (
        "It will open from Monday to Wednesday.",
        "DATE: Monday = 2024-03-04\nDATE: Wednesday = 2024-03-06"
      ),
      ("It opens Monday-Friday.", "DATE: Monday = 2024-03-04\nDATE: Friday = 2024-03-08"),
    ])
  }

  @Test func readsDurationsOfSeveralUnits() throws {
    try check([
      ("He got two years and six months.", "DATE: two years and six months = P2Y6M"),
      ("He got a year and three months.", "DATE: a year and three months = P1Y3M"),
      ("It took 3 hours and 20 minutes.", "TIME: 3 hours and 20 minutes = PT3H20M"),
      (
        "It took 2 hours, 3 minutes and 11 seconds.",
        "TIME: 2 hours, 3 minutes and 11 seconds = PT2H3M11S"
      ),
      ("It took 2hr 3min there.", "TIME: 2hr 3min = PT2H3M"),
      ("He got six months and two years.", "DATE: six months = P6M\nDATE: two years = P2Y"),
      ("It is a $15-an-hour job.", "MONEY: $15 = 15 USD"),
      ("Of 11-year-olds, few read.", "DATE: 11-year-olds = P11Y"),
      ("It took an hour and a half.", "TIME: an hour and a half = PT1.5H"),
    ])
  }

  @Test func readsDatesInDigits() throws {
    try check([
      ("It is due 31-12-2024.", "DATE: 31-12-2024 = 2024-12-31"),
      ("It is due 31-Dec-2024.", "DATE: 31-Dec-2024 = 2024-12-31"),
      ("It is due 28.02.2025.", "DATE: 28.02.2025 = 2025-02-28"),
      ("It is due 03.04.2025.", "DATE: 03.04.2025"),
      ("It is due 31/12/24.", "DATE: 31/12/24 = 2024-12-31"),
      ("It was due 12/31/98.", "DATE: 12/31/98 = 1998-12-31"),
      ("It is due 3/4/24.", "DATE: 3/4/24"),
      ("It is due 2024/12/31.", "DATE: 2024/12/31 = 2024-12-31"),
      ("It runs version 10.12.2024.1 now.", ""),
    ])
    try check([("It is due 31/12/24.", "DATE: 31/12/24")], published: nil)
  }

  @Test func readsYearsOfTwoDigits() throws {
    try check([
      ("It rose in FY24.", "DATE: FY24 = FY2024"),
      ("It rose in Q3 FY24.", "DATE: Q3 FY24 = FY2024-Q3"),
      ("It rose in 4Q23 again.", "DATE: 4Q23 = 2023-Q4"),
      ("It rose in 1H23 again.", "DATE: 1H23 = 2023-H1"),
      ("It rose in Sept '21 again.", "DATE: Sept '21 = 2021-09"),
      ("It rose in the late ’90s again.", "DATE: the late ’90s = 199"),
      ("It rose in the '60s again.", "DATE: the '60s = 196"),
      ("It rose in the '20s again.", "DATE: the '20s"),
      ("It was the mid-80s there.", ""),
      ("It read '24 Hours' today.", "CARDINAL: 24 = 24\nDATE: today = 2024-02-29"),
    ])
  }

  @Test func readsYearsLongAgo() throws {
    try check([
      ("He died in 44 BC.", "DATE: 44 BC = BC0044"), ("It burned in AD 79.", "DATE: AD 79 = 0079"),
      ("Bell (1738) wrote it.", "DATE: 1738 = 1738"),
      ("Bell (1756 – 1791) wrote it.", "DATE: 1756 = 1756\nDATE: 1791 = 1791"),
      ("It has seats (1738 of them).", "CARDINAL: 1738 = 1738"),
    ])
  }

  @Test func readsTimesOfDayInWords() throws {
    try check([
      ("It began at six o'clock.", "TIME: six o'clock"),
      ("It began at six o'clock in the evening.", "TIME: six o'clock = T18:00"),
      ("It began at 9 o'clock in the morning.", "TIME: 9 o'clock = T09:00"),
      ("It began at 18h00 or 20h30.", "TIME: 18h00 = T18:00\nTIME: 20h30 = T20:30"),
      ("It began at 12 noon.", "TIME: 12 noon = T12:00"),
      ("It begins at 10 tonight.", "TIME: 10 tonight = 2024-02-29T22:00"),
      (
        "It began on the morning of March 3, 2023.",
        "TIME: the morning of March 3, 2023 = 2023-03-03TMO"
      ),
      ("It began on the night of 28 February.", "TIME: the night of 28 February = 2024-02-28TNI"),
      (
        "It began at 8pm AEST or 9am SAST.",
        "TIME: 8pm AEST = T20:00+10:00\nTIME: 9am SAST = T09:00+02:00"
      ),
      ("The clock shows UTC+5:30 there.", ""),
    ])
  }

  @Test func readsMeasuresOfTrades() throws {
    try check([
      (
        "It rose 25 basis points or 25bps.",
        "QUANTITY: 25 basis points = 25 bp\nQUANTITY: 25bps = 25 bp"
      ),
      ("It errs by plus or minus 3 percentage points.", "PERCENT: 3 percentage points = 3"),
      ("It holds 5,000-10,000 tonnes.", "QUANTITY: 5,000-10,000 tonnes"),
      ("It pumps 2.5 million bpd.", "QUANTITY: 2.5 million bpd = 2500000 bbl/d"),
      ("It fell 0.3pp to 9%.", "PERCENT: 0.3pp = 0.3\nPERCENT: 9% = 9"),
      ("It fell to minus 20C.", "QUANTITY: minus 20C = -20 °C"),
      ("It fell by minus 2 percentage points.", "PERCENT: minus 2 percentage points = -2"),
      (
        "It used 5 gigawatt-hours or 3 kilowatt hours.",
        "QUANTITY: 5 gigawatt-hours = 5 GWh\nQUANTITY: 3 kilowatt hours = 3 kWh"
      ),
      ("It drove 5 km hours later.", "QUANTITY: 5 km = 5 km"),
      ("It ran 10 metres per second.", "QUANTITY: 10 metres per second = 10 m/s"),
      ("It covers 5 km2 or 300m2 there.", "QUANTITY: 5 km2 = 5 km²\nQUANTITY: 300m2 = 300 m²"),
      ("She rode at 11st 4lb there.", "QUANTITY: 11st 4lb = 158 lb"),
      ("He weighs 12st now.", "QUANTITY: 12st = 12 st"),
      ("He came 21st there.", "ORDINAL: 21st = 21"),
      ("It has 300 hp or 100 Mbps.", "QUANTITY: 300 hp = 300 hp\nQUANTITY: 100 Mbps = 100 Mbit/s"),
    ])
  }

  @Test func findsTelephoneNumbersOfManyCountries() throws {
    try check([
      ("Call 08035550199 or 0720555019.", "PHONE: 08035550199\nPHONE: 0720555019"),
      ("Call 98765 43210 now.", "PHONE: 98765 43210"),
      ("Call 13 11 14 now.", "PHONE: 13 11 14"),
      (
        "They drew 13 11 14 22.",
        "CARDINAL: 13 = 13\nCARDINAL: 11 = 11\nCARDINAL: 14 = 14\nCARDINAL: 22 = 22"
      ),
      ("Call 1800 55 0199 or 1300 22 0199.", "PHONE: 1800 55 0199\nPHONE: 1300 22 0199"),
      ("Call 1800-555-0199 now.", "PHONE: 1800-555-0199"),
      ("Call 044-2345 6789 now.", "PHONE: 044-2345 6789"),
      ("Call 0044 20 7946 0958 now.", "PHONE: 0044 20 7946 0958"),
      ("Call 116 123 now.", "PHONE: 116 123"),
    ])
  }
}
