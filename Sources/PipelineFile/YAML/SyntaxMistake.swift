import CYAML
import Diagnostics

/// What makes a text no YAML, in the terms of those who write it.
enum SyntaxMistake: Sendable, Equatable {
  case tab
  /// A line that starts in a column in which nothing around it starts.
  case indentation(column: Int)
  /// A line inside a list that is neither an entry of it nor deeper than its entries.
  case listIndentation(column: Int, startLine: Int)
  /// A key below a value that is complete already.
  case keyBelowValue(String)
  case colonInsideValue
  case missingColon(String)
  case textAfterValue
  case unclosedQuote
  case unclosedBracket(String)
  case missingComma(String, startLine: Int?)
  /// `${NAME}` without quotes between braces or brackets, which have a meaning of their own there.
  case variableInsideBrackets
  case valueExpected
  case reservedCharacter(String)
  case starOutsideQuotes
  case anchorName
  case unknownEscape
  case listEntryInsideValue
  /// The name of standard input.
  case dashOutsideQuotes
  case tag
  case directive
  /// Text after a line of three dots, which ends the file.
  case textAfterEnd(line: Int)
  case blockHeader
  case outOfMemory
  /// Something rare, in libyaml's words.
  case other(String)

  /// The mistake at which the parser stopped. libyaml says what it expected; here it becomes what
  /// the writer most likely did.
  static func located(in parser: yaml_parser_t, of source: SourceText) -> LocatedMistake {
    let report = Report(parser, source)
    if let column = report.tabColumn {
      return report.locate(.tab, line: report.mark.line, column: column)
    }
    switch report.problem {
    case "could not find expected ':'":
      return report.locateAtContext(.missingColon(report.textAtContext))
    case "mapping values are not allowed in this context":
      return report.locateSecondColon()
    case "did not find expected key":
      guard report.isFirstInLine else { return report.locate(.textAfterValue) }
      return report.locate(.indentation(column: report.mark.column))
    case "did not find expected <document start>":
      return report.locateDocumentStart()
    case "did not find expected '-' indicator":
      guard report.isFirstInLine else { return report.locate(.textAfterValue) }
      return report.locate(
        .listIndentation(column: report.context.column, startLine: report.context.line))
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      if report.characterAtMark == "{", report.startOfLine.hasSuffix("$") {
        return report.locate(.variableInsideBrackets, column: report.mark.column - 1)
      }
      let bracket = report.problem.hasSuffix("']'") ? "]" : "}"
      if report.isFirstInLine { return report.locateAtContext(.unclosedBracket(bracket)) }
      let isOneLine = report.context.line == report.mark.line
      return report.locate(
        .missingComma(bracket, startLine: isOneLine ? nil : report.context.line))
    case "did not find expected node content":
      return report.locate(.valueExpected)
    case "found unexpected end of stream", "found unexpected document indicator":
      return report.locateAtContext(.unclosedQuote)
    case "found character that cannot start any token":
      return report.locate(.reservedCharacter(report.characterAtMark))
    case "did not find expected alphabetic or numeric character":
      return report.locateAtContext(report.isAlias ? .starOutsideQuotes : .anchorName)
    case "block sequence entries are not allowed in this context":
      if report.restOfLine == "-" || report.restOfLine.hasPrefix("- #") {
        return report.locate(.dashOutsideQuotes)
      }
      return report.locate(.listEntryInsideValue)
    case "mapping keys are not allowed in this context":
      return report.locate(.reservedCharacter("?"))
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return report.locate(.unknownEscape)
    default: return report.locateOther()
    }
  }
}

/// What the parser says of the place where it stopped.
private struct Report {
  let problem: String
  let whileDoing: String
  let mark: YAMLMark
  /// Where the thing starts that was being read.
  let context: YAMLMark
  let line: [Unicode.Scalar]
  let source: SourceText
  let isOutOfMemory: Bool

  init(_ parser: yaml_parser_t, _ source: SourceText) {
    problem = parser.problem.map { String(cString: $0) } ?? ""
    whileDoing = parser.context.map { String(cString: $0) } ?? ""
    mark = YAMLMark(parser.problem_mark, in: source)
    context = whileDoing.isEmpty ? mark : YAMLMark(parser.context_mark, in: source)
    line = Array(source.line(mark.line).unicodeScalars)
    self.source = source
    isOutOfMemory = parser.error == YAML_MEMORY_ERROR
  }

  /// The text of the line up to the mark, without the spaces before it.
  var startOfLine: String { text(line.prefix(mark.column - 1)) }

  /// The text of the line from the mark on.
  var restOfLine: String { text(line.dropFirst(mark.column - 1)) }

  var isFirstInLine: Bool { startOfLine.isEmpty }

  var isAlias: Bool { whileDoing.hasSuffix("alias") }

  var characterAtMark: String {
    line.indices.contains(mark.column - 1) ? String(Character(line[mark.column - 1])) : ""
  }

  /// The line from where the thing starts that was being read.
  var textAtContext: String {
    text(Array(source.line(context.line).unicodeScalars).dropFirst(context.column - 1))
  }

  /// The column of a tab among what the line is indented with, or at the mark.
  var tabColumn: Int? {
    let indentation = line.prefix { $0 == " " || $0 == "\t" }
    if let tab = indentation.firstIndex(of: "\t") { return tab + 1 }
    return characterAtMark == "\t" ? mark.column : nil
  }

  func locate(_ mistake: SyntaxMistake, line: Int? = nil, column: Int? = nil) -> LocatedMistake {
    LocatedMistake(
      .syntax(mistake),
      SourceLocation(
        file: source.file, line: line ?? mark.line, column: max(column ?? mark.column, 1)))
  }

  func locateAtContext(_ mistake: SyntaxMistake) -> LocatedMistake {
    locate(mistake, line: context.line, column: context.column)
  }

  /// A `:` where a key has ended already: inside a value, after a line that lacks its own, or in a
  /// line that is indented as if it belonged to the value above.
  func locateSecondColon() -> LocatedMistake {
    let hasColonBefore = startOfLine.contains(": ") || startOfLine.contains(":\t")
    guard !hasColonBefore, mark.line > 1 else { return locate(.colonInsideValue) }
    let indentation = line.prefix { $0 == " " }.count
    var number = mark.line - 1
    while number > 1, text(source.line(number).unicodeScalars).isEmpty { number -= 1 }
    let above = Array(source.line(number).unicodeScalars)
    let indentationAbove = above.prefix { $0 == " " }.count
    if indentation <= indentationAbove {
      return locate(.missingColon(text(above)), line: number, column: indentationAbove + 1)
    }
    return locate(.keyBelowValue(startOfLine), column: indentation + 1)
  }

  /// A line that belongs to nothing above it, for what stands before it has ended: by its indentation,
  /// by a directive, or by three dots.
  func locateDocumentStart() -> LocatedMistake {
    if characterAtMark == "%" { return locate(.directive) }
    for number in stride(from: mark.line - 1, to: 0, by: -1) {
      let above = source.line(number)
      if above.hasPrefix("%") { return locate(.directive, line: number, column: 1) }
      if above == "..." || above.hasPrefix("... ") { return locate(.textAfterEnd(line: number)) }
    }
    return locate(.indentation(column: mark.column))
  }

  func locateOther() -> LocatedMistake {
    if isOutOfMemory { return locate(.outOfMemory) }
    if whileDoing.contains("tag") || problem.contains("tag handle") { return locate(.tag) }
    if whileDoing.contains("directive") || problem.contains("%") { return locate(.directive) }
    if whileDoing.contains("block scalar") { return locate(.blockHeader) }
    return locate(.other(problem))
  }

  private func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars.drop { $0 == " " || $0 == "\t" })
    return text
  }
}
