import StageKit

/// The patterns, as rules over symbols.
///
/// A rule is words side by side, `x?` for an optional one, `x*` for any number, `x|y` for a choice,
/// and parentheses. A word is the name of a `PatternSymbol` or one of `definitions`. Of several
/// rules the one with the longest match counts, then the one that stands first.
enum PatternRules {
  /// Each may name those in front of it.
  static let definitions: [(name: String, rule: String)] = [
    ("dayNumber", "digit | padded | ten | teen | twentyFour | thirty"),
    ("monthNumber", "digit | padded | ten"),
    ("hour", "zero | zeroZero | digit | padded | ten | teen | twentyFour"),
    ("minute", "zeroZero | padded | ten | teen | twentyFour | thirty | sixty"),
    ("twoDigits", "minute | ninety"),
    ("whole", "zero | digit | twoDigits | threeDigits | threeMore | fourDigits | year | integer"),
    ("number", "(whole | decimal | vulgar) (thousands | vulgar)*"),
    ("small", "(one | count) (hyphen (one | count))?"),
    ("andHalf", "and hyphen? a hyphen? (half | quarter)"),
    ("words", "small (scale (and? small)?)* | (a? half hyphen? | half? a) scale scale*"),
    (
      "amount",
      "(number (digit slash digit)? | small) (hyphen? andHalf)? (hyphen? scale)* | words"
    ),
    ("part", "half hyphen? a?"),
    // `a quarter of a`, `two-thirds of a`
    (
      "share",
      "(a? quarter | (one | count) hyphen? (quarter | fraction | ordinal) | a ordinal | half) of (a | one)"
    ),

    // Of two numbers, the first: `3 to 4 million`.
    ("short", "digit | ten | teen | twentyFour | thirty | sixty | ninety | threeDigits"),
    ("spaced", "short threeMore threeMore*"),
    // The amounts of what has several parts.
    ("brief", "number | small"),
    ("parts", "joint? brief"),
    ("range", "(short | decimal | one | count) (to | hyphen) | integer hyphen"),
    ("signs", "sign | trueMinus | minus"),

    ("monthName", "month | may | monthAbbreviation dot?"),
    ("dayOfMonth", "dayNumber ordinalSuffix?"),
    ("commaYear", "comma? year"),
    (
      "calendar",
      """
      monthName dayOfMonth ((hyphen | to) dayOfMonth)? commaYear?
      | dayOfMonth ((hyphen | to | and) dayOfMonth)? of? monthName commaYear?
      | monthName (comma | of)? year
      """
    ),
    ("near", "relative relative?"),
    ("weekdayName", "weekday | weekdayAbbreviation dot?"),
    ("span", "period | quarter"),
    ("ordinals", "(count hyphen)? ordinal | whole ordinalSuffix"),
    ("zoneWithOffset", "zone ((plus | hyphen) (digit | padded | ten) (colon minute)?)?"),
    ("time", "hour colon minute (colon minute)?"),
    ("shortYear", "year | twoDigits"),
    ("magnitude", "hyphen? scale | suffix | letterSuffix | metre"),
    ("currency", "currencyPrefix? currencySign currencyPrefix? | currencyCode dot?"),
    ("people", "nationality nationality?"),
    (
      "price",
      "(sign | trueMinus)? currency (sign | trueMinus)? number magnitude*"
    ),
    ("percentUnit", "percentSign | percentWord | per cent"),
  ]

  static let rules: [(type: EntityType, rule: String)] = [
    (.date, "year (hyphen | slash) (padded | ten) (hyphen | slash) dayNumber"),
    (.date, "dayNumber slash dayNumber slash shortYear | dottedDate"),
    (.date, "dayNumber hyphen dayNumber hyphen year | dayNumber hyphen monthName hyphen shortYear"),
    (.date, "(weekdayName comma? the?)? (the? early hyphen?)? calendar"),
    (
      .date, "the (ordinal | relative) weekday of (monthName commaYear? | the period | near period)"
    ),
    (.date, "the (ordinal | dayNumber ordinalSuffix) of monthName commaYear?"),
    (.date, "(the? early hyphen?)? month | early hyphen may | near (month | may)"),
    (.date, "(month | may) hyphen (month | may) year? | monthName hyphen monthName year"),
    (.date, "fiscal? year | early hyphen? year | year (hyphen | slash) shortYear"),
    (.date, "fiscal shortYear ((hyphen | slash) shortYear)?"),
    (.date, "the? early? year pluralSuffix | the early? decade"),
    (.date, "the? early? apostrophe twoDigits pluralSuffix | the early twoDigits pluralSuffix"),
    (.date, "(monthName | season) apostrophe twoDigits"),
    (.date, "(the (early hyphen?)? | early hyphen?) ordinals period era?"),
    (.date, "(short | fourDigits | integer) era | era (short | fourDigits)"),
    (.date, "early? weekday | near weekday | dayWord | weekdays"),
    (.date, "the? relative amount? (span | season) | near early? (span | season) | the period"),
    (
      .date,
      "the? (ordinal | relative) brief period of (fiscal? year | the (period | fiscal period) | near period)"
    ),
    (.date, "relative (fiscal period)"),
    (
      .date,
      """
      the? ordinal (hyphen? quarter | half)
        ((of the?)? (fiscal period?)? year | (of the?)? year fiscal period | of relative period
          | of? fiscal twoDigits)?
      | the? ordinal hyphen half of? year
      """
    ),
    (.date, "partLetter partNumber (of? fiscal? year)? | year partLetter partNumber"),
    (.date, "digit partLetter of? shortYear | partLetter partNumber fiscal twoDigits"),
    (.date, "the? fiscal period year ((hyphen | slash) (year | twoDigits))? | year fiscal period"),
    (.date, "the? period adjacent dayWord"),
    (
      .date,
      """
      the (edge | ordinal half) of (the (period | quarter) | relative period | month | may | year)
      | edge of (month | may | year | relative period) | edge hyphen (month | may | year)
      """
    ),
    (.date, "the (ordinal | relative)? period of (month | calendar) | the ordinal? period ago"),
    (.date, "range? amount (period (ago | old)? | hyphen period (hyphen old)?)"),
    (.date, "(brief | a) period parts period (ago | old)?"),
    (.date, "a period ago | half a period | (a | one) period and a half ago? | share period"),
    (.date, "(the | relative)? season (of? year ((hyphen | slash) shortYear)?)"),
    (.date, "relative? holiday year?"),
    (
      .time,
      """
      (time half12? | (hour | decimal) half12) zoneWithOffset? | decimal zoneWithOffset
      | ((fourDigits | year) (to | hyphen))? (fourDigits | year) zoneWithOffset
      | (hour colon)? (hour | minute) colon decimal | (thirty | sixty) colon minute
      """
    ),
    (
      .time,
      "(half | a? quarter) past (one | count | hour)"
    ),
    (.time, "(fourDigits | year) (to | hyphen) (fourDigits | year) hourUnit"),
    (.time, "(hour | time | decimal) (to | hyphen) (hour | time) half12"),
    (.time, "(hour | one | count) o apostrophe clock | ten? timeWord"),
    (.time, "relative partOfDay | (early | relative)? weekday partOfDay | dayWord partOfDay"),
    (.time, "the early? partOfDay of ((weekdayName comma? the?)? calendar | weekday)"),
    (.time, "((range? amount | part | share) hyphen? | a) hourUnit ago?"),
    (.time, "(brief | a) hourUnit parts hourUnit (parts hourUnit)? ago?"),
    (.time, "(a | one) hourUnit and a half ago?"),
    (.money, "price (hyphen price | hyphen number magnitude*)?"),
    (
      .money, "scales (of scales)* of people? (currencyWord | ambiguousCurrency | nationalCurrency)"
    ),
    (.money, "share scale people? (currencyWord | ambiguousCurrency | nationalCurrency)"),
    (.money, "currency (short | decimal) to currency? number magnitude magnitude*"),
    (
      .money,
      """
      (sign | trueMinus)? (range? amount | spaced)
        (suffix | letterSuffix)? (people? currencyWord | currencyCode)
      """
    ),
    (.money, "amount suffix? hyphen currencyWord"),
    (.money, "amount ((people | currencyWord)? cents | cent | ambiguousCurrency sterling)"),
    (.money, "amount people (ambiguousCurrency | nationalCurrency)"),
    (.money, "(number threeMore*) (suffix | letterSuffix)? currencySign"),
    (.money, "number suffix hyphen? ambiguousCurrency"),
    (
      .money,
      """
      (range? number hyphen? scale | a? half hyphen? scale | half? a scale) scale*
        people? (ambiguousCurrency | nationalCurrency)
      """
    ),
    (.percent, "(number percentUnit? hyphen | signs? range)? signs? number hyphen? percentUnit"),
    (.percent, "(small to)? minus? amount percentUnit"),
    (
      .percent,
      "(minus | signs)? range? amount percentage point | (half a | share) (percentWord | percentage point)"
    ),
    (
      .quantity,
      """
      (range? amount suffix? | spaced | part | share)
        (hyphen? (square dot?)? (unit | metre) (hyphen? power)?
          ((per | slash) (unit power? | metre power? | hourUnit) | per period
            | a (hourUnit | period))?
        | hyphen? basis hyphen? point)
      """
    ),
    (
      .quantity,
      """
      (signs? range)? signs? amount ((degree | degreeSign) temperature? | temperature)
      | amount hyphen? ambiguousCurrency
      | whole hyphen? unit (and | hyphen)? whole hyphen? unit | whole hyphen unit hyphen whole
      """
    ),
    (.ordinal, "ordinals"),
    (.cardinal, "amount | number suffix | (trueMinus | minus) number (hyphen? scale)*"),
    (.cardinal, "number hyphen number (hyphen? scale)* | range amount hyphen? scale"),
    (.cardinal, "scales (of scales)* | share scale"),
    (
      .cardinal,
      "small hyphen? fraction | one hyphen ordinal | half | (a | one) (ordinal | quarter)"
    ),
  ]
}
