import Testing

@Suite struct TokenTests {
  /// Spaces and bars divide tokens; the text itself has no bars.
  @Test(arguments: [
    "It rained|.",
    "do|n't can|not ca|n’t it|'s John|’s we|'ve they|'ll boys|' I|'d|'ve",
    "O'Connor d'Azur 5 o'clock ’72 the 1990's",
    "gon|na wan|na",
    "gon|na go|, you can|not say so in Canada|; but Santa came too|, by boat",
    "a well|-|built non-fiction e-mail re-elected up|-|to|-|date",
    "Mr. U.S. a.m. Ph.D. J. Smith|, Inc. of Tarn etc. e.g. this",
    "1,234.5 3.5|% $|1.2|bn US$|5 £|20 12:30 9/11 5|km 9|am 4|p.m. 21st 1980s 3D .25 +44",
    "713-555-0134 555-0134 2031-05-17 5|-|10 24|-|hour",
    "Tarn|-|19|'s Arn|-|4|’s Gate|-|20|'s Windows 11|'s the 80's 1990’s",
    "2|°|C|. She left", "בצה\"ל ד״ר מנכ\"לית ב|\"|שלום|\"|.",
    "http://tarn.test/a?b=c|, (|www.tarn.test/x|) tarn.com|. list.pdf news.tarn.test",
    "ada.holm+x@mail.tarn.test|. @adaholm #harbour #|1st",
    "(|[|x|]|) “|yes|” ‘|no|’ \"|so|\" ``|it|''",
    "wait|... what|?! no|!!! a -- b – c — d *** and|/|or AT&T R&D",
    "👩‍👩‍👧|👍🏽|🇨🇭|❤️ :) ;-) x",
    "東|京|タ|ワ|ー|2031|年",
    "naïve Straße Ελλάδα Привет مرحبا हिन्दी สวัสดี",
    "non\u{AD}sense e\u{301}tude",
  ]) func followsUniversalDependencies(marked: String) throws {
    let text = String(marked.filter { $0 != "|" })
    let expected = marked.split(separator: " ").joined(separator: "|")
    #expect(try tokens(text) == expected)
  }

  @Test func takesAStopAsPartOfANumberSignOnlyBeforeANumber() throws {
    #expect(try tokens("No. 5 said no. No.") == "No.|5|said|no|.|No|.")
  }

  @Test func countsInvisibleCharactersAsSpace() throws {
    #expect(try tokens("a\u{A0}b\u{200B}c\u{FEFF}\u{3000}d\u{2028}e") == "a|b|c|d|e")
  }

  @Test func makesControlCharactersTokens() throws {
    #expect(try tokens("a\u{0}b\u{7F}") == "a|\u{0}|b|\u{7F}")
  }
}
