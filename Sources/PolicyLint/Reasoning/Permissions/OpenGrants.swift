/// What the policies of one identity grant openly, across their statements: with nothing in the way that cannot
/// be judged.
///
/// A condition on who or what is meant, a Deny with such a condition, or a name in `Resource` may make a grant
/// harmless: then it is not open. The policies are read once, and what has been asked is remembered.
struct OpenGrants: Sendable {
    /// What is asked.
    struct Question: Hashable, Sendable {
        /// The action, named in full.
        var action: String
        /// Whether it must be allowed on any resource.
        var isWide = true
        /// The services of which one must be able to get the role; empty where no role is passed.
        var services: [String] = []
        /// Whether it changes who may do what: then whoever does it can choose a target of which nothing is said.
        var isChange = false
        /// Whether it must be allowed on the user who asks, where it is not on any.
        var isOnSelf = false
    }

    /// A statement that may be the answer, and whether its policy replaces `${…}`.
    private struct Candidate {
        let statement: Statement
        let hasVariables: Bool
    }

    private let catalogue: ServiceCatalogue
    private let policies: [Policy]
    private let boundary: Policy?
    /// The statements that may take something away.
    private let denying: [Statement]
    private lazy var permissions = EffectivePermissions(policies, within: boundary)
    private lazy var guards = (policies + [boundary].compactMap(\.self)).flatMap { policy in
        policy.statements.filter { $0.denies && $0.hasConditionOnMatter }
            .compactMap { StatementScope($0, hasVariables: policy.replacesVariables) }
    }
    private var answers: [Question: Statement?] = [:]

    /// What some policies grant together, under a permissions boundary if there is one.
    init(_ policies: [Policy], within boundary: Policy? = nil, _ catalogue: ServiceCatalogue) {
        self.policies = policies
        self.boundary = boundary
        self.catalogue = catalogue
        denying = (policies + [boundary].compactMap(\.self)).flatMap { $0.statements.filter { !$0.allows } }
    }

    /// A statement that openly allows what is asked.
    mutating func statement(for question: Question) -> Statement? {
        if let known = answers[question] { return known }
        let answer = answer(question)
        answers[question] = .some(answer)
        return answer
    }

    private mutating func answer(_ question: Question) -> Statement? {
        let action = question.action
        let name = ActionName(action)
        let speaking = policies.flatMap { candidates(in: $0, speakingOf: name) }
        if speaking.isEmpty { return nil }
        // What no Deny speaks of needs no search through what is taken away.
        let isUntouched = !denying.contains { $0.mayConcern(name) }
        if !isUntouched {
            let isGuarded = guards.contains { guardian in
                guardian.actions.contains(action.lowercased()) != .no
                    && !(question.isChange && guardian.tests.contains { PlainTarget.meets($0) == .no })
            }
            if isGuarded { return nil }
        }
        let probes = question.isWide && !question.isOnSelf ? ResourceProbe.probes(of: action, catalogue) : []
        let hopeful = speaking.filter { Self.isHopeful($0, question, probes) }
        if hopeful.isEmpty { return nil }
        if let boundary {
            let limits = candidates(in: boundary, speakingOf: name)
            guard limits.contains(where: { Self.isHopeful($0, question, probes) }) else { return nil }
        }
        if isUntouched, let sure = hopeful.first(where: \.statement.notResource.isAbsent) { return sure.statement }
        let permissions = permissions
        let isWide = probes.allSatisfy { permissions.grants(of: action, on: $0).contains(where: \.isSure) }
        if !isWide { return nil }
        return permissions.grants(of: action).first { grant in
            grant.isSure && hopeful.contains { $0.statement === grant.statement }
        }?.statement
    }

    private func candidates(in policy: Policy, speakingOf action: ActionName) -> [Candidate] {
        policy.statements.filter { $0.allows && $0.speaks(of: action) }
            .map { Candidate(statement: $0, hasVariables: policy.replacesVariables) }
    }

    /// Whether a statement that speaks of the action, taken by itself, allows what is asked.
    private static func isHopeful(_ candidate: Candidate, _ question: Question, _ probes: [String]) -> Bool {
        let (statement, hasVariables) = (candidate.statement, candidate.hasVariables)
        guard statement.holds(for: question, hasVariables) else { return false }
        if !statement.notResource.isAbsent { return statement.resource.isAbsent }
        let resources = statement.resources
        if question.isOnSelf { return resources.contains { ResourceProbe.isCaller($0, hasVariables) } }
        return !resources.isEmpty && probes.allSatisfy { ResourceProbe.isWithin(resources, hasVariables, $0) }
    }
}

extension Statement {
    /// Where the statement allows an action: the name or the first pattern for it, or `NotAction`.
    func place(of action: String) -> Located<String>? {
        if let key = notAction.member?.key { return key }
        return actions.first { GlobPattern.matches(action, pattern: $0.value, ignoringCase: true) }
    }

    /// Whether the statement allows every action on every resource, whatever its conditions.
    var allowsEverything: Bool {
        allows && actions.contains { GlobPattern.isEveryAction($0.value) }
            && resources.contains { GlobPattern.isEveryResource($0.value) }
    }

    /// Whether the statement names an action, or does not except it.
    func speaks(of action: ActionName) -> Bool {
        func names(_ list: StringList) -> Bool {
            list.items.indices.contains { index in
                list.sketches[index].mayMatch(action: action)
                    && GlobPattern.matches(action.text, pattern: list.items[index].value, ignoringCase: true)
            }
        }
        if notAction.isAbsent { return self.action.value.map(names) ?? false }
        return self.action.isAbsent && notAction.value.map { !names($0) } ?? false
    }

    /// Whether the statement may speak of an action, as far as it can be understood.
    fileprivate func mayConcern(_ action: ActionName) -> Bool {
        let isReadable = self.action.isReadable && notAction.isReadable
        return !isReadable || self.action.isAbsent == notAction.isAbsent || speaks(of: action)
    }

    /// Whether a condition says more than when and from where something is done.
    fileprivate var hasConditionOnMatter: Bool { !conditions.allSatisfy(isCircumstance) }

    /// Whether all conditions hold for what is asked, or say only when and from where something is done.
    fileprivate func holds(for question: OpenGrants.Question, _ hasVariables: Bool) -> Bool {
        let rest = conditions.filter { !isCircumstance($0) }
        if rest.isEmpty { return true }
        let tests = rest.compactMap { ConditionTest($0, hasVariables: hasVariables) }
        guard tests.count == rest.count else { return false }
        let open = tests.filter { test in
            test.isAlwaysTrue != .yes && !(question.isChange && PlainTarget.meets(test) == .yes)
        }
        if open.isEmpty { return true }
        return question.services.contains { service in
            open.allSatisfy { test in
                // The key is always there when a role is passed.
                test.key == "iam:passedtoservice"
                    && (test.scope == .presence || test.accepted.contains(service) == .yes)
            }
        }
    }

    private func isCircumstance(_ condition: Condition) -> Bool {
        OpenGrants.circumstances.contains { condition.isOn($0) }
    }
}

extension Element<StringList> {
    /// Whether it is not there, or holds nothing but strings.
    fileprivate var isReadable: Bool { isAbsent || value?.unrecognised.isEmpty == true }
}

extension OpenGrants {
    /// The condition keys that say when, from where and how something is done.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>.
    fileprivate static let circumstances = [
        "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge", "aws:SecureTransport", "aws:SourceIp",
        "aws:RequestedRegion", "aws:CurrentTime", "aws:EpochTime",
    ]
}
