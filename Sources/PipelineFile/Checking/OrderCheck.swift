import Diagnostics
import StageKit

/// Checks that the stages of a pipeline fit together: one source first, a sink at the end, and for
/// each layer that is read a stage before that writes it.
enum OrderCheck {
  static func mistakes(in stages: [StageEntry], _ catalogue: Catalogue) -> [LocatedMistake] {
    let steps = stages.map { Step(entry: $0, descriptor: $0.descriptor) }
    return roleMistakes(steps, catalogue) + layerMistakes(steps, catalogue)
  }

  private struct Step {
    var entry: StageEntry
    var descriptor: StageDescriptor

    func locate(_ mistake: Mistake) -> LocatedMistake { LocatedMistake(mistake, entry.location) }
  }

  private static func roleMistakes(_ steps: [Step], _ catalogue: Catalogue) -> [LocatedMistake] {
    var mistakes: [LocatedMistake] = []
    let sources = steps.indices.filter { steps[$0].descriptor.role == .source }
    if let first = sources.first {
      let label = steps[first].entry.label
      if first > 0 { mistakes.append(steps[first].locate(.sourceNotFirst(label))) }
      mistakes += sources.dropFirst().map {
        steps[$0].locate(.secondSource(steps[$0].entry.label, first: label))
      }
    } else {
      mistakes.append(steps[0].locate(.noSource(known: catalogue.names(of: .source))))
    }
    let last = steps.count - 1
    if let sink = steps.lastIndex(where: { $0.descriptor.role == .sink }) {
      for step in steps[(sink + 1)...] where step.descriptor.role == .transform {
        mistakes.append(
          step.locate(.afterLastSink(step.entry.label, sink: steps[sink].entry.label)))
      }
    } else {
      mistakes.append(steps[last].locate(.noSink(known: catalogue.names(of: .sink))))
    }
    return mistakes
  }

  private static func layerMistakes(_ steps: [Step], _ catalogue: Catalogue) -> [LocatedMistake] {
    var mistakes: [LocatedMistake] = []
    var written: Set<Layer> = []
    // Who took a layer away by replacing the text that it refers to, and who had written it.
    var discarded: [Layer: (by: String, writer: String)] = [:]
    var writers: [Layer: String] = [:]
    var lastWriter: [Layer: Int] = [:]
    for (index, step) in steps.enumerated() {
      for layer in step.descriptor.writes { lastWriter[layer] = index }
    }
    for (index, step) in steps.enumerated() {
      let label = step.entry.label
      // Every document has a text and metadata, if perhaps empty ones.
      for layer in step.descriptor.reads
      where ![.text, .metadata].contains(layer) && !written.contains(layer) {
        let remedy: Remedy
        if let loss = discarded[layer] {
          remedy = .replacedText(by: loss.by, writer: loss.writer)
        } else if let later = lastWriter[layer], later > index {
          remedy = .move(steps[later].entry.label)
        } else {
          remedy = .add(catalogue.writers(of: layer))
        }
        mistakes.append(step.locate(.layerMissing(layer, reader: label, remedy)))
      }
      if let condition = step.entry.condition, condition.readsMetadata,
        !written.contains(.metadata)
      {
        mistakes.append(
          step.locate(
            .conditionWithoutMetadata(label, writers: catalogue.writers(of: .metadata))))
      }
      if step.descriptor.role == .transform, step.descriptor.writes.contains(.text) {
        for layer in written where ![.text, .metadata, .extra].contains(layer) {
          discarded[layer] = (by: label, writer: writers[layer] ?? "")
          written.remove(layer)
        }
      }
      for layer in step.descriptor.writes {
        written.insert(layer)
        writers[layer] = label
        discarded[layer] = nil
      }
    }
    return mistakes
  }
}
