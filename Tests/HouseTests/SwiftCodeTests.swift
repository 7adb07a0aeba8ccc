import Testing

/// The other tests of the house lean on what is code and what is not.
@Suite struct SwiftCodeTests {
    private static let code = SwiftCode(
        ###"""
        // Comment
        import class Module.Thing
        import Other
        public final class Outer: Base<Argument> {
            struct Inner {}  /* Block */
            let text = "String \(Interpolated("Nested")) String"
        }
        private let long = """
            import Nothing
            struct Text {}
            """
        let raw = ##"Raw "# \(Raw) \##(Real)"##
        extension Outer { enum More {} }
        protocol Way {}

        """###)

    @Test("Comments and strings are no code; interpolations are")
    func typeNames() {
        #expect(
            Self.code.typeNames == [
                "Module", "Thing", "Other", "Outer", "Base", "Argument", "Inner", "Interpolated", "Real", "More", "Way",
            ])
    }

    @Test("Declarations are those outside of any other")
    func declaredTypes() { #expect(Self.code.declaredTypes == ["Outer", "Way"]) }

    @Test("Imports are found")
    func imports() { #expect(Self.code.imports == ["Module.Thing", "Other"]) }
}
