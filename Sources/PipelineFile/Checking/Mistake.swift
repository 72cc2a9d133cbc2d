import Diagnostics
import StageKit

/// What can be wrong with a pipeline file, as data. The words are in `Wording.swift`.
enum Mistake: Sendable, Equatable {
  // The file as such.
  case fileMissing(String)
  case fileIsFolder(String)
  case fileIsSpecial(String)
  case fileUnreadable(String, reason: String)
  case fileTooLarge
  case folderIsNotUTF8(String)
  case encodedAsUTF16
  case holdsNUL
  case holdsControlCharacter(UInt32)
  case notUTF8(UInt8)

  // YAML.
  case syntax(SyntaxMistake)
  case severalDocuments
  case nestedTooDeeply
  case tooManyNodes
  case unknownAnchor(String)
  case aliasInsideItself(String)
  case unsupportedTag(String)
  case keyIsNotAName
  case duplicateKey(String, firstLine: Int)
  case mergeOfNoTable

  // `${NAME}`.
  case unsetVariable(String)
  case malformedVariable(String)

  // The top level.
  case emptyFile
  case topIsNoTable(Found)
  case unknownKey(String)
  case stageAtTop(String)
  case runSettingAtTop(String)
  case stagesMissing
  case stagesAreNoList(Found)
  case unusableName(Found)
  case unusableSchedule(Found)
  case scheduleProblem(String)
  case unusablePlugins(Found)
  case pluginProblem(String)
  case pluginStageExists(String)

  // Entries of `stages`.
  case noStages
  case stageExpected(Found)
  case entryWithoutStage
  case unknownStage(String, known: [String])
  /// A stage's name that goes on in the next line.
  case stageRunsOn(String, text: String)
  case secondStageInEntry(String, first: String)
  case optionBesideStage(String, stage: String)
  case unknownKeyBesideStage(String, stage: String)
  case unusableLabel(Found)
  case duplicateLabel(String, firstLine: Int)
  case conditionIsNoText(Found)
  case condition(ConditionMistake)
  case conditionOfSource(String)

  // Options.
  case keyAmongOptions(String, stage: String)
  case unknownOption(String, OptionPlace, known: [String])
  case missingOption(String, OptionPlace)
  case unusableValue(OptionPlace, OptionKind, Found)
  case unusablePath(OptionPlace, PathMistake)
  /// What a stage says of its options.
  case problem(OptionPlace, String)

  // What stages stand together.
  case noSource(known: [String])
  case sourceNotFirst(String)
  case secondSource(String, first: String)
  case noSink(known: [String])
  case afterLastSink(String, sink: String)
  case layerMissing(Layer, reader: String, Remedy)
  case conditionWithoutMetadata(String, writers: [String])

  // `--set`.
  case settingWithoutValue(String)
  case settingOfNothing(String)
  case settingOfUnknownStage(String, known: [String])
  case settingOfLabel
  case settingOfNoElement(String, count: Int)
  case settingBelowValue(String)

  /// Too many mistakes to show all.
  case furtherMistakes(Int)
}

/// A mistake and where it is. A mistake about the file as such has no place.
struct LocatedMistake: Error, Sendable, Equatable {
  var mistake: Mistake
  var location: SourceLocation?

  init(_ mistake: Mistake, _ location: SourceLocation?) {
    self.mistake = mistake
    self.location = location
  }
}

/// What stands where something else is expected.
enum Found: Sendable, Equatable {
  case nothing
  case text(String)
  case list
  case table
}

/// Which value of which table.
struct OptionPlace: Sendable, Equatable {
  enum Owner: Sendable, Equatable {
    case stage(String)
    case run
  }

  var owner: Owner
  var path: [OptionProblem.Step] = []

  func appending(_ step: OptionProblem.Step) -> OptionPlace {
    OptionPlace(owner: owner, path: path + [step])
  }
}

/// What is wrong with a path before anything is read from it.
enum PathMistake: Sendable, Equatable {
  case empty
  case holdsNUL
  /// The path as resolved, and what it starts from if it is relative.
  case missing(String, startsFrom: String?, startsWithTilde: Bool)
  case isFolder(String)
  case notReadable(String)
  /// An output that starts with the home folder as shells write it.
  case tilde
}

/// How a stage gets the layer that it reads.
enum Remedy: Sendable, Equatable {
  /// Stages that write the layer, none of which is in the pipeline.
  case add([String])
  /// A later stage of the pipeline writes it.
  case move(String)
  /// An earlier stage writes it, but another one after it replaces the text.
  case replacedText(by: String, writer: String)
}

/// What is wrong with a condition.
enum ConditionMistake: Sendable, Equatable {
  case empty
  case unknownField(String)
  /// A comparison is expected after a field.
  case operatorExpected(field: String, String?)
  case operatorNotForField(String, field: String)
  case valueExpected(String?)
  case numberExpected(field: String, String)
  case dateExpected(field: String, String)
  case languageExpected(String)
  case formExpected(String)
  case fieldExpected(String?)
  case listExpected(String?)
  case separatorExpected(String?)
  case closingExpected(String?)
  case connectiveExpected(String)
  case singleEquals
  case symbol(String, word: String)
  case unclosedQuote
  case nestedTooDeeply
}
