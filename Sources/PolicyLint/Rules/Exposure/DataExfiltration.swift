/// A policy that lets its holder read whatever is stored.
enum DataExfiltration: PolicyRule {
    static let metadata = RuleMetadata(
        id: "data-exfiltration", wing: .exposure, severity: .note, kinds: DocumentKinds(.identityPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"),
            .peer(.checkov, "CKV_AWS_108"),
            .peer(.checkov, "CKV_AWS_288"),
            .peer(.cloudsplaining, "DataExfiltration"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        context.reportExposure(.data) { .data($0) }
    }
}

extension Message {
    fileprivate static func data(_ grant: String) -> Message {
        Message(
            "\(grant): whatever is stored there can be read and carried away",
            help: "name the buckets, parameters or secrets in `Resource`")
    }
}
