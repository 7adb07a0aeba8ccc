/// Whether a bucket lets everyone in.
enum BucketPublicPolicy: Control {
    static let metadata = ControlMetadata(
        id: "bucket-public-policy", group: .buckets, title: "no bucket lets everyone in",
        closes: "anybody on the internet reads or writes the data",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status"
            ),
            .securityHub("S3.2"), .securityHub("S3.3"),
        ])

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfBuckets(evidence) { check($0, PublicAccessBlocks($0, evidence), evidence) }
    }

    private static func check(
        _ bucket: BucketEvidence, _ blocks: PublicAccessBlocks, _ evidence: AccountEvidence
    ) -> ChecklistLine {
        let subject = Subject.bucket(bucket.name)
        if let shown = blocks.evidence(
            "policies and lists for everyone have no effect", allOn: [\.restrictsBuckets, \.ignoresACLs])
        {
            return pass(subject, "public access is blocked", shown)
        }
        var shown: [Evidence] = []
        if case .absent(let said) = bucket.policy {
            shown = [said]
        } else {
            guard let found = bucket.policy.value?.value, let policy = found.policy else { return needsPolicy(bucket) }
            let open = PublicGrant.all(in: policy, at: evidence.now).map { found.evidence($0.says, at: $0.span) }
            if !open.isEmpty, blocks.evidence("", allOn: [\.restrictsBuckets]) == nil {
                if let (gap, next, command) = blocks.gap(ofBucket: bucket.name, inAccount: evidence.accountID) {
                    let says = "the bucket's policy lets everyone in unless public access is blocked, and \(gap.says)"
                    return cannotTell(
                        subject, EvidenceGap(says, open + gap.evidence), next: next, command: command)
                }
                return self.open(
                    subject, "the bucket's policy lets everyone in", open,
                    next: "name the accounts, roles or services that may, or block public access")
            }
            shown = [found.named]
        }
        if blocks.evidence("", allOn: [\.ignoresACLs]) != nil {
            return pass(subject, "the bucket's policy lets in nobody who is not known", shown)
        }
        return cannotTell(
            subject,
            EvidenceGap("the export does not hold the access list of the bucket, which may let everyone in", shown),
            next: "block public access, so that access lists for everyone have no effect")
    }
}
