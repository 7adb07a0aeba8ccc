/// What a person told the rules: the part of the configuration that a check may look at.
struct RuleSettings {
    /// The ARN of the user, or role, that trust documents should name.
    var trustedUser: AmazonResourceName?
    /// The twelve digits of the account that the documents belong to.
    var accountID: String?
    /// The day that a person named, else today; nil where nobody says it.
    var now: Timestamp?
    /// The day that a person named.
    var asked: Timestamp?
    /// The kind of the document, where a person said it.
    var kind: DocumentKind?
    /// What is known of AWS's services.
    var catalogue: ServiceCatalogue
    /// Days after which an access key is old.
    var accessKeyMaximumAge: Int
    /// Days after which a credential counts as unused.
    var unusedCredentialAge: Int

    /// The day up to which ages in a report count: it proves nothing of the time after it was made. Nil where the age
    /// cannot be told.
    func day(of report: CredentialReport) -> Timestamp? { asked ?? report.generatedTime ?? now }

    /// The trusted user, where its ARN names a user or a role.
    var trustedPrincipal: AmazonResourceName? {
        guard let arn = trustedUser, arn.service == "iam", AmazonResourceName.isAccountID(arn.account),
            !arn.resource.hasWildcard, !arn.typeAndName.name.isEmpty
        else { return nil }
        return arn.typeAndName.type == "user" || arn.typeAndName.type == "role" ? arn : nil
    }

    /// What naming the trusted principal in the place of a wider one is for a policy. A role never carries MFA: where
    /// something asks for it, the role may be locked out, and a person decides.
    func effectOfTrust(in policy: Policy) -> Fix.Effect {
        trustsRole && policy.statements.contains(where: \.mentionsMFA) ? .suggestion : .narrowing
    }

    /// Whether a role will stand in the place of one of a statement's principals, so that MFA must not be asked for.
    func putsRole(in statement: Statement) -> Bool {
        guard trustsRole, let trusted = trustedPrincipal else { return false }
        return statement.principals.contains { principal in
            switch principal.identity {
            case .anyone: true
            case .account(let account, let partition):
                account == trusted.account && partition == trusted.partition
            default: false
            }
        }
    }

    private var trustsRole: Bool { trustedPrincipal?.typeAndName.type == "role" }
}
