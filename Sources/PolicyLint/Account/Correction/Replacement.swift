/// A document that a step writes over or deletes: `apply.sh` does so only where it is still the one of the export.
struct Replacement: Sendable {
    /// The command that reads what is there.
    let reading: String
    /// What was there at the export; nil where nothing was.
    let before: CorrectionFile?
    /// The files one of which is there once the step is done: it may be run again where it was cut off.
    let after: [String]

    /// The file that stands for nothing.
    static let nothing = "/dev/null"

    init(reading: String, before: CorrectionFile?, after: [String]) {
        self.reading = reading
        self.before = before
        self.after = after
    }

    /// A policy that is written over with a file, or deleted where that is nil. `path` is where the corrected one would
    /// be written. Nil for documents that AWS is not asked for.
    init?(of old: PolicyEvidence, owner: Owner, path: String, with new: String?) {
        guard let reading = Self.reading(old.kind, owner), let policy = old.policy else { return nil }
        let text = JSONLayout.document.render(policy.node.fragment) + "\n"
        self.init(reading: reading, before: CorrectionFile(path + ".before", text), after: [new ?? Self.nothing])
    }

    /// The command that reads a policy.
    ///
    /// Source: <https://docs.aws.amazon.com/cli/latest/reference/iam/>.
    private static func reading(_ kind: DocumentKind, _ owner: Owner) -> String? {
        if owner.kind == .managedPolicy, let arn = owner.arn?.description {
            let version = command("get-policy", ["policy-arn": arn], "Policy.DefaultVersionId", output: "text")
            return CorrectionStep.command("iam", "get-policy-version", ["policy-arn": arn])
                + " --version-id \"$(\(version))\" --query PolicyVersion.Document --output json"
        }
        guard let name = owner.name else { return nil }
        if owner.kind == .bucket { return ofBucket(name) }
        if kind == .trustPolicy {
            return command("get-role", ["role-name": name], "Role.AssumeRolePolicyDocument")
        }
        guard let policy = owner.policyName else { return nil }
        return switch owner.kind {
        case .user: ofUser(name, policy)
        case .group: command("get-group-policy", ["group-name": name, "policy-name": policy], "PolicyDocument")
        case .role: command("get-role-policy", ["role-name": name, "policy-name": policy], "PolicyDocument")
        default: nil
        }
    }

    /// The command that reads an inline policy of a user.
    static func ofUser(_ name: String, _ policy: String) -> String {
        command("get-user-policy", ["user-name": name, "policy-name": policy], "PolicyDocument")
    }

    /// The command that reads the policy of a bucket.
    static func ofBucket(_ name: String) -> String {
        CorrectionStep.command(
            "s3api", "get-bucket-policy", ["bucket": name, "query": "Policy", "output": "text"])
    }

    private static func command(
        _ operation: String, _ options: KeyValuePairs<String, String>, _ query: String, output: String = "json"
    ) -> String {
        CorrectionStep.command("iam", operation, options) + " --query \(query) --output \(output)"
    }
}
