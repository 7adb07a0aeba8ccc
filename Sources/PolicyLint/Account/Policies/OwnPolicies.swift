/// The identity policies that people of the account wrote: customer managed ones, and those that are written into
/// users, groups and roles. AWS's own are not among them.
struct OwnPolicies {
    /// A policy.
    struct Element {
        /// What a line about it is about: the managed policy, or what it is written into.
        let subject: Subject
        /// Its text.
        let policy: PolicyEvidence
        /// Whether it is written into a user, group or role.
        let isInline: Bool

        /// The policy as a line names it, where its subject does not.
        var name: String { isInline ? "inline policy `\(policy.name ?? "")`" : "the policy" }
    }

    /// The policies.
    private(set) var elements: [Element] = []
    /// The answers that list them.
    private(set) var sources: [Evidence] = []
    /// Why there may be others; nil where there are not.
    private(set) var gap: EvidenceGap?

    /// The managed policies of an account that are attached to somebody, and the inline policies.
    init(_ evidence: AccountEvidence) {
        addManaged(evidence)
        addInline(evidence)
    }

    /// The managed policies of an account that are attached to somebody.
    static func managed(_ evidence: AccountEvidence) -> OwnPolicies {
        var policies = OwnPolicies()
        policies.addManaged(evidence)
        return policies
    }

    private init() {}

    private mutating func addManaged(_ evidence: AccountEvidence) {
        note(evidence.managedPolicies.gap("managed policies"))
        sources += evidence.managedPolicies.sources
        for managed in evidence.managedPolicies.elements {
            let details = managed.details
            // What is attached to nobody has no effect; neither does a boundary allow anything.
            if details.contains(where: { $0.value.isManagedByAWS || $0.value.attachmentCount?.value == 0 }) { continue }
            if let version = managed.version {
                elements.append(Element(subject: .policy(managed.name), policy: version, isInline: false))
            } else if let detail = details.first {
                note(
                    EvidenceGap(
                        "the export does not hold the text of policy `\(managed.name)`",
                        [detail.evidence("policy `\(managed.name)`", at: detail.value.name.span)]))
            }
        }
    }

    private mutating func addInline(_ evidence: AccountEvidence) {
        note(evidence.users.gap("users") ?? evidence.groups.gap("groups") ?? evidence.roles.gap("roles"))
        for user in evidence.users.elements { add(user.policies, .user(user.name), "user `\(user.name)`") }
        for group in evidence.groups.elements { add(group.policies, .group(group.name), "group `\(group.name)`") }
        for role in evidence.roles.elements where !role.isServiceLinked {
            add(role.policies, .role(role.name), "role `\(role.name)`")
        }
    }

    private mutating func add(_ attached: AttachedEvidence, _ subject: Subject, _ owner: String) {
        elements += attached.inline.elements.map { Element(subject: subject, policy: $0, isInline: true) }
        note(attached.inline.gap("inline policies of \(owner)"))
    }

    private mutating func note(_ gap: EvidenceGap?) { self.gap = self.gap ?? gap }
}

extension Control {
    /// A line for each policy in which something is found, and one for the account: that nothing is found in the others.
    ///
    /// - Parameter find: What is found in a policy, in words that follow its name, and where.
    static func lines(
        of policies: OwnPolicies, nothing: String, next: String,
        _ find: (Policy) -> [(says: String, span: SourceSpan)]
    ) -> [ChecklistLine] {
        var lines: [ChecklistLine] = []
        var unreadable: PolicyEvidence?
        for element in policies.elements {
            guard let policy = element.policy.policy else {
                unreadable = unreadable ?? element.policy
                continue
            }
            let found = find(policy)
            guard let first = found.first else { continue }
            lines.append(
                open(
                    element.subject, "\(element.name) \(first.says)",
                    found.map { element.policy.evidence($0.says, at: $0.span) }, next: next))
        }
        if let gap = policies.gap ?? unreadable.map({ EvidenceGap("a policy cannot be read", [$0.named]) }) {
            lines.append(
                cannotTell(
                    .account, gap, next: "export users, groups, roles and policies",
                    command: ExportCommand.authorizationDetails))
        } else if lines.isEmpty {
            lines.append(pass(.account, nothing, policies.sources))
        }
        return lines
    }
}
