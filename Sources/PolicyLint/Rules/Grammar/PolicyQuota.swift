/// How long a policy may be.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>,
/// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html>.
struct PolicyQuota {
    /// What the quota is for, in words.
    let name: String
    /// The number of characters.
    let characters: Int
    /// The number that AWS grants at most, on request or for another use of such a policy; nil where
    /// `characters` is final.
    var maximum: Int?
    /// What to do about a policy that is longer.
    let advice: String
    /// Whether AWS documents how it counts; else a policy that is too long is no more than suspected.
    var isCertain = true
    /// Whether white space may count.
    var mayCountSpace = false

    /// The quota of a document; nil where it has none that is known.
    static func quota(_ policy: Policy, _ document: Document) -> PolicyQuota? {
        switch document.kind {
        case .trustPolicy:
            PolicyQuota(
                name: "a role trust policy", characters: 2_048, maximum: 4_096,
                advice: "split the role, or ask AWS for the quota of 4096 characters")
        case .sessionPolicy:
            PolicyQuota(name: "a session policy", characters: 2_048, advice: "pass ARNs of managed policies instead")
        case .serviceControlPolicy:
            PolicyQuota(
                name: "a service control policy", characters: 10_240, advice: "make two policies of it",
                mayCountSpace: true)
        case .resourceControlPolicy:
            PolicyQuota(
                name: "a resource control policy", characters: 5_120, advice: "make two policies of it",
                mayCountSpace: true)
        case .permissionsBoundary: managed(document.owner)
        case .identityPolicy: identity(document.owner)
        case .resourcePolicy: isOfBucket(policy, document.owner) ? bucket : nil
        default: nil
        }
    }

    /// Whether AWS takes no policy of so many characters, whatever quota it granted.
    func refuses(_ size: Int) -> Bool { isCertain && size > (maximum ?? characters) }

    private static func managed(_ owner: Owner) -> PolicyQuota? {
        // AWS's own policies may be as long as AWS likes.
        if owner.arn?.account == "aws" { return nil }
        return PolicyQuota(name: "a managed policy", characters: 6_144, advice: "make two policies of it")
    }

    private static func identity(_ owner: Owner) -> PolicyQuota? {
        let advice = "make a managed policy of it, or shorten it by wildcards"
        switch owner.kind {
        case .user:
            return PolicyQuota(name: "all inline policies of a user together", characters: 2_048, advice: advice)
        case .group:
            return PolicyQuota(name: "all inline policies of a group together", characters: 5_120, advice: advice)
        case .role:
            return PolicyQuota(name: "all inline policies of a role together", characters: 10_240, advice: advice)
        case .managedPolicy: return managed(owner)
        default:
            return PolicyQuota(
                name: "a managed policy", characters: 6_144, maximum: 10_240,
                advice: "make two policies of it; only inline in a role may it have up to 10240")
        }
    }

    private static let bucket = PolicyQuota(
        name: "a bucket policy", characters: 20_480,
        advice: "move statements to access points, or shorten them by wildcards", isCertain: false)

    private static func isOfBucket(_ policy: Policy, _ owner: Owner) -> Bool {
        if owner.kind == .bucket { return true }
        let resources = policy.statements.flatMap(\.resources)
        return owner.kind == nil && !resources.isEmpty
            && resources.allSatisfy { AmazonResourceName($0.value)?.service == "s3" }
    }

    /// The number of characters of a JSON value, as it is written in a text and without the white space in it.
    static func size(_ node: JSONNode, in text: [UInt8]) -> (withSpace: Int, withoutSpace: Int) {
        // All but the first byte of a character.
        let continued = text[node.span.range].withUnsafeBufferPointer { bytes in
            bytes.isASCII ? 0 : bytes.count { $0 & 0xC0 == 0x80 }
        }
        return (node.span.count - continued, node.compactSize - continued)
    }
}
