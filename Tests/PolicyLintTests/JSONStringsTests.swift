import Testing

@testable import PolicyLint

/// Strings that are looked at in the tree of their text.
@Suite struct JSONStringsTests {
    /// What is taken for strings of a JSON value, each with the text at its place, and the texts of the others.
    private func strings(
        in text: String, takesScalars: Bool
    ) throws -> (strings: [String], places: [String], others: [String]) {
        let bytes = Array(text.utf8)
        func part(_ span: SourceSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }
        let (strings, others) = try JSONReader(bytes).root.strings(takesScalars: takesScalars)
        #expect(strings.sketches.map(\.hash) == strings.map { TextHash($0.value) })
        #expect(strings.sketches.traits == strings.reduce(into: []) { $0.formUnion(TextSketch($1.value).traits) })
        return (strings.map(\.value), strings.map { part($0.span) }, others.map { part($0.span) })
    }

    @Test("The elements of an array, or one value alone, with their places")
    func plain() throws {
        let list = try strings(in: #"[ "a", "\u0062*" , "" ]"#, takesScalars: false)
        #expect(list.strings == ["a", "b*", ""])
        #expect(list.places == [#""a""#, #""\u0062*""#, #""""#])
        #expect(list.others.isEmpty)
        let one = try strings(in: #" "a" "#, takesScalars: false)
        #expect(one.strings == ["a"] && one.places == [#""a""#])
        #expect(try strings(in: "[]", takesScalars: false) == ([], [], []))
        #expect(try strings(in: "[]", takesScalars: true) == ([], [], []))
    }

    @Test("What stands among them and is no string is told apart")
    func others() throws {
        let text = #"["a", 1, {"b": ["c", "d"]}, "e", [], null, true, "f", ["g"]]"#
        let list = try strings(in: text, takesScalars: false)
        #expect(list.strings == ["a", "e", "f"] && list.places == [#""a""#, #""e""#, #""f""#])
        #expect(list.others == ["1", #"{"b": ["c", "d"]}"#, "[]", "null", "true", #"["g"]"#])
        let scalars = try strings(in: text, takesScalars: true)
        #expect(scalars.strings == ["a", "1", "e", "true", "f"])
        #expect(scalars.places == [#""a""#, "1", #""e""#, "true", #""f""#])
        #expect(scalars.others == [#"{"b": ["c", "d"]}"#, "[]", "null", #"["g"]"#])
    }

    @Test("A value that is no string, alone", arguments: ["{}", #"{"a": "b"}"#, "null"])
    func alone(text: String) throws {
        for takesScalars in [false, true] {
            #expect(try strings(in: text, takesScalars: takesScalars) == ([], [], [text]))
        }
        #expect(try strings(in: "1.50", takesScalars: true) == (["1.50"], ["1.50"], []))
        #expect(try strings(in: "false", takesScalars: true) == (["false"], ["false"], []))
        #expect(try strings(in: "false", takesScalars: false) == ([], [], ["false"]))
    }
}
