import StageKit
import Tag
import Testing

/// One case: a text, and what is found in it, one entity a line.
typealias PatternCase = (text: String, expected: String)

private func check(_ cases: [PatternCase], published: String? = nil) throws {
  for (text, expected) in cases {
    let found = try render(text, published: published)
    #expect(found == expected, "in «\(text)»")
  }
}

@Suite struct PatternTests {
  @Test func findsAbsoluteDates() throws {
    try check([
      ("It opened on September 18, 2023.", "DATE: September 18, 2023 = 2023-09-18"),
      ("It opened on Sep 19, 2023 there.", "DATE: Sep 19, 2023 = 2023-09-19"),
      ("It opened on Sept. 9, 2021.", "DATE: Sept. 9, 2021 = 2021-09-09"),
      ("It opened on 18 September 2023.", "DATE: 18 September 2023 = 2023-09-18"),
      ("It opened on 4th May 1999.", "DATE: 4th May 1999 = 1999-05-04"),
      ("It opened on May 4th, 1999.", "DATE: May 4th, 1999 = 1999-05-04"),
      ("The 2023-09-19 edition sold out.", "DATE: 2023-09-19 = 2023-09-19"),
      ("It opened on Friday, 3 June 2022.", "DATE: Friday, 3 June 2022 = 2022-06-03"),
      ("It opened on Mon, Jan 5, 2009.", "DATE: Mon, Jan 5, 2009 = 2009-01-05"),
      ("It opened in March 2010.", "DATE: March 2010 = 2010-03"),
      ("It opened in March of 2010.", "DATE: March of 2010 = 2010-03"),
      ("It opened in Dec. 2010.", "DATE: Dec. 2010 = 2010-12"),
      ("It opened in 2019.", "DATE: 2019 = 2019"),
      ("It opened in 1848.", "DATE: 1848 = 1848"),
      ("It opened on the 4th of July, 1976.", "DATE: the 4th of July, 1976 = 1976-07-04"),
      ("It opened on 29 February 2024.", "DATE: 29 February 2024 = 2024-02-29"),
      ("It opened on 29 February 2023.", "DATE: 29 February 2023"),
      ("It opened on February 30, 2023.", "DATE: February 30, 2023"),
      ("It opened on 03/04/2021.", "DATE: 03/04/2021"),
      ("It ran from 2019-20.", "DATE: 2019-20 = 2019/2020"),
      ("It ran in 2019/20.", "DATE: 2019/20 = 2019/2020"),
      ("It ran May 4-6, 2021.", "DATE: May 4-6, 2021 = 2021-05-04/2021-05-06"),
      ("The 2021-13-01 file is odd.", ""),
      ("She left on Tuesday, 4 Oct 2022.", "DATE: Tuesday, 4 Oct 2022 = 2022-10-04"),
      ("It ran in June-July 2020.", "DATE: June-July 2020 = 2020-06/2020-07"),
      ("The law of 1972-73 stands.", "DATE: 1972-73 = 1972/1973"),
      ("He was born on the 2nd of May 1951.", "DATE: the 2nd of May 1951 = 1951-05-02"),
      ("It opened on 12/25/2020.", "DATE: 12/25/2020 = 2020-12-25"),
      ("We met at Easter 2015.", "DATE: Easter 2015 = 2015-04-05"),
    ])
  }

  @Test func findsVagueDates() throws {
    try check([
      ("It rained in early September.", "DATE: early September"),
      ("It rained in late 2019.", "DATE: late 2019 = 2019"),
      ("It rained in mid-2020.", "DATE: mid-2020 = 2020"),
      ("It rained in the 1990s.", "DATE: the 1990s = 199"),
      ("It rained in the late 1990s.", "DATE: the late 1990s = 199"),
      ("It rained in the third quarter.", "DATE: the third quarter"),
      ("It rained in the third quarter of 2022.", "DATE: the third quarter of 2022 = 2022-Q3"),
      ("It rained in the first half of 2022.", "DATE: the first half of 2022 = 2022-H1"),
      ("It rained for three years.", "DATE: three years = P3Y"),
      ("It rained three years ago.", "DATE: three years ago"),
      ("It rained a week ago.", "DATE: a week ago"),
      ("It rained over the past two years.", "DATE: the past two years"),
      ("It rained over the last 12 months.", "DATE: the last 12 months"),
      ("It rained at the end of the year.", "DATE: the end of the year"),
      ("It rained this summer.", "DATE: this summer"),
      ("It rained in the summer of 2018.", "DATE: the summer of 2018 = 2018-SU"),
      ("A 20-year-old sang.", "DATE: 20-year-old = P20Y"),
      ("A three-day talk ended.", "DATE: three-day = P3D"),
      ("It rained on Monday.", "DATE: Monday"),
      ("It rained in January.", "DATE: January"),
      ("It rained in May.", "DATE: May"),
      ("You may go.", ""),
      ("May we go?", ""),
      ("They march on.", ""),
      ("It rained at Christmas.", "DATE: Christmas"),
      ("It rained in fiscal 2021.", "DATE: fiscal 2021 = FY2021"),
      ("It was sold in mid-August.", "DATE: mid-August"),
      ("The early 2000s were good.", "DATE: The early 2000s = 200"),
      ("It rained two weeks earlier.", "DATE: two weeks earlier"),
      ("A six-month-old cub slept.", "DATE: six-month-old = P6M"),
      ("The 18th century house fell.", "DATE: The 18th century = 17"),
      ("It closed in the autumn of 1987.", "DATE: the autumn of 1987 = 1987-FA"),
      ("It is due next spring.", "DATE: next spring"),
      ("The previous month was dry.", "DATE: The previous month"),
      ("It came in the second half of last year.", "DATE: the second half of last year"),
      ("They met on Saturday 9 May.", "DATE: Saturday 9 May"),
      (
        "It fell in the fourth quarter of fiscal 2023.",
        "DATE: the fourth quarter of fiscal 2023 = FY2023-Q4"
      ),
    ])
  }

  @Test func countsRelativeDatesFromPublicationOnly() throws {
    let cases: [(String, String, String?)] = [
      ("It rained on September 18.", "September 18", "2023-09-18"),
      ("It rained on 18 September.", "18 September", "2023-09-18"),
      ("It rained on December 30.", "December 30", "2022-12-30"),
      ("It rained last Tuesday.", "last Tuesday", "2023-09-12"),
      ("It rained last Monday.", "last Monday", "2023-09-18"),
      ("It rains next Tuesday.", "next Tuesday", "2023-09-26"),
      ("It rained yesterday.", "yesterday", "2023-09-18"),
      ("It rains today.", "today", "2023-09-19"),
      ("It rains tomorrow.", "tomorrow", "2023-09-20"),
      ("It rained last year.", "last year", "2022"),
      ("It rains this year.", "this year", "2023"),
      ("It rained last month.", "last month", "2023-08"),
      ("It rains next month.", "next month", "2023-10"),
      ("It rained last week.", "last week", "2023-W37"),
      ("It rained in the past year.", "the past year", "P1Y/2023-09-19"),
    ]
    for (text, span, value) in cases {
      let dated = try render(text, published: "2023-09-19T12:12")  // a Tuesday
      #expect(dated == "DATE: \(span)" + (value.map { " = \($0)" } ?? ""))
      let undated = try render(text)
      #expect(undated == "DATE: \(span)")
      let hostile = try render(text, published: "soon, 2023-99-99 perhaps")
      #expect(hostile == "DATE: \(span)")
    }
    try check(
      [("It rained on January 2.", "DATE: January 2 = 2024-01-02")], published: "2023-12-30")
    try check(
      [("It rained last month.", "DATE: last month = 2022-12")], published: "2023-01-05")
    try check([("It rained yesterday.", "DATE: yesterday = 2024-02-29")], published: "2024-03-01")
  }

  @Test func findsTimes() throws {
    try check([
      ("It began at 12:12 PM.", "TIME: 12:12 PM = T12:12"),
      ("It began at 9 a.m. sharp.", "TIME: 9 a.m. = T09:00"),
      ("It began at 9am sharp.", "TIME: 9am = T09:00"),
      ("It began at 7.30 p.m. sharp.", "TIME: 7.30 p.m. = T19:30"),
      ("It began at 18:00 GMT.", "TIME: 18:00 GMT = T18:00Z"),
      ("It began at 0900 GMT.", "TIME: 0900 GMT = T09:00Z"),
      ("It began at 23:59:59.", "TIME: 23:59:59 = T23:59:59"),
      ("It began at noon.", "TIME: noon = T12:00"),
      ("It began this morning.", "TIME: this morning"),
      ("It began last night.", "TIME: last night"),
      ("It began on Monday evening.", "TIME: Monday evening"),
      ("It began yesterday afternoon.", "TIME: yesterday afternoon"),
      ("It began at 9 o'clock.", "TIME: 9 o'clock"),
      ("It began at 9 o’clock.", "TIME: 9 o’clock"),
      ("It lasted two hours.", "TIME: two hours = PT2H"),
      ("It lasted 90 seconds.", "TIME: 90 seconds = PT90S"),
      ("It lasted an hour.", "TIME: an hour = PT1H"),
      ("I am 9.", "CARDINAL: 9 = 9"),
      ("It began at 6:45 a.m. GMT.", "TIME: 6:45 a.m. GMT = T06:45Z"),
      ("It began at 3 p.m. ET.", "TIME: 3 p.m. ET = T15:00"),
      ("It began at midnight.", "TIME: midnight = T00:00"),
      ("It lasted 45 minutes.", "TIME: 45 minutes = PT45M"),
      ("It rang an hour ago.", "TIME: an hour ago"),
      ("It began late Monday night.", "TIME: late Monday night"),
    ])
  }

  @Test func findsMoney() throws {
    try check([
      ("It cost $5.2 million.", "MONEY: $5.2 million = 5200000 USD"),
      ("It cost US$1.5bn.", "MONEY: US$1.5bn = 1500000000 USD"),
      ("It cost $300.", "MONEY: $300 = 300 USD"),
      ("It cost $0.99.", "MONEY: $0.99 = 0.99 USD"),
      ("It cost $1,234.50.", "MONEY: $1,234.50 = 1234.5 USD"),
      ("It cost A$20.", "MONEY: A$20 = 20 AUD"),
      ("It cost HK$20 million.", "MONEY: HK$20 million = 20000000 HKD"),
      ("It cost €300.", "MONEY: €300 = 300 EUR"),
      ("It cost £3m.", "MONEY: £3m = 3000000 GBP"),
      ("It cost £750k.", "MONEY: £750k = 750000 GBP"),
      ("It cost ¥500.", "MONEY: ¥500"),
      ("It cost 20 billion yuan.", "MONEY: 20 billion yuan = 20000000000 CNY"),
      ("It cost 300 euros.", "MONEY: 300 euros = 300 EUR"),
      ("It cost ten dollars.", "MONEY: ten dollars = 10 USD"),
      ("It cost twenty-one million euros.", "MONEY: twenty-one million euros = 21000000 EUR"),
      ("It cost 10 million US dollars.", "MONEY: 10 million US dollars = 10000000 USD"),
      ("It cost 10 Australian dollars.", "MONEY: 10 Australian dollars = 10 AUD"),
      ("It cost 500 rupees.", "MONEY: 500 rupees"),
      ("It cost 2 million pounds.", "MONEY: 2 million pounds = 2000000 GBP"),
      ("It weighs 300 pounds.", "QUANTITY: 300 pounds"),
      ("They lost 3, won 4.", "CARDINAL: 3 = 3\nCARDINAL: 4 = 4"),
      ("It cost USD 300.", "MONEY: USD 300 = 300 USD"),
      ("It cost 300 EUR.", "MONEY: 300 EUR = 300 EUR"),
      ("It cost $5-10 million.", "MONEY: $5-10 million"),
      ("It cost 50 cents.", "MONEY: 50 cents"),
      ("It cost half a million dollars.", "MONEY: half a million dollars = 500000 USD"),
      ("It cost a million dollars.", "MONEY: a million dollars = 1000000 USD"),
      ("It cost more than $5 million.", "MONEY: $5 million = 5000000 USD"),
      ("It cost $4.3 trillion.", "MONEY: $4.3 trillion = 4300000000000 USD"),
      ("It cost €1.2m.", "MONEY: €1.2m = 1200000 EUR"),
      ("It cost Rs 500.", "MONEY: Rs 500"),
      ("It cost C$45 million.", "MONEY: C$45 million = 45000000 CAD"),
      ("It cost CHF 20,000.", "MONEY: CHF 20,000 = 20000 CHF"),
      ("It cost 3 million rubles.", "MONEY: 3 million rubles = 3000000 RUB"),
      ("It cost 5 crore rupees.", "MONEY: 5 crore rupees"),
      ("It cost 80 pence.", "MONEY: 80 pence = 0.8 GBP"),
      ("It cost $20-$30.", "MONEY: $20-$30"),
      ("It cost £2 billion.", "MONEY: £2 billion = 2000000000 GBP"),
      ("It cost 15 million Swiss francs.", "MONEY: 15 million Swiss francs = 15000000 CHF"),
      ("It cost one euro.", "MONEY: one euro = 1 EUR"),
      ("It cost ₹300.", "MONEY: ₹300 = 300 INR"),
    ])
  }

  @Test func findsPercentages() throws {
    try check([
      ("It rose 3.5%.", "PERCENT: 3.5% = 3.5"),
      ("It rose 20 percent.", "PERCENT: 20 percent = 20"),
      ("It rose 20 per cent.", "PERCENT: 20 per cent = 20"),
      ("It rose twenty percent.", "PERCENT: twenty percent = 20"),
      ("It rose 0.50 %.", "PERCENT: 0.50 % = 0.5"),
      ("It rose 15-20%.", "PERCENT: 15-20%"),
      ("It rose two percentage points.", "PERCENT: two percentage points = 2"),
      ("It rose half a percent.", "PERCENT: half a percent = 0.5"),
      ("It rose 1,5 %.", "PERCENT: 1,5 %"),
      ("It rose 0.1 percentage points.", "PERCENT: 0.1 percentage points = 0.1"),
      ("It rose one percent.", "PERCENT: one percent = 1"),
      ("It rose 7 pct.", "PERCENT: 7 pct = 7"),
      ("It rose 10% to 12%.", "PERCENT: 10% = 10\nPERCENT: 12% = 12"),
    ])
  }

  @Test func findsQuantities() throws {
    try check([
      ("It is 12 km long.", "QUANTITY: 12 km = 12 km"),
      ("A 12-km road.", "QUANTITY: 12-km = 12 km"),
      ("It holds 3.4 tonnes.", "QUANTITY: 3.4 tonnes = 3.4 t"),
      ("It drove 60 mph.", "QUANTITY: 60 mph = 60 mph"),
      ("It spans 40 square kilometers.", "QUANTITY: 40 square kilometers = 40 km²"),
      ("It made 2 million barrels.", "QUANTITY: 2 million barrels = 2000000 bbl"),
      ("It was 30 degrees Celsius.", "QUANTITY: 30 degrees Celsius = 30 °C"),
      ("It was 30°C.", "QUANTITY: 30°C = 30 °C"),
      ("It is 5 m deep.", "QUANTITY: 5 m = 5 m"),
      ("It is five feet deep.", "QUANTITY: five feet = 5 ft"),
      ("It made 300 MW.", "QUANTITY: 300 MW = 300 MW"),
      ("It is 6 ft tall.", "QUANTITY: 6 ft = 6 ft"),
      ("It is 40 miles away.", "QUANTITY: 40 miles = 40 mi"),
      ("It flew at 500 km per hour.", "QUANTITY: 500 km per hour = 500 km/h"),
      ("It took 3 hectares.", "QUANTITY: 3 hectares = 3 ha"),
      ("A 10-tonne truck.", "QUANTITY: 10-tonne = 10 t"),
      ("It weighed 2.5 kg.", "QUANTITY: 2.5 kg = 2.5 kg"),
      ("It was 72 degrees Fahrenheit.", "QUANTITY: 72 degrees Fahrenheit = 72 °F"),
      ("It used 12 GWh.", "QUANTITY: 12 GWh = 12 GWh"),
      ("It is 3,000 square feet.", "QUANTITY: 3,000 square feet = 3000 ft²"),
    ])
  }

  @Test func findsNumbers() throws {
    try check([
      ("They sold 1,200 boats.", "CARDINAL: 1,200 = 1200"),
      ("They sold three boats.", "CARDINAL: three = 3"),
      ("They sold two hundred and fifty boats.", "CARDINAL: two hundred and fifty = 250"),
      ("They sold 2 million boats.", "CARDINAL: 2 million = 2000000"),
      ("Thousands came.", "CARDINAL: Thousands"),
      ("They saw hundreds of thousands.", "CARDINAL: hundreds of thousands"),
      ("They sold two-thirds.", "CARDINAL: two-thirds"),
      ("They sold half.", "CARDINAL: half = 0.5"),
      ("They won 3-2.", "CARDINAL: 3-2"),
      ("They came first.", "ORDINAL: first = 1"),
      ("They came 21st.", "ORDINAL: 21st = 21"),
      ("They came second.", "ORDINAL: second = 2"),
      ("Any one of you.", ""),
      ("A 5G mast.", ""),
      ("Version 1.2.3 failed.", ""),
      ("Seven sisters met.", "CARDINAL: Seven = 7"),
      ("They came third.", "ORDINAL: third = 3"),
      ("They came 103rd.", "ORDINAL: 103rd = 103"),
      ("Twelve died.", "CARDINAL: Twelve = 12"),
      ("One hundred and one died.", "CARDINAL: One hundred and one = 101"),
      ("Dozens died.", "CARDINAL: Dozens"),
      ("Three quarters of them left.", "CARDINAL: Three quarters"),
      ("Tens of thousands left.", "CARDINAL: Tens of thousands"),
      ("They won 2-1 in 2010-11.", "CARDINAL: 2-1\nDATE: 2010-11 = 2010/2011"),
    ])
  }

  @Test func findsAddresses() throws {
    try check([
      ("See https://example.org/a/b?c=d for it.", "URL: https://example.org/a/b?c=d"),
      ("See https://example.org.", "URL: https://example.org"),
      ("See (https://example.org/a_(b)), too.", "URL: https://example.org/a_(b)"),
      ("See “http://example.org” now.", "URL: http://example.org"),
      ("See www.example.org/x, please.", "URL: www.example.org/x"),
      ("See example.co.uk now.", "URL: example.co.uk"),
      ("See shop.example.com.", "URL: shop.example.com"),
      ("See http:// now.", ""),
      ("Mail ann.bell+news@mail.example.com!", "EMAIL: ann.bell+news@mail.example.com"),
      ("Mail a@b now.", ""),
      ("Ask @ann_bell or not.", "HANDLE: @ann_bell"),
      ("Ask @ or not.", ""),
      ("Read #Talks2023 now.", "HASHTAG: #Talks2023"),
      ("We are #1 now.", "CARDINAL: 1 = 1"),
      ("Read #Größe now.", "HASHTAG: #Größe"),
      ("Mail press@un.example.org now.", "EMAIL: press@un.example.org"),
      ("See ftp://files.example.net/a now.", "URL: ftp://files.example.net/a"),
      ("See http://example.com/?q=a%20b#top now.", "URL: http://example.com/?q=a%20b#top"),
      ("See example.org/path/x.html.", "URL: example.org/path/x.html"),
      ("Read #climate and #G20 now.", "HASHTAG: #climate\nHASHTAG: #G20"),
    ])
  }

  @Test func findsTelephoneNumbers() throws {
    try check([
      ("Call +49 30 5555 0100 now.", "PHONE: +49 30 5555 0100"),
      ("Call +1-555-010-0199.", "PHONE: +1-555-010-0199"),
      ("Call +1 (555) 010-0199.", "PHONE: +1 (555) 010-0199"),
      ("Call (555) 010-0199.", "PHONE: (555) 010-0199"),
      ("Call 555-010-0199.", "PHONE: 555-010-0199"),
      ("Call 1-555-010-0199.", "PHONE: 1-555-010-0199"),
      ("It is +5 today.", "CARDINAL: 5 = 5\nDATE: today"),
      ("Call +44 (0)20 7946 0958.", "PHONE: +44 (0)20 7946 0958"),
      ("Call +33 1 99 00 12 34.", "PHONE: +33 1 99 00 12 34"),
    ])
  }

  @Test func findsTelephoneNumbersAsTheyAreWrittenAtHome() throws {
    try check([
      ("Ring 020 7946 0123 today.", "PHONE: 020 7946 0123\nDATE: today"),
      ("Ring 0161 496 0123 or 07700 900456.", "PHONE: 0161 496 0123\nPHONE: 07700 900456"),
      ("Ring (0161) 496 0123 or (212) 555 0199.", "PHONE: (0161) 496 0123\nPHONE: (212) 555 0199"),
      ("Ring 212.555.0199 or 1.212.555.0199.", "PHONE: 212.555.0199\nPHONE: 1.212.555.0199"),
      ("Ring 01 99 00 12 34 or 01.99.00.12.34.", "PHONE: 01 99 00 12 34\nPHONE: 01.99.00.12.34"),
      ("Ring 02 5550 1234 or 010-5550-1234.", "PHONE: 02 5550 1234\nPHONE: 010-5550-1234"),
      ("Ring 212 555 0199 or 1300 555 019.", "PHONE: 212 555 0199\nPHONE: 1300 555 019"),
      ("The host 10.0.123.4567 failed.", ""),
      (
        "It cost 0.20 in 2019 1234 times.",
        "CARDINAL: 0.20 = 0.2\nDATE: 2019 = 2019\nCARDINAL: 1234 = 1234"
      ),
    ])
  }

  @Test func keepsSignsOfNumbers() throws {
    try check([
      ("Growth was -0.4% then.", "PERCENT: -0.4% = -0.4"),
      ("Growth was \u{2212}0.4 percent then.", "PERCENT: \u{2212}0.4 percent = -0.4"),
      ("Growth was minus two per cent then.", "PERCENT: minus two per cent = -2"),
      ("Growth was +1.5% then.", "PERCENT: +1.5% = 1.5"),
      ("Growth fell (-3%) then.", "PERCENT: -3% = -3"),
      ("Growth was 3-4% then.", "PERCENT: 3-4%"),
      ("Growth was 3 -4% then.", "CARDINAL: 3 = 3\nPERCENT: 4% = 4"),
      ("It was -12 °C at night.", "QUANTITY: -12 °C = -12 °C"),
      ("It was minus 40 degrees at night.", "QUANTITY: minus 40 degrees = -40 °"),
      ("It was minus 12 at night.", "CARDINAL: minus 12 = -12"),
      ("It lost -$5 million and -€20.", "MONEY: -$5 million = -5000000 USD\nMONEY: -€20 = -20 EUR"),
      ("It lost $-5 then.", "MONEY: $-5 = -5 USD"),
      ("He took 5 minus 3 percent.", "CARDINAL: 5 = 5\nPERCENT: 3 percent = 3"),
      ("The pre-10% days.", ""),
      ("The men -50 of them- left.", "CARDINAL: 50 = 50"),
    ])
  }

  @Test func takesAnMForMillionsBeforeWhatIsCounted() throws {
    try check([
      ("It sold 1.5m cars there.", "CARDINAL: 1.5m = 1500000"),
      ("Some 2m people left.", "CARDINAL: 2m = 2000000"),
      ("Some 2m registered voters left.", "CARDINAL: 2m = 2000000"),
      ("It made 3m tonnes there.", "QUANTITY: 3m tonnes = 3000000 t"),
      ("It made 2m barrels a day.", "QUANTITY: 2m barrels a day = 2000000 bbl/d"),
      ("It cost 5m euros there.", "MONEY: 5m euros = 5000000 EUR"),
      (
        "It sold 4bn shares and 2.5M copies.",
        "CARDINAL: 4bn = 4000000000\nCARDINAL: 2.5M = 2500000"
      ),
      ("A 5m-high fence fell.", "QUANTITY: 5m = 5 m"),
      ("A 5m fence fell.", "QUANTITY: 5m = 5 m"),
      ("The hole is 20m deep.", "QUANTITY: 20m = 20 m"),
      ("The hole is 20 m across.", "QUANTITY: 20 m = 20 m"),
      ("She won the 400m final.", "QUANTITY: 400m = 400 m"),
      ("She cleared 1.96m there.", "QUANTITY: 1.96m = 1.96 m"),
      ("Sales rose to 5m there.", "QUANTITY: 5m"),
      (
        "A 4bn-euro hole and 5m Euros.",
        "MONEY: 4bn-euro = 4000000000 EUR\nMONEY: 5m Euros = 5000000 EUR"
      ),
    ])
  }

  @Test func findsRangesAsOne() throws {
    try check([
      ("It cost $3 to $4 million.", "MONEY: $3 to $4 million"),
      ("It cost between $3 and $4 million.", "MONEY: $3 and $4 million"),
      (
        "It cost $3 million to $4 million.",
        "MONEY: $3 million = 3000000 USD\nMONEY: $4 million = 4000000 USD"
      ),
      ("It bought $1.20 and €1.10.", "MONEY: $1.20 = 1.2 USD\nMONEY: €1.10 = 1.1 EUR"),
      ("It cost 10-20 billion euros.", "MONEY: 10-20 billion euros"),
      ("It fell 3 to 4 percent.", "PERCENT: 3 to 4 percent"),
      ("It fell between 3 and 4 percent.", "PERCENT: 3 and 4 percent"),
      ("It took two or three years.", "DATE: two or three years"),
      ("It took five to ten minutes.", "TIME: five to ten minutes"),
      ("It ran 10 to 20 km and 5-10 miles.", "QUANTITY: 10 to 20 km\nQUANTITY: 5-10 miles"),
      ("It drew 3 to 4 million fans.", "CARDINAL: 3 to 4 million"),
      ("They lost 3 to 4.", "CARDINAL: 3 = 3\nCARDINAL: 4 = 4"),
      ("Open 2-3 p.m. and 9am-5pm.", "TIME: 2-3 p.m.\nTIME: 9am = T09:00\nTIME: 5pm = T17:00"),
      ("They found 500 $20 notes.", "CARDINAL: 500 = 500\nMONEY: $20 = 20 USD"),
    ])
  }

  @Test func findsCurrenciesByTheirPeople() throws {
    try check([
      (
        "It cost 20 million Hong Kong dollars.",
        "MONEY: 20 million Hong Kong dollars = 20000000 HKD"
      ),
      ("It cost 300 Singapore dollars.", "MONEY: 300 Singapore dollars = 300 SGD"),
      ("It cost 5,000 South African rand.", "MONEY: 5,000 South African rand = 5000 ZAR"),
      ("It cost 500 British pounds.", "MONEY: 500 British pounds = 500 GBP"),
      ("It cost Rs. 500 crore.", "MONEY: Rs. 500 crore"),
      (
        "It cost RM5 million or NGN 300.",
        "MONEY: RM5 million = 5000000 MYR\nMONEY: NGN 300 = 300 NGN"
      ),
      ("It cost 3 US cents.", "MONEY: 3 US cents = 0.03 USD"),
    ])
  }

  @Test func findsOrdinalsOfTwoWords() throws {
    try check([
      ("They came twenty-first.", "ORDINAL: twenty-first = 21"),
      ("It was the twenty-first century.", "DATE: the twenty-first century = 20"),
      ("It was the mid-19th century.", "DATE: the mid-19th century = 18"),
      ("It was a late 18th century house.", "DATE: late 18th century = 17"),
      ("It lost one-third.", "CARDINAL: one-third"),
      (
        "A 30-second call and a seven-second delay.",
        "TIME: 30-second = PT30S\nTIME: seven-second = PT7S"
      ),
      ("The twenty-second time.", "ORDINAL: twenty-second = 22"),
    ])
  }

  @Test func readsZonesByTheirOffset() throws {
    try check([
      ("It began at 14:00 UTC+2.", "TIME: 14:00 UTC+2 = T14:00+02:00"),
      ("It began at 9 a.m. GMT-3.", "TIME: 9 a.m. GMT-3 = T09:00-03:00"),
      ("It began at 14:00 UTC+05:30.", "TIME: 14:00 UTC+05:30 = T14:00+05:30"),
      ("It began at 14.30 GMT.", "TIME: 14.30 GMT = T14:30Z"),
      ("It began at half past six.", "TIME: half past six"),
      ("It began at a quarter past 5.", "TIME: a quarter past 5"),
      ("It lost half last five times.", "CARDINAL: half = 0.5\nCARDINAL: five = 5"),
    ])
  }

  @Test func findsSpeedsByTheHour() throws {
    try check([
      ("It blew at 80 kilometers an hour.", "QUANTITY: 80 kilometers an hour = 80 km/h"),
      ("It filled 500 sq. ft. there.", "QUANTITY: 500 sq. ft = 500 ft²"),
    ])
  }

  @Test func findsDatesAndAmountsInCapitals() throws {
    let cases = [
      ("PORT VATNOR, FEB 3 (NORRA) -", "DATE: FEB 3"),
      (
        "IT COST 5 MILLION EUROS LAST YEAR.", "MONEY: 5 MILLION EUROS = 5000000 EUR|DATE: LAST YEAR"
      ),
      ("IT ROSE 3 PER CENT IN MAY.", "PERCENT: 3 PER CENT = 3|DATE: MAY"),
    ]
    for (text, expected) in cases {
      let found = try render(text).split(separator: "\n")
      let amounts = found.filter { line in
        ["DATE", "MONEY", "PERCENT"].contains { line.hasPrefix($0) }
      }
      #expect(amounts.joined(separator: "|") == expected, "in «\(text)»")
    }
  }

  @Test func takesNoPronounInCapitalsForACountry() throws {
    #expect(!(try render("THE VOTE IS NO THREAT FOR US.").contains("GPE: US")))
    #expect(try render("It is no threat for the US.").contains("GPE: US"))
  }

  @Test(arguments: [
    ("They bought it at Dunlin & Sons, a chandler.", "ORG: Dunlin & Sons"),
    ("Old Bell & Co. closed in May.", "Bell & Co"),
    ("The firm of Ann Bell & Sons Ltd moved.", "Ann Bell & Sons Ltd"),
    ("He works for Holm & Partners in Norra.", "ORG: Holm & Partners"),
  ])
  func takesPeopleWithTheirSonsAndPartnersForAFirm(_ text: String, _ expected: String) throws {
    let found = try render(text)
    #expect(found.contains(expected), "\(found)")
    #expect(!found.contains("PERSON"), "\(found)")
  }

  @Test func takesADomainWithALegalFormForAFirm() throws {
    try check([
      ("They sued Vatnor.com Inc. again.", "ORG: Vatnor.com Inc"),
      ("They sued Vatnor.com, Inc. again.", "ORG: Vatnor.com, Inc"),
      ("They read vatnor.com again.", "URL: vatnor.com"),
    ])
  }

  @Test func leavesNumbersInNamesAlone() throws {
    let found = try render("The COVID-19 wave, the Su-35 jet and the G20 talks.")
    #expect(found == "PRODUCT: Su-35\nORG: G20")
  }

  @Test func doesNotCrossSentences() throws {
    #expect(try render("It rose 3\nmillion people left") == "CARDINAL: 3 = 3")
    #expect(try render("It rose in May\n\n5 people left") == "DATE: May\nCARDINAL: 5 = 5")
  }
}
