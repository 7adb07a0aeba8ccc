/// Whether buckets refuse requests that are not encrypted on their way.
enum BucketEncryptedTransport: Control {
    static let metadata = ControlMetadata(
        id: "bucket-encrypted-transport", group: .buckets, title: "buckets refuse plain HTTP",
        closes: "who listens on the way reads the data",
        references: [
            .documentation("https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"),
            .securityHub("S3.5"),
        ] + .cis("2.1.1", "2.1.1", "2.1.1", "3.1.1", "3.1.1"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] { linesOfBuckets(evidence) { check($0) } }

    /// The line of a bucket.
    static func check(_ bucket: BucketEvidence) -> ChecklistLine {
        let subject = Subject.bucket(bucket.name)
        let next = "let the bucket's policy deny `s3:*` to everyone where `aws:SecureTransport` is `false`"
        let command =
            "aws s3api put-bucket-policy --bucket \(ShellWord.quote(bucket.name)) --policy file://bucket-policy.json"
        if case .absent(let said) = bucket.policy {
            return open(
                subject, "the bucket has no policy, so that plain HTTP is taken", [said], next: next, command: command)
        }
        guard let found = bucket.policy.value?.value, let policy = found.policy else { return needsPolicy(bucket) }
        switch requests(bucket.name).all({ PolicyVerdict(policy, on: $0).denies }) {
        case .yes:
            let deny = policy.statements.first { statement in
                statement.denies && statement.conditions.contains { $0.isOn("aws:SecureTransport") }
            }
            let place = deny?.condition.member?.key.span
            let said = place.map { found.evidence("this denies plain HTTP", at: $0) }
            return pass(subject, "plain HTTP is refused", [said ?? found.named])
        case .no:
            return open(
                subject, "plain HTTP is not refused for everyone and everything", [found.named], next: next,
                command: command)
        case .unclear:
            return cannotTell(
                subject, EvidenceGap("whether the policy refuses plain HTTP is unclear", [found.named]),
                next: "run `policylint check` on the bucket's policy")
        }
    }

    /// Requests over plain HTTP of which each stands for a sort: reading and writing, the bucket and what is in it.
    private static func requests(_ bucket: String) -> [Request] {
        let places = [("s3:ListBucket", ""), ("s3:GetObject", "/any-key"), ("s3:PutObject", "/another/key")]
        return places.map { action, key in
            var request = Request(by: .anonymous, action, on: "arn:aws:s3:::\(bucket)\(key)")
            request["aws:SecureTransport"] = ["false"]
            return request
        }
    }
}
