import StageKit

/// The patterns, as rules over symbols.
///
/// A rule is words side by side, `x?` for an optional one, `x*` for any number, `x|y` for a choice,
/// and parentheses. A word is the name of a `PatternSymbol` or one of `definitions`. Of several
/// rules the one with the longest match counts, then the one that stands first.
enum PatternRules {
  static let definitions: [(name: String, rule: String)] = [
    ("dayNumber", "digit | padded | ten | teen | twentyFour | thirty"),
    ("monthNumber", "digit | padded | ten"),
    ("hour", "zero | zeroZero | digit | padded | ten | teen | twentyFour"),
    ("minute", "zeroZero | padded | ten | teen | twentyFour | thirty | sixty"),
    ("twoDigits", "minute | ninety"),
    ("whole", "zero | digit | twoDigits | threeDigits | fourDigits | year | integer"),
    ("number", "whole | decimal"),
    ("small", "(one | count) (hyphen (one | count))?"),
    ("words", "small (scale (and? small)?)* | a scale scale* | half a scale"),
    ("amount", "number (hyphen? scale)* | words"),

    ("monthName", "month | may | monthAbbreviation dot?"),
    ("dayOfMonth", "dayNumber ordinalSuffix?"),
    ("commaYear", "comma? year"),
    (
      "calendar",
      """
      monthName dayOfMonth (hyphen dayOfMonth)? commaYear?
      | dayOfMonth (hyphen dayOfMonth)? of? monthName commaYear?
      | monthName (comma | of)? year
      """
    ),
    ("weekdayName", "weekday | weekdayAbbreviation dot?"),
    ("span", "period | quarter"),
    ("time", "hour colon minute (colon minute)?"),
    ("magnitude", "hyphen? scale | suffix | metre"),
    ("price", "(currencyPrefix? currencySign | currencyCode) number magnitude*"),
    ("percentUnit", "percentSign | percentWord | per cent"),
  ]

  static let rules: [(type: EntityType, rule: String)] = [
    (.date, "year hyphen (padded | ten) hyphen (padded | ten | teen | twentyFour | thirty)"),
    (.date, "dayNumber slash dayNumber slash (year | twoDigits)"),
    (.date, "(weekdayName comma?)? (the? early hyphen?)? calendar"),
    (.date, "the (ordinal | dayNumber ordinalSuffix) of monthName commaYear?"),
    (.date, "(the? early hyphen?)? month | relative (month | may)"),
    (.date, "(month | may) hyphen (month | may) year?"),
    (.date, "fiscal? year | early hyphen? year | year (hyphen | slash) (year | twoDigits)"),
    (.date, "the? early? year ordinalSuffix | the early? decade"),
    (.date, "the (ordinal | whole ordinalSuffix) period"),
    (.date, "early? weekday | relative weekday | dayWord"),
    (.date, "the? relative amount? (span | season) | relative early? (span | season)"),
    (.date, "relative (fiscal period)"),
    (.date, "the? ordinal (quarter | half) ((of the?)? fiscal? year | of relative period)?"),
    (
      .date,
      "the (edge | ordinal half) of (the (period | quarter) | relative period | month | year)"
    ),
    (.date, "the ordinal? period (of month | ago)"),
    (.date, "amount (period (ago | old)? | hyphen period (hyphen old)?)"),
    (.date, "a period ago"),
    (.date, "(the | relative)? season (of? year)"),
    (.date, "relative? holiday year?"),
    (.time, "time half12? zone? | (hour | decimal) half12 zone? | (fourDigits | year) zone"),
    (.time, "hour o apostrophe clock | timeWord"),
    (.time, "relative partOfDay | (early | relative)? weekday partOfDay | dayWord partOfDay"),
    (.time, "(amount | a) hyphen? hourUnit ago?"),
    (.money, "price ((hyphen | and) price | hyphen number magnitude*)?"),
    (.money, "amount suffix? (nationality? currencyWord | currencyCode)"),
    (.money, "amount (hyphen currencyWord | cents | cent | ambiguousCurrency sterling)"),
    (.money, "number suffix? currencySign | number suffix ambiguousCurrency"),
    (.money, "number hyphen? scale scale* nationality? ambiguousCurrency"),
    (.percent, "(number percentUnit? hyphen)? number hyphen? percentUnit | words percentUnit"),
    (.percent, "amount percentage point | half a (percentWord | percentage point)"),
    (.quantity, "amount hyphen? (square? (unit | metre)) ((per | slash) (unit | hourUnit))?"),
    (.quantity, "amount ((degree | degreeSign) temperature? | ambiguousCurrency)"),
    (.ordinal, "ordinal | whole ordinalSuffix"),
    (.cardinal, "amount | number hyphen number | scales (of scales)*"),
    (.cardinal, "small hyphen? fraction | one hyphen ordinal | half"),
  ]
}
