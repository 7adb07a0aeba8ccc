/// A session duration that AWS refuses, or that AWS tools cannot read.
enum DurationSecondsInvalid: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "duration-seconds-invalid", wing: .credentials, severity: .error, kinds: .sharedFiles,
        references: [
            .documentation("https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining"),
        ])

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for profile in file.profiles {
            guard let duration = profile.property("duration_seconds")?.meant else { continue }
            guard let seconds = Int(duration.value) else {
                context.report(.notANumber(duration.value), at: duration.span)
                continue
            }
            if !(900...43_200).contains(seconds) {
                context.report(.outOfRange(seconds), at: duration.span)
            } else if seconds > 3600, isChained(profile, in: file) {
                context.report(.chained(seconds), at: duration.span)
            }
        }
    }

    /// Whether the role is assumed from another role, as the file shows.
    private static func isChained(_ profile: SharedFile.Section, in file: SharedFile) -> Bool {
        guard profile.property("role_arn") != nil, let source = profile.property("source_profile")?.meant.value,
            source != profile.name, let other = file.profile(source)
        else { return false }
        return other.property("role_arn") != nil && !other.hasStaticKeys
    }
}

extension Message {
    fileprivate static func notANumber(_ text: String) -> Message {
        Message(
            "`\(text)` is no whole number of seconds: the AWS CLI passes over it, other tools refuse the profile",
            help: "write the seconds in digits, such as `3600`", severity: .warning)
    }

    fileprivate static func outOfRange(_ seconds: Int) -> Message {
        Message(
            "AWS refuses sessions of \(seconds) seconds: a role's session lasts from 900 to 43200",
            help: "choose a number in that range, and no more than the role's maximum session duration")
    }

    fileprivate static func chained(_ seconds: Int) -> Message {
        Message(
            "AWS refuses \(seconds) seconds here: a role assumed from another role has a session of at most 3600",
            help: "write 3600 or less")
    }
}
