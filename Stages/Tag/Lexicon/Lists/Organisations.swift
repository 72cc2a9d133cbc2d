extension Lexicon {
  /// Organisations that the news names often, by acronym and by name.
  static let organisations: StaticString = """
    United Nations, UN, United Nations Security Council, UN Security Council, Security Council
    United Nations General Assembly, UN General Assembly, General Assembly, UNICEF, UNESCO, UNHCR
    UNRWA, UNDP, UNEP, UNFPA, UN Women, World Health Organization, World Health Organisation, WHO
    World Food Programme, World Food Program, WFP, Food and Agriculture Organization, FAO
    International Monetary Fund, IMF, World Bank, World Trade Organization, World Trade Organisation
    WTO, International Labour Organization, ILO, International Atomic Energy Agency, IAEA
    International Criminal Court, ICC, International Court of Justice, ICJ, Interpol, Europol, Frontex
    International Energy Agency, IEA, International Olympic Committee, IOC, FIFA, UEFA, NBA, NFL, NHL
    Red Cross, International Committee of the Red Cross, ICRC, Red Crescent, Médecins Sans Frontières
    Doctors Without Borders, Amnesty International, Human Rights Watch, Greenpeace, Oxfam, WWF
    Save the Children, Transparency International, Reporters Without Borders
    NATO, Nato, North Atlantic Treaty Organization, European Union, EU, European Commission
    European Parliament, European Council, European Central Bank, ECB, Council of Europe
    European Court of Human Rights, Eurozone, OSCE, OECD, OPEC, OPEC+, BRICS, G7, G8, G20, G77
    Group of Seven, Group of Eight, Group of 20, Group of Twenty, African Union, AU, ECOWAS, SADC, IGAD
    Arab League, League of Nations, Gulf Cooperation Council, GCC, ASEAN, APEC, AUKUS, SAARC
    Shanghai Cooperation Organisation, Shanghai Cooperation Organization, SCO, Mercosur, OAS, CARICOM
    Organization of American States, Organisation of Islamic Cooperation, CIS, CSTO, Commonwealth
    Eurasian Economic Union, Collective Security Treaty Organization, Asian Development Bank, ADB
    Asian Infrastructure Investment Bank, AIIB, New Development Bank, African Development Bank
    Congress, US Congress, Senate, US Senate, House of Representatives, House of Commons
    House of Lords, Parliament, Knesset, Bundestag, Bundesrat, Duma, State Duma, Federation Council
    Lok Sabha, Rajya Sabha, National People's Congress, NPC, Verkhovna Rada, Capitol Hill
    Pentagon, Kremlin, White House, Downing Street, Whitehall, Elysee, Vatican Bank, Supreme Court
    State Department, Treasury, Department of State, Department of Defense, Department of Justice
    Justice Department, Defense Department, Homeland Security, Department of Homeland Security
    Foreign Office, Home Office, Federal Reserve, Fed, Bank of England, Bank of Japan
    People's Bank of China, Bundesbank, FBI, CIA, NSA, NASA, FDA, CDC, EPA, FAA, FCC, FTC, SEC, IRS
    DEA, DHS, FEMA, Mossad, Shin Bet, IDF, MI5, MI6, FSB, KGB, GRU, SBU, ISI, RAW, PLA, RAF, ESA, CERN
    National Security Council, Centers for Disease Control and Prevention, Scotland Yard, NHS
    National Health Service, Communist Party of China, Communist Party, CPC, CCP, Central Committee
    Communist Party of China Central Committee, CPC Central Committee, Politburo
    Alternative for Germany, Brothers of Italy
    Republican Party, Democratic Party, GOP, Labour Party, Labour, Conservative Party
    Liberal Democrats, Liberal Party, Green Party, Social Democrats, Christian Democrats, AfD, CDU, CSU
    SPD, Likud, Hamas, Hezbollah, Hizbullah, Fatah, PLO, Palestinian Authority, Taliban
    Al Qaeda, Al-Qaeda, al-Qaeda, al Qaeda, al-Qaida, Islamic State, ISIS, ISIL, Daesh, Boko Haram
    Al Shabaab, Al-Shabaab, al-Shabaab, al-Shabab, Muslim Brotherhood, PKK, FARC, ELN, IRA, ETA, LTTE
    Tamil Tigers, African National Congress, ANC, ZANU-PF, Zanu-PF, MDC, SPLM, BJP, Congress Party
    Bharatiya Janata Party, Awami League, PTI, Wagner, Wagner Group, Revolutionary Guards, IRGC
    Reuters, Associated Press, AP, Agence France-Presse, AFP, Xinhua, Xinhua News Agency, TASS, Interfax
    RIA Novosti, Kyodo, Yonhap, Bloomberg, Dow Jones, BBC, CNN, NBC, CBS, ABC, Fox News, MSNBC, NPR, PBS
    Sky News, ITV, Channel 4, Al Jazeera, Al Arabiya, RT, CCTV, CGTN, NHK, Deutsche Welle, DPA, EFE, ANSA
    Voice of America, VOA, Global Times, China Daily, People's Daily, South China Morning Post
    New York Times, The New York Times, Washington Post, The Washington Post, Wall Street Journal
    The Wall Street Journal, Los Angeles Times, USA Today, Financial Times, The Guardian, Guardian
    The Times, The Daily Telegraph, Daily Mail, Daily Mirror, The Sun, The Economist, Economist
    Newsweek, Le Monde, Le Figaro, Der Spiegel, Die Zeit, El Pais, El País, Haaretz
    Times of India, The Hindu, Hindustan Times, Indian Express, Kommersant, Izvestia, Pravda
    Apple, Google, Alphabet, Microsoft, Meta, Facebook, Twitter, YouTube, Instagram
    WhatsApp, TikTok, ByteDance, Tencent, Alibaba, Baidu, Huawei, ZTE, Xiaomi, Lenovo, Samsung, LG, Sony
    Toyota, Honda, Nissan, Hyundai, Kia, Volkswagen, VW, BMW, Mercedes-Benz, Daimler, Audi, Porsche
    Renault, Peugeot, Fiat, Stellantis, Ford, General Motors, GM, Tesla, BYD, Boeing, Airbus, Lockheed
    Lockheed Martin, Raytheon, Rolls-Royce, Siemens, Bosch, SAP, Nokia, Ericsson, Intel, AMD, Nvidia
    NVIDIA, Qualcomm, TSMC, IBM, Oracle, Cisco, Dell, HP, Netflix, Disney, Walmart, Wal-Mart
    Tesco, Ikea, IKEA, Nike, Adidas, McDonald's, Starbucks, Coca-Cola, Pepsi, PepsiCo, Nestle, Nestlé
    Unilever, Pfizer, Moderna, AstraZeneca, BioNTech, Novartis, Roche, Bayer, GlaxoSmithKline, Sanofi
    Johnson & Johnson, Procter & Gamble, AT&T, Verizon, Vodafone, Exxon, ExxonMobil, Exxon Mobil
    Chevron, BP, Shell, TotalEnergies, Eni, Equinor, Gazprom, Rosneft, Lukoil, Rosatom, Aramco
    Saudi Aramco, Petrobras, PetroChina, Sinopec, CNOOC, Glencore, Rio Tinto, BHP, Vale, ArcelorMittal
    Tata, Infosys, Adani, Goldman Sachs, JPMorgan, JPMorgan Chase, Morgan Stanley, Citigroup
    Bank of America, Wells Fargo, HSBC, Barclays, Lloyds, UBS, Credit Suisse, Deutsche Bank, BNP Paribas
    BlackRock, Berkshire Hathaway, Mastercard, PayPal, Uber, Airbnb, SpaceX, OpenAI, Sberbank
    Aeroflot, Lufthansa, Ryanair, EasyJet, British Airways, Air France, Qantas, Emirates
    Nasdaq, NASDAQ, New York Stock Exchange, NYSE, S&P, Moody's, Fitch, Standard & Poor's
    Harvard, Yale, Stanford, Oxford University, Cambridge University, MIT, UCLA, Princeton
    Real Madrid, Bayern Munich, Manchester United, Manchester City, Chelsea, Arsenal, Juventus
    """

  /// Words that say under which law a firm was founded: with one of them, a name is that of a firm.
  static let legalForms: StaticString = """
    Inc, Incorporated, Ltd, Limited, Corp, Corporation, LLC, LLP, PLC, Plc, plc, GmbH
    """

  /// Last words of the names of organisations.
  static let organisationTails: StaticString = """
    Co, Company, AG, SA, NV, SE
    Group, Holdings, Holding, Partners, Industries, Enterprises, Technologies, Systems, Solutions
    Motors, Airlines, Airways, Railways, Pharmaceuticals, Bank, Bancorp, Insurance, Capital, Securities
    Ventures, Fund, Trust, Foundation, University, College, Institute, School, Academy, Laboratory
    Laboratories, Hospital, Clinic, Museum, Library, Forum, Party, Committee, Council, Commission, Agency
    Ministry, Department, Bureau, Office, Authority, Administration, Board, Court, Tribunal, Parliament
    Congress, Senate, Assembly, Federation, Confederation, Association, Organization, Organisation
    Union, Alliance, Coalition, League, Club, Society, Front, Movement, Brigade, Brigades, Army, Navy
    Force, Forces, Corps, Guard, Guards, Police, Service, Services, Times, Post, Journal, Herald, Tribune
    Gazette, News, Radio, Television, Broadcasting, Magazine, Press, Network, Media, Church, Exchange
    Chamber, Center, Centre, Secretariat, Taskforce, Team, Orchestra, Cooperative, Initiative
    Directorate, Division, Battalion, Regiment, Command, Consortium, Syndicate, Studios, Records
    Entertainment, Communications, Telecom, Electronics, Energy, Petroleum, Oil, Gas, Steel, Chemical
    """

  /// Words that start a name of the form `Ministry of Transport`.
  static let organisationHeads: StaticString = """
    Ministry, Department, University, Bank, Bureau, Office, Institute, Council, Committee, Commission
    Association, Federation, Organization, Organisation, Court, Party, Academy, College, School, Church
    Chamber, Board, Agency, Society, Union, League, Front, Movement, Centre, Center, House, Army, Congress
    Confederation, Foundation, Museum, Directorate, Assembly, Secretariat, Authority, Alliance, Fund
    """

  /// Last words of the names of buildings and other works.
  static let facilityTails: StaticString = """
    Airport, Bridge, Stadium, Arena, Street, Avenue, Boulevard, Road, Highway, Square, Plaza, Palace
    Castle, Tower, Towers, Hall, Station, Temple, Mosque, Cathedral, Monument, Memorial, Prison, Dam
    Tunnel, Port, Harbor, Harbour, Pier, Mall, Theatre, Theater, Hotel, Park, Zoo, Cemetery, Pipeline
    """

  /// Last words of the names of places.
  static let locationTails: StaticString = """
    River, Lake, Sea, Ocean, Bay, Gulf, Strait, Island, Islands, Isles, Peninsula, Mountains, Mountain
    Valley, Desert, Forest, Coast, Hills, Basin, Falls, Canyon, Beach, Delta, Plateau, Glacier, Reef
    Canal
    """

  /// Last words of the names of places with a government: kinds of subdivisions in ISO 3166-2.
  static let administrativeTails: StaticString = """
    Province, County, District, City, Region, Territory, Prefecture, Oblast, Township, Village, Parish
    Governorate, Emirate, Municipality, Canton, Voivodship, Rayon
    """

  /// Words that start a name of the form `Republic of Vatnor`.
  static let administrativeHeads: StaticString = """
    Republic, State, Kingdom, City, Town, Province, Emirate, Sultanate, Principality, County
    """

  /// Last words of the names of events.
  static let eventTails: StaticString = """
    Games, Festival, Cup, Championship, Championships, Summit, Conference, Awards, Award, Prize, War
    Revolution, Uprising, Olympics, Marathon, Open, Trophy, Tournament, Derby, Fair, Congress
    Convention, Biennale, Massacre, Crisis, Rally, Carnival, Day, Week
    """

  /// Last words of the names of laws and treaties.
  static let lawTails: StaticString = """
    Act, Treaty, Constitution, Bill, Resolution, Protocol, Code, Accord, Accords, Agreement, Charter
    Amendment, Declaration, Directive, Pact
    """

  /// Words that stand in the names of all sorts of things, but not of people.
  static let genericWords: StaticString = """
    Public, Digital, Special, Global, World, International, National, Regional, Central, Federal, Royal
    Great, New, Old, First, Second, Third, United, Free, Open, Big, High, Upper, Lower, North, South
    East, West, Northern, Southern, Eastern, Western, Economic, Political, Social, Cultural, Financial
    Environmental, Industrial, Agricultural, Scientific, Medical, Military, Naval, Legal, Judicial
    Human, Civil, Women, Youth, Children, Workers, Teachers, Students, Nation, Nations, People, Rights
    Development, Research, Science, Technology, Education, Health, Trade, Water, Power, Security
    Defence, Defense, Plan, Project, Program, Programme, Strategy, Policy, Zone, Area, Site, Heritage
    Nature, Conservation, Forum, Network, Ship, Satellite, Review, Report, Index, Daily, Weekly
    Opposition, Government, Cabinet, Forest, Ocean, Star, Sun, House, Garden
    Gardens, City, Town, State, Republic, Kingdom, Community, Communities, Management, Governance
    Finance, Investment, Investments, Bonds, Markets, Market, Shopping, Food, Art, Arts, Music
    Film, Sports, Football, Basketball, Cricket, Rugby, Tennis, Sport, Training
    Black, White, Red, Blue, Green, Golden, Silver, Holy, Sacred, Advisory, Joint, Final
    """

  /// First words of the names of places.
  static let locationHeads: StaticString = """
    Mount, Lake, Cape, Gulf, Strait, Bay, Isle, River, North, South, East, West, Northern, Southern
    Eastern, Western, Central, Upper, Lower
    """
}
