/// Whether other accounts may change who can do what with a bucket.
enum BucketForeignActions: Control {
    static let metadata = ControlMetadata(
        id: "bucket-foreign-actions", group: .buckets,
        title: "no other account may change who can do what with a bucket",
        closes: "another account gives itself, or everybody, the data",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html"),
            .securityHub("S3.6"),
        ])

    /// The actions that Security Hub goes by.
    ///
    /// Source: <https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6>.
    private static let actions = [
        "s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutEncryptionConfiguration",
        "s3:PutObjectAcl",
    ]

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfBuckets(evidence) { check($0, evidence.accountID) }
    }

    private static func check(_ bucket: BucketEvidence, _ account: String?) -> ChecklistLine {
        let subject = Subject.bucket(bucket.name)
        if case .absent(let said) = bucket.policy { return pass(subject, "the bucket has no policy", [said]) }
        guard let found = bucket.policy.value?.value, let policy = found.policy else { return needsPolicy(bucket) }
        guard let account else {
            return cannotTell(
                subject, EvidenceGap("the export does not say whose the bucket is", [found.named]),
                next: "export who you are", command: "aws sts get-caller-identity > get-caller-identity.json")
        }
        var open: [Evidence] = []
        for statement in policy.statements where statement.allows {
            let strangers = statement.principals.filter { isForeign($0, account) }
            guard let action = actions.lazy.compactMap({ statement.place(of: $0) }).first else { continue }
            for stranger in strangers {
                let demands = RequestDemands(of: statement, in: policy, principal: stranger, action: action.value)
                if demands.isImpossible || demands.restrictsAccount || demands.restrictsOrganization { continue }
                open.append(
                    found.evidence("`\(stranger.value.value)` may do `\(action.value)`", at: stranger.value.span))
            }
        }
        if open.isEmpty { return pass(subject, "no other account may change who can do what", [found.named]) }
        return self.open(
            subject, "another account may change who can do what with the bucket", open,
            next: "leave the other account the actions that it needs, and none of these")
    }

    private static func isForeign(_ principal: Principal, _ account: String) -> Bool {
        guard principal.type == .aws else { return false }
        return principal.identity == .anyone || principal.identity.account.map { $0 != account } ?? false
    }
}
