/// What the policies of one identity grant openly, across their statements: with nothing in the way that cannot
/// be judged.
///
/// A condition on who or what is meant, a Deny with such a condition, or a name in `Resource` may make a grant
/// harmless: then it is not open. The policies are read once, and what has been asked is remembered: a class, so that
/// whoever asks shares the memory.
final class OpenGrants {
    /// What is asked of an action that is watched.
    struct Question: Equatable, Sendable {
        /// The action, named in full.
        var action: ActionName
        /// Whether it must be allowed on any resource.
        var isWide = true
        /// The services of which one must be able to get the role; empty where no role is passed.
        var services: [String] = []
        /// Whether it changes who may do what: then whoever does it can choose a target of which nothing is said.
        var isChange = false
        /// Whether it must be allowed on the user who asks, where it is not on any.
        var isOnSelf = false
    }

    private let catalogue: ServiceCatalogue
    private let policies: [Policy]
    private let boundary: Policy?
    /// The statements that may take something away.
    private lazy var denying = (policies + [boundary].compactMap(\.self)).flatMap { policy in
        policy.statements.filter { !$0.allows }
    }
    private let candidates: [GrantCandidate]
    /// What they may allow together.
    let sketch: GrantSketch
    private lazy var permissions = EffectivePermissions(policies, within: boundary)
    private lazy var guards = (policies + [boundary].compactMap(\.self)).flatMap { policy in
        policy.statements.filter { $0.denies && $0.hasConditionOnMatter }
            .compactMap { StatementScope($0, hasVariables: policy.replacesVariables) }
    }
    /// The answers so far: of a policy that is asked about at all, a few.
    private var answers: [(question: Question, statement: Statement?)] = []
    /// What statements ask for by conditions on more than circumstances; nil where that is not understood.
    private var tests: [ObjectIdentifier: [ConditionTest]?] = [:]

    /// What some policies grant together, under a permissions boundary if there is one.
    init(_ policies: [Policy], within boundary: Policy? = nil, _ catalogue: ServiceCatalogue) {
        self.policies = policies
        self.boundary = boundary
        self.catalogue = catalogue
        candidates = GrantCandidate.all(in: policies)
        sketch = GrantSketch(of: candidates)
    }

    /// A statement that openly allows what is asked.
    func statement(for question: Question) -> Statement? {
        if let known = answers.first(where: { $0.question == question }) { return known.statement }
        let answer = answer(question)
        answers.append((question, answer))
        return answer
    }

    private func answer(_ question: Question) -> Statement? {
        let action = question.action
        let probes = question.isWide && !question.isOnSelf ? ResourceProbe.probes(of: action, catalogue) : []
        // What is asked first rules most out: hardly any statement allows something on any resource.
        let hopeful = self.hopeful(among: candidates, question, probes)
        if hopeful.isEmpty { return nil }
        // What no Deny speaks of needs no search through what is taken away.
        let isUntouched = !denying.contains { $0.mayConcern(action) }
        if !isUntouched {
            let isGuarded = guards.contains { guardian in
                guardian.actions.contains(action.text.lowercased()) != .no
                    && !(question.isChange && guardian.tests.contains { PlainTarget.meets($0) == .no })
            }
            if isGuarded { return nil }
        }
        if let boundary, self.hopeful(among: GrantCandidate.all(in: [boundary]), question, probes).isEmpty {
            return nil
        }
        if isUntouched, let sure = hopeful.first(where: \.notResource.isAbsent) { return sure }
        let permissions = permissions
        let isWide = probes.allSatisfy { permissions.grants(of: action.text, on: $0.text).contains(where: \.isSure) }
        if !isWide { return nil }
        return permissions.grants(of: action.text).first { grant in
            grant.isSure && hopeful.contains { $0 === grant.statement }
        }?.statement
    }

    /// The statements that speak of the action and, each taken by itself, allow what is asked.
    private func hopeful(
        among candidates: [GrantCandidate], _ question: Question, _ probes: [ResourceProbe]
    ) -> [Statement] {
        let set = WatchedActions(question.action)
        var hopeful: [Statement] = []
        for index in candidates.indices where candidates[index].speaks(of: question.action, set) {
            let candidate = candidates[index]
            guard Self.reaches(candidate, question, probes), holds(candidate, question) else { continue }
            hopeful.append(candidate.statement)
        }
        return hopeful
    }

    /// Whether all conditions of a statement hold for what is asked, or say only when and from where something is done.
    private func holds(_ candidate: GrantCandidate, _ question: Question) -> Bool {
        if !candidate.statement.hasConditionOnMatter { return true }
        guard let tests = tests(of: candidate) else { return false }
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

    private func tests(of candidate: GrantCandidate) -> [ConditionTest]? {
        let statement = ObjectIdentifier(candidate.statement)
        if let known = tests[statement] { return known }
        let conditions = candidate.statement.conditionsOnMatter
        let read = conditions.compactMap { ConditionTest($0, hasVariables: candidate.hasVariables) }
        let answer = read.count == conditions.count ? read : nil
        tests[statement] = .some(answer)
        return answer
    }

    /// Whether the resources of a statement are all that is asked for.
    private static func reaches(_ candidate: GrantCandidate, _ question: Question, _ probes: [ResourceProbe]) -> Bool {
        let (statement, hasVariables) = (candidate.statement, candidate.hasVariables)
        if !statement.notResource.isAbsent { return statement.resource.isAbsent }
        let resources = statement.resources
        if question.isOnSelf { return resources.contains { ResourceProbe.isCaller($0, hasVariables) } }
        return !resources.isEmpty && probes.allSatisfy { $0.isWithin(resources, hasVariables) }
    }
}

extension Statement {
    /// Where the statement allows an action: the name or the first pattern for it, or `NotAction`.
    func place(of action: String) -> Located<String>? {
        if let key = notAction.member?.key { return key }
        guard let list = self.action.value else { return nil }
        return list.place(of: ActionName(action)).map { list.items[$0] }
    }

    /// Whether the statement allows every action on every resource, whatever its conditions.
    var allowsEverything: Bool {
        // A quick look: few lists have a wildcard in a service's name.
        allows && action.value?.traits.contains(.wildcardInPrefix) == true
            && actions.contains { GlobPattern.isEveryAction($0.value) }
            && resources.contains { GlobPattern.isEveryResource($0.value) }
    }

    /// Whether the statement names an action, or does not except it.
    func speaks(of action: ActionName) -> Bool {
        if notAction.isAbsent { return self.action.value?.place(of: action) != nil }
        return self.action.isAbsent && notAction.value.map { $0.place(of: action) == nil } ?? false
    }

    /// Whether the statement may speak of an action, as far as it can be understood.
    fileprivate func mayConcern(_ action: ActionName) -> Bool {
        let isReadable = self.action.isReadable && notAction.isReadable
        return !isReadable || self.action.isAbsent == notAction.isAbsent || speaks(of: action)
    }

    /// Whether a condition says more than when and from where something is done.
    fileprivate var hasConditionOnMatter: Bool { !conditions.allSatisfy { isCircumstance($0) } }

    /// The conditions that say more.
    fileprivate var conditionsOnMatter: [Condition] { conditions.filter { !isCircumstance($0) } }

    private func isCircumstance(_ condition: Condition) -> Bool { condition.isOn(OpenGrants.circumstances) }
}

extension StringList {
    /// Where the name of an action stands, or the first pattern for it.
    fileprivate func place(of action: ActionName) -> Int? {
        sketches.indices.first { index in
            // A quick look, before letters are compared.
            sketches[index].mayMatch(action: action)
                && GlobPattern.matches(action.text, pattern: items[index].value, ignoringCase: true)
        }
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
    fileprivate static let circumstances: NameSet = [
        "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge", "aws:SecureTransport", "aws:SourceIp",
        "aws:RequestedRegion", "aws:CurrentTime", "aws:EpochTime",
    ]
}
