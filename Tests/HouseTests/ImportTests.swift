import Testing

/// Who may import what.
@Suite struct ImportTests {
    private static let doors: [(module: String, place: String)] = [
        ("CJSONC", "Sources/PolicyLint/JSON/"),
        ("CYAML", "Sources/PolicyLint/Configuration/"),
        ("CServiceCatalogue", "Sources/PolicyLint/Knowledge/Catalogue/"),
        ("ArgumentParser", "Sources/lint-cli/"),
        ("Glibc", "Sources/lint-cli/Platform"),
        ("Musl", "Sources/lint-cli/Platform"),
    ]
    /// Modules that need no door.
    private static let free: Set<String> = ["PolicyLint", "Synchronization"]

    @Test("A module is imported only where its door is", arguments: Checkout.swiftFiles(below: "Sources"))
    func modulesHaveDoors(file: Checkout.File) throws {
        for module in SwiftCode(try #require(file.text)).imports.subtracting(Self.free) {
            let isOpen = Self.doors.contains { $0.module == module && file.path.hasPrefix($0.place) }
            #expect(isOpen, "\(file) imports \(module)")
        }
    }

    @Test("Every library that the package builds on is used")
    func librariesAreUsed() {
        let used = Set(Checkout.swiftFiles(below: "Sources").flatMap { SwiftCode($0.text ?? "").imports })
        #expect(used.isSuperset(of: ["CJSONC", "CYAML", "CServiceCatalogue", "ArgumentParser", "Glibc"]))
    }

    @Test("Sources do without what hides errors", arguments: Checkout.swiftFiles(below: "Sources"))
    func noShortcuts(file: Checkout.File) throws {
        let code = SwiftCode(try #require(file.text)).text
        for word in ["try!", "as!", "@unchecked", "nonisolated(unsafe)"] { #expect(!code.contains(word), "\(word)") }
    }
}
