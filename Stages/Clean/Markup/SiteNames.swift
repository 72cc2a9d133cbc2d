import TextKit

/// The names that a page's site goes by: what it calls itself, and its address.
///
/// Pages put the site beside the title and into the place of the author; comparing letters and
/// figures alone finds it in all its forms: `Vale Courier`, `valecourier.example`.
struct SiteNames {
  private var names: [String] = []
  /// `valecourier` of `https://www.valecourier.example/`.
  private var hostLabel: String?

  init(names: [String?], urls: [String?]) {
    for case .some(let name) in names {
      let folded = Self.fold(name)
      if folded.utf8.count >= 2 { self.names.append(folded) }
    }
    for case .some(let url) in urls {
      if let label = Self.hostLabel(url) {
        hostLabel = Self.fold(label)
        break
      }
    }
  }

  /// Whether a part of a title is the site's name, or holds it, or is part of it.
  func isSite(_ text: String) -> Bool {
    let folded = Self.fold(text)
    guard folded.utf8.count >= 2 else { return false }
    if names.contains(where: { $0 == folded }) || folded == hostLabel { return true }
    if folded.utf8.count >= 4, names.contains(where: { $0.contains(folded) }) { return true }
    if names.contains(where: { isMuch($0, of: folded) }) { return true }
    return hostLabel.map { isMuch($0, of: folded) } ?? false
  }

  /// Whether most of the text is the site's name.
  func isMostly(_ text: String) -> Bool {
    let folded = Self.fold(text)
    return (names + [hostLabel].compactMap { $0 }).contains {
      folded == $0 || isMuch($0, of: folded, atLeast: 2 / 3)
    }
  }

  /// Whether a text holds the name and not too much else: a title may name the site's product, too.
  private func isMuch(_ name: String, of folded: String, atLeast share: Double = 1 / 4) -> Bool {
    name.utf8.count >= 4 && Double(name.utf8.count) >= Double(folded.utf8.count) * share
      && folded.contains(name)
  }

  /// Whether this is the site's name and no more.
  func isExactly(_ text: String) -> Bool {
    let folded = Self.fold(text)
    return names.contains(folded) || folded == hostLabel
  }

  /// Whether an author begins with the site's name: `Vale Courier Online`. A name in which it stands
  /// elsewhere may be that of the person whom the site is called after.
  func isOrganisation(_ author: String) -> Bool {
    let folded = Self.fold(author)
    if names.contains(where: { $0 == folded }) { return true }
    if names.contains(where: { $0.utf8.count >= 3 && folded.hasPrefix($0) }) { return true }
    return hostLabel.map { $0.utf8.count >= 3 && folded.hasPrefix($0) } ?? false
  }

  /// Letters and figures alone, in lower case.
  static func fold(_ text: String) -> String {
    if text.utf8.span.isASCII {
      return String(
        decoding: text.utf8.lazy.filter { $0.isASCIILetter || $0.isASCIIDigit }
          .map(\.lowercasedASCII), as: UTF8.self)
    }
    var folded = ""
    for scalar in text.lowercased().unicodeScalars
    where scalar.properties.isAlphabetic
      || (scalar.value < 0x80 && UInt8(scalar.value).isASCIIDigit)
    {
      folded.unicodeScalars.append(scalar)
    }
    return folded
  }

  /// The label before the top-level domain, or before both parts of one such as `co.uk`.
  private static func hostLabel(_ url: String) -> String? {
    let bytes = url.utf8
    var rest = Substring(url)
    if let scheme = bytes.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[bytes.index(after: scheme)...].drop { $0 == "/" }
    }
    let host = rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    let labels = host.split(separator: ".")
    guard labels.count >= 2 else { return nil }
    var index = labels.count - 2
    if index > 0, labels[index].utf8.count <= 3, labels[labels.count - 1].utf8.count == 2,
      labels[index - 1] != "www"
    {
      index -= 1
    }
    return String(labels[index])
  }
}
