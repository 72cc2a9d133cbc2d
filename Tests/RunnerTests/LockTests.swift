import Dispatch
import Foundation
import Testing

@testable import Runner

/// The lock that lets only one run of a pipeline go on.
@Suite struct LockTests {
  /// Whether the lock could be had, which lets it go at once.
  private func isFree(_ path: String) throws -> Bool {
    guard let lock = try ProcessLock.acquire(path) else { return false }
    _ = consume lock
    return true
  }

  @Test func lookingAtTheLockNeverKeepsARunFromStarting() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/lock"
    let isHeldBefore = try ProcessLock.isHeld(path)
    #expect(!isHeldBefore)
    var refusals = try isFree(path) ? 0 : 1
    let mayEnd = Guarded(false)
    let looks = DispatchGroup()
    for _ in 0..<2 {
      DispatchQueue.global().async(group: looks) {
        while !mayEnd.withLock({ $0 }) { _ = try? ProcessLock.isHeld(path) }
      }
    }
    for _ in 0..<3000 where try !isFree(path) { refusals += 1 }
    #expect(refusals == 0)
    let lock = try ProcessLock.acquire(path)
    let isHeld = try ProcessLock.isHeld(path)
    let isFree = try isFree(path)
    #expect(isHeld && !isFree)
    _ = consume lock
    mayEnd.withLock { $0 = true }
    looks.wait()
  }

  @Test func isFreeAtOnceWhereChildrenAreBeingStarted() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/lock"
    let mayEnd = Guarded(false)
    let starts = DispatchGroup()
    DispatchQueue.global().async(group: starts) {
      while !mayEnd.withLock({ $0 }) {
        let child = Process()
        child.executableURL = URL(filePath: "/bin/true")
        try? child.run()
        child.waitUntilExit()
      }
    }
    var refusals = 0
    for _ in 0..<20_000 where try !isFree(path) { refusals += 1 }
    mayEnd.withLock { $0 = true }
    starts.wait()
    #expect(refusals == 0)
  }
}
