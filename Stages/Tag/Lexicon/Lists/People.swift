extension Lexicon {
  /// Given names from many countries; those that are common words are left out.
  static let givenNames: StaticString = """
    Aaron Abdul Abdullah Abdallah Abdel Abdelaziz Abdirahman Abdoulaye Abraham Abu Adam Adama Adel Adrian Agnes Ahmad
    Ahmed Ahmet Aisha Akira Alain Alan Albert Alberto Alejandro Aleksandr Aleksandar Alex Alexander
    Alexandra Alexandre Alexei Alexey Alexis Alfred Ali Alice Alison Alistair Allan Allen Alvaro Amanda
    Amar Amina Amit Amy Ana Anastasia Anders Andre André Andrea Andreas Andrei Andres Andrés
    Andrew Andrey Andrii Andriy Andrzej Andy Angel Angela Angelina Angelo Angus Anil Anita Anja Ann Anna Anne
    Annie Anthony Antoine Anton Antonio António Antony Antonis Anwar Ariel Armando Arnold Arthur Arturo Arvind
    Asif Asma Astrid Atsuko Audrey Augusto Aung Ayman Aziz Barack Barbara Barry Bashar Beatrice Ben
    Benazir Benedict Benjamin Benny Bernard Bernie Beth Betty Bilal Bilawal Boris Brad Brandon Brenda Brendan
    Brett Brian Bruce Bruno Bryan Caleb Callum Calvin Camila Carl Carla Carlo Carlos Carmen Carol
    Caroline Carolyn Carrie Catherine Cathy Cecilia Celine Cesar César Charles Charlie Charlotte Cheryl
    Chris Christian Christina Christine Christophe Christopher Cindy Claire Clara Clarence Claude Claudia
    Claudio Clement Colin Connor Constantine Corey Craig Cristina Cynthia Cyril Dan Daniel Daniela Danielle
    Danny Darren Dave David Dean Deborah Debbie Denis Denise Dennis Derek Desmond Diana Diane Didier
    Diego Dieter Dilma Dimitri Dimitris Dirk Dmitri Dmitriy Dmitry Dominic Dominique Don Donald Donna
    Doris Dorothy Doug Douglas Duncan Dwight Dylan Eamon Eddie Edgar Eduardo Edward Edwin Ehud Eileen
    Elaine Elena Eleanor Eli Elias Elijah Elizabeth Ella Ellen Elon Elsa Emil Emily Emma Emmanuel Emmerson
    Enrico Enrique Eric Erica Erik Erika Ernest Ernesto Estelle Esther Ethan Eugene Eva Evan Evelyn
    Evgeny Fabio Farah Farid Farooq Fatima Fatou Felipe Felix Ferdinand Fernanda Fernando Fidel Filip Fiona Florian
    Fouad Frances Francesca Francesco Francis Francisco Franco François Francois Frank Frans Franz Fred Frederic
    Frederick Friedrich Gabriel Gabriela Gareth Gary Gavin Geert Geoff Geoffrey George Georges Gerald Gerard
    Gerhard Gerry Giancarlo Gianni Gideon Gilbert Gina Giorgia Giorgio Giovanni Giulia Giuseppe Glenn Gloria
    Goodluck Gordon Graham Greg Gregory Greta Guillaume Guillermo Gustav Gustavo Guy Habib Hafez Haider Hakan
    Hamid Hamza Hannah Hans Harold Haroon Harriet Harris Harry Haruki Hasan Hassan Hassina Heather Hector
    Heidi Heiko Heinrich Helen Helena Helmut Henri Henrik Henry Herbert Herman Hilary Hillary Hiroshi Hisham
    Horst Hosni Howard Hugh Hugo Hussein Hosein Hossein Ian Ibrahim Idriss Igor Ilham Imran Indira Ingrid
    Inna Irene Irina Isaac Isabel Isabella Ismail Issa Ivan Ivana Iván Jack Jacek Jackie Jacob Jacqueline
    Jacques Jair Jake Jakob Jamal James Jamie Jan Jane Janet Janine Jared Jason Javier Jay Jean Jeanne
    Jeff Jeffrey Jennifer Jenny Jens Jeremy Jerome Jerry Jesse Jessica Jill Jim Jimmy Joan Joanna Joanne
    Joao João Joaquin Joe Joel Johan Johann Johanna Johannes John Johnny Jon Jonas Jonathan Jorge Jose
    José Josef Joseph Josep Joshua Josh Joyce Juan Judith Judy Julia Julian Juliana Julie Julien Julio
    Julius Justin Jürgen Kamal Kamala Kamran Karen Karim Karin Karl Kate Katherine Kathleen Kathryn Kathy
    Katie Katrin Katrina Kay Keith Keir Kelly Kelvin Ken Kenneth Kevin Khaled Khalid Khalil Kieran
    Kirill Kirsten Klaus Kofi Konstantin Krishna Kristalina Kristen Kristin Kurt Kwame Kyle Lars Larry Laszlo
    Laura Lauren Laurence Laurent Lawrence Leah Lech Lee Leila Lena Leo Leon Leonard Leonid Leonardo
    Leslie Lewis Liam Liz Linda Lindsay Lindsey Lionel Lisa Lloyd Logan Lorenzo Louis Louise Luc Luca
    Lucas Lucia Lucy Luigi Luis Luís Luiz Lukas Luke Lydia Lyndon Maciej Maggie Magnus Mahathir Mahmoud Mahmud Mai
    Malala Malcolm Malik Mandla Manmohan Manuel Marc Marcel Marcelo Marco Marcos Marcus Margaret Maria María Mariam
    Marie Marina Marine Mario Marion Mariusz Mark Marko Markus Marta Martha Martin Martina Marvin Mary
    Masoud Mateusz Mathias Matt Matteo Matthew Matthias Maurice Mauricio Max Maxim Maxime Megan Mehmet
    Melania Melanie Melissa Melvin Michael Michaela Michel Michele Michelle Miguel Mikhail Mike Milan
    Milos Miriam Mitch Mitchell Mohamed Mohammad Mohammed Mohamud Mohsen Moira Mona Monica Morgan Moritz Moses
    Mostafa Muammar Muhammad Muhammadu Mustafa Nabil Nadia Nadine Nancy Naomi Narendra Nasser Natalia Natalie
    Nathan Nawaz Neil Nelson Neville Nguyen Niall Nicholas Nick Nicola Nicolae Nicolas Nicole Nicos Nigel Nikki
    Nikol Nikola Nikolai Nikolay Nikos Nils Nina Noah Noam Noel Nora Norbert Norma Norman Nouri Nuri
    Oleg Oleksandr Oleksii Oleksiy Olaf Olga Oliver Olivia Olivier Olusegun Omar Orlando Oscar Osama Osman
    Otto Owen Pablo Pamela Paolo Pascal Patricia Patrick Paul Paula Paulo Pavel Pavlo Pedro Peggy Penny
    Pervez Pete Peter Petr Petra Petro Phil Philip Philippe Phillip Pierre Pieter Piotr Pranab Pratibha Priya Priyanka
    Rachel Rafael Rafic Rafiq Rahul Raila Rainer Raj Rajesh Rajiv Ralph Ramon Ramzan Rana Randy Raphael Rashid
    Raul Raúl Raymond Rebecca Recep Reinhard Rene René Renata Ricardo Richard Rick Ricky Rishi Rita
    Rob Robert Roberta Roberto Robin Rodney Rodrigo Roger Roland Rolf Roman Romano Ron Ronald Rory
    Ross Rowan Roy Ruben Rudolf Rudy Rupert Russell Ruth Ryan Sabine Saddam Sadiq Saeed Said Salah Salim Sally
    Salman Salva Sam Samantha Samia Samir Samuel Sandra Sanjay Santiago Sara Sarah Saud Scott Sean
    Sebastian Serena Serge Sergei Sergey Sergio Serhiy Shane Shannon Sharon Shaun Shehbaz Sheila Sheryl Shinzo
    Shimon Shirley Silvia Silvio Simon Simone Slobodan Sofia Sonia Sophia Sophie Stan Stanislav Stefan Stefano
    Stella Stephan Stephane Stephanie Stephen Steve Steven Stuart Subrahmanyam Sunil Suresh Susan Susanna Suzanne
    Sven Svetlana Sylvia Sylvie Taro Tamara Tammy Tanya Tariq Tatiana Tatyana Ted Tedros Terence Teresa Terry Thabo Theo
    Theodore Theresa Thierry Thomas Tiffany Tim Timothy Tina Tobias Todd Tom Tomas Tomás Tommy Toni Tony
    Tracy Trevor Troy Tzipi Umar Umaru Ursula Usman Uwe Vadim Valentin Valentina Valerie Valery Vanessa
    Vasily Vera Veronica Victor Viktor Viktoria Vincent Viola Virginia Vitali Vitaly Vivian Vlad Vladimir
    Vladislav Volodymyr Wael Walid Walter Wanda Warren Wayne Wendy Wesley Wilfried William Willy Winnie Winston
    Wolfgang Xavier Yair Yahya Yana Yaroslav Yasir Yasmin Yasser Yevgeny Yitzhak Yoshihide Yoweri Yulia Yuri Yuriy Yusuf
    Yves Yvonne Zachary Zainab Zahra Zoe Zoran Zuzana Stéphane Éric Frédéric Jérôme Léa Zoë Øystein Søren Björn
    """

  /// Family names that stand before the given name.
  static let leadingFamilyNames: StaticString = """
    Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng
    Xie Han Tang Feng Yu Dong Xiao Cheng Cao Yuan Deng Xu Fu Shen Zeng Peng Lu Su Jiang Cai Jia Ding
    Wei Xue Ye Yan Pan Du Dai Xia Zhong Tian Fan Fang Shi Yao Tan Liao Zou Xiong Jin Hao Kong Bai Cui
    Kang Mao Qiu Qin Gu Hou Shao Meng Long Wan Duan Qian Yin Hua Xi Qi Bo Wen Hong Geng Zhan
    Kim Park Choi Jung Jeong Kang Cho Yoon Jang Lim Moon Ban Roh Nguyen Tran Pham Hoang Phan Vo Dang Bui
    Ngo Truong Nguyễn
    """

  /// Words that announce a person; lower-case ones are found in both cases.
  static let titles: StaticString = """
    Mr, Mrs, Ms, Miss, Dr, Prof, Rev, Sir, Lord, Lady, Dame, Gen, Lt, Col, Maj, Capt, Cpl, Sgt, Sen, Rep, Gov
    Adm, Cmdr, Hon, Pres, PM, St, Messrs, Mme, Herr, Frau, Monsieur, Madame, Señor
    Sens, Reps, Gens, Profs, Drs, Gov-Gen, Supt, Insp, Cllr, Cllrs, Fr, Baroness, Shri, Smt, Alhaji
    Alhaja
    president, premier, chancellor, minister, secretary, secretary-general, secretary general
    solicitor general, surgeon general, chief of staff, secretary of state, minister of foreign affairs, minister of defence, minister of defense
    ambassador, envoy, governor, mayor, senator, congressman, congresswoman, representative, lawmaker
    deputy, speaker, leader, chairman, chairwoman, chairperson, chair, chief, director, director-general
    director general, commissioner, prosecutor, attorney general, attorney, judge, justice, general
    lieutenant, colonel, major, captain, sergeant, commander, admiral, marshal, brigadier, officer
    spokesman, spokeswoman, spokesperson, professor, doctor, pope, cardinal, archbishop, bishop, father
    reverend, pastor, rabbi, imam, ayatollah, sheikh, king, queen, prince, princess, emperor, sultan
    emir, duke, duchess, lord, sir, ceo, executive, founder, manager, coach, striker, midfielder, defender
    goalkeeper, forward, analyst, economist, strategist, historian, scientist, researcher, expert
    author, writer, novelist, poet, journalist, reporter, correspondent, editor, columnist, actor
    actress, singer, director, producer, filmmaker, artist, lawyer, activist, campaigner, opposition leader
    businessman, businesswoman, tycoon, billionaire, comrade, detective, inspector, superintendent
    constable, counsel, mp, councillor, councilman, councilwoman, treasurer, teammate, brother, sister
    wife, husband, son, daughter, photographer, dissident, rebel leader, warlord, candidate, rival
    ombudsman, headteacher, superintendent of police, commissioner of police, chief of police
    inspector general of police, deputy inspector general, Brig, Madam, Engr, Hajia, Mallam, Haji, Datuk, Datin
    Tengku, Sheikha, Sayyid, Mullah, Maulana, Swami, Pandit, Shaikh, Shaykh, Monsignor, Msgr
    """

  /// Words before a title that belong to it.
  static let titleModifiers: StaticString = """
    prime, vice, deputy, foreign, defence, defense, finance, interior, trade, energy, health, education
    justice, economy, environment, agriculture, transport, labour, labor, home, state, executive
    chief, senior, assistant, associate, managing, acting, former, ex, general, national, security
    press, party, team, union, first, crown, police, opposition, military, army, presidential, special
    attorney, district, federal, lieutenant, major, brigadier, vice-, co, external, affairs, commerce
    electricity, tourism, culture, communications, petroleum, railway, railways, immigration, housing, business
    shipping, manpower, science, sports, industry
    """

  /// The same with a capital, where another list has that word with one, which would hide these.
  static let fieldsOfOffice: StaticString = """
    First, Health, Education, Trade, Defence, Defense, Finance, Development, District, Energy, Security
    """

  /// Small words inside the names of people.
  static let particles: StaticString = """
    van, von, der, den, de, da, di, del, dela, della, la, le, du, dos, das, wa, bin, bint, ibn, al, el, ul, ould, ter, abu, y
    """

  /// Words with a capital letter that are no names, or start no name: at the start of sentences, in
  /// headlines. Lower case here, found capitalised.
  static let functionWords: StaticString = """
    the a an and or but nor so yet for if in on at by to of from with without within into onto over under
    above below after before since until till during between among amid against about around across along
    near toward towards through throughout per via despite except besides beyond upon off out up down
    i he she it we they you me him her us them my his its our their your this that these those here there
    who whom whose which what when where why how whether while whilst because although though unless as
    than then thus hence therefore however moreover meanwhile furthermore nevertheless nonetheless
    otherwise instead still also even just only too very not no yes never ever always often sometimes
    usually again already soon once twice now today yesterday tomorrow later earlier recently currently
    finally initially eventually originally previously perhaps maybe indeed according additionally
    is are was were be been being am do does did done has have had having can could will would shall
    should may might must let all any both each either neither every everyone everybody everything some
    someone somebody something none nobody nothing many much more most several few fewer less least other
    others another such same own one two three four five six seven eight nine ten hundreds thousands
    dozens first second third last next new old former many people police officials authorities residents
    witnesses critics supporters analysts experts scientists researchers protesters rebels troops soldiers
    government parliament opposition president minister army state local national international
    like unlike given following including asked speaking talking despite please read see click get
    make take come go say says said told tell photo picture image file source published updated editor
    report reports story news article breaking live video watch update correction editorial opinion
    """

  /// Verbs beside which stands who speaks.
  static let speechVerbs: StaticString = """
    said says told added asked noted stressed insisted argued explained replied warned stated tweeted
    recalled recalls adds believes thinks admitted announced declared denied
    """

  /// Words that may stand before a year or a month.
  static let datePrepositions: StaticString = """
    in since until till by from before after during of around circa through between to early late mid this
    last next
    """

  /// Acronyms that name no organisation.
  static let notNames: StaticString = """
    CEO, CFO, COO, CTO, GDP, GNP, TV, DVD, CD, DNA, RNA, HIV, AIDS, COVID, SARS, MERS, USB, PC, IT, AI, ID, VIP
    OK, AM, PM, MP, MPs, NGO, NGOs, PhD, MBA, BA, ATM, GPS, SUV, UFO, IQ, PR, HR, FAQ, PDF, URL, HTML, IPO
    VAT, R&D, II, III, IV, VI, VII, VIII, IX, XI, XII, XIV, XVI, BC, AD, CE, BCE, SMS, PIN, FM, LED, LNG, CO
    DIY, RIP, ICU, PPE, PCR, QR, VR, EV, EVs, WMD, WMDs, POW, POWs, IDP, IDPs, CCTV, SIM, LGBT, LGBTQ, RSS
    """
}
