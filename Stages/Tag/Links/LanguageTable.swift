extension PlaceTable {
  /// Languages: a code of ISO 639 and names.
  ///
  /// Made by `make-tables`; not to be edited by hand.
  static let languageNames: StaticString = """
    aa|Afar
    ab|Abkhazian
    ace|Achinese
    ach|Acoli
    ada|Adangme
    ady|Adyghe|Adygei
    ae|Avestan
    afh|Afrihili
    af|Afrikaans
    ain|Ainu
    akk|Akkadian
    ak|Akan
    ale|Aleut
    alt|Southern Altai
    am|Amharic
    ang|English, Old
    anp|Angika
    an|Aragonese
    arc|Official Aramaic|Imperial Aramaic
    arn|Mapudungun|Mapuche
    arp|Arapaho
    arw|Arawak
    ar|Arabic
    ast|Asturian|Bable|Leonese|Asturleonese
    as|Assamese
    av|Avaric
    awa|Awadhi
    ay|Aymara
    az|Azerbaijani
    bal|Baluchi
    ban|Balinese
    bas|Basa
    ba|Bashkir
    bej|Beja|Bedawiyet
    bem|Bemba
    be|Belarusian
    bg|Bulgarian
    bho|Bhojpuri
    bik|Bikol
    bin|Bini|Edo
    bi|Bislama
    bla|Siksika
    bm|Bambara
    bnt|Bantu
    bn|Bengali
    bo|Tibetan
    bra|Braj
    br|Breton
    bs|Bosnian
    bua|Buriat
    bug|Buginese
    byn|Blin|Bilin
    cad|Caddo
    car|Galibi Carib
    ca|Catalan|Valencian
    ceb|Cebuano
    ce|Chechen
    chb|Chibcha
    chg|Chagatai
    chk|Chuukese
    chm|Mari
    chn|Chinook jargon
    cho|Choctaw
    chp|Chipewyan|Dene Suline
    chr|Cherokee
    chy|Cheyenne
    ch|Chamorro
    cnr|Montenegrin
    cop|Coptic
    co|Corsican
    cpe|Creoles and pidgins, English based
    cpf|Creoles and pidgins, French-based
    cpp|Creoles and pidgins, Portuguese-based
    crh|Crimean Tatar|Crimean Turkish
    crp|Creoles and pidgins
    cr|Cree
    csb|Kashubian
    cs|Czech
    cu|Church Slavic|Old Slavonic|Church Slavonic|Old Bulgarian|Old Church Slavonic
    cv|Chuvash
    cy|Welsh
    dak|Dakota
    dar|Dargwa
    da|Danish
    del|Delaware
    den|Slave
    de|German
    dgr|Dogrib
    din|Dinka
    doi|Dogri
    dsb|Lower Sorbian
    dua|Duala
    dum|Dutch, Middle
    dv|Divehi|Dhivehi|Maldivian
    dyu|Dyula
    dz|Dzongkha
    ee|Ewe
    efi|Efik
    egy|Egyptian
    eka|Ekajuk
    elx|Elamite
    el|Greek, Modern
    enm|English, Middle
    en|English
    eo|Esperanto
    es|Spanish|Castilian
    et|Estonian
    eu|Basque
    ewo|Ewondo
    fan|Fang
    fat|Fanti
    fa|Persian
    ff|Fulah
    fil|Filipino|Pilipino
    fi|Finnish
    fj|Fijian
    fon|Fon
    fo|Faroese
    frm|French, Middle
    fro|French, Old
    frr|Northern Frisian
    frs|Eastern Frisian
    fr|French
    fur|Friulian
    fy|Western Frisian
    gaa|Ga
    gay|Gayo
    ga|Irish
    gba|Gbaya
    gd|Gaelic|Scottish Gaelic
    gez|Geez
    gil|Gilbertese
    gl|Galician
    gmh|German, Middle High
    gn|Guarani
    goh|German, Old High
    gon|Gondi
    gor|Gorontalo
    got|Gothic
    grb|Grebo
    grc|Greek, Ancient
    gsw|Swiss German|Alemannic|Alsatian
    gu|Gujarati
    gv|Manx
    gwi|Gwich'in
    hai|Haida
    haw|Hawaiian
    ha|Hausa
    he|Hebrew
    hil|Hiligaynon
    hit|Hittite
    hi|Hindi
    hmn|Hmong|Mong
    ho|Hiri Motu
    hr|Croatian
    hsb|Upper Sorbian
    ht|Haitian|Haitian Creole
    hup|Hupa
    hu|Hungarian
    hy|Armenian
    hz|Herero
    ia|Interlingua
    iba|Iban
    id|Indonesian
    ie|Interlingue|Occidental
    ig|Igbo
    ii|Sichuan Yi|Nuosu
    ik|Inupiaq
    ilo|Iloko
    inh|Ingush
    io|Ido
    is|Icelandic
    it|Italian
    iu|Inuktitut
    ja|Japanese
    jbo|Lojban
    jpr|Judeo-Persian
    jrb|Judeo-Arabic
    jv|Javanese
    kaa|Kara-Kalpak
    kab|Kabyle
    kac|Kachin|Jingpho
    kam|Kamba
    kaw|Kawi
    ka|Georgian
    kbd|Kabardian
    kg|Kongo
    kha|Khasi
    kho|Khotanese|Sakan
    ki|Kikuyu|Gikuyu
    kj|Kuanyama|Kwanyama
    kk|Kazakh
    kl|Kalaallisut|Greenlandic
    kmb|Kimbundu
    km|Central Khmer
    kn|Kannada
    kok|Konkani
    kos|Kosraean
    ko|Korean
    kpe|Kpelle
    krc|Karachay-Balkar
    krl|Karelian
    kru|Kurukh
    kr|Kanuri
    ks|Kashmiri
    kum|Kumyk
    kut|Kutenai
    ku|Kurdish
    kv|Komi
    kw|Cornish
    ky|Kirghiz|Kyrgyz
    lad|Ladino
    lah|Lahnda
    lam|Lamba
    la|Latin
    lb|Luxembourgish|Letzeburgesch
    lez|Lezghian
    lg|Ganda
    li|Limburgan|Limburger|Limburgish
    ln|Lingala
    lol|Mongo
    loz|Lozi
    lo|Lao
    lt|Lithuanian
    lua|Luba-Lulua
    lui|Luiseno
    lun|Lunda
    luo|Luo
    lus|Lushai
    lu|Luba-Katanga
    lv|Latvian
    mad|Madurese
    mag|Magahi
    mai|Maithili
    mak|Makasar
    man|Mandingo
    mas|Masai
    mdf|Moksha
    mdr|Mandar
    men|Mende
    mga|Irish, Middle
    mg|Malagasy
    mh|Marshallese
    mic|Mi'kmaq|Micmac
    min|Minangkabau
    mi|Maori
    mk|Macedonian
    ml|Malayalam
    mnc|Manchu
    mni|Manipuri
    mn|Mongolian
    moh|Mohawk
    mos|Mossi
    mr|Marathi
    ms|Malay
    mt|Maltese
    mus|Creek
    mwl|Mirandese
    mwr|Marwari
    myv|Erzya
    my|Burmese
    nap|Neapolitan
    na|Nauru
    nb|Bokmål, Norwegian|Norwegian Bokmål
    nds|Low German|Low Saxon|German, Low|Saxon, Low
    nd|Ndebele, North|North Ndebele
    new|Nepal Bhasa|Newari
    ne|Nepali
    ng|Ndonga
    nia|Nias
    niu|Niuean
    nl|Dutch|Flemish
    nn|Norwegian Nynorsk|Nynorsk, Norwegian
    nog|Nogai
    non|Norse, Old
    no|Norwegian
    nqo|N'Ko
    nr|Ndebele, South|South Ndebele
    nso|Pedi|Sepedi|Northern Sotho
    nv|Navajo|Navaho
    nwc|Classical Newari|Old Newari|Classical Nepal Bhasa
    nym|Nyamwezi
    nyn|Nyankole
    nyo|Nyoro
    ny|Chichewa|Chewa|Nyanja
    nzi|Nzima
    oc|Occitan|Provençal
    oj|Ojibwa
    om|Oromo
    or|Oriya
    osa|Osage
    os|Ossetian|Ossetic
    ota|Turkish, Ottoman
    pag|Pangasinan
    pal|Pahlavi
    pam|Pampanga|Kapampangan
    pap|Papiamento
    pau|Palauan
    pa|Panjabi|Punjabi
    peo|Persian, Old
    phn|Phoenician
    pi|Pali
    pl|Polish
    pon|Pohnpeian
    pro|Provençal, Old
    ps|Pushto|Pashto
    pt|Portuguese
    qu|Quechua
    raj|Rajasthani
    rap|Rapanui
    rar|Rarotongan|Cook Islands Maori
    rm|Romansh
    rn|Rundi
    rom|Romany
    ro|Romanian|Moldavian|Moldovan
    rup|Aromanian|Arumanian|Macedo-Romanian
    ru|Russian
    rw|Kinyarwanda
    sad|Sandawe
    sah|Yakut
    sai|South American Indian
    sam|Samaritan Aramaic
    sas|Sasak
    sat|Santali
    sa|Sanskrit
    scn|Sicilian
    sco|Scots
    sc|Sardinian
    sd|Sindhi
    sel|Selkup
    se|Northern Sami
    sga|Irish, Old
    sgn|Sign Languages
    sg|Sango
    shn|Shan
    sid|Sidamo
    si|Sinhala|Sinhalese
    sk|Slovak
    sl|Slovenian
    sma|Southern Sami
    smj|Lule Sami
    smn|Inari Sami
    sms|Skolt Sami
    sm|Samoan
    snk|Soninke
    sn|Shona
    sog|Sogdian
    so|Somali
    sq|Albanian
    srn|Sranan Tongo
    srr|Serer
    sr|Serbian
    ss|Swati
    st|Sotho, Southern
    suk|Sukuma
    sus|Susu
    sux|Sumerian
    su|Sundanese
    sv|Swedish
    sw|Swahili
    syc|Classical Syriac
    syr|Syriac
    ta|Tamil
    tem|Timne
    ter|Tereno
    tet|Tetum
    te|Telugu
    tg|Tajik
    th|Thai
    tig|Tigre
    tiv|Tiv
    ti|Tigrinya
    tkl|Tokelau
    tk|Turkmen
    tlh|Klingon|tlhIngan-Hol
    tli|Tlingit
    tl|Tagalog
    tmh|Tamashek
    tn|Tswana
    tog|Tonga
    to|Tonga
    tpi|Tok Pisin
    tr|Turkish
    tsi|Tsimshian
    ts|Tsonga
    tt|Tatar
    tum|Tumbuka
    tvl|Tuvalu
    tw|Twi
    tyv|Tuvinian
    ty|Tahitian
    udm|Udmurt
    uga|Ugaritic
    ug|Uighur|Uyghur
    uk|Ukrainian
    umb|Umbundu
    ur|Urdu
    uz|Uzbek
    vai|Vai
    ve|Venda
    vi|Vietnamese
    vot|Votic
    vo|Volapük
    wal|Walamo
    war|Waray
    was|Washo
    wa|Walloon
    wo|Wolof
    xal|Kalmyk|Oirat
    xh|Xhosa
    yao|Yao
    yap|Yapese
    yi|Yiddish
    yo|Yoruba
    zap|Zapotec
    za|Zhuang|Chuang
    zbl|Blissymbols|Blissymbolics|Bliss
    zen|Zenaga
    zgh|Standard Moroccan Tamazight
    zh|Chinese
    zun|Zuni
    zu|Zulu
    zza|Zaza|Dimili|Dimli|Kirdki|Kirmanjki|Zazaki
    """
}
