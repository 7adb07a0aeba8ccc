extension Principal.PrincipalType {
    /// The type under which a principal belongs, from the look of it; nil where that does not tell.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>.
    init?(ofPrincipal text: String) {
        if text == "*" || AmazonResourceName.isAccountID(text) {
            self = .aws
        } else if let arn = AmazonResourceName(text) {
            switch arn.typeAndName.type {
            case "root", "user", "role", "assumed-role", "federated-user": self = .aws
            case "oidc-provider", "saml-provider": self = .federated
            default: return nil
            }
        } else if Self.serviceSuffixes.contains(where: text.hasSuffix),
            !text.utf8.contains(where: { $0 == 0x20 || $0 == 0x2F })
        {
            self = text == "cognito-identity.amazonaws.com" ? .federated : .service
        } else {
            return nil
        }
    }

    private static let serviceSuffixes = [".amazonaws.com", ".amazonaws.com.cn"]
}
