/// The permissions that a user needs who signs in, manages their own MFA device and assumes a role, and what
/// goes beyond them.
///
/// Source of the actions: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html>,
/// and for `signin`: <https://docs.aws.amazon.com/signin/latest/userguide/command-line-sign-in.html>.
enum SignInPermissions {
    /// A permission that the user does not need.
    struct Excess {
        /// What it is, in words.
        let says: String
        /// The actions that it is among, as a pattern.
        let actions: String
        /// Where it stands in the policy.
        let span: SourceSpan
    }

    /// Reading that shows the user their own page of the console.
    private static let reading: Set<String> = [
        "iam:getuser", "iam:getloginprofile", "iam:getmfadevice", "iam:listmfadevices", "iam:listvirtualmfadevices",
        "iam:listusers", "iam:listaccountaliases", "iam:getaccountsummary", "iam:getaccountpasswordpolicy",
        "sts:getcalleridentity", "sts:getsessiontoken", "signin:authorizeoauth2access", "signin:createoauth2token",
    ]
    /// What must be limited to the user themselves, or it reaches others.
    private static let own: Set<String> = [
        "iam:changepassword", "iam:enablemfadevice", "iam:resyncmfadevice", "iam:deactivatemfadevice",
    ]
    /// What is limited to virtual devices.
    private static let devices: Set<String> = ["iam:createvirtualmfadevice", "iam:deletevirtualmfadevice"]
    /// What is limited to roles that are named.
    private static let roles: Set<String> = ["sts:assumerole", "sts:tagsession", "sts:setsourceidentity"]

    /// What a policy of a user allows beyond that. A Deny takes nothing from it here: what is not needed need not
    /// be allowed.
    static func excess(in policy: Policy, of user: String, _ catalogue: ServiceCatalogue) -> [Excess] {
        policy.statements.filter(\.allows).flatMap { statement -> [Excess] in
            if case .present(_, let member) = statement.notAction {
                return [Excess(says: "allows all actions but a few", actions: "*", span: member.key.span)]
            }
            return statement.actions.compactMap { action in
                excess(of: action, in: statement, of: user, catalogue)
            }
        }
    }

    private static func excess(
        of action: Located<String>, in statement: Statement, of user: String, _ catalogue: ServiceCatalogue
    ) -> Excess? {
        if action.value.hasSuffix("*"),
            !action.value.dropLast().contains(where: \.isLetter) || action.value.hasSuffix(":*")
        {
            return Excess(says: "allows `\(action.value)`", actions: action.value, span: action.span)
        }
        let names =
            action.value.hasWildcard
            ? catalogue.actions(matching: action.value).map { $0.name.lowercased() } : [action.value.lowercased()]
        let foreign = names.contains { !isNeeded($0) }
        if foreign || names.isEmpty {
            return Excess(says: "allows `\(action.value)`", actions: action.value, span: action.span)
        }
        let resource = statement.resources.first { resource in names.contains { !isOwn(resource.value, for: $0, user) }
        }
        if let resource {
            return Excess(
                says: "allows `\(action.value)` on `\(resource.value)`", actions: action.value, span: resource.span)
        }
        if case .present(_, let member) = statement.notResource, names.contains(where: { !reading.contains($0) }) {
            return Excess(
                says: "allows `\(action.value)` on all resources but a few", actions: action.value,
                span: member.key.span)
        }
        return nil
    }

    private static func isNeeded(_ action: String) -> Bool {
        reading.contains(action) || own.contains(action) || devices.contains(action) || roles.contains(action)
    }

    /// Whether a resource is the user's own, as far as the action needs it to be.
    private static func isOwn(_ resource: String, for action: String, _ user: String) -> Bool {
        guard let name = AmazonResourceName(resource)?.resource else { return reading.contains(action) }
        if own.contains(action) {
            return ["${aws:username}", user].contains { name.hasPrefix("user/") && name.hasSuffix("/" + $0) }
        }
        if devices.contains(action) { return name.hasPrefix("mfa/") }
        if roles.contains(action) { return name.hasPrefix("role/") && !name.hasWildcard }
        return true
    }
}
