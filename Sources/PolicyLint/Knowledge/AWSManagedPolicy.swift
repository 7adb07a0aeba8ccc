/// What is known of the policies that AWS manages.
///
/// Source: <https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html>.
enum AWSManagedPolicy {
    /// Whether a managed policy, whose text is not at hand, may deny what others allow. Those of AWS do so only
    /// where their name says it, such as `AWSDenyAll` and `AWSCompromisedKeyQuarantineV3`, or within a
    /// service of their own; of any other policy that is not known.
    static func mayDeny(_ arn: String?) -> Bool {
        guard let arn = arn.flatMap({ AmazonResourceName($0) }), arn.service == "iam", arn.account == "aws" else {
            return true
        }
        return arn.resource.contains("Deny") || arn.resource.contains("Quarantine")
    }

    /// The text of a managed policy that everybody knows: that of `AdministratorAccess`. Of others, nil.
    ///
    /// Source: <https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html>.
    static func text(of arn: String) -> Policy? {
        guard let name = AmazonResourceName(arn), name.service == "iam", name.account == "aws",
            name.resource == "policy/AdministratorAccess"
        else { return nil }
        return administratorAccess
    }

    /// The policy that allows everything.
    static let administratorAccess = try? Policy(
        JSONReader(
            Array(#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#.utf8)
        ).root)
}
