/// Whether a policy of a resource lets everyone in.
enum PublicResources: Control {
    static let metadata = ControlMetadata(
        id: "public-resources", group: .permissions, title: "no policy of a resource lets everyone in",
        closes: "anybody on the internet uses the resource",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous"
            ),
            .securityHub("S3.2"), .securityHub("S3.3"), .securityHub("KMS.5"), .securityHub("Lambda.1"),
            .securityHub("SNS.4"),
        ] + .cis(nil, nil, nil, nil, "2.21"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let policies = evidence.resourcePolicies
        var lines = policies.compactMap { check($0, evidence) }
        let unknown = evidence.buckets.elements.first { bucket in
            bucket.policy.gap("policy") != nil && !bucket.policy.isKnownAbsent
        }
        let gap = evidence.buckets.gap("buckets") ?? unknown.flatMap { $0.policy.gap("policy of bucket `\($0.name)`") }
        if let gap {
            lines.append(
                cannotTell(
                    .account, gap, next: "export the buckets and their policies",
                    command: "aws s3api list-buckets > list-buckets.json"))
        } else if lines.isEmpty {
            let sources = policies.map(\.named)
            lines.append(
                pass(
                    .account, "no policy of a bucket or of another resource in the export lets everyone in",
                    sources.isEmpty ? evidence.buckets.sources : sources))
        }
        return lines
    }

    private static func check(_ found: PolicyEvidence, _ evidence: AccountEvidence) -> ChecklistLine? {
        let subject = subject(of: found, evidence)
        guard let policy = found.policy else {
            return cannotTell(
                subject, EvidenceGap("the policy cannot be read", [found.named]),
                next: "run `policylint check` on the policy")
        }
        let open = policy.statements.filter(\.allows).compactMap { statement -> Evidence? in
            guard let anyone = statement.principals.first(where: { $0.type == .aws && $0.identity == .anyone }),
                let action = statement.actions.first
            else { return nil }
            let demands = RequestDemands(of: statement, in: policy, principal: anyone, action: action.value)
            if demands.keepsStrangersOut || demands.isImpossible { return nil }
            return found.evidence("anyone may do `\(action.value)`", at: anyone.value.span)
        }
        if open.isEmpty { return nil }
        if let bucket = evidence.buckets.elements.first(where: { subject == .bucket($0.name) }),
            let block = bucket.publicAccessBlock.value, block.value.restrictsBuckets?.value == true
        {
            return nil
        }
        return self.open(
            subject, "everyone is let in", open,
            next: "name the accounts, roles or services that may, or limit `*` by `aws:PrincipalOrgID`")
    }

    private static func subject(of policy: PolicyEvidence, _ evidence: AccountEvidence) -> Subject {
        let bucket = evidence.buckets.elements.first { bucket in
            guard let own = bucket.policy.value?.value.source else { return false }
            return own.file == policy.source.file && own.pointer == policy.source.pointer
        }
        if let bucket { return .bucket(bucket.name) }
        return policy.owner.name.map { .policy($0) } ?? .account
    }
}
