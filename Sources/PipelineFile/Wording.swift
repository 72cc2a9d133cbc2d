import Diagnostics
import StageKit

// All that is said of mistakes in pipeline files. Lower case, without a full stop, names in single
// quotes; what is wrong first, then what to do.

extension Mistake {
  var message: String {
    switch self {
    case .fileMissing(let path): "there is no file '\(path)'"
    case .fileIsFolder(let path): "'\(path)' is a folder; name a pipeline file in it"
    case .fileIsSpecial(let path):
      "'\(path)' is no regular file; a pipeline cannot be read from a pipe or a device"
    case .fileUnreadable(let path, let reason):
      "cannot read '\(path)': \(reason.prefix(1).lowercased() + reason.dropFirst())"
    case .folderIsNotUTF8(let path):
      "the path of the folder that it is in, '\(path)', is not UTF-8, so that outputs would go "
        + "elsewhere; rename the folder"
    case .fileTooLarge: "the file is larger than 1 MB, so it cannot be a pipeline file"
    case .encodedAsUTF16: "the file is in UTF-16; save it as UTF-8"
    case .holdsNUL: "the file holds a NUL byte here, so it is binary or not in UTF-8"
    case .holdsControlCharacter(let value):
      "the file holds the control character U+\(hexadecimal(value, digits: 4)); remove it"
    case .notUTF8(let byte):
      "the byte 0x\(hexadecimal(UInt32(byte), digits: 2)) is not valid UTF-8; save the file as UTF-8"

    case .syntax(let mistake): mistake.message
    case .severalDocuments:
      "a second YAML document starts here; put each pipeline into a file of its own"
    case .nestedTooDeeply: "nested more than \(TreeBuilder.maximumDepth) levels deep"
    case .tooManyNodes: "aliases repeat more than \(TreeBuilder.maximumAliasedNodes) values"
    case .unknownAnchor(let name):
      "no anchor '&\(name)' stands above; text that starts with '*' must be in quotes"
    case .aliasInsideItself(let name): "'*\(name)' stands inside of '&\(name)'"
    case .unsupportedTag(let tag):
      "the tag \(Wording.quote(tag)) means nothing here; text that starts with '!' must be in quotes"
    case .keyIsNotAName: "a key must be a single name"
    case .duplicateKey(let name, let line):
      "duplicate key \(Wording.quote(name)); the first one is in line \(line)"
        + (name == "<<" ? ", and one '<<' takes a list of tables" : "")
    case .mergeOfNoTable: "after '<<' stands a table of keys, a list of those, or their aliases"

    case .unsetVariable(let name):
      "the environment variable '\(name)' is not set; '${\(name):-TEXT}' would give it a default"
    case .malformedVariable(let text):
      "\(Wording.quote(text)) is not understood; write '${NAME}', '${NAME:-TEXT}', "
        + "or '$${' for '${' itself"

    case .emptyFile: "the file holds nothing; it needs 'stages:' and a list of stages"
    case .topIsNoTable(let found):
      "a pipeline file holds the keys 'name', 'run', 'schedule', 'plugins' and 'stages', not "
        + found.phrase
        + (found == .list ? "; put 'stages:' above the list" : "")
    case .unknownKey(let name):
      "unknown key \(Wording.quote(name))"
        + Self.hint(for: name, among: PipelineChecker.topKeys)
    case .stageAtTop(let name): "stage '\(name)' stands outside of the list below 'stages:'"
    case .runSettingAtTop(let name): "'\(name)' belongs among the settings below 'run:'"
    case .stagesMissing: "'stages:' is missing, the list of what the pipeline does"
    case .stagesAreNoList(let found):
      "'stages' must be a list with '- ' before each stage, not \(found.phrase)"
    case .unusableName(let found):
      "'name' must be text without '/' that does not start with '.', not \(found.phrase)"
    case .unusableSchedule(let found):
      "'schedule' is a cron expression such as '15 3 * * *', not \(found.phrase)"
    case .scheduleProblem(let message): "'schedule': \(message)"
    case .unusablePlugins(let found):
      "'plugins' is a list of folders or libraries with stages, not \(found.phrase)"
    case .pluginProblem(let message): message
    case .pluginStageExists(let name):
      "the plugin has a stage \(Wording.quote(name)), but there is one of that name already"

    case .noStages: "'stages' is empty; a pipeline needs a source and a sink at least"
    case .stageExpected(let found):
      "here stands the name of a stage, alone or with its options after ':', not \(found.phrase)"
    case .entryWithoutStage:
      "the name of a stage is missing beside 'label', 'when' or 'timeout'"
    case .unknownStage(let name, let known):
      "unknown stage \(Wording.quote(name))" + Self.hint(for: name, among: known)
    case .stageRunsOn(let name, let text):
      "\(Wording.quote(text)) is read as one name, for the line after '\(name)' is indented deeper "
        + "than its '- '"
    case .secondStageInEntry(let name, let first):
      "stage '\(name)' stands in the same entry as '\(first)'; put '- ' before it"
    case .optionBesideStage(let option, let stage):
      "option '\(option)' stands beside '\(stage)'; indent it deeper than '\(stage):'"
    case .unknownKeyBesideStage(let name, let stage):
      "unknown key \(Wording.quote(name)) beside stage '\(stage)'"
        + Self.hint(for: name, among: StageShape.keysBesideName)
    case .unusableLabel(let found):
      "a label consists of letters, digits, '_' and '-', unlike \(found.phrase)"
    case .duplicateLabel(let label, let line):
      "a stage in line \(line) is called \(Wording.quote(label)) already; "
        + "add 'label:' and another name to this one"
    case .conditionIsNoText(let found):
      "a condition is text such as 'language == en', not \(found.phrase)"
    case .condition(let mistake): mistake.message
    case .conditionOfSource(let name):
      "source '\(name)' takes no condition, for there is no document yet; put it beside a later stage"

    case .keyAmongOptions(let key, let stage):
      "'\(key)' is no option; put it beside '\(stage)', indented as far as '\(stage):'"
    case .unknownOption(let name, let place, let known):
      "unknown \(place.optionNoun) \(Wording.quote(name)) \(place.asTable)"
        + (known.isEmpty && !name.contains(":")
          ? ", which has none" : Self.hint(for: name, among: known))
    case .missingOption(let name, let place):
      "\(place.optionNoun) '\(name)' is missing \(place.asTable)"
    case .unusableValue(let place, let kind, let found):
      "\(place.phrase) must be \(kind.phrase), not \(found.phrase)"
        + Self.hint(for: found, as: kind)
    case .unusablePath(let place, let mistake): "\(place.phrase): \(mistake.message)"
    case .problem(let place, let message):
      "\(place.path.isEmpty ? place.ownerPhrase : place.phrase): \(message)"

    case .noSource(let known):
      "the pipeline has no source; put a stage that reads inputs\(Self.such(known)) first"
    case .sourceNotFirst(let label): "source '\(label)' must be the first stage"
    case .secondSource(let label, let first):
      "a pipeline has one source; '\(label)' is a second one after '\(first)'"
    case .noSink(let known):
      "the pipeline writes nothing; put a stage that does\(Self.such(known)) at the end"
    case .afterLastSink(let label, let sink):
      "stage '\(label)' stands after the last sink, so that nothing would show its work; "
        + "put it before '\(sink)'"
    case .layerMissing(let layer, let reader, let remedy):
      "stage '\(reader)' reads \(layer), but \(remedy.phrase)"
    case .conditionWithoutMetadata(let label, let writers):
      "the condition of stage '\(label)' reads metadata, but no earlier stage writes it; "
        + "put a stage that does\(Self.such(writers)) before it"

    case .settingWithoutValue(let text):
      "\(Wording.quote(text)) is no setting; write PATH=VALUE, such as 'run.workers=2'"
    case .settingOfNothing(let path):
      "\(Wording.quote(path)) cannot be set; a path is 'name', 'run.SETTING', "
        + "'stages.LABEL.OPTION', 'stages.LABEL.when' or 'stages.LABEL.timeout'"
    case .settingOfUnknownStage(let label, let known):
      "no stage is called \(Wording.quote(label))" + Self.hint(for: label, among: known)
    case .settingOfLabel: "a label cannot be set, for stages are found by it"
    case .settingOfNoElement(let step, let count):
      "element \(step) cannot be set, for the list has \(count)"
    case .settingBelowValue(let step): "\(Wording.quote(step)) cannot stand below a single value"
    case .furtherMistakes(let count): "\(count) more mistakes are not shown"
    }
  }

  /// What to add after an unknown name. A forgotten space joins a key with its value.
  private static func hint(for name: String, among known: [String]) -> String {
    if name.contains(":") { return "; a space is missing after ':'" }
    return Wording.suggestion(for: name, among: known)
  }

  private static func hint(for found: Found, as kind: OptionKind) -> String {
    guard case .text(let text) = found else { return "" }
    switch kind {
    case .boolean:
      switch text.lowercased() {
      case "yes", "on", "y", "true", "1": return "; write true"
      case "no", "off", "n", "false", "0": return "; write false"
      default: return ""
      }
    case .byteCount where ScalarReading.byteCount(text) == nil:
      return "; units are \(ScalarReading.units.joined(separator: ", "))"
    case .duration where ScalarReading.duration(text) == nil:
      return "; units are s, m, h and d, as in 1h 30m"
    case .choice(let words):
      return nearestName(to: text, among: words).map { "; did you mean '\($0)'?" } ?? ""
    default: return ""
    }
  }

  /// `, such as 'fetch',`.
  private static func such(_ names: [String]) -> String {
    names.first.map { ", such as '\($0)'," } ?? ""
  }

  private func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension Found {
  fileprivate var phrase: String {
    switch self {
    case .nothing: "nothing"
    case .text(let text): Wording.quote(text)
    case .list: "a list"
    case .table: "a table of keys"
    }
  }
}

extension OptionPlace {
  fileprivate var optionNoun: String { owner == .run ? "setting" : "option" }

  fileprivate var ownerPhrase: String {
    switch owner {
    case .stage(let name): "stage '\(name)'"
    case .run: "'run'"
    }
  }

  /// `inner.names[2]`.
  private var pathText: String {
    var text = ""
    for step in path {
      switch step {
      case .key(let key): text += (text.isEmpty ? "" : ".") + key
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }

  /// The value as the subject of a sentence.
  fileprivate var phrase: String {
    if !path.isEmpty { return "\(Wording.quote(pathText)) of \(ownerPhrase)" }
    return owner == .run ? ownerPhrase : "what stands after \(ownerPhrase)"
  }

  /// The table of options in which a key stands.
  fileprivate var asTable: String {
    path.isEmpty ? "for \(ownerPhrase)" : "in \(Wording.quote(pathText)) of \(ownerPhrase)"
  }
}

extension PathMistake {
  fileprivate var message: String {
    switch self {
    case .empty: "an empty path names nothing"
    case .holdsNUL: "a path cannot hold a NUL character"
    case .missing(let path, let folder, let startsWithTilde):
      "'\(path)' does not exist"
        + (startsWithTilde
          ? "; '~' is not expanded, write '${HOME}'"
          : folder.map { "; paths start from \($0)" } ?? "")
    case .isFolder(let path): "'\(path)' is a folder, not a file"
    case .notReadable(let path): "'\(path)' may not be read"
    case .tilde: "'~' is not expanded, write '${HOME}'; a folder of that name is './~'"
    }
  }
}

extension Remedy {
  fileprivate var phrase: String {
    switch self {
    case .add(let writers) where writers.isEmpty: "no stage writes them"
    case .add(let writers):
      "no earlier stage writes them; put a stage that does, such as '\(writers[0])', before it"
    case .move(let label): "no earlier stage writes them; put '\(label)' before it"
    case .replacedText(let replacer, let writer):
      "'\(replacer)' replaces the text that they refer to; put '\(replacer)' before '\(writer)'"
    }
  }
}

extension SyntaxMistake {
  fileprivate var message: String {
    switch self {
    case .tab: "a tab stands here; YAML is indented with spaces"
    case .indentation(let column):
      "wrong indentation: no line above that this one could belong to starts in column \(column)"
    case .listIndentation(let column, let line):
      "wrong indentation: entries of the list that starts in line \(line) begin with '- ' "
        + "in column \(column)"
    case .keyBelowValue(let key):
      "wrong indentation: \(Wording.quote(key)) is deeper than the line above, "
        + "which has a value already"
    case .colonInsideValue: "': ' stands inside a value; put the whole value in quotes"
    case .missingColon(let text): "':' and a space are missing after \(Wording.quote(text))"
    case .textAfterValue: "the value ended before this; put the whole value in quotes"
    case .unclosedQuote: "the quotation mark that starts here is never closed"
    case .unclosedBracket(let bracket):
      "the bracket that starts here is never closed by '\(bracket)'"
    case .missingComma(let bracket, let startLine):
      "',' or '\(bracket)' is missing before this"
        + (startLine.map { "; the opening bracket stands in line \($0)" } ?? "")
    case .variableInsideBrackets: "between braces or brackets, '${' must stand in quotes"
    case .valueExpected: "a value is missing here"
    case .reservedCharacter(let character):
      "a value cannot start with '\(character)' without quotes"
    case .starOutsideQuotes: "text that starts with '*' must be in quotes, such as '*.txt'"
    case .anchorName: "'&' starts the name of an anchor; text that starts with it must be in quotes"
    case .unknownEscape:
      "unknown escape after '\\'; write '\\\\' for '\\' itself, or use single quotes"
    case .listEntryInsideValue: "'- ' cannot stand here; start the list in a line of its own"
    case .dashOutsideQuotes: "'-' by itself must be in quotes, for it starts the entry of a list"
    case .tag: "text that starts with '!' must be in quotes"
    case .directive: "a line that starts with '%' is a directive, which is not understood here"
    case .textAfterEnd(let line):
      "the file ends with the '...' in line \(line); nothing can stand after it"
    case .blockHeader: "'|' and '>' stand at the end of a line, with the text indented below"
    case .outOfMemory: "not enough memory to read the file"
    case .other(let problem): "this is not valid YAML: \(problem)"
    }
  }
}

extension ConditionMistake {
  fileprivate var message: String {
    switch self {
    case .empty: "the condition is empty"
    case .unknownField(let name):
      "unknown field \(Wording.quote(name)) in a condition"
        + Wording.suggestion(for: name, among: Condition.Field.allCases.map(\.rawValue))
    case .fieldExpected(let found): "a field such as 'language' is expected, \(not(found))"
    case .operatorExpected(let field, let found):
      "'==', '!=', 'in', 'contains' or 'exists' is expected"
        + (field.isEmpty ? "" : " after '\(field)'") + ", \(not(found))"
    case .operatorNotForField(let sign, let field): "'\(sign)' does not go with '\(field)'"
    case .valueExpected(let found): "a value is expected, \(not(found))"
    case .numberExpected(let field, let text):
      "'\(field)' is compared with a number "
        + (field == "confidence" ? "from 0 to 1" : "of bytes such as '2 KB'")
        + ", not with \(Wording.quote(text))"
    case .dateExpected(let field, let text):
      "'\(field)' is compared with a date such as '2023-09-19', not with \(Wording.quote(text))"
    case .languageExpected(let text):
      "'language' is compared with a code such as 'en', not with \(Wording.quote(text))"
    case .formExpected(let text):
      "'form' is \(Wording.list(["plain", "markdown", "html"], "or")), not \(Wording.quote(text))"
    case .listExpected(let found): "a list such as '[a, b]' is expected after 'in', \(not(found))"
    case .separatorExpected(let found): "',' or ']' is expected, \(not(found))"
    case .closingExpected(let found): "')' is expected, \(not(found))"
    case .connectiveExpected(let found):
      "'and' or 'or' is expected, \(not(found)); text of several words must be in quotes"
    case .singleEquals: "'=' compares nothing; write '==', or put the value in quotes"
    case .symbol(let sign, let word): "'\(sign)' is not understood; write '\(word)'"
    case .unclosedQuote: "the quotation mark that starts here is never closed"
    case .nestedTooDeeply: "the condition is nested too deeply"
    }
  }

  private func not(_ found: String?) -> String {
    found.map { "not \(Wording.quote($0))" } ?? "but the condition ends"
  }
}
