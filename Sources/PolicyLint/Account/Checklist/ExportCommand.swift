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

    /// The answer of an operation about a bucket, in a folder of the bucket's name: the answer does not say whose it is.
    static func answer(_ operation: String, ofBucket name: String) -> String {
        saving("aws s3api \(operation) \(ShellWord.option("bucket", name))", operation, in: "buckets/\(name)")
    }

    /// A role, in a folder of its name, so that no answer overwrites another.
    static func role(_ name: String) -> String {
        saving("aws iam get-role \(ShellWord.option("role-name", name))", "get-role", in: "roles/\(name)")
    }

    private static func saving(_ command: String, _ operation: String, in folder: String) -> String {
        let file = ShellWord.quote("\(folder)/\(operation).json")
        return "mkdir -p \(ShellWord.quote(folder)) && \(command) > \(file)"
    }

    /// The block of public access to all buckets of an account. The answer does not say whose it is, but its folder does.
    static func accountPublicAccessBlock(_ id: String) -> String {
        "mkdir -p s3control && aws s3control get-public-access-block --account-id \(id) "
            + "> s3control/get-public-access-block.json"
    }
}
