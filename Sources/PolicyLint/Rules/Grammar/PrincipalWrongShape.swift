/// A principal that is written without its type.
enum PrincipalWrongShape: StatementRule {
    static let metadata = RuleMetadata(
        id: "principal-wrong-shape", wing: .grammar, severity: .error, kinds: .policiesWithPrincipal,
        fixes: [.preserving],
        references: [
            .accessAnalyzer("INVALID_PRINCIPAL_FORMAT"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"),
            .peer(.parliament, "MALFORMED"), .peer(.iamPolicyValidator, "policy_parsing.policy_parse_error"),
            .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"), .peer(.cfnLint, "E3513"),
        ])

    static let concerns: Statement.Contents = .principals

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        check(statement.principal, &context)
        check(statement.notPrincipal, &context)
    }

    private static func check(_ element: Element<PrincipalBlock>, _ context: inout RuleContext) {
        guard case .unrecognised(let member) = element else { return }
        let node = member.value
        guard node.string != nil || node.array != nil else { return }
        context.report(.withoutType(node), at: node.span, fix: fix(node) ?? .removingBrackets(of: node))
    }

    /// Puts the type around it, where all that is listed is of one type.
    private static func fix(_ node: JSONNode) -> Fix? {
        let texts = (node.array ?? [node]).map(\.string)
        guard let first = texts.first ?? nil, let type = Principal.PrincipalType(ofPrincipal: first),
            texts.allSatisfy({ $0.flatMap(Principal.PrincipalType.init(ofPrincipal:)) == type })
        else { return nil }
        return Fix(
            "write it as `{ \"\(type.rawValue)\": … }`", .preserving,
            [
                .insertion("{ \"\(type.rawValue)\": ", at: Int(node.span.start)),
                .insertion(" }", at: Int(node.span.end)),
            ])
    }
}

extension Message {
    fileprivate static func withoutType(_ node: JSONNode) -> Message {
        Message(
            "a principal needs its type; only `\"*\"` may stand alone",
            help: "write `{ \"AWS\": … }`, `{ \"Service\": … }` or `{ \"Federated\": … }`")
    }
}
