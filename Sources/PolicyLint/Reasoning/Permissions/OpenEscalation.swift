/// A way of escalation that one policy opens by itself, across its statements.
///
/// It is open only where nothing that cannot be judged stands in the way: a condition on who is passed or
/// changed, a Deny with such a condition, or a name in `Resource` may make it harmless.
struct OpenEscalation: Sendable {
    /// The way.
    let path: EscalationPath
    /// For each of its actions a statement that allows it.
    let statements: [Statement]

    /// The ways that a policy opens, in the order of the data.
    static func find(in policy: Policy, _ catalogue: ServiceCatalogue) -> [OpenEscalation] {
        let candidates = EscalationCandidates.find(in: policy)
        if candidates.isEmpty { return [] }
        var reading = Reading(policy, catalogue)
        return candidates.compactMap { path in
            var statements: [Statement] = []
            for action in path.actions {
                guard let statement = reading.statement(allowing: action, of: path) else { return nil }
                statements.append(statement)
            }
            return OpenEscalation(path: path, statements: statements)
        }
    }

    /// The policy, read once, and what has been asked of it.
    private struct Reading {
        private struct Question: Hashable {
            let action: String
            /// Whether it must be allowed on any resource.
            let isWide: Bool
            /// The services of which one must be able to get the role.
            let services: [String]
        }

        private let policy: Policy
        private lazy var permissions = EffectivePermissions([policy])
        /// Whether every statement allows something, so that nothing is taken away.
        private let onlyAllows: Bool
        private let guards: [StatementScope]
        private let hasVariables: Bool
        private let catalogue: ServiceCatalogue
        private var answers: [Question: Statement?] = [:]

        init(_ policy: Policy, _ catalogue: ServiceCatalogue) {
            let hasVariables = policy.replacesVariables
            self.policy = policy
            onlyAllows = policy.unrecognisedStatements.isEmpty && policy.statements.allSatisfy(\.allows)
            guards = policy.statements.filter { $0.denies && $0.hasConditionOnMatter }
                .compactMap { StatementScope($0, hasVariables: hasVariables) }
            self.hasVariables = hasVariables
            self.catalogue = catalogue
        }

        /// A statement that allows an action as a way needs it.
        mutating func statement(allowing action: String, of path: EscalationPath) -> Statement? {
            let question =
                switch path.kind {
                case .grant, .use: Question(action: action, isWide: true, services: [])
                case .pass(let services):
                    action == EscalationPath.passing
                        ? Question(action: action, isWide: true, services: services)
                        : Question(action: action, isWide: false, services: [])
                }
            if let known = answers[question] { return known }
            let answer = answer(question)
            answers[question] = .some(answer)
            return answer
        }

        private mutating func answer(_ question: Question) -> Statement? {
            let action = question.action
            if guards.contains(where: { $0.actions.contains(action.lowercased()) != .no }) { return nil }
            let probes = question.isWide ? ResourceProbe.probes(of: action, catalogue) : []
            // Most policies need no search through what is taken away.
            let hopeful = policy.statements.filter { isHopeful($0, question, probes) }
            if hopeful.isEmpty { return nil }
            if onlyAllows, let sure = hopeful.first(where: \.notResource.isAbsent) { return sure }
            let permissions = permissions
            guard permissions.mayAllow(action) == .yes,
                probes.allSatisfy({ permissions.mayAllow(action, on: $0) == .yes })
            else { return nil }
            return permissions.grants(of: action).first { grant in
                hopeful.contains { $0 === grant.statement }
            }?.statement
        }

        /// Whether a statement, taken by itself, allows what is asked.
        private func isHopeful(_ statement: Statement, _ question: Question, _ probes: [String]) -> Bool {
            guard statement.allows, statement.speaks(of: question.action),
                statement.holds(for: question.services, hasVariables)
            else { return false }
            if !statement.notResource.isAbsent { return statement.resource.isAbsent }
            let patterns = statement.resources.map { GlobPattern(resource: $0.value, hasVariables: hasVariables) }
            return probes.allSatisfy { ResourceProbe.isWithin(patterns, $0) } && !patterns.isEmpty
        }
    }
}

extension Statement {
    /// Whether the statement names an action, or does not except it.
    fileprivate func speaks(of action: String) -> Bool {
        func matches(_ item: Located<String>) -> Bool {
            GlobPattern.matches(action, pattern: item.value, ignoringCase: true)
        }
        if notAction.isAbsent { return actions.contains(where: matches) }
        return self.action.isAbsent && notAction.value != nil && !notActions.contains(where: matches)
    }

    /// Whether a condition says more than when and from where something is done.
    fileprivate var hasConditionOnMatter: Bool { !conditions.allSatisfy(isCircumstance) }

    /// Whether all conditions hold for one of some services that a role is passed to, or say only when and from
    /// where something is done.
    fileprivate func holds(for services: [String], _ hasVariables: Bool) -> Bool {
        let rest = conditions.filter { !isCircumstance($0) }
        if rest.isEmpty { return true }
        return services.contains { service in
            rest.allSatisfy { condition in
                guard condition.isOn("iam:PassedToService"),
                    let test = ConditionTest(condition, hasVariables: hasVariables)
                else { return false }
                // The key is always there when a role is passed.
                return test.scope == .presence || test.accepted.contains(service) == .yes
            }
        }
    }

    private func isCircumstance(_ condition: Condition) -> Bool {
        OpenEscalation.circumstances.contains { condition.isOn($0) }
    }
}

extension OpenEscalation {
    /// The condition keys that say when, from where and how something is done.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>.
    fileprivate static let circumstances = [
        "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge", "aws:SecureTransport", "aws:SourceIp",
        "aws:RequestedRegion", "aws:CurrentTime", "aws:EpochTime",
    ]
}
