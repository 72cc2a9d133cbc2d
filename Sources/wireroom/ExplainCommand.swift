import Diagnostics
import Evaluation
import PipelineFile
import StageCatalog
import StageKit
import Tag
import TextKit

let explainCommand = Command(
  name: "explain", operands: "STAGE FILE",
  summary: "show why a stage found what it did in a file",
  discussion: """
    Only stage 'tag' explains itself: for each entity of the article, who has found it (a gazetteer, a
    pattern, the model, a built-in list), what the lists and the rules have there and what the rest of
    the document says; and for the names of the model what spoke for and against each, the strongest
    first. Weights are logarithms of odds.
    """,
  options: [
    CommandOption(
      "--set", "LABEL.KEY=VALUE", "set an option of a stage, such as tag.model=my.model; repeatable"
    ),
    CommandOption("--reasons", "N", "show so many reasons a name (default: 8)"),
  ],
  operandCount: 2...2, run: performExplanation
)

private func performExplanation(_ arguments: ParsedArguments) -> Int32 {
  tellingMistakes {
    guard arguments.operands[0] == "tag" else {
      throw UsageError(
        message: "stage '\(arguments.operands[0])' does not explain itself; 'tag' does")
    }
    var count = 8
    if let text = arguments.value("--reasons") {
      guard let number = Int(text), (1...1000).contains(number) else {
        throw UsageError(message: "'--reasons' is a number from 1 to 1000, not '\(text)'")
      }
      count = number
    }
    let stages = try StandaloneStages(
      ["clean", "segment", "tag"], among: builtInStages,
      settings: arguments.values["--set"] ?? [], prefix: "stages.")
    let document = try stages.make().process(arguments.operands[1])
    guard let entry = stages.entries.last else { return }
    let stage = try TagStage(
      options: TagOptions(decoding: entry.options),
      context: StageContext(
        label: entry.label, baseDirectory: stages.directory, outputDirectory: stages.directory))
    printResult(explanation(stage.explain(document), document, count))
  }
}

/// An entity a paragraph.
private func explanation(
  _ explanations: [EntityExplanation], _ document: Document, _ count: Int
) -> String {
  explanations.map { explanation in
    let entity = explanation.entity
    var head =
      "\(entity.type.rawValue) '\(document.text.utf8.span.string(entity.range))' "
      + "at byte \(entity.range.start)"
    if let value = entity.value { head += ", \(value)" }
    let evidence = explanation.evidence.map { "  \($0)" }
    let reasons = explanation.reasons.prefix(count).map { reason in
      let hundredths = Int((abs(reason.weight) * 100).rounded())
      let digits = hundredths % 100
      let sign = reason.weight < 0 ? "-" : "+"
      return "  \(sign)\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)  \(reason.text)"
    }
    return ([head, "  by: \(explanation.finder)"] + evidence + reasons).joined(separator: "\n")
  }.joined(separator: "\n\n")
}
