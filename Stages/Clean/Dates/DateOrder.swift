/// Which comes first in dates such as `03/04/2023`, as far as the language of a page tells.
enum DateOrder: Sendable {
  case dayFirst, monthFirst

  /// `language` is a code such as `fr`, `en-US` or `de_AT`; `nil` where writers of the language differ.
  init?(language: String) {
    let parts = language.lowercased().split { $0 == "-" || $0 == "_" }
    guard let primary = parts.first else { return nil }
    switch primary {
    case "en":
      switch parts.last {
      case "us": self = .monthFirst
      case "gb", "ie", "au", "nz", "in", "za": self = .dayFirst
      default: return nil
      }
    case "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "cs", "sk", "da", "no", "nb", "nn",
      "fi", "el", "tr", "ro", "bg", "hr", "sr", "sl", "ca", "gl", "ar", "he", "id", "vi":
      self = .dayFirst
    default: return nil
    }
  }
}

extension DateReader.Outcome {
  /// The date, where day and month can be told apart with what is known of the page.
  func resolved(by order: DateOrder?) -> DateReader.Outcome {
    guard case .ambiguous(let value) = self, let order else { return self }
    switch order {
    case .dayFirst: return .date(value)
    case .monthFirst:
      var other = value
      other.month = value.day
      other.day = value.month
      return .date(other)
    }
  }
}
