// swift-tools-version: 6.2
import PackageDescription

// StageKit is a package of its own so that the program and every separately built stage load one
// shared copy of it: two targets of one package would link a library target statically.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "StageKit",
  platforms: [.macOS("26.0")],
  products: [
    .library(
      name: "StageKit", type: .dynamic, targets: ["StageKit", "TextKit", "StageConformance"]),
    .plugin(name: "StageFingerprint", targets: ["StageFingerprint"]),
  ],
  targets: [
    .target(
      name: "TextKit", swiftSettings: settings,
      // The standard library's rounding calls into the mathematics library, which nothing else names.
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .plugin(name: "StageFingerprint", capability: .buildTool(), exclude: ["write-fingerprint"]),
    .target(name: "StageKit", dependencies: ["TextKit"], swiftSettings: settings),
    .target(
      name: "StageConformance", dependencies: ["StageKit", "TextKit"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
