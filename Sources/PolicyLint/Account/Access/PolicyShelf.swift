/// The managed policies and groups of an export, each looked up by name. A sketch of each policy is kept; of the texts
/// only so many are, and the others are read anew where they are asked for.
final class PolicyShelf {
    private let versions: [String: PolicyEvidence]
    private let groups: [String: GroupEvidence]
    private var managed: [String: Reading] = [:]
    private var boundaries: [String: PrincipalPermissions.Boundary] = [:]
    /// How many bytes of policies may still be kept as texts.
    private var room = 1 << 20

    /// What was read of a managed policy.
    private struct Reading {
        let isThere: Bool
        let sketch: GrantSketch
        /// The text, where it is kept.
        let kept: Policy?
    }

    init(_ evidence: AccountEvidence) {
        versions = Dictionary(
            evidence.managedPolicies.elements.compactMap { managed in
                managed.arn.flatMap { arn in managed.version.map { (arn.value.value, $0) } }
            }, uniquingKeysWith: { first, _ in first })
        groups = Dictionary(evidence.groups.elements.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A user with all that its policies say; nil where the export does not tell its ARN.
    func principal(_ user: UserEvidence) -> AccessPrincipal? {
        guard let arn = user.arn.flatMap({ AmazonResourceName($0.value.value) }) else { return nil }
        var collection = Collection(what: "user `\(user.name)`")
        add(user.policies, to: &collection)
        collection.note(user.groups.gap("groups of user `\(user.name)`"))
        for membership in user.groups.elements {
            if let group = groups[membership.value.value] {
                add(group.policies, to: &collection)
                if let arn = group.arn { collection.groups.append(arn) }
            } else {
                collection.mayDenyMore = true
                collection.note(
                    EvidenceGap(
                        "the export does not tell what group `\(membership.value.value)` may do",
                        [membership.evidence("the user is in the group", at: membership.value.span)]))
            }
        }
        return collection.principal(.user(user.name), arn, boundary(of: user.policies), user.policies, user.tags)
    }

    /// A user or role with what the policies of a group say beside its own.
    func principal(_ principal: AccessPrincipal, joining group: GroupEvidence) -> AccessPrincipal {
        var collection = Collection(what: "group `\(group.name)`")
        add(group.policies, to: &collection)
        collection.sketch.formUnion(principal.sketch)
        return AccessPrincipal(
            node: principal.node, arn: principal.arn, policies: principal.policies + collection.policies,
            handles: principal.handles, boundaryARN: principal.boundaryARN, boundary: principal.boundary,
            boundaryGap: principal.boundaryGap, mayDenyMore: principal.mayDenyMore || collection.mayDenyMore,
            tags: principal.tags, gap: principal.gap, sketch: collection.sketch, key: nil)
    }

    /// A role with all that its policies say; nil where the export does not tell its ARN.
    func principal(_ role: RoleEvidence) -> AccessPrincipal? {
        guard let arn = role.arn.flatMap({ AmazonResourceName($0.value.value) }) else { return nil }
        var collection = Collection(what: "role `\(role.name)`")
        add(role.policies, to: &collection)
        return collection.principal(
            .role(role.name), arn, boundary(of: role.policies), role.policies, role.sessionTags)
    }

    /// What is put together for a user or role.
    private struct Collection {
        let what: String
        var policies: [AccessPrincipal.HeldPolicy] = []
        var sketch = GrantSketch([])
        var arns: Set<String> = []
        var groups: [String] = []
        var hasInline = false
        var mayDenyMore = false
        var gap: EvidenceGap?

        mutating func note(_ gap: EvidenceGap?) { self.gap = self.gap ?? gap }

        func principal(
            _ node: AccessNode, _ arn: AmazonResourceName, _ boundary: (PrincipalPermissions.Boundary, String),
            _ attached: AttachedEvidence, _ tags: [IAMTag]?
        ) -> AccessPrincipal {
            let key = hasInline || gap != nil ? nil : (arns.sorted() + ["<", boundary.1]).joined(separator: "\n")
            return AccessPrincipal(
                node: node, arn: arn, policies: policies, handles: [arn.description] + groups + arns.sorted(),
                boundaryARN: attached.boundary?.value.value, boundary: boundary.0,
                boundaryGap: boundaryGap(boundary.0, attached), mayDenyMore: mayDenyMore, tags: tags,
                gap: gap, sketch: sketch, key: key)
        }

        private func boundaryGap(
            _ boundary: PrincipalPermissions.Boundary, _ attached: AttachedEvidence
        ) -> EvidenceGap? {
            guard case .unknown = boundary, let arn = attached.boundary else { return nil }
            return EvidenceGap(
                "the export does not hold the text of policy `\(arn.value.value)`, which bounds \(what)",
                [arn.evidence("the permissions boundary", at: arn.value.span)])
        }
    }

    private func add(_ attached: AttachedEvidence, to collection: inout Collection) {
        collection.note(attached.inline.gap("inline policies of \(collection.what)"))
        collection.note(attached.attached.gap("managed policies of \(collection.what)"))
        if !attached.inline.isWhole || !attached.attached.isWhole { collection.mayDenyMore = true }
        for inline in attached.inline.elements {
            collection.hasInline = true
            guard let policy = inline.policy else {
                collection.mayDenyMore = true
                collection.note(EvidenceGap("a policy of \(collection.what) cannot be read", [inline.whole]))
                continue
            }
            collection.sketch.formUnion(GrantSketch([policy]))
            collection.policies.append(.init(evidence: inline, shared: nil, whole: inline.whole))
        }
        for policy in attached.attached.elements {
            guard let arn = policy.value.arn, collection.arns.insert(arn.value).inserted else { continue }
            let said = policy.evidence("policy `\(arn.value)`", at: arn.span)
            let found = read(arn.value)
            guard found.isThere else {
                collection.mayDenyMore = collection.mayDenyMore || AWSManagedPolicy.mayDeny(arn.value)
                collection.note(EvidenceGap("the export does not hold the text of policy `\(arn.value)`", [said]))
                continue
            }
            collection.sketch.formUnion(found.sketch)
            collection.policies.append(.init(evidence: versions[arn.value], shared: found.kept, whole: said))
        }
    }

    private func boundary(of attached: AttachedEvidence) -> (PrincipalPermissions.Boundary, String) {
        guard let arn = attached.boundary?.value.value else { return (.none, "") }
        if let known = boundaries[arn] { return (known, arn) }
        let text = versions[arn].flatMap { $0.policy } ?? AWSManagedPolicy.text(of: arn)
        let boundary = text.map { PrincipalPermissions.Boundary.policy($0) } ?? .unknown
        boundaries[arn] = boundary
        return (boundary, arn)
    }

    /// What is known of a managed policy.
    private func read(_ arn: String) -> Reading {
        if let known = managed[arn] { return known }
        let version = versions[arn].flatMap { version in
            version.policy.map { (policy: $0, size: version.source.span.count) }
        }
        let policy = version?.policy ?? AWSManagedPolicy.text(of: arn)
        // AWS's own texts are at hand anyway.
        let size = version?.size ?? 0
        let isKept = size <= room
        if isKept { room -= size }
        let reading = Reading(
            isThere: policy != nil, sketch: GrantSketch([policy].compactMap(\.self)), kept: isKept ? policy : nil)
        managed[arn] = reading
        return reading
    }
}
