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
}
