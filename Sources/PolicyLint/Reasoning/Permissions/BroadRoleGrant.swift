/// An Allow of one action on every role below a path, or on all roles but those it lists.
struct BroadRoleGrant: Sendable {
    /// How a statement names the action.
    enum ActionForm: Hashable, Sendable {
        /// By its name.
        case name
        /// By a pattern of `Action`.
        case pattern(String)
        /// By `NotAction`, which does not list it.
        case exclusion
    }

    /// How it names the action.
    let action: ActionForm
    /// Whether it says by `NotResource` which roles it is not about.
    let excludesResources: Bool
    /// The resource that stands for every role, or the key `NotResource`.
    let span: SourceSpan
    private let name: ActionName
    /// How the names of all the roles begin, as ARNs have them: `role/`, or with a path behind it.
    private let roles: String

    /// The grant of a statement; nil where it allows no such thing. Of several patterns the action's own name
    /// counts, where it is among them.
    init?(of name: ActionName, on roles: String, by statement: Statement) {
        guard statement.allows, let form = Self.form(of: name, in: statement) else { return nil }
        action = form
        self.name = name
        self.roles = roles
        if let resource = statement.resources.first(where: { Self.isEveryRole($0.value, roles) }) {
            excludesResources = false
            span = resource.span
        } else if let member = statement.notResource.member, let list = statement.notResource.value,
            !list.items.contains(where: { Self.isEveryRole($0.value, roles) })
        {
            excludesResources = true
            span = member.key.span
        } else {
            return nil
        }
    }

    /// The grant of passing roles that a statement makes, to every service and for every resource.
    static func passingRoles(by statement: Statement) -> BroadRoleGrant? {
        guard let grant = BroadRoleGrant(of: passRole, on: "role/", by: statement) else { return nil }
        let isLimited = statement.conditions.contains { condition in
            isLimit(condition, on: "iam:PassedToService", services)
                || isLimit(condition, on: "iam:AssociatedResourceArn", resources)
        }
        return isLimited ? nil : grant
    }

    /// The grant of making service-linked roles that a statement makes, for every service.
    static func makingServiceLinkedRoles(by statement: Statement) -> BroadRoleGrant? {
        guard let grant = BroadRoleGrant(of: createServiceLinkedRole, on: "role/aws-service-role/", by: statement)
        else { return nil }
        return statement.conditions.contains { isLimit($0, on: "iam:AWSServiceName", services) } ? nil : grant
    }

    private static let services = GlobPattern(value: "*.amazonaws.com", hasWildcards: true, hasVariables: false)
    private static let resources = GlobPattern(arn: "arn:*:*:*:*:*", hasVariables: false)
    private static let passRole = ActionName("iam:PassRole")
    private static let createServiceLinkedRole = ActionName("iam:CreateServiceLinkedRole")

    /// The actions that it is about.
    static let actions = [passRole.text, createServiceLinkedRole.text]
    /// The passing of roles.
    static let passing = WatchedActions([passRole.text])
    /// The making of service-linked roles.
    static let makingOfServiceLinkedRoles = WatchedActions([createServiceLinkedRole.text])

    /// Whether a condition is on a key, and does not hold for all values that the key can have.
    private static func isLimit(_ condition: Condition, on key: String, _ values: GlobPattern) -> Bool {
        guard condition.isOn(key), let conditionOperator = condition.operator, !conditionOperator.holdsWithoutKey,
            !condition.values.contains(where: { $0.value == "*" })
        else { return false }
        let every = ValueSet.listed(.texts([values], ignoresCase: false))
        let test = ConditionTest(condition, hasVariables: false)
        return test.map { every.isSubset(of: $0.accepted) != .yes } ?? true
    }

    private static func form(of name: ActionName, in statement: Statement) -> ActionForm? {
        func matches(_ pattern: Located<String>) -> Bool {
            GlobPattern.matches(name.text, pattern: pattern.value, ignoringCase: true)
        }
        // A quick look that spares most actions from being compared.
        if let list = statement.action.value, list.mayMatch(action: name) {
            if list.items.contains(where: { $0.value.equalsIgnoringCase(name.text) }) { return .name }
            if let pattern = list.items.first(where: matches) { return .pattern(pattern.value) }
        }
        guard let list = statement.notAction.value, list.unrecognised.isEmpty, !list.items.contains(where: matches)
        else { return nil }
        return .exclusion
    }

    /// Whether a resource stands for all roles whose names begin alike, of every account or of the one it names.
    private static func isEveryRole(_ resource: String, _ roles: String) -> Bool {
        if GlobPattern.isEveryResource(resource) { return true }
        // A quick look: what stands for them all ends with `*`, and has no other letters before its first wildcard.
        guard resource.utf8.last == UInt8(ascii: "*"), mayBegin(resource, roles), let arn = AmazonResourceName(resource)
        else { return false }
        let all = GlobPattern(resource: "arn:\(arn.partition):iam::\(arn.account):\(roles)*", hasVariables: false)
        return GlobPattern(resource: resource, hasVariables: false).covers(all) == .yes
    }

    /// Whether the last field of a resource may begin as the names of some roles do.
    private static func mayBegin(_ resource: String, _ roles: String) -> Bool {
        resource.withBytes { bytes in
            guard let start = ARNColons(bytes)?.resource else { return true }
            return roles.withBytes { roles in
                for (letter, wanted) in zip(bytes[start...], roles) where letter != wanted {
                    return NamePattern.isWildcard(letter)
                }
                // No more letters, or a wildcard behind them.
                return bytes.count - start <= roles.count || NamePattern.isWildcard(bytes[start + roles.count])
            }
        }
    }
}

extension BroadRoleGrant {
    /// Who holds it, in words: `iam:PassRole`, a pattern that includes it, or `NotAction`.
    private func inWords(_ name: String) -> String {
        switch action {
        case .name: "`\(name)`"
        case .pattern(let pattern): "`\(pattern)`, which includes `\(name)`,"
        case .exclusion: "`NotAction`, which leaves `\(name)` in,"
        }
    }

    /// On what it is held, in words: on everything, on what is not listed, on what is not denied.
    private func resourcesInWords(_ every: String, _ all: String, _ remainder: Remainder) -> String {
        let verb = all == every ? "is" : "are"
        return switch (excludesResources, remainder == .rest) {
        case (false, false): every
        case (false, true): "\(every) that is not denied"
        case (true, false): "\(all) that \(verb) not listed"
        case (true, true): "\(all) that \(verb) neither listed nor denied"
        }
    }

    /// What its holder can do by it, in words, or could without what the policy denies.
    func leading(to deed: String, _ name: String, _ every: String, _ all: String, _ remainder: Remainder) -> String {
        let extent = "\(inWords(name)) on \(resourcesInWords(every, all, remainder))"
        return remainder == .chosen
            ? "\(extent) is held back by `Deny` alone: without it, its holder could \(deed)"
            : "\(extent) lets its holder \(deed)"
    }

    /// The ending of the code of Access Analyzer's check: `STAR_IN_RESOURCE`.
    var issueEnding: String {
        switch (action, excludesResources) {
        case (.name, false): "STAR_IN_RESOURCE"
        case (.pattern, false): "STAR_IN_ACTION_AND_RESOURCE"
        case (.exclusion, false): "STAR_IN_RESOURCE_AND_NOT_ACTION"
        case (.name, true): "NOT_RESOURCE"
        case (.pattern, true): "STAR_IN_ACTION_AND_NOT_RESOURCE"
        case (.exclusion, true): "NOT_ACTION_AND_NOT_RESOURCE"
        }
    }

    /// Whether it is a grant of everything on everything, which is more than a matter of roles.
    var isOfEverything: Bool {
        guard case .pattern(let pattern) = action else { return false }
        return !excludesResources && GlobPattern.isEveryAction(pattern)
    }
}

extension BroadRoleGrant {
    /// What the Deny statements of a policy leave of a grant.
    enum Remainder: Hashable, Sendable {
        /// All of it, or all as far as no condition of a Deny holds.
        case everything
        /// Any role of which no Deny speaks.
        case rest
        /// At most some roles that somebody chose.
        case chosen
    }

    /// The grants of a sort that the statements of a policy make, each but those of everything, and what the policy
    /// leaves of them: the same for all.
    static func all(
        in policy: Policy, _ find: (Statement) -> BroadRoleGrant?
    ) -> [(statement: Statement, grant: BroadRoleGrant, remainder: Remainder)] {
        let found = policy.statements.compactMap { statement in
            find(statement).flatMap { $0.isOfEverything ? nil : (statement, $0) }
        }
        guard let remainder = found.first?.1.remainder(in: policy) else { return [] }
        return found.map { ($0, $1, remainder) }
    }

    private func remainder(in policy: Policy) -> Remainder {
        let denying = policy.statements.filter { $0.denies && $0.conditions.isEmpty && $0.speaks(of: name) }
        if denying.isEmpty { return .everything }
        let permissions = EffectivePermissions([policy])
        // A policy is of one partition, and which one it does not say.
        let isChosen = ["aws", "aws-cn", "aws-us-gov"].contains { partition in
            let role = "arn:\(partition):iam::*:\(roles)\(ResourceProbe.name)"
            return permissions.grants(of: name.text, on: role).isEmpty
        }
        return isChosen ? .chosen : .rest
    }
}
