/// Whether a policy of a resource lets everyone in. Buckets have a control of their own.
enum PublicResources: Control {
    static let metadata = ControlMetadata(
        id: "public-resources", group: .permissions, title: "no policy of a resource lets everyone in",
        closes: "anybody on the internet uses the resource",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous"
            ),
            .securityHub("KMS.5"), .securityHub("Lambda.1"), .securityHub("SNS.4"),
        ] + .cis(nil, nil, nil, nil, "2.21"), isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        var lines = evidence.resourcePolicies.compactMap { found -> ChecklistLine? in
            let subject = found.owner.name.map { Subject.policy($0) } ?? .account
            let grants = found.policy.map { PublicGrant.all(in: $0, at: evidence.now) } ?? []
            let open = grants.map { found.evidence($0.says, at: $0.span) }
            if open.isEmpty { return nil }
            return self.open(
                subject, "everyone is let in", open,
                next: "name the accounts, roles or services that may, or limit `*` by `aws:PrincipalOrgID`")
        }
        // Which resources an account has, no export of IAM and S3 tells.
        lines.append(
            cannotTell(
                .account,
                EvidenceGap(
                    "the export holds \(count(evidence.resourcePolicies.count)): of others it tells nothing"
                ), next: "put the policies of keys, topics, queues and functions beside the answers",
                command: "aws kms get-key-policy --key-id KEY_ID --policy-name default > get-key-policy.json"))
        return lines
    }

    private static func count(_ policies: Int) -> String {
        policies == 1 ? "one policy of a resource" : "\(policies) policies of resources"
    }
}
