extension Lexicon {
  /// Words of the patterns: a symbol, then words, each perhaps with a value. Exact case, except that
  /// a word in lower case is also found capitalised at the start of a sentence. What the values of
  /// words for dates mean is said in `DateExpression`.
  static let patternWords: StaticString = """
    one: one=1 One=1
    count: two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12
    count: thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19
    count: twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
    scale: hundred=2 thousand=3 lakh=5 lac=5 million=6 crore=7 billion=9 trillion=12 dozen=-1
    scales: hundreds thousands=3 millions=6 billions=9 trillions=12 dozens scores lakhs=5 lacs=5
    scales: crores=7 tens
    suffix: bn=9 mn=6 tn=12 mln=6 bln=9 trn=12 mm=6
    ordinal: first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10
    ordinal: eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16
    ordinal: seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 fortieth=40
    ordinal: fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 hundredth=100
    fraction: thirds=3 quarters=4 fifths=5 sixths=6 eighths=8 tenths=10
    half: half
    vulgar: ½=5 ¼=25 ¾=75 ⅛=125 ⅜=375 ⅝=625 ⅞=875 ⅓ ⅔ ⅕=2 ⅖=4 ⅗=6 ⅘=8
    minus: minus
    to: to or
    month: January=1 February=2 March=3 April=4 June=6 July=7 August=8 September=9 October=10
    month: November=11 December=12
    may: May=5
    monthAbbreviation: Jan=1 Feb=2 Mar=3 Apr=4 Jun=6 Jul=7 Aug=8 Sep=9 Sept=9 Oct=10 Nov=11 Dec=12
    weekday: Monday=1 Tuesday=2 Wednesday=3 Thursday=4 Friday=5 Saturday=6 Sunday=7
    weekdayAbbreviation: Mon=1 Tue=2 Tues=2 Wed=3 Thu=4 Thur=4 Thurs=4 Fri=5 Sat=6 Sun=7
    weekdays: Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays
    dayWord: yesterday=-1 today=0 tomorrow=1
    timeWord: noon=T12:00 midnight=T00:00 tonight=TNI
    partOfDay: morning=TMO afternoon=TAF evening=TEV night=TNI overnight=TNI
    decade: twenties=192 thirties=193 forties=194 fifties=195 sixties=196 seventies=197 eighties=198
    decade: nineties=199
    season: spring=SP summer=SU autumn=FA winter=WI fall=FA
    namedPeriod: Eve Day=1
    holiday: Christmas=1225 Juneteenth=619 Easter=-1 Ramadan Thanksgiving Diwali Hanukkah Halloween=1031
    period: day=1 days=1 week=2 weeks=2 fortnight=3 weekend=4 weekends=4 month=5 months=5
    period: year=7 years=7 decade=8 decades=8 century=9 centuries=9
    quarter: quarter=6
    hourUnit: hour=H hours=H minute=M minutes=M seconds=S hr=H hrs=H min=M mins=M
    hourUnit: sec=S secs=S
    relative: last=-1 next=1 this=0 past=-2 previous=-3 coming=2 following=3
    early: early late mid
    ago: ago=-1 earlier=-2 later=2
    edge: beginning start middle end=1
    old: old olds
    fiscal: fiscal financial FY
    adjacent: before=-1 after=1
    half12: am=0 pm=12 AM=0 PM=12
    zone: GMT=Z UTC=Z EST=-05:00 EDT=-04:00 CST CDT=-05:00 PST=-08:00 PDT=-07:00 ET PT CET=+01:00
    zone: CEST=+02:00 BST IST JST=+09:00 MSK=+03:00 AKST=-09:00 AKDT=-08:00 HST=-10:00 AST=-04:00
    zone: ADT=-03:00 EET=+02:00 EEST=+03:00 WAT=+01:00 CAT=+02:00 SAST=+02:00 EAT=+03:00 PKT=+05:00
    zone: WIB=+07:00 SGT=+08:00 HKT=+08:00 KST=+09:00 AWST=+08:00 ACST=+09:30 ACDT=+10:30
    zone: AEST=+10:00 AEDT=+11:00 NZST=+12:00 NZDT=+13:00
    era: BC=-1 BCE=-1 AD=1 CE=1
    clock: clock
    currencySign: €=EUR £=GBP ¥ ￥ ₹=INR ₩=KRW ₽=RUB ₺=TRY ₴=UAH ₪=ILS ₦=NGN ₫=VND ฿=THB ₱=PHP ₸=KZT ₵=GHS
    currencyCode: USD=USD EUR=EUR GBP=GBP CNY=CNY RMB=CNY JPY=JPY RUB=RUB INR=INR CHF=CHF AUD=AUD
    currencyCode: CAD=CAD HKD=HKD KRW=KRW BRL=BRL ZAR=ZAR SEK=SEK NOK=NOK DKK=DKK PLN=PLN TRY=TRY
    currencyCode: SGD=SGD NZD=NZD MXN=MXN UAH=UAH PKR=PKR IDR=IDR THB=THB AED=AED SAR=SAR Rs
    currencyCode: MYR=MYR VND=VND NGN=NGN KES=KES EGP=EGP ILS=ILS HUF=HUF CZK=CZK CLP=CLP TWD=TWD
    currencyCode: QAR=QAR KWD=KWD BDT=BDT LKR=LKR KZT=KZT GHS=GHS UGX=UGX TZS=TZS ETB=ETB RON=RON
    currencyCode: PHP=PHP Php=PHP NPR=NPR XOF=XOF XAF=XAF BHD=BHD OMR=OMR JOD=JOD LBP=LBP IQD=IQD
    currencyCode: DZD=DZD TND=TND LYD=LYD BWP=BWP ZMW=ZMW MWK=MWK MZN=MZN AOA=AOA NAD=NAD RWF=RWF
    currencyCode: ISK=ISK BGN=BGN RSD=RSD GEL=GEL AZN=AZN UZS=UZS MMK=MMK KHR=KHR MNT=MNT ARS=ARS
    currencyCode: Birr=ETB FRw=RWF Frw=RWF JMD=JMD TTD=TTD FJD=FJD PGK=PGK MUR=MUR NIS=ILS SFr=CHF Sfr=CHF FCFA
    currencyCode: RM=MYR Rp=IDR KSh=KES Ksh=KES TSh=TZS Tsh=TZS USh=UGX Ush=UGX Tk=BDT
    currencyWord: dollar=USD dollars=USD euro=EUR euros=EUR yuan=CNY renminbi=CNY yen=JPY ruble=RUB
    currencyWord: rubles=RUB rouble=RUB roubles=RUB rupee rupees peso pesos franc francs dirham
    currencyWord: dirhams riyal riyals rial rials dinar dinars krona=SEK kronor=SEK krone kroner
    currencyWord: zloty=PLN zlotys=PLN forint=HUF forints=HUF hryvnia=UAH hryvnias=UAH lira liras
    currencyWord: shekel=ILS shekels=ILS baht=THB ringgit=MYR rupiah=IDR naira=NGN cedi=GHS cedis=GHS
    currencyWord: shilling shillings dong=VND taka=BDT reais=BRL tenge=KZT kwacha birr=ETB afghanis=AFN
    currencyWord: quid=GBP lei leva=BGN koruna=CZK korunas=CZK koruny=CZK dalasi=GMD dalasis=GMD
    currencyWord: pula=BWP meticais=MZN leones=SLE ariary=MGA lari=GEL kyat=MMK kyats=MMK riel=KHR
    currencyWord: riels=KHR
    nationalCurrency: crown crowns
    ambiguousCurrency: pound=GBP pounds=GBP won=KRW rand=ZAR real=BRL
    cents: cents pence kopecks paise paisa eurocents=EUR eurocent=EUR kobo=NGN
    cents: pesewas=GHS ¢
    cent: cent
    sterling: sterling
    percentWord: percent pct
    percentage: percentage
    point: point points
    basis: basis
    unit: km=km kilometer=km kilometers=km kilometre=km kilometres=km mile=mi miles=mi meter=m
    unit: meters=m metre=m metres=m foot=ft feet=ft ft=ft inch=in inches=in yard=yd yards=yd cm=cm
    unit: centimeters=cm centimetres=cm mm=mm millimeters=mm millimetres=mm kg=kg kilogram=kg
    unit: kilograms=kg kilo=kg kilos=kg gram=g grams=g g=g mg=mg ton=ton tons=ton tonne=t tonnes=t
    unit: t=t ounce=oz ounces=oz oz=oz lb=lb lbs=lb liter=L liters=L litre=L litres=L gallon=gal
    unit: gallons=gal barrel=bbl barrels=bbl bushel=bu bushels=bu acre=acre acres=acre hectare=ha
    unit: hectares=ha mph=mph kph=km/h kmh=km/h knots=kn kW=kW kilowatts=kW MW=MW megawatts=MW megawatt=MW
    unit: GW=GW gigawatts=GW gigawatt=GW TW=TW kWh=kWh MWh=MWh GWh=GWh TWh=TWh watts=W volts=V
    unit: Hz=Hz kHz=kHz MHz=MHz GHz=GHz KB=KB MB=MB megabytes=MB GB=GB gigabytes=GB TB=TB
    unit: terabytes=TB bytes=B
    unit: kilowatt=kW terawatt=TW terawatts=TW bpd=bbl/d horsepower=hp hp=hp bhp=hp
    unit: bps=bp bp=bp kbps=kbit/s Kbps=kbit/s Mbps=Mbit/s mbps=Mbit/s Gbps=Gbit/s megapixel=MP mi=mi sqm=m² sqft=ft²
    unit: volt=V watt=W amp=A amps=A
    unit: megapixels=MP kcal=kcal calories=cal decibels=dB dB=dB hPa=hPa millibars=mbar mpg=mpg ppm=ppm
    unit: micrograms=µg microgram=µg mcg=µg milligrams=mg milligram=mg quintal=q quintals=q
    unit: ml=mL millilitre=mL millilitres=mL milliliter=mL milliliters=mL cl=cL
    metre: m
    power: ² ³
    square: square cubic sq cu nautical metric
    degree: degree degrees
    degreeSign: °
    temperature: Celsius Fahrenheit C F
    a: a an
    and: and
    of: of
    per: per
    the: the
    o: o
    www: www
    """
}
