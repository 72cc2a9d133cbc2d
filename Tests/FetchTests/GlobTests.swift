import Testing

@testable import Fetch

@Suite struct GlobTests {
  private func matches(_ pattern: String, _ path: String) throws -> Bool {
    let glob = try Glob(pattern)
    var states = glob.initialStates
    for name in path.split(separator: "/") { states = glob.step(states, Array(name.utf8).span) }
    return glob.isMatch(states)
  }

  @Test(arguments: [
    ("*.txt", "a.txt"), ("*", "a"), ("a*c", "abbc"), ("a*b*c", "axbxbxc"), ("?", "é"),
    ("[a-c]x", "bx"), ("[!a-c]x", "dx"), ("[é-ü]", "ö"), ("[]]", "]"), ("[a-]", "-"),
    ("**/a.txt", "a.txt"), ("**/a.txt", "x/y/a.txt"), ("x/**", "x/y/z"), ("x/**/z", "x/z"),
    ("x/**/z", "x/a/b/z"), ("**", "a/b"), ("./a//b", "a/b"), ("\\*", "*"), ("a/*/c", "a/b/c"),
    ("**/b/**/d", "a/b/b/c/d"), ("***", "abc"),
  ])
  func matchesWhatItStandsFor(pattern: String, path: String) throws {
    #expect(try matches(pattern, path))
  }

  @Test(arguments: [
    ("*.txt", "a/b.txt"), ("*.txt", "a.TXT"), ("a?c", "ac"), ("?", "ab"), ("[a-c]", "d"),
    ("[!a-c]", "b"), ("x/**/z", "x/a/b"), ("\\*", "a"), ("a/*/c", "a/c"), ("", "a/b"),
    ("a/b", "a"), ("a*b*c", "axbxb"),
  ])
  func matchesNothingElse(pattern: String, path: String) throws {
    #expect(try pattern.isEmpty || !matches(pattern, path))
  }

  @Test func takesTimeThatDoesNotExplode() throws {
    let pattern = String(repeating: "*a", count: 30) + "b"
    #expect(try !matches(pattern, String(repeating: "a", count: 300)))
    let deep = String(repeating: "**/a/", count: 25) + "b"
    #expect(try !matches(deep, String(repeating: "a/", count: 200)))
  }

  @Test func knowsWhetherItSpellsOutAnEnding() throws {
    for pattern in ["*.dat", "a/b.dat", "x*.dat.gz", "notes", "**/LICENSE"] {
      #expect(try Glob(pattern).spellsEnding, "\(pattern)")
    }
    for pattern in ["*", "drafts/**", "2023-*", "a.*", "[ab]"] {
      #expect(try !Glob(pattern).spellsEnding, "\(pattern)")
    }
  }

  @Test func refusesPatternsThatMakeNoSense() {
    for pattern in ["", "/", "a[b", "../x", "a/../b"] {
      #expect(throws: Glob.Problem.self, "\(pattern)") { try Glob(pattern) }
    }
  }

  @Test func agreesWithAPlainDefinition() throws {
    var random = SeededGenerator(state: 7)
    func reference(_ pattern: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
      guard let first = pattern.first else { return name.isEmpty }
      let rest = pattern.dropFirst()
      switch first {
      case "*":
        return reference(rest, name) || (!name.isEmpty && reference(pattern, name.dropFirst()))
      case "?": return !name.isEmpty && reference(rest, name.dropFirst())
      default: return name.first == first && reference(rest, name.dropFirst())
      }
    }
    for _ in 0..<2000 {
      let pattern = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        Array("ab*?é").randomElement(using: &random) ?? "a"
      }
      let name = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        Array("abé").randomElement(using: &random) ?? "a"
      }
      // `**` as a whole name is not two stars in a row.
      if pattern == ["*", "*"] { continue }
      let expected = reference(pattern[...], name[...])
      #expect(try matches(String(pattern), String(name)) == expected, "\(pattern) \(name)")
    }
  }
}
