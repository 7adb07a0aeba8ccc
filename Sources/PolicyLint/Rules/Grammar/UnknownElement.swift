/// A key of a policy or statement that is no element of the policy language.
enum UnknownElement: PolicyRule {
    static let metadata = RuleMetadata(
        id: "unknown-element", wing: .grammar, severity: .error, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("INVALID_POLICY_ELEMENT"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_structure.unknown_policy_field"),
            .peer(.iamPolicyValidator, "policy_structure.unknown_field"),
            .peer(.iamPolicyValidator, "policy_structure.missing_effect"),
            .peer(.iamPolicyValidator, "policy_structure.missing_action"),
            .peer(.iamPolicyValidator, "policy_structure.missing_resource"), .peer(.cfnLint, "E3510"),
            .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static let concerns: Statement.Contents = .flaws

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        report(
            policy.misspeltMembers, policy.unknownMembers, of: policy.node, Policy.elementNames,
            place: "a policy", elsewhere: (Statement.elementNames, "in a statement"), &context)
        for statement in policy.statements(with: .flaws) {
            report(
                statement.misspeltMembers, statement.unknownMembers, of: statement.node, Statement.elementNames,
                place: "a statement", elsewhere: (Policy.elementNames, "at the top of the policy"), &context)
        }
    }

    /// `NotAction` of `Action`, and the other way round.
    private static func contrary(of element: String) -> String {
        element.hasPrefix("Not") ? String(element.dropFirst(3)) : "Not" + element
    }

    private static func report(
        _ misspelt: [Misspelling], _ unknown: [JSONMember], of node: JSONNode, _ names: [String], place: String,
        elsewhere: (names: [String], place: String), _ context: inout RuleContext
    ) {
        for slip in misspelt where !slip.isOfCase {
            // Beside its contrary, AWS refuses it all the same.
            let isContrary = node[contrary(of: slip.meant)] != nil
            let edit = context.editing.rename(slip.member, to: slip.meant)
            context.report(
                .misspelt(slip.member.key.value, slip.meant), at: slip.member.key.span,
                fix: isContrary ? nil : Fix("write `\(slip.meant)`", .preserving, [edit]))
        }
        for member in unknown {
            let key = member.key.value
            // Two spellings of one element are a matter of their own.
            if names.contains(where: { $0.equalsIgnoringCase(key) }) { continue }
            if let other = elsewhere.names.first(where: { $0.equalsIgnoringCase(key) }) {
                context.report(.misplaced(key, other, elsewhere.place), at: member.key.span)
            } else if let meant = NearestWord.find(key, among: names) {
                context.report(.besides(key, meant), at: member.key.span)
            } else {
                context.report(.unknown(key, place, names), at: member.key.span)
            }
        }
    }
}

extension Message {
    fileprivate static func misspelt(_ key: String, _ meant: String) -> Message {
        Message(
            "`\(key.excerpt)` is no policy element; did you mean `\(meant)`?",
            help: "AWS refuses a policy with unknown elements")
    }

    fileprivate static func misplaced(_ key: String, _ name: String, _ place: String) -> Message {
        Message("`\(key.excerpt)` does not belong here", help: "`\(name)` stands \(place)")
    }

    fileprivate static func besides(_ key: String, _ meant: String) -> Message {
        Message(
            "`\(key.excerpt)` is no policy element, and `\(meant)` stands here already",
            help: "move what it holds into `\(meant)`, or remove it")
    }

    fileprivate static func unknown(_ key: String, _ place: String, _ names: [String]) -> Message {
        Message(
            "`\(key.excerpt)` is no policy element",
            help: "remove it; the elements of \(place) are \(names.map { "`\($0)`" }.joined(separator: ", "))")
    }
}
