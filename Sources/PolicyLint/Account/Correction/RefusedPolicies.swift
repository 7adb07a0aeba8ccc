/// The policies of buckets that Amazon S3 may refuse to take: those that let everyone in, where a block of public access
/// is on, or will be once the steps are done.
///
/// Source: `BlockPublicPolicy`, <https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html>.
struct RefusedPolicies {
    private let evidence: AccountEvidence
    /// The subjects of the lines that a block closes: buckets, and the account.
    private let blocked: Set<Subject>

    /// What may be refused while the steps close these lines.
    init(_ evidence: AccountEvidence, closing open: [ChecklistLine]) {
        self.evidence = evidence
        let blocks = [
            AccountPublicAccessBlock.metadata, BucketPublicAccessBlock.metadata, BucketOwnPublicAccessBlock.metadata,
        ].map(\.id)
        blocked = Set(open.filter { blocks.contains($0.control) }.map(\.subject))
    }

    /// Whether S3 may refuse a policy of a bucket.
    func contain(_ policy: Policy, ofBucket name: String) -> Bool {
        policy.mayCountAsPublic && mayBlock(bucket: name)
    }

    /// Whether public policies of a bucket are blocked, or will be, or whether nobody knows.
    private func mayBlock(bucket name: String) -> Bool {
        if blocked.contains(.account) || blocked.contains(.bucket(name)) { return true }
        let own = evidence.buckets.elements.first { $0.name == name }?.publicAccessBlock ?? .unknown
        return ![own, evidence.publicAccessBlock].allSatisfy(\.takesPublicPolicies)
    }
}

extension CorrectionInput {
    /// The buckets whose policy no step corrects, since S3 may refuse it. Of these lines no step closes any.
    func refusedBuckets(leaving lines: [ChecklistLine]) -> [String] {
        let left = Set(lines.filter { $0.control == BucketEncryptedTransport.metadata.id }.map(\.subject))
        return evidence.buckets.elements.filter { bucket in
            if corrected.refusedBuckets.contains(bucket.name) { return true }
            guard left.contains(.bucket(bucket.name)), let policy = bucket.policy.value?.value.policy else {
                return false
            }
            return refused.contain(policy, ofBucket: bucket.name)
        }.map(\.name)
    }
}

extension Known<PublicAccessBlock> {
    /// Whether it certainly lets S3 take a policy that lets everyone in.
    fileprivate var takesPublicPolicies: Bool {
        switch self {
        case .value(let block): block.value.blocksPolicy?.value != true
        case .absent: true
        case .refused, .contradictory, .unknown: false
        }
    }
}
