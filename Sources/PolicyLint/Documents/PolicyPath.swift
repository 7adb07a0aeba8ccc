/// Where in an answer of the AWS CLI a policy stands as text.
///
/// Shapes: <https://docs.aws.amazon.com/cli/latest/reference/>, the output section of each command.
struct PolicyPath: Sendable {
    /// One step of the way.
    enum Step: Sendable {
        /// To a member of an object.
        case member(String)
        /// To each element of an array.
        case elements
        /// To each member of an object, whatever its name.
        case values
    }

    /// The steps from the member of the answer on.
    let steps: [Step]

    /// The paths that begin with a member of the answer.
    static let byName: [String: [PolicyPath]] = {
        var paths: [String: [PolicyPath]] = [:]
        for written in all {
            let (name, steps) = read(written)
            paths[name, default: []].append(PolicyPath(steps: steps))
        }
        return paths
    }()

    /// Reads `name[].member`: `[]` stands for each element, `{}` for each member.
    private static func read(_ written: String) -> (name: String, steps: [Step]) {
        var steps: [Step] = []
        for part in written.split(separator: ".") {
            let isList = part.hasSuffix("[]")
            let isMap = part.hasSuffix("{}")
            steps.append(.member(String(isList || isMap ? part.dropLast(2) : part)))
            if isList { steps.append(.elements) }
            if isMap { steps.append(.values) }
        }
        guard case .member(let name)? = steps.first else { return ("", []) }
        return (name, Array(steps.dropFirst()))
    }

    private static let all = [
        // Amazon API Gateway, AWS CodeBuild, AWS Billing, Amazon Lex, Amazon VPC Lattice and others.
        "policy", "managementPolicy", "items[].policy", "items[].managementPolicy",
        // AWS CodeArtifact, Amazon S3 Glacier, deliveries of Amazon CloudWatch Logs.
        "policy.document", "policy.Policy", "policy.deliveryDestinationPolicy",
        // Multi-Region Access Points of Amazon S3.
        "Policy.Established.Policy",
        // AWS Resource Access Manager, for what others share.
        "policies[]",
        // Amazon SES; AWS Systems Manager.
        "Policies{}", "Policies[].Policy",
        // Amazon Bedrock and Amazon S3 Tables; Amazon Redshift Serverless; put-resource-policy of CloudWatch Logs.
        "resourcePolicy", "resourcePolicy.policy", "resourcePolicy.policyDocument",
        // AWS Organizations, Amazon Redshift, put-resource-policy of AWS X-Ray.
        "ResourcePolicy.Content", "ResourcePolicy.Policy", "ResourcePolicy.PolicyDocument",
        // Amazon CloudWatch Logs and Incident Manager; AWS X-Ray.
        "resourcePolicies[].policyDocument", "ResourcePolicies[].PolicyDocument",
        // AWS CloudTrail; AWS Resource Explorer.
        "DelegatedAdminResourcePolicy", "ManagedView.ResourcePolicy",
        // AWS Glue.
        "PolicyInJson", "GetResourcePoliciesResponseList[].PolicyInJson",
        // Amazon Managed Service for Prometheus and others; Amazon CloudFront and others; Amazon Rekognition.
        "policyDocument", "PolicyDocument", "ProjectPolicies[].PolicyDocument",
        // Amazon OpenSearch Service, of old Elasticsearch Service; Amazon CloudSearch.
        "DomainStatus.AccessPolicies", "DomainStatusList[].AccessPolicies", "DomainConfig.AccessPolicies.Options",
        "AccessPolicies.Options",
        // Destinations of Amazon CloudWatch Logs; event buses; templates of Amazon ECR.
        "destinations[].accessPolicy", "EventBuses[].Policy", "repositoryCreationTemplates[].repositoryPolicy",
        // Amazon Route 53 Resolver.
        "FirewallRuleGroupPolicy", "ResolverQueryLogConfigPolicy", "ResolverRulePolicy",
        // AWS HealthOmics; AWS Clean Rooms ML.
        "s3AccessPolicy", "configuredAudienceModelPolicy",
        // Permission sets of IAM Identity Center; policies that IAM Access Analyzer generates.
        "InlinePolicy", "generatedPolicyResult.generatedPolicies[].policy",
    ]
}
