import Diagnostics
import Evaluation
import TextKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a training needs to go on after an interruption: a file beside the model, put in place at
/// once after each round.
struct Checkpoint {
  /// Of the examples and the options that weights depend on; another training is not gone on with.
  var fingerprint: UInt64
  var round: Int
  var numbers: [Float]

  /// Reads a file; `nil` if there is none, none of this training, or a damaged one.
  init?(_ path: String, fingerprint: UInt64, count: Int) {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var header: [UInt64] = [0, 0, 0]
    var numbers = [Float](repeating: 0, count: count)
    guard fread(&header, 8, 3, file) == 3, header[0] == fingerprint,
      fread(&numbers, 4, count, file) == count, fgetc(file) == EOF, header[1] < 1 << 20
    else { return nil }
    self.init(fingerprint: fingerprint, round: Int(header[1]), numbers: numbers)
    guard header[2] == checksum else { return nil }
  }

  init(fingerprint: UInt64, round: Int, numbers: [Float]) {
    self.fingerprint = fingerprint
    self.round = round
    self.numbers = numbers
  }

  private var checksum: UInt64 {
    numbers.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: UInt8.self) { hashBytes($0.span, seed: UInt64(round)) }
    }
  }

  func write(to path: String) throws(EvaluationProblem) {
    let partial = path + ".partial"
    guard let file = fopen(partial, "wb") else { throw Self.problem(path) }
    let header = [fingerprint, UInt64(round), checksum]
    var isWritten = fwrite(header, 8, 3, file) == 3
    isWritten = fwrite(numbers, 4, numbers.count, file) == numbers.count && isWritten
    isWritten = fflush(file) == 0 && fsync(fileno(file)) == 0 && isWritten
    isWritten = fclose(file) == 0 && isWritten
    guard isWritten, rename(partial, path) == 0 else {
      let problem = Self.problem(path)
      unlink(partial)
      throw problem
    }
  }

  private static func problem(_ path: String) -> EvaluationProblem {
    EvaluationProblem("'\(path)' cannot be written: \(Wording.systemMessage(errno))")
  }
}

func removeFile(_ path: String) { unlink(path) }
