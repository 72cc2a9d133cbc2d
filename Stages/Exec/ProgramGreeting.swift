import StageKit
import StageProtocol
import TextKit

/// What a program says of itself when it starts.
struct ProgramGreeting: Sendable {
  let name: String?
  let version: Int
  let reads: [Layer]
  let writes: [Layer]
  let offsets: OffsetUnit

  /// Reads the greeting.
  ///
  /// - Throws: what does not go together with the options of the stage, by which the order of the
  ///   stages was checked.
  init(_ greeting: Value, _ options: ExecOptions, _ program: String) throws(OptionProblem) {
    func problem(_ message: String) -> OptionProblem {
      OptionProblem("command", "the greeting of \(program) is wrong: \(message)")
    }
    func optional<T>(
      _ name: String, _ expected: String, _ read: (Value) -> T?
    ) throws(OptionProblem) -> T? {
      guard let value = greeting[name], value != .null else { return nil }
      guard let result = read(value) else { throw problem("'\(name)' is no \(expected)") }
      return result
    }
    func layers(_ name: String, _ declared: [String]) throws(OptionProblem) -> [Layer] {
      let own = try optional(name, "list of layers") { value -> [String]? in
        guard let elements = value.list else { return nil }
        let names = elements.compactMap(\.string)
        return names.count == elements.count ? names : nil
      }
      guard let own else { return declared.map(Layer.init(rawValue:)) }
      let always = name == "reads" ? [Layer.text.rawValue, Layer.metadata.rawValue] : []
      if let other = own.first(where: { !declared.contains($0) && !always.contains($0) }) {
        throw OptionProblem(
          name, "\(program) \(name) '\(other)', which is not named here; add it")
      }
      return own.map(Layer.init(rawValue:))
    }
    name = try optional("name", "string", \.string)
    version = try optional("version", "whole number", \.integer) ?? 1
    offsets =
      try optional("offsets", "one of codepoints, bytes, utf16") { value in
        value.string.flatMap(OffsetUnit.init(rawValue:))
      } ?? .codepoints
    reads = try layers("reads", options.reads)
    writes = try layers("writes", options.writes)
  }
}
