/// One check of a document. A rule is a caseless enum in a file of its own, with a page of its id in
/// `rules/`; `RuleIndexTool` finds both.
protocol Rule: Sendable {
    /// What is known of the rule.
    static var metadata: RuleMetadata { get }

    /// Reports what is wrong with a document of one of the rule's kinds.
    static func check(_ document: Document, _ context: inout RuleContext)

    /// The rule as one about policies, if it is: most are, and are handed the policy itself.
    static var ofPolicies: (any PolicyRule.Type)? { get }
}

extension Rule {
    static var ofPolicies: (any PolicyRule.Type)? { nil }
}

/// A rule about policies.
protocol PolicyRule: Rule {
    /// What must stand in a policy, one of these at least, so that there may be something to say of it.
    static var concerns: Statement.Contents { get }

    /// The condition keys of which a policy must have one; nil where there may be something to say of others, too.
    static var keysOfConcern: NameSet? { get }

    static func check(_ policy: Policy, _ context: inout RuleContext)
}

extension PolicyRule {
    static var concerns: Statement.Contents { .anything }

    static var ofPolicies: (any PolicyRule.Type)? { self }

    static var keysOfConcern: NameSet? { nil }

    static func check(_ document: Document, _ context: inout RuleContext) {
        if case .policy(let policy) = document.content { check(policy, &context) }
    }
}

/// A rule about policies with conditions.
protocol ConditionedPolicyRule: PolicyRule {}

extension ConditionedPolicyRule {
    static var concerns: Statement.Contents { .conditions }
}

/// A rule that looks at one statement at a time: at those that have something of its concerns.
protocol StatementRule: PolicyRule {
    static func check(_ statement: Statement, _ context: inout RuleContext)
}

extension StatementRule {
    static func check(_ policy: Policy, _ context: inout RuleContext) {
        let concerns = concerns
        for statement in policy.statements where !statement.contents.isDisjoint(with: concerns) {
            check(statement, &context)
        }
    }
}

/// A rule that looks at one statement with conditions at a time.
protocol ConditionRule: StatementRule {}

extension ConditionRule {
    static var concerns: Statement.Contents { .conditions }
}

/// A rule about conditions on some keys. It is shown statements that have such conditions, and others.
protocol ConditionKeyRule: ConditionRule {
    /// The keys.
    static var keys: NameSet { get }
}

extension ConditionKeyRule {
    static var keysOfConcern: NameSet? { keys }

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        // A quick look: most statements have no condition on the keys of a rule.
        for statement in policy.conditionedStatements where !statement.conditionKeys.isDisjoint(with: keys.bits) {
            check(statement, &context)
        }
    }
}

/// A rule about shared credentials and config files.
protocol SharedFileRule: Rule {
    static func check(_ file: SharedFile, _ context: inout RuleContext)
}

extension SharedFileRule {
    static func check(_ document: Document, _ context: inout RuleContext) {
        if case .sharedFile(let file) = document.content { check(file, &context) }
    }
}

/// A rule about credential reports.
protocol CredentialReportRule: Rule {
    static func check(_ report: CredentialReport, _ context: inout RuleContext)
}

extension CredentialReportRule {
    static func check(_ document: Document, _ context: inout RuleContext) {
        if case .credentialReport(let report) = document.content { check(report, &context) }
    }
}

/// A rule about users and roles with all their policies together.
protocol AccountPrincipalRule: Rule {
    static func check(_ principal: AccountPrincipal, _ context: inout RuleContext)
}

extension AccountPrincipalRule {
    static func check(_ document: Document, _ context: inout RuleContext) {
        if case .accountPrincipal(let principal) = document.content { check(principal, &context) }
    }
}

/// A rule about the versioning of buckets.
protocol BucketVersioningRule: Rule {
    static func check(_ versioning: BucketVersioning, _ context: inout RuleContext)
}

extension BucketVersioningRule {
    static func check(_ document: Document, _ context: inout RuleContext) {
        if case .bucketVersioning(let versioning) = document.content { check(versioning, &context) }
    }
}
