import Testing

/// The rooms of `Sources/PolicyLint`, from the ground up. A room may name what is in the rooms below it and
/// on its own floor, and nothing above.
@Suite struct RoomTests {
    private static let floors = [
        ["Source"], ["JSON"], ["Documents"], ["Knowledge", "Reasoning"], ["Fixes"], ["Rules"], ["Configuration"],
        ["Linter"], ["Account"], ["Reports"],
    ]

    private static func room(of file: Checkout.File) -> String? {
        file.folders.count > 2 ? file.folders[2] : nil
    }

    private static func floor(of room: String) -> Int? { floors.firstIndex { $0.contains(room) } }

    /// The floor on which each type is declared that is not inside another.
    private static let declarations: [String: Int] = {
        var result: [String: Int] = [:]
        for file in Checkout.swiftFiles(below: "Sources/PolicyLint") {
            guard let floor = room(of: file).flatMap(floor(of:)) else { continue }
            for name in SwiftCode(file.text ?? "").declaredTypes { result[name] = floor }
        }
        return result
    }()

    @Test("Every source file is in a room")
    func everyFileIsInARoom() {
        let files = Checkout.swiftFiles(below: "Sources/PolicyLint")
        #expect(files.count > 100)
        for file in files { #expect(Self.room(of: file).flatMap(Self.floor(of:)) != nil, "\(file)") }
    }

    @Test("A room names nothing of the rooms above", arguments: Checkout.swiftFiles(below: "Sources/PolicyLint"))
    func namesPointDownwards(file: Checkout.File) throws {
        let floor = try #require(Self.room(of: file).flatMap(Self.floor(of:)))
        let above = SwiftCode(try #require(file.text)).typeNames.filter { Self.declarations[$0] ?? 0 > floor }
        #expect(above.sorted() == [], "these are declared in rooms above")
    }

    @Test("The types of every floor are found")
    func declarationsAreFound() {
        #expect(Set(Self.declarations.values) == Set(Self.floors.indices))
        #expect(Self.declarations["SourceFile"] == 0)
        #expect(Self.declarations["Linter"] == 7)
    }

    @Test("Reports see metadata and diagnostics, never rules")
    func reportsSeeNoRules() throws {
        let rules = HouseRules.typeNames.union(HouseRules.protocols).union(["RuleContext", "RuleIndex"])
            .union(ControlFileTests.typeNames).union(["Control", "ControlIndex"])
        for file in Checkout.swiftFiles(below: "Sources/PolicyLint/Reports") {
            #expect(SwiftCode(try #require(file.text)).typeNames.intersection(rules).sorted() == [], "\(file)")
        }
    }

    @Test("architecture.md shows the rooms that there are")
    func theTableOfRooms() throws {
        let page = try #require(Checkout.files.first { $0.path == "docs/architecture.md" }?.text)
        let shown = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "`").dropFirst().first }.map { $0.drop { $0 == "/" } }
        #expect(shown.map { String($0.dropLast()) } == Self.floors.flatMap { $0 })
        let folders = Set(Checkout.swiftFiles(below: "Sources/PolicyLint").compactMap(Self.room))
        #expect(folders == Set(Self.floors.flatMap { $0 }))
    }
}
