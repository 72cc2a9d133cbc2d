extension Lexicon {
  /// Crafts and devices that are known by a number behind the name of the maker or of the series.
  static let products: StaticString = """
    Boeing 707, Boeing 717, Boeing 727, Boeing 737, Boeing 737 MAX, Boeing 737 Max, Boeing 747, Boeing 757
    Boeing 767, Boeing 777, Boeing 777X, Boeing 787, Boeing 787 Dreamliner, Airbus A300, Airbus A310
    Airbus A318, Airbus A319, Airbus A320, Airbus A320neo, Airbus A321, Airbus A321neo, Airbus A330
    Airbus A340, Airbus A350, Airbus A380, Airbus A220, A320neo, A321neo, MiG-21, MiG-29, Su-27
    Su-30, Su-34, Su-35, Tu-134, Tu-154, Il-76, An-26, Mi-8, Mi-17, Mi-24, F-15, F-16, F-18, F-22, F-35, B-52
    Black Hawk, T-72, T-90, Leopard 1, Leopard 2, Challenger 2, M1 Abrams, S-300, S-400, Windows 95
    Windows 98, Windows XP, Windows Vista, Windows 7, Windows 8, Windows 10, Windows 11, Office 365, iPhone
    iPad, iPod, iOS, macOS, MacBook, PlayStation, PlayStation 4, PlayStation 5, Xbox, Xbox 360
    ChatGPT, GPT-3, GPT-4, Apollo 8, Apollo 11, Apollo 12, Apollo 13, Apollo 14, Apollo 15, Apollo 16, Apollo 17
    Artemis 1, Artemis 2, Artemis 3, Voyager 1, Voyager 2, Sputnik 1, Falcon 9, Falcon Heavy, Ariane 5, Ariane 6
    Soyuz, Chandrayaan-1, Chandrayaan-2, Chandrayaan-3, AK-47, Sputnik V, Ford F-150
    """

  /// Indexes of shares, and series of races, which are no organisations.
  static let others: StaticString = """
    Dow Jones Industrial Average, Dow Jones Industrials, Nasdaq Composite, Nasdaq 100, S&P 500
    Standard & Poor's 500, Russell 2000, FTSE, FTSE 100, FTSE 250, DAX, CAC, CAC 40, CAC-40, MDAX, Ibex, IBEX 35
    Euro Stoxx, Euro Stoxx 50, STOXX 600, Stoxx 600, Nikkei, Nikkei 225, Topix, TOPIX, Hang Seng
    Hang Seng Index, Sensex, Nifty 50, Kospi, KOSPI, Straits Times Index, West Texas Intermediate, Bovespa, Ibovespa, Merval
    Formula One, Formula 1, Formula Two, Formula 2, Formula Three, Formula 3, Formula E, MotoGP, F1, IndyCar
    """
}
