import TextKit

/// What the `class`, `id` and `role` of an element say of it.
struct HTMLMarks: Sendable {
  /// The kinds of things beside an article's text that it says to be, one bit a kind.
  var kinds: UInt64 = 0
  /// Belongs to other texts: comments, related articles. Its names and dates are not the article's.
  var isForeign = false
  /// Names the author.
  var isAuthor = false
  /// Says when the article was published.
  var isDate = false
  /// Holds the article's body.
  var isArticleBody = false
  /// Holds the article's title.
  var isHeadline = false
  /// Holds a second line below the title.
  var isSubtitle = false
  /// Stands in a heading beside what it says: a topic above, a second line below.
  var isBesideHeadline = false
  /// Is the heading of a part of the page, whatever else it is called.
  var isPartHeadline = false
  /// Says what a picture shows.
  var isCaption = false

  mutating func formUnion(_ other: HTMLMarks) {
    kinds |= other.kinds
    isForeign = isForeign || other.isForeign
    isAuthor = isAuthor || other.isAuthor
    isDate = isDate || other.isDate
    isArticleBody = isArticleBody || other.isArticleBody
    isHeadline = isHeadline || other.isHeadline
    isSubtitle = isSubtitle || other.isSubtitle
    isBesideHeadline = isBesideHeadline || other.isBesideHeadline
    isPartHeadline = isPartHeadline || other.isPartHeadline
    isCaption = isCaption || other.isCaption
  }
}

/// The words that classes and ids are made of, and what they say.
struct HTMLClassWords: Sendable {
  private let words: NameTable<HTMLMarks>

  /// Words of one line are of one kind: whether a page means what it says by them is decided for
  /// all of them together. Those of the first lines belong to other texts.
  private static let foreign = [
    """
    comment comments commentlist recentcomments usercomments disqus respond kommentar kommentare \
    kommentarbereich kommentarliste leserkommentar leserkommentare leserbriefe
    """,
    "related recirc recommended recommendations readmore morefrom moreon",
    "popular trending mostread outbrain taboola",
  ]
  /// Text that visitors are shown whatever they read; it may be longer than an article.
  private static let notices = [
    "cookie cookies consent optin gdpr privacy popup modal overlay lightbox", "newsletter signup",
  ]
  /// What leads elsewhere; without a link it is a part of the article, such as its introduction.
  private static let linking = ["teaser teasers", "infobox", "promo promos promotion"]
  private static let beside = [
    "sidebar", "footer", "nav navbar navigation", "menu", "breadcrumb breadcrumbs",
    "widget widgets",
    "pagination pager pagelinks", "masthead",
    "share shares sharing sharebar social", "banner", "ad ads advert advertisement adslot",
    "sponsor sponsored", "subscribe subscription", "tags taglist", "bio", "copyright",
    "meta postmeta postmetadata",
    "toolbar editsection", "print printfooter", "login register", captions + " credit credits",
    "toc", "rating ratings poll",
    "paywall",
    "follow", "syndication", "disclaimer", "correction", "feedback donate contribution",
    "byline author authors", "timestamp dateline",
  ]
  /// What readers think of something, with their names and dates.
  private static let ratings = "rating ratings testimonial testimonials"
  private static let authors =
    """
    byline author authors autor autoren writer redakteur verfasser contributor contributors creator \
    fn auteur auteurs autore autori journalist
    """
  private static let dates =
    """
    timestamp dateline date datum published pubdate postdate datetime time posted fecha datestamp \
    articledate entrydate newsdate publicationdate publishdate pubtime publishtime
    """
  private static let bodies = """
    articlebody storybody entrycontent postcontent articletext storytext articlecontent bodytext \
    postbody storycontent contentbody
    """

  private static let headlines =
    "entrytitle posttitle articletitle storytitle pagetitle articleheadline storyheadline headline"
  private static let besideHeadlines = """
    kicker overline dachzeile roofline spitzmarke eyebrow topline topiclabel suptitle pretitle \
    overtitle subline subtitle subheadline subhead
    """
  private static let partHeadlines = """
    sectionheadline sidebarheadline widgetheadline moduleheadline boxheadline teaserheadline \
    relatedheadline listheadline adheadline
    """
  private static let captions = "caption imagecaption imgcaption photocaption"
  private static let subtitles =
    "subline subtitle subheadline subhead deck dek standfirst unterzeile unterzeilen"

  /// The kinds that are believed even where they hold most of a page's text.
  static let strongKinds: UInt64 = 1 << UInt64(foreign.count + notices.count) - 1
  /// The kinds of what is made of links, whatever it is called.
  static let navigationKinds = kind(ofBeside: "nav") | kind(ofBeside: "menu")
  /// The kind of what says where in the site a page stands.
  static let pathKinds = kind(ofBeside: "breadcrumb")
  /// The kind of what hands a page on.
  static let sharingKinds = kind(ofBeside: "share")

  private static func kind(ofBeside word: String) -> UInt64 {
    beside.firstIndex { $0 == word || $0.hasPrefix(word + " ") }.map {
      1 << UInt64(foreign.count + notices.count + linking.count + $0)
    } ?? 0
  }
  /// The kinds of what leads elsewhere.
  static let linkingKinds: UInt64 =
    (1 << UInt64(linking.count) - 1) << UInt64(foreign.count + notices.count)
  /// The kinds that elements are of by their names and not their classes.
  static let firstTagKind = UInt64(
    foreign.count + notices.count + linking.count + beside.count)

  init() {
    var words: [UInt128: HTMLMarks] = [:]
    func add(_ list: String, _ change: (inout HTMLMarks) -> Void) {
      for word in list.utf8.split(separator: 0x20) {
        change(&words[word.reduce(0) { $0 << 8 | UInt128($1) }, default: HTMLMarks()])
      }
    }
    for (kind, list) in (Self.foreign + Self.notices + Self.linking + Self.beside).enumerated() {
      add(list) { $0.kinds |= 1 << UInt64(kind) }
    }
    for list in Self.foreign + ["sidebar", Self.ratings] { add(list) { $0.isForeign = true } }
    add(Self.authors) { $0.isAuthor = true }
    add(Self.dates) { $0.isDate = true }
    add(Self.bodies) { $0.isArticleBody = true }
    add(Self.headlines) { $0.isHeadline = true }
    add(Self.besideHeadlines) { $0.isBesideHeadline = true }
    add(Self.partHeadlines) { $0.isPartHeadline = true }
    add(Self.subtitles) { $0.isSubtitle = true }
    add(Self.captions) { $0.isCaption = true }
    self.words = NameTable(words.map { ($0.key, $0.value) })
  }

  /// What the words of a name say, and two words in a row: `article-body`, `entryContent`.
  func marks(_ name: Span<UInt8>) -> HTMLMarks {
    var marks = HTMLMarks()
    var previous: (key: UInt128, count: Int) = (0, 0)
    var index = 0
    // No page needs longer names, and hostile ones must not cost more.
    let count = min(name.count, 512)
    while index < count {
      guard name[index].isASCIILetter else {
        // A new name begins.
        if name[index].isASCIIWhitespace { previous = (0, 0) }
        index += 1
        continue
      }
      let start = index
      var key: UInt128 = 0
      repeat {
        // Of longer words the first bytes are shifted out; they are not looked up.
        key = key << 8 | UInt128(name[index].lowercasedASCII)
        index += 1
      } while index < count && name[index].isASCIILetter
        && !(name[index].isASCIIUppercase && name[index - 1].isASCIILowercase)
      guard index - start <= 15 else {
        previous = (0, 0)
        continue
      }
      // `has-sidebar` and `no-sidebar` describe the page around.
      if !Self.isPreposition(previous.key) {
        if let found = words[key] { marks.formUnion(found) }
        if previous.count > 0, previous.count + index - start <= 15,
          let found = words[previous.key << UInt128(8 * (index - start)) | key]
        {
          marks.formUnion(found)
        }
      }
      previous = (key, index - start)
    }
    return marks
  }

  private static func isPreposition(_ key: UInt128) -> Bool {
    // `has`, `no`, `with`, `not`.
    key == 0x68_61_73 || key == 0x6E_6F || key == 0x77_69_74_68 || key == 0x6E_6F_74
  }

  /// What each element of a page says of itself by class, id and role.
  func marks(of tree: HTMLTree) -> [HTMLMarks] {
    var marks = [HTMLMarks](repeating: HTMLMarks(), count: tree.nodes.count)
    for index in tree.nodes.indices where tree.nodes[index].attributeCount > 0 {
      for name in [HTMLAttribute.class, .id, .role] {
        if let range = tree.attributeRange(name, of: index) {
          marks[index].formUnion(self.marks(tree.bytes.span.extracting(range)))
        }
      }
    }
    return marks
  }
}
