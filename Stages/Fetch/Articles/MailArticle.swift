import StageKit

extension Document {
  /// Makes a document of a message of a mailbox: the first part of it that is plain text, or else
  /// the first that is HTML.
  init(
    message: Span<UInt8>, source: DocumentSource, decoder: TextDecoder
  ) throws(StageFailure) {
    let mail = MailPart(message)
    guard let part = mail.firstPart(of: "text/plain") ?? mail.firstPart(of: "text/html") else {
      throw StageFailure(reason: "no_text", message: "the message holds no text")
    }
    let charset = part.contentType.parameter("charset")
    let decoded = try decoder.decode(
      part.decodedBody.span, declared: charset.flatMap { TextEncoding(label: $0) },
      isTransmitted: true)
    var source = source
    source.encoding = decoded.encoding.rawValue
    let isHTML = part.contentType.type == "text/html"
    self.init(source: source, text: decoded.text, form: isHTML ? .html : .plain)
    if let note = decoded.note { metadata.addNote(note) }

    if let subject = mail.header("subject", decoder) {
      metadata.set(\.title, "title", to: subject, from: "mail header 'Subject'")
    }
    if let sender = mail.header("from", decoder) {
      metadata.setByline([MailAddress.displayName(in: sender)], from: "mail header 'From'")
    }
    if let date = mail.header("date", decoder) {
      metadata.setDate(\.published, "published", to: date, from: "mail header 'Date'")
    }
  }
}
