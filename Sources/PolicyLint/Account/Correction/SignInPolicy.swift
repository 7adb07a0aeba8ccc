/// What a user needs who does everything else as a role: to change the password, to have MFA, and to assume
/// the role.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html>.
/// Taking a device away needs MFA, so that who learns the password cannot put another in its place.
enum SignInPolicy {
    /// The name for the inline policy of a user with this text: one that no policy of the user has, unless that one says
    /// the same already; nil where the export may not hold all policies.
    static func name(for text: String, of user: UserEvidence) -> String? {
        guard user.policies.inline.isWhole else { return nil }
        let policies = user.policies.inline.elements
        if let same = policies.first(where: { $0.policy.map { render($0.node.fragment) } == text })?.name {
            return same
        }
        let names = ["sign-in"] + (2...policies.count + 2).map { "sign-in-\($0)" }
        return names.first { name in !policies.contains { $0.name?.equalsIgnoringCase(name) ?? true } }
    }

    /// The document for a user who assumes these roles.
    static func text(user: AmazonResourceName, roles: [String]) -> String {
        let device = "arn:\(user.partition):iam::\(user.account):mfa/*"
        let user = user.description
        var statements: [JSONFragment] = [
            statement(
                "SeeWhatIsThere", ["iam:GetAccountPasswordPolicy", "iam:ListVirtualMFADevices"], ["*"]),
            statement(
                "ManageOwnPasswordAndMFA",
                [
                    "iam:ChangePassword", "iam:EnableMFADevice", "iam:GetUser", "iam:ListMFADevices",
                    "iam:ResyncMFADevice",
                ], [user]),
            statement("MakeVirtualMFADevice", ["iam:CreateVirtualMFADevice"], [device]),
            statement("ReplaceOwnMFAWithMFA", ["iam:DeactivateMFADevice"], [user], mfa: true),
        ]
        if !roles.isEmpty {
            statements.append(statement("AssumeRole", ["sts:AssumeRole"], roles, mfa: true))
        }
        return render(
            .object([(key: "Version", value: .string("2012-10-17")), (key: "Statement", value: .array(statements))]))
    }

    private static func statement(
        _ sid: String, _ actions: [String], _ resources: [String], mfa: Bool = false
    ) -> JSONFragment {
        var members: [(key: String, value: JSONFragment)] = [
            (key: "Sid", value: .string(sid)), (key: "Effect", value: .string("Allow")),
            (key: "Action", value: list(actions)), (key: "Resource", value: list(resources)),
        ]
        if mfa { members.append((key: "Condition", value: requiresMFA)) }
        return .object(members)
    }

    /// The condition that MFA was used.
    static let requiresMFA = JSONFragment.object([
        (key: "Bool", value: .object([(key: "aws:MultiFactorAuthPresent", value: .string("true"))]))
    ])

    private static func list(_ texts: [String]) -> JSONFragment {
        texts.count == 1 ? .string(texts[0]) : .array(texts.map { .string($0) })
    }

    private static func render(_ fragment: JSONFragment) -> String { JSONLayout.document.render(fragment) + "\n" }
}
