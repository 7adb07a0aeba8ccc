/// Access of a service to a resource that its documentation says it asks for without telling for whom it acts: a
/// condition on the source would lock it out.
struct SourcelessAccess: Sendable {
    /// The service's principal.
    private let principal: String
    /// The actions.
    private let actions: [String]
    /// The page that says so.
    private let source: String

    /// Whether a service asks so for one of some actions.
    static func isKnown(of principal: String, for actions: [String]) -> Bool {
        table.contains { access in
            access.principal == principal
                && actions.contains { action in access.actions.contains { $0.equalsIgnoringCase(action) } }
        }
    }

    private static let table: [SourcelessAccess] = [
        // Mail Manager exports an archive with these; the mail that is received comes by `s3:PutObject` alone.
        SourcelessAccess(
            principal: "ses.amazonaws.com",
            actions: [
                "s3:ListBucket", "s3:GetBucketLocation", "s3:PutObjectAcl", "s3:PutObjectTagging", "s3:GetObject",
            ],
            source: "https://docs.aws.amazon.com/ses/latest/dg/eb-policies.html"),
        // Lambda@Edge copies functions to its Regions, and adds the statement itself.
        SourcelessAccess(
            principal: "replicator.lambda.amazonaws.com", actions: ["lambda:GetFunction"],
            source:
                "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html"),
        // Shares by order of the owner alone.
        SourcelessAccess(
            principal: "ram.amazonaws.com", actions: ["glue:ShareResource"],
            source: "https://docs.aws.amazon.com/lake-formation/latest/dg/hybrid-cross-account.html"),
    ]
}
