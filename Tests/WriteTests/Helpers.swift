import StageKit
import TextKit
import Write

func stage(_ options: Value = [:]) throws -> WriteStage {
  var members = options.members ?? []
  if options["path"] == nil { members.append(Value.Member("path", "news.jsonl")) }
  return try WriteStage(
    options: WriteOptions(decoding: .object(members)),
    context: StageContext(label: "write", baseDirectory: "/in", outputDirectory: "/out"))
}

func document(_ text: String) -> Document {
  Document(source: DocumentSource(key: InputKey(path: Array("a.txt".utf8))), text: text)
}

func encoded(_ document: Document, _ options: Value = [:]) throws -> String {
  let stage = try stage(options)
  var scratch = stage.makeScratch()
  var buffer: [UInt8] = []
  try stage.encode(document, &scratch, into: &buffer)
  return String(decoding: buffer, as: UTF8.self)
}

/// The record, read back.
func record(_ document: Document, _ options: Value = [:]) throws -> Value {
  try Value(json: Array(encoded(document, options).utf8).span)
}
