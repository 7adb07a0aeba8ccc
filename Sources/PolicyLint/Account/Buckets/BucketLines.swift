extension Control {
    /// One line for each bucket, and one for those that the export may not hold.
    static func linesOfBuckets(
        _ evidence: AccountEvidence, _ check: (BucketEvidence) -> ChecklistLine
    ) -> [ChecklistLine] {
        if evidence.buckets.isKnownEmpty {
            return [pass(.account, "the account has no bucket", evidence.buckets.sources)]
        }
        var lines = evidence.buckets.elements.map(check)
        if let gap = evidence.buckets.gap("buckets") {
            lines.append(
                cannotTell(
                    .account, gap, next: "export the list of buckets",
                    command: "aws s3api list-buckets > list-buckets.json"))
        }
        return lines
    }

    /// A bucket's line that needs the bucket's policy, which the export does not hold.
    static func needsPolicy(_ bucket: BucketEvidence) -> ChecklistLine {
        cannotTell(
            .bucket(bucket.name),
            bucket.policy.gap("policy of the bucket") ?? EvidenceGap("the policy of the bucket cannot be read"),
            next: "export the bucket's policy",
            command: ExportCommand.answer("get-bucket-policy", ofBucket: bucket.name))
    }
}
