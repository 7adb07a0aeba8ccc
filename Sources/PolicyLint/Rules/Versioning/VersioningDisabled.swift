/// A bucket without versioning: never turned on, or suspended.
enum VersioningDisabled: BucketVersioningRule {
    static let metadata = RuleMetadata(
        id: "versioning-disabled", wing: .versioning, severity: .warning,
        kinds: DocumentKinds(.bucketVersioning, .versioningConfiguration), fixes: [.narrowing],
        references: [
            .documentation("https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html"),
            .securityHub("S3.14"),
            .peer(.checkov, "CKV_AWS_21"),
        ])

    static func check(_ versioning: BucketVersioning, _ context: inout RuleContext) {
        // A misspelt key or value is for its own rule.
        guard !versioning.isEnabled, versioning.slips.isEmpty else { return }
        // Suspended with MFA delete is a state of its own.
        if versioning.isSuspended && versioning.requiresMFAToDelete { return }
        let span = versioning.status?.value.span ?? versioning.configuration?.openingBracket ?? context.document.span
        let command = VersioningCommand.enable(versioning, account: context.ownAccount)
        let message: Message =
            versioning.isSuspended ? .suspended : versioning.configuration == nil ? .emptyAnswer : .neverEnabled
        context.report(
            message, at: span, fix: fix(versioning, context),
            command: context.document.kind == .bucketVersioning ? command : nil)
    }

    /// Only a desired state is mended; an answer says what is, and stays.
    private static func fix(_ versioning: BucketVersioning, _ context: RuleContext) -> Fix? {
        guard context.document.kind == .versioningConfiguration, let configuration = versioning.configuration else {
            return nil
        }
        let edit =
            versioning.status.map { context.editing.replace($0.value.span, withString: "Enabled") }
            ?? context.editing.insertFirstMember("Status", .string("Enabled"), into: configuration)
        return Fix("turn versioning on", .narrowing, [edit])
    }
}

extension Message {
    fileprivate static let neverEnabled = Message(
        "the bucket has no versioning: what is overwritten or deleted is lost",
        help: "turn versioning on, and MFA delete with it")
    fileprivate static let emptyAnswer = Message(
        "the bucket has no versioning, as the answer is empty: what is overwritten or deleted is lost",
        help: "turn versioning on, and MFA delete with it; if `get-bucket-versioning` failed, run it again first")
    fileprivate static let suspended = Message(
        "versioning is suspended: new objects overwrite one another and deletions are final",
        help: "turn versioning on again, and MFA delete with it")
}
