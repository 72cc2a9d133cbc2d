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
  private func serve(_ input: String, longestLine: Int? = nil) throws -> [String] {
    let (requests, answers) = (Pipe(), Pipe())
    try requests.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try requests.fileHandleForWriting.close()
    try RequestServer(
      input: requests.fileHandleForReading.fileDescriptor,
      output: answers.fileHandleForWriting.fileDescriptor, longestLine: longestLine
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

  @Test func whateverNumbersARequestComesBack() throws {
    let requests = [
      #"{"seq":"x","id":"a"}"#, #"{"seq":[1],"id":"b"}"#, #"{"seq":null,"id":"c"}"#,
      #"{"seq":1.5,"id":"d"}"#,
    ]
    #expect(try serve(requests.joined(separator: "\n")) == requests)
  }

  @Test func aLineThatIsTooLongIsRefusedAndTheNextIsServed() throws {
    let long = String(repeating: "x", count: 20_000)
    let refusal =
      #""failure":{"reason":"too_large","message":"the request is longer than 15000 bytes"}}"#
    for end in ["\n", "\n{\"id\":\"c\"}"] {
      let answers = try serve(
        "{\"seq\":12,\"id\":\"\(long)\"}\n{\"id\":\"b\"}\n{\"id\":\"\(long)\"}" + end,
        longestLine: 15_000)
      #expect(answers.prefix(3) == ["{\"seq\":12,\(refusal)", #"{"id":"b"}"#, "{\(refusal)"])
      #expect(answers.count == (end == "\n" ? 3 : 4))
    }
  }

  /// More than is read at once: what does not fit is not kept.
  @Test func aLineThatIsFarTooLongIsRefused() async throws {
    let (requests, answers) = (Pipe(), Pipe())
    let writer = Thread {
      let long = Data(repeating: UInt8(ascii: "x"), count: 3_000_000)
      try? requests.fileHandleForWriting.write(contentsOf: long + Data("\n{\"id\":1}\n".utf8))
      try? requests.fileHandleForWriting.close()
    }
    writer.start()
    try RequestServer(
      input: requests.fileHandleForReading.fileDescriptor,
      output: answers.fileHandleForWriting.fileDescriptor, longestLine: 100_000
    ).serve(
      greet: { _ throws(MessageProblem) in [] },
      answer: { _, members in members.append(",\"served\":true") })
    try answers.fileHandleForWriting.close()
    let output = try answers.fileHandleForReading.readToEnd() ?? Data()
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("too_large") == true && lines.last == #"{"served":true}"#)
  }

  @Test func whatIsNoRequestIsToldAndTheNextIsServed() throws {
    #expect(
      try serve("{nonsense}\n{\"id\":\"b\"}\n") == [
        #"{"failure":{"reason":"bad_request","message":"the request is no JSON: a member's name in quotes is expected at byte 1"}}"#,
        #"{"id":"b"}"#,
      ])
  }

  @Test func aNumberThatWouldBeChangedIsRefused() throws {
    for (number, offset) in [("1e999", 5), ("[-18446744073709551616]", 6)] {
      #expect(
        try serve("{\"n\":\(number)}\n{\"id\":9223372036854775807}\n") == [
          #"{"failure":{"reason":"bad_request","message":"the request holds a number too large to be kept as it is, unless as a string at byte \#(offset)"}}"#,
          #"{"id":9223372036854775807}"#,
        ])
    }
  }

  @Test func theEndSaysWhetherReadingOrWritingHasFailed() throws {
    func ending(_ input: Int32, _ output: Int32) throws -> RequestServer.Ending {
      try RequestServer(input: input, output: output).serve(
        greet: { _ throws(MessageProblem) in [] },
        answer: { _, members in members.append(",\"served\":true") })
    }
    let folder = open("/", O_RDONLY)
    defer { close(folder) }
    #expect(try ending(folder, folder) == .inputFailed(EISDIR))

    let requests = Pipe()
    try requests.fileHandleForWriting.write(contentsOf: Data("{\"seq\":1}\n".utf8))
    try requests.fileHandleForWriting.close()
    // A folder that is open for reading cannot be written to.
    #expect(
      try ending(requests.fileHandleForReading.fileDescriptor, folder) == .outputFailed(EBADF))
  }

  @Test func aGreetingThatIsWrongEndsIt() {
    #expect(throws: MessageProblem("label", "it is wrong")) {
      try serve("{\"wireroom\":1,\"label\":\"wrong\"}\n")
    }
  }
}
