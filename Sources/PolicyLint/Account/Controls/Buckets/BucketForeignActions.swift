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
        var unclear: [Evidence] = []
        for statement in policy.statements where statement.allows {
            guard let action = actions.lazy.compactMap({ statement.place(of: $0) }).first else { continue }
            let others =
                statement.notPrincipal.isAbsent ? statement.principals : [statement.everyone].compactMap(\.self)
            for other in others {
                let says =
                    statement.notPrincipal.isAbsent
                    ? "`\(other.value.value)` may do `\(action.value)`"
                    : "everyone who is not named may do `\(action.value)`"
                let demands = RequestDemands(of: statement, in: policy, principal: other, action: action.value)
                switch isForeign(other, account, demands) {
                case .yes: open.append(found.evidence(says, at: other.value.span))
                case .unclear: unclear.append(found.evidence(says, at: other.value.span))
                case .no: break
                }
            }
        }
        if !open.isEmpty {
            return self.open(
                subject, "another account may change who can do what with the bucket", open,
                next: "leave the other account the actions that it needs, and none of these")
        }
        if !unclear.isEmpty {
            return cannotTell(
                subject,
                EvidenceGap(
                    "whether those who may change who can do what with the bucket belong to other accounts is not known",
                    unclear), next: "name those of this account who may do it by their ARNs")
        }
        return pass(subject, "no other account may change who can do what", [found.named])
    }

    /// Whether a principal belongs to another account, as far as the policy lets it do anything. Which accounts an
    /// organization has the export does not tell, nor whose a canonical user id is.
    private static func isForeign(_ principal: Principal, _ account: String, _ demands: RequestDemands) -> Answer {
        if demands.isImpossible { return .no }
        if principal.type == .canonicalUser { return .unclear }
        guard principal.type == .aws, principal.identity.account != account else { return .no }
        if principal.identity == .anyone {
            if demands.isUnclear { return .unclear }
            if demands.restrictsAccount(to: account) { return .no }
            return demands.restrictsOrganization && !demands.restrictsAccount ? .unclear : .yes
        }
        return Answer(principal.identity.account != nil)
    }
}
