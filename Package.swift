// swift-tools-version: 6.2
import PackageDescription

/// The rules of the house, on for every Swift target: warnings are errors, pointers are marked
/// `unsafe`, imports say who may see them.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// For `make sanitize`: unoptimised, the tests of packing take seven times as long under a sanitizer.
let optimised: [SwiftSetting] =
  Context.environment["DRAFT_SANITIZE"] == nil ? [] : [.unsafeFlags(["-O"])]

/// A Swift room and the rooms below it that it may use.
func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house + optimised)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, resources: [.copy("Fixtures")], swiftSettings: house)
}

let package = Package(
  name: "draft",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "draft", targets: ["DraftCommand"]),
    .library(name: "Draft", targets: ["Draft"]),
    .library(name: "DraftCasework", targets: ["DraftCasework"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibZip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "CFiles"),
    .systemLibrary(name: "CSHA"),
    room("DraftLanguage", []),
    room("DraftWording", []),
    room("DraftXML", ["CLibXML2"]),
    room("DraftPackage", ["CLibZip", "CZlib", "DraftXML"]),
    room("DraftDocx", ["DraftPackage", "DraftXML", "DraftLanguage"]),
    room("DraftData", ["CLibYAML", "DraftPackage", "DraftXML", "DraftLanguage"]),
    room(
      "Draft",
      [
        "CFiles", "CSHA", "DraftDocx", "DraftPackage", "DraftWording", "DraftData", "DraftLanguage",
      ]),
    room("DraftCasework", ["Draft", "DraftWording"]),
    .executableTarget(
      name: "DraftCommand",
      dependencies: [
        "Draft", "DraftCasework",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Manual"],
      swiftSettings: house),
    tests("ArchitectureTests", ["DraftPackage"]),
    tests("DraftLanguageTests", ["DraftLanguage"]),
    tests("DraftWordingTests", ["DraftWording"]),
    tests("DraftXMLTests", ["DraftXML"]),
    tests("DraftPackageTests", ["DraftPackage", "TestSupport"]),
    .target(
      name: "TestSupport", dependencies: ["Draft", "DraftPackage", "DraftXML"],
      path: "Tests/TestSupport",
      swiftSettings: house),
    tests(
      "DraftDocxTests",
      ["DraftDocx", "DraftLanguage", "DraftPackage", "DraftXML", "DraftData", "TestSupport"]),
    tests("DraftDataTests", ["DraftData", "DraftLanguage", "TestSupport"]),
    tests("DraftTests", ["Draft", "DraftCasework", "DraftPackage", "DraftXML", "TestSupport"]),
    tests("DraftCaseworkTests", ["Draft", "DraftCasework"]),
    tests("DraftCommandTests", ["DraftCommand", "TestSupport"]),
  ]
)

// The benchmarks see the rooms from inside, but are no part of what others build.
if Context.environment["DRAFT_BENCH"] != nil {
  package.products.append(.executable(name: "draft-bench", targets: ["DraftBench"]))
  package.targets.append(
    .executableTarget(
      name: "DraftBench",
      // CZlib first: so the folder of libxml2's archive, if there is one, comes before the system's for
      // the linker, as it does for `draft`.
      dependencies: ["CZlib", "Draft", "DraftDocx", "DraftPackage", "DraftWording"],
      path: "Benchmarks/DraftBench", swiftSettings: house))
}
