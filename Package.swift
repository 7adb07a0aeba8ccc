// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "PolicyLint",
    products: [
        .library(name: "PolicyLint", targets: ["PolicyLint"]),
        .executable(name: "policylint", targets: ["policylint"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // The system's json-c: reads every JSON value and writes every JSON byte.
        .systemLibrary(name: "CJSONC", pkgConfig: "json-c", providers: [.apt(["libjson-c-dev"])]),
        // The system's libyaml: reads the configuration.
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

        // What is known of AWS's services: a text that lies in the program as it is. scripts/update-catalogue
        // writes it.
        .target(name: "CServiceCatalogue", exclude: ["catalogue.txt", "NOTICE.txt"]),

        .target(
            name: "PolicyLint",
            dependencies: ["CJSONC", "CYAML", "CServiceCatalogue"],
            // Swift's library rounds with libm, which only a program that imports libc links by itself.
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))],
            plugins: ["RuleIndexPlugin"]
        ),
        .executableTarget(
            name: "policylint",
            dependencies: [
                "PolicyLint",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/lint-cli"
        ),

        // Finds the rules in Sources/PolicyLint/Rules and their pages in rules/, so that adding a
        // rule touches no list.
        .plugin(name: "RuleIndexPlugin", capability: .buildTool(), dependencies: ["RuleIndexTool"]),
        .executableTarget(name: "RuleIndexTool", path: "Plugins/RuleIndexTool"),

        // What people see, word by word; the tests read the folder from the checkout.
        .testTarget(name: "PolicyLintTests", dependencies: ["PolicyLint"], exclude: ["Golden"]),
        .testTarget(name: "CommandLineTests", dependencies: ["policylint"]),
        .testTarget(name: "HouseTests", dependencies: ["PolicyLint"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x
)
