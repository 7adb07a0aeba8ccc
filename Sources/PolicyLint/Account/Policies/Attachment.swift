/// A managed policy as it is attached to a user, group or role.
struct Attachment {
    /// To what it is attached.
    let subject: Subject
    /// Where that stands.
    let evidence: Evidence

    /// Where a policy of AWS's own is attached, by its name, and why there may be other places; nil where there are not.
    static func all(ofPolicy name: String, _ evidence: AccountEvidence) -> (found: [Attachment], gap: EvidenceGap?) {
        var found: [Attachment] = []
        var gap = evidence.users.gap("users") ?? evidence.groups.gap("groups") ?? evidence.roles.gap("roles")
        func look(_ attached: AttachedEvidence, _ subject: Subject, _ owner: String) {
            gap = gap ?? attached.attached.gap("managed policies of \(owner)")
            for policy in attached.attached.elements {
                guard let arn = policy.value.arn, arn.value.hasSuffix(":iam::aws:policy/" + name) else { continue }
                found.append(
                    Attachment(
                        subject: subject, evidence: policy.evidence("`\(name)` is attached to \(owner)", at: arn.span)))
            }
        }
        for user in evidence.users.elements { look(user.policies, .user(user.name), "user `\(user.name)`") }
        for group in evidence.groups.elements { look(group.policies, .group(group.name), "group `\(group.name)`") }
        for role in evidence.roles.elements { look(role.policies, .role(role.name), "role `\(role.name)`") }
        guard gap != nil, let entities = entities(ofPolicy: name, evidence) else { return (found, gap) }
        let others = Self.all(in: entities, ofPolicy: name).filter { other in
            !found.contains { $0.subject == other.subject }
        }
        return (found + others, entities.value.isTruncated ? gap : nil)
    }

    /// The answer of `list-entities-for-policy` about a policy of AWS's own, where the export holds it.
    static func listed(ofPolicy name: String, _ evidence: AccountEvidence) -> [Evidence] {
        entities(ofPolicy: name, evidence).map { answer in
            [answer.evidence("those that `\(name)` is attached to", at: answer.value.span)]
        } ?? []
    }

    private static func entities(ofPolicy name: String, _ evidence: AccountEvidence) -> Sourced<PolicyEntities>? {
        evidence.managedPolicies.elements.first { $0.name == name }?.entities.value
    }

    private static func all(in answer: Sourced<PolicyEntities>, ofPolicy policy: String) -> [Attachment] {
        func attachments(_ names: [Located<String>], _ sort: String, _ subject: (String) -> Subject) -> [Attachment] {
            names.map { name in
                let says = "`\(policy)` is attached to \(sort) `\(name.value)`"
                return Attachment(subject: subject(name.value), evidence: answer.evidence(says, at: name.span))
            }
        }
        let entities = answer.value
        return attachments(entities.users, "user", Subject.user) + attachments(entities.groups, "group", Subject.group)
            + attachments(entities.roles, "role", Subject.role)
    }
}
