/// Actions of which AWS's own guides say that they are about no single resource, so that `*` alone works in `Resource`.
///
/// The service authorization reference says it of every action for which it lists no type of resource. Some services
/// compare ARNs even so, and AWS's own policies name them: these are certain.
enum WholeServiceAction {
    /// Whether an action without types of resources in the catalogue works on `*` alone, whatever the case of its letters.
    static func has(_ action: String) -> Bool {
        table.contains { GlobPattern.matches(action, pattern: $0.pattern, ignoringCase: true) }
    }

    private static let table: [(pattern: String, source: String)] = [
        (
            "ecr:GetAuthorizationToken",
            "https://docs.aws.amazon.com/AmazonECR/latest/userguide/security_iam_id-based-policy-examples.html"
        ),
        ("ec2:Describe*", "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html"),
    ]
}
