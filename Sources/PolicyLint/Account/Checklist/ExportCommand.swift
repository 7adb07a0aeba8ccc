/// The commands of the AWS CLI that export what a line lacks.
enum ExportCommand {
    /// The report is made first, which takes some seconds.
    static let credentialReport =
        "aws iam generate-credential-report && aws iam get-credential-report > get-credential-report.json"
    /// The numbers of the account.
    static let accountSummary = "aws iam get-account-summary > get-account-summary.json"
    /// Users, groups, roles and policies.
    static let authorizationDetails =
        "aws iam get-account-authorization-details > get-account-authorization-details.json"

    /// The block of public access to a bucket.
    static func publicAccessBlock(ofBucket name: String) -> String {
        "aws s3api get-public-access-block --bucket \(ShellWord.quote(name)) > get-public-access-block.json"
    }

    /// The block of public access to all buckets of an account. The answer does not say whose it is, but its folder does.
    static func accountPublicAccessBlock(_ id: String) -> String {
        "mkdir -p s3control && aws s3control get-public-access-block --account-id \(id) "
            + "> s3control/get-public-access-block.json"
    }
}
