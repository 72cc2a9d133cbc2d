import StageKit

/// Metadata is filled by whoever comes first: what the source knew, then what markup says, then what
/// was found in the text.
extension Metadata {
  /// Sets a field that is not known yet.
  mutating func offer(
    _ field: String, _ property: WritableKeyPath<Metadata, String?>, _ value: String?,
    from origin: String
  ) {
    guard self[keyPath: property] == nil, let value, !value.isEmpty else { return }
    self[keyPath: property] = value
    setOrigin(of: field, origin)
  }

  mutating func offer(byline names: [String], from origin: String) {
    guard byline.isEmpty, !names.isEmpty else { return }
    byline = names
    setOrigin(of: "byline", origin)
  }

  /// Adds a caption unless one with the same text is there, or so many that no article has more pictures.
  mutating func offer(caption: Caption, from origin: String) {
    guard !caption.text.isEmpty, captions.count < 1_000,
      !captions.contains(where: { $0.text == caption.text })
    else { return }
    captions.append(caption)
    setOrigin(of: "captions", origin)
  }

  /// Sets a date that is not known yet, or says why it cannot be told.
  mutating func offer(date outcome: DateReader.Outcome, isUpdate: Bool, from origin: String) {
    let field = isUpdate ? "updated" : "published"
    switch outcome {
    case .date(let value):
      offer(field, isUpdate ? \.updated : \.published, value.iso, from: origin)
    case .ambiguous:
      if (isUpdate ? updated : published) == nil {
        addNote("\(field) date could be day or month first")
      }
    }
  }

  /// Sets a date from a value of markup, if it can be read.
  mutating func offer(
    date text: String?, isUpdate: Bool, _ order: DateOrder? = nil, from origin: String
  ) {
    guard let text, let match = DateReader.first(in: text.utf8.span) else { return }
    offer(date: match.outcome.resolved(by: order), isUpdate: isUpdate, from: origin)
  }

  /// Notes what does not fit together.
  mutating func checkDates() {
    guard let published, let updated, let first = DateReader.date(published),
      let second = DateReader.date(updated), second.precedes(first)
    else { return }
    addNote("updated precedes published")
  }
}
