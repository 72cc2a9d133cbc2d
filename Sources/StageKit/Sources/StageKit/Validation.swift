import TextKit

extension Document {
  /// Checks that every layer fits the text: ranges inside it, on scalar boundaries, in order and
  /// without overlap; indexes and groups that name something; confidences from 0 to 1.
  ///
  /// - Returns: what is wrong with the first layer that does not fit, or `nil`.
  public func firstInvalidLayer() -> (layer: Layer, problem: String)? {
    let utf8 = text.utf8.span
    if let paragraphs, let problem = Self.check(paragraphs, utf8, { $0.range }) {
      return (.paragraphs, problem)
    }
    if let sentences, let problem = Self.check(sentences, utf8, { $0 }) {
      return (.sentences, problem)
    }
    if let tokens, let problem = Self.check(tokens, utf8, { $0 }) { return (.tokens, problem) }
    if let entities, let problem = Self.check(entities, utf8, { $0.range }) {
      return (.entities, problem)
    }
    var identifiers: Set<Int> = []
    if let problem = problemOfGroups(&identifiers) { return (.groups, problem) }
    if let problem = problemOfEntities(identifiers) { return (.entities, problem) }
    if let summary {
      var next = 0
      for index in summary.sentences {
        guard index >= next, index < sentences?.count ?? 0 else {
          return (.summary, "sentence \(index) is out of order or does not exist")
        }
        next = index + 1
      }
    }
    return nil
  }

  private func problemOfGroups(_ identifiers: inout Set<Int>) -> String? {
    for group in groups ?? [] {
      if !identifiers.insert(group.identifier).inserted {
        return "two groups have the number \(group.identifier)"
      }
      if group.count < 1 { return "group \(group.identifier) has no mentions" }
      if group.type.rawValue.isEmpty { return "group \(group.identifier) has no type" }
    }
    return nil
  }

  private func problemOfEntities(_ identifiers: Set<Int>) -> String? {
    for entity in entities ?? [] {
      if let confidence = entity.confidence, !(0...1 ~= confidence) {
        return "the confidence \(confidence) of \(entity.range) is not from 0 to 1"
      }
      if entity.type.rawValue.isEmpty { return "\(entity.range) has no type" }
      if let group = entity.group, groups != nil, !identifiers.contains(group) {
        return "\(entity.range) is of group \(group), which does not exist"
      }
    }
    return nil
  }

  /// Finds a layer that differs from the one of an earlier state of this document, though it is not
  /// among those that a stage has declared to write. What a new text discards does not count, if the
  /// text is declared.
  ///
  /// Layers that nobody touched are shared by the two, which makes the comparison a matter of
  /// nanoseconds.
  public func firstUndeclaredChange(from before: Document, declared: [Layer]) -> Layer? {
    let textIsNew = text != before.text
    func isUndeclared<T: Equatable>(_ layer: Layer, _ old: T?, _ new: T?) -> Bool {
      old != new && !declared.contains(layer) && !(textIsNew && new == nil)
    }
    if textIsNew || form != before.form, !declared.contains(.text) { return .text }
    if isUndeclared(.metadata, before.metadata, metadata) { return .metadata }
    if isUndeclared(.paragraphs, before.paragraphs, paragraphs) { return .paragraphs }
    if isUndeclared(.sentences, before.sentences, sentences) { return .sentences }
    if isUndeclared(.tokens, before.tokens, tokens) { return .tokens }
    if isUndeclared(.entities, before.entities, entities) { return .entities }
    if isUndeclared(.groups, before.groups, groups) { return .groups }
    if isUndeclared(.summary, before.summary, summary) { return .summary }
    if isUndeclared(.extra, before.extra, extra) { return .extra }
    return nil
  }

  private static func check<Element>(
    _ elements: [Element], _ text: Span<UInt8>, _ rangeOf: (Element) -> ByteRange
  ) -> String? {
    var end = 0
    for index in elements.indices {
      let range = rangeOf(elements[index])
      // Nearly all are right: what is wrong with one is only asked where something is.
      if range.start >= end, range.end > range.start, range.end < text.count,
        !text[range.start].isUTF8Continuation, !text[range.end].isUTF8Continuation
      {
        end = range.end
        continue
      }
      if range.start < end { return "\(range) starts before the one ahead of it ends" }
      if range.isEmpty { return "\(range) is empty" }
      if range.end > text.count { return "\(range) ends beyond the text's \(text.count) bytes" }
      if text[range.start].isUTF8Continuation
        || (range.end < text.count && text[range.end].isUTF8Continuation)
      {
        return "\(range) cuts a character in two"
      }
      end = range.end
    }
    return nil
  }
}
