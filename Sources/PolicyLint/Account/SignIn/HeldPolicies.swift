/// All policies that let a user do something: the user's own, and those of the groups.
struct HeldPolicies {
    /// A managed policy of which the export holds no document.
    struct Unread {
        /// Its ARN.
        let arn: String
        /// Where it is attached.
        let evidence: Evidence

        /// Whether it is known to allow everything.
        var isAdministrator: Bool { arn.hasSuffix(":iam::aws:policy/AdministratorAccess") }
    }

    /// The policies with their documents.
    private(set) var policies: [PolicyEvidence] = []
    /// The managed policies without.
    private(set) var unread: [Unread] = []
    /// Why there may be more; nil where there are not.
    private(set) var gap: EvidenceGap?

    /// The policies that a user holds.
    init(_ user: UserEvidence, _ evidence: AccountEvidence) {
        add(user.policies, of: "the user", evidence)
        note(user.groups.gap("groups of the user"))
        for membership in user.groups.elements {
            let name = membership.value.value
            guard let group = evidence.groups.elements.first(where: { $0.name == name }) else {
                note(
                    EvidenceGap(
                        "the export does not tell what group `\(name)` may do",
                        [membership.evidence("the user is in group `\(name)`", at: membership.value.span)]))
                continue
            }
            add(group.policies, of: "group `\(name)`", evidence)
        }
    }

    private mutating func add(_ attached: AttachedEvidence, of owner: String, _ evidence: AccountEvidence) {
        policies += attached.inline.elements
        note(attached.inline.gap("inline policies of \(owner)"))
        note(attached.attached.gap("managed policies of \(owner)"))
        for policy in attached.attached.elements {
            guard let arn = policy.value.arn else { continue }
            if let version = evidence.managedPolicy(arn: arn.value)?.version {
                policies.append(version)
                continue
            }
            let said = policy.evidence("policy `\(arn.value)` is attached to \(owner)", at: arn.span)
            unread.append(Unread(arn: arn.value, evidence: said))
            note(EvidenceGap("the export does not hold the document of policy `\(arn.value)`", [said]))
        }
        for policy in policies where policy.policy == nil {
            note(EvidenceGap("policy `\(policy.name ?? "")` cannot be read", [policy.whole]))
        }
    }

    private mutating func note(_ gap: EvidenceGap?) { self.gap = self.gap ?? gap }
}

extension PolicyEvidence {
    /// Evidence that names the policy.
    var named: Evidence {
        let whole = whole
        return Evidence(file: whole.file, span: whole.span, says: name.map { "policy `\($0)`" } ?? whole.says)
    }
}
