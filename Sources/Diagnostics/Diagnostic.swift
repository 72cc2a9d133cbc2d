/// A message to the user, with the place that it is about.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, CaseIterable {
    case error
    case warning
    case note
  }

  public var severity: Severity
  public var location: SourceLocation?
  /// Lower case, without a full stop, names in single quotes.
  public var message: String

  public init(
    _ severity: Severity = .error, at location: SourceLocation? = nil, _ message: String
  ) {
    self.severity = severity
    self.location = location
    self.message = message
  }

  /// The message as one line: `news.yaml:14:5: error: unknown stage 'segmnt'`.
  ///
  /// - Parameter coloured: whether to add the escape sequences that terminals understand.
  public func rendered(coloured: Bool = false) -> String {
    var place = ""
    if let location { place = Wording.printable("\(location)") + ": " }
    let text = Wording.printable(message)
    guard coloured else { return "\(place)\(severity.rawValue): \(text)" }
    let bold = "\u{1B}[1m"
    let plain = "\u{1B}[0m"
    return "\(bold)\(place)\(colour)\(severity.rawValue):\(plain) \(text)"
  }

  private var colour: String {
    switch severity {
    case .error: "\u{1B}[31m"
    case .warning: "\u{1B}[33m"
    case .note: "\u{1B}[36m"
    }
  }
}
