/// A type of resource that has a policy of its own, with the services that the policy's actions and ARNs are of.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html>.
struct PolicyBearer: Hashable, Sendable {
    /// The type in words, with its article: "a bucket".
    let inWords: String
    /// The service of the policy's actions, and of its ARNs.
    let service: String

    /// The bearer that an owner is; nil for an owner that has no such policy.
    init?(_ kind: Owner.Kind) {
        switch kind {
        case .bucket: self.init("a bucket", "s3")
        case .queue: self.init("a queue", "sqs")
        case .topic: self.init("a topic", "sns")
        case .key: self.init("a key", "kms")
        case .repository: self.init("a repository", "ecr")
        case .function: self.init("a function", "lambda")
        case .secret: self.init("a secret", "secretsmanager")
        case .user, .group, .role, .managedPolicy, .vpcEndpoint, .organizationPolicy: return nil
        }
    }

    private init(_ inWords: String, _ service: String) {
        self.inWords = inWords
        self.service = service
    }

    /// The bearer of a policy whose file does not say whose it is: one whose service all ARNs and, but for few,
    /// all actions are of. Nil where that does not tell.
    init?(guessedFrom policy: Policy) {
        var found: PolicyBearer?
        for resource in policy.statements.flatMap(\.resources) where resource.value != "*" {
            guard let arn = ResourceARN.of(resource.value), let bearer = Self.named(arn),
                found == nil || found == bearer
            else { return nil }
            found = bearer
        }
        guard let found else { return nil }
        let actions = policy.statements.flatMap(\.actions)
        let count = actions.count { found.has($0.value) }
        guard count * 2 > actions.count else { return nil }
        self = found
    }

    private static func named(_ arn: ResourceARN) -> PolicyBearer? {
        switch arn.service {
        case "s3" where arn.region.isEmpty && arn.account.isEmpty: PolicyBearer(.bucket)
        case "sqs": PolicyBearer(.queue)
        case "sns": PolicyBearer(.topic)
        case "kms": PolicyBearer(.key)
        case "lambda": PolicyBearer(.function)
        case "secretsmanager": PolicyBearer(.secret)
        default: nil
        }
    }

    /// Whether an action is one of another service: what has no form of an action is a flaw of another sort.
    func isForeign(action: String) -> Bool {
        guard let colon = action.firstIndex(of: ":"), colon != action.startIndex else { return false }
        return !has(action) && action.utf8.allSatisfy { $0.isLetter || $0.isDigit || "*?-_:".utf8.contains($0) }
    }

    /// Whether a resource is one of another service.
    func isForeign(resource: String) -> Bool {
        guard let arn = ResourceARN.of(resource) else { return false }
        return !arn.service.isEmpty && !arn.service.hasWildcard && arn.service != service
    }

    /// Whether the policy can have an action.
    func has(_ action: String) -> Bool {
        guard let colon = action.firstIndex(of: ":") else { return true }
        return GlobPattern.matches(service, pattern: action[..<colon], ignoringCase: true)
    }
}
