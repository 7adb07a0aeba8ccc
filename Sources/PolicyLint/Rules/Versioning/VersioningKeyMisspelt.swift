/// A key or value of a versioning configuration in a spelling that the AWS CLI does not take.
enum VersioningKeyMisspelt: BucketVersioningRule {
    static let metadata = RuleMetadata(
        id: "versioning-key-misspelt", wing: .versioning, severity: .error,
        kinds: DocumentKinds(.bucketVersioning, .versioningConfiguration), fixes: [.narrowing],
        references: [.documentation("https://docs.aws.amazon.com/AmazonS3/latest/API/API_VersioningConfiguration.html")]
    )

    static func check(_ versioning: BucketVersioning, _ context: inout RuleContext) {
        for slip in versioning.slips {
            let edit = context.editing.replace(slip.written.span, withString: slip.meant)
            let fix =
                context.document.kind == .versioningConfiguration
                ? Fix("write `\(slip.meant)`", .narrowing, [edit]) : nil
            context.report(.misspelt(slip.written.value, slip.meant), at: slip.written.span, fix: fix)
        }
    }
}

extension Message {
    fileprivate static func misspelt(_ written: String, _ meant: String) -> Message {
        Message(
            "the AWS CLI does not know `\(written)` here",
            help: "write `\(meant)`: JSON spells it so, only the XML of the REST API differs")
    }
}
