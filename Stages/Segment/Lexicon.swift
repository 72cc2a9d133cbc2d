/// What an abbreviation says about the full stop behind it.
enum Abbreviation: UInt8 {
  /// Stands before a name: the stop never ends a sentence.
  case title = 1
  /// An abbreviation only before a number: `No. 5`, but `I said no.`
  case numbered
  /// May stand anywhere; what follows decides.
  case general
  /// Mostly stands last: a capital letter after it begins a sentence.
  case final
}

/// The words that the rules know.
///
/// A class, because those who use it are copied often and its tables are large.
final class Lexicon: Sendable {
  /// Words before a full stop, in the exact case in which they are abbreviations.
  private let abbreviations = WordTable([
    (
      Abbreviation.title.rawValue,
      """
      Mr Mrs Ms Mx Messrs Dr Drs Prof Profs Rev Fr Hon Gen Lt Col Maj Capt Cpl Sgt Cmdr Adm Brig \
      Sen Sens Rep Reps Gov Govs Pres Supt Insp MR MRS MS DR PROF REV GEN LT COL CAPT SGT SEN REP GOV Mme Mlle Hr Frl Dipl Hrsg e.g i.e \
      E.g I.e z.B Z.B d.h D.h a.k.a P.S PS
      """
    ),
    (
      Abbreviation.numbered.rawValue,
      """
      No Nos no nos NO Nr N° n° p pp Pp P S fig figs Fig Figs vol Vol Vols sec Sec SEC sect Sect art Art Abs ch \
      Ch chap Chap eq Eq par para Rs rs ca approx Mar Apr Jun Jul Sat Sun Mon Bd Kap Zif Az Tel tel \
      ext Ext Rn Hwy Pos
      """
    ),
    (
      Abbreviation.general.rawValue,
      """
      Jan Feb Aug Sep Sept Oct Nov Dec Tue Tues Wed Thu Thur Thurs Fri Jr Sr Bros Inc Corp Co Ltd \
      Cos Cie Pty Plc Dept dept Univ Assn Assoc Inst Natl Intl Int Govt govt Div Est est Ave Blvd \
      Rd Ln Pkwy Bldg Calif Conn Mass Fla Tex Penn Pa Va Ga La Ala Ark Ariz Colo Del Ill Ind Kan \
      Ky Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Tenn Vt Wash Wis Wyo Ont Que Esq al b c d fl div cf Cf viz \
      eg ie incl inc excl min max avg lb lbs oz ed eds Ed Eds Ph Sc Jan Okt Dez Mio Mrd Str \
      Tsd bzw bspw evtl ggf inkl exkl sog vgl Vgl zzgl u.a o.ä ehem geb St Ste Mt Ft vs Vs
      """
    ),
    (Abbreviation.final.rawValue, "etc Etc usw usf u.s.w"),
  ])

  /// Words that often begin a sentence and hardly ever follow an abbreviation within one.
  private let starters = WordTable([
    (
      1,
      """
      The A An This That These Those It Its He She We They You I In On At But And So If For As When \
      While After Before Since Although Though However There Here His Her Their Our My What Who Why \
      How Where Which Many Most Some All Both Each Every Another Other One Two No Not Now Then Also \
      Even Still Yet With Without From By To Under Over During Last Next Because Once \
      Until Unlike Among Asked Such Some Let Is Are Was Were Do Does Did Has Have Had Can Will Would \
      Der Die Das Den Dem Ein Eine Er Sie Es Wir Ich Ihr Und Aber Doch Auch Im Am Um Zu Zum Zur Bei \
      Mit Von Vom Nach Nun Seit Noch Wenn Weil Als Dabei Dann Dies Diese Dieser Dazu Damit Denn Da \
      So Wie Wer Was Wo
      """
    )
  ])

  /// Words that begin a sentence where they follow an abbreviation with a capital.
  private let pronouns = WordTable([
    (1, "The He She It We They You This That These Those There What Who Why How")
  ])

  /// Other words that do, and are no part of a name.
  private let openings = WordTable([
    (
      1,
      """
      In On At But If When While After Before Since Although Though However Here His Her Their Our \
      During Because Until Several Dozens Hundreds Millions
      """
    )
  ])

  /// What somebody does who has just been quoted.
  private let speechVerbs = WordTable([
    (
      1,
      """
      said says say asked asks added adds told replied answered wrote cried shouted wondered joked \
      repeated muttered murmured remarked objected snapped
      """
    )
  ])

  /// News agencies, as datelines name them in brackets.
  private let agencies = WordTable([
    (
      1,
      """
      AP AFP UPI Reuters REUTERS CNN BBC NBC ABC CBS Xinhua XINHUA DPA dpa TASS PTI ANI IANS EFE ANSA \
      AAP PA CP Kyodo KYODO Yonhap YONHAP SANA WAM IRNA MENA NAN VOA RFE RFERL NPR KUNA SPA QNA ANP \
      APA SDA TT NTB Interfax
      """
    )
  ])

  /// What stands behind a time of day with a capital: `9 a.m. Monday`, `5 p.m. EST`.
  private let calendarWords = WordTable([
    (
      1,
      """
      Monday Tuesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun Mon. Tue. \
      Tues. Wed. Thu. Thurs. Fri. Sat. Sun. January February March April May June July August \
      October November December Jan Jan. Feb Feb. Mar. Apr. Jun. Jul. Aug Aug. Sept. Oct Oct. Nov Nov. \
      Dec Dec. GMT UTC EST EDT ET PST PDT PT CST CDT CT MST MDT MT BST CET CEST IST Eastern Central \
      Pacific Mountain Beijing Moscow Tokyo London Paris
      """
    )
  ])

  /// Prefixes that keep their hyphen: `non-fiction` is one token, `well-built` three.
  private let prefixes = WordTable([
    (
      1,
      "e non anti re pre pro co mid cross post over multi ex sub semi counter inter intra un mini"
        + " neo de ultra uh"
    )
  ])

  /// What may follow a number without a space and is a token of its own: `5pm`, `20km`.
  private let units = WordTable([
    (
      1,
      """
      am pm AM PM a.m p.m k K m M b bn mn tn x mm cm km kg g mg ml l ft lb lbs oz mph kph hz Hz kHz \
      MHz GHz kb KB MB GB TB kW MW GW kWh MWh F C hr hrs mins min sec secs
      """
    )
  ])

  /// The last label of a name that is a web address or a file even without `www.`.
  private let domainEndings = WordTable([
    (
      1,
      """
      com org net edu gov mil int info biz io ai tv app dev eu uk de fr nl ch se dk fi pl cz ru ua \
      cn jp kr br au nz ca mx za doc docx xls xlsx ppt pptx pdf txt html htm php jpg jpeg png gif \
      zip exe csv json xml mp3 mp4 js py
      """
    )
  ])

  func abbreviation(_ key: UInt64) -> Abbreviation? { Abbreviation(rawValue: abbreviations[key]) }
  func isStarter(_ key: UInt64) -> Bool { starters[key] != 0 }
  func isPronoun(_ key: UInt64) -> Bool { pronouns[key] != 0 }
  func isOpening(_ key: UInt64) -> Bool { openings[key] != 0 }
  /// As far as a word fits into a key; longer ones are not in the table.
  func isCalendarWord(_ key: UInt64) -> Bool { calendarWords[key] != 0 }
  func isAgency(_ key: UInt64) -> Bool { agencies[key] != 0 }
  func isSpeechVerb(_ key: UInt64) -> Bool { speechVerbs[key] != 0 }
  func isPrefix(_ key: UInt64) -> Bool { prefixes[key] != 0 }
  func isUnit(_ key: UInt64) -> Bool { units[key] != 0 }
  func isDomainEnding(_ key: UInt64) -> Bool { domainEndings[key] != 0 }
}
