/// Whether buckets refuse requests that are not encrypted on their way.
enum BucketEncryptedTransport: Control {
    static let metadata = ControlMetadata(
        id: "bucket-encrypted-transport", group: .buckets, title: "buckets refuse plain HTTP",
        closes: "who listens on the way reads the data",
        references: [
            .documentation("https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"),
            .securityHub("S3.5"),
        ] + .cis("2.1.1", "2.1.1", "2.1.1", "3.1.1", "3.1.1"))

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfBuckets(evidence) { check($0, PublicAccessBlocks($0, evidence)) }
    }

    /// The line of a bucket.
    static func check(_ bucket: BucketEvidence, _ blocks: PublicAccessBlocks) -> ChecklistLine {
        let subject = Subject.bucket(bucket.name)
        let next = next(bucket, blocks)
        let command =
            "aws s3api put-bucket-policy --bucket \(ShellWord.quote(bucket.name)) --policy file://bucket-policy.json"
        if case .absent(let said) = bucket.policy {
            return open(
                subject, "the bucket has no policy, so that plain HTTP is taken", [said], next: next, command: command)
        }
        guard let found = bucket.policy.value?.value, let policy = found.policy else { return needsPolicy(bucket) }
        switch refusesPlainHTTP(policy, bucket.name) {
        case .yes:
            return pass(subject, "plain HTTP is refused", [said(policy, found)])
        case .no:
            return open(
                subject, "plain HTTP is not refused for everyone and everything", [found.named], next: next,
                command: command)
        case .unclear:
            return cannotTell(
                subject,
                EvidenceGap("whether the policy refuses plain HTTP to everyone is unclear", [said(policy, found)]),
                next: "let the statement that denies plain HTTP have no other condition")
        }
    }

    /// What to do. S3 takes no policy that lets everyone in while that is blocked, and not the one that is there either.
    private static func next(_ bucket: BucketEvidence, _ blocks: PublicAccessBlocks) -> String {
        let deny = "let the bucket's policy deny `s3:*` to everyone where `aws:SecureTransport` is `false`"
        guard bucket.policy.value?.value.policy?.mayCountAsPublic == true,
            blocks.evidence("", allOn: [\.blocksPolicy]) != nil
        else { return deny }
        return "take what everyone may do out of the bucket's policy, or S3 may refuse it; then \(deny)"
    }

    private static func said(_ policy: Policy, _ found: PolicyEvidence) -> Evidence {
        let deny = policy.statements.first { statement in
            statement.denies && statement.conditions.contains { $0.isOn("aws:SecureTransport") }
        }
        let place = deny?.condition.member?.key.span
        return place.map { found.evidence("this denies plain HTTP", at: $0) } ?? found.named
    }

    /// Whether Deny statements for everyone stop every action on a bucket, and on all that is in it, over plain HTTP.
    /// Unclear where they leave over the requests of services.
    private static func refusesPlainHTTP(_ policy: Policy, _ bucket: String) -> Answer {
        let bucketARN = "arn:\(policy.partition):s3:::\(bucket)"
        func left(_ requests: Policy?) -> Answer {
            guard let requests else { return .unclear }
            let permissions = EffectivePermissions(requests, deniedToEveryoneBy: policy)
            return [bucketARN, bucketARN + "/*"].any { permissions.example(of: "s3:*", on: $0).isSomething }
        }
        let answer = left(overHTTP).negated
        guard answer == .no else { return answer }
        return left(overHTTPByNoService) == .no || !policy.isUnderstood ? .unclear : .no
    }

    /// Everything that can be asked over plain HTTP.
    private static let overHTTP = requests("aws:SecureTransport")
    /// The same without what services ask, by their own credentials or for somebody.
    private static let overHTTPByNoService = requests(
        "aws:SecureTransport", "aws:PrincipalIsAWSService", "aws:ViaAWSService")

    /// A policy that allows everything for which some keys are false, however a condition compares them.
    private static func requests(_ keys: String...) -> Policy? {
        let tests = keys.map { "\"\($0)\": \"false\"" }.joined(separator: ", ")
        let text = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*",
              "Condition": {"Bool": {\(tests)}, "StringEquals": {\(tests)}}}]}
            """
        return try? Policy(JSONReader(Array(text.utf8)).root)
    }
}

extension Policy {
    /// Whether every statement was understood.
    fileprivate var isUnderstood: Bool {
        unrecognisedStatements.isEmpty && statements.allSatisfy { $0.effect.value != nil }
    }

    /// The partition of the resources that the policy names.
    fileprivate var partition: String {
        let partitions = statements.lazy.flatMap(\.resources).compactMap { AmazonResourceName($0.value)?.partition }
        return partitions.first { !$0.isEmpty && !$0.hasWildcard } ?? "aws"
    }
}
