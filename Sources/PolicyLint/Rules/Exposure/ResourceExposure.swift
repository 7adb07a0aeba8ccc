/// A policy that lets its holder open any resource to others.
enum ResourceExposure: PolicyRule {
    static let metadata = RuleMetadata(
        id: "resource-exposure", wing: .exposure, severity: .note, kinds: DocumentKinds(.identityPolicy),
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html"),
            .peer(.checkov, "CKV_AWS_109"),
            .peer(.checkov, "CKV_AWS_289"),
            .peer(.cloudsplaining, "ResourceExposure"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        context.reportExposure(.sharing) { .sharing($0) }
    }
}

extension Message {
    fileprivate static func sharing(_ grant: String) -> Message {
        Message(
            "\(grant), by which its holder can open it to others, including other accounts",
            help: "name in `Resource` what may be shared, or keep this for administrators")
    }
}
