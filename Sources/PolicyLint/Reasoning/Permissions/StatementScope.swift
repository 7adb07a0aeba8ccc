/// The requests of which a statement speaks: a set of actions, one of resources, principals, and conditions
/// that must all hold.
struct StatementScope: Sendable {
    /// The statement.
    let statement: Statement
    /// Its actions.
    let actions: ValueSet
    /// Its resources; all of them where it names none, as in a trust policy.
    let resources: ValueSet
    /// The conditions that were understood.
    let tests: [ConditionTest]
    /// The conditions that were not: they may ask for anything.
    let opaque: [Condition]
    /// The variables that stand in it, and have no default. In a request that has no value for one of them,
    /// AWS may take the whole statement for invalid.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>.
    let variables: Set<PolicyVariable>

    /// The scope of a statement; nil where an element has no shape that could be understood.
    ///
    /// - Parameter hasVariables: Whether the policy's version replaces `${…}`.
    init?(_ statement: Statement, hasVariables: Bool) {
        guard let actions = Self.actions(of: statement),
            let resources = Self.resources(of: statement, hasVariables),
            Self.isReadable(statement.principal), Self.isReadable(statement.notPrincipal),
            statement.condition.isAbsent || statement.condition.value?.unrecognised.isEmpty == true
        else { return nil }
        self.statement = statement
        self.actions = actions
        self.resources = resources
        var tests: [ConditionTest] = []
        var opaque: [Condition] = []
        for condition in statement.conditions {
            if let test = ConditionTest(condition, hasVariables: hasVariables) {
                tests.append(test)
            } else {
                opaque.append(condition)
            }
        }
        self.tests = tests
        self.opaque = opaque
        var variables: Set<PolicyVariable> = []
        // A quick look: most statements hold none.
        if hasVariables, statement.traits.contains(.variable) {
            // No action holds one.
            variables.formUnion(resources.list.variables)
            for test in tests { variables.formUnion(test.accepted.list.variables) }
        }
        self.variables = variables
    }

    /// Whether no condition has to hold.
    var isUnconditional: Bool { opaque.isEmpty && tests.allSatisfy { $0.isAlwaysTrue == .yes } }

    /// Whether the conditions exclude one another, so that the statement is about no request.
    var isImpossible: Bool {
        tests.indices.contains { index in
            tests[index].isNeverTrue == .yes
                || tests[..<index].contains { $0.contradicts(tests[index]) == .yes }
        }
    }

    // MARK: Reading

    private static func actions(of statement: Statement) -> ValueSet? {
        switch (statement.action, statement.notAction) {
        case (.present(let list, _), .absent): set(list) { GlobPattern(action: $0) }.map { .listed($0) }
        case (.absent, .present(let list, _)): set(list) { GlobPattern(action: $0) }.map { .allBut($0) }
        default: nil
        }
    }

    private static func resources(of statement: Statement, _ hasVariables: Bool) -> ValueSet? {
        func pattern(_ text: String) -> GlobPattern { GlobPattern(resource: text, hasVariables: hasVariables) }
        switch (statement.resource, statement.notResource) {
        case (.present(let list, _), .absent): return set(list, pattern).map { .listed($0) }
        case (.absent, .present(let list, _)): return set(list, pattern).map { .allBut($0) }
        case (.absent, .absent): return .everything
        default: return nil
        }
    }

    private static func set(_ list: StringList, _ pattern: (String) -> GlobPattern) -> ValueList? {
        guard list.unrecognised.isEmpty else { return nil }
        return .texts(list.items.map { pattern($0.value) }, ignoresCase: false)
    }

    private static func isReadable(_ element: Element<PrincipalBlock>) -> Bool {
        switch element {
        case .absent: true
        case .unrecognised: false
        case .present(let block, _):
            block.entries.allSatisfy { $0.type != nil && $0.list?.unrecognised.isEmpty == true }
        }
    }
}
