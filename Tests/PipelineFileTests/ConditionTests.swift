import PipelineFile
import StageKit
import Testing

@Suite struct ConditionTests {
  /// The condition that a pipeline holds after `clean`.
  private func condition(_ text: String) throws -> Condition {
    let yaml = "stages:\n- fetch\n- clean\n- segment:\n  when: \(text)\n- write: {path: x}\n"
    return try #require(try parse(yaml).stages[2].condition)
  }

  private var document: Document {
    let key = InputKey(path: Array("sport/a.txt".utf8))
    var document = Document(
      source: DocumentSource(key: key, byteCount: 2000), text: "", form: .html)
    document.metadata.title = "A \"live\" blog"
    document.metadata.byline = ["Ann Bell", "Carl Dane"]
    document.metadata.section = "Sport"
    document.metadata.language = Metadata.Language(code: "en", confidence: 0.9)
    document.metadata.published = "2023-09-19T12:12"
    return document
  }

  @Test(arguments: [
    "language == en", "language != de", "not language == de", "language in [de, en]",
    "language not in [de, fr]", "confidence > 0.5", "confidence <= 0.9", "bytes >= '2 KB'",
    "bytes >= 2KB", "bytes == 2000", "title contains live", #"title contains "\"live\" blog""#,
    "title contains '\"live\" b'", "title not contains dead", "title exists", "exists title",
    "not url exists", "byline == 'Ann Bell'", "byline contains Dane", "byline in [\"Carl Dane\"]",
    "section in [World, Sport]", "path contains sport/", "path == sport/a.txt", "form == html",
    "encoding == utf-8", "published >= 2023-09", "published == 2023-09-19", "published < 2024",
    "published <= 2023-09-19", "published > 2023-09-18", "published >= 2023-09-19T12:12:30",
    "updated != 2023", "url != x", "url not in [x]", "true", "not false",
    "language == de or section == Sport", "false and false or true", "true or false and false",
    "not (language == de or section == World)", "not false and true", "((true))",
    "site exists or(section==Sport)and not updated exists", "section == \"Sport\"",
    "title contains \"\"",
  ])
  func holds(text: String) throws {
    #expect(try condition("'\(text.replacing("'", with: "''"))'").evaluate(document))
  }

  @Test(arguments: [
    "language == de", "language in [de]", "confidence > 0.9", "bytes < 2000", "title == live",
    "title contains LIVE", "url exists", "url == x", "url contains x", "updated > 2000",
    "published > 2023-09-19", "published < 2023-09-19", "false", "not true",
    "false and (false or true)", "byline == Ann", "path == a.txt", "site in [a, b]",
  ])
  func doesNotHold(text: String) throws {
    #expect(try !condition("'\(text)'").evaluate(document))
  }

  @Test func textIsComparedExactly() throws {
    let key = InputKey(path: Array("\u{E9}.txt".utf8))
    let composed = Document(source: DocumentSource(key: key, byteCount: 1), text: "")
    #expect(try condition("path == \u{E9}.txt").evaluate(composed))
    #expect(try !condition("path == e\u{301}.txt").evaluate(composed))
    #expect(try condition("path in [a, \u{E9}.txt]").evaluate(composed))
    #expect(try !condition("path in [a, e\u{301}.txt]").evaluate(composed))
  }

  @Test func holdsNothingAboutAnEmptyDocument() throws {
    let empty = Document(source: DocumentSource(key: InputKey(path: [])), text: "")
    for field in Condition.Field.allCases where ![.path, .form, .encoding, .bytes].contains(field) {
      #expect(!Condition.exists(field).evaluate(empty))
    }
    #expect(try !condition("confidence < 1").evaluate(empty))
  }

  @Test func describesItselfInOneSpelling() throws {
    let spelling = #"(language == "en") and (not ((title contains "a \"b\"") or (bytes > "5")))"#
    let text = #"language==en and not (title contains 'a "b"' or bytes>5)"#
    #expect(try condition(">-\n    \(text)").description == spelling)
    #expect(try condition("true").description == "true")
    #expect(
      try condition("exists url or section in [a,b]").description
        == #"(url exists) or (section in ["a", "b"])"#)
  }

  /// The column is that of the condition's text; the condition starts in column 9.
  @Test(arguments: [
    ("''", "5:10: error: the condition is empty"),
    ("lang == en", "5:9: error: unknown field 'lang' in a condition; did you mean 'language'?"),
    ("color == en", "5:9: error: unknown field 'color' in a condition"),
    (
      "language",
      "5:17: error: '==', '!=', 'in', 'contains' or 'exists' is expected after 'language', but the condition ends"
    ),
    (
      "language en",
      "5:18: error: '==', '!=', 'in', 'contains' or 'exists' is expected after 'language', not 'en'"
    ),
    (
      "language not == en",
      "5:22: error: '==', '!=', 'in', 'contains' or 'exists' is expected after 'language', not '=='"
    ),
    (
      "language => en",
      "5:18: error: '==', '!=', 'in', 'contains' or 'exists' is expected, not '=>'"
    ),
    ("language = en", "5:18: error: '=' compares nothing; write '==', or put the value in quotes"),
    ("language ==", "5:20: error: a value is expected, but the condition ends"),
    ("language == )", "5:21: error: a value is expected, not ')'"),
    (
      "language == english",
      "5:21: error: 'language' is compared with a code such as 'en', not with 'english'"
    ),
    ("language > en", "5:18: error: '>' does not go with 'language'"),
    ("bytes contains 5", "5:15: error: 'contains' does not go with 'bytes'"),
    (
      "bytes > many",
      "5:17: error: 'bytes' is compared with a number of bytes such as '2 KB', not with 'many'"
    ),
    (
      "published > May",
      "5:21: error: 'published' is compared with a date such as '2023-09-19', not with 'May'"
    ),
    (
      "published > 2023-13",
      "5:21: error: 'published' is compared with a date such as '2023-09-19', not with '2023-13'"
    ),
    (
      "updated == 2023-02-29",
      "5:20: error: 'updated' is compared with a date such as '2023-09-19', not with '2023-02-29'"
    ),
    (
      "published in [2024-02-29, 2024-04-31]",
      "5:35: error: 'published' is compared with a date such as '2023-09-19', not with '2024-04-31'"
    ),
    (
      "published < 2024-03-00",
      "5:21: error: 'published' is compared with a date such as '2023-09-19', not with '2024-03-00'"
    ),
    (
      "published < 2024-03-01T24:00",
      "5:21: error: 'published' is compared with a date such as '2023-09-19', not with '2024-03-01T24:00'"
    ),
    (
      "confidence > 3",
      "5:22: error: 'confidence' is compared with a number from 0 to 1, not with '3'"
    ),
    (
      "confidence < -0.5",
      "5:22: error: 'confidence' is compared with a number from 0 to 1, not with '-0.5'"
    ),
    ("form == xml", "5:17: error: 'form' is 'plain', 'markdown' or 'html', not 'xml'"),
    (
      "section == World News",
      "5:26: error: 'and' or 'or' is expected, not 'News'; text of several words must be in quotes"
    ),
    (
      "true AND true",
      "5:14: error: 'and' or 'or' is expected, not 'AND'; text of several words must be in quotes"
    ),
    ("true && true", "5:14: error: '&&' is not understood; write 'and'"),
    ("true || true", "5:14: error: '||' is not understood; write 'or'"),
    ("not !x", "5:13: error: '!' is not understood; write 'not'"),
    ("true and", "5:17: error: a field such as 'language' is expected, but the condition ends"),
    ("exists or true", "5:16: error: a field such as 'language' is expected, not 'or'"),
    ("(true", "5:14: error: ')' is expected, but the condition ends"),
    (
      "section in World", "5:20: error: a list such as '[a, b]' is expected after 'in', not 'World'"
    ),
    ("section in [a b]", "5:23: error: ',' or ']' is expected, not 'b'"),
    ("section in []", "5:21: error: a value is expected, not ']'"),
    ("section in [a,", "5:23: error: a value is expected, but the condition ends"),
    ("section == \"a", "5:20: error: the quotation mark that starts here is never closed"),
    (
      "'section == a b'",
      "5:23: error: 'and' or 'or' is expected, not 'b'; text of several words must be in quotes"
    ),
    (
      "section == ${NOPE}",
      "5:20: error: the environment variable 'NOPE' is not set; '${NOPE:-TEXT}' would give it a default"
    ),
    ("[language]", "5:9: error: a condition is text such as 'language == en', not a list"),
  ])
  func tellsWhatIsWrong(text: String, message: String) {
    let yaml = "stages:\n- fetch\n- clean\n- segment:\n  when: \(text)\n- write: {path: x}\n"
    #expect(messages(yaml) == [message])
  }

  @Test func refusesEndlessNesting() {
    let deep = String(repeating: "not (", count: 50_000)
    let yaml = "stages:\n- fetch\n- clean\n- segment:\n  when: \(deep)\n- write: {path: x}\n"
    #expect(messages(yaml) == ["5:169: error: the condition is nested too deeply"])
  }

  @Test func needsNoMetadataForWhatIsKnownFromTheStart() throws {
    _ = try parse("stages: [fetch, {clean: ~, when: form == html and bytes > 5}, write: {path: x}]")
  }
}
