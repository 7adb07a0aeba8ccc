/// A value of a JSON type that its element does not take.
enum WrongType: PolicyRule {
    static let metadata = RuleMetadata(
        id: "wrong-type", wing: .grammar, severity: .error, kinds: .policies, fixes: [.preserving],
        references: [
            .accessAnalyzer("DATA_TYPE_MISMATCH"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_parsing.policy_parse_error"),
            .peer(.iamPolicyValidator, "policy_structure.invalid_statement_type"),
            .peer(.iamPolicyValidator, "policy_structure.invalid_sid_type"), .peer(.cfnLint, "E3510"),
            .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static let concerns: Statement.Contents = .flaws

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        if case .unrecognised(let member) = policy.id { reportText(member, "Id", &context) }
        for node in policy.unrecognisedStatements {
            context.report(.wrongType(node, "a statement", "an object"), at: node.span, fix: flatten(node))
        }
        for statement in policy.statements(with: .flaws) { check(statement, &context) }
    }

    private static func check(_ statement: Statement, _ context: inout RuleContext) {
        if case .unrecognised(let member) = statement.sid { reportText(member, "Sid", &context) }
        check(statement.action, "Action", &context)
        check(statement.notAction, "NotAction", &context)
        check(statement.resource, "Resource", &context)
        check(statement.notResource, "NotResource", &context)
        check(statement.principal, "Principal", &context)
        check(statement.notPrincipal, "NotPrincipal", &context)
        for condition in statement.conditions {
            for node in condition.unrecognised {
                context.report(
                    .wrongType(node, "`\(condition.key)`", "a string or a list of strings"), at: node.span,
                    fix: flatten(node))
            }
        }
    }

    private static func reportText(_ member: JSONMember, _ name: String, _ context: inout RuleContext) {
        context.report(
            .wrongType(member.value, "`\(name)`", "a string"), at: member.value.span, fix: quote(member.value, context))
    }

    private static func check(_ element: Element<StringList>, _ name: String, _ context: inout RuleContext) {
        switch element {
        case .absent: break
        case .unrecognised(let member):
            context.report(
                .wrongType(member.value, "`\(name)`", "a string or a list of strings"), at: member.value.span)
        case .present(let list, _):
            for node in list.unrecognised {
                context.report(
                    .wrongType(node, "`\(name)`", "only strings"), at: node.span, fix: flatten(node))
            }
        }
    }

    private static func check(_ element: Element<PrincipalBlock>, _ name: String, _ context: inout RuleContext) {
        switch element {
        case .absent: break
        case .unrecognised(let member):
            // Strings and lists are a matter of their own.
            if member.value.string != nil || member.value.array != nil { return }
            context.report(.wrongType(member.value, "`\(name)`", "an object or `\"*\"`"), at: member.value.span)
        case .present(let block, _):
            for entry in block.entries {
                let nodes = entry.list?.unrecognised ?? [entry.member.value]
                for node in nodes {
                    context.report(
                        .wrongType(node, "`\(entry.member.key.value)`", "a string or a list of strings"), at: node.span,
                        fix: flatten(node) ?? quoteAccount(node, context))
                }
            }
        }
    }

    // MARK: Fixes

    /// Puts a number or a boolean in quotes.
    private static func quote(_ node: JSONNode, _ context: RuleContext) -> Fix? {
        switch node.value {
        case .number, .bool:
            Fix(
                "put it in quotes", .preserving,
                [context.editing.replace(node.span, withString: context.text[node.span])])
        default: nil
        }
    }

    private static func quoteAccount(_ node: JSONNode, _ context: RuleContext) -> Fix? {
        AmazonResourceName.isAccountID(context.text[node.span]) ? quote(node, context) : nil
    }

    /// Takes the brackets from a list inside a list.
    private static func flatten(_ node: JSONNode) -> Fix? {
        guard let elements = node.array, let first = elements.first, let last = elements.last else { return nil }
        return Fix(
            "make it one list", .preserving,
            [
                .deletion(SourceSpan(node.span.start, first.span.start)),
                .deletion(SourceSpan(last.span.end, node.span.end)),
            ])
    }
}

extension Message {
    fileprivate static func wrongType(_ node: JSONNode, _ name: String, _ wanted: String) -> Message {
        Message("\(node.kindInWords) stands here, where \(name) takes \(wanted)", help: "write \(wanted)")
    }
}
