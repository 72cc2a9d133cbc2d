import Foundation
import Testing

@testable import Runner

/// How an output is written.
@Suite struct BlockWriterTests {
  private func contents(_ count: Int) -> [UInt8] {
    var state: UInt32 = 7
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
  }

  /// In pieces that are shorter and longer than a block and end within one, with or without a rest.
  @Test(arguments: [0, 5, 1 << 20, 7 << 20, 7 << 20 + 1, 3_500_000])
  func whatIsAddedInPiecesIsTheFile(_ count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = contents(count)
    let writer = BlockWriter(try FileHandle("\(folder.path)/new", O_WRONLY | O_CREAT))
    var start = 0
    for length in [1, 4097, 1 << 20, 2_500_000, .max] {
      let end = min(count, start &+ min(length, count))
      try writer.append(bytes.span.extracting(start..<end))
      start = end
    }
    let (byteCount, sha256) = try writer.finish()
    #expect(byteCount == count)
    var digest = Digest()
    digest.update(bytes.span)
    #expect(sha256 == digest.finish())
    #expect(try Array(Data(contentsOf: URL(filePath: "\(folder.path)/new"))) == bytes)
  }

  @Test func aBlockThatCannotBeWrittenIsToldOf() throws {
    let folder = try TemporaryFolder()
    try folder.write("new", "")
    let writer = BlockWriter(try FileHandle("\(folder.path)/new", O_RDONLY))
    try writer.append([1, 2, 3].span)
    let problem = #expect(throws: SystemError.self) { try writer.finish() }
    #expect(problem?.operation == "write" && problem?.code == EBADF)
  }

  /// Disks take only whole sectors straight from memory, and not from everywhere in it.
  @Test func whatADiskDoesNotTakeIsWrittenAllTheSame() throws {
    let folder = try TemporaryFolder()
    let handle = try FileHandle("\(folder.path)/new", O_WRONLY | O_CREAT)
    handle.setDirect(true)
    let bytes = contents(10_001)
    try bytes[1..<5].withUnsafeBytes { try handle.write($0) }
    try bytes[5...].withUnsafeBytes { try handle.write($0) }
    #expect(try Array(Data(contentsOf: URL(filePath: "\(folder.path)/new"))) == Array(bytes[1...]))
  }
}
