/// The commands of the AWS CLI that export what a line lacks.
enum ExportCommand {
    /// The report is made first, which takes some seconds.
    static let credentialReport =
        "aws iam generate-credential-report && sleep 10 && aws iam get-credential-report > get-credential-report.json"
    /// The numbers of the account.
    static let accountSummary = "aws iam get-account-summary > get-account-summary.json"
    /// Users, groups, roles and policies, and how many there are: an empty list may be one that a filter left out.
    static let authorizationDetails =
        "aws iam get-account-authorization-details > get-account-authorization-details.json && " + accountSummary

    /// The identity providers of both types.
    static let identityProviders =
        "aws iam list-open-id-connect-providers > list-open-id-connect-providers.json; aws iam list-saml-providers > list-saml-providers.json"

    // Many answers do not say whose they are: the folder that they are saved in does. See `ExportPath`.

    /// An answer about a bucket.
    static func answer(_ operation: String, ofBucket name: String) -> String {
        saving("aws s3api \(operation) \(ShellWord.option("bucket", name))", operation, in: "buckets/\(name)")
    }

    /// An answer about a user.
    static func answer(_ operation: String, ofUser name: String) -> String {
        saving("aws iam \(operation) \(ShellWord.option("user-name", name))", operation, in: "users/\(name)")
    }

    /// A role.
    static func role(_ name: String) -> String {
        saving("aws iam get-role \(ShellWord.option("role-name", name))", "get-role", in: "roles/\(name)")
    }

    /// An answer of a service in a Region; nil is the Region of the AWS CLI's configuration.
    static func answer(_ service: String, _ operation: String, inRegion name: String?) -> String {
        guard let name else { return "aws \(service) \(operation) > \(operation).json" }
        return saving(
            "aws \(service) \(operation) \(ShellWord.option("region", name))", operation, in: "regions/\(name)")
    }

    /// What a rule of EventBridge hands its events to.
    static func targets(ofRule name: String, inRegion region: String?) -> String {
        let operation = "list-targets-by-rule"
        let place = region.map { " " + ShellWord.option("region", $0) } ?? ""
        return saving(
            "aws events \(operation) \(ShellWord.option("rule", name))\(place)", operation,
            in: (region.map { "regions/\($0)/" } ?? "") + "rules/\(name)")
    }

    /// An answer about a trail of CloudTrail.
    static func answer(_ operation: String, ofTrail trail: TrailEvidence) -> String {
        let option = operation == "get-trail-status" ? "name" : "trail-name"
        let place = trail.homeRegion.map { " " + ShellWord.option("region", $0) } ?? ""
        return saving(
            "aws cloudtrail \(operation) \(ShellWord.option(option, trail.arn))\(place)", operation,
            in: "trails/\(PercentEncoding.encode(trail.arn))")
    }

    /// The budgets.
    static func budgets(_ account: String) -> String {
        "aws budgets describe-budgets --account-id \(account) --show-filter-expression > describe-budgets.json"
    }

    /// The alerts of a budget.
    static func alerts(ofBudget name: String, _ account: String) -> String {
        let operation = "describe-notifications-for-budget"
        return saving(budgets(operation, name, account), operation, in: folder(ofBudget: name))
    }

    /// Whom an alert of a budget tells. The alert is saved beside the answer, which does not name it.
    static func subscribers(ofBudget name: String, _ number: Int, _ alert: JSONFragment, _ account: String) -> String {
        let operation = "describe-subscribers-for-notification"
        let folder = "\(folder(ofBudget: name))/notifications/\(number)"
        let file = ShellWord.quote("\(folder)/notification.json")
        let command =
            "printf '%s\\n' \(ShellWord.quote(JSONLayout.command.render(alert))) > \(file) && "
            + "\(budgets(operation, name, account)) --notification \(ShellWord.quote("file://\(folder)/notification.json"))"
        return saving(command, operation, in: folder)
    }

    private static func budgets(_ operation: String, _ name: String, _ account: String) -> String {
        "aws budgets \(operation) --account-id \(account) \(ShellWord.option("budget-name", name))"
    }

    private static func folder(ofBudget name: String) -> String { "budgets/\(PercentEncoding.encode(name))" }

    /// The block of public access to all buckets of an account.
    static func accountPublicAccessBlock(_ id: String) -> String {
        saving(
            "aws s3control get-public-access-block --account-id \(id)", "get-public-access-block", in: "s3control")
    }

    private static func saving(_ command: String, _ operation: String, in folder: String) -> String {
        let file = ShellWord.quote("\(folder)/\(operation).json")
        return "mkdir -p \(ShellWord.quote(folder)) && \(command) > \(file)"
    }
}
