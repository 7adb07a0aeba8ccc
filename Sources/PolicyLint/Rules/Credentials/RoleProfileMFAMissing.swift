/// A profile that assumes a role with long-lived keys and no MFA.
enum RoleProfileMFAMissing: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "role-profile-mfa-missing", wing: .credentials, severity: .warning, kinds: .sharedFiles,
        fixes: [.suggestion],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html#cli-configure-role-mfa")
        ])

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for profile in file.profiles {
            guard let role = profile.property("role_arn"), let source = profile.property("source_profile"),
                profile.property("mfa_serial") == nil, profile.property("web_identity_token_file") == nil,
                usesKeys(source.meant.value, from: profile, in: file)
            else { continue }
            context.report(.missing(profile.name, source.meant.value), at: role.span, fix: fix(source, context))
        }
    }

    /// Whether the source profile is one of keys, as far as this file says: not one of IAM Identity
    /// Center, of `aws login`, of a program, or a role itself, which need or had their own sign-in.
    private static func usesKeys(_ name: String, from profile: SharedFile.Section, in file: SharedFile) -> Bool {
        guard let source = file.profile(name) else { return true }
        if source.hasStaticKeys { return true }
        if source.header.span == profile.header.span { return true }
        let others = [
            "sso_session", "sso_start_url", "sso_account_id", "login_session", "credential_process",
            "web_identity_token_file", "credential_source", "role_arn",
        ]
        return !others.contains { source.property($0) != nil }
    }

    private static func fix(_ source: SharedFile.Property, _ context: RuleContext) -> Fix {
        let line = "\(context.sharedFileEditing.lineBreak)mfa_serial = arn:aws:iam::ACCOUNT_ID:mfa/DEVICE_NAME"
        return Fix("name your MFA device", .suggestion, [.insertion(line, at: Int(source.span.end))])
    }
}

extension Message {
    fileprivate static func missing(_ profile: String, _ source: String) -> Message {
        Message(
            "profile `\(profile)` assumes its role with the credentials of `\(source)` alone, without MFA",
            help:
                "add `mfa_serial` with the ARN that `aws iam list-mfa-devices` shows, and require MFA in the role's trust policy"
        )
    }
}
