import CZlib
import CZstd
import StageKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Undoes one compression, piece by piece, in memory that does not depend on the data.
///
/// Files of several members or frames, as made by joining compressed files, are read to their end.
final class Decompressor {
  /// What one step did.
  struct Progress {
    var consumed: Int
    var produced: Int
  }

  private enum State {
    case gzip(UnsafeMutablePointer<z_stream>)
    case zstd(OpaquePointer)
  }

  let compression: Compression
  private let state: State
  /// Whether the input may end here.
  private(set) var isAtEnd = true

  init(_ compression: Compression) throws(StageFailure) {
    self.compression = compression
    switch compression {
    case .gzip:
      // zlib keeps the address of the structure, so it must not move.
      let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
      stream.initialize(to: z_stream())
      state = .gzip(stream)
      let anyGzipWindow: Int32 = 16 + 15
      let size = Int32(MemoryLayout<z_stream>.size)
      guard inflateInit2_(stream, anyGzipWindow, ZLIB_VERSION, size) == Z_OK else {
        throw .system(ENOMEM, "cannot start decompression")
      }
    case .zstd:
      guard let stream = ZSTD_createDStream() else {
        throw .system(ENOMEM, "cannot start decompression")
      }
      state = .zstd(stream)
    }
  }

  deinit {
    switch state {
    case .gzip(let stream):
      inflateEnd(stream)
      stream.deallocate()
    case .zstd(let stream): ZSTD_freeDStream(stream)
    }
  }

  /// Forgets everything, for the next file.
  func reset() {
    isAtEnd = true
    switch state {
    case .gzip(let stream): inflateReset(stream)
    case .zstd(let stream): ZSTD_DCtx_reset(stream, ZSTD_reset_session_only)
    }
  }

  /// Decompresses as much of `input` as there is room for. Call it again with no input until
  /// nothing is produced, because a little may be held back.
  func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Result<Progress, StageFailure> {
    switch state {
    case .gzip(let stream): inflateStep(stream, input, output)
    case .zstd(let stream): zstdStep(stream, input, output)
    }
  }

  private func inflateStep(
    _ stream: UnsafeMutablePointer<z_stream>, _ input: UnsafeRawBufferPointer,
    _ output: UnsafeMutableRawBufferPointer
  ) -> Result<Progress, StageFailure> {
    var skipped = 0
    if isAtEnd {
      // Archives may be padded with zeros after the last member.
      while skipped < input.count, input[skipped] == 0 { skipped += 1 }
      guard skipped < input.count else { return .success(Progress(consumed: skipped, produced: 0)) }
      guard input[skipped] == compression.magic[0] else {
        return .failure(.damaged(compression, "unknown bytes follow it"))
      }
      inflateReset(stream)
      isAtEnd = false
    }
    let rest = UnsafeRawBufferPointer(rebasing: input[skipped...])
    // zlib does not write through this pointer, it only is declared so.
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: rest.baseAddress?.assumingMemoryBound(to: Bytef.self))
    stream.pointee.avail_in = uInt(rest.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: Bytef.self)
    stream.pointee.avail_out = uInt(output.count)
    let code = inflate(stream, Z_NO_FLUSH)
    let progress = Progress(
      consumed: input.count - Int(stream.pointee.avail_in),
      produced: output.count - Int(stream.pointee.avail_out))
    switch code {
    case Z_OK, Z_BUF_ERROR: return .success(progress)
    case Z_STREAM_END:
      isAtEnd = true
      return .success(progress)
    // What was good comes first; the next step fails again.
    case _ where progress.produced > 0: return .success(progress)
    case Z_MEM_ERROR: return .failure(.system(ENOMEM, "cannot decompress"))
    default:
      let message = stream.pointee.msg.map { String(cString: $0) } ?? "unknown format"
      return .failure(.damaged(compression, message))
    }
  }

  private func zstdStep(
    _ stream: OpaquePointer, _ input: UnsafeRawBufferPointer,
    _ output: UnsafeMutableRawBufferPointer
  ) -> Result<Progress, StageFailure> {
    // With nothing left over from before, nothing is to be done without input.
    if isAtEnd && input.isEmpty { return .success(Progress(consumed: 0, produced: 0)) }
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let code = ZSTD_decompressStream(stream, &target, &source)
    guard ZSTD_isError(code) == 0 else {
      let message = String(cString: ZSTD_getErrorName(code))
      return .failure(.damaged(compression, message.prefix(1).lowercased() + message.dropFirst()))
    }
    isAtEnd = code == 0
    return .success(Progress(consumed: source.pos, produced: target.pos))
  }
}
