import Testing

@testable import PolicyLint

/// A control is one Swift file, and knows of no other.
@Suite struct ControlFileTests {
    /// The names of the controls' types.
    static let typeNames = Set(ControlCatalogue.controls.map { String(describing: $0) })

    private static let files = Checkout.swiftFiles(below: "Sources/PolicyLint/Account/Controls")

    @Test("Every control has its file, in the folder of its group, and its own id")
    func everyControlHasItsFile() {
        #expect(!Self.files.isEmpty)
        for type in ControlCatalogue.controls {
            let metadata = type.metadata
            let file = Self.files.first { $0.stem == String(describing: type) }
            #expect(file?.folders.last?.lowercased() == metadata.group.rawValue, "\(type)")
            #expect(file?.stem.lowercased() == metadata.id.filter { $0 != "-" }, "\(type)")
            #expect(metadata.id.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil)
        }
        #expect(Set(ControlCatalogue.all.map(\.id)).count == ControlCatalogue.all.count)
    }

    @Test("Every file of a group is that of a control, and was found by the index", arguments: files)
    func everyFileIsAControl(file: Checkout.File) throws {
        #expect(Self.typeNames.contains(file.stem))
        #expect(SwiftCode(try #require(file.text)).text.contains("let metadata = ControlMetadata("))
    }

    @Test("A control names no other", arguments: files)
    func controlsAreStrangers(file: Checkout.File) throws {
        let named = SwiftCode(try #require(file.text)).typeNames.intersection(Self.typeNames)
        #expect(named.subtracting([file.stem]).sorted() == [])
    }

    @Test("Titles and reasons are words of a sentence", arguments: ControlCatalogue.all.map(\.id))
    func words(id: String) throws {
        let control = try #require(ControlCatalogue.metadata(for: id))
        for text in [control.title, control.closes] {
            #expect(text.first?.isUppercase == false && !text.hasSuffix("."), "\(text)")
        }
    }
}
