/// What is taken from a user that goes beyond signing in. Nothing is where a Deny would go with it, which may keep the
/// user from more than that.
struct Farewell {
    /// What one command takes away.
    struct Part {
        /// The command.
        let command: String
        /// The policies that go with it; nil for one that the export does not hold.
        let policies: [PolicyEvidence?]
        /// The inline policy that is deleted.
        let deletes: Replacement?
        /// What it does to the user.
        let apply: @Sendable (inout UserEvidence) -> Void
    }

    /// The parts, in their order: what lets the user take away the rest goes last.
    private(set) var parts: [Part] = []
    private let user: UserEvidence
    private let evidence: AccountEvidence

    /// What is taken from a user.
    init(to user: UserEvidence, _ evidence: AccountEvidence) {
        self.user = user
        self.evidence = evidence
        guard addAttached(), addInline(), addGroups() else {
            parts = []
            return
        }
        parts = parts.enumerated().sorted { ($0.element.rights, $0.offset) < ($1.element.rights, $1.offset) }
            .map(\.element)
    }

    /// Whether nothing is.
    var isEmpty: Bool { parts.isEmpty }

    /// The commands. What is gone already is no reason to stop: somebody may have run them half-way.
    var commands: [String] { parts.map { "\(ApplyScript.unlessGone) \($0.command)" } }

    /// The policies that they delete.
    var replaces: [Replacement] { parts.compactMap(\.deletes) }

    /// The user without all this, and with one more inline policy.
    func left(of user: UserEvidence, with policy: PolicyEvidence) -> UserEvidence {
        var user = user
        for part in parts { part.apply(&user) }
        user.policies.inline.elements.append(policy)
        return user
    }

    private mutating func addAttached() -> Bool {
        for arn in exceeding(user.policies.attached) {
            if mayDeny(arn) { return false }
            parts.append(
                Part(
                    command: CorrectionStep.command(
                        "iam", "detach-user-policy", ["user-name": user.name, "policy-arn": arn]),
                    policies: [evidence.managedPolicy(arn: arn)?.version], deletes: nil
                ) { user in user.policies.attached.elements.removeAll { $0.value.arn?.value == arn } })
        }
        return true
    }

    private mutating func addInline() -> Bool {
        for policy in user.policies.inline.elements where exceeds(policy) {
            guard let name = policy.name, !mayDeny(policy) else { return false }
            let path = CorrectionFile.path("user-policies", user.name, name)
            parts.append(
                Part(
                    command: CorrectionStep.command(
                        "iam", "delete-user-policy", ["user-name": user.name, "policy-name": name]),
                    policies: [policy], deletes: Replacement(of: policy, owner: policy.owner, path: path, with: nil)
                ) { user in user.policies.inline.elements.removeAll { $0.name == name } })
        }
        return true
    }

    private mutating func addGroups() -> Bool {
        for membership in user.groups.elements {
            let name = membership.value.value
            guard let policies = evidence.groups.elements.first(where: { $0.name == name })?.policies,
                !exceeding(policies.attached).isEmpty || policies.inline.elements.contains(where: exceeds)
            else { continue }
            // Who leaves the group leaves all its policies.
            let arns = policies.attached.elements.compactMap { $0.value.arn?.value }
            if policies.inline.elements.contains(where: mayDeny) || arns.contains(where: mayDeny) { return false }
            parts.append(
                Part(
                    command: CorrectionStep.command(
                        "iam", "remove-user-from-group", ["group-name": name, "user-name": user.name]),
                    policies: policies.inline.elements + arns.map { evidence.managedPolicy(arn: $0)?.version },
                    deletes: nil
                ) { user in user.groups.elements.removeAll { $0.value.value == name } })
        }
        return true
    }

    private func exceeds(_ policy: PolicyEvidence?) -> Bool {
        guard let document = policy?.policy else { return true }
        return !SignInPermissions.excess(in: document, of: user.name, evidence.catalogue).isEmpty
    }

    private func exceeding(_ policies: Listing<Sourced<PolicyAttachment>>) -> [String] {
        policies.elements.compactMap { $0.value.arn?.value }.filter {
            exceeds(evidence.managedPolicy(arn: $0)?.version)
        }
    }

    private func mayDeny(_ policy: PolicyEvidence) -> Bool { !(policy.policy?.deniesNothing ?? false) }

    private func mayDeny(_ arn: String) -> Bool {
        evidence.managedPolicy(arn: arn)?.version.map { mayDeny($0) } ?? AWSManagedPolicy.mayDeny(arn)
    }
}

extension Farewell.Part {
    private static let actions = ["iam:DetachUserPolicy", "iam:DeleteUserPolicy", "iam:RemoveUserFromGroup"]

    /// How many of the actions that take something from a user its policies allow; all, where the export does not hold one.
    fileprivate var rights: Int {
        if policies.contains(where: { $0?.policy == nil }) { return Self.actions.count }
        let statements = policies.compactMap { $0?.policy }.flatMap(\.statements).filter(\.allows)
        return Self.actions.count { action in statements.contains { $0.reaches(action: action) } }
    }
}
