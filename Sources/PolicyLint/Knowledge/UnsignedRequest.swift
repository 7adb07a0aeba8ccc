/// Requests that a service takes although nobody signed them. All others need the credentials of an AWS account.
enum UnsignedRequest {
    /// Whether an action of a policy, which may have wildcards, stands for one that is done without a signature.
    static func mayDo(_ action: String) -> Bool {
        services.contains { service in
            GlobPattern(action: service.action).overlaps(GlobPattern(action: action)) != .no
        }
    }

    /// The services, each with the page that says so.
    private static let services: [(action: String, source: String)] = [
        ("s3:*", "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable"),
        ("sns:*", "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable"),
        ("sqs:*", "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable"),
        ("lambda:InvokeFunctionUrl", "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"),
        (
            "execute-api:*",
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html"
        ),
        ("es:*", "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html"),
        ("elasticfilesystem:*", "https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html"),
        ("mediastore:*", "https://docs.aws.amazon.com/mediastore/latest/ug/policies-examples-public-https.html"),
        (
            "mediapackagev2:GetObject", "https://docs.aws.amazon.com/mediapackage/latest/userguide/policy-examples.html"
        ),
        (
            "mediapackagev2:GetHeadObject",
            "https://docs.aws.amazon.com/mediapackage/latest/userguide/policy-examples.html"
        ),
        (
            "rum:PutRumEvents",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-RUM-resource-policies.html"
        ),
        ("vpc-lattice-svcs:*", "https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html"),
    ]
}
