import Dispatch

/// Digests and writes a file, each on a thread of its own, while the caller fills the next block.
///
/// Where the file system can do so, whole blocks go to the disk past the system's cache: the file has to
/// get there in any case before it is put in place, no run reads it again, and to find memory for it
/// takes the system longer than the rest.
final class BlockWriter {
  /// One that is filled, one that is digested, one that is written, and one that waits.
  private static let blockCount = 4

  private let file: BlockFile
  private let digesting = DispatchQueue(label: "wireroom.output.digest")
  private let writing = DispatchQueue(label: "wireroom.output.write")
  /// The blocks that nobody is using.
  private let blocks = BoundedQueue<Block>(budget: .max)
  private var block = Block()
  private var byteCount = 0

  init(_ handle: consuming FileHandle) {
    file = BlockFile(handle)
    for _ in 1..<Self.blockCount { _ = blocks.push(Block(), cost: 0) }
  }

  /// Adds bytes to the file.
  ///
  /// - Throws: what became of earlier blocks.
  func append(_ bytes: Span<UInt8>) throws(SystemError) {
    byteCount += bytes.count
    var start = 0
    while start < bytes.count {
      start += block.append(bytes.extracting(start...))
      if block.isFull { try handOver() }
    }
  }

  /// Makes what was added durable.
  func finish() throws(SystemError) -> (byteCount: Int, sha256: String) {
    try handOver()
    digesting.sync {}
    writing.sync {}
    return (byteCount, try file.finish())
  }

  private func handOver() throws(SystemError) {
    try file.check()
    digesting.async { [file, writing, blocks, block] in
      file.digest(block)
      writing.async {
        file.write(block)
        block.removeAll()
        _ = blocks.push(block, cost: 0)
      }
    }
    guard let next = blocks.pop() else { preconditionFailure("the blocks come back") }
    block = next
  }
}

/// What the threads share.
private final class BlockFile: Sendable {
  private let handle: FileHandle
  private let digest = Guarded(Digest())
  private let problem = Guarded<SystemError?>(nil)

  init(_ handle: consuming FileHandle) {
    self.handle = handle
    self.handle.setDirect(true)
  }

  func digest(_ block: Block) {
    digest.withLock { $0.update(block.bytes) }
  }

  /// Writes a block, unless an earlier one could not be written.
  func write(_ block: Block) {
    do throws(SystemError) {
      try check()
      // Only whole blocks can go past the cache.
      if !block.isFull { handle.setDirect(false) }
      try handle.write(UnsafeRawBufferPointer(block.bytes))
    } catch {
      problem.withLock { $0 = error }
    }
  }

  func check() throws(SystemError) {
    if let problem = problem.withLock({ $0 }) { throw problem }
  }

  func finish() throws(SystemError) -> String {
    try check()
    try handle.synchronise()
    return digest.withLock { $0.finish() }
  }
}

/// Memory where disks can take it from.
private final class Block: @unchecked Sendable {
  // Sendable because one thread after another has it, through queues.
  private static let capacity = 1 << 20
  /// The largest that disks ask for.
  private static let alignment = 4096

  private let memory: UnsafeMutableRawBufferPointer
  private var count = 0

  init() {
    memory = .allocate(byteCount: Self.capacity, alignment: Self.alignment)
  }

  deinit {
    memory.deallocate()
  }

  var isFull: Bool { count == memory.count }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

  func removeAll() { count = 0 }

  /// - Returns: how many of the bytes there was room for.
  func append(_ bytes: Span<UInt8>) -> Int {
    let part = bytes.extracting(first: memory.count - count)
    part.withUnsafeBytes {
      UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: $0)
    }
    count += part.count
    return part.count
  }
}
