/// Two keys of one object that differ only in the case of their letters.
enum KeyCaseCollision: PolicyRule {
    static let metadata = RuleMetadata(
        id: "key-case-collision", wing: .grammar, severity: .error, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("DUPLICATE_KEYS_WITH_DIFFERENT_CASE"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_structure.unknown_field"),
            .peer(.cfnLint, "E3510"),
        ])

    static let concerns: Statement.Contents = [.flaws, .emptyLists, .principals, .conditions]

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A quick look: of two spellings of one element the second is taken for none.
        if !policy.unknownMembers.isEmpty { check(policy.node, &context) }
        // A quick look, too.
        for statement in policy.statements where !statement.contents.isDisjoint(with: concerns) {
            // A quick look.
            if !statement.unknownMembers.isEmpty { check(statement.node, &context) }
            if let principal = statement.principal.value?.node { check(principal, &context) }
            if let principal = statement.notPrincipal.value?.node { check(principal, &context) }
            guard let operators = statement.condition.value?.node else { continue }
            check(operators, &context)
            for member in operators.members { check(member.value, &context) }
        }
    }

    private static func check(_ node: JSONNode, _ context: inout RuleContext) {
        guard node.entry.count > 1, let members = node.object else { return }
        if members.count > 16 {
            checkMany(members, node, &context)
            return
        }
        for (index, member) in members.enumerated().dropFirst() {
            guard let first = members[..<index].first(where: { collide($0, member) }) else { continue }
            report(first, index, node, &context)
        }
    }

    /// The same for objects in which comparing each with each would take long.
    private static func checkMany(_ members: [JSONMember], _ node: JSONNode, _ context: inout RuleContext) {
        var first: [String: JSONMember] = [:]
        for (index, member) in members.enumerated() {
            let key = member.key.value.lowercased()
            if let earlier = first[key] {
                if collide(earlier, member) { report(earlier, index, node, &context) }
            } else {
                first[key] = member
            }
        }
    }

    private static func collide(_ left: JSONMember, _ right: JSONMember) -> Bool {
        left.key.value.equalsIgnoringCase(right.key.value) && left.key.value != right.key.value
    }

    private static func report(_ first: JSONMember, _ index: Int, _ node: JSONNode, _ context: inout RuleContext) {
        guard let later = node.object?[index] else { return }
        let fix =
            first.value.hasSameValue(as: later.value)
            ? Fix("remove `\(later.key.value)`", .preserving, context.editing.removeMember(at: index, of: node)) : nil
        context.report(
            .collision(later.key.value, first.key.value), at: later.key.span, fix: fix,
            related: [Diagnostic.Related("`\(first.key.value)` stands here", at: first.key.span)])
    }
}

extension Message {
    fileprivate static func collision(_ later: String, _ first: String) -> Message {
        Message(
            "`\(later.excerpt)` and `\(first.excerpt)` differ only in the case of their letters, and AWS takes them for the same key",
            help: "merge the two under one key")
    }
}
