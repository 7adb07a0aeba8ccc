/// A list that says the same twice.
enum DuplicateListMember: StatementRule {
    static let metadata = RuleMetadata(
        id: "duplicate-list-member", wing: .grammar, severity: .note, kinds: .policies, fixes: [.preserving],
        references: [.accessAnalyzer("REDUNDANT_ACTION"), .accessAnalyzer("REDUNDANT_RESOURCE")])

    static let concerns: Statement.Contents = .repetitions

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        check(statement.action.value, "REDUNDANT_ACTION", ignoringCase: true, &context)
        check(statement.notAction.value, "REDUNDANT_ACTION", ignoringCase: true, &context)
        check(statement.resource.value, "REDUNDANT_RESOURCE", &context)
        check(statement.notResource.value, "REDUNDANT_RESOURCE", &context)
        check(statement.principal.value, &context)
        check(statement.notPrincipal.value, &context)
        // A quick look, as it is with lists.
        for condition in statement.conditions where condition.sketches.mayRepeat {
            check(condition.values, condition.sketches, condition.keyMember.value, .none, &context)
        }
    }

    private static func check(_ block: PrincipalBlock?, _ context: inout RuleContext) {
        for entry in block?.entries ?? [] { check(entry.list, .none, &context) }
    }

    private static func check(
        _ list: StringList?, _ issue: Message.Issue, ignoringCase: Bool = false, _ context: inout RuleContext
    ) {
        // A quick look that spares most lists the careful one.
        guard let list, list.sketches.mayRepeat else { return }
        check(list.items, list.sketches, list.node, issue, ignoringCase: ignoringCase, &context)
    }

    private static func check(
        _ items: [Located<String>], _ sketches: [TextSketch], _ node: JSONNode, _ issue: Message.Issue,
        ignoringCase: Bool = false, _ context: inout RuleContext
    ) {
        let repeated = repeatedHashes(sketches)
        var first: [String: Located<String>] = [:]
        // A quick look: in long lists, too, few stand twice.
        for (item, sketch) in zip(items, sketches) where repeated.contains(sketch.hash.value) {
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

    /// The hashes that more than one text has.
    private static func repeatedHashes(_ sketches: [TextSketch]) -> Set<UInt64> {
        let hashes = sketches.map(\.hash.value).sorted()
        return Set(zip(hashes, hashes.dropFirst()).lazy.filter { $0 == $1 }.map { $0.0 })
    }
}

extension Message {
    fileprivate static func repeated(_ text: String, _ issue: Issue) -> Message {
        Message("`\(text.excerpt)` stands in this list already", help: "remove the repetition", issue: issue)
    }
}
