/// A profile that says where its credentials come from in a way that AWS tools refuse.
///
/// The laws are botocore's (`credentials.py`, `AssumeRoleProvider`) and those of the SDKs' own
/// conformance tests (`assume-role-tests.json` in smithy-rs).
enum ProfileSourceInvalid: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "profile-source-invalid", wing: .credentials, severity: .error, kinds: .sharedFiles,
        fixes: [.preserving, .suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html")
        ])

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for profile in file.profiles {
            checkSession(profile, file, &context)
            guard let role = profile.property("role_arn"), profile.property("web_identity_token_file") == nil else {
                continue
            }
            switch (profile.property("source_profile"), profile.property("credential_source")) {
            case (nil, nil): context.report(.neither(profile.name), at: role.span)
            case (.some(let source), .some(let other)):
                context.report(
                    .both(profile.name), at: other.span, related: [.init("the source profile", at: source.span)])
            case (.some(let source), nil): checkSource(source, profile, file, &context)
            case (nil, .some(let source)): checkName(source, &context)
            }
        }
    }

    private static func checkName(_ source: SharedFile.Property, _ context: inout RuleContext) {
        let name = source.meant.value
        if sources.contains(name) { return }
        let meant = sources.first { $0.equalsIgnoringCase(name) }
        let fix = meant.map { Fix("write `\($0)`", .preserving, [TextEdit(replacing: source.meant.span, with: $0)]) }
        context.report(.unknownSource(name), at: source.meant.span, fix: fix)
    }

    private static let sources = ["Environment", "Ec2InstanceMetadata", "EcsContainer"]

    private static func checkSource(
        _ source: SharedFile.Property, _ profile: SharedFile.Section, _ file: SharedFile, _ context: inout RuleContext
    ) {
        let name = source.meant.value
        if name == profile.name {
            // The config file's profile may have its keys in the credentials file.
            if !profile.hasStaticKeys, context.document.kind == .sharedCredentials {
                context.report(.selfWithoutKeys(name), at: source.meant.span)
            }
            return
        }
        guard file.profile(name) != nil else {
            // It may be in the other of the two files; only a name nearly right is surely wrong.
            guard let near = nearName(name, file) else { return }
            let edit = TextEdit(replacing: source.meant.span, with: near)
            context.report(
                .nearlyRight(name, near), at: source.meant.span, fix: Fix("write `\(near)`", .suggestion, [edit]))
            return
        }
        guard let loop = loop(from: profile, in: file) else { return }
        context.report(.loop(loop), at: source.meant.span)
    }

    private static func nearName(_ name: String, _ file: SharedFile) -> String? {
        let names = file.profiles.map(\.name)
        let bare = name.hasPrefix("profile ") ? String(name.dropFirst("profile ".count)) : name
        if names.contains(bare) { return bare }
        let near = names.filter { $0.equalsIgnoringCase(bare) }
        return near.count == 1 ? near.first : nil
    }

    /// The names of a circle of profiles that leads back to `start`; nil where there is none, or where
    /// a profile on the way has keys, with which the way ends.
    private static func loop(from start: SharedFile.Section, in file: SharedFile) -> [String]? {
        var names = [start.name]
        var current = start
        while let next = current.property("source_profile")?.meant.value, current.property("role_arn") != nil {
            if next == start.name { return names + [next] }
            guard !names.contains(next), let section = file.profile(next), !section.hasStaticKeys else { return nil }
            names.append(next)
            current = section
        }
        return nil
    }

    /// The section `[sso-session NAME]` can stand in the config file only.
    private static func checkSession(_ profile: SharedFile.Section, _ file: SharedFile, _ context: inout RuleContext) {
        guard context.document.kind == .sharedConfig, let session = profile.property("sso_session")?.meant,
            !session.value.isEmpty,
            !file.sections.contains(where: { $0.role == .ssoSession && $0.name == session.value })
        else { return }
        context.report(.sessionMissing(session.value), at: session.span)
    }
}

extension Message {
    fileprivate static func neither(_ profile: String) -> Message {
        Message(
            "profile `\(profile)` names a role and not with which credentials to assume it, so AWS tools refuse it",
            help: "add `source_profile` with the profile that has the credentials, or `credential_source`")
    }

    fileprivate static func both(_ profile: String) -> Message {
        Message(
            "profile `\(profile)` has both `source_profile` and `credential_source`, so AWS tools refuse it",
            help: "keep one of the two")
    }

    fileprivate static func unknownSource(_ name: String) -> Message {
        Message(
            "AWS tools know no credential source `\(name)`",
            help: "write `Environment`, `Ec2InstanceMetadata` or `EcsContainer`, in exactly these letters")
    }

    fileprivate static func selfWithoutKeys(_ name: String) -> Message {
        Message(
            "profile `\(name)` is its own source and has no keys, so AWS tools refuse it",
            help: "name the profile that has the credentials, or add them here")
    }

    fileprivate static func nearlyRight(_ name: String, _ near: String) -> Message {
        Message(
            "this file has no profile `\(name)`; did you mean `\(near)`?",
            help: "`source_profile` takes the profile's bare name, with its capital and small letters",
            severity: .warning)
    }

    fileprivate static func loop(_ names: [String]) -> Message {
        Message(
            "the source profiles run in a circle (\(names.map { "`\($0)`" }.joined(separator: " → "))), and none of them has keys in this file",
            help: "let one of them be a profile with credentials of its own", severity: .warning)
    }

    fileprivate static func sessionMissing(_ name: String) -> Message {
        Message(
            "the config file has no section `[sso-session \(name)]`, so AWS tools refuse the profile",
            help: "add the section with `aws configure sso-session`, or correct the name")
    }
}
