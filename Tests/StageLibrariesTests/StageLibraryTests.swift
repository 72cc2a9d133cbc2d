import Foundation
import StageLibraries
import TestSupport
import Testing

/// What is refused before anything of a library runs. That libraries work is tried by `.ci/custom-stages`,
/// which builds some.
@Suite struct StageLibraryTests {
  private func problem(_ path: String) -> String? {
    do throws(StageLibraryProblem) {
      _ = try StageLibrary.load(path)
      return nil
    } catch {
      return error.message
    }
  }

  @Test func fingerprintIsThatOfTheSources() {
    #expect(StageLibrary.ownFingerprint.utf8.count == 16)
    let isHexadecimal = StageLibrary.ownFingerprint.allSatisfy { $0.isHexDigit }
    #expect(isHexadecimal)
  }

  @Test func whatIsNotThereIsTold() {
    #expect(problem("/nonexistent") == "there is no '/nonexistent'")
  }

  @Test func aFolderWithoutLibrarySaysHowToBuildOne() throws {
    let workplace = try Workplace()
    #expect(
      problem(workplace.path) == "'\(workplace.path)' holds no library of stages: build it with "
        + "'wireroom build-stage \(workplace.path)'")
  }

  @Test func aFileWithoutFingerprintIsNoLibraryOfStages() throws {
    let workplace = try Workplace()
    try workplace.write("libOther.so", "stagekit-fingerprint: is not what stands here")
    let path = workplace.url("libOther.so").path
    #expect(
      problem(path)
        == "'\(path)' is no library of stages: its target lacks the plugin StageFingerprint")
  }

  /// Such a file could not even be loaded: nothing is tried before the fingerprint is right.
  @Test(arguments: [0, 1, 262_120, 262_144, 300_001])
  func anotherFingerprintIsRefusedWhereverItStands(_ offset: Int) throws {
    let workplace = try Workplace()
    let padding = String(repeating: "s", count: offset)
    try workplace.write(
      ".build/release/libShout.so", padding + "stagekit-fingerprint:00112233aabbccdd;\0more")
    #expect(
      problem(workplace.path) == "'\(workplace.path)/.build/release/libShout.so' was built against "
        + "StageKit 00112233aabbccdd, this program has \(StageLibrary.ownFingerprint): rebuild it "
        + "with 'wireroom build-stage \(workplace.path)'")
  }

  @Test func whatHasTheFingerprintAndIsNoLibraryIsTold() throws {
    let workplace = try Workplace()
    try workplace.write("libX.so", "stagekit-fingerprint:\(StageLibrary.ownFingerprint);")
    #expect(problem(workplace.path)?.contains("cannot be loaded: ") == true)
  }

  /// A library that was compiled with other settings needs what this program does not have.
  @Test func undefinedSymbolsGetTheMessageOfAnotherFingerprint() throws {
    let workplace = try Workplace()
    try workplace.write(
      "shout.c",
      """
      const char mark[] = "stagekit-fingerprint:\(StageLibrary.ownFingerprint);";
      void __tsan_is_not_here(void);
      void *wireroom_stages(void) { __tsan_is_not_here(); return 0; }

      """)
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = ["clang", "-shared", "-fPIC", "-o", "libShout.so", "shout.c"]
    compiler.currentDirectoryURL = URL(fileURLWithPath: workplace.path)
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0)
    #expect(
      problem(workplace.path) == "'\(workplace.path)/libShout.so' was built against StageKit "
        + "\(StageLibrary.ownFingerprint) with other settings (undefined symbol: "
        + "__tsan_is_not_here), this program has \(StageLibrary.ownFingerprint): rebuild it with "
        + "'wireroom build-stage \(workplace.path)'")
  }
}
