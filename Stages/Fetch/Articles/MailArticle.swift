import StageKit
import TextKit

extension Document {
  /// Makes a document of a message of a mailbox.
  init(
    message: Span<UInt8>, source: DocumentSource, decoder: TextDecoder
  ) throws(StageFailure) {
    let mail = MailPart(message)
    var texts = MailTexts(decoder: decoder)
    var found = texts.texts(of: mail)
    if found.isEmpty, let blank = texts.blank { found = [blank] }
    guard let first = found.first else {
      throw texts.failure
        ?? StageFailure(reason: "no_text", message: "the message holds no text")
    }
    var source = source
    source.encoding = first.decoded.encoding.rawValue
    let isHTML = found.contains(where: \.isHTML)
    self.init(
      source: source, text: MailTexts.joined(found, isHTML: isHTML),
      form: isHTML ? .html : .plain)
    for note in found.compactMap(\.decoded.note) where !metadata.notes.contains(note) {
      metadata.addNote(note)
    }

    if let subject = mail.header("subject", decoder) {
      metadata.set(\.title, "title", to: subject, from: "mail header 'Subject'")
    }
    metadata.setByline(
      mail.addresses("from", decoder).map(MailAddress.displayName), from: "mail header 'From'")
    if let date = mail.header("date", decoder) {
      metadata.setDate(\.published, "published", to: date, from: "mail header 'Date'")
    }
  }
}
