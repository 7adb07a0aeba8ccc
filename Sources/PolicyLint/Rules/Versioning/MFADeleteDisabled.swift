/// A bucket with versioning but without MFA delete.
enum MFADeleteDisabled: BucketVersioningRule {
    static let metadata = RuleMetadata(
        id: "mfa-delete-disabled", wing: .versioning, severity: .warning,
        kinds: DocumentKinds(.bucketVersioning, .versioningConfiguration), fixes: [.narrowing],
        references: [
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html"),
            .documentation(
                "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-and-other-bucket-config.html"),
            .securityHub("S3.20"),
        ] + .cis("2.1.2", "2.1.2", "2.1.2", "3.1.2", "3.1.2"))

    static func check(_ versioning: BucketVersioning, _ context: inout RuleContext) {
        guard versioning.isEnabled, !versioning.requiresMFAToDelete, versioning.slips.isEmpty else { return }
        let span = versioning.mfaDelete?.value.span ?? versioning.status?.span ?? context.document.span
        let isAnswer = context.document.kind == .bucketVersioning
        context.report(
            .disabled(isAnswer: isAnswer, hasMFA: versioning.mfa != nil), at: span, fix: fix(versioning, context),
            command: isAnswer ? VersioningCommand.enable(versioning, account: context.ownAccount) : nil)
    }

    private static func fix(_ versioning: BucketVersioning, _ context: RuleContext) -> Fix? {
        guard context.document.kind == .versioningConfiguration, let configuration = versioning.configuration else {
            return nil
        }
        let edit =
            versioning.mfaDelete.map { context.editing.replace($0.value.span, withString: "Enabled") }
            ?? context.editing.insertMember("MFADelete", .string("Enabled"), into: configuration, after: "Status")
        return Fix("turn MFA delete on", .narrowing, [edit])
    }
}

extension Message {
    fileprivate static func disabled(isAnswer: Bool, hasMFA: Bool) -> Message {
        let how =
            isAnswer
            ? "the root user turns it on with the command and its MFA device, where no lifecycle rule stands in the way"
            : hasMFA
                ? "set `MFADelete` to `Enabled`"
                : "set `MFADelete` to `Enabled`; as root, pass the device's serial number and a code with `--mfa`"
        return Message("MFA delete is off: whoever may delete versions can delete them for good", help: how)
    }
}
