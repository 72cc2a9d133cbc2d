import StageKit
import TextKit

/// One value of a message, with the way to it for the sake of error messages.
struct Field {
  let value: Value
  let path: String

  init(_ value: Value, _ path: String = "") {
    self.value = value
    self.path = path
  }

  func problem(_ message: String) -> MessageProblem { MessageProblem(path, message) }

  /// A member of this object; `nil` if it is missing or `null`.
  subscript(name: String) -> Field? {
    guard let member = value[name], member != .null else { return nil }
    return Field(member, path.isEmpty ? name : "\(path).\(name)")
  }

  func require(_ name: String) throws(MessageProblem) -> Field {
    guard let member = self[name] else { throw problem("'\(name)' is missing") }
    return member
  }

  func object() throws(MessageProblem) -> [Value.Member] {
    guard let members = value.members else { throw problem("an object is expected") }
    return members
  }

  func string() throws(MessageProblem) -> String {
    guard let string = value.string else { throw problem("a string is expected") }
    return string
  }

  func integer() throws(MessageProblem) -> Int {
    guard let integer = value.integer else { throw problem("a whole number is expected") }
    return integer
  }

  func number() throws(MessageProblem) -> Double {
    guard let number = value.number else { throw problem("a number is expected") }
    return number
  }

  func list() throws(MessageProblem) -> [Value] {
    guard let elements = value.list else { throw problem("a list is expected") }
    return elements
  }

  func map<Element>(
    _ read: (Field) throws(MessageProblem) -> Element
  ) throws(MessageProblem) -> [Element] {
    let elements = try list()
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    for index in elements.indices { result.append(try read(element(index, elements))) }
    return result
  }

  func element(_ index: Int, _ elements: [Value]) -> Field {
    Field(elements[index], "\(path)[\(index)]")
  }

  func strings() throws(MessageProblem) -> [String] {
    try map { (element) throws(MessageProblem) in try element.string() }
  }

  func layers() throws(MessageProblem) -> [Layer] { try strings().map(Layer.init(rawValue:)) }
}
