import StageKit
import TextKit

extension Condition.Field {
  /// What values of the field are compared as.
  enum Kind {
    case text
    case number
    case date
  }

  var kind: Kind {
    switch self {
    case .confidence, .bytes: .number
    case .published, .updated: .date
    default: .text
    }
  }

  /// Whether stages find the value out.
  var isMetadata: Bool {
    switch self {
    case .path, .form, .encoding, .bytes: false
    default: true
    }
  }

  /// The values of a field of text or dates; none where it is unknown.
  func texts(of document: Document) -> [String] {
    let metadata = document.metadata
    let value: String? =
      switch self {
      case .language: metadata.language?.code
      case .title: metadata.title
      case .subtitle: metadata.subtitle
      case .site: metadata.site
      case .section: metadata.section
      case .url: metadata.url
      case .published: metadata.published
      case .updated: metadata.updated
      case .path: document.source.key.displayPath
      case .form: document.form.rawValue
      case .encoding: document.source.encoding
      case .byline, .confidence, .bytes: nil
      }
    return self == .byline ? metadata.byline : value.map { [$0] } ?? []
  }

  private func number(of document: Document) -> Double? {
    switch self {
    case .confidence: document.metadata.language?.confidence
    case .bytes: Double(document.source.byteCount)
    default: nil
    }
  }

  func exists(in document: Document) -> Bool {
    kind == .number ? number(of: document) != nil : !texts(of: document).isEmpty
  }

  func compares(
    _ ordering: Condition.Ordering, _ value: String, in document: Document
  ) -> Bool {
    switch kind {
    // By their bytes: to Swift, a letter with an accent equals the letter and the accent.
    case .text: texts(of: document).contains { $0.utf8.elementsEqual(value.utf8) }
    case .date:
      texts(of: document).contains { date in
        // As far as both are given.
        let length = min(date.utf8.count, value.utf8.count)
        let own = date.utf8.prefix(length)
        let other = value.utf8.prefix(length)
        return ordering.holds(
          isLess: own.lexicographicallyPrecedes(other), isEqual: own.elementsEqual(other))
      }
    case .number:
      if let own = number(of: document), let other = numberValue(value) {
        ordering.holds(isLess: own < other, isEqual: own == other)
      } else {
        false
      }
    }
  }

  /// The number that a text stands for in a comparison with this field.
  func numberValue(_ text: String) -> Double? {
    if self == .bytes { return ScalarReading.byteCount(text).map(Double.init) }
    return ScalarReading.number(text)
  }
}

extension Condition.Ordering {
  fileprivate func holds(isLess: Bool, isEqual: Bool) -> Bool {
    switch self {
    case .less: isLess
    case .lessOrEqual: isLess || isEqual
    case .equal: isEqual
    case .greaterOrEqual: !isLess
    case .greater: !isLess && !isEqual
    }
  }
}

extension String.UTF8View {
  /// Whether `part` stands somewhere in these bytes.
  func contains(_ part: String.UTF8View) -> Bool {
    guard let first = part.first else { return true }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: part) { return true }
      rest = rest[rest.index(after: start)...]
    }
    return false
  }
}
