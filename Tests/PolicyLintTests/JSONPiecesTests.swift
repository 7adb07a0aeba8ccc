import Testing

@testable import PolicyLint

/// Large texts, which json-c reads in pieces.
@Suite struct JSONPiecesTests {
    @Test("A text read in pieces is the text read at once", arguments: [0, 1, 20, 200])
    func pieces(size: Int) throws {
        let odd = #"{"a": [1, 2.50, {"a": 1, "\u0061": [true, null]}], "a": "x", "": {}}"#
        for text in PageExample.all.filter(\.isBareJSON).map(\.text) + [odd, "[]", "7", "\u{FEFF}[\"a\"]"] {
            let bytes = Array(text.utf8)
            guard let whole = try? JSONReader(bytes) else { continue }
            let pieces = try JSONReader(bytes, inPiecesOf: size)
            #expect(Self.words(pieces.root) == Self.words(whole.root), "\(text)")
            #expect(pieces.oddities.map(\.span) == whole.oddities.map(\.span), "\(text)")
        }
    }

    /// A value, its parts and their places, in words.
    private static func words(_ node: JSONNode) -> String {
        let value =
            switch node.value {
            case .null: "null"
            case .bool(let value): "\(value)"
            case .number(let text): text
            case .string(let text): "\"\(text)\""
            case .array(let elements): "[" + elements.map(words).joined(separator: " ") + "]"
            case .object(let members):
                "{" + members.map { "\($0.key.value)@\($0.key.span.range): \(words($0.value))" }.joined(separator: " ")
                    + "}"
            }
        return "\(value)@\(node.span.range)"
    }
}
