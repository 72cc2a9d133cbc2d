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
      Sen Sens Rep Reps Gov Govs Pres Supt Insp MR MRS MS DR PROF Mme Mlle Hr Frl Dipl Hrsg e.g i.e \
      E.g I.e z.B Z.B d.h D.h a.k.a P.S PS
      """
    ),
    (
      Abbreviation.numbered.rawValue,
      """
      No Nos no nos Nr p pp Pp P S fig figs Fig Figs vol Vol Vols sec Sec sect Sect art Art Abs ch \
      Ch chap Chap eq Eq par para Rs ca approx Mar Apr Jun Jul Sat Sun Mon Bd Kap Zif Az Tel tel \
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
  func isPrefix(_ key: UInt64) -> Bool { prefixes[key] != 0 }
  func isUnit(_ key: UInt64) -> Bool { units[key] != 0 }
  func isDomainEnding(_ key: UInt64) -> Bool { domainEndings[key] != 0 }
}
