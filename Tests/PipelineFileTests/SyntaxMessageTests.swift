import Testing

/// What libyaml refuses, in words that help.
@Suite struct SyntaxMessageTests {
  @Test(arguments: [
    ("stages:\n\t- fetch", "2:1: error: a tab stands here; YAML is indented with spaces"),
    ("stages:\n  - a:\n  \tb: c", "3:3: error: a tab stands here; YAML is indented with spaces"),
    (
      "stages:\n    - fetch\n  - clean",
      "3:3: error: wrong indentation: no line above that this one could belong to starts "
        + "in column 3"
    ),
    (
      "stages:\n  - fetch\n clean: x",
      "3:2: error: wrong indentation: no line above that this one could belong to starts "
        + "in column 2"
    ),
    ("stages:\n  - fetch\n  clean", "3:3: error: ':' and a space are missing after 'clean'"),
    ("- fetch\nclean", "2:1: error: ':' and a space are missing after 'clean'"),
    (
      "  name: x\nstages: []",
      "2:1: error: wrong indentation: no line above that this one could belong to starts "
        + "in column 1"
    ),
    (
      "name: news\n  run: {}",
      "2:3: error: wrong indentation: 'run' is deeper than the line above, which has a "
        + "value already"
    ),
    ("name: a: b", "1:8: error: ': ' stands inside a value; put the whole value in quotes"),
    ("name: 'a' b", "1:11: error: the value ended before this; put the whole value in quotes"),
    (
      "stages:\n- fetch\n- clean\n  tag",
      "3:3: error: 'clean tag' is read as one name, for the line after 'clean' is indented "
        + "deeper than its '- '"
    ),
    ("name\nstages: []", "1:1: error: ':' and a space are missing after 'name'"),
    ("name: x\nstages\n", "2:1: error: ':' and a space are missing after 'stages'"),
    ("name: 'abc\nstages: []", "1:7: error: the quotation mark that starts here is never closed"),
    (
      "stages: [a, b\nname: x",
      "2:5: error: ',' or ']' is missing before this; the opening bracket stands in line 1"
    ),
    (
      "run: {a: 1\nname: x",
      "2:5: error: ',' or '}' is missing before this; the opening bracket stands in line 1"
    ),
    ("run: {a: 1 b: 2}", "1:13: error: ',' or '}' is missing before this"),
    ("a: [b c: d: e]", "1:11: error: ',' or ']' is missing before this"),
    ("a: [b] c", "1:8: error: the value ended before this; put the whole value in quotes"),
    ("a: [b,,c]", "1:7: error: a value is missing here"),
    ("a: [}", "1:5: error: a value is missing here"),
    ("a: @b", "1:4: error: a value cannot start with '@' without quotes"),
    ("a: `b`", "1:4: error: a value cannot start with '`' without quotes"),
    ("a: %b", "1:4: error: a value cannot start with '%' without quotes"),
    ("%b", "1:3: error: a line that starts with '%' is a directive, which is not understood here"),
    (
      "%TAG ! tag:x,2000:\nname: p",
      "1:1: error: a line that starts with '%' is a directive, which is not understood here"
    ),
    (
      "name: p\n...\nrun: {}",
      "3:1: error: the file ends with the '...' in line 2; nothing can stand after it"
    ),
    (
      "# a\u{2028}# b\nname: a: b",
      "2:8: error: ': ' stands inside a value; put the whole value in quotes"
    ),
    (
      "name: x # \u{85}\nstages: [a: b: c]",
      "2:14: error: ',' or ']' is missing before this"
    ),
    ("a: *.txt", "1:4: error: text that starts with '*' must be in quotes, such as '*.txt'"),
    ("a: [**/*.txt]", "1:5: error: text that starts with '*' must be in quotes, such as '*.txt'"),
    ("a: *a.txt", "1:4: error: text that starts with '*' must be in quotes, such as '*.txt'"),
    (
      "a: &",
      "1:4: error: '&' starts the name of an anchor; text that starts with it must be in quotes"
    ),
    (
      "a: \"\\d\"",
      "1:5: error: unknown escape after '\\'; write '\\\\' for '\\' itself, or use single quotes"
    ),
    (
      "a: \"\\xZZ\"",
      "1:7: error: unknown escape after '\\'; write '\\\\' for '\\' itself, or use single quotes"
    ),
    ("a: - b", "1:4: error: '- ' cannot stand here; start the list in a line of its own"),
    ("a: !<b", "1:7: error: text that starts with '!' must be in quotes"),
    ("a: !b!c d", "1:4: error: text that starts with '!' must be in quotes"),
    (
      "a: | b\n",
      "1:6: error: '|' and '>' stand at the end of a line, with the text indented below"
    ),
    (
      "a: |0\n  b\n",
      "1:5: error: '|' and '>' stand at the end of a line, with the text indented below"
    ),
    ("a: ? b", "1:4: error: a value cannot start with '?' without quotes"),
    ("a: ]", "1:4: error: a value is missing here"),
    ("a: 'b\n---\nc'", "1:4: error: the quotation mark that starts here is never closed"),
    ("a: \"b", "1:4: error: the quotation mark that starts here is never closed"),
    ("{", "2:1: error: a value is missing here"),
    ("? a: b: c", "1:7: error: ': ' stands inside a value; put the whole value in quotes"),
    (
      "a:\n  - b\n  c: d",
      "3:3: error: wrong indentation: entries of the list that starts in line 2 begin with "
        + "'- ' in column 3"
    ),
    (
      "stages:\n- fetch\n- segment:\n    max: 1\n   label: x",
      "5:4: error: wrong indentation: no line above that this one could belong to starts "
        + "in column 4"
    ),
    (
      "stages:\n- fetch\n - clean\n",
      "2:3: error: 'fetch - clean' is read as one name, for the line after 'fetch' is "
        + "indented deeper than its '- '"
    ),
    (
      "stages:\n- fetch\n- clean now\n",
      "3:3: error: unknown stage 'clean now'; there are 'fetch', 'clean', 'segment', 'tag' "
        + "and 'write'"
    ),
    ("x: [\n  a\n", "1:4: error: the bracket that starts here is never closed by ']'"),
    ("x: {\n  a: b\n", "1:4: error: the bracket that starts here is never closed by '}'"),
    (
      "name: news\n\n# c\nstages\n- fetch\n",
      "4:1: error: ':' and a space are missing after 'stages'"
    ),
    ("\t", "1:1: error: a tab stands here; YAML is indented with spaces"),
    ("a:\tb: c", "1:5: error: ': ' stands inside a value; put the whole value in quotes"),
    ("a: [\"b\" \"c\"]", "1:9: error: ',' or ']' is missing before this"),
    (
      "run:\n  workers: 4\n output: x",
      "3:2: error: wrong indentation: no line above that this one could belong to starts "
        + "in column 2"
    ),
    ("when: \"x\" == y", "1:11: error: the value ended before this; put the whole value in quotes"),
    (
      "- fetch: {paths: [a, b]\n- clean",
      "1:10: error: the bracket that starts here is never closed by '}'"
    ),
    ("stage: []", "1:1: error: unknown key 'stage'; did you mean 'stages'?"),
    ("name: x\nrun: {}\nstagse: []", "3:1: error: unknown key 'stagse'; did you mean 'stages'?"),
    (
      "a: -",
      "1:4: error: '-' by itself must be in quotes, for it starts the entry of a list"
    ),
  ])
  func tellsWhatIsWrong(yaml: String, message: String) {
    #expect(messages(yaml) == [message])
  }
}
