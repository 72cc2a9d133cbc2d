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
    Sky News, ITV, Channel 4, Al Jazeera, Al Arabiya, RT, CGTN, NHK, Deutsche Welle, DPA, EFE, ANSA
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
    Law and Justice, Civic Platform, Fidesz, Jobbik, Syriza, Podemos, Ciudadanos, Sinn Fein
    Sinn Féin, Fine Gael, Fianna Fail, Fianna Fáil, Plaid Cymru, Scottish National Party
    Liberal Democrat, UKIP, Reform UK, National Rally, National Front, En Marche, Forza Italia
    Lega Nord, Five Star Movement, Democratic Unionist Party, DUP, SNP, Free Democrats, FDP
    Die Linke, Vlaams Belang, Golden Dawn, PASOK, New Democracy, Justice and Development Party
    AKP, United Russia, Servant of the People, Pheu Thai, Golkar, UMNO, Barisan Nasional
    Pakatan Harapan, Kuomintang, KMT, Democratic Progressive Party, DPP, Liberal Democratic Party
    LDP, Komeito, People Power Party, Workers' Party, Aam Aadmi Party, AAP, Trinamool Congress
    Samajwadi Party, Bahujan Samaj Party, Shiv Sena, DMK, AIADMK, Rashtriya Swayamsevak Sangh
    Muslim League, PML-N, Pakistan Tehreek-e-Insaf, Pakistan Peoples Party, Jamaat-e-Islami
    Bangladesh Nationalist Party, BNP, Democratic Alliance, Economic Freedom Fighters
    Inkatha Freedom Party, COSATU, ZANU, SWAPO, FRELIMO, Frelimo, RENAMO, Renamo, MPLA, UNITA
    Chama Cha Mapinduzi, Chadema, All Progressives Congress, Peoples Democratic Party
    National Democratic Congress, New Patriotic Party, Orange Democratic Movement, Jubilee Party
    PRI, Broad Front, Yesh Atid, Kadima, Meretz, Islamic Jihad, Ansar Allah, PYD, YPG
    Syrian Democratic Forces, Free Syrian Army, Nusra Front, Ennahda, Ansar al-Sharia
    Lashkar-e-Taiba, Jaish-e-Mohammed, Jemaah Islamiyah, Abu Sayyaf, Sendero Luminoso
    Shining Path, Quds Force, Basij, Janjaweed, Lord's Resistance Army, M23, Wikileaks, WikiLeaks
    Bellingcat, Médecins du Monde, Caritas, CARE International, World Vision, Islamic Relief
    Mercy Corps, UNAIDS, UNCTAD, UNIDO, OCHA, UNODC, UNIFIL, MONUSCO, MINUSMA, UNAMA, OPCW, WMO
    ITU, WIPO, PAHO, World Meteorological Organization, World Economic Forum, WEF
    Inter-American Development Bank, Bank for International Settlements, BIS
    International Finance Corporation, IFC, EIB, European Investment Bank
    European Medicines Agency, EMA, European Space Agency, EUROSTAT, Eurostat, Eurogroup, EFTA
    Benelux, Pacific Islands Forum, ECLAC, CELAC, UNASUR, Unasur, East African Community
    Nobel Committee, Norwegian Nobel Committee, Reserve Bank of India, RBI
    Reserve Bank of Australia, RBA, Bank of Canada, Bank of Korea, Bank of France, Bank of Italy
    Bank of Spain, Swiss National Bank, Riksbank, Norges Bank, Bank of Israel, Bank of Thailand
    Bank Indonesia, Banxico, Bank of Mexico, State Bank of India, HDFC Bank, ICICI Bank, Axis Bank
    Securities and Exchange Commission, Federal Communications Commission
    Federal Trade Commission, Federal Aviation Administration, Food and Drug Administration
    Environmental Protection Agency, Central Intelligence Agency, Federal Bureau of Investigation
    National Security Agency, NTSB, NOAA, USGS, USDA, USAID, TSA, ATF, IAAF, World Athletics, FINA
    FIBA, ATP, WTA, ITF, PGA, LPGA, FIA, BCCI, WADA, CAF, CONCACAF, CONMEBOL, AFC, MLB, MLS, WNBA
    NCAA, UFC, WBC, WBA, IBF, NASCAR, NAACP, ACLU, AARP, NRA, AFL-CIO, UAW, Teamsters, Ofcom
    Ofgem, HMRC, MoD, Ofsted, Crown Prosecution Service, Metropolitan Police
    Greater Manchester Police, Police Scotland, RSPCA, National Trust, Interfax-Ukraine, Ukrinform
    Anadolu Agency, Anadolu, Prensa Latina, Press Trust of India, ANI, Bernama, Antara, Jiji
    Jiji Press, Kyodo News, IRNA, WAFA, KUNA, Tanjug, MTI, BTA, CTK, Ritzau, NTB, CNA, KCNA
    Rodong Sinmun, Asahi Shimbun, Yomiuri Shimbun, Mainichi Shimbun, Straits Times, Bangkok Post
    Jakarta Post, Dawn News, Daily Star, Financial Review, Australian Financial Review
    Sydney Morning Herald, The Globe and Mail, Globe and Mail, Toronto Star, Boston Globe
    Chicago Tribune, Houston Chronicle, Miami Herald, Politico, POLITICO, Axios, HuffPost
    BuzzFeed, Breitbart, NBC News, ABC News, CBS News, Sunday Times, The Independent
    The Telegraph, Evening Standard, The Observer, The Mirror, Daily Express, Süddeutsche Zeitung
    Frankfurter Allgemeine Zeitung, Handelsblatt, Die Welt, Bild, Libération, La Repubblica
    Corriere della Sera, La Stampa, El Mundo, La Vanguardia, Folha de S.Paulo, O Globo, Clarín
    La Nación, Gazeta Wyborcza, Novaya Gazeta, Meduza, Kyiv Independent, Ukrainska Pravda
    Euronews, France 24, RFI, Radio Free Europe, Radio Free Asia, Al-Ahram, Asharq Al-Awsat
    Jerusalem Post, Times of Israel, Arab News, Gulf News, Daily Nation, Premium Times
    Mail & Guardian, News24, BBC News, BBC Radio, BBC One, BBC Two, BBC World Service, Radio 4
    ITV News, RTE, RTÉ, CBC, SBS, ProPublica, National Geographic, Rolling Stone, Der Standard
    TechCrunch, The Verge, Wikipedia, LinkedIn, Snapchat, Pinterest, Reddit, Spotify, Skype, Weibo
    WeChat, Douyin, Meituan, Pinduoduo, JD.com, Ant Group, SMIC, CATL, Oppo, Vivo, OnePlus, HTC
    Foxconn, Hon Hai, MediaTek, Panasonic, Toshiba, Hitachi, Fujitsu, NEC, Nikon, Nintendo, Sega
    SoftBank, NTT, KDDI, Rakuten, Mitsubishi, Mitsui, Sumitomo, Itochu, Marubeni, Mazda, Subaru
    Isuzu, Yamaha, Kawasaki Heavy Industries, Bridgestone, Daihatsu, SK Hynix, LG Electronics
    LG Chem, Samsung Electronics, Hyundai Motor, Kia Motors, Daewoo, POSCO, Kakao, Naver, Coupang
    Hanwha, Doosan, Garuda Indonesia, Pertamina, Petronas, Temasek, Singtel, DBS, OCBC, Gojek
    Wipro, Reliance Industries, Reliance Jio, Bharti Airtel, Airtel, Mahindra & Mahindra
    Maruti Suzuki, Tata Motors, Tata Steel, Tata Consultancy Services, TCS, Larsen & Toubro, ONGC
    NTPC, Flipkart, Paytm, Byju's, IndiGo, SpiceJet, Air India, Vedanta, JSW, Zomato, PetroVietnam
    VinFast, Siemens Energy, Rheinmetall, Thyssenkrupp, ThyssenKrupp, BASF, E.ON, RWE, Allianz
    Munich Re, Commerzbank, Deutsche Telekom, Deutsche Post, DHL, Deutsche Bahn, Infineon
    Continental AG, Zalando, HelloFresh, Wirecard, Puma, Henkel, Merck, Hochtief, Lufthansa Cargo
    TUI, Aldi, Lidl, Opel, Mercedes, Maybach, Skoda, Škoda, Lamborghini, Ferrari, Maserati
    Alfa Romeo, Lancia, Pirelli, Enel, Telecom Italia, UniCredit, Intesa Sanpaolo, Mediobanca
    Generali, Benetton, Prada, Gucci, Mediaset, Leonardo SpA, Fincantieri, Repsol, Iberdrola
    Telefonica, Telefónica, BBVA, Banco Santander, Inditex, Iberia Airlines, Citroën, Citroen
    Carrefour, Danone, L'Oréal, L'Oreal, LVMH, Hermès, Kering, Société Générale, Societe Generale
    Credit Agricole, Crédit Agricole, AXA, Axa, EDF, Engie, Areva, Alstom, Thales, Safran
    Dassault, Bouygues, Veolia, SNCF, Air France-KLM, KLM, ING, ABN Amro, Rabobank, Philips, ASML
    Heineken, Ahold, AkzoNobel, TomTom, AB InBev, Anheuser-Busch InBev, Solvay, Anheuser-Busch
    Ericsson AB, Volvo, Saab, Scania, Electrolux, H&M, Spotify AB, Klarna, SAS, Vattenfall, Maersk
    Novo Nordisk, Carlsberg, Vestas, Lego, LEGO, Danske Bank, Bang & Olufsen, Ørsted, Orsted
    Statoil, Telenor, DNB, Norsk Hydro, Norwegian Air, UPM, Stora Enso, Nordea, Rovio, Swatch, ABB
    Holcim, Swiss Re, Zurich Insurance, Novartis AG, Syngenta, Richemont, Rolex, SwissAir
    Swissair, OMV, Raiffeisen, Erste Group, Voestalpine, PKN Orlen, Orlen, Gedeon Richter
    MOL Group, CEZ, Naftogaz, Ukrzaliznytsia, Yandex, VKontakte, Kaspersky, Kaspersky Lab, Sukhoi
    Tupolev, Antonov, Ilyushin, Norilsk Nickel, Rusal, Severstal, Yukos, Surgutneftegaz, Tatneft
    Transneft, VTB, Alfa-Bank, Turkish Airlines, Turkcell, Koc Holding, Baykar, Etihad
    Etihad Airways, Qatar Airways, Qatar Energy, QatarEnergy, Saudia, ADNOC, Emaar, DP World
    Mubadala, Elbit, Rafael Advanced Defense Systems, Teva, El Al, EgyptAir, Ethiopian Airlines
    Kenya Airways, Safaricom, MTN, Eskom, Transnet, Sasol, Anglo American, AngloGold Ashanti
    Gold Fields, Naspers, Standard Bank, Absa, Nedbank, Shoprite, Dangote Group, Zenith Bank
    Sonangol, Sonatrach, Vodacom, Econet, Jumia, Ecobank, Embraer, Itau, Itaú, Itau Unibanco
    Bradesco, Banco do Brasil, Ambev, JBS, Odebrecht, Braskem, Eletrobras, Natura, Globo, Avianca
    LATAM Airlines, Cemex, Pemex, PEMEX, America Movil, América Móvil, Televisa, Bimbo, Femsa
    Ecopetrol, Codelco, SQM, PDVSA, YPF, MercadoLibre, Mercado Libre, Bombardier, BlackBerry
    Research In Motion, Suncor, Enbridge, TransCanada, Air Canada, WestJet, Royal Bank of Canada
    Scotiabank, Barrick Gold, Magna International, Shopify, Nortel, Qantas Airways, Telstra
    Woolworths, Westpac, ANZ, Commonwealth Bank, Macquarie Group, Fortescue, Woodside
    BHP Billiton, Fonterra, Air New Zealand, Virgin Atlantic, Virgin Group, Virgin Galactic
    easyJet, Wizz Air, Aer Lingus, IAG, Marks & Spencer, Sainsbury's, Sainsburys, Morrisons, Asda
    Waitrose, Lloyds Banking Group, NatWest, Royal Bank of Scotland, RBS, Standard Chartered
    Nationwide Building Society, Aviva, Prudential, Legal & General, GSK, Diageo
    British American Tobacco, Imperial Tobacco, BAE Systems, BAE, Rolls-Royce Holdings
    National Grid, Centrica, British Gas, BT Group, WPP, Reckitt Benckiser, Jaguar Land Rover
    Land Rover, Aston Martin, Vauxhall, Dyson, ARM Holdings, Cadbury, Thames Water, Network Rail
    Xstrata, Ernst & Young, PricewaterhouseCoopers, PwC, KPMG, Deloitte, McKinsey, Accenture
    Arthur Andersen, Boston Consulting Group, Bain Capital, Blackstone, KKR, Carlyle Group
    Apollo Global Management, Vanguard Group, Merrill Lynch, Lehman Brothers, Bear Stearns
    JP Morgan, J.P. Morgan, Citi, Citibank, Capital One, American Express, Visa Inc, Nomura, Daiwa
    MUFG, Jefferies, Berenberg, Wedbush, Moelis, Lazard, Freddie Mac, Fannie Mae, AIG, MetLife
    Cigna, Aetna, UnitedHealth, Kaiser Permanente, CVS, Walgreens, Costco, Home Depot, Lowe's
    Best Buy, Kroger, Macy's, Kmart, JCPenney, Nordstrom, TJX, Dollar General, eBay, EBay, Wayfair
    Etsy, Dropbox, Salesforce, Palantir, VMware, Micron, Broadcom, Texas Instruments
    Applied Materials, Western Digital, Hewlett-Packard, Hewlett Packard, Xerox, Kodak, Motorola
    Lucent, AT&T Inc, T-Mobile, Comcast, Time Warner, Warner Bros, Warner Bros.
    Paramount Pictures, Universal Pictures, 20th Century Fox, DreamWorks, Pixar, Marvel Studios
    Lucasfilm, HBO, Hulu, ESPN, MTV, Viacom, News Corp, Fox Corporation, Thomson Reuters
    Electronic Arts, Activision, Activision Blizzard, Ubisoft, Epic Games, Colgate-Palmolive
    Kimberly-Clark, Kraft Heinz, Mondelez, General Mills, Tyson Foods, Cargill
    Archer Daniels Midland, Bunge, Monsanto, Dow Chemical, DuPont, 3M, Honeywell, General Electric
    United Technologies, Northrop Grumman, General Dynamics, Raytheon Technologies
    Pratt & Whitney, Caterpillar, John Deere, Cummins, Goodyear, Chrysler, Fiat Chrysler, Rivian
    Lucid Motors, Waymo, Harley-Davidson, US Airways, United Airlines, American Airlines
    Delta Air Lines, Southwest Airlines, JetBlue, FedEx, UPS, Amtrak, Union Pacific, BNSF
    Norfolk Southern, ConocoPhillips, Occidental, Halliburton, Schlumberger, Baker Hughes, Enron
    WorldCom, Duke Energy, Exelon, PG&E, Entergy, Blue Origin, Boeing Co, Spirit AeroSystems
    Cessna, Gulfstream, Levi Strauss, Ralph Lauren, Under Armour, Reebok, Nestlé SA, Burger King
    KFC, Pizza Hut, Wendy's, Domino's, Chipotle, Dunkin' Donuts, Marriott, Hilton Hotels
    Airbus Group, EADS, Merck & Co, Eli Lilly, Bristol-Myers Squibb, Abbott Laboratories, AbbVie
    Amgen, Gilead, Gilead Sciences, Biogen, Regeneron, Medtronic, Novavax, Sinovac, Sinopharm
    CanSino, Gamaleya Institute, Serum Institute of India, Theranos, FTX, Binance, Coinbase
    DeepMind, Anthropic, Cambridge Analytica, China Mobile, China Telecom, China Unicom
    China Construction Bank, ICBC, Ping An, China Life, Evergrande, Country Garden, Dalian Wanda
    Fosun, HNA, Cathay Pacific, CK Hutchison, Hutchison Whampoa, Jardine Matheson, Swire
    Hang Seng Bank, Geely, SAIC, Great Wall Motor, Chery, NIO, Xpeng, COSCO, Cosco, Sinochem
    Ashanti Goldfields, Newmont, Freeport-McMoRan, Alcoa, Nucor, US Steel, U.S. Steel
    Nippon Steel, Teck Resources, Liverpool FC, Everton FC, Aston Villa, West Ham, West Ham United
    Tottenham, Tottenham Hotspur, Newcastle United, Crystal Palace, Wolverhampton Wanderers
    Leicester City, Leeds United, Norwich City, Nottingham Forest, Sheffield United
    Sheffield Wednesday, Queens Park Rangers, QPR, Blackburn Rovers, Bolton Wanderers
    West Bromwich Albion, West Brom, Stoke City, Swansea City, Cardiff City, Hull City
    Birmingham City, Coventry City, Derby County, Ipswich Town, Wigan Athletic, Charlton Athletic
    Queen of the South, Partick Thistle, Hibernian, Kilmarnock FC, Dundee United, St Johnstone
    Barcelona FC, FC Barcelona, Atletico Madrid, Atlético Madrid, Athletic Bilbao, Real Sociedad
    Real Betis, Deportivo La Coruna, Celta Vigo, Espanyol, Real Zaragoza, Villarreal, Inter Milan
    AC Milan, AS Roma, Internazionale, Sampdoria, Fiorentina, Atalanta, Udinese, Bayern
    Borussia Dortmund, Borussia Moenchengladbach, Borussia Mönchengladbach, Bayer Leverkusen
    Werder Bremen, Schalke, Schalke 04, Hertha Berlin, Union Berlin, VfB Stuttgart
    Eintracht Frankfurt, Hamburger SV, RB Leipzig, Kaiserslautern, Hansa Rostock
    Paris Saint-Germain, Paris St Germain, Paris St-Germain, PSG, Olympique Lyon
    Olympique Lyonnais, Olympique Marseille, AS Monaco, Ajax, Ajax Amsterdam, PSV, PSV Eindhoven
    Feyenoord, Benfica, Sporting Lisbon, FC Porto, Anderlecht, Club Brugge, Standard Liege
    Galatasaray, Fenerbahce, Fenerbahçe, Besiktas, Beşiktaş, Trabzonspor, Olympiakos, Olympiacos
    Panathinaikos, AEK Athens, Spartak Moscow, CSKA Moscow, Lokomotiv Moscow, Dynamo Moscow
    Dynamo Kyiv, Dynamo Kiev, Shakhtar Donetsk, Zenit St Petersburg, Red Star Belgrade
    Partizan Belgrade, Dinamo Zagreb, Hajduk Split, Steaua Bucharest, Sparta Prague, Slavia Prague
    Legia Warsaw, Ferencvaros, FC Basel, Rapid Vienna, Austria Vienna, Sturm Graz, Rosenborg
    Brondby, Malmo FF, Boca Juniors, River Plate, Racing Club, Independiente, Flamengo, Fluminense
    Palmeiras, Corinthians, Santos FC, Gremio, Grêmio, Internacional, Vasco da Gama, Botafogo
    Cruzeiro, Atletico Mineiro, Penarol, Peñarol, Colo Colo, Universidad Catolica
    Atletico Nacional, Club America, Al Ahly, Al-Ahly, Al Hilal, Al-Hilal, Al Nassr, Al-Nassr
    Al Ittihad, Al-Ittihad, Esperance, Wydad Casablanca, Raja Casablanca, TP Mazembe
    Kaizer Chiefs, Orlando Pirates, Mamelodi Sundowns, Gor Mahia, Asante Kotoko, Hearts of Oak
    Simba SC, Kawasaki Frontale, Urawa Reds, Jeonbuk Motors, Mohun Bagan, Mumbai Indians
    Chennai Super Kings, Kolkata Knight Riders, Royal Challengers Bangalore, Rajasthan Royals
    Sunrisers Hyderabad, Delhi Capitals, All Blacks, Wallabies, Springboks, Inter Miami, LA Galaxy
    Los Angeles Galaxy, Seattle Sounders, New York Yankees, New York Mets, Boston Red Sox
    Baltimore Orioles, Toronto Blue Jays, Tampa Bay Rays, Chicago White Sox, Chicago Cubs
    Cleveland Indians, Cleveland Guardians, Detroit Tigers, Kansas City Royals, Minnesota Twins
    Houston Astros, Los Angeles Angels, Oakland Athletics, Seattle Mariners, Texas Rangers
    Atlanta Braves, Miami Marlins, Florida Marlins, Philadelphia Phillies, Washington Nationals
    Cincinnati Reds, Milwaukee Brewers, Pittsburgh Pirates, St. Louis Cardinals
    St Louis Cardinals, Arizona Diamondbacks, Colorado Rockies, Los Angeles Dodgers
    San Diego Padres, San Francisco Giants, Montreal Expos, Yankees, Mets, Red Sox, White Sox
    Orioles, Dodgers, Astros, Phillies, Padres, Mariners, Marlins, Expos, Diamondbacks
    Atlanta Hawks, Boston Celtics, Brooklyn Nets, Charlotte Hornets, Chicago Bulls
    Cleveland Cavaliers, Dallas Mavericks, Denver Nuggets, Detroit Pistons, Golden State Warriors
    Houston Rockets, Indiana Pacers, Los Angeles Clippers, LA Clippers, Los Angeles Lakers
    LA Lakers, Memphis Grizzlies, Miami Heat, Milwaukee Bucks, Minnesota Timberwolves
    New Jersey Nets, New Orleans Pelicans, New York Knicks, Oklahoma City Thunder, Orlando Magic
    Philadelphia 76ers, Phoenix Suns, Portland Trail Blazers, Sacramento Kings, San Antonio Spurs
    Seattle SuperSonics, Toronto Raptors, Utah Jazz, Washington Wizards, Washington Bullets
    Lakers, Celtics, Knicks, Clippers, Cavaliers, Mavericks, Timberwolves, Raptors, Pacers
    Pistons, Grizzlies, 76ers, Sixers, Arizona Cardinals, Atlanta Falcons, Baltimore Ravens
    Buffalo Bills, Carolina Panthers, Chicago Bears, Cincinnati Bengals, Cleveland Browns
    Dallas Cowboys, Denver Broncos, Detroit Lions, Green Bay Packers, Houston Texans
    Indianapolis Colts, Jacksonville Jaguars, Kansas City Chiefs, Las Vegas Raiders
    Oakland Raiders, Los Angeles Chargers, San Diego Chargers, Los Angeles Rams, St. Louis Rams
    Miami Dolphins, Minnesota Vikings, New England Patriots, New Orleans Saints, New York Giants
    New York Jets, Philadelphia Eagles, Pittsburgh Steelers, San Francisco 49ers, Seattle Seahawks
    Tampa Bay Buccaneers, Tennessee Titans, Washington Redskins, Washington Commanders, Packers
    Steelers, Broncos, Seahawks, Bengals, 49ers, Anaheim Ducks, Boston Bruins, Buffalo Sabres
    Calgary Flames, Carolina Hurricanes, Chicago Blackhawks, Colorado Avalanche
    Columbus Blue Jackets, Dallas Stars, Detroit Red Wings, Edmonton Oilers, Florida Panthers
    Los Angeles Kings, Minnesota Wild, Montreal Canadiens, Nashville Predators, New Jersey Devils
    New York Islanders, New York Rangers, Ottawa Senators, Philadelphia Flyers
    Pittsburgh Penguins, San Jose Sharks, St. Louis Blues, Tampa Bay Lightning
    Toronto Maple Leafs, Vancouver Canucks, Vegas Golden Knights, Washington Capitals
    Winnipeg Jets, Hartford Whalers, Phoenix Coyotes, Bruins, Canadiens, Canucks, Maple Leafs
    Red Wings, Blackhawks, Red Bull Racing, Williams Racing, Team Sky, UAE Team Emirates
    Jumbo-Visma, Ineos Grenadiers, Napoli, Salernitana, Sassuolo, Heracles Almelo, FC Twente
    Vitesse Arnhem, AZ Alkmaar, Marks and Spencer, Dagens Nyheter, Aftenposten, Svenska Dagbladet
    Politiken, Aftonbladet, Helsingin Sanomat, De Telegraaf, NRC Handelsblad, Daily Maverick
    Post-Courier, Star Tribune, Minnesota Public Radio, BBC Radio 4, New Zealand First
    New Zealand Herald, Irish Times, The Irish Times, Irish Independent, Belfast Telegraph
    The Scotsman, The Spectator, New Statesman, Private Eye, Philippine Daily Inquirer
    Manila Times, Yedioth Ahronoth, Israel Hayom, Maariv, Hurriyet, Cumhuriyet, Tehran Times
    Al-Monitor, Asia Times, The Atlantic, The New Yorker, Nature Medicine, Nature Communications
    JAMA, BMJ, New England Journal of Medicine, Scientific American, New Scientist, Vontobel
    Lombard Odier, Julius Baer, Fortum, Neste, Sandvik, Atlas Copco, Assa Abloy, Swedbank
    Handelsbanken, First Quantum Minerals, Endeavour Mining, Ivanhoe Mines, Sibanye-Stillwater
    Impala Platinum, Kumba Iron Ore, Democratic National Committee, Republican National Committee
    DNC, RNC, Heritage Foundation, Brookings Institution, Cato Institute, Rand Corporation
    RAND Corporation, Chatham House, Carnegie Endowment for International Peace
    Council on Foreign Relations, International Crisis Group, Crisis Group, Pew Research Center
    YouGov, Ipsos, Ipsos MORI, Sierra Club, Planned Parenthood, Black Lives Matter
    Extinction Rebellion, Just Stop Oil, Proud Boys, Oath Keepers, Ku Klux Klan
    Palestine Liberation Organization, Palestine Liberation Organisation
    Popular Front for the Liberation of Palestine, PFLP, Kurdistan Workers Party
    Kurdistan Workers' Party, Kurdistan Democratic Party, Patriotic Union of Kurdistan, Peshmerga
    Al-Nusra Front, Hayat Tahrir al-Sham, Fatah Movement, Al-Aqsa Martyrs Brigades
    Rapid Support Forces, RSF, Sudanese Armed Forces, Tigray People's Liberation Front, TPLF
    Oromo Liberation Front, Polisario Front, Allied Democratic Forces, Séléka, Seleka
    Moro Islamic Liberation Front, Free Aceh Movement, Karen National Union, Arakan Army
    National League for Democracy, NLD, Khmer Rouge, Viet Cong, Red Army, Red Guards
    Irish Republican Army, Provisional IRA, Ulster Volunteer Force, ETA, Red Brigades
    Monte dei Paschi di Siena, Monte dei Paschi, Advanced Micro Devices, Air China
    Tennis Australia, Cricket Australia, Rugby Australia, Football Australia, TSG Hoffenheim
    Hoffenheim, Republican People's Party, AK Party, Somos Perú, Bloc Québécois, Bloc Quebecois
    Grab Holdings, Blue Yonder, Otro Camino
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
