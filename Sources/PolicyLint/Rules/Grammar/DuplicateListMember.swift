/// A list that says the same twice.
enum DuplicateListMember: StatementRule {
    static let metadata = RuleMetadata(
        id: "duplicate-list-member", wing: .grammar, severity: .note, kinds: .policies, fixes: [.preserving],
        references: [.accessAnalyzer("REDUNDANT_ACTION"), .accessAnalyzer("REDUNDANT_RESOURCE")])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        check(statement.actions, statement.action, "REDUNDANT_ACTION", ignoringCase: true, &context)
        check(statement.notActions, statement.notAction, "REDUNDANT_ACTION", ignoringCase: true, &context)
        check(statement.resources, statement.resource, "REDUNDANT_RESOURCE", &context)
        check(statement.notResources, statement.notResource, "REDUNDANT_RESOURCE", &context)
        check(statement.principal, &context)
        check(statement.notPrincipal, &context)
        for condition in statement.conditions { check(condition.values, condition.keyMember.value, .none, &context) }
    }

    private static func check(_ element: Element<PrincipalBlock>, _ context: inout RuleContext) {
        for entry in element.value?.entries ?? [] {
            if let list = entry.list { check(list.items, list.node, .none, &context) }
        }
    }

    private static func check(
        _ items: [Located<String>], _ element: borrowing Element<StringList>, _ issue: Message.Issue,
        ignoringCase: Bool = false, _ context: inout RuleContext
    ) {
        // A quick look that spares most lists the careful one.
        guard mayRepeat(items), let node = element.value?.node else { return }
        check(items, node, issue, ignoringCase: ignoringCase, &context)
    }

    private static func check(
        _ items: [Located<String>], _ node: JSONNode, _ issue: Message.Issue, ignoringCase: Bool = false,
        _ context: inout RuleContext
    ) {
        // A quick look that spares most lists the careful one.
        guard mayRepeat(items) else { return }
        var first: [String: Located<String>] = [:]
        for item in items {
            let key = ignoringCase ? item.value.lowercased() : item.value
            guard let original = first.updateValue(item, forKey: key) else { continue }
            first[key] = original
            let edits = context.editing.removeElement(at: item.span, of: node)
            context.report(
                .repeated(item.value, issue), at: item.span,
                fix: edits.map { Fix("remove the repetition", .preserving, $0) },
                related: [Diagnostic.Related("`\(original.value)` stands here", at: original.span)])
        }
    }

    /// Whether two items are equal but for case, or happen to have the same hash. It costs one walk over
    /// the letters, and no memory for lists of usual length.
    private static func mayRepeat(_ items: [Located<String>]) -> Bool {
        if items.count <= 8 {
            if items.count < 2 { return false }
            for index in items.indices.dropFirst() {
                for earlier in 0..<index where items[earlier].value.equalsIgnoringCase(items[index].value) {
                    return true
                }
            }
            return false
        }
        let hashes = items.map { hash($0.value) }.sorted()
        return zip(hashes, hashes.dropFirst()).contains { $0 == $1 }
    }

    /// FNV-1a over the letters in lower case.
    private static func hash(_ text: String) -> UInt64 {
        text.withBytes { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte.asciiLowercased)) &* 0x100_0000_01B3 }
            return hash
        }
    }
}

extension Message {
    fileprivate static func repeated(_ text: String, _ issue: Issue) -> Message {
        Message("`\(text.excerpt)` stands in this list already", help: "remove the repetition", issue: issue)
    }
}
