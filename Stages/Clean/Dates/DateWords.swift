import TextKit

/// The words that dates are written with, in English, German, French, Spanish, Italian, Portuguese,
/// Dutch, Danish, Norwegian, Swedish, Polish, Czech, Russian, Ukrainian, Turkish and Greek. They are
/// looked up by their first eight bytes, which tell all of them apart.
enum DateWords {
  /// The number of a month by its name or abbreviation.
  static func month(_ word: UInt64) -> Int? { months[word] }

  static func isWeekday(_ word: UInt64) -> Bool { weekdays.contains(word) }

  /// What a word at the place of a zone means.
  enum Zone: Equatable, Sendable {
    /// Minutes east of Greenwich.
    case offset(Int)
    /// A zone whose offset the name alone does not tell, such as IST or ET.
    case unclear
  }

  static func zone(_ word: UInt64) -> Zone? { zones[word] }

  /// A word's first eight bytes as one number, ASCII letters in lower case.
  static func pack(_ word: some Sequence<UInt8>) -> UInt64 {
    word.prefix(8).reduce(0) { $0 << 8 | UInt64($1.lowercasedASCII) }
  }

  private static let months: [UInt64: Int] = {
    let names = [
      """
      jan january januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia ledna \
      января січня ocak Ιανουαρίου
      """,
      """
      feb february februar février févr febrero febbraio fevereiro fev februari lutego února fÉvrier \
      февраля лютого şubat Şubat Φεβρουαρίου
      """,
      """
      mar march märz mär mrz mars marzo março maart mrt marts marca března марта березня mart \
      Μαρτίου mÄrz
      """,
      "apr april avril avr abril abr aprile kwietnia dubna апреля квітня nisan Απριλίου",
      "may mai mayo maggio mag maio mei maj maja května мая травня mayıs Μαΐου",
      "jun june juni juin junio giugno giu junho czerwca června июня червня haziran Ιουνίου",
      "jul july juli juillet juil julio luglio lug julho lipca července июля липня temmuz Ιουλίου",
      """
      aug august août agosto ago augustus augusti sierpnia srpna августа серпня ağustos Αυγούστου aoÛt
      """,
      """
      sep sept september septembre septiembre settembre setembro września září сентября вересня \
      eylül Σεπτεμβρίου
      """,
      """
      oct okt october oktober octobre octubre ottobre ott outubro października října октября \
      жовтня ekim Οκτωβρίου
      """,
      """
      nov november novembre noviembre novembro listopada listopadu ноября листопада kasım \
      Νοεμβρίου
      """,
      """
      dec dez dic déc december dezember décembre diciembre dicembre dezembro desember grudnia \
      prosince декабря грудня aralık Δεκεμβρίου dÉcembre
      """,
    ]
    var months: [UInt64: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.utf8.split(separator: 0x20) { months[pack(name)] = index + 1 }
    }
    return months
  }()

  private static let weekdays: Set<UInt64> = Set(
    """
    mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun \
    sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa \
    so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes \
    sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag \
    woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag lørdag søndag \
    måndag tisdag lördag söndag
    """.utf8.split(separator: 0x20).map(pack))

  private static let zones: [UInt64: Zone] = {
    let offsets: KeyValuePairs<String, Int> = [
      "z gmt utc ut wet": 0, "west bst cet mez": 60, "cest mesz eet sast": 120, "eest msk": 180,
      "hkt sgt awst": 480, "jst kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
      "edt": -240, "est cdt": -300, "cst mdt": -360, "mst pdt": -420, "pst": -480,
    ]
    var zones: [UInt64: Zone] = [:]
    for (names, minutes) in offsets {
      for name in names.utf8.split(separator: 0x20) { zones[pack(name)] = .offset(minutes) }
    }
    for name in "ist et ct mt pt ast adt wib pkt hrs local".utf8.split(separator: 0x20) {
      zones[pack(name)] = .unclear
    }
    return zones
  }()
}
