/// A key that the same object has already.
enum DuplicateKey: Rule {
    static let metadata = RuleMetadata(
        id: "duplicate-key", wing: .grammar, severity: .error, kinds: .json, fixes: [.preserving, .suggestion],
        references: [
            .documentation("https://www.rfc-editor.org/rfc/rfc8259#section-4"),
            .peer(.parliament, "MALFORMED_JSON"),
        ])

    static func check(_ document: Document, _ context: inout RuleContext) {
        for oddity in document.oddities {
            guard case .duplicateKey(let key, let first) = oddity.kind else { continue }
            let found = object(withKeyAt: oddity.span, in: document)
            let isSame = found.map { isRepetition($0.object, at: $0.index, of: first) } ?? false
            context.report(
                .duplicateKey(key, isSame: isSame), at: oddity.span,
                fix: found.flatMap { fix($0.object, at: $0.index, key: key, isSame: isSame, context) },
                related: [Diagnostic.Related("the first `\(key)`", at: first)])
        }
    }

    private static func object(withKeyAt span: SourceSpan, in document: Document) -> (object: JSONNode, index: Int)? {
        // Rare enough to read the document once more.
        let reader = try? JSONReader(document.text.bytes, in: document.span.range)
        return reader?.root.object(withKeyAt: span)
    }

    private static func isRepetition(_ object: JSONNode, at index: Int, of first: SourceSpan) -> Bool {
        guard let members = object.object, let original = members.first(where: { $0.key.span == first }) else {
            return false
        }
        return members[index].value.hasSameValue(as: original.value)
    }

    private static func fix(
        _ object: JSONNode, at index: Int, key: String, isSame: Bool, _ context: RuleContext
    ) -> Fix? {
        if isSame {
            return Fix("remove the repetition", .preserving, context.editing.removeMember(at: index, of: object))
        }
        guard let earlier = object.object?[..<index].lastIndex(where: { $0.key.value == key }) else { return nil }
        return Fix(
            "keep the last `\(key)`, as most readers do", .suggestion,
            context.editing.removeMember(at: earlier, of: object))
    }
}

extension Message {
    fileprivate static func duplicateKey(_ key: String, isSame: Bool) -> Message {
        isSame
            ? Message("`\(key.excerpt)` stands here twice with the same value", help: "remove one of the two")
            : Message(
                "`\(key.excerpt)` stands here twice with different values, and readers disagree about which counts",
                help: "keep the one that is meant; most JSON readers silently keep the last")
    }
}
