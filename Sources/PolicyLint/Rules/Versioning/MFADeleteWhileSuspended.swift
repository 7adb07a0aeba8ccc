/// A bucket whose versioning is suspended while MFA delete is on.
enum MFADeleteWhileSuspended: BucketVersioningRule {
    static let metadata = RuleMetadata(
        id: "mfa-delete-while-suspended", wing: .versioning, severity: .warning,
        kinds: DocumentKinds(.bucketVersioning, .versioningConfiguration), fixes: [.narrowing],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html"),
            .securityHub("S3.14"),
        ])

    static func check(_ versioning: BucketVersioning, _ context: inout RuleContext) {
        guard versioning.isSuspended, versioning.requiresMFAToDelete, let status = versioning.status else { return }
        let isAnswer = context.document.kind == .bucketVersioning
        let edit = context.editing.replace(status.value.span, withString: "Enabled")
        context.report(
            .suspended, at: status.value.span, fix: isAnswer ? nil : Fix("turn versioning on", .narrowing, [edit]),
            command: isAnswer ? VersioningCommand.enable(versioning, account: context.ownAccount) : nil)
    }
}

extension Message {
    fileprivate static let suspended = Message(
        "MFA delete guards the old versions, but versioning is suspended, so no new ones are kept",
        help: "turn versioning on again")
}
