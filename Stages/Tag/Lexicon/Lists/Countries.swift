extension Lexicon {
  /// A country or territory a line: ISO 3166-1 code, names, demonyms, capital; alternatives are
  /// separated by commas. Plurals of demonyms follow by rule.
  static let countries: StaticString = """
    AF|Afghanistan|Afghan|Kabul
    AL|Albania|Albanian|Tirana
    DZ|Algeria|Algerian|Algiers
    AD|Andorra|Andorran|Andorra la Vella
    AO|Angola|Angolan|Luanda
    AG|Antigua and Barbuda|Antiguan|Saint John's,St. John's
    AR|Argentina|Argentine,Argentinian,Argentinean|Buenos Aires
    AM|Armenia|Armenian|Yerevan
    AU|Australia|Australian,Aussie|Canberra
    AT|Austria|Austrian|Vienna
    AZ|Azerbaijan|Azerbaijani,Azeri|Baku
    BS|Bahamas,The Bahamas|Bahamian|Nassau
    BH|Bahrain|Bahraini|Manama
    BD|Bangladesh|Bangladeshi|Dhaka
    BB|Barbados|Barbadian|Bridgetown
    BY|Belarus|Belarusian,Belarussian|Minsk
    BE|Belgium|Belgian|Brussels
    BZ|Belize|Belizean|Belmopan
    BJ|Benin|Beninese|Porto-Novo
    BT|Bhutan|Bhutanese|Thimphu
    BO|Bolivia|Bolivian|La Paz,Sucre
    BA|Bosnia and Herzegovina,Bosnia-Herzegovina,Bosnia|Bosnian|Sarajevo
    BW|Botswana|Botswanan|Gaborone
    BR|Brazil|Brazilian|Brasilia,Brasília
    BN|Brunei|Bruneian|Bandar Seri Begawan
    BG|Bulgaria|Bulgarian|Sofia
    BF|Burkina Faso|Burkinabe|Ouagadougou
    BI|Burundi|Burundian|Bujumbura,Gitega
    KH|Cambodia|Cambodian|Phnom Penh
    CM|Cameroon|Cameroonian|Yaounde,Yaoundé
    CA|Canada|Canadian|Ottawa
    CV|Cape Verde,Cabo Verde|Cape Verdean|Praia
    CF|Central African Republic|Central African|Bangui
    TD|Chad|Chadian|N'Djamena
    CL|Chile|Chilean|Santiago
    CN|China,People's Republic of China,PRC|Chinese|Beijing
    CO|Colombia|Colombian|Bogota,Bogotá
    KM|Comoros|Comorian|Moroni
    CG|Republic of the Congo,Congo-Brazzaville|Congolese|Brazzaville
    CD|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC,Congo|Congolese|Kinshasa
    CR|Costa Rica|Costa Rican|San Jose,San José
    CI|Ivory Coast,Cote d'Ivoire,Côte d'Ivoire|Ivorian|Yamoussoukro,Abidjan
    HR|Croatia|Croatian,Croat|Zagreb
    CU|Cuba|Cuban|Havana
    CY|Cyprus|Cypriot,Greek Cypriot|Nicosia
    CZ|Czech Republic,Czechia|Czech|Prague
    DK|Denmark|Danish,Dane|Copenhagen
    DJ|Djibouti|Djiboutian|
    DM|Dominica||Roseau
    DO|Dominican Republic|Dominican|Santo Domingo
    EC|Ecuador|Ecuadorian,Ecuadorean|Quito
    EG|Egypt|Egyptian|Cairo
    SV|El Salvador|Salvadoran,Salvadorean|San Salvador
    GQ|Equatorial Guinea|Equatorial Guinean|Malabo
    ER|Eritrea|Eritrean|Asmara
    EE|Estonia|Estonian|Tallinn
    SZ|Eswatini,Swaziland|Swazi|Mbabane
    ET|Ethiopia|Ethiopian|Addis Ababa
    FJ|Fiji|Fijian|Suva
    FI|Finland|Finnish,Finn|Helsinki
    FR|France|French,Frenchman,Frenchwoman|Paris
    GA|Gabon|Gabonese|Libreville
    GM|Gambia,The Gambia|Gambian|Banjul
    GE|Georgia|Georgian|Tbilisi
    DE|Germany|German|Berlin
    GH|Ghana|Ghanaian|Accra
    GR|Greece|Greek|Athens
    GL|Greenland|Greenlander,Greenlandic|Nuuk
    GD|Grenada|Grenadian|
    GT|Guatemala|Guatemalan|Guatemala City
    GN|Guinea|Guinean|Conakry
    GW|Guinea-Bissau||Bissau
    GY|Guyana|Guyanese|Georgetown
    HT|Haiti|Haitian|Port-au-Prince
    HN|Honduras|Honduran|Tegucigalpa
    HK|Hong Kong|Hong Konger|
    HU|Hungary|Hungarian|Budapest
    IS|Iceland|Icelandic,Icelander|Reykjavik
    IN|India|Indian|New Delhi,Delhi
    ID|Indonesia|Indonesian|Jakarta
    IR|Iran,Islamic Republic of Iran|Iranian|Tehran
    IQ|Iraq|Iraqi|Baghdad
    IE|Ireland|Irish,Irishman|Dublin
    IL|Israel|Israeli|Jerusalem
    IT|Italy|Italian|Rome
    JM|Jamaica|Jamaican|Kingston
    JP|Japan|Japanese|Tokyo
    JO|Jordan|Jordanian|Amman
    KZ|Kazakhstan|Kazakh,Kazakhstani|Astana,Nur-Sultan
    KE|Kenya|Kenyan|Nairobi
    KI|Kiribati||
    XK|Kosovo|Kosovar,Kosovan|Pristina
    KW|Kuwait|Kuwaiti|Kuwait City
    KG|Kyrgyzstan|Kyrgyz|Bishkek
    LA|Laos|Laotian,Lao|Vientiane
    LV|Latvia|Latvian|Riga
    LB|Lebanon|Lebanese|Beirut
    LS|Lesotho||Maseru
    LR|Liberia|Liberian|Monrovia
    LY|Libya|Libyan|Tripoli
    LI|Liechtenstein||Vaduz
    LT|Lithuania|Lithuanian|Vilnius
    LU|Luxembourg||
    MO|Macau,Macao||
    MG|Madagascar|Malagasy|Antananarivo
    MW|Malawi|Malawian|Lilongwe
    MY|Malaysia|Malaysian|Kuala Lumpur
    MV|Maldives|Maldivian|
    ML|Mali|Malian|Bamako
    MT|Malta|Maltese|Valletta
    MH|Marshall Islands|Marshallese|Majuro
    MR|Mauritania|Mauritanian|Nouakchott
    MU|Mauritius|Mauritian|Port Louis
    MX|Mexico|Mexican|Mexico City
    FM|Micronesia|Micronesian|
    MD|Moldova|Moldovan|Chisinau
    MC|Monaco||
    MN|Mongolia|Mongolian|Ulaanbaatar,Ulan Bator
    ME|Montenegro|Montenegrin|Podgorica
    MA|Morocco|Moroccan|Rabat
    MZ|Mozambique|Mozambican|Maputo
    MM|Myanmar,Burma|Burmese|Naypyidaw,Yangon,Rangoon
    NA|Namibia|Namibian|Windhoek
    NR|Nauru|Nauruan|
    NP|Nepal|Nepali,Nepalese|Kathmandu
    NL|Netherlands,The Netherlands,Holland|Dutch,Dutchman|Amsterdam,The Hague
    NZ|New Zealand|New Zealander|Wellington
    NI|Nicaragua|Nicaraguan|Managua
    NE|Niger|Nigerien|Niamey
    NG|Nigeria|Nigerian|Abuja
    KP|North Korea,DPRK,Democratic People's Republic of Korea|North Korean|Pyongyang
    MK|North Macedonia,Macedonia|Macedonian|Skopje
    NO|Norway|Norwegian|Oslo
    OM|Oman|Omani|Muscat
    PK|Pakistan|Pakistani|Islamabad
    PW|Palau|Palauan|
    PS|Palestine|Palestinian|Ramallah
    PA|Panama|Panamanian|Panama City
    PG|Papua New Guinea|Papua New Guinean|Port Moresby
    PY|Paraguay|Paraguayan|Asuncion,Asunción
    PE|Peru|Peruvian|Lima
    PH|Philippines,The Philippines|Filipino,Filipina,Philippine|Manila
    PL|Poland|Polish,Pole|Warsaw
    PT|Portugal|Portuguese|Lisbon
    PR|Puerto Rico|Puerto Rican|
    QA|Qatar|Qatari|Doha
    RO|Romania|Romanian|Bucharest
    RU|Russia,Russian Federation|Russian|Moscow
    RW|Rwanda|Rwandan|Kigali
    KN|Saint Kitts and Nevis,St. Kitts and Nevis||
    LC|Saint Lucia,St. Lucia||Castries
    VC|Saint Vincent and the Grenadines,St. Vincent and the Grenadines||
    WS|Samoa|Samoan|Apia
    SM|San Marino||
    ST|Sao Tome and Principe,São Tomé and Príncipe||
    SA|Saudi Arabia,Kingdom of Saudi Arabia|Saudi,Saudi Arabian|Riyadh
    SN|Senegal|Senegalese|Dakar
    RS|Serbia|Serbian,Serb|Belgrade
    SC|Seychelles||
    SL|Sierra Leone|Sierra Leonean|Freetown
    SG|Singapore|Singaporean|
    SK|Slovakia|Slovak,Slovakian|Bratislava
    SI|Slovenia|Slovenian,Slovene|Ljubljana
    SB|Solomon Islands|Solomon Islander|Honiara
    SO|Somalia|Somali|Mogadishu
    ZA|South Africa|South African|Pretoria,Cape Town
    KR|South Korea,Republic of Korea,ROK|South Korean,Korean|Seoul
    SS|South Sudan|South Sudanese|Juba
    ES|Spain|Spanish,Spaniard|Madrid
    LK|Sri Lanka|Sri Lankan|Colombo
    SD|Sudan|Sudanese|Khartoum
    SR|Suriname|Surinamese|Paramaribo
    SE|Sweden|Swedish,Swede|Stockholm
    CH|Switzerland|Swiss|Bern
    SY|Syria,Syrian Arab Republic|Syrian|Damascus
    TW|Taiwan|Taiwanese|Taipei
    TJ|Tajikistan|Tajik|Dushanbe
    TZ|Tanzania|Tanzanian|Dodoma,Dar es Salaam
    TH|Thailand|Thai|Bangkok
    TL|East Timor,Timor-Leste|East Timorese,Timorese|Dili
    TG|Togo|Togolese|Lome,Lomé
    TO|Tonga|Tongan|Nuku'alofa
    TT|Trinidad and Tobago,Trinidad|Trinidadian|Port of Spain
    TN|Tunisia|Tunisian|Tunis
    TR|Turkey,Türkiye,Turkiye|Turkish,Turk|Ankara
    TM|Turkmenistan|Turkmen|Ashgabat
    TV|Tuvalu||
    UG|Uganda|Ugandan|Kampala
    UA|Ukraine|Ukrainian|Kyiv,Kiev
    AE|United Arab Emirates,UAE|Emirati|Abu Dhabi
    GB|United Kingdom,UK,Britain,Great Britain|British,Briton,Brit,Englishman|London
    US|United States,United States of America,US,USA,America|American|
    UY|Uruguay|Uruguayan|Montevideo
    UZ|Uzbekistan|Uzbek|Tashkent
    VU|Vanuatu||Port Vila
    VA|Vatican,Vatican City,Holy See||
    VE|Venezuela|Venezuelan|Caracas
    VN|Vietnam,Viet Nam|Vietnamese|Hanoi
    EH|Western Sahara|Sahrawi|
    YE|Yemen|Yemeni|Sanaa,Sana'a
    ZM|Zambia|Zambian|Lusaka
    ZW|Zimbabwe|Zimbabwean|Harare
    """
}
