// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The public interface for stages. A package of its own with a dynamic product, so that stages
/// that are built elsewhere share one copy of it with the program.
let stageKit: Target.Dependency = .product(name: "StageKit", package: "StageKit")

/// A C library of the system, found by pkg-config.
func systemLibrary(_ name: String, _ pkgConfig: String?, apt: String, brew: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/\(name)", pkgConfig: pkgConfig,
    providers: [.apt([apt]), .brew([brew])])
}

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A stage: one folder under `Stages`. It may import StageKit and C libraries of its own, nothing else;
/// only the one that speaks with other programs needs StageProtocol as well.
func stage(
  _ name: String, _ libraries: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: [stageKit] + libraries, path: "Stages/\(name)",
    exclude: ["README.md"] + exclude, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target
{
  .executableTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + [stageKit], path: "Tests/\(name)", exclude: exclude,
    swiftSettings: settings)
}

let stages = ["Fetch", "Clean", "Segment", "Tag", "Summarise", "Exec", "Write"]

let package = Package(
  name: "wireroom",
  platforms: [.macOS("26.0")],
  products: [
    .executable(name: "wireroom", targets: ["wireroom"]),
    .executable(name: "wireroom-bench", targets: ["wireroom-bench"]),
    // Only for tests, which load it into the program; a product because it has to be a file.
    .library(name: "CrashFaults", type: .dynamic, targets: ["CrashFaults"]),
  ],
  dependencies: [.package(path: "Sources/StageKit")],
  targets: [
    systemLibrary("CNettle", "nettle", apt: "nettle-dev", brew: "nettle"),
    systemLibrary("CSQLite", "sqlite3", apt: "libsqlite3-dev", brew: "sqlite"),
    .systemLibrary(name: "CSystem", path: "Sources/CSystem"),
    // In C because a signal handler may call next to nothing.
    .target(name: "CCrashNote"),
    // In C because what counts allocations must itself make none.
    .target(name: "CAllocationCount"),
    systemLibrary("CUchardet", "uchardet", apt: "libuchardet-dev", brew: "uchardet"),
    // Its pkg-config file names a flag that packages may not use; the module map links it.
    systemLibrary("CUTF8Proc", nil, apt: "libutf8proc-dev", brew: "utf8proc"),
    systemLibrary("CXML", "libxml-2.0", apt: "libxml2-dev", brew: "libxml2"),
    systemLibrary("CYAML", "yaml-0.1", apt: "libyaml-dev", brew: "libyaml"),
    systemLibrary("CZlib", "zlib", apt: "zlib1g-dev", brew: "zlib"),
    systemLibrary("CZstd", "libzstd", apt: "libzstd-dev", brew: "zstd"),

    module("Diagnostics", []),
    module("Schedule", []),
    module("PipelineFile", ["Diagnostics", "Schedule", stageKit, "CYAML"]),
    module("Evaluation", ["Diagnostics", stageKit]),
    module("SegmentTraining", ["Segment", "Evaluation", stageKit]),
    module("TagTraining", ["Tag", "Evaluation", "Diagnostics", stageKit]),
    module("Ledger", [stageKit, "CSQLite"]),
    .target(
      name: "StageProtocol", dependencies: [stageKit, "CSystem"], exclude: ["README.md"],
      swiftSettings: settings),
    // Knows which StageKit this program has, to compare it with that of a library.
    .target(
      name: "StageLibraries", dependencies: [stageKit], swiftSettings: settings,
      plugins: [.plugin(name: "StageFingerprint", package: "StageKit")]),
    .target(
      name: "PipelineTesting",
      dependencies: ["PipelineFile", "Runner", "StageProtocol", "Diagnostics", stageKit],
      exclude: ["README.md"], swiftSettings: settings),
    module(
      "Runner",
      [
        "PipelineFile", "Ledger", "Diagnostics", "StageProtocol", "CCrashNote", "CNettle",
        stageKit,
      ]),
    module("StageCatalog", [stageKit] + stages.map { .target(name: $0) }),

    stage("Fetch", ["CZlib", "CZstd", "CUchardet", "CNettle"]),
    stage("Clean", ["CXML", "CUTF8Proc"]),
    stage("Segment", exclude: ["Model/README.md"]),
    // The built-in model of names.
    .target(name: "CTagModel", path: "Stages/Tag/Model/Embedded", exclude: ["names.model"]),
    stage(
      "Tag", ["CTagModel"],
      exclude: [
        "Links/README.md", "Links/make-tables", "Model/README.md", "Model/Embedded",
      ]),
    stage("Summarise"),
    stage("Exec", ["StageProtocol"]),
    stage("Write"),

    program(
      "wireroom",
      [
        "Runner", "Ledger", "PipelineFile", "Schedule", "Evaluation", "StageCatalog", "Diagnostics",
        "StageLibraries", "StageProtocol", "PipelineTesting", "SegmentTraining", "TagTraining",
        "CAllocationCount", stageKit,
      ]),
    program(
      "wireroom-bench", ["CSystem", "StageLibraries", "StageProtocol", stageKit],
      exclude: ["Results"]),

    tests("StageKitTests", ["TestSupport"]),
    tests("StageProtocolTests", ["StageProtocol", "TestSupport"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("PipelineFileTests", ["PipelineFile", "Diagnostics"]),
    tests(
      "EvaluationTests", ["Evaluation", "Diagnostics", "wireroom", "PipelineFile", "StageCatalog"]),
    tests("LedgerTests", ["Ledger"]),
    tests("RunnerTests", ["Runner", "Ledger", "PipelineFile", "Diagnostics"]),
    tests("ScheduleTests", ["Schedule"]),
    tests("FetchTests", ["Fetch"]),
    tests("CleanTests", ["Clean"], exclude: ["Golden"]),
    tests("SegmentTests", ["Segment", "SegmentTraining", "Evaluation", "TestSupport"]),
    tests("FuzzTests", ["Clean", "Segment", "TestSupport"]),
    tests("TagTests", ["Tag", "TagTraining", "Evaluation", "Segment", "Diagnostics"]),
    tests("SummariseTests", ["Summarise", "Segment"]),
    tests("ExecTests", ["Exec", "TestSupport"]),
    tests("WriteTests", ["Write"]),
    tests(
      "PipelineTests",
      ["StageCatalog", "Runner", "Ledger", "PipelineFile", "wireroom", "TestSupport"],
      exclude: ["Golden"]),
    tests("PipelineTestingTests", ["PipelineTesting", "wireroom", "TestSupport"]),
    tests("StageLibrariesTests", ["StageLibraries", "TestSupport"]),
    tests("CrashTests", ["wireroom", "Ledger", "CSQLite", "TestSupport"]),
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: settings),
    .target(name: "CrashFaults", path: "Tests/CrashFaults"),
  ],
  swiftLanguageModes: [.v6]
)
