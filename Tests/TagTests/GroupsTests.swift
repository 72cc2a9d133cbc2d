import StageKit
import Testing
import TextKit

@testable import Tag

private let person = EntityType.person
private let organisation = EntityType.organisation
private let place = EntityType.geopolitical

/// The group of each name, and the groups as `name, type, count`.
private func group(
  _ text: String, _ names: [(String, EntityType)], titles: [Int: [String]] = [:]
) -> (numbers: [Int?], groups: [String]) {
  var entities = entities(text, names)
  for (index, titles) in titles { entities[index].titles = titles }
  var enricher = EntityEnricher()
  let groups = enricher.enrich(&entities, text.utf8.span)
  return (entities.map(\.group), groups.map { "\($0.name), \($0.type.rawValue), \($0.count)" })
}

/// The groups of names of one type, in a text that consists of them.
private func numbers(_ names: [String], _ type: EntityType) -> [Int?] {
  group(names.joined(separator: " | "), names.map { ($0, type) }).numbers
}

@Suite struct GroupsTests {
  @Test func gathersTheNamesOfOnePerson() {
    let names = ["Wang Yi", "Wang", "Ann Bell", "Bell", "Wang Yi", "Ann", "Bell's", "BELL"]
    #expect(numbers(names, person) == [1, 1, 2, 2, 1, 2, 2, 2])
    #expect(numbers(["Bell", "Ann Bell"], person) == [1, 1])
    #expect(numbers(["John F. Harbour", "John Harbour", "J. Harbour"], person) == [1, 1, 1])
    #expect(numbers(["Ida van der Laan", "van der Laan", "Laan"], person) == [1, 1, 1])
    #expect(numbers(["Omar Stone Jr.", "Stone"], person) == [1, 1])
    #expect(numbers(["Séan O’Dell", "Sean Dell", "O'Dell"], person) == [1, 2, 1])
    #expect(numbers(["Jean-Paul Roy", "Jean Paul Roy"], person) == [1, 1])
  }

  @Test func keepsPeopleApart() {
    #expect(numbers(["Ann Bell", "Tom Bell"], person) == [1, 2])
    #expect(numbers(["John A. Bell", "John B. Bell"], person) == [1, 2])
    #expect(numbers(["Ann Bell", "Ann Stone"], person) == [1, 2])
    #expect(numbers(["Ann Bell", "Belling"], person) == [1, 2])
    #expect(
      group("Bell rang Bell.", [("Bell", person), ("Bell", organisation)]).numbers == [1, 2])
  }

  @Test func givesASurnameToWhoHadItLast() {
    let names = ["Ann Bell", "Bell", "Tom Bell", "Bell", "Ann Bell", "Bell"]
    #expect(numbers(names, person) == [1, 1, 2, 2, 1, 1])
    // A title decides.
    let result = group(
      "Judge Ann Bell heard Tom Bell. Judge Bell agreed.",
      [("Ann Bell", person), ("Tom Bell", person), ("Bell", person)],
      titles: [0: ["Judge"], 2: ["Judge"]])
    #expect(result.numbers == [1, 2, 1])
  }

  @Test(arguments: [
    (["Ann Holm", "Tom Holm", "Holm", "Holm"], [2: "Ms", 3: "Mr"], [1, 2, 1, 2]),
    (["Tom Holm", "Ann Holm", "Holm", "Holm"], [2: "Mr.", 3: "Mrs."], [1, 2, 1, 2]),
    // The titles of full names tell, and so does one that stood in front of the surname before.
    (["Vesi Holm", "Odda Holm", "Holm"], [0: "Sir", 1: "Queen", 2: "Mr"], [1, 2, 1]),
    (["Vesi Holm", "Holm", "Holm", "Holm"], [1: "Ms", 2: "Mr", 3: "Ms"], [1, 1, 2, 1]),
    // Nobody knows who of the two is meant: the last one.
    (["Vesi Holm", "Odda Holm", "Holm"], [2: "Mr"], [1, 2, 2]),
    (["Ann Holm", "Tom Holm", "Holm"], [:], [1, 2, 2]),
  ])
  func takesNoManForAWoman(_ names: [String], _ titles: [Int: String], _ expected: [Int?]) {
    let text = names.joined(separator: " | ")
    let found = group(text, names.map { ($0, person) }, titles: titles.mapValues { [$0] })
    #expect(found.numbers == expected)
  }

  @Test func findsAWifeByHerTitle() {
    let text = "Tom Holm came with his wife, Ann Holm. Mrs Holm sat. Holm stood."
    let names = ["Tom Holm", "Ann Holm", "Holm", "Holm"].map { ($0, person) }
    #expect(group(text, names, titles: [2: ["Mrs"]]).numbers == [1, 2, 2, 1])
  }

  @Test func knowsAcronymsByTheirInitials() {
    for (full, short) in [
      ("Shanghai Cooperation Organisation", "SCO"), ("United Nations", "UN"),
      ("International Committee of the Red Cross", "ICRC"), ("Harbour and Lake Board", "HLB"),
      ("Bank of Vatnor", "BOV"), ("European Union", "E.U."), ("Lake Board Ltd", "LB"),
    ] {
      #expect(numbers([full, short], organisation) == [1, 1], "'\(short)'")
      #expect(numbers([short, full], organisation) == [1, 1], "'\(short)'")
    }
    #expect(numbers(["Lake Board", "LBX"], organisation) == [1, 2])
    #expect(numbers(["United Arab Emirates", "UAE"], place) == [1, 1])
    #expect(
      group("Lake Board LB", [("Lake Board", person), ("LB", organisation)]).numbers == [1, 2])
  }

  @Test func knowsWhatStandsInBracketsBehindAName() {
    func numbers(_ text: String, _ names: [(String, EntityType)]) -> [Int?] {
      group(text, names).numbers
    }
    #expect(
      numbers(
        "Lake Museum of Art (LaMA) and LaMA",
        [("Lake Museum of Art", organisation), ("LaMA", organisation), ("LaMA", organisation)])
        == [1, 1, 1])
    #expect(
      numbers(
        "Boats for All (BAZ) and BAZ",
        [("Boats for All", organisation), ("BAZ", organisation), ("BAZ", organisation)])
        == [1, 1, 1])
    #expect(
      numbers("Boats for All and BAZ", [("Boats for All", organisation), ("BAZ", organisation)])
        == [1, 2])
    #expect(
      numbers("Boats for All (Norra)", [("Boats for All", organisation), ("Norra", organisation)])
        == [1, 2])
    #expect(
      numbers("Boats for All (UAE)", [("Boats for All", organisation), ("UAE", place)]) == [1, 2])
  }

  @Test func knowsAFirmByTheFirstWordsOfItsName() {
    #expect(
      numbers(["Norra Power Supplies Ltd", "Norra Power", "Norra"], organisation) == [1, 1, 1])
    #expect(numbers(["Norra Power, Inc.", "Norra"], organisation) == [1, 1])
    // Not where two firms begin so, nor without a legal form.
    #expect(
      numbers(["Norra Power Ltd", "Norra Water Ltd", "Norra"], organisation) == [1, 2, 3])
    #expect(numbers(["Norra Power Supplies", "Norra"], organisation) == [1, 2])
    #expect(numbers(["Norra-Vatnor Holdings", "Norra-Vatnor"], organisation) == [1, 1])
  }

  @Test func leavesASurnameToWhoHadItBeforeRelatives() {
    func numbers(_ text: String, _ names: [String]) -> [Int?] {
      group(text, names.map { ($0, person) }).numbers
    }
    #expect(
      numbers(
        "President Bell met the president's son Tom Bell. Bell left, Tom stayed.",
        ["Bell", "Tom Bell", "Bell", "Tom"]) == [1, 2, 1, 2])
    #expect(
      numbers(
        "Ann Bell came with her husband, Tom Bell. Bell left. Tom Bell stayed. Bell rang.",
        ["Ann Bell", "Tom Bell", "Bell", "Tom Bell", "Bell"]) == [1, 2, 1, 2, 1])
    // Nobody had it before.
    #expect(
      numbers("The mayor's son Tom Bell left. Bell rang.", ["Tom Bell", "Bell"]) == [1, 1])
    #expect(numbers("Bell rang. A person Tom Bell left.", ["Bell", "Tom Bell"]) == [1, 1])
  }

  @Test func gathersTheNamesOfRulers() {
    #expect(numbers(["Ida II", "Ida", "Ida II"], person) == [1, 1, 1])
    #expect(numbers(["Ida", "Ida VIII", "Ida"], person) == [1, 1, 1])
    #expect(numbers(["Ida II", "Ida III", "Ida"], person) == [1, 2, 2])
  }

  @Test func overlooksDiacritics() {
    #expect(numbers(["Ida Pérez", "Perez", "PEREZ"], person) == [1, 1, 1])
    #expect(numbers(["Orbán", "Orban", "Babiš", "Babis"], person) == [1, 1, 2, 2])
    #expect(numbers(["Erdoğan", "Erdogan", "Łukasz Ørn", "Orn"], person) == [1, 1, 2, 2])
    #expect(numbers(["Weiß", "Weiss", "Næss", "Naess"], person) == [1, 1, 2, 2])
  }

  @Test func knowsPeopleByAMiddleNameThatOnlyOneHas() {
    #expect(numbers(["Ida Sánchez Holm", "Sánchez"], person) == [1, 1])
    #expect(numbers(["Ida Sánchez Holm", "Tom Sánchez Reed", "Sánchez"], person) == [1, 2, 3])
    #expect(numbers(["Ida Sánchez Holm", "Ann Sánchez", "Sánchez"], person) == [1, 2, 2])
  }

  @Test func gathersTheNamesOfOneOrganisation() {
    #expect(
      numbers(["Harbour Lane Ltd", "Harbour Lane", "Harbour Lane Ltd."], organisation) == [1, 1, 1])
    #expect(
      numbers(["World Lake Organisation", "World Lake Organization"], organisation) == [1, 1])
    #expect(numbers(["Reed & Sons", "Reed and Sons"], organisation) == [1, 1])
    #expect(numbers(["Vatnor Red Hawks", "Red Hawks", "Hawks"], organisation) == [1, 1, 1])
    #expect(numbers(["Ellborough University", "Ellborough"], organisation) == [1, 1])
    #expect(numbers(["the Lake Board", "Lake Board"], organisation) == [1, 1])
  }

  @Test func keepsOrganisationsApart() {
    #expect(numbers(["Harbour Bank", "Bank"], organisation) == [1, 2])
    #expect(numbers(["United Nations", "United Nations Lake Council"], organisation) == [1, 2])
    #expect(
      numbers(["General Assembly of the United Nations", "United Nations"], organisation) == [1, 2])
    // Two have this form of a name.
    #expect(
      numbers(
        ["Norran Foreign Ministry", "Vatnor Foreign Ministry", "Foreign Ministry"], organisation)
        == [1, 2, 3])
    #expect(numbers(["Harbour Lake Board", "Harbour"], organisation) == [1, 2])
  }

  @Test func gathersTheNamesOfOnePlace() {
    #expect(numbers(["U.S.", "United States", "America", "US"], place) == [1, 1, 1, 1])
    #expect(numbers(["Britain", "the United Kingdom", "Kyiv", "Kiev"], place) == [1, 1, 2, 2])
    #expect(numbers(["Vatnor", "VATNOR", "Norra"], place) == [1, 1, 2])
    #expect(numbers(["Germans", "German", "French"], .nationality) == [1, 1, 2])
  }

  @Test func namesGroupsByTheFullestName() {
    let result = group(
      "SCO members met in the U.S. and Bell\nsaw Ann  Bell of the Shanghai Cooperation Organisation in the United\nStates.",
      [
        ("SCO", organisation), ("U.S.", place), ("Bell", person), ("Ann  Bell", person),
        ("Shanghai Cooperation Organisation", organisation), ("United\nStates", place),
      ])
    #expect(result.numbers == [1, 2, 3, 3, 1, 2])
    #expect(
      result.groups == [
        "Shanghai Cooperation Organisation, ORG, 2", "United States, GPE, 2",
        "Ann  Bell, PERSON, 2",
      ])
  }

  @Test func groupsNoDatesNorAmounts() throws {
    let document = try tag("Ann Bell paid $5 on Monday. Bell left.")
    #expect(document.entities?.map(\.group) == [1, nil, nil, 1])
    #expect(document.rendering(of: [.groups]) == "group: Ann Bell, PERSON, 2")
  }

  @Test func groupsTheTypesOfBothSchemes() throws {
    var options = TagOptions()
    options.scheme = .conll4
    let document = try tag(
      "Ann Bell met Tom Stone in the U.S. today.\nBell likes America.", options: options)
    #expect(document.groups?.map(\.type.rawValue) == ["PER", "PER", "LOC"])
    #expect(document.groups?.map(\.count) == [2, 1, 2])
    #expect(document.groups?.last?.link == "iso3166:US")
  }

  @Test func leavesADocumentWithoutNamesWithoutGroups() throws {
    #expect(try tag("It rained 5 days.").groups == [])
  }

  @Test func holdsTheInvariantsOnRandomNames() {
    let words = [
      "Ann", "Bell", "Tom", "SCO", "UN", "United", "Nations", "the", "of", "Ltd", "Jr.", "J.", "'s",
      "’", "-", "Georgia", "London", ",", "é", "日本", "\n", "US", "&", ".", "Congo", "Hawks", "and",
    ]
    let types: [EntityType] = [
      .person, .organisation, .geopolitical, .location, .nationality, .date,
      EntityType(rawValue: "TEAM"), .miscellaneous,
    ]
    var random = Random(seed: 11)
    var reused = EntityEnricher()
    for _ in 0..<500 {
      var text = ""
      var spans: [Entity] = []
      for _ in 0..<random.below(20) {
        let start = text.utf8.count
        text += (0..<1 + random.below(3)).map { _ in random.element(words) }.joined(separator: " ")
        spans.append(Entity(ByteRange(start, text.utf8.count), type: random.element(types)))
        text += random.element([" ", ", ", " | "])
      }
      var (first, second) = (spans, spans)
      let groups = reused.enrich(&first, text.utf8.span)
      var fresh = EntityEnricher()
      let again = fresh.enrich(&second, text.utf8.span)
      #expect(groups == again && first == second)
      #expect(groups.map(\.identifier) == Array(1..<groups.count + 1))
      // Numbers appear in order, and the counts are those of the entities.
      var next = 1
      for entity in first {
        guard let group = entity.group else { continue }
        #expect(group <= next && group <= groups.count)
        if group == next { next += 1 }
      }
      for group in groups {
        #expect(first.count { $0.group == group.identifier } == group.count)
      }
    }
  }

  @Test func needsLinearTimeForManyNames() {
    // One surname for all, and one name in all: the worst for comparing each with each.
    var text = ""
    var spans: [Entity] = []
    for index in 0..<3_000 {
      let start = text.utf8.count
      text += "N\(index) Bell"
      spans.append(Entity(ByteRange(start, text.utf8.count), type: .person))
      text += " "
    }
    var enricher = EntityEnricher()
    let clock = ContinuousClock()
    var count = 0
    let time = clock.measure { count = enricher.enrich(&spans, text.utf8.span).count }
    #expect(count == 3_000)
    #expect(time < .seconds(5))
  }
}
