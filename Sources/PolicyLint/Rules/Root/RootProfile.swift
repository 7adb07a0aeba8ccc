/// A profile that works as the root user.
enum RootProfile: SharedFileRule {
    static let metadata = RuleMetadata(
        id: "root-profile", wing: .root, severity: .error, kinds: .sharedFiles, fixes: [.suggestion],
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html"),
            .securityHub("IAM.4"),
        ] + .cis("1.7", "1.7", "1.6", "2.6", "2.7"))

    static func check(_ file: SharedFile, _ context: inout RuleContext) {
        for section in file.profiles {
            guard let evidence = RootEvidence.property(in: section) else { continue }
            context.report(
                .root(section.name, evidence.name.value, hasKeys: section.hasStaticKeys), at: evidence.meant.span,
                // The key must be deleted in AWS first, and the settings are somebody's work.
                fix: Fix(
                    "remove profile `\(section.name)` from the file", .suggestion,
                    [context.sharedFileEditing.removeSection(section)]))
        }
    }
}

extension Message {
    fileprivate static func root(_ profile: String, _ name: String, hasKeys: Bool) -> Message {
        let keys = hasKeys ? ", with its access key" : ""
        return Message(
            "profile `\(profile)` works as the root user\(keys): its `\(name)` is root's",
            help: hasKeys
                ? "sign in as root and delete the key, then remove the profile; work as a user or a role of your own"
                : "remove the profile and work as a user or a role of your own")
    }
}
