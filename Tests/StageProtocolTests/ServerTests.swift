import Foundation
import StageProtocol
import Testing
import TextKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct ServerTests {
  /// What the server writes when it reads all of `input`.
  private func serve(_ input: String) throws -> [String] {
    let (requests, answers) = (Pipe(), Pipe())
    try requests.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try requests.fileHandleForWriting.close()
    try RequestServer(
      input: requests.fileHandleForReading.fileDescriptor,
      output: answers.fileHandleForWriting.fileDescriptor
    ).serve(
      greet: { greeting throws(MessageProblem) in
        guard greeting["label"] != "wrong" else { throw MessageProblem("label", "it is wrong") }
        return [Value.Member("name", "test")]
      },
      answer: { request, members in
        members.append(",\"id\":")
        members.append(json: request["id"] ?? .null)
      })
    try answers.fileHandleForWriting.close()
    let output = try answers.fileHandleForReading.readToEnd() ?? Data()
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func greetsAndAnswers() throws {
    #expect(
      try serve(
        """
        {"wireroom":1,"label":"x"}
        {"seq":4,"more":1,"id":"a"}
        {"seq":5,"more":0,"id":"b"}

        """)
        == [#"{"wireroom":1,"name":"test"}"#, #"{"seq":4,"id":"a"}"#, #"{"seq":5,"id":"b"}"#])
  }

  @Test func engineNeedNeitherGreetNorNumberNorEndItsLastLine() throws {
    #expect(try serve("{\"id\":\"a\"}\n\n{\"id\":\"b\"}") == [#"{"id":"a"}"#, #"{"id":"b"}"#])
    #expect(try serve("") == [])
  }

  @Test func whatIsNoRequestIsToldAndTheNextIsServed() throws {
    #expect(
      try serve("{nonsense}\n{\"id\":\"b\"}\n") == [
        #"{"failure":{"reason":"bad_request","message":"the request is no JSON: a member's name in quotes is expected at byte 1"}}"#,
        #"{"id":"b"}"#,
      ])
  }

  @Test func aGreetingThatIsWrongEndsIt() {
    #expect(throws: MessageProblem("label", "it is wrong")) {
      try serve("{\"wireroom\":1,\"label\":\"wrong\"}\n")
    }
  }
}
