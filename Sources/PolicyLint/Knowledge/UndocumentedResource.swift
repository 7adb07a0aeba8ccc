/// Resources whose ARNs AWS names in its documentation, while its service authorization reference has no form for them.
enum UndocumentedResource {
    /// Whether an ARN is of such a resource: one that belongs to AWS, or a macro of CloudFormation, which is called
    /// a transform there.
    ///
    /// Sources: <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-permissions-cloudformation.html>,
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html>.
    static func has(_ arn: ResourceARN) -> Bool {
        arn.account == "aws" || arn.service == "cloudformation" && arn.resource.hasPrefix("transform/")
    }
}
