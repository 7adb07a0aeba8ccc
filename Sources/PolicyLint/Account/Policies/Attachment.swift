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
        return (found, gap)
    }
}
