import StageKit
import Testing
import TextKit

@testable import Tag

/// The links of named mentions, by the enricher alone: spans and types are given.
private func links(_ text: String, _ names: [(String, EntityType)]) -> [String?] {
  var entities = entities(text, names)
  var enricher = EntityEnricher()
  _ = enricher.enrich(&entities, text.utf8.span)
  return entities.map(\.link)
}

/// Entities at the places where the names stand in the text, one after another.
func entities(_ text: String, _ names: [(String, EntityType)]) -> [Entity] {
  var start = text.startIndex
  var entities: [Entity] = []
  for (name, type) in names {
    guard let range = text[start...].firstRange(of: name) else {
      Issue.record("'\(name)' does not stand in the text")
      return []
    }
    let from = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    entities.append(Entity(ByteRange(from, from + name.utf8.count), type: type))
    start = range.upperBound
  }
  return entities
}

private func link(_ name: String, _ type: EntityType = .geopolitical) -> String? {
  links(name, [(name, type)]).first ?? nil
}

@Suite struct LinksTests {
  @Test func linksCountriesByAllTheirNames() {
    let cases = [
      ("China", "CN"), ("People's Republic of China", "CN"), ("United States", "US"),
      ("U.S.", "US"), ("US", "US"), ("USA", "US"), ("America", "US"), ("the United States", "US"),
      ("UNITED KINGDOM", "GB"), ("UK", "GB"), ("Britain", "GB"), ("Russia", "RU"),
      ("Russian Federation", "RU"), ("South Korea", "KR"), ("Republic of Korea", "KR"),
      ("North Korea", "KP"), ("Ivory Coast", "CI"), ("Côte d’Ivoire", "CI"), ("Iran", "IR"),
      ("Congo", "CD"), ("Democratic Republic of the Congo", "CD"), ("Niger", "NE"),
      ("Nigeria", "NG"), ("Georgia", "GE"), ("Myanmar", "MM"), ("Burma", "MM"), ("Aruba", "AW"),
      ("Greenland", "GL"), ("Bosnia and Herzegovina", "BA"), ("Guinea-Bissau", "GW"),
      ("Timor-Leste", "TL"), ("Singapore", "SG"), ("Hong Kong", "HK"), ("Eswatini", "SZ"),
    ]
    for (name, code) in cases { #expect(link(name) == "iso3166:" + code, "'\(name)'") }
  }

  @Test func takesThePlaceInFrontOfTheWordStateForTheState() {
    let text = "Washington state is far from Washington. It rained in Washington's statehouse."
    let names = (0..<3).map { _ in ("Washington", EntityType.geopolitical) }
    #expect(
      links(text, names) == ["iso3166-2:US-WA", "geonames:4140963", "geonames:4140963"])
    #expect(links("Oslo state", [("Oslo", .geopolitical)]) == ["geonames:3143244"])
  }

  @Test func linksStatesAndProvinces() {
    let cases = [
      ("California", "US-CA"), ("Texas", "US-TX"), ("New South Wales", "AU-NSW"),
      ("Ontario", "CA-ON"), ("Bavaria", "DE-BY"), ("Bayern", "DE-BY"), ("Maharashtra", "IN-MH"),
      ("Scotland", "GB-SCT"), ("Northern Ireland", "GB-NIR"), ("Sichuan", "CN-SC"),
    ]
    for (name, code) in cases { #expect(link(name) == "iso3166-2:" + code, "'\(name)'") }
    #expect(link("Catalonia") == "geonames:3336901")
  }

  @Test func linksCities() {
    let cases = [
      ("Paris", 2_988_507), ("London", 2_643_743), ("Birmingham", 2_655_603), ("Kyiv", 703_448),
      ("Kiev", 703_448), ("Mumbai", 1_275_339), ("Bombay", 1_275_339), ("Sao Paulo", 3_448_439),
      ("São Paulo", 3_448_439), ("New York", 5_128_581), ("New York City", 5_128_581),
      ("Washington", 4_140_963), ("Washington, D.C.", 4_140_963), ("Xi'an", 1_790_630),
      ("Xi’an", 1_790_630), ("TEHRAN", 112_931), ("Shanghai", 1_796_236),
    ]
    for (name, number) in cases { #expect(link(name) == "geonames:\(number)", "'\(name)'") }
  }

  @Test func linksLanguages() {
    #expect(link("French", .language) == "iso639:fr")
    #expect(link("Castilian", .language) == "iso639:es")
    #expect(link("Hawaiian", .language) == "iso639:haw")
    #expect(link("French", .nationality) == nil)
  }

  @Test func linksNothingElse() {
    #expect(link("Vatnor") == nil)
    #expect(link("Paris", .person) == nil)
    #expect(link("China", .organisation) == nil)
    #expect(link("French") == nil)
  }

  @Test func letsWhatStandsBehindACityDecide() {
    let gpe = EntityType.geopolitical
    #expect(
      links("A mill in Birmingham, Alabama, burned.", [("Birmingham", gpe), ("Alabama", gpe)])
        == ["geonames:4049979", "iso3166-2:US-AL"])
    #expect(
      links("A mill in Atlanta, Georgia, burned.", [("Atlanta", gpe), ("Georgia", gpe)])
        == ["geonames:4180439", "iso3166-2:US-GA"])
    #expect(
      links("A mill in London, Ontario, burned.", [("London", gpe), ("Ontario", gpe)])
        == ["geonames:6058560", "iso3166-2:CA-ON"])
    #expect(
      links("A mill in London, England, burned.", [("London", gpe), ("England", gpe)])
        == ["geonames:2643743", "iso3166-2:GB-ENG"])
  }

  @Test func linksNoCityOfAnotherState() {
    let gpe = EntityType.geopolitical
    #expect(
      links(
        "A mill in Paris, Texas, burned. Paris mourned.",
        [("Paris", gpe), ("Texas", gpe), ("Paris", gpe)]) == [nil, "iso3166-2:US-TX", nil])
    // A list of places tells nothing.
    #expect(
      links("From Paris, Oslo and Rome.", [("Paris", gpe), ("Oslo", gpe)])
        == ["geonames:2988507", "geonames:3143244"])
    #expect(
      links("From New York, Texas and Ohio.", [("New York", gpe), ("Texas", gpe)])
        == ["geonames:5128581", "iso3166-2:US-TX"])
  }

  @Test func knowsStatesThatBearTheNamesOfCountriesAndCities() {
    let gpe = EntityType.geopolitical
    let cases: [(text: String, names: [String], links: [String?])] = [
      ("A mill in Moscow, Idaho, burned.", ["Moscow", "Idaho"], [nil, "iso3166-2:US-ID"]),
      ("A mill in Athens, Georgia, burned.", ["Athens", "Georgia"], [nil, "iso3166-2:US-GA"]),
      (
        "A mill in Tbilisi, Georgia, burned.", ["Tbilisi", "Georgia"],
        ["geonames:611717", "iso3166:GE"]
      ),
      (
        "A mill in Melbourne, Florida, burned.", ["Melbourne", "Florida"], [nil, "iso3166-2:US-FL"]
      ),
      ("A mill in Rome, New York, burned.", ["Rome", "New York"], [nil, "iso3166-2:US-NY"]),
      ("A mill in Lebanon, Ohio, burned.", ["Lebanon", "Ohio"], [nil, "iso3166-2:US-OH"]),
      (
        "From Athens, Georgia and Cyprus.", ["Athens", "Georgia", "Cyprus"],
        ["geonames:264371", "iso3166:GE", "iso3166:CY"]
      ),
      (
        "From Rome, New York and Oslo.", ["Rome", "New York", "Oslo"],
        ["geonames:3169070", "geonames:5128581", "geonames:3143244"]
      ),
      (
        "From Washington, Oregon and Idaho.", ["Washington", "Oregon", "Idaho"],
        ["geonames:4140963", "iso3166-2:US-OR", "iso3166-2:US-ID"]
      ),
    ]
    for (text, names, expected) in cases {
      #expect(links(text, names.map { ($0, gpe) }) == expected, "in «\(text)»")
    }
  }

  @Test func readsAbbreviationsOfStates() {
    let gpe = EntityType.geopolitical
    #expect(links("A mill in Naples, Fla., burned.", [("Naples", gpe)]) == [nil])
    #expect(links("A mill in Naples, FL burned.", [("Naples", gpe)]) == [nil])
    #expect(links("A mill in Naples, Flat as it is.", [("Naples", gpe)]) == ["geonames:3172394"])
    #expect(
      links("A mill in Birmingham, Ala., burned.", [("Birmingham", gpe)]) == ["geonames:4049979"])
    #expect(
      links("A mill in Naples, Fla., burned.", [("Naples", gpe), ("Fla.", gpe)])
        == [nil, "iso3166-2:US-FL"])
    // Of a town that no table has, the state is known all the same.
    for (short, code) in [
      ("Pa.", "US-PA"), ("N.Y.", "US-NY"), ("W.Va.", "US-WV"), ("Que.", "CA-QC"), ("D.C.", "US-DC"),
    ] {
      #expect(
        links("A mill in Vatnor, \(short), burned.", [("Vatnor", gpe), (short, gpe)])
          == [nil, "iso3166-2:" + code])
    }
    #expect(links("In Vatnor, Pan, and Norra.", [("Vatnor", gpe), ("Pan", gpe)]) == [nil, nil])
    #expect(link("Calif.") == "iso3166-2:US-CA")
    #expect(link("CA") == nil)
    #expect(link("Münster") == "geonames:2867543")
    #expect(link("MÜNSTER") == "geonames:2867543")
    #expect(link("Munster") == nil)
  }

  @Test func tellsTwoPlacesOfOneNameApart() {
    let gpe = EntityType.geopolitical
    let text = "From London, Ontario, to London, England, and from London, Ontario, home."
    let names = ["London", "Ontario", "London", "England", "London", "Ontario"]
    var entities = entities(text, names.map { ($0, gpe) })
    var enricher = EntityEnricher()
    let groups = enricher.enrich(&entities, text.utf8.span)
    #expect(entities.map(\.group) == [1, 2, 3, 4, 1, 2])
    #expect(
      groups.map(\.link) == [
        "geonames:6058560", "iso3166-2:CA-ON", "geonames:2643743", "iso3166-2:GB-ENG",
      ])
    #expect(
      links(
        "From Paris, Texas, to Paris, France.",
        [("Paris", gpe), ("Texas", gpe), ("Paris", gpe), ("France", gpe)])
        == [nil, "iso3166-2:US-TX", "geonames:2988507", "iso3166:FR"])
  }

  @Test func followsTheCountryOfTheDocument() {
    let gpe = EntityType.geopolitical
    #expect(
      links("The US mill in Birmingham burned.", [("US", gpe), ("Birmingham", gpe)])[1]
        == "geonames:4049979")
    #expect(
      links("The American mill in Birmingham.", [("American", .nationality), ("Birmingham", gpe)])
        == [nil, "geonames:4049979"])
    // Both countries are named, so the bigger city stands.
    #expect(
      links("From the US to the UK: Birmingham.", [("US", gpe), ("UK", gpe), ("Birmingham", gpe)])[
        2] == "geonames:2655603")
    #expect(
      links("The Chinese mill in Birmingham.", [("Chinese", .nationality), ("Birmingham", gpe)])[1]
        == "geonames:2655603")
  }

  @Test func keepsLinksThatStand() {
    let text = "China and China"
    var entities = entities(text, [("China", .geopolitical), ("China", .geopolitical)])
    entities[1].link = "ours:1"
    var enricher = EntityEnricher()
    let groups = enricher.enrich(&entities, text.utf8.span)
    #expect(groups.map(\.link) == ["ours:1"])
    #expect(entities.map(\.link) == ["ours:1", "ours:1"])
  }

  @Test func holdsOnlyWholeTables() {
    let table = PlaceTable.shared
    #expect(table.places.count > 3500)
    for number in table.places.indices {
      let link = table.link(number)
      #expect(!link.hasSuffix(":") && !link.hasSuffix(":0") && !link.hasSuffix("-"))
    }
  }
}
