import TextKit

/// Whether somebody is a man or a woman, as far as titles and given names tell, so that `Mrs Harper` is
/// not taken for John Harper.
enum PersonGender: Int {
  case male
  case female

  /// What the last words of titles say: `Mr`, `Queen`, `spokeswoman`; `nil` for most.
  init?(_ titles: [String]) {
    for title in titles {
      var bytes: [UInt8] = []
      for byte in title.utf8 {
        if byte == UInt8(ascii: " ") {
          bytes.removeAll(keepingCapacity: true)
        } else if byte != UInt8(ascii: ".") {
          bytes.append(byte.lowercasedASCII)
        }
      }
      let hash = hashBytes(bytes.span)
      if Self.titlesOfMen.contains(hash) {
        self = .male
        return
      }
      if Self.titlesOfWomen.contains(hash) {
        self = .female
        return
      }
    }
    return nil
  }

  /// - Parameter givenName: the hash of a word in lower case without diacritics.
  init?(givenName: UInt64) {
    if Self.namesOfMen.contains(givenName) {
      self = .male
    } else if Self.namesOfWomen.contains(givenName) {
      self = .female
    } else {
      return nil
    }
  }

  private static let titlesOfMen = FewWords(
    """
    mr sir lord king prince duke baron count emperor father brother husband son chairman congressman \
    councilman spokesman businessman shri sheikh imam pope
    """)
  private static let titlesOfWomen = FewWords(
    """
    mrs ms miss lady dame queen princess duchess baroness countess empress mother sister wife daughter \
    widow chairwoman congresswoman councilwoman spokeswoman businesswoman smt
    """)

  /// Frequent names that are hardly borne by the others, in the countries that most news is from.
  private static let namesOfMen = FewWords(
    """
    john james robert michael william david richard thomas charles joseph daniel matthew anthony mark \
    donald steven stephen paul andrew joshua kenneth kevin brian george edward ronald timothy jason \
    jeffrey gary nicholas eric jonathan larry scott brandon benjamin samuel gregory frank raymond \
    patrick jack dennis aaron adam henry douglas peter nathan kyle walter harold jeremy ethan carl \
    keith roger gerald sean arthur lawrence joe bryan bruce alan wayne roy ralph eugene louis philip \
    tom tim bob bill jim mike dave steve dan ben tony greg simon ian neil graham stuart colin martin \
    nigel barry trevor derek liam oliver harry callum owen gareth hugh ahmed ahmad mohammed muhammad \
    mohamed hassan hussein ibrahim omar khalid abdullah mustafa yusuf rajesh amit sanjay vijay ravi \
    suresh ramesh anil sunil arun rahul rohit deepak ashok vikram narendra manoj emeka chinedu tunde \
    segun kwame kofi kwabena juma carlos luis miguel jorge pedro antonio manuel francisco fernando \
    pablo diego javier ricardo juan jose hans klaus jurgen wolfgang dieter pierre jacques francois \
    philippe laurent giovanni marco luca giuseppe paolo vladimir sergei dmitry ivan igor boris nikolai \
    alexei mikhail yuri viktor oleg barack joao sipho thabo
    """)
  private static let namesOfWomen = FewWords(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra \
    margaret kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura \
    cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine \
    christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce victoria \
    lauren christina joan evelyn judith megan cheryl hannah jacqueline martha gloria teresa ann anne \
    sara frances kathryn janice alice abigail julia judy sophia grace denise doris marilyn danielle \
    isabella theresa diana natalie charlotte marie jane kate lucy claire fiona gillian hilary hillary \
    jill sally wendy zoe chloe sophie fatima aisha amina khadija zainab maryam layla priya pooja neha \
    anita sunita kavita lakshmi indira sonia meera ngozi amaka chioma folake akua abena wanjiru akinyi \
    carmen lucia ana rosa elena isabel pilar olga natalia svetlana tatiana irina ekaterina yulia marina \
    ludmila ingrid astrid greta heidi ursula monique francoise sylvie nathalie giulia francesca chiara \
    melania ivanka nomvula thandi
    """)
}
