/// A service that names the account and the resource it acts for when it assumes a role, so that a trust policy
/// can test them. Only services whose own documentation says so stand here: with any other, such a
/// condition locks the service out.
struct SourceKeyService: Sendable {
    /// The service's name in its principal: `scheduler` of `scheduler.amazonaws.com`.
    let name: String
    /// The page that says so.
    let source: String
    /// Whether it also acts for accounts other than the role's own by design.
    let servesOtherAccounts: Bool

    private init(_ name: String, _ source: String, servesOtherAccounts: Bool = false) {
        self.name = name
        self.source = source
        self.servesOtherAccounts = servesOtherAccounts
    }

    private static let table: [SourceKeyService] = [
        SourceKeyService(
            "autoscaling",
            "https://docs.aws.amazon.com/autoscaling/ec2/userguide/cross-service-confused-deputy-prevention.html"),
        SourceKeyService(
            "bedrock",
            "https://docs.aws.amazon.com/bedrock/latest/userguide/cross-service-confused-deputy-prevention.html"),
        SourceKeyService(
            "codedeploy", "https://docs.aws.amazon.com/codedeploy/latest/userguide/security_confused_deputy.html"),
        SourceKeyService(
            "greengrass",
            "https://docs.aws.amazon.com/greengrass/v1/developerguide/cross-service-confused-deputy-prevention.html"),
        SourceKeyService(
            "iot", "https://docs.aws.amazon.com/iot/latest/developerguide/cross-service-confused-deputy-prevention.html"
        ),
        // A log destination is there for the subscriptions of other accounts.
        SourceKeyService(
            "logs", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Subscriptions-confused-deputy.html",
            servesOtherAccounts: true),
        SourceKeyService(
            "scheduler",
            "https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html"),
        SourceKeyService(
            "states", "https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html"),
        SourceKeyService("transfer", "https://docs.aws.amazon.com/transfer/latest/userguide/confused-deputy.html"),
    ]

    /// What is known of the service of a principal, with a Region in its name (`logs.eu-west-1.amazonaws.com`) or
    /// without.
    static func service(of principal: String) -> SourceKeyService? {
        let suffixes = [".amazonaws.com", ".amazonaws.com.cn"]
        guard let suffix = suffixes.first(where: { principal.hasSuffix($0) }) else { return nil }
        let name = principal.dropLast(suffix.count)
        if let service = table.first(where: { $0.name == name }) { return service }
        guard let dot = name.lastIndex(of: "."), isRegion(name[name.index(after: dot)...]) else { return nil }
        return table.first { $0.name == name[..<dot] }
    }

    /// Whether a text has the form of a Region's name: `eu-west-1`.
    private static func isRegion(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-")
        return parts.count >= 3 && parts.last?.utf8.allSatisfy(\.isDigit) == true
    }
}
