extension PlaceTable {
  /// Big cities and capitals, subdivisions, other cities.
  ///
  /// Made by `make-tables`; not to be edited by hand.
  static let places: StaticString = """
    p 1796236 CN SH|Shanghai
    p 3435910 AR |Buenos Aires
    p 1275339 IN MH|Mumbai|Bombay
    p 3530597 MX |Mexico City
    p 1816670 CN BJ|Beijing
    p 1174872 PK SD|Karachi
    p 745044 TR |İstanbul|Istanbul
    p 1792947 CN TJ|Tianjin
    p 1809858 CN GD|Guangzhou
    p 1273294 IN |Delhi|New Delhi
    p 1701668 PH |Manila
    p 524901 RU |Moscow
    p 1795565 CN GD|Shenzhen
    p 1185241 BD |Dhaka
    p 1835848 KR |Seoul
    p 3448439 BR SP|São Paulo|Sao Paulo
    p 1791247 CN HB|Wuhan
    p 2332459 NG LA|Lagos
    p 1642911 ID |Jakarta
    p 1850147 JP 13|Tokyo
    p 5128581 US NY|New York City|New York
    p 1812545 CN GD|Dongguan
    p 1668341 TW |Taipei
    p 2314302 CD |Kinshasa
    p 3936456 PE |Lima
    p 360630 EG |Cairo
    p 3688689 CO |Bogotá|Bogota
    p 2643743 GB ENG|London
    p 1814906 CN CQ|Chongqing
    p 1815286 CN SC|Chengdu
    p 1799962 CN JS|Nanjing
    p 112931 IR |Tehrān|Tehran
    p 1800146 CN SC|Nanchong
    p 1819729 HK |Hong Kong|Victoria
    p 1790630 CN SN|Xi'an
    p 1172451 PK PB|Lahore
    p 2034937 CN LN|Shenyang
    p 1808926 CN ZJ|Hangzhou
    p 3451190 BR RJ|Rio de Janeiro
    p 2037013 CN HL|Harbin
    p 98182 IQ |Baghdad
    p 1793724 CN SD|Tai'an
    p 1886760 CN JS|Suzhou
    p 1795940 CN GD|Shantou
    p 1609350 TH |Bangkok
    p 1277333 IN KA|Bangalore|Bengaluru
    p 498817 RU |Saint Petersburg|St. Petersburg
    p 3871336 CL |Santiago
    p 1275004 IN WB|Kolkata|Calcutta
    p 2147714 AU NSW|Sydney
    p 1298824 MM |Yangon|Rangoon
    p 1805753 CN SD|Jinan
    p 1264527 IN TN|Chennai
    p 1784658 CN HA|Zhengzhou
    p 2158177 AU VIC|Melbourne
    p 108410 SA |Riyadh
    p 2038180 CN JL|Changchun
    p 1814087 CN LN|Dalian
    p 1205733 BD |Chittagong|Islamabad
    p 1804651 CN YN|Kunming
    p 361058 EG |Alexandria
    p 5368361 US CA|Los Angeles
    p 1279233 IN GJ|Ahmedabad
    p 1797929 CN SD|Qingdao
    p 1838524 KR |Busan
    p 2293538 CI |Abidjan
    p 2335204 NG KN|Kano
    p 1811103 CN GD|Foshan
    p 1269843 IN TG|Hyderabad
    p 1798425 CN ZJ|Puyang
    p 1848354 JP 14|Yokohama
    p 2339354 NG OY|Ibadan
    p 1880252 SG |Singapore
    p 1790923 CN JS|Wuxi
    p 1790645 CN FJ|Xiamen
    p 323786 TR |Ankara
    p 1792892 CN GS|Tianshui
    p 1799397 CN ZJ|Ningbo
    p 1566083 VN |Ho Chi Minh City
    p 1794903 CN HB|Shiyan
    p 3369157 ZA WC|Cape Town
    p 1793511 CN SX|Taiyuan
    p 2950159 DE BE|Berlin
    p 1793346 CN HE|Tangshan
    p 1808722 CN AH|Hefei
    p 6077243 CA QC|Montréal|Montreal
    p 3117735 ES MD|Madrid
    p 1871859 KP |Pyongyang
    p 2553604 MA |Casablanca
    p 1785286 CN SD|Zibo
    p 1915223 CN GD|Zhongshan
    p 1007311 ZA KZN|Durban
    p 1815577 CN HN|Changsha
    p 1138958 AF |Kabul
    p 1529102 CN XJ|Ürümqi|UEruemqi
    p 3646738 VE |Caracas
    p 1259229 IN MH|Pune
    p 1255364 IN GJ|Sūrat|Surat
    p 105343 SA |Jeddah
    p 1795270 CN HE|Shijiazhuang
    p 1267995 IN UP|Kānpur|Kanpur
    p 703448 UA |Kiev|Kyiv
    p 2240449 AO |Luanda
    p 1692192 PH |Quezon City
    p 344979 ET |Addis Ababa
    p 184745 KE |Nairobi
    p 3450554 BR BA|Salvador
    p 1269515 IN RJ|Jaipur
    p 160263 TZ |Dar es Salaam
    p 4887398 US IL|Chicago
    p 1804430 CN GS|Lanzhou
    p 1843564 KR |Incheon
    p 1785725 CN GD|Yunfu
    p 99532 IQ |Al Başrah|Al Basrah|Basra
    p 6167865 CA ON|Toronto
    p 1853909 JP 27|Ōsaka-shi|Osaka-shi|Osaka
    p 53654 SO |Mogadishu
    p 1835329 KR |Daegu
    p 1179400 PK PB|Faisalābād|Faisalabad
    p 311046 TR |İzmir|Izmir
    p 2253354 SN |Dakar
    p 1264733 IN UP|Lucknow
    p 360995 EG |Al Jīzah|Al Jizah
    p 3399415 BR CE|Fortaleza
    p 3687925 CO |Cali
    p 1625822 ID |Surabaya
    p 3470127 BR MG|Belo Horizonte
    p 1800163 CN JX|Nanchang
    p 2251339 SN |Grand Dakar
    p 3169070 IT |Rome|Roma
    p 124665 IR |Mashhad
    p 5110302 US NY|Brooklyn
    p 5133273 US NY|Borough of Queens
    p 1262180 IN MH|Nagpur
    p 3633009 VE |Maracaibo
    p 3469058 BR |Brasília|Brasilia
    p 3492908 DO |Santo Domingo
    p 1856057 JP 23|Nagoya-shi|Nagoya
    p 2174003 AU QLD|Brisbane
    p 3553478 CU |Havana
    p 2988507 FR IDF|Paris
    p 4699066 US TX|Houston
    p 993800 ZA GP|Johannesburg
    p 1819609 HK |Kowloon
    p 1526384 KZ |Almaty
    p 3674962 CO |Medellín|Medellin
    p 1512569 UZ |Tashkent
    p 2507480 DZ |Algiers
    p 379252 SD |Khartoum
    p 2306104 GH |Accra
    p 3657509 EC |Guayaquil
    p 8347664 CN |Ordos
    p 71137 YE |Sanaa|Sana'a
    p 276781 LB |Beirut
    p 2063523 AU WA|Perth
    p 2128295 JP 01|Sapporo
    p 2036502 CN JL|Jilin
    p 683506 RO |Bucharest
    p 2422488 GN |Camayenne
    p 6173331 CA BC|Vancouver
    p 1269743 IN MP|Indore
    p 3526683 MX |Iztapalapa
    p 3529612 MX MEX|Ecatepec
    p 2422465 GN |Conakry
    p 3632998 VE |Maracay
    p 1214520 ID |Medan
    p 1166993 PK PB|Rawalpindi
    p 625144 BY |Minsk
    p 3054643 HU |Budapest
    p 99072 IQ |Mosul
    p 2911298 DE HH|Hamburg
    p 3464975 BR PR|Curitiba
    p 756135 PL |Warsaw
    p 1650357 ID |Bandung
    p 953781 ZA GP|Soweto
    p 2761369 AT |Vienna
    p 2538475 MA |Rabat
    p 4005539 MX JAL|Guadalajara
    p 3128760 ES |Barcelona
    p 964137 ZA GP|Pretoria
    p 170063 SY |Aleppo
    p 1260086 IN BR|Patna
    p 1275841 IN MP|Bhopal
    p 3663517 BR AM|Manaus
    p 1788534 CN HA|Xinyang
    p 3521081 MX PUE|Puebla
    p 2335727 NG KD|Kaduna
    p 1821306 KH |Phnom Penh
    p 170654 SY |Damascus
    p 418863 IR |Isfahan
    p 1264728 IN PB|Ludhiāna|Ludhiana
    p 890299 ZW |Harare
    p 1859171 JP 28|Kobe
    p 4560349 US PA|Philadelphia
    p 1649378 ID |Bekasi
    p 1673820 TW |Kaohsiung
    p 4013708 MX CHH|Ciudad Juárez|Ciudad Juarez
    p 5125771 US NY|Manhattan
    p 3439389 PY |Asunción|Asuncion
    p 3390760 BR PE|Recife
    p 1835235 KR |Daejeon
    p 2298890 GH |Kumasi
    p 1736376 MY 03|Kota Bharu
    p 1857910 JP 26|Kyoto
    p 1735161 MY |Kuala Lumpur
    p 128747 IR |Karaj
    p 5308655 US AZ|Phoenix
    p 1283240 NP |Kathmandu
    p 1633070 ID |Palembang
    p 1169825 PK PB|Multān|Multan
    p 1581130 VN |Hanoi
    p 706483 UA |Kharkiv|Kharkov
    p 1279259 IN UP|Āgra|Agra
    p 3860259 AR X|Córdoba|Cordoba
    p 113646 IR |Tabrīz|Tabriz
    p 1496747 RU |Novosibirsk
    p 1841811 KR |Gwangju
    p 750269 TR |Bursa
    p 1253573 IN GJ|Vadodara
    p 3405870 BR PA|Belém|Belem
    p 2037355 CN LN|Fushun
    p 3652462 EC |Quito
    p 1863967 JP 40|Fukuoka-shi
    p 1070940 MG |Antananarivo
    p 1801792 CN HA|Luoyang
    p 1176734 PK SD|Hyderabad
    p 5110266 US NY|The Bronx
    p 3625549 VE |Valencia
    p 1177662 PK PB|Gujrānwāla|Gujranwala
    p 3689147 CO |Barranquilla
    p 1802875 CN HN|Guankou
    p 3981609 MX BCN|Tijuana
    p 922704 CD |Lubumbashi
    p 3452925 BR RS|Porto Alegre
    p 1625084 ID |Tangerang
    p 3904906 BO |Santa Cruz de la Sierra|Santa Cruz
    p 1808963 CN HE|Handan
    p 232422 UG |Kampala
    p 1486209 RU |Yekaterinburg
    p 1336135 BD |Khulna
    p 2232593 CM |Douala
    p 4726206 US TX|San Antonio
    p 1270926 IN HR|Gorakhpur
    p 104515 SA |Mecca
    p 1622786 ID |Makassar
    p 5391811 US CA|San Diego
    p 1859642 JP 14|Kawasaki
    p 8581443 ID |South Tangerang
    p 2038432 CN |Baotou
    p 109223 SA |Medina
    p 2220957 CM |Yaoundé|Yaounde
    p 2460596 ML |Bamako
    p 1261731 IN MH|Nashik
    p 1627896 ID |Semarang
    p 2260535 CG |Brazzaville
    p 1259652 IN MH|Pimpri
    p 520555 RU |Nizhniy Novgorod
    p 250441 JO |Amman
    p 1723510 PH |Budta
    p 792680 RS |Belgrade
    p 3441575 UY |Montevideo
    p 909137 ZM |Lusaka
    p 1268295 IN MH|Kalyān|Kalyan
    p 1254661 IN MH|Thāne|Thane
    p 2867714 DE BY|Munich
    p 2673730 SE |Stockholm
    p 115019 IR |Shiraz
    p 325363 TR |Adana
    p 1835553 KR |Suwon-si
    p 3173435 IT |Milano|Milan
    p 3718426 HT |Port-au-Prince
    p 3530589 MX MEX|Ciudad Nezahualcoyotl
    p 2078025 AU SA|Adelaide
    p 1263214 IN UP|Meerut
    p 1261162 IN OR|Nowrangapur
    p 1271951 IN HR|Farīdābād|Faridabad
    p 1168197 PK KP|Peshawar
    p 1715348 PH |Davao
    p 1311874 MM |Mandalay
    p 365137 SD |Omdurman
    p 1927639 CN HN|Yueyang
    p 3492914 DO |Santiago de los Caballeros
    p 2038632 CN LN|Anshan
    p 1787824 CN JS|Tongshan
    p 1271308 IN UP|Ghāziābād|Ghaziabad
    p 1645524 ID |Depok
    p 4684888 US TX|Dallas
    p 6940394 JP 11|Saitama
    p 1272423 IN MH|Dombivli
    p 1040652 MZ |Maputo
    p 3482969 MX TAM|Gustavo A. Madero
    p 1810821 CN FJ|Fuzhou
    p 1258847 IN GJ|Rājkot|Rajkot
    p 3838583 AR S|Rosario
    p 1809461 CN GZ|Guiyang
    p 3462377 BR GO|Goiânia|Goiania
    p 3461786 BR SP|Guarulhos
    p 3067696 CZ |Prague
    p 1253405 IN UP|Varanasi
    p 2618425 DK |Copenhagen
    p 727011 BG |Sofia
    p 2210247 LY |Tripoli
    p 2324774 NG RI|Port Harcourt
    p 1862415 JP 34|Hiroshima-shi|Hiroshima
    p 1813253 CN YN|Lijiang
    p 292223 AE |Dubai
    p 499099 RU |Samara
    p 1496153 RU |Omsk
    p 2347283 NG ED|Benin City
    p 3995465 MX NLE|Monterrey
    p 1978681 PH |Malingao
    p 587084 AZ |Baku
    p 3998655 MX GUA|León|Leon
    p 2331447 NG BO|Maiduguri
    p 551487 RU TA|Kazan
    p 616052 AM |Yerevan
    p 1278710 IN PB|Amritsar
    p 2357048 BF |Ouagadougou
    p 1848254 JP 11|Yono
    p 501175 RU |Rostov-na-Donu
    p 1278994 IN UP|Allahābād|Allahabad
    p 1842485 KR |Goyang-si
    p 314830 TR |Gaziantep
    p 1253102 IN AP|Visakhapatnam
    p 2111149 JP 04|Sendai-shi
    p 8555918 JP 04|Sendai
    p 1508291 RU |Chelyabinsk
    p 2037799 CN SX|Datong
    p 611717 GE |Tbilisi
    p 7283386 CN JS|Changshu City
    p 1668399 TW |Taichung
    p 1254745 IN TN|Teni
    p 1790353 CN SN|Xianyang
    p 479561 RU BA|Ufa
    p 709930 UA |Dnipropetrovsk
    p 1897000 KR |Seongnam-si
    p 3467865 BR SP|Campinas
    p 1269633 IN MP|Jabalpur
    p 1270396 IN WB|Hāora|Haora
    p 1807681 CN AH|Huainan
    p 709717 UA |Donetsk
    p 2964574 IE |Dublin
    p 5913490 CA AB|Calgary
    p 2800866 BE |Brussels
    p 1278149 IN MH|Aurangabad
    p 472757 RU |Volgograd
    p 3456160 BR RJ|Nova Iguaçu|Nova Iguacu
    p 1797121 CN GD|Jieyang
    p 698740 UA |Odessa|Odesa
    p 6943660 IN MH|Shivaji Nagar
    p 7602670 CN SD|Zhu Cheng City
    p 3598132 GT |Guatemala City
    p 3617763 NI |Managua
    p 2274895 LR |Monrovia
    p 3489854 JM |Kingston
    p 6611854 MM |Nay Pyi Taw|Naypyidaw
    p 1528675 KG |Bishkek
    p 3600949 HN |Tegucigalpa
    p 2028462 MN |Ulaanbaatar|Ulan Bator
    p 6094817 CA ON|Ottawa
    p 2409306 SL |Freetown
    p 287286 OM |Muscat
    p 2440485 NE |Niamey
    p 2365267 TG |Lomé|Lome
    p 202061 RW |Kigali
    p 456172 LV |Riga
    p 2759794 NL |Amsterdam
    p 162183 TM |Ashgabat
    p 2427123 TD |N'Djamena
    p 3186886 HR |Zagreb
    p 3191281 BA |Sarajevo
    p 2464470 TN |Tunis
    p 1221874 TJ |Dushanbe
    p 264371 GR |Athens
    p 2377450 MR |Nouakchott
    p 1248991 LK |Colombo
    p 927967 MW |Lilongwe
    p 618426 MD |Chişinău|Chisinau
    p 223817 DJ |Djibouti
    p 292968 AE |Abu Dhabi
    p 4140963 US DC|Washington, D.C.|Washington|Washington DC
    p 1176615 PK IS|Islamabad
    p 2352778 NG FC|Abuja
    p 3143244 NO |Oslo
    p 2399697 GA |Libreville
    p 343300 ER |Asmara
    p 658225 FI |Helsinki
    p 786714 XK |Pristina
    p 2389853 CF |Bangui
    p 593116 LT |Vilnius
    p 3583361 SV |San Salvador
    p 1821274 MO |Macau
    p 2267057 PT |Lisbon
    p 785842 MK |Skopje
    p 3060972 SK |Bratislava
    p 4568127 PR |San Juan
    p 3703443 PA |Panamá|Panama|Panama City
    p 588409 EE |Tallinn
    p 2374775 GW |Bissau
    p 2179537 NZ |Wellington
    p 3183875 AL |Tirana
    p 2172517 AU ACT|Canberra
    p 1526273 KZ |Astana
    p 290030 QA |Doha
    p 3621849 CR |San José|San Jose
    p 425378 BI |Bujumbura
    p 1261481 IN |New Delhi
    p 373303 SS |Juba
    p 2088122 PG |Port Moresby
    p 3196359 SI |Ljubljana
    p 3352136 NA |Windhoek
    p 3378644 GY |Georgetown
    p 2392087 BJ |Porto-Novo
    p 3571824 BS |Nassau
    p 3903987 BO |Sucre
    p 3383330 SR |Paramaribo
    p 933773 BW |Gaborone
    p 146268 CY |Nicosia
    p 1651944 LA |Vientiane
    p 2462881 EH |Laâyoune / El Aaiún|Laayoune / El Aaiun
    p 2279755 CI |Yamoussoukro
    p 160196 TZ |Dodoma
    p 2309527 GQ |Malabo
    p 934154 MU |Port Louis
    p 1645457 TL |Dili
    p 290340 BH |Manama
    p 935264 RE |Saint-Denis
    p 3193044 ME |Podgorica
    p 3513090 CW |Willemstad
    p 2661552 CH BE|Bern
    p 3413829 IS |Reykjavík|Reykjavik
    p 932505 LS |Maseru
    p 3374333 CV |Praia
    p 1282027 MV |Male
    p 1252416 BT |Thimphu
    p 3374036 BB |Bridgetown
    p 2139521 NC |Nouméa|Noumea
    p 3570675 MQ |Fort-de-France
    p 2198148 FJ |Suva
    p 2960316 LU |Luxembourg
    p 934985 SZ |Mbabane
    p 1820906 BN |Bandar Seri Begawan
    p 3382160 GF |Cayenne
    p 285787 KW |Kuwait City
    p 2108502 SB |Honiara
    p 921815 YT |Mamoudzou
    p 2410763 ST |São Tomé|Sao Tome
    p 3573890 TT |Port-of-Spain|Port of Spain
    p 7828758 MP |Saipan
    p 921772 KM |Moroni
    p 4035413 WS |Apia
    p 2110257 KI |Tarawa
    p 2135171 VU |Port-Vila|Port Vila
    p 2413876 GM |Banjul
    p 2993458 MC |Monaco
    p 3577154 AW |Oranjestad
    p 3580661 KY |George Town
    p 3042091 JE |Saint Helier
    p 2411585 GI |Gibraltar
    p 4033936 PF |Papeete
    p 3042237 IM |Douglas
    p 2113779 MH |Majuro
    p 3577887 VC |Kingstown
    p 3576022 AG |Saint John's|St. John's
    p 241131 SC |Victoria
    p 4032402 TO |Nuku‘alofa|Nuku'alofa
    p 3041563 AD |Andorra la Vella
    p 3576812 LC |Castries
    p 4795467 VI |Charlotte Amalie
    p 3575635 DM |Roseau
    p 3042287 GG |Saint Peter Port
    p 3421319 GL |Nuuk
    p 3582672 BZ |Belmopan
    p 4035715 CK |Avarua
    p 2611396 FO |Tórshavn|Torshavn
    p 3575551 KN |Basseterre
    p 5881576 AS |Pago Pago
    p 3579732 GP |Basse-Terre
    p 3041732 AX |Mariehamn
    p 3577430 VG |Road Town
    p 3579925 GD |Saint George's
    p 2562305 MT |Valletta
    p 3424934 PM |Saint-Pierre
    p 3579132 BL |Gustavia
    p 3578851 MF |Marigot
    p 3042030 LI |Vaduz
    p 3168070 SM |San Marino
    p 2110394 TV |Funafuti
    p 3576994 TC |Cockburn Town
    p 3513563 BQ |Kralendijk
    p 3426691 FK |Stanley
    p 2729907 SJ |Longyearbyen
    p 3573374 AI |The Valley
    p 3513392 SX |Philipsburg
    p 4034821 WF |Mata-Utu
    p 4044012 GU |Hagåtña|Hagatna
    p 3573197 BM |Hamilton
    p 2161314 NF |Kingston
    p 6691831 VA |Vatican City
    p 3370903 SH |Jamestown
    p 4036284 NU |Alofi
    p 2078127 CX |Flying Fish Cove
    p 7304591 CC |West Island
    p 4030723 PN |Adamstown
    p 1546102 TF |Port-aux-Français|Port-aux-Francais
    p 3426466 GS |Grytviken
    p 2081986 FM |Palikir - National Government Center
    p 3578069 MS |Plymouth
    p 7303944 PW |Melekeok
    g 1179245 PK|Federally Administered Tribal Areas
    g 1184196 PK|Azad Kashmir
    g 1259424 IN|Pondicherry
    g 1265206 IN|Laccadives
    g 1269320 IN|Kashmir
    g 1271155 IN|Daman and Diu
    g 1273293 IN|NCT
    g 1273726 IN|Dadra and Nagar Haveli
    g 1279685 CN|Tibet Autonomous Region
    g 1486462 RU|Yamalo-Nenetskiy Avtonomnyy Okrug
    g 1488747 RU|Tjumen
    g 1489421 RU|Tomsk
    g 1490542 RU|Sverdlovsk
    g 1496152 RU|Omsk
    g 1496745 RU|Novosibirsk
    g 1501312 RU|Kurgan
    g 1502020 RU|Krasnoyarskiy
    g 1503773 RU|Khanty-Mansiyskiy Avtonomnyy Okrug
    g 1503834 RU|Khakasiya
    g 1503900 RU|Kemerovo
    g 1506272 RU|Altay
    g 1508290 RU|Chelyabinsk
    g 1511732 RU|Altai Krai
    g 1733046 MY|Kuala Lumpur
    g 1733047 MY|Penang
    g 1734240 MY|Labuan
    g 1799355 CN|Ningxia Huizu Zizhiqu
    g 1852553 JP|Shiga Prefecture
    g 1853299 JP|Saga Prefecture
    g 1996552 MY|Putrajaya
    g 2013162 RU|Sakha
    g 2017623 RU|Primorskiy
    g 2022888 RU|Khabarovsk Krai
    g 2023468 RU|Irkutsk
    g 2026639 RU|Jewish Autonomous Oblast
    g 2027748 RU|Amur
    g 2035607 CN|Inner Mongolia
    g 2050915 RU|Respublika Buryatiya
    g 2121529 RU|Sakhalin
    g 2123627 RU|Magadan
    g 2125072 RU|Kamtsjatka
    g 2521383 ES|Balearic Islands
    g 2523119 IT|Sicily
    g 2523228 IT|Sardinia
    g 2593109 ES|Andalusia
    g 2593110 ES|Canary Islands
    g 2593111 ES|Castille-La Mancha
    g 2593113 ES|Valencia
    g 2595348 NG|Nassarawa
    g 2658821 CH|Saint Gallen
    g 2659810 CH|Lucerne
    g 2660522 CH|Grisons
    g 2660645 CH|Geneva
    g 2660717 CH|Fribourg
    g 2661602 CH|Basel-City
    g 2761367 AT|Vienna
    g 2763586 AT|Tyrol
    g 2764581 AT|Styria
    g 2769848 AT|Upper Austria
    g 2770542 AT|Lower Austria
    g 2774686 AT|Carinthia
    g 2800867 BE|Brussels Capital
    g 2822542 DE|Thuringia
    g 2842565 DE|Saxony-Anhalt
    g 2842566 DE|Saxony
    g 2861876 DE|North Rhine-Westphalia
    g 2862926 DE|Lower Saxony
    g 2905330 DE|Hesse
    g 2983751 FR|Rhône-Alpes|Rhone-Alpes
    g 2985244 FR|Provence-Alpes-Côte d'Azur|Provence-Alpes-Cote d'Azur
    g 2986492 FR|Poitou-Charentes
    g 2987375 FR|Picardie
    g 2988289 FR|Pays de la Loire
    g 2990119 FR|Nord-Pas-de-Calais
    g 2993955 FR|Midi-Pyrénées|Midi-Pyrenees
    g 2997551 FR|Lorraine
    g 2998268 FR|Limousin
    g 3007670 FR|Languedoc-Roussillon
    g 3013756 FR|Haute-Normandie
    g 3017372 FR|Franche-Comté|Franche-Comte
    g 3023519 FR|Corsica
    g 3027257 FR|Champagne-Ardenne
    g 3027939 FR|Centre
    g 3030293 FR|Brittany
    g 3030967 FR|Bourgogne
    g 3034693 FR|Lower Normandy
    g 3035876 FR|Auvergne
    g 3037350 FR|Aquitaine
    g 3038033 FR|Alsace
    g 3115609 ES|Navarre
    g 3164857 IT|Aosta Valley
    g 3165361 IT|Tuscany
    g 3169778 IT|Apulia
    g 3170831 IT|Piedmont
    g 3174004 IT|The Marches
    g 3174618 IT|Lombardy
    g 3174976 IT|Latium
    g 3182306 IT|Basilicate
    g 3336900 ES|Castille and León|Castille and Leon
    g 3336901 ES|Catalonia
    g 3336903 ES|Basque Country
    g 3337388 BE|Flanders
    g 3433955 AR|Buenos Aires F.D.
    g 3463504 BR|Federal District
    g 3514780 MX|Veracruz
    g 3527646 MX|Mexico City
    g 3995955 MX|Michoacán|Michoacan
    g 4013674 MX|Coahuila
    g 444178 ET|Ādīs Ābeba|Adis Abeba
    g 444180 ET|Amhara
    g 444181 ET|Bīnshangul Gumuz|Binshangul Gumuz
    g 444183 ET|Gambela
    g 444184 ET|Harari
    g 444185 ET|Oromiya
    g 444187 ET|Tigray
    g 468898 RU|Jaroslavl
    g 472039 RU|Voronezj
    g 472454 RU|Vologda
    g 472755 RU|Volgograd
    g 479119 RU|Ulyanovsk
    g 479613 RU|Udmurtiya
    g 480041 RU|Tverskaya
    g 480508 RU|Tula
    g 484638 RU|Tambov
    g 487839 RU|Stavropol'skiy
    g 491684 RU|Smolensk
    g 498671 RU|Saratov
    g 499068 RU|Samara
    g 500059 RU|Rjazan
    g 501165 RU|Rostov
    g 504338 RU|Pskov
    g 511180 RU|Perm
    g 511555 RU|Penza
    g 514801 RU|Orjol
    g 515001 RU|Orenburg
    g 519324 RU|Novgorod
    g 519969 RU|North Ossetia
    g 522652 RU|Nenetskiy Avtonomnyy Okrug
    g 524304 RU|Murmansk
    g 524894 RU|Moscow
    g 524925 RU|Moskovskaya
    g 525369 RU|Mordoviya
    g 529352 RU|Mariy-El
    g 535120 RU|Lipetsk
    g 536199 RU|Leningrad
    g 536203 RU|St.-Petersburg
    g 538555 RU|Kursk
    g 542415 RU|Krasnodarskiy
    g 543871 RU|Kostroma
    g 548389 RU|Kirov
    g 552548 RU|Republic of Karelia
    g 552927 RU|Karachayevo-Cherkesiya
    g 553899 RU|Kaluga
    g 553972 RU|Kalmykiya
    g 554230 RU|Kaliningrad
    g 554667 RU|Kabardino-Balkariya
    g 555235 RU|Ivanovo
    g 559838 RU|Nizjnij Novgorod
    g 567395 RU|Chuvashia
    g 569665 RU|Chechnya
    g 571473 RU|Brjansk
    g 578071 RU|Belgorod
    g 580491 RU|Astrakhan
    g 581043 RU|Arkhangelskaya
    g 584222 RU|Adygeya
    g 686966 UA|Zhytomyr
    g 687699 UA|Zaporizhia
    g 687869 UA|Zakarpattia
    g 689064 UA|Volyn
    g 691649 UA|Ternopil
    g 692196 UA|Sumy
    g 694422 UA|Misto Sevastopol’|Misto Sevastopol'
    g 695592 UA|Rivne
    g 696634 UA|Poltava
    g 698738 UA|Odessa
    g 700567 UA|Mykolaiv
    g 702549 UA|Lviv
    g 702657 UA|Luhansk
    g 703446 UA|Kiev
    g 703447 UA|Kyiv City
    g 703883 UA|Crimea
    g 705811 UA|Kirovohrad
    g 706370 UA|Khmelnytskyi
    g 706442 UA|Kherson
    g 706482 UA|Kharkiv
    g 707470 UA|Ivano-Frankivsk
    g 709716 UA|Donetsk
    g 709929 UA|Dnipropetrovsk
    g 710720 UA|Chernivtsi
    g 710734 UA|Chernihiv
    g 710802 UA|Cherkasy
    g 7779061 RU|Transbaikal Territory
    g 826294 RU|Vladimir
    g 967573 ZA|Orange Free State
    s AR A|Salta
    s AR B|Buenos Aires
    s AR D|San Luis
    s AR E|Entre Rios
    s AR F|La Rioja
    s AR G|Santiago del Estero
    s AR H|Chaco
    s AR J|San Juan
    s AR K|Catamarca
    s AR L|La Pampa
    s AR M|Mendoza
    s AR N|Misiones
    s AR P|Formosa
    s AR Q|Neuquen
    s AR R|Rio Negro
    s AR S|Santa Fe
    s AR T|Tucumán|Tucuman
    s AR U|Chubut
    s AR V|Tierra del Fuego
    s AR W|Corrientes
    s AR X|Cordoba
    s AR Y|Jujuy
    s AR Z|Santa Cruz
    s AT 1|Burgenland
    s AT 5|Salzburg
    s AT 8|Vorarlberg
    s AU ACT|Australian Capital Territory
    s AU NSW|New South Wales
    s AU NT|Northern Territory
    s AU QLD|Queensland
    s AU SA|South Australia
    s AU TAS|Tasmania
    s AU VIC|Victoria
    s AU WA|Western Australia
    s BE WAL|Wallonia
    s BR AC|Acre
    s BR AL|Alagoas
    s BR AM|Amazonas
    s BR AP|Amapá|Amapa
    s BR BA|Bahia
    s BR CE|Ceará|Ceara
    s BR ES|Espírito Santo|Espirito Santo
    s BR GO|Goiás|Goias
    s BR MA|Maranhão|Maranhao
    s BR MG|Minas Gerais
    s BR MS|Mato Grosso do Sul
    s BR MT|Mato Grosso
    s BR PA|Pará|Para
    s BR PB|Paraiba
    s BR PE|Pernambuco
    s BR PI|Piauí|Piaui
    s BR PR|Paraná|Parana
    s BR RJ|Rio de Janeiro
    s BR RN|Rio Grande do Norte
    s BR RO|Rondônia|Rondonia
    s BR RR|Roraima
    s BR RS|Rio Grande do Sul
    s BR SC|Santa Catarina
    s BR SE|Sergipe
    s BR SP|São Paulo|Sao Paulo
    s BR TO|Tocantins
    s CA AB|Alberta
    s CA BC|British Columbia
    s CA MB|Manitoba
    s CA NB|New Brunswick
    s CA NL|Newfoundland and Labrador
    s CA NS|Nova Scotia
    s CA NT|Northwest Territories
    s CA NU|Nunavut
    s CA ON|Ontario
    s CA PE|Prince Edward Island
    s CA QC|Quebec
    s CA SK|Saskatchewan
    s CA YT|Yukon
    s CH AG|Aargau
    s CH AI|Appenzell Innerrhoden
    s CH AR|Appenzell Ausserrhoden
    s CH BE|Bern
    s CH BL|Basel-Landschaft
    s CH GL|Glarus
    s CH JU|Jura
    s CH NE|Neuchâtel|Neuchatel
    s CH NW|Nidwalden
    s CH OW|Obwalden
    s CH SH|Schaffhausen
    s CH SO|Solothurn
    s CH SZ|Schwyz
    s CH TG|Thurgau
    s CH TI|Ticino
    s CH UR|Uri
    s CH VD|Vaud
    s CH VS|Valais
    s CH ZG|Zug
    s CH ZH|Zurich
    s CN AH|Anhui Sheng
    s CN BJ|Beijing
    s CN CQ|Chongqing Shi
    s CN FJ|Fujian
    s CN GD|Guangdong
    s CN GS|Gansu Sheng
    s CN GX|Guangxi Zhuangzu Zizhiqu
    s CN GZ|Guizhou Sheng
    s CN HA|Henan Sheng
    s CN HB|Hubei
    s CN HE|Hebei
    s CN HI|Hainan
    s CN HL|Heilongjiang Sheng
    s CN HN|Hunan
    s CN JL|Jilin Sheng
    s CN JS|Jiangsu Sheng
    s CN JX|Jiangxi Sheng
    s CN LN|Liaoning
    s CN QH|Qinghai Sheng
    s CN SC|Sichuan
    s CN SD|Shandong Sheng
    s CN SH|Shanghai Shi
    s CN SN|Shaanxi
    s CN SX|Shanxi Sheng
    s CN TJ|Tianjin Shi
    s CN XJ|Xinjiang Uygur Zizhiqu
    s CN YN|Yunnan
    s CN ZJ|Zhejiang Sheng
    s DE BB|Brandenburg
    s DE BE|Berlin
    s DE BW|Baden-Württemberg|Baden-Wuerttemberg
    s DE BY|Bavaria|Bayern
    s DE HB|Bremen
    s DE HH|Hamburg
    s DE MV|Mecklenburg-Vorpommern
    s DE RP|Rheinland-Pfalz
    s DE SH|Schleswig-Holstein
    s DE SL|Saarland
    s ES AR|Aragon
    s ES AS|Asturias
    s ES CB|Cantabria
    s ES CE|Ceuta
    s ES EX|Extremadura
    s ES GA|Galicia
    s ES MC|Murcia
    s ES MD|Madrid
    s ES ML|Melilla
    s ES RI|La Rioja
    s ET AF|Āfar|Afar|Afar
    s ET DD|Dire Dawa
    s ET SN|Southern Nations, Nationalities, and People's Region
    s ET SO|Somali
    s FR IDF|Île-de-France|Ile-de-France
    s GB ENG|England
    s GB NIR|Northern Ireland
    s GB SCT|Scotland
    s GB WLS|Wales
    s IN AN|Andaman and Nicobar Islands
    s IN AP|Andhra Pradesh
    s IN AR|Arunachal Pradesh
    s IN AS|Assam
    s IN BR|Bihar
    s IN CH|Chandigarh
    s IN CT|Chhattisgarh
    s IN GA|Goa
    s IN GJ|Gujarat
    s IN HP|Himachal Pradesh
    s IN HR|Haryana
    s IN JH|Jharkhand
    s IN KA|Karnataka
    s IN KL|Kerala
    s IN MH|Maharashtra
    s IN ML|Meghalaya
    s IN MN|Manipur
    s IN MP|Madhya Pradesh
    s IN MZ|Mizoram
    s IN NL|Nagaland
    s IN OR|Odisha
    s IN PB|Punjab
    s IN RJ|Rajasthan
    s IN SK|Sikkim
    s IN TG|Telangana
    s IN TN|Tamil Nadu
    s IN TR|Tripura
    s IN UP|Uttar Pradesh
    s IN UT|Uttarakhand
    s IN WB|West Bengal
    s IT 32|Trentino-Alto Adige
    s IT 34|Veneto
    s IT 36|Friuli Venezia Giulia
    s IT 42|Liguria
    s IT 45|Emilia-Romagna
    s IT 55|Umbria
    s IT 65|Abruzzo
    s IT 67|Molise
    s IT 72|Campania
    s IT 78|Calabria
    s JP 01|Hokkaidō|Hokkaido|Hokkaido
    s JP 02|Aomori
    s JP 03|Iwate
    s JP 04|Miyagi
    s JP 05|Akita
    s JP 06|Yamagata
    s JP 07|Fukushima
    s JP 08|Ibaraki
    s JP 09|Tochigi
    s JP 10|Gunma
    s JP 11|Saitama
    s JP 12|Chiba
    s JP 13|Tōkyō|Tokyo|Tokyo
    s JP 14|Kanagawa
    s JP 15|Niigata
    s JP 16|Toyama
    s JP 17|Ishikawa
    s JP 18|Fukui
    s JP 19|Yamanashi
    s JP 20|Nagano
    s JP 21|Gifu
    s JP 22|Shizuoka
    s JP 23|Aichi
    s JP 24|Mie
    s JP 26|Kyōto|Kyoto|Kyoto
    s JP 27|Ōsaka|Osaka|Osaka
    s JP 28|Hyōgo|Hyogo|Hyogo
    s JP 29|Nara
    s JP 30|Wakayama
    s JP 31|Tottori
    s JP 32|Shimane
    s JP 33|Okayama
    s JP 34|Hiroshima
    s JP 35|Yamaguchi
    s JP 36|Tokushima
    s JP 37|Kagawa
    s JP 38|Ehime
    s JP 39|Kōchi|Kochi|Kochi
    s JP 40|Fukuoka
    s JP 42|Nagasaki
    s JP 43|Kumamoto
    s JP 44|Ōita|Oita|Oita
    s JP 45|Miyazaki
    s JP 46|Kagoshima
    s JP 47|Okinawa
    s MX AGU|Aguascalientes
    s MX BCN|Baja California
    s MX BCS|Baja California Sur
    s MX CAM|Campeche
    s MX CHH|Chihuahua
    s MX CHP|Chiapas
    s MX COL|Colima
    s MX DUR|Durango
    s MX GRO|Guerrero
    s MX GUA|Guanajuato
    s MX HID|Hidalgo
    s MX JAL|Jalisco
    s MX MEX|México|Mexico
    s MX MOR|Morelos
    s MX NAY|Nayarit
    s MX NLE|Nuevo León|Nuevo Leon
    s MX OAX|Oaxaca
    s MX PUE|Puebla
    s MX QUE|Querétaro|Queretaro
    s MX ROO|Quintana Roo
    s MX SIN|Sinaloa
    s MX SLP|San Luis Potosí|San Luis Potosi
    s MX SON|Sonora
    s MX TAB|Tabasco
    s MX TAM|Tamaulipas
    s MX TLA|Tlaxcala
    s MX YUC|Yucatán|Yucatan
    s MX ZAC|Zacatecas
    s MY 01|Johor
    s MY 02|Kedah
    s MY 03|Kelantan
    s MY 04|Melaka
    s MY 05|Negeri Sembilan
    s MY 06|Pahang
    s MY 08|Perak
    s MY 09|Perlis
    s MY 10|Selangor
    s MY 11|Terengganu
    s MY 12|Sabah
    s MY 13|Sarawak
    s NG AB|Abia
    s NG AD|Adamawa
    s NG AK|Akwa Ibom
    s NG AN|Anambra
    s NG BA|Bauchi
    s NG BE|Benue
    s NG BO|Borno
    s NG BY|Bayelsa
    s NG CR|Cross River
    s NG DE|Delta
    s NG EB|Ebonyi
    s NG ED|Edo
    s NG EK|Ekiti
    s NG EN|Enugu
    s NG FC|Abuja Federal Capital Territory
    s NG GO|Gombe
    s NG IM|Imo
    s NG JI|Jigawa
    s NG KD|Kaduna
    s NG KE|Kebbi
    s NG KN|Kano
    s NG KO|Kogi
    s NG KT|Katsina
    s NG KW|Kwara
    s NG LA|Lagos
    s NG NI|Niger
    s NG OG|Ogun
    s NG ON|Ondo
    s NG OS|Osun
    s NG OY|Oyo
    s NG PL|Plateau
    s NG RI|Rivers
    s NG SO|Sokoto
    s NG TA|Taraba
    s NG YO|Yobe
    s NG ZA|Zamfara
    s PK BA|Balochistān|Balochistan|Balochistan
    s PK GB|Gilgit-Baltistan
    s PK IS|Islāmābād|Islamabad|Islamabad
    s PK KP|Khyber Pakhtunkhwa
    s PK PB|Punjab
    s PK SD|Sindh
    s RU BA|Bashkortostan
    s RU CHU|Chukotskiy Avtonomnyy Okrug|Chukotskiy avtonomnyy okrug
    s RU DA|Dagestan
    s RU IN|Ingushetiya
    s RU KO|Komi Republic
    s RU TA|Tatarstan
    s RU TY|Tyva
    s UA 05|Vinnyts'ka|Vinnytska oblast
    s US AK|Alaska
    s US AL|Alabama
    s US AR|Arkansas
    s US AZ|Arizona
    s US CA|California
    s US CO|Colorado
    s US CT|Connecticut
    s US DC|Washington, D.C.|District of Columbia
    s US DE|Delaware
    s US FL|Florida
    s US GA|Georgia
    s US HI|Hawaii
    s US IA|Iowa
    s US ID|Idaho
    s US IL|Illinois
    s US IN|Indiana
    s US KS|Kansas
    s US KY|Kentucky
    s US LA|Louisiana
    s US MA|Massachusetts
    s US MD|Maryland
    s US ME|Maine
    s US MI|Michigan
    s US MN|Minnesota
    s US MO|Missouri
    s US MS|Mississippi
    s US MT|Montana
    s US NC|North Carolina
    s US ND|North Dakota
    s US NE|Nebraska
    s US NH|New Hampshire
    s US NJ|New Jersey
    s US NM|New Mexico
    s US NV|Nevada
    s US NY|New York
    s US OH|Ohio
    s US OK|Oklahoma
    s US OR|Oregon
    s US PA|Pennsylvania
    s US RI|Rhode Island
    s US SC|South Carolina
    s US SD|South Dakota
    s US TN|Tennessee
    s US TX|Texas
    s US UT|Utah
    s US VA|Virginia
    s US VT|Vermont
    s US WA|Washington
    s US WI|Wisconsin
    s US WV|West Virginia
    s US WY|Wyoming
    s ZA EC|Eastern Cape
    s ZA GP|Gauteng
    s ZA KZN|KwaZulu-Natal
    s ZA LP|Limpopo
    s ZA MP|Mpumalanga
    s ZA NC|Northern Cape
    s ZA NW|North-West
    s ZA WC|Western Cape
    p 1859307 JP 40|Kitakyūshū|Kitakyushu
    p 1256436 IN MH|Solāpur|Solapur
    p 1816971 CN HE|Baoding
    p 2038300 CN LN|Benxi
    p 3979770 MX JAL|Zapopan
    p 2655603 GB ENG|Birmingham
    p 511196 RU |Perm
    p 1255634 IN |Srinagar
    p 2317765 NG KD|Zaria
    p 964420 ZA EC|Port Elizabeth
    p 2548885 MA |Fès|Fes
    p 2886242 DE |Köln|Koeln|Cologne
    p 1833747 KR |Ulsan
    p 1274746 IN CH|Chandigarh
    p 1273865 IN TN|Coimbatore
    p 3172394 IT 72|Napoli|Naples
    p 3395981 BR AL|Maceió|Maceio
    p 3687238 CO |Cartagena
    p 1815456 CN JS|Changzhou
    p 101760 SA |Sulţānah|Sultanah
    p 5392171 US CA|San Jose|San José
    p 95446 IQ |Erbil
    p 1502026 RU |Krasnoyarsk
    p 1268865 IN RJ|Jodhpur
    p 2113015 JP 12|Chiba
    p 3388368 BR MA|São Luís|Sao Luis
    p 1264521 IN TN|Madurai
    p 2537763 MA |Sale
    p 1807700 CN AH|Huaibei
    p 3919968 BO |Cochabamba
    p 100077 IQ |Abū Ghurayb|Abu Ghurayb
    p 119208 IR |Qom
    p 1804879 CN HA|Kaifeng
    p 2293521 CI |Abobo
    p 1271476 IN AS|Guwahati
    p 2353151 NG AB|Aba
    p 1798827 CN HA|Pingdingshan
    p 1270583 IN MP|Gwalior
    p 2035265 CN HL|Qiqihar
    p 1732905 MY 10|Klang
    p 3844421 AR M|Mendoza
    p 306571 TR |Konya
    p 209228 CD |Mbuji-Mayi
    p 1253184 IN AP|Vijayawāda|Vijayawada
    p 2246678 SN |Pikine
    p 3165524 IT |Turin
    p 1262321 IN KA|Mysore
    p 1791388 CN ZJ|Wenzhou
    p 498677 RU |Saratov
    p 1838716 KR |Bucheon-si
    p 472045 RU |Voronezh
    p 1258526 IN JH|Ranchi
    p 3522790 MX MEX|Naucalpan de Juárez|Naucalpan de Juarez
    p 1821940 KH |Takeo
    p 144448 IR |Ahvaz
    p 3947322 PE |Arequipa
    p 1633419 ID |Padang
    p 1269920 IN KA|Hubli
    p 2542997 MA |Marrakesh
    p 1771023 MY 10|Kampung Baru Subang
    p 4259418 US IN|Indianapolis
    p 4160021 US FL|Jacksonville
    p 3464374 BR RJ|Duque de Caxias
    p 2335953 NG PL|Jos
    p 2509954 ES |Valencia
    p 2337639 NG KW|Ilorin
    p 3946083 PE |Callao
    p 3911925 BO |La Paz
    p 3648522 VE |Barquisimeto
    p 4014338 MX CHH|Chihuahua
    p 5391959 US CA|San Francisco
    p 1799869 CN GX|Nanning
    p 1732752 MY 01|Johor Bahru
    p 281184 IL |Jerusalem
    p 1624917 ID |Bandarlampung
    p 1648473 ID |Bogor
    p 186301 KE |Mombasa
    p 1717512 PH |Cebu City
    p 687700 UA |Zaporizhzhya
    p 2995469 FR |Marseille
    p 250090 JO |Zarqa
    p 6955677 TR |Çankaya|Cankaya
    p 4671654 US TX|Austin
    p 4509177 US OH|Columbus
    p 2474141 DZ |Boumerdas
    p 1268782 IN PB|Jalandhar
    p 1254163 IN KL|Thiruvananthapuram
    p 1853195 JP 27|Sakai
    p 1785294 CN HA|Anyang
    p 3836873 AR T|San Miguel de Tucumán|San Miguel de Tucuman
    p 1257629 IN TN|Salem
    p 1254388 IN TN|Tiruchirappalli
    p 169577 SY |Homs
    p 2036892 CN |Hohhot
    p 1668355 TW |Tainan
    p 1817720 CN ZJ|Shangyu
    p 3093133 PL |Łódź|Lodz
    p 110336 SA |Dammam
    p 1788852 CN QH|Xining
    p 23814 IR |Kahrīz|Kahriz
    p 1266049 IN RJ|Kota
    p 3394023 BR RN|Natal
    p 1275817 IN OR|Bhubaneshwar
    p 1797595 CN HE|Qinhuangdao
    p 1808370 CN HN|Hengyang
    p 323777 TR |Antalya
    p 3094802 PL |Kraków|Krakow
    p 1279017 IN UP|Alīgarh|Aligarh
    p 1583992 VN |Da Nang
    p 965301 ZA KZN|Pietermaritzburg
    p 3691175 PE |Trujillo
    p 1636722 ID |Malang
    p 3645528 VE |Ciudad Guayana
    p 1277013 IN UP|Bareilly
    p 3386496 BR PI|Teresina
    p 1788572 CN HA|Xinxiang
    p 3449344 BR SP|São Bernardo do Campo|Sao Bernardo do Campo
    p 2036986 CN HL|Hegang
    p 4691930 US TX|Fort Worth
    p 2325200 NG OY|Oyo
    p 1167528 PK BA|Quetta
    p 4460243 US NC|Charlotte
    p 3467747 BR MS|Campo Grande
    p 1169607 PK |Muzaffarābād|Muzaffarabad
    p 4005492 MX NLE|Guadalupe
    p 751324 TR |Bağcılar|Bagcilar
    p 98463 IQ |As Sulaymānīyah|As Sulaymaniyah
    p 3685533 CO |Cúcuta|Cucuta
    p 1262801 IN UP|Morādābād|Moradabad
    p 1804540 CN HE|Langfang
    p 1783873 CN HA|Zhumadian
    p 1787093 CN SD|Yantai
    p 702550 UA |L'viv|Lviv
    p 3523349 MX YUC|Mérida|Merida
    p 3515431 MX MEX|Tlalnepantla
    p 4990729 US MI|Detroit
    p 5946768 CA AB|Edmonton
    p 1845457 KR |Jeonju
    p 1783763 CN HN|Zhuzhou
    p 1275901 IN MH|Bhiwandi
    p 1631761 ID |Pekanbaru
    p 2510911 ES |Sevilla|Seville
    p 482283 RU |Tol'yatti
    p 3397838 BR PE|Jaboatão|Jaboatao
    p 1851717 JP 22|Shizuoka-shi
    p 7874116 DO |Santo Domingo Oeste
    p 1185128 BD |Rājshāhi|Rajshahi
    p 8224624 ID |City of Balikpapan
    p 1815463 CN SX|Changzhi
    p 894701 ZW |Bulawayo
    p 2561668 MA |Agadir
    p 3432043 AR B|La Plata
    p 2033196 CN HE|Zhangjiakou
    p 2394819 BJ |Cotonou
    p 1783745 CN SC|Zigong
    p 2037346 CN LN|Fuxin
    p 2343279 NG EN|Enugu
    p 2530335 MA |Tangier
    p 1807234 CN HB|Huangshi
    p 2036113 CN LN|Liaoyang
    p 1858421 JP 43|Kumamoto
    p 1258980 IN CT|Raipur
    p 1713022 PH |General Santos
    p 3455775 BR SP|Osasco
    p 3985606 MX SLP|San Luis Potosí|San Luis Potosi
    p 1039854 MZ |Matola
    p 4012176 MX SIN|Culiacán|Culiacan
    p 3104324 ES AR|Zaragoza
    p 1270927 IN UP|Gorakhpur
    p 1790492 CN HN|Xiangtan
    p 1734634 MY 08|Ipoh
    p 6075357 CA ON|Mississauga
    p 1798422 CN HA|Puyang Chengguanzhen
    p 1799722 CN JS|Nantong
    p 2035715 CN HL|Mudanjiang
    p 3449701 BR SP|Santo André|Santo Andre
    p 2255414 CG |Pointe-Noire
    p 4019233 MX AGU|Aguascalientes
    p 703845 UA |Kryvyi Rih
    p 3533462 MX GRO|Acapulco de Juárez|Acapulco de Juarez
    p 3397277 BR PB|João Pessoa|Joao Pessoa
    p 1846918 KR |Ansan-si
    p 88319 LY |Benghazi
    p 2925533 DE |Frankfurt am Main|Frankfurt
    p 542420 RU |Krasnodar
    p 1809498 CN GX|Guilin
    p 5520993 US TX|El Paso
    p 2523920 IT |Palermo
    p 4641239 US TN|Memphis
    p 2485926 DZ |Oran
    p 316541 TR |Diyarbakır|Diyarbakir
    p 1684308 PH |Taguig
    p 479123 RU |Ulyanovsk
    p 1173055 PK |Kotli
    p 1854383 JP 33|Okayama-shi
    p 1784990 CN GD|Zhanjiang
    p 285839 KW |Al Aḩmadī|Al Ahmadi
    p 1621177 ID |Yogyakarta
    p 6091104 CA ON|North York
    p 3081368 PL |Wrocław|Wroclaw
    p 1845604 KR |Cheongju-si
    p 1846898 KR |Anyang-si
    p 2477461 DZ |Tébessa|Tebessa
    p 1784642 CN JS|Zhenjiang
    p 6183235 CA MB|Winnipeg
    p 2037886 CN LN|Dandong
    p 554840 RU |Izhevsk
    p 6317344 BR PE|Jaboatão dos Guararapes|Jaboatao dos Guararapes
    p 1795874 CN GD|Shaoguan
    p 1787746 CN JS|Yancheng
    p 3530139 MX |Coyoacán|Coyoacan
    p 3465624 BR MG|Contagem
    p 3991164 MX QUE|Santiago de Querétaro|Santiago de Queretaro
    p 1275971 IN CT|Bhilai
    p 2035513 CN LN|Panshan
    p 3988086 MX |Saltillo
    p 128226 IR |Kermānshāh|Kermanshah
    p 4347778 US MD|Baltimore
    p 3451328 BR SP|Ribeirão Preto|Ribeirao Preto
    p 79415 YE |Al Ḩudaydah|Al Hudaydah
    p 4930956 US MA|Boston
    p 7290466 PH |Pasig City
    p 1269300 IN JH|Jamshedpur
    p 1809078 CN HI|Haikou
    p 70225 YE |Ta‘izz|Ta`izz
    p 3448636 BR SP|São José dos Campos|Sao Jose dos Campos
    p 1793505 CN JS|Taizhou
    p 1788927 CN HE|Xingtai
    p 2648579 GB SCT|Glasgow
    p 1275248 IN MH|Borivli
    p 5809844 US WA|Seattle
    p 3515428 MX |Tlalpan
    p 468902 RU |Yaroslavl
    p 1020098 ZA GP|Benoni
    p 1863289 JP 22|Hamamatsu
    p 1273874 IN KL|Cochin
    p 2036427 CN LN|Jinzhou
    p 1278718 IN MH|Amrāvati|Amravati
    p 1581298 VN |Haiphong
    p 94787 IQ |Kirkuk
    p 1257416 IN MH|Sāngli|Sangli
    p 5419384 US CO|Denver
    p 1626801 ID |Situbondo
    p 2034786 CN HL|Shuangyashan
    p 6948711 CA ON|Scarborough
    p 1510853 RU |Barnaul
    p 2747891 NL |Rotterdam
    p 1802204 CN HE|Luancheng
    p 3996069 MX BCN|Mexicali
    p 4004898 MX SON|Hermosillo
    p 5263045 US WI|Milwaukee
    p 118743 IR |Rasht
    p 2352947 NG OG|Abeokuta
    p 2928810 DE |Essen
    p 308464 TR |Kayseri
    p 3995402 MX |Morelia
    p 2165087 AU QLD|Gold Coast
    p 2033370 CN LN|Yingkou
    p 1785018 CN FJ|Zhangzhou
    p 2825297 DE BW|Stuttgart
    p 2935517 DE |Dortmund
    p 2013348 RU |Vladivostok
    p 2023469 RU |Irkutsk
    p 931755 MW |Blantyre
    p 5746545 US OR|Portland
    p 5506956 US NV|Las Vegas
    p 738329 TR |Üsküdar|UEskuedar
    p 3176219 IT 42|Genoa
    p 1273780 IN OR|Cuttack
    p 4544349 US OK|Oklahoma City
    p 1863440 JP 13|Hachiōji|Hachioji
    p 2022890 RU |Khabarovsk
    p 128234 IR |Kermān|Kerman
    p 3698350 PE |Chiclayo
    p 121801 IR |Orūmīyeh|Orumiyeh
    p 7627067 TR |Bahçelievler|Bahcelievler
    p 1816440 CN AH|Bengbu
    p 1275665 IN RJ|Bīkāner|Bikaner
    p 738377 TR |Umraniye
    p 2934246 DE |Düsseldorf|Dusseldorf
    p 1650213 ID |Banjarmasin
    p 1529195 CN XJ|Shihezi
    p 3688465 CO |Bucaramanga
    p 1735634 MY 13|Kuching
    p 3088171 PL |Poznań|Poznan
    p 3514783 MX |Veracruz
    p 2514256 ES |Málaga|Malaga
    p 2290956 CI |Bouaké|Bouake
    p 2322911 NG SO|Sokoto
    p 3445831 BR MG|Uberlândia|Uberlandia
    p 2326016 NG AN|Onitsha
    p 1863905 JP 12|Funabashi
    p 1877449 KP |Hamhŭng|Hamhung
    p 3447399 BR SP|Sorocaba
    p 1252948 IN TG|Warangal
    p 3536729 CU |Santiago de Cuba
    p 2034714 CN JL|Siping
    p 1860827 JP 46|Kagoshima-shi
    p 1625812 ID |Surakarta
    p 1797873 CN JS|Huai'an
    p 1276032 IN GJ|Bhāvnagar|Bhavnagar
    p 3430863 AR B|Mar del Plata
    p 1183880 PK PB|Bahāwalpur|Bahawalpur
    p 1159301 IR |Zahedan
    p 415189 YE |Aden
    p 1261977 IN MH|Nanded
    p 515003 RU |Orenburg
    p 1846326 KR |Changwon
    p 2036581 CN HL|Jiamusi
    p 1730501 PH |Antipolo
    p 1799491 CN SC|Neijiang
    p 2944388 DE HB|Bremen
    p 5454711 US NM|Albuquerque
    p 2542715 MA |Meknès|Meknes
    p 292672 AE |Sharjah
    p 1670029 TW |Banqiao
    p 1166000 PK PB|Sargodha
    p 3531673 MX ROO|Cancún|Cancun
    p 1787227 CN JS|Yangzhou
    p 1496990 RU |Novokuznetsk
    p 212730 CD |Kisangani
    p 358619 EG |Port Said
    p 304531 TR |Mercin
    p 2319133 NG DE|Warri
    p 1809412 CN ZJ|Guli
    p 2344082 NG LA|Ebute Ikorodu
    p 1793424 CN TJ|Tanggu
    p 1806299 CN GD|Jiangmen
    p 4644585 US TN|Nashville
    p 107968 SA |Ta'if
    p 1052373 MZ |Beira
    p 1270668 IN AP|Guntūr|Guntur
    p 2244322 SN |Touba
    p 6325494 CA QC|Québec|Quebec|Quebec City
    p 132144 IR |Hamadān|Hamadan
    p 1816080 CN HE|Cangzhou
    p 3517270 MX MEX|Santa María Chimalhuacán|Santa Maria Chimalhuacan
    p 3981254 MX |Torreon
    p 1273313 IN UT|Dehradun
    p 3465038 BR MT|Cuiabá|Cuiaba
    p 3827409 MX |Cuauhtémoc|Cuauhtemoc
    p 3532624 MX MEX|Ciudad López Mateos|Ciudad Lopez Mateos
    p 1735158 MY 10|Petaling Jaya
    p 1276014 IN MH|Bhayandar
    p 747340 TR |Esenler
    p 500096 RU |Ryazan'
    p 5318313 US AZ|Tucson
    p 5969782 CA ON|Hamilton
    p 1488754 RU |Tyumen
    p 1272175 IN WB|Durgāpur|Durgapur
    p 3429652 AR B|Quilmes
    p 1279159 IN RJ|Ajmer
    p 1791121 CN HN|Changde
    p 1805987 CN HA|Jiaozuo
    p 1253894 IN MH|Ulhasnagar
    p 1266285 IN MH|Kolhāpur|Kolhapur
    p 535121 RU |Lipetsk
    p 1256525 IN WB|Shiliguri
    p 2910831 DE |Hannover|Hanover
    p 315202 TR |Eskişehir|Eskisehir
    p 3838233 AR A|Salta
    p 511565 RU |Penza
    p 949880 ZA GP|Tembisa
    p 1275610 IN GJ|Bilimora
    p 700569 UA |Mykolayiv
    p 6316406 BR GO|Aparecida de Goiânia|Aparecida de Goiania
    p 3875024 CL |Puente Alto
    p 1703417 PH |Makati City
    p 523750 RU TA|Naberezhnyye Chelny
    p 1791236 CN AH|Wuhu
    p 3515302 MX MEX|Toluca
    p 1855431 JP 15|Niigata-shi
    p 2879139 DE |Leipzig
    p 2934691 DE |Duisburg
    p 1278314 IN WB|Āsansol|Asansol
    p 2711537 SE |Göteborg|Goeteborg|Gothenburg
    p 143127 IR |Arāk|Arak
    p 580497 RU |Astrakhan'
    p 1790437 CN GD|Zhuhai
    p 1839071 KR |Pohang
    p 2861650 DE BY|Nürnberg|Nuernberg|Nuremberg
    p 1795816 CN HB|Shashi
    p 3520339 MX TAM|Reynosa
    p 532096 RU DA|Makhachkala
    p 5350937 US CA|Fresno
    p 1646448 ID |Cimahi
    p 3981461 MX JAL|Tlaquepaque
    p 1803936 CN GS|Wuwei
    p 1269317 IN GJ|Jāmnagar|Jamnagar
    p 3471872 BR SE|Aracaju
    p 377039 SD |Port Sudan
    p 3836277 AR S|Santa Fe de la Vera Cruz
    p 3601782 HN |San Pedro Sula
    p 359796 EG |Suez
    p 2935022 DE |Dresden
    p 1489425 RU |Tomsk
    p 2593460 CD |Masina
    p 1257806 IN UP|Sahāranpur|Saharanpur
    p 1270752 IN KA|Gulbarga
    p 1276058 IN WB|Bhātpāra|Bhatpara
    p 98860 IQ |An Najaf
    p 3463478 BR BA|Feira de Santana
    p 1732903 MY 10|Shah Alam
    p 701822 UA |Mariupol
    p 1862627 JP 28|Himeji
    p 3515001 MX CHP|Tuxtla Gutiérrez|Tuxtla Gutierrez
    p 627907 BY |Gomel
    p 1833788 KR |Uijeongbu-si
    p 1006984 ZA EC|East London
    p 111822 IR |Yazd
    p 57289 SO |Hargeysa
    p 1164909 PK PB|Sialkot
    p 1503901 RU |Kemerovo
    p 1786764 CN HB|Yichang
    p 1843847 KR |Hwaseong-si
    p 3515807 MX MEX|Cuautitlán Izcalli|Cuautitlan Izcalli
    p 1786657 CN |Yinchuan
    p 944385 ZA GP|Vereeniging
    p 2747373 NL |The Hague
    p 3592519 GT |Mixco
    p 2996944 FR |Lyon
    p 3458449 BR PR|Londrina
    p 1809061 CN ZJ|Jiaojiang
    p 1857553 JP 12|Matsudo
    p 3459505 BR MG|Juiz de Fora
    p 2644210 GB ENG|Liverpool
    p 1855207 JP 28|Nishinomiya-hama
    p 480562 RU |Tula
    p 5139568 US NY|Staten Island
    p 1859730 JP 11|Kawaguchi
    p 5389489 US CA|Sacramento
    p 1783621 CN GZ|Zunyi
    p 1805953 CN ZJ|Jiaxing
    p 3470142 BR RJ|Belford Roxo
    p 1269321 IN |Jammu
    p 2036109 CN JL|Liaoyuan
    p 214481 CD |Kananga
    p 1018725 ZA |Bloemfontein
    p 1790587 CN HB|Xiangyang
    p 5367929 US CA|Long Beach
    p 3099434 PL |Gdańsk|Gdansk
    p 2346229 NG CR|Calabar
    p 1798998 CN SC|Dadukou
    p 3459712 BR SC|Joinville
    p 170017 SY |Ḩamāh|Hamah
    p 2803138 BE |Antwerpen|Antwerp
    p 4393217 US MO|Kansas City
    p 1860243 JP 17|Kanazawa-shi
    p 7701384 TR |Karabağlar|Karabaglar
    p 1679432 PH |Zamboanga
    p 548408 RU |Kirov
    p 1253914 IN MP|Ujjain
    p 1733432 MY 12|Kota Kinabalu
    p 4011743 MX DUR|Victoria de Durango
    p 3456283 BR RJ|Niterói|Niteroi
    p 1808392 CN HE|Hengshui
    p 101628 SA |Tabūk|Tabuk
    p 1630789 ID |Pontianak
    p 2644688 GB ENG|Leeds
    p 1873757 KP |Namp'o
    p 1729564 PH |Bacolod City
    p 3448877 BR RJ|São João de Meriti|Sao Joao de Meriti
    p 1701500 PH |Mansilingan
    p 1258662 IN TG|Rāmgundam|Ramgundam
    p 702658 UA |Luhansk
    p 1636544 ID |Manado
    p 609655 KZ |Karagandy
    p 1805518 CN SD|Jining
    p 2501152 DZ |Constantine
    p 8505006 CN YN|Wenshan City
    p 1849053 JP 09|Utsunomiya-shi
    p 3523466 MX TAM|Heroica Matamoros
    p 298333 TR |Şanlıurfa|Sanliurfa
    p 2038087 CN HE|Chengde
    p 1788046 CN HA|Xuchang
    p 1854487 JP 44|Ōita|Oita
    p 3827407 MX |Venustiano Carranza
    p 3837213 AR J|San Juan
    p 2638077 GB ENG|Sheffield
    p 569696 RU |Cheboksary
    p 1017780 ZA GP|Boksburg
    p 1721080 PH |Cagayan de Oro
    p 1926099 JP 38|Matsuyama
    p 3985241 MX NLE|San Nicolás de los Garza|San Nicolas de los Garza
    p 1865387 JP 28|Amagasaki
    p 1256409 IN WB|Shyamnagar
    p 1715430 PH |Dasmariñas|Dasmarinas
    p 304922 TR |Malatya
    p 1348818 IN WB|Nangi
    p 3672486 CO |Pereira
    p 1265873 IN KL|Kozhikode
    p 5304391 US AZ|Mesa
    p 1308465 MM |Mawlamyine
    p 4791259 US VA|Virginia Beach
    p 3696183 PE |Iquitos
    p 1858311 JP 33|Kurashiki
    p 7628416 TR |Sultangazi
    p 2231320 CM |Garoua
    p 2513416 ES MC|Murcia
    p 152224 TZ |Mwanza
    p 2319480 NG AK|Uyo
    p 2038365 CN HL|Bei'an
    p 1254361 IN TN|Tirunelveli
    p 2650225 GB SCT|Edinburgh
    p 2229798 CM |Kousséri|Kousseri
    p 1264115 IN MH|Mālegaon|Malegaon
    p 554234 RU |Kaliningrad
    p 94824 IQ |Karbala
    p 3407669 BR PA|Ananindeua
    p 1650527 ID |Balikpapan
    p 5907364 CA ON|Brampton
    p 2972315 FR |Toulouse
    p 1513157 UZ |Namangan
    p 2334802 NG KT|Katsina
    p 940909 ZA |Welkom
    p 3668605 CO |Santa Marta
    p 360829 EG |Al Maḩallah al Kubrá|Al Mahallah al Kubra
    p 2654675 GB ENG|Bristol
    p 1269407 IN MH|Jālgaon|Jalgaon
    p 1848313 JP 14|Yokosuka
    p 1279105 IN MH|Akola
    p 1276533 IN KA|Belgaum
    p 1801757 CN ZJ|Luqiao
    p 571476 RU |Bryansk
    p 741763 TR |Maltepe
    p 3532497 MX |Azcapotzalco
    p 3526617 MX |Xalapa de Enríquez|Xalapa de Enriquez
    p 3648559 VE |Barcelona
    p 1815395 CN GD|Chaozhou
    p 2352379 NG EK|Ado-Ekiti
    p 1271439 IN BR|Gaya
    p 1253986 IN RJ|Udaipur
    p 922741 CD |Likasi
    p 360502 EG |Luxor
    p 3680656 CO |Ibagué|Ibague
    p 1795855 CN ZJ|Shaoxing
    p 555312 RU |Ivanovo
    p 315368 TR |Erzurum
    p 2350841 NG ON|Akure
    p 359783 EG |Asyūţ|Asyut
    p 1642858 ID |Jambi City
    p 360761 EG |Al Manşūrah|Al Mansurah
    p 4180439 US GA|Atlanta
    p 1266122 IN CT|Korba
    p 1275362 IN JH|Bokāro|Bokaro
    p 922773 CD |Kolwezi
    p 2193733 NZ |Auckland
    p 1164408 PK SD|Sukkur
    p 1263780 IN KA|Mangalore
    p 1801934 CN HA|Luohe
    p 5417598 US CO|Colorado Springs
    p 1518980 KZ |Shymkent
    p 1787351 CN SX|Yangquan
    p 532288 RU |Magnitogorsk
    p 1269006 IN UP|Jhānsi|Jhansi
    p 3463237 BR SC|Florianópolis|Florianopolis
    p 3449433 BR SP|Santos
    p 3778045 VE |Maturín|Maturin
    p 143083 IR |Ardabīl|Ardabil
    p 1856177 JP 42|Nagasaki-shi|Nagasaki
    p 2038120 CN LN|Chaoyang
    p 281133 PS |Gaza|Gaza City
    p 538560 RU |Kursk
    p 5074472 US NE|Omaha
    p 292913 AE |Al Ain
    p 1846266 KR |Jeju-si
    p 1794904 CN HB|Shiyan
    p 3083829 PL |Szczecin
    p 1587923 VN |Biên Hòa|Bien Hoa
    p 3587902 GT |Villa Nueva
    p 3451353 BR MG|Ribeirão das Neves|Ribeirao das Neves
    p 1862540 JP 27|Hirakata
    p 1645528 ID |Denpasar
    p 2540483 MA |Oujda
    p 347497 EG |Tanda
    p 971421 ZA KZN|Newcastle
    p 3514450 MX |Xochimilco
    p 1261529 IN AP|Nellore
    p 1675151 TW |Hsinchu
    p 4487042 US NC|Raleigh
    p 2036389 CN HL|Jixi
    p 148730 TZ |Zanzibar
    p 6696918 TW |Taoyuan City
    p 3981369 MX JAL|Tonalá|Tonala
    p 372753 SD |Kassala
    p 2512989 ES |Palma
    p 911148 ZM |Kitwe
    p 98854 IQ |An Nāşirīyah|An Nasiriyah
    p 480060 RU |Tver
    p 1857871 JP 13|Machida
    p 1806408 CN GD|Yangjiang
    p 4164138 US FL|Miami
    p 706369 UA |Khmel'nyts'kyy
    p 1863641 JP 21|Gifu-shi
    p 1254348 IN TN|Tiruppur
    p 1678228 TW |Keelung
    p 5150529 US OH|Cleveland
    p 2558545 MA |Al Hoceïma|Al Hoceima
    p 2643123 GB ENG|Manchester
    p 6159905 CA BC|Surrey
    p 3445026 BR ES|Vila Velha
    p 1791681 CN SD|Weifang
    p 1864092 JP 14|Fujisawa
    p 901344 ZM |Ndola
    p 1259091 IN KL|Kollam
    p 3447779 BR ES|Serra
    p 740264 TR |Samsun
    p 2234974 CM |Bamenda
    p 379003 SD |El Obeid
    p 3688928 CO |Bello
    p 1788694 CN JS|Xinpu
    p 1734052 MY 12|Sandakan
    p 4553433 US OK|Tulsa
    p 107304 SA |Buraydah
    p 1138336 AF |Kandahār|Kandahar
    p 5378538 US CA|Oakland
    p 3464739 BR SP|Diadema
    p 1185186 BD |Comilla
    p 1606590 TH |Samut Prakan
    p 1033356 MZ |Nampula
    p 1711005 PH |Iloilo
    p 105072 SA |Khamis Mushait
    p 3467693 BR RJ|Campos
    p 3429577 AR H|Resistencia
    p 2214846 LY |Mişrātah|Misratah
    p 3457381 BR SP|Mauá|Maua
    p 2395914 BJ |Abomey-Calavi
    p 2947416 DE |Bochum
    p 1849837 JP 27|Toyonaka
    p 3526700 MX |Iztacalco
    p 3470044 BR MG|Betim
    p 1863917 JP 34|Fukuyama
    p 2239076 AO |N'dalatando
    p 3726786 HT |Delmas 73
    p 5037649 US MN|Minneapolis
    p 4281730 US KS|Wichita
    p 3672778 CO |Pasto
    p 321836 TR |Batman
    p 2515270 ES |Las Palmas de Gran Canaria
    p 3466537 BR RS|Caxias do Sul
    p 520494 RU |Nizhniy Tagil
    p 1812955 CN SD|Dezhou
    p 694423 UA |Sevastopol
    p 986822 ZA GP|Krugersdorp
    p 1260482 IN WB|Pānihāti|Panihati
    p 1849846 JP 23|Toyohashi
    p 1784130 CN HA|Zhoukou
    p 6050610 CA QC|Laval
    p 3939459 PE |Huancayo
    p 702320 UA |Makiyivka
    p 1798449 CN FJ|Putian
    p 310859 TR |Kahramanmaraş|Kahramanmaras
    p 1852383 JP 30|Minato
    p 3448639 BR SP|São José do Rio Preto|Sao Jose do Rio Preto
    p 598316 LT |Kaunas
    p 2033574 CN HE|Zhangjiakou Shi Xuanhua Qu
    p 1734810 MY 05|Seremban
    p 1798654 CN JX|Pingxiang
    p 298117 TR |Van
    p 5856195 US HI|Honolulu
    p 145459 IR |Abadan
    p 3629672 VE |Puerto La Cruz
    p 7304020 CN HN|Fenghuang
    p 3078610 CZ |Brno
    p 625665 BY |Mahilyow
    p 1855612 JP 29|Nara-shi
    p 1279228 IN MH|Ahmadnagar
    p 1272691 IN MH|Dhule
    p 3393536 BR PE|Olinda
    p 2544571 MA |Kenitra
    p 3102014 PL |Bydgoszcz
    p 1735227 MY 06|Kuantan
    p 3181928 IT 45|Bologna
    p 3514519 MX MEX|San Miguel Xico Viejo
    p 4671240 US TX|Arlington
    p 1845759 KR |Cheonan
    p 3630297 VE |Petare
    p 1172128 PK SD|Lārkāna|Larkana
    p 379062 SD |Al Qadarif
    p 2192362 NZ |Christchurch
    p 487846 RU |Stavropol'
    p 3514670 MX TAB|Villahermosa
    p 1849814 JP 23|Toyota
    p 2187404 NZ |Manukau City
    p 1784853 CN GD|Zhaoqing
    p 6947637 TR |Ataşehir|Atasehir
    p 1276300 IN BR|Bhāgalpur|Bhagalpur
    p 1165221 PK PB|Sheikhupura
    p 3466998 BR SP|Carapicuíba|Carapicuiba
    p 2805753 DE |Wuppertal
    p 2294877 GH |Tamale
    p 2014407 RU |Ulan-Ude
    p 1856215 JP 20|Nagano-shi
    p 2362344 BF |Bobo-Dioulasso
    p 765876 PL |Lublin
    p 6324729 CA NS|Halifax
    p 1817993 CN AH|Anqing
    p 1516905 KZ |Taraz
    p 693805 UA |Simferopol
    p 1689395 PH |San Jose del Monte
    p 3675443 CO |Manizales
    p 1948005 KR |Kwangmyŏng|Kwangmyong
    p 111453 IR |Zanjān|Zanjan
    p 2112539 JP 07|Iwaki
    p 1729524 PH |Bacoor
    p 2130629 JP 01|Asahikawa
    p 1842943 KR |Kimhae
    p 581049 RU |Arkhangel'sk
    p 1651531 ID |Ambon
    p 1629001 ID |Samarinda
    p 3827406 MX |Benito Juarez
    p 3128026 ES |Bilbao
    p 3996322 MX SIN|Mazatlán|Mazatlan
    p 3835869 AR G|Santiago del Estero
    p 1850910 JP 27|Takatsuki
    p 734077 GR |Thessaloníki|Thessaloniki
    p 3827408 MX |Miguel Hidalgo
    p 3648546 VE |Barinas
    p 3673899 CO |Neiva
    p 1854376 JP 23|Okazaki
    p 141681 IR |Bandar ‘Abbās|Bandar 'Abbas
    p 689558 UA 05|Vinnytsya
    p 4018390 MX NLE|Apodaca
    p 1817968 CN GZ|Anshun
    p 1851483 JP 27|Suita
    p 3526682 MX MEX|Ixtapaluca
    p 1926004 JP 30|Wakayama-shi
    p 1674504 TW |Hualian
    p 1707267 PH |Lapu-Lapu City
    p 1259239 IN MP|Punāsa|Punasa
    p 1262332 IN UP|Muzaffarnagar
    p 3522551 MX TAM|Nuevo Laredo
    p 3176959 IT |Florence
    p 117574 IR |Sanandaj
    p 1265014 IN MH|Latur
    p 3403642 BR PB|Campina Grande
    p 5950267 CA ON|Etobicoke
    p 3566067 CU |Camagüey|Camaguey
    p 5325738 US CA|Bakersfield
    p 6058560 CA ON|London
    p 2038067 CN |Chifeng
    p 1877030 KP |Hŭngnam|Hungnam
    p 578072 RU |Belgorod
    p 371760 SD |Kosti
    p 2035261 CN HL|Taihe
    p 3625829 VE |Turmero
    p 3515463 MX |Tlahuac
    p 4335045 US LA|New Orleans
    p 3529947 MX MOR|Cuernavaca
    p 1501321 RU |Kurgan
    p 1185188 BD |Rangpur
    p 1182637 PK |Bhimbar
    p 620127 BY |Vitebsk
    p 3667849 CO |Soledad
    p 1795060 CN GD|Shiqi
    p 3453643 BR SP|Piracicaba
    p 2657896 CH ZH|Zürich|Zurich
    p 1265767 IN TG|Kūkatpalli|Kukatpalli
    p 1175892 PK PB|Jhang Sadr
    p 161325 TZ |Arusha
    p 1278840 IN TN|Ambattūr|Ambattur
    p 2112141 JP 07|Kōriyama|Koriyama
    p 728193 BG |Plovdiv
    p 1106542 ZW |Chitungwiza
    p 1859924 JP 12|Kashiwa
    p 173576 SY |Latakia
    p 1529660 CN XJ|Yingbazha
    p 4004330 MX GUA|Irapuato
    p 1850181 JP 11|Tokorozawa
    p 2644668 GB ENG|Leicester
    p 3435217 AR W|Corrientes
    p 553915 RU |Kaluga
    p 3396016 BR AP|Macapá|Macapa
    p 2990440 FR |Nice
    p 1876373 KP |Kaesŏng|Kaesong
    p 3645532 VE |Ciudad Bolívar|Ciudad Bolivar
    p 1859740 JP 11|Kawagoe
    p 1185098 BD |Tungi
    p 1276509 IN KA|Bellary
    p 3460644 BR SP|Itaquaquecetuba
    p 5323810 US CA|Anaheim
    p 4174757 US FL|Tampa
    p 1859146 JP 39|Kōchi-shi|Kochi-shi
    p 3470279 BR SP|Bauru
    p 2521978 ES |Alicante
    p 1851100 JP 37|Takamatsu-shi
    p 2034439 CN LN|Tieling
    p 119505 IR |Qazvin
    p 1262330 IN BR|Muzaffarpur
    p 1268257 IN WB|Kāmārhāti|Kamarhati
    p 364103 SD |Wad Medani
    p 1805741 CN SX|Jincheng
    p 3456814 BR MG|Montes Claros
    p 2949186 DE |Bielefeld
    p 1701947 PH |Mandaue City
    p 127319 IR |Khorramshahr
    p 1263364 IN UP|Mathura
    p 127349 IR |Khorramābād|Khorramabad
    p 3583096 SV |Soyapango
    p 1260107 IN PB|Patiāla|Patiala
    p 1866923 KP |Wŏnsan|Wonsan
    p 1520240 KZ |Pavlodar
    p 2519240 ES |Córdoba|Cordoba
    p 1274693 IN MH|Chandrapur
    p 3467467 BR RS|Canoas
    p 491422 RU |Sochi
    p 2044757 KP |Chongjin
    p 2033467 CN JL|Yanji
    p 1275960 IN RJ|Bhīlwāra|Bhilwara
    p 2528910 MA |Tétouan|Tetouan
    p 2113719 JP 05|Akita Shi
    p 3457001 BR SP|Mogi das Cruzes
    p 1849876 JP 16|Toyama-shi
    p 3693528 PE |Piura
    p 1254187 IN KL|Trichūr|Trichur
    p 5412347 US CO|Aurora
    p 1275198 IN OR|Brahmapur
    p 5392900 US CA|Santa Ana
    p 3448136 BR SP|São Vicente|Sao Vicente
    p 515012 RU |Orël|Orel
    p 1793879 CN HB|Suizhou
    p 3429886 AR N|Posadas
    p 99608 IQ |Al ‘Amārah|Al `Amarah
    p 472231 RU |Volzhskiy
    p 3665900 CO |Villavicencio
    p 3459462 BR SP|Jundiaí|Jundiai
    p 3701329 PA |San Miguelito
    p 491687 RU |Smolensk
    p 3439101 PY |Ciudad del Este
    p 3454244 BR RS|Pelotas
    p 706448 UA |Kherson
    p 1256728 IN UP|Shāhjahānpur|Shahjahanpur
    p 2113126 JP 05|Akita
    p 2228373 CM |Maroua
    p 3430545 AR B|Morón|Moron
    p 3472287 BR GO|Anápolis|Anapolis
    p 3522210 MX HID|Pachuca de Soto
    p 1256515 IN KA|Shimoga
    p 1216265 UZ |Samarqand
    p 4407066 US MO|St. Louis
    p 524305 RU |Murmansk
    p 2646003 GB ENG|Islington
    p 3556969 CU |Holguín|Holguin
    p 1520316 KZ |Ust-Kamenogorsk
    p 99762 IQ |Ad Dīwānīyah|Ad Diwaniyah
    p 1787858 CN JX|Shangrao
    p 1635882 ID |Mataram
    p 1514588 UZ |Andijon
    p 675810 RO |Iaşi|Iasi
    p 3106672 ES |Valladolid
    p 696643 UA |Poltava
    p 1858729 JP 11|Koshigaya
    p 473249 RU |Vladikavkaz
    p 627904 BY |Hrodna
    p 3096472 PL |Katowice
    p 1258076 IN HR|Rohtak
    p 2038569 CN JL|Baicheng
    p 3698304 PE |Chimbote
    p 681290 RO |Cluj-Napoca
    p 1720681 PH |Calamba
    p 2347470 NG BA|Bauchi
    p 569223 RU |Cherepovets
    p 3689560 CO |Armenia
    p 99131 IQ |Al Kūt|Al Kut
    p 665087 RO |Timişoara|Timisoara
    p 472459 RU |Vologda
    p 739549 TR |Şişli|Sisli
    p 3667905 CO |Soacha
    p 3530569 MX MEX|Coacalco
    p 586523 AZ |Ganja
    p 2036434 CN LN|Lianshan
    p 317109 TR |Denizli
    p 2338313 NG LA|Ikeja
    p 2946447 DE |Bonn
    p 3068799 CZ |Ostrava
    p 726050 BG |Varna
    p 3444924 BR ES|Vitória|Vitoria
    p 1792621 CN AH|Wusong
    p 1711082 PH |Iligan City
    p 3941584 PE |Cusco
    p 3457671 BR PR|Maringá|Maringa
    p 1856717 JP 45|Miyazaki-shi
    p 1214189 ID |Percut
    p 3693345 PE |Pucallpa
    p 1805680 CN JX|Jingdezhen
    p 3461789 BR SP|Guarujá|Guaruja
    p 1870883 KP |Sariwŏn|Sariwon
    p 473247 RU |Vladimir
    p 3899539 CL |Antofagasta
    p 1016670 ZA |Botshabelo
    p 1649150 ID |Bengkulu
    p 1722186 PH |Butuan
    p 3516355 MX TAM|Tampico
    p 2025339 RU |Chita
    p 2652221 GB ENG|Coventry
    p 2155472 AU NSW|Newcastle
    p 3666304 CO |Valledupar
    p 4005867 MX NLE|General Escobedo
    p 2503826 DZ |Biskra
    p 2873891 DE BW|Mannheim
    p 710735 UA |Chernihiv
    p 248946 JO |Irbid
    p 1254089 IN KA|Tumkūr|Tumkur
    p 1846052 KR |Chinju
    p 1734199 MY 12|Tawau
    p 1812101 CN SD|Shengli
    p 1271885 IN UP|Fīrozābād|Firozabad
    p 361320 EG |Al Fayyūm|Al Fayyum
    p 3662762 BR RO|Porto Velho
    p 4014875 MX GUA|Celaya
    p 3836564 AR Y|San Salvador de Jujuy
    p 5206379 US PA|Pittsburgh
    p 1016181 ZA GP|Brakpan
    p 1701966 PH |Mandaluyong City
    p 1261258 IN TG|Nizāmābād|Nizamabad
    p 1265711 IN WB|Kulti
    p 4683416 US TX|Corpus Christi
    p 3463011 BR SP|Franca
    p 1258932 IN AP|Rājahmundry|Rajahmundry
    p 680332 RO |Craiova
    p 5387877 US CA|Riverside
    p 680963 RO |Constanţa|Constanta
    p 498698 RU |Saransk
    p 1133616 AF |Mazār-e Sharīf|Mazar-e Sharif
    p 2645425 GB ENG|Hull
    p 2653822 GB WLS|Cardiff
    p 1277029 IN WB|Barddhamān|Barddhaman
    p 1177654 PK PB|Gujrāt|Gujrat
    p 1856035 JP 47|Naha-shi
    p 629634 BY |Brest
    p 1170880 PK KP|Mardan
    p 1490624 RU |Surgut
    p 442301 TR |Batikent
    p 1263833 IN MP|Māndu|Mandu
    p 1519922 KZ |Kyzylorda
    p 1735106 MY |George Town|Georgetown
    p 1787323 CN GX|Yangshuo
    p 3632308 VE |Mérida|Merida
    p 9862222 KZ |Kyzyl-Orda
    p 1730737 PH |Angeles City
    p 2654993 GB ENG|Bradford
    p 1687687 PH |Santol
    p 1859891 JP 23|Kasugai
    p 1642588 ID |Jember
    p 2130658 JP 02|Aomori Shi
    p 1853574 JP |Ōtsu-shi|Otsu-shi
    p 1277065 IN WB|Bārāsat|Barasat
    p 315808 TR |Elazığ|Elazig
    p 7281931 CA BC|Okanagan
    p 710791 UA |Cherkasy
    p 3105976 ES GA|Vigo
    p 3824166 MX TAM|Tampico
    p 1847966 JP 28|Akashi
    p 1277539 IN WB|Bāli|Bali
    p 4508722 US OH|Cincinnati
    p 1270022 IN HR|Hisar
    p 1258599 IN UP|Rāmpur|Rampur
    p 1848373 JP 24|Yokkaichi
    p 4297999 US KY|Lexington-Fayette
    p 1884138 KR |Yeosu
    p 2111834 JP 03|Morioka-shi
    p 3868121 CL |Viña del Mar|Vina del Mar
    p 692194 UA |Sumy
    p 2112923 JP 07|Fukushima-shi
    p 677697 RO |Galaţi|Galati
    p 3469968 BR SC|Blumenau
    p 6954929 IN UP|Greater Noida
    p 7279746 IN UP|Noida
    p 3463030 BR PR|Foz do Iguaçu|Foz do Iguacu
    p 109571 SA |Al Hufūf|Al Hufuf
    p 1268561 IN AP|Kākināda|Kakinada
    p 1260476 IN HR|Pānīpat|Panipat
    p 1519422 KZ |Semey
    p 2331140 NG BE|Makurdi
    p 3453186 BR PR|Ponta Grossa
    p 2330100 NG NI|Minna
    p 776069 PL |Białystok|Bialystok
    p 5879400 US AK|Anchorage
    p 5399020 US CA|Stockton
    p 154380 TZ |Mbeya
    p 1608133 TH |Mueang Nonthaburi
    p 1842225 KR |Gumi
    p 484646 RU |Tambov
    p 2525068 IT |Catania
    p 109101 SA |Al Mubarraz
    p 2235189 CM |Bafoussam
    p 1174625 PK PB|Kasūr|Kasur
    p 2745912 NL |Utrecht
    p 1788245 CN HI|Xiuying
    p 3392740 BR PE|Paulista
    p 99347 IQ |Al Ḩillah|Al Hillah
    p 3458575 BR SP|Limeira
    p 1260341 IN MH|Parbhani
    p 6174041 CA BC|Victoria
    p 1816705 CN GX|Beihai
    p 1806776 CN GD|Huizhou
    p 737071 TR |Zeytinburnu
    p 1818209 HK |Tsuen Wan
    p 4295940 US KY|Ironville
    p 4300488 US KY|Meads
    p 2481700 DZ |Sétif|Setif
    p 2537881 MA |Safi
    p 2040893 KP |Sinŭiju|Sinuiju
    p 1580240 VN |Huế|Hue
    p 5174035 US OH|Toledo
    p 1273491 IN BR|Darbhanga
    p 752850 TR |Adapazarı|Adapazari
    p 7628419 TR |Sultanbeyli
    p 3445156 BR RS|Viamão|Viamao
    p 359493 EG |Zagazig
    p 5045360 US MN|Saint Paul
    p 1734705 MY 11|Kuala Terengganu
    p 361055 EG |Ismailia
    p 3487903 VE |Alto Barinas
    p 96994 IQ |Dihok
    p 2892794 DE BW|Karlsruhe
    p 2112664 JP 12|Ichihara
    p 1843491 KR |Iksan
    p 1572151 VN |Nha Trang
    p 3447212 BR SP|Suzano
    p 1278946 IN RJ|Alwar
    p 1720840 PH |Cainta
    p 3719028 HT |Pétionville|Petionville
    p 1857843 JP 10|Maebashi-shi
    p 1275637 IN CT|Bilāspur|Bilaspur
    p 7281838 AU QLD|Logan City
    p 3868626 CL |Valparaíso|Valparaiso
    p 1633034 ID |Palu
    p 2057087 ID |Kupang
    p 686967 UA |Zhytomyr
    p 3680450 CO |Itagüí|Itagui
    p 747014 TR |Gebze
    p 1185117 BD |Narsingdi
    p 2505572 DZ |Batna
    p 3981941 MX NAY|Tepic
    p 1814757 CN AH|Chuzhou
    p 1861949 JP 23|Ichinomiya
    p 3928128 PE |Tacna
    p 1170395 PK KP|Mingora
    p 2343983 NG OS|Effon Alaiye
    p 466806 RU |Yoshkar-Ola
    p 484907 RU |Taganrog
    p 3627047 VE |Santa Teresa
    p 707753 UA |Horlivka
    p 6182962 CA ON|Windsor
    p 2337704 NG OS|Ilesa
    p 543878 RU |Kostroma
    p 3121424 ES AS|Gijón|Gijon
    p 3182351 IT |Bari
    p 418710 IR |Khomeynī Shahr|Khomeyni Shahr
    p 2467454 TN |Sfax
    p 2990969 FR |Nantes
    p 5101798 US NJ|Newark
    p 3658666 EC |Cuenca
    p 2325314 NG ON|Owo
    p 3865086 AR B|Bahía Blanca|Bahia Blanca
    p 1626381 ID |Sukabumi
    p 683844 RO |Braşov|Brasov
    p 2021851 RU |Komsomolsk-on-Amur
    p 2130188 JP 01|Hakodate
    p 2505854 DZ |Bab Ezzouar
    p 2226275 CM |Mokolo
    p 3402429 BR CE|Caucaia
    p 2973783 FR |Strasbourg
    p 2655984 GB NIR|Belfast
    p 1280849 CN XJ|Kashi
    p 98717 IQ |Ramadi
    p 1269834 IN MH|Ichalkaranji
    p 1862033 JP 27|Ibaraki
    p 1848522 JP 27|Yao
    p 1140026 AF |Herāt|Herat
    p 3557689 CU |Guantánamo|Guantanamo
    p 523523 RU |Nal'chik
    p 1728930 PH |Baguio
    p 3454031 BR RJ|Petrópolis|Petropolis
    p 289888 QA |Ar Rayyān|Ar Rayyan
    p 2809346 DE |Wiesbaden
    p 3674453 CO |Montería|Monteria
    p 128477 IR |Kāshān|Kashan
    p 1860704 JP 28|Kakogawachō-honmachi|Kakogawacho-honmachi
    p 1624647 ID |Tasikmalaya
    p 1275701 IN KA|Bijapur
    p 1803318 CN SD|Linyi
    p 1688749 PH |San Pedro
    p 2867543 DE |Münster|Muenster
    p 2921466 DE |Gelsenkirchen
    p 3530580 MX TAM|Ciudad Victoria
    p 4469146 US NC|Greensboro
    p 1841066 KR |Moppo
    p 7838895 JO |Russeifa
    p 204953 CD |Tshikapa
    p 354775 EG |Kafr ad Dawwār|Kafr ad Dawwar
    p 1850158 JP 36|Tokushima-shi
    p 294801 IL |Haifa
    p 487495 RU BA|Sterlitamak
    p 106281 SA |Hayil
    p 1786640 CN HB|Chengzhong
    p 1790840 CN GX|Wuzhou
    p 2036670 CN HL|Hulan Ergi
    p 1279186 IN MZ|Aizawl
    p 3247449 DE |Aachen
    p 584923 AZ |Sumqayıt|Sumqayit
    p 1701472 PH |Mantampay
    p 509820 RU |Petrozavodsk
    p 380148 SD |El Daein
    p 2320576 NG AB|Umuahia
    p 1800627 CN SC|Mianyang
    p 300619 TR |Sivas
    p 3522507 MX OAX|Oaxaca de Juárez|Oaxaca de Juarez
    p 939270 ZA MP|Witbank
    p 610611 KZ |Aqtöbe|Aqtobe
    p 3841956 AR E|Paraná|Parana
    p 1269395 IN MH|Jālna|Jalna
    p 7302826 IN TG|Lal Bahadur Nagar
    p 2869894 DE |Mönchengladbach|Monchengladbach
    p 6066513 CA ON|Markham
    p 2692969 SE |Malmö|Malmoe|Malmo
    p 5110629 US NY|Buffalo
    p 1273066 IN MP|Dewas
    p 3667983 CO |Sincelejo
    p 2034400 CN |Tongliao
    p 3445839 BR MG|Uberaba
    p 2636841 GB ENG|Stoke-on-Trent
    p 1529641 CN XJ|Aral
    p 184622 KE |Nakuru
    p 4719457 US TX|Plano
    p 1586203 VN |Cần Thơ|Can Tho
    p 2954172 DE BY|Augsburg
    p 1862462 JP 14|Hiratsuka
    p 7302833 IN AP|Gajuwaka
    p 1805179 CN JX|Jiujiang
    p 2036458 CN |Jining
    p 3671916 CO |Popayán|Popayan
    p 103630 SA |Najrān|Najran
    p 5072006 US NE|Lincoln
    p 4013704 MX SON|Ciudad Obregón|Ciudad Obregon
    p 78754 YE |Al Mukallā|Al Mukalla
    p 1631766 ID |Pekalongan
    p 3644768 VE |Cumaná|Cumana
    p 1257022 IN MP|Satna
    p 5505411 US NV|Henderson
    p 3662574 BR AC|Rio Branco
    p 1271987 IN UP|Etāwah|Etawah
    p 3466779 BR PR|Cascavel
    p 3120619 ES |L'Hospitalet de Llobregat
    p 2326171 NG ON|Ondo
    p 1049261 MZ |Chimoio
    p 660158 FI |Espoo
    p 2051523 RU |Bratsk
    p 4006702 MX BCN|Ensenada
    p 563708 RU |Dzerzhinsk
    p 299817 TR |Tarsus
    p 116996 IR |Sari
    p 1272181 IN CT|Durg
    p 695594 UA |Rivne
    p 8858078 MX SLP|Soledad de Graciano Sánchez|Soledad de Graciano Sanchez
    p 1529114 CN XJ|Laochenglu
    p 2338106 NG AK|Ikot-Ekpene
    p 1808198 CN SD|Heze
    p 2110556 JP 06|Yamagata-shi
    p 3984583 MX NLE|Santa Catarina
    p 1646170 ID |Cirebon
    p 3456068 BR RS|Novo Hamburgo
    p 1336134 BD |Cox's Bāzār|Cox's Bazar
    p 3099424 PL |Gdynia
    p 4920423 US IN|Fort Wayne
    p 1262131 IN WB|Naihāti|Naihati
    p 3444914 BR BA|Vitória da Conquista|Vitoria da Conquista
    p 1804386 CN HB|Laohekou
    p 962367 ZA KZN|Richards Bay
    p 3870282 CL |Talcahuano
    p 2633691 GB ENG|Wolverhampton
    p 379555 SD |El Fasher
    p 2244799 SN |Thiès Nones|Thies Nones
    p 338832 ET DD|Dire Dawa
    p 3682385 CO |Floridablanca|Florida
    p 2034655 CN HL|Suihua
    p 3470353 BR SP|Barueri
    p 140044 IR |Borūjerd|Borujerd
    p 8533133 CN GZ|Liupanshui
    p 32767 IR |Qarchak
    p 3446682 BR SP|Taubaté|Taubate
    p 1799629 CN HA|Nanyang
    p 1690039 PH |San Fernando
    p 3523908 MX MEX|Los Reyes La Paz
    p 153220 TZ |Morogoro
    p 3462315 BR MG|Governador Valadares
    p 1254360 IN AP|Tirupati
    p 1215502 ID |Banda Aceh
    p 1792260 CN LN|Wafangdian
    p 1255744 IN HR|Sonīpat|Sonipat
    p 3537906 CU |Santa Clara
    p 2336905 NG OS|Iwo
    p 1706684 PH |Libertad
    p 2340451 NG GO|Gombe
    p 1278130 IN TN|Āvadi|Avadi
    p 3452465 BR SP|Praia Grande
    p 293397 IL |Tel Aviv
    p 787657 RS |Niš|Nis
    p 3718420 HT |Port-de-Paix
    p 3872348 CL |San Bernardo
    p 3445451 BR MT|Várzea Grande|Varzea Grande
    p 2735943 PT |Porto
    p 3444876 BR RJ|Volta Redonda
    p 705812 UA |Kirovohrad
    p 3450083 BR RS|Santa Maria
    p 1863985 JP 18|Fukui-shi
    p 709932 UA |Dniprodzerzhyns'k
    p 2992166 FR |Montpellier
    p 2336056 NG AD|Jimeta
    p 3100946 PL |Częstochowa|Czestochowa
    p 1254320 IN TN|Tiruvottiyūr|Tiruvottiyur
    p 6094578 CA ON|Oshawa
    p 3673164 CO |Palmira
    p 1217662 UZ |Bukhara
    p 5099836 US NJ|Jersey City
    p 1257845 IN MP|Sāgar|Sagar
    p 2640194 GB ENG|Plymouth
    p 1605239 TH |Udon Thani
    p 2940132 DE |Chemnitz
    p 3938527 PE |Ica
    p 514734 RU |Orsk
    p 944986 ZA GP|Vanderbijlpark
    p 2641170 GB ENG|Nottingham
    p 3628473 VE |San Cristóbal|San Cristobal
    p 2111901 JP 08|Mito-shi
    p 1797132 CN SD|Rizhao
    p 2637487 GB ENG|Southampton
    p 3119841 ES GA|A Coruña|A Coruna
    p 1263311 IN UP|Mau
    p 1852225 JP 35|Shimonoseki
    p 3937513 PE |Juliaca
    p 3522732 MX MEX|Nicolás Romero|Nicolas Romero
    p 1806445 CN JX|Ji'an
    p 132892 IR |Gorgān|Gorgan
    p 1497543 RU |Nizhnevartovsk
    p 4171563 US FL|Saint Petersburg
    p 2945024 DE |Braunschweig
    p 1808770 CN HA|Hebi
    p 1300466 MM |Bago
    p 1275716 IN BR|Bihār Sharīf|Bihar Sharif|Bihar
    p 3648439 VE |Baruta
    p 738648 TR |Trabzon
    p 2639577 GB ENG|Reading
    p 1336140 BD |Jessore
    p 304827 TR |Manisa
    p 5336899 US CA|Chula Vista
    p 4299276 US KY|Louisville
    p 3450144 BR MG|Santa Luzia
    p 1842025 KR |Kunsan
    p 1833105 KR |Wŏnju|Wonju
    p 2027667 RU |Angarsk
    p 1270393 IN UP|Hāpur|Hapur
    p 4776222 US VA|Norfolk
    p 1276070 IN PB|Bhatinda
    p 170794 SY |Deir ez-Zor
    p 64435 SO |Berbera
    p 3827598 MX MEX|Ojo de Agua
    p 5959974 CA QC|Gatineau
    p 1786770 CN SC|Yibin
    p 3843123 AR Q|Neuquén|Neuquen
    p 518255 RU |Novorossiysk
    p 3516109 MX PUE|Tehuacán|Tehuacan
    p 359792 EG |Aswan
    p 1271942 IN UP|Farrukhābād|Farrukhabad
    p 7628420 TR |Sancaktepe
    p 1851002 JP 10|Takasaki
    p 1278672 IN AP|Anantapur
    p 3688451 CO |Buenaventura
    p 147622 AZ |Lankaran
    p 1864134 JP 22|Fuji
    p 7289614 DE |Halle Neustadt
    p 1790371 CN HB|Xiantao
    p 2130203 JP 02|Hachinohe
    p 6173577 CA ON|Vaughan
    p 3462089 BR RS|Gravataí|Gravatai
    p 6697563 JP 27|Neyagawa
    p 1185159 BD |Nāgarpur|Nagarpur
    p 4167147 US FL|Orlando
    p 1858088 JP 40|Kurume
    p 322165 TR |Balıkesir|Balikesir
    p 3870011 CL |Temuco
    p 2884509 DE |Krefeld
    p 288967 OM |As Sīb al Jadīdah|As Sib al Jadidah
    p 1277066 IN WB|Bārāsat|Barasat
    p 2624652 DK |Århus|Arhus
    p 1852899 JP 42|Sasebo
    p 1726280 PH |Batangas
    p 3980760 MX |Uruapan
    p 109435 SA |Al Jubayl
    p 1328421 MM |Pathein
    p 1624494 ID |Tegal
    p 2394560 BJ |Djougou
    p 1185099 BD |Sylhet|Jalalabad
    p 1258342 IN MP|Ratlām|Ratlam
    p 724443 SK |Košice|Kosice
    p 710719 UA |Chernivtsi
    p 5289282 US AZ|Chandler
    p 1180289 PK PB|Dera Ghazi Khan
    p 4705349 US TX|Laredo
    p 1785974 CN SX|Yuci
    p 1166548 PK PB|Sahiwal
    p 691650 UA |Ternopil'
    p 3104499 ES |Gasteiz / Vitoria
    p 2013159 RU |Yakutsk
    p 3402655 BR PE|Caruaru
    p 350550 EG |Qinā|Qina
    p 3664980 BR RR|Boa Vista
    p 1640660 ID |Kediri
    p 2651347 GB ENG|Derby
    p 8347656 IN TG|Ramagundam
    p 55671 SO |Kismayo
    p 74477 YE |Ibb
    p 1219649 TM |Türkmenabat|Turkmenabat
    p 2517117 ES |Granada
    p 521118 RU TA|Nizhnekamsk
    p 2911522 DE |Halle (Saale)
    p 5992996 CA ON|Kitchener
    p 1105777 ZA GP|Centurion
    p 1684269 PH |Tagum
    p 5261457 US WI|Madison
    p 2294915 GH |Takoradi
    p 2891122 DE SH|Kiel
    p 1803567 CN SX|Linfen
    p 3031582 FR |Bordeaux
    p 1271685 IN RJ|Gangānagar|Ganganagar
    p 1864624 JP 14|Chigasaki
    p 2797656 BE |Gent|Ghent
    p 1682598 PH |Taytay
    p 1851604 JP 11|Sōka|Soka
    p 2224827 CM |Ngaoundéré|Ngaoundere
    p 1835648 KR |Suncheon
    p 3530517 MX |Coatzacoalcos
    p 485239 RU KO|Syktyvkar
    p 2518559 ES |Elche
    p 54225 SO |Marka
    p 601294 UZ |Nukus
    p 355795 EG |Ḩalwān|Halwan
    p 2874545 DE |Magdeburg
    p 4499612 US NC|Winston-Salem
    p 5525577 US TX|Lubbock
    p 1169116 PK SD|Nawābshāh|Nawabshah
    p 4315588 US LA|Baton Rouge
    p 266826 LB |Tripoli
    p 1276128 IN RJ|Bharatpur
    p 6059891 CA QC|Longueuil
    p 1847963 JP 14|Atsugi
    p 3523760 MX |Magdalena Contreras
    p 946877 ZA EC|Uitenhage
    p 670474 RO |Ploieşti|Ploiesti
    p 1735498 MY 02|Sungai Petani
    p 1215355 ID |Binjai
    p 1705357 PH |Lucena
    p 3461144 BR MG|Ipatinga
    p 1267755 IN TG|Karīmnagar|Karimnagar
    p 4005775 MX DUR|Gomez Palacio
    p 1568510 VN |Rạch Giá|Rach Gia
    p 4464368 US NC|Durham
    p 2998324 FR |Lille
    p 1738050 MY 13|Miri
    p 3124964 ES MD|Ciudad Lineal
    p 2655775 GB ENG|Bexley
    p 3447259 BR SP|Sumaré|Sumare
    p 358448 EG |Damanhūr|Damanhur
    p 3437056 PY |San Lorenzo
    p 3887127 CL |Iquique
    p 704147 UA |Kremenchuk
    p 1259425 IN |Puducherry
    p 3085128 PL |Sosnowiec
    p 360686 EG |Al Minyā|Al Minya
    p 487928 RU |Staryy Oskol
    p 1803834 CN SD|Liaocheng
    p 4693003 US TX|Garland
    p 2339937 NG ZA|Gusau
    p 760778 PL |Radom
    p 5295985 US AZ|Glendale
    p 1256422 IN WB|Shrīrāmpur|Shrirampur
    p 2035225 CN HL|Fendou
    p 118063 IR |Sabzevar
    p 292932 AE |Ajman
    p 3348313 AO |Huambo
    p 558418 RU |Groznyy|Grozny
    p 2165798 AU VIC|Geelong
    p 1259012 IN KA|Rāichūr|Raichur
    p 1807508 CN GD|Huanggang
    p 7302845 IN TG|Quthbullapur
    p 2329821 NG AD|Mubi
    p 217831 CD |Bukavu
    p 4297983 US KY|Lexington
    p 3397147 BR CE|Juazeiro do Norte
    p 5511077 US NV|Reno
    p 1185162 BD |Mymensingh
    p 1267708 IN HR|Karnāl|Karnal
    p 936374 ZA GP|Roodepoort
    p 149606 TZ |Tanga
    p 1805618 CN HB|Jingling
    p 1035025 MZ |Nacala
    p 4158476 US FL|Hialeah
    p 295629 IL |Ashdod
    p 1857144 JP 14|Minami-rinkan
    p 3114711 ES AS|Oviedo
    p 325330 TR |Adıyaman|Adiyaman
    p 1278483 IN BR|Ara
    p 1168718 PK PB|Okāra|Okara
    p 1185155 BD |Nārāyanganj|Narayanganj
    p 1795196 CN SN|Tongchuan
    p 1269771 IN MN|Imphal
    p 418606 IR |Najafābād|Najafabad
    p 5509952 US NV|Paradise
    p 1216311 UZ |Qarshi
    p 1270896 IN WB|Gosāba|Gosaba
    p 1692685 PH |Puerto Princesa
    p 1788618 CN SD|Xintai
    p 2511174 ES |Santa Cruz de Tenerife
    p 1877615 KP |Haeju
    p 2778067 AT |Graz
    p 4752186 US VA|Chesapeake
    p 2338273 NG OS|Ikire
    p 3464305 BR SP|Embu
    p 3433899 AR P|Formosa
    p 496015 RU |Shakhty
    p 2026609 RU |Blagoveshchensk
    p 1697175 PH |Olongapo
    p 3204541 BA |Banja Luka
    p 122285 IR |Nīshābūr|Nishabur
    p 1790894 CN HB|Wuxue
    p 630468 BY |Babruysk
    p 293703 IL |Rishon LeẔiyyon|Rishon LeZiyyon
    p 1721906 PH |Cabanatuan City
    p 1262995 IN UP|Mirzāpur|Mirzapur
    p 2524170 IT |Messina
    p 1851012 JP 28|Takarazuka
    p 1266976 IN WB|Kharagpur
    p 1272979 IN JH|Dhanbād|Dhanbad
    p 1254649 IN TN|Thanjāvūr|Thanjavur
    p 3129028 ES |Badalona
    p 1865714 JP 11|Ageoshimo
    p 1725094 PH |Binangonan
    p 2860410 DE |Oberhausen
    p 1611110 TH |Chon Buri
    p 3164527 IT 34|Verona
    p 1494114 RU |Prokop'yevsk
    p 198629 KE |Eldoret
    p 1791249 CN |Wuhai
    p 2234359 CM |Bertoua
    p 3398269 BR MA|Imperatriz
    p 3493032 DO |San Pedro de Macorís|San Pedro de Macoris
    p 1278903 IN MH|Amarnāth|Amarnath
    p 1734586 MY 08|Taiping
    p 5313457 US AZ|Scottsdale
    p 1736309 MY 02|Alor Setar
    p 1630328 ID |Purwokerto
    p 3465927 BR PR|Colombo
    p 5509403 US NV|North Las Vegas
    p 5122520 US NY|Jamaica
    p 500004 RU |Rybinsk
    p 2163355 AU TAS|Hobart
    p 1687894 PH |Santa Rosa
    p 191245 KE |Kisumu
    p 4700168 US TX|Irving
    p 1710914 PH |Imus
    p 2925177 DE BW|Freiburg
    p 1246321 LK |Galkissa
    p 1630341 ID |Purwakarta
    p 463829 RU |Zelenograd
    p 1170295 PK SD|Mirpur Khas
    p 2290486 CI |Daloa
    p 331180 ET |Mekele
    p 1510018 RU |Biysk
    p 3893894 CL |Concepción|Concepcion
    p 3194360 RS |Novi Sad
    p 1805298 CN LN|Jinzhou
    p 3631741 VE |Mucumpiz
    p 519336 RU |Velikiy Novgorod
    p 2325330 NG IM|Owerri
    p 3997479 MX SIN|Los Mochis
    p 2323411 NG OG|Shagamu
    p 3447186 BR SP|Taboão da Serra|Taboao da Serra
    p 5350734 US CA|Fremont
    p 330186 ET |Nazrēt|Nazret
    p 1262204 IN TN|Nāgercoil|Nagercoil
    p 702569 UA |Luts'k
    p 3161732 NO |Bergen
    p 683902 RO |Brăila|Braila
    p 122438 IR |Naz̧arābād|Nazarabad
    p 1806466 CN SC|Guangyuan
    p 139889 IR |Būkān|Bukan
    p 3460370 BR SP|Jacareí|Jacarei
    p 1637510 ID |Loa Janan
    p 3873775 CL |Rancagua
    p 764484 PL |Mokotów|Mokotow
    p 5359777 US CA|Irvine
    p 1735079 MY |Bukit Mertajam
    p 1706090 PH |Lipa City
    p 4049979 US AL|Birmingham
    p 3457692 BR SP|Marília|Marilia
    p 2875601 DE SH|Lübeck|Luebeck
    p 2520058 ES MC|Cartagena
    p 747323 TR |Esenyurt
    p 307654 TR |Kırıkkale|Kirikkale
    p 2037078 CN |Hailar
    p 3108286 ES |Terrassa
    p 110690 SA |Abha
    p 2210221 LY |Tarhuna
    p 1857519 JP 20|Matsumoto
    p 5134086 US NY|Rochester
    p 1814082 CN GD|Daliang
    p 1568574 VN |Qui Nhon
    p 1260716 IN RJ|Pāli|Pali
    p 3568342 CU |Arroyo Naranjo
    p 323779 TR |Antakya
    p 1337233 BD |Bogra
    p 1519928 KZ |Kostanay
    p 5391710 US CA|San Bernardino
    p 1845136 KR |Chuncheon
    p 1562414 VN |Vũng Tàu|Vung Tau
    p 2756253 NL |Eindhoven
    p 1214204 ID |Pematangsiantar
    p 2043572 KP |Kanggye-si
    p 3452324 BR SP|Presidente Prudente
    p 1796663 CN FJ|Sanming
    p 347796 EG |Sohag
    p 2983990 FR |Rennes
    p 3448622 BR RS|São Leopoldo|Sao Leopoldo
    p 2338400 NG OG|Ijebu-Ode
    p 1252797 IN HR|Yamunānagar|Yamunanagar
    p 5811696 US WA|Spokane
    p 1608529 TH |Nakhon Ratchasima
    p 3083271 PL |Toruń|Torun
    p 3909234 BO |Oruro
    p 769250 PL |Kielce
    p 1258182 IN MP|Rewa
    p 5295903 US AZ|Gilbert
    p 3500957 DO |La Romana
    p 1808931 CN TJ|Hangu
    p 7302484 NZ |Waitakere
    p 3347939 AO |Lobito
    p 1646194 ID |Ciputat
    p 114259 IR |Sirjan
    p 4744709 US VA|Arlington
    p 1688830 PH |San Pablo
    p 2516326 ES |Jerez de la Frontera
    p 1647383 ID |Ciampea
    p 1859884 JP 11|Kasukabe
    p 671768 RO |Oradea
    p 2506999 DZ |Annaba
    p 3111199 ES |Sabadell
    p 3116025 ES MD|Móstoles|Mostoles
    p 1053384 MG |Toamasina
    p 1203891 BD |Dinājpur|Dinajpur
    p 3827606 MX MEX|Buenavista
    p 4076784 US AL|Montgomery
    p 3460949 BR BA|Itabuna
    p 1859383 JP 27|Kishiwada
    p 3531732 MX CAM|Campeche
    p 1793743 CN AH|Suzhou
    p 3449319 BR SP|São Carlos|Sao Carlos
    p 3130616 ES MD|Alcalá de Henares|Alcala de Henares
    p 1810437 CN SC|Gaoping
    p 1854902 JP 22|Numazu
    p 4781708 US VA|Richmond
    p 707471 UA |Ivano-Frankivs'k
    p 1256922 IN TG|Secunderabad
    p 6825489 JP 15|Jōetsu|Joetsu
    p 721472 HU |Debrecen
    p 1275738 IN KA|Bīdar|Bidar
    p 3171728 IT 34|Padova
    p 3550598 CU |Las Tunas
    p 3461655 BR SP|Hortolândia|Hortolandia
    p 4562831 PR |Bayamón|Bayamon
    p 2037860 CN HL|Daqing
    p 4853828 US IA|Des Moines
    p 1279290 IN TR|Agartala
    p 2929670 DE |Erfurt
    p 5377613 US CA|North Glendale
    p 1262482 IN BR|Munger
    p 2232239 CM |Edéa|Edea
    p 1854747 JP 14|Odawara
    p 2306079 GH |Achiaman
    p 303195 TR |Osmaniye
    p 5911606 CA BC|Burnaby
    p 142363 IR |Bābol|Babol
    p 1275068 IN MP|Burhānpur|Burhanpur
    p 634963 FI |Tampere
    p 1808316 CN HN|Yiyang
    p 748893 TR |Çorlu|Corlu
    p 1803331 CN GS|Linxia Chengguanzhen
    p 1336137 BD |Barisāl|Barisal
    p 1646494 ID |Cileungsir
    p 1262292 IN GJ|Nadiād|Nadiad
    p 3394682 BR RN|Mossoró|Mossoro
    p 504341 RU |Pskov
    p 1785738 CN SX|Yuncheng
    p 2219905 LY |Al Khums
    p 1181096 PK PB|Chiniot
    p 3460718 BR SP|Itapevi
    p 1274353 IN BR|Chhapra
    p 1629710 ID |Rengasdengklok
    p 3447624 BR MG|Sete Lagoas
    p 7281017 CL |La Pintana
    p 5373900 US CA|Modesto
    p 1153671 TH |Chiang Mai
    p 1520172 KZ |Petropavlovsk
    p 3647651 VE |Cabimas
    p 1272543 IN TN|Dindigul
    p 4466033 US NC|Fayetteville
    p 3651297 EC |Santo Domingo de los Colorados
    p 1139715 AF |Jalālābād|Jalalabad
    p 2320831 NG CR|Ugep
    p 100425 SA |Yanbu‘ al Baḩr|Yanbu` al Bahr
    p 2800481 BE WAL|Charleroi
    p 179330 KE |Thika
    p 293918 IL |Petaẖ Tiqwa|Petah Tiqwa
    p 608668 KZ |Oral
    p 1165569 PK PB|Shahkot
    p 1282898 NP |Pokhara
    p 1518543 KZ |Taldyqorghan
    p 1527534 KG |Osh
    p 2218970 LY |Az Zāwīyah|Az Zawiyah
    p 3448742 BR SC|São José|Sao Jose
    p 7602078 CA BC|Ladner
    p 1256320 IN RJ|Sīkar|Sikar
    p 2746301 NL |Tilburg
    p 579492 RU |Balakovo
    p 580922 RU |Armavir
    p 1175088 PK PB|Kamoke
    p 6545349 BD |Saidpur
    p 143534 IR |Āmol|Amol
    p 4341513 US LA|Shreveport
    p 712165 UA |Bila Tserkva
    p 5145476 US OH|Akron
    p 2650839 GB ENG|Dudley
    p 2912621 DE |Hagen
    p 6141256 CA SK|Saskatoon
    p 3099230 PL |Gliwice
    p 1529569 CN XJ|Yan'an Beilu
    p 1702540 PH |Malolos
    p 1275120 IN UP|Bulandshahr
    p 3439214 PY |Capiatá|Capiata
    p 3114472 ES |Pamplona
    p 1259166 IN BR|Purnia
    p 1804850 CN YN|Kaiyuan
    p 5812944 US WA|Tacoma
    p 2844588 DE MV|Rostock
    p 1735902 MY 13|Sibu
    p 3654533 EC |Machala
    p 3516266 MX CHP|Tapachula
    p 4883817 US IL|Aurora
    p 5380184 US CA|Oxnard
    p 1269935 IN KA|Hospet
    p 3121960 ES MD|Fuenlabrada
    p 1800657 CN BJ|Mentougou
    p 3870294 CL |Talca
    p 1270642 IN HR|Gurgaon
    p 2641430 GB ENG|Northampton
    p 1584071 VN |Ðà Lạt|Da Lat
    p 140463 IR |Bīrjand|Birjand
    p 2282006 CI |San-Pédro|San-Pedro
    p 1858296 JP 34|Kure
    p 745028 TR |İzmit|Izmit
    p 2984114 FR |Reims
    p 3474574 BR TO|Palmas
    p 1843702 KR |Icheon-si
    p 2146142 AU QLD|Townsville
    p 1257540 IN UP|Sambhal
    p 5349755 US CA|Fontana
    p 3472343 BR SP|Americana
    p 563464 RU |Engel's
    p 1271715 IN GJ|Ghandinagar
    p 5145215 US NY|Yonkers
    p 732770 BG |Burgas
    p 1262395 IN MP|Murwāra|Murwara
    p 3995523 MX |Monclova
    p 1856199 JP 15|Nagaoka
    p 1841988 KR |Guri-si
    p 3645213 VE |Coro
    p 1850692 JP 13|Nishi-Tokyo-shi
    p 1806882 CN GD|Xinhui
    p 4076598 US AL|Mobile
    p 1640344 ID |Kendari
    p 3392242 BR PE|Petrolina
    p 2892518 DE |Kassel
    p 1261913 IN |Nāngloi Jāt|Nangloi Jat
    p 496285 RU |Severodvinsk
    p 2639996 GB ENG|Portsmouth
    p 3982912 MX SLP|Soledad Díez Gutiérrez|Soledad Diez Gutierrez
    p 2328765 NG AN|Nnewi
    p 1632276 ID |Parung
    p 3464688 BR MG|Divinópolis|Divinopolis
    p 6947639 TR |Başakşehir|Basaksehir
    p 2643339 GB ENG|Luton
    p 1811619 CN HB|Ezhou
    p 3395473 BR CE|Maracanaú|Maracanau
    p 1861310 JP 28|Itami
    p 4119403 US AR|Little Rock
    p 1573517 VN |Thành Phố Nam Định|Thanh Pho Nam Dinh
    p 5374732 US CA|Moreno Valley
    p 1849372 JP 26|Uji
    p 1264637 IN AP|Machilīpatnam|Machilipatnam
    p 3530594 MX TAM|Ciudad Madero
    p 2043837 KP |Hyesan-si
    p 3567597 CU |Bayamo
    p 1267480 IN BR|Katihar
    p 1624863 ID |Tanjungpinang
    p 1192366 BD |Pār Naogaon|Par Naogaon
    p 2641673 GB ENG|Newcastle upon Tyne
    p 598098 LT |Klaipėda|Klaipeda
    p 3080985 PL |Zabrze
    p 140380 IR |Bojnūrd|Bojnurd
    p 3639898 VE |Guatire
    p 1806696 CN GD|Humen
    p 2481007 DZ |Sidi Bel Abbès|Sidi Bel Abbes
    p 5352423 US CA|Glendale
    p 1610780 TH |Hat Yai
    p 2037086 CN LN|Haicheng
    p 1851348 JP 24|Suzuka
    p 2437798 NE |Zinder
    p 1645895 ID |Curug
    p 3689169 CO |Barrancabermeja
    p 462444 RU |Zlatoust
    p 1697018 PH |Ormoc
    p 1275899 IN HR|Bhiwāni|Bhiwani
    p 5516233 US TX|Amarillo
    p 2639912 GB ENG|Preston
    p 1783633 CN SD|Zoucheng
    p 2965140 IE |Cork
    p 99454 IQ |Al Fallūjah|Al Fallujah|Fallujah
    p 2337207 NG EK|Ise-Ekiti
    p 632453 FI |Vantaa
    p 1859100 JP 19|Kōfu-shi|Kofu-shi
    p 3363094 ZA WC|Paarl
    p 5358705 US CA|Huntington Beach
    p 4188985 US GA|Columbus
    p 1166652 PK PB|Sādiqābād|Sadiqabad
    p 359173 EG |Banī Suwayf|Bani Suwayf
    p 5513343 US NV|Sunrise Manor
    p 484972 RU |Syzran'
    p 3101950 PL |Bytom
    p 207570 CD |Mwene-Ditu
    p 1695743 PH |Panalanoy
    p 1861107 JP 27|Izumi
    p 3389353 BR PA|Santarém|Santarem
    p 1791748 CN CQ|Wanxian
    p 916095 ZM |Kabwe
    p 1028434 MZ |Quelimane
    p 3837702 AR K|San Fernando del Valle de Catamarca
    p 2521886 ES |Almería|Almeria
    p 3468031 BR BA|Camaçari|Camacari
    p 1638868 ID |Labuhanbajo
    p 1647003 ID |Cibinong
    p 1812521 CN GD|Donghai
    p 1817240 CN GS|Baiyin
    p 1704703 PH |Mabalacat City
    p 4994358 US MI|Grand Rapids
    p 3450404 BR SP|Santa Bárbara d'Oeste|Santa Barbara d'Oeste
    p 9781227 IN WB|Kultali
    p 6545348 PL |Praga Południe|Praga Poludnie
    p 3451138 BR RS|Rio Grande
    p 2542051 MA |Mohammedia
    p 2636503 GB ENG|Sutton
    p 1512979 UZ |Qo‘qon|Qo`qon
    p 2122104 RU |Petropavlovsk-Kamchatsky
    p 5380202 US CA|Oxnard Shores
    p 3991328 MX JAL|Puerto Vallarta
    p 3165185 IT 36|Trieste
    p 3468376 BR ES|Cachoeiro de Itapemirim
    p 2314705 CD |Kikwit
    p 3544091 CU |Pinar del Río|Pinar del Rio
    p 1696710 PH |Pagadian
    p 1336143 BD |Pābna|Pabna
    p 3564124 CU |Cienfuegos
    p 295530 IL |Beersheba
    p 5780993 US UT|Salt Lake City
    p 1259064 IN UP|Rāe Bareli|Rae Bareli
    p 349158 EG |Shibīn al Kawm|Shibin al Kawm
    p 2112708 JP 08|Hitachi
    p 1069166 MG |Antsirabe
    p 2216885 LY |Zawiya
    p 1636930 ID |Madiun
    p 1270351 IN UT|Haridwar
    p 3118594 ES MD|Leganés|Leganes
    p 380174 SD |Ad-Damazin
    p 3899361 CL |Arica
    p 3003796 FR |Le Havre
    p 4004886 MX SON|Nogales
    p 7279754 IN MP|Singrauli
    p 6122091 CA ON|Richmond Hill
    p 2964506 IE |Dún Laoghaire|Dun Laoghaire
    p 3110044 ES |Donostia / San Sebastián|San Sebastian
    p 2911240 DE |Hamm
    p 56399 SO |Jamaame
    p 1234633 LK |Moratuwa
    p 305268 TR |Kütahya|Kutahya
    p 2874225 DE RP|Mainz
    p 1699802 PH |Meycauayan
    p 3181554 IT |Brescia
    p 1785462 CN HB|Zaoyang
    p 2642465 GB ENG|Milton Keynes
    p 1268773 IN GJ|Jūnāgadh|Junagadh
    p 884979 ZW |Mutare
    p 2312895 CD |Mbandaka
    p 1631648 ID |Pemalang
    p 1797353 CN FJ|Quanzhou
    p 3837056 AR D|San Luis
    p 2660646 CH |Genève|Geneve|Geneva
    p 1682812 PH |Tarlac City
    p 1182092 PK PB|Būrewāla|Burewala
    p 2038584 CN JL|Baishan
    p 1255560 IN RJ|Sūjāngarh|Sujangarh
    p 2657832 GB SCT|Aberdeen
    p 1785453 CN SD|Zaozhuang
    p 2129376 JP 01|Kushiro
    p 8555643 FR IDF|Cergy-Pontoise
    p 748879 TR |Çorum|Corum
    p 1272051 IN AP|Elūru|Eluru
    p 1282931 NP |Pātan|Patan
    p 3654410 EC |Manta
    p 1638063 ID |Lembang
    p 1275778 IN MH|Bhusāwal|Bhusawal
    p 1608048 TH |Pak Kret
    p 1856942 JP 13|Mitaka-shi
    p 1267031 IN MP|Khandwa
    p 3109718 ES CB|Santander
    p 2792413 BE WAL|Liège|Liege
    p 3644918 VE |Cúa|Cua
    p 2111220 JP 12|Sakura
    p 1504826 RU |Kamensk-Ural'skiy
    p 3460950 BR RJ|Itaboraí|Itaborai
    p 2503769 DZ |Blida
    p 1283582 NP |Birātnagar|Biratnagar
    p 1014073 ZA GP|Carletonville
    p 1277799 IN UP|Bahraich
    p 5894171 CA ON|Barrie
    p 1308522 MM |Monywa
    p 6122085 CA BC|Richmond
    p 3169921 IT |Prato
    p 1630634 ID |Probolinggo
    p 1256052 IN HR|Sirsa
    p 3640049 VE |Guarenas
    p 4174715 US FL|Tallahassee
    p 2038650 CN HL|Anda
    p 2842647 DE SL|Saarbrücken|Saarbrucken
    p 1783934 CN HA|Shangqiu
    p 246013 JO |Wādī as Sīr|Wadi as Sir
    p 2755251 NL |Groningen
    p 2772400 AT |Linz
    p 3165926 IT |Taranto
    p 4956184 US MA|Worcester
    p 4776024 US VA|Newport News
    p 1734759 MY 04|Malacca
    p 1274784 IN WB|Chandannagar
    p 1843137 KR |Kang-neung
    p 1277820 IN WB|Baharampur
    p 3451234 BR SP|Rio Claro
    p 1336144 BD |Tāngāil|Tangail
    p 2313002 CD |Matadi
    p 4068590 US AL|Huntsville
    p 2519752 ES |Castelló de la Plana|Castello de la Plana
    p 610529 KZ |Atyrau
    p 1832847 KR |Yangju
    p 3461311 BR SP|Indaiatuba
    p 1255349 IN GJ|Surendranagar
    p 112214 IR |Varāmīn|Varamin
    p 3685095 CO |Dos Quebradas
    p 3454857 BR RS|Passo Fundo
    p 1790396 CN HB|Xianning
    p 1706889 PH |Legaspi
    p 1529376 CN XJ|Sayibage
    p 1716771 PH |Cotabato
    p 508101 RU |Podol'sk
    p 1253084 IN AP|Vizianagaram
    p 2337765 NG OS|Ila Orangun
    p 1786067 CN HB|Qianjiang
    p 1815059 CN HN|Chenzhou
    p 3127461 ES |Burgos
    p 989921 ZA NW|Klerksdorp
    p 1606250 TH |Si Racha
    p 2476897 DZ |Tiaret
    p 4634946 US TN|Knoxville
    p 2271772 PT |Amadora
    p 1860437 JP 13|Kamirenjaku
    p 2323390 NG OY|Saki
    p 2498611 DZ |Chlef
    p 1865294 JP 23|Anjō|Anjo
    p 5512909 US NV|Spring Valley
    p 613607 GE |Kutaisi
    p 5224151 US RI|Providence
    p 2636531 GB ENG|Sunderland
    p 1805540 CN HB|Jingzhou
    p 1259312 IN AP|Proddatūr|Proddatur
    p 1295765 MM |Sittwe
    p 172955 SY |Ar Raqqah|Raqqa
    p 2641181 GB ENG|Norwich
    p 1309793 MM |Meiktila
    p 2229152 CM |Loum
    p 1253286 IN TN|Vellore
    p 1269910 IN WB|Hugli
    p 1278985 IN KL|Alleppey
    p 3583334 SV |Santa Ana
    p 125185 IR |Malāyer|Malayer
    p 3103402 PL |Bielsko-Biala
    p 2119441 RU |Yuzhno-Sakhalinsk
    p 2759879 NL |Almere Stad
    p 5393049 US CA|Santa Clarita
    p 3190261 HR |Split
    p 2980291 FR |Saint-Étienne|Saint-Etienne
    p 1278708 IN UP|Amroha
    p 6119109 CA SK|Regina
    p 1784580 CN JS|Zhenzhou
    p 2246452 SN |Saint-Louis
    p 633679 FI |Turku
    p 1789137 CN HB|Xindi
    p 2110683 JP 08|Tsukuba
    p 116667 IR |Sāveh|Saveh
    p 4694482 US TX|Grand Prairie
    p 126972 IR |Khvoy
    p 925475 MW |Mzuzu
    p 300614 TR |Siverek
    p 2036401 CN JL|Jiutai
    p 4676740 US TX|Brownsville
    p 2130057 JP 02|Hirosaki
    p 1698829 PH |Naga
    p 3465284 BR SP|Cotia
    p 2127733 JP 01|Tomakomai
    p 1002145 ZA WC|George
    p 1632937 ID |Pamulang
    p 3521168 MX |Poza Rica de Hidalgo
    p 2410048 SL |Bo
    p 1260137 IN PB|Pathankot
    p 1863431 JP 14|Hadano
    p 1816234 CN AH|Bozhou
    p 1985663 ID |Cikupa
    p 1275926 IN MP|Bhind
    p 3629706 VE |Puerto Cabello
    p 2128815 JP 01|Obihiro
    p 1849498 JP 35|Ube
    p 704508 UA |Kramators'k
    p 3530049 MX |Cuajimalpa
    p 3518135 MX MEX|San Pablo de las Salinas
    p 4431410 US MS|Jackson
    p 1256237 IN HP|Shimla
    p 4276873 US KS|Overland Park
    p 1309611 MM |Myeik
    p 281124 PS |Khān Yūnis|Khan Yunis
    p 2310046 GQ |Bata
    p 1105776 ZA GP|Midrand
    p 3523303 MX MOR|Metepec
    p 1261045 IN AP|Ongole
    p 1803791 CN GD|Licheng
    p 1629131 ID |Salatiga
    p 717582 HU |Miskolc
    p 311073 TR |Isparta
    p 1791636 CN SN|Weinan
    p 2250805 SN |Kaolack
    p 2634853 GB ENG|Walsall
    p 2905891 DE |Herne
    p 763166 PL |Olsztyn
    p 3462980 BR SP|Francisco Morato
    p 1862599 JP 13|Hino
    p 294071 IL |Netanya
    p 1799846 CN FJ|Nanping
    p 2347209 NG NI|Bida
    p 4000900 MX BCS|La Paz
    p 786712 XK |Prizren
    p 2037620 CN LN|Dongling
    p 685948 RO |Bacău|Bacau
    p 1607508 TH |Phra Pradaeng
    p 2867838 DE |Mülheim (Ruhr)|Muelheim (Ruhr)
    p 1734393 MY 02|Kulim
    p 2636432 GB WLS|Swansea
    p 5351515 US CA|Garden Grove
    p 1259184 IN OR|Puri
    p 1344377 IN WB|Haldia
    p 1518262 KZ |Temirtau
    p 1176515 PK SD|Jacobābād|Jacobabad
    p 1267076 IN TG|Khammam
    p 4563243 PR |Carolina
    p 204405 CD |Uvira
    p 3652941 EC |Portoviejo
    p 1259009 IN WB|Rāiganj|Raiganj
    p 1851032 JP 16|Takaoka
    p 1269723 IN WB|Ingrāj Bāzār|Ingraj Bazar
    p 3471859 BR SP|Araçatuba|Aracatuba
    p 1810845 CN AH|Fuyang
    p 1732811 MY 01|Kluang
    p 2522258 ES |Albacete
    p 1804586 CN SD|Laiyang
    p 1269135 IN UP|Jaunpur
    p 2523630 IT 78|Reggio Calabria
    p 1242833 LK |Jaffna
    p 686254 RO |Arad
    p 342884 ET |Bahir Dar
    p 630429 BY |Baranovichi
    p 2972328 FR |Toulon
    p 281129 PS |Jabālyā|Jabalya
    p 3471766 BR SP|Araraquara
    p 2503701 DZ |Bordj Bou Arreridj
    p 3037656 FR |Angers
    p 255683 GR |Pátra|Patra
    p 3130564 ES MD|Alcorcón|Alcorcon
    p 2498954 DZ |Ech Chettia
    p 1185106 BD |Jamālpur|Jamalpur
    p 3463422 BR SP|Ferraz de Vasconcelos
    p 1514210 UZ |Chirchiq
    p 5393287 US CA|Santa Rosa
    p 3658192 EC |Eloy Alfaro
    p 1805611 CN HB|Jingmen
    p 577206 RU |Berezniki
    p 2348773 NG AN|Awka
    p 472761 RU |Volgodonsk
    p 4612862 US TN|Chattanooga
    p 2544248 MA |Khouribga
    p 2758401 NL |Breda
    p 670609 RO |Piteşti|Pitesti
    p 2338385 NG EK|Ijero-Ekiti
    p 1498894 RU |Miass
    p 2286304 CI |Korhogo
    p 1512236 RU |Abakan
    p 1064890 MG |Fianarantsoa
    p 3121437 ES MD|Getafe
    p 1630997 ID |Plumbon
    p 5378771 US CA|Oceanside
    p 359280 EG |Banhā|Banha
    p 518970 RU |Novocherkassk
    p 3407327 BR AL|Arapiraca
    p 1810979 CN CQ|Fuling
    p 601734 TM |Daşoguz|Dasoguz
    p 1271912 IN UP|Fatehpur
    p 2856883 DE |Osnabrück|Osnabrueck
    p 2555745 MA |Beni Mellal
    p 1271717 IN GJ|Gāndhīdhām|Gandhidham
    p 411165 EG |Idfu
    p 3631412 VE |Ocumare del Tuy
    p 1810295 CN GD|Gaozhou
    p 1860672 JP 14|Kamakura
    p 2034312 CN |Ulanhot
    p 109323 SA |Khobar
    p 294751 IL |H̱olon|Holon
    p 1795928 CN GD|Shanwei
    p 6092122 CA ON|Oakville
    p 4155966 US FL|Fort Lauderdale
    p 3666645 CO |Tuluá|Tulua
    p 139817 IR |Bandar-e Būshehr|Bandar-e Bushehr
    p 1261927 IN AP|Nandyāl|Nandyal
    p 5385955 US CA|Rancho Cucamonga
    p 3530870 MX GRO|Chilpancingo de los Bravos
    p 1853303 JP |Saga-shi
    p 3657990 EC |Esmeraldas
    p 1169605 PK PB|Muzaffargarh
    p 1806096 CN SD|Jiaozhou
    p 1650227 ID |Banjaran
    p 715429 HU |Szeged
    p 2036920 CN HL|Fendou
    p 1264773 IN UP|Loni
    p 1627549 ID |Serang
    p 3458930 BR SC|Lages
    p 4169171 US FL|Port Saint Lucie
    p 2661604 CH |Basel
    p 1255969 IN UP|Sītāpur|Sitapur
    p 3186573 BA |Zenica
    p 5911592 CA ON|Burlington
    p 2831580 DE |Solingen
    p 1514019 UZ |Fergana
    p 157738 TZ |Kigoma
    p 1169692 PK PB|Murīdke|Muridke
    p 1256451 IN MP|Shivpurī|Shivpuri
    p 285629 KW |Ḩawallī|Hawalli
    p 3068160 CZ |Pilsen
    p 2337490 NG OS|Inisa
    p 523064 RU IN|Nazran'
    p 2464915 TN |Sousse
    p 2505329 DZ |Bejaïa|Bejaia
    p 1175864 PK PB|Jhelum
    p 3470636 BR RJ|Barra Mansa
    p 3531200 MX MEX|Chalco de Díaz Covarrubias|Chalco de Diaz Covarrubias
    p 3456223 BR SE|Nossa Senhora do Socorro
    p 5379439 US CA|Ontario
    p 1276321 IN KA|Bhadrāvati|Bhadravati
    p 1562798 VN |Vinh
    p 2392204 BJ |Parakou
    p 8394316 SA |Unaizah
    p 255274 GR |Piraeus
    p 1279335 IN AP|Ādoni|Adoni
    p 2655095 GB ENG|Bournemouth
    p 268064 LB |Sidon
    p 2441291 NE |Maradi
    p 1849796 JP 24|Tsu-shi
    p 2637433 GB ENG|Southend-on-Sea
    p 1253237 IN GJ|Verāval|Veraval
    p 1792520 CN BJ|Tongzhou
    p 2875376 DE RP|Ludwigshafen am Rhein
    p 286621 OM |Şalālah|Salalah
    p 6947641 TR |Büyükçekmece|Bueyuekcekmece
    p 322830 TR |Aydın|Aydin
    p 3682631 CO |Envigado
    p 379303 SD |Geneina
    p 1818116 CN GD|Anbu
    p 1257542 IN OR|Sambalpur
    p 2878234 DE |Leverkusen
    p 2479536 DZ |Skikda
    p 3848950 AR F|La Rioja
    p 1271850 IN KA|Gadag
    p 125446 IR |Mahābād|Mahabad
    p 3526485 MX MOR|Jiutepec
    p 3464460 BR MS|Dourados
    p 2322794 NG NI|Suleja
    p 3465196 BR SC|Criciúma|Criciuma
    p 1135689 AF |Kunduz
    p 3583446 SV |San Miguel
    p 5814616 US WA|Vancouver
    p 5317058 US AZ|Tempe
    p 2323675 NG DE|Sapele
    p 1253747 IN UP|Unnāo|Unnao
    p 1275163 IN UP|Budaun
    p 3893629 CL |Coquimbo
    p 1268907 IN HR|Jīnd|Jind
    p 1264543 IN WB|Madhyamgram
    p 1493467 RU |Rubtsovsk
    p 1907146 JP 11|Sayama
    p 3691674 PE |Sullana
    p 370737 SS |Malakal
    p 1571058 VN |Phan Thiết|Phan Thiet
    p 1577995 VN |La Gi
    p 523812 RU |Mytishchi
    p 1859675 JP 28|Kawanishi
    p 285066 PS |Hebron
    p 1790254 CN HB|Xiaogan
    p 3584399 SV |Mejicanos
    p 1269280 IN WB|Jāmuria|Jamuria
    p 3466296 BR SC|Chapecó|Chapeco
    p 1293960 MM |Taunggyi
    p 76184 YE |Dhamār|Dhamar
    p 3874960 CL |Puerto Montt
    p 311111 TR |İskenderun|Iskenderun
    p 1853483 JP 09|Oyama
    p 499292 RU BA|Salavat
    p 2243940 SN |Ziguinchor
    p 1865005 JP 09|Ashikaga
    p 4409896 US MO|Springfield
    p 288764 OM |Bawshar
    p 1784554 CN HB|Zhicheng
    p 1638284 ID |Lawang
    p 3903320 BO |Tarija
    p 2857458 DE |Oldenburg
    p 576432 RU |Bibirevo
    p 1839652 KR |Osan
    p 3173331 IT 45|Modena
    p 2750053 NL |Nijmegen
    p 7284820 IN WB|Jaigaon
    p 1632033 ID |Pasuruan
    p 1273802 IN TN|Cuddalore
    p 3014728 FR |Grenoble
    p 91597 IQ |Sāmarrā'|Samarra'
    p 528293 RU |Maykop
    p 759734 PL |Rzeszów|Rzeszow
    p 5317071 US AZ|Tempe Junction
    p 2498766 DZ |El Achir
    p 1806535 CN ZJ|Huzhou
    p 3470583 BR BA|Barreiras
    p 1261039 IN UP|Orai
    p 1575627 VN |Long Xuyên|Long Xuyen
    p 1269937 IN PB|Hoshiārpur|Hoshiarpur
    p 701404 UA |Melitopol'
    p 3387296 BR CE|Sobral
    p 1213614 ID |Sunggal
    p 5964700 CA ON|Greater Sudbury
    p 347591 EG |Ţalkhā|Talkha
    p 3574309 TT |Laventille
    p 1214191 ID |Perbaungan
    p 1260692 IN TN|Pallāvaram|Pallavaram
    p 2014006 RU |Ussuriysk
    p 2035644 CN LN|Nanpiao
    p 617239 MD |Tiraspolul
    p 153209 TZ |Moshi
    p 1681602 PH |Toledo
    p 1165108 PK SD|Shikārpur|Shikarpur
    p 940316 ZA GP|Westonaria
    p 1857550 JP 32|Matsue-shi
    p 6822096 JP 08|Hitachi-Naka
    p 2479215 DZ |Souk Ahras
    p 2325590 NG OS|Osogbo
    p 1831142 KH |Sihanoukville
    p 3046526 HU |Pécs|Pecs
    p 5364940 US CA|Lancaster
    p 727523 BG |Ruse
    p 1732687 MY 01|Batu Pahat
    p 5725846 US OR|Eugene
    p 1152473 TH |Lampang
    p 1856184 JP 12|Nagareyama
    p 2112312 JP 08|Katsuta
    p 1858428 JP 11|Kumagaya
    p 2294700 GH |Tema
    p 2033413 CN HL|Yichun
    p 3460845 BR SC|Itajaí|Itajai
    p 6621166 KR |Seogwipo
    p 1270407 IN RJ|Hanumāngarh|Hanumangarh
    p 3111108 ES |Salamanca
    p 783920 RS |Zemun
    p 2334327 NG OY|Kisi
    p 3461408 BR BA|Ilhéus|Ilheus
    p 2636389 GB ENG|Swindon
    p 1712051 PH |Guyong
    p 1841603 KR |Kyonju
    p 1268159 IN TN|Kānchipuram|Kanchipuram
    p 1919014 CN ZJ|Lianghu
    p 2038342 CN LN|Beipiao
    p 1809879 CN HB|Guangshui
    p 4168139 US FL|Pembroke Pines
    p 976361 ZA MP|Middelburg
    p 1062663 MG |Mahajanga
    p 532615 RU |Lyubertsy
    p 5750162 US OR|Salem
    p 217562 CD |Butembo
    p 2640729 GB ENG|Oxford
    p 3884373 CL |La Serena
    p 1804153 CN SC|Leshan
    p 216449 CD |Gandajika
    p 2033168 CN HL|Zhaodong
    p 295514 IL |Bené Beraq|Bene Beraq
    p 3660689 EC |Ambato
    p 4149962 US FL|Cape Coral
    p 2500017 DZ |Djelfa
    p 1632228 ID |Pasarkemis
    p 543460 RU |Kovrov
    p 298033 TR |Viranşehir|Viransehir
    p 1849892 JP 31|Tottori
    p 5308480 US AZ|Peoria
    p 3511540 DO |San Cristóbal|San Cristobal
    p 4619947 US TN|East Chattanooga
    p 1788450 CN SX|Xinzhou
    p 146384 CY |Limassol
    p 336014 ET |Gondar
    p 5231851 US SD|Sioux Falls
    p 3174659 IT |Livorno
    p 3838874 AR X|Río Cuarto|Rio Cuarto
    p 1789273 CN GD|Sanshui
    p 1270711 IN MP|Guna
    p 1177384 PK PB|Hāfizābād|Hafizabad
    p 2756071 NL |Enschede
    p 3472177 BR RJ|Angra dos Reis
    p 1277835 IN HR|Bahādurgarh|Bahadurgarh
    p 1816265 CN SD|Boshan
    p 1814786 CN GD|Yangchun
    p 1276100 IN GJ|Bharūch|Bharuch
    p 3456166 BR RJ|Nova Friburgo
    p 1263220 IN WB|Medinīpur|Medinipur
    p 3943789 PE |Chincha Alta
    p 2172797 AU QLD|Cairns
    p 4951788 US MA|Springfield
    p 1271976 IN UP|Faizābād|Faizabad
    p 5346111 US CA|Elk Grove
    p 1273581 IN BR|Dānāpur|Danapur
    p 1803422 CN ZJ|Linhai
    p 1812728 CN HE|Dingzhou
    p 3450909 BR MT|Rondonópolis|Rondonopolis
    p 98530 IQ |As Samawah
    p 4907959 US IL|Rockford
    p 298299 TR |Uşak|Usak
    p 5380698 US CA|Palmdale
    p 1513886 UZ |Jizzax
    p 2190324 NZ |Hamilton
    p 4566880 PR |Ponce
    p 1791673 CN SD|Weihai
    p 97990 IQ |Baqubah
    p 2864118 DE |Neuss
    p 1815302 CN GD|Chenghua
    p 1869446 KP |Songnim
    p 1256287 IN AS|Silchar
    p 5339631 US CA|Corona
    p 1277397 IN UP|Bānda|Banda
    p 324496 TR |Aksaray
    p 1586296 VN |Cần Giuộc|Can Giuoc
    p 706524 UA |Kerch
    p 1812961 CN SC|Deyang
    p 1786746 CN JX|Yichun
    p 3118150 ES RI|Logroño|Logrono
    p 1853677 JP 10|Ōta|Ota
    p 2035980 CN HL|Longfeng
    p 1262771 IN MP|Morena
    p 1588275 VN |Bảo Lộc|Bao Loc
    p 667268 RO |Sibiu
    p 3640465 VE |Guacara
    p 5881791 CA BC|Abbotsford
    p 3530757 MX PUE|Cholula
    p 1737486 MY 13|Bintulu
    p 3460748 BR SP|Itapecerica da Serra
    p 2650752 GB SCT|Dundee
    p 1173491 PK KP|Kohāt|Kohat
    p 1254241 IN RJ|Tonk
    p 1797945 CN GD|Qingyuan
    p 117392 IR |Saqqez
    p 3351663 AO |Benguela
    p 1858926 JP 23|Komaki
    p 3641351 VE |El Tigre
    p 1626560 ID |Soreang
    p 3523183 MX |Minatitlan
    p 3461879 BR PR|Guarapuava
    p 1810458 CN SD|Gaomi
    p 1258831 IN CT|Rāj Nāndgaon|Raj Nandgaon
    p 1802238 CN HN|Loudi
    p 2511401 ES |La Laguna
    p 1854703 JP 21|Ōgaki|Ogaki
    p 7279570 JP 13|Higashimurayama-shi
    p 7302856 IN TG|Serilingampalle
    p 1807143 CN ZJ|Huangyan
    p 1831797 KH |Battambang
    p 5391295 US CA|Salinas
    p 3895088 CL |Chillán|Chillan
    p 1253133 IN MH|Virār|Virar
    p 3392998 BR RN|Parnamirim
    p 2766824 AT 5|Salzburg
    p 1729085 PH |Bago City
    p 1630333 ID |Purwodadi
    p 3992619 MX |Piedras Negras
    p 307084 TR |Kızıltepe|Kiziltepe
    p 1512473 UZ |Urganch
    p 579464 RU |Balashikha
    p 2640101 GB ENG|Poole
    p 942470 ZA KZN|Vryheid
    p 973709 ZA WC|Mossel Bay
    p 1842944 KR |Gimcheon
    p 2490098 DZ |Mascara
    p 7302828 IN TG|Malkajgiri
    """
}
