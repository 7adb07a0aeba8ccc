/// A wildcard inside a principal, where AWS takes none.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>: "You
/// cannot use a wildcard to match part of a principal name or ARN."
enum PrincipalPartialWildcard: StatementRule {
    static let metadata = RuleMetadata(
        id: "principal-partial-wildcard", wing: .trust, severity: .error, kinds: .policiesWithPrincipal,
        fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"),
            .accessAnalyzer("UNSUPPORTED_WILDCARD_IN_PRINCIPAL"),
            .peer(.parliament, "UNKNOWN_PRINCIPAL"), .peer(.cfnLint, "E3512"), .peer(.cfnLint, "E3530"),
        ])

    static let concerns: Statement.Contents = .principals

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for principal in statement.principals { check(principal, statement, isListed: true, &context) }
        for principal in statement.notPrincipal.value?.principals ?? [] {
            check(principal, statement, isListed: false, &context)
        }
    }

    private static func check(
        _ principal: Principal, _ statement: Statement, isListed: Bool, _ context: inout RuleContext
    ) {
        let text = principal.value.value
        guard text.hasWildcard, text != "*" else { return }
        context.report(
            principal.type == .aws ? .wildcardInARN(text) : .wildcardInName(text), at: principal.value.span,
            fix: isListed ? fix(principal, statement, context) : nil)
    }

    /// The account with a condition on the caller's ARN, which does take wildcards. Only where the condition
    /// speaks of no other principal of the statement.
    private static func fix(_ principal: Principal, _ statement: Statement, _ context: RuleContext) -> Fix? {
        guard statement.allows, statement.principals.count == 1, principal.type == .aws,
            let arn = AmazonResourceName(principal.value.value), AmazonResourceName.isAccountID(arn.account),
            !arn.partition.hasWildcard
        else { return nil }
        let pattern: String
        switch (arn.service, arn.typeAndName.type) {
        case ("iam", "user"), ("iam", "role"): pattern = arn.description
        case ("sts", "assumed-role"):
            guard let role = arn.typeAndName.name.split(separator: "/").first else { return nil }
            pattern = "arn:\(arn.partition):iam::\(arn.account):role/\(role)"
        default: return nil
        }
        guard
            let condition = ConditionEditing.add("ArnLike", "aws:PrincipalArn", pattern, to: statement, context.editing)
        else { return nil }
        let account = "arn:\(arn.partition):iam::\(arn.account):root"
        return Fix(
            "trust the account, and test the caller's ARN in a condition", .suggestion,
            [context.editing.replace(principal.value.span, withString: account), condition])
    }
}

extension Message {
    fileprivate static func wildcardInARN(_ text: String) -> Message {
        Message(
            "AWS refuses a wildcard inside a principal, as in `\(text)`",
            help: """
                list the principals, or name the account and test the caller with `ArnLike` on `aws:PrincipalArn`, \
                which takes wildcards
                """)
    }

    fileprivate static func wildcardInName(_ text: String) -> Message {
        Message(
            "AWS refuses a wildcard inside a principal, as in `\(text)`",
            help: "write each service or provider in full")
    }
}
