extension Lexicon {
  /// Cities, states and provinces: places with a government that are neither country nor capital.
  static let cities: StaticString = """
    Aberdeen, Aden, Ahmedabad, Aleppo, Alexandria, Almaty, Amritsar, Anchorage, Ankara, Antwerp
    Atlanta, Auckland, Austin, Baltimore, Bangalore, Bengaluru, Barcelona, Basra, Belfast, Benghazi
    Birmingham, Bilbao, Bologna, Bombay, Bordeaux, Boston, Brasov, Bremen, Brisbane, Bristol, Brooklyn
    Bucha, Buffalo, Busan, Calcutta, Calgary, Cali, Cambridge, Cancun, Cardiff, Casablanca, Charlotte
    Chengdu, Chennai, Chernobyl, Chicago, Chittagong, Chongqing, Christchurch, Cincinnati, Cleveland
    Cologne, Columbus, Crimea, Dalian, Dallas, Davos, Denver, Detroit, Donetsk, Dortmund, Dresden
    Dubai, Durban, Düsseldorf, Edinburgh, Edmonton, Entebbe, Essen, Faisalabad, Fallujah, Florence
    Frankfurt, Fukushima, Gaza City, Gdansk, Geneva, Genoa, Ghent, Glasgow, Goma, Gothenburg
    Grozny, Guadalajara, Guangzhou, Guayaquil, Haifa, Halifax, Hamburg, Hangzhou, Hanover, Harbin
    Hebron, Herat, Hiroshima, Ho Chi Minh City, Honolulu, Houston, Hyderabad, Ibadan, Idlib, Incheon
    Indianapolis, Istanbul, Izmir, Jacksonville, Jaffna, Jalalabad, Jeddah, Johannesburg
    Kaliningrad, Kandahar, Kano, Kansas City, Karachi, Kazan, Kharkiv, Kharkov, Kherson, Kirkuk
    Kobe, Kolkata, Kosice, Krakow, Kraków, Kunduz, Kunming, Kyoto, Lagos, Lahore, Las Vegas, Leeds
    Leipzig, Lhasa, Lille, Liverpool, Los Angeles, Louisville, Lubumbashi, Lucknow, Luhansk, Lviv
    Lyon, Macon, Malmo, Malmö, Manchester, Mandalay, Marseille, Mariupol, Mecca, Medellin, Medina
    Melbourne, Memphis, Miami, Milan, Milwaukee, Minneapolis, Mombasa, Monterrey, Montreal, Mosul
    Mumbai, Munich, Nagasaki, Nagoya, Nanjing, Naples, Nashville, New Orleans, New York City
    New York, Newark, Newcastle, Nottingham, Novosibirsk, Nuremberg, Oakland, Odesa, Odessa
    Oklahoma City, Omaha, Orlando, Osaka, Oxford, Palermo, Palm Beach, Peshawar, Perth, Philadelphia
    Phoenix, Phuket, Pittsburgh, Porto, Portland, Port Harcourt, Port Sudan, Pune, Quebec City, Quetta
    Rafah, Raleigh, Raqqa, Rawalpindi, Recife, Richmond, Rio de Janeiro, Rotterdam, Sacramento
    Salt Lake City, Salzburg, San Antonio, San Diego, San Francisco, San Juan, Santa Cruz, Sao Paulo
    São Paulo, Sapporo, Seattle, Sevastopol, Seville, Shanghai, Sheffield, Shenyang, Shenzhen
    Sochi, Srinagar, St. Louis, St. Petersburg, Stuttgart, Surabaya, Sydney, Tabriz, Tampa, Tel Aviv
    Tianjin, Tikrit, Tijuana, Toronto, Toulouse, Turin, Utrecht, Valencia, Vancouver, Varanasi, Venice
    Vladivostok, Volgograd, Washington, Washington DC, Winnipeg, Wuhan, Xiamen, Xi'an, Yokohama
    Zaporizhzhia, Zurich, Zürich
    Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii
    Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts
    Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey
    New Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island
    South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin
    Wyoming, District of Columbia
    Alberta, British Columbia, Manitoba, Nova Scotia, Ontario, Quebec, Québec, Saskatchewan
    New South Wales, Queensland, South Australia, Tasmania, Victoria, Western Australia
    Northern Ireland, Scotland, Wales, England, Bavaria, Saxony, Catalonia, Andalusia, Sicily, Tuscany
    Lombardy, Normandy, Brittany, Chechnya, Dagestan, Tatarstan, Abkhazia, South Ossetia, Transnistria
    Anhui, Fujian, Gansu, Guangdong, Guangxi, Guizhou, Hainan, Hebei, Heilongjiang, Henan, Hubei, Hunan
    Inner Mongolia, Jiangsu, Jiangxi, Jilin, Liaoning, Ningxia, Qinghai, Shaanxi, Shandong, Shanxi
    Sichuan, Tibet, Xinjiang, Yunnan, Zhejiang
    Assam, Bihar, Goa, Gujarat, Jharkhand, Karnataka, Kashmir, Kerala, Madhya Pradesh, Maharashtra
    Manipur, Odisha, Punjab, Rajasthan, Tamil Nadu, Telangana, Uttar Pradesh, Uttarakhand, West Bengal
    Balochistan, Khyber Pakhtunkhwa, Sindh, Darfur, Somaliland, Puntland, Tigray, Amhara, Oromia
    Katanga, North Kivu, South Kivu, Helmand, Aceh, Bali, Mindanao, Okinawa, Kurdistan, Zanzibar
    Soviet Union, USSR, Yugoslavia, Czechoslovakia, East Germany, West Germany, Rhodesia
    """

  /// Places without a government of their own.
  static let regions: StaticString = """
    Africa, Antarctica, Asia, Europe, North America, South America, Central America, Latin America
    Oceania, Eurasia, Middle East, Far East, Near East, Southeast Asia, South-East Asia, South Asia
    East Asia, Central Asia, West Asia, Western Asia, Northeast Asia, Asia-Pacific, Asia Pacific
    Indo-Pacific, East Africa, West Africa, North Africa, Southern Africa, Central Africa
    Sub-Saharan Africa, Horn of Africa, Maghreb, Sahel, Sahara, Eastern Europe, Western Europe
    Central Europe, Northern Europe, Southern Europe, Western Hemisphere, Balkans, Caucasus, Baltics
    Scandinavia, Iberia, Siberia, Donbas, Donbass, Caribbean, Mediterranean, Pacific, Atlantic
    Arctic, Pacific Ocean, Atlantic Ocean, Indian Ocean, Arctic Ocean, Mediterranean Sea, Black Sea
    Red Sea, Baltic Sea, Caspian Sea, North Sea, Dead Sea, Arabian Sea, South China Sea, East China Sea
    Sea of Japan, Yellow Sea, Sea of Azov, Persian Gulf, Gulf of Mexico, Gulf of Aden, Bay of Bengal
    Strait of Hormuz, Taiwan Strait, Suez Canal, Panama Canal, English Channel, Bosphorus, Bosporus
    Himalayas, Alps, Andes, Rockies, Urals, Pyrenees, Amazon, Nile, Rhine, Danube, Mekong, Yangtze
    Yellow River, Ganges, Euphrates, Tigris, Dnipro, Dnieper, Volga, Rio Grande, Mississippi River
    Mount Everest, Everest, Kilimanjaro, Golan Heights, West Bank, Gaza, Gaza Strip, Sinai
    Korean Peninsula, Arabian Peninsula, Silicon Valley, Midwest, Bay Area, New England
    Hollywood, Manhattan, Wall Street, Spratly Islands, Paracel Islands, Falkland Islands, Falklands
    Canary Islands, Kuril Islands, Diaoyu Islands, Senkaku Islands, Galapagos, Borneo, Sumatra, Java
    Hispaniola, Sulawesi, Lapland, Patagonia, Mesopotamia, Levant, Bermuda, Gibraltar, Guam
    Mars, Jupiter, Saturn, Venus
    """

  /// Peoples, religions and political directions. Plurals follow by rule.
  static let peoples: StaticString = """
    African, Asian, European, Arab, Arabic, Arabian, Kurd, Kurdish, Pashtun, Uighur, Uyghur, Tibetan
    Hutu, Tutsi, Tamil, Rohingya, Chechen, Tatar, Roma, Catalan, Basque, Scottish, Scot, Welsh, English
    Sikh, Hindu, Muslim, Islamic, Islamist, Christian, Jewish, Jew, Buddhist, Catholic, Roman Catholic
    Protestant, Orthodox, Sunni, Shiite, Shia, Shi'ite, Alawite, Druze, Yazidi, Mormon, Anglican
    Evangelical, Baptist, Methodist, Lutheran, Coptic, Copt, Zionist, Republican, Democrat, Democratic
    Communist, Socialist, Maoist, Marxist, Leninist, Nazi, Fascist, Tory, Tories, Conservative, Soviet
    Latin American, Latino, Latina, Hispanic, African American, African-American, Asian American
    Native American, Inuit, Maori, Aboriginal, Caucasian, Scandinavian, Nordic, Slavic, Balkan
    Caribbean, Westerner, Californian, Texan, New Yorker, Londoner, Parisian, Muscovite, Berber
    Zulu, Xhosa, Yoruba, Igbo, Hausa, Fulani, Sinhalese, Punjabi, Bengali, Gujarati, Crimean Tatar
    Bolshevik, Houthi, Huthi, Ottoman, Roman, Viking, Aztec, Inca, Mayan, Peronist, Ba'athist
    """

  /// Languages that are named as such; most names of languages are those of peoples.
  static let languages: StaticString = """
    Mandarin, Cantonese, Hebrew, Hindi, Urdu, Farsi, Swahili, Tagalog, Esperanto, Latin, Sanskrit
    """

  /// Events, laws and things of culture with names of their own.
  static let events: StaticString = """
    World War I, World War II, First World War, Second World War, Cold War, Gulf War, Vietnam War
    Korean War, Civil War, Olympics, Olympic Games, Winter Olympics, Summer Olympics, Paralympics
    World Cup, Rugby World Cup, Cricket World Cup, Asian Games, Commonwealth Games, Super Bowl
    Champions League, Europa League, Grand Prix, Wimbledon, French Open, US Open, Australian Open
    Tour de France, Ryder Cup, Davis Cup, Belt and Road Initiative, Arab Spring, Holocaust, Brexit
    Boxer Rebellion, Cultural Revolution, Great Depression, Expo, Eurovision Song Contest, Oscars
    Nobel Prize, Nobel Peace Prize, Pulitzer Prize, Academy Awards, Grammy Awards, World Series
    """
}
